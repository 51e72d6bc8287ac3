/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-prose.h"
#include "analysis/ibid-states.h"

/* What a text tells with a date: IbidEvent, in the order of the text. A date belongs to its clause,
 * to a noun ("the Olympics of 2020"), or to the entry of a chronology; years of publications,
 * citations, and dates that only describe something make no event. What is told twice under one
 * date is one event with two places. `claims` and `actors` are the document's, found or given;
 * `states` helps to see actors and may be NULL. The evidence's rule is the date's, with
 * "chronology" or "inferred" ahead of it where that is so. */
IbidList *
ibid_events_find (IbidProse *prose, IbidList *claims, IbidList *actors, IbidStates *states);
