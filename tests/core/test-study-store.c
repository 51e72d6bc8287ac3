/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "study/ibid-study-database.h"
#include "study/ibid-study-schema.h"
#include "study/ibid-study-store.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* SHA-256 digests look like this. */
#define DIGEST_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define DIGEST_B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
#define DIGEST_C "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"
#define URI "file:///home/reader/essay.txt"
#define OTHER_URI "file:///home/reader/book.txt"

/* Of the test at hand; its directories are not there yet. */
static char *
get_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "ibid", "study.sqlite", NULL);
}

static IbidStudyStore *
open_store (void)
{
  g_autofree char *path = get_path ();
  g_autoptr (GError) error = NULL;
  IbidStudyStore *store = ibid_study_store_open (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

static void
assert_open_fails (const char *path, int code)
{
  g_autoptr (GError) error = NULL;
  IbidStudyStore *store = ibid_study_store_open (path, &error);

  g_assert_null (store);
  g_assert_error (error, IBID_STUDY_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_false (g_str_has_suffix (error->message, "."));
}

static void
record (IbidStudyStore *store, const char *digest, const char *uri, const char *title)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ibid_study_store_record_opened (store, digest, uri, title, &error));
  g_assert_no_error (error);
  /* Times are the order of list_recent(): no two may be the same. */
  g_usleep (2);
}

static void
save_place (IbidStudyStore *store, const char *digest, guint offset, const char *pane)
{
  IbidPlaceMark place = {(char *)"p7", offset, (char *)"with “China” — ’", (char *)pane};
  g_autoptr (GError) error = NULL;

  g_assert_true (ibid_study_store_save_place (store, digest, &place, &error));
  g_assert_no_error (error);
}

static void
keep_lines (IbidStudyStore *store, const char *digest, guint n, const guint *lines)
{
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) error = NULL;

  g_array_append_vals (array, lines, n);
  g_assert_true (ibid_study_store_set_kept_lines (store, digest, array, &error));
  g_assert_no_error (error);
}

static IbidStudyEntry *
load (IbidStudyStore *store, const char *digest, const char *uri)
{
  g_autoptr (GError) error = NULL;
  IbidStudyEntry *entry = ibid_study_store_load (store, digest, uri, &error);

  g_assert_no_error (error);
  g_assert_nonnull (entry);
  return entry;
}

/* The titles, newest first, joined by "|". */
static char *
dup_recent (IbidStudyStore *store, guint max)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = ibid_study_store_list_recent (store, max, &error);
  GString *titles = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++) {
    const IbidStudyRecent *recent = g_ptr_array_index (list, i);

    g_string_append_printf (titles, "%s%s", i > 0 ? "|" : "", recent->title);
  }
  return g_string_free (titles, FALSE);
}

static void
assert_recent (IbidStudyStore *store, guint max, const char *expected)
{
  g_autofree char *titles = dup_recent (store, max);

  g_assert_cmpstr (titles, ==, expected);
}

/* The first column of the first row of `sql`, read by somebody else. */
static char *
query (const char *path, const char *sql)
{
  sqlite3 *database = NULL;
  sqlite3_stmt *statement = NULL;
  char *result = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  if (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    result = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (database);
  return result;
}

static void
execute (const char *path, const char *sql)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static void
make_directory (const char *path)
{
  g_autofree char *directory = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (directory, 0700), ==, 0);
}

static void
test_fresh (void)
{
  g_autofree char *path = get_path ();
  IbidStudyStore *store = open_store ();
  g_autoptr (IbidStudyEntry) entry = load (store, DIGEST_A, URI);
  g_autoptr (IbidStudyEntry) unread = load (store, NULL, URI);
  g_autoptr (IbidStudyEntry) nameless = load (store, NULL, NULL);
  g_autofree char *version = NULL;
  g_autofree char *mode = NULL;

  g_assert_null (ibid_study_store_get_damaged_path (store));
  g_assert_null (entry->place);
  g_assert_false (entry->is_approximate);
  g_assert_cmpuint (entry->kept_lines->len, ==, 0);
  g_assert_cmpstr (entry->digest, ==, DIGEST_A);
  g_assert_null (unread->digest);
  g_assert_null (nameless->digest);
  assert_recent (store, 10, "");
  g_assert_finalize_object (store);

  version = query (path, "PRAGMA user_version");
  mode = query (path, "PRAGMA journal_mode");
  g_assert_cmpstr (version, ==, "1");
  g_assert_cmpstr (mode, ==, "wal");
}

