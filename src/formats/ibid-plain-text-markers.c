/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#define _GNU_SOURCE /* memmem */
#include "formats/ibid-plain-text-markers.h"

#include "formats/ibid-limits.h"
#include "formats/ibid-plain-text-entry.h"
#include "model/ibid-note.h"
#include "model/ibid-utf8.h"

#include <stdlib.h>
#include <string.h>

#define MAX_GROUP 32u
#define MAX_GROUP_BYTES 120u
#define MAX_INDICES 3u

/* A bracketed number of four digits is a year, unless the notes have just come so far. */
#define MIN_YEAR 1000u
#define MAX_YEAR 2100u
#define MAX_YEAR_DISTANCE 20u

/* Without a list of notes, numbers must run on so far from 1 to be markers. */
#define MIN_RUN 3u

/* The numbers, or the one other label, between two brackets. */
typedef struct {
  guint n;
  guint numbers[MAX_GROUP]; /* all 0 for a label that is no number */
  char label[IBID_MAX_LABEL_BYTES + 1];
} Group;

typedef enum {
  LOOK_CLEAR,    /* as markers look */
  LOOK_DOUBTFUL, /* might be an index, "list[3]", or a power, "m²" */
} Look;

typedef struct {
  guint passage;
  guint start; /* bytes */
  guint end;
  guint first;      /* number; 0 for another label */
  guint highest;    /* number of the group */
  guint8 look;      /* Look */
  guint8 is_known;  /* there is a reference for each */
  guint8 is_marker; /* the decision */
  guint8 found;     /* IbidFound */
  guint8 is_round;  /* "(1)" */
  guint8 ends_part; /* of a sentence: more than a blank follows it */
} Candidate;

struct _IbidTextMarkers {
  GHashTable *labels; /* label to the reference's index plus one, borrowed */
  gboolean is_sure;
  guint min_number; /* of the references; 0 when there are none with numbers */
  guint max_number;
  GArray *candidates; /* Candidate */
  guint n_labels;
  guint taken; /* the candidate that take() comes to next */
};

IbidTextMarkers *
ibid_text_markers_new (GHashTable *labels, gboolean is_sure)
{
  IbidTextMarkers *self = g_new0 (IbidTextMarkers, 1);
  GHashTableIter iter;
  gpointer label;

  self->labels = labels;
  self->is_sure = is_sure;
  self->candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_hash_table_iter_init (&iter, labels);
  while (g_hash_table_iter_next (&iter, &label, NULL)) {
    guint number = (guint)strtoul (label, NULL, 10);

    self->max_number = MAX (self->max_number, number);
    if (number > 0)
      self->min_number = self->min_number == 0 ? number : MIN (self->min_number, number);
  }
  return self;
}

void
ibid_text_markers_free (IbidTextMarkers *self)
{
  g_array_unref (self->candidates);
  g_free (self);
}

static gboolean
has_reference (IbidTextMarkers *self, guint number)
{
  char label[16];

  g_snprintf (label, sizeof label, "%u", number);
  return g_hash_table_contains (self->labels, label);
}

static const char *
skip_blanks (const char *p, const char *end)
{
  while (p < end && *p == ' ')
    p++;
  return p;
}

/* Bytes of the dash at `p`; 0 when there is none. */
static guint
get_dash (const char *p, const char *end)
{
  if (p < end && *p == '-')
    return 1;
  if (end - p >= 3 && (memcmp (p, "–", 3) == 0 || memcmp (p, "—", 3) == 0))
    return 3;
  return 0;
}

static const char *
parse_number (const char *p, const char *end, guint *number)
{
  const char *start = p;

  for (*number = 0; p < end && g_ascii_isdigit (*p) && p - start < 6; p++)
    *number = *number * 10 + (guint)(*p - '0');
  return p > start && p - start < 6 && *start != '0' ? p : NULL;
}

