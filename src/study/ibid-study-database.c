/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "study/ibid-study-database.h"

#include "study/ibid-study-schema.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define BUSY_TIMEOUT_MS 5000
#define MAX_DAMAGED 999

static IbidStudyError
get_code (int result)
{
  switch (result & 0xff) {
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
  case SQLITE_ERROR: /* our SQL is right, so the tables are not */
    return IBID_STUDY_ERROR_DAMAGED;
  default:
    return IBID_STUDY_ERROR_UNAVAILABLE;
  }
}

/* What the last call on `database` complained of. */
static void
set_error (sqlite3 *database, GError **error)
{
  g_set_error (error,
               IBID_STUDY_ERROR,
               get_code (sqlite3_errcode (database)),
               "%s: %s",
               sqlite3_db_filename (database, "main"),
               sqlite3_errmsg (database));
}

gboolean
ibid_study_database_exec (sqlite3 *database, const char *sql, GError **error)
{
  if (sqlite3_exec (database, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  set_error (database, error);
  return FALSE;
}

sqlite3_stmt *
ibid_study_database_prepare (sqlite3 *database, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL) != SQLITE_OK)
    set_error (database, error);
  return statement;
}

gboolean
ibid_study_database_step (sqlite3_stmt *statement, gboolean *has_row, GError **error)
{
  int result = sqlite3_step (statement);

  *has_row = result == SQLITE_ROW;
  if (result == SQLITE_ROW || result == SQLITE_DONE)
    return TRUE;
  set_error (sqlite3_db_handle (statement), error);
  return FALSE;
}

gboolean
ibid_study_database_run (sqlite3_stmt *statement, GError **error)
{
  if (sqlite3_step (statement) == SQLITE_DONE)
    return TRUE;
  set_error (sqlite3_db_handle (statement), error);
  return FALSE;
}

gboolean
ibid_study_database_begin (sqlite3 *database, GError **error)
{
  return ibid_study_database_exec (database, "BEGIN IMMEDIATE", error);
}

gboolean
ibid_study_database_end (sqlite3 *database, gboolean is_good, GError **error)
{
  if (is_good && ibid_study_database_exec (database, "COMMIT", error))
    return TRUE;
  /* Some failures have rolled back already. */
  if (!sqlite3_get_autocommit (database))
    ibid_study_database_exec (database, "ROLLBACK", NULL);
  return FALSE;
}

gboolean
ibid_study_database_get_version (sqlite3 *database, int *version, GError **error)
{
  g_autoptr (sqlite3_stmt)
      statement = ibid_study_database_prepare (database, "PRAGMA user_version", error);
  gboolean has_row;

  if (statement == NULL || !ibid_study_database_step (statement, &has_row, error))
    return FALSE;
  *version = sqlite3_column_int (statement, 0);
  return TRUE;
}

gboolean
ibid_study_database_set_version (sqlite3 *database, int version, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", version);

  return ibid_study_database_exec (database, sql, error);
}

static gboolean
check_integrity (sqlite3 *database, GError **error)
{
  g_autoptr (sqlite3_stmt)
      statement = ibid_study_database_prepare (database, "PRAGMA quick_check (1)", error);
  gboolean has_row;

  if (statement == NULL || !ibid_study_database_step (statement, &has_row, error))
    return FALSE;
  if (g_strcmp0 ((const char *)sqlite3_column_text (statement, 0), "ok") == 0)
    return TRUE;
  g_set_error (error,
               IBID_STUDY_ERROR,
               IBID_STUDY_ERROR_DAMAGED,
               _ ("%s: the database is damaged"),
               sqlite3_db_filename (database, "main"));
  return FALSE;
}

