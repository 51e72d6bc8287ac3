/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-draft.h"
#include "formats/ibid-markdown-data.h"
#include "formats/ibid-markdown-source.h"

/* Writes what cmark makes of `source` to `draft`, and finishes it. Adds the data that notes hold to
 * `data`, of IbidMarkdownData. FALSE with G_IO_ERROR_CANCELLED. */
gboolean ibid_markdown_flow_run (IbidMarkdownSource *source,
                                 IbidDraft *draft,
                                 GArray *data,
                                 GCancellable *cancellable,
                                 GError **error);
