/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reference-features.h"

#include "analysis/ibid-reference-marks.h"
#include "analysis/ibid-reference-words.h"

/* Words, shapes and lists are looked at this far on both sides. */
#define REACH 2

typedef struct {
  const IbidReferenceMark *marks;
  guint n_marks;
  IbidReferenceMark edge; /* what stands before the first and behind the last */

  guint64 style; /* how the text begins */
  guint64 all_lists;
  guint n_years;
  gboolean is_early; /* a year within the first few tokens */
  GArray *keys;
  guint template; /* of the next feature */
} Maker;

static guint64
mix (guint64 hash, guint64 value)
{
  hash ^= value + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + (hash << 6) + (hash >> 2);
  hash *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  return hash ^ (hash >> 33);
}

/* Every feature has its own template, so that equal values of different kinds are told apart. */
static void
add (Maker *maker, guint64 a, guint64 b, guint64 c)
{
  guint64 hash = mix (mix (mix (mix (0x5bd1e995, maker->template ++), a), b), c);
  guint32 key = (guint32)(hash >> 32);

  g_array_append_val (maker->keys, key);
}

static const IbidReferenceMark *
get_mark (const Maker *maker, guint at, int offset)
{
  if ((offset < 0 && at < (guint)-offset) || at + (guint)offset >= maker->n_marks)
    return &maker->edge;
  return &maker->marks[at + (guint)offset];
}

static void
add_words (Maker *maker, guint at)
{
  const IbidReferenceMark *m[2 * REACH + 1];

  for (int i = -REACH; i <= REACH; i++)
    m[i + REACH] = get_mark (maker, at, i);
  for (guint i = 0; i < 2 * REACH + 1; i++)
    add (maker, m[i]->word, 0, 0);
  for (guint i = 0; i < 2 * REACH; i++)
    add (maker, m[i]->word, m[i + 1]->word, 0);
}

static void
add_shapes (Maker *maker, guint at)
{
  const IbidReferenceMark *left2 = get_mark (maker, at, -2);
  const IbidReferenceMark *left = get_mark (maker, at, -1);
  const IbidReferenceMark *mark = get_mark (maker, at, 0);
  const IbidReferenceMark *right = get_mark (maker, at, 1);
  const IbidReferenceMark *right2 = get_mark (maker, at, 2);
  guint64 coarse = mix (mix (left->coarse, mark->coarse), right->coarse);

  add (maker, mark->shape, 0, 0);
  add (maker, left->shape, 0, 0);
  add (maker, right->shape, 0, 0);
  add (maker, left->shape, mark->shape, 0);
  add (maker, mark->shape, right->shape, 0);
  add (maker, left->shape, mark->shape, right->shape);
  add (maker, left2->coarse, coarse, 0);
  add (maker, coarse, right2->coarse, 0);
  add (maker, left2->coarse, coarse, right2->coarse);
}

static void
add_affixes (Maker *maker, const IbidReferenceMark *mark)
{
  for (guint i = 0; i < IBID_REFERENCE_N_AFFIXES; i++) {
    guint template = maker->template;

    if (i < mark->n_affixes) {
      add (maker, mark->prefixes[i], 0, 0);
      add (maker, mark->suffixes[i], 0, 0);
    }
    maker->template = template + 2;
  }
}

static void
add_position (Maker *maker, guint at, const IbidReferenceMark *mark)
{
  guint from_end = maker->n_marks - 1 - at;
  guint twelfth = at * 12 / maker->n_marks;

  add (maker, twelfth, 0, 0);
  add (maker, twelfth, mark->coarse, 0);
  add (maker, MIN (at, 9), mark->coarse, 0);
  add (maker, MIN (from_end, 9), mark->coarse, 0);
  add (maker, mark->quote, mark->depth, mark->n_quotes);
  add (maker, mark->quote, mark->depth, mark->coarse);
  add (maker, mark->n_quotes, mark->quote != 0, get_mark (maker, at, -1)->sign);
}

static void
add_context (Maker *maker, guint at, const IbidReferenceMark *mark)
{
  add (maker, mark->n_years, maker->n_years, 0);
  add (maker, mark->next_number, mark->coarse, 0);
  add (maker, mark->next_year, mark->coarse, 0);
  add (maker, maker->is_early, mark->n_years != 0, mark->coarse);
  add (maker, maker->all_lists, mark->coarse, 0);
  add (maker, maker->all_lists, mark->n_years, maker->is_early);
  add (maker, maker->style, 0, 0);
  add (maker, maker->style, mark->coarse, mark->n_years != 0);
  add (maker, mark->since_in, mark->coarse, 0);
  add (maker, mark->since_editor, mark->coarse, 0);
  add (maker, mark->next_editor, mark->coarse, 0);
  add (maker, mark->since_in < 15, mark->next_editor, mark->n_years);
  add (maker, mark->left_sign, mark->right_sign, mark->n_between);
  add (maker, mark->left_sign, mark->right_sign, mark->coarse);
  add (maker, mark->has_blank, mark->coarse, get_mark (maker, at, -1)->coarse);
}

