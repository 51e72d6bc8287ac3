/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-import-error.h"
#include "formats/ibid-text-decoder.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *bytes;
  gsize size;
  const char *text; /* NULL when it must fail with `code` */
  int code;
} Case;

#define BYTES(string) string, sizeof (string) - 1

static const Case cases[] = {
    {"ascii", BYTES ("a\nb"), "a\nb", 0},
    {"utf-8", BYTES ("ä – 港"), "ä – 港", 0},
    {"utf-8-mark",
     BYTES ("\xef\xbb\xbf"
            "ä"),
     "ä",
     0},
    {"utf-8-cut", BYTES ("äöüäöüäöüäöüäöü\xc3"), "äöüäöüäöüäöüäöü\xef\xbf\xbd", 0},
    {"utf-16-le-mark",
     BYTES ("\xff\xfe"
            "a\0\xe4\0\n\0"),
     "aä\n",
     0},
    {"utf-16-be-mark", BYTES ("\xfe\xff\0a\0\xe4\0\n"), "aä\n", 0},
    {"utf-16-le", BYTES ("H\0i\0 \0\x13\x20 \0y\0o\0u\0"), "Hi – you", 0},
    {"utf-16-be", BYTES ("\0H\0i\0 \x20\x13\0 \0y\0o\0u"), "Hi – you", 0},
    {"utf-16-pair",
     BYTES ("\xff\xfe\x3d\xd8\x00\xde"
            "a\0"),
     "😀a",
     0},
    {"utf-16-lone",
     BYTES ("\xff\xfe\x3d\xd8"
            "a\0"),
     "\xef\xbf\xbd"
     "a",
     0},
    {"utf-16-odd",
     BYTES ("\xff\xfe"
            "a\0b"),
     "a",
     0},
    {"latin-1",
     BYTES ("Fl\xfc\xdf"
            "e"),
     "Flüße",
     0},
    {"windows-1252",
     BYTES ("\x93"
            "a\x94 \x96 \x80"),
     "“a” – €",
     0},
    {"windows-1252-gap", BYTES ("a\x81\xfc"), "a\xef\xbf\xbdü", 0},
    {"line-ends", BYTES ("a\r\nb\rc\n\rd"), "a\nb\nc\n\nd", 0},
    {"separators",
     BYTES ("a\xe2\x80\xa8"
            "b\xe2\x80\xa9"
            "c\xc2\x85"
            "d\ve"),
     "a\nb\nc\nd\ne",
     0},
    {"form-feed", BYTES ("a\fb"), "a\fb", 0},
    {"few-controls", BYTES ("a\033b"), "a\033b", 0},
    {"empty", BYTES (""), NULL, IBID_IMPORT_ERROR_EMPTY},
    {"blank", BYTES (" \n\t\r\n"), NULL, IBID_IMPORT_ERROR_EMPTY},
    {"mark-only", BYTES ("\xef\xbb\xbf"), NULL, IBID_IMPORT_ERROR_EMPTY},
    {"nul", BYTES ("abc\0def ghi jkl"), NULL, IBID_IMPORT_ERROR_INVALID},
    {"controls", BYTES ("\1\2\3\4\5\6abc"), NULL, IBID_IMPORT_ERROR_INVALID},
    {"utf-16-nul",
     BYTES ("\xff\xfe"
            "a\0\0\0"),
     NULL,
     IBID_IMPORT_ERROR_INVALID},
};

static void
test_case (const Case *item)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (item->bytes, item->size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = ibid_text_decode (bytes, &error);
  gsize size;
  const char *data;

  if (item->text == NULL) {
    g_assert_error (error, IBID_IMPORT_ERROR, item->code);
    g_assert_null (text);
    return;
  }
  g_assert_no_error (error);
  data = g_bytes_get_data (text, &size);
  g_assert_cmpmem (data, size, item->text, strlen (item->text));
}

static void
test_not_copied (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\xef\xbb\xbf"
                                                 "One.\n",
                                                 8);
  g_autoptr (GBytes) text = ibid_text_decode (bytes, NULL);
  const char *start = g_bytes_get_data (bytes, NULL);

  g_assert_true (g_bytes_get_data (text, NULL) == start + 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/formats/text-decoder/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], (GTestDataFunc)test_case);
  }
  g_test_add_func ("/formats/text-decoder/not-copied", test_not_copied);
  return g_test_run ();
}
