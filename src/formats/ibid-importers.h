/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-importer.h"

/* The registry: every format that Ibid reads. A new format is one file with its importer, and one
 * line in ibid-importers.c. */

/* IbidImporter, most particular first. Borrowed. */
GListModel *ibid_importers_get (void);

/* Who reads `bytes`: content decides before the suffix of `basename` (NULL from standard input)
 * does. NULL with IBID_IMPORT_ERROR_UNSUPPORTED or _EMPTY when nobody does. Borrowed. */
IbidImporter *ibid_importers_find (GBytes *bytes, const char *basename, GError **error);
