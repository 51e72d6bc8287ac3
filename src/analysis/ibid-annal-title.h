/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-prose.h"

/* A title for an entry of English annals whose verb stands first, "This year died bishop Petwin, on
 * the …": the subject goes ahead, "Bishop Petwin died". NULL for other entries. Free with
 * g_free(). */
char *ibid_annal_title_dup (const IbidProseParagraph *paragraph, IbidStretch told);
