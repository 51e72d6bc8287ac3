/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-tree.h"

#include "formats/ibid-html-element.h"

#include <libxml/dict.h>
#include <string.h>

/* An element that is open. */
typedef struct {
  xmlNode *node;
  const char *name; /* interned: equal names are one */
  const IbidHtmlElement *element;
} Open;

typedef struct {
  xmlDoc *document;
  GArray *open;
  guint n_paragraphs; /* that are open */
  guint n_links;
  guint n_foreign;
  guint max_depth;
  xmlNode *html;
  xmlNode *head;
  xmlNode *body;
  const char *counted; /* where `line` is */
  guint line;
  GString *text;  /* of the innermost element, not in the tree yet */
  GString *value; /* of an attribute, to be used again */
  GString *name;  /* in small letters, to be used again */
} Tree;

/* --- The tree ------------------------------------------------------------------------------ */

static const Open *
get_open (const Tree *self, guint i)
{
  return &g_array_index (self->open, Open, i);
}

static xmlNode *
get_innermost (const Tree *self)
{
  return self->open->len > 0 ? get_open (self, self->open->len - 1)->node : NULL;
}

/* Longer names are nobody's. */
#define MAX_NAME 255u

static const char *
intern (Tree *self, IbidHtmlSpan span)
{
  g_string_truncate (self->name, 0);
  for (gsize i = 0; i < MIN (span.length, MAX_NAME); i++)
    g_string_append_c (self->name, g_ascii_tolower (span.start[i]));
  return (const char *)xmlDictLookup (
      self->document->dict, (const xmlChar *)self->name->str, (int)self->name->len);
}

/* Most pages have none of these open most of the time: then nobody looks through what is. */
static void
count_open (Tree *self, const Open *open, guint change)
{
  self->n_paragraphs += strcmp (open->name, "p") == 0 ? change : 0;
  self->n_links += strcmp (open->name, "a") == 0 ? change : 0;
  self->n_foreign += (open->element->flags & IBID_HTML_IS_FOREIGN) != 0 ? change : 0;
}

static const char *
intern_known (Tree *self, const char *name)
{
  return (const char *)xmlDictLookup (self->document->dict, (const xmlChar *)name, -1);
}

static void
write_text (Tree *self)
{
  if (self->text->len == 0)
    return;
  xmlAddChild (
      get_innermost (self),
      xmlNewDocTextLen (self->document, (const xmlChar *)self->text->str, (int)self->text->len));
  g_string_truncate (self->text, 0);
}

/* By hand: libxml2 would keep a table of all ids, which is slow when it is large. */
static void
add_attribute (Tree *self, xmlNode *node, xmlAttr **last, const IbidHtmlTokenAttribute *attribute)
{
  xmlAttr *made = xmlNewDocProp (
      self->document, (const xmlChar *)intern (self, attribute->name), NULL);

  if (attribute->value.length > 0) {
    g_string_truncate (self->value, 0);
    ibid_html_append_text (self->value, attribute->value, TRUE);
    made->children = made->last = xmlNewDocTextLen (
        self->document, (const xmlChar *)self->value->str, (int)self->value->len);
    made->children->parent = (xmlNode *)made;
  }
  made->parent = node;
  made->prev = *last;
  if (*last != NULL)
    (*last)->next = made;
  else
    node->properties = made;
  *last = made;
}

static void
add_attributes (Tree *self, xmlNode *node, const GArray *attributes)
{
  xmlAttr *last = NULL;

  for (guint i = 0; attributes != NULL && i < attributes->len; i++)
    add_attribute (self, node, &last, &g_array_index (attributes, IbidHtmlTokenAttribute, i));
}

/* Lines are counted up to the tags only. */
static void
count_lines (Tree *self, const char *p)
{
  while (self->counted < p) {
    const char *end = memchr (self->counted, '\n', (gsize)(p - self->counted));

    self->line += end != NULL;
    self->counted = end != NULL ? end + 1 : p;
  }
}

