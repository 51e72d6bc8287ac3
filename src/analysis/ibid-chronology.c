/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-chronology.h"

#include "analysis/ibid-sentences.h"

#include <string.h>

/* Ahead of the date stand no more code points: "A.D.", a bullet, a bracket. */
#define LEAD_LENGTH 8

/* Only marks, "A.D." and the like stand ahead of the date. */
static gboolean
is_at_start (const IbidProseParagraph *paragraph, const IbidFoundDate *date)
{
  const char *end = ibid_passage_get_pointer (IBID_PASSAGE (paragraph->paragraph), date->start);
  g_autofree char *lead = NULL;

  if (date->start > LEAD_LENGTH)
    return FALSE;
  lead = g_utf8_strdown (paragraph->text, end - paragraph->text);
  for (const char *p = lead; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return g_str_has_prefix (lead, "a.d.") || g_str_has_prefix (lead, "ad ") ||
             g_str_has_prefix (lead, "a. d.") || g_str_has_prefix (lead, "anno ") ||
             g_str_has_prefix (lead, "c. ") || g_str_has_prefix (lead, "ca. ");
  return TRUE;
}

/* What parts the date from what is told: a full stop, a colon, a dash; in rows and items also a
 * comma or a tab. Gives the bytes of it, 0 when it is none. */
static gsize
measure_parting (const char *p, IbidParagraphStyle style)
{
  gboolean is_list = style == IBID_PARAGRAPH_LIST_ITEM || style == IBID_PARAGRAPH_TABLE_ROW;
  const char *start = p;

  while (*p == ' ' || *p == ')' || *p == ']')
    p++;
  if (*p == '.' || *p == ':' || (is_list && *p == ','))
    return p[1] == ' ' || p[1] == '\t' || p[1] == '\n' ? (gsize)(p + 1 - start) : 0;
  if (*p == '\t')
    return (gsize)(p - start) + 1;
  if (g_str_has_prefix (p, "–") || g_str_has_prefix (p, "—"))
    return (gsize)(p - start) + 3;
  if (p > start && *p == '-' && p[1] == ' ')
    return (gsize)(p - start) + 2;
  if (g_str_has_prefix (p, "：") || g_str_has_prefix (p, "　"))
    return (gsize)(p - start) + 3;
  return is_list && p > start && g_unichar_isupper (g_utf8_get_char (p)) ? (gsize)(p - start) : 0;
}

/* The first sentence that ends behind `at`, from there on; FALSE when nothing is left. */
static gboolean
find_told (const IbidProseParagraph *paragraph, guint at, IbidStretch *told)
{
  guint n_words = 0;

  told->start = at;
  for (guint i = 0; i < paragraph->sentences->len; i++) {
    const IbidStretch *sentence = &g_array_index (paragraph->sentences, IbidStretch, i);

    if (sentence->end <= at)
      continue;
    told->end = sentence->end;
    n_words = ibid_words_index_at (paragraph->words, told->end) -
              ibid_words_index_at (paragraph->words, at);
    if (n_words >= 2)
      break;
  }
  return n_words >= 1;
}

/* A row of figures tells nothing. */
static gboolean
has_letters (const IbidProseParagraph *paragraph, const IbidStretch *told)
{
  guint n_letters = 0;
  guint n_figures = 0;

  for (guint i = ibid_words_index_at (paragraph->words, told->start); i < paragraph->words->len;
       i++) {
    const IbidWord *word = &g_array_index (paragraph->words, IbidWord, i);

    if (word->start >= told->end)
      break;
    if ((word->flags & IBID_WORD_SIGN) != 0)
      return TRUE;
    n_figures += (word->flags & IBID_WORD_NUMBER) != 0;
    n_letters += (word->flags & IBID_WORD_LETTERS) != 0 && word->end - word->start > 2;
  }
  return n_letters > MIN (n_figures, 3);
}

gboolean
ibid_chronology_read (const IbidProseParagraph *paragraph, IbidChronologyEntry *entry)
{
  IbidPassage *passage = IBID_PASSAGE (paragraph->paragraph);
  const IbidFoundDate *date;
  const char *p;
  gsize parting;
  guint at;

  if (paragraph->dates->len == 0)
    return FALSE;
  date = &g_array_index (paragraph->dates, IbidFoundDate, 0);
  if (date->is_inferred || !is_at_start (paragraph, date))
    return FALSE;
  p = ibid_passage_get_pointer (passage, date->end);
  parting = measure_parting (p, ibid_paragraph_get_style (paragraph->paragraph));
  if (parting == 0)
    return FALSE;
  at = date->end + (guint)g_utf8_pointer_to_offset (p, p + parting);
  entry->date = 0;
  if (!find_told (paragraph, at, &entry->told) || !has_letters (paragraph, &entry->told))
    return FALSE;
  entry->end = entry->told.end;
  return TRUE;
}
