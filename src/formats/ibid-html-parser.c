/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-parser.h"

#include "formats/ibid-import-error.h"
#include "formats/ibid-limits.h"
#include "formats/ibid-text-decoder.h"
#include "formats/ibid-xml.h"

#include <glib/gi18n.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <string.h>

/* An encoding is named within so many bytes. */
#define HEAD_BYTES 4096u

/* The HTML tree may be this deep: the rest of the limit is for what stands around the body. */
#define MAX_DEPTH (IBID_MAX_XML_DEPTH - 8)

/* --- Encoding ------------------------------------------------------------------------------ */

/* What the page says: charset="…" in a meta element, or encoding="…". Free with g_free(). */
static char *
find_declared (const char *data, gsize size)
{
  static const char *const names[] = {"charset", "encoding"};
  g_autofree char *head = g_strndup (data, MIN (size, HEAD_BYTES));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *lower = g_ascii_strdown (head, -1);
    const char *p = strstr (lower, names[i]);

    while (p != NULL) {
      const char *value = p + strlen (names[i]);

      value += strspn (value, " \t\r\n");
      if (*value == '=') {
        value++;
        value += strspn (value, " \t\r\n\"'");
        if (g_ascii_isalnum (*value))
          return g_strndup (value, strcspn (value, " \t\r\n\"'/>;?"));
      }
      p = strstr (p + 1, names[i]);
    }
  }
  return NULL;
}

/* Latin-1 is read as Windows-1252, as every browser does; the decoder does that by itself. */
static gboolean
is_plain_encoding (const char *name)
{
  static const char *const plain[] = {
      "utf-8", "utf8", "iso-8859-1", "latin1", "latin-1", "windows-1252", "cp1252", "us-ascii"};

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (strcmp (name, plain[i]) == 0)
      return TRUE;
  return g_str_has_prefix (name, "utf-16") || g_str_has_prefix (name, "unicode");
}

GBytes *
ibid_html_decode (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *declared = size > 0 ? find_declared (data, size) : NULL;
  gboolean shifts = declared != NULL && g_str_has_prefix (declared, "iso-2022");

  if (declared != NULL && !is_plain_encoding (declared) &&
      (shifts || !g_utf8_validate_len (data, size, NULL))) {
    gsize length;
    char *text = g_convert_with_fallback (
        data, (gssize)size, "UTF-8", declared, "\357\277\275", NULL, &length, NULL);

    if (text != NULL) {
      g_autoptr (GBytes) converted = g_bytes_new_take (text, length);

      return ibid_text_decode (converted, error);
    }
  }
  return ibid_text_decode (bytes, error);
}

/* --- Parsing ------------------------------------------------------------------------------- */

/* The parser takes time for every attribute with every other one of its element, so that elements
 * with more than these lose the rest. */
#define MAX_ATTRIBUTES 500u

/* The end of what `p`, behind "<script", does not show as markup. */
static const char *
skip_raw (const char *p, const char *end, const char *name)
{
  gsize length = strlen (name);

  while ((p = memchr (p, '<', (gsize)(end - p))) != NULL) {
    if ((gsize)(end - p) > length + 2 && p[1] == '/' &&
        g_ascii_strncasecmp (p + 2, name, length) == 0)
      return p;
    p++;
  }
  return end;
}

/* Follows a tag from behind its '<'. Returns where its attributes get too many, or NULL; `*close`
 * becomes where it ends, which may be the end of the text. */
static const char *
find_excess (const char *p, const char *end, const char **close)
{
  const char *excess = NULL;
  guint n = 0;
  gboolean in_blank = FALSE;

  for (; p < end && *p != '>' && *p != '<'; p++) {
    if (*p == '"' || *p == '\'') {
      const char *quote = memchr (p + 1, *p, (gsize)(end - p - 1));

      p = quote != NULL ? quote : end - 1;
      in_blank = TRUE;
    } else if (g_ascii_isspace (*p) || *p == '/') {
      in_blank = TRUE;
    } else if (in_blank) {
      in_blank = FALSE;
      if (++n == MAX_ATTRIBUTES)
        excess = p;
    }
  }
  *close = p;
  return excess;
}

