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

/* "(12)" is a marker when it comes so near to the one before: brackets hold other numbers, too. */
#define MAX_ROUND_STEP 5u

/* "***" */
#define MAX_SYMBOLS 4u

/* The numbers, or the one other label, between two brackets. */
typedef struct {
  guint n;
  guint numbers[MAX_GROUP];             /* all 0 for a label that is no number */
  gboolean is_symbol;                   /* "*", "†" */
  char label[IBID_MAX_LABEL_BYTES + 1]; /* as printed, when that is no number */
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
  guint scope;      /* of IbidTextScopes */
  guint entry;      /* the note that stands right here, plus one; else 0 */
  guint meant;      /* number of the note, where the marker's own is a misprint; else 0 */
  guint8 look;      /* Look */
  guint8 is_known;  /* there is a reference for each */
  guint8 is_marker; /* the decision */
  guint8 found;     /* IbidFound */
  guint8 is_round;  /* "(1)" */
  guint8 ends_part; /* of a sentence: more than a blank follows it */
} Candidate;

struct _IbidTextMarkers {
  IbidTextScopes *scopes; /* borrowed */
  IbidTextNotes *notes;   /* borrowed */
  gboolean has_symbols;   /* some notes are labelled with signs */
  GHashTable *named;      /* entries that markers of the text mean */
  GArray *candidates;     /* Candidate */
  guint n_text;           /* of them in the text, ahead of those in notes */
  guint n_labels;
  guint taken; /* the candidate that take() comes to next */
};

static gboolean
is_symbol_label (const char *label)
{
  return label != NULL && *label != '\0' &&
         (*label == '*' || ibid_text_entry_get_symbol (label, label + strlen (label)) > 0);
}

IbidTextMarkers *
ibid_text_markers_new (IbidTextScopes *scopes, IbidTextNotes *notes)
{
  IbidTextMarkers *self = g_new0 (IbidTextMarkers, 1);

  self->scopes = scopes;
  self->notes = notes;
  self->named = g_hash_table_new (NULL, NULL);
  self->candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  for (guint i = 0; i < notes->entries->len && !self->has_symbols; i++)
    self->has_symbols = is_symbol_label (g_array_index (notes->entries, IbidTextEntry, i).label);
  return self;
}

void
ibid_text_markers_free (IbidTextMarkers *self)
{
  g_hash_table_unref (self->named);
  g_array_unref (self->candidates);
  g_free (self);
}

