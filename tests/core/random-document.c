/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "random-document.h"

#include "model/ibid-note.h"

#include <string.h>

typedef struct {
  GRand *rand;
  GPtrArray *references; /* IbidReference */
  guint n_sections;
} Maker;

static const char *const words[] = {"word",
                                    "Words,",
                                    "a",
                                    "é",
                                    "𝒳",
                                    "“q”",
                                    "日本語",
                                    "*",
                                    "**b**",
                                    "_",
                                    "snake_case",
                                    "`",
                                    "``c",
                                    "[^x]",
                                    "[^1]:",
                                    "[a](b)",
                                    "![i](j)",
                                    "^[n]",
                                    "<b>",
                                    "</em>",
                                    "<!--",
                                    "<a",
                                    "&amp;",
                                    "&#65;",
                                    "&",
                                    "1.",
                                    "12)",
                                    "1986.",
                                    "#",
                                    "##",
                                    "-",
                                    "+",
                                    ">",
                                    "|",
                                    "| a |",
                                    "|-|",
                                    "```",
                                    "~~",
                                    "~",
                                    "~~d~~",
                                    "http://a.b/c",
                                    "www.d.e",
                                    "f@g.hi",
                                    "{#id}",
                                    "{.c}",
                                    "{{<",
                                    "{{< s >}}",
                                    "{% t %}",
                                    "{:toc}",
                                    "\\",
                                    "\\*",
                                    "!",
                                    "$x$",
                                    ":",
                                    "::",
                                    "%",
                                    "[TOC]",
                                    "^",
                                    "---",
                                    "===",
                                    "***",
                                    "[ ]",
                                    "(",
                                    ")",
                                    "\"",
                                    "'",
                                    "...",
                                    "--",
                                    "=",
                                    "[x]:",
                                    "@",
                                    "é*",
                                    "</",
                                    "/>",
                                    "?",
                                    "Mr.",
                                    "p. 12",
                                    "[",
                                    "]",
                                    "]:",
                                    "{",
                                    "}",
                                    "<",
                                    "1",
                                    "i=",
                                    "<i",
                                    "\"a\"",
                                    "&lt;",
                                    "https://j.k"};

static guint
pick (Maker *self, guint n)
{
  return (guint)g_rand_int_range (self->rand, 0, (gint32)n);
}

/* --- Text ----------------------------------------------------------------------------------- */

static void
append_words (Maker *self, GString *text)
{
  guint n = 1 + pick (self, 12);

  for (guint i = 0; i < n; i++) {
    if (i > 0 && pick (self, 5) > 0)
      g_string_append_c (text, ' ');
    g_string_append (text, words[pick (self, pick (self, 2) ? 7 : G_N_ELEMENTS (words))]);
  }
}

static char *
dup_lines (Maker *self, guint n, const char *separator)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    g_string_append (text, i > 0 ? separator : "");
    append_words (self, text);
  }
  return g_string_free (text, FALSE);
}

/* Blanks and empty lines as they are in verse and code. */
static char *
dup_kept (Maker *self)
{
  GString *text = g_string_new (NULL);
  guint n = 1 + pick (self, 5);

  append_words (self, text);
  for (guint i = 1; i < n; i++) {
    g_string_append (text, pick (self, 4) == 0 ? "  \n" : "\n");
    if (pick (self, 4) == 0)
      g_string_append_c (text, '\n');
    for (guint j = pick (self, 6); j > 0; j--)
      g_string_append_c (text, ' ');
    append_words (self, text);
  }
  return g_string_free (text, FALSE);
}

/* --- Spans and notes ------------------------------------------------------------------------ */

static gboolean
is_blank_at (const char *text, guint at)
{
  gunichar c = g_utf8_get_char (g_utf8_offset_to_pointer (text, (glong)at));

  return c == ' ' || c == '\n' || c == '\t';
}

static gboolean
has_any (const char *text, guint start, guint end, const char *characters)
{
  const char *p = g_utf8_offset_to_pointer (text, (glong)start);

  return p + strcspn (p, characters) < g_utf8_offset_to_pointer (p, (glong)(end - start));
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const IbidSpan *one = a;
  const IbidSpan *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  if (one->end != other->end)
    return one->end > other->end ? -1 : 1;
  return (int)one->style - (int)other->style;
}

