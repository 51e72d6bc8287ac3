/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-docx-math.h"

#include <string.h>

static void append (GString *text, const xmlNode *node);

/* Appends what is in `parent`. Trees are at most IBID_MAX_XML_DEPTH deep. */
static void
append_children (GString *text, const xmlNode *parent)
{
  for (const xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL;
       node = node->next)
    append (text, node);
}

static void
append_part (GString *text, const xmlNode *node, const char *name)
{
  append_children (text, ibid_xml_find_child (node, name));
}

/* A single letter or digit: one run with one character. */
static gboolean
is_single (const xmlNode *part)
{
  const xmlNode *run = NULL;
  const xmlNode *text;

  for (const xmlNode *node = part != NULL ? part->children : NULL; node != NULL;
       node = node->next) {
    if (node->type != XML_ELEMENT_NODE || ibid_xml_is (node, "ctrlPr"))
      continue;
    if (run != NULL || !ibid_xml_is (node, "r"))
      return FALSE;
    run = node;
  }
  text = ibid_xml_find_child (run, "t");
  text = text != NULL ? text->children : NULL;
  return text != NULL && text->content != NULL &&
         *g_utf8_next_char ((const char *)text->content) == '\0';
}

/* In parentheses where it would otherwise be misread. */
static void
append_group (GString *text, const xmlNode *node, const char *name)
{
  gboolean is_bare = is_single (ibid_xml_find_child (node, name));

  g_string_append (text, is_bare ? "" : "(");
  append_part (text, node, name);
  g_string_append (text, is_bare ? "" : ")");
}

static void
append_script (GString *text, const xmlNode *node, const char *name, const char *sign)
{
  const xmlNode *script = ibid_xml_find_child (node, name);

  if (script == NULL || script->children == NULL)
    return;
  g_string_append (text, sign);
  append_group (text, node, name);
}

/* What a property of an element says; `fallback` where it says nothing. */
static const char *
get_property (const xmlNode *node, const char *properties, const char *name, const char *fallback)
{
  const xmlNode *property = ibid_xml_find_child (ibid_xml_find_child (node, properties), name);
  const char *value = ibid_xml_get_attribute (property, "val");

  return value != NULL ? value : fallback;
}

static void
append_fraction (GString *text, const xmlNode *node)
{
  append_group (text, node, "num");
  g_string_append_c (text, '/');
  append_group (text, node, "den");
}

static void
append_scripts (GString *text, const xmlNode *node)
{
  append_part (text, node, "e");
  append_script (text, node, "sub", "_");
  append_script (text, node, "sup", "^");
}

static void
append_root (GString *text, const xmlNode *node)
{
  append_part (text, node, "deg");
  g_string_append (text, "√");
  append_group (text, node, "e");
}

/* A sum or an integral. */
static void
append_big (GString *text, const xmlNode *node)
{
  g_string_append (text, get_property (node, "naryPr", "chr", "∫"));
  append_script (text, node, "sub", "_");
  append_script (text, node, "sup", "^");
  g_string_append_c (text, ' ');
  append_part (text, node, "e");
}

/* The children of one name, with something between. */
static void
append_list (GString *text, const xmlNode *node, const char *name, const char *separator)
{
  gboolean is_first = TRUE;

  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    if (!ibid_xml_is (child, name))
      continue;
    if (!is_first)
      g_string_append (text, separator);
    is_first = FALSE;
    if (strcmp (name, "mr") == 0)
      append_list (text, child, "e", ", ");
    else
      append_children (text, child);
  }
}

static void
append_bracketed (GString *text, const xmlNode *node)
{
  g_string_append (text, get_property (node, "dPr", "begChr", "("));
  append_list (text, node, "e", get_property (node, "dPr", "sepChr", "|"));
  g_string_append (text, get_property (node, "dPr", "endChr", ")"));
}

static void
append_accented (GString *text, const xmlNode *node)
{
  append_part (text, node, "e");
  g_string_append (text, get_property (node, "accPr", "chr", "\xcc\x82"));
}

static void
append_function (GString *text, const xmlNode *node)
{
  append_part (text, node, "fName");
  g_string_append_c (text, ' ');
  append_part (text, node, "e");
}

static void
append_limit (GString *text, const xmlNode *node)
{
  append_part (text, node, "e");
  append_script (text, node, "lim", ibid_xml_is (node, "limLow") ? "_" : "^");
}

static void
append_matrix (GString *text, const xmlNode *node)
{
  append_list (text, node, "mr", "; ");
}

static void
append_lines (GString *text, const xmlNode *node)
{
  append_list (text, node, "e", "; ");
}

static void
append (GString *text, const xmlNode *node)
{
  static const struct {
    const char *name;
    void (*append) (GString *text, const xmlNode *node);
  } elements[] = {{"f", append_fraction},
                  {"sSup", append_scripts},
                  {"sSub", append_scripts},
                  {"sSubSup", append_scripts},
                  {"sPre", append_scripts},
                  {"rad", append_root},
                  {"nary", append_big},
                  {"d", append_bracketed},
                  {"acc", append_accented},
                  {"func", append_function},
                  {"limLow", append_limit},
                  {"limUpp", append_limit},
                  {"m", append_matrix},
                  {"eqArr", append_lines}};

  if (ibid_xml_is (node, "t")) {
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
      if (child->type == XML_TEXT_NODE && child->content != NULL)
        g_string_append (text, (const char *)child->content);
    return;
  }
  if (node->type != XML_ELEMENT_NODE || ibid_xml_is (node, "del"))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (ibid_xml_is (node, elements[i].name)) {
      elements[i].append (text, node);
      return;
    }
  append_children (text, node);
}

char *
ibid_docx_math_dup_text (const xmlNode *equation)
{
  GString *text = g_string_new (NULL);

  append_children (text, equation);
  return g_string_free (text, FALSE);
}
