/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "widgets/ibid-find-bar.h"
#include "widgets/ibid-text-view.h"

/* Shows in the text what the find bar finds, and tells the bar where to begin. */
#define IBID_TYPE_TEXT_FINDING (ibid_text_finding_get_type ())
G_DECLARE_FINAL_TYPE (IbidTextFinding, ibid_text_finding, IBID, TEXT_FINDING, GObject)

/* Borrows both widgets, whose owner owns it. */
IbidTextFinding *ibid_text_finding_new (IbidTextView *text, IbidFindBar *bar);

/* Opens the bar, with the selected words if they are of one passage; finds from the place at hand
 * on. */
void ibid_text_finding_open (IbidTextFinding *self);
