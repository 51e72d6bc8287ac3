/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reference-fields.h"

#include "analysis/ibid-csl-type.h"
#include "analysis/ibid-reference-addresses.h"
#include "analysis/ibid-reference-dates.h"
#include "analysis/ibid-reference-labels.h"
#include "analysis/ibid-reference-names.h"
#include "analysis/ibid-reference-numbers.h"
#include "analysis/ibid-reference-records.h"
#include "analysis/ibid-reference-trim.h"
#include "analysis/ibid-reference-words.h"

#include <string.h>

typedef struct {
  JsonObject *item;
  const IbidReferenceTokens *tokens;
  const GArray *spans;
  gboolean has_in; /* "In" stands before the container */
} Maker;

static void
set_text (Maker *self, const char *member, char *text)
{
  if (text != NULL && *text != '\0' && !json_object_has_member (self->item, member))
    json_object_set_string_member (self->item, member, text);
  g_free (text);
}

static gboolean
has (const Maker *self, const char *member)
{
  return json_object_has_member (self->item, member);
}

/* --- Names -------------------------------------------------------------------------------- */

static void
add_names (Maker *self, const char *member, const char *text)
{
  g_autoptr (JsonArray) names = ibid_reference_names_parse (text);
  JsonArray *all;

  if (json_array_get_length (names) == 0)
    return;
  if (!has (self, member)) {
    json_object_set_array_member (self->item, member, g_steal_pointer (&names));
    return;
  }
  all = json_object_get_array_member (self->item, member);
  for (guint i = 0; i < json_array_get_length (names); i++)
    json_array_add_element (all, json_array_dup_element (names, i));
}

