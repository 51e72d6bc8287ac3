/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-finding.h"
#include "model/ibid-document.h"
#include <gtk/gtk.h>

/* A finding of the sourcing report in a list: what it is, the section it stands in, a few words. */
#define IBID_TYPE_FINDING_ROW (ibid_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (IbidFindingRow, ibid_finding_row, IBID, FINDING_ROW, GtkBox)

GtkWidget *ibid_finding_row_new (void);

/* Shows `finding` of `document`; holds neither. */
void
ibid_finding_row_set_finding (IbidFindingRow *self, IbidDocument *document, IbidFinding *finding);
