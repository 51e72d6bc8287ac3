/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"
#include <gtk/gtk.h>

/* Lets a claim through by its kind and by whether it has a source. Words are IbidWordFilter's. */
#define IBID_TYPE_CLAIM_FILTER (ibid_claim_filter_get_type ())
G_DECLARE_FINAL_TYPE (IbidClaimFilter, ibid_claim_filter, IBID, CLAIM_FILTER, GtkFilter)

#define IBID_CLAIM_KIND_ANY (-1)

IbidClaimFilter *ibid_claim_filter_new (void);

/* An IbidClaimKind or IBID_CLAIM_KIND_ANY. */
void ibid_claim_filter_set_kind (IbidClaimFilter *self, int kind);

/* TRUE: only claims that no reference supports. */
void ibid_claim_filter_set_without_source (IbidClaimFilter *self, gboolean without_source);

/* TRUE when either is set. */
gboolean ibid_claim_filter_is_active (IbidClaimFilter *self);
