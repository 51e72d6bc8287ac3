/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-draft.h"
#include "formats/ibid-markdown-source.h"

/* A block of data in a note: the work that it cites, as CSL-JSON. */
typedef struct {
  char *key; /* of the note */
  char *data;
} IbidMarkdownData;

/* Writes what cmark makes of `source` to `draft`, and finishes it. Adds the data that notes hold to
 * `data`, of IbidMarkdownData. FALSE with G_IO_ERROR_CANCELLED. */
gboolean ibid_markdown_flow_run (IbidMarkdownSource *source,
                                 IbidDraft *draft,
                                 GArray *data,
                                 GCancellable *cancellable,
                                 GError **error);

/* Frees what an IbidMarkdownData owns. */
void ibid_markdown_data_clear (gpointer data);
