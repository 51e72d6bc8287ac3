/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-inline-note.h"

#include "formats/ibid-html-shape.h"

#include <string.h>

#define MAX_LABEL_BYTES 8u
#define MIN_NOTE_BYTES 10u
#define MAX_SIBLINGS 4u

typedef gboolean (*HasIdFunc) (const char *id, gpointer user_data);

static const char *const beside[] = {
    "sidenote", "marginnote", "margin-note", "side-note", "sidenote-content", "aside-note"};

static const char *const inside[] = {"footnotecontent",
                                     "footnote-content",
                                     "footnote__content",
                                     "footnote-text",
                                     "ltx_note_content",
                                     "note-content",
                                     "inline-footnote-text",
                                     "footnote-body"};

static gboolean
is_among (const char *classes, const char *const *names, guint n_names)
{
  for (guint i = 0; classes != NULL && i < n_names; i++)
    if (ibid_html_has_token (classes, names[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_label (const xmlNode *node)
{
  return ibid_html_shape_has_text (node, 0) && !ibid_html_shape_has_text (node, MAX_LABEL_BYTES);
}

/* --- Beside the line ----------------------------------------------------------------------- */

/* A link, or a label as style sheets use it, to something that is on the page. */
static gboolean
leads_to_note (const xmlNode *node, HasIdFunc has_id, gpointer data)
{
  const char *label = ibid_html_get_attribute (node, "for");

  if (label != NULL && has_id (label, data))
    return TRUE;
  for (const xmlNode *next = node; next != NULL; next = ibid_html_next (node, next, TRUE)) {
    const char *href = ibid_html_get_tag (next) == IBID_HTML_A
                           ? ibid_html_get_attribute (next, "href")
                           : NULL;

    if (href != NULL && *href == '#' && has_id (href + 1, data))
      return TRUE;
  }
  return FALSE;
}

/* The marker stands right ahead; switches that show the note may stand between them. */
static gboolean
repeats_note (const xmlNode *node, HasIdFunc has_id, gpointer data)
{
  const xmlNode *before = node->prev;

  for (guint i = 0; before != NULL && i < MAX_SIBLINGS; i++, before = before->prev) {
    if (before->type == XML_TEXT_NODE) {
      if (ibid_html_shape_has_text (before, 0))
        return FALSE;
    } else if (before->type == XML_ELEMENT_NODE && ibid_html_get_tag (before) != IBID_HTML_INPUT) {
      return !ibid_html_shape_has_text (before, MAX_LABEL_BYTES) &&
             leads_to_note (before, has_id, data);
    }
  }
  return FALSE;
}

/* Its number, when the text begins with one. */
static const xmlNode *
find_label (const xmlNode *text)
{
  for (const xmlNode *child = text->children; child != NULL; child = child->next) {
    if (child->type == XML_TEXT_NODE && ibid_html_shape_has_text (child, 0))
      return NULL;
    if (child->type == XML_ELEMENT_NODE) {
      IbidHtmlTag tag = ibid_html_get_tag (child);
      const char *classes = ibid_html_get_attribute (child, "class");

      return is_label (child) &&
                     (tag == IBID_HTML_SUP || (classes != NULL && strstr (classes, "number")))
                 ? child
                 : NULL;
    }
  }
  return NULL;
}

/* --- In a box ------------------------------------------------------------------------------ */

static const xmlNode *
find_inside (const xmlNode *node)
{
  for (const xmlNode *next = ibid_html_next (node, node, TRUE); next != NULL;
       next = ibid_html_next (node, next, TRUE))
    if (next->type == XML_ELEMENT_NODE &&
        is_among (ibid_html_get_attribute (next, "class"), inside, G_N_ELEMENTS (inside)))
      return next;
  return NULL;
}

/* LaTeXML: a mark alone has the words "footnotemark:" in the place of a text. */
static const xmlNode *
find_mark (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (ibid_html_get_tag (child) == IBID_HTML_SUP)
      return child;
  return NULL;
}

/* --- Behind the marker --------------------------------------------------------------------- */

/* WordPress's "Modern Footnotes": the marker leads to a script, its note follows it. */
#define BEHIND_MARKER "modern-footnotes-footnote"
#define BEHIND_TEXT "modern-footnotes-footnote__note"

static gboolean
has_class (const xmlNode *node, const char *name)
{
  const char *classes = node->type == XML_ELEMENT_NODE ? ibid_html_get_attribute (node, "class")
                                                       : NULL;

  return classes != NULL && ibid_html_has_token (classes, name);
}

static const xmlNode *
find_behind (const xmlNode *node)
{
  const xmlNode *next = node->next;

  while (next != NULL && next->type == XML_TEXT_NODE && !ibid_html_shape_has_text (next, 0))
    next = next->next;
  return next != NULL && has_class (next, BEHIND_TEXT) ? next : NULL;
}

static gboolean
is_behind_marker (const xmlNode *node)
{
  const xmlNode *before = node->prev;

  while (before != NULL && before->type == XML_TEXT_NODE && !ibid_html_shape_has_text (before, 0))
    before = before->prev;
  return before != NULL && has_class (before, BEHIND_MARKER);
}

/* --- In an attribute ----------------------------------------------------------------------- */

static const char *
find_words (const xmlNode *node, const IbidHtmlAttributes *attributes)
{
  static const char *const names[] = {"data-footnote",
                                      "data-footnote-content",
                                      "data-note",
                                      "data-note-text",
                                      "data-content",
                                      "title"};

  if (attributes->href != NULL && strcmp (attributes->href, "#") != 0 &&
      !g_str_has_prefix (attributes->href, "javascript:"))
    return NULL;
  if (!is_label (node))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const char *words = ibid_html_get_attribute (node, names[i]);

    if (words != NULL && strlen (words) >= MIN_NOTE_BYTES && strchr (words, ' ') != NULL)
      return words;
  }
  return NULL;
}

/* Themes say in a class that it is a note: "inline-footnote", "ltx_note", "fn". */
static gboolean
has_note_class (const char *classes)
{
  return classes != NULL && (strstr (classes, "note") != NULL || strstr (classes, "Note") != NULL ||
                             ibid_html_has_token (classes, "fn"));
}

gboolean
ibid_html_inline_note_find (IbidHtmlInlineNote *note,
                            const xmlNode *node,
                            const IbidHtmlAttributes *attributes,
                            HasIdFunc has_id,
                            gpointer data)
{
  *note = (IbidHtmlInlineNote){.is_numbered = TRUE};
  if (!has_note_class (attributes->classes))
    return FALSE;
  if (is_among (attributes->classes, beside, G_N_ELEMENTS (beside))) {
    if (has_id != NULL && repeats_note (node, has_id, data))
      return TRUE;
    note->text = node;
    note->label = find_label (node);
    note->is_numbered = strstr (attributes->classes, "margin") == NULL;
    return ibid_html_shape_has_text (node, 0);
  }
  if (ibid_html_has_token (attributes->classes, BEHIND_MARKER)) {
    note->text = find_behind (node);
    note->label = node;
    return note->text != NULL;
  }
  if (ibid_html_has_token (attributes->classes, BEHIND_TEXT)) {
    if (!is_behind_marker (node)) /* else it was taken with that */
      note->text = node;
    return TRUE;
  }
  if (ibid_html_has_token (attributes->classes, "ltx_role_footnotemark")) {
    note->label = find_mark (node);
    note->is_mark = TRUE;
    return note->label != NULL;
  }
  note->text = find_inside (node);
  if (note->text != NULL) {
    note->label = note->text;
    return !is_among (attributes->classes, inside, G_N_ELEMENTS (inside));
  }
  note->words = find_words (node, attributes);
  if (note->words != NULL) {
    note->label = node;
    return TRUE;
  }
  note->text = node;
  return (ibid_html_has_token (attributes->classes, "footnote") ||
          ibid_html_has_token (attributes->classes, "endnote")) &&
         ibid_html_get_tag (node) == IBID_HTML_SPAN &&
         ibid_html_shape_has_text (node, MIN_NOTE_BYTES * 2);
}
