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

/* Names the button that GTK puts into a font button or a drop-down,
 * and the list of the latter: that is where the focus lands, and it is left without a name. */
void ibid_compat_name_button (GtkWidget *widget, const char *name);

/* The same for a menu button or a split button, once for each. Newer GTK leaves the items of its
 * menu nameless, too: they are named whenever it opens. */
void ibid_compat_name_menu_button (GtkWidget *widget, const char *name);

/* Names what a library's window leaves nameless: buttons as the label in them, lists `name`. */
void ibid_compat_name_parts (GtkWidget *window, const char *name);

/* GTK 4.8 calls a button "_Open Open" that has a key underlined. From then on all those in `widget`
 * are called as what is written on them. */
void ibid_compat_mend_buttons (GtkWidget *widget);
