/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-study-file.h"

#include "formats/ibid-study-scan.h"
#include "model/ibid-item.h"

/* How much of the work the scan is. */
#define SCANNED 0.05

static const char *const long_arrays[] = {
    "sections", "references", "works", "claims", "actors", "events", NULL};

gboolean
ibid_study_file_init (IbidStudyFile *self,
                      GBytes *bytes,
                      const IbidImportOptions *options,
                      GCancellable *cancellable,
                      GError **error)
{
  *self = (IbidStudyFile){.options = options, .cancellable = cancellable};
  self->data = g_bytes_get_data (bytes, &self->length);
  self->items = g_hash_table_new (ibid_item_id_hash, g_str_equal);
  self->runs = ibid_study_scan (self->data, self->length, long_arrays, cancellable, error);
  if (self->runs == NULL)
    return FALSE;
  ibid_import_options_report (options, SCANNED);
  return TRUE;
}

void
ibid_study_file_clear (IbidStudyFile *self)
{
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->items, g_hash_table_unref);
}

static JsonNode *
parse (const GString *json, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) parse_error = NULL;

  if (json_parser_load_from_data (parser, json->str, (gssize)json->len, &parse_error))
    return json_parser_steal_root (parser);
  /* The scan is stricter than json-glib, so this is not to be expected. */
  g_set_error_literal (error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_INVALID, parse_error->message);
  return NULL;
}

JsonNode *
ibid_study_file_parse_root (IbidStudyFile *self, GError **error)
{
  g_autoptr (GString) json = g_string_new (NULL);
  gsize start = ibid_study_scan_get_mark (self->data, self->length);

  for (guint i = 0; i < self->runs->len; i++) {
    const IbidStudyRun *run = &g_array_index (self->runs, IbidStudyRun, i);

    /* Between two runs of one array there is nothing but a comma. */
    if (run->first == 0)
      g_string_append_len (json, self->data + start, (gssize)(run->start - start));
    start = run->end;
  }
  g_string_append_len (json, self->data + start, (gssize)(self->length - start));
  return parse (json, error);
}

JsonNode *
ibid_study_file_parse_run (IbidStudyFile *self, guint index, GError **error)
{
  const IbidStudyRun *run = &g_array_index (self->runs, IbidStudyRun, index);
  g_autoptr (GString) json = g_string_sized_new (run->end - run->start + 3);

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return NULL;
  self->n_parsed++;
  ibid_import_options_report (self->options,
                              SCANNED + (1.0 - SCANNED) * self->n_parsed / (self->runs->len + 1));
  g_string_append_c (json, '[');
  g_string_append_len (json, self->data + run->start, (gssize)(run->end - run->start));
  g_string_append_c (json, ']');
  return parse (json, error);
}
