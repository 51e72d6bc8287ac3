/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gtk/gtk.h>

/* What has the focus in `widget`'s window; NULL for nothing, or without a window. Borrowed. */
GtkWidget *ibid_focus_get (GtkWidget *widget);

/* Whether the focus is in a descendant of `widget`. */
gboolean ibid_focus_is_within (GtkWidget *widget);
