/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "model/ibid-citation.h"

struct _IbidCitation {
  IbidItem parent_instance;
  IbidReference *reference;
  guint start;
  guint end;
  IbidVia via;
  IbidWork *work;
  IbidList *candidates;
  char *locator;
  IbidReference *antecedent;
  IbidEvidence *evidence;
};

G_DEFINE_FINAL_TYPE (IbidCitation, ibid_citation, IBID_TYPE_ITEM)

enum { PROP_REFERENCE = 1, PROP_VIA, PROP_WORK, PROP_LOCATOR, PROP_ANTECEDENT, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
ibid_citation_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  IbidCitation *self = IBID_CITATION (object);

  switch (prop_id) {
  case PROP_REFERENCE:
    g_value_set_object (value, self->reference);
    break;
  case PROP_VIA:
    g_value_set_enum (value, self->via);
    break;
  case PROP_WORK:
    g_value_set_object (value, self->work);
    break;
  case PROP_LOCATOR:
    g_value_set_string (value, self->locator);
    break;
  case PROP_ANTECEDENT:
    g_value_set_object (value, self->antecedent);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_citation_finalize (GObject *object)
{
  IbidCitation *self = IBID_CITATION (object);

  g_clear_object (&self->reference);
  g_clear_object (&self->work);
  g_clear_object (&self->candidates);
  g_clear_pointer (&self->locator, g_free);
  g_clear_object (&self->antecedent);
  g_clear_pointer (&self->evidence, ibid_evidence_free);
  G_OBJECT_CLASS (ibid_citation_parent_class)->finalize (object);
}

static void
ibid_citation_class_init (IbidCitationClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->get_property = ibid_citation_get_property;
  G_OBJECT_CLASS (klass)->finalize = ibid_citation_finalize;
  props[PROP_REFERENCE] = g_param_spec_object ("reference", NULL, NULL, IBID_TYPE_REFERENCE, flags);
  props[PROP_VIA] = g_param_spec_enum ("via", NULL, NULL, IBID_TYPE_VIA, IBID_VIA_FULL, flags);
  props[PROP_WORK] = g_param_spec_object ("work", NULL, NULL, IBID_TYPE_WORK, flags);
  props[PROP_LOCATOR] = g_param_spec_string ("locator", NULL, NULL, NULL, flags);
  props[PROP_ANTECEDENT] = g_param_spec_object (
      "antecedent", NULL, NULL, IBID_TYPE_REFERENCE, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
ibid_citation_init (IbidCitation *self)
{}

IbidCitation *
ibid_citation_new (IbidReference *reference, guint start, guint end, IbidVia via)
{
  IbidCitation *self = g_object_new (IBID_TYPE_CITATION, NULL);

  self->reference = g_object_ref (reference);
  self->start = start;
  self->end = end;
  self->via = via;
  return self;
}

IbidReference *
ibid_citation_get_reference (IbidCitation *self)
{
  g_return_val_if_fail (IBID_IS_CITATION (self), NULL);
  return self->reference;
}

guint
ibid_citation_get_start (IbidCitation *self)
{
  g_return_val_if_fail (IBID_IS_CITATION (self), 0);
  return self->start;
}

guint
ibid_citation_get_end (IbidCitation *self)
{
  g_return_val_if_fail (IBID_IS_CITATION (self), 0);
  return self->end;
}

IbidVia
ibid_citation_get_via (IbidCitation *self)
{
  g_return_val_if_fail (IBID_IS_CITATION (self), IBID_VIA_FULL);
  return self->via;
}

IbidWork *
ibid_citation_get_work (IbidCitation *self)
{
  g_return_val_if_fail (IBID_IS_CITATION (self), NULL);
  return self->work;
}

IbidList *
ibid_citation_get_candidates (IbidCitation *self)
{
  g_return_val_if_fail (IBID_IS_CITATION (self), NULL);
  return self->candidates != NULL ? self->candidates : ibid_list_get_empty (IBID_TYPE_WORK);
}

const char *
ibid_citation_get_locator (IbidCitation *self)
{
  g_return_val_if_fail (IBID_IS_CITATION (self), NULL);
  return self->locator;
}

IbidReference *
ibid_citation_get_antecedent (IbidCitation *self)
{
  g_return_val_if_fail (IBID_IS_CITATION (self), NULL);
  return self->antecedent;
}

const IbidEvidence *
ibid_citation_get_evidence (IbidCitation *self)
{
  g_return_val_if_fail (IBID_IS_CITATION (self), NULL);
  return self->evidence;
}

void
ibid_citation_set_work (IbidCitation *self, IbidWork *work)
{
  g_return_if_fail (IBID_IS_CITATION (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  g_set_object (&self->work, work);
}

void
ibid_citation_add_candidate (IbidCitation *self, IbidWork *work)
{
  g_return_if_fail (IBID_IS_CITATION (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  if (self->candidates == NULL)
    self->candidates = ibid_list_new (IBID_TYPE_WORK);
  ibid_list_add (self->candidates, work);
}

void
ibid_citation_set_locator (IbidCitation *self, const char *locator)
{
  g_return_if_fail (IBID_IS_CITATION (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  g_free (self->locator);
  self->locator = g_strdup (locator);
}

void
ibid_citation_set_antecedent (IbidCitation *self, IbidReference *antecedent)
{
  g_return_if_fail (IBID_IS_CITATION (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  g_set_object (&self->antecedent, antecedent);
}

void
ibid_citation_take_evidence (IbidCitation *self, IbidEvidence *evidence)
{
  g_return_if_fail (IBID_IS_CITATION (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  ibid_evidence_free (self->evidence);
  self->evidence = evidence;
}
