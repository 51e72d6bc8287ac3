/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-xml.h"

/* The parts of a Word document: XML files in an archive that name one another by relationships.
 * The main part must be well-formed, the others are read as far as they are. */
typedef struct _IbidDocxPackage IbidDocxPackage;

/* One part; belongs to its package. */
typedef struct {
  char *name;
  xmlDoc *tree;          /* NULL when it cannot be read, or was not wanted */
  GHashTable *relations; /* id to IbidDocxRelation, both owned */
} IbidDocxPart;

typedef struct {
  char *type; /* the last part of its URI: "footnotes" */
  char *target;
  gboolean is_external;
} IbidDocxRelation;

/* Fails as ibid_archive_read() and ibid_xml_parse() do, and with IBID_IMPORT_ERROR_INVALID when it
 * has no text. */
IbidDocxPackage *ibid_docx_package_open (GBytes *bytes, GCancellable *cancellable, GError **error);
void ibid_docx_package_free (IbidDocxPackage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidDocxPackage, ibid_docx_package_free)

IbidDocxPart *ibid_docx_package_get_main (IbidDocxPackage *self);

/* The part that the main part, or with `is_of_package` the package, has a relation of this type
 * to; NULL without one. */
IbidDocxPart *
ibid_docx_package_get (IbidDocxPackage *self, const char *type, gboolean is_of_package);

/* The same without its tree, and the children of its root one by one: of notes there can be more
 * than a tree should hold. */
IbidDocxPart *ibid_docx_package_get_bare (IbidDocxPackage *self, const char *type);
void ibid_docx_package_read_pieces (IbidDocxPackage *self,
                                    IbidDocxPart *part,
                                    IbidXmlPieceFunc piece_func,
                                    gpointer user_data);

/* The first element of a part; NULL for NULL or an unreadable part. */
xmlNode *ibid_docx_part_get_root (IbidDocxPart *part);

/* Where a link with this relation's id leads out of the document; NULL when it does not. */
const char *ibid_docx_part_get_link (IbidDocxPart *part, const char *id);
