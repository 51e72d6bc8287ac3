/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* A date or range in EDTF (ISO 8601-2), levels 0 and 1: "2017-05-22", "1850~", "198X",
 * "1914-22" (summer), "2009/..", "-0043" (44 BC). Proleptic Gregorian, years astronomical. */

/* One end of a range, or the whole of a single date. */
typedef struct {
  gboolean is_open; /* ".." or left empty: nothing else is set */
  int year;         /* the first year that it can mean: 1980 for "198X" */
  int month;        /* 1 to 12, 21 to 24 for spring to winter, 0 when not said */
  int day;          /* 1 to 31, 0 when not said */
  int year_width;   /* 1, 10 ("198X") or 100 ("19XX") years */
  gboolean is_approximate;
  gboolean is_uncertain;
} IbidDatePoint;

typedef struct {
  IbidDatePoint start;
  IbidDatePoint end; /* the same as start when it is no range */
  gboolean is_range;
} IbidDate;

/* Fills `*date`; FALSE when `edtf` is not a valid date. */
gboolean ibid_date_parse (const char *edtf, IbidDate *date);

/* The years that it touches, both included; an open end is G_MININT or G_MAXINT. */
int ibid_date_get_first_year (const IbidDate *date);
int ibid_date_get_last_year (const IbidDate *date);

/* TRUE when `date` and the years `first` to `last`, both included, have a day in common. */
gboolean ibid_date_overlaps (const IbidDate *date, int first, int last);

/* By first possible day, then by last: "2013" comes ahead of "2013-12-26". */
int ibid_date_compare (const IbidDate *a, const IbidDate *b);
