/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-sentence.h"

#include <pango/pango.h>
#include <string.h>

/* How far a sentence is looked for around the marker, in code points. */
#define REACH 1500

/* Whose full stop ends no sentence, whatever follows. */
static const char *const abbreviations[] = {
    "capt", "cf", "col", "dr", "ed",   "eds", "fig", "gen", "gov", "hon", "lt",   "mr", "mrs",
    "ms",   "nr", "p",   "pp", "prof", "rev", "sen", "sgt", "st",  "vol", "vols", "vs",
};

/* TRUE when what ends at `end`, blanks aside, is an abbreviation or an initial ("J."). */
static gboolean
is_abbreviated (const gunichar *text, guint end)
{
  char word[8] = "";
  guint start;

  while (end > 0 && g_unichar_isspace (text[end - 1]))
    end--;
  if (end < 2 || text[end - 1] != '.')
    return FALSE;
  for (start = --end; start > 0 && g_unichar_isalpha (text[start - 1]); start--)
    ;
  if (start > 0 && !g_unichar_isspace (text[start - 1]) && text[start - 1] != '(')
    return FALSE;
  if (end - start == 1 && g_unichar_isupper (text[start]))
    return TRUE;
  if (end - start >= sizeof word)
    return FALSE;
  for (guint i = start; i < end; i++)
    word[i - start] = text[i] < 0x80 ? g_ascii_tolower ((char)text[i]) : '?';
  for (guint i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    if (g_str_equal (word, abbreviations[i]))
      return TRUE;
  return FALSE;
}

/* Looks at most `before` code points ahead of the note and `behind` beyond it. */
static void
find_sentence (IbidNote *note, guint before, guint behind, guint *start, guint *end)
{
  IbidPassage *passage = ibid_note_get_passage (note);
  guint at = ibid_note_get_at (note);
  guint from = at > before ? at - before : 0;
  guint to = MIN (at + behind, ibid_passage_get_length (passage));
  g_autofree char *text = ibid_passage_dup_slice (passage, from, to);
  g_autofree gunichar *chars = g_utf8_to_ucs4_fast (text, -1, NULL);
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, to - from + 1);
  /* The marker follows the full stop: the character before it is in its sentence. */
  guint last = at > from ? at - from - 1 : 0;

  pango_get_log_attrs (
      text, (int)strlen (text), -1, pango_language_get_default (), attrs, (int)(to - from + 1));
  *start = last;
  while (*start > 0 && (!attrs[*start].is_sentence_start || is_abbreviated (chars, *start)))
    (*start)--;
  *end = last + 1;
  while (*end < to - from && (!attrs[*end].is_sentence_end || is_abbreviated (chars, *end)))
    (*end)++;
  *start += from;
  *end = MIN (*end + from, to);
}

void
ibid_sentence_of_note (IbidNote *note, guint *start, guint *end)
{
  find_sentence (note, REACH, REACH, start, end);
}

guint
ibid_sentence_start_before (IbidNote *note, guint reach)
{
  guint start;
  guint end;

  find_sentence (note, reach, 0, &start, &end);
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
    ibid_sentence_of_note (note, start, end);
  }
}
