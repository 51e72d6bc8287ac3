/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-prose.h"

/* What a date does in its sentence. */
typedef enum {
  IBID_EVENT_DATE_NONE, /* tells of no event: a publication's year, "as of 2017", "the 2011 car" */
  IBID_EVENT_DATE_CLAUSE, /* says when the clause happened: "in 2013 …" */
  IBID_EVENT_DATE_NOUN,   /* belongs to what is named ahead of it: "the Olympics of 2020" */
  IBID_EVENT_DATE_BEHIND, /* belongs to what is named behind it: "the 2011 election", "with
                           * 2020 as …" */
} IbidEventDateRole;

/* The role of date `date` (an index) of `paragraph`. */
IbidEventDateRole
ibid_event_date_get_role (const IbidProseParagraph *paragraph, const char *language, guint date);
