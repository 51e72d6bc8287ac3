/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-archive.h"
#include "formats/ibid-import-error.h"
#include "formats/ibid-limits.h"
#include "zip-maker.h"

#include <string.h>

static gboolean
want_all_cb (const char *name)
{
  return TRUE;
}

static gboolean
want_texts_cb (const char *name)
{
  return g_str_has_suffix (name, ".xml");
}

/* Takes `bytes`. */
static void
assert_fails (GBytes *bytes, int code, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidArchive) archive = ibid_archive_read (bytes, want_all_cb, NULL, &error);

  g_assert_null (archive);
  g_assert_error (error, IBID_IMPORT_ERROR, code);
  g_assert_nonnull (strstr (error->message, says));
  g_bytes_unref (bytes);
}

/* Takes `bytes`. */
static IbidArchive *
read_archive (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  IbidArchive *archive = ibid_archive_read (bytes, want_texts_cb, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (archive);
  g_bytes_unref (bytes);
  return archive;
}

static void
assert_text (IbidArchive *archive, const char *name, const char *text)
{
  GBytes *bytes = ibid_archive_get (archive, name);

  g_assert_nonnull (bytes);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

static void
test_files (void)
{
  ZipMaker *maker = zip_maker_new ();
  g_autoptr (IbidArchive) archive = NULL;

  zip_maker_add (maker, "Text/", "", 0, ZIP_STORED);
  zip_maker_add (maker, "Text/One.xml", "first", -1, ZIP_STORED);
  zip_maker_add (maker, "Text/two.xml", "second second second", -1, ZIP_DEFLATED);
  zip_maker_add (maker, "empty.xml", "", 0, ZIP_STORED);
  zip_maker_add (maker, "cover.jpg", "picture", -1, ZIP_STORED);
  zip_maker_add (maker, "Text/One.xml", "another", -1, ZIP_STORED);
  archive = read_archive (zip_maker_finish (maker));
  assert_text (archive, "Text/One.xml", "first");
  assert_text (archive, "text/one.XML", "first");
  assert_text (archive, "Text/two.xml", "second second second");
  assert_text (archive, "empty.xml", "");
  g_assert_null (ibid_archive_get (archive, "cover.jpg"));
  g_assert_true (ibid_archive_has (archive, "cover.jpg"));
  g_assert_false (ibid_archive_has (archive, "Text/"));
  g_assert_null (ibid_archive_get (archive, "none.xml"));
}

/* Names are UTF-8 whether the archive says so or not, and whatever the locale is. */
static void
test_names (void)
{
  ZipMaker *maker = zip_maker_new ();
  g_autoptr (IbidArchive) archive = NULL;

  zip_maker_add (maker, "Kapitel/Über.xml", "a", -1, ZIP_UTF8_NAME);
  zip_maker_add (maker, "Глава.xml", "b", -1, ZIP_STORED);
  zip_maker_add (maker, "Text\\three.xml", "c", -1, ZIP_STORED);
  zip_maker_add (maker, "\x81\xff.xml", "d", -1, ZIP_STORED);
  zip_maker_add (maker, "last.xml", "e", -1, ZIP_STORED);
  archive = read_archive (zip_maker_finish (maker));
  assert_text (archive, "Kapitel/Über.xml", "a");
  assert_text (archive, "Глава.xml", "b");
  assert_text (archive, "глава.xml", "b");
  assert_text (archive, "Text/three.xml", "c");
  assert_text (archive, "last.xml", "e");
}

static void
test_traversal (void)
{
  static const char *const names[] = {
      "../evil.xml", "Text/../../evil.xml", "/etc/passwd", "C:/evil.xml", "..\\evil.xml", ".."};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_fails (
        zip_make ("good.xml", "a", names[i], "b", NULL), IBID_IMPORT_ERROR_INVALID, "leads out");
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) whole = zip_make ("a.xml", "some text", "b.xml", "more text", NULL);
  g_autofree guint8 *changed = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);

  for (gsize cut = 0; cut < size; cut++) {
    g_autoptr (GBytes) part = g_bytes_new (data, cut);
    g_autoptr (GError) error = NULL;

    g_assert_null (ibid_archive_read (part, want_all_cb, NULL, &error));
    g_assert_error (error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_INVALID);
  }
  changed = g_memdup2 (data, size);
  changed[37] ^= 1; /* of the first text */
  assert_fails (g_bytes_new (changed, size), IBID_IMPORT_ERROR_INVALID, "a.xml");
  assert_fails (g_bytes_new_static ("no archive", 10), IBID_IMPORT_ERROR_INVALID, "damaged");
}

static void
test_encrypted (void)
{
  ZipMaker *maker = zip_maker_new ();
  g_autoptr (IbidArchive) archive = NULL;

  zip_maker_add (maker, "a.xml", "text", -1, ZIP_ENCRYPTED);
  assert_fails (zip_maker_finish (maker), IBID_IMPORT_ERROR_INVALID, "encrypted");
  /* What nobody wants may be. */
  maker = zip_maker_new ();
  zip_maker_add (maker, "a.jpg", "text", -1, ZIP_ENCRYPTED);
  zip_maker_add (maker, "a.xml", "text", -1, ZIP_STORED);
  archive = read_archive (zip_maker_finish (maker));
  assert_text (archive, "a.xml", "text");
}