static gboolean
touches (GArray *spans, const IbidSpan *span)
{
  for (guint i = 0; i < spans->len; i++) {
    const IbidSpan *other = &g_array_index (spans, IbidSpan, i);

    if (other->style == span->style && span->start <= other->end && other->start <= span->end)
      return TRUE;
  }
  return FALSE;
}

static char *
dup_href (Maker *self)
{
  static const char *const hrefs[] = {"https://a.b/c?d=e&f=g",
                                      "a b|c",
                                      "mailto:x@y.z",
                                      "x(y)*_z",
                                      "\\a<b>",
                                      "&amp;",
                                      "http://a.b/c"};

  if (pick (self, 8) == 0)
    return g_strdup_printf ("#s%u", 1 + pick (self, self->n_sections));
  return g_strdup (hrefs[pick (self, G_N_ELEMENTS (hrefs))]);
}

static void
add_spans (Maker *self, IbidPassage *passage, const char *text, guint n, gboolean is_code)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (IbidSpan));
  guint length = (guint)g_utf8_strlen (text, -1);

  for (guint i = 0; i < n; i++) {
    guint start = pick (self, length);
    guint end = start + 1 + pick (self, MIN (length - start, 12));
    IbidSpan span = {start, end, (IbidSpanStyle)pick (self, IBID_SPAN_LINK + 1), NULL, NULL};

    if (is_code)
      span.style = IBID_SPAN_EMPHASIS;
    if (is_blank_at (text, start) || is_blank_at (text, end - 1) ||
        has_any (text, start, end, "\t") || touches (spans, &span))
      continue;
    if (span.style == IBID_SPAN_LINK)
      span.href = dup_href (self);
    g_array_append_val (spans, span);
  }
  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    ibid_passage_add_span (passage, g_array_index (spans, IbidSpan, i));
}

static const char *const labels[] = {
    "1", "2", "2", "3", "*", "†", "a b", "x]", "12a", "IV", "iv", ""};

static IbidNote *
make_note (Maker *self, const char *text, guint at)
{
  IbidReference *reference = self->references->len > 0 && pick (self, 6) > 0
                                 ? g_ptr_array_index (self->references,
                                                      pick (self, self->references->len))
                                 : NULL;
  const char *label = reference != NULL ? ibid_reference_get_label (reference) : NULL;
  IbidNote *note = ibid_note_new (
      at, label != NULL && pick (self, 5) ? label : labels[pick (self, G_N_ELEMENTS (labels))]);
  guint length = pick (self, MIN (at, 8) + 1);

  ibid_note_set_found (note, IBID_FOUND_MARKUP);
  ibid_note_set_reference (note, reference);
  if (length > 0 && pick (self, 5) == 0 && !is_blank_at (text, at - length) &&
      !has_any (text, at - length, at, "\t\n"))
    ibid_note_set_length (note, length);
  if (pick (self, 8) == 0)
    ibid_note_set_locator (note, "p. 4–5 \"b\"");
  return note;
}

static void
add_notes (Maker *self, IbidPassage *passage, const char *text, guint n)
{
  guint length = (guint)g_utf8_strlen (text, -1);
  guint at = 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (IbidNote) note = NULL;

    at += pick (self, length - at + 1);
    while (at > 0 && at < length && is_blank_at (text, at - 1))
      at++;
    note = make_note (self, text, at);
    ibid_passage_add_note (passage, note);
  }
}

/* Takes `text`. */
static void
fill (Maker *self, gpointer passage, char *text, gboolean is_code)
{
  gboolean is_plain = is_code && pick (self, 3) > 0;

  ibid_passage_take_text (IBID_PASSAGE (passage), text);
  if (is_plain)
    return;
  add_spans (self, IBID_PASSAGE (passage), text, pick (self, 6), is_code);
  add_notes (self, IBID_PASSAGE (passage), text, pick (self, 2) * pick (self, 4));
}

/* --- The document --------------------------------------------------------------------------- */

