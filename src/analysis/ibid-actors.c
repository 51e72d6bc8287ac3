/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-actors.h"

#include "analysis/ibid-actor-register.h"
#include "analysis/ibid-known-bodies.h"
#include "analysis/ibid-lexicon.h"
#include "analysis/ibid-name-kind.h"
#include "analysis/ibid-sentences.h"

#include <string.h>

#define WORD_BYTES 48
/* So often must a text say "in …" of a name that nothing else tells. */
#define LEAST_IN 3
/* Names that are counted; the text of a hostile file may have a million. */
#define MAX_COUNTED 20000

/* A name that is no more than a name so far. */
typedef struct {
  guint n;
  guint n_in;
} Count;

typedef struct {
  IbidProse *prose;
  IbidStates *states;
  const char *language;
  IbidPhrases *known;
  IbidActorRegister *found;
  GHashTable *counts;  /* name: Count */
  GPtrArray *in_order; /* the keys of counts */
  const IbidProseParagraph *paragraph;
  guint end; /* of the sentence */
} Work;

static const IbidWord *
get_word (const Work *work, guint index)
{
  return &g_array_index (work->paragraph->words, IbidWord, index);
}

/* Among words that are all capitals "WHO" is a word. */
static gboolean
is_shouted (const Work *work, guint index, guint n_words)
{
  GArray *words = work->paragraph->words;
  const IbidWord *word = get_word (work, index);

  if (n_words != 1 || (word->flags & IBID_WORD_ALL_CAPITALS) == 0)
    return FALSE;
  return (index > 0 && (word[-1].flags & IBID_WORD_ALL_CAPITALS) != 0 &&
          word->byte - word[-1].byte_end == 1) ||
         (index + 1 < words->len && (word[1].flags & IBID_WORD_ALL_CAPITALS) != 0 &&
          word[1].byte - word->byte_end == 1);
}

/* Known organisations and states; gives how many words were read. */
static guint
read_known (Work *work, guint index)
{
  const IbidProseParagraph *paragraph = work->paragraph;
  IbidStateForm form;
  guint n_body = 0;
  guint n_state = 0;
  const IbidKnownBody *body = ibid_phrases_match (
      work->known, paragraph->text, paragraph->words, index, &n_body);
  int state = ibid_states_match (
      work->states, paragraph->text, paragraph->words, index, &n_state, &form);

  if (body != NULL && n_body >= n_state && !is_shouted (work, index, n_body)) {
    g_autofree char *name = ibid_name_span_dup_text (paragraph, index, index + n_body);

    ibid_actor_register_add (work->found, IBID_ACTOR_ORGANISATION, name, body->name);
    return n_body;
  }
  if (state >= 0) {
    const char *shown = ibid_states_get_name (work->states, state);
    g_autofree char *name = ibid_name_span_dup_text (paragraph, index, index + n_state);

    /* What its people are called is no name of the state. */
    ibid_actor_register_add (
        work->found, IBID_ACTOR_STATE, form == IBID_STATE_PEOPLE ? shown : name, shown);
    return n_state;
  }
  return 0;
}

/* "Ministry of Defense (JMOD)": the abbreviation in brackets behind word `last`; NULL for none. */
static char *
dup_abbreviation (const Work *work, guint last)
{
  const IbidWord *word = get_word (work, last - 1);
  const IbidWord *next = last < work->paragraph->words->len ? get_word (work, last) : NULL;
  const char *text = work->paragraph->text;

  if (next == NULL || (next->flags & IBID_WORD_ALL_CAPITALS) == 0 || next->end - next->start > 8 ||
      !g_str_has_prefix (text + word->byte_end, " (") || next->byte != word->byte_end + 2 ||
      text[next->byte_end] != ')')
    return NULL;
  return g_strndup (text + next->byte, next->byte_end - next->byte);
}

/* Whether the abbreviation, its first letter perhaps left out, is made of the words' initials. */
static gboolean
is_abbreviation_of (const Work *work, const char *abbreviation, guint first, guint last)
{
  gsize length = strlen (abbreviation);
  guint n_skipped = 0;
  gsize at = length;

  for (guint i = last; i > first && at > 0; i--) {
    const IbidWord *word = get_word (work, i - 1);
    char initial = g_ascii_toupper (work->paragraph->text[word->byte]);

    if (initial == abbreviation[at - 1])
      at--;
    else if ((word->flags & IBID_WORD_CAPITAL) != 0)
      n_skipped++;
  }
  return at <= 1 && n_skipped <= 1 && length - at >= 2;
}

static void
add_body (Work *work, const IbidNameSpan *span)
{
  g_autofree char *name = ibid_name_span_dup_text (work->paragraph, span->first, span->last);
  g_autofree char *abbreviation = dup_abbreviation (work, span->last);

  ibid_actor_register_add (work->found, IBID_ACTOR_ORGANISATION, name, NULL);
  if (abbreviation != NULL && is_abbreviation_of (work, abbreviation, span->first, span->last))
    ibid_actor_register_rename (work->found, name, abbreviation);
}

static gboolean
is_behind_locative (const Work *work, guint index)
{
  char folded[WORD_BYTES];

  return index > 0 && (get_word (work, index - 1)->flags & IBID_WORD_CAPITAL) == 0 &&
         ibid_word_fold (
             work->paragraph->text, get_word (work, index - 1), folded, sizeof folded) &&
         (g_str_equal (folded, "in") || g_str_equal (folded, "near") ||
          g_str_equal (folded, "at")) &&
         (ibid_lexicon_get (folded, work->language) & IBID_LEXICON_LOCATIVE) != 0;
}