static gboolean
add_range (Group *group, guint first, guint last)
{
  if (last < first || last - first >= MAX_GROUP || group->n + (last - first) >= MAX_GROUP)
    return FALSE;
  for (guint number = first; number <= last; number++)
    group->numbers[group->n++] = number;
  return TRUE;
}

/* "1", "1, 3", "3–5, 9" from `p` on to the bracket that is `closing`. */
static const char *
parse_numbers (const char *p, const char *end, char closing, Group *group)
{
  for (;;) {
    guint first;
    guint last;
    guint dash;

    p = parse_number (skip_blanks (p, end), end, &first);
    if (p == NULL)
      return NULL;
    last = first;
    p = skip_blanks (p, end);
    dash = get_dash (p, end);
    if (dash > 0) {
      p = parse_number (skip_blanks (p + dash, end), end, &last);
      if (p == NULL)
        return NULL;
      p = skip_blanks (p, end);
    }
    if (!add_range (group, first, last) || p >= end)
      return NULL;
    if (*p == closing)
      return p + 1;
    if (*p != ',' && *p != ';')
      return NULL;
    p++;
  }
}

/* "[Knu84]", "[*]": only what the list of notes has. */
static const char *
parse_label (IbidTextMarkers *self, const char *p, const char *end, Group *group)
{
  const char *close = memchr (p, ']', MIN ((gsize)(end - p), IBID_MAX_LABEL_BYTES + 1));

  if (close == NULL)
    return NULL;
  memcpy (group->label, p, close - p);
  group->label[close - p] = '\0';
  group->n = 1;
  return g_hash_table_contains (self->labels, group->label) ? close + 1 : NULL;
}

/* The marker at `p`, if it has the form of one; returns what follows it. */
static const char *
parse_group (IbidTextMarkers *self, const char *p, const char *end, Group *group)
{
  guint length;
  int digit;
  guint number = 0;

  memset (group, 0, sizeof *group);
  end = MIN (end, p + MAX_GROUP_BYTES);
  if (*p == '[') {
    p++;
    if (p < end && *p == '^')
      p++;
    return p < end && g_ascii_isdigit (*p) ? parse_numbers (p, end, ']', group)
                                           : parse_label (self, p, end, group);
  }
  if (*p == '(')
    return parse_numbers (p + 1, end, ')', group);
  while (p < end && number < 1000 && (digit = ibid_text_superscript_digit (p, end, &length)) >= 0) {
    number = number * 10 + (guint)digit;
    p += length;
  }
  return number > 0 && add_range (group, number, number) ? p : NULL;
}

