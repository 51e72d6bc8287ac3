/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "reading/ibid-reader.h"

#include <adwaita.h>

/* What a document says of itself, how much is in it, how its notes were found, and what was left
 * out as no part of the text.
 *
 * Signal "keep-lines" (GArray of guint: lines of the file, from 1): the reader puts lines back;
 * these are all that are to be kept from now on, and the dialog closes. */
#define IBID_TYPE_PROPERTIES_PAGE (ibid_properties_page_get_type ())
G_DECLARE_FINAL_TYPE (
    IbidPropertiesPage, ibid_properties_page, IBID, PROPERTIES_PAGE, AdwPreferencesPage)

/* `kept_lines`: those put back so far; NULL when nothing would remember them. */
GtkWidget *ibid_properties_page_new (IbidReading *reading, GArray *kept_lines);
