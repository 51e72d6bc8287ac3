/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-csl-export.h"

#include "formats/ibid-json-emitter.h"

/* What a work is when nothing says it; the same as for works that come with a file. */
#define DEFAULT_TYPE "document"

static void
write_work (IbidJsonEmitter *out, IbidWork *work)
{
  const char *type = ibid_work_get_type_name (work);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  ibid_json_emitter_begin_object (out);
  ibid_json_emitter_name (out, "id");
  ibid_json_emitter_string (out, ibid_item_get_id (IBID_ITEM (work)));
  ibid_json_emitter_name (out, "type");
  ibid_json_emitter_string (out, *type != '\0' ? type : DEFAULT_TYPE);
  json_object_iter_init_ordered (&iter, ibid_work_get_fields (work));
  while (json_object_iter_next_ordered (&iter, &name, &node)) {
    if (g_str_equal (name, "id") || g_str_equal (name, "type"))
      continue;
    ibid_json_emitter_name (out, name);
    ibid_json_emitter_node (out, node);
  }
  ibid_json_emitter_end_object (out);
}

GBytes *
ibid_csl_export (IbidDocument *document)
{
  IbidList *works;
  IbidJsonEmitter out;

  g_return_val_if_fail (IBID_IS_DOCUMENT (document), NULL);
  works = ibid_document_get_works (document);
  ibid_json_emitter_init (&out);
  ibid_json_emitter_begin_array (&out);
  for (guint i = 0; i < ibid_list_get_length (works); i++)
    write_work (&out, ibid_list_get (works, i));
  ibid_json_emitter_end_array (&out);
  return ibid_json_emitter_finish (&out);
}
