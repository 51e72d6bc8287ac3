/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-words.h"

/* The world's states, by what they, their people and their capitals are called: our own table,
 * data/analysis/states.tsv, whose head says how it is made. Lines that are no such entry are
 * skipped. */
typedef struct _IbidStates IbidStates;

typedef enum {
  IBID_STATE_NAME,    /* "Japan" */
  IBID_STATE_PEOPLE,  /* "Japanese" */
  IBID_STATE_CAPITAL, /* "Tokyo" */
} IbidStateForm;

/* `table` may be NULL: no states. Names are looked for in `language` (BCP 47; English when NULL or
 * unknown), and in Japanese, Chinese and Korean in any case. */
IbidStates *ibid_states_new (GBytes *table, const char *language);
void ibid_states_free (IbidStates *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidStates, ibid_states_free)

/* The state that is named from word `index` on, as a number from 0; -1 for none. Sets how many
 * words that are, and in which way. */
int ibid_states_match (IbidStates *self,
                       const char *text,
                       GArray *words,
                       guint index,
                       guint *n_words,
                       IbidStateForm *form);

/* The state with that name, of whatever language; -1 when there is none. */
int ibid_states_find (IbidStates *self, const char *name);

guint ibid_states_get_n (IbidStates *self);

/* What it is called in the language, else in English. */
const char *ibid_states_get_name (IbidStates *self, int state);