static void
add_lists (Maker *maker, guint at)
{
  guint template = maker->template;

  for (int i = -REACH; i <= REACH; i++) {
    guint lists = get_mark (maker, at, i)->lists;

    for (guint bit = 0; bit < IBID_REFERENCE_MARK_N_BITS; bit++)
      if (lists & (1u << bit)) {
        maker->template = template + (guint)(i + REACH);
        add (maker, bit, 0, 0);
      }
  }
  maker->template = template + 2 * REACH + 1;
  add (maker, get_mark (maker, at, -1)->lists, get_mark (maker, at, 0)->lists, 0);
  add (maker, get_mark (maker, at, 0)->lists, get_mark (maker, at, 1)->lists, 0);
}

static void
add_features (Maker *maker, guint at)
{
  const IbidReferenceMark *mark = &maker->marks[at];

  maker->template = 1;
  add (maker, 0, 0, 0);
  add_words (maker, at);
  add_shapes (maker, at);
  add_affixes (maker, mark);
  add_position (maker, at, mark);
  add_context (maker, at, mark);
  add_lists (maker, at);
}

static void
look_at_all (Maker *maker)
{
  const guint interesting = IBID_WORD_IN | IBID_WORD_PAGE | IBID_WORD_VOLUME;
  guint64 style = 1;

  for (guint i = 0; i < maker->n_marks; i++) {
    const IbidReferenceMark *mark = &maker->marks[i];

    maker->all_lists |= mark->lists & interesting;
    if (mark->is_address)
      maker->all_lists |= 1u << 30;
    if (mark->lists & IBID_REFERENCE_MARK_YEAR) {
      maker->n_years = MIN (maker->n_years + 1, 4);
      maker->is_early = maker->is_early || i * 3 < maker->n_marks;
    }
    if (i < 3)
      style = mix (style, mark->coarse);
  }
  maker->style = style;
}

static guint8
find_seam (const IbidReferenceMark *left, const IbidReferenceMark *mark)
{
  guint before;

  if (left == NULL)
    return (guint8)mark->letter_case;
  switch (left->sign) {
  case 0:
    before = left->letter_case == IBID_REFERENCE_CASE_DIGIT ? 2 : 1;
    break;
  case '.':
    before = 3;
    break;
  case ',':
    before = 4;
    break;
  case ':':
    before = 5;
    break;
  case ';':
    before = 6;
    break;
  case '(':
  case '[':
    before = 7;
    break;
  case ')':
  case ']':
    before = 8;
    break;
  case '"':
  case '\'':
  case 0xab:
  case 0xbb:
    before = 9;
    break;
  default:
    before = 10;
  }
  return (guint8)(before * 4 + mark->letter_case);
}

IbidReferenceFeatures *
ibid_reference_features_new (const IbidReferenceTokens *tokens)
{
  IbidReferenceFeatures *self = g_new0 (IbidReferenceFeatures, 1);
  GArray *marks = ibid_reference_marks_new (tokens);
  Maker maker = {
      .marks = (const IbidReferenceMark *)(gpointer)marks->data,
      .n_marks = marks->len,
      .edge = {.word = 5, .shape = 5, .coarse = 5},
  };

  self->n_tokens = marks->len;
  self->marks = marks;
  self->keys = g_array_sized_new (FALSE, FALSE, sizeof (guint32), marks->len * 72);
  self->ends = g_new (guint, marks->len + 1);
  self->seams = g_new (guint8, marks->len + 1);
  maker.keys = self->keys;
  look_at_all (&maker);
  for (guint i = 0; i < marks->len; i++) {
    add_features (&maker, i);
    self->ends[i] = self->keys->len;
    self->seams[i] = find_seam (i > 0 ? &maker.marks[i - 1] : NULL, &maker.marks[i]);
  }
  return self;
}

void
ibid_reference_features_free (IbidReferenceFeatures *self)
{
  g_array_unref (self->marks);
  g_array_unref (self->keys);
  g_free (self->ends);
  g_free (self->seams);
  g_free (self);
}
