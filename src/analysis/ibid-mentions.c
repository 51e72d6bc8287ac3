/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-mentions.h"

#include "analysis/ibid-grammar.h"
#include "analysis/ibid-lexicon.h"
#include "analysis/ibid-phrases.h"

#include <string.h>

/* So often a text has a word that it uses as such. */
#define COMMON_WORD 5

typedef struct {
  IbidPhrases *phrases; /* IbidActor */
  IbidStates *states;
  IbidActor **by_state;
  const char *language;
} Names;

const char *
ibid_mentions_get_family_name (const char *name)
{
  const char *blank = strrchr (name, ' ');

  return blank != NULL ? blank + 1 : name;
}

static void
add_actor (Names *names, IbidActor *actor)
{
  const char *const *aliases = ibid_actor_get_aliases (actor);
  const char *name = ibid_actor_get_name (actor);

  ibid_phrases_add (names->phrases, name, actor);
  for (guint i = 0; aliases[i] != NULL; i++)
    ibid_phrases_add (names->phrases, aliases[i], actor);
  if (ibid_actor_get_kind (actor) == IBID_ACTOR_STATE && names->states != NULL) {
    int state = ibid_states_find (names->states, name);

    for (guint i = 0; state < 0 && aliases[i] != NULL; i++)
      state = ibid_states_find (names->states, aliases[i]);
    if (state >= 0 && names->by_state[state] == NULL)
      names->by_state[state] = actor;
  }
}

/* Takes names out that the text also uses as words, "Sonata", so that they are no family's. */
static void
drop_common_words (GHashTable *families, IbidProse *prose)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < ibid_prose_get_n_paragraphs (prose); i++) {
    const IbidProseParagraph *paragraph = ibid_prose_get_paragraph (prose, i);

    for (guint j = 0; j < paragraph->words->len; j++) {
      const IbidWord *word = &g_array_index (paragraph->words, IbidWord, j);
      char folded[48];
      guint n;

      if ((word->flags & IBID_WORD_CAPITAL) != 0 || word->end - word->start < 3 ||
          !ibid_word_fold (paragraph->text, word, folded, sizeof folded))
        continue;
      *folded = g_ascii_toupper (*folded);
      if (!g_hash_table_contains (families, folded))
        continue;
      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, folded)) + 1;
      g_hash_table_insert (counts, g_strdup (folded), GUINT_TO_POINTER (n));
      if (n >= COMMON_WORD)
        g_hash_table_remove (families, folded);
    }
  }
}

/* "Abe" means the one person of that name; of several, none. */
static void
add_family_names (Names *names, IbidList *actors, IbidProse *prose)
{
  g_autoptr (GHashTable) families = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer family;
  gpointer actor;

  for (guint i = 0; i < ibid_list_get_length (actors); i++) {
    IbidActor *person = ibid_list_get (actors, i);
    const char *name = ibid_mentions_get_family_name (ibid_actor_get_name (person));
    gboolean is_shared;

    if (ibid_actor_get_kind (person) != IBID_ACTOR_PERSON || name == ibid_actor_get_name (person) ||
        g_utf8_strlen (name, -1) < 3)
      continue;
    is_shared = g_hash_table_contains (families, name);
    g_hash_table_insert (families, (gpointer)name, is_shared ? NULL : person);
  }
  if (g_hash_table_size (families) > 0)
    drop_common_words (families, prose);
  g_hash_table_iter_init (&iter, families);
  while (g_hash_table_iter_next (&iter, &family, &actor))
    if (actor != NULL)
      ibid_phrases_add (names->phrases, family, actor);
}

static gboolean
is_next_to_name (const IbidProseParagraph *paragraph, guint left)
{
  const IbidWord *word = &g_array_index (paragraph->words, IbidWord, left);

  return word[1].byte == word->byte_end + 1 && paragraph->text[word->byte_end] == ' ' &&
         (word->flags & IBID_WORD_CAPITAL) != 0 && (word[1].flags & IBID_WORD_CAPITAL) != 0;
}

/* Whether one word is a person's family name: not part of a longer name, "Fortress Monroe", "West
 * Chester", no word that has a meaning of its own, and not with an article, "the West". */
static gboolean
is_family_name (const Names *names, const IbidProseParagraph *paragraph, guint index)
{
  /* "General Thomas" is another than "Charles Thomas". */
  static const char *const ranks[] = {"general",
                                      "gen",
                                      "colonel",
                                      "col",
                                      "captain",
                                      "capt",
                                      "lieutenant",
                                      "lt",
                                      "major",
                                      "maj",
                                      "sergeant"};
  const IbidWord *word = &g_array_index (paragraph->words, IbidWord, index);
  char folded[48];
  guint bits;

  if (!ibid_word_fold (paragraph->text, word, folded, sizeof folded) ||
      ibid_grammar_get (folded) != 0)
    return FALSE;
  if ((ibid_lexicon_get (folded, names->language) & (IBID_LEXICON_BODY | IBID_LEXICON_WORK)) != 0)
    return FALSE;
  if (index + 1 < paragraph->words->len && is_next_to_name (paragraph, index))
    return FALSE;
  if (index == 0)
    return TRUE;
  ibid_word_fold (paragraph->text, word - 1, folded, sizeof folded);
  bits = ibid_lexicon_get (folded, names->language);
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (g_str_equal (folded, ranks[i]))
      return FALSE;
  if (g_str_equal (folded, "in") || g_str_equal (folded, "at") || g_str_equal (folded, "near"))
    return FALSE;
  if ((bits & IBID_LEXICON_DETERMINER) != 0 && (word[-1].flags & IBID_WORD_CAPITAL) == 0)
    return FALSE;
  return !is_next_to_name (paragraph, index - 1) ||
         (bits & (IBID_LEXICON_TITLE | IBID_LEXICON_LINK | IBID_LEXICON_GIVEN)) != 0 ||
         ibid_grammar_get (folded) != 0 || word[-1].end - word[-1].start == 1;
}

