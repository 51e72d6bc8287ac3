/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "model/ibid-evidence.h"

G_DEFINE_BOXED_TYPE (IbidEvidence, ibid_evidence, ibid_evidence_copy, ibid_evidence_free)

IbidEvidence *
ibid_evidence_new (const char *rule, double confidence)
{
  IbidEvidence *self = g_new0 (IbidEvidence, 1);

  self->rule = g_strdup (rule);
  self->confidence = confidence;
  return self;
}

IbidEvidence *
ibid_evidence_copy (const IbidEvidence *self)
{
  IbidEvidence *copy = ibid_evidence_new (self->rule, self->confidence);

  if (self->extra != NULL)
    copy->extra = json_object_ref (self->extra);
  return copy;
}

void
ibid_evidence_free (IbidEvidence *self)
{
  if (self == NULL)
    return;
  g_free (self->rule);
  g_clear_pointer (&self->extra, json_object_unref);
  g_free (self);
}
