/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-sentence.h"

#include "analysis/ibid-sentences.h"

/* How far a sentence is looked for around the marker, in code points. */
#define REACH 1500

static const char *
get_language (IbidDocument *document)
{
  return ibid_body_get_language (ibid_document_get_body (document));
}

/* Looks at most `before` code points ahead of the note and `behind` beyond it. */
static void
find_sentence (
    IbidNote *note, const char *language, guint before, guint behind, guint *start, guint *end)
{
  IbidPassage *passage = ibid_note_get_passage (note);
  guint at = ibid_note_get_at (note);
  guint from = at > before ? at - before : 0;
  guint to = MIN (at + behind, ibid_passage_get_length (passage));
  g_autofree char *text = ibid_passage_dup_slice (passage, from, to);
  g_autoptr (GArray) sentences = ibid_sentences_find (text, language);
  guint index = ibid_sentences_index_at (sentences, MAX (at - from, 1));

  *start = at;
  *end = at;
  if (index != G_MAXUINT) {
    const IbidStretch *sentence = &g_array_index (sentences, IbidStretch, index);

    *start = from + sentence->start;
    *end = from + sentence->end;
  }
}

void
ibid_sentence_of_note (IbidNote *note, guint *start, guint *end)
{
  find_sentence (note, NULL, REACH, REACH, start, end);
}

guint
ibid_sentence_start_before (IbidNote *note, guint reach)
{
  guint start;
  guint end;

  find_sentence (note, NULL, reach, 0, &start, &end);
  return start;
}

void
ibid_sentence_or_claim_of_note (IbidDocument *document, IbidNote *note, guint *start, guint *end)
{
  IbidClaim *claim = ibid_document_get_claim_of_note (document, note);

  if (claim != NULL) {
    *start = ibid_claim_get_start (claim);
    *end = ibid_claim_get_end (claim);
  } else {
    find_sentence (note, get_language (document), REACH, REACH, start, end);
  }
}
