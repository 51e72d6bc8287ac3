/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib-object.h>
#include <json-glib/json-glib.h>

/* Why something was inferred: the rule that found it, and how sure it is. */
typedef struct {
  char *rule;
  double confidence; /* 0 to 1; negative when not said */
  JsonObject *extra; /* unknown members, or NULL */
} IbidEvidence;

#define IBID_TYPE_EVIDENCE (ibid_evidence_get_type ())
GType ibid_evidence_get_type (void);

IbidEvidence *ibid_evidence_new (const char *rule, double confidence);
IbidEvidence *ibid_evidence_copy (const IbidEvidence *self);
void ibid_evidence_free (IbidEvidence *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidEvidence, ibid_evidence_free)
