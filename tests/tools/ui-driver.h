/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gtk/gtk.h>

/* Drives real widgets in tests: shows them, looks into them, and moves the real pointer of the
 * test's own X display (through xdotool). */

/* Before anything else, in programs that show popovers or a scrolled text: two warnings that are of
 * GTK's own making are not fatal. */
void ui_driver_excuse_gtk (void);

/* For the rest of a test in a window of 360 pixels: that is what a dialog of libadwaita is at
 * least, and the borders that windows have on a display without a compositor leave less. */
void ui_driver_excuse_sheets (void);

/* Shows `window` at the corner of the screen and waits until it has been drawn. */
void ui_driver_present (GtkWidget *window);

/* Lets everything happen that is due, until two frames of `widget` have been drawn. */
void ui_driver_settle (GtkWidget *widget);

/* Lets things happen for so long: for what must not come, or comes later than the next frames. */
void ui_driver_iterate (guint milliseconds);

/* Itself or the first descendant of `type`, and whose property "label" is `label`; NULL for none.
 */
GtkWidget *ui_driver_find (GtkWidget *widget, GType type);
GtkWidget *ui_driver_find_labelled (GtkWidget *widget, GType type, const char *label);

/* What is open over `window`: another window, or with newer libadwaita a dialog in it; NULL for
 * nothing.
 */
GtkWidget *ui_driver_find_dialog (GtkWidget *window);

/* The first controller of `type`; borrowed. */
GtkEventController *ui_driver_get_controller (GtkWidget *widget, GType type);

/* Moves the pointer to a point of `widget`. */
void ui_driver_point (GtkWidget *widget, double x, double y);

/* In coordinates of `widget`, with the first button. */
void ui_driver_click (GtkWidget *widget, double x, double y, guint n_times);
void ui_driver_drag (GtkWidget *widget, double x1, double y1, double x2, double y2);

/* Turns the wheel `n_steps` down, or up when negative, over the middle of `widget`. */
void ui_driver_wheel (GtkWidget *widget, int n_steps);

/* A key in xdotool's spelling, "Down", "ctrl+f", to whatever has the focus in the window of
 * `widget`. */
void ui_driver_key (GtkWidget *widget, const char *key);
