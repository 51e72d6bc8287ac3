/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-importer.h"

/* OpenDocument texts, in an archive or as one XML file. Notes are foot- and endnotes; contents,
 * indexes, comments, headers and deletions are left out. */
#define IBID_TYPE_ODT_IMPORTER (ibid_odt_importer_get_type ())
G_DECLARE_FINAL_TYPE (IbidOdtImporter, ibid_odt_importer, IBID, ODT_IMPORTER, GObject)

IbidImporter *ibid_odt_importer_new (void);
