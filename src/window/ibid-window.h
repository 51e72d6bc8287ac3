/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "reading/ibid-reader.h"
#include "study/ibid-study-store.h"

#include <adwaita.h>

/* A window on one document: header bar, the document or what is to be said instead of it (loading,
 * an error), and what is done with files: open, drop, recent, reload, properties. */
#define IBID_TYPE_WINDOW (ibid_window_get_type ())
G_DECLARE_FINAL_TYPE (IbidWindow, ibid_window, IBID, WINDOW, AdwApplicationWindow)

/* `store` may be NULL: then nothing is remembered. */
IbidWindow *
ibid_window_new (GtkApplication *application, GSettings *settings, IbidStudyStore *store);

/* Reads `file` and shows it, or says why it cannot; what was shown before gives way. Presents the
 * window, a new one when there is something to be seen in it. */
void ibid_window_open (IbidWindow *self, GFile *file);

/* The file shown, or being read; NULL for none. Borrowed. */
GFile *ibid_window_get_file (IbidWindow *self);

/* What is shown; NULL while nothing is. Borrowed. */
IbidReading *ibid_window_get_reading (IbidWindow *self);

/* Nothing worth keeping in it: another document may be opened here. */
gboolean ibid_window_is_free (IbidWindow *self);

/* Says `message` in a toast that stays until it is closed. */
void ibid_window_say (IbidWindow *self, const char *message);

/* Hands the place in the text to the store at once. */
void ibid_window_save_place (IbidWindow *self);