/* Index plus one of the note that a number means; 0 for none. */
static guint
look_up_number (IbidTextMarkers *self, guint scope, guint number)
{
  char label[16];

  g_snprintf (label, sizeof label, "%u", number);
  return ibid_text_scopes_lookup (self->scopes, scope, label);
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

/* "4l", as machines read 41; 0 when it is no such thing. */
static guint
read_misread_number (const char *label)
{
  guint number = 0;
  gboolean has_digit = FALSE;

  for (; *label != '\0' && number < 1000; label++) {
    has_digit = has_digit || g_ascii_isdigit (*label);
    if (g_ascii_isdigit (*label))
      number = number * 10 + (guint)(*label - '0');
    else if (*label == 'l' || *label == 'I')
      number = number * 10 + 1;
    else if (*label == 'O' || *label == 'o')
      number *= 10;
    else
      return 0;
  }
  return has_digit && *label == '\0' ? number : 0;
}

/* "[Knu84]", "[*]": only what the list of notes has. */
static const char *
parse_label (IbidTextMarkers *self, guint scope, const char *p, const char *end, Group *group)
{
  const char *close = memchr (p, ']', MIN ((gsize)(end - p), IBID_MAX_LABEL_BYTES + 1));

  if (close == NULL)
    return NULL;
  memset (group, 0, sizeof *group);
  memcpy (group->label, p, close - p);
  group->label[close - p] = '\0';
  group->n = 1;
  if (ibid_text_scopes_lookup (self->scopes, scope, group->label) > 0)
    return close + 1;
  group->numbers[0] = read_misread_number (group->label);
  return group->numbers[0] > 0 && look_up_number (self, scope, group->numbers[0]) > 0 ? close + 1
                                                                                      : NULL;
}

/* "*", "††": signs as the notes have them. */
static const char *
parse_symbols (IbidTextMarkers *self, guint scope, const char *p, const char *end, Group *group)
{
  guint length = ibid_text_entry_get_symbol (p, end);
  const char *start = p;

  for (guint n = 0; n < MAX_SYMBOLS && end - p >= length && memcmp (p, start, length) == 0; n++)
    p += length;
  memcpy (group->label, start, p - start);
  group->label[p - start] = '\0';
  group->n = 1;
  group->is_symbol = TRUE;
  return ibid_text_scopes_lookup (self->scopes, scope, group->label) > 0 ? p : NULL;
}

/* The marker at `p`, if it has the form of one; returns what follows it. */
static const char *
parse_group (IbidTextMarkers *self, guint scope, const char *p, const char *end, Group *group)
{
  guint length;
  int digit;
  guint number = 0;

  memset (group, 0, sizeof *group);
  end = MIN (end, p + MAX_GROUP_BYTES);
  if (*p == '[') {
    const char *next = NULL;

    p++;
    if (p < end && *p == '^')
      p++;
    if (p < end && g_ascii_isdigit (*p))
      next = parse_numbers (p, end, ']', group);
    return next != NULL ? next : parse_label (self, scope, p, end, group);
  }
  if (*p == '(')
    return parse_numbers (p + 1, end, ')', group);
  if (self->has_symbols && ibid_text_entry_get_symbol (p, end) > 0)
    return parse_symbols (self, scope, p, end, group);
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
  if (is_bracket && next < end && g_ascii_isdigit (*next)) /* "[16]54": put in by an editor */
    return LOOK_DOUBTFUL;
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
    candidate.is_known = candidate.is_known &&
                         look_up_number (self, candidate.scope, group->numbers[i]) > 0;
  }
  g_array_append_val (self->candidates, candidate);
  self->n_labels += group->n;
}

/* The next place from `p` on where a marker may begin; NULL when there is none. */
static const char *
find_start (IbidTextMarkers *self, const char *p, const char *end, gboolean has_superscripts)
{
  gboolean has_round = self->notes->is_sure;
  guint length;

  if (!has_superscripts && !has_round && !self->has_symbols)
    return p < end ? memchr (p, '[', end - p) : NULL;
  while (p < end && *p != '[' && (*p != '(' || !has_round) &&
         !(self->has_symbols && ibid_text_entry_get_symbol (p, end) > 0) &&
         ibid_text_superscript_digit (p, end, &length) < 0)
    p++;
  return p < end ? p : NULL;
}

/* Signs are glued to what they mark; "*so*" is emphasis. `*is_open` tells from one to the next. */
static gboolean
is_sign_in_place (
    const char *text, const char *p, const char *next, const char *end, gboolean *is_open)
{
  gboolean is_glued = p > text && p[-1] != ' ' && p[-1] != '(' && p[-1] != '\n';
  gboolean is_glued_behind = next < end && strchr (" .,;:!?)]\"'\n", *next) == NULL &&
                             (guint8)*next < 0x80;

  if (!is_glued && is_glued_behind) {
    *is_open = TRUE;
    return FALSE;
  }
  if (*is_open) {
    *is_open = FALSE;
    return FALSE;
  }
  return is_glued && !is_glued_behind;
}

