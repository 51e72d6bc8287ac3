/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-jats-inline.h"

#include "formats/ibid-jats-citation-text.h"
#include "formats/ibid-math-text.h"
#include "formats/ibid-xml.h"

#include <string.h>

/* --- Kinds of elements --------------------------------------------------------------------- */

static const struct {
  const char *name;
  IbidSpanStyle style;
} styles[] = {
    {"bold", IBID_SPAN_STRONG},
    {"b", IBID_SPAN_STRONG},
    {"code", IBID_SPAN_CODE},
    {"i", IBID_SPAN_EMPHASIS},
    {"italic", IBID_SPAN_EMPHASIS},
    {"monospace", IBID_SPAN_CODE},
    {"sc", IBID_SPAN_SMALL_CAPS},
    {"strike", IBID_SPAN_STRIKE},
    {"sub", IBID_SPAN_SUBSCRIPT},
    {"sup", IBID_SPAN_SUPERSCRIPT},
    {"subscript", IBID_SPAN_SUBSCRIPT},
    {"superscript", IBID_SPAN_SUPERSCRIPT},
};

/* For machines, or printed elsewhere. */
static const char *const silent[] = {
    "alt-text",
    "annotation",
    "contrib-id",
    "glyph-data",
    "index-term",
    "index-term-range-end",
    "institution-id",
    "long-desc",
    "permissions",
    "processing-meta",
    "target",
    "tex-math-source",
};

/* Blocks elsewhere: words before and behind them are not one word. */
static const char *const apart[] = {
    "address", "attrib",    "caption", "def",         "disp-formula", "disp-quote", "label",
    "list",    "list-item", "p",       "preformat",   "speech",       "td",         "term",
    "th",      "title",     "tr",      "verse-group", "verse-line",
};

