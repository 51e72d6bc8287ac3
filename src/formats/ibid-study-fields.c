/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-study-fields.h"

#include "formats/ibid-excerpt.h"
#include "formats/ibid-limits.h"
#include "formats/ibid-study-scan.h"
#include "model/ibid-date.h"
#include "model/ibid-enums.h"
#include "model/ibid-item.h"

#include <glib/gi18n.h>
#include <string.h>

#define OBJECTS_PER_CANCEL_CHECK 4096

static void
append_member (GString *path, const char *member, int index)
{
  if (path->len > 0)
    g_string_append_c (path, '.');
  g_string_append (path, member);
  if (index >= 0)
    g_string_append_printf (path, "[%d]", index);
}

static void
append_path (GString *path, const IbidStudyFields *fields)
{
  if (fields->parent == NULL)
    return;
  append_path (path, fields->parent);
  append_member (path, fields->member, fields->index);
}

gboolean
ibid_study_fields_refuse (const IbidStudyFields *self,
                          const char *member,
                          int index,
                          GError **error,
                          const char *format,
                          ...)
{
  g_autoptr (GString) message = g_string_new (NULL);
  va_list args;

  append_path (message, self);
  if (member != NULL)
    append_member (message, member, index);
  if (message->len > 0)
    g_string_append (message, ": ");
  va_start (args, format);
  g_string_append_vprintf (message, format, args);
  va_end (args);
  g_set_error_literal (error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_INVALID, message->str);
  return FALSE;
}

static gboolean
enter (IbidStudyFields *self, JsonNode *node, GError **error)
{
  self->n_known = 0;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return ibid_study_fields_refuse (self, NULL, -1, error, _ ("must be an object"));
  self->object = json_node_get_object (node);
  self->n_members = json_object_get_size (self->object);
  if (++self->file->n_entered % OBJECTS_PER_CANCEL_CHECK == 0 &&
      g_cancellable_set_error_if_cancelled (self->file->cancellable, error))
    return FALSE;
  return TRUE;
}

gboolean
ibid_study_fields_enter_root (IbidStudyFields *self,
                              IbidStudyFile *file,
                              JsonNode *root,
                              GError **error)
{
  self->file = file;
  self->parent = NULL;
  self->member = NULL;
  self->index = -1;
  return enter (self, root, error);
}

/* NULL when there is none; else it is known from now on. Each member is asked for once: when all
 * have been found, there is nothing left to look for. */
static JsonNode *
find (IbidStudyFields *self, const char *member)
{
  JsonNode *node = NULL;

  if (self->n_known < self->n_members)
    node = json_object_get_member (self->object, member);
  if (node != NULL) {
    g_assert (self->n_known < IBID_STUDY_MAX_FIELDS);
    self->known[self->n_known++] = member;
  }
  return node;
}

static gboolean
refuse_missing (const IbidStudyFields *self, const char *member, GError **error)
{
  return ibid_study_fields_refuse (self, member, -1, error, _ ("is missing"));
}

gboolean
ibid_study_fields_enter_member (IbidStudyFields *self,
                                IbidStudyFields *parent,
                                const char *member,
                                gboolean *is_there,
                                GError **error)
{
  JsonNode *node = find (parent, member);

  *is_there = node != NULL;
  if (node == NULL)
    return TRUE;
  self->file = parent->file;
  self->parent = parent;
  self->member = member;
  self->index = -1;
  return enter (self, node, error);
}

gboolean
ibid_study_fields_has (const IbidStudyFields *self, const char *member)
{
  return json_object_has_member (self->object, member);
}

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
get_text (IbidStudyFields *self, const char *member, const char **value, GError **error)
{
  JsonNode *node = find (self, member);

  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_STRING))
    return ibid_study_fields_refuse (self, member, -1, error, _ ("must be a string"));
  *value = json_node_get_string (node);
  return TRUE;
}

gboolean
ibid_study_fields_get_string (IbidStudyFields *self,
                              const char *member,
                              const char **value,
                              GError **error)
{
  const char *found = NULL;

  if (!get_text (self, member, &found, error))
    return FALSE;
  if (found == NULL)
    return TRUE;
  if (strlen (found) > IBID_MAX_JSON_LINE_BYTES)
    return ibid_study_fields_refuse (
        self, member, -1, error, _ ("longer than %u bytes"), IBID_MAX_JSON_LINE_BYTES);
  *value = found;
  return TRUE;
}

gboolean
ibid_study_fields_need_text (IbidStudyFields *self,
                             const char *member,
                             const char **value,
                             GError **error)
{
  *value = NULL;
  if (!get_text (self, member, value, error))
    return FALSE;
  return *value != NULL || refuse_missing (self, member, error);
}

