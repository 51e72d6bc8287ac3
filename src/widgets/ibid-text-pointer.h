/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gtk/gtk.h>

typedef struct _IbidTextView IbidTextView;

/* What mouse and finger do in a text view: over a marker the hand and a line under it, after 300 ms
 * note-hovered; a click or tap activates. A marker can be hit within 24 pixels around it. */
#define IBID_TYPE_TEXT_POINTER (ibid_text_pointer_get_type ())
G_DECLARE_FINAL_TYPE (IbidTextPointer, ibid_text_pointer, IBID, TEXT_POINTER, GObject)

/* Borrows `view`, which owns it. */
IbidTextPointer *ibid_text_pointer_new (IbidTextView *view);

/* What was pointed at is not there any more: another document comes. */
void ibid_text_pointer_forget (IbidTextPointer *self);
