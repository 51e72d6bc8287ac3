/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "study/ibid-study-error.h"

#include <sqlite3.h>

/* The SQLite file and the few calls that the study makes of it. Every error is an
 * IBID_STUDY_ERROR that names the file. */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/* Opens or makes the file and its directories, and brings its tables up to date: write-ahead log,
 * foreign keys checked, five seconds of patience with other programs. A damaged file is moved to
 * "PATH.damaged-N", N from 1, and a new one begun; `*moved_to` then says where it is now (free
 * with g_free()), else it is NULL. A file of a newer version is not touched. */
sqlite3 *ibid_study_database_open (const char *path, char **moved_to, GError **error);

/* One or more statements without results. */
gboolean ibid_study_database_exec (sqlite3 *database, const char *sql, GError **error);

sqlite3_stmt *ibid_study_database_prepare (sqlite3 *database, const char *sql, GError **error);

/* Goes to the next row; `*has_row` is FALSE behind the last. */
gboolean ibid_study_database_step (sqlite3_stmt *statement, gboolean *has_row, GError **error);

/* Runs a prepared change to its end. */
gboolean ibid_study_database_run (sqlite3_stmt *statement, GError **error);

/* A transaction that takes the right to write at once. end() commits when `is_good`, else it
 * rolls back and returns FALSE without touching `error`. */
gboolean ibid_study_database_begin (sqlite3 *database, GError **error);
gboolean ibid_study_database_end (sqlite3 *database, gboolean is_good, GError **error);

/* PRAGMA user_version. */
gboolean ibid_study_database_get_version (sqlite3 *database, int *version, GError **error);
gboolean ibid_study_database_set_version (sqlite3 *database, int version, GError **error);
