/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-markdown-html.h"

#include "formats/ibid-markdown-tag.h"

#include <stdlib.h>
#include <string.h>

typedef enum {
  DO_NOTHING,
  DO_STYLE,
  DO_LINK,
  DO_SPAN, /* a style when its attributes say so */
  DO_PLACE,
  DO_BLOCK, /* ends one */
  DO_HEADING,
  DO_LIST,
  DO_NUMBERED_LIST,
  DO_ITEM,
  DO_CELL,
  DO_BREAK,
  DO_RULE,
  DO_PICTURE,
  DO_HIDE,
} Action;

static const struct {
  const char *name;
  Action action;
  int value; /* style, place or level */
} elements[] = {
    {"a", DO_LINK, 0},
    {"address", DO_BLOCK, 0},
    {"article", DO_BLOCK, 0},
    {"aside", DO_BLOCK, 0},
    {"b", DO_STYLE, IBID_SPAN_STRONG},
    {"blockquote", DO_PLACE, IBID_MARKDOWN_IN_QUOTE},
    {"br", DO_BREAK, 0},
    {"caption", DO_PLACE, IBID_MARKDOWN_IN_CAPTION},
    {"center", DO_BLOCK, 0},
    {"cite", DO_STYLE, IBID_SPAN_EMPHASIS},
    {"code", DO_STYLE, IBID_SPAN_CODE},
    {"dd", DO_BLOCK, 0},
    {"del", DO_STYLE, IBID_SPAN_STRIKE},
    {"details", DO_BLOCK, 0},
    {"dfn", DO_STYLE, IBID_SPAN_EMPHASIS},
    {"div", DO_BLOCK, 0},
    {"dl", DO_BLOCK, 0},
    {"dt", DO_BLOCK, 0},
    {"em", DO_STYLE, IBID_SPAN_EMPHASIS},
    {"figcaption", DO_PLACE, IBID_MARKDOWN_IN_CAPTION},
    {"figure", DO_BLOCK, 0},
    {"footer", DO_BLOCK, 0},
    {"h1", DO_HEADING, 1},
    {"h2", DO_HEADING, 2},
    {"h3", DO_HEADING, 3},
    {"h4", DO_HEADING, 4},
    {"h5", DO_HEADING, 5},
    {"h6", DO_HEADING, 6},
    {"head", DO_HIDE, 0},
    {"header", DO_BLOCK, 0},
    {"hr", DO_RULE, 0},
    {"i", DO_STYLE, IBID_SPAN_EMPHASIS},
    {"iframe", DO_HIDE, 0},
    {"img", DO_PICTURE, 0},
    {"kbd", DO_STYLE, IBID_SPAN_CODE},
    {"li", DO_ITEM, 0},
    {"main", DO_BLOCK, 0},
    {"math", DO_HIDE, 0},
    {"object", DO_HIDE, 0},
    {"ol", DO_NUMBERED_LIST, 0},
    {"p", DO_BLOCK, 0},
    {"pre", DO_PLACE, IBID_MARKDOWN_IN_CODE},
    {"s", DO_STYLE, IBID_SPAN_STRIKE},
    {"samp", DO_STYLE, IBID_SPAN_CODE},
    {"script", DO_HIDE, 0},
    {"section", DO_BLOCK, 0},
    {"span", DO_SPAN, 0},
    {"strike", DO_STYLE, IBID_SPAN_STRIKE},
    {"strong", DO_STYLE, IBID_SPAN_STRONG},
    {"style", DO_HIDE, 0},
    {"sub", DO_STYLE, IBID_SPAN_SUBSCRIPT},
    {"summary", DO_BLOCK, 0},
    {"sup", DO_STYLE, IBID_SPAN_SUPERSCRIPT},
    {"svg", DO_HIDE, 0},
    {"table", DO_BLOCK, 0},
    {"td", DO_CELL, 0},
    {"template", DO_HIDE, 0},
    {"textarea", DO_HIDE, 0},
    {"th", DO_CELL, 0},
    {"tr", DO_PLACE, IBID_MARKDOWN_IN_ROW},
    {"tt", DO_STYLE, IBID_SPAN_CODE},
    {"ul", DO_LIST, 0},
    {"var", DO_STYLE, IBID_SPAN_EMPHASIS},
    {"video", DO_HIDE, 0},
};

