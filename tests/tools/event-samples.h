/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

/* Documents to test the widgets of events with. */

/* Twelve events of 2000 to 2020 in four paragraphs, in the order of the text; see the table in the
 * source. Four attacks overlap 2011 and 2012. */
IbidDocument *event_sample_new (void);

/* `n_events` events, 20 a paragraph, whose titles are those of tests/bench. */
IbidDocument *event_sample_new_large (guint n_events);
