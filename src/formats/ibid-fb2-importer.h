/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-importer.h"

/* Reads FictionBook 2 (FB2), also when it is the only book in a ZIP archive. */
#define IBID_TYPE_FB2_IMPORTER (ibid_fb2_importer_get_type ())
G_DECLARE_FINAL_TYPE (IbidFb2Importer, ibid_fb2_importer, IBID, FB2_IMPORTER, GObject)

IbidImporter *ibid_fb2_importer_new (void);
