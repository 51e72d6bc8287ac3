/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-docx-importer.h"
#include "formats/ibid-html-importer.h"
#include "formats/ibid-importers.h"
#include "formats/ibid-odt-importer.h"
#include "formats/ibid-plain-text-importer.h"
#include "formats/ibid-study-importer.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *bytes;
  gsize size;
  const char *basename;
  int code;         /* -1 when plain text reads it */
  const char *says; /* part of the message */
} Case;

#define BYTES(string) string, sizeof (string) - 1

static const Case cases[] = {
    {"text", BYTES ("Some words"), "a.txt", -1, NULL},
    {"text-without-name", BYTES ("Some words"), NULL, -1, NULL},
    {"text-with-odd-suffix", BYTES ("Some words"), "a.pdf", -1, NULL},
    {"latin-1",
     BYTES ("Fl\xfc\xdf"
            "e"),
     "a.text",
     -1,
     NULL},
    {"empty", BYTES (""), "a.txt", IBID_IMPORT_ERROR_EMPTY, "empty"},
    {"pdf", BYTES ("%PDF-1.7\n%\xe2\xe3"), "a.txt", IBID_IMPORT_ERROR_UNSUPPORTED, "a PDF file"},
    {"xlsx",
     BYTES ("PK\3\4\24\0[Content_Types].xml xl/workbook.xml"),
     "a.docx",
     IBID_IMPORT_ERROR_UNSUPPORTED,
     "an Office document"},
    {"doc",
     BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
     "a.doc",
     IBID_IMPORT_ERROR_UNSUPPORTED,
     "save it as .docx or .odt"},
    {"ods",
     BYTES ("PK\3\4\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
     "a.odt",
     IBID_IMPORT_ERROR_UNSUPPORTED,
     "an OpenDocument file"},
    {"zip", BYTES ("PK\3\4\24\0abc"), "a.zip", IBID_IMPORT_ERROR_UNSUPPORTED, "a ZIP archive"},
    {"xml", BYTES ("<?xml version='1.0'?><a/>"), "a", IBID_IMPORT_ERROR_UNSUPPORTED, "XML"},
    {"rtf", BYTES ("{\\rtf1\\ansi a}"), "a.txt", IBID_IMPORT_ERROR_UNSUPPORTED, "an RTF document"},
    {"png", BYTES ("\x89PNG\r\n\x1a\n\0\0"), "a.png", IBID_IMPORT_ERROR_UNSUPPORTED, "a picture"},
    {"jpeg", BYTES ("\xff\xd8\xff\xe0\0\x10JFIF"), "a", IBID_IMPORT_ERROR_UNSUPPORTED, "a picture"},
    {"binary", BYTES ("\0\1\2\3\4\0\1\2"), "a.txt", IBID_IMPORT_ERROR_UNSUPPORTED, "binary data"},
};

static void
test_case (const Case *item)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (item->bytes, item->size);
  g_autoptr (GError) error = NULL;
  IbidImporter *importer = ibid_importers_find (bytes, item->basename, &error);

  if (item->code < 0) {
    g_assert_no_error (error);
    g_assert_true (IBID_IS_PLAIN_TEXT_IMPORTER (importer));
  } else {
    g_assert_null (importer);
    g_assert_error (error, IBID_IMPORT_ERROR, item->code);
    g_assert_nonnull (strstr (error->message, item->says));
  }
}

/* Content decides before the suffix does, and the suffix where content does not. */
static void
test_study (void)
{
  static const char text[] = "{\"format\": \"ibid-study\", \"version\": 1, \"sections\": []}";
  g_autoptr (GBytes) study = g_bytes_new_static (text, strlen (text));
  g_autoptr (GBytes) words = g_bytes_new_static ("{ is a bracket", 14);

  g_assert_true (IBID_IS_STUDY_IMPORTER (ibid_importers_find (study, "a.txt", NULL)));
  g_assert_true (IBID_IS_STUDY_IMPORTER (ibid_importers_find (study, NULL, NULL)));
  g_assert_true (IBID_IS_STUDY_IMPORTER (ibid_importers_find (words, "a.ibid", NULL)));
}

/* By the names in the archive, whatever the file is called. */
static void
test_office (void)
{
  static const char docx[] = "PK\3\4\24\0[Content_Types].xml word/document.xml";
  static const char odt[] = "PK\3\4\0\0mimetypeapplication/vnd.oasis.opendocument.text";
  static const char fodt[] = "<?xml version=\"1.0\"?>\n<office:document xmlns:office=\"urn:x\">";
  g_autoptr (GBytes) word = g_bytes_new_static (docx, sizeof docx - 1);
  g_autoptr (GBytes) open = g_bytes_new_static (odt, sizeof odt - 1);
  g_autoptr (GBytes) flat = g_bytes_new_static (fodt, sizeof fodt - 1);

  g_assert_true (IBID_IS_DOCX_IMPORTER (ibid_importers_find (word, "a.zip", NULL)));
  g_assert_true (IBID_IS_ODT_IMPORTER (ibid_importers_find (open, "a.docx", NULL)));
  g_assert_true (IBID_IS_ODT_IMPORTER (ibid_importers_find (flat, "a.xml", NULL)));
}

static gboolean
is_page (const char *text, const char *basename)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return IBID_IS_HTML_IMPORTER (ibid_importers_find (bytes, basename, NULL));
}

static void
test_page (void)
{
  g_assert_true (is_page ("\n<!DOCTYPE html><html><p>a</p></html>", "a.txt"));
  g_assert_true (is_page ("<!-- saved -->\n<HTML><p>a</p>", NULL));
  g_assert_true (is_page ("\xef\xbb\xbf<?xml version='1.0'?><html>", "a"));
  g_assert_true (is_page ("<p>a</p>", "a.html"));
  g_assert_false (is_page ("<p> is how it begins", "a.txt"));
  g_assert_false (is_page ("words", "a.txt"));
}

static void
test_list (void)
{
  GListModel *importers = ibid_importers_get ();

  g_assert_cmpuint (g_list_model_get_n_items (importers), >, 0);
  for (guint i = 0; i < g_list_model_get_n_items (importers); i++) {
    g_autoptr (IbidImporter) importer = g_list_model_get_item (importers, i);
    const char *const *suffixes = ibid_importer_get_suffixes (importer);

    g_assert_cmpstr (ibid_importer_get_name (importer), !=, "");
    g_assert_nonnull (suffixes[0]);
    for (guint j = 0; suffixes[j] != NULL; j++)
      g_assert_cmpint (suffixes[j][0], ==, '.');
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/formats/importers/list", test_list);
  g_test_add_func ("/formats/importers/page", test_page);
  g_test_add_func ("/formats/importers/study", test_study);
  g_test_add_func ("/formats/importers/office", test_office);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/formats/importers/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], (GTestDataFunc)test_case);
  }
  return g_test_run ();
}
