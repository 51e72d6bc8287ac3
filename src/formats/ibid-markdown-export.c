/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-markdown-export.h"

#include "formats/ibid-export-spans.h"
#include "formats/ibid-markdown-text.h"

#include <string.h>

/* Lists within lists that are written so; deeper ones say how deep. */
#define MAX_DEPTH 12
#define MAX_NUMBER 999999999

#define NOTE_INDENT "    "

/* A list that is open. */
typedef struct {
  int next;     /* number, -1 for none */
  char sign;    /* behind a number, or before an item */
  guint indent; /* of what is in its items */
} List;

typedef struct {
  IbidDocument *document;
  GString *out;
  IbidMarkdownLabels *labels;
  GHashTable *targets; /* ids */
  GArray *lists;       /* List */
  gboolean is_quote;   /* was written last */
} Export;

static void
append_blanks (GString *out, guint n)
{
  for (; n > 0; n--)
    g_string_append_c (out, ' ');
}

static gboolean
has_target (Export *self, gpointer item)
{
  const char *id = ibid_item_get_id (IBID_ITEM (item));

  return id != NULL && g_hash_table_contains (self->targets, id);
}

static void
append_anchor (Export *self, gpointer item)
{
  if (!has_target (self, item))
    return;
  g_string_append (self->out, "<a");
  ibid_markdown_text_append_attribute (self->out, "id", ibid_item_get_id (IBID_ITEM (item)));
  g_string_append (self->out, "></a>");
}

static void
append_passage (Export *self, gpointer passage, IbidMarkdownTextForm form, const char *indent)
{
  ibid_markdown_text_append (self->out, IBID_PASSAGE (passage), form, indent, self->labels);
}

/* --- Front matter --------------------------------------------------------------------------- */

static void
append_value (Export *self, const char *key, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (self->out, "%s: \"", key);
  for (const char *p = value; *p != '\0'; p++) {
    if (*p == '"' || *p == '\\')
      g_string_append_c (self->out, '\\');
    if (g_ascii_iscntrl (*p))
      g_string_append_printf (self->out, "\\x%02x", (guint)*p);
    else
      g_string_append_c (self->out, *p);
  }
  g_string_append (self->out, "\"\n");
}

static void
append_author (Export *self, JsonObject *author)
{
  static const char *const members[] = {
      "family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle"};
  const char *lead = "  - ";

  for (guint i = 0; i < G_N_ELEMENTS (members); i++) {
    JsonNode *node = json_object_get_member (author, members[i]);

    if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
      continue;
    g_string_append (self->out, lead);
    append_value (self, members[i], json_node_get_string (node));
    lead = "    ";
  }
}

/* Without a title the first heading would be taken for it, if it looks like one. */
static gboolean
needs_no_title (Export *self)
{
  IbidList *sections = ibid_document_get_sections (self->document);
  guint n_first = 0;

  for (guint i = 0; i < ibid_list_get_length (sections); i++)
    n_first += ibid_section_get_level (ibid_list_get (sections, i)) == 1;
  return n_first == 1 && ibid_section_get_level (ibid_list_get (sections, 0)) == 1;
}

/* What stands ahead of the first heading needs none. */
static gboolean
needs_heading (IbidSection *section, gboolean is_first)
{
  return !is_first || ibid_section_get_level (section) > 1 ||
         ibid_list_get_length (ibid_section_get_paragraphs (section)) == 0 ||
         ibid_passage_get_length (IBID_PASSAGE (section)) > 0 ||
         ibid_list_get_length (ibid_passage_get_notes (IBID_PASSAGE (section))) > 0;
}

/* A heading right before the notes would be taken for theirs. */
static guint
find_place_of_notes (IbidList *sections)
{
  guint place = ibid_list_get_length (sections);

  while (place > 0) {
    IbidSection *section = ibid_list_get (sections, place - 1);

    if (ibid_list_get_length (ibid_section_get_paragraphs (section)) > 0 ||
        !needs_heading (section, place == 1))
      break;
    place--;
  }
  return place;
}

static gboolean
has_one_kind (IbidList *references)
{
  for (guint i = 1; i < ibid_list_get_length (references); i++)
    if (ibid_reference_get_kind (ibid_list_get (references, i)) !=
        ibid_reference_get_kind (ibid_list_get (references, 0)))
      return FALSE;
  return TRUE;
}

