/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-prose.h"

/* Words with capitals that stand together, small words among them: "Ministry of Defense". Indices
 * of words, `last` not in it. */
typedef struct {
  guint first;
  guint last;
  gboolean opens_sentence; /* its first word begins a sentence, so that the capital says nothing */
} IbidNameSpan;

/* The span that begins with word `index`, of the sentence that ends at code point `end`; FALSE when
 * none does. Words that begin sentences rather than names ("The", "However") are left out. */
gboolean ibid_name_span_find (const IbidProseParagraph *paragraph,
                              const char *language,
                              guint index,
                              guint end,
                              IbidNameSpan *span);

/* Its words as printed. Free with g_free(). */
char *ibid_name_span_dup_text (const IbidProseParagraph *paragraph, guint first, guint last);
