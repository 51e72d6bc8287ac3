/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-export.h"

#include "formats/ibid-export-spans.h"

#include <string.h>

static const char style_sheet[] =
    "body { margin: 2em auto; max-width: 38em; padding: 0 1em; font-family: serif; "
    "line-height: 1.5 }\n"
    "h1, h2, h3, h4, h5, h6 { line-height: 1.2; break-after: avoid }\n"
    "header p, figcaption, section[role] { font-size: 90% }\n"
    "sup, sub { line-height: 0 }\n"
    "a { color: inherit }\n"
    ".verse { white-space: pre-wrap }\n"
    ".smallcaps { font-variant: small-caps }\n"
    "pre { overflow-x: auto }\n"
    "table { border-collapse: collapse }\n"
    "td { border: thin solid; padding: 0 0.5em; vertical-align: top }\n"
    "ol.notes { list-style: none; padding: 0 }\n"
    "@media print { body { margin: 0; max-width: none } [role=doc-backlink] { display: none } }\n";

typedef struct {
  IbidDocument *document;
  GString *out;
  GPtrArray *markers;   /* GPtrArray of IbidNote, of each reference */
  GHashTable *numbers;  /* note, to its number in the page */
  GHashTable *targets;  /* ids, borrowed */
  GString *lists;       /* of those that are open: 'u' or 'o' */
  gboolean is_kept;     /* line ends stay as they are */
  gboolean is_row_cell; /* tabs part cells */
} Export;

/* --- Text ----------------------------------------------------------------------------------- */

static void
append_escaped (GString *out, const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p++) {
    switch (*p) {
    case '&':
      g_string_append (out, "&amp;");
      break;
    case '<':
      g_string_append (out, "&lt;");
      break;
    case '>':
      g_string_append (out, "&gt;");
      break;
    case '"':
      g_string_append (out, "&quot;");
      break;
    default:
      if (!g_ascii_iscntrl (*p) || *p == '\n' || *p == '\t')
        g_string_append_c (out, *p);
    }
  }
}

static void
append_attribute (GString *out, const char *name, const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  append_escaped (out, value, strlen (value));
  g_string_append_c (out, '"');
}

static void
text_cb (const char *text, gsize length, gpointer user_data)
{
  Export *self = user_data;
  const char *end = text + length;

  while (text < end) {
    const char *stop = text;

    while (stop < end && *stop != '\n' && *stop != '\t')
      stop++;
    append_escaped (self->out, text, (gsize)(stop - text));
    if (stop < end && *stop == '\n' && !self->is_kept)
      g_string_append (self->out, "<br>\n");
    else if (stop < end && *stop == '\t' && self->is_row_cell)
      g_string_append (self->out, "</td><td>");
    else if (stop < end)
      g_string_append_c (self->out, *stop);
    text = stop + 1;
  }
}

static void
open_cb (const IbidExportSpan *span, gpointer user_data)
{
  Export *self = user_data;

  g_string_append (self->out, ibid_export_spans_get_tags (span->style, NULL));
  if (span->style != IBID_SPAN_LINK)
    return;
  g_string_append (self->out, "<a");
  append_attribute (self->out, "href", span->href);
  g_string_append_c (self->out, '>');
}

static void
close_cb (const IbidExportSpan *span, gpointer user_data)
{
  Export *self = user_data;
  const char *tag;

  ibid_export_spans_get_tags (span->style, &tag);
  g_string_append (self->out, tag);
}

/* Behind a citation in words there is just a sign to go by: the words are in the text. */
static void
note_cb (IbidNote *note, gpointer user_data)
{
  Export *self = user_data;
  IbidReference *reference = ibid_note_get_reference (note);
  const char *label = ibid_note_get_length (note) > 0 ? "*" : ibid_note_get_label (note);

  g_string_append (self->out, "<sup>");
  if (reference != NULL)
    g_string_append_printf (self->out,
                            "<a id=\"marker-%u\" href=\"#note-%u\" role=\"doc-noteref\">",
                            GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, note)),
                            ibid_reference_get_position (reference) + 1);
  append_escaped (self->out, label, strlen (label));
  g_string_append (self->out, reference != NULL ? "</a></sup>" : "</sup>");
}