/* Counts a name whose words say nothing, to see whether it is a place. */
static void
count_name (Work *work, const IbidNameSpan *span)
{
  g_autofree char *name = NULL;
  Count *count;

  if (span->opens_sentence || span->last - span->first > 2)
    return;
  for (guint i = span->first; i < span->last; i++) {
    char folded[WORD_BYTES];

    if ((get_word (work, i)->flags & (IBID_WORD_CAPITAL | IBID_WORD_ALL_CAPITALS)) !=
            IBID_WORD_CAPITAL ||
        !ibid_word_fold (work->paragraph->text, get_word (work, i), folded, sizeof folded) ||
        ibid_lexicon_get (folded, work->language) != 0 || strlen (folded) < 3)
      return;
  }
  name = ibid_name_span_dup_text (work->paragraph, span->first, span->last);
  count = g_hash_table_lookup (work->counts, name);
  if (count == NULL && work->in_order->len < MAX_COUNTED) {
    count = g_new0 (Count, 1);
    g_ptr_array_add (work->in_order, name);
    g_hash_table_insert (work->counts, g_steal_pointer (&name), count);
  }
  if (count != NULL) {
    count->n++;
    count->n_in += is_behind_locative (work, span->first);
  }
}

/* "(ABBR)" makes an organisation of what is none by its words: "Self-Defense Forces (JSDF)". */
static gboolean
add_abbreviated (Work *work, const IbidNameSpan *span)
{
  g_autofree char *abbreviation = dup_abbreviation (work, span->last);

  if (abbreviation == NULL || span->last - span->first < 2 ||
      !is_abbreviation_of (work, abbreviation, span->first, span->last))
    return FALSE;
  add_body (work, span);
  return TRUE;
}

static gboolean
is_state (const Work *work, const IbidNameSpan *span)
{
  IbidStateForm form;
  guint n = 0;

  return ibid_states_match (
             work->states, work->paragraph->text, work->paragraph->words, span->first, &n, &form) >=
             0 &&
         n >= span->last - span->first;
}

/* Reads the name that begins with word `index`; gives how many words were read. */
static guint
read_name (Work *work, guint index)
{
  IbidNameSpan span;
  IbidNameSpan whole;
  IbidNameKind kind;
  guint n;

  if (!ibid_name_span_find (work->paragraph, work->language, index, work->end, &span))
    return read_known (work, index);
  whole = span;
  if (is_state (work, &span))
    return read_known (work, index);
  kind = ibid_name_kind_find (work->paragraph, work->language, &span);
  switch (kind) {
  case IBID_NAME_ORGANISATION:
    n = read_known (work, index);
    /* "the US State Department" names both. */
    if (n == span.last - span.first)
      return n;
    add_body (work, &span);
    return span.last - index;
  case IBID_NAME_PERSON: {
    g_autofree char *name = ibid_name_span_dup_text (work->paragraph, span.first, span.last);

    ibid_actor_register_add (work->found, IBID_ACTOR_PERSON, name, NULL);
    return span.last - index;
  }
  case IBID_NAME_TITLED: {
    g_autofree char *name = ibid_name_span_dup_text (work->paragraph, span.first, span.last);

    ibid_actor_register_add_titled (work->found, name);
    return span.last - index;
  }
  case IBID_NAME_PLACE: {
    g_autofree char *name = ibid_name_span_dup_text (work->paragraph, span.first, span.last);

    n = read_known (work, index);
    if (n < span.last - span.first)
      ibid_actor_register_add (work->found, IBID_ACTOR_PLACE, name, NULL);
    return span.last - index;
  }
  case IBID_NAME_NONE:
  default:
    break;
  }
  if (add_abbreviated (work, &whole))
    return whole.last - index;
  n = read_known (work, index);
  if (n > 0)
    return n;
  count_name (work, &span);
  return 1;
}

static void
read_sentence (Work *work, const IbidStretch *sentence)
{
  guint i = ibid_words_index_at (work->paragraph->words, sentence->start);

  work->end = sentence->end;
  while (i < work->paragraph->words->len && get_word (work, i)->start < sentence->end)
    i += MAX (1, read_name (work, i));
}

/* Names that the text says "in …" of, again and again. */
static void
add_counted (Work *work)
{
  /* German writes every noun with a capital. */
  if (work->language != NULL && g_str_has_prefix (work->language, "de"))
    return;
  for (guint i = 0; i < work->in_order->len; i++) {
    const char *name = g_ptr_array_index (work->in_order, i);
    const Count *count = g_hash_table_lookup (work->counts, name);

    if (count->n_in >= LEAST_IN && count->n_in * 4 >= count->n &&
        !ibid_actor_register_has_family (work->found, name))
      ibid_actor_register_add (work->found, IBID_ACTOR_PLACE, name, NULL);
  }
}

IbidList *
ibid_actors_find (IbidProse *prose, IbidStates *states)
{
  g_autoptr (IbidActorRegister) found = ibid_actor_register_new ();
  g_autoptr (IbidPhrases) known = ibid_phrases_new ();
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) in_order = g_ptr_array_new ();
  Work work = {
      .prose = prose,
      .states = states,
      .language = ibid_prose_get_language (prose),
      .known = known,
      .found = found,
      .counts = counts,
      .in_order = in_order,
  };

  ibid_known_bodies_add (known);
  for (guint i = 0; i < ibid_prose_get_n_paragraphs (prose); i++) {
    work.paragraph = ibid_prose_get_paragraph (prose, i);
    if (work.paragraph->is_matter)
      continue;
    for (guint j = 0; j < work.paragraph->sentences->len; j++)
      read_sentence (&work, &g_array_index (work.paragraph->sentences, IbidStretch, j));
  }
  add_counted (&work);
  return ibid_actor_register_end (found, prose);
}