/* Behind the name stand "'s" and what is called by it: "St. John's Chapel". */
static gboolean
is_patron (const Names *names, const IbidProseParagraph *paragraph, guint index)
{
  static const char *const others[] = {"chapel", "parish", "cathedral", "house", "hall"};
  const IbidWord *word = &g_array_index (paragraph->words, IbidWord, index);
  char folded[48];

  if (index == 0 || index + 1 >= paragraph->words->len || word->end - word->start != 1 ||
      paragraph->text[word->byte] != 's' || word->start != word[-1].end + 1 ||
      (word[1].flags & IBID_WORD_CAPITAL) == 0 ||
      !ibid_word_fold (paragraph->text, word + 1, folded, sizeof folded))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (folded, others[i]))
      return TRUE;
  return (ibid_lexicon_get (folded, names->language) & IBID_LEXICON_BODY) != 0;
}

/* The actor that is named from word `index` on. */
static IbidActor *
match (Names *names, const IbidProseParagraph *paragraph, guint index, guint *n_words)
{
  IbidActor *actor = ibid_phrases_match (
      names->phrases, paragraph->text, paragraph->words, index, n_words);
  IbidStateForm form;
  guint n = 0;
  int state;

  if (names->states == NULL)
    return actor;
  state = ibid_states_match (names->states, paragraph->text, paragraph->words, index, &n, &form);
  if (state >= 0 && names->by_state[state] != NULL && (actor == NULL || n > *n_words)) {
    *n_words = n;
    return names->by_state[state];
  }
  return actor;
}

static void
find_in_paragraph (Names *names, IbidProse *prose, guint index, GArray *mentions)
{
  const IbidProseParagraph *paragraph = ibid_prose_get_paragraph (prose, index);

  for (guint i = 0; i < paragraph->words->len; i++) {
    const IbidWord *word = &g_array_index (paragraph->words, IbidWord, i);
    guint n_words = 1;
    IbidActor *actor = match (names, paragraph, i, &n_words);

    if (actor != NULL && ibid_actor_get_kind (actor) == IBID_ACTOR_PERSON &&
        is_patron (names, paragraph, i + n_words))
      continue;
    if (actor != NULL && n_words == 1 && ibid_actor_get_kind (actor) == IBID_ACTOR_PERSON &&
        !is_family_name (names, paragraph, i))
      continue;
    if (actor != NULL) {
      IbidMention mention = {index, word->start, word[n_words - 1].end, actor};

      g_array_append_val (mentions, mention);
      i += n_words - 1;
    }
  }
}

/* The family name alone. */
static gboolean
is_family_alone (const IbidMention *mention)
{
  const char *name = ibid_actor_get_name (mention->actor);
  const char *family = ibid_mentions_get_family_name (name);

  return ibid_actor_get_kind (mention->actor) == IBID_ACTOR_PERSON && family != name &&
         (glong)(mention->end - mention->start) == g_utf8_strlen (family, -1);
}

/* A person is named in full first. Where the family name comes first, it is another's, of whom no
 * more is said: "Mozart", ahead of "Leopold Mozart". */
static void
drop_others_of_family (GArray *mentions)
{
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) others = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < mentions->len; i++) {
    const IbidMention *mention = &g_array_index (mentions, IbidMention, i);

    if (!is_family_alone (mention))
      g_hash_table_add (named, mention->actor);
    else if (!g_hash_table_contains (named, mention->actor))
      g_hash_table_add (others, mention->actor);
  }
  for (guint i = 0; i < mentions->len; i++) {
    IbidMention mention = g_array_index (mentions, IbidMention, i);

    if (!is_family_alone (&mention) || !g_hash_table_contains (others, mention.actor))
      g_array_index (mentions, IbidMention, n++) = mention;
  }
  g_array_set_size (mentions, n);
}

GArray *
ibid_mentions_find (IbidProse *prose, IbidList *actors, IbidStates *states)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (IbidMention));
  g_autoptr (IbidPhrases) phrases = ibid_phrases_new ();
  g_autofree IbidActor **by_state = NULL;
  Names names = {phrases, states, NULL, ibid_prose_get_language (prose)};

  if (states != NULL)
    names.by_state = by_state = g_new0 (IbidActor *, ibid_states_get_n (states) + 1);
  for (guint i = 0; i < ibid_list_get_length (actors); i++)
    add_actor (&names, ibid_list_get (actors, i));
  add_family_names (&names, actors, prose);
  for (guint i = 0; i < ibid_prose_get_n_paragraphs (prose); i++)
    find_in_paragraph (&names, prose, i, mentions);
  drop_others_of_family (mentions);
  return mentions;
}

guint
ibid_mentions_index_at (GArray *mentions, guint paragraph, guint start)
{
  guint low = 0;
  guint high = mentions->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    const IbidMention *mention = &g_array_index (mentions, IbidMention, middle);

    if (mention->paragraph < paragraph ||
        (mention->paragraph == paragraph && mention->end <= start))
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}
