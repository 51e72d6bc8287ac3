/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-text-language.h"

#include <string.h>

#define MAX_BYTES 65536u
#define MAX_WORD_BYTES 12u

/* To be sure: so many hits, one among so many words, and half as many again as the second. */
#define MIN_HITS 4u
#define WORDS_PER_HIT 12u

#define N_LANGUAGES G_N_ELEMENTS (languages)

/* Words that are common in one language and rare in the others, lower case. */
static const struct {
  const char *code;
  const char *words;
} languages[] = {
    {"en",
     "the of and to that is was for with it as by his which not are this from have had were "
     "they their would been but its"},
    {"de",
     "der die das und ist nicht mit von den dem ein eine sich auf auch für als wird wurde "
     "im zu zum zur es sind nach bei oder"},
    {"fr",
     "le la les des et est une du que qui dans pour pas sur au par avec il elle ce cette sont "
     "plus aux été ont"},
    {"es",
     "el la los las y que del en una por con para es se su lo como más pero fue sus al este "
     "esta entre"},
    {"it",
     "il di che la è per un una del della con non sono gli nel dei alla anche si più come ha "
     "le delle"},
    {"pt",
     "o os as que do da em um uma para com não por mais dos das se foi ao na no como são ou "
     "pelo pela"},
    {"nl",
     "de het een en van is dat niet op te zijn met voor aan er om ook als bij door werd "
     "naar uit maar"}};

struct _IbidTextLanguage {
  GHashTable *masks; /* word to the bits of the languages that have it */
  guint hits[8];
  guint n_words;
  gsize n_bytes;
};

IbidTextLanguage *
ibid_text_language_new (void)
{
  IbidTextLanguage *self = g_new0 (IbidTextLanguage, 1);

  self->masks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < N_LANGUAGES; i++) {
    g_auto (GStrv) words = g_strsplit (languages[i].words, " ", -1);

    for (guint j = 0; words[j] != NULL; j++) {
      guint mask = GPOINTER_TO_UINT (g_hash_table_lookup (self->masks, words[j]));

      g_hash_table_insert (self->masks, g_strdup (words[j]), GUINT_TO_POINTER (mask | 1u << i));
    }
  }
  return self;
}

void
ibid_text_language_free (IbidTextLanguage *self)
{
  g_hash_table_unref (self->masks);
  g_free (self);
}

static void
count_word (IbidTextLanguage *self, const char *word, gsize length)
{
  char lower[MAX_WORD_BYTES + 1];
  guint mask;

  self->n_words++;
  if (length > MAX_WORD_BYTES)
    return;
  for (gsize i = 0; i < length; i++)
    lower[i] = g_ascii_tolower (word[i]);
  lower[length] = '\0';
  mask = GPOINTER_TO_UINT (g_hash_table_lookup (self->masks, lower));
  for (guint i = 0; mask != 0; i++, mask >>= 1u)
    self->hits[i] += mask & 1u;
}

gboolean
ibid_text_language_feed (IbidTextLanguage *self, const char *text, gsize length)
{
  const char *start = NULL;

  length = MIN (length, MAX_BYTES - MIN (self->n_bytes, MAX_BYTES));
  self->n_bytes += length;
  for (gsize i = 0; i <= length; i++) {
    gboolean is_letter = i < length && (g_ascii_isalpha (text[i]) || (guint8)text[i] >= 0x80);

    if (is_letter && start == NULL) {
      start = text + i;
    } else if (!is_letter && start != NULL) {
      count_word (self, start, text + i - start);
      start = NULL;
    }
  }
  return self->n_bytes < MAX_BYTES;
}

const char *
ibid_text_language_guess (IbidTextLanguage *self)
{
  guint best = 0;
  guint second = 0;

  for (guint i = 1; i < N_LANGUAGES; i++)
    if (self->hits[i] > self->hits[best])
      best = i;
  for (guint i = 0; i < N_LANGUAGES; i++)
    if (i != best)
      second = MAX (second, self->hits[i]);
  if (self->hits[best] < MIN_HITS || self->hits[best] * WORDS_PER_HIT < self->n_words ||
      self->hits[best] * 2 < second * 3)
    return NULL;
  return languages[best].code;
}
