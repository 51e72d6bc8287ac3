/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-finding.h"

struct _IbidFinding {
  GObject parent_instance;
  IbidFindingKind kind;
  IbidItem *item;
  IbidPassage *passage;
  guint start;
  guint end;
  guint first_number;
  guint last_number;
};

G_DEFINE_FINAL_TYPE (IbidFinding, ibid_finding, G_TYPE_OBJECT)

static void
ibid_finding_dispose (GObject *object)
{
  IbidFinding *self = IBID_FINDING (object);

  g_clear_object (&self->item);
  g_clear_object (&self->passage);
  G_OBJECT_CLASS (ibid_finding_parent_class)->dispose (object);
}

static void
ibid_finding_class_init (IbidFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ibid_finding_dispose;
}

static void
ibid_finding_init (IbidFinding *self)
{}

IbidFinding *
ibid_finding_new (
    IbidFindingKind kind, IbidItem *item, IbidPassage *passage, guint start, guint end)
{
  return ibid_finding_new_numbered (kind, item, passage, start, end, 0, 0);
}

IbidFinding *
ibid_finding_new_numbered (IbidFindingKind kind,
                           IbidItem *item,
                           IbidPassage *passage,
                           guint start,
                           guint end,
                           guint first_number,
                           guint last_number)
{
  IbidFinding *self;

  g_return_val_if_fail (IBID_IS_ITEM (item) && IBID_IS_PASSAGE (passage), NULL);
  self = g_object_new (IBID_TYPE_FINDING, NULL);
  self->kind = kind;
  self->item = g_object_ref (item);
  self->passage = g_object_ref (passage);
  self->start = start;
  self->end = end;
  self->first_number = first_number;
  self->last_number = last_number;
  return self;
}

IbidFindingKind
ibid_finding_get_kind (IbidFinding *self)
{
  g_return_val_if_fail (IBID_IS_FINDING (self), IBID_FINDING_MARKER_WITHOUT_NOTE);
  return self->kind;
}

IbidItem *
ibid_finding_get_item (IbidFinding *self)
{
  g_return_val_if_fail (IBID_IS_FINDING (self), NULL);
  return self->item;
}

IbidPassage *
ibid_finding_get_passage (IbidFinding *self)
{
  g_return_val_if_fail (IBID_IS_FINDING (self), NULL);
  return self->passage;
}

guint
ibid_finding_get_start (IbidFinding *self)
{
  g_return_val_if_fail (IBID_IS_FINDING (self), 0);
  return self->start;
}

guint
ibid_finding_get_end (IbidFinding *self)
{
  g_return_val_if_fail (IBID_IS_FINDING (self), 0);
  return self->end;
}

guint
ibid_finding_get_first_number (IbidFinding *self)
{
  g_return_val_if_fail (IBID_IS_FINDING (self), 0);
  return self->first_number;
}

guint
ibid_finding_get_last_number (IbidFinding *self)
{
  g_return_val_if_fail (IBID_IS_FINDING (self), 0);
  return self->last_number;
}
