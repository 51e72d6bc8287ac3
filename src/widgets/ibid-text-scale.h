/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gtk/gtk.h>

/* How much larger than by default the desktop shows text: 1 to 4. Widths that are meant for a
 * number of words grow with it. */
double ibid_text_scale_get (GtkWidget *widget);

/* Calls `changed` with `widget` whenever it changes, for as long as `widget` is there. */
void ibid_text_scale_watch (GtkWidget *widget, GCallback changed);
