/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gtk/gtk.h>

/* Shows the page `name` of `stack`, and makes the others invisible: GTK styles and measures
 * everything that is visible, also what lies beneath. */
void ibid_stack_show (GtkStack *stack, const char *name);