static void
scan_text (IbidTextMarkers *self,
           Candidate place,
           const char *text,
           gsize length,
           const IbidTextPlace *places,
           guint n_places)
{
  const char *end = text + length;
  gboolean has_superscripts = memchr (text, 0xc2, length) != NULL ||
                              (memchr (text, 0xe2, length) != NULL &&
                               memmem (text, length, "\xe2\x81", 2) != NULL);
  gboolean is_open = FALSE;
  const char *p = text;

  for (;;) {
    Group group;
    const char *next;

    p = find_start (self, p, end, has_superscripts);
    while (n_places > 0 && (p == NULL || places->at <= (gsize)(p - text))) {
      Candidate candidate = place;

      candidate.start = candidate.end = places->at;
      candidate.entry = places->entry + 1;
      g_array_append_val (self->candidates, candidate);
      places++;
      n_places--;
    }
    if (p == NULL)
      return;
    next = parse_group (self, place.scope, p, end, &group);
    if (self->n_labels + group.n > IBID_MAX_TEXT_MARKERS)
      return;
    /* At the start it is the label of what follows, or stands for itself. */
    if (next != NULL && p > text &&
        (!group.is_symbol || is_sign_in_place (text, p, next, end, &is_open))) {
      place.start = (guint)(p - text);
      place.end = (guint)(next - text);
      place.look = group.is_symbol ? LOOK_CLEAR : get_look (text, p, next, end);
      place.is_round = *p == '(';
      place.ends_part = next == end || strchr (".,;:!?)", *next) != NULL;
      add_candidate (self, &place, &group);
    }
    p = next != NULL ? next : p + 1;
  }
}

void
ibid_text_markers_scan (IbidTextMarkers *self,
                        guint passage,
                        guint line,
                        const char *text,
                        gsize length,
                        const IbidTextPlace *places,
                        guint n_places)
{
  Candidate place = {.passage = passage, .scope = ibid_text_scopes_find (self->scopes, line)};

  scan_text (self, place, text, length, places, n_places);
  self->n_text = self->candidates->len;
}

void
ibid_text_markers_scan_entry (
    IbidTextMarkers *self, guint passage, guint entry, const char *text, gsize length)
{
  Candidate place = {.passage = passage,
                     .scope = ibid_text_scopes_find_of_entry (self->scopes, entry)};

  scan_text (self, place, text, length, NULL, 0);
}

static Candidate *
get_candidate (IbidTextMarkers *self, guint i)
{
  return &g_array_index (self->candidates, Candidate, i);
}

/* How far the numbers of the clear candidates run on from 1. */
static guint
measure_run (IbidTextMarkers *self)
{
  guint run = 0;

  for (guint i = 0; i < self->n_text; i++) {
    const Candidate *candidate = get_candidate (self, i);

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
  guint max = ibid_text_scopes_get_max (self->scopes, candidate->scope);

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
  if (ibid_text_scopes_get_n (self->scopes) == 0)
    return candidate->first <= highest + 1;
  return max > 0 && (is_next || (candidate->first >
                                     ibid_text_scopes_get_min (self->scopes, candidate->scope) &&
                                 candidate->highest < max));
}

/* Round brackets hold much else, and lists such as "(1) the one, (2) the other": they are markers
 * when most notes are named, mostly where a clause ends, and none in square ones; or one after the
 * other when the notes themselves are printed so. Looks at the candidates `first` up to `end`, of
 * one scope. */
static gboolean
are_round (IbidTextMarkers *self, guint first, guint end)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  guint scope = get_candidate (self, first)->scope;
  gboolean has_round_notes = ibid_text_scopes_is_round (self->scopes, scope);
  guint highest = 0;
  guint n_round = 0;
  guint n_ends = 0;
  guint n_next = 0;

  for (guint i = first; i < end; i++) {
    const Candidate *candidate = get_candidate (self, i);

    if (!candidate->is_known || candidate->look != LOOK_CLEAR || candidate->first == 0)
      continue;
    if (!candidate->is_round && !has_round_notes)
      return FALSE;
    if (!candidate->is_round)
      continue;
    n_round++;
    n_ends += candidate->ends_part;
    n_next += candidate->first == highest + 1;
    highest = MAX (highest, candidate->highest);
    g_hash_table_add (numbers, GUINT_TO_POINTER (candidate->first));
  }
  return (n_ends * 2 > n_round || (has_round_notes && n_next * 3 > n_round * 2)) &&
         g_hash_table_size (numbers) * 2 >= ibid_text_scopes_count (self->scopes, scope);
}

static gboolean
is_round_marker (const Candidate *candidate, guint highest)
{
  return candidate->is_known && candidate->look == LOOK_CLEAR &&
         (candidate->ends_part || (candidate->first <= highest + MAX_ROUND_STEP &&
                                   candidate->first + MAX_ROUND_STEP >= highest));
}