static void
test_bomb (void)
{
  gsize size = 32 * 1024 * 1024;
  g_autofree char *blanks = g_malloc0 (size);
  ZipMaker *maker = zip_maker_new ();
  g_autoptr (GBytes) bytes = NULL;

  zip_maker_add (maker, "a.xml", blanks, (gssize)size, ZIP_DEFLATED);
  bytes = zip_maker_finish (maker);
  assert_fails (g_bytes_ref (bytes), IBID_IMPORT_ERROR_TOO_LARGE, "200 times");
  /* Below a megabyte no ratio is too high. */
  maker = zip_maker_new ();
  zip_maker_add (maker, "a.xml", blanks, 1024 * 1024, ZIP_DEFLATED);
  ibid_archive_free (read_archive (zip_maker_finish (maker)));
  /* A bomb that is not looked at does no harm. */
  maker = zip_maker_new ();
  zip_maker_add (maker, "a.bin", blanks, (gssize)size, ZIP_DEFLATED);
  ibid_archive_free (read_archive (zip_maker_finish (maker)));
}

/* Of one text, and of all. */
static void
test_text_limits (void)
{
  gsize size = IBID_MAX_PART_BYTES + 1;
  g_autofree char *zeros = g_malloc0 (size);
  ZipMaker *maker = zip_maker_new ();

  zip_maker_add (maker, "a.xml", zeros, (gssize)size, ZIP_STORED);
  assert_fails (zip_maker_finish (maker), IBID_IMPORT_ERROR_TOO_LARGE, "a.xml has more than 128.0");
  maker = zip_maker_new ();
  for (guint i = 0; i < 3; i++) {
    g_autofree char *name = g_strdup_printf ("%u.xml", i);

    zip_maker_add (maker, name, zeros, IBID_MAX_ARCHIVE_TEXT_BYTES / 3 + 1, ZIP_STORED);
  }
  assert_fails (zip_maker_finish (maker), IBID_IMPORT_ERROR_TOO_LARGE, "256.0");
}

static void
test_entry_limit (void)
{
  for (guint extra = 0; extra <= 1; extra++) {
    ZipMaker *maker = zip_maker_new ();

    for (guint i = 0; i < IBID_MAX_ARCHIVE_ENTRIES + extra; i++) {
      g_autofree char *name = g_strdup_printf ("%u.jpg", i);

      zip_maker_add (maker, name, "", 0, ZIP_STORED);
    }
    if (extra == 0)
      ibid_archive_free (read_archive (zip_maker_finish (maker)));
    else
      assert_fails (zip_maker_finish (maker), IBID_IMPORT_ERROR_TOO_LARGE, "20000");
  }
}

static void
test_cancel (void)
{
  g_autoptr (GBytes) bytes = zip_make ("a.xml", "a", "b.xml", "b", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ibid_archive_read (bytes, want_all_cb, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

typedef struct {
  const char *base;
  const char *href;
  const char *name; /* NULL when it leads nowhere */
  const char *fragment;
} Link;

static const Link links[] = {
    {"OEBPS/content.opf", "Text/one.xhtml", "OEBPS/Text/one.xhtml", NULL},
    {"OEBPS/Text/one.xhtml", "../notes.xhtml#n1", "OEBPS/notes.xhtml", "n1"},
    {"OEBPS/Text/one.xhtml", "#n1", "OEBPS/Text/one.xhtml", "n1"},
    {"OEBPS/Text/one.xhtml", "", "OEBPS/Text/one.xhtml", NULL},
    {"OEBPS/Text/one.xhtml", "./two.xhtml#", "OEBPS/Text/two.xhtml", NULL},
    {"OEBPS/Text/one.xhtml", "/OEBPS/two.xhtml", "OEBPS/two.xhtml", NULL},
    {"a.opf", "Kapitel%20%C3%9Cber.xhtml#%C3%BC", "Kapitel Über.xhtml", "ü"},
    {"a.opf", "%2e%2e/secret", NULL, NULL},
    {"a.opf", "../secret", NULL, NULL},
    {"OEBPS/a.opf", "../../secret", NULL, NULL},
    {"OEBPS/a.opf", "Text\\one.xhtml", "OEBPS/Text/one.xhtml", NULL},
    {"a.opf", "100%.xhtml#5%", "100%.xhtml", "5%"},
    {"a.opf", "http://example.org/a", NULL, NULL},
    {"a.opf", "mailto:somebody@example.org", NULL, NULL},
    {"a.opf", "//example.org/a", NULL, NULL},
    {"a.opf", "\xff.xhtml", NULL, NULL},
};

static void
test_links (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++) {
    g_autofree char *fragment = NULL;
    g_autofree char *name = ibid_archive_resolve (links[i].base, links[i].href, &fragment);

    g_assert_cmpstr (name, ==, links[i].name);
    g_assert_cmpstr (fragment, ==, links[i].fragment);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/formats/archive/files", test_files);
  g_test_add_func ("/formats/archive/names", test_names);
  g_test_add_func ("/formats/archive/traversal", test_traversal);
  g_test_add_func ("/formats/archive/damaged", test_damaged);
  g_test_add_func ("/formats/archive/encrypted", test_encrypted);
  g_test_add_func ("/formats/archive/bomb", test_bomb);
  g_test_add_func ("/formats/archive/text-limits", test_text_limits);
  g_test_add_func ("/formats/archive/entry-limit", test_entry_limit);
  g_test_add_func ("/formats/archive/cancel", test_cancel);
  g_test_add_func ("/formats/archive/links", test_links);
  return g_test_run ();
}
