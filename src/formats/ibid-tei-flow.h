/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-draft.h"
#include "model/ibid-body.h"

#include <gio/gio.h>
#include <libxml/tree.h>

/* Writes the text of a TEI file to a draft; `root`: TEI, TEI.2, or a teiCorpus, whose texts follow
 * one another under their titles. Title pages go among what `body` has left out. FALSE with
 * G_IO_ERROR_CANCELLED. */
gboolean ibid_tei_flow_run (const xmlNode *root,
                            IbidBody *body,
                            IbidDraft *draft,
                            GCancellable *cancellable,
                            GError **error);