/* The first and the last of a group will do. */
static void
name_entries (IbidTextMarkers *self, const Candidate *candidate)
{
  guint first = look_up_number (self, candidate->scope, candidate->first);
  guint last = look_up_number (self, candidate->scope, candidate->highest);

  g_hash_table_add (self->named, GUINT_TO_POINTER (first));
  g_hash_table_add (self->named, GUINT_TO_POINTER (last));
}

/* The first of the markers from `i` on; `end` when there is none. */
static guint
find_marker (IbidTextMarkers *self, guint i, guint end)
{
  while (i < end && !(get_candidate (self, i)->is_marker && get_candidate (self, i)->first > 0))
    i++;
  return i;
}

/* "42", "42", "44", and "12", "18" at the end of thirteen notes: where one number is wrong and the
 * note that should come has no marker, it is that note's. Returns how many markers that adds. */
static guint
mend_misprints (IbidTextMarkers *self, guint first, guint end, gboolean has_round)
{
  guint last = 0;
  guint n_added = 0;

  for (guint i = first; i < end; i++) {
    Candidate *candidate = get_candidate (self, i);
    guint next;
    guint entry;
    guint expected = last + 1;

    if (candidate->first == 0 || candidate->look != LOOK_CLEAR || candidate->is_round != has_round)
      continue;
    entry = candidate->first == candidate->highest && candidate->first != expected
                ? look_up_number (self, candidate->scope, expected)
                : 0;
    if (last > 0 && entry > 0 && !g_hash_table_contains (self->named, GUINT_TO_POINTER (entry))) {
      next = find_marker (self, i + 1, end);
      if (next < end ? get_candidate (self, next)->first == expected + 1
                     : !candidate->is_known && candidate->first < MIN_YEAR) {
        n_added += !candidate->is_marker;
        candidate->is_marker = TRUE;
        candidate->meant = expected;
        candidate->found = IBID_FOUND_ORDER;
        g_hash_table_add (self->named, GUINT_TO_POINTER (entry));
      }
    }
    if (candidate->is_marker)
      last = candidate->meant > 0 ? candidate->meant : candidate->highest;
  }
  return n_added;
}

/* Decides about the candidates `first` up to `end`, all of one scope; returns how many are. */
static guint
decide_scope (IbidTextMarkers *self, guint first, guint end)
{
  g_autoptr (GHashTable) clear = g_hash_table_new (NULL, NULL);
  guint scope = get_candidate (self, first)->scope;
  guint min = ibid_text_scopes_get_min (self->scopes, scope);
  gboolean has_round = are_round (self, first, end);
  guint highest = min > 0 ? min - 1 : 0;
  guint n_markers = 0;

  for (guint i = first; i < end; i++) {
    const Candidate *candidate = get_candidate (self, i);

    if (candidate->look == LOOK_CLEAR && candidate->is_round == has_round)
      g_hash_table_add (clear, GUINT_TO_POINTER (candidate->first));
  }
  for (guint i = first; i < end; i++) {
    Candidate *candidate = get_candidate (self, i);

    candidate->is_marker = candidate->entry > 0 ||
                           (candidate->first == 0 && candidate->look == LOOK_CLEAR) ||
                           (candidate->is_round == has_round &&
                            (!has_round || is_round_marker (candidate, highest)) &&
                            is_marker (self, candidate, highest, clear));
    candidate->found = self->notes->is_sure && candidate->look == LOOK_CLEAR ? IBID_FOUND_SHAPE
                                                                             : IBID_FOUND_ORDER;
    if (!candidate->is_marker)
      continue;
    highest = MAX (highest, candidate->highest);
    name_entries (self, candidate);
    n_markers++;
  }
  return n_markers + mend_misprints (self, first, end, has_round);
}

