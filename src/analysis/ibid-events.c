/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-events.h"

#include "analysis/ibid-annal-title.h"
#include "analysis/ibid-chronology.h"
#include "analysis/ibid-clause.h"
#include "analysis/ibid-event-endings.h"
#include "analysis/ibid-event-kind.h"
#include "analysis/ibid-event-phrase.h"
#include "analysis/ibid-event-pool.h"
#include "analysis/ibid-event-title.h"
#include "analysis/ibid-event-wording.h"
#include "analysis/ibid-lexicon.h"
#include "analysis/ibid-mentions.h"
#include "analysis/ibid-sentences.h"

#include <string.h>

/* More actors than a row can show are a list, not the event's. */
#define MAX_ACTORS 8
/* A date without a year takes that of a paragraph no farther back. */
#define NEAR_PARAGRAPHS 1
/* "Seventy-eight years later" may count from anywhere. */
#define NEAR_YEARS 20
/* So many claims may overlap at a date. */
#define MAX_COMPARED 32
/* The words ahead of a clause's verb that are its subject. */
#define SUBJECT_WORDS 7
/* Whom a pronoun means is sought among so many names, in so many paragraphs ahead. */
#define PERSON_MENTIONS 40
#define PERSON_PARAGRAPHS 4
/* A sentence's subject begins within so many code points: "The Rev. ". */
#define SUBJECT_REACH 9

typedef struct {
  IbidProse *prose;
  const char *language;
  GArray *mentions;
  GHashTable *claims; /* IbidParagraph: GPtrArray of IbidClaim */
  IbidEventPool *pool;
  IbidList *events;
  guint counter;
  guint index;     /* of the paragraph at hand */
  guint last_year; /* that was printed, and the paragraph where it was */
  guint last_year_index;
  gboolean is_year_sure; /* that was no range */
  int issued_year;       /* of the document, 0 when it does not say */
  const IbidProseParagraph *paragraph;
  char *person;     /* the name last asked for */
  IbidActor *meant; /* whose it is */
} Work;

/* One telling. */
typedef struct {
  guint date;
  char *title;
  IbidStretch place;
  IbidStretch actors_from;
  IbidActor *person;  /* whom a pronoun means, or NULL */
  const char *reason; /* NULL, or what the evidence puts ahead of the date's rule */
  double confidence;
} Telling;

static gboolean
is_english (const Work *work)
{
  return work->language == NULL || g_ascii_strncasecmp (work->language, "en", 2) == 0;
}

static const IbidFoundDate *
get_date (const Work *work, guint index)
{
  return &g_array_index (work->paragraph->dates, IbidFoundDate, index);
}

/* The shortest claim that the date stands in, of those that begin next ahead of it. */
static IbidClaim *
find_claim (const Work *work, const IbidFoundDate *date)
{
  GPtrArray *claims = g_hash_table_lookup (work->claims, work->paragraph->paragraph);
  IbidClaim *best = NULL;
  guint best_length = G_MAXUINT;
  guint low = 0;
  guint high = claims != NULL ? claims->len : 0;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (ibid_claim_get_start (g_ptr_array_index (claims, middle)) <= date->start)
      low = middle + 1;
    else
      high = middle;
  }
  for (guint i = low, n = 0; i > 0 && n < MAX_COMPARED; i--, n++) {
    IbidClaim *claim = g_ptr_array_index (claims, i - 1);
    guint length = ibid_claim_get_end (claim) - ibid_claim_get_start (claim);

    if (ibid_claim_get_end (claim) >= date->end && length < best_length) {
      best = claim;
      best_length = length;
    }
  }
  return best;
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  guint start_a = ibid_claim_get_start (*(IbidClaim *const *)a);
  guint start_b = ibid_claim_get_start (*(IbidClaim *const *)b);

  return (start_a > start_b) - (start_a < start_b);
}

static void
add_reference_once (IbidEvent *event, IbidReference *reference)
{
  if (reference != NULL &&
      ibid_list_index_of (ibid_event_get_references (event), reference) == G_MAXUINT)
    ibid_event_add_reference (event, reference);
}

