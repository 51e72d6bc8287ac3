/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-docx-runs.h"

#include "formats/ibid-docx-fields.h"
#include "formats/ibid-docx-math.h"
#include "formats/ibid-office-captions.h"
#include "formats/ibid-office-symbols.h"

#include <string.h>

struct _IbidDocxRuns {
  IbidOfficePen *pen;
  IbidDocxStyles *styles;
  IbidDocxNotes *notes;
  IbidDocxPart *part;
  IbidDocxFields *fields;
  GHashTable *readers; /* name of an element to Reader */
  GPtrArray *boxes;    /* w:txbxContent, borrowed */
  char *note;          /* key of the note that is read */
  gboolean is_hidden;  /* the paragraph, by its style */
};

typedef void (*Reader) (IbidDocxRuns *self, const xmlNode *node);

static void read_inside (IbidDocxRuns *self, const xmlNode *parent);

/* --- Choices ------------------------------------------------------------------------------- */

static gboolean
says_something (const xmlNode *form)
{
  for (const xmlNode *node = ibid_xml_next (form, form, TRUE); node != NULL;
       node = ibid_xml_next (form, node, TRUE))
    if (ibid_xml_is (node, "t") || ibid_xml_is (node, "docPr") ||
        ibid_xml_is (node, "footnoteReference") || ibid_xml_is (node, "endnoteReference"))
      return TRUE;
  return FALSE;
}

const xmlNode *
ibid_docx_choose (const xmlNode *alternate)
{
  const xmlNode *choice = ibid_xml_find_child (alternate, "Choice");
  const xmlNode *fallback = ibid_xml_find_child (alternate, "Fallback");

  return choice != NULL && (fallback == NULL || says_something (choice)) ? choice : fallback;
}

/* --- Text ---------------------------------------------------------------------------------- */

static gboolean
is_text (IbidDocxRuns *self)
{
  return ibid_docx_fields_is_text (self->fields);
}

static void
add_text (IbidDocxRuns *self, const char *text)
{
  if (is_text (self))
    ibid_office_pen_add_text (self->pen, text, -1);
}

static void
read_text (IbidDocxRuns *self, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) &&
        child->content != NULL)
      add_text (self, (const char *)child->content);
}

static void
read_break (IbidDocxRuns *self, const xmlNode *node)
{
  if (is_text (self))
    ibid_office_pen_add_break (self->pen);
}

static void
read_tab (IbidDocxRuns *self, const xmlNode *node)
{
  if (is_text (self))
    ibid_office_pen_add_tab (self->pen);
}

static void
read_no_break_hyphen (IbidDocxRuns *self, const xmlNode *node)
{
  add_text (self, "\xe2\x80\x91");
}

static void
read_soft_hyphen (IbidDocxRuns *self, const xmlNode *node)
{
  add_text (self, "\xc2\xad");
}

static void
read_symbol (IbidDocxRuns *self, const xmlNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  ibid_office_symbols_append (
      text, ibid_xml_get_attribute (node, "font"), ibid_xml_get_attribute (node, "char"));
  add_text (self, text->str);
}

static void
read_equation (IbidDocxRuns *self, const xmlNode *node)
{
  g_autofree char *text = ibid_docx_math_dup_text (node);

  ibid_office_pen_set_look (self->pen, 0);
  add_text (self, text);
}

/* The words that are explained, not what explains their reading. */
static void
read_ruby (IbidDocxRuns *self, const xmlNode *node)
{
  const xmlNode *base = ibid_xml_find_child (node, "rubyBase");

  if (base != NULL)
    read_inside (self, base);
}

/* --- Fields and links ---------------------------------------------------------------------- */

/* The innermost link of fields is one of the pen, too. */
static void
update_link (IbidDocxRuns *self)
{
  const IbidDocxField *link = ibid_docx_fields_get_link (self->fields);

  ibid_office_pen_set_link (
      self->pen, link != NULL ? link->href : NULL, link != NULL ? link->bookmark : NULL);
}

/* The note that a field gives the number of; NULL when it does not. */
static const char *
find_field_note (IbidDocxRuns *self, const IbidDocxField *field)
{
  if (field->kind != IBID_DOCX_FIELD_NOTE && field->kind != IBID_DOCX_FIELD_REFERENCE)
    return NULL;
  return ibid_docx_notes_find (
      self->notes, field->bookmark, field->kind == IBID_DOCX_FIELD_REFERENCE);
}

