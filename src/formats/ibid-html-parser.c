/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-parser.h"

#include "formats/ibid-html-tree.h"
#include "formats/ibid-import-error.h"
#include "formats/ibid-limits.h"
#include "formats/ibid-text-decoder.h"

#include <glib/gi18n.h>
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
  const char *data = g_bytes_get_data (text, &size);
  xmlDoc *document;

  if (!ibid_xml_check_size (text, error))
    return NULL;
  document = size < G_MAXINT ? ibid_html_tree_build (data, size, MAX_DEPTH) : NULL;
  if (document == NULL)
    set_empty_error (error);
  return document;
}
