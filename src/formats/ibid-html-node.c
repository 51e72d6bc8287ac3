/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-node.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  const char *name;
  IbidHtmlTag tag;
} Element;

/* Sorted by name. */
static const Element elements[] = {
    {"a", IBID_HTML_A},
    {"address", IBID_HTML_ADDRESS},
    {"applet", IBID_HTML_SKIPPED},
    {"area", IBID_HTML_SKIPPED},
    {"article", IBID_HTML_ARTICLE},
    {"aside", IBID_HTML_ASIDE},
    {"audio", IBID_HTML_SKIPPED},
    {"b", IBID_HTML_B},
    {"blockquote", IBID_HTML_BLOCKQUOTE},
    {"body", IBID_HTML_BODY},
    {"br", IBID_HTML_BR},
    {"button", IBID_HTML_SKIPPED},
    {"canvas", IBID_HTML_SKIPPED},
    {"caption", IBID_HTML_CAPTION},
    {"center", IBID_HTML_CENTER},
    {"cite", IBID_HTML_CITE},
    {"code", IBID_HTML_CODE},
    {"datalist", IBID_HTML_SKIPPED},
    {"dd", IBID_HTML_DD},
    {"del", IBID_HTML_DEL},
    {"details", IBID_HTML_DETAILS},
    {"dfn", IBID_HTML_DFN},
    {"dialog", IBID_HTML_SKIPPED},
    {"div", IBID_HTML_DIV},
    {"dl", IBID_HTML_DL},
    {"dt", IBID_HTML_DT},
    {"em", IBID_HTML_EM},
    {"embed", IBID_HTML_SKIPPED},
    {"fieldset", IBID_HTML_DIV},
    {"figcaption", IBID_HTML_FIGCAPTION},
    {"figure", IBID_HTML_FIGURE},
    {"footer", IBID_HTML_FOOTER},
    {"form", IBID_HTML_FORM},
    {"h1", IBID_HTML_H1},
    {"h2", IBID_HTML_H2},
    {"h3", IBID_HTML_H3},
    {"h4", IBID_HTML_H4},
    {"h5", IBID_HTML_H5},
    {"h6", IBID_HTML_H6},
    {"head", IBID_HTML_SKIPPED},
    {"header", IBID_HTML_HEADER},
    {"hgroup", IBID_HTML_HGROUP},
    {"hr", IBID_HTML_HR},
    {"i", IBID_HTML_I},
    {"iframe", IBID_HTML_SKIPPED},
    {"img", IBID_HTML_IMG},
    {"input", IBID_HTML_INPUT},
    {"kbd", IBID_HTML_KBD},
    {"label", IBID_HTML_LABEL},
    {"legend", IBID_HTML_CAPTION},
    {"li", IBID_HTML_LI},
    {"link", IBID_HTML_SKIPPED},
    {"main", IBID_HTML_MAIN},
    {"map", IBID_HTML_SKIPPED},
    {"math", IBID_HTML_MATH},
    {"menu", IBID_HTML_UL},
    {"meta", IBID_HTML_SKIPPED},
    {"nav", IBID_HTML_NAV},
    {"noscript", IBID_HTML_SKIPPED},
    {"object", IBID_HTML_SKIPPED},
    {"ol", IBID_HTML_OL},
    {"optgroup", IBID_HTML_SKIPPED},
    {"option", IBID_HTML_SKIPPED},
    {"p", IBID_HTML_P},
    {"pre", IBID_HTML_PRE},
    {"progress", IBID_HTML_SKIPPED},
    {"q", IBID_HTML_Q},
    {"s", IBID_HTML_S},
    {"samp", IBID_HTML_SAMP},
    {"script", IBID_HTML_SKIPPED},
    {"section", IBID_HTML_SECTION},
    {"select", IBID_HTML_SKIPPED},
    {"span", IBID_HTML_SPAN},
    {"strike", IBID_HTML_STRIKE},
    {"strong", IBID_HTML_STRONG},
    {"style", IBID_HTML_SKIPPED},
    {"sub", IBID_HTML_SUB},
    {"summary", IBID_HTML_SUMMARY},
    {"sup", IBID_HTML_SUP},
    {"svg", IBID_HTML_SKIPPED},
    {"table", IBID_HTML_TABLE},
    {"td", IBID_HTML_TD},
    {"template", IBID_HTML_SKIPPED},
    {"textarea", IBID_HTML_SKIPPED},
    {"th", IBID_HTML_TH},
    {"title", IBID_HTML_SKIPPED},
    {"tr", IBID_HTML_TR},
    {"tt", IBID_HTML_TT},
    {"ul", IBID_HTML_UL},
    {"var", IBID_HTML_VAR},
    {"video", IBID_HTML_SKIPPED},
};

static int
compare_names (const void *key, const void *element)
{
  return strcmp (key, ((const Element *)element)->name);
}

/* Asked for many times, so that the node keeps it, in a field that is for schemas, which nobody has
 * here: the tag plus one. */
