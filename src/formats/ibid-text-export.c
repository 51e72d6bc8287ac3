/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-text-export.h"

#include "formats/ibid-plain-text-date.h"
#include "formats/ibid-plain-text-lines.h"
#include "formats/ibid-plain-text-names.h"
#include "formats/ibid-works-list.h"

#include <string.h>

#define SET_IN "    "

/* List items that are deeper stand no further in: a file may say any number. */
#define MAX_DEPTH 16

typedef struct {
  IbidDocument *document;
  GString *text;
  GArray *numbers;        /* guint of each reference, when they are numbered anew; else NULL */
  GHashTable *lost;       /* markers without a reference, borrowed, to their number then */
  guint n_notes;          /* references behind these are works, and need no number */
  gboolean is_underlined; /* headings are, since looks alone would not tell their levels */
} Export;

/* Labels serve as they are when every reference has one of its own. */
static gboolean
has_unique_labels (Export *self)
{
  IbidList *references = ibid_document_get_references (self->document);
  g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->n_notes; i++) {
    const char *label = ibid_reference_get_label (ibid_list_get (references, i));

    if (label == NULL || *label == '\0' || !g_hash_table_add (labels, (gpointer)label))
      return FALSE;
  }
  return TRUE;
}

static char *
dup_label (Export *self, IbidReference *reference, const char *label)
{
  if (self->numbers != NULL && reference != NULL)
    return g_strdup_printf (
        "%u", g_array_index (self->numbers, guint, ibid_reference_get_position (reference)));
  return g_strdup (label);
}

/* A marker whose note is missing must not take another's number: a gap is left for it, behind the
 * notes that were named before it. */
static void
number_anew (Export *self)
{
  guint n = ibid_list_get_length (ibid_document_get_references (self->document));
  IbidList *notes = ibid_document_get_notes (self->document);
  g_autofree guint *gaps = g_new0 (guint, n + 1); /* ahead of each reference */
  guint n_named = 0;
  guint number = 0;

  self->numbers = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  self->lost = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < ibid_list_get_length (notes); i++) {
    IbidReference *reference = ibid_note_get_reference (ibid_list_get (notes, i));

    if (reference != NULL)
      n_named = MAX (n_named, ibid_reference_get_position (reference) + 1);
    else if (ibid_note_get_length (ibid_list_get (notes, i)) == 0)
      gaps[n_named]++;
  }
  for (guint i = 0; i < n; i++) {
    number += gaps[i] + 1;
    g_array_append_val (self->numbers, number);
  }
  n_named = 0;
  number = 0;
  for (guint i = 0; i < ibid_list_get_length (notes); i++) {
    IbidNote *note = ibid_list_get (notes, i);
    IbidReference *reference = ibid_note_get_reference (note);
    guint position = reference != NULL ? ibid_reference_get_position (reference) + 1 : 0;

    if (reference == NULL && ibid_note_get_length (note) == 0) {
      g_hash_table_insert (self->lost, note, GUINT_TO_POINTER (++number));
    } else if (position > n_named) {
      n_named = position;
      number = g_array_index (self->numbers, guint, position - 1);
    }
  }
}

static void
append_lines (Export *self, const char *text, const char *indent)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (i > 0)
      g_string_append_c (self->text, '\n');
    if (*lines[i] != '\0')
      g_string_append (self->text, indent);
    g_string_append (self->text, lines[i]);
  }
}

/* "[6]", behind letters with a blank: glued to a word it could be taken for an array's index. */
static void
append_marker (Export *self, IbidNote *note)
{
  guint number = self->lost != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->lost, note)) : 0;
  g_autofree char *label = number > 0 ? g_strdup_printf ("%u", number)
                                      : dup_label (self,
                                                   ibid_note_get_reference (note),
                                                   ibid_note_get_label (note));
  char last = self->text->len > 0 ? self->text->str[self->text->len - 1] : ' ';

  if (g_ascii_isalnum (last) || (last != '\0' && strchr ("_)`", last) != NULL))
    g_string_append_c (self->text, ' ');
  g_string_append_printf (self->text, "[%s]", label);
}

