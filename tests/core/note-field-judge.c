/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "note-field-judge.h"

#include <string.h>

static const struct {
  const char *label;
  const char *member;
} fields[NOTE_FIELD_N] = {
    {"type", "type"},
    {"author", "author"},
    {"editor", "editor"},
    {"translator", "translator"},
    {"title", "title"},
    {"container", "container-title"},
    {"collection", "collection-title"},
    {"volume", "volume"},
    {"issue", "issue"},
    {"page", "page"},
    {"publisher", "publisher"},
    {"place", "publisher-place"},
    {"edition", "edition"},
    {"date", "issued"},
    {"accessed", "accessed"},
    {"section", "section"},
    {"number", "number"},
    {"archive", "archive"},
    {"url", "URL"},
    {"doi", "DOI"},
};

/* --- What was found, as text ------------------------------------------------------------------ */

static void
append_member (GString *out, JsonObject *name, const char *member)
{
  const char *text = json_object_get_string_member_with_default (name, member, "");

  if (*text != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", text);
}

/* "Family, Given; Family, Given" */
static char *
dup_names (JsonArray *names)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (names); i++) {
    JsonObject *name = json_array_get_object_element (names, i);
    g_autoptr (GString) family = g_string_new (NULL);
    g_autoptr (GString) given = g_string_new (NULL);

    append_member (family, name, "non-dropping-particle");
    append_member (family, name, "dropping-particle");
    append_member (family, name, "family");
    append_member (family, name, "literal");
    append_member (given, name, "given");
    g_string_append_printf (
        all, "%s%s%s%s", i > 0 ? "; " : "", family->str, given->len > 0 ? ", " : "", given->str);
  }
  return g_string_free (all, FALSE);
}

static char *
dup_date (JsonObject *date)
{
  GString *text = g_string_new (NULL);
  JsonArray *parts;

  if (!json_object_has_member (date, "date-parts"))
    return g_string_free (text, FALSE);
  parts = json_array_get_array_element (json_object_get_array_member (date, "date-parts"), 0);
  for (guint i = 0; i < json_array_get_length (parts); i++)
    g_string_append_printf (
        text, i > 0 ? "-%02d" : "%d", (int)json_array_get_int_element (parts, i));
  return g_string_free (text, FALSE);
}

static char *
dup_found (JsonObject *item, NoteField field)
{
  JsonNode *node = json_object_get_member (item, fields[field].member);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return dup_names (json_node_get_array (node));
  if (JSON_NODE_HOLDS_OBJECT (node))
    return dup_date (json_node_get_object (node));
  return g_strdup (json_node_get_string (node));
}

/* --- Comparing -------------------------------------------------------------------------------- */

/* Letters and digits. */
static char *
fold (const char *text)
{
  g_autofree char *whole = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *cased = g_utf8_casefold (whole, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = cased; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

static gboolean
is_equal (const char *a, const char *b)
{
  g_autofree char *x = fold (a);
  g_autofree char *y = fold (b);

  return strcmp (x, y) == 0;
}

static gboolean
is_same_title (const char *a, const char *b)
{
  g_autofree char *x = fold (a);
  g_autofree char *y = fold (b);
  glong n = g_utf8_strlen (x, -1);
  glong m = g_utf8_strlen (y, -1);

  return strcmp (x, y) == 0 ||
         (MIN (n, m) > 12 && ABS (n - m) <= 6 && (strstr (x, y) != NULL || strstr (y, x) != NULL));
}

/* Words of two letters and more, but for those that are no part of a name. */
static GHashTable *
find_words (const char *names)
{
  static const char *const others[] = {"and", "von", "van", "der", "de", "jr", NULL};
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRegex) regex = g_regex_new ("[^\\W\\d_]{2,}", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, names, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL)) {
    g_autofree char *word = g_match_info_fetch (match, 0);
    char *cased = g_utf8_casefold (word, -1);

    if (g_strv_contains (others, cased))
      g_free (cased);
    else
      g_hash_table_add (words, cased);
  }
  return words;
}

/* Family names, where the label tells them apart. */
static gboolean
have_same_families (const char *label, const char *found)
{
  g_auto (GStrv) labelled = g_strsplit (label, "; ", 0);
  g_auto (GStrv) names = g_strsplit (found, "; ", 0);

  if (strchr (label, ',') == NULL)
    return TRUE;
  if (g_strv_length (labelled) != g_strv_length (names))
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++) {
    labelled[i][strcspn (labelled[i], ",")] = '\0';
    names[i][strcspn (names[i], ",")] = '\0';
    if (!is_equal (labelled[i], names[i]))
      return FALSE;
  }
  return TRUE;
}

static gboolean
are_same_names (const char *label, const char *found)
{
  g_autoptr (GHashTable) words = find_words (label);
  g_autoptr (GHashTable) others = find_words (found);
  guint n = g_hash_table_size (words) + g_hash_table_size (others);
  guint n_common = 0;
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    n_common += g_hash_table_contains (others, word);
  return n > 0 && 10 * n_common >= 4 * n && have_same_families (label, found);
}

static gboolean
is_same_page (const char *a, const char *b)
{
  const char *x = strpbrk (a, "0123456789");
  const char *y = strpbrk (b, "0123456789");
  gsize n = x != NULL ? strspn (x, "0123456789") : 0;

  if (n > 0 && y != NULL && strspn (y, "0123456789") == n && strncmp (x, y, n) == 0)
    return TRUE;
  return is_equal (a, b);
}

