/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-math-text.h"

#include "formats/ibid-xml.h"

#include <string.h>

typedef struct {
  IbidMathFunc func;
  gpointer user_data;
  IbidMathPlace place;
} Writing;

static void add_node (Writing *writing, const xmlNode *node);

static void
say (Writing *writing, const char *text)
{
  writing->func (text, writing->place, writing->user_data);
}

static const xmlNode *
get_argument (const xmlNode *node, guint index)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && index-- == 0)
      return child;
  return NULL;
}

static void
add_children (Writing *writing, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    add_node (writing, child);
}

static gboolean
is_simple (const xmlNode *node)
{
  while (node != NULL && (ibid_xml_is (node, "mrow") || ibid_xml_is (node, "mstyle")) &&
         get_argument (node, 0) != NULL && get_argument (node, 1) == NULL)
    node = get_argument (node, 0);
  return node == NULL || ibid_xml_is (node, "mi") || ibid_xml_is (node, "mn") ||
         ibid_xml_is (node, "mtext") || ibid_xml_is (node, "msub") || ibid_xml_is (node, "msup") ||
         ibid_xml_is (node, "mfenced");
}

/* In brackets unless it holds together without. */
static void
add_whole (Writing *writing, const xmlNode *node)
{
  gboolean needs_brackets = !is_simple (node);

  if (needs_brackets)
    say (writing, "(");
  if (node != NULL)
    add_node (writing, node);
  if (needs_brackets)
    say (writing, ")");
}

static void
add_placed (Writing *writing, const xmlNode *node, IbidMathPlace place)
{
  IbidMathPlace before = writing->place;

  if (node == NULL)
    return;
  if (before != IBID_MATH_ON_LINE) { /* one level is as far as it goes */
    say (writing, place == IBID_MATH_ABOVE ? "^" : "_");
    add_whole (writing, node);
    return;
  }
  writing->place = place;
  add_node (writing, node);
  writing->place = before;
}

static void
add_fraction (Writing *writing, const xmlNode *node)
{
  add_whole (writing, get_argument (node, 0));
  say (writing, "/");
  add_whole (writing, get_argument (node, 1));
}

static void
add_root (Writing *writing, const xmlNode *node, gboolean has_degree)
{
  if (has_degree)
    add_placed (writing, get_argument (node, 1), IBID_MATH_ABOVE);
  say (writing, "√");
  if (has_degree) {
    add_whole (writing, get_argument (node, 0));
    return;
  }
  if (get_argument (node, 1) == NULL) {
    add_whole (writing, get_argument (node, 0));
    return;
  }
  say (writing, "(");
  add_children (writing, node);
  say (writing, ")");
}

/* What stands between parts of a bracket: "," unless it says otherwise. */
static void
say_separator (Writing *writing, const char *separators, guint index)
{
  gsize length = separators != NULL ? strlen (separators) : 0;
  char separator[] = {',', ' ', '\0'};

  if (separators != NULL && length == 0)
    return;
  if (length > 0)
    separator[0] = separators[MIN (index, length - 1)];
  say (writing, separator);
}

static void
add_fenced (Writing *writing, const xmlNode *node)
{
  g_autofree char *open = ibid_xml_dup_attribute (node, "open");
  g_autofree char *close = ibid_xml_dup_attribute (node, "close");
  g_autofree char *separators = ibid_xml_dup_attribute (node, "separators");
  guint n_parts = 0;

  if (separators != NULL && !g_str_is_ascii (separators))
    g_clear_pointer (&separators, g_free);
  say (writing, open != NULL ? open : "(");
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    if (child->type != XML_ELEMENT_NODE)
      continue;
    if (n_parts > 0)
      say_separator (writing, separators, n_parts - 1);
    n_parts++;
    add_node (writing, child);
  }
  say (writing, close != NULL ? close : ")");
}

