/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-epub-package.h"

/* The contents of a book as its navigation says: what stands where. */
typedef struct {
  char *fragment; /* id in the file; NULL for its beginning */
  char *label;
  guint level; /* from 1 */
} IbidEpubEntry;

/* For each file, its name in lower case, a GPtrArray of IbidEpubEntry, in order; empty when the
 * book has no contents. Free with g_hash_table_unref(). */
GHashTable *ibid_epub_contents_read (IbidArchive *archive, IbidEpubPackage *package);

/* A file for which the navigation of an EPUB 3 book has a role, "cover" or "toc", gets it unless
 * the guide gave it one. */
void ibid_epub_contents_read_landmarks (IbidArchive *archive, IbidEpubPackage *package);
