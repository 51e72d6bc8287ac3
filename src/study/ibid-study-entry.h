/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "study/ibid-place.h"

/* What the study knows of a document. */
typedef struct {
  char *digest;         /* of the bytes that `kept_lines` count in; NULL when they are not known */
  IbidPlaceMark *place; /* where the reader was, with the pane; NULL when not known */
  gboolean is_approximate; /* the place is from other bytes with the same URI: find it again */
  GArray *kept_lines; /* guint, from 1 and rising: lines of page furniture put back; never NULL */
} IbidStudyEntry;

IbidStudyEntry *ibid_study_entry_new (void);
void ibid_study_entry_free (IbidStudyEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidStudyEntry, ibid_study_entry_free)

/* A line of the list of recent documents. */
typedef struct {
  char *uri;
  char *title;
  gint64 opened; /* microseconds since 1970, UTC */
} IbidStudyRecent;

void ibid_study_recent_free (IbidStudyRecent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidStudyRecent, ibid_study_recent_free)
