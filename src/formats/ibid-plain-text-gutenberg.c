/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-gutenberg.h"

#include "formats/ibid-plain-text-names.h"

#include <string.h>

/* Old headers had the whole licence in them. */
#define MAX_HEADER_LINES 600u
#define MAX_START_LINES 4u
#define MAX_CREDIT_BLOCKS 4u
#define MAX_FIELD_BYTES 500u
#define MAX_WRAPPED_BYTES 120u

/* So far into the book its title page and half-title stand. */
#define MAX_FRONT_LINES 400u

typedef struct {
  IbidTextLines *lines;
  IbidBody *body;
  JsonArray *authors;
  guint start; /* the first line of the book */
  guint end;
} Frame;

static const char *const languages[][2] = {
    {"english", "en"},   {"french", "fr"},     {"german", "de"},    {"spanish", "es"},
    {"italian", "it"},   {"portuguese", "pt"}, {"dutch", "nl"},     {"latin", "la"},
    {"finnish", "fi"},   {"swedish", "sv"},    {"danish", "da"},    {"norwegian", "no"},
    {"greek", "el"},     {"russian", "ru"},    {"polish", "pl"},    {"czech", "cs"},
    {"hungarian", "hu"}, {"catalan", "ca"},    {"welsh", "cy"},     {"irish", "ga"},
    {"icelandic", "is"}, {"esperanto", "eo"},  {"chinese", "zh"},   {"japanese", "ja"},
    {"tagalog", "tl"},   {"afrikaans", "af"},  {"bulgarian", "bg"}, {"hebrew", "he"},
    {"romanian", "ro"},  {"serbian", "sr"},    {"slovenian", "sl"}, {"turkish", "tr"}};

/* What those who made the file say of it, right behind the frame's start. */
static const char *const credits[] = {"produced by ",
                                      "e-text prepared by ",
                                      "etext prepared by ",
                                      "this etext was ",
                                      "this e-text was ",
                                      "this ebook was ",
                                      "etext produced by ",
                                      "prepared by ",
                                      "transcribed by ",
                                      "transcribed from ",
                                      "scanned by ",
                                      "credits:",
                                      "html version by ",
                                      "and the online distributed ",
                                      "note: project gutenberg ",
                                      "note: images of the original ",
                                      "images of the original pages "};

static const char *const nobody[] = {"various", "unknown", "anonymous", "anon."};

static gboolean
has_prefix_fold (const IbidTextLine *line, const char *prefix)
{
  gsize length = strlen (prefix);

  return line->length >= length && g_ascii_strncasecmp (line->text, prefix, length) == 0;
}

/* Whether the words stand in the line, whatever their case. `words` in capitals. */
static gboolean
contains_fold (const IbidTextLine *line, const char *words)
{
  g_autofree char *upper = g_ascii_strup (line->text, MIN (line->length, MAX_FIELD_BYTES));

  return strstr (upper, words) != NULL;
}

/* "*** START OF THE PROJECT GUTENBERG EBOOK …", with "END" for the other end. */
static gboolean
is_mark (const IbidTextLine *line, const char *word)
{
  return line->text[0] == '*' && line->length > 3 && line->text[1] == '*' &&
         contains_fold (line, word) && contains_fold (line, "PROJECT GUTENBERG");
}

static gboolean
is_start (const IbidTextLine *line)
{
  return is_mark (line, "START OF ") ||
         (has_prefix_fold (line, "*END") && contains_fold (line, "SMALL PRINT"));
}

static gboolean
is_end (const IbidTextLine *line)
{
  return is_mark (line, "END OF ") || has_prefix_fold (line, "end of project gutenberg") ||
         has_prefix_fold (line, "end of the project gutenberg");
}

static gboolean
ends_in_stars (const IbidTextLine *line)
{
  return line->length >= 2 && memcmp (line->text + line->length - 2, "**", 2) == 0;
}

/* Finds the book between the marks. The start's mark can go on over lines, up to its stars. */
static gboolean
find_frame (Frame *self)
{
  guint n_lines = ibid_text_lines_get_n (self->lines);
  guint limit = MIN (n_lines, MAX_HEADER_LINES);

  for (guint i = 0; i < limit; i++) {
    guint stop;

    if (!is_start (ibid_text_lines_get (self->lines, i)))
      continue;
    stop = i;
    while (stop + 1 < n_lines && stop < i + MAX_START_LINES &&
           !ibid_text_lines_get (self->lines, stop + 1)->blank_before &&
           !ends_in_stars (ibid_text_lines_get (self->lines, stop)))
      stop++;
    self->start = stop + 1;
  }
  self->end = self->start;
  while (self->end < n_lines && !is_end (ibid_text_lines_get (self->lines, self->end)))
    self->end++;
  return self->start > 0 && self->end > self->start;
}

static void
leave_out (Frame *self, guint first, guint end)
{
  for (guint i = first; i < end; i++) {
    IbidTextLine *line = ibid_text_lines_get (self->lines, i);

    if (!line->is_kept)
      line->role = IBID_LINE_LEFT_OUT;
  }
}