/* The first note behind `at`. */
static guint
find_note (IbidList *notes, guint at)
{
  guint low = 0;
  guint high = ibid_list_get_length (notes);

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (ibid_note_get_at (ibid_list_get (notes, middle)) <= at)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Those of its claim; of a telling that no claim has, those of the markers in it. */
static void
add_references (const Work *work, IbidEvent *event, IbidClaim *claim, IbidStretch place)
{
  IbidList *notes = ibid_passage_get_notes (IBID_PASSAGE (work->paragraph->paragraph));

  if (claim != NULL) {
    IbidList *references = ibid_claim_get_references (claim);

    for (guint i = 0; i < ibid_list_get_length (references); i++)
      add_reference_once (event, ibid_list_get (references, i));
    return;
  }
  for (guint i = find_note (notes, place.start); i < ibid_list_get_length (notes); i++) {
    IbidNote *note = ibid_list_get (notes, i);

    if (ibid_note_get_at (note) > place.end)
      break;
    add_reference_once (event, ibid_note_get_reference (note));
  }
}

static void
add_actors (const Work *work, IbidEvent *event, IbidStretch from)
{
  for (guint i = ibid_mentions_index_at (work->mentions, work->index, from.start);
       i < work->mentions->len;
       i++) {
    const IbidMention *mention = &g_array_index (work->mentions, IbidMention, i);
    IbidList *actors = ibid_event_get_actors (event);

    if (mention->paragraph != work->index || mention->start >= from.end ||
        ibid_list_get_length (actors) >= MAX_ACTORS)
      break;
    if (ibid_list_index_of (actors, mention->actor) == G_MAXUINT)
      ibid_event_add_actor (event, mention->actor);
  }
}

static IbidEvent *
make_event (Work *work, const Telling *telling, IbidEventKind kind)
{
  const IbidFoundDate *date = get_date (work, telling->date);
  g_autofree char *id = ibid_prose_dup_id (work->prose, 'e', &work->counter);
  g_autofree char *rule = telling->reason != NULL
                              ? g_strconcat (telling->reason, ", ", date->rule, NULL)
                              : g_strdup (date->rule);
  IbidEvent *event = ibid_event_new (id, date->edtf, telling->title, kind);

  ibid_event_take_evidence (event, ibid_evidence_new (rule, telling->confidence));
  ibid_event_pool_add (work->pool, event);
  ibid_list_add (work->events, event);
  return event;
}

static void
add_telling (Work *work, const Telling *telling)
{
  const IbidFoundDate *date = get_date (work, telling->date);
  IbidEventKind kind = ibid_event_kind_of_title (telling->title, work->language);
  IbidClaim *claim = find_claim (work, date);
  IbidPlace place = {
      work->paragraph->paragraph, telling->place.start, telling->place.end, claim, NULL};
  IbidEvent *known = ibid_event_pool_find (work->pool, date->edtf, telling->title, kind);
  g_autoptr (IbidEvent) made = known == NULL ? make_event (work, telling, kind) : NULL;
  IbidEvent *event = known != NULL ? known : made;

  ibid_event_add_place (event, &place);
  if (telling->person != NULL &&
      ibid_list_index_of (ibid_event_get_actors (event), telling->person) == G_MAXUINT)
    ibid_event_add_actor (event, telling->person);
  add_actors (work, event, telling->actors_from);
  add_references (work, event, claim, telling->place);
}

/* "and", then the date and what leads to it: the first word that can be the clause's verb. */
static guint
skip_to_predicate (const Work *work, const IbidClause *clause, const IbidFoundDate *date)
{
  GArray *words = work->paragraph->words;
  guint first = ibid_words_index_at (words, clause->stretch.start);
  guint behind = ibid_words_index_at (words, date->end);

  while (first < behind && first < words->len) {
    char folded[16];

    if (!ibid_word_fold (work->paragraph->text,
                         &g_array_index (words, IbidWord, first),
                         folded,
                         sizeof folded) ||
        (!ibid_event_wording_is_leader (folded) && !ibid_event_wording_is_adder (folded) &&
         g_array_index (words, IbidWord, first).end <= date->start))
      break;
    first++;
  }
  return first;
}

/* The noun ahead of a relative clause. */
static IbidStretch
find_antecedent (const Work *work, const IbidStretch *sentence, guint start)
{
  GArray *words = work->paragraph->words;
  guint last = ibid_words_index_at (words, start);
  guint first = last;

  while (first > 0 && last - first < SUBJECT_WORDS &&
         g_array_index (words, IbidWord, first - 1).start >= sentence->start) {
    const IbidWord *word = &g_array_index (words, IbidWord, first - 1);
    char folded[48];

    if ((first < last && work->paragraph->text[word->byte_end] == ',') ||
        !ibid_word_fold (work->paragraph->text, word, folded, sizeof folded) ||
        ibid_event_wording_is_adder (folded) ||
        ibid_clause_is_verb (work->paragraph, work->language, word))
      break;
    first--;
  }
  if (first == last)
    return (IbidStretch){0, 0};
  return (IbidStretch){g_array_index (words, IbidWord, first).start,
                       g_array_index (words, IbidWord, last - 1).end};
}

/* The words ahead of the sentence's first verb, for a clause that begins with its verb. */
static IbidStretch
find_subject (const Work *work,
              const IbidStretch *sentence,
              const IbidClause *clause,
              const IbidFoundDate *date)
{
  GArray *words = work->paragraph->words;
  guint first = skip_to_predicate (work, clause, date);
  guint i = ibid_words_index_at (words, sentence->start);

  if (clause->is_relative)
    return find_antecedent (work, sentence, clause->stretch.start);
  if (clause->stretch.start == sentence->start || first >= words->len ||
      (g_array_index (words, IbidWord, first).flags & IBID_WORD_SIGN) != 0 ||
      !ibid_clause_is_verb (
          work->paragraph, work->language, &g_array_index (words, IbidWord, first)))
    return (IbidStretch){0, 0};
  for (guint n = 0; i < first && n < SUBJECT_WORDS; i++, n++) {
    const IbidWord *word = &g_array_index (words, IbidWord, i);

    if (ibid_clause_is_verb (work->paragraph, work->language, word))
      return (IbidStretch){sentence->start, n > 0 ? word[-1].end : sentence->start};
  }
  return (IbidStretch){0, 0};
}

static gboolean
is_text (const Work *work)
{
  switch (ibid_paragraph_get_style (work->paragraph->paragraph)) {
  case IBID_PARAGRAPH_BODY:
  case IBID_PARAGRAPH_QUOTE:
  case IBID_PARAGRAPH_LIST_ITEM:
  case IBID_PARAGRAPH_VERSE:
    return TRUE;
  case IBID_PARAGRAPH_CODE:
  case IBID_PARAGRAPH_CAPTION:
  case IBID_PARAGRAPH_TABLE_ROW:
  default:
    return FALSE;
  }
}

/* A year that is taken from far away is a guess. */
static gboolean
has_near_year (Work *work, const IbidFoundDate *date)
{
  IbidDate value;

  if (!ibid_date_parse (date->edtf, &value))
    return FALSE;
  if (!date->is_inferred) {
    work->last_year = (guint)value.start.year;
    work->last_year_index = work->index;
    work->is_year_sure = !value.is_range;
    return TRUE;
  }
  /* A text tells of its own time. */
  if (work->issued_year != 0 && ABS (work->issued_year - value.start.year) <= 1)
    return TRUE;
  if (!g_str_has_prefix (date->rule, "year from before") &&
      !g_str_has_prefix (date->rule, "relative to the date before"))
    return TRUE;
  /* Of "between 1868 and 1875", which was meant? */
  return work->is_year_sure && work->index - work->last_year_index <= NEAR_PARAGRAPHS &&
         work->last_year != 0 &&
         ABS ((int)work->last_year - value.start.year) <= (*date->rule == 'y' ? 0 : NEAR_YEARS);
}

/* "In 2013 it was the turn of …". */
static gboolean
is_turn (const Work *work, const IbidFoundDate *date)
{
  static const char *const turn[] = {"it", "was", "the"};
  guint index = ibid_words_index_at (work->paragraph->words, date->end);

  for (guint i = 0; i < G_N_ELEMENTS (turn); i++) {
    char folded[16];

    if (index + i >= work->paragraph->words->len ||
        !ibid_word_fold (work->paragraph->text,
                         &g_array_index (work->paragraph->words, IbidWord, index + i),
                         folded,
                         sizeof folded) ||
        !g_str_equal (folded, turn[i]))
      return FALSE;
  }
  return TRUE;
}

/* In the words of the clause that the date is found in, for languages whose grammar we do not
 * know, and for nouns. */
static char *
dup_clause_title (Work *work, guint index, IbidEventDateRole role, const IbidClause *clause)
{
  const IbidStretch *sentence = &g_array_index (
      work->paragraph->sentences, IbidStretch, clause->sentence);
  g_autofree char *title = NULL;

  if (role == IBID_EVENT_DATE_CLAUSE && (clause->is_shared || !clause->has_verb))
    return NULL;
  title = ibid_event_title_dup (work->paragraph,
                                work->language,
                                index,
                                role,
                                clause->stretch,
                                find_subject (work, sentence, clause, get_date (work, index)));
  return title != NULL && (is_english (work) ? role != IBID_EVENT_DATE_CLAUSE ||
                                                   ibid_event_wording_tells (title, work->language)
                                             : ibid_event_endings_tell (title, work->language))
             ? g_steal_pointer (&title)
             : NULL;
}

/* Names that say which of "he" and "she" they are. */
static gboolean
is_of_other_sex (const char *name, gboolean is_she)
{
  static const char *const women[] = {"Mrs", "Miss", "Ms", "Lady", "Queen", "Princess", "Sister"};
  static const char *const men[] = {
      "Mr", "Sir", "Lord", "King", "Prince", "Rev", "Bishop", "Father"};
  const char *const *titles = is_she ? men : women;
  guint n = is_she ? G_N_ELEMENTS (men) : G_N_ELEMENTS (women);

  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (name, titles[i]) && !g_ascii_isalpha (name[strlen (titles[i])]))
      return TRUE;
  return FALSE;
}