static void
add_paragraph (Maker *self, IbidSection *section, guint number)
{
  g_autofree char *id = g_strdup_printf ("p%u", number);
  IbidParagraphStyle style = (IbidParagraphStyle)pick (self, IBID_PARAGRAPH_TABLE_ROW + 1);
  g_autoptr (IbidParagraph) paragraph = ibid_paragraph_new (id, style);
  char *text;

  if (style == IBID_PARAGRAPH_LIST_ITEM) {
    ibid_paragraph_set_depth (paragraph, (int)pick (self, pick (self, 4) ? 3 : 20));
    if (pick (self, 2))
      ibid_paragraph_set_number (paragraph, pick (self, 20) ? (int)pick (self, 4) : 2000000000);
  }
  if (style == IBID_PARAGRAPH_TABLE_ROW)
    text = dup_lines (self, 1 + pick (self, 3), "\t");
  else if (style == IBID_PARAGRAPH_CODE || style == IBID_PARAGRAPH_VERSE)
    text = dup_kept (self);
  else
    text = dup_lines (self, 1 + pick (self, 2), "\n");
  fill (self, paragraph, text, style == IBID_PARAGRAPH_CODE);
  ibid_section_add_paragraph (section, paragraph);
}

static void
add_sections (Maker *self, IbidBody *body)
{
  guint number = 0;

  for (guint i = 0; i < self->n_sections; i++) {
    g_autofree char *id = g_strdup_printf ("s%u", i + 1);
    g_autoptr (IbidSection) section = ibid_section_new (id, 1 + pick (self, 6));
    guint n = pick (self, 6);

    if (pick (self, 6) == 0)
      ibid_passage_take_text (IBID_PASSAGE (section), g_strdup (""));
    else
      fill (self, section, dup_lines (self, 1, ""), FALSE);
    for (guint j = 0; j < n; j++)
      add_paragraph (self, section, ++number);
    ibid_body_add_section (body, section);
  }
}

static void
add_references (Maker *self, IbidBody *body)
{
  guint n = pick (self, 8);

  for (guint i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("r%u", i + 1);
    guint label = pick (self, G_N_ELEMENTS (labels));

    g_ptr_array_add (self->references,
                     ibid_reference_new (id,
                                         (IbidReferenceKind)pick (self, 3),
                                         *labels[label] != '\0' ? labels[label] : NULL));
  }
  for (guint i = 0; i < n; i++) {
    IbidReference *reference = g_ptr_array_index (self->references, i);

    fill (
        self, reference, dup_lines (self, 1 + pick (self, 3), pick (self, 4) ? "\n" : "\t"), FALSE);
    ibid_body_add_reference (body, reference);
  }
}

static void
add_head (Maker *self, IbidBody *body)
{
  g_autoptr (JsonArray) authors = json_array_new ();
  JsonObject *author = json_object_new ();

  if (pick (self, 3))
    ibid_body_set_title (body, "A \"title\": with # things \\ in it");
  if (pick (self, 3))
    ibid_body_set_subtitle (body, "- sub");
  if (pick (self, 3))
    ibid_body_set_issued (body, "1984/2004-06~");
  if (pick (self, 3))
    ibid_body_set_publisher (body, "It's [a] {house}");
  if (pick (self, 3))
    ibid_body_set_source (body, "https://a.b/c");
  ibid_body_set_language (body, "en-GB");
  json_object_set_string_member (author, "family", "Doe, \"von\"");
  json_object_set_string_member (author, "given", "Jané");
  json_array_add_object_element (authors, author);
  author = json_object_new ();
  json_object_set_string_member (author, "literal", "The Group and Co.");
  json_array_add_object_element (authors, author);
  if (pick (self, 3))
    ibid_body_set_authors (body, authors);
}

IbidDocument *
random_document_new (guint32 seed)
{
  Maker self = {.rand = g_rand_new_with_seed (seed),
                .references = g_ptr_array_new_with_free_func (g_object_unref)};
  g_autoptr (IbidBody) body = ibid_body_new ();

  self.n_sections = 1 + pick (&self, 4);
  add_head (&self, body);
  add_references (&self, body);
  add_sections (&self, body);
  g_rand_free (self.rand);
  g_ptr_array_unref (self.references);
  return ibid_document_new (body, NULL);
}
