/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* The words that dates are told with, and those that say that a number is none. */

typedef enum {
  IBID_DATE_EN = 1 << 0,
  IBID_DATE_DE = 1 << 1,
  IBID_DATE_FR = 1 << 2,
  IBID_DATE_ES = 1 << 3,
  IBID_DATE_IT = 1 << 4,
  IBID_DATE_PT = 1 << 5,
  IBID_DATE_ALL = (1 << 6) - 1,
} IbidDateLanguages;

/* What a word can be in a date; `value` is what the comment says. */
typedef enum {
  IBID_DATE_WORD_NONE,
  IBID_DATE_WORD_MONTH,       /* 1 to 12 */
  IBID_DATE_WORD_MONTH_SHORT, /* 1 to 12 */
  IBID_DATE_WORD_WEEKDAY,     /* 1 for Monday to 7 */
  IBID_DATE_WORD_SEASON,      /* 21 for spring to 24 */
  IBID_DATE_WORD_CARDINAL,    /* the number */
  IBID_DATE_WORD_ORDINAL,     /* the number */
  IBID_DATE_WORD_DECADE,      /* "sixties": 60 */
  IBID_DATE_WORD_HUNDRED,     /* 100 or 1000 */
  IBID_DATE_WORD_SUFFIX,      /* what makes digits an ordinal: "nd" */
  IBID_DATE_WORD_ROMAN,       /* calends 1, nones 5, ides 13 */
  IBID_DATE_WORD_UNIT,        /* an IbidDateUnit */
  IBID_DATE_WORD_TO,
  IBID_DATE_WORD_AND,
  IBID_DATE_WORD_BETWEEN,
  IBID_DATE_WORD_FROM,
  IBID_DATE_WORD_THE,
  IBID_DATE_WORD_OF,
  IBID_DATE_WORD_IN, /* what stands before a year: "in", "during" */
  IBID_DATE_WORD_ABOUT,
  IBID_DATE_WORD_BEFORE,
  IBID_DATE_WORD_SINCE,
  IBID_DATE_WORD_PROBABLY,
  IBID_DATE_WORD_PART,    /* early 1, mid 2, late 3 */
  IBID_DATE_WORD_QUARTER, /* as a word: "quarter" */
  IBID_DATE_WORD_HALF,
  IBID_DATE_WORD_LAST,     /* -1 */
  IBID_DATE_WORD_THIS,     /* 0 */
  IBID_DATE_WORD_NEXT,     /* 1 */
  IBID_DATE_WORD_PREVIOUS, /* -1: from the date before */
  IBID_DATE_WORD_SAME,     /* 0: from the date before */
  IBID_DATE_WORD_FOLLOWING,
  IBID_DATE_WORD_AGO,
  IBID_DATE_WORD_LATER,
  IBID_DATE_WORD_EARLIER,
  IBID_DATE_WORD_TODAY,     /* days from today */
  IBID_DATE_WORD_PRESENT,   /* "present", as the end of a range */
  IBID_DATE_WORD_LABEL,     /* a number after it is none of years: "page" */
  IBID_DATE_WORD_LABEL_DOT, /* the same, when a full stop follows: "no." */
  IBID_DATE_WORD_COUNTED,   /* a number before it is a quantity: "men" */
  IBID_DATE_WORD_COUNTING,  /* a number after it is a quantity: "nearly" */
  IBID_DATE_WORD_CURRENCY,  /* a number beside it is a price */
  IBID_DATE_WORD_STREET,    /* a number before it is a house's */
  IBID_DATE_WORD_MAKER,     /* a number after it is a model's */
  IBID_DATE_WORD_COMPOUND,  /* tied to a number with a hyphen: "1500-word" */
  IBID_DATE_WORD_MEASURE,   /* "a population of 1850" */
  IBID_DATE_WORD_VERB,      /* ends in "s" and is not counted: "was", "prices" */
} IbidDateWordKind;

typedef enum {
  IBID_DATE_UNIT_DAY,
  IBID_DATE_UNIT_WEEK,
  IBID_DATE_UNIT_MONTH,
  IBID_DATE_UNIT_YEAR,
  IBID_DATE_UNIT_DECADE,
  IBID_DATE_UNIT_CENTURY,
} IbidDateUnit;

/* Words that mean the same, parted by blanks, in lower case. */
typedef struct {
  IbidDateLanguages languages;
  IbidDateWordKind kind;
  int value;
  const char *words;
} IbidDateWords;

/* The tables, each ended by one of kind NONE. */
extern const IbidDateWords ibid_date_calendar_words[];
extern const IbidDateWords ibid_date_frame_words[];
extern const IbidDateWords ibid_date_doubt_words[];

/* One meaning of a word. */
typedef struct {
  IbidDateWordKind kind;
  int value;
  IbidDateLanguages languages;
} IbidDateMeaning;

#define IBID_DATE_WORD_MAX 23 /* bytes of the longest word */

/* A set of kinds: the bit of one. */
#define IBID_DATE_KIND(kind) (G_GUINT64_CONSTANT (1) << (kind))

/* The number of `word`, `length` bytes in lower case; 0 when it is no word of dates. `*kinds` is
 * set to all that it can be, in any language. `hash` is
 * what ibid_date_word_hash() made of its bytes, one after the other, beginning with
 * IBID_DATE_WORD_SEED. */
guint ibid_date_word_find (const char *word, gsize length, guint hash, guint64 *kinds);

#define IBID_DATE_WORD_SEED 2166136261u
static inline guint
ibid_date_word_hash (guint hash, guint8 byte)
{
  return (hash ^ byte) * 16777619u;
}

/* The meaning of that word as `kind` in one of `languages`; NULL when it has none. */
const IbidDateMeaning *
ibid_date_word_get (guint word, IbidDateWordKind kind, IbidDateLanguages languages);