/* The element stays open, unless `is_empty`. NULL when it would stand too deep. */
static xmlNode *
add_element (Tree *self, const char *name, const GArray *attributes, gboolean is_empty)
{
  Open open = {.name = name, .element = ibid_html_element_find (name)};
  xmlNode *parent;

  if (self->open->len >= self->max_depth)
    return NULL;
  write_text (self);
  parent = get_innermost (self);
  open.node = xmlNewDocNodeEatName (self->document, NULL, (xmlChar *)name, NULL);
  open.node->line = (unsigned short)MIN (self->line, G_MAXUSHORT);
  add_attributes (self, open.node, attributes);
  if (parent == NULL)
    xmlDocSetRootElement (self->document, open.node);
  else
    xmlAddChild (parent, open.node);
  if (!is_empty) {
    g_array_append_val (self->open, open);
    count_open (self, &open, 1);
  }
  return open.node;
}

/* --- What is open -------------------------------------------------------------------------- */

/* Closes all elements but the outermost `n`. */
static void
close_down_to (Tree *self, guint n)
{
  if (n < self->open->len) {
    write_text (self);
    for (guint i = n; i < self->open->len; i++)
      count_open (self, get_open (self, i), (guint)-1);
    g_array_set_size (self->open, n);
  }
}

/* Closes the innermost paragraph, with what is in it. */
static void
close_paragraph (Tree *self)
{
  for (guint i = self->n_paragraphs > 0 ? self->open->len : 0; i > 0; i--) {
    const Open *open = get_open (self, i - 1);

    if (strcmp (open->name, "p") == 0) {
      close_down_to (self, i - 1);
      return;
    }
    if ((open->element->flags & IBID_HTML_IS_SCOPE) != 0)
      return;
  }
}

/* Closes the innermost item, which has one of the names, unless another list has begun in it. */
static void
close_item (Tree *self, const char *name, const char *other_name)
{
  for (guint i = self->open->len; i > 0; i--) {
    const Open *open = get_open (self, i - 1);
    IbidHtmlElementFlags flags = open->element->flags;

    if (strcmp (open->name, name) == 0 || strcmp (open->name, other_name) == 0) {
      close_down_to (self, i - 1);
      return;
    }
    if ((flags & IBID_HTML_IS_SCOPE) != 0 ||
        ((flags & IBID_HTML_IS_BLOCK) != 0 && (flags & IBID_HTML_IS_PASSED) == 0))
      return;
  }
}

/* Closes the parts of the innermost table that end where `part` begins. */
static void
close_table_parts (Tree *self, IbidHtmlTablePart part)
{
  guint n = self->open->len;

  for (guint i = self->open->len; i > 0; i--) {
    const Open *open = get_open (self, i - 1);

    if (open->element->part != IBID_HTML_NO_PART && open->element->part <= part)
      n = i - 1;
    if (strcmp (open->name, "table") == 0 || strcmp (open->name, "template") == 0)
      break;
  }
  close_down_to (self, n);
}

/* Links are not within links. */
static void
close_link (Tree *self)
{
  for (guint i = self->n_links > 0 ? self->open->len : 0; i > 0; i--) {
    const Open *open = get_open (self, i - 1);

    if (strcmp (open->name, "a") == 0) {
      close_down_to (self, i - 1);
      return;
    }
    if ((open->element->flags & (IBID_HTML_IS_SCOPE | IBID_HTML_IS_BLOCK)) != 0)
      return;
  }
}

/* A block in a picture or formula shows that its end was forgotten. */
static void
close_foreign (Tree *self)
{
  for (guint i = self->n_foreign > 0 ? self->open->len : 0; i > 0; i--) {
    IbidHtmlElementFlags flags = get_open (self, i - 1)->element->flags;

    if ((flags & IBID_HTML_IS_FOREIGN) != 0)
      close_down_to (self, i - 1);
    else if ((flags & (IBID_HTML_IS_HOST | IBID_HTML_IS_SCOPE)) != 0)
      return;
  }
}

