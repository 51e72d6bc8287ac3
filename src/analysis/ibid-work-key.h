/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-folding.h"

#include <json-glib/json-glib.h>

/* What of a CSL-JSON item tells one work from another, folded for comparing. */
typedef struct {
  char **families; /* of authors, else editors; empty: none */
  char *title;     /* "" for none, as below */
  char *container;
  char *date; /* "1998", "1998-5-2", with a letter behind the year: "1998a" */
  char *volume;
  char *issue;
  char *edition;
  char *doi;
  char *url;
} IbidWorkKey;

/* `text`: as printed, for the letter behind a year, which CSL does not know; may be NULL. */
IbidWorkKey *ibid_work_key_new (JsonObject *fields, const char *text);
void ibid_work_key_free (IbidWorkKey *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidWorkKey, ibid_work_key_free)

/* How the title of a later citation stands to that of a work. */
typedef enum {
  IBID_TITLES_DIFFER,
  IBID_TITLES_SHORT, /* one is the other made short: "History" for "A History of the World" */
  IBID_TITLES_SAME,  /* but for articles and a letter or two */
} IbidTitles;

IbidTitles ibid_work_key_compare_titles (const char *left, const char *right);

/* Whether both mean one work, conservatively: never two volumes, years, editions or dates of one
 * title, nor one title of two authors. What one of them does not say is no difference. */
gboolean ibid_work_key_is_same (const IbidWorkKey *work, const IbidWorkKey *cited);

/* Neither year nor anything else that a first citation says. */
gboolean ibid_work_key_is_bare (const IbidWorkKey *self);

gboolean ibid_work_key_has_author (const IbidWorkKey *self, const char *family);

/* All members, parted by bars: equal for equal citations. Free with g_free(). */
char *ibid_work_key_dup_digest (const IbidWorkKey *self);
