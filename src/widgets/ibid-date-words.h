/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* The words that dates are made of, in the reader's language. Which figures a century has, whether
 * the first of a month is an ordinal, what a preposition does to what follows: that is decided by
 * the catalogues. Every returned char * is to be freed with g_free(). */

/* What a date says, which decides about the words that can stand ahead of it. */
typedef enum {
  IBID_DATE_YEAR,
  IBID_DATE_MONTH,
  IBID_DATE_DAY,
  IBID_DATE_SEASON,
  IBID_DATE_DECADE,
  IBID_DATE_CENTURY,
  IBID_DATE_RANGE,
} IbidDateKind;

/* How a date is to be written. */
typedef struct {
  gboolean is_short;  /* for a narrow column */
  gboolean is_framed; /* behind "since", "by" or "about": other cases, and articles */
} IbidDateForm;

/* "2017"; 0 is "1 BC". */
char *ibid_date_words_year (int year);

/* "May 2017", "22 May 2017"; month: 1 to 12. */
char *ibid_date_words_month (int month, const char *year, IbidDateForm form);
char *ibid_date_words_day (int day, int month, const char *year, IbidDateForm form);

/* "spring 1914"; season: 21 to 24, as EDTF numbers them. */
char *ibid_date_words_season (int season, const char *year, IbidDateForm form);

/* "the 1980s"; year: its first, above 0. */
char *ibid_date_words_decade (int year, IbidDateForm form);

/* "the 19th century", "the 2nd century BC"; year: any of it, 0 is 1 BC. */
char *ibid_date_words_century (int year, IbidDateForm form);

/* Ranges within a year: "May–July 2017", "3–5 May 2017", "3 May – 2 June 2017". */
char *ibid_date_words_months (int from, int to, const char *year, gboolean is_short);
char *ibid_date_words_days (int from, int to, int month, const char *year, gboolean is_short);
char *ibid_date_words_days_apart (const int from[2],
                                  const int to[2],
                                  const char *year,
                                  gboolean is_short);

/* "since 2009", "by 2020", "about 1850", with `label` in its framed form; of an IBID_DATE_RANGE
 * only the last, with `label` as it is. */
char *ibid_date_words_since (IbidDateKind kind, const char *label);
char *ibid_date_words_by (IbidDateKind kind, const char *label);
char *ibid_date_words_about (IbidDateKind kind, const char *label);
