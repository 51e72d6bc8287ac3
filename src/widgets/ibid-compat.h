/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gtk/gtk.h>

/* All that depends on the version of a library. Nothing else may ask for one. */

/* Has assistive tools say `message`, where GTK can (4.14); else the changed names must do. */
void ibid_compat_announce (GtkWidget *widget, const char *message);

/* Whether things may move: not when animations are off, nor where the desktop is asked for less of
 * them (4.22). */
gboolean ibid_compat_wants_motion (GtkWidget *widget);

/* Names the button that GTK puts into a menu button, a split button or a drop-down: that is where
 * the focus lands, and it is left without a name. */
void ibid_compat_name_button (GtkWidget *widget, const char *name);
