/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-work.h"

#include <gtk/gtk.h>

/* A work as a well-set bibliography shows it: title, authors, container, details, DOI and address.
 */
#define IBID_TYPE_WORK_CARD (ibid_work_card_get_type ())
G_DECLARE_FINAL_TYPE (IbidWorkCard, ibid_work_card, IBID, WORK_CARD, GtkBox)

/* `locator`: the pages that the note names; may be NULL. */
GtkWidget *ibid_work_card_new (IbidWork *work, const char *locator);
