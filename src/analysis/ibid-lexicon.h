/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* What words tell about claims, events and actors, in en, de, fr, es, it, pt, ja, zh and ko:
 * tables of our own, see ibid-lexicon-tables.c. */

typedef enum {
  IBID_LEXICON_REPORT = 1 << 0,      /* "said", "according" */
  IBID_LEXICON_FORECAST = 1 << 1,    /* "will", "expected" */
  IBID_LEXICON_QUANTITY = 1 << 2,    /* "million", "percent" */
  IBID_LEXICON_LABEL = 1 << 3,       /* ahead of a number that counts nothing: "chapter" */
  IBID_LEXICON_CALENDAR = 1 << 4,    /* months, days of the week */
  IBID_LEXICON_TITLE = 1 << 5,       /* ahead of a person's name: "President" */
  IBID_LEXICON_BODY = 1 << 6,        /* what organisations are called: "Ministry" */
  IBID_LEXICON_PLACE = 1 << 7,       /* what places are called: "River" */
  IBID_LEXICON_GIVEN = 1 << 8,       /* given names */
  IBID_LEXICON_LINK = 1 << 9,        /* small words within names: "of", "von" */
  IBID_LEXICON_WORK = 1 << 10,       /* what is no actor though it is capitalised: "Strategy" */
  IBID_LEXICON_LOCATIVE = 1 << 11,   /* "in", "near" */
  IBID_LEXICON_DETERMINER = 1 << 12, /* "the", "his" */
  IBID_LEXICON_VERB = 1 << 13,       /* forms that every clause has: "was", "had" */
  IBID_LEXICON_ABSTRACT = 1 << 14,   /* what a text talks about itself: "chapter", "figure" */
} IbidLexiconFlags;

/* The bits of `word`, in lower case; 0 when it is unknown. `language` is BCP 47; NULL, or one that
 * has no table, is read as English. */
guint ibid_lexicon_get (const char *word, const char *language);

/* The kind of happening that `word` tells of, an IbidEventKind; -1 when it tells of none. */
int ibid_lexicon_get_event_kind (const char *word, const char *language);