/* TRUE when the field is a further marker of a note, which it becomes. */
static gboolean
add_field_marker (IbidDocxRuns *self, const IbidDocxField *field)
{
  const char *key = find_field_note (self, field);

  if (key == NULL)
    return FALSE;
  if (is_text (self))
    ibid_office_pen_add_marker (self->pen, key, ibid_docx_notes_get_label (self->notes, key));
  return TRUE;
}

static void
read_field_character (IbidDocxRuns *self, const xmlNode *node)
{
  const char *type = ibid_xml_get_attribute (node, "fldCharType");

  if (g_strcmp0 (type, "begin") == 0) {
    ibid_docx_fields_begin (self->fields);
  } else if (g_strcmp0 (type, "separate") == 0) {
    ibid_docx_fields_separate (self->fields);
    if (ibid_docx_fields_peek (self->fields) != NULL &&
        add_field_marker (self, ibid_docx_fields_peek (self->fields)))
      ibid_docx_fields_silence (self->fields);
    update_link (self);
  } else if (g_strcmp0 (type, "end") == 0) {
    ibid_docx_fields_end (self->fields);
    update_link (self);
  }
}

static void
read_field_code (IbidDocxRuns *self, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE && child->content != NULL)
      ibid_docx_fields_add_code (self->fields, (const char *)child->content);
}

static void
read_simple_field (IbidDocxRuns *self, const xmlNode *node)
{
  const char *code = ibid_xml_get_attribute (node, "instr");
  g_autofree char *href = g_strdup (ibid_office_pen_get_href (self->pen));
  g_autofree char *target = g_strdup (ibid_office_pen_get_target (self->pen));
  g_autoptr (IbidDocxField) field = ibid_docx_field_parse (code != NULL ? code : "");

  if (field->kind == IBID_DOCX_FIELD_CONTENTS || add_field_marker (self, field))
    return;
  if (field->kind == IBID_DOCX_FIELD_LINK)
    ibid_office_pen_set_link (self->pen, field->href, field->bookmark);
  read_inside (self, node);
  ibid_office_pen_set_link (self->pen, href, target);
}

static void
read_link (IbidDocxRuns *self, const xmlNode *node)
{
  const char *address = ibid_docx_part_get_link (self->part, ibid_xml_get_attribute (node, "id"));
  const char *anchor = ibid_xml_get_attribute (node, "anchor");
  g_autofree char *old_href = g_strdup (ibid_office_pen_get_href (self->pen));
  g_autofree char *old_target = g_strdup (ibid_office_pen_get_target (self->pen));
  g_autofree char *href = NULL;

  if (address != NULL)
    href = anchor != NULL && strchr (address, '#') == NULL
               ? g_strconcat (address, "#", anchor, NULL)
               : g_strdup (address);
  ibid_office_pen_set_link (self->pen, href, href == NULL ? anchor : NULL);
  read_inside (self, node);
  ibid_office_pen_set_link (self->pen, old_href, old_target);
}

static void
read_bookmark (IbidDocxRuns *self, const xmlNode *node)
{
  const char *name = ibid_xml_get_attribute (node, "name");

  if (name != NULL && strcmp (name, "_GoBack") != 0)
    ibid_draft_add_anchor (ibid_office_pen_get_draft (self->pen), name);
}

/* --- Notes --------------------------------------------------------------------------------- */

static void
read_marker (IbidDocxRuns *self, const xmlNode *node)
{
  g_autofree char *key = ibid_docx_notes_dup_key (node);

  if (is_text (self))
    ibid_office_pen_add_marker (self->pen, key, ibid_docx_notes_get_label (self->notes, key));
}

/* A note's own sign as text, where it does not stand as w:footnoteRef: all of the first run, and
 * raised, or of the user's choice. */
static gboolean
is_own_number (IbidDocxRuns *self, const xmlNode *run, guint look)
{
  const char *label = self->note != NULL ? ibid_docx_notes_get_label (self->notes, self->note)
                                         : NULL;
  const xmlNode *text = ibid_xml_find_child (run, "t");
  g_autofree char *words = NULL;

  if (label == NULL || text == NULL || ibid_office_pen_has_text (self->pen) ||
      ((look & IBID_OFFICE_LOOK (IBID_SPAN_SUPERSCRIPT)) == 0 &&
       !ibid_docx_notes_has_own_mark (self->notes, self->note)))
    return FALSE;
  words = ibid_xml_dup_text (run);
  return strcmp (words, label) == 0;
}

