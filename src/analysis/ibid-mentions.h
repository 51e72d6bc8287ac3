/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-prose.h"
#include "analysis/ibid-states.h"

/* Where a paragraph names an actor. */
typedef struct {
  guint paragraph; /* index of the prose */
  guint start;     /* code points */
  guint end;
  IbidActor *actor; /* borrowed */
} IbidMention;

/* Where actors are named, in the order of the text: by name and aliases, states also by what their
 * people are called, persons by their family name alone. Longest names first. IbidMention; free
 * with g_array_unref(). */
GArray *ibid_mentions_find (IbidProse *prose, IbidList *actors, IbidStates *states);

/* The index of the first mention in `paragraph` that ends behind `start`. */
guint ibid_mentions_index_at (GArray *mentions, guint paragraph, guint start);

/* "Keynes" of "John Maynard Keynes", within the name. Borrowed. */
const char *ibid_mentions_get_family_name (const char *name);
