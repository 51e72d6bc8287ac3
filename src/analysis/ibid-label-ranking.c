/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-label-ranking.h"

#include "analysis/ibid-reference-labels.h"
#include "analysis/ibid-reference-marks.h"
#include "analysis/ibid-reference-words.h"

#include <string.h>

#define N_LABELS IBID_REFERENCE_N_LABELS

/* Fields that are looked at; an adversary's text may have thousands. */
#define MAX_FIELDS 40

/* Names longer than that are not known by heart. */
#define MAX_KNOWN_WORDS 10

typedef struct {
  guint label;
  guint first, end; /* tokens */
  guint n_words, n_numbers, n_stops, n_commas;
  guint profile;             /* kinds of words in it */
  guint64 whole;             /* of its words */
  gunichar opening, closing; /* the signs at its ends */
  const IbidReferenceMark *first_word, *last_word;
  int brackets; /* opened, and not closed in it */
} Field;

typedef struct {
  const IbidReferenceMark *marks;
  guint n_marks;
  Field fields[MAX_FIELDS];
  guint n_fields;
  guint32 labels; /* a bit each */
  GArray *keys;
} Ranking;

enum {
  FIELD_HAS_LOWER = 1 << 0,
  FIELD_HAS_CAPITAL = 1 << 1,
  FIELD_HAS_INITIAL = 1 << 2,
  FIELD_HAS_YEAR = 1 << 3,
  FIELD_HAS_ADDRESS = 1 << 4,
  FIELD_HAS_JOURNAL = 1 << 5,
  FIELD_HAS_PUBLISHER = 1 << 6,
  FIELD_HAS_ABBREVIATION = 1 << 7,
  FIELD_HAS_CLOSED_QUOTE = 1 << 8,
  FIELD_HAS_MONTH = 1 << 9,
};

static guint64
mix (guint64 hash, guint64 value)
{
  hash ^= value + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + (hash << 6) + (hash >> 2);
  hash *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  return hash ^ (hash >> 33);
}

static void
add (Ranking *self, guint template, guint64 a, guint64 b, guint64 c)
{
  guint32 key = (guint32)(mix (mix (mix (mix (0x2545f491, template), a), b), c) >> 32);

  g_array_append_val (self->keys, key);
}

/* --- Fields ------------------------------------------------------------------------------- */

static guint
find_profile (const IbidReferenceMark *mark, const IbidReferenceMark *next)
{
  guint profile = 0;

  if (mark->lists & IBID_REFERENCE_MARK_INITIAL)
    profile |= FIELD_HAS_INITIAL;
  else if (mark->letter_case == IBID_REFERENCE_CASE_CAPITAL)
    profile |= FIELD_HAS_CAPITAL;
  else if (mark->letter_case == IBID_REFERENCE_CASE_LOWER && !(mark->lists & IBID_WORD_FUNCTION))
    profile |= FIELD_HAS_LOWER;
  if (mark->lists & IBID_REFERENCE_MARK_YEAR)
    profile |= FIELD_HAS_YEAR;
  if (mark->is_address)
    profile |= FIELD_HAS_ADDRESS;
  if (mark->lists & IBID_WORD_JOURNAL)
    profile |= FIELD_HAS_JOURNAL;
  if (mark->lists & (IBID_WORD_PUBLISHER | IBID_WORD_ORGANISATION))
    profile |= FIELD_HAS_PUBLISHER;
  if (mark->lists & IBID_WORD_MONTH)
    profile |= FIELD_HAS_MONTH;
  if (mark->sign == 0 && next != NULL && next->sign == '.' &&
      !(mark->lists & IBID_REFERENCE_MARK_INITIAL))
    profile |= FIELD_HAS_ABBREVIATION;
  return profile;
}

static void
look_at_sign (Field *field, const IbidReferenceMark *mark, gboolean is_inner)
{
  if (mark->sign == '(' || mark->sign == '[')
    field->brackets++;
  else if (mark->sign == ')' || mark->sign == ']')
    field->brackets--;
  else if (mark->sign == ',')
    field->n_commas += is_inner;
  else if (mark->sign == '.')
    field->n_stops += is_inner;
  if (is_inner && (mark->sign == '"' || mark->sign == 0xbb))
    field->profile |= FIELD_HAS_CLOSED_QUOTE;
}

static void
look_at_field (Ranking *self, Field *field)
{
  field->whole = 1;
  for (guint i = field->first; i < field->end; i++) {
    const IbidReferenceMark *mark = &self->marks[i];

    if (mark->sign != 0) {
      look_at_sign (field, mark, i > field->first && i + 1 < field->end);
      continue;
    }
    field->first_word = field->first_word != NULL ? field->first_word : mark;
    field->last_word = mark;
    field->n_words++;
    field->n_numbers += mark->letter_case == IBID_REFERENCE_CASE_DIGIT;
    field->profile |= find_profile (mark, i + 1 < field->end ? mark + 1 : NULL);
    field->whole = mix (field->whole, mark->word);
  }
  field->opening = self->marks[field->first].sign;
  field->closing = self->marks[field->end - 1].sign;
}

