/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-words.h"

/* What an English word can be, as far as its form and a table of the small words and irregular
 * verbs tell. */
typedef enum {
  IBID_GRAMMAR_PREPOSITION = 1 << 0,
  IBID_GRAMMAR_SUBORDINATOR = 1 << 1, /* begins a clause: "when", "because", "that" */
  IBID_GRAMMAR_RELATIVE = 1 << 2,     /* "who", "which" */
  IBID_GRAMMAR_COORDINATOR = 1 << 3,
  IBID_GRAMMAR_PERSON = 1 << 4,           /* "he", "she" */
  IBID_GRAMMAR_PRONOUN = 1 << 5,          /* other words that stand for something: "it", "these" */
  IBID_GRAMMAR_DETERMINER = 1 << 6,       /* what a noun follows: "the", "his", "two" */
  IBID_GRAMMAR_BE = 1 << 7,               /* "was", "were" */
  IBID_GRAMMAR_HAVE = 1 << 8,             /* "had", "has" */
  IBID_GRAMMAR_AUXILIARY = 1 << 9,        /* those, "did" and "will": a finite verb's first word */
  IBID_GRAMMAR_MODAL = 1 << 10,           /* "would": nothing that happened */
  IBID_GRAMMAR_PAST = 1 << 11,            /* a verb in the past and nothing else: "went" */
  IBID_GRAMMAR_PARTICIPLE = 1 << 12,      /* that, or a participle: "founded", "held" */
  IBID_GRAMMAR_ONLY_PARTICIPLE = 1 << 13, /* "written" */
  IBID_GRAMMAR_PRESENT = 1 << 14,         /* a verb in the present: "announces" */
  IBID_GRAMMAR_ADVERB = 1 << 15,
  IBID_GRAMMAR_STATE = 1 << 16,  /* verbs of what is so rather than happens: "seemed" */
  IBID_GRAMMAR_WHOLE = 1 << 17,  /* verbs that need no object: "died", "opened" */
  IBID_GRAMMAR_REPORT = 1 << 18, /* verbs that "that" follows: "said" */
  IBID_GRAMMAR_ING = 1 << 19,    /* "taking" */
  IBID_GRAMMAR_NEGATION = 1 << 20,
  IBID_GRAMMAR_VERB = IBID_GRAMMAR_AUXILIARY | IBID_GRAMMAR_MODAL | IBID_GRAMMAR_PAST |
                      IBID_GRAMMAR_PARTICIPLE | IBID_GRAMMAR_PRESENT,
} IbidGrammarFlags;

/* The flags of `word`, in lower case; 0 for nouns, adjectives and what is not known. */
guint ibid_grammar_get (const char *word);