/* Whether the notes come as they are used, those that are not last. */
static gboolean
is_order_of_use (Export *self)
{
  IbidList *notes = ibid_document_get_notes (self->document);
  IbidList *sections = ibid_document_get_sections (self->document);
  guint n_references = ibid_list_get_length (ibid_document_get_references (self->document));
  g_autofree gboolean *is_used = g_new0 (gboolean, n_references + 1);
  guint next = 0;

  if (find_place_of_notes (sections) < ibid_list_get_length (sections) ||
      !has_one_kind (ibid_document_get_references (self->document)))
    return FALSE;
  for (guint i = 0; i < ibid_list_get_length (notes); i++) {
    IbidReference *reference = ibid_note_get_reference (ibid_list_get (notes, i));
    guint position = reference != NULL ? ibid_reference_get_position (reference) : n_references;

    if (is_used[position] || reference == NULL)
      continue;
    if (position != next++)
      return FALSE;
    is_used[position] = TRUE;
  }
  return TRUE;
}

static void
append_front_matter (Export *self)
{
  IbidBody *body = ibid_document_get_body (self->document);
  JsonArray *authors = ibid_body_get_authors (body);
  const char *title = ibid_body_get_title (body);

  g_string_append (self->out, "---\n");
  append_value (self, "title", title != NULL ? title : needs_no_title (self) ? "" : NULL);
  append_value (self, "subtitle", ibid_body_get_subtitle (body));
  if (authors != NULL && json_array_get_length (authors) > 0)
    g_string_append (self->out, "author:\n");
  for (guint i = 0; authors != NULL && i < json_array_get_length (authors); i++) {
    JsonNode *node = json_array_get_element (authors, i);

    if (JSON_NODE_HOLDS_OBJECT (node))
      append_author (self, json_node_get_object (node));
  }
  append_value (self, "date", ibid_body_get_issued (body));
  append_value (self, "lang", ibid_body_get_language (body));
  append_value (self, "publisher", ibid_body_get_publisher (body));
  append_value (self, "source", ibid_body_get_source (body));
  if (ibid_list_get_length (ibid_document_get_references (self->document)) == 0 ||
      !is_order_of_use (self))
    g_string_append (self->out, "note-order: printed\n");
  if (self->out->len == strlen ("---\n"))
    g_string_truncate (self->out, 0);
  else
    g_string_append (self->out, "---\n\n");
}

/* --- Lists ---------------------------------------------------------------------------------- */

static List *
get_list (Export *self)
{
  return self->lists->len > 0 ? &g_array_index (self->lists, List, self->lists->len - 1) : NULL;
}

static void
push_list (Export *self, int number, char sign)
{
  const List list = {number, sign, 0};

  g_array_append_val (self->lists, list);
}

/* The sign of an item of the innermost list. */
static void
append_sign (Export *self, guint *column)
{
  List *list = get_list (self);
  g_autofree char *sign = list->next >= 0 ? g_strdup_printf ("%d%c ", list->next, list->sign)
                                          : g_strdup_printf ("%c ", list->sign);

  g_string_append (self->out, sign);
  *column += (guint)strlen (sign);
  list->indent = *column;
  if (list->next >= 0)
    list->next++;
}

/* Lists down to the item's own; another sign begins another list. TRUE when one begins. */
static gboolean
adjust_lists (Export *self, guint depth, int number, guint *n_open)
{
  char sign = number >= 0 ? '.' : '-';
  List *list;

  if (self->lists->len > depth + 1)
    g_array_set_size (self->lists, depth + 1);
  list = get_list (self);
  *n_open = MIN (self->lists->len, depth);
  if (self->lists->len == depth + 1) {
    if ((number < 0 && list->next < 0) || (number >= 0 && list->next == number))
      return FALSE;
    if (number >= 0 && list->next >= 0)
      sign = list->sign == '.' ? ')' : '.';
    g_array_set_size (self->lists, depth);
  }
  while (self->lists->len < depth)
    push_list (self, -1, '-');
  push_list (self, number, sign);
  return TRUE;
}

static void
append_item (Export *self, IbidParagraph *paragraph)
{
  int depth = ibid_paragraph_get_depth (paragraph);
  int number = ibid_paragraph_get_number (paragraph);
  guint level = (guint)CLAMP (depth, 0, MAX_DEPTH);
  gboolean was_list = self->lists->len > 0;
  guint n_open;
  gboolean is_new = adjust_lists (self, level, number <= MAX_NUMBER ? number : -1, &n_open);
  guint column = n_open > 0 ? g_array_index (self->lists, List, n_open - 1).indent : 0;
  guint n_lists = self->lists->len;
  g_autofree char *indent = NULL;

  if (was_list && !is_new)
    g_string_truncate (self->out, self->out->len - 1); /* no blank line between */
  append_blanks (self->out, column);
  for (guint i = n_open; i < n_lists; i++) {
    g_array_set_size (self->lists, i + 1);
    append_sign (self, &column);
  }
  if (depth > MAX_DEPTH || number > MAX_NUMBER) {
    g_autofree char *depth_text = g_strdup_printf ("%d", depth);
    g_autofree char *number_text = g_strdup_printf ("%d", number);

    g_string_append (self->out, "<span");
    ibid_markdown_text_append_attribute (self->out, "data-ibid-depth", depth_text);
    if (number > MAX_NUMBER)
      ibid_markdown_text_append_attribute (self->out, "data-ibid-number", number_text);
    g_string_append (self->out, "></span>");
  }
  append_anchor (self, paragraph);
  indent = g_strnfill (column, ' ');
  append_passage (self, paragraph, IBID_MARKDOWN_TEXT_PARAGRAPH, indent);
  g_string_append (self->out, "\n\n");
}