static guint
get_sentence_start (const Work *work, guint at)
{
  guint index = ibid_sentences_index_at (work->paragraph->sentences, at + 1);

  return index != G_MAXUINT ? g_array_index (work->paragraph->sentences, IbidStretch, index).start
                            : 0;
}

/* Whether a sentence begins with the name: "Dow went …", "In 1802 Dow …" is none. */
static gboolean
begins_sentence (const Work *work, const IbidMention *mention)
{
  const IbidProseParagraph *paragraph = ibid_prose_get_paragraph (work->prose, mention->paragraph);
  guint index = ibid_sentences_index_at (paragraph->sentences, mention->start + 1);

  return index != G_MAXUINT &&
         mention->start - g_array_index (paragraph->sentences, IbidStretch, index).start <=
             SUBJECT_REACH;
}

/* As the text calls the person last, with what it puts ahead of the family name: another may have
 * the same. */
static char *
dup_printed_name (const Work *work, IbidActor *actor, guint at)
{
  guint index = ibid_mentions_index_at (work->mentions, work->index, at);
  g_autofree char *best = NULL;

  for (guint n = 0; index > 0 && n < PERSON_MENTIONS; index--, n++) {
    const IbidMention *mention = &g_array_index (work->mentions, IbidMention, index - 1);
    const IbidProseParagraph *paragraph = ibid_prose_get_paragraph (work->prose,
                                                                    mention->paragraph);
    guint first = ibid_words_index_at (paragraph->words, mention->start);
    guint start = mention->start;
    char folded[16];
    g_autofree char *name = NULL;

    if (work->index - mention->paragraph > PERSON_PARAGRAPHS)
      break;
    if (mention->actor != actor)
      continue;
    for (; first > 0; first--) {
      const IbidWord *word = &g_array_index (paragraph->words, IbidWord, first - 1);

      if ((word->flags & IBID_WORD_CAPITAL) == 0 || word[1].start - word->end > 2 ||
          !ibid_word_fold (paragraph->text, word, folded, sizeof folded) ||
          (ibid_lexicon_get (folded, work->language) & IBID_LEXICON_TITLE) == 0)
        break;
      start = word->start;
    }
    name = ibid_passage_dup_slice (IBID_PASSAGE (paragraph->paragraph), start, mention->end);
    if (best == NULL || strlen (name) > strlen (best)) {
      g_free (best);
      best = g_steal_pointer (&name);
    }
  }
  return g_steal_pointer (&best);
}

