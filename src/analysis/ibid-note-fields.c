/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-note-fields.h"

#include "analysis/ibid-citation-signs.h"
#include "analysis/ibid-folding.h"
#include "analysis/ibid-reference-names.h"
#include "analysis/ibid-reference-tokens.h"

#include <string.h>

/* Roman words within italics, and the other way round, belong to the title when they are so few. */
#define MAX_GAP 30

/* "In:" is set in italics, too. */
#define MIN_TITLE 3

#define MAX_TITLE 400

static gboolean
is_set (const IbidNoteText *note, guint at, guint8 mark)
{
  return at < note->length && (note->marks[at] & mark) != 0;
}

/* Between the two stand only words: "*China: The* Shangshu *(Documents)*". */
static gboolean
is_gap (const IbidNoteText *note, guint start, guint end)
{
  if (end <= start || end - start > MAX_GAP)
    return FALSE;
  for (guint i = start; i < end; i++)
    if (!g_unichar_isalpha (note->chars[i]) && note->chars[i] != ' ' && note->chars[i] != '\'')
      return FALSE;
  return TRUE;
}

static guint
find_run_end (const IbidNoteText *note, guint at, guint end)
{
  while (at < end && is_set (note, at, IBID_NOTE_MARK_EMPHASIS))
    at++;
  return at;
}

static guint
find_run (const IbidNoteText *note, guint at, guint end)
{
  while (at < end && (!is_set (note, at, IBID_NOTE_MARK_EMPHASIS) ||
                      is_set (note, at, IBID_NOTE_MARK_QUOTE | IBID_NOTE_MARK_LINK)))
    at++;
  return at;
}

/* The first title in italics that stands in no quotation marks. */
static gboolean
find_italics (const IbidNoteText *note, guint start, guint end, IbidStretch *found)
{
  for (guint at = find_run (note, start, end); at < end; at = find_run (note, at, end)) {
    guint last = find_run_end (note, at, end);
    guint next = find_run (note, last, MIN (end, last + MAX_GAP));
    IbidStretch title;

    while (next < MIN (end, last + MAX_GAP) && is_gap (note, last, next)) {
      last = find_run_end (note, next, end);
      next = find_run (note, last, MIN (end, last + MAX_GAP));
    }
    if (last - at > MIN_TITLE && ibid_citation_signs_find_title (note, at, last, &title)) {
      *found = (IbidStretch){at, last};
      return TRUE;
    }
    at = last;
  }
  return FALSE;
}

static gboolean
find_quoted (const IbidNoteText *note, guint start, guint end, IbidStretch *found)
{
  while (start < end && !is_set (note, start, IBID_NOTE_MARK_QUOTE))
    start++;
  found->start = start;
  while (start < end && is_set (note, start, IBID_NOTE_MARK_QUOTE))
    start++;
  found->end = start;
  return found->end > found->start + 3;
}

/* Without signs at its ends, but for a question's. */
static char *
dup_title (const IbidNoteText *note, IbidStretch title)
{
  while (title.start < title.end && !g_unichar_isalnum (note->chars[title.start]) &&
         note->chars[title.start] != '(' && note->chars[title.start] != '[')
    title.start++;
  while (title.end > title.start) {
    gunichar c = note->chars[title.end - 1];

    if (g_unichar_isalnum (c) || c == '?' || c == '!' || c == ')' || c == ']')
      break;
    title.end--;
  }
  if (title.end <= title.start || title.end - title.start > MAX_TITLE)
    return NULL;
  return ibid_note_text_dup (note, title.start, title.end);
}