static void
append_passage (Export *self, gpointer passage, const char *divider)
{
  static const IbidExportVisitor visitor = {text_cb, open_cb, close_cb, note_cb};

  ibid_export_spans_visit (IBID_PASSAGE (passage), divider, &visitor, self);
}

/* "<p", with its id when a link leads there. */
static void
append_start (Export *self, const char *tag, gpointer item)
{
  const char *id = ibid_item_get_id (IBID_ITEM (item));

  g_string_append_printf (self->out, "<%s", tag);
  if (id != NULL && g_hash_table_contains (self->targets, id))
    append_attribute (self->out, "id", id);
  g_string_append_c (self->out, '>');
}

/* --- Head ----------------------------------------------------------------------------------- */

static char *
dup_name (JsonNode *node)
{
  JsonObject *name = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *literal;

  if (name == NULL)
    return g_strdup ("");
  literal = json_object_get_string_member_with_default (name, "literal", NULL);
  if (literal != NULL)
    return g_strdup (literal);
  return g_strstrip (
      g_strdup_printf ("%s %s",
                       json_object_get_string_member_with_default (name, "given", ""),
                       json_object_get_string_member_with_default (name, "family", "")));
}

static void
append_meta (Export *self, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append (self->out, "<meta");
  append_attribute (self->out, "name", name);
  append_attribute (self->out, "content", value);
  g_string_append (self->out, ">\n");
}

static void
append_head (Export *self)
{
  IbidBody *body = ibid_document_get_body (self->document);
  const char *title = ibid_body_get_title (body);
  JsonArray *authors = ibid_body_get_authors (body);

  g_string_append (self->out, "<!DOCTYPE html>\n<html");
  if (ibid_body_get_language (body) != NULL)
    append_attribute (self->out, "lang", ibid_body_get_language (body));
  g_string_append (self->out,
                   ">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
  append_escaped (self->out, title != NULL ? title : "", title != NULL ? strlen (title) : 0);
  g_string_append (self->out, "</title>\n");
  for (guint i = 0; authors != NULL && i < json_array_get_length (authors); i++) {
    g_autofree char *name = dup_name (json_array_get_element (authors, i));

    append_meta (self, "author", name);
  }
  append_meta (self, "dcterms.date", ibid_body_get_issued (body));
  append_meta (self, "dcterms.publisher", ibid_body_get_publisher (body));
  if (ibid_body_get_source (body) != NULL && strstr (ibid_body_get_source (body), "://") != NULL) {
    g_string_append (self->out, "<link rel=\"canonical\"");
    append_attribute (self->out, "href", ibid_body_get_source (body));
    g_string_append (self->out, ">\n");
  }
  g_string_append_printf (self->out, "<style>\n%s</style>\n</head>\n", style_sheet);
}

static void
append_line (Export *self, const char *open, const char *text, const char *close)
{
  g_string_append (self->out, open);
  append_escaped (self->out, text, strlen (text));
  g_string_append (self->out, close);
}

/* Who, when and where, on one line. */
static void
append_byline (Export *self)
{
  IbidBody *body = ibid_document_get_body (self->document);
  JsonArray *authors = ibid_body_get_authors (body);
  g_autoptr (GString) names = g_string_new (NULL);
  const char *parts[] = {names->str, ibid_body_get_issued (body), ibid_body_get_publisher (body)};
  const char *separator = "<p class=\"byline\">";

  for (guint i = 0; authors != NULL && i < json_array_get_length (authors); i++) {
    g_autofree char *name = dup_name (json_array_get_element (authors, i));

    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
  }
  parts[0] = names->len > 0 ? names->str : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    if (parts[i] == NULL)
      continue;
    append_line (self, separator, parts[i], "");
    separator = " · ";
  }
  if (*separator == ' ')
    g_string_append (self->out, "</p>\n");
}

