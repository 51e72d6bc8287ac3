/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <adwaita.h>

/* Dialogs as the version of libadwaita has them: in the window, where they adapt to its size, from
 * 1.5 on (for shortcuts 1.8); as windows of their own before. All close with Escape. */

/* Shows `page` under `title`, in `width` by `height` pixels where there is room. Takes `page`. */
void ibid_compat_present_page (
    GtkWindow *parent, const char *title, AdwPreferencesPage *page, int width, int height);

/* Closes the dialog that shows `page`. */
void ibid_compat_close_page (AdwPreferencesPage *page);

/* About, with the properties of AdwAboutWindow, to be filled in and shown. */
GtkWidget *ibid_compat_make_about (void);
void ibid_compat_present_about (GtkWindow *parent, GtkWidget *about);

/* Shows the GtkShortcutsWindow with the id "help_overlay" of the resource at `path`; its groups
 * have the ids "group-1", "group-2" and so on. */
void ibid_compat_present_shortcuts (GtkWindow *parent, const char *path);