/* --- Pictures and boxes -------------------------------------------------------------------- */

/* Pictures are said by their words, text boxes kept for later. */
static void
read_drawing (IbidDocxRuns *self, const xmlNode *root)
{
  const char *words = NULL;
  gboolean has_box = FALSE;
  const xmlNode *node = ibid_xml_next (root, root, TRUE);

  if (!is_text (self))
    return;
  while (node != NULL) {
    gboolean is_box = ibid_xml_is (node, "txbxContent");

    if (is_box) {
      has_box = TRUE;
      g_ptr_array_add (self->boxes, (gpointer)node);
    } else if (words == NULL && ibid_xml_is (node, "docPr")) {
      words = ibid_xml_get_attribute (node, "descr");
    } else if (words == NULL && (ibid_xml_is (node, "shape") || ibid_xml_is (node, "rect"))) {
      words = ibid_xml_get_attribute (node, "alt");
    }
    node = ibid_xml_next (root, node, !is_box);
  }
  if (!has_box)
    ibid_office_captions_add (self->pen, words);
}

/* --- Runs ---------------------------------------------------------------------------------- */

static void
read_choice (IbidDocxRuns *self, const xmlNode *node)
{
  const xmlNode *choice = ibid_docx_choose (node);

  if (choice != NULL)
    read_inside (self, choice);
}

static void
read_content (IbidDocxRuns *self, const xmlNode *node)
{
  const xmlNode *properties = ibid_xml_find_child (node, "sdtPr");
  const xmlNode *content = ibid_xml_find_child (node, "sdtContent");

  if (content != NULL && !ibid_docx_is_on (ibid_xml_find_child (properties, "showingPlcHdr")))
    read_inside (self, content);
}

/* The style of a paragraph is its look, not emphasis: what counts is said of the run. */
static guint
get_look (IbidDocxRuns *self, const xmlNode *run)
{
  const xmlNode *properties = ibid_xml_find_child (run, "rPr");
  const xmlNode *style = ibid_xml_find_child (properties, "rStyle");
  IbidOfficeLook direct = ibid_docx_look_read (properties);
  IbidOfficeLook named = {0, 0};

  if (style != NULL)
    named =
        ibid_docx_styles_get_characters (self->styles, ibid_xml_get_attribute (style, "val"))->look;
  if (self->is_hidden && (named.set & IBID_OFFICE_HIDDEN) == 0)
    named.on |= IBID_OFFICE_HIDDEN;
  return (named.on & ~direct.set) | direct.on;
}

/* Of a hidden run nothing shows; but fields may begin or end in it. */
static void
read_hidden_run (IbidDocxRuns *self, const xmlNode *run)
{
  for (const xmlNode *node = run->children; node != NULL; node = node->next) {
    if (ibid_xml_is (node, "fldChar"))
      read_field_character (self, node);
    else if (ibid_xml_is (node, "instrText"))
      read_field_code (self, node);
  }
}

static void
read_run (IbidDocxRuns *self, const xmlNode *run)
{
  guint look = get_look (self, run);

  if ((look & IBID_OFFICE_HIDDEN) != 0) {
    read_hidden_run (self, run);
    return;
  }
  if (is_own_number (self, run, look))
    return;
  ibid_office_pen_set_look (self->pen, look);
  for (const xmlNode *node = run->children; node != NULL; node = node->next) {
    Reader reader = node->type == XML_ELEMENT_NODE ? g_hash_table_lookup (self->readers, node->name)
                                                   : NULL;

    if (reader == NULL)
      continue;
    reader (self, node);
    /* The sign that the marker brings along is in the rest of the run. */
    if (reader == read_marker && ibid_docx_notes_is_own_mark (node))
      return;
  }
}

static void
read_inside (IbidDocxRuns *self, const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next) {
    Reader reader = node->type == XML_ELEMENT_NODE ? g_hash_table_lookup (self->readers, node->name)
                                                   : NULL;

    if (reader != NULL)
      reader (self, node);
  }
}

