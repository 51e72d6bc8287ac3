/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-docx-package.h"
#include "formats/ibid-docx-styles.h"
#include "formats/ibid-draft.h"
#include "formats/ibid-importer.h"

/* What the first page of a document says of it, in paragraphs that are not repeated in the text.
 * NULL where it does not. */
typedef struct {
  char *title;
  char *subtitle;
  char *authors; /* parted by semicolons */
  char *date;    /* as printed */
} IbidDocxFront;

void ibid_docx_front_clear (IbidDocxFront *front);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IbidDocxFront, ibid_docx_front_clear)

/* Writes the text of a Word document and its notes to `draft`, and what its title page says to
 * `front`. FALSE with G_IO_ERROR_CANCELLED. */
gboolean ibid_docx_text_read (IbidDocxPackage *package,
                              IbidDocxStyles *styles,
                              IbidDraft *draft,
                              IbidDocxFront *front,
                              const IbidImportOptions *options,
                              GCancellable *cancellable,
                              GError **error);
