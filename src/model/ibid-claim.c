/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "model/ibid-claim.h"

#include "model/ibid-reference.h"

struct _IbidClaim {
  IbidItem parent_instance;
  IbidParagraph *paragraph;
  guint start;
  guint end;
  IbidClaimKind kind;
  IbidList *references;
  IbidEvidence *evidence;
};

G_DEFINE_FINAL_TYPE (IbidClaim, ibid_claim, IBID_TYPE_ITEM)

enum { PROP_PARAGRAPH = 1, PROP_KIND, PROP_TEXT, PROP_REFERENCES, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
ibid_claim_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  IbidClaim *self = IBID_CLAIM (object);

  switch (prop_id) {
  case PROP_PARAGRAPH:
    g_value_set_object (value, self->paragraph);
    break;
  case PROP_KIND:
    g_value_set_enum (value, self->kind);
    break;
  case PROP_TEXT:
    g_value_take_string (value, ibid_claim_dup_text (self));
    break;
  case PROP_REFERENCES:
    g_value_set_object (value, ibid_claim_get_references (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_claim_finalize (GObject *object)
{
  IbidClaim *self = IBID_CLAIM (object);

  g_clear_object (&self->paragraph);
  g_clear_object (&self->references);
  g_clear_pointer (&self->evidence, ibid_evidence_free);
  G_OBJECT_CLASS (ibid_claim_parent_class)->finalize (object);
}

static void
ibid_claim_class_init (IbidClaimClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->get_property = ibid_claim_get_property;
  G_OBJECT_CLASS (klass)->finalize = ibid_claim_finalize;
  props[PROP_PARAGRAPH] = g_param_spec_object ("paragraph", NULL, NULL, IBID_TYPE_PARAGRAPH, flags);
  props[PROP_KIND] = g_param_spec_enum (
      "kind", NULL, NULL, IBID_TYPE_CLAIM_KIND, IBID_CLAIM_STATISTIC, flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  props[PROP_REFERENCES] = g_param_spec_object ("references", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
ibid_claim_init (IbidClaim *self)
{}

IbidClaim *
ibid_claim_new (
    const char *id, IbidParagraph *paragraph, guint start, guint end, IbidClaimKind kind)
{
  IbidClaim *self = g_object_new (IBID_TYPE_CLAIM, NULL);

  ibid_item_set_id (IBID_ITEM (self), id);
  self->paragraph = g_object_ref (paragraph);
  self->start = start;
  self->end = end;
  self->kind = kind;
  return self;
}

IbidParagraph *
ibid_claim_get_paragraph (IbidClaim *self)
{
  g_return_val_if_fail (IBID_IS_CLAIM (self), NULL);
  return self->paragraph;
}

guint
ibid_claim_get_start (IbidClaim *self)
{
  g_return_val_if_fail (IBID_IS_CLAIM (self), 0);
  return self->start;
}

guint
ibid_claim_get_end (IbidClaim *self)
{
  g_return_val_if_fail (IBID_IS_CLAIM (self), 0);
  return self->end;
}

IbidClaimKind
ibid_claim_get_kind (IbidClaim *self)
{
  g_return_val_if_fail (IBID_IS_CLAIM (self), IBID_CLAIM_STATISTIC);
  return self->kind;
}

char *
ibid_claim_dup_text (IbidClaim *self)
{
  g_return_val_if_fail (IBID_IS_CLAIM (self), NULL);
  return ibid_passage_dup_slice (IBID_PASSAGE (self->paragraph), self->start, self->end);
}

IbidList *
ibid_claim_get_references (IbidClaim *self)
{
  g_return_val_if_fail (IBID_IS_CLAIM (self), NULL);
  return self->references != NULL ? self->references : ibid_list_get_empty (IBID_TYPE_REFERENCE);
}

const IbidEvidence *
ibid_claim_get_evidence (IbidClaim *self)
{
  g_return_val_if_fail (IBID_IS_CLAIM (self), NULL);
  return self->evidence;
}

void
ibid_claim_add_reference (IbidClaim *self, gpointer reference)
{
  g_return_if_fail (IBID_IS_CLAIM (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  if (self->references == NULL)
    self->references = ibid_list_new (IBID_TYPE_REFERENCE);
  ibid_list_add (self->references, reference);
}

void
ibid_claim_take_evidence (IbidClaim *self, IbidEvidence *evidence)
{
  g_return_if_fail (IBID_IS_CLAIM (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  ibid_evidence_free (self->evidence);
  self->evidence = evidence;
}
