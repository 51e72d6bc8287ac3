/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gtk/gtk.h>

/* Gives text views whose style has `provider` a font: `family` NULL for the one with serifs that
 * the system sets, `size` in points. A family's name cannot break out of its quotes. */
void ibid_font_css_load (GtkCssProvider *provider, const char *family, double size);
