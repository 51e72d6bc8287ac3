/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* The dates that a text tells, as EDTF by the table in study-format.md: printed ones in English,
 * German, French, Spanish, Italian, Portuguese, Japanese, Chinese and Korean, and those that take
 * their year, or everything, from the document's date or from a date before. */

/* A date in a text. `rule` is one of "full date", "numeric date", "month and year", "month",
 * "year", "season", "quarter", "week", "decade", "century", "range", "open range" and "about", or,
 * where something was not printed, "year from before", "year from after", "year from the document",
 * "relative to the document" and "relative to the date before". */
typedef struct {
  guint start, end; /* code points of the text */
  char *edtf;
  const char *rule;     /* static, for evidence */
  gboolean is_inferred; /* the year, or all, was not printed there */
} IbidFoundDate;

/* What dates without a year are taken from; kept from paragraph to paragraph of one document. */
typedef struct _IbidDateContext IbidDateContext;

/* `language` is the document's, as BCP 47, NULL for not known (then English); `issued` its date in
 * EDTF, NULL for none. What is no EDTF counts as none. */
IbidDateContext *ibid_date_context_new (const char *language, const char *issued);
void ibid_date_context_free (IbidDateContext *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidDateContext, ibid_date_context_free)

/* Of a document with a date to the day that tells mostly of its own year, such as news, dates
 * without a year go to the document's after a few paragraphs; in others they stay with the year
 * told last, or are left out when that is long ago. Years in brackets, which mostly are those of
 * works, and open ranges say nothing of what the text is about. */

/* The dates in `text`, which is valid UTF-8: an array of IbidFoundDate in order, none overlapping
 * another, that frees what is in it. Takes time in proportion to the text. Updates `context`. */
GArray *ibid_dates_find (const char *text, IbidDateContext *context);
