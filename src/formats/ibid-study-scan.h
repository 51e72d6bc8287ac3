/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-import-error.h"

#include <gio/gio.h>

/* Elements of one of the root's arrays that stand together in the file, commas between them: some
 * 64 KB, or one element that is longer. */
typedef struct {
  const char *member; /* of the root, one of those asked for */
  guint first;        /* index of the first element in the array */
  gsize start;        /* bytes of the file */
  gsize end;
} IbidStudyRun;

/* Looks over JSON before json-glib sees it, since that recurses without end, takes what is no JSON,
 * and forgets all but the last of two members with one name. One pass, no recursion, no tree.
 *
 * Succeeds when `data`, behind an optional byte order mark, is one value of strict JSON (RFC 8259):
 * UTF-8 without U+0000 or half surrogate pairs, numbers that an int64 or a double can hold, no
 * member twice in an object, and everything within ibid-limits.h.
 *
 * Returns the IbidStudyRun of all elements of the root's members `members` (ends with NULL), in
 * the order of the file, so that they can be parsed piece by piece; free with g_array_unref().
 *
 * Fails with IBID_IMPORT_ERROR_INVALID, _EMPTY (blanks alone) or _TOO_LARGE (over a limit), the
 * message naming line and column (characters, both from 1), or with G_IO_ERROR_CANCELLED. */
GArray *ibid_study_scan (const char *data,
                         gsize length,
                         const char *const *members,
                         GCancellable *cancellable,
                         GError **error);

/* How many bytes of `data` are a byte order mark. */
gsize ibid_study_scan_get_mark (const char *data, gsize length);
