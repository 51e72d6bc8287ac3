/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

/* The words that a note stands for, where no claim says it: the sentence that ends with, or holds,
 * the marker. Sets code points of the note's passage. */
void ibid_sentence_of_note (IbidNote *note, guint *start, guint *end);

/* Where that sentence begins; `reach` code points ahead of the note when it begins earlier, or is
 * not looked for further. Takes no longer in a long passage. */
guint ibid_sentence_start_before (IbidNote *note, guint reach);

/* The sentence, or the shortest claim that contains the marker when there is one. */
void
ibid_sentence_or_claim_of_note (IbidDocument *document, IbidNote *note, guint *start, guint *end);