static void
set_language (Frame *self, const char *value)
{
  gsize length = strcspn (value, ",;/ (");

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strlen (languages[i][0]) == length &&
        g_ascii_strncasecmp (languages[i][0], value, length) == 0) {
      ibid_body_set_language (self->body, languages[i][1]);
      return;
    }
}

static void
add_author (Frame *self, const char *value)
{
  gboolean is_exact = TRUE;
  JsonObject *name;

  for (guint i = 0; i < G_N_ELEMENTS (nobody); i++)
    if (g_ascii_strcasecmp (nobody[i], value) == 0)
      return;
  if (ibid_text_names_parse (value, self->authors, &is_exact))
    return;
  name = json_object_new ();
  json_object_set_string_member (name, "literal", value);
  json_array_add_object_element (self->authors, name);
}

static void
read_field (Frame *self, const char *name, gsize length, const char *value)
{
  if (*value == '\0')
    return;
  if (length == 5 && g_ascii_strncasecmp (name, "title", 5) == 0) {
    if (ibid_body_get_title (self->body) == NULL)
      ibid_body_set_title (self->body, value);
  } else if (length == 6 && g_ascii_strncasecmp (name, "author", 6) == 0) {
    add_author (self, value);
  } else if (length == 8 && g_ascii_strncasecmp (name, "language", 8) == 0 &&
             ibid_body_get_language (self->body) == NULL) {
    set_language (self, value);
  }
}

/* "Title: …", each with the lines up to the next field or blank line. */
static void
read_header (Frame *self)
{
  for (guint i = 0; i < self->start;) {
    const IbidTextLine *line = ibid_text_lines_get (self->lines, i++);
    const char *colon = memchr (line->text, ':', MIN (line->length, 24));
    g_autoptr (GString) value = NULL;

    if (colon == NULL)
      continue;
    value = g_string_new (NULL);
    ibid_text_line_append (line, (guint)(colon + 1 - line->text), value);
    for (; i < self->start && value->len < MAX_FIELD_BYTES; i++) {
      const IbidTextLine *next = ibid_text_lines_get (self->lines, i);

      if (next->blank_before || (next->indent == 0 && memchr (next->text, ':', next->length)))
        break;
      ibid_text_line_append (next, 0, value);
    }
    read_field (self, line->text, colon - line->text, value->str);
  }
  if (json_array_get_length (self->authors) > 0)
    ibid_body_set_authors (self->body, self->authors);
}

static guint
find_block_end (Frame *self, guint i)
{
  for (i++; i < self->end && !ibid_text_lines_get (self->lines, i)->blank_before;)
    i++;
  return i;
}

static gboolean
is_credit (const IbidTextLine *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (credits); i++)
    if (has_prefix_fold (line, credits[i]))
      return TRUE;
  return FALSE;
}

static void
leave_out_credits (Frame *self)
{
  guint i = self->start;

  for (guint n = 0; n < MAX_CREDIT_BLOCKS && i < self->end; n++) {
    guint end = find_block_end (self, i);

    if (is_credit (ibid_text_lines_get (self->lines, i)))
      leave_out (self, i, end);
    i = end;
  }
}

/* The title stands on the title page and on the half-title, mostly in capitals. */
static void
leave_out_titles (Frame *self)
{
  const char *title = ibid_body_get_title (self->body);
  g_autofree char *folded = title != NULL ? g_utf8_casefold (title, -1) : NULL;
  guint stop = MIN (self->end, self->start + MAX_FRONT_LINES);

  for (guint i = self->start, end; folded != NULL && i < stop; i = end) {
    g_autoptr (GString) block = g_string_new (NULL);
    g_autofree char *text = NULL;

    end = find_block_end (self, i);
    for (guint j = i; j < end && block->len <= strlen (title); j++)
      ibid_text_line_append (ibid_text_lines_get (self->lines, j), 0, block);
    text = g_utf8_casefold (block->str, -1);
    if (g_str_equal (text, folded))
      leave_out (self, i, end);
  }
}

static gboolean
has_short_lines (Frame *self)
{
  for (guint i = self->start; i < self->end; i++)
    if (ibid_text_lines_get (self->lines, i)->length > MAX_WRAPPED_BYTES)
      return FALSE;
  return TRUE;
}

gboolean
ibid_text_gutenberg_read (IbidTextLines *lines, IbidBody *body)
{
  Frame self = {.lines = lines, .body = body};

  if (!find_frame (&self))
    return FALSE;
  self.authors = json_array_new ();
  read_header (&self);
  leave_out (&self, 0, self.start);
  leave_out_credits (&self);
  leave_out_titles (&self);
  leave_out (&self, self.end, ibid_text_lines_get_n (lines));
  lines->is_wrapped = lines->is_wrapped || has_short_lines (&self); /* verses may hide it */
  json_array_unref (self.authors);
  return TRUE;
}
