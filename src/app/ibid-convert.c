/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "app/ibid-convert.h"

#include "app/ibid-command.h"
#include "formats/ibid-bibtex-export.h"
#include "formats/ibid-csl-export.h"
#include "formats/ibid-events-csv-export.h"
#include "formats/ibid-html-export.h"
#include "formats/ibid-markdown-export.h"
#include "formats/ibid-ris-export.h"
#include "formats/ibid-study-writer.h"
#include "formats/ibid-text-export.h"

#include <glib/gi18n.h>

typedef struct {
  const char *name;
  GBytes *(*write) (IbidDocument *document);
} Format;

/* A new format is one more line. */
static const Format formats[] = {
    {"json", ibid_study_write},
    {"text", ibid_text_export},
    {"markdown", ibid_markdown_export},
    {"html", ibid_html_export},
    {"csl-json", ibid_csl_export},
    {"bibtex", ibid_bibtex_export},
    {"ris", ibid_ris_export},
    {"events-csv", ibid_events_csv_export},
};

static const Format *
find_format (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (formats[i].name, name) == 0)
      return &formats[i];
  return NULL;
}

char *
ibid_convert_dup_formats (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", formats[i].name);
  return g_string_free (names, FALSE);
}

/* Replacing a device or a pipe by a file is what nobody wants. */
static gboolean
write_file (const char *path, const char *data, gsize size, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR)) {
    g_set_error (error,
                 G_FILE_ERROR,
                 G_FILE_ERROR_FAILED,
                 /* Translators: %s is the path of a folder, a device or the like. */
                 _ ("%s: this is not a file that can be replaced"),
                 path);
    return FALSE;
  }
  return g_file_set_contents_full (path,
                                   data,
                                   (gssize)size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0666,
                                   error);
}

int
ibid_convert_run (const char *format_name, const char *output, gboolean analyse, const char *file)
{
  /* Freed with the process, which ends behind this: to free a long text piece by piece takes as
   * long as to write it. What a static variable holds is no leak. */
  static IbidDocument *document;
  const Format *format = find_format (format_name);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const char *data;
  gsize size;
  gboolean is_written;

  if (format == NULL) {
    g_autofree char *names = ibid_convert_dup_formats ();

    /* Translators: first what was asked for, then a list of what there is. */
    ibid_command_complain (_ ("cannot convert to “%s”; the formats are: %s"), format_name, names);
    return IBID_EXIT_USAGE;
  }
  if (file == NULL || *file == '\0') {
    ibid_command_complain ("%s", _ ("no file is named to convert"));
    return IBID_EXIT_USAGE;
  }
  g_clear_object (&document);
  document = ibid_command_read (file, analyse, &error);
  if (document == NULL) {
    ibid_command_complain ("%s", error->message);
    return IBID_EXIT_UNREADABLE;
  }
  bytes = format->write (document);
  data = g_bytes_get_data (bytes, &size);
  if (output == NULL || g_str_equal (output, "-"))
    is_written = ibid_command_write (data, size, &error);
  else
    is_written = write_file (output, data, size, &error);
  if (!is_written) {
    ibid_command_complain ("%s", error->message);
    return IBID_EXIT_UNREADABLE;
  }
  return IBID_EXIT_DONE;
}
