/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-archive.h"

#include <libxml/tree.h>

/* The list of an EPUB book's files, its "package": which there are and in what order they are
 * read. */

/* A file with text in it. */
typedef struct {
  char *name;       /* in the archive */
  char *role;       /* as the guide of an EPUB 2 book says: "cover", "toc"…; NULL mostly */
  gboolean is_text; /* by its media type; files of the spine are whatever it says */
  gboolean is_linear;
  gboolean is_in_spine;
} IbidEpubFile;

typedef struct {
  char *name;          /* of the package itself; links in it are seen from there */
  xmlDoc *tree;        /* for the metadata */
  GPtrArray *files;    /* IbidEpubFile; those of the spine first, in reading order */
  char *nav;           /* the file with the contents, EPUB 3; NULL without one */
  char *ncx;           /* the same, EPUB 2 */
  GHashTable *by_name; /* name in lower case to IbidEpubFile; all borrowed but the name */
} IbidEpubPackage;

/* Fails with IBID_IMPORT_ERROR_INVALID when there is no package, or nothing is listed in it. */
IbidEpubPackage *ibid_epub_package_read (IbidArchive *archive, GError **error);
void ibid_epub_package_free (IbidEpubPackage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidEpubPackage, ibid_epub_package_free)

/* NULL when it is none of the book's texts. */
IbidEpubFile *ibid_epub_package_find (IbidEpubPackage *self, const char *name);
