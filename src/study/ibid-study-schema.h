/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>
#include <sqlite3.h>

/* The tables of the study, and how older databases are brought up to date. */

/* What PRAGMA user_version says of a database of this version. */
#define IBID_STUDY_SCHEMA_VERSION 1

/* From version 0 (an empty file) or any later one to this; all in one transaction, so that it
 * happens whole or not at all, and once when two programs begin together. Fails with
 * IBID_STUDY_ERROR, _NEWER when the version is above this one: then nothing was written. */
gboolean ibid_study_schema_migrate (sqlite3 *database, GError **error);

/* Fails with IBID_STUDY_ERROR_DAMAGED when a table or column of this version is missing. */
gboolean ibid_study_schema_check (sqlite3 *database, GError **error);