static gboolean
is_one_of (const xmlNode *node, const char *const *names, gsize n_names)
{
  for (gsize i = 0; i < n_names; i++)
    if (strcmp ((const char *)node->name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

/* --- Links --------------------------------------------------------------------------------- */

static gboolean
has_scheme (const char *href)
{
  static const char *const schemes[] = {"http://", "https://", "ftp://", "mailto:"};

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (href, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;
  return FALSE;
}

char *
ibid_jats_inline_dup_href (const xmlNode *node)
{
  g_autofree char *href = ibid_xml_dup_attribute (node, "href");
  g_autofree char *text = href == NULL ? ibid_xml_dup_text (node) : NULL;
  const char *target = g_strstrip (href != NULL ? href : text);

  if (strpbrk (target, " \t\r\n<>\"") != NULL)
    return NULL;
  if (has_scheme (target))
    return g_strdup (target);
  if (ibid_xml_is (node, "email"))
    return strchr (target, '@') != NULL ? g_strconcat ("mailto:", target, NULL) : NULL;
  if (g_ascii_strncasecmp (target, "doi:", 4) == 0)
    target += 4;
  if (g_str_has_prefix (target, "10.") && strchr (target, '/') != NULL)
    return g_strconcat ("https://doi.org/", target, NULL);
  return g_str_has_prefix (target, "www.") ? g_strconcat ("http://", target, NULL) : NULL;
}

static void
add_link (IbidJatsIds *ids, IbidJatsLine *line, const xmlNode *node)
{
  g_autofree char *href = ibid_jats_inline_dup_href (node);

  if (href != NULL)
    ibid_jats_line_open_span (line, IBID_SPAN_LINK, href);
  ibid_jats_inline_add_children (ids, line, node);
  if (href != NULL)
    ibid_jats_line_close_span (line);
}

/* --- Cross-references ---------------------------------------------------------------------- */

static gboolean
is_note_type (const char *type)
{
  return g_strcmp0 (type, "fn") == 0 || g_strcmp0 (type, "table-fn") == 0 ||
         g_strcmp0 (type, "author-notes") == 0 || g_strcmp0 (type, "author-note") == 0;
}

/* What is said of a person is no place to go to, and the sign for it no note. */
static gboolean
is_about_person (const xmlNode *node)
{
  return ibid_xml_is (node, "aff") || ibid_xml_is (node, "corresp");
}

/* What is pointed at says what an xref is; its own word counts when that is missing. */
static void
add_xref (IbidJatsIds *ids, IbidJatsLine *line, const xmlNode *node)
{
  g_autofree char *rid = ibid_xml_dup_attribute (node, "rid");
  g_autofree char *type = ibid_xml_dup_attribute (node, "ref-type");
  const char *first = rid != NULL ? rid + strspn (rid, " \t\r\n") : "";
  const xmlNode *target = ibid_jats_ids_find (ids, node, first, strcspn (first, " \t\r\n"));
  gboolean is_citation = target != NULL ? ibid_xml_is (target, "ref")
                                        : g_strcmp0 (type, "bibr") == 0;

  if (is_citation || ibid_xml_is (target, "fn") || (target == NULL && is_note_type (type))) {
    ibid_jats_line_open_xref (line, node, is_citation);
    ibid_jats_inline_add_children (ids, line, node);
    ibid_jats_line_close_xref (line);
  } else if (target != NULL && !is_about_person (target)) {
    g_autofree char *key = ibid_jats_dup_key (target);

    ibid_jats_line_open_link (line, key);
    ibid_jats_inline_add_children (ids, line, node);
    ibid_jats_line_close_link (line);
  } else {
    ibid_jats_inline_add_children (ids, line, node);
  }
}

/* --- Formulas and other forms -------------------------------------------------------------- */

/* The better, the higher; 0 for what says nothing. */
static int
rate_form (const xmlNode *node)
{
  static const char *const worse_first[] = {"inline-graphic", "graphic", "media", "tex-math"};

  if (node->type != XML_ELEMENT_NODE || is_one_of (node, silent, G_N_ELEMENTS (silent)))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (worse_first); i++)
    if (ibid_xml_is (node, worse_first[i]))
      return (int)i + 1;
  if (ibid_xml_is (node, "math"))
    return 5;
  return 6; /* words, tables, code */
}

const xmlNode *
ibid_jats_inline_choose (const xmlNode *alternatives)
{
  const xmlNode *best = NULL;
  int best_rate = 0;

  for (const xmlNode *child = alternatives->children; child != NULL; child = child->next) {
    int rate = rate_form (child);

    if (rate > best_rate) {
      best = child;
      best_rate = rate;
    }
  }
  return best;
}

/* Within "\begin{document}$$…$$\end{document}" is what is meant. */
static void
add_tex (IbidJatsLine *line, const xmlNode *node)
{
  g_autofree char *tex = ibid_xml_dup_text (node);
  char *start = strstr (tex, "\\begin{document}");
  char *end;

  start = start != NULL ? start + strlen ("\\begin{document}") : tex;
  end = strstr (start, "\\end{document}");
  if (end == NULL)
    end = start + strlen (start);
  while (start < end && strchr ("$ ", *start) != NULL)
    start++;
  while (end > start && strchr ("$ ", end[-1]) != NULL)
    end--;
  ibid_jats_line_add_text (line, start, end - start);
}

static void
add_picture (IbidJatsLine *line, const xmlNode *node)
{
  const xmlNode *alternative = ibid_xml_find_child (node, "alt-text");
  g_autofree char *text = alternative != NULL ? ibid_xml_dup_text (alternative) : NULL;

  if (text != NULL)
    ibid_jats_line_add_text (line, text, -1);
}

static void
add_math_part_cb (const char *text, IbidMathPlace place, gpointer data)
{
  IbidJatsLine *line = data;

  if (place != IBID_MATH_ON_LINE)
    ibid_jats_line_open_span (
        line, place == IBID_MATH_ABOVE ? IBID_SPAN_SUPERSCRIPT : IBID_SPAN_SUBSCRIPT, NULL);
  ibid_jats_line_add_text (line, text, -1);
  if (place != IBID_MATH_ON_LINE)
    ibid_jats_line_close_span (line);
}

/* --- Elements ------------------------------------------------------------------------------ */

/* "<surname>Rust</surname><given-names>NC</given-names>" says nothing of the blank between, nor do
 * names behind one another of the comma. */
static void
add_name (IbidJatsIds *ids, IbidJatsLine *line, const xmlNode *node)
{
  if (ibid_xml_is (node->prev, "name"))
    ibid_jats_line_add_text (line, ", ", 2);
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    if (child->type == XML_ELEMENT_NODE && child->prev != NULL)
      ibid_jats_line_add_text (line, " ", 1);
    ibid_jats_inline_add (ids, line, child);
  }
}

/* The number of a bibliography's entry that stands within the citation: see
 * ibid_jats_ids_dup_label(). */
static gboolean
is_entry_label (const xmlNode *node)
{
  return ibid_xml_is (node, "label") && ibid_xml_is (node->parent->parent, "ref") &&
         ibid_xml_find_child (node->parent->parent, "label") == NULL;
}

static gboolean
add_special (IbidJatsIds *ids, IbidJatsLine *line, const xmlNode *node)
{
  const char *name = (const char *)node->name;

  if (strcmp (name, "xref") == 0)
    add_xref (ids, line, node);
  else if (strcmp (name, "fn") == 0)
    ibid_jats_line_add_note (line, node);
  else if (strcmp (name, "break") == 0)
    ibid_jats_line_add_separator (line, '\n');
  else if (strcmp (name, "ext-link") == 0 || strcmp (name, "uri") == 0 ||
           strcmp (name, "email") == 0)
    add_link (ids, line, node);
  else if (strcmp (name, "tex-math") == 0)
    add_tex (line, node);
  else if (strcmp (name, "math") == 0)
    ibid_math_text_add (node, add_math_part_cb, line);
  else if (strcmp (name, "inline-graphic") == 0 || strcmp (name, "graphic") == 0 ||
           strcmp (name, "media") == 0)
    add_picture (line, node);
  else if (strcmp (name, "name") == 0)
    add_name (ids, line, node);
  else if (ibid_jats_citation_text_is_data (node))
    ibid_jats_citation_text_add (ids, line, node);
  else if (strcmp (name, "alternatives") == 0 || strcmp (name, "inline-formula") == 0 ||
           strcmp (name, "citation-alternatives") == 0) {
    const xmlNode *form = ibid_jats_inline_choose (node);

    if (form != NULL)
      ibid_jats_inline_add (ids, line, form);
    else
      ibid_jats_inline_add_children (ids, line, node);
  } else
    return FALSE;
  return TRUE;
}

static void
add_element (IbidJatsIds *ids, IbidJatsLine *line, const xmlNode *node)
{
  gboolean is_apart = is_one_of (node, apart, G_N_ELEMENTS (apart));

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    if (ibid_xml_is (node, styles[i].name)) {
      ibid_jats_line_open_span (line, styles[i].style, NULL);
      ibid_jats_inline_add_children (ids, line, node);
      ibid_jats_line_close_span (line);
      return;
    }
  if (is_entry_label (node) || add_special (ids, line, node))
    return;
  if (is_apart)
    ibid_jats_line_add_text (line, " ", 1);
  ibid_jats_inline_add_children (ids, line, node);
  if (is_apart)
    ibid_jats_line_add_text (line, " ", 1);
}

void
ibid_jats_inline_add (IbidJatsIds *ids, IbidJatsLine *line, const xmlNode *node)
{
  if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
      node->content != NULL)
    ibid_jats_line_add_text (line, (const char *)node->content, -1);
  else if (node->type == XML_ELEMENT_NODE && !is_one_of (node, silent, G_N_ELEMENTS (silent)))
    add_element (ids, line, node);
}

void
ibid_jats_inline_add_children (IbidJatsIds *ids, IbidJatsLine *line, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    ibid_jats_inline_add (ids, line, child);
}