/* The text with its markers. Citations in words are there already. */
static char *
dup_marked_text (Export *self, IbidPassage *passage)
{
  IbidList *notes = ibid_passage_get_notes (passage);
  const char *text = ibid_passage_get_text (passage); /* what is not written yet */
  const char *stop = text;
  guint at = 0; /* of `stop` */
  GString *whole = self->text;
  char *marked;

  self->text = g_string_new (NULL);
  for (guint i = 0; i < ibid_list_get_length (notes); i++) {
    IbidNote *note = ibid_list_get (notes, i);

    stop = g_utf8_offset_to_pointer (stop, ibid_note_get_at (note) - at);
    at = ibid_note_get_at (note);
    if (ibid_note_get_length (note) > 0)
      continue;
    g_string_append_len (self->text, text, stop - text);
    append_marker (self, note);
    text = stop;
  }
  g_string_append (self->text, text);
  marked = g_string_free (self->text, FALSE);
  self->text = whole;
  return marked;
}

/* As typed books have pictures. */
static void
append_caption (Export *self, const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  g_autofree char *joined = g_strjoinv ("\n\n", paragraphs);

  g_string_append_printf (self->text, "[Illustration: %s]", joined);
}

static void
append_paragraph (Export *self, IbidParagraph *paragraph)
{
  g_autofree char *text = dup_marked_text (self, IBID_PASSAGE (paragraph));
  int number = ibid_paragraph_get_number (paragraph);

  switch (ibid_paragraph_get_style (paragraph)) {
  case IBID_PARAGRAPH_CODE:
  case IBID_PARAGRAPH_QUOTE:
  case IBID_PARAGRAPH_VERSE:
    append_lines (self, text, SET_IN);
    break;
  case IBID_PARAGRAPH_CAPTION:
    append_caption (self, text);
    break;
  case IBID_PARAGRAPH_TABLE_ROW: /* a row of one cell would be a line like others */
    g_string_append_printf (self->text, "%s%s", text, strchr (text, '\t') == NULL ? "\t" : "");
    break;
  case IBID_PARAGRAPH_LIST_ITEM:
    for (int depth = MIN (ibid_paragraph_get_depth (paragraph), MAX_DEPTH); depth > 0; depth--)
      g_string_append (self->text, "  ");
    if (number >= 0)
      g_string_append_printf (self->text, "%d. ", number);
    else
      g_string_append (self->text, "- ");
    G_GNUC_FALLTHROUGH;
  default:
    g_string_append (self->text, text);
  }
  g_string_append (self->text, "\n\n");
}

static void
append_heading (Export *self, IbidSection *section)
{
  g_autofree char *heading = dup_marked_text (self, IBID_PASSAGE (section));

  if (*heading == '\0')
    return;
  g_string_append_printf (self->text, "%s\n", heading);
  if (self->is_underlined) {
    static const char rules[] = "=-~";
    guint level = CLAMP (ibid_section_get_level (section), 1, 3);

    for (glong n = MAX (g_utf8_strlen (heading, -1), 3); n > 0; n--)
      g_string_append_c (self->text, rules[level - 1]);
    g_string_append_c (self->text, '\n');
  }
  g_string_append_c (self->text, '\n');
}

static gboolean
looks_like_heading (gpointer passage)
{
  const char *text = ibid_passage_get_text (passage);
  IbidTextLine line = {.text = text, .length = (guint)strlen (text)};

  return line.length > 0 && ibid_text_line_looks_like_heading (&line);
}

/* Plain headings do, as long as each looks like one, nothing else does, and all are of the first
 * level. */
