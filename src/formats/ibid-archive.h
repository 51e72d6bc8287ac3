/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gio/gio.h>

/* The files in a ZIP archive (EPUB, DOCX, ODT) that are of use, read once into memory under the
 * limits of ibid-limits.h. Names are those of the archive, checked: relative, without "..", valid
 * UTF-8. Nothing is ever written to disk. */
typedef struct _IbidArchive IbidArchive;

/* Whether the bytes, or the beginning of a file, are a ZIP archive's. */
gboolean ibid_archive_is_one (GBytes *bytes);

/* Whether an entry is wanted: others are skipped without being unpacked. */
typedef gboolean (*IbidArchiveFilter) (const char *name);

/* Fails with IBID_IMPORT_ERROR_INVALID (no archive, cut off, encrypted, a name that leads out of
 * it), _TOO_LARGE (names limit and size) or G_IO_ERROR_CANCELLED. */
IbidArchive *ibid_archive_read (GBytes *bytes,
                                IbidArchiveFilter is_wanted,
                                GCancellable *cancellable,
                                GError **error);
void ibid_archive_free (IbidArchive *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidArchive, ibid_archive_free)

/* What is in a file; NULL when there is no such file or it was not wanted. Borrowed. Letter case
 * is that of the archive, or any when nothing fits exactly. */
GBytes *ibid_archive_get (IbidArchive *self, const char *name);

/* The name of the first file that was wanted whose name ends with `suffix`, in lower case but
 * meant for any; NULL when there is none. Borrowed. */
const char *ibid_archive_find (IbidArchive *self, const char *suffix);

/* Whether the archive has a file of this name, wanted or not. */
gboolean ibid_archive_has (IbidArchive *self, const char *name);

/* `href` of a file in the archive, seen from `base`, the name of the file that says it: percent
 * signs decoded, "." and ".." resolved, the fragment given back in `*fragment` (NULL for none).
 * NULL when it leads out of the archive or to another place altogether. Free both with g_free(). */
char *ibid_archive_resolve (const char *base, const char *href, char **fragment);
