/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

#include <gtk/gtk.h>

/* The note as printed in a small popover over its marker; never takes the focus. */
#define IBID_TYPE_NOTE_PREVIEW (ibid_note_preview_get_type ())
G_DECLARE_FINAL_TYPE (IbidNotePreview, ibid_note_preview, IBID, NOTE_PREVIEW, GtkPopover)

/* Its parent is `widget`; unparent it when `widget` is disposed of. */
GtkWidget *ibid_note_preview_new (GtkWidget *widget);

/* Shows `note` at `area` of the parent. */
void ibid_note_preview_show (IbidNotePreview *self, IbidNote *note, const GdkRectangle *area);