/* Names that programmers give to what they index. */
static gboolean
is_index_name (const char *word, gsize length)
{
  static const char *const names[] = {"list",
                                      "array",
                                      "arr",
                                      "args",
                                      "argv",
                                      "data",
                                      "items",
                                      "values",
                                      "buf",
                                      "vector",
                                      "tuple",
                                      "matrix",
                                      "elements"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == length && memcmp (names[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

/* Whether the word that ends at `end` looks like what an index is glued to: "x", "my_list", "f()",
 * "argv". Capitals and longer words are what markers are glued to. */
static gboolean
ends_in_identifier (const char *text, const char *end)
{
  const char *start = end;
  gboolean has_mark = FALSE;

  if (end - text >= 2 && end[-1] == ')' && end[-2] == '(')
    return TRUE;
  while (start > text && end - start < 40 &&
         (g_ascii_isalnum (start[-1]) || start[-1] == '_' || start[-1] == '`'))
    start--;
  for (const char *p = start; p < end; p++)
    has_mark = has_mark || *p == '_' || *p == '`';
  if (start > text && (guint8)start[-1] >= 0x80)
    return has_mark;
  return has_mark || (end - start == 1 && g_ascii_isalpha (*start) && g_ascii_islower (*start)) ||
         is_index_name (start, end - start);
}

/* Code goes on behind its brackets: "a[1].x", "a[1] = 2", "a[1](x)". */
static gboolean
goes_on_as_code (const char *p, const char *end)
{
  if (p >= end)
    return FALSE;
  if (*p == '(' || *p == '_' || *p == '`')
    return TRUE;
  if (*p == '.' || *p == '-')
    return p + 1 < end && (g_ascii_islower (p[1]) || p[1] == '_' || p[1] == '>');
  p = skip_blanks (p, end);
  return end - p >= 2 && (*p == '=' || memcmp (p, "+=", 2) == 0 || memcmp (p, "!=", 2) == 0);
}

/* The first bracket of "x[1][2]", when `p` is at the last. */
static const char *
skip_indices_back (const char *text, const char *p)
{
  for (guint i = 0; i < MAX_INDICES && p > text && p[-1] == ']'; i++) {
    const char *start = p - 1;

    while (start > text && g_ascii_isdigit (start[-1]) && p - start < 6)
      start--;
    if (start == p - 1 || start == text || start[-1] != '[')
      break;
    p = start - 1;
  }
  return p;
}

static Look
get_look (const char *text, const char *p, const char *next, const char *end)
{
  gboolean is_bracket = *p == '[';
  gboolean is_glued;

  if (is_bracket)
    p = skip_indices_back (text, p);
  is_glued = p > text && (g_ascii_isalnum (p[-1]) || strchr (")_`", p[-1]) != NULL);
  if (is_bracket)
    return is_glued && (ends_in_identifier (text, p) || goes_on_as_code (next, end)) ? LOOK_DOUBTFUL
                                                                                     : LOOK_CLEAR;
  return is_glued ? LOOK_DOUBTFUL : LOOK_CLEAR;
}

static void
add_candidate (IbidTextMarkers *self, const Candidate *place, const Group *group)
{
  Candidate candidate = *place;

  candidate.first = group->numbers[0];
  candidate.is_known = TRUE;
  for (guint i = 0; i < group->n && candidate.first > 0; i++) {
    candidate.highest = MAX (candidate.highest, group->numbers[i]);
    candidate.is_known = candidate.is_known && has_reference (self, group->numbers[i]);
  }
  g_array_append_val (self->candidates, candidate);
  self->n_labels += group->n;
}

/* The next place from `p` on where a marker may begin; NULL when there is none. */
static const char *
find_start (IbidTextMarkers *self, const char *p, const char *end, gboolean has_superscripts)
{
  guint length;

  if (!has_superscripts && !self->is_sure)
    return p < end ? memchr (p, '[', end - p) : NULL;
  while (p < end && *p != '[' && (*p != '(' || !self->is_sure) &&
         ibid_text_superscript_digit (p, end, &length) < 0)
    p++;
  return p < end ? p : NULL;
}

void
ibid_text_markers_scan (IbidTextMarkers *self, guint passage, const char *text, gsize length)
{
  const char *end = text + length;
  gboolean has_superscripts = memchr (text, 0xc2, length) != NULL ||
                              (memchr (text, 0xe2, length) != NULL &&
                               memmem (text, length, "\xe2\x81", 2) != NULL);
  const char *p = text;

  while ((p = find_start (self, p, end, has_superscripts)) != NULL) {
    Candidate place = {.passage = passage, .start = (guint)(p - text)};
    Group group;
    const char *next = parse_group (self, p, end, &group);

    if (self->n_labels + group.n > IBID_MAX_TEXT_MARKERS)
      return;
    /* At the start it is the label of what follows, or stands for itself. */
    if (next != NULL && p > text) {
      place.end = (guint)(next - text);
      place.look = get_look (text, p, next, end);
      place.is_round = *p == '(';
      place.ends_part = next == end || strchr (".,;:!?)", *next) != NULL;
      add_candidate (self, &place, &group);
    }
    p = next != NULL ? next : p + 1;
  }
}

/* How far the numbers of the clear candidates run on from 1. */
static guint
measure_run (IbidTextMarkers *self)
{
  guint run = 0;

  for (guint i = 0; i < self->candidates->len; i++) {
    const Candidate *candidate = &g_array_index (self->candidates, Candidate, i);

    if (candidate->look == LOOK_CLEAR && candidate->first > 0 && candidate->first <= run + 1)
      run = MAX (run, candidate->highest);
  }
  return run;
}

/* `highest`: of all markers before. `clear`: the numbers that clear candidates begin with. */
static gboolean
is_marker (IbidTextMarkers *self, const Candidate *candidate, guint highest, GHashTable *clear)
{
  gboolean is_clear = candidate->look == LOOK_CLEAR;
  gboolean is_next = candidate->first == highest + 1;

  if (candidate->first == 0)
    return is_clear;
  if (candidate->first >= MIN_YEAR && candidate->first <= MAX_YEAR &&
      (candidate->first > highest + MAX_YEAR_DISTANCE ||
       candidate->first + MAX_YEAR_DISTANCE < highest))
    return FALSE;
  if (candidate->is_known)
    return is_clear ||
           (is_next && !g_hash_table_contains (clear, GUINT_TO_POINTER (candidate->first)));
  if (!is_clear || candidate->highest >= MIN_YEAR)
    return FALSE;
  if (g_hash_table_size (self->labels) == 0)
    return candidate->first <= highest + 1;
  return self->max_number > 0 && (is_next || (candidate->first > self->min_number &&
                                              candidate->highest < self->max_number));
}

/* Round brackets hold much else, and lists such as "(1) the one, (2) the other": they are markers
 * when there are none in square ones, and most notes are named, mostly where a clause ends. */
static gboolean
are_round (IbidTextMarkers *self)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  guint n_round = 0;
  guint n_ends = 0;

  for (guint i = 0; i < self->candidates->len; i++) {
    const Candidate *candidate = &g_array_index (self->candidates, Candidate, i);

    if (!candidate->is_known)
      continue;
    if (candidate->look != LOOK_CLEAR)
      continue;
    if (!candidate->is_round)
      return FALSE;
    n_round += candidate->is_round;
    n_ends += candidate->is_round && candidate->ends_part;
    g_hash_table_add (numbers, GUINT_TO_POINTER (candidate->first));
  }
  return n_ends * 2 > n_round &&
         g_hash_table_size (numbers) * 2 >= g_hash_table_size (self->labels);
}

guint
ibid_text_markers_decide (IbidTextMarkers *self)
{
  g_autoptr (GHashTable) clear = g_hash_table_new (NULL, NULL);
  gboolean has_round = are_round (self);
  guint highest = 0;
  guint n_markers = 0;

  if (g_hash_table_size (self->labels) == 0 && measure_run (self) < MIN_RUN)
    return 0;
  for (guint i = 0; i < self->candidates->len; i++) {
    const Candidate *candidate = &g_array_index (self->candidates, Candidate, i);

    if (candidate->look == LOOK_CLEAR && candidate->is_round == has_round)
      g_hash_table_add (clear, GUINT_TO_POINTER (candidate->first));
  }
  for (guint i = 0; i < self->candidates->len; i++) {
    Candidate *candidate = &g_array_index (self->candidates, Candidate, i);

    candidate->is_marker = candidate->is_round == has_round &&
                           (!has_round || (candidate->is_known && candidate->look == LOOK_CLEAR)) &&
                           is_marker (self, candidate, highest, clear);
    candidate->found = self->is_sure && candidate->look == LOOK_CLEAR ? IBID_FOUND_SHAPE
                                                                      : IBID_FOUND_ORDER;
    if (candidate->is_marker)
      highest = MAX (highest, candidate->highest);
    n_markers += candidate->is_marker;
  }
  return n_markers;
}

static void
add_note (IbidTextMarkers *self,
          const char *label,
          const Candidate *marker,
          guint at,
          IbidList *references,
          IbidPassage *target)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->labels, label));
  g_autoptr (IbidNote) note = ibid_note_new (at, label);

  ibid_note_set_found (note, marker->found);
  if (index > 0)
    ibid_note_set_reference (note, ibid_list_get (references, index - 1));
  ibid_passage_add_note (target, note);
}