static void
test_reopen (void)
{
  const guint lines[] = {7, 3, 7, 4294967295u};
  IbidStudyStore *store = open_store ();
  g_autoptr (IbidStudyEntry) entry = NULL;

  record (store, DIGEST_A, URI, "Japan’s “Strategy”");
  save_place (store, DIGEST_A, 11, "r2");
  save_place (store, DIGEST_A, 12, "r6");
  keep_lines (store, DIGEST_A, G_N_ELEMENTS (lines), lines);
  g_assert_finalize_object (store);

  store = open_store ();
  entry = load (store, DIGEST_A, NULL);
  g_assert_false (entry->is_approximate);
  g_assert_cmpstr (entry->place->passage_id, ==, "p7");
  g_assert_cmpuint (entry->place->offset, ==, 12);
  g_assert_cmpstr (entry->place->context, ==, "with “China” — ’");
  g_assert_cmpstr (entry->place->pane_reference_id, ==, "r6");
  g_assert_cmpuint (entry->kept_lines->len, ==, 3);
  g_assert_cmpuint (g_array_index (entry->kept_lines, guint, 0), ==, 3);
  g_assert_cmpuint (g_array_index (entry->kept_lines, guint, 1), ==, 7);
  g_assert_cmpuint (g_array_index (entry->kept_lines, guint, 2), ==, 4294967295u);
  assert_recent (store, 10, "Japan’s “Strategy”");

  /* The pane was closed, the lines were taken out again. */
  save_place (store, DIGEST_A, 13, NULL);
  keep_lines (store, DIGEST_A, 0, NULL);
  g_clear_pointer (&entry, ibid_study_entry_free);
  entry = load (store, DIGEST_A, NULL);
  g_assert_cmpuint (entry->place->offset, ==, 13);
  g_assert_null (entry->place->pane_reference_id);
  g_assert_cmpuint (entry->kept_lines->len, ==, 0);
  g_assert_finalize_object (store);
}

/* The file at the URI has other bytes than last time, and the time before. */
static void
test_changed_file (void)
{
  const guint line = 5;
  IbidStudyStore *store = open_store ();
  g_autoptr (IbidStudyEntry) changed = NULL;
  g_autoptr (IbidStudyEntry) recorded = NULL;
  g_autoptr (IbidStudyEntry) elsewhere = NULL;
  g_autoptr (IbidStudyEntry) unread = NULL;
  g_autoptr (IbidStudyEntry) back = NULL;

  record (store, DIGEST_A, URI, "First");
  save_place (store, DIGEST_A, 1, NULL);
  record (store, DIGEST_B, URI, "Second");
  save_place (store, DIGEST_B, 2, NULL);
  keep_lines (store, DIGEST_B, 1, &line);

  changed = load (store, DIGEST_C, URI);
  g_assert_true (changed->is_approximate);
  g_assert_cmpuint (changed->place->offset, ==, 2);
  g_assert_cmpuint (changed->kept_lines->len, ==, 0);
  elsewhere = load (store, DIGEST_C, OTHER_URI);
  g_assert_null (elsewhere->place);
  unread = load (store, NULL, URI);
  g_assert_cmpstr (unread->digest, ==, DIGEST_B);
  g_assert_cmpuint (unread->kept_lines->len, ==, 1);

  /* That it was opened before its place was asked for makes no difference. */
  record (store, DIGEST_C, URI, "Third");
  recorded = load (store, DIGEST_C, URI);
  g_assert_true (recorded->is_approximate);
  g_assert_cmpuint (recorded->place->offset, ==, 2);
  back = load (store, DIGEST_A, URI);
  g_assert_false (back->is_approximate);
  g_assert_cmpuint (back->place->offset, ==, 1);
  assert_recent (store, 10, "Third");
  g_assert_finalize_object (store);
}

