/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "widgets/ibid-use.h"

#include <gtk/gtk.h>

/* A row of "Used in": the note's number and two lines of its sentence. */
#define IBID_TYPE_USE_ROW (ibid_use_row_get_type ())
G_DECLARE_FINAL_TYPE (IbidUseRow, ibid_use_row, IBID, USE_ROW, GtkListBoxRow)

/* The document must outlive the row, as what `use` points to belongs to it. `locator`: the pages
 * named there. */
GtkWidget *ibid_use_row_new (const IbidUse *use, const char *locator);

const IbidUse *ibid_use_row_get_use (IbidUseRow *self);
