/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-timeline-scale.h"

/* The largest multiple of `step` that is not above `year`. */
static gint64
round_down (gint64 year, gint64 step)
{
  gint64 remainder = year % step;

  return year - (remainder < 0 ? remainder + step : remainder);
}

static gint64
round_up (gint64 year, gint64 step)
{
  return round_down (year + step - 1, step);
}

/* 1, 2, 5, 10, 20, 50… */
static gint64
next_step (gint64 step)
{
  gint64 first_digit = step;

  while (first_digit >= 10)
    first_digit /= 10;
  return first_digit == 2 ? step / 2 * 5 : step * 2;
}

static gint64
count_bars (gint64 lower, gint64 upper, gint64 step)
{
  return (round_down (upper, step) - round_down (lower, step)) / step + 1;
}

void
ibid_timeline_scale_init (IbidTimelineScale *self, int lower, int upper, guint max_bars)
{
  gint64 step = 1;

  g_return_if_fail (lower <= upper && max_bars >= 4);
  while (count_bars (lower, upper, step) > max_bars)
    step = next_step (step);
  self->lower = lower;
  self->upper = upper;
  self->bar_years = (int)step;
  self->origin = round_down (lower, step);
  self->n_bars = (guint)count_bars (lower, upper, step);
}

guint
ibid_timeline_scale_get_bar (const IbidTimelineScale *self, int year)
{
  return (guint)((CLAMP (year, self->lower, self->upper) - self->origin) / self->bar_years);
}

double
ibid_timeline_scale_get_position (const IbidTimelineScale *self, gint64 year)
{
  return (double)(year - self->origin) / ((double)self->n_bars * self->bar_years);
}

int
ibid_timeline_scale_get_year (const IbidTimelineScale *self, double position)
{
  double offset = CLAMP (position, 0, 1) * self->n_bars * self->bar_years;
  gint64 year = self->origin + (gint64)offset;

  return (int)CLAMP (year, self->lower, self->upper);
}

guint
ibid_timeline_scale_get_ticks (const IbidTimelineScale *self, int *ticks, guint max)
{
  /* The middle half: the ends have labels of their own. */
  gint64 quarter = ((gint64)self->upper - self->lower) / 4;
  gint64 from = self->lower + quarter;
  gint64 to = self->upper - quarter;
  gint64 step = 1;
  guint n_ticks = 0;

  if (quarter == 0)
    return 0;
  while (round_up (from, step) + max * step <= to)
    step = next_step (step);
  for (gint64 year = round_up (from, step); year <= to && n_ticks < max; year += step)
    ticks[n_ticks++] = (int)year;
  return n_ticks;
}