struct _IbidMarkdownHtml {
  IbidMarkdownSource *source;
  IbidMarkdownWriter *writer;
  IbidMarkdownMarkFunc mark_func;
  gpointer user_data;
  char hidden[16]; /* name of the element that hides what is in it; empty for none */
  IbidMarkdownHints hints;
};

/* --- Hints --------------------------------------------------------------------------------- */

void
ibid_markdown_hints_clear (IbidMarkdownHints *self)
{
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->locator, g_free);
  g_clear_pointer (&self->kind, g_free);
  self->words = self->depth = self->number = -1;
}

static int
read_number (const IbidMarkdownTag *tag, const char *name)
{
  g_autofree char *text = ibid_markdown_tag_dup_attribute (tag, name);
  gint64 value = text != NULL ? g_ascii_strtoll (text, NULL, 10) : -1;

  return (int)CLAMP (value, -1, G_MAXINT);
}

gboolean
ibid_markdown_hints_read (IbidMarkdownHints *self, const char *html)
{
  IbidMarkdownTag tag;

  *self = (IbidMarkdownHints){.words = -1, .depth = -1, .number = -1};
  if (!g_str_has_prefix (html, "<span data-ibid-") || !ibid_markdown_tag_read (html, &tag))
    return FALSE;
  self->label = ibid_markdown_tag_dup_attribute (&tag, "data-ibid-label");
  self->locator = ibid_markdown_tag_dup_attribute (&tag, "data-ibid-locator");
  self->kind = ibid_markdown_tag_dup_attribute (&tag, "data-ibid-kind");
  self->words = read_number (&tag, "data-ibid-words");
  self->depth = read_number (&tag, "data-ibid-depth");
  self->number = read_number (&tag, "data-ibid-number");
  return TRUE;
}

IbidMarkdownHints
ibid_markdown_html_steal_hints (IbidMarkdownHtml *self)
{
  IbidMarkdownHints hints = self->hints;

  self->hints = (IbidMarkdownHints){.words = -1, .depth = -1, .number = -1};
  return hints;
}

static void
take_hints (IbidMarkdownHtml *self, const char *html)
{
  ibid_markdown_hints_clear (&self->hints);
  if (ibid_markdown_hints_read (&self->hints, html) && self->hints.kind != NULL)
    ibid_markdown_hints_clear (&self->hints); /* of the note, which was asked before */
  ibid_markdown_writer_set_item (self->writer, self->hints.depth, self->hints.number);
  if (g_str_has_prefix (html, "<span data-ibid-tab>"))
    ibid_markdown_writer_add_tab (self->writer);
  if (g_str_has_prefix (html, "<span data-ibid-on>"))
    ibid_markdown_writer_keep_blank (self->writer);
  if (g_str_has_prefix (html, "<span data-ibid-untitled>"))
    ibid_markdown_writer_add_untitled (self->writer);
}

/* --- Elements ------------------------------------------------------------------------------ */

IbidMarkdownHtml *
ibid_markdown_html_new (IbidMarkdownSource *source,
                        IbidMarkdownWriter *writer,
                        IbidMarkdownMarkFunc mark_func,
                        gpointer user_data)
{
  IbidMarkdownHtml *self = g_new0 (IbidMarkdownHtml, 1);

  self->source = source;
  self->writer = writer;
  self->mark_func = mark_func;
  self->user_data = user_data;
  ibid_markdown_hints_clear (&self->hints);
  return self;
}

void
ibid_markdown_html_free (IbidMarkdownHtml *self)
{
  if (self == NULL)
    return;
  ibid_markdown_hints_clear (&self->hints);
  g_free (self);
}