/* Whether "In" or "In:" stands right before `at`. */
static gboolean
is_behind_in (const Maker *self, guint at)
{
  static const char *const words[] = {"in", "dans", "en", "em", NULL};

  while (at > 0 &&
         (g_unichar_isspace (self->tokens->chars[at - 1]) || self->tokens->folded[at - 1] == ':'))
    at--;
  for (guint i = 0; words[i] != NULL; i++) {
    guint length = (guint)strlen (words[i]);

    if (at >= length && ibid_reference_has_word (self->tokens, at - length, words[i]) &&
        (at == length || !g_unichar_isalpha (self->tokens->chars[at - length - 1])))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_editor_word (const Maker *self, const IbidReferenceToken *token)
{
  const gunichar *word = self->tokens->folded + token->start;

  return token->kind == IBID_REFERENCE_TOKEN_WORD &&
         (ibid_word_find_lists (ibid_word_hash (word, token->end - token->start)) &
          IBID_WORD_EDITOR);
}

/* "In A. Smith (ed.)": of the book that it is in. */
static gboolean
says_editor (const Maker *self, const IbidReferenceSpan *span)
{
  const GArray *tokens = self->tokens->tokens;

  if (ibid_reference_has_word (self->tokens, span->start, "in") || is_behind_in (self, span->start))
    return TRUE;
  for (guint i = 0; i < tokens->len; i++) {
    const IbidReferenceToken *token = &g_array_index (tokens, IbidReferenceToken, i);

    if (token->start >= span->end)
      break;
    if (token->start >= span->start && is_editor_word (self, token))
      return TRUE;
  }
  return FALSE;
}

/* "Darnton and Roche, eds.": the last word of the field, or the first behind it. */
static gboolean
ends_as_editor (const Maker *self, const IbidReferenceSpan *span)
{
  const GArray *tokens = self->tokens->tokens;
  gboolean is_editor = FALSE;

  for (guint i = 0; i < tokens->len; i++) {
    const IbidReferenceToken *token = &g_array_index (tokens, IbidReferenceToken, i);

    if (token->start < span->start || token->kind == IBID_REFERENCE_TOKEN_SIGN)
      continue;
    if (token->start >= span->end)
      return is_editor || is_editor_word (self, token);
    is_editor = is_editor_word (self, token);
  }
  return is_editor;
}

static char *
dup_span (const Maker *self, const IbidReferenceSpan *span)
{
  return g_ucs4_to_utf8 (
      self->tokens->chars + span->start, (glong)(span->end - span->start), NULL, NULL, NULL);
}

/* "Caroline Rooney’s" without what makes her the owner. */
static char *
dup_names (const Maker *self, const IbidReferenceSpan *span)
{
  IbidReferenceSpan names = *span;

  if (names.end > names.start + 3 && self->tokens->folded[names.end - 1] == 's' &&
      self->tokens->folded[names.end - 2] == '\'')
    names.end -= 2;
  return dup_span (self, &names);
}

static void
add_people (Maker *self, const IbidReferenceSpan *span)
{
  g_autofree char *text = dup_names (self, span);

  if (text == NULL)
    return;
  if (span->label == IBID_REFERENCE_TRANSLATOR)
    add_names (self, "translator", text);
  else if (span->label == IBID_REFERENCE_EDITOR ||
           (has (self, "author") ? says_editor (self, span) : ends_as_editor (self, span)))
    add_names (self, "editor", text);
  else
    add_names (self, "author", text);
}

/* --- Titles ------------------------------------------------------------------------------- */

static gboolean
has_span (const Maker *self, IbidReferenceLabel label)
{
  for (guint i = 0; i < self->spans->len; i++)
    if (g_array_index (self->spans, IbidReferenceSpan, i).label == label)
      return TRUE;
  return FALSE;
}

/* The container has volumes, and nobody edited it. */
static gboolean
is_journal (const Maker *self)
{
  return has_span (self, IBID_REFERENCE_VOLUME) && !has_span (self, IBID_REFERENCE_EDITOR) &&
         !has_span (self, IBID_REFERENCE_PUBLISHER);
}

/* Behind "In:" and "(eds.)". */
static guint
skip_in (const Maker *self, const IbidReferenceSpan *span)
{
  static const char *const words[] = {"in", "dans", "en", "em", NULL};
  guint at = span->start;

  for (guint i = 0; words[i] != NULL; i++) {
    guint end = at + (guint)strlen (words[i]);

    if (!ibid_reference_has_word (self->tokens, at, words[i]) || end >= span->end)
      continue;
    /* "En" and "Em" begin titles, too ("Em Questão, v. 21"); "In" hardly ever. */
    if (i >= 2 && self->tokens->folded[end] != ':' && (span->start == 0 || is_journal (self)))
      continue;
    while (end < span->end &&
           (self->tokens->folded[end] == ':' || self->tokens->folded[end] == ','))
      end++;
    return end < span->end ? end : at;
  }
  return at;
}

/* ", Special Issue on Scheduling": said of a volume, no part of the journal's name. */
static guint
find_special_issue (const Maker *self, guint start, guint end)
{
  for (guint i = start + 1; i + 1 < end; i++)
    if ((self->tokens->folded[i - 1] == ',' || self->tokens->folded[i - 1] == ':') &&
        g_unichar_isspace (self->tokens->chars[i]) &&
        ibid_reference_has_word (self->tokens, i + 1, "special") &&
        ibid_reference_has_word (self->tokens, i + 9, "issue"))
      return i - 1;
  return end;
}

static void
add_container (Maker *self, const IbidReferenceSpan *span)
{
  guint start = skip_in (self, span);
  guint end = find_special_issue (self, start, span->end);

  self->has_in = self->has_in || start > span->start || is_behind_in (self, span->start);
  set_text (self,
            "container-title",
            ibid_reference_trim (self->tokens, start, end > start ? end : span->end));
}

/* A title behind an editor or "In" is that of the book. */
static void
add_title (Maker *self, const IbidReferenceSpan *span)
{
  if (!has (self, "title"))
    set_text (self, "title", ibid_reference_trim (self->tokens, span->start, span->end));
  else if (has (self, "editor") || is_behind_in (self, span->start))
    add_container (self, span);
}

static void
add_collection (Maker *self, const IbidReferenceSpan *span)
{
  set_text (self, "collection-title", ibid_reference_trim (self->tokens, span->start, span->end));
}

/* --- Others ------------------------------------------------------------------------------- */

/* "2nd ed.": the number alone; "rev. ed." as it stands. */
static char *
make_edition (const Maker *self, const IbidReferenceSpan *span)
{
  g_autofree char *text = ibid_reference_trim (self->tokens, span->start, span->end);
  g_autofree char *number = NULL;

  if (text == NULL || !g_ascii_isdigit (*text))
    return g_steal_pointer (&text);
  number = g_strndup (text, strspn (text, "0123456789"));
  return strlen (number) <= 2 ? g_steal_pointer (&number) : g_steal_pointer (&text);
}

static void
rename_field (Maker *self, const char *from, const char *to)
{
  g_autofree char *text = g_strdup (json_object_get_string_member (self->item, from));

  json_object_set_string_member (self->item, to, text);
  json_object_remove_member (self->item, from);
}

/* "box 4", "MS 12": where it is kept, not by whom. */
static gboolean
is_shelf_mark (const char *text)
{
  static const char *const words[] = {"box", "folder", "ms", "mss", "fol", "f", "no", "reel"};
  gsize length = strcspn (text, " .");

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (text, words[i], length) == 0)
      return TRUE;
  return FALSE;
}

static void
add_archive (Maker *self, const IbidReferenceSpan *span)
{
  g_autofree char *text = ibid_reference_trim (self->tokens, span->start, span->end);
  g_autofree char *joined = NULL;

  if (text == NULL)
    return;
  if (!has (self, "archive")) {
    set_text (self, "archive", g_steal_pointer (&text));
    return;
  }
  if (is_shelf_mark (json_object_get_string_member (self->item, "archive")) &&
      !is_shelf_mark (text)) {
    const char *place = json_object_get_string_member_with_default (
        self->item, "archive_location", "");

    joined = g_strconcat (json_object_get_string_member (self->item, "archive"),
                          *place != '\0' ? ", " : "",
                          place,
                          NULL);
    json_object_set_string_member (self->item, "archive_location", joined);
    json_object_set_string_member (self->item, "archive", text);
    return;
  }
  if (has (self, "archive_location")) {
    joined = g_strconcat (
        json_object_get_string_member (self->item, "archive_location"), ", ", text, NULL);
    json_object_set_string_member (self->item, "archive_location", joined);
  } else {
    set_text (self, "archive_location", g_steal_pointer (&text));
  }
}

static void
add_note (Maker *self, const IbidReferenceSpan *span)
{
  static const char *const words[] = {
      "sec", "section", "sections", "art", "arts", "article", "articles", NULL};
  gboolean is_section = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    is_section = is_section || ibid_reference_has_word (self->tokens, span->start, words[i]);
  if (span->end - span->start > 1 && self->tokens->folded[span->start] == 0xa7)
    set_text (self, "section", ibid_reference_trim (self->tokens, span->start + 1, span->end));
  if (is_section) {
    guint at = span->start;

    while (at < span->end && !g_unichar_isspace (self->tokens->chars[at]))
      at++;
    set_text (self, "section", ibid_reference_trim (self->tokens, at, span->end));
  }
}

/* "Cmd. 377", a number that is no ISBN or PMID; "arXiv" without one. */
static void
add_number (Maker *self, const IbidReferenceSpan *span)
{
  static const char *const words[] = {"cmd", "cmnd", "cm", "cd", "c", NULL};

  g_autofree char *text = ibid_reference_trim (self->tokens, span->start, span->end);

  if (text != NULL && g_ascii_strcasecmp (text, "arxiv") == 0)
    set_text (self, "container-title", g_steal_pointer (&text));
  for (guint i = 0; words[i] != NULL; i++)
    if (ibid_reference_has_word (self->tokens, span->start, words[i]))
      set_text (self, "number", ibid_reference_trim (self->tokens, span->start, span->end));
}

/* Where a thesis or report was written: who published it, for CSL. */
static void
add_institution (Maker *self)
{
  const char *type = json_object_get_string_member (self->item, "type");

  if (strcmp (type, "thesis") != 0 && strcmp (type, "report") != 0)
    return;
  for (guint i = 0; i < self->spans->len; i++) {
    const IbidReferenceSpan *span = &g_array_index (self->spans, IbidReferenceSpan, i);

    if (span->label == IBID_REFERENCE_ORG)
      set_text (self, "publisher", ibid_reference_trim (self->tokens, span->start, span->end));
  }
}

/* "64, 37-40", "330, 1347" where no volume stands before it: volume and pages. */
static void
add_pages (Maker *self, const IbidReferenceSpan *span)
{
  g_autofree char *pages = ibid_reference_make_pages (self->tokens, span->start, span->end);
  gsize n_digits;

  if (pages == NULL || has (self, "page"))
    return;
  n_digits = strspn (pages, "0123456789");
  if (!has (self, "volume") && has (self, "container-title") && n_digits > 0 && n_digits < 5 &&
      pages[n_digits] == ',' && strpbrk (pages + n_digits, "0123456789") != NULL &&
      strchr (pages + n_digits + 1, ',') == NULL) {
    set_text (self, "volume", g_strndup (pages, n_digits));
    set_text (self, "page", g_strstrip (g_strdup (pages + n_digits + 1)));
    return;
  }
  set_text (self, "page", g_steal_pointer (&pages));
}

/* A whole that is called the container of nothing has a title; a journal alone, with volume and
 * page and a short name, is no title. */
static void
settle_titles (Maker *self)
{
  gboolean is_numbered = has (self, "volume") || has (self, "issue") || has (self, "page");

  if (!has (self, "title") && has (self, "container-title") && !is_numbered && !self->has_in &&
      !ibid_reference_date_has_month (self->item)) {
    rename_field (self, "container-title", "title");
  } else if (has (self, "title") && !has (self, "container-title") && has (self, "page") &&
             has (self, "volume") && has (self, "issued") && !has (self, "publisher") &&
             !has (self, "publisher-place") && !has (self, "editor")) {
    const char *title = json_object_get_string_member (self->item, "title");
    const char *volume = json_object_get_string_member (self->item, "volume");
    guint n_blanks = 0;

    for (const char *p = title; *p != '\0'; p++)
      n_blanks += *p == ' ';
    if (n_blanks < 4 && g_ascii_isdigit (*volume))
      rename_field (self, "title", "container-title");
  }
}

static void
add_span (Maker *self, const IbidReferenceSpan *span)
{
  switch (span->label) {
  case IBID_REFERENCE_AUTHOR:
  case IBID_REFERENCE_EDITOR:
  case IBID_REFERENCE_TRANSLATOR:
    add_people (self, span);
    break;
  case IBID_REFERENCE_TITLE:
    add_title (self, span);
    break;
  case IBID_REFERENCE_CONTAINER:
    add_container (self, span);
    break;
  case IBID_REFERENCE_COLLECTION:
    add_collection (self, span);
    break;
  case IBID_REFERENCE_VOLUME:
    set_text (self, "volume", ibid_reference_make_volume (self->tokens, span->start, span->end));
    break;
  case IBID_REFERENCE_ISSUE:
    set_text (self, "issue", ibid_reference_make_issue (self->tokens, span->start, span->end));
    break;
  case IBID_REFERENCE_PAGES:
    add_pages (self, span);
    break;
  case IBID_REFERENCE_PUBLISHER:
    set_text (self, "publisher", ibid_reference_trim (self->tokens, span->start, span->end));
    break;
  case IBID_REFERENCE_PLACE:
    set_text (self, "publisher-place", ibid_reference_trim (self->tokens, span->start, span->end));
    break;
  case IBID_REFERENCE_EDITION:
    set_text (self, "edition", make_edition (self, span));
    break;
  case IBID_REFERENCE_GENRE:
    set_text (self, "genre", ibid_reference_trim (self->tokens, span->start, span->end));
    break;
  case IBID_REFERENCE_ARCHIVE:
    add_archive (self, span);
    break;
  case IBID_REFERENCE_NOTE:
    add_note (self, span);
    break;
  case IBID_REFERENCE_ID:
    add_number (self, span);
    break;
  default:
    break;
  }
}

/* "John Adams to Abigail Adams", "A letter from Giambologna to Vinta": by the first who is named.
 */
static void
settle_letter (Maker *self)
{
  static const char *const openings[] = {
      "letter from ", "letter of ", "a letter from ", "the letter of ", "telegram from "};
  const char *title = json_object_get_string_member_with_default (self->item, "title", "");
  const char *start = title;
  const char *end;
  g_autofree char *lower = g_ascii_strdown (title, MIN ((gssize)strlen (title), 20));
  g_autofree char *name = NULL;

  if (has (self, "author") || !ibid_reference_records_is_letter (self->tokens))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if (g_str_has_prefix (lower, openings[i]))
      start = title + strlen (openings[i]);
  end = strstr (start, " to ");
  if (end == NULL)
    return;
  name = g_strndup (start, (gsize)(end - start));
  if (g_unichar_isupper (g_utf8_get_char (name)))
    add_names (self, "author", name);
}

/* A single word that signs a page or a paper's article is an agency, hardly a person. */
static void
settle_agency (Maker *self)
{
  const char *type = json_object_get_string_member (self->item, "type");
  JsonArray *authors = has (self, "author") ? json_object_get_array_member (self->item, "author")
                                            : NULL;
  g_autofree char *word = NULL;
  JsonObject *name;

  if (authors == NULL || json_array_get_length (authors) != 1 ||
      (strcmp (type, "webpage") != 0 && strcmp (type, "article-newspaper") != 0))
    return;
  name = json_array_get_object_element (authors, 0);
  if (json_object_get_size (name) != 1 || !json_object_has_member (name, "family"))
    return;
  word = g_strdup (json_object_get_string_member (name, "family"));
  json_object_remove_member (name, "family");
  json_object_set_string_member (name, "literal", word);
}

JsonObject *
ibid_reference_fields_make (const IbidReferenceTokens *tokens, const GArray *spans)
{
  Maker self = {json_object_new (), tokens, spans, FALSE};

  for (guint i = 0; i < spans->len; i++)
    add_span (&self, &g_array_index (spans, IbidReferenceSpan, i));
  ibid_reference_dates_add (self.item, tokens, spans);
  ibid_reference_addresses_add (self.item, tokens, spans);
  settle_titles (&self);
  settle_letter (&self);
  json_object_set_string_member (self.item, "type", ibid_csl_type_guess (self.item, tokens, spans));
  add_institution (&self);
  settle_agency (&self);
  return self.item;
}
