/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-importer.h"

/* Articles as journals publish them: JATS, and NLM's formats before it; also in the wrappers in
 * which archives hand them out, and books (BITS). */
#define IBID_TYPE_JATS_IMPORTER (ibid_jats_importer_get_type ())
G_DECLARE_FINAL_TYPE (IbidJatsImporter, ibid_jats_importer, IBID, JATS_IMPORTER, GObject)

IbidImporter *ibid_jats_importer_new (void);
