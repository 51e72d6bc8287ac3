/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-passage.h"

/* A passage as Pango markup for a GtkLabel: its spans, and web addresses and DOIs as links, also
 * where the file did not mark them. Only http and https lead anywhere. At most 8000 code points,
 * then "…". Free with g_free(). */
char *ibid_passage_dup_markup (IbidPassage *passage);