static void
append_header (Export *self)
{
  IbidBody *body = ibid_document_get_body (self->document);

  if (ibid_body_get_title (body) == NULL)
    return;
  g_string_append (self->out, "<header>\n");
  append_line (self, "<h1>", ibid_body_get_title (body), "</h1>\n");
  if (ibid_body_get_subtitle (body) != NULL)
    append_line (self, "<p role=\"doc-subtitle\">", ibid_body_get_subtitle (body), "</p>\n");
  append_byline (self);
  g_string_append (self->out, "</header>\n");
}

/* --- Paragraphs ----------------------------------------------------------------------------- */

static void
close_lists (Export *self, gsize n_left)
{
  while (self->lists->len > n_left) {
    g_string_append_printf (self->out, "</li>\n</%cl>", self->lists->str[self->lists->len - 1]);
    g_string_truncate (self->lists, self->lists->len - 1);
    if (self->lists->len == 0)
      g_string_append_c (self->out, '\n');
  }
}

static void
append_item (Export *self, IbidParagraph *paragraph)
{
  gsize depth = (gsize)CLAMP (ibid_paragraph_get_depth (paragraph), 0, 32);
  int number = ibid_paragraph_get_number (paragraph);
  char kind = number >= 0 ? 'o' : 'u';

  close_lists (self, depth + 1);
  if (self->lists->len == depth + 1 && self->lists->str[depth] != kind)
    close_lists (self, depth);
  if (self->lists->len == depth + 1)
    g_string_append (self->out, "</li>\n");
  while (self->lists->len < depth + 1) {
    char opened = self->lists->len == depth ? kind : 'u';

    g_string_append_printf (self->out, "<%cl>\n", opened);
    g_string_append_c (self->lists, opened);
    if (self->lists->len <= depth)
      g_string_append (self->out, "<li>");
  }
  append_start (self, "li", paragraph);
  if (number >= 0) {
    g_string_truncate (self->out, self->out->len - 1);
    g_string_append_printf (self->out, " value=\"%d\">", number);
  }
  append_passage (self, paragraph, "");
}

static gboolean
is_row (gpointer paragraph)
{
  return paragraph != NULL &&
         ibid_paragraph_get_style (IBID_PARAGRAPH (paragraph)) == IBID_PARAGRAPH_TABLE_ROW;
}

static void
append_row (Export *self, gpointer before, IbidParagraph *paragraph, gpointer after)
{
  if (!is_row (before))
    g_string_append (self->out, "<table>\n");
  append_start (self, "tr", paragraph);
  g_string_append (self->out, "<td>");
  self->is_row_cell = TRUE;
  append_passage (self, paragraph, "\t");
  self->is_row_cell = FALSE;
  g_string_append (self->out, "</td></tr>\n");
  if (!is_row (after))
    g_string_append (self->out, "</table>\n");
}

static void
append_paragraph (Export *self, gpointer before, IbidParagraph *paragraph, gpointer after)
{
  IbidParagraphStyle style = ibid_paragraph_get_style (paragraph);
  static const struct {
    const char *open; /* before the start tag */
    const char *tag;
    const char *close;
  } forms[] = {[IBID_PARAGRAPH_BODY] = {"", "p", "</p>\n"},
               [IBID_PARAGRAPH_QUOTE] = {"<blockquote>", "p", "</p></blockquote>\n"},
               [IBID_PARAGRAPH_VERSE] = {"", "p class=\"verse\"", "</p>\n"},
               [IBID_PARAGRAPH_CODE] = {"", "pre", "</pre>\n"},
               [IBID_PARAGRAPH_CAPTION] = {"<figure>", "figcaption", "</figcaption></figure>\n"}};

  if (style == IBID_PARAGRAPH_LIST_ITEM) {
    append_item (self, paragraph);
    return;
  }
  close_lists (self, 0);
  if (style == IBID_PARAGRAPH_TABLE_ROW) {
    append_row (self, before, paragraph, after);
    return;
  }
  g_string_append (self->out, forms[style].open);
  append_start (self, forms[style].tag, paragraph);
  self->is_kept = style == IBID_PARAGRAPH_CODE;
  append_passage (self, paragraph, "");
  self->is_kept = FALSE;
  g_string_append (self->out, forms[style].close);
}