static gboolean
needs_underlines (IbidDocument *document)
{
  IbidList *sections = ibid_document_get_sections (document);

  for (guint i = 0; i < ibid_list_get_length (sections); i++) {
    IbidSection *section = ibid_list_get (sections, i);
    IbidList *paragraphs = ibid_section_get_paragraphs (section);

    if (ibid_passage_get_length (IBID_PASSAGE (section)) > 0 &&
        (ibid_section_get_level (section) > 1 || !looks_like_heading (section) ||
         ibid_list_get_length (paragraphs) == 0))
      return TRUE;
    for (guint j = 0; j < ibid_list_get_length (paragraphs); j++)
      if (looks_like_heading (ibid_list_get (paragraphs, j)))
        return TRUE;
  }
  return FALSE;
}

/* "By Jane Doe and John Roe", if it can be read in again. */
static void
append_byline (Export *self, JsonArray *authors)
{
  g_autoptr (GString) byline = g_string_new ("By ");
  g_autoptr (JsonArray) again = json_array_new ();
  gboolean is_exact = TRUE;
  guint n = json_array_get_length (authors);

  for (guint i = 0; i < n; i++) {
    JsonNode *node = json_array_get_element (authors, i);
    JsonObject *name = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
    const char *literal;

    if (name == NULL)
      return;
    literal = json_object_get_string_member_with_default (name, "literal", NULL);
    if (i > 0)
      g_string_append (byline, i + 1 == n ? " and " : ", ");
    if (literal != NULL)
      g_string_append (byline, literal);
    else
      g_string_append_printf (byline,
                              "%s %s",
                              json_object_get_string_member_with_default (name, "given", ""),
                              json_object_get_string_member_with_default (name, "family", ""));
  }
  if (ibid_text_names_parse (byline->str + strlen ("By "), again, &is_exact))
    g_string_append_printf (self->text, "%s\n", byline->str);
}

/* A subtitle stands right below the title when the byline makes sure of both, else by itself. */
static void
append_head (Export *self)
{
  IbidBody *body = ibid_document_get_body (self->document);
  const char *issued = ibid_body_get_issued (body);
  g_autofree char *again = issued != NULL ? ibid_text_date_parse (issued, NULL, NULL) : NULL;
  GString *whole = self->text;
  g_autoptr (GString) meta = g_string_new (NULL);

  if (ibid_body_get_title (body) == NULL)
    return;
  self->text = meta;
  if (ibid_body_get_authors (body) != NULL)
    append_byline (self, ibid_body_get_authors (body));
  if (again != NULL)
    g_string_append_printf (meta, "Published %s\n", issued);
  if (ibid_body_get_publisher (body) != NULL)
    g_string_append_printf (meta, "Publisher: %s\n", ibid_body_get_publisher (body));
  if (ibid_body_get_source (body) != NULL)
    g_string_append_printf (meta, "%s\n", ibid_body_get_source (body));
  self->text = whole;
  g_string_append_printf (whole, "%s\n", ibid_body_get_title (body));
  if (ibid_body_get_subtitle (body) != NULL)
    g_string_append_printf (
        whole, "%s%s\n", meta->len > 0 ? "" : "\n", ibid_body_get_subtitle (body));
  g_string_append_printf (whole, "%s\n", meta->str);
}

/* More paragraphs of a note are set in, so that the last one is not taken for text behind it. */
static void
append_references (Export *self)
{
  IbidList *references = ibid_document_get_references (self->document);

  if (self->n_notes > 0)
    g_string_append (self->text, "Notes\n\n");
  for (guint i = 0; i < self->n_notes; i++) {
    IbidReference *reference = ibid_list_get (references, i);
    g_autofree char *label = dup_label (self, reference, ibid_reference_get_label (reference));
    g_autofree char *text = dup_marked_text (self, IBID_PASSAGE (reference));
    g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);

    g_string_append_printf (
        self->text, "[%s] %s\n", label, paragraphs[0] != NULL ? paragraphs[0] : "");
    for (guint j = 1; paragraphs[0] != NULL && paragraphs[j] != NULL; j++)
      g_string_append_printf (self->text, "\n" SET_IN "%s\n", paragraphs[j]);
  }
}