gboolean
ibid_markdown_html_is_hidden (IbidMarkdownHtml *self)
{
  return *self->hidden != '\0';
}

static int
compare_names (const void *name, const void *element)
{
  return strcmp (name, *(const char *const *)element);
}

static char *
dup_attribute (IbidMarkdownHtml *self, const IbidMarkdownTag *tag, const char *name)
{
  g_autofree char *value = ibid_markdown_tag_dup_attribute (tag, name);

  return value != NULL ? ibid_markdown_source_restore (self->source, value) : NULL;
}

static void
open_link (IbidMarkdownHtml *self, const IbidMarkdownTag *tag)
{
  g_autofree char *href = dup_attribute (self, tag, "href");
  g_autofree char *name = dup_attribute (self, tag, "name");

  if (name != NULL)
    ibid_draft_add_anchor (ibid_markdown_writer_get_draft (self->writer), name);
  if (href != NULL)
    g_strstrip (href);
  if (href == NULL || *href == '\0')
    ibid_markdown_writer_open (self->writer, "a", IBID_MARKDOWN_NO_STYLE);
  else
    ibid_markdown_writer_open_link (self->writer, "a", href);
}

static void
open_span (IbidMarkdownHtml *self, const IbidMarkdownTag *tag)
{
  g_autofree char *class = ibid_markdown_tag_dup_attribute (tag, "class");
  g_autofree char *style = ibid_markdown_tag_dup_attribute (tag, "style");
  gboolean is_small = (class != NULL && (strstr (class, "smallcaps") != NULL ||
                                         strstr (class, "small-caps") != NULL)) ||
                      (style != NULL && strstr (style, "small-caps") != NULL);

  take_hints (self, tag->start);
  ibid_markdown_writer_open (
      self->writer, "span", is_small ? (int)IBID_SPAN_SMALL_CAPS : IBID_MARKDOWN_NO_STYLE);
}

static void
write_picture (IbidMarkdownHtml *self, const IbidMarkdownTag *tag)
{
  g_autofree char *text = dup_attribute (self, tag, "alt");
  gboolean is_alone = !ibid_draft_is_in_block (ibid_markdown_writer_get_draft (self->writer));

  if (text == NULL)
    return;
  if (is_alone)
    ibid_markdown_writer_enter (self->writer, IBID_MARKDOWN_IN_CAPTION);
  ibid_markdown_writer_add_text (self->writer, text, -1);
  if (is_alone)
    ibid_markdown_writer_leave (self->writer, IBID_MARKDOWN_IN_CAPTION);
}

static void
open_list (IbidMarkdownHtml *self, const IbidMarkdownTag *tag, gboolean has_numbers)
{
  g_autofree char *start = has_numbers ? ibid_markdown_tag_dup_attribute (tag, "start") : NULL;
  int number = start != NULL ? (int)CLAMP (g_ascii_strtoll (start, NULL, 10), 0, G_MAXINT) : 1;

  ibid_markdown_writer_enter_list (self->writer, has_numbers ? number : -1);
}

static void
open_element (IbidMarkdownHtml *self, const IbidMarkdownTag *tag, Action action, int value)
{
  switch (action) {
  case DO_STYLE:
    if (value == IBID_SPAN_CODE && ibid_markdown_writer_is_in_code (self->writer))
      value = IBID_MARKDOWN_NO_STYLE;
    ibid_markdown_writer_open (self->writer, tag->name, value);
    break;
  case DO_LINK:
    open_link (self, tag);
    break;
  case DO_SPAN:
    open_span (self, tag);
    break;
  case DO_PLACE:
    ibid_markdown_writer_enter (self->writer, (IbidMarkdownPlace)value);
    break;
  case DO_BLOCK:
    ibid_markdown_writer_end_block (self->writer);
    break;
  case DO_HEADING:
    ibid_markdown_writer_set_heading (self->writer, (guint)value);
    break;
  case DO_LIST:
  case DO_NUMBERED_LIST:
    open_list (self, tag, action == DO_NUMBERED_LIST);
    break;
  case DO_ITEM:
    ibid_markdown_writer_begin_item (self->writer);
    break;
  case DO_CELL:
    ibid_markdown_writer_begin_cell (self->writer);
    break;
  case DO_BREAK:
    ibid_markdown_writer_add_break (self->writer);
    break;
  case DO_RULE:
    ibid_markdown_writer_end_block (self->writer);
    ibid_draft_add_rule (ibid_markdown_writer_get_draft (self->writer));
    break;
  case DO_PICTURE:
    write_picture (self, tag);
    break;
  case DO_HIDE:
    if (tag->end[-2] != '/')
      g_strlcpy (self->hidden, tag->name, sizeof (self->hidden));
    break;
  default:
    break;
  }
}

