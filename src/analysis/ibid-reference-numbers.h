/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-reference-tokens.h"

/* Volume, issue and pages without the words before them. Code points `start` to `end`; free with
 * g_free(); NULL when nothing is left. */

/* The first number, with one capital glued to it ("B638"), or roman numeral. */
char *ibid_reference_make_volume (const IbidReferenceTokens *tokens, guint start, guint end);

/* From the first number on: "3/4", "1–2"; "Suppl" as it stands. */
char *ibid_reference_make_issue (const IbidReferenceTokens *tokens, guint start, guint end);

/* "118–45", "A44", "xi–xv": without "pp." before and brackets behind; "--" is a dash. */
char *ibid_reference_make_pages (const IbidReferenceTokens *tokens, guint start, guint end);
