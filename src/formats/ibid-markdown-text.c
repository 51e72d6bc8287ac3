/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-markdown-text.h"

#include "formats/ibid-export-spans.h"

#include <string.h>

/* How a span was opened. */
typedef struct {
  const char *close;
  guint start; /* of the span, code points */
  guint end;
  gboolean is_marks; /* with asterisks or tildes */
} Opened;

typedef struct {
  GString *out;
  IbidPassage *passage;
  IbidMarkdownTextForm form;
  const char *indent;
  IbidMarkdownLabels *labels;
  GArray *opened;         /* Opened */
  char *link;             /* address of the open link; NULL for none */
  gboolean is_line_start; /* but for signs of containers */
  gboolean is_number;     /* nothing but digits since */
  gboolean is_behind_marker;
  gboolean is_raw; /* within backticks, or an address */
  guint at;        /* code points written */
} Text;

/* --- Attributes ------------------------------------------------------------------------------ */

static void
append_entity (GString *out, char c)
{
  g_string_append_printf (out, "&#%u;", (guint)(guint8)c);
}

void
ibid_markdown_text_append_attribute (GString *out, const char *name, const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  for (const char *p = value; *p != '\0'; p++) {
    if ((*p & 0x80) != 0 || g_ascii_isalnum (*p) || strchr (" .,:/_", *p) != NULL)
      g_string_append_c (out, *p);
    else
      append_entity (out, *p);
  }
  g_string_append_c (out, '"');
}

/* --- Text ----------------------------------------------------------------------------------- */

static gboolean
ends_with (const GString *out, const char *word)
{
  gsize length = strlen (word);

  return out->len >= length && memcmp (out->str + out->len - length, word, length) == 0;
}

/* Addresses that are no links in the text must not become any. */
static gboolean
begins_address (Text *self, const char *p, const char *end)
{
  const GString *out = self->out;
  char last = out->len > 0 ? out->str[out->len - 1] : ' ';

  switch (*p) {
  case ':':
    return end - p > 2 && p[1] == '/' && p[2] == '/' && g_ascii_isalpha (last);
  case '.':
    return ends_with (out, "www") || ends_with (out, "WWW");
  case '@':
    return self->link == NULL && end - p > 1 && (g_ascii_isalnum (last) || strchr (".-_+", last));
  default:
    return FALSE;
  }
}

static gboolean
needs_escape (Text *self, const char *p, const char *end)
{
  char next = p + 1 < end ? p[1] : '\0';

  if (strchr ("\\`*_[]<~{|", *p) != NULL)
    return TRUE;
  if (*p == '&')
    return next == '\0' || g_ascii_isalnum (next) || next == '#';
  if (*p == '^')
    return next == '\0' || self->is_line_start ||
           (ends_with (self->out, "[") && !ends_with (self->out, "\\["));
  if (*p == '!')
    return next == '\0'; /* a bracket of ours may follow; those of the text are escaped */
  if (*p == '#')
    return self->is_line_start || self->form == IBID_MARKDOWN_TEXT_HEADING;
  if (*p == '.' || *p == ')')
    return (self->is_number && !self->is_line_start) || begins_address (self, p, end);
  if (self->is_line_start && strchr (">+-=%:^", *p) != NULL)
    return TRUE;
  if (self->is_behind_marker && strchr (":(", *p) != NULL)
    return TRUE;
  return begins_address (self, p, end);
}

static void
append_break (Text *self)
{
  GString *out = self->out;

  if (self->form == IBID_MARKDOWN_TEXT_HEADING || self->form == IBID_MARKDOWN_TEXT_ROW)
    g_string_append (out, "<br>");
  else if (self->form == IBID_MARKDOWN_TEXT_NOTE && self->opened->len == 0)
    g_string_append_printf (out, "\n\n%s", self->indent);
  else
    g_string_append_printf (out,
                            "%s\n%s%s",
                            self->form == IBID_MARKDOWN_TEXT_VERSE ? "" : "\\",
                            self->indent,
                            self->form == IBID_MARKDOWN_TEXT_VERSE ? "| " : "");
  self->is_line_start = TRUE;
  self->is_number = TRUE;
}

static void
append_html (Text *self, const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p++) {
    if ((*p & 0x80) != 0 || g_ascii_isalnum (*p) || strchr (" \n\t.,;!?)/+='\"", *p) != NULL)
      g_string_append_c (self->out, *p);
    else
      append_entity (self->out, *p);
  }
}

static void
append_character (Text *self, const char *p, const char *end)
{
  GString *out = self->out;

  if (*p == '\t' && self->form == IBID_MARKDOWN_TEXT_ROW) {
    g_string_append (out, " | ");
    self->is_line_start = FALSE;
    return;
  }
  if (*p == '\t') {
    g_string_append (out, " <span data-ibid-tab></span> ");
    return;
  }
  if (*p == '@' && begins_address (self, p, end)) {
    g_string_append (out, "<!-- -->@");
    return;
  }
  if (needs_escape (self, p, end))
    g_string_append_c (out, '\\');
  g_string_append_c (out, *p);
  self->is_number = self->is_number && g_ascii_isdigit (*p);
  self->is_line_start = FALSE;
  self->is_behind_marker = FALSE;
}

