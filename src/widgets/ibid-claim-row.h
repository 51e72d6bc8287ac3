/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-claim.h"
#include <gtk/gtk.h>

/* A claim in a list: its kind, the labels of its sources, the beginning of its sentence. */
#define IBID_TYPE_CLAIM_ROW (ibid_claim_row_get_type ())
G_DECLARE_FINAL_TYPE (IbidClaimRow, ibid_claim_row, IBID, CLAIM_ROW, GtkBox)

GtkWidget *ibid_claim_row_new (void);

/* Shows `claim`; does not hold it. */
void ibid_claim_row_set_claim (IbidClaimRow *self, IbidClaim *claim);
