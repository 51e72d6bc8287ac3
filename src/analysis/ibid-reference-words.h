/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* Small lists of words that references are made of, in the languages that are read. */
typedef enum {
  IBID_WORD_MONTH = 1 << 0,
  IBID_WORD_JOURNAL = 1 << 1,   /* "review", "zeitschrift" */
  IBID_WORD_PLACE = 1 << 2,     /* cities and countries where books appear */
  IBID_WORD_PUBLISHER = 1 << 3, /* "press", "verlag", "laterza" */
  IBID_WORD_GIVEN = 1 << 4,     /* first names */
  IBID_WORD_EDITOR = 1 << 5,    /* "eds", "hrsg", "cura" */
  IBID_WORD_FUNCTION = 1 << 6,  /* articles, prepositions, conjunctions */
  IBID_WORD_PAGE = 1 << 7,      /* "pp", "seiten" */
  IBID_WORD_VOLUME = 1 << 8,    /* "vol", "bd", "tomo" */
  IBID_WORD_ISSUE = 1 << 9,     /* "no", "heft", "fasc" */
  IBID_WORD_IN = 1 << 10,       /* "in", "dans", "en", "em" */
  IBID_WORD_GENRE = 1 << 11,    /* "thesis", "report" */
  IBID_WORD_CONFERENCE = 1 << 12,
  IBID_WORD_ACCESS = 1 << 13, /* "accessed", "consulté", "acesso" */
  IBID_WORD_TRANSLATOR = 1 << 14,
  IBID_WORD_EDITION = 1 << 15,
  IBID_WORD_ARCHIVE = 1 << 16,
  IBID_WORD_NEWSPAPER = 1 << 17,    /* "times", "zeitung" */
  IBID_WORD_ORGANISATION = 1 << 18, /* "ministry", "université" */
} IbidWordLists;

#define IBID_WORD_N_LISTS 19

/* A hash of code points in lower case, the same everywhere. */
guint64 ibid_word_hash (const gunichar *chars, guint n_chars);

/* The lists that the word of this hash is in. */
guint ibid_word_find_lists (guint64 hash);

/* The same of a word as UTF-8, in any case. */
guint ibid_word_find_lists_of (const char *word, gssize length);

/* 1 to 12 for a month's name or abbreviation in en, de, fr, es, it, pt, in any case and without
 * accents or with; 0 for other words. */
guint ibid_word_get_month (const char *word, gssize length);
