/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-cited-text.h"
#include "analysis/ibid-citation-signs.h"
#include "analysis/ibid-note-units.h"

#include <string.h>

#define OUTER_MARKS                                                                                \
  (IBID_NOTE_MARK_QUOTE | IBID_NOTE_MARK_EMPHASIS | IBID_NOTE_MARK_BRACKET | IBID_NOTE_MARK_LINK)

/* Longer than this is no place in a work. */
#define MAX_LOCATOR 120

#define MAX_TITLE 240

static const IbidNoteWord *
get_word (const IbidNoteText *note, guint index, guint end)
{
  const IbidNoteWord *word;

  if (index >= note->words->len)
    return NULL;
  word = ibid_note_text_get_word (note, index);
  return word->start < end ? word : NULL;
}

char *
ibid_cited_text_dup_locator (const IbidNoteText *note, guint start, guint end)
{
  IbidStretch found;

  /* "12 (hereafter cited as *Uses*)" */
  if (ibid_back_reference_find_hereafter (note, start, end, &found))
    while (end > start && (end >= found.start || note->chars[end] != '('))
      end--;
  end = ibid_note_text_skip_back (note, start, end, ".)");
  if (end <= start || !ibid_citation_signs_find_locator (note, start, end, &found))
    return NULL;
  return ibid_note_text_dup (note, found.start, found.end);
}

/* Past "p.", "pp.", "at". */
static guint
skip_page_words (const IbidNoteText *note, guint start, guint end)
{
  const IbidNoteWord *word;
  guint index = ibid_note_text_find_word (note, start);

  while ((word = get_word (note, index, end)) != NULL && !word->number &&
         ibid_note_words_is_page (word->text) &&
         ibid_note_text_skip (note, start, word->start, ".,:") == word->start) {
    start = word->end;
    index++;
  }
  return ibid_note_text_skip (note, start, end, ".,:");
}

static gboolean
says_place (const IbidNoteText *note, guint start, guint end)
{
  const IbidNoteWord *word;

  for (guint i = ibid_note_text_find_word (note, start); (word = get_word (note, i, end)) != NULL;
       i++)
    if (word->number || ibid_note_words_is_roman (note, word) ||
        ibid_note_words_is_place (word->text))
      return TRUE;
  return FALSE;
}

static gboolean
is_page_sign (gunichar c)
{
  return c == 0x9875 || c == 0x9801 || c == 0xcabd;
}

/* "op. cit. (n. 2), 14": the bracket says where it was cited, not what is cited. */
static guint
skip_note_in_brackets (const IbidNoteText *note, guint start, guint end)
{
  guint open = ibid_note_text_skip (note, start, end, ",");
  guint close = open;
  IbidBackReference back;

  if (open >= end || note->chars[open] != '(')
    return start;
  while (close < end && note->chars[close] != ')')
    close++;
  if (close < end && ibid_back_reference_find (note, open, close, &back) &&
      back.form == IBID_BACK_NOTE)
    return close + 1;
  return start;
}

char *
ibid_cited_text_dup_back_locator (const IbidNoteText *note, const IbidPiece *piece)
{
  guint start = skip_note_in_brackets (note, piece->back.end, piece->end);
  guint end = piece->end;

  while (start < end && !g_unichar_isalnum (note->chars[start]))
    start++;
  while (end > start && !g_unichar_isalnum (note->chars[end - 1]))
    end--;
  /* "14页", "14쪽" */
  if (end > start + 1 && is_page_sign (note->chars[end - 1]))
    end--;
  start = MIN (skip_page_words (note, start, end), end);
  if (start >= end || end - start > MAX_LOCATOR || !says_place (note, start, end))
    return NULL;
  return ibid_note_text_dup (note, start, end);
}

char *
ibid_cited_text_dup_behind (const IbidNoteText *note, const IbidPiece *piece)
{
  guint start = ibid_note_text_skip (note, piece->back.end, piece->end, ".,:");
  IbidCitationSigns signs;

  if (start >= piece->end)
    return NULL;
  ibid_citation_signs_read (note, start, piece->end, &signs);
  if (!signs.title && (signs.n_upper == 0 || signs.inner))
    return NULL;
  return ibid_note_text_dup (note, start, piece->end);
}

static gboolean
ends_name (const IbidNoteText *note, const IbidNoteWord *word)
{
  guint next = ibid_note_text_skip (note, word->end, note->length, ".");
  gunichar c = ibid_note_text_get (note, next);

  return c == ',' || c == ';' || c == ':' || c == '(' || c == '[' || c == '&';
}

/* Up to the first comma, "and", bracket or title; of that the last word, with the small ones
 * before it left out: "Brissot de Warville" is found by its last. */
