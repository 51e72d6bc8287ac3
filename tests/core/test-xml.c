/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-import-error.h"
#include "formats/ibid-limits.h"
#include "formats/ibid-xml.h"

#include <string.h>

static xmlDoc *
parse (const char *text, gssize size, gboolean is_lenient, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size < 0 ? strlen (text) : (gsize)size);

  return ibid_xml_parse (bytes, is_lenient, error);
}

static char *
dup_text (const char *text, gboolean is_lenient)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) document = parse (text, -1, is_lenient, &error);

  g_assert_no_error (error);
  return ibid_xml_dup_text (xmlDocGetRootElement (document));
}

static void
assert_text (const char *xml, const char *expected)
{
  g_autofree char *text = dup_text (xml, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_fails (const char *xml, gboolean is_lenient, int code, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) document = parse (xml, -1, is_lenient, &error);

  g_assert_null (document);
  g_assert_error (error, IBID_IMPORT_ERROR, code);
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_text (void)
{
  assert_text ("<a>  one <b>two</b>\n three<![CDATA[ & four ]]><!-- no --></a>",
               "one two three & four");
  assert_text ("<a>&amp;&lt;&#233;&#x2014;</a>", "&<é—");
  assert_text ("<?xml version='1.0' encoding='windows-1251'?><a>\xcf\xf0\xe8</a>", "При");
  assert_text ("<?xml version='1.0' encoding='ISO-8859-1'?><a>\xe9</a>", "é");
  assert_text ("\xef\xbb\xbf<a>é</a>", "é");
}

static void
test_utf16 (void)
{
  static const char text[] = "\xff\xfe<\0a\0>\0\xe9\0<\0/\0a\0>\0";
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) document = parse (text, sizeof text - 1, FALSE, &error);
  g_autofree char *inside = NULL;

  g_assert_no_error (error);
  inside = ibid_xml_dup_text (xmlDocGetRootElement (document));
  g_assert_cmpstr (inside, ==, "é");
}

static void
test_html_entities (void)
{
  static const char *const heads[] = {
      "",
      "<!DOCTYPE html>",
      "<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.1//EN' "
      "'http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd'>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++) {
    g_autofree char *xml = g_strconcat (
        heads[i], "<a title='&eacute;'>x&nbsp;y&mdash;&hellip;&eacute;&nbsp;</a>", NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (xmlDoc) document = parse (xml, -1, FALSE, &error);
    g_autofree char *text = NULL;
    g_autofree char *title = NULL;

    g_assert_no_error (error);
    text = ibid_xml_dup_text (xmlDocGetRootElement (document));
    g_assert_cmpstr (text, ==, "x\302\240y—…é\302\240");
    title = ibid_xml_dup_attribute (xmlDocGetRootElement (document), "title");
    g_assert_cmpstr (title, ==, "é");
  }
  assert_fails ("<a>&nosuchthing;</a>", FALSE, IBID_IMPORT_ERROR_INVALID, "nosuchthing");
}

static void
test_own_entities (void)
{
  static const char xml[] = "<!DOCTYPE a [<!ENTITY who 'somebody'>]><a to='For &who;, &amp; "
                            "&#233;'>It is &who;, &amp; &#233;.</a>";
  g_autoptr (xmlDoc) document = parse (xml, -1, FALSE, NULL);
  g_autofree char *to = ibid_xml_dup_attribute (xmlDocGetRootElement (document), "to");

  assert_text (xml, "It is somebody, & é.");
  g_assert_cmpstr (to, ==, "For somebody, & é");
}

/* Nothing outside the file is read: the file that they name says "secret". */
static void
test_external_entities (void)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "secret.txt", NULL);
  static const char *const forms[] = {
      "<!DOCTYPE a [<!ENTITY x SYSTEM 'file://%s'>]><a>&x;</a>",
      "<!DOCTYPE a [<!ENTITY %% p SYSTEM 'file://%s'> %%p;]><a/>",
      "<!DOCTYPE a SYSTEM 'file://%s'><a/>",
      "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='%s' parse='text'/></a>",
  };

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_assert_true (g_file_set_contents (path, "secret", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    for (guint lenient = 0; lenient < 2; lenient++) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_autofree char *xml = g_strdup_printf (forms[i], path);
#pragma GCC diagnostic pop
      g_autoptr (xmlDoc) document = parse (xml, -1, lenient, NULL);
      g_autofree char *text = document != NULL ? ibid_xml_dup_text (xmlDocGetRootElement (document))
                                               : g_strdup ("");

      g_assert_null (strstr (text, "secret"));
    }
}

/* Each a way to make much of little; all must end soon, with little. */
static void
test_entity_bombs (void)
{
  GString *laughs = g_string_new ("<!DOCTYPE a [<!ENTITY e0 'ha'>");
  GString *many = g_string_new ("<!DOCTYPE a [<!ENTITY e '");

  for (guint i = 1; i < 12; i++)
    g_string_append_printf (laughs,
                            "<!ENTITY e%u '&e%u;&e%u;&e%u;&e%u;&e%u;&e%u;&e%u;&e%u;'>",
                            i,
                            i - 1,
                            i - 1,
                            i - 1,
                            i - 1,
                            i - 1,
                            i - 1,
                            i - 1,
                            i - 1);
  g_string_append (laughs, "]><a>&e11;</a>");
  for (guint i = 0; i < 250; i++)
    g_string_append_c (many, 'x');
  g_string_append (many, "'>]><a>");
  for (guint i = 0; i < 300000; i++)
    g_string_append (many, "&e;");
  g_string_append (many, "</a>");
  for (guint lenient = 0; lenient < 2; lenient++) {
    g_autoptr (xmlDoc) laughed = parse (laughs->str, -1, lenient, NULL);
    g_autoptr (xmlDoc) repeated = parse (many->str, -1, lenient, NULL);
    g_autofree char *text = laughed != NULL ? ibid_xml_dup_text (xmlDocGetRootElement (laughed))
                                            : g_strdup ("");
    g_autofree char *more = repeated != NULL ? ibid_xml_dup_text (xmlDocGetRootElement (repeated))
                                             : g_strdup ("");

    g_assert_cmpuint (strlen (text), <, 1000);
    g_assert_cmpuint (strlen (more), <=, 16 * 1024 * 1024);
  }
  g_string_free (laughs, TRUE);
  g_string_free (many, TRUE);
  assert_fails ("<!DOCTYPE a [<!ENTITY x '&y;'><!ENTITY y '&x;'>]><a>&x;</a>",
                FALSE,
                IBID_IMPORT_ERROR_INVALID,
                "");
}

/* A text that is too long for libxml2 is told, not cut. */
static void
test_long_text (void)
{
  gsize size = 11 * 1000 * 1000;
  g_autofree char *xml = g_malloc (size + 1);

  memset (xml, 'x', size);
  memcpy (xml, "<a>", 3);
  memcpy (xml + size - 4, "</a>", 5);
  for (guint lenient = 0; lenient < 2; lenient++) {
    g_autoptr (xmlDoc) document = parse (xml, (gssize)size, lenient, NULL);
    g_autofree char *text = document != NULL ? ibid_xml_dup_text (xmlDocGetRootElement (document))
                                             : NULL;

    if (text != NULL)
      g_assert_cmpuint (strlen (text), ==, size - 7);
  }
}

static char *
make_nested (guint depth)
{
  GString *xml = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (xml, "<a>");
  g_string_append_c (xml, 'x');
  for (guint i = 0; i < depth; i++)
    g_string_append (xml, "</a>");
  return g_string_free (xml, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *deep = make_nested (IBID_MAX_XML_DEPTH);
  g_autofree char *too_deep = make_nested (IBID_MAX_XML_DEPTH + 1);
  g_autofree char *hostile = make_nested (300000);

  assert_text (deep, "x");
  for (guint lenient = 0; lenient < 2; lenient++) {
    assert_fails (too_deep, lenient, IBID_IMPORT_ERROR_TOO_LARGE, "256");
    assert_fails (hostile, lenient, IBID_IMPORT_ERROR_TOO_LARGE, "256");
  }
}

static void
test_broken (void)
{
  g_autofree char *mended = NULL;

  assert_fails ("", FALSE, IBID_IMPORT_ERROR_INVALID, "broken");
  assert_fails ("no xml", FALSE, IBID_IMPORT_ERROR_INVALID, "line 1");
  assert_fails ("<a>\n<b></a>", FALSE, IBID_IMPORT_ERROR_INVALID, "line 2");
  assert_fails ("<a>", FALSE, IBID_IMPORT_ERROR_INVALID, "line 1");
  mended = dup_text ("<a><p>one &amp two</p><p>R & D <b>bold</p><p>three</p></a>", TRUE);
  g_assert_nonnull (strstr (mended, "three"));
  g_assert_nonnull (strstr (mended, "bold"));
  g_assert_nonnull (strstr (mended, "D"));
}

static void
test_reading (void)
{
  static const char xml[] = "<t:root xmlns:t='urn:t' t:id='r'>text<t:one a='1'><two/></t:one>"
                            "<!-- c --><two n='2'>in <i>it</i></two></t:root>";
  g_autoptr (xmlDoc) document = parse (xml, -1, FALSE, NULL);
  xmlNode *root = xmlDocGetRootElement (document);
  xmlNode *one = ibid_xml_find_child (root, "one");
  xmlNode *two = ibid_xml_find_child (root, "two");
  g_autofree char *id = ibid_xml_dup_attribute (root, "id");
  g_autofree char *n = ibid_xml_dup_attribute (two, "n");

  g_assert_cmpstr (id, ==, "r");
  g_assert_cmpstr (n, ==, "2");
  g_assert_null (ibid_xml_dup_attribute (two, "m"));
  g_assert_true (ibid_xml_is (root, "root"));
  g_assert_false (ibid_xml_is (root->children, "text"));
  g_assert_true (ibid_xml_find_descendant (root, "two") == one->children);
  g_assert_null (ibid_xml_find_child (root, "three"));
  g_assert_null (ibid_xml_find_descendant (two, "two"));
  g_assert_true (ibid_xml_next (root, root, TRUE) == one);
  g_assert_true (ibid_xml_next (root, one, FALSE) == two);
  g_assert_true (ibid_xml_is (ibid_xml_next (root, two, TRUE), "i"));
  g_assert_null (ibid_xml_next (root, two, FALSE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/formats/xml/text", test_text);
  g_test_add_func ("/formats/xml/utf-16", test_utf16);
  g_test_add_func ("/formats/xml/html-entities", test_html_entities);
  g_test_add_func ("/formats/xml/own-entities", test_own_entities);
  g_test_add_func ("/formats/xml/external-entities", test_external_entities);
  g_test_add_func ("/formats/xml/entity-bombs", test_entity_bombs);
  g_test_add_func ("/formats/xml/long-text", test_long_text);
  g_test_add_func ("/formats/xml/depth", test_depth);
  g_test_add_func ("/formats/xml/broken", test_broken);
  g_test_add_func ("/formats/xml/reading", test_reading);
  return g_test_run ();
}
