/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-docx-package.h"
#include "formats/ibid-docx-styles.h"
#include "formats/ibid-draft.h"
#include "formats/ibid-importer.h"
#include "formats/ibid-office-front.h"

/* Writes the text of a Word document and its notes to `draft`, and what its title page says to
 * `front`. FALSE with G_IO_ERROR_CANCELLED. */
gboolean ibid_docx_text_read (IbidDocxPackage *package,
                              IbidDocxStyles *styles,
                              IbidDraft *draft,
                              IbidOfficeFront *front,
                              const IbidImportOptions *options,
                              GCancellable *cancellable,
                              GError **error);
