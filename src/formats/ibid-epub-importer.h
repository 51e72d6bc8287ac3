/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-importer.h"

/* Reads e-books, EPUB 2 and 3. */
#define IBID_TYPE_EPUB_IMPORTER (ibid_epub_importer_get_type ())
G_DECLARE_FINAL_TYPE (IbidEpubImporter, ibid_epub_importer, IBID, EPUB_IMPORTER, GObject)

IbidImporter *ibid_epub_importer_new (void);