static void
append_section (Export *self, IbidSection *section)
{
  IbidList *paragraphs = ibid_section_get_paragraphs (section);

  if (ibid_passage_get_length (IBID_PASSAGE (section)) > 0) {
    char tag[] = "h1";

    tag[1] = (char)('0' + CLAMP (ibid_section_get_level (section), 1, 6));
    append_start (self, tag, section);
    append_passage (self, section, "");
    g_string_append_printf (self->out, "</%s>\n", tag);
  }
  for (guint i = 0; i < ibid_list_get_length (paragraphs); i++)
    append_paragraph (self,
                      i > 0 ? ibid_list_get (paragraphs, i - 1) : NULL,
                      ibid_list_get (paragraphs, i),
                      ibid_list_get (paragraphs, i + 1));
  close_lists (self, 0);
}

/* --- Notes ---------------------------------------------------------------------------------- */

static void
find_markers (Export *self)
{
  IbidList *notes = ibid_document_get_notes (self->document);

  for (guint i = 0; i < ibid_list_get_length (ibid_document_get_references (self->document)); i++)
    g_ptr_array_add (self->markers, g_ptr_array_new ());
  for (guint i = 0; i < ibid_list_get_length (notes); i++) {
    IbidNote *note = ibid_list_get (notes, i);
    IbidReference *reference = ibid_note_get_reference (note);

    g_hash_table_insert (self->numbers, note, GUINT_TO_POINTER (i + 1));
    if (reference != NULL)
      g_ptr_array_add (g_ptr_array_index (self->markers, ibid_reference_get_position (reference)),
                       note);
  }
}

static void
append_note (Export *self, IbidReference *reference)
{
  guint position = ibid_reference_get_position (reference);
  const char *label = ibid_reference_get_label (reference);
  GPtrArray *markers = g_ptr_array_index (self->markers, position);

  g_string_append_printf (self->out, "<li id=\"note-%u\"><p>", position + 1);
  if (label != NULL)
    append_line (self, "<span class=\"label\">", label, ".</span> ");
  append_passage (self, reference, "");
  for (guint i = 0; i < markers->len; i++) {
    gpointer note = g_ptr_array_index (markers, i);

    g_string_append_printf (self->out,
                            " <a href=\"#marker-%u\" role=\"doc-backlink\">↩</a>",
                            GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, note)));
  }
  g_string_append (self->out, "</p></li>\n");
}

static void
append_notes (Export *self)
{
  IbidList *references = ibid_document_get_references (self->document);
  guint n = ibid_list_get_length (references);
  gboolean is_bibliography = TRUE;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    is_bibliography = is_bibliography && ibid_reference_get_kind (ibid_list_get (references, i)) ==
                                             IBID_REFERENCE_BIBLIOGRAPHY;
  g_string_append_printf (self->out,
                          "<section role=\"%s\">\n<hr>\n<ol class=\"notes\">\n",
                          is_bibliography ? "doc-bibliography" : "doc-endnotes");
  for (guint i = 0; i < n; i++)
    append_note (self, ibid_list_get (references, i));
  g_string_append (self->out, "</ol>\n</section>\n");
}

static void
unref_array (gpointer array)
{
  g_ptr_array_unref (array);
}

GBytes *
ibid_html_export (IbidDocument *document)
{
  g_autoptr (GPtrArray) markers = g_ptr_array_new_with_free_func (unref_array);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) targets = ibid_export_spans_find_targets (document);
  g_autoptr (GString) lists = g_string_new (NULL);
  IbidList *sections = ibid_document_get_sections (document);
  Export self = {.document = document,
                 .out = g_string_new (NULL),
                 .markers = markers,
                 .numbers = numbers,
                 .targets = targets,
                 .lists = lists};

  find_markers (&self);
  append_head (&self);
  g_string_append (self.out, "<body>\n<article>\n");
  append_header (&self);
  for (guint i = 0; i < ibid_list_get_length (sections); i++)
    append_section (&self, ibid_list_get (sections, i));
  append_notes (&self);
  g_string_append (self.out, "</article>\n</body>\n</html>\n");
  return g_string_free_to_bytes (self.out);
}
