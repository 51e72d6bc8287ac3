/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-plain-text-markers.h"

/* Italics as books are typed: "_emphasis_". */

/* Bytes of a text. */
typedef struct {
  guint start;
  guint end; /* not included */
} IbidTextRange;

/* Whether the text sets words between underscores for emphasis, rather than having names such as
 * "file_name" or "__init__" in it. */
gboolean ibid_text_emphasis_is_used (IbidTextLines *lines);

/* Takes the underscores that belong together out of `text`, which becomes shorter. Returns what
 * stood between them, IbidTextRange in order; NULL without. */
GArray *ibid_text_emphasis_take (char *text, gsize *length);

/* Gives `passage`, which has its text, spans for `ranges`, wherever `segments` say that they are
 * now. */
void ibid_text_emphasis_add_spans (GArray *ranges, GArray *segments, IbidPassage *passage);
