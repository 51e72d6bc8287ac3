/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-date-tokens.h"

/* What a moment that is not printed counts from. */
typedef enum {
  IBID_DATE_RELATION_NONE,
  IBID_DATE_RELATION_DOCUMENT, /* "last year" */
  IBID_DATE_RELATION_BEFORE,   /* the date before it: "two days later" */
} IbidDateRelation;

/* A day, month, year or longer, as far as a text tells it. */
typedef struct {
  IbidDateRelation relation; /* not NONE: `amount` of `unit` from there, see ibid-date-relative.h */
  IbidDateUnit unit;
  int amount;
  int weekday;       /* 1 for Monday to 7: that day of the week; 0 */
  gboolean is_whole; /* a week from Monday to Sunday, not seven days on */
  gboolean has_year;
  int year;          /* astronomical: 0 is 1 BC */
  int width;         /* of so many years: 1, 10 or 100; `year` is their first */
  gboolean is_short; /* of the year two digits are told; until its century is, it is the 20th */
  int month;         /* 1 to 12, 21 to 24 for seasons, 0 when not told */
  int day;           /* 0 when not told */
  gboolean is_approximate;
  gboolean is_uncertain;
} IbidDateMoment;

/* Tokens that tell a date. */
typedef struct {
  guint first;
  guint next; /* the token after them */
  IbidDateMoment start;
  IbidDateMoment end; /* of a range */
  gboolean is_range;
  gboolean is_start_open; /* then `end` is told */
  gboolean is_end_open;
  gboolean is_inferred;
  const char *rule;
} IbidDateMatch;

/* A match from `first` to `next` of nothing yet. */
IbidDateMatch ibid_date_match_new (guint first, guint next, const char *rule);

/* What the match ends with: the last moment of a range, or the only one. */
IbidDateMoment *ibid_date_match_get_last (IbidDateMatch *match);

/* The match in EDTF; NULL when it is none, for example when a year is missing. A day that its
 * month has not is left out. */
char *ibid_date_match_to_edtf (const IbidDateMatch *match);

/* Day, month and year as a number that counts days, and back. FALSE outside the years 1 to 9999. */
gboolean ibid_date_moment_to_day (const IbidDateMoment *moment, int *number);
gboolean ibid_date_moment_from_day (int number, IbidDateMoment *moment);
