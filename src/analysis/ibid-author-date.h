/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-note-text.h"
#include "model/ibid-body.h"

/* Citations that are words of the sentence: "(Smith 2010, 12)", "Smith (2010)", "(Smith & Jones,
 * 2010a; Lee 2012)", "SADOUL, 1945, p. 24". A year in brackets alone is none. */

typedef struct {
  guint start; /* code points: the names, the year and the locator, without outer brackets */
  guint end;
  IbidStretch names;
  IbidStretch year;    /* with its letter, "2010a" */
  IbidStretch locator; /* empty when there is none */
  gboolean is_opened;  /* the bracket stands before the year: "Smith (2010, 12)" */
  gboolean is_certain; /* looks like one even when no bibliography says so */
} IbidAuthorDate;

/* All in `start` to `end` of `note`, in order. Free with g_array_unref(). */
GArray *ibid_author_date_scan (const IbidNoteText *note, guint start, guint end);

/* A citation in words that leads to an entry of the bibliography. */
typedef struct {
  IbidPassage *passage; /* borrowed */
  guint start;          /* code points of its text, with the brackets that hold nothing else */
  guint end;
  IbidReference *reference; /* of kind bibliography; borrowed */
  char *locator;            /* NULL when it names none */
} IbidAuthorDateMatch;

/* Every one in the paragraphs of `body` whose names and year are those of exactly one of its
 * bibliography's entries; none where there is no bibliography. For texts in which no marker leads
 * there yet. In reading order. Free with g_array_unref(). */
GArray *ibid_author_dates_find (IbidBody *body);
