/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-importer.h"
#include "formats/ibid-note-plan.h"

/* Makes sections, paragraphs and references of a draft and of what was planned for its notes, and
 * adds them to `body`, whose title and language it sets when they are not known yet. The plan is
 * finished. Headings under which nothing but notes stood are left out, and so is a first heading
 * that repeats the title. FALSE with G_IO_ERROR_CANCELLED, or IBID_IMPORT_ERROR_EMPTY when there is
 * no text. */
gboolean ibid_note_assembly_run (IbidNotePlan *plan,
                                 IbidBody *body,
                                 const IbidImportOptions *options,
                                 GCancellable *cancellable,
                                 GError **error);
