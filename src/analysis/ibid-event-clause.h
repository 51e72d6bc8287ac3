/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-sentence-parts.h"

#define IBID_EVENT_CLAUSE_NONE G_MAXUINT
#define IBID_EVENT_CLAUSE_SUBORDINATES (IBID_GRAMMAR_SUBORDINATOR | IBID_GRAMMAR_RELATIVE)

/* What a date says of a sentence: the piece with the verb that it belongs to, and who does it. */
typedef struct {
  const IbidSentenceParts *parts;
  guint date_part; /* index of the piece that the date stands in */
  guint core;      /* of the piece with the verb */
  guint subject;   /* tokens `subject` up to `subject_last`, which is not in it */
  guint subject_last;
  gboolean is_bare; /* the verb is a participle that describes the subject */
} IbidEventClause;

const IbidToken *ibid_event_clause_get_token (const IbidEventClause *clause, guint index);
const IbidPart *ibid_event_clause_get_part (const IbidEventClause *clause, guint index);
const IbidWord *ibid_event_clause_get_word (const IbidEventClause *clause, guint token);

/* Whether the word of `token` is one of the `n` in `list`, in lower case. */
gboolean ibid_event_clause_is_word (const IbidEventClause *clause,
                                    guint token,
                                    const char *const *list,
                                    guint n);

/* The piece that the date belongs to by what stands closest, and the one whose verb it dates, or
 * IBID_EVENT_CLAUSE_NONE; the second needs `date_part`. */
guint ibid_event_clause_find_date_part (const IbidEventClause *clause);
guint ibid_event_clause_find_core (const IbidEventClause *clause);

/* Piece `index` is a participle with a date of its own, of what begins the clause: "The suit, filed
 * in 1903, …". */
gboolean ibid_event_clause_is_own_participle (const IbidEventClause *clause, guint index);

/* Whether the date says when the core's verb happened, and whether that tells of something that
 * happened, or is to happen, rather than what was so, might be or did not happen. */
gboolean ibid_event_clause_is_date_of_core (const IbidEventClause *clause);
gboolean ibid_event_clause_is_happening (const IbidEventClause *clause);

/* Fills in the subject of piece `index`, also where it stands in a piece ahead; FALSE when it is
 * not clear. `depth` is 0. */
gboolean ibid_event_clause_find_subject (IbidEventClause *clause, guint index, guint depth);

/* Puts for a pronoun the subject of the clause before, in the same sentence, where it is sure. */
void ibid_event_clause_resolve_pronoun (IbidEventClause *clause);

/* A subject that says by itself who or what it is. */
gboolean ibid_event_clause_is_good_subject (const IbidEventClause *clause);
