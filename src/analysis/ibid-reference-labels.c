/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reference-labels.h"

static const char *const names[IBID_REFERENCE_N_LABELS] = {
    "other", "author", "editor", "translator", "title",   "container", "collection", "volume",
    "issue", "pages",  "date",   "publisher",  "place",   "edition",   "doi",        "url",
    "note",  "genre",  "number", "id",         "archive", "org",
};

const char *
ibid_reference_label_get_name (IbidReferenceLabel label)
{
  g_return_val_if_fail ((guint)label < IBID_REFERENCE_N_LABELS, NULL);
  return names[label];
}

gboolean
ibid_reference_label_from_name (const char *name, IbidReferenceLabel *label)
{
  for (guint i = 0; i < IBID_REFERENCE_N_LABELS; i++)
    if (g_strcmp0 (names[i], name) == 0) {
      *label = (IbidReferenceLabel)i;
      return TRUE;
    }
  return FALSE;
}
