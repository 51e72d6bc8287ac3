/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-gutenberg.h"

#include "formats/ibid-html-flow.h"
#include "formats/ibid-html-shape.h"
#include "formats/ibid-plain-text-names.h"
#include "formats/ibid-xml.h"

#include <string.h>

#define MAX_HEAD_BYTES 8192u
#define MAX_VALUE_BYTES 400u
#define MAX_CREDIT_BYTES 400u

typedef struct {
  const xmlNode *start; /* block with the line that begins the text; NULL without one */
  const xmlNode *end;   /* the same of the line that ends it */
} Frame;

/* The innermost block around some text. */
static const xmlNode *
get_block (const xmlNode *node)
{
  while (node != NULL && !ibid_html_shape_is_block (ibid_html_get_tag (node)))
    node = node->parent;
  return node;
}

/* "*** START OF THE PROJECT GUTENBERG EBOOK …", with or without blanks behind the stars. */
static gboolean
has_line (const char *text, const char *word)
{
  for (const char *p = strstr (text, "***"); p != NULL; p = strstr (p + 1, "***")) {
    const char *q = p + strspn (p, "* ");

    if (g_str_has_prefix (q, word) && strstr (q, "PROJECT GUTENBERG") != NULL)
      return TRUE;
  }
  return FALSE;
}

static gboolean
find_frame (const xmlNode *root, Frame *frame)
{
  *frame = (Frame){NULL, NULL};
  for (const xmlNode *next = root; next != NULL; next = ibid_html_next (root, next, TRUE)) {
    const char *text = next->type == XML_TEXT_NODE ? (const char *)next->content : NULL;

    if (text == NULL || strstr (text, "***") == NULL)
      continue;
    if (frame->start == NULL && has_line (text, "START OF"))
      frame->start = get_block (next);
    else if (frame->start != NULL && frame->end == NULL && has_line (text, "END OF"))
      frame->end = get_block (next);
  }
  return frame->start != NULL && ibid_html_get_tag (frame->start) != IBID_HTML_BODY;
}

/* --- What its head says -------------------------------------------------------------------- */

static void
append_line (GString *head, const xmlNode *node)
{
  if (head->len > 0 && head->str[head->len - 1] != '\n')
    g_string_append_c (head, '\n');
  if (node->type == XML_TEXT_NODE && node->content != NULL)
    g_string_append (head, (const char *)node->content);
}

/* All text up to the line that begins the book. */
static char *
dup_head (const xmlNode *root, const xmlNode *start)
{
  GString *head = g_string_new (NULL);
  const xmlNode *last = start;

  while (last->children != NULL)
    last = last->last;
  for (const xmlNode *next = root; next != NULL && head->len < MAX_HEAD_BYTES;
       next = ibid_html_next (root, next, ibid_html_get_tag (next) != IBID_HTML_SKIPPED)) {
    if (next->type == XML_TEXT_NODE)
      append_line (head, next);
    if (next == last)
      break;
  }
  return g_string_free (head, FALSE);
}

/* The value of "Title: …", with lines that go on indented. */
static char *
dup_value (const char *head, const char *name)
{
  g_autofree char *needle = g_strconcat ("\n", name, ":", NULL);
  const char *p = strstr (head, needle);
  GString *value;

  if (p == NULL)
    return NULL;
  value = g_string_new (NULL);
  p += strlen (needle);
  while (*p != '\0' && value->len < MAX_VALUE_BYTES) {
    gsize length = strcspn (p, "\r\n");

    g_string_append_len (value, p, (gssize)length);
    p += length;
    p += *p == '\r';
    if (*p != '\n' || p[1] != ' ' || p[1 + strspn (p + 1, " ")] == '\n')
      break;
    p++;
    g_string_append_c (value, ' ');
    p += strspn (p, " ");
  }
  return g_strstrip (g_string_free (value, FALSE));
}

static void
set_metadata (IbidBody *body, const char *head)
{
  g_autofree char *title = dup_value (head, "Title");
  g_autofree char *author = dup_value (head, "Author");
  g_autoptr (JsonArray) authors = json_array_new ();
  gboolean is_exact = TRUE;

  if (title != NULL && *title != '\0')
    ibid_body_set_title (body, title);
  if (author != NULL && g_ascii_strcasecmp (author, "Various") != 0 &&
      ibid_text_names_parse (author, authors, &is_exact))
    ibid_body_set_authors (body, authors);
  else if (title != NULL)
    ibid_body_set_authors (body, NULL);
  ibid_body_set_publisher (body, "Project Gutenberg");
}

/* --- Leaving out --------------------------------------------------------------------------- */

static void
leave_out_before (const xmlNode *node)
{
  for (; node != NULL && ibid_html_get_tag (node) != IBID_HTML_BODY; node = node->parent)
    for (xmlNode *before = node->prev; before != NULL; before = before->prev)
      ibid_html_flow_leave_out (before);
}

static void
leave_out_after (const xmlNode *node)
{
  for (; node != NULL && ibid_html_get_tag (node) != IBID_HTML_BODY; node = node->parent)
    for (xmlNode *after = node->next; after != NULL; after = after->next)
      ibid_html_flow_leave_out (after);
}

/* The next block with text, behind `node` and what is in it. */
static const xmlNode *
find_next_block (const xmlNode *root, const xmlNode *node)
{
  const xmlNode *next = ibid_html_next (root, node, FALSE);

  while (next != NULL) {
    const char *text = next->type == XML_TEXT_NODE ? (const char *)next->content : NULL;

    for (; text != NULL && *text != '\0'; text++)
      if ((guchar)*text > ' ' && (guchar)*text < 0x80)
        return get_block (next);
    next = ibid_html_next (root, next, TRUE);
  }
  return NULL;
}

/* Who made the electronic text stands right behind the line that begins it. */
static void
leave_out_credits (const xmlNode *root, const xmlNode *start, IbidBody *body)
{
  static const char *const credits[] = {"Produced by",
                                        "E-text prepared by",
                                        "Etext prepared by",
                                        "This eBook was produced by",
                                        "HTML version by",
                                        "Transcribed from"};
  const xmlNode *block = find_next_block (root, start);
  g_autofree char *text = NULL;

  if (block == NULL || ibid_html_shape_has_text (block, MAX_CREDIT_BYTES))
    return;
  text = ibid_xml_dup_text (block);
  for (guint i = 0; i < G_N_ELEMENTS (credits); i++)
    if (g_ascii_strncasecmp (text, credits[i], strlen (credits[i])) == 0) {
      ibid_body_add_left_out (body, text, (guint)MAX (xmlGetLineNo (block), 1));
      ibid_html_flow_leave_out ((xmlNode *)block);
      return;
    }
}

gboolean
ibid_html_gutenberg_find (xmlNode *root, IbidBody *body)
{
  Frame frame;
  g_autofree char *head = NULL;

  if (!find_frame (root, &frame))
    return FALSE;
  head = dup_head (root, frame.start);
  set_metadata (body, head);
  leave_out_credits (root, frame.start, body);
  leave_out_before (frame.start);
  ibid_html_flow_leave_out ((xmlNode *)frame.start);
  if (frame.end != NULL) {
    leave_out_after (frame.end);
    ibid_html_flow_leave_out ((xmlNode *)frame.end);
  }
  return TRUE;
}
