/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-epub-headings.h"

#include "formats/ibid-epub-contents.h"
#include "formats/ibid-html-shape.h"
#include "formats/ibid-xml.h"

#include <string.h>

/* A heading is written over so many paragraphs: "Chapter I", "The Sea". */
#define MAX_LINES 3u

static gboolean
is_block (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && ibid_html_shape_is_block (ibid_html_get_tag (node));
}

static gboolean
has_headings (const xmlNode *body)
{
  for (const xmlNode *node = body; node != NULL; node = ibid_xml_next (body, node, TRUE)) {
    IbidHtmlTag tag = ibid_html_get_tag (node);

    if (tag >= IBID_HTML_H1 && tag <= IBID_HTML_H6 && ibid_html_shape_has_text (node, 0))
      return TRUE;
  }
  return FALSE;
}

/* Letters and digits alone, in lower case. */
static void
append_core (GString *core, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isalnum (c))
      g_string_append_unichar (core, g_unichar_tolower (c));
  }
}

/* --- Where an entry leads ------------------------------------------------------------------ */

/* Elements of the file by the ids that entries lead to. */
static GHashTable *
find_targets (xmlNode *body, GPtrArray *entries)
{
  GHashTable *targets = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entries->len; i++) {
    IbidEpubEntry *entry = g_ptr_array_index (entries, i);

    if (entry->fragment != NULL)
      g_hash_table_add (wanted, entry->fragment);
  }
  for (xmlNode *node = body; node != NULL && g_hash_table_size (wanted) > 0;
       node = ibid_xml_next (body, node, TRUE)) {
    const char *id = ibid_html_get_attribute (node, "id");
    gpointer key = NULL;

    if (id == NULL)
      id = ibid_html_get_attribute (node, "name");
    if (id != NULL && g_hash_table_lookup_extended (wanted, id, &key, NULL) &&
        !g_hash_table_contains (targets, key))
      g_hash_table_insert (targets, key, node);
  }
  return targets;
}

/* The first block with text, in document order from `node` on, that has no other blocks inside. */
static xmlNode *
find_line (const xmlNode *body, xmlNode *node)
{
  xmlNode *line = NULL;

  for (xmlNode *up = node; up != NULL && up != body && line == NULL; up = up->parent)
    if (is_block (up))
      line = up;
  if (line == NULL)
    line = node;
  for (; line != NULL; line = ibid_xml_next (body, line, TRUE)) {
    const xmlNode *inner;

    if (line == body || !is_block (line) || !ibid_html_shape_has_text (line, 0))
      continue;
    for (inner = ibid_xml_next (line, line, TRUE); inner != NULL && !is_block (inner);
         inner = ibid_xml_next (line, inner, TRUE))
      ;
    if (inner == NULL)
      return line;
  }
  return NULL;
}

/* --- Making headings ----------------------------------------------------------------------- */

static xmlNode *
get_next_element (xmlNode *node)
{
  do
    node = node->next;
  while (node != NULL && node->type != XML_ELEMENT_NODE);
  return node;
}

/* How many lines from `line` on say together what the label says; 0 when they do not. */
static guint
count_lines (const xmlNode *line, const char *label)
{
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  append_core (wanted, label);
  for (guint n = 1; line != NULL && n <= MAX_LINES; n++) {
    g_autofree char *text = NULL;

    if (ibid_html_shape_has_text (line, wanted->len * 4 + 64))
      return 0;
    text = ibid_xml_dup_text (line);
    append_core (found, text);
    if (g_string_equal (found, wanted))
      return n;
    if (found->len >= wanted->len || !g_str_has_prefix (wanted->str, found->str))
      return 0;
    line = get_next_element ((xmlNode *)line);
  }
  return 0;
}

static void
make_heading (xmlNode *line, guint n_lines, const char *name)
{
  ibid_html_set_name (line, name);
  for (guint i = 1; i < n_lines; i++) {
    xmlNode *more = get_next_element (line);

    xmlAddChild (line, xmlNewNode (line->ns, (const xmlChar *)"br"));
    ibid_html_set_name (more, "span");
    xmlUnlinkNode (more);
    xmlAddChild (line, more);
  }
}

static void
add_heading (xmlNode *line, const IbidEpubEntry *entry)
{
  const char name[] = {'h', (char)('0' + CLAMP (entry->level, 1, 6)), '\0'};
  guint n_lines = count_lines (line, entry->label);

  if (n_lines > 0) {
    make_heading (line, n_lines, name);
  } else {
    xmlNode *heading = xmlNewNode (line->ns, (const xmlChar *)name);

    xmlAddChild (heading, xmlNewText ((const xmlChar *)entry->label));
    xmlAddPrevSibling (line, heading);
  }
}

void
ibid_epub_headings_add (xmlNode *body, GPtrArray *entries)
{
  g_autoptr (GHashTable) targets = NULL;
  g_autoptr (GHashTable) done = g_hash_table_new (g_direct_hash, g_direct_equal);

  if (entries == NULL || has_headings (body))
    return;
  targets = find_targets (body, entries);
  for (guint i = 0; i < entries->len; i++) {
    const IbidEpubEntry *entry = g_ptr_array_index (entries, i);
    xmlNode *target = entry->fragment != NULL ? g_hash_table_lookup (targets, entry->fragment)
                                              : body;
    xmlNode *line = target != NULL ? find_line (body, target) : NULL;

    /* Two entries for one place: what is there is called by the first. */
    if (line != NULL && g_hash_table_add (done, line))
      add_heading (line, entry);
  }
}