static void
close_element (IbidMarkdownHtml *self, const IbidMarkdownTag *tag, Action action, int value)
{
  switch (action) {
  case DO_STYLE:
  case DO_LINK:
  case DO_SPAN:
    ibid_markdown_writer_close (self->writer, tag->name);
    break;
  case DO_PLACE:
    ibid_markdown_writer_leave (self->writer, (IbidMarkdownPlace)value);
    break;
  case DO_BLOCK:
    ibid_markdown_writer_end_block (self->writer);
    break;
  case DO_HEADING:
    ibid_markdown_writer_set_heading (self->writer, 0);
    break;
  case DO_LIST:
  case DO_NUMBERED_LIST:
    ibid_markdown_writer_leave_list (self->writer);
    break;
  case DO_ITEM:
    ibid_markdown_writer_end_block (self->writer);
    break;
  default:
    break;
  }
}

static void
write_tag (IbidMarkdownHtml *self, const IbidMarkdownTag *tag)
{
  const void *found = bsearch (
      tag->name, elements, G_N_ELEMENTS (elements), sizeof (*elements), compare_names);
  gsize index = found != NULL
                    ? (gsize)((const char *)found - (const char *)elements) / sizeof (*elements)
                    : 0;
  g_autofree char *id = NULL;

  if (*self->hidden != '\0') {
    if (tag->is_closing && g_str_equal (tag->name, self->hidden))
      *self->hidden = '\0';
    return;
  }
  if (tag->is_closing) {
    if (found != NULL)
      close_element (self, tag, elements[index].action, elements[index].value);
    return;
  }
  if (found != NULL)
    open_element (self, tag, elements[index].action, elements[index].value);
  id = dup_attribute (self, tag, "id");
  if (id != NULL)
    ibid_draft_add_anchor (ibid_markdown_writer_get_draft (self->writer), id);
}

static void
write_text (IbidMarkdownHtml *self, const char *text, gsize length)
{
  g_autofree char *plain = NULL;

  if (length == 0 || *self->hidden != '\0')
    return;
  plain = ibid_markdown_tag_unescape (text, length);
  ibid_markdown_writer_add_text (self->writer, plain, -1);
}

void
ibid_markdown_html_write (IbidMarkdownHtml *self, const char *html)
{
  const char *text = html;
  gboolean has_end = TRUE; /* without a ">" no tag ends */

  for (const char *p = html; *p != '\0';) {
    IbidMarkdownTag tag;
    gsize length;
    const IbidMarkdownMark *mark;

    if (*p != '<' && *p != '[' && *p != '\x1a') {
      p++;
      continue;
    }
    mark = ibid_markdown_source_at (self->source, p, &length);
    if (mark != NULL) {
      write_text (self, text, (gsize)(p - text));
      if (*self->hidden == '\0')
        self->mark_func (mark, self->user_data);
      p += length;
      text = p;
    } else if (*p == '<' && has_end && ibid_markdown_tag_read (p, &tag)) {
      write_text (self, text, (gsize)(p - text));
      write_tag (self, &tag);
      p = text = tag.end;
    } else {
      has_end = has_end && (*p != '<' || !g_ascii_isalpha (p[1]));
      p++;
    }
  }
  write_text (self, text, strlen (text));
}
