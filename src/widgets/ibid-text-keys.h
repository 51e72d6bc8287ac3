/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gtk/gtk.h>

typedef struct _IbidTextView IbidTextView;

/* The single keys of a text view: n and p to the next note and the previous one, digits and Enter
 * to the note of that number, Enter on a marker or link. They count only with the focus in the
 * text; digits are forgotten after two seconds. */
#define IBID_TYPE_TEXT_KEYS (ibid_text_keys_get_type ())
G_DECLARE_FINAL_TYPE (IbidTextKeys, ibid_text_keys, IBID, TEXT_KEYS, GObject)

/* Borrows `view`, which owns it. */
IbidTextKeys *ibid_text_keys_new (IbidTextView *view);