static const char *
get_text (JsonObject *fields, const char *member)
{
  JsonNode *node = json_object_get_member (fields, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : "";
}

static gboolean
is_same (const char *a, const char *b)
{
  g_autofree char *x = ibid_fold_text (a, MAX_TITLE);
  g_autofree char *y = ibid_fold_text (b, MAX_TITLE);

  return strcmp (x, y) == 0;
}

/* "Journal of Social Science" and "The Journal of Social Science" */
static gboolean
is_same_but_article (const char *a, const char *b)
{
  return is_same (a, b) || (g_ascii_strncasecmp (b, "the ", 4) == 0 && is_same (a, b + 4));
}

static gboolean
contains (const char *whole, const char *part)
{
  g_autofree char *x = ibid_fold_text (whole, MAX_TITLE);
  g_autofree char *y = ibid_fold_text (part, MAX_TITLE);

  return *y != '\0' && strstr (x, y) != NULL;
}

/* "…, in *Miscellaneous Pieces*" */
static gboolean
is_behind_in (const IbidNoteText *note, guint start, guint at)
{
  static const char *const words[] = {"in", "dans", "en", "em"};
  guint end = ibid_note_text_skip_back (note, start, at, ":");
  guint index = ibid_note_text_find_word (note, end);
  const IbidNoteWord *word = index > 0 ? ibid_note_text_get_word (note, index - 1) : NULL;

  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (words); i++)
    if (word->end == end && word->start >= start && strcmp (word->text, words[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
set_type (JsonObject *fields, const char *type)
{
  const char *found = get_text (fields, "type");

  if (*found == '\0' || strcmp (found, "document") == 0 || strcmp (found, "book") == 0 ||
      strcmp (found, "webpage") == 0)
    json_object_set_string_member (fields, "type", type);
}

/* "Rebecca Munson's essay in this issue of": the end of her name. */
static guint
skip_back_to_owner (const IbidNoteText *note, guint start, guint end)
{
  for (guint i = ibid_note_text_find_word (note, start); i < note->words->len; i++) {
    const IbidNoteWord *word = ibid_note_text_get_word (note, i);

    if (word->start >= end)
      break;
    if (word->upper && g_str_has_suffix (word->text, "'s"))
      return word->end - 2;
  }
  return end;
}

/* What is set in italics is no mere document. */
static void
settle_type (JsonObject *fields)
{
  if (strcmp (get_text (fields, "type"), "document") == 0)
    json_object_set_string_member (fields, "type", "book");
}

/* Whom the first author's name makes of what stands before the title. */
static void
take_author (JsonObject *fields, const IbidNoteText *note, guint start, guint end)
{
  guint last = skip_back_to_owner (note, start, ibid_note_text_skip_back (note, start, end, ",:."));
  g_autofree char *text = NULL;
  g_autoptr (JsonArray) names = NULL;
  guint n_upper = 0;

  for (guint i = ibid_note_text_find_word (note, start); i < note->words->len; i++) {
    const IbidNoteWord *word = ibid_note_text_get_word (note, i);

    if (word->start >= last)
      break;
    if (word->number)
      return;
    n_upper += word->upper;
  }
  if (n_upper == 0 || n_upper > 6 || json_object_has_member (fields, "author") ||
      json_object_has_member (fields, "editor"))
    return;
  text = ibid_note_text_dup (note, start, last);
  names = ibid_reference_names_parse (text);
  if (json_array_get_length (names) > 0)
    json_object_set_array_member (fields, "author", g_steal_pointer (&names));
}

/* "*Autobiography*, p. 246": a title that was read as a name. */
static void
drop_false_author (JsonObject *fields, const char *title)
{
  JsonArray *names;
  JsonObject *name;

  if (!json_object_has_member (fields, "author"))
    return;
  names = json_object_get_array_member (fields, "author");
  if (json_array_get_length (names) != 1)
    return;
  name = json_array_get_object_element (names, 0);
  if (contains (title, get_text (name, "family")) && contains (title, get_text (name, "given")))
    json_object_remove_member (fields, "author");
  else if (is_same (title, get_text (name, "family")) ||
           is_same (title, get_text (name, "literal")))
    json_object_remove_member (fields, "author");
}

/* "Rousseau, *Emilius*", read as a name and a given name; "Watson, *Pietro Tacca, Sculptor*", read
 * as two names. */
static void
split_false_author (JsonObject *fields, const char *title)
{
  JsonArray *names = json_object_has_member (fields, "author")
                         ? json_object_get_array_member (fields, "author")
                         : NULL;

  for (guint i = names != NULL ? json_array_get_length (names) : 0; i-- > 0;) {
    JsonObject *name = json_array_get_object_element (names, i);
    g_autofree char *whole = g_strjoin (
        " ", get_text (name, "given"), get_text (name, "family"), NULL);

    if (is_same (get_text (name, "given"), title) ||
        (*get_text (name, "given") != '\0' && contains (title, whole)))
      json_array_remove_element (names, i);
  }
  if (names != NULL && json_array_get_length (names) == 0)
    json_object_remove_member (fields, "author");
}

/* What was found within the title, and is none. */
static void
drop_parts (JsonObject *fields, const char *title)
{
  static const char *const members[] = {
      "container-title", "collection-title", "publisher", "publisher-place", "genre"};

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (contains (title, get_text (fields, members[i])))
      json_object_remove_member (fields, members[i]);
  if (contains (get_text (fields, "archive"), title)) {
    json_object_remove_member (fields, "archive");
    json_object_set_string_member (fields, "type", "book");
  }
}

/* The title once more, in another script. */
static gboolean
goes_on_in_cjk (const IbidNoteText *note, const IbidStretch *italics)
{
  guint next = ibid_note_text_skip (note, italics->end, note->length, "");

  return ibid_reference_is_cjk (ibid_note_text_get (note, next));
}

/* "*Special Report* of the Commission", "*Mikhail Bakhtin*: Creation of a Prosaics": the title goes
 * on. */
static gboolean
goes_on (const IbidNoteText *note, const IbidStretch *italics)
{
  static const char *const words[] = {
      "of ", "and ", "for ", "as ", "on ", "from ", "to ", "with ", "in "};
  guint next = italics->end + 1;

  if (ibid_note_text_get (note, italics->end) == ':')
    return TRUE;
  if (ibid_note_text_get (note, italics->end) != ' ' ||
      !g_unichar_islower (ibid_note_text_get (note, next)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (ibid_note_text_has (note, next, words[i]))
      return TRUE;
  return FALSE;
}

/* "The ecology of *Salmo salar* in rivers": words of a title that is set in roman. */
static gboolean
is_within (const IbidNoteText *note, guint start, const IbidStretch *italics)
{
  guint index = ibid_note_text_find_word (note, italics->start);
  const IbidNoteWord *word = index > 0 ? ibid_note_text_get_word (note, index - 1) : NULL;

  return word != NULL && word->start > start && word->end + 1 == italics->start && !word->upper &&
         !word->number && ibid_note_text_get (note, word->end) == ' ' &&
         !is_behind_in (note, start, italics->start);
}

/* Nothing to say that the letters did not. */
static gboolean
is_known (JsonObject *fields,
          const IbidNoteText *note,
          guint start,
          const IbidStretch *italics,
          const char *title)
{
  return is_same_but_article (title, get_text (fields, "container-title")) ||
         is_same (title, get_text (fields, "collection-title")) ||
         ((goes_on (note, italics) || goes_on_in_cjk (note, italics) ||
           is_within (note, start, italics)) &&
          contains (get_text (fields, "title"), title));
}

/* "Mrs. Barbauld, in *Miscellaneous Pieces*": the title that was found is that of the whole. */
static void
take_container (JsonObject *fields, const char *title)
{
  gboolean is_title = contains (get_text (fields, "title"), title);

  if (!is_title && *get_text (fields, "container-title") != '\0')
    return;
  if (is_title)
    json_object_remove_member (fields, "title");
  json_object_set_string_member (fields, "container-title", title);
  set_type (fields, "chapter");
}

static void
take_title (
    JsonObject *fields, const IbidNoteText *note, guint start, guint italics, const char *title)
{
  if (italics == start)
    drop_false_author (fields, title);
  json_object_set_string_member (fields, "title", title);
  drop_parts (fields, title);
  if (italics > start)
    take_author (fields, note, start, italics);
  if (!json_object_has_member (fields, "URL"))
    set_type (fields, "book");
}

static void
mend_italics (JsonObject *fields, const IbidNoteText *note, guint start, IbidStretch italics)
{
  g_autofree char *title = dup_title (note, italics);
  const char *found = get_text (fields, "title");
  gboolean is_in = is_behind_in (note, start, italics.start);

  if (title == NULL || is_known (fields, note, start, &italics, title))
    return;
  split_false_author (fields, title);
  if (is_in && (!is_same_but_article (title, found) || json_object_has_member (fields, "author")))
    take_container (fields, title);
  else if (is_same_but_article (title, found))
    settle_type (fields);
  else if (*found == '\0' || contains (found, title) || contains (title, found))
    take_title (fields, note, start, italics.start, title);
}

static void
mend_both (JsonObject *fields, const IbidNoteText *note, IbidStretch quoted, IbidStretch italics)
{
  g_autofree char *title = dup_title (note, quoted);
  g_autofree char *container = dup_title (note, italics);
  const char *found = get_text (fields, "container-title");
  gboolean is_in = is_behind_in (note, quoted.end, italics.start);

  if (title != NULL && !is_same (title, get_text (fields, "title")) &&
      contains (get_text (fields, "title"), title))
    json_object_set_string_member (fields, "title", title);
  /* "*ACL*" in a longer name is not all of it. */
  if (container == NULL || is_same (container, found) ||
      (contains (found, container) && 2 * strlen (container) < strlen (found)))
    return;
  json_object_set_string_member (fields, "container-title", container);
  set_type (fields, is_in ? "chapter" : "article-journal");
}

/* All of the citation is set in italics, not its title. */
static gboolean
says_nothing (JsonObject *fields, const IbidPiece *piece, IbidStretch italics)
{
  return italics.start <= piece->start + 1 && italics.end + 2 >= piece->end &&
         (json_object_has_member (fields, "author") || json_object_has_member (fields, "issued"));
}

void
ibid_note_fields_mend (JsonObject *fields, const IbidNoteText *note, const IbidPiece *piece)
{
  IbidStretch italics;
  IbidStretch quoted;

  g_return_if_fail (fields != NULL && note != NULL && piece != NULL);
  if (!find_italics (note, piece->start, piece->end, &italics) ||
      says_nothing (fields, piece, italics))
    return;
  if (find_quoted (note, piece->start, italics.start, &quoted))
    mend_both (fields, note, quoted, italics);
  else
    mend_italics (fields, note, piece->start, italics);
}
