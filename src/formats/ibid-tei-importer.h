/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-importer.h"

/* Reads TEI, P4 and P5: texts of scholars and archives. */
#define IBID_TYPE_TEI_IMPORTER (ibid_tei_importer_get_type ())
G_DECLARE_FINAL_TYPE (IbidTeiImporter, ibid_tei_importer, IBID, TEI_IMPORTER, GObject)

IbidImporter *ibid_tei_importer_new (void);
