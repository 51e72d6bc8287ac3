/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-lexicon.h"

#include "analysis/ibid-lexicon-tables.h"

#include <string.h>

static const char *const languages[] = {"en", "de", "fr", "es", "it", "pt"};
#define N_LANGUAGES G_N_ELEMENTS (languages)

/* A stem is no shorter, a word that is looked up no longer. */
#define STEM_BYTES 3
#define WORD_BYTES 64

typedef struct {
  GHashTable *words; /* word: bits */
  GHashTable *kinds; /* word, or stem with its "*": kind + 1 */
} Lexicon;

static guint
find_language (const char *language)
{
  for (guint i = 0; language != NULL && i < N_LANGUAGES; i++)
    if (g_ascii_strncasecmp (language, languages[i], 2) == 0 && !g_ascii_isalpha (language[2]))
      return i;
  return 0;
}

static void
add_entry (GHashTable *table, const IbidLexiconEntry *entry, gboolean is_kind)
{
  g_auto (GStrv) words = g_strsplit (entry->words, " ", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    guint have = GPOINTER_TO_UINT (g_hash_table_lookup (table, words[i]));

    if (*words[i] != '\0')
      g_hash_table_insert (
          table,
          g_strdup (words[i]),
          GUINT_TO_POINTER (is_kind ? (guint)entry->meaning + 1 : have | (guint)entry->meaning));
  }
}

static gboolean
is_for (const IbidLexiconEntry *entry, guint language)
{
  return entry->language == NULL || g_str_equal (entry->language, languages[language]);
}

static Lexicon *
make_lexicon (guint language)
{
  Lexicon *lexicon = g_new0 (Lexicon, 1);

  lexicon->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lexicon->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < ibid_lexicon_n_entries; i++)
    if (is_for (&ibid_lexicon_entries[i], language) ||
        ibid_lexicon_entries[i].meaning == IBID_LEXICON_GIVEN)
      add_entry (lexicon->words, &ibid_lexicon_entries[i], FALSE);
  for (guint i = 0; i < ibid_lexicon_n_event_entries; i++)
    if (is_for (&ibid_lexicon_event_entries[i], language))
      add_entry (lexicon->kinds, &ibid_lexicon_event_entries[i], TRUE);
  return lexicon;
}

/* Made once and kept: some two thousand words a language. */
static const Lexicon *
get_lexicon (const char *language)
{
  static Lexicon *made[N_LANGUAGES];
  static GMutex mutex;
  guint index = find_language (language);
  Lexicon *lexicon;

  g_mutex_lock (&mutex);
  if (made[index] == NULL)
    made[index] = make_lexicon (index);
  lexicon = made[index];
  g_mutex_unlock (&mutex);
  return lexicon;
}

guint
ibid_lexicon_get (const char *word, const char *language)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (get_lexicon (language)->words, word));
}

int
ibid_lexicon_get_event_kind (const char *word, const char *language)
{
  const Lexicon *lexicon = get_lexicon (language);
  gsize length = strlen (word);
  guint kind = GPOINTER_TO_UINT (g_hash_table_lookup (lexicon->kinds, word));
  char stem[WORD_BYTES + 2];

  if (kind != 0)
    return (int)kind - 1;
  if (length > WORD_BYTES)
    return -1;
  memcpy (stem, word, length);
  for (gsize n = length; n >= STEM_BYTES; n--) {
    stem[n] = '*';
    stem[n + 1] = '\0';
    kind = GPOINTER_TO_UINT (g_hash_table_lookup (lexicon->kinds, stem));
    if (kind != 0)
      return (int)kind - 1;
  }
  return -1;
}