/* The one person who was named before, in the paragraph, or else in the one that last named any; of
 * several the one that began the last sentence. */
static const char *
get_person (guint at, gboolean is_she, gboolean is_near, gpointer data)
{
  Work *work = data;
  guint index = ibid_mentions_index_at (work->mentions, work->index, at);
  guint first = is_near ? get_sentence_start (work, at) : 0;
  /* Whom a later sentence means was named, perhaps by a name that is not known, in this paragraph.
   */
  gboolean is_opening = get_sentence_start (work, at) <=
                        g_array_index (work->paragraph->sentences, IbidStretch, 0).start;
  IbidActor *found = NULL;
  IbidActor *leading = NULL;
  gboolean is_one = TRUE;
  guint paragraph = 0;

  for (guint n = 0; index > 0 && n < PERSON_MENTIONS; index--, n++) {
    const IbidMention *mention = &g_array_index (work->mentions, IbidMention, index - 1);

    if (work->index - mention->paragraph > PERSON_PARAGRAPHS ||
        (found != NULL && mention->paragraph != paragraph) ||
        (mention->paragraph != work->index && !is_opening) ||
        (is_near && (mention->paragraph != work->index || mention->start < first)))
      break;
    if (ibid_actor_get_kind (mention->actor) != IBID_ACTOR_PERSON ||
        is_of_other_sex (ibid_actor_get_name (mention->actor), is_she))
      continue;
    is_one &= found == NULL || found == mention->actor;
    found = mention->actor;
    paragraph = mention->paragraph;
    if (leading == NULL && begins_sentence (work, mention))
      leading = mention->actor;
  }
  /* In one sentence "he" is its one man; from another, he who was spoken of. */
  if (!is_near || !is_one)
    found = is_near ? NULL : leading;
  if (found == NULL || g_str_has_prefix (ibid_actor_get_name (found), "St"))
    return NULL;
  g_free (work->person);
  work->person = dup_printed_name (work, found, at);
  /* "Mr. Thomas" may be another than "Charles Thomas". */
  work->meant = work->person != NULL && strstr (work->person, ibid_actor_get_name (found)) != NULL
                    ? found
                    : NULL;
  return work->person;
}

