/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* Dates as publishers write them into their files. */
typedef struct {
  int year;      /* 0 when not said */
  int end_year;  /* of a range; else 0 */
  int month;     /* 1 to 12, 21 to 24 for spring to winter; 0 when not said */
  int end_month; /* of a range, "Jan-Apr"; else 0 */
  int day;       /* 0 when not said */
  char suffix;   /* "2007c"; else '\0' */
} IbidJatsDate;

/* "2007", "2007c", "1970-1971", "1970–71". FALSE when `text` says something else. */
gboolean ibid_jats_date_add_year (IbidJatsDate *date, const char *text);

/* "04", "Apr.", "abril", "Jan-Apr", "abril/jun", "Spring". Nothing happens when it is none. */
void ibid_jats_date_add_month (IbidJatsDate *date, const char *text);
void ibid_jats_date_add_day (IbidJatsDate *date, const char *text);

/* Finds a date in "Acesso em: 29 abr. 2021", "Nov 09, 2020", "2021-04-29"; FALSE without a year. */
gboolean ibid_jats_date_find (IbidJatsDate *date, const char *text);

/* EDTF. NULL without a year. Free with g_free(). */
char *ibid_jats_date_dup_edtf (const IbidJatsDate *date);