/* --- Other paragraphs ----------------------------------------------------------------------- */

static void
append_quote (Export *self, IbidParagraph *paragraph)
{
  if (self->is_quote) {
    g_string_truncate (self->out, self->out->len - 1);
    g_string_append (self->out, ">\n");
  }
  g_string_append (self->out, "> ");
  append_anchor (self, paragraph);
  append_passage (self, paragraph, IBID_MARKDOWN_TEXT_PARAGRAPH, "> ");
  g_string_append (self->out, "\n\n");
}

static void
append_verse (Export *self, IbidParagraph *paragraph)
{
  g_string_append (self->out, "| ");
  append_anchor (self, paragraph);
  append_passage (self, paragraph, IBID_MARKDOWN_TEXT_VERSE, "");
  g_string_append (self->out, "\n\n");
}

/* Between fences, unless there are spans or notes in it. */
static void
append_code (Export *self, IbidParagraph *paragraph)
{
  const char *text = ibid_passage_get_text (IBID_PASSAGE (paragraph));
  guint longest = 2;
  guint n_spans;

  ibid_passage_get_spans (IBID_PASSAGE (paragraph), &n_spans);
  if (has_target (self, paragraph)) {
    append_anchor (self, paragraph);
    g_string_append (self->out, "\n\n");
  }
  if (n_spans > 0 || ibid_list_get_length (ibid_passage_get_notes (IBID_PASSAGE (paragraph))) > 0) {
    g_string_append (self->out, "<pre>");
    append_passage (self, paragraph, IBID_MARKDOWN_TEXT_CODE, "");
    g_string_append (self->out, "</pre>\n\n");
    return;
  }
  for (const char *p = strchr (text, '`'); p != NULL; p = strchr (p, '`')) {
    longest = MAX (longest, (guint)strspn (p, "`"));
    p += strspn (p, "`");
  }
  for (guint i = 0; i <= longest; i++)
    g_string_append_c (self->out, '`');
  g_string_append_printf (self->out, "\n%s\n", text);
  for (guint i = 0; i <= longest; i++)
    g_string_append_c (self->out, '`');
  g_string_append (self->out, "\n\n");
}

static guint
count_tabs (gpointer paragraph)
{
  guint n = 0;

  for (const char *p = ibid_passage_get_text (IBID_PASSAGE (paragraph)); *p != '\0'; p++)
    n += *p == '\t';
  return n;
}

static gboolean
is_row (gpointer paragraph)
{
  return paragraph != NULL &&
         ibid_paragraph_get_style (IBID_PARAGRAPH (paragraph)) == IBID_PARAGRAPH_TABLE_ROW;
}

/* Rows with as many cells are one table. `before` and `after` may be NULL. */
static void
append_row (Export *self, gpointer before, IbidParagraph *paragraph, gpointer after)
{
  guint n_tabs = count_tabs (paragraph);

  g_string_append (self->out, "| ");
  append_anchor (self, paragraph);
  append_passage (self, paragraph, IBID_MARKDOWN_TEXT_ROW, "");
  g_string_append (self->out, " |\n");
  if (!is_row (before) || count_tabs (before) != n_tabs) {
    for (guint i = 0; i <= n_tabs; i++)
      g_string_append (self->out, "| --- ");
    g_string_append (self->out, "|\n");
  }
  if (!is_row (after) || count_tabs (after) != n_tabs)
    g_string_append_c (self->out, '\n');
}