/* Without numbers: the text cites them by author and date. */
static void
append_works (Export *self)
{
  IbidList *references = ibid_document_get_references (self->document);

  if (self->n_notes == ibid_list_get_length (references))
    return;
  g_string_append_printf (self->text, "%sReferences\n\n", self->n_notes > 0 ? "\n" : "");
  for (guint i = self->n_notes; i < ibid_list_get_length (references); i++) {
    g_autofree char *text = dup_marked_text (self, ibid_list_get (references, i));

    g_string_append_printf (self->text, "%s\n\n", text);
  }
}

/* --- Bibliographies without numbers ------------------------------------------------------------
 */

static void
add_block (GArray *blocks, gpointer passage, guint level)
{
  const char *text = ibid_passage_get_text (passage);
  IbidWorksBlock block = {.text = text, .length = (guint)strlen (text), .level = level};

  g_array_append_val (blocks, block);
}

/* The text as it would be read in again, without the works. */
static GArray *
describe_text (IbidDocument *document)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (IbidWorksBlock));
  IbidList *sections = ibid_document_get_sections (document);

  for (guint i = 0; i < ibid_list_get_length (sections); i++) {
    IbidSection *section = ibid_list_get (sections, i);
    IbidList *paragraphs = ibid_section_get_paragraphs (section);

    add_block (blocks, section, ibid_section_get_level (section));
    for (guint j = 0; j < ibid_list_get_length (paragraphs); j++)
      add_block (blocks, ibid_list_get (paragraphs, j), 0);
  }
  return blocks;
}

static gboolean
is_plain_work (IbidReference *reference)
{
  return ibid_reference_get_kind (reference) == IBID_REFERENCE_BIBLIOGRAPHY &&
         ibid_reference_get_label (reference) == NULL &&
         ibid_list_get_length (ibid_passage_get_notes (IBID_PASSAGE (reference))) == 0 &&
         strchr (ibid_passage_get_text (IBID_PASSAGE (reference)), '\n') == NULL;
}

/* How many references stand under "Notes": all, unless the works behind them are found without. */
static guint
count_notes (IbidDocument *document)
{
  IbidList *references = ibid_document_get_references (document);
  guint n = ibid_list_get_length (references);
  guint first = n;
  IbidWorksBlock heading = {.text = "References", .length = 10, .level = 1};
  g_autoptr (GArray) blocks = NULL;
  g_autoptr (GArray) found = NULL;
  guint n_text;

  while (first > 0 && is_plain_work (ibid_list_get (references, first - 1)))
    first--;
  if (first == n)
    return n;
  blocks = describe_text (document);
  g_array_append_val (blocks, heading);
  n_text = blocks->len;
  for (guint i = first; i < n; i++)
    add_block (blocks, ibid_list_get (references, i), 0);
  found = ibid_works_list_find ((const IbidWorksBlock *)(gpointer)blocks->data, blocks->len);
  return found->len == n - first && g_array_index (found, IbidWorksEntry, 0).block == n_text ? first
                                                                                             : n;
}

GBytes *
ibid_text_export (IbidDocument *document)
{
  Export self = {.document = document, .text = g_string_new (NULL)};
  IbidList *sections = ibid_document_get_sections (document);

  self.n_notes = count_notes (document);
  if (!has_unique_labels (&self))
    number_anew (&self);
  self.is_underlined = needs_underlines (document);
  append_head (&self);
  for (guint i = 0; i < ibid_list_get_length (sections); i++) {
    IbidSection *section = ibid_list_get (sections, i);
    IbidList *paragraphs = ibid_section_get_paragraphs (section);

    append_heading (&self, section);
    for (guint j = 0; j < ibid_list_get_length (paragraphs); j++)
      append_paragraph (&self, ibid_list_get (paragraphs, j));
  }
  append_references (&self);
  append_works (&self);
  g_clear_pointer (&self.numbers, g_array_unref);
  g_clear_pointer (&self.lost, g_hash_table_unref);
  return g_string_free_to_bytes (self.text);
}
