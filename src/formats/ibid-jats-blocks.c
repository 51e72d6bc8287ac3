/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-jats-blocks.h"

#include "formats/ibid-jats-inline.h"
#include "formats/ibid-jats-list.h"
#include "formats/ibid-jats-table.h"
#include "formats/ibid-xml.h"

#include <string.h>

typedef void (*BlockFunc) (IbidJatsFlow *flow, const xmlNode *node, IbidJatsSetting *setting);

typedef struct {
  const char *name;
  BlockFunc func;
} BlockKind;

static const BlockKind *find_kind (const xmlNode *node);

/* --- Lines --------------------------------------------------------------------------------- */

/* An element as a paragraph of its own. */
static void
add_line (IbidJatsFlow *flow, const xmlNode *node, IbidParagraphStyle style)
{
  IbidJatsLine *line = ibid_jats_line_new (IBID_JATS_LINE_TEXT);
  IbidJatsSetting setting = {style, -1, -1};

  ibid_jats_inline_add (flow->ids, line, node);
  ibid_jats_flow_take_paragraph (flow, line, &setting);
}

/* "Table 3" and its title, on one line; NULL for none of both. */
static IbidJatsLine *
make_title (IbidJatsFlow *flow, const xmlNode *label, const xmlNode *title)
{
  IbidJatsLine *line = ibid_jats_line_new (IBID_JATS_LINE_TEXT);

  if (label != NULL)
    ibid_jats_inline_add_children (flow->ids, line, label);
  ibid_jats_line_add_text (line, " ", 1);
  if (title != NULL)
    ibid_jats_inline_add_children (flow->ids, line, title);
  return line;
}

static IbidJatsLine *
begin_line (IbidJatsFlow *flow)
{
  IbidJatsLine *line = ibid_jats_line_new (IBID_JATS_LINE_TEXT);

  if (flow->item_label != NULL) {
    ibid_jats_line_add_text (line, flow->item_label, -1);
    ibid_jats_line_add_text (line, " ", 1);
    g_clear_pointer (&flow->item_label, g_free);
  }
  return line;
}

static gboolean
is_blank_text (const xmlNode *node)
{
  return node->type == XML_TEXT_NODE && node->content != NULL &&
         node->content[strspn ((const char *)node->content, " \t\r\n")] == '\0';
}

void
ibid_jats_blocks_add_content (IbidJatsFlow *flow, const xmlNode *node, IbidJatsSetting *setting)
{
  IbidJatsLine *line = NULL;

  for (const xmlNode *child = node->children; child != NULL && !flow->is_cancelled;
       child = child->next) {
    const BlockKind *kind = find_kind (child);

    if (kind == NULL && (line != NULL || !is_blank_text (child))) {
      if (line == NULL)
        line = begin_line (flow);
      ibid_jats_inline_add (flow->ids, line, child);
    } else if (kind != NULL) {
      if (line != NULL)
        ibid_jats_flow_take_paragraph (flow, g_steal_pointer (&line), setting);
      if (kind->func != NULL)
        kind->func (flow, child, setting);
    }
  }
  if (line != NULL)
    ibid_jats_flow_take_paragraph (flow, line, setting);
}

/* --- Sections ------------------------------------------------------------------------------ */

gboolean
ibid_jats_blocks_add_heading (IbidJatsFlow *flow, const xmlNode *label, const xmlNode *title)
{
  return ibid_jats_flow_take_heading (flow, make_title (flow, label, title));
}

void
ibid_jats_blocks_add_titled (IbidJatsFlow *flow, const xmlNode *node, const xmlNode *title)
{
  IbidJatsSetting setting = {IBID_PARAGRAPH_BODY, -1, -1};
  gboolean has_heading;

  ibid_jats_flow_anchor (flow, node);
  flow->level++;
  has_heading = ibid_jats_blocks_add_heading (flow, ibid_xml_find_child (node, "label"), title);
  ibid_jats_blocks_add_content (flow, node, &setting);
  flow->level--;
  if (has_heading && flow->n_boxes == 0 && !flow->is_in_note)
    flow->is_after_section = TRUE;
}

