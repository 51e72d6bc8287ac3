/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-shape.h"

#include "formats/ibid-html-roles.h"

#include <string.h>

/* A page number is no longer than this. */
#define MAX_PAGE_BYTES 16u

/* A table is judged by so many nodes of it. */
#define MAX_TABLE_NODES 2000u

/* A cell with more text than this, in a table with other signs of it, arranges a page. */
#define MAX_CELL_BLOCKS 3u

gboolean
ibid_html_shape_is_block (IbidHtmlTag tag)
{
  switch (tag) {
  case IBID_HTML_ADDRESS:
  case IBID_HTML_ARTICLE:
  case IBID_HTML_ASIDE:
  case IBID_HTML_BLOCKQUOTE:
  case IBID_HTML_BODY:
  case IBID_HTML_CAPTION:
  case IBID_HTML_CENTER:
  case IBID_HTML_DD:
  case IBID_HTML_DETAILS:
  case IBID_HTML_DIV:
  case IBID_HTML_DL:
  case IBID_HTML_DT:
  case IBID_HTML_FIGCAPTION:
  case IBID_HTML_FIGURE:
  case IBID_HTML_FOOTER:
  case IBID_HTML_FORM:
  case IBID_HTML_H1:
  case IBID_HTML_H2:
  case IBID_HTML_H3:
  case IBID_HTML_H4:
  case IBID_HTML_H5:
  case IBID_HTML_H6:
  case IBID_HTML_HEADER:
  case IBID_HTML_HGROUP:
  case IBID_HTML_LI:
  case IBID_HTML_MAIN:
  case IBID_HTML_NAV:
  case IBID_HTML_OL:
  case IBID_HTML_P:
  case IBID_HTML_PRE:
  case IBID_HTML_SECTION:
  case IBID_HTML_SUMMARY:
  case IBID_HTML_TABLE:
  case IBID_HTML_TD:
  case IBID_HTML_TH:
  case IBID_HTML_TR:
  case IBID_HTML_UL:
    return TRUE;
  default:
    return FALSE;
  }
}

gboolean
ibid_html_shape_has_text (const xmlNode *node, gsize n)
{
  gsize length = 0;

  for (const xmlNode *next = node; next != NULL; next = ibid_html_next (node, next, TRUE)) {
    if (next->type != XML_TEXT_NODE || next->content == NULL)
      continue;
    for (const char *p = (const char *)next->content; *p != '\0'; p++)
      if ((guchar)*p > ' ' && ++length > n)
        return TRUE;
  }
  return FALSE;
}

/* --- What is left out ---------------------------------------------------------------------- */

/* Something hidden that people get to see: a note that pops up. */
static gboolean
is_hidden_note (const xmlNode *node)
{
  for (const xmlNode *next = node; next != NULL; next = ibid_html_next (node, next, TRUE)) {
    IbidHtmlAttributes attributes;

    if (next->type != XML_ELEMENT_NODE)
      continue;
    ibid_html_attributes_read (&attributes, next);
    if (ibid_html_roles_get_container (&attributes, FALSE) != IBID_DRAFT_CONTAINER_PLAIN)
      return TRUE;
  }
  return FALSE;
}

/* Scripts show the text itself when they have done their work; formulas are hidden behind pictures
 * of them. */
static gboolean
can_be_hidden (IbidHtmlTag tag)
{
  return tag != IBID_HTML_MATH && tag != IBID_HTML_BODY && tag != IBID_HTML_MAIN &&
         tag != IBID_HTML_ARTICLE;
}

static gboolean
has_left_out_class (const char *classes)
{
  static const char *const names[] = {"mw-editsection",
                                      "noprint",
                                      "headerlink",
                                      "mw-cite-backlink",
                                      "margin-toggle",
                                      "footnote_tooltip",
                                      "footnote_index_arrow",
                                      "footnote_reference_container_collapse_button",
                                      "ltx_note_type",
                                      "ltx_tag_note",
                                      "ltx_note_mark",
                                      "sidenote-number",
                                      "mwe-math-fallback-image-inline",
                                      "mwe-math-fallback-image-display"};

  for (guint i = 0; classes != NULL && i < G_N_ELEMENTS (names); i++)
    if (ibid_html_has_token (classes, names[i]))
      return TRUE;
  return FALSE;
}

