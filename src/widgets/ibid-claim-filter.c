/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-claim-filter.h"

struct _IbidClaimFilter {
  GtkFilter parent_instance;
  int kind;
  gboolean without_source;
};

G_DEFINE_FINAL_TYPE (IbidClaimFilter, ibid_claim_filter, GTK_TYPE_FILTER)

static gboolean
ibid_claim_filter_match (GtkFilter *filter, gpointer item)
{
  IbidClaimFilter *self = IBID_CLAIM_FILTER (filter);

  if (self->kind != IBID_CLAIM_KIND_ANY && (int)ibid_claim_get_kind (item) != self->kind)
    return FALSE;
  return !self->without_source || ibid_list_get_length (ibid_claim_get_references (item)) == 0;
}

static GtkFilterMatch
ibid_claim_filter_get_strictness (GtkFilter *filter)
{
  return ibid_claim_filter_is_active (IBID_CLAIM_FILTER (filter)) ? GTK_FILTER_MATCH_SOME
                                                                  : GTK_FILTER_MATCH_ALL;
}

static void
ibid_claim_filter_class_init (IbidClaimFilterClass *klass)
{
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  filter_class->match = ibid_claim_filter_match;
  filter_class->get_strictness = ibid_claim_filter_get_strictness;
}

static void
ibid_claim_filter_init (IbidClaimFilter *self)
{
  self->kind = IBID_CLAIM_KIND_ANY;
}

IbidClaimFilter *
ibid_claim_filter_new (void)
{
  return g_object_new (IBID_TYPE_CLAIM_FILTER, NULL);
}

void
ibid_claim_filter_set_kind (IbidClaimFilter *self, int kind)
{
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;

  g_return_if_fail (IBID_IS_CLAIM_FILTER (self));
  if (self->kind == kind)
    return;
  if (self->kind == IBID_CLAIM_KIND_ANY)
    change = GTK_FILTER_CHANGE_MORE_STRICT;
  else if (kind == IBID_CLAIM_KIND_ANY)
    change = GTK_FILTER_CHANGE_LESS_STRICT;
  self->kind = kind;
  gtk_filter_changed (GTK_FILTER (self), change);
}

void
ibid_claim_filter_set_without_source (IbidClaimFilter *self, gboolean without_source)
{
  g_return_if_fail (IBID_IS_CLAIM_FILTER (self));
  if (self->without_source == without_source)
    return;
  self->without_source = without_source;
  gtk_filter_changed (GTK_FILTER (self),
                      without_source ? GTK_FILTER_CHANGE_MORE_STRICT
                                     : GTK_FILTER_CHANGE_LESS_STRICT);
}

gboolean
ibid_claim_filter_is_active (IbidClaimFilter *self)
{
  g_return_val_if_fail (IBID_IS_CLAIM_FILTER (self), FALSE);
  return self->kind != IBID_CLAIM_KIND_ANY || self->without_source;
}