static gboolean
is_same (NoteField field, const char *label, const char *found)
{
  switch (field) {
  case NOTE_FIELD_TYPE:
  case NOTE_FIELD_DATE:
  case NOTE_FIELD_ACCESSED:
    return strcmp (label, found) == 0;
  case NOTE_FIELD_AUTHOR:
  case NOTE_FIELD_EDITOR:
  case NOTE_FIELD_TRANSLATOR:
    return are_same_names (label, found);
  case NOTE_FIELD_TITLE:
  case NOTE_FIELD_CONTAINER:
  case NOTE_FIELD_COLLECTION:
    return is_same_title (label, found);
  case NOTE_FIELD_PAGE:
    return is_same_page (label, found);
  default:
    return is_equal (label, found);
  }
}

/* --- Judging ---------------------------------------------------------------------------------- */

typedef struct {
  NoteFieldScores *scores;
  const char *text;
  char *found[NOTE_FIELD_N];
  gboolean is_judged[NOTE_FIELD_N];
} Judge;

static NoteField
find_field (const char *label)
{
  for (guint i = 0; i < NOTE_FIELD_N; i++)
    if (strcmp (fields[i].label, label) == 0)
      return (NoteField)i;
  g_error ("No field is called %s", label);
}

static void
tell (const Judge *self, NoteField field, const char *label, const char *found)
{
  g_test_message ("%s: %s, not %s, in: %s",
                  fields[field].label,
                  label != NULL ? label : "-",
                  found != NULL ? found : "-",
                  self->text);
}

static gboolean
is_one_of (NoteField field, char **values, const char *found)
{
  for (char **value = values; *value != NULL; value++)
    if (found != NULL ? is_same (field, *value, found) : strcmp (*value, "-") == 0)
      return TRUE;
  return FALSE;
}

/* "name=value", "name/other=value || value" */
static void
judge_label (Judge *self, const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "=", 2);
  g_auto (GStrv) names = g_strsplit (parts[0], "/", 0);
  g_auto (GStrv) values = g_strsplit (parts[1], " || ", 0);
  NoteField first = find_field (names[0]);
  NoteField field = first;
  guint n_found = 0;

  for (char **name = names; *name != NULL; name++) {
    NoteField other = find_field (*name);

    if (self->found[other] != NULL && n_found++ == 0)
      field = other;
    self->is_judged[other] = self->is_judged[other] || other == field ||
                             (self->found[other] != NULL && names[1] != NULL &&
                              is_one_of (other, values, self->found[other]));
  }
  self->is_judged[first] = self->is_judged[first] || n_found == 0;
  if (is_one_of (field, values, self->found[field])) {
    self->scores->right[field] += self->found[field] != NULL;
    return;
  }
  tell (self, field, parts[1], self->found[field]);
  self->scores->wrong[field] += self->found[field] != NULL;
  self->scores->missed[field] += !is_one_of (field, values, NULL);
}

/* A DOI in a URL is both. */
static gboolean
is_forgiven (const Judge *self, NoteField field)
{
  const char *doi = self->found[NOTE_FIELD_DOI];

  return field == NOTE_FIELD_TYPE || (field == NOTE_FIELD_URL && doi != NULL &&
                                      strstr (self->found[NOTE_FIELD_URL], doi) != NULL);
}

void
note_field_judge (NoteFieldScores *scores, const char *text, char **labels, JsonObject *item)
{
  Judge self = {.scores = scores, .text = text};

  for (guint i = 0; i < NOTE_FIELD_N; i++)
    self.found[i] = dup_found (item, (NoteField)i);
  for (char **label = labels; *label != NULL; label++)
    judge_label (&self, *label);
  for (guint i = 0; i < NOTE_FIELD_N; i++) {
    if (!self.is_judged[i] && self.found[i] != NULL && !is_forgiven (&self, (NoteField)i)) {
      tell (&self, (NoteField)i, NULL, self.found[i]);
      scores->wrong[i]++;
    }
    g_free (self.found[i]);
  }
}

/* --- Scores ----------------------------------------------------------------------------------- */

void
note_field_scores_add (NoteFieldScores *self, const NoteFieldScores *other)
{
  for (guint i = 0; i < NOTE_FIELD_N; i++) {
    self->right[i] += other->right[i];
    self->wrong[i] += other->wrong[i];
    self->missed[i] += other->missed[i];
  }
}

static double
compute_f1 (guint right, guint wrong, guint missed)
{
  return right > 0 ? 2.0 * right / (2.0 * right + wrong + missed) : wrong + missed == 0;
}

static void
sum (const NoteFieldScores *self, guint *right, guint *wrong, guint *missed)
{
  *right = *wrong = *missed = 0;
  for (guint i = 0; i < NOTE_FIELD_N; i++) {
    *right += self->right[i];
    *wrong += self->wrong[i];
    *missed += self->missed[i];
  }
}

double
note_field_scores_get_f1 (const NoteFieldScores *self)
{
  guint right, wrong, missed;

  sum (self, &right, &wrong, &missed);
  return compute_f1 (right, wrong, missed);
}

static void
print_line (const char *name, guint right, guint wrong, guint missed)
{
  if (right + wrong + missed > 0)
    g_test_message ("%-10s %4u right %3u wrong %3u missed  F1 %.3f",
                    name,
                    right,
                    wrong,
                    missed,
                    compute_f1 (right, wrong, missed));
}

void
note_field_scores_print (const NoteFieldScores *self)
{
  guint right, wrong, missed;

  for (guint i = 0; i < NOTE_FIELD_N; i++)
    print_line (fields[i].label, self->right[i], self->wrong[i], self->missed[i]);
  sum (self, &right, &wrong, &missed);
  print_line ("all", right, wrong, missed);
}