gboolean
ibid_study_fields_need_string (IbidStudyFields *self,
                               const char *member,
                               const char **value,
                               GError **error)
{
  *value = NULL;
  if (!ibid_study_fields_get_string (self, member, value, error))
    return FALSE;
  return *value != NULL || refuse_missing (self, member, error);
}

gboolean
ibid_study_fields_get_date (IbidStudyFields *self,
                            const char *member,
                            const char **value,
                            GError **error)
{
  const char *edtf = NULL;
  IbidDate date;

  if (!ibid_study_fields_get_string (self, member, &edtf, error))
    return FALSE;
  if (edtf == NULL)
    return TRUE;
  if (!ibid_date_parse (edtf, &date)) {
    g_autofree char *excerpt = ibid_excerpt_dup (edtf, strlen (edtf));

    return ibid_study_fields_refuse (
        self, member, -1, error, _ ("\"%s\" is no date of the form EDTF"), excerpt);
  }
  *value = edtf;
  return TRUE;
}

gboolean
ibid_study_fields_need_date (IbidStudyFields *self,
                             const char *member,
                             const char **value,
                             GError **error)
{
  *value = NULL;
  if (!ibid_study_fields_get_date (self, member, value, error))
    return FALSE;
  return *value != NULL || refuse_missing (self, member, error);
}

static gboolean
parse_enum (const IbidStudyFields *self,
            const char *member,
            GType type,
            const char *nick,
            int *value,
            GError **error)
{
  g_autofree char *excerpt = NULL;
  g_autofree char *nicks = NULL;

  if (ibid_enum_parse (type, nick, value))
    return TRUE;
  excerpt = ibid_excerpt_dup (nick, strlen (nick));
  nicks = ibid_enum_dup_nicks (type);
  return ibid_study_fields_refuse (
      self, member, -1, error, _ ("\"%s\" is none of: %s"), excerpt, nicks);
}

gboolean
ibid_study_fields_get_enum (
    IbidStudyFields *self, const char *member, GType type, int *value, GError **error)
{
  const char *nick = NULL;

  return ibid_study_fields_get_string (self, member, &nick, error) &&
         (nick == NULL || parse_enum (self, member, type, nick, value, error));
}

gboolean
ibid_study_fields_need_enum (
    IbidStudyFields *self, const char *member, GType type, int *value, GError **error)
{
  const char *nick;

  return ibid_study_fields_need_string (self, member, &nick, error) &&
         parse_enum (self, member, type, nick, value, error);
}

static gboolean
parse_number (
    const IbidStudyFields *self, const char *member, JsonNode *node, gint64 *value, GError **error)
{
  if (!holds (node, G_TYPE_INT64))
    return ibid_study_fields_refuse (self, member, -1, error, _ ("must be a whole number"));
  *value = json_node_get_int (node);
  return TRUE;
}

static gboolean
parse_int (const IbidStudyFields *self,
           const char *member,
           JsonNode *node,
           int min,
           int max,
           int *value,
           GError **error)
{
  g_autofree char *shown = NULL;
  gint64 number = 0;

  if (!parse_number (self, member, node, &number, error))
    return FALSE;
  if (number >= min && number <= max) {
    *value = (int)number;
    return TRUE;
  }
  shown = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  return ibid_study_fields_refuse (
      self,
      member,
      -1,
      error,
      /* Translators: a number, and the smallest and the largest that it may be. */
      _ ("%1$s is not within %2$d to %3$d"),
      shown,
      min,
      max);
}

gboolean
ibid_study_fields_need_number (IbidStudyFields *self,
                               const char *member,
                               gint64 *value,
                               GError **error)
{
  JsonNode *node = find (self, member);

  return node != NULL ? parse_number (self, member, node, value, error)
                      : refuse_missing (self, member, error);
}

gboolean
ibid_study_fields_need_int (
    IbidStudyFields *self, const char *member, int min, int max, int *value, GError **error)
{
  JsonNode *node = find (self, member);

  return node != NULL ? parse_int (self, member, node, min, max, value, error)
                      : refuse_missing (self, member, error);
}

gboolean
ibid_study_fields_get_int (
    IbidStudyFields *self, const char *member, int min, int max, int *value, GError **error)
{
  JsonNode *node = find (self, member);

  return node == NULL || parse_int (self, member, node, min, max, value, error);
}

gboolean
ibid_study_fields_get_fraction (IbidStudyFields *self,
                                const char *member,
                                double *value,
                                GError **error)
{
  JsonNode *node = find (self, member);
  double number;

  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_INT64) && !holds (node, G_TYPE_DOUBLE))
    return ibid_study_fields_refuse (self, member, -1, error, _ ("must be a number"));
  number = json_node_get_double (node);
  if (!(number >= 0.0 && number <= 1.0))
    return ibid_study_fields_refuse (self, member, -1, error, _ ("must be within 0 to 1"));
  *value = number;
  return TRUE;
}