static void
append_paragraph (Export *self, gpointer before, IbidParagraph *paragraph, gpointer after)
{
  IbidParagraphStyle style = ibid_paragraph_get_style (paragraph);

  if (style != IBID_PARAGRAPH_LIST_ITEM)
    g_array_set_size (self->lists, 0);
  switch (style) {
  case IBID_PARAGRAPH_QUOTE:
    append_quote (self, paragraph);
    break;
  case IBID_PARAGRAPH_LIST_ITEM:
    append_item (self, paragraph);
    break;
  case IBID_PARAGRAPH_VERSE:
    append_verse (self, paragraph);
    break;
  case IBID_PARAGRAPH_CODE:
    append_code (self, paragraph);
    break;
  case IBID_PARAGRAPH_TABLE_ROW:
    append_row (self, before, paragraph, after);
    break;
  default:
    if (style == IBID_PARAGRAPH_CAPTION)
      g_string_append (self->out, "<figcaption>\n\n");
    append_anchor (self, paragraph);
    append_passage (self, paragraph, IBID_MARKDOWN_TEXT_PARAGRAPH, "");
    g_string_append (self->out, style == IBID_PARAGRAPH_CAPTION ? "\n\n</figcaption>\n\n" : "\n\n");
  }
  self->is_quote = style == IBID_PARAGRAPH_QUOTE;
}

/* --- Sections and notes --------------------------------------------------------------------- */

static void
append_heading (Export *self, IbidSection *section)
{
  for (guint i = ibid_section_get_level (section); i > 0; i--)
    g_string_append_c (self->out, '#');
  g_string_append_c (self->out, ' ');
  if (ibid_passage_get_length (IBID_PASSAGE (section)) == 0 &&
      ibid_list_get_length (ibid_passage_get_notes (IBID_PASSAGE (section))) == 0)
    g_string_append (self->out, "<span data-ibid-untitled></span>");
  append_passage (self, section, IBID_MARKDOWN_TEXT_HEADING, "");
  if (has_target (self, section))
    g_string_append_printf (self->out, " {#%s}", ibid_item_get_id (IBID_ITEM (section)));
  g_string_append (self->out, "\n\n");
}

static void
append_section (Export *self, IbidSection *section, gboolean is_first)
{
  IbidList *paragraphs = ibid_section_get_paragraphs (section);

  g_array_set_size (self->lists, 0);
  self->is_quote = FALSE;
  if (needs_heading (section, is_first))
    append_heading (self, section);
  for (guint i = 0; i < ibid_list_get_length (paragraphs); i++)
    append_paragraph (self,
                      i > 0 ? ibid_list_get (paragraphs, i - 1) : NULL,
                      ibid_list_get (paragraphs, i),
                      ibid_list_get (paragraphs, i + 1));
}

static void
append_note (Export *self, IbidReference *reference)
{
  const char *name = ibid_markdown_labels_get (self->labels, reference);
  const char *label = ibid_reference_get_label (reference);
  IbidReferenceKind kind = ibid_reference_get_kind (reference);

  g_string_append_printf (self->out, "[^%s]: ", name);
  if (g_strcmp0 (label, name) != 0 || kind != IBID_REFERENCE_FOOTNOTE) {
    g_string_append (self->out, "<span");
    if (g_strcmp0 (label, name) != 0)
      ibid_markdown_text_append_attribute (
          self->out, "data-ibid-label", label != NULL ? label : "");
    ibid_markdown_text_append_attribute (
        self->out, "data-ibid-kind", ibid_enum_get_nick (IBID_TYPE_REFERENCE_KIND, (int)kind));
    g_string_append (self->out, "></span>");
  }
  append_passage (self, reference, IBID_MARKDOWN_TEXT_NOTE, NOTE_INDENT);
  g_string_append (self->out, "\n\n");
}

GBytes *
ibid_markdown_export (IbidDocument *document)
{
  g_autoptr (IbidMarkdownLabels) labels = ibid_markdown_labels_new (document);
  g_autoptr (GHashTable) targets = ibid_export_spans_find_targets (document);
  g_autoptr (GArray) lists = g_array_new (FALSE, FALSE, sizeof (List));
  IbidList *sections = ibid_document_get_sections (document);
  IbidList *references = ibid_document_get_references (document);
  guint place = find_place_of_notes (sections);
  Export self = {.document = document,
                 .out = g_string_new (NULL),
                 .labels = labels,
                 .targets = targets,
                 .lists = lists};

  append_front_matter (&self);
  for (guint i = 0; i <= ibid_list_get_length (sections); i++) {
    for (guint j = 0; i == place && j < ibid_list_get_length (references); j++)
      append_note (&self, ibid_list_get (references, j));
    if (i < ibid_list_get_length (sections))
      append_section (&self, ibid_list_get (sections, i), i == 0);
  }
  if (g_str_has_suffix (self.out->str, "\n\n"))
    g_string_truncate (self.out, self.out->len - 1);
  return g_string_free_to_bytes (self.out);
}
