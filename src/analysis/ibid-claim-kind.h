/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-prose.h"

/* What some words of a paragraph assert, as far as their form tells. */
typedef struct {
  gboolean has_figure;    /* a number that counts or measures */
  gboolean has_date;      /* a date that is said, not inferred */
  gboolean has_quotation; /* several words in quotation marks, or part of a longer quotation */
  gboolean has_report;    /* somebody said so */
  gboolean has_forecast;  /* something that is yet to come */
  gboolean has_event;     /* something that was done or happened, and no judgement of it */
  gboolean has_past;      /* a verb that can tell of what has happened, or is to */
  gboolean has_opinion;   /* how somebody judges that something was */
  gboolean has_rule;      /* something that shall be */
  gboolean has_demand;    /* something that must or might be, or that the writer thinks */
  gboolean has_verb;      /* something that looks like a whole clause */
  guint n_words;
} IbidAssertion;

/* Code points `start` to `end` of `paragraph`. */
IbidAssertion ibid_assertion_of (const IbidProseParagraph *paragraph,
                                 const char *language,
                                 guint start,
                                 guint end);

/* Quotation, forecast, figure, date, report, event, in this order; else an interpretation. */
IbidClaimKind ibid_assertion_get_kind (const IbidAssertion *assertion);