/* The title, with the clause that it is of; NULL when the date tells of nothing. */
static char *
dup_title (Work *work, guint index, IbidEventDateRole role, IbidClause *clause)
{
  const IbidFoundDate *date = get_date (work, index);
  GArray *sentences = work->paragraph->sentences;
  guint sentence = ibid_sentences_index_at (sentences, date->end);
  g_autofree char *title = NULL;

  work->meant = NULL;
  if (sentence == G_MAXUINT)
    return NULL;
  if (role != IBID_EVENT_DATE_CLAUSE || !is_english (work) || is_turn (work, date)) {
    *clause = ibid_clause_of_date (work->paragraph, work->language, index);
    return clause->stretch.end > clause->stretch.start
               ? dup_clause_title (work, index, role, clause)
               : NULL;
  }
  title = ibid_event_phrase_dup (
      work->paragraph, g_array_index (sentences, IbidStretch, sentence), index, get_person, work);
  if (title != NULL)
    *clause = ibid_clause_of_date (work->paragraph, work->language, index);
  return g_steal_pointer (&title);
}

static void
read_date (Work *work, guint index)
{
  IbidEventDateRole role = ibid_event_date_get_role (work->paragraph, work->language, index);
  const IbidFoundDate *date = get_date (work, index);
  Telling telling = {.date = index, .confidence = date->is_inferred ? 0.6 : 0.8};
  g_autofree char *title = NULL;
  IbidClause clause;

  if (!has_near_year (work, date) || role == IBID_EVENT_DATE_NONE)
    return;
  title = dup_title (work, index, role, &clause);
  if (title == NULL)
    return;
  telling.title = title;
  telling.place = g_array_index (work->paragraph->sentences, IbidStretch, clause.sentence);
  telling.actors_from = clause.stretch;
  telling.person = work->meant;
  telling.reason = date->is_inferred ? "inferred" : NULL;
  add_telling (work, &telling);
}

