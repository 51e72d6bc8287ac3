/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "study/ibid-study-store.h"

#include "study/ibid-study-database.h"
#include "study/ibid-study-worker.h"

struct _IbidStudyStore {
  GObject parent_instance;
  GMutex mutex; /* one call at a time: a call may be several statements */
  sqlite3 *database;
  char *damaged_path;
  IbidStudyWorker *worker;
};

G_DEFINE_FINAL_TYPE (IbidStudyStore, ibid_study_store, G_TYPE_OBJECT)

static void
ibid_study_store_finalize (GObject *object)
{
  IbidStudyStore *self = IBID_STUDY_STORE (object);

  g_clear_pointer (&self->worker, ibid_study_worker_free);
  g_clear_pointer (&self->database, sqlite3_close_v2);
  g_clear_pointer (&self->damaged_path, g_free);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (ibid_study_store_parent_class)->finalize (object);
}

static void
ibid_study_store_class_init (IbidStudyStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ibid_study_store_finalize;
}

static void
ibid_study_store_init (IbidStudyStore *self)
{
  g_mutex_init (&self->mutex);
  self->worker = ibid_study_worker_new ();
}

IbidStudyStore *
ibid_study_store_open (const char *path, GError **error)
{
  g_autoptr (IbidStudyStore) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  self = g_object_new (IBID_TYPE_STUDY_STORE, NULL);
  self->database = ibid_study_database_open (path, &self->damaged_path, error);
  return self->database != NULL ? g_steal_pointer (&self) : NULL;
}

const char *
ibid_study_store_get_damaged_path (IbidStudyStore *self)
{
  g_return_val_if_fail (IBID_IS_STUDY_STORE (self), NULL);
  return self->damaged_path;
}

/* `text` must live until the statement is done. */
static void
bind_text (sqlite3_stmt *statement, int index, const char *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_STATIC);
}

