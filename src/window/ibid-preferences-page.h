/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <adwaita.h>

/* Preferences: page style, font, measure of the text. */
#define IBID_TYPE_PREFERENCES_PAGE (ibid_preferences_page_get_type ())
G_DECLARE_FINAL_TYPE (
    IbidPreferencesPage, ibid_preferences_page, IBID, PREFERENCES_PAGE, AdwPreferencesPage)

GtkWidget *ibid_preferences_page_new (GSettings *settings);