static void
test_recent (void)
{
  IbidStudyStore *store = open_store ();
  g_autoptr (GPtrArray) list = NULL;
  gint64 before = g_get_real_time ();
  const IbidStudyRecent *newest;

  record (store, DIGEST_A, URI, "A");
  record (store, DIGEST_B, OTHER_URI, "B");
  record (store, DIGEST_C, NULL, "Standard input");
  assert_recent (store, 10, "B|A");
  record (store, DIGEST_A, URI, "A again");
  assert_recent (store, 10, "A again|B");
  assert_recent (store, 1, "A again");
  assert_recent (store, 0, "");
  list = ibid_study_store_list_recent (store, 1, NULL);
  newest = g_ptr_array_index (list, 0);
  g_assert_cmpstr (newest->uri, ==, URI);
  g_assert_cmpint (newest->opened, >=, before);
  g_assert_cmpint (newest->opened, <=, g_get_real_time ());

  /* The same bytes under another name: the last one counts. */
  record (store, DIGEST_B, "file:///moved.txt", "B moved");
  assert_recent (store, 10, "B moved|A again");
  g_assert_finalize_object (store);
}

static void
test_forget (void)
{
  const guint line = 5;
  g_autofree char *path = get_path ();
  g_autofree char *n_rows = NULL;
  IbidStudyStore *store = open_store ();
  g_autoptr (IbidStudyEntry) forgotten = NULL;
  g_autoptr (IbidStudyEntry) kept = NULL;

  record (store, DIGEST_A, URI, "A");
  save_place (store, DIGEST_A, 1, NULL);
  keep_lines (store, DIGEST_A, 1, &line);
  record (store, DIGEST_B, OTHER_URI, "B");
  save_place (store, DIGEST_B, 2, NULL);
  keep_lines (store, DIGEST_B, 1, &line);
  g_assert_true (ibid_study_store_forget (store, URI, NULL));
  g_assert_true (ibid_study_store_forget (store, "file:///never", NULL));
  assert_recent (store, 10, "B");
  forgotten = load (store, DIGEST_A, URI);
  g_assert_null (forgotten->place);
  kept = load (store, DIGEST_B, OTHER_URI);
  g_assert_cmpuint (kept->place->offset, ==, 2);

  g_assert_true (ibid_study_store_clear_history (store, NULL));
  /* What is still open does not come back by itself. */
  save_place (store, DIGEST_B, 3, NULL);
  keep_lines (store, DIGEST_B, 1, &line);
  assert_recent (store, 10, "");
  g_assert_finalize_object (store);
  n_rows = query (path,
                  "SELECT (SELECT count (*) FROM documents) + (SELECT count (*) FROM places)"
                  " + (SELECT count (*) FROM kept_lines)");
  g_assert_cmpstr (n_rows, ==, "0");
}

static void
test_two_stores (void)
{
  IbidStudyStore *one = open_store ();
  IbidStudyStore *two = open_store ();
  g_autoptr (IbidStudyEntry) entry = NULL;

  record (one, DIGEST_A, URI, "A");
  record (two, DIGEST_B, OTHER_URI, "B");
  save_place (two, DIGEST_A, 4, NULL);
  entry = load (one, DIGEST_A, URI);
  g_assert_cmpuint (entry->place->offset, ==, 4);
  assert_recent (one, 10, "B|A");
  assert_recent (two, 10, "B|A");
  g_assert_finalize_object (one);
  g_assert_finalize_object (two);
}

static gpointer
open_and_record_thread (gpointer data)
{
  g_autofree char *digest = g_strnfill (64, (char)('a' + GPOINTER_TO_INT (data)));
  g_autofree char *uri = g_strdup_printf ("file:///%s", digest);
  g_autoptr (IbidStudyStore) store = open_store ();

  for (guint i = 0; i < 10; i++)
    record (store, digest, uri, "x");
  return NULL;
}

/* Several begin on a missing file at once: the tables are made once, and nobody is turned away. */
static void
test_race (void)
{
  for (guint round = 0; round < 25; round++) {
    g_autofree char *path = get_path ();
    GThread *threads[4];

    for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
      threads[i] = g_thread_new ("study", open_and_record_thread, GINT_TO_POINTER (i));
    for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
      g_thread_join (threads[i]);
    {
      g_autoptr (IbidStudyStore) store = open_store ();

      assert_recent (store, 10, "x|x|x|x");
      g_assert_null (ibid_study_store_get_damaged_path (store));
    }
    g_assert_cmpint (g_unlink (path), ==, 0);
  }
}