static void
add_notes (IbidTextMarkers *self,
           const Group *group,
           const Candidate *marker,
           guint at,
           IbidList *references,
           IbidPassage *target)
{
  if (marker->first == 0)
    add_note (self, group->label, marker, at, references, target);
  for (guint i = 0; marker->first > 0 && i < group->n; i++) {
    char label[16];

    g_snprintf (label, sizeof label, "%u", group->numbers[i]);
    add_note (self, label, marker, at, references, target);
  }
}

/* The candidate of `passage` that comes next, moved past; NULL when there is no more. */
static const Candidate *
next_marker (IbidTextMarkers *self, guint passage)
{
  while (self->taken < self->candidates->len) {
    const Candidate *candidate = &g_array_index (self->candidates, Candidate, self->taken);

    if (candidate->passage > passage)
      return NULL;
    self->taken++;
    if (candidate->passage == passage && candidate->is_marker)
      return candidate;
  }
  return NULL;
}

/* What parts one marker from the next in a row, "[1], [2]" and "[3]–[5]". */
typedef enum { GAP_TEXT, GAP_COMMA, GAP_DASH } Gap;

static Gap
get_gap (const char *p, const char *end)
{
  guint dash;

  p = skip_blanks (p, end);
  if (p < end && *p == ',')
    return skip_blanks (p + 1, end) == end ? GAP_COMMA : GAP_TEXT;
  dash = get_dash (p, end);
  return dash > 0 && skip_blanks (p + dash, end) == end ? GAP_DASH : GAP_TEXT;
}