/* What is not named here is no text: properties, deletions, comments, marks of proof-reading. */
static GHashTable *
make_readers (void)
{
  static const struct {
    const char *name;
    Reader reader;
  } elements[] = {{"r", read_run},
                  {"t", read_text},
                  {"tab", read_tab},
                  {"ptab", read_tab},
                  {"br", read_break},
                  {"cr", read_break},
                  {"noBreakHyphen", read_no_break_hyphen},
                  {"softHyphen", read_soft_hyphen},
                  {"sym", read_symbol},
                  {"fldChar", read_field_character},
                  {"instrText", read_field_code},
                  {"fldSimple", read_simple_field},
                  {"hyperlink", read_link},
                  {"bookmarkStart", read_bookmark},
                  {"footnoteReference", read_marker},
                  {"endnoteReference", read_marker},
                  {"drawing", read_drawing},
                  {"pict", read_drawing},
                  {"object", read_drawing},
                  {"AlternateContent", read_choice},
                  {"sdt", read_content},
                  {"ruby", read_ruby},
                  {"oMath", read_equation},
                  {"oMathPara", read_inside},
                  {"ins", read_inside},
                  {"moveTo", read_inside},
                  {"smartTag", read_inside},
                  {"customXml", read_inside},
                  {"dir", read_inside},
                  {"bdo", read_inside}};
  GHashTable *readers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    g_hash_table_insert (readers, (char *)elements[i].name, elements[i].reader);
  return readers;
}

/* --- Public -------------------------------------------------------------------------------- */

IbidDocxRuns *
ibid_docx_runs_new (IbidOfficePen *pen, IbidDocxStyles *styles, IbidDocxNotes *notes)
{
  IbidDocxRuns *self = g_new0 (IbidDocxRuns, 1);

  self->pen = pen;
  self->styles = styles;
  self->notes = notes;
  self->fields = ibid_docx_fields_new ();
  self->readers = make_readers ();
  self->boxes = g_ptr_array_new ();
  return self;
}

void
ibid_docx_runs_free (IbidDocxRuns *self)
{
  if (self == NULL)
    return;
  ibid_docx_fields_free (self->fields);
  g_hash_table_unref (self->readers);
  g_ptr_array_unref (self->boxes);
  g_free (self->note);
  g_free (self);
}

void
ibid_docx_runs_set_part (IbidDocxRuns *self, IbidDocxPart *part)
{
  self->part = part;
  ibid_docx_fields_free (self->fields);
  self->fields = ibid_docx_fields_new ();
}

void
ibid_docx_runs_set_note (IbidDocxRuns *self, const char *key)
{
  g_free (self->note);
  self->note = g_strdup (key);
  ibid_docx_fields_free (self->fields);
  self->fields = ibid_docx_fields_new ();
}

void
ibid_docx_runs_read (IbidDocxRuns *self, const xmlNode *paragraph, gboolean is_hidden)
{
  self->is_hidden = is_hidden;
  update_link (self);
  read_inside (self, paragraph);
  ibid_docx_fields_end_codes (self->fields);
  ibid_office_pen_set_link (self->pen, NULL, NULL);
  if (ibid_office_pen_has_text (self->pen)) /* the note's number can come no more */
    g_clear_pointer (&self->note, g_free);
}

char *
ibid_docx_runs_dup_text (IbidDocxRuns *self, const xmlNode *paragraph)
{
  static const IbidOfficeBlock block = {0, IBID_PARAGRAPH_BODY, -1, -1};
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidOfficePen) pen = ibid_office_pen_new (draft);
  g_autofree char *note = g_steal_pointer (&self->note);
  IbidOfficePen *kept = self->pen;

  self->pen = pen;
  ibid_office_pen_begin_paragraph (pen, &block);
  ibid_docx_runs_read (self, paragraph, FALSE);
  ibid_office_pen_end_paragraph (pen);
  ibid_draft_finish (draft);
  self->pen = kept;
  self->note = g_steal_pointer (&note);
  return g_strdup (ibid_draft_get_n_blocks (draft) > 0 ? ibid_draft_get_block (draft, 0)->text
                                                       : "");
}

GPtrArray *
ibid_docx_runs_steal_boxes (IbidDocxRuns *self)
{
  GPtrArray *boxes = g_steal_pointer (&self->boxes);

  self->boxes = g_ptr_array_new ();
  return boxes;
}

void
ibid_docx_runs_end_contents (IbidDocxRuns *self)
{
  ibid_docx_fields_end_contents (self->fields);
}
