/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-draft.h"
#include "model/ibid-body.h"

#include <gio/gio.h>
#include <libxml/tree.h>

/* Writes the text of an FB2 file to a draft: the bodies of `root`, its FictionBook element, with
 * sections, poems, tables and notes. `body` knows title and authors already. FALSE with
 * G_IO_ERROR_CANCELLED. */
gboolean ibid_fb2_flow_run (const xmlNode *root,
                            IbidBody *body,
                            IbidDraft *draft,
                            GCancellable *cancellable,
                            GError **error);
