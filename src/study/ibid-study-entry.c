/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "study/ibid-study-entry.h"

IbidStudyEntry *
ibid_study_entry_new (void)
{
  IbidStudyEntry *self = g_new0 (IbidStudyEntry, 1);

  self->kept_lines = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
ibid_study_entry_free (IbidStudyEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->digest);
  ibid_place_mark_free (self->place);
  g_array_unref (self->kept_lines);
  g_free (self);
}

void
ibid_study_recent_free (IbidStudyRecent *self)
{
  if (self == NULL)
    return;
  g_free (self->uri);
  g_free (self->title);
  g_free (self);
}
