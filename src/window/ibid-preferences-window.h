/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <adwaita.h>

/* Page style, font, measure of the text. */
#define IBID_TYPE_PREFERENCES_WINDOW (ibid_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (
    IbidPreferencesWindow, ibid_preferences_window, IBID, PREFERENCES_WINDOW, AdwPreferencesWindow)

GtkWidget *ibid_preferences_window_new (GtkWindow *parent, GSettings *settings);