void
ibid_jats_blocks_add_section (IbidJatsFlow *flow, const xmlNode *node)
{
  ibid_jats_blocks_add_titled (flow, node, ibid_xml_find_child (node, "title"));
}

static void
add_section (IbidJatsFlow *flow, const xmlNode *node, IbidJatsSetting *setting)
{
  ibid_jats_blocks_add_section (flow, node);
}

/* A chapter of a book. */
static void
add_book_part (IbidJatsFlow *flow, const xmlNode *node, IbidJatsSetting *setting)
{
  const xmlNode *meta = ibid_xml_find_child (node, "book-part-meta");
  const xmlNode *group = ibid_xml_find_child (meta, "title-group");

  ibid_jats_blocks_add_titled (flow, node, ibid_xml_find_child (group, "title"));
}

/* --- Notes and entries --------------------------------------------------------------------- */

static void
add_note (IbidJatsFlow *flow, const xmlNode *node, IbidJatsSetting *setting)
{
  ibid_jats_flow_add_note (flow, node);
}

static void
add_entry (IbidJatsFlow *flow, const xmlNode *node, IbidJatsSetting *setting)
{
  if (!flow->is_in_note)
    ibid_jats_entries_add (flow->entries, flow->ids, node, &flow->n_markers);
}

/* --- Paragraphs ---------------------------------------------------------------------------- */

static void
add_paragraph (IbidJatsFlow *flow, const xmlNode *node, IbidJatsSetting *setting)
{
  ibid_jats_flow_anchor (flow, node);
  ibid_jats_blocks_add_content (flow, node, setting);
}

static void
add_quote (IbidJatsFlow *flow, const xmlNode *node, IbidJatsSetting *setting)
{
  IbidJatsSetting quote = {IBID_PARAGRAPH_QUOTE, -1, -1};

  ibid_jats_flow_anchor (flow, node);
  if (ibid_xml_find_child (node, "title") != NULL)
    add_line (flow, ibid_xml_find_child (node, "title"), IBID_PARAGRAPH_QUOTE);
  ibid_jats_blocks_add_content (flow, node, &quote);
}

/* Who said it, or where the picture is from. */
static void
add_attribution (IbidJatsFlow *flow, const xmlNode *node, IbidJatsSetting *setting)
{
  add_line (flow,
            node,
            setting->style == IBID_PARAGRAPH_QUOTE || setting->style == IBID_PARAGRAPH_VERSE
                ? setting->style
                : IBID_PARAGRAPH_CAPTION);
}

/* Lines of verse are one paragraph; what stands between them, stanzas for instance, parts it. */
static void
add_verse (IbidJatsFlow *flow, const xmlNode *node, IbidJatsSetting *setting)
{
  IbidJatsSetting verse = {IBID_PARAGRAPH_VERSE, -1, -1};
  IbidJatsLine *line = NULL;

  ibid_jats_flow_anchor (flow, node);
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    if (ibid_xml_is (child, "verse-line")) {
      if (line == NULL)
        line = ibid_jats_line_new (IBID_JATS_LINE_TEXT);
      else
        ibid_jats_line_add_separator (line, '\n');
      ibid_jats_inline_add_children (flow->ids, line, child);
    } else if (child->type == XML_ELEMENT_NODE) {
      if (line != NULL)
        ibid_jats_flow_take_paragraph (flow, g_steal_pointer (&line), &verse);
      if (ibid_xml_is (child, "verse-group"))
        add_verse (flow, child, setting);
      else
        add_line (flow, child, IBID_PARAGRAPH_VERSE);
    }
  }
  if (line != NULL)
    ibid_jats_flow_take_paragraph (flow, line, &verse);
}

static void
add_code (IbidJatsFlow *flow, const xmlNode *node, IbidJatsSetting *setting)
{
  IbidJatsLine *line = ibid_jats_line_new (IBID_JATS_LINE_CODE);
  IbidJatsSetting code = {IBID_PARAGRAPH_CODE, -1, -1};

  ibid_jats_flow_anchor (flow, node);
  ibid_jats_inline_add_children (flow->ids, line, node);
  ibid_jats_line_cut (line, 0, (guint)strspn (ibid_jats_line_get_text (line), "\r\n"));
  ibid_jats_flow_take_paragraph (flow, line, &code);
}