/* Makes a damaged file by `damage`, and sees that it is moved to `path` + `suffix` unchanged. */
static void
assert_moved_aside (const char *path, const char *suffix)
{
  g_autofree char *target = g_strconcat (path, suffix, NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before;
  gsize n_after;
  IbidStudyStore *store;

  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  store = open_store ();
  g_assert_cmpstr (ibid_study_store_get_damaged_path (store), ==, target);
  g_assert_true (g_file_get_contents (target, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);

  /* The new one works, and is not moved in its turn. */
  record (store, DIGEST_A, URI, "A");
  g_assert_finalize_object (store);
  store = open_store ();
  g_assert_null (ibid_study_store_get_damaged_path (store));
  assert_recent (store, 10, "A");
  g_assert_finalize_object (store);
}

static void
overwrite (const char *path, gsize offset, gsize length, gboolean is_cut)
{
  g_autofree char *bytes = NULL;
  gsize n;

  g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
  g_assert_cmpuint (offset + length, <=, n);
  memset (bytes + offset, 0xa5, length);
  g_assert_true (g_file_set_contents (path, bytes, is_cut ? offset + length : n, NULL));
}

static void
test_damaged (void)
{
  g_autofree char *path = get_path ();

  make_directory (path);
  g_assert_true (g_file_set_contents (path, "not a database", -1, NULL));
  assert_moved_aside (path, ".damaged-1");

  /* Ours, but cut off in the middle. */
  overwrite (path, 4096 + 100, 0, TRUE);
  assert_moved_aside (path, ".damaged-2");

  /* Ours, with a page of rubbish. */
  overwrite (path, 4096, 4096, FALSE);
  assert_moved_aside (path, ".damaged-3");

  /* A database that has our version and not our tables. */
  execute (path, "PRAGMA foreign_keys = OFF; DROP TABLE kept_lines");
  assert_moved_aside (path, ".damaged-4");
  execute (path, "ALTER TABLE places RENAME COLUMN context TO contexts");
  assert_moved_aside (path, ".damaged-5");
}

/* A log that was not folded in belongs to the damaged file, not to the new one. */
static void
test_damaged_log (void)
{
  g_autofree char *path = get_path ();
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *moved_log = g_strconcat (path, ".damaged-1-wal", NULL);
  g_autofree char *moved = NULL;

  make_directory (path);
  g_assert_true (g_file_set_contents (path, "not a database", -1, NULL));
  g_assert_true (g_file_set_contents (log, "not a log", -1, NULL));
  assert_moved_aside (path, ".damaged-1");
  g_assert_true (g_file_get_contents (moved_log, &moved, NULL, NULL));
  g_assert_cmpstr (moved, ==, "not a log");
}

static void
test_newer (void)
{
  g_autofree char *path = get_path ();
  g_autofree char *aside = g_strconcat (path, ".damaged-1", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before;
  gsize n_after;
  sqlite3 *other = NULL;
  IbidStudyStore *store = open_store ();

  record (store, DIGEST_A, URI, "A");
  g_assert_finalize_object (store);
  execute (path, "PRAGMA user_version = 2; ALTER TABLE documents ADD COLUMN colour TEXT");

  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  assert_open_fails (path, IBID_STUDY_ERROR_NEWER);
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));

  /* Nor when the newer program left a log behind, which the last to close would fold in. */
  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_db_config (other, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL), ==, 0);
  g_assert_cmpint (
      sqlite3_exec (other, "UPDATE documents SET title = 'B'", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  assert_open_fails (path, IBID_STUDY_ERROR_NEWER);
  g_clear_pointer (&after, g_free);
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_unwritable (void)
{
  g_autofree char *path = get_path ();
  g_autofree char *below_file = g_build_filename (path, "ibid", "study.sqlite", NULL);
  g_autofree char *directory = g_path_get_dirname (path);

  /* A directory in the file's place, then a file in the directory's place. */
  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  assert_open_fails (path, IBID_STUDY_ERROR_UNAVAILABLE);
  g_assert_cmpint (g_rmdir (path), ==, 0);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_open_fails (below_file, IBID_STUDY_ERROR_UNAVAILABLE);
  if (geteuid () == 0) {
    g_test_message ("root may write everywhere");
    return;
  }
  g_assert_cmpint (g_chmod (path, 0400), ==, 0);
  assert_open_fails (path, IBID_STUDY_ERROR_UNAVAILABLE);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_chmod (directory, 0500), ==, 0);
  assert_open_fails (path, IBID_STUDY_ERROR_UNAVAILABLE);
  g_assert_cmpint (g_chmod (directory, 0700), ==, 0);
}

/* Somebody else holds the right to write: it is waited for, and then the change is made. */
static gpointer
release_thread (gpointer database)
{
  g_usleep (100000);
  g_assert_cmpint (sqlite3_exec (database, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  return NULL;
}

static void
test_busy (void)
{
  g_autofree char *path = get_path ();
  IbidStudyStore *store = open_store ();
  sqlite3 *other = NULL;
  GThread *thread;

  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  thread = g_thread_new ("other", release_thread, other);
  record (store, DIGEST_A, URI, "A");
  g_thread_join (thread);
  sqlite3_close (other);
  assert_recent (store, 10, "A");
  g_assert_finalize_object (store);
}

/* From an empty database to this version, and again without an effect. */
static void
test_migrations (void)
{
  g_autoptr (sqlite3) database = NULL;
  g_autoptr (GError) error = NULL;
  int version = -1;

  g_assert_cmpint (sqlite3_open (":memory:", &database), ==, SQLITE_OK);
  g_assert_false (ibid_study_schema_check (database, &error));
  g_assert_error (error, IBID_STUDY_ERROR, IBID_STUDY_ERROR_DAMAGED);
  g_clear_error (&error);
  for (guint i = 0; i < 2; i++) {
    g_assert_true (ibid_study_schema_migrate (database, &error));
    g_assert_no_error (error);
    g_assert_true (ibid_study_schema_check (database, &error));
    g_assert_no_error (error);
    g_assert_true (ibid_study_database_get_version (database, &version, &error));
    g_assert_cmpint (version, ==, 1);
  }
}

/* A step that fails half-way leaves nothing behind. */
static void
test_migration_is_whole (void)
{
  g_autoptr (sqlite3) database = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (GError) error = NULL;
  int version = -1;

  g_assert_cmpint (sqlite3_open (":memory:", &database), ==, SQLITE_OK);
  g_assert_true (ibid_study_database_exec (database, "CREATE TABLE kept_lines (x)", &error));
  g_assert_false (ibid_study_schema_migrate (database, &error));
  g_assert_nonnull (error);
  g_assert_true (ibid_study_database_get_version (database, &version, NULL));
  g_assert_cmpint (version, ==, 0);
  statement = ibid_study_database_prepare (database, "SELECT * FROM documents", NULL);
  g_assert_null (statement);
}

typedef struct {
  GMainLoop *loop;
  GPtrArray *recent;
  gboolean is_changed;
  GError *error;
} Answer;

static void
recent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->recent = ibid_study_store_list_recent_finish (
      IBID_STUDY_STORE (source), result, &answer->error);
  g_main_loop_quit (answer->loop);
}

static void
change_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->is_changed = ibid_study_store_change_finish (
      IBID_STUDY_STORE (source), result, &answer->error);
  g_main_loop_quit (answer->loop);
}

/* Everything in the order in which it was asked for, answers from the main loop. */
static void
test_async (void)
{
  IbidPlaceMark place = {(char *)"p1", 0, (char *)"context", NULL};
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  IbidStudyStore *store = open_store ();
  Answer answer = {loop, NULL, FALSE, NULL};
  g_autoptr (IbidStudyEntry) entry = NULL;
  guint line = 9;

  g_array_append_val (lines, line);
  ibid_study_store_record_opened_async (store, DIGEST_A, URI, "A", NULL, NULL);
  for (place.offset = 1; place.offset < 100; place.offset++)
    ibid_study_store_save_place_async (store, DIGEST_A, &place, NULL, NULL);
  ibid_study_store_set_kept_lines_async (store, DIGEST_A, lines, NULL, NULL);
  g_array_set_size (lines, 0);
  ibid_study_store_list_recent_async (store, 5, NULL, recent_cb, &answer);
  g_main_loop_run (loop);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.recent->len, ==, 1);
  g_ptr_array_unref (answer.recent);
  entry = load (store, DIGEST_A, URI);
  g_assert_cmpuint (entry->place->offset, ==, 99);
  g_assert_cmpuint (entry->kept_lines->len, ==, 1);

  ibid_study_store_forget_async (store, URI, change_cb, &answer);
  g_main_loop_run (loop);
  g_assert_true (answer.is_changed);
  ibid_study_store_record_opened_async (store, DIGEST_B, URI, "B", NULL, NULL);
  ibid_study_store_clear_history_async (store, change_cb, &answer);
  g_main_loop_run (loop);
  assert_recent (store, 5, "");
  g_assert_no_error (answer.error);
  /* Its thread may not have let go yet of the task that has called back. */
  ibid_study_store_flush (store);
  g_assert_finalize_object (store);
}

/* At shutdown no main loop runs any more: what was asked for is done all the same, and the store
 * may be let go of at once. */
static void
test_flush (void)
{
  IbidStudyStore *store = open_store ();
  g_autoptr (IbidStudyStore) reopened = NULL;

  ibid_study_store_flush (store);
  for (guint i = 0; i < 50; i++) {
    g_autofree char *digest = g_strdup_printf ("%064u", i);

    ibid_study_store_record_opened_async (store, digest, digest, "x", NULL, NULL);
  }
  ibid_study_store_flush (store);
  reopened = open_store ();
  {
    g_autoptr (GPtrArray) list = ibid_study_store_list_recent (reopened, 100, NULL);

    g_assert_cmpuint (list->len, ==, 50);
  }
  ibid_study_store_record_opened_async (store, DIGEST_A, URI, "A", NULL, NULL);
  g_object_unref (store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_cancelled (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (IbidStudyStore) store = open_store ();
  Answer answer = {loop, NULL, FALSE, NULL};

  g_cancellable_cancel (cancellable);
  ibid_study_store_list_recent_async (store, 5, cancellable, recent_cb, &answer);
  g_main_loop_run (loop);
  g_assert_null (answer.recent);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
}

/* Whatever somebody else wrote into the file: numbers are cut, text comes out as UTF-8. */
static void
test_odd_rows (void)
{
  g_autofree char *path = get_path ();
  g_autoptr (IbidStudyStore) store = open_store ();
  g_autoptr (IbidStudyEntry) entry = NULL;

  record (store, DIGEST_A, URI, "A");
  execute (path,
           "INSERT INTO places VALUES ('" DIGEST_A
           "', '', -5, cast (x'41ff' AS TEXT), cast (x'e3' AS TEXT), 0);"
           "INSERT INTO kept_lines VALUES ('" DIGEST_A "', -1), ('" DIGEST_A "', 1 << 40)");
  entry = load (store, DIGEST_A, URI);
  g_assert_cmpuint (entry->place->offset, ==, 0);
  g_assert_cmpstr (entry->place->context, ==, "A\xef\xbf\xbd");
  g_assert_cmpstr (entry->place->pane_reference_id, ==, "\xef\xbf\xbd");
  g_assert_cmpuint (entry->kept_lines->len, ==, 2);
  g_assert_cmpuint (g_array_index (entry->kept_lines, guint, 0), ==, 0);
  g_assert_cmpuint (g_array_index (entry->kept_lines, guint, 1), ==, G_MAXUINT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/study-store/fresh", test_fresh);
  g_test_add_func ("/study-store/reopen", test_reopen);
  g_test_add_func ("/study-store/changed-file", test_changed_file);
  g_test_add_func ("/study-store/recent", test_recent);
  g_test_add_func ("/study-store/forget", test_forget);
  g_test_add_func ("/study-store/two-stores", test_two_stores);
  g_test_add_func ("/study-store/race", test_race);
  g_test_add_func ("/study-store/damaged", test_damaged);
  g_test_add_func ("/study-store/damaged-log", test_damaged_log);
  g_test_add_func ("/study-store/newer", test_newer);
  g_test_add_func ("/study-store/unwritable", test_unwritable);
  g_test_add_func ("/study-store/busy", test_busy);
  g_test_add_func ("/study-store/migrations", test_migrations);
  g_test_add_func ("/study-store/migration-is-whole", test_migration_is_whole);
  g_test_add_func ("/study-store/async", test_async);
  g_test_add_func ("/study-store/flush", test_flush);
  g_test_add_func ("/study-store/cancelled", test_cancelled);
  g_test_add_func ("/study-store/odd-rows", test_odd_rows);
  return g_test_run ();
}
