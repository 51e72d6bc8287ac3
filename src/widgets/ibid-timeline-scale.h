/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* How years lie on a timeline: in bars of one or, when the span is wide, 2, 5, 10, 20… years that
 * begin at multiples of that. Positions are fractions of the width, from 0 to 1 in reading
 * direction. Years are astronomical, as in ibid-date.h; any two fit. */
typedef struct {
  int lower; /* first and last year */
  int upper;
  int bar_years; /* years a bar */
  gint64 origin; /* first year of the first bar */
  guint n_bars;
} IbidTimelineScale;

/* `max_bars` is at least 4. */
void ibid_timeline_scale_init (IbidTimelineScale *self, int lower, int upper, guint max_bars);

guint ibid_timeline_scale_get_bar (const IbidTimelineScale *self, int year);

/* Where `year` begins; that of the year behind the last is its end. */
double ibid_timeline_scale_get_position (const IbidTimelineScale *self, gint64 year);

/* The year at `position`; cut to the span. */
int ibid_timeline_scale_get_year (const IbidTimelineScale *self, double position);

/* Round years in the middle half of the span, at most `max` of them; how many. */
guint ibid_timeline_scale_get_ticks (const IbidTimelineScale *self, int *ticks, guint max);
