/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-importer.h"

/* Word documents (Office Open XML, transitional and strict). Notes are foot- and endnotes; what
 * Word shows besides the text is left out: headers, comments, deletions, contents. */
#define IBID_TYPE_DOCX_IMPORTER (ibid_docx_importer_get_type ())
G_DECLARE_FINAL_TYPE (IbidDocxImporter, ibid_docx_importer, IBID, DOCX_IMPORTER, GObject)

IbidImporter *ibid_docx_importer_new (void);
