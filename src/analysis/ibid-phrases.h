/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-words.h"

/* Many phrases that are looked for at once: names of states, of the actors of a text. Blanks and
 * hyphens of any kind are alike; capitals count. */
typedef struct _IbidPhrases IbidPhrases;

IbidPhrases *ibid_phrases_new (void);
void ibid_phrases_free (IbidPhrases *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidPhrases, ibid_phrases_free)

/* `value` is borrowed and must not be NULL. The first that is added for a phrase holds. */
void ibid_phrases_add (IbidPhrases *self, const char *phrase, gpointer value);

/* The value of the longest phrase that begins with word `index` of `text`; NULL when there is
 * none. Sets `*n_words` to how many words it has. */
gpointer ibid_phrases_match (
    IbidPhrases *self, const char *text, GArray *words, guint index, guint *n_words);
