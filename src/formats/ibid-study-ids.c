/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-study-ids.h"

#include "formats/ibid-excerpt.h"
#include "model/ibid-claim.h"
#include "model/ibid-reference.h"
#include "model/ibid-work.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
is_id (const char *id)
{
  return g_ascii_islower (*id) && id[strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

gboolean
ibid_study_ids_read (IbidStudyFields *fields, const char **id, GError **error)
{
  g_autofree char *excerpt = NULL;

  if (!ibid_study_fields_need_string (fields, "id", id, error))
    return FALSE;
  if (is_id (*id) && !g_hash_table_contains (fields->file->items, *id))
    return TRUE;
  excerpt = ibid_excerpt_dup (*id, strlen (*id));
  if (is_id (*id))
    return ibid_study_fields_refuse (
        fields, "id", -1, error, _ ("\"%s\" is the id of another object"), excerpt);
  return ibid_study_fields_refuse (
      fields, "id", -1, error, _ ("\"%s\" is not of the form [a-z][a-z0-9-]*"), excerpt);
}

void
ibid_study_ids_add (const IbidStudyFields *fields, gpointer item)
{
  g_hash_table_insert (fields->file->items, (gpointer)ibid_item_get_id (item), item);
}

gboolean
ibid_study_ids_find (const IbidStudyFields *fields,
                     const char *member,
                     int index,
                     const char *id,
                     GType type,
                     gpointer item,
                     GError **error)
{
  gpointer found = g_hash_table_lookup (fields->file->items, id);
  g_autofree char *excerpt = NULL;

  if (found != NULL && G_OBJECT_TYPE (found) == type) {
    *(gpointer *)item = found;
    return TRUE;
  }
  excerpt = ibid_excerpt_dup (id, strlen (id));
  if (type == IBID_TYPE_REFERENCE)
    return ibid_study_fields_refuse (
        fields, member, index, error, _ ("no reference \"%s\""), excerpt);
  if (type == IBID_TYPE_WORK)
    return ibid_study_fields_refuse (fields, member, index, error, _ ("no work \"%s\""), excerpt);
  if (type == IBID_TYPE_PARAGRAPH)
    return ibid_study_fields_refuse (
        fields, member, index, error, _ ("no paragraph \"%s\""), excerpt);
  if (type == IBID_TYPE_CLAIM)
    return ibid_study_fields_refuse (fields, member, index, error, _ ("no claim \"%s\""), excerpt);
  return ibid_study_fields_refuse (fields, member, index, error, _ ("no actor \"%s\""), excerpt);
}

gboolean
ibid_study_ids_get (
    IbidStudyFields *fields, const char *member, GType type, gpointer item, GError **error)
{
  const char *id = NULL;

  if (!ibid_study_fields_get_string (fields, member, &id, error))
    return FALSE;
  return id == NULL || ibid_study_ids_find (fields, member, -1, id, type, item, error);
}

gboolean
ibid_study_ids_need (
    IbidStudyFields *fields, const char *member, GType type, gpointer item, GError **error)
{
  const char *id;

  return ibid_study_fields_need_string (fields, member, &id, error) &&
         ibid_study_ids_find (fields, member, -1, id, type, item, error);
}

gboolean
ibid_study_ids_element (const IbidStudyFields *fields,
                        const char *member,
                        JsonArray *array,
                        guint index,
                        GType type,
                        gpointer item,
                        GError **error)
{
  const char *id;

  return ibid_study_fields_element_string (fields, member, array, index, &id, error) &&
         ibid_study_ids_find (fields, member, (int)index, id, type, item, error);
}
