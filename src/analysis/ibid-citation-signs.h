/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-note-words.h"

/* Whether a stretch of a note looks like a citation or like prose, told by signs that hold in
 * any language: titles in quotes or emphasis, years, pages, imprints in brackets, addresses,
 * names at the beginning, and on the other side verbs, pronouns and small letters. */
typedef struct {
  guint n_strong; /* words that only sentences have; outside titles, brackets and links, as below */
  guint n_weak;
  guint n_upper; /* words of some length with a capital, and without */
  guint n_lower;
  gboolean title;   /* in quotes or emphasis */
  gboolean imprint; /* "(Oxford: Blackwell, 1998)" */
  gboolean link;
  gboolean label;   /* "Rural Key Facts - https://…" */
  gboolean locator; /* "pp. 12-14" at the end */
  gboolean year;
  gboolean date;   /* a month */
  gboolean name;   /* "Smith," or "J. Smith and A. Jones," at the beginning */
  gboolean source; /* "letter", "census" among the first words */
  gboolean inner; /* begins with "chapter", "p." and their like: a place in some work, maybe this */
  gboolean shouts;    /* nothing but capitals: a heading or a signature */
  gboolean speech;    /* begins or ends with a quotation mark whose other one is missing */
  gboolean signature; /* "JAMES DOE, Secretary" under a document that is quoted */
  gboolean opens;     /* begins with a capital, a quotation mark or a number */
} IbidCitationSigns;

void ibid_citation_signs_read (const IbidNoteText *note,
                               guint start,
                               guint end,
                               IbidCitationSigns *signs);

/* 2 and more: a citation. `cued`: behind "see" or its like. */
double ibid_citation_signs_weigh (const IbidCitationSigns *signs, gboolean cued);

/* Says when or where it was published, or which page: another work may begin behind it. */
gboolean ibid_citation_signs_is_complete (const IbidCitationSigns *signs);

/* The next title in quotes or emphasis that begins in `start` to `end`. */
gboolean ibid_citation_signs_find_title (const IbidNoteText *note,
                                         guint start,
                                         guint end,
                                         IbidStretch *title);

/* A four-digit year between 1400 and 2099, also "1991a". */
gboolean ibid_citation_signs_is_year (const IbidNoteWord *word);

/* The pages, volumes or chapters at the very end of the stretch, without "p." and its like.
 * A date is none. */
gboolean ibid_citation_signs_find_locator (const IbidNoteText *note,
                                           guint start,
                                           guint end,
                                           IbidStretch *locator);
