/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gtk/gtk.h>

/* What widgets that draw themselves share. */

/* The named colour `name`, or the text's colour when it is NULL or unknown, with `alpha` of its
 * opacity; `high_contrast_alpha` when the desktop asks for high contrast. */
GdkRGBA ibid_drawing_get_color (GtkWidget *widget,
                                const char *name,
                                double alpha,
                                double high_contrast_alpha);

/* A few lines of text: what a file says may be megabytes, so all behind the first 512 characters
 * is left out. */
PangoLayout *ibid_drawing_create_layout (GtkWidget *widget, const char *text);

/* Captions, likewise: smaller than the text, with figures of equal width. */
PangoLayout *ibid_drawing_create_small_layout (GtkWidget *widget, const char *text);