static void
text_cb (const char *text, gsize length, gpointer user_data)
{
  Text *self = user_data;
  const char *end = text + length;

  self->at += (guint)g_utf8_strlen (text, (gssize)length);
  if (self->is_raw) {
    g_string_append_len (self->out, text, (gssize)length);
  } else if (self->form == IBID_MARKDOWN_TEXT_CODE) {
    append_html (self, text, length);
  } else {
    for (const char *p = text; p < end; p++) {
      if (*p == '\n')
        append_break (self);
      else
        append_character (self, p, end);
    }
  }
}

/* --- Spans ---------------------------------------------------------------------------------- */

/* A blank for what is beyond either end. */
static gunichar
get_character (Text *self, guint at)
{
  return at < ibid_passage_get_length (self->passage)
             ? g_utf8_get_char (ibid_passage_get_pointer (self->passage, at))
             : ' ';
}

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == '\n';
}

/* Blanks and signs that every reader of Markdown takes for such. */
static gboolean
is_outside (gunichar c)
{
  return c < 0x80 ? !g_ascii_isalnum ((char)c) : c >= 0x2010 && c <= 0x2027;
}

/* Marks touch a letter or digit, or a sign that has a blank on the other side. */
static gboolean
can_touch (Text *self, gunichar inside, guint outside)
{
  gunichar c = get_character (self, outside);

  if (g_unichar_isalnum (inside))
    return is_outside (c);
  return is_outside (inside) && !g_unichar_isspace (inside) && is_blank (c);
}

/* Whether asterisks or tildes at both ends can only be meant as they are. */
static gboolean
can_have_marks (Text *self, const IbidExportSpan *span)
{
  if (self->form == IBID_MARKDOWN_TEXT_CODE ||
      !can_touch (self, get_character (self, span->start), span->start - 1) ||
      !can_touch (self, get_character (self, span->end - 1), span->end))
    return FALSE;
  for (guint i = 0; i < self->opened->len; i++) {
    const Opened *outer = &g_array_index (self->opened, Opened, i);

    if (outer->is_marks && (outer->start == span->start || outer->end == span->end))
      return FALSE;
  }
  return TRUE;
}

/* The backticks for code, one more than are in it; NULL when it needs a tag. */
static const char *
find_backticks (Text *self, const IbidExportSpan *span)
{
  static const char *const fences[] = {"`", "``", "```"};
  g_autofree char *code = ibid_passage_dup_slice (self->passage, span->start, span->end);
  gsize length = strlen (code);

  if (!span->is_leaf || self->form == IBID_MARKDOWN_TEXT_CODE || ends_with (self->out, "`") ||
      strpbrk (code, "\n|") != NULL || strchr ("` ", code[0]) != NULL ||
      strchr ("` ", code[length - 1]) != NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (fences); i++)
    if (strstr (code, fences[i]) == NULL)
      return fences[i];
  return NULL;
}

