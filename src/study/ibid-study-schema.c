/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "study/ibid-study-schema.h"

#include "study/ibid-study-database.h"

#include <glib/gi18n.h>

/* Step n leads from version n to n + 1. Never change a step that was released; add one.
 * Times are microseconds since 1970, UTC; offsets count code points. */
static const char *const migrations[] = {
    "CREATE TABLE documents ("
    "  digest TEXT NOT NULL PRIMARY KEY," /* SHA-256 of the bytes, hexadecimal */
    "  uri TEXT,"                         /* where it was opened from last; the second key */
    "  title TEXT NOT NULL,"
    "  first_opened INTEGER NOT NULL,"
    "  last_opened INTEGER NOT NULL"
    ") STRICT;"
    "CREATE INDEX documents_by_uri ON documents (uri, last_opened);"
    "CREATE INDEX documents_by_time ON documents (last_opened);"
    "CREATE TABLE places ("
    "  digest TEXT NOT NULL PRIMARY KEY REFERENCES documents (digest) ON DELETE CASCADE,"
    "  passage TEXT NOT NULL,"
    "  offset INTEGER NOT NULL,"
    "  context TEXT NOT NULL,"
    "  pane TEXT," /* id of the reference that was open beside it */
    "  updated INTEGER NOT NULL"
    ") STRICT;"
    "CREATE TABLE kept_lines ("
    "  digest TEXT NOT NULL REFERENCES documents (digest) ON DELETE CASCADE,"
    "  line INTEGER NOT NULL," /* of the file, from 1 */
    "  PRIMARY KEY (digest, line)"
    ") STRICT, WITHOUT ROWID;",
};
G_STATIC_ASSERT (G_N_ELEMENTS (migrations) == IBID_STUDY_SCHEMA_VERSION);

static gboolean
run_steps (sqlite3 *database, GError **error)
{
  int version;

  if (!ibid_study_database_get_version (database, &version, error))
    return FALSE;
  if (version < 0 || version > IBID_STUDY_SCHEMA_VERSION) {
    g_set_error (error,
                 IBID_STUDY_ERROR,
                 IBID_STUDY_ERROR_NEWER,
                 _ ("%s: written by a newer version of Ibid"),
                 sqlite3_db_filename (database, "main"));
    return FALSE;
  }
  for (int i = version; i < IBID_STUDY_SCHEMA_VERSION; i++)
    if (!ibid_study_database_exec (database, migrations[i], error))
      return FALSE;
  return version == IBID_STUDY_SCHEMA_VERSION ||
         ibid_study_database_set_version (database, IBID_STUDY_SCHEMA_VERSION, error);
}

gboolean
ibid_study_schema_migrate (sqlite3 *database, GError **error)
{
  if (!ibid_study_database_begin (database, error))
    return FALSE;
  return ibid_study_database_end (database, run_steps (database, error), error);
}

gboolean
ibid_study_schema_check (sqlite3 *database, GError **error)
{
  static const char *const queries[] = {
      "SELECT digest, uri, title, first_opened, last_opened FROM documents",
      "SELECT digest, passage, offset, context, pane, updated FROM places",
      "SELECT digest, line FROM kept_lines"};

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++) {
    g_autoptr (sqlite3_stmt) statement = ibid_study_database_prepare (database, queries[i], NULL);

    if (statement == NULL) {
      g_set_error (error,
                   IBID_STUDY_ERROR,
                   IBID_STUDY_ERROR_DAMAGED,
                   _ ("%s: a table of the database is missing or broken"),
                   sqlite3_db_filename (database, "main"));
      return FALSE;
    }
  }
  return TRUE;
}