/* Markers within notes: signs and letters, and numbers that the text has not named. */
static void
decide_entries (IbidTextMarkers *self)
{
  for (guint i = self->n_text; i < self->candidates->len; i++) {
    Candidate *candidate = get_candidate (self, i);
    guint entry = look_up_number (self, candidate->scope, candidate->first);

    candidate->found = IBID_FOUND_ORDER;
    candidate->is_marker = candidate->look == LOOK_CLEAR && !candidate->is_round &&
                           (candidate->first == 0 ||
                            (candidate->is_known && candidate->first == candidate->highest &&
                             !g_hash_table_contains (self->named, GUINT_TO_POINTER (entry))));
  }
}

guint
ibid_text_markers_decide (IbidTextMarkers *self)
{
  guint n_markers = 0;

  if (ibid_text_scopes_get_n (self->scopes) == 0 && measure_run (self) < MIN_RUN)
    return 0;
  for (guint first = 0, end; first < self->n_text; first = end) {
    end = first + 1;
    while (end < self->n_text &&
           get_candidate (self, end)->scope == get_candidate (self, first)->scope)
      end++;
    n_markers += decide_scope (self, first, end);
  }
  decide_entries (self);
  return n_markers;
}

static void
add_note (const char *label,
          guint entry,
          const Candidate *marker,
          guint at,
          IbidList *references,
          IbidPassage *target)
{
  g_autoptr (IbidNote) note = ibid_note_new (at, label);

  ibid_note_set_found (note, marker->found);
  if (entry > 0)
    ibid_note_set_reference (note, ibid_list_get (references, entry - 1));
  ibid_passage_add_note (target, note);
}

/* A note that stands where its marker would, and may have no number of its own. */
static void
add_note_in_place (IbidTextMarkers *self,
                   const Candidate *marker,
                   guint at,
                   IbidList *references,
                   IbidPassage *target)
{
  const IbidTextEntry *entry = &g_array_index (
      self->notes->entries, IbidTextEntry, marker->entry - 1);

  add_note (
      entry->label != NULL ? entry->label : "*", marker->entry, marker, at, references, target);
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
    add_note (group->label,
              ibid_text_scopes_lookup (self->scopes, marker->scope, group->label),
              marker,
              at,
              references,
              target);
  for (guint i = 0; marker->first > 0 && i < group->n; i++) {
    guint number = marker->meant > 0 ? marker->meant : group->numbers[i];
    char label[16];

    g_snprintf (label, sizeof label, "%u", group->numbers[i]);
    add_note (*group->label != '\0' ? group->label : label,
              look_up_number (self, marker->scope, number),
              marker,
              at,
              references,
              target);
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

/* Says that bytes of the text have moved from `in` to `out`. */
static void
add_segment (GArray *segments, const char *text, const char *in, const char *out, gsize length)
{
  IbidTextSegment segment = {(guint)(in - text), (guint)(out - text), (guint)length};

  g_array_append_val (segments, segment);
}

/* The text only shrinks, so it is moved together in place: `in` is read, `out` is written. */
void
ibid_text_markers_take (IbidTextMarkers *self,
                        guint passage,
                        char *text,
                        gsize length,
                        IbidList *references,
                        IbidPassage *target,
                        GArray *segments)
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

    if (start < in)
      continue;
    if (marker->entry == 0)
      parse_group (self, marker->scope, start, end, &group);
    if (gap == GAP_DASH)
      fill_range (&group, last);
    if (gap == GAP_TEXT) {
      memmove (out, in, start - in);
      out = trim_end (counted, out + (start - in));
      add_segment (segments, text, in, counted, out - counted);
    }
    last = marker->highest;
    in = text + marker->end;
    if (out > counted && out[-1] == '(' && in < end && *in == ')') { /* "([1])" */
      out = trim_end (counted, out - 1);
      in++;
    }
    at += ibid_utf8_count (counted, out - counted);
    counted = out;
    if (marker->entry > 0)
      add_note_in_place (self, marker, at, references, target);
    else
      add_notes (self, &group, marker, at, references, target);
  }
  if (out < in) {
    memmove (out, in, end - in);
    add_segment (segments, text, in, out, end - in);
    out = trim_end (text, out + (end - in));
    *out = '\0';
    text = g_realloc (text, out - text + 1);
  } else {
    add_segment (segments, text, in, out, end - in);
  }
  ibid_passage_take_text (target, text);
}