/* The busy timeout does not hold for this one, when several begin at once. */
static gboolean
start_log (sqlite3 *database, GError **error)
{
  const gint64 end = g_get_monotonic_time () + BUSY_TIMEOUT_MS * G_TIME_SPAN_MILLISECOND;

  while (sqlite3_exec (database, "PRAGMA journal_mode = WAL", NULL, NULL, NULL) != SQLITE_OK) {
    if (sqlite3_errcode (database) != SQLITE_BUSY || g_get_monotonic_time () > end) {
      set_error (database, error);
      return FALSE;
    }
    g_usleep (G_TIME_SPAN_MILLISECOND * 10);
  }
  return TRUE;
}

/* Nothing is written before the version is known to be ours; until then closing folds no log into
 * the file either. */
static gboolean
set_up (sqlite3 *database, GError **error)
{
  sqlite3_db_config (database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_busy_timeout (database, BUSY_TIMEOUT_MS);
  if (sqlite3_db_readonly (database, "main") == 1) {
    g_set_error (error,
                 IBID_STUDY_ERROR,
                 IBID_STUDY_ERROR_UNAVAILABLE,
                 _ ("%s: the file cannot be written to"),
                 sqlite3_db_filename (database, "main"));
    return FALSE;
  }
  if (!ibid_study_database_exec (database,
                                 "PRAGMA foreign_keys = ON;"
                                 "PRAGMA trusted_schema = OFF;"
                                 "PRAGMA secure_delete = ON;", /* what is forgotten is gone */
                                 error) ||
      !ibid_study_schema_migrate (database, error) || !check_integrity (database, error) ||
      !ibid_study_schema_check (database, error) || !start_log (database, error))
    return FALSE;
  sqlite3_db_config (database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return TRUE;
}

static sqlite3 *
open_once (const char *path, GError **error)
{
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX;
  g_autoptr (sqlite3) database = NULL;

  if (sqlite3_open_v2 (path, &database, flags, NULL) != SQLITE_OK) {
    g_set_error (error,
                 IBID_STUDY_ERROR,
                 IBID_STUDY_ERROR_UNAVAILABLE,
                 "%s: %s",
                 path,
                 database != NULL ? sqlite3_errmsg (database) : g_strerror (ENOMEM));
    return NULL;
  }
  return set_up (database, error) ? g_steal_pointer (&database) : NULL;
}

/* The log goes along: it belongs to the file that it stands beside. */
static gboolean
move_with_log (const char *path, const char *target)
{
  static const char *const suffixes[] = {"-wal", "-shm", "-journal"};

  if (g_rename (path, target) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
    g_autofree char *to = g_strconcat (target, suffixes[i], NULL);

    if (g_rename (from, to) != 0 && errno != ENOENT)
      return FALSE;
  }
  return TRUE;
}

/* NULL when it could not be moved. */
static char *
move_aside (const char *path)
{
  for (guint i = 1; i <= MAX_DAMAGED; i++) {
    g_autofree char *target = g_strdup_printf ("%s.damaged-%u", path, i);

    if (!g_file_test (target, G_FILE_TEST_EXISTS))
      return move_with_log (path, target) ? g_steal_pointer (&target) : NULL;
  }
  return NULL;
}

static gboolean
make_directory (const char *path, GError **error)
{
  g_autofree char *directory = g_path_get_dirname (path);

  if (g_mkdir_with_parents (directory, 0700) == 0)
    return TRUE;
  g_set_error (error,
               IBID_STUDY_ERROR,
               IBID_STUDY_ERROR_UNAVAILABLE,
               "%s: %s",
               directory,
               g_strerror (errno));
  return FALSE;
}

sqlite3 *
ibid_study_database_open (const char *path, char **moved_to, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3 *database;

  *moved_to = NULL;
  if (!make_directory (path, error))
    return NULL;
  database = open_once (path, &local_error);
  if (database == NULL &&
      g_error_matches (local_error, IBID_STUDY_ERROR, IBID_STUDY_ERROR_DAMAGED)) {
    *moved_to = move_aside (path);
    if (*moved_to != NULL)
      return open_once (path, error);
  }
  if (database == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return database;
}