static gboolean
is_in_foreign (const Tree *self)
{
  for (guint i = self->n_foreign > 0 ? self->open->len : 0; i > 0; i--) {
    IbidHtmlElementFlags flags = get_open (self, i - 1)->element->flags;

    if ((flags & IBID_HTML_IS_FOREIGN) != 0)
      return TRUE;
    if ((flags & IBID_HTML_IS_HOST) != 0)
      return FALSE;
  }
  return FALSE;
}

/* --- The frame of a page ------------------------------------------------------------------- */

static void
open_html (Tree *self)
{
  if (self->html == NULL)
    self->html = add_element (self, intern_known (self, "html"), NULL, FALSE);
}

static void
open_head (Tree *self)
{
  Open open = {0};

  open_html (self);
  if (self->head == NULL) {
    self->head = add_element (self, intern_known (self, "head"), NULL, FALSE);
  } else if (self->open->len == 1) {
    open.node = self->head;
    open.name = intern_known (self, "head");
    open.element = ibid_html_element_find ("head");
    write_text (self);
    g_array_append_val (self->open, open);
  }
}

static void
open_body (Tree *self)
{
  if (self->body != NULL)
    return;
  open_html (self);
  close_down_to (self, 1);
  self->body = add_element (self, intern_known (self, "body"), NULL, FALSE);
}

/* The start tag of one of the three. Those that come too late only bring attributes, if that. */
static gboolean
start_frame (Tree *self, const char *name, const GArray *attributes)
{
  xmlNode **frame;

  if (strcmp (name, "html") == 0) {
    frame = &self->html;
    open_html (self);
  } else if (strcmp (name, "head") == 0) {
    if (self->body == NULL)
      open_head (self);
    frame = &self->head;
  } else if (strcmp (name, "body") == 0) {
    open_body (self);
    frame = &self->body;
  } else {
    return strcmp (name, "frameset") == 0;
  }
  if (*frame != NULL && (*frame)->properties == NULL)
    add_attributes (self, *frame, attributes);
  return TRUE;
}

/* --- Tokens -------------------------------------------------------------------------------- */

/* What is still open although it cannot go on once `name` begins. */
static void
close_before (Tree *self, const char *name, const IbidHtmlElement *element)
{
  const Open *innermost;

  if ((element->flags & IBID_HTML_IS_BLOCK) != 0)
    close_foreign (self);
  if (element->part != IBID_HTML_NO_PART)
    close_table_parts (self, element->part);
  if (strcmp (name, "a") == 0)
    close_link (self);
  else if (strcmp (name, "li") == 0)
    close_item (self, "li", "li");
  else if (strcmp (name, "dd") == 0 || strcmp (name, "dt") == 0)
    close_item (self, "dd", "dt");
  if ((element->flags & IBID_HTML_IS_BLOCK) != 0)
    close_paragraph (self);
  innermost = get_open (self, self->open->len - 1);
  if (((element->flags & IBID_HTML_ENDS_HEADING) != 0 &&
       (innermost->element->flags & IBID_HTML_IS_HEADING) != 0) ||
      (innermost->name == name &&
       (strcmp (name, "option") == 0 || strcmp (name, "rt") == 0 || strcmp (name, "rp") == 0)))
    close_down_to (self, self->open->len - 1);
}

static void
start_tag (Tree *self, IbidHtmlTokens *tokens, const IbidHtmlToken *token)
{
  const char *name = intern (self, token->span);
  const IbidHtmlElement *element = ibid_html_element_find (name);
  gboolean is_empty = token->has_no_end || (element->flags & IBID_HTML_IS_VOID) != 0;
  gboolean is_plain;

  count_lines (self, token->span.start);
  if (start_frame (self, name, token->attributes))
    return;
  if (self->body == NULL && (element->flags & IBID_HTML_IS_HEAD) != 0)
    open_head (self);
  else
    open_body (self);
  close_before (self, name, element);
  is_plain = element->text != IBID_HTML_TEXT_MARKUP && !is_empty && !is_in_foreign (self);
  if (add_element (self, name, token->attributes, is_empty) != NULL && is_plain)
    ibid_html_tokens_set_text (tokens, element->text, name);
}

