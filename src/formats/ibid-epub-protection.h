/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-epub-package.h"

/* Whether the texts of a book can be read: FALSE with IBID_IMPORT_ERROR_UNSUPPORTED, which names
 * the protection and says what to do, when they are encrypted. Fonts that are, are harmless. */
gboolean
ibid_epub_protection_check (IbidArchive *archive, IbidEpubPackage *package, GError **error);
