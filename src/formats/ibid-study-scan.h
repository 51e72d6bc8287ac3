/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-import-error.h"

#include <gio/gio.h>

/* Looks over JSON before json-glib sees it, since that recurses without end, takes what is no JSON,
 * and forgets all but the last of two members with one name. One pass, no recursion, no tree.
 *
 * TRUE when `data`, behind an optional byte order mark, is one value of strict JSON (RFC 8259):
 * UTF-8 without U+0000 or half surrogate pairs, numbers that an int64 or a double can hold, no
 * member twice in an object, and everything within ibid-limits.h.
 *
 * `*offset` is set to where the value's text begins: 3 behind a byte order mark, else 0.
 *
 * Fails with IBID_IMPORT_ERROR_INVALID, _EMPTY (blanks alone) or _TOO_LARGE (over a limit), the
 * message naming line and column (characters, both from 1), or with G_IO_ERROR_CANCELLED. */
gboolean ibid_study_scan (
    const char *data, gsize length, gsize *offset, GCancellable *cancellable, GError **error);
