/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "widgets/ibid-column.h"
#include "widgets/ibid-split.h"
#include "widgets/ibid-text-view.h"

#include <gio/gio.h>

/* The look that the reader chose: font, size, line height, width of the column. Applies the
 * settings to the text and its column, now and whenever they change. */
#define IBID_TYPE_TEXT_LOOK (ibid_text_look_get_type ())
G_DECLARE_FINAL_TYPE (IbidTextLook, ibid_text_look, IBID, TEXT_LOOK, GObject)

/* Borrows the three widgets, whose owner owns it. */
IbidTextLook *ibid_text_look_new (IbidTextView *text, IbidColumn *column, IbidSplit *split);

void ibid_text_look_bind_settings (IbidTextLook *self, GSettings *settings);