char *
ibid_cited_text_dup_family (const IbidNoteText *note, guint start, guint end)
{
  const IbidNoteWord *family = NULL;
  const IbidNoteWord *word;
  guint8 allowed = start < note->length ? note->marks[start] & IBID_NOTE_MARK_BRACKET : 0;

  for (guint i = ibid_note_text_find_word (note, start); (word = get_word (note, i, end)) != NULL;
       i++) {
    gboolean is_mark = (word->marks & OUTER_MARKS & ~allowed) != 0;

    if (family == NULL && !is_mark && !word->upper)
      continue;
    if (is_mark || word->number ||
        (family != NULL && ibid_note_words_is_and (word->text) && !word->upper) ||
        strcmp (word->text, "et") == 0)
      break;
    if (word->upper && word->end - word->start > 1)
      family = word;
    if (family != NULL && (ends_name (note, word) || g_str_has_suffix (word->text, "'s")))
      break;
  }
  if (family == NULL)
    return NULL;
  end = family->end;
  if (g_str_has_suffix (family->text, "'s"))
    end -= 2;
  return ibid_note_text_dup (note, family->start, end);
}

char *
ibid_cited_text_dup_year (const IbidNoteText *note, guint start, guint end)
{
  const IbidNoteWord *word;

  for (guint i = ibid_note_text_find_word (note, start); (word = get_word (note, i, end)) != NULL;
       i++)
    if (ibid_citation_signs_is_year (word))
      return ibid_note_text_dup (note, word->start, word->end);
  return NULL;
}

gboolean
ibid_cited_text_has_letters (const IbidNoteText *note, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (g_unichar_isalpha (note->chars[i]))
      return TRUE;
  return FALSE;
}

gboolean
ibid_cited_text_is_german (const IbidNoteText *note, const IbidPiece *piece)
{
  return g_unichar_tolower (ibid_note_text_get (note, piece->back.start)) == 'a' &&
         g_unichar_tolower (ibid_note_text_get (
             note, ibid_note_text_skip_back (note, piece->back.start, piece->back.end, ".") - 1)) ==
             'o';
}

/* Words before the first comma or bracket are names, those behind it numbers. */
static gboolean
is_bare_name (const IbidNoteText *note, guint start, guint end, guint *n_names)
{
  const IbidNoteWord *word;
  gboolean is_behind = FALSE;

  *n_names = 0;
  for (guint i = ibid_note_text_find_word (note, start); (word = get_word (note, i, end)) != NULL;
       i++) {
    if ((word->marks & (IBID_NOTE_MARK_QUOTE | IBID_NOTE_MARK_EMPHASIS | IBID_NOTE_MARK_LINK)) != 0)
      return FALSE;
    if (word->number || (is_behind && (ibid_note_words_is_place (word->text) ||
                                       ibid_note_words_is_roman (note, word)))) {
      is_behind = TRUE;
      continue;
    }
    if (word->end - word->start == 1 && word->upper)
      continue;
    if (is_behind && !ibid_note_words_is_and (word->text))
      return FALSE;
    if (!word->upper && !ibid_note_words_is_and (word->text) &&
        !ibid_note_words_is_particle (word->text) && strcmp (word->text, "al") != 0)
      return FALSE;
    *n_names += word->upper;
    is_behind = is_behind || (ends_name (note, word) && !ibid_note_words_is_and (word->text) &&
                              !is_behind && ibid_note_text_get (note, word->end) != ';' &&
                              ibid_note_text_get (note, word->end) != '&');
  }
  return *n_names > 0;
}

gboolean
ibid_cited_text_is_name (IbidWorkMerger *merger,
                         JsonObject *fields,
                         const IbidNoteText *note,
                         const IbidPiece *piece)
{
  g_autofree char *family = NULL;
  g_autofree char *year = NULL;
  g_autofree char *locator = NULL;
  guint n_names = 0;

  if (json_object_has_member (fields, "URL") || json_object_has_member (fields, "DOI") ||
      !is_bare_name (note, piece->start, piece->end, &n_names))
    return FALSE;
  family = ibid_cited_text_dup_family (note, piece->start, piece->end);
  year = ibid_cited_text_dup_year (note, piece->start, piece->end);
  locator = ibid_cited_text_dup_locator (note, piece->start, piece->end);
  if (family == NULL || (year == NULL && locator == NULL && n_names > 1))
    return FALSE;
  return n_names == 1 ||
         ibid_work_merger_find_author (merger, family, year != NULL ? year : "") != IBID_NO_WORK;
}