/* Puts the numbers between `last` and the group's first ahead of it. */
static void
fill_range (Group *group, guint last)
{
  Group range = {0};

  if (group->numbers[0] > last + 1 && add_range (&range, last + 1, group->numbers[0] - 1) &&
      range.n + group->n <= MAX_GROUP) {
    memcpy (range.numbers + range.n, group->numbers, group->n * sizeof group->numbers[0]);
    range.n += group->n;
    *group = range;
  }
}

static char *
trim_end (char *start, char *end)
{
  while (end > start && end[-1] == ' ')
    end--;
  return end;
}

/* The text only shrinks, so it is moved together in place: `in` is read, `out` is written. */
void
ibid_text_markers_take (IbidTextMarkers *self,
                        guint passage,
                        char *text,
                        gsize length,
                        IbidList *references,
                        IbidPassage *target)
{
  const char *end = text + length;
  const char *in = text;
  char *out = text;
  char *counted = text;
  guint at = 0;
  guint last = 0; /* number of the marker before */
  const Candidate *marker;

  while ((marker = next_marker (self, passage)) != NULL) {
    const char *start = text + marker->start;
    Gap gap = last > 0 && marker->first > 0 ? get_gap (in, start) : GAP_TEXT;
    Group group;

    parse_group (self, start, end, &group);
    if (gap == GAP_DASH)
      fill_range (&group, last);
    if (gap == GAP_TEXT) {
      memmove (out, in, start - in);
      out = trim_end (counted, out + (start - in));
    }
    last = marker->highest;
    in = text + marker->end;
    if (out > counted && out[-1] == '(' && in < end && *in == ')') { /* "([1])" */
      out = trim_end (counted, out - 1);
      in++;
    }
    at += ibid_utf8_count (counted, out - counted);
    counted = out;
    add_notes (self, &group, marker, at, references, target);
  }
  if (out < in) {
    memmove (out, in, end - in);
    out = trim_end (text, out + (end - in));
    *out = '\0';
    text = g_realloc (text, out - text + 1);
  }
  ibid_passage_take_text (target, text);
}