/* Rows of a matrix, or of formulas below one another. */
static void
add_table (Writing *writing, const xmlNode *node)
{
  gboolean is_first = TRUE;

  for (const xmlNode *row = node->children; row != NULL; row = row->next) {
    if (row->type != XML_ELEMENT_NODE)
      continue;
    if (!is_first)
      say (writing, "; ");
    is_first = FALSE;
    for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next)
      if (cell->type == XML_ELEMENT_NODE) {
        add_node (writing, cell);
        say (writing, " ");
      }
  }
}

static gboolean
is_apart (const char *operator)
{
  static const char *const names[] = {"+", "=", "≠", "≈", "≤", "≥", "<", ">", "→", "∈", "∝", "±"};

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (operator, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
add_token (Writing *writing, const xmlNode *node)
{
  g_autofree char *text = ibid_xml_dup_text (node);
  gboolean is_operator = ibid_xml_is (node, "mo") && is_apart (text) &&
                         writing->place == IBID_MATH_ON_LINE;
  gboolean is_comma = ibid_xml_is (node, "mo") && (strcmp (text, ",") == 0);

  if (is_operator)
    say (writing, " ");
  say (writing, text);
  if (is_operator || is_comma)
    say (writing, " ");
}

static gboolean
add_scripts (Writing *writing, const xmlNode *node)
{
  gboolean has_below = ibid_xml_is (node, "msub") || ibid_xml_is (node, "munder") ||
                       ibid_xml_is (node, "msubsup") || ibid_xml_is (node, "munderover");
  gboolean has_both = ibid_xml_is (node, "msubsup") || ibid_xml_is (node, "munderover");

  if (ibid_xml_is (node, "mover")) {
    g_autofree char *accent = ibid_xml_dup_attribute (node, "accent");
    const xmlNode *over = get_argument (node, 1);

    if (get_argument (node, 0) != NULL)
      add_node (writing, get_argument (node, 0));
    if (over != NULL && (ibid_xml_is (over, "mo") || g_strcmp0 (accent, "true") == 0))
      add_node (writing, over);
    else
      add_placed (writing, over, IBID_MATH_ABOVE);
    return TRUE;
  }
  if (!has_below && !ibid_xml_is (node, "msup"))
    return FALSE;
  if (get_argument (node, 0) != NULL)
    add_node (writing, get_argument (node, 0));
  add_placed (writing, get_argument (node, 1), has_below ? IBID_MATH_BELOW : IBID_MATH_ABOVE);
  if (has_both)
    add_placed (writing, get_argument (node, 2), IBID_MATH_ABOVE);
  return TRUE;
}

static void
add_node (Writing *writing, const xmlNode *node)
{
  if (node->type != XML_ELEMENT_NODE)
    return;
  if (ibid_xml_is (node, "mi") || ibid_xml_is (node, "mn") || ibid_xml_is (node, "mo") ||
      ibid_xml_is (node, "mtext") || ibid_xml_is (node, "ms"))
    add_token (writing, node);
  else if (ibid_xml_is (node, "mspace"))
    say (writing, " ");
  else if (ibid_xml_is (node, "mfrac"))
    add_fraction (writing, node);
  else if (ibid_xml_is (node, "msqrt") || ibid_xml_is (node, "mroot"))
    add_root (writing, node, ibid_xml_is (node, "mroot"));
  else if (ibid_xml_is (node, "mfenced"))
    add_fenced (writing, node);
  else if (ibid_xml_is (node, "mtable"))
    add_table (writing, node);
  else if (ibid_xml_is (node, "semantics") && get_argument (node, 0) != NULL)
    add_node (writing, get_argument (node, 0));
  else if (!ibid_xml_is (node, "annotation") && !ibid_xml_is (node, "annotation-xml") &&
           !ibid_xml_is (node, "mphantom") && !add_scripts (writing, node))
    add_children (writing, node);
}

void
ibid_math_text_add (const xmlNode *math, IbidMathFunc func, gpointer user_data)
{
  Writing writing = {func, user_data, IBID_MATH_ON_LINE};

  add_node (&writing, math);
}