/* A formula on a line of its own, with its number behind it. */
static void
add_formula (IbidJatsFlow *flow, const xmlNode *node, IbidJatsSetting *setting)
{
  IbidJatsLine *line = ibid_jats_line_new (IBID_JATS_LINE_TEXT);
  IbidJatsSetting body = {setting->style == IBID_PARAGRAPH_LIST_ITEM ? setting->style
                                                                     : IBID_PARAGRAPH_BODY,
                          setting->depth,
                          -1};
  const xmlNode *label = ibid_xml_find_child (node, "label");

  ibid_jats_flow_anchor (flow, node);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (!ibid_xml_is (child, "label") && !ibid_xml_is (child, "object-id"))
      ibid_jats_inline_add (flow->ids, line, child);
  ibid_jats_line_add_text (line, " ", 1);
  if (label != NULL)
    ibid_jats_inline_add_children (flow->ids, line, label);
  ibid_jats_flow_take_paragraph (flow, line, &body);
}

/* --- Boxes and floats ---------------------------------------------------------------------- */

/* A caption's title, and its paragraphs. */
static void
add_caption (IbidJatsFlow *flow, const xmlNode *node, const xmlNode *label)
{
  const xmlNode *caption = ibid_xml_find_child (node, "caption");
  const xmlNode *title = ibid_xml_find_child (caption != NULL ? caption : node, "title");
  IbidJatsSetting setting = {IBID_PARAGRAPH_CAPTION, -1, -1};

  /* A label without a title stands ahead of the first words. */
  if (title == NULL && ibid_xml_find_child (caption, "p") != NULL) {
    const xmlNode *first = ibid_xml_find_child (caption, "p");
    IbidJatsLine *line = make_title (flow, label, NULL);

    for (const xmlNode *child = first->children; child != NULL; child = child->next)
      ibid_jats_inline_add (flow->ids, line, child);
    ibid_jats_flow_take_paragraph (flow, line, &setting);
    for (const xmlNode *next = first->next; next != NULL; next = next->next)
      if (next->type == XML_ELEMENT_NODE)
        ibid_jats_blocks_add_content (flow, next, &setting);
    return;
  }
  ibid_jats_flow_take_paragraph (flow, make_title (flow, label, title), &setting);
  if (caption != NULL)
    ibid_jats_blocks_add_content (flow, caption, &setting);
}

/* Figures, tables, files beside the text: their caption, and what in them is text. */
static void
add_float (IbidJatsFlow *flow, const xmlNode *node, IbidJatsSetting *setting)
{
  IbidJatsSetting caption = {IBID_PARAGRAPH_CAPTION, -1, -1};
  const xmlNode *label = ibid_xml_find_child (node, "label");
  const xmlNode *picture = ibid_xml_find_child (node, "graphic");

  ibid_jats_flow_anchor (flow, node);
  flow->n_boxes++;
  add_caption (flow, node, label);
  if (ibid_xml_find_child (node, "caption") == NULL && picture != NULL)
    add_line (flow, picture, IBID_PARAGRAPH_CAPTION);
  ibid_jats_blocks_add_content (flow, node, &caption);
  flow->n_boxes--;
}

/* Whose a picture is, under the picture. */
static void
add_permissions (IbidJatsFlow *flow, const xmlNode *node, IbidJatsSetting *setting)
{
  for (const xmlNode *next = node; next != NULL;) {
    gboolean is_text = ibid_xml_is (next, "copyright-statement") || ibid_xml_is (next, "license-p");

    if (is_text)
      add_line (flow, next, IBID_PARAGRAPH_CAPTION);
    next = ibid_xml_next (node, next, !is_text);
  }
}

static void
add_box (IbidJatsFlow *flow, const xmlNode *node, IbidJatsSetting *setting)
{
  IbidJatsSetting body = {IBID_PARAGRAPH_BODY, -1, -1};

  ibid_jats_flow_anchor (flow, node);
  flow->n_boxes++;
  add_caption (flow, node, ibid_xml_find_child (node, "label"));
  ibid_jats_blocks_add_content (flow, node, &body);
  flow->n_boxes--;
}