/* "<![if !supportFootnotes]>", as Word writes it around markers, is a comment in HTML; libxml2
 * takes it for text. Returns its end, or NULL when it is none. */
static const char *
find_condition_end (const char *p, const char *end)
{
  if (end - p < 8 || strncmp (p, "![", 2) != 0 ||
      (strncmp (p + 2, "if", 2) != 0 && strncmp (p + 2, "endif", 5) != 0))
    return NULL;
  p = memchr (p, '>', (gsize)(end - p));
  return p != NULL ? p + 1 : NULL;
}

typedef struct {
  const char *data;
  gsize size;
  char *copy; /* NULL as long as nothing is different in it */
} Mended;

/* Where `p`, of the original, is in the copy. */
static char *
get_copy (Mended *self, const char *p)
{
  if (self->copy == NULL)
    self->copy = g_memdup2 (self->data, self->size);
  return self->copy + (p - self->data);
}

/* Follows a tag from behind its '<'; returns where to go on. */
static const char *
mend_tag (Mended *self, const char *p)
{
  const char *end = self->data + self->size;
  const char *close;
  const char *excess = find_excess (p, end, &close);

  if (excess != NULL && close < end)
    memset (get_copy (self, excess), ' ', (gsize)(close - excess));
  if (g_ascii_strncasecmp (p, "script", 6) == 0)
    return skip_raw (close, end, "script");
  if (g_ascii_strncasecmp (p, "style", 5) == 0)
    return skip_raw (close, end, "style");
  return close;
}

/* Gets what libxml2 is slow at, or wrong about, out of the way; nothing changes its place. */
static GBytes *
mend (GBytes *text)
{
  Mended self = {0};
  const char *end;
  const char *p;

  self.data = p = g_bytes_get_data (text, &self.size);
  end = p + self.size;
  while (p < end && (p = memchr (p, '<', (gsize)(end - p))) != NULL && ++p < end) {
    const char *condition = *p == '!' ? find_condition_end (p, end) : NULL;

    if (condition != NULL) {
      char *copy = get_copy (&self, p);

      memset (copy, '-', (gsize)(condition - p));
      *copy = '!';
      copy[condition - p - 1] = '>';
      memset (copy + 3, 'x', (gsize)(condition - p) - 6);
      p = condition;
    } else if (g_ascii_isalpha (*p)) {
      p = mend_tag (&self, p);
    }
  }
  return self.copy != NULL ? g_bytes_new_take (self.copy, self.size) : g_bytes_ref (text);
}

/* An element that would stand too deep is no part of the tree; and the parser forgets its name at
 * once, for it looks through all open ones at every end tag. */
static void
start_element_cb (void *data, const xmlChar *name, const xmlChar **attributes)
{
  xmlParserCtxt *context = data;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  context->loadsubset |= XML_SKIP_IDS; /* nobody asks for its table, slow when it is large */
  if (context->nodeNr >= (int)MAX_DEPTH && context->nameNr > 1) {
    context->nameNr--;
    context->name = context->nameTab[context->nameNr - 1];
    return;
  }
  G_GNUC_END_IGNORE_DEPRECATIONS
  xmlSAX2StartElement (context, name, attributes);
}

static void
set_empty_error (GError **error)
{
  g_set_error_literal (
      error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_EMPTY, _ ("there is no text in it"));
}

xmlDoc *
ibid_html_parse (GBytes *text, GError **error)
{
  gsize size;
  g_autoptr (GBytes) parsed = mend (text);
  const char *data = g_bytes_get_data (parsed, &size);
  htmlParserCtxt *context;
  xmlDoc *document;

  if (size == 0 || size > G_MAXINT) {
    set_empty_error (error);
    return NULL;
  }
  if (!ibid_xml_check_size (parsed, error))
    return NULL;
  context = htmlNewParserCtxt ();
  context->sax->startElement = start_element_cb;
  document = htmlCtxtReadMemory (context,
                                 data,
                                 (int)size,
                                 NULL,
                                 "UTF-8",
                                 HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                     HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC);
  htmlFreeParserCtxt (context);
  if (document == NULL || xmlDocGetRootElement (document) == NULL) {
    g_clear_pointer (&document, xmlFreeDoc);
    set_empty_error (error);
  }
  return document;
}