static gboolean
is_plain_address (const char *href)
{
  return *href != '\0' && href[strspn (href,
                                       "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                       "0123456789:/.-_~?=%#+,@!;")] == '\0';
}

/* Whether the text of a link is where it leads. */
static gboolean
is_bare (Text *self, const IbidExportSpan *span)
{
  g_autofree char *text = NULL;

  if (!span->is_leaf || self->form == IBID_MARKDOWN_TEXT_CODE || !is_plain_address (span->href) ||
      (!g_str_has_prefix (span->href, "http://") && !g_str_has_prefix (span->href, "https://")))
    return FALSE;
  text = ibid_passage_dup_slice (self->passage, span->start, span->end);
  return strcmp (text, span->href) == 0;
}

static void
append_address (GString *out, const char *href)
{
  if (is_plain_address (href)) {
    g_string_append (out, href);
    return;
  }
  g_string_append_c (out, '<');
  for (const char *p = href; *p != '\0'; p++) {
    if (strchr ("\\<>|", *p) != NULL)
      g_string_append_c (out, '\\');
    if (g_ascii_iscntrl (*p) || *p == '&') /* entities are undone before backslashes are */
      append_entity (out, *p);
    else
      g_string_append_c (out, *p);
  }
  g_string_append_c (out, '>');
}

static void
open_link (Text *self, const IbidExportSpan *span)
{
  if (self->form == IBID_MARKDOWN_TEXT_CODE) {
    g_string_append (self->out, "<a");
    ibid_markdown_text_append_attribute (self->out, "href", span->href);
    g_string_append_c (self->out, '>');
    return;
  }
  g_string_append_c (self->out, '[');
  self->link = g_strdup (span->href);
}

static void
open_cb (const IbidExportSpan *span, gpointer user_data)
{
  Text *self = user_data;
  static const char *const marks[] = {
      [IBID_SPAN_EMPHASIS] = "*", [IBID_SPAN_STRONG] = "**", [IBID_SPAN_STRIKE] = "~~"};
  Opened opened = {NULL, span->start, span->end, FALSE};
  const char *open = ibid_export_spans_get_tags (span->style, &opened.close);

  if (span->style < G_N_ELEMENTS (marks) && marks[span->style] != NULL &&
      can_have_marks (self, span)) {
    opened.is_marks = TRUE;
    opened.close = open = marks[span->style];
  } else if (span->style == IBID_SPAN_CODE && find_backticks (self, span) != NULL) {
    opened.close = open = find_backticks (self, span);
    self->is_raw = TRUE;
  } else if (span->style == IBID_SPAN_LINK && is_bare (self, span)) {
    open = "<";
    opened.close = ">";
    self->is_raw = TRUE;
  } else if (span->style == IBID_SPAN_LINK) {
    open_link (self, span);
  }
  g_string_append (self->out, open);
  if (span->goes_on && self->form != IBID_MARKDOWN_TEXT_CODE &&
      is_blank (get_character (self, span->start)))
    g_string_append (self->out, "<span data-ibid-on></span>");
  self->is_line_start = FALSE;
  self->is_number = FALSE;
  self->is_behind_marker = FALSE;
  g_array_append_val (self->opened, opened);
}

/* A style that goes on in another piece has the blank at the end of this one. Of several that end
 * here the first does it for all. */
static void
keep_last_blank (Text *self, const IbidExportSpan *span)
{
  gunichar last = get_character (self, span->end - 1);
  g_autofree char *written = NULL;

  if (last == ' ')
    written = g_strdup (" ");
  else if (last == '\n' &&
           (self->form == IBID_MARKDOWN_TEXT_HEADING || self->form == IBID_MARKDOWN_TEXT_ROW))
    written = g_strdup ("<br>");
  else if (last == '\n' && self->form != IBID_MARKDOWN_TEXT_VERSE)
    written = g_strconcat ("\\\n", self->indent, NULL);
  if (written != NULL && ends_with (self->out, written))
    g_string_insert (
        self->out, (gssize)(self->out->len - strlen (written)), "<span data-ibid-on></span>");
}

static void
close_cb (const IbidExportSpan *span, gpointer user_data)
{
  Text *self = user_data;
  const Opened *opened = &g_array_index (self->opened, Opened, self->opened->len - 1);

  if (span->is_cut && self->form != IBID_MARKDOWN_TEXT_CODE)
    keep_last_blank (self, span);
  if (span->style == IBID_SPAN_LINK && self->link != NULL) {
    g_string_append (self->out, "](");
    append_address (self->out, self->link);
    g_string_append_c (self->out, ')');
    g_clear_pointer (&self->link, g_free);
  } else {
    g_string_append (self->out, opened->close);
  }
  self->is_raw = FALSE;
  g_array_set_size (self->opened, self->opened->len - 1);
}

/* --- Markers -------------------------------------------------------------------------------- */

static void
append_hints (Text *self, IbidNote *note, const char *name)
{
  guint at = ibid_note_get_at (note);
  guint length = MIN (ibid_note_get_length (note), at);
  GString *out = self->out;

  g_string_append (out, "<span");
  if (strcmp (ibid_note_get_label (note), name) != 0)
    ibid_markdown_text_append_attribute (out, "data-ibid-label", ibid_note_get_label (note));
  if (length > 0) {
    g_autofree char *words = ibid_passage_dup_slice (self->passage, at - length, at);
    g_autofree char *n_bytes = g_strdup_printf ("%zu", strlen (words));

    ibid_markdown_text_append_attribute (out, "data-ibid-words", n_bytes);
  }
  if (ibid_note_get_locator (note) != NULL)
    ibid_markdown_text_append_attribute (out, "data-ibid-locator", ibid_note_get_locator (note));
  g_string_append (out, "></span>");
}

static void
note_cb (IbidNote *note, gpointer user_data)
{
  Text *self = user_data;
  const char *name = ibid_markdown_labels_get_of_note (self->labels, note);

  if (strcmp (ibid_note_get_label (note), name) != 0 || ibid_note_get_length (note) > 0 ||
      ibid_note_get_locator (note) != NULL)
    append_hints (self, note, name);
  g_string_append_printf (self->out, "[^%s]", name);
  self->is_line_start = FALSE;
  self->is_number = FALSE;
  self->is_behind_marker = TRUE;
}

void
ibid_markdown_text_append (GString *out,
                           IbidPassage *passage,
                           IbidMarkdownTextForm form,
                           const char *indent,
                           IbidMarkdownLabels *labels)
{
  static const IbidExportVisitor visitor = {text_cb, open_cb, close_cb, note_cb};
  g_autoptr (GArray) opened = g_array_new (FALSE, FALSE, sizeof (Opened));
  Text self = {.out = out,
               .passage = passage,
               .form = form,
               .indent = indent,
               .labels = labels,
               .opened = opened,
               .is_line_start = TRUE,
               .is_number = TRUE};

  ibid_export_spans_visit (passage, form == IBID_MARKDOWN_TEXT_ROW ? "\t" : "", &visitor, &self);
}