/* NULL for NULL; whoever wrote the file, what comes out is UTF-8. */
static char *
dup_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *)sqlite3_column_text (statement, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static guint
get_uint (sqlite3_stmt *statement, int column)
{
  return (guint)CLAMP (sqlite3_column_int64 (statement, column), 0, (gint64)G_MAXUINT);
}

/* The digest of the document opened last from `uri`; NULL when there is none. */
static gboolean
find_digest (IbidStudyStore *self, const char *uri, char **digest, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ibid_study_database_prepare (
      self->database,
      "SELECT digest FROM documents WHERE uri = ? ORDER BY last_opened DESC LIMIT 1",
      error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  bind_text (statement, 1, uri);
  if (!ibid_study_database_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    *digest = dup_text (statement, 0);
  return TRUE;
}

static IbidPlaceMark *
read_place (sqlite3_stmt *statement)
{
  IbidPlaceMark *place = g_new0 (IbidPlaceMark, 1);

  place->passage_id = dup_text (statement, 1);
  place->offset = get_uint (statement, 2);
  place->context = dup_text (statement, 3);
  place->pane_reference_id = dup_text (statement, 4);
  return place;
}

static gboolean
load_place (IbidStudyStore *self, IbidStudyEntry *entry, const char *uri, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ibid_study_database_prepare (
      self->database,
      "SELECT digest = ?1, passage, offset, context, pane"
      " FROM documents JOIN places USING (digest) WHERE digest = ?1 OR uri = ?2"
      " ORDER BY digest = ?1 DESC, last_opened DESC LIMIT 1",
      error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  bind_text (statement, 1, entry->digest);
  bind_text (statement, 2, uri);
  if (!ibid_study_database_step (statement, &has_row, error))
    return FALSE;
  if (has_row) {
    entry->is_approximate = sqlite3_column_int (statement, 0) == 0;
    entry->place = read_place (statement);
  }
  return TRUE;
}

static void
append_line (GArray *lines, guint line)
{
  g_array_append_val (lines, line);
}

static gboolean
load_kept_lines (IbidStudyStore *self, IbidStudyEntry *entry, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ibid_study_database_prepare (
      self->database, "SELECT line FROM kept_lines WHERE digest = ? ORDER BY line", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  bind_text (statement, 1, entry->digest);
  do {
    if (!ibid_study_database_step (statement, &has_row, error))
      return FALSE;
    if (has_row)
      append_line (entry->kept_lines, get_uint (statement, 0));
  } while (has_row);
  return TRUE;
}

IbidStudyEntry *
ibid_study_store_load (IbidStudyStore *self, const char *digest, const char *uri, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (IbidStudyEntry) entry = NULL;

  g_return_val_if_fail (IBID_IS_STUDY_STORE (self), NULL);
  locker = g_mutex_locker_new (&self->mutex);
  entry = ibid_study_entry_new ();
  entry->digest = g_strdup (digest);
  if ((digest != NULL || find_digest (self, uri, &entry->digest, error)) &&
      load_place (self, entry, uri, error) && load_kept_lines (self, entry, error))
    return g_steal_pointer (&entry);
  return NULL;
}

gboolean
ibid_study_store_record_opened (
    IbidStudyStore *self, const char *digest, const char *uri, const char *title, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;

  g_return_val_if_fail (IBID_IS_STUDY_STORE (self) && digest != NULL && title != NULL, FALSE);
  locker = g_mutex_locker_new (&self->mutex);
  statement = ibid_study_database_prepare (
      self->database,
      "INSERT INTO documents (digest, uri, title, first_opened, last_opened)"
      " VALUES (?1, ?2, ?3, ?4, ?4) ON CONFLICT (digest) DO UPDATE SET"
      " uri = coalesce (excluded.uri, uri), title = excluded.title,"
      " last_opened = excluded.last_opened",
      error);
  if (statement == NULL)
    return FALSE;
  bind_text (statement, 1, digest);
  bind_text (statement, 2, uri);
  bind_text (statement, 3, title);
  sqlite3_bind_int64 (statement, 4, g_get_real_time ());
  return ibid_study_database_run (statement, error);
}

gboolean
ibid_study_store_save_place (IbidStudyStore *self,
                             const char *digest,
                             const IbidPlaceMark *place,
                             GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;

  g_return_val_if_fail (IBID_IS_STUDY_STORE (self) && digest != NULL && place != NULL, FALSE);
  locker = g_mutex_locker_new (&self->mutex);
  statement = ibid_study_database_prepare (
      self->database,
      "INSERT OR REPLACE INTO places (digest, passage, offset, context, pane, updated)"
      " SELECT digest, ?2, ?3, ?4, ?5, ?6 FROM documents WHERE digest = ?1",
      error);
  if (statement == NULL)
    return FALSE;
  bind_text (statement, 1, digest);
  bind_text (statement, 2, place->passage_id);
  sqlite3_bind_int64 (statement, 3, place->offset);
  bind_text (statement, 4, place->context);
  bind_text (statement, 5, place->pane_reference_id);
  sqlite3_bind_int64 (statement, 6, g_get_real_time ());
  return ibid_study_database_run (statement, error);
}

static gboolean
delete_where (IbidStudyStore *self, const char *sql, const char *key, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ibid_study_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return FALSE;
  if (key != NULL)
    bind_text (statement, 1, key);
  return ibid_study_database_run (statement, error);
}

static gboolean
replace_kept_lines (IbidStudyStore *self, const char *digest, GArray *lines, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (!delete_where (self, "DELETE FROM kept_lines WHERE digest = ?", digest, error))
    return FALSE;
  statement = ibid_study_database_prepare (self->database,
                                           "INSERT OR IGNORE INTO kept_lines (digest, line)"
                                           " SELECT digest, ?2 FROM documents WHERE digest = ?1",
                                           error);
  if (statement == NULL)
    return FALSE;
  bind_text (statement, 1, digest);
  for (guint i = 0; lines != NULL && i < lines->len; i++) {
    sqlite3_reset (statement);
    sqlite3_bind_int64 (statement, 2, g_array_index (lines, guint, i));
    if (!ibid_study_database_run (statement, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
ibid_study_store_set_kept_lines (IbidStudyStore *self,
                                 const char *digest,
                                 GArray *lines,
                                 GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  gboolean is_good;

  g_return_val_if_fail (IBID_IS_STUDY_STORE (self) && digest != NULL, FALSE);
  locker = g_mutex_locker_new (&self->mutex);
  if (!ibid_study_database_begin (self->database, error))
    return FALSE;
  is_good = replace_kept_lines (self, digest, lines, error);
  return ibid_study_database_end (self->database, is_good, error);
}

static IbidStudyRecent *
read_recent (sqlite3_stmt *statement)
{
  IbidStudyRecent *recent = g_new0 (IbidStudyRecent, 1);

  recent->uri = dup_text (statement, 0);
  recent->title = dup_text (statement, 1);
  recent->opened = sqlite3_column_int64 (statement, 2);
  return recent;
}

GPtrArray *
ibid_study_store_list_recent (IbidStudyStore *self, guint max, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (GPtrArray) list = NULL;
  gboolean has_row;

  g_return_val_if_fail (IBID_IS_STUDY_STORE (self), NULL);
  locker = g_mutex_locker_new (&self->mutex);
  /* SQLite takes the bare title from the row that has the maximum. */
  statement = ibid_study_database_prepare (self->database,
                                           "SELECT uri, title, max (last_opened) AS opened"
                                           " FROM documents WHERE uri IS NOT NULL GROUP BY uri"
                                           " ORDER BY opened DESC LIMIT ?",
                                           error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, max);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify)ibid_study_recent_free);
  do {
    if (!ibid_study_database_step (statement, &has_row, error))
      return NULL;
    if (has_row)
      g_ptr_array_add (list, read_recent (statement));
  } while (has_row);
  return g_steal_pointer (&list);
}

gboolean
ibid_study_store_forget (IbidStudyStore *self, const char *uri, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (IBID_IS_STUDY_STORE (self) && uri != NULL, FALSE);
  locker = g_mutex_locker_new (&self->mutex);
  return delete_where (self, "DELETE FROM documents WHERE uri = ?", uri, error);
}

gboolean
ibid_study_store_clear_history (IbidStudyStore *self, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (IBID_IS_STUDY_STORE (self), FALSE);
  locker = g_mutex_locker_new (&self->mutex);
  return delete_where (self, "DELETE FROM documents", NULL, error);
}

void
ibid_study_store_push (IbidStudyStore *self, GTask *task, GTaskThreadFunc function)
{
  g_return_if_fail (IBID_IS_STUDY_STORE (self) && G_IS_TASK (task));
  ibid_study_worker_push (self->worker, task, function);
}

void
ibid_study_store_flush (IbidStudyStore *self)
{
  g_return_if_fail (IBID_IS_STUDY_STORE (self));
  ibid_study_worker_flush (self->worker);
}
