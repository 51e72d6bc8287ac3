/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-reference-tokens.h"

/* A field without what parts it from its neighbours: signs at its ends, brackets and quotation
 * marks that have no partner in it, or that hold all of it; a full stop stays behind an
 * abbreviation ("Acta Chem. Scand."). Code points `start` to `end`; NULL when nothing is left. */
char *ibid_reference_trim (const IbidReferenceTokens *tokens, guint start, guint end);

/* The same, all blanks left out: for addresses. */
char *ibid_reference_join (const IbidReferenceTokens *tokens, guint start, guint end);

/* Whether the word `word`, lower case and ASCII, is at `at`, in any case, with no letter behind. */
gboolean ibid_reference_has_word (const IbidReferenceTokens *tokens, guint at, const char *word);