static void
find_fields (Ranking *self, const guint8 *states)
{
  for (guint i = 0; i < self->n_marks; i++) {
    Field *field;

    if (i > 0 && states[i] >= N_LABELS) {
      self->fields[self->n_fields - 1].end = i + 1;
      continue;
    }
    if (self->n_fields == MAX_FIELDS)
      break;
    field = &self->fields[self->n_fields++];
    memset (field, 0, sizeof *field);
    field->label = states[i] % N_LABELS;
    field->first = i;
    field->end = i + 1;
  }
  for (guint i = 0; i < self->n_fields; i++) {
    look_at_field (self, &self->fields[i]);
    self->labels |= 1u << self->fields[i].label;
  }
}

/* --- Features ----------------------------------------------------------------------------- */

static guint
find_length (guint n)
{
  static const guint8 classes[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 9, 9, 9, 9, 10, 10, 10, 10, 10};

  return n < G_N_ELEMENTS (classes) ? classes[n] : n < 30 ? 11 : 12;
}

static void
add_field (Ranking *self, const Field *field)
{
  const guint label = field->label;
  const guint64 first = field->first_word != NULL ? field->first_word->word : 0;
  const guint64 last = field->last_word != NULL ? field->last_word->word : 0;
  const guint first_lists = field->first_word != NULL ? field->first_word->lists : 0;

  add (self, 1, label, first, 0);
  add (self, 2, label, last, 0);
  add (self, 3, label, find_length (field->n_words), 0);
  add (self, 4, label, field->profile, 0);
  add (self, 5, label, field->profile, find_length (field->n_words));
  if (field->n_words <= MAX_KNOWN_WORDS)
    add (self, 6, label, field->whole, 0);
  add (self, 7, label, MIN (field->n_stops, 4), field->profile & FIELD_HAS_ABBREVIATION);
  add (self, 8, label, MIN (field->n_commas, 4), MIN (field->n_words, 4));
  add (self, 9, label, (guint64)(guint)(field->brackets + 8), 0);
  add (self, 10, label, field->opening, field->closing);
  add (self, 11, label, first_lists, 0);
  add (self, 12, label, MIN (field->n_numbers, 5), field->n_words > field->n_numbers);
}

static void
add_seam (Ranking *self, const Field *left, const Field *right, guint before)
{
  const guint64 seam = (guint64)left->label << 8 | right->label;
  const guint letter_case = right->first_word != NULL ? right->first_word->letter_case : 0;

  add (self, 20, seam, left->closing, right->opening);
  add (self, 21, seam, left->closing, letter_case);
  add (self, 22, seam, before, 0);
  add (self, 23, seam, left->profile, right->profile);
  add (self, 24, seam, find_length (left->n_words), find_length (right->n_words));
}

static void
add_whole (Ranking *self)
{
  guint counts[N_LABELS] = {0};

  for (guint i = 0; i < self->n_fields; i++)
    counts[self->fields[i].label]++;
  for (guint a = 1; a < N_LABELS; a++) {
    if (counts[a] == 0)
      continue;
    add (self, 30, a, MIN (counts[a], 3), 0);
    for (guint b = 1; b < N_LABELS; b++)
      if (a != b && (counts[b] == 0 || a < b))
        add (self, 31, a, b, counts[b] != 0);
  }
  add (self, 32, self->labels, 0, 0);
  add (self, 33, counts[0], self->n_fields, 0);
}

/* How the field ends beside how the author does: a style prints all alike. */
static void
add_style (Ranking *self)
{
  const Field *head = &self->fields[0];

  for (guint i = 1; i < self->n_fields; i++) {
    const Field *field = &self->fields[i];

    add (self,
         40,
         (guint64)head->label << 8 | field->label,
         head->closing,
         (guint64)field->closing << 1 | (i + 1 == self->n_fields));
    add (self, 41, field->label, i, self->n_fields);
  }
}

void
ibid_label_ranking_add_features (const IbidReferenceFeatures *features,
                                 const guint8 *states,
                                 GArray *keys)
{
  Ranking self = {
      .marks = (const IbidReferenceMark *)(gpointer)features->marks->data,
      .n_marks = features->n_tokens,
      .keys = keys,
  };

  find_fields (&self, states);
  for (guint i = 0; i < self.n_fields; i++) {
    add_field (&self, &self.fields[i]);
    if (i > 0)
      add_seam (
          &self, &self.fields[i - 1], &self.fields[i], i > 1 ? self.fields[i - 2].label : N_LABELS);
  }
  if (self.n_fields > 0) {
    add_whole (&self);
    add_style (&self);
  }
}