gboolean
ibid_html_shape_is_search_link (const xmlNode *node)
{
  static const char *const names[] = {"Google Scholar",
                                      "CrossRef",
                                      "Crossref",
                                      "PubMed",
                                      "PubMed Central",
                                      "View Article",
                                      "MathSciNet",
                                      "Web of Science",
                                      "Full Text",
                                      "CAS"};
  const xmlNode *text = node->children;

  if (text == NULL || text->next != NULL || text->type != XML_TEXT_NODE)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp ((const char *)text->content, names[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
ibid_html_shape_is_left_out (const xmlNode *node,
                             IbidHtmlTag tag,
                             const IbidHtmlAttributes *attributes)
{
  if (attributes->is_hidden && can_be_hidden (tag))
    return !is_hidden_note (node);
  if (has_left_out_class (attributes->classes) || attributes->is_back_mark)
    return TRUE;
  if (attributes->style != NULL && strstr (attributes->style, "mso-list:Ignore") != NULL)
    return TRUE;
  return ibid_html_roles_is_page_break (attributes) &&
         !ibid_html_shape_has_text (node, MAX_PAGE_BYTES);
}

/* --- Styles -------------------------------------------------------------------------------- */

#define BIT(style) (1u << (style))

static guint
get_tag_styles (IbidHtmlTag tag)
{
  switch (tag) {
  case IBID_HTML_EM:
  case IBID_HTML_I:
  case IBID_HTML_CITE:
  case IBID_HTML_VAR:
  case IBID_HTML_DFN:
    return BIT (IBID_SPAN_EMPHASIS);
  case IBID_HTML_STRONG:
  case IBID_HTML_B:
    return BIT (IBID_SPAN_STRONG);
  case IBID_HTML_CODE:
  case IBID_HTML_KBD:
  case IBID_HTML_SAMP:
  case IBID_HTML_TT:
    return BIT (IBID_SPAN_CODE);
  case IBID_HTML_SUP:
    return BIT (IBID_SPAN_SUPERSCRIPT);
  case IBID_HTML_SUB:
    return BIT (IBID_SPAN_SUBSCRIPT);
  case IBID_HTML_S:
  case IBID_HTML_STRIKE:
  case IBID_HTML_DEL:
    return BIT (IBID_SPAN_STRIKE);
  default:
    return 0;
  }
}

/* The value of one property of a style attribute begins with `value`. */
static gboolean
has_style (const char *style, const char *property, const char *value)
{
  const char *p = strstr (style, property);

  if (p == NULL)
    return FALSE;
  p += strlen (property);
  p += strspn (p, " ");
  if (*p != ':')
    return FALSE;
  p++;
  p += strspn (p, " ");
  return g_ascii_strncasecmp (p, value, strlen (value)) == 0;
}

guint
ibid_html_shape_read_style (const char *style, guint styles)
{
  if (has_style (style, "font-style", "italic") || has_style (style, "font-style", "oblique"))
    styles |= BIT (IBID_SPAN_EMPHASIS);
  if (has_style (style, "font-style", "normal"))
    styles &= ~BIT (IBID_SPAN_EMPHASIS);
  if (has_style (style, "font-weight", "bold") || has_style (style, "font-weight", "700"))
    styles |= BIT (IBID_SPAN_STRONG);
  if (has_style (style, "font-weight", "normal") || has_style (style, "font-weight", "400"))
    styles &= ~BIT (IBID_SPAN_STRONG); /* Google Docs puts its clippings into a <b> like this */
  if (has_style (style, "vertical-align", "super"))
    styles |= BIT (IBID_SPAN_SUPERSCRIPT);
  if (has_style (style, "vertical-align", "sub") && !has_style (style, "vertical-align", "super"))
    styles |= BIT (IBID_SPAN_SUBSCRIPT);
  if (has_style (style, "font-variant", "small-caps"))
    styles |= BIT (IBID_SPAN_SMALL_CAPS);
  if (has_style (style, "text-decoration", "line-through"))
    styles |= BIT (IBID_SPAN_STRIKE);
  return styles;
}

guint
ibid_html_shape_get_styles (IbidHtmlTag tag,
                            const IbidHtmlAttributes *attributes,
                            IbidHtmlStyles *sheet)
{
  static const char *const small_caps[] = {"smcap", "sc", "smallcaps", "small-caps"};
  guint styles = get_tag_styles (tag);

  /* Encyclopedias have the whole reference in one; its title is set apart within. */
  if (tag == IBID_HTML_CITE && attributes->classes != NULL &&
      ibid_html_has_token (attributes->classes, "citation"))
    styles = 0;
  for (guint i = 0; attributes->classes != NULL && i < G_N_ELEMENTS (small_caps); i++)
    if (ibid_html_has_token (attributes->classes, small_caps[i]))
      styles |= BIT (IBID_SPAN_SMALL_CAPS);
  if (sheet != NULL)
    styles |= ibid_html_styles_get (sheet, attributes->classes);
  if (attributes->style != NULL)
    styles = ibid_html_shape_read_style (attributes->style, styles);
  return styles;
}

/* --- Verse and captions -------------------------------------------------------------------- */

gboolean
ibid_html_shape_is_verse (IbidHtmlTag tag, const IbidHtmlAttributes *attributes)
{
  static const char *const names[] = {"poem",
                                      "poetry",
                                      "verse",
                                      "stanza",
                                      "lg",
                                      "linegroup",
                                      "line-block",
                                      "line-group",
                                      "z3998:verse",
                                      "z3998:poem",
                                      "z3998:song",
                                      "z3998:hymn",
                                      "wp-block-verse"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (ibid_html_has_token (attributes->classes, names[i]) ||
        ibid_html_has_token (attributes->type, names[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_line_class (const char *classes)
{
  char token[16];

  while (classes != NULL && ibid_html_next_token (&classes, token, sizeof token)) {
    if (strcmp (token, "line") == 0 || strcmp (token, "l") == 0 || strcmp (token, "verse") == 0 ||
        strcmp (token, "v") == 0)
      return TRUE;
    if (g_str_has_prefix (token, "indent"))
      return TRUE;
    if (token[0] == 'i' && g_ascii_isdigit (token[1]))
      return TRUE;
  }
  return FALSE;
}

gboolean
ibid_html_shape_is_line (const xmlNode *node, IbidHtmlTag tag, const IbidHtmlAttributes *attributes)
{
  if (tag != IBID_HTML_DIV && tag != IBID_HTML_P && tag != IBID_HTML_SPAN)
    return FALSE;
  if (!has_line_class (attributes->classes))
    return FALSE;
  /* A stanza of class "verse" has lines inside it. */
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    IbidHtmlAttributes inner;

    if (child->type != XML_ELEMENT_NODE)
      continue;
    ibid_html_attributes_read (&inner, child);
    if (has_line_class (inner.classes) || ibid_html_shape_is_block (ibid_html_get_tag (child)))
      return FALSE;
  }
  return TRUE;
}

gboolean
ibid_html_shape_is_title (const IbidHtmlAttributes *attributes)
{
  return ibid_html_has_token (attributes->classes, "MsoTitle") ||
         ibid_html_has_token (attributes->classes, "title");
}

gboolean
ibid_html_shape_is_caption (const IbidHtmlAttributes *attributes)
{
  return ibid_html_has_token (attributes->classes, "caption") ||
         ibid_html_has_token (attributes->classes, "wp-caption-text") ||
         ibid_html_has_token (attributes->classes, "thumbcaption") ||
         ibid_html_has_token (attributes->classes, "gallerytext");
}

gboolean
ibid_html_shape_is_letter (const xmlNode *node, const char *alternative)
{
  const char *classes = ibid_html_get_attribute (node, "class");

  return g_utf8_strlen (alternative, 16) <= 3 ||
         (classes != NULL && (strstr (classes, "emoji") != NULL ||
                              strstr (classes, "tex") != NULL || strstr (classes, "math") != NULL));
}

gboolean
ibid_html_shape_has_caption (const xmlNode *figure)
{
  for (const xmlNode *next = figure; next != NULL; next = ibid_html_next (figure, next, TRUE))
    if (ibid_html_get_tag (next) == IBID_HTML_FIGCAPTION)
      return ibid_html_shape_has_text (next, 0);
  return FALSE;
}

/* --- Tables and lists ---------------------------------------------------------------------- */

gboolean
ibid_html_shape_is_data_table (const xmlNode *table)
{
  guint n_nodes = 0;
  guint n_cells = 0;
  guint n_rows = 0;
  guint n_blocks = 0;

  if (ibid_html_has_token (ibid_html_get_attribute (table, "role"), "presentation"))
    return FALSE;
  for (const xmlNode *next = table; next != NULL && n_nodes < MAX_TABLE_NODES;
       next = ibid_html_next (table, next, TRUE), n_nodes++) {
    switch (next == table ? IBID_HTML_OTHER : ibid_html_get_tag (next)) {
    case IBID_HTML_TR:
      n_rows++;
      break;
    case IBID_HTML_TD:
    case IBID_HTML_TH:
      n_cells++;
      break;
    case IBID_HTML_P:
    case IBID_HTML_LI:
    case IBID_HTML_DT:
      n_blocks++;
      break;
    case IBID_HTML_TABLE:
    case IBID_HTML_BLOCKQUOTE:
    case IBID_HTML_PRE:
    case IBID_HTML_H1:
    case IBID_HTML_H2:
    case IBID_HTML_H3:
    case IBID_HTML_ARTICLE:
    case IBID_HTML_SECTION:
      return FALSE;
    default:
      break;
    }
  }
  return n_cells > 1 && n_cells > n_rows && n_blocks <= n_cells * MAX_CELL_BLOCKS;
}

guint
ibid_html_shape_count_items (const xmlNode *list)
{
  guint n = 0;

  for (const xmlNode *child = list->children; child != NULL; child = child->next)
    n += ibid_html_get_tag (child) == IBID_HTML_LI;
  return n;
}
