/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gtk/gtk.h>

/* Asks for documents over `window`, by the suffixes of every format that Ibid reads, and hands
 * those chosen to the application of the window. */
void ibid_open_dialog_show (GtkWindow *window);