static char *
dup_member (JsonObject *fields, const char *name)
{
  JsonNode *node = json_object_get_member (fields, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return NULL;
}

/* An article's or chapter's first and last page. */
static gboolean
is_extent (JsonObject *fields, const char *page)
{
  g_autofree char *container = dup_member (fields, "container-title");

  return container != NULL &&
         (strpbrk (page, "-") != NULL || strstr (page, "–") != NULL ||
          strstr (page, "—") != NULL) &&
         strchr (page, ',') == NULL;
}

void
ibid_cited_text_clean (JsonObject *fields, char **locator)
{
  g_autofree char *page = dup_member (fields, "page");
  g_autofree char *given = dup_member (fields, "locator");
  gboolean is_own = page != NULL && is_extent (fields, page);

  json_object_remove_member (fields, "locator");
  json_object_remove_member (fields, "id");
  if (page != NULL && !is_own)
    json_object_remove_member (fields, "page");
  if (locator == NULL)
    return;
  if (*locator == NULL && (given != NULL || (page != NULL && !is_own)))
    *locator = g_strdup (given != NULL ? given : page);
  else if (*locator != NULL && is_own && strcmp (*locator, page) == 0)
    g_clear_pointer (locator, g_free);
}

gboolean
ibid_cited_text_has_title (JsonObject *fields)
{
  g_autofree char *title = dup_member (fields, "title");
  g_autofree char *container = dup_member (fields, "container-title");

  return (title != NULL && title[0] != '\0') || (container != NULL && container[0] != '\0') ||
         json_object_has_member (fields, "URL") || json_object_has_member (fields, "DOI");
}

char *
ibid_cited_text_dup (const IbidNoteText *note, const IbidPiece *piece)
{
  char *text = ibid_note_text_dup (note, piece->start, piece->end);
  g_autofree char *author = NULL;
  g_autofree char *rest = NULL;
  const IbidNoteWord *owner;
  IbidStretch title;
  guint index;

  if (!ibid_citation_signs_find_title (note, piece->start, piece->end, &title) ||
      title.start == piece->start ||
      ibid_note_units_find_names (note, piece->start, title.start) != piece->start)
    return text;
  index = ibid_note_text_find_word (note, title.start);
  owner = index > 0 ? ibid_note_text_get_word (note, index - 1) : NULL;
  if (owner == NULL || owner->end + 1 != title.start || !g_str_has_suffix (owner->text, "'s"))
    return text;
  g_free (text);
  author = ibid_note_text_dup (note, piece->start, owner->end - 2);
  rest = ibid_note_text_dup (note, title.start, piece->end);
  return g_strconcat (author, ", ", rest, NULL);
}

/* Where nobody could tell what a citation without a title is. */
static void
settle_type (JsonObject *fields, gboolean has_locator)
{
  g_autofree char *type = dup_member (fields, "type");

  if (type != NULL && strcmp (type, "document") == 0 &&
      (has_locator || json_object_has_member (fields, "issued") ||
       json_object_has_member (fields, "volume")))
    json_object_set_string_member (fields, "type", "book");
}

void
ibid_cited_text_take_title (JsonObject *fields, const IbidNoteText *note, const IbidPiece *piece)
{
  guint end = ibid_note_text_skip_back (note, piece->start, piece->end, ".,");
  g_autofree char *title = NULL;
  IbidStretch found;
  IbidStretch locator;
  IbidCitationSigns signs;
  gboolean has_locator;

  has_locator = ibid_citation_signs_find_locator (note, piece->start, end, &locator);
  if (ibid_citation_signs_find_title (note, piece->start, end, &found)) {
    title = ibid_note_text_dup (note, found.start, found.end);
    json_object_set_string_member (fields, "title", title);
    settle_type (fields, has_locator);
    return;
  }
  if (has_locator)
    end = ibid_note_text_skip_back (note, piece->start, locator.start, ".,");
  ibid_citation_signs_read (note, piece->start, end, &signs);
  if (end <= piece->start || end - piece->start > MAX_TITLE || signs.n_upper == 0)
    return;
  title = ibid_note_text_dup (note, piece->start, end);
  json_object_set_string_member (fields, "title", title);
  json_object_remove_member (fields, "author");
  json_object_remove_member (fields, "editor");
  settle_type (fields, has_locator);
}

const char *
ibid_cited_text_skip_dashes (const char *text)
{
  const char *p = text;
  guint n = 0;

  while (*p != '\0') {
    gunichar c = g_utf8_get_char (p);

    if (c != '-' && c != '_' && !(c >= 0x2010 && c <= 0x2015))
      break;
    n += c == '-' || c == '_' ? 1 : 3;
    p = g_utf8_next_char (p);
  }
  if (n < 3)
    return text;
  while (*p == '.' || *p == ',' || *p == ' ')
    p++;
  return p;
}
