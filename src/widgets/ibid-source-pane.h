/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

#include <gtk/gtk.h>

/* The pane beside the text: a note as printed, the works that it cites, where else they are used.
 * It keeps a history of its own.
 *
 * Signals:
 *   "go-to" (IbidNote *note, IbidPassage *passage, guint start, guint end)
 *       a use was chosen; note is NULL for a claim without a marker in it
 *   "link-activated" (const char *uri)
 *   "close"
 * Property "reference": what is shown; NULL when nothing is. */
#define IBID_TYPE_SOURCE_PANE (ibid_source_pane_get_type ())
G_DECLARE_FINAL_TYPE (IbidSourcePane, ibid_source_pane, IBID, SOURCE_PANE, GtkWidget)

GtkWidget *ibid_source_pane_new (void);

/* Another document: empties the pane and its history. */
void ibid_source_pane_set_document (IbidSourcePane *self, IbidDocument *document);

/* The same document with more understood of it: what is shown, and the history, stay. */
void ibid_source_pane_exchange_document (IbidSourcePane *self, IbidDocument *document);

/* Shows `reference`; `label` is the marker that led here, for the heading (NULL: its own). With
 * `reference` NULL: a marker whose note is missing. */
void ibid_source_pane_show (IbidSourcePane *self, IbidReference *reference, const char *label);

IbidReference *ibid_source_pane_get_reference (IbidSourcePane *self);

/* "Note 6". */
const char *ibid_source_pane_get_title (IbidSourcePane *self);

/* Where there is room for a few lines only, the buttons come after the content and scroll with it.
 */
void ibid_source_pane_set_short (IbidSourcePane *self, gboolean is_short);

/* Moves the focus to the first control that answers. */
void ibid_source_pane_focus (IbidSourcePane *self);
