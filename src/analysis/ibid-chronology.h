/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-prose.h"

/* An entry of a chronology: "1920. London: …", "A.D. 871. …", a row of a table or an item of a list
 * that begins with a date. */
typedef struct {
  guint date;       /* index of the date that the entry stands under */
  IbidStretch told; /* its first sentence, behind the date */
  guint end;        /* of the entry as far as it is shown */
} IbidChronologyEntry;

/* FALSE when `paragraph` is no such entry. */
gboolean ibid_chronology_read (const IbidProseParagraph *paragraph, IbidChronologyEntry *entry);