/* One form of the same thing. */
static void
add_alternatives (IbidJatsFlow *flow, const xmlNode *node, IbidJatsSetting *setting)
{
  const xmlNode *form = ibid_jats_inline_choose (node);
  const BlockKind *kind = form != NULL ? find_kind (form) : NULL;

  if (kind != NULL && kind->func != NULL)
    kind->func (flow, form, setting);
  else if (form != NULL)
    add_line (flow, form, setting->style);
}

/* --- Which is which ------------------------------------------------------------------------ */

static gboolean
has_words (const xmlNode *media)
{
  return ibid_xml_find_child (media, "caption") != NULL ||
         ibid_xml_find_child (media, "label") != NULL;
}

/* Sorted, see find_kind(). Without a function: said elsewhere, or not at all. */
static const BlockKind kinds[] = {
    {"abstract", add_section},
    {"ack", add_section},
    {"address", add_paragraph},
    {"alternatives", add_alternatives},
    {"answer", add_section},
    {"app", add_section},
    {"app-group", add_section},
    {"array", add_float},
    {"attrib", add_attribution},
    {"bio", add_section},
    {"body", add_paragraph},
    {"book-part", add_book_part},
    {"book-part-meta", NULL},
    {"book-part-wrapper", add_paragraph},
    {"boxed-text", add_box},
    {"caption", NULL},
    {"chem-struct-wrap", add_float},
    {"code", add_code},
    {"corresp", add_paragraph},
    {"dedication", add_section},
    {"def-list", ibid_jats_list_add_definitions},
    {"disp-formula", add_formula},
    {"disp-formula-group", add_float},
    {"disp-quote", add_quote},
    {"fig", add_float},
    {"fig-group", add_float},
    {"floats-group", add_paragraph},
    {"fn-group", add_section},
    {"foreword", add_section},
    {"front-matter-part", add_section},
    {"glossary", add_section},
    {"graphic", NULL},
    {"kwd-group", NULL},
    {"list", ibid_jats_list_add},
    {"media", add_float},
    {"named-book-part-body", add_paragraph},
    {"notes", add_section},
    {"object-id", NULL},
    {"p", add_paragraph},
    {"permissions", add_permissions},
    {"preface", add_section},
    {"preformat", add_code},
    {"question", add_section},
    {"ref", add_entry},
    {"ref-list", add_section},
    {"sec", add_section},
    {"sec-meta", NULL},
    {"speech", add_paragraph},
    {"statement", add_box},
    {"supplementary-material", add_float},
    {"table", ibid_jats_table_add},
    {"table-wrap", add_float},
    {"table-wrap-foot", add_paragraph},
    {"table-wrap-group", add_float},
    {"title", NULL},
    {"toc", NULL},
    {"trans-abstract", add_section},
    {"verse-group", add_verse},
};

static int
compare_kind (gconstpointer key, gconstpointer kind)
{
  return strcmp (key, ((const BlockKind *)kind)->name);
}

/* Notes, labels and code are blocks only where no text is around them. */
static gboolean
is_among_words (const xmlNode *node)
{
  return ibid_xml_is (node->parent, "p") || ibid_xml_is (node->parent, "th") ||
         ibid_xml_is (node->parent, "td") || ibid_xml_is (node->parent, "title");
}

static const BlockKind *
find_kind (const xmlNode *node)
{
  static const BlockKind note = {"fn", add_note};
  static const BlockKind label = {"label", NULL};
  const BlockKind *kind;

  if (node->type != XML_ELEMENT_NODE)
    return NULL;
  if (ibid_xml_is (node, "fn") || ibid_xml_is (node, "label"))
    return is_among_words (node) ? NULL : ibid_xml_is (node, "fn") ? &note : &label;
  if ((ibid_xml_is (node, "code") && is_among_words (node)) ||
      (ibid_xml_is (node, "alternatives") && is_among_words (node)) ||
      (ibid_xml_is (node, "media") && !has_words (node)))
    return NULL;
  kind = bsearch (node->name, kinds, G_N_ELEMENTS (kinds), sizeof (BlockKind), compare_kind);
  return kind;
}