IbidHtmlTag
ibid_html_get_tag (const xmlNode *node)
{
  const Element *found;
  IbidHtmlTag tag;

  if (node == NULL || node->type != XML_ELEMENT_NODE)
    return IBID_HTML_OTHER;
  if (node->psvi != NULL)
    return (IbidHtmlTag)(GPOINTER_TO_UINT (node->psvi) - 1);
  found = bsearch (node->name, elements, G_N_ELEMENTS (elements), sizeof (Element), compare_names);
  tag = found != NULL ? found->tag : IBID_HTML_OTHER;
  ((xmlNode *)node)->psvi = GUINT_TO_POINTER ((guint)tag + 1);
  return tag;
}

void
ibid_html_set_name (xmlNode *node, const char *name)
{
  xmlNodeSetName (node, (const xmlChar *)name);
  node->psvi = NULL; /* the tag that it was */
}

/* --- Attributes ---------------------------------------------------------------------------- */

static const char *
get_value (const xmlAttr *attribute)
{
  const xmlNode *text = attribute->children;

  return text != NULL && text->content != NULL ? (const char *)text->content : "";
}

static gboolean
is_style_hidden (const char *style)
{
  const char *display = strstr (style, "display");
  const char *visibility = strstr (style, "visibility");

  if (display != NULL) {
    display += strlen ("display");
    display += strspn (display, " :");
    if (g_ascii_strncasecmp (display, "none", 4) == 0)
      return TRUE;
  }
  if (visibility == NULL)
    return FALSE;
  visibility += strlen ("visibility");
  visibility += strspn (visibility, " :");
  return g_ascii_strncasecmp (visibility, "hidden", 6) == 0;
}

static void
read_data (IbidHtmlAttributes *self, const char *name, const char *value)
{
  if (strcmp (name, "data-footnote-ref") == 0)
    self->is_note_mark = TRUE;
  else if (strcmp (name, "data-footnote-backref") == 0)
    self->is_back_mark = TRUE;
  else if (strcmp (name, "data-footnotes") == 0 && self->type == NULL)
    self->type = "footnotes";
  else if (strcmp (name, "data-type") == 0 && self->type == NULL)
    self->type = value;
}

void
ibid_html_attributes_read (IbidHtmlAttributes *self, const xmlNode *node)
{
  *self = (IbidHtmlAttributes){0};
  for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
    const char *name = (const char *)a->name;
    const char *value = get_value (a);

    if (strcmp (name, "id") == 0)
      self->id = value;
    else if (strcmp (name, "class") == 0)
      self->classes = value;
    else if (strcmp (name, "href") == 0)
      self->href = value;
    else if (strcmp (name, "style") == 0)
      self->style = value;
    else if (strcmp (name, "name") == 0)
      self->name = value;
    else if (strcmp (name, "role") == 0)
      self->role = value;
    else if (strcmp (name, "epub:type") == 0 || (strcmp (name, "type") == 0 && self->type == NULL))
      self->type = value;
    else if (strcmp (name, "hidden") == 0)
      self->is_hidden = TRUE;
    else if (strcmp (name, "aria-hidden") == 0)
      self->is_hidden = self->is_hidden || g_ascii_strcasecmp (value, "true") == 0;
    else if (g_str_has_prefix (name, "data-"))
      read_data (self, name, value);
  }
  if (self->style != NULL && is_style_hidden (self->style))
    self->is_hidden = TRUE;
}

const char *
ibid_html_get_attribute (const xmlNode *node, const char *name)
{
  if (node == NULL || node->type != XML_ELEMENT_NODE)
    return NULL;
  for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
    if (strcmp ((const char *)a->name, name) == 0)
      return get_value (a);
  return NULL;
}

static inline gboolean
is_blank (char c)
{
  return (guint8)c <= ' ' && (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f');
}

static inline gboolean
is_same_letter (char one, char other)
{
  return one == other || ((one ^ other) == 0x20 && g_ascii_isalpha (one));
}

/* By hand: this is asked of each element some dozen times, and lists are a word or two long. */
gboolean
ibid_html_has_token (const char *list, const char *token)
{
  while (list != NULL && *list != '\0') {
    const char *p = token;

    while (*p != '\0' && is_same_letter (*list, *p)) {
      list++;
      p++;
    }
    if (*p == '\0' && p > token && (*list == '\0' || is_blank (*list)))
      return TRUE;
    while (*list != '\0' && !is_blank (*list))
      list++;
    while (is_blank (*list))
      list++;
  }
  return FALSE;
}

gboolean
ibid_html_next_token (const char **list, char *buffer, gsize size)
{
  const char *start = *list + strspn (*list, " \t\r\n\f");
  gsize length = strcspn (start, " \t\r\n\f");
  gsize n = MIN (length, size - 1);

  *list = start + length;
  for (gsize i = 0; i < n; i++)
    buffer[i] = g_ascii_tolower (start[i]);
  buffer[n] = '\0';
  return length > 0;
}

const xmlNode *
ibid_html_next (const xmlNode *root, const xmlNode *node, gboolean is_inside)
{
  if (is_inside && node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  while (node != root && node->next == NULL)
    node = node->parent;
  return node == root ? NULL : node->next;
}
