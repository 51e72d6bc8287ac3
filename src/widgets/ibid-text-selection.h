/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gtk/gtk.h>

typedef struct _IbidTextView IbidTextView;

/* Offers what is selected in a text view to the middle mouse button, as Copy would have it. GTK's
 * text buffers offer all of their characters, the helpers among them. */
#define IBID_TYPE_TEXT_SELECTION (ibid_text_selection_get_type ())
G_DECLARE_FINAL_TYPE (
    IbidTextSelection, ibid_text_selection, IBID, TEXT_SELECTION, GdkContentProvider)

/* Borrows `view`, which owns it. */
IbidTextSelection *ibid_text_selection_new (IbidTextView *view);

/* Stands in for `buffer`'s own offer, which GTK makes when it is set or the view is realized, until
 * that is handed back, as GTK expects it before it takes the buffer away again. */
void ibid_text_selection_take_over (IbidTextSelection *self, GtkTextBuffer *buffer);
void ibid_text_selection_hand_back (IbidTextSelection *self);
