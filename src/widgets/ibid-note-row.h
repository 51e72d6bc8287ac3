/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"
#include <gtk/gtk.h>

/* A reference in a list: its number, what it cites in short, how often the text uses it. */
#define IBID_TYPE_NOTE_ROW (ibid_note_row_get_type ())
G_DECLARE_FINAL_TYPE (IbidNoteRow, ibid_note_row, IBID, NOTE_ROW, GtkBox)

GtkWidget *ibid_note_row_new (void);

/* Shows `reference` of `document`; holds neither. */
void
ibid_note_row_set_reference (IbidNoteRow *self, IbidDocument *document, IbidReference *reference);