static gboolean
is_ended_by (const Open *open, const char *name, const IbidHtmlElement *element)
{
  return open->name == name || ((element->flags & IBID_HTML_IS_HEADING) != 0 &&
                                (open->element->flags & IBID_HTML_IS_HEADING) != 0);
}

static void
end_tag (Tree *self, IbidHtmlSpan span)
{
  const char *name = intern (self, span);
  const IbidHtmlElement *element = ibid_html_element_find (name);

  if (strcmp (name, "br") == 0) {
    open_body (self);
    add_element (self, name, NULL, TRUE);
    return;
  }
  /* What follows the end of the page is part of it all the same. */
  if (strcmp (name, "html") == 0 || strcmp (name, "body") == 0)
    return;
  for (guint i = self->open->len; i > 0; i--) {
    const Open *open = get_open (self, i - 1);

    if (is_ended_by (open, name, element)) {
      close_down_to (self, i - 1);
      return;
    }
    if (open->element->rank > element->rank)
      return;
  }
}

static gboolean
is_all_blank (IbidHtmlSpan span)
{
  for (gsize i = 0; i < span.length; i++)
    if (!g_ascii_isspace (span.start[i]))
      return FALSE;
  return TRUE;
}

static void
add_text (Tree *self, const IbidHtmlToken *token)
{
  xmlNode *innermost = get_innermost (self);

  if (innermost == NULL || innermost == self->html || innermost == self->head) {
    if (is_all_blank (token->span))
      return;
    open_body (self);
  }
  if (token->is_raw)
    g_string_append_len (self->text, token->span.start, (gssize)token->span.length);
  else
    ibid_html_append_text (self->text, token->span, FALSE);
}

static void
add_comment (Tree *self, IbidHtmlSpan span)
{
  g_autofree char *copy = g_strndup (span.start, span.length);
  xmlNode *comment = xmlNewDocComment (self->document, (const xmlChar *)copy);
  xmlNode *parent = get_innermost (self);

  write_text (self);
  xmlAddChild (parent != NULL ? parent : (xmlNode *)self->document, comment);
}

static void
build (Tree *self, const char *data, gsize size)
{
  IbidHtmlTokens tokens;
  IbidHtmlToken token;

  ibid_html_tokens_init (&tokens, data, size);
  do {
    ibid_html_tokens_next (&tokens, &token);
    if (token.kind == IBID_HTML_TOKEN_START_TAG)
      start_tag (self, &tokens, &token);
    else if (token.kind == IBID_HTML_TOKEN_END_TAG)
      end_tag (self, token.span);
    else if (token.kind == IBID_HTML_TOKEN_TEXT)
      add_text (self, &token);
    else if (token.kind == IBID_HTML_TOKEN_COMMENT)
      add_comment (self, token.span);
  } while (token.kind != IBID_HTML_TOKEN_END);
  close_down_to (self, 0);
  ibid_html_tokens_clear (&tokens);
}

xmlDoc *
ibid_html_tree_build (const char *data, gsize size, guint max_depth)
{
  Tree self = {.max_depth = max_depth, .counted = data, .line = 1};

  self.document = xmlNewDoc ((const xmlChar *)"1.0");
  self.document->dict = xmlDictCreate ();
  self.open = g_array_new (FALSE, FALSE, sizeof (Open));
  self.text = g_string_new (NULL);
  self.value = g_string_new (NULL);
  self.name = g_string_new (NULL);
  build (&self, data, size);
  g_array_unref (self.open);
  g_string_free (self.text, TRUE);
  g_string_free (self.value, TRUE);
  g_string_free (self.name, TRUE);
  if (self.html == NULL)
    g_clear_pointer (&self.document, xmlFreeDoc);
  return self.document;
}
