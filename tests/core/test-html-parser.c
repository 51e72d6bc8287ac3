/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-parser.h"
#include "formats/ibid-import-error.h"
#include "formats/ibid-limits.h"

#include <string.h>

#define BYTES(string) string, sizeof (string) - 1

static const struct {
  const char *name;
  const char *bytes;
  gsize size;
  const char *text;
} encodings[] = {
    {"utf-8", BYTES ("<p>\xc3\xa9"), "<p>é"},
    {"mark", BYTES ("\xef\xbb\xbf<p>\xc3\xa9"), "<p>é"},
    {"utf-16", BYTES ("\xff\xfe<\0p\0>\0\xe9\0"), "<p>é"},
    {"latin-1-means-windows",
     BYTES ("<meta charset=iso-8859-1><p>\x93\xe9"),
     "<meta charset=iso-8859-1><p>“é"},
    {"says-nothing", BYTES ("<p>\xe9 caf\xe9"), "<p>é café"},
    {"latin-2",
     BYTES ("<meta charset=\"ISO-8859-2\"><p>\xb1"),
     "<meta charset=\"ISO-8859-2\"><p>ą"},
    {"http-equiv",
     BYTES ("<meta http-equiv=Content-Type content='text/html; charset=koi8-r'><p>\xc1"),
     "<meta http-equiv=Content-Type content='text/html; charset=koi8-r'><p>а"},
    {"xml",
     BYTES ("<?xml version='1.0' encoding='windows-1251'?><p>\xe0"),
     "<?xml version='1.0' encoding='windows-1251'?><p>а"},
    {"says-wrong", BYTES ("<meta charset=koi8-r><p>\xc3\xa9"), "<meta charset=koi8-r><p>é"},
    {"unknown", BYTES ("<meta charset=x-nothing><p>\xe9"), "<meta charset=x-nothing><p>é"},
};

static void
test_encodings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (encodings[i].bytes, encodings[i].size);
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) text = ibid_html_decode (bytes, &error);
    g_autofree char *found = NULL;

    g_test_message ("%s", encodings[i].name);
    g_assert_no_error (error);
    found = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
    g_assert_cmpstr (found, ==, encodings[i].text);
  }
}

static xmlDoc *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  xmlDoc *tree = ibid_html_parse (bytes, &error);

  g_assert_no_error (error);
  return tree;
}

static guint
get_depth (const xmlNode *node)
{
  guint depth = 0;

  for (const xmlNode *next = node; next != NULL; next = next->children)
    depth++;
  return depth;
}

/* `open` many times, then `close` many times; all of `text`, which stands between, stays. */
static void
check_deep (const char *open, const char *close)
{
  GString *page = g_string_new ("<body>");
  g_autofree char *found = NULL;
  g_autoptr (xmlDoc) tree = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append (page, open);
  g_string_append (page, "text");
  for (guint i = 0; i < 300000; i++)
    g_string_append (page, close);
  g_string_append (page, "<p>after");
  tree = parse (page->str);
  g_assert_cmpuint (get_depth (xmlDocGetRootElement (tree)), <=, IBID_MAX_XML_DEPTH);
  found = ibid_xml_dup_text (xmlDocGetRootElement (tree));
  g_assert_cmpstr (found, ==, "textafter");
  g_string_free (page, TRUE);
}

static void
test_deep (void)
{
  check_deep ("<div>", "</div>");
  check_deep ("<b>", "</i>");
  check_deep ("<i>", "<body>");
  check_deep ("<ul><li>", "</p>");
}

/* Two hundred thousand attributes would take minutes; those after the first few hundred go. */
static void
test_attributes (void)
{
  GString *page = g_string_new ("<p id=first ");
  g_autoptr (xmlDoc) tree = NULL;
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;
  xmlNode *paragraph;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (page, "a%u=\"<%u>\" ", i, i);
  g_string_append (page, ">text</p>");
  tree = parse (page->str);
  paragraph = ibid_xml_find_descendant (xmlDocGetRootElement (tree), "p");
  id = ibid_xml_dup_attribute (paragraph, "id");
  text = ibid_xml_dup_text (paragraph);
  g_assert_cmpstr (id, ==, "first");
  g_assert_cmpstr (text, ==, "text");
  g_string_free (page, TRUE);
}

/* What looks like markup in scripts is none; Word's conditions are comments. */
static void
test_mended (void)
{
  g_autoptr (xmlDoc)
      tree = parse ("<script>if (a<b && c>d) { x = '<p'; }</script><p>one<![if !supportFootnotes]>"
                    "two<![endif]>three<style>a<b{}</style>");
  g_autofree char *text = ibid_xml_dup_text (
      ibid_xml_find_descendant (xmlDocGetRootElement (tree), "p"));

  g_assert_true (g_str_has_prefix (text, "onetwothree"));
}

static void
test_empty (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (" ", 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (ibid_html_decode (bytes, &error));
  g_assert_error (error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_EMPTY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/formats/html/parser/encodings", test_encodings);
  g_test_add_func ("/formats/html/parser/deep", test_deep);
  g_test_add_func ("/formats/html/parser/attributes", test_attributes);
  g_test_add_func ("/formats/html/parser/mended", test_mended);
  g_test_add_func ("/formats/html/parser/empty", test_empty);
  return g_test_run ();
}