gboolean
ibid_study_fields_need_offset (
    IbidStudyFields *self, const char *member, guint length, guint *value, GError **error)
{
  int number;

  if (!ibid_study_fields_need_int (self, member, 0, (int)length, &number, error))
    return FALSE;
  *value = (guint)number;
  return TRUE;
}

gboolean
ibid_study_fields_need_range (
    IbidStudyFields *self, guint length, guint *start, guint *end, GError **error)
{
  if (!ibid_study_fields_need_offset (self, "start", length, start, error) ||
      !ibid_study_fields_need_offset (self, "end", length, end, error))
    return FALSE;
  if (*start >= *end)
    return ibid_study_fields_refuse (self, "end", -1, error, _ ("must be greater than \"start\""));
  return TRUE;
}

gboolean
ibid_study_fields_get_array (IbidStudyFields *self,
                             const char *member,
                             JsonArray **value,
                             GError **error)
{
  JsonNode *node = find (self, member);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return ibid_study_fields_refuse (self, member, -1, error, _ ("must be an array"));
  *value = json_node_get_array (node);
  return TRUE;
}

/* `first` is the index of the array's first element in the file. */
static gboolean
read_elements (IbidStudyFields *self,
               const char *member,
               JsonArray *array,
               guint first,
               IbidStudyReadFunc read,
               gpointer user_data,
               GError **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++) {
    IbidStudyFields element = {
        .file = self->file, .parent = self, .member = member, .index = (int)(first + i)};

    if (!enter (&element, json_array_get_element (array, i), error) ||
        !read (&element, user_data, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_runs (IbidStudyFields *self,
           const char *member,
           IbidStudyReadFunc read,
           gpointer user_data,
           GError **error)
{
  GArray *runs = self->file->runs;

  for (guint i = 0; i < runs->len; i++) {
    const IbidStudyRun *run = &g_array_index (runs, IbidStudyRun, i);
    g_autoptr (JsonNode) tree = NULL;

    if (strcmp (run->member, member) != 0)
      continue;
    tree = ibid_study_file_parse_run (self->file, i, error);
    if (tree == NULL ||
        !read_elements (
            self, member, json_node_get_array (tree), run->first, read, user_data, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
ibid_study_fields_get_each (IbidStudyFields *self,
                            const char *member,
                            IbidStudyReadFunc read,
                            gpointer user_data,
                            GError **error)
{
  JsonArray *array = NULL;

  if (!ibid_study_fields_get_array (self, member, &array, error))
    return FALSE;
  if (array == NULL)
    return TRUE;
  return read_elements (self, member, array, 0, read, user_data, error) &&
         (self->parent != NULL || read_runs (self, member, read, user_data, error));
}

gboolean
ibid_study_fields_need_each (IbidStudyFields *self,
                             const char *member,
                             IbidStudyReadFunc read,
                             gpointer user_data,
                             GError **error)
{
  return ibid_study_fields_has (self, member)
             ? ibid_study_fields_get_each (self, member, read, user_data, error)
             : refuse_missing (self, member, error);
}

gboolean
ibid_study_fields_element_string (const IbidStudyFields *self,
                                  const char *member,
                                  JsonArray *array,
                                  guint index,
                                  const char **value,
                                  GError **error)
{
  JsonNode *node = json_array_get_element (array, index);

  if (!holds (node, G_TYPE_STRING))
    return ibid_study_fields_refuse (self, member, (int)index, error, _ ("must be a string"));
  *value = json_node_get_string (node);
  return TRUE;
}

static gboolean
is_known (const IbidStudyFields *self, const char *member)
{
  for (guint i = 0; i < self->n_known; i++) {
    if (strcmp (self->known[i], member) == 0)
      return TRUE;
  }
  return FALSE;
}

JsonObject *
ibid_study_fields_dup_extra (const IbidStudyFields *self)
{
  JsonObject *extra;
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  if (self->n_known == self->n_members)
    return NULL;
  extra = json_object_new ();
  json_object_iter_init_ordered (&iter, self->object);
  while (json_object_iter_next_ordered (&iter, &member, &node)) {
    if (!is_known (self, member))
      json_object_set_member (extra, member, json_node_copy (node));
  }
  return extra;
}

gboolean
ibid_study_fields_get_evidence (IbidStudyFields *self, IbidEvidence **value, GError **error)
{
  IbidStudyFields fields;
  gboolean is_there;
  const char *rule;
  double confidence = -1.0;

  if (!ibid_study_fields_enter_member (&fields, self, "evidence", &is_there, error))
    return FALSE;
  if (!is_there)
    return TRUE;
  if (!ibid_study_fields_need_string (&fields, "rule", &rule, error) ||
      !ibid_study_fields_get_fraction (&fields, "confidence", &confidence, error))
    return FALSE;
  *value = ibid_evidence_new (rule, confidence);
  (*value)->extra = ibid_study_fields_dup_extra (&fields);
  return TRUE;
}