static gboolean
read_chronology (Work *work)
{
  IbidChronologyEntry entry;
  Telling telling = {.reason = "chronology", .confidence = 0.9};
  g_autofree char *title = NULL;
  const IbidFoundDate *date;

  if (!ibid_chronology_read (work->paragraph, &entry))
    return FALSE;
  date = get_date (work, entry.date);
  telling.date = entry.date;
  if (is_english (work))
    title = ibid_annal_title_dup (work->paragraph, entry.told);
  if (title == NULL)
    title = ibid_event_title_dup (work->paragraph,
                                  work->language,
                                  entry.date,
                                  IBID_EVENT_DATE_CLAUSE,
                                  entry.told,
                                  (IbidStretch){0, 0});
  if (title == NULL)
    return FALSE;
  telling.title = title;
  telling.place = (IbidStretch){date->start, entry.end};
  telling.actors_from = entry.told;
  add_telling (work, &telling);
  return TRUE;
}

/* In an entry of a chronology, "this year" is the entry's own. */
static gboolean
is_head_again (const Work *work, guint index)
{
  const IbidFoundDate *date = get_date (work, index);

  return date->is_inferred || g_str_equal (date->edtf, get_date (work, 0)->edtf);
}

static void
read_paragraph (Work *work)
{
  gboolean is_entry;

  if (work->paragraph->is_matter || work->paragraph->dates->len == 0)
    return;
  is_entry = read_chronology (work);
  if (!is_text (work))
    return;
  for (guint i = is_entry ? 1 : 0; i < work->paragraph->dates->len; i++)
    if (!is_entry || !is_head_again (work, i))
      read_date (work, i);
}

static void
sort_group (gpointer paragraph, gpointer group, gpointer data)
{
  g_ptr_array_sort (group, compare_claims);
}

static GHashTable *
group_claims (IbidList *claims)
{
  GHashTable *groups = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < ibid_list_get_length (claims); i++) {
    IbidClaim *claim = ibid_list_get (claims, i);
    GPtrArray *group = g_hash_table_lookup (groups, ibid_claim_get_paragraph (claim));

    if (group == NULL) {
      group = g_ptr_array_new ();
      g_hash_table_insert (groups, ibid_claim_get_paragraph (claim), group);
    }
    g_ptr_array_add (group, claim);
  }
  g_hash_table_foreach (groups, sort_group, NULL);
  return groups;
}

IbidList *
ibid_events_find (IbidProse *prose, IbidList *claims, IbidList *actors, IbidStates *states)
{
  g_autoptr (GArray) mentions = ibid_mentions_find (prose, actors, states);
  g_autoptr (GHashTable) groups = group_claims (claims);
  g_autoptr (IbidEventPool) pool = ibid_event_pool_new ();
  Work work = {
      .prose = prose,
      .language = ibid_prose_get_language (prose),
      .mentions = mentions,
      .claims = groups,
      .pool = pool,
      .events = ibid_list_new (IBID_TYPE_EVENT),
  };
  const char *issued = ibid_body_get_issued (
      ibid_document_get_body (ibid_prose_get_document (prose)));
  IbidDate date;

  if (issued != NULL && ibid_date_parse (issued, &date) && !date.start.is_open)
    work.issued_year = date.start.year;

  for (guint i = 0; i < ibid_prose_get_n_paragraphs (prose); i++) {
    work.index = i;
    work.paragraph = ibid_prose_get_paragraph (prose, i);
    read_paragraph (&work);
  }
  g_free (work.person);
  return work.events;
}
