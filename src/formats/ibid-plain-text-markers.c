/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#define _GNU_SOURCE /* memmem */
#include "formats/ibid-plain-text-markers.h"

#include "formats/ibid-limits.h"
#include "formats/ibid-plain-text-entry.h"
#include "formats/ibid-plain-text-marker-forms.h"
#include "model/ibid-note.h"
#include "model/ibid-utf8.h"

#include <stdlib.h>
#include <string.h>

/* A bracketed number of four digits is a year, unless the notes have just come so far. */
#define MIN_YEAR 1000u
#define MAX_YEAR 2100u
#define MAX_YEAR_DISTANCE 20u

/* Without a list of notes, numbers must run on so far from 1 to be markers. */
#define MIN_RUN 3u

/* "(12)" is a marker when it comes so near to the one before: brackets hold other numbers, too. */
#define MAX_ROUND_STEP 5u

typedef struct {
  guint passage;
  guint start; /* bytes */
  guint end;
  guint first;      /* number; 0 for another label */
  guint highest;    /* number of the group */
  guint scope;      /* of IbidTextScopes */
  guint entry;      /* the note that stands right here, plus one; else 0 */
  guint meant;      /* number of the note, where the marker's own is a misprint; else 0 */
  guint8 look;      /* IbidMarkerLook */
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

static void
add_candidate (IbidTextMarkers *self, const Candidate *place, const IbidMarkerGroup *group)
{
  Candidate candidate = *place;

  candidate.first = group->numbers[0];
  candidate.is_known = TRUE;
  for (guint i = 0; i < group->n && candidate.first > 0; i++) {
    candidate.highest = MAX (candidate.highest, group->numbers[i]);
    candidate.is_known = candidate.is_known &&
                         ibid_text_scopes_lookup_number (
                             self->scopes, candidate.scope, group->numbers[i]) > 0;
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
    IbidMarkerGroup group;
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
    next = ibid_marker_forms_parse (self->scopes, self->has_symbols, place.scope, p, end, &group);
    if (self->n_labels + group.n > IBID_MAX_TEXT_MARKERS)
      return;
    /* At the start it is the label of what follows, or stands for itself. */
    if (next != NULL && p > text &&
        (!group.is_symbol || ibid_marker_forms_is_sign (text, p, next, end, &is_open))) {
      place.start = (guint)(p - text);
      place.end = (guint)(next - text);
      place.look = group.is_symbol ? IBID_MARKER_LOOK_CLEAR
                                   : ibid_marker_forms_get_look (text, p, next, end);
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

    if (candidate->look == IBID_MARKER_LOOK_CLEAR && candidate->first > 0 &&
        candidate->first <= run + 1)
      run = MAX (run, candidate->highest);
  }
  return run;
}

/* `highest`: of all markers before. `clear`: the numbers that clear candidates begin with. */
static gboolean
is_marker (IbidTextMarkers *self, const Candidate *candidate, guint highest, GHashTable *clear)
{
  gboolean is_clear = candidate->look == IBID_MARKER_LOOK_CLEAR;
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

    if (!candidate->is_known || candidate->look != IBID_MARKER_LOOK_CLEAR || candidate->first == 0)
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
  if (!candidate->is_known) /* a note is missing where its number should come */
    return candidate->first == highest + 1;
  return candidate->look == IBID_MARKER_LOOK_CLEAR &&
         (candidate->ends_part || (candidate->first <= highest + MAX_ROUND_STEP &&
                                   candidate->first + MAX_ROUND_STEP >= highest));
}

/* The first and the last of a group will do. */
static void
name_entries (IbidTextMarkers *self, const Candidate *candidate)
{
  guint first = ibid_text_scopes_lookup_number (self->scopes, candidate->scope, candidate->first);
  guint last = ibid_text_scopes_lookup_number (self->scopes, candidate->scope, candidate->highest);

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

    if (candidate->first == 0 || candidate->look != IBID_MARKER_LOOK_CLEAR ||
        candidate->is_round != has_round)
      continue;
    entry = candidate->first == candidate->highest && candidate->first != expected
                ? ibid_text_scopes_lookup_number (self->scopes, candidate->scope, expected)
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

    if (candidate->look == IBID_MARKER_LOOK_CLEAR && candidate->is_round == has_round)
      g_hash_table_add (clear, GUINT_TO_POINTER (candidate->first));
  }
  for (guint i = first; i < end; i++) {
    Candidate *candidate = get_candidate (self, i);

    candidate->is_marker = candidate->entry > 0 ||
                           (candidate->first == 0 && candidate->look == IBID_MARKER_LOOK_CLEAR) ||
                           (candidate->is_round == has_round &&
                            (!has_round || is_round_marker (candidate, highest)) &&
                            is_marker (self, candidate, highest, clear));
    candidate->found = self->notes->is_sure && candidate->look == IBID_MARKER_LOOK_CLEAR
                           ? IBID_FOUND_SHAPE
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
    guint entry = ibid_text_scopes_lookup_number (self->scopes, candidate->scope, candidate->first);

    candidate->found = IBID_FOUND_ORDER;
    candidate->is_marker = candidate->look == IBID_MARKER_LOOK_CLEAR && !candidate->is_round &&
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
           const IbidMarkerGroup *group,
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
              ibid_text_scopes_lookup_number (self->scopes, marker->scope, number),
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
    IbidMarkerGap gap = last > 0 && marker->first > 0 ? ibid_marker_forms_get_gap (in, start)
                                                      : IBID_MARKER_GAP_TEXT;
    IbidMarkerGroup group;

    if (start < in)
      continue;
    if (marker->entry == 0)
      ibid_marker_forms_parse (self->scopes, self->has_symbols, marker->scope, start, end, &group);
    if (gap == IBID_MARKER_GAP_DASH)
      ibid_marker_forms_fill_range (&group, last);
    if (gap == IBID_MARKER_GAP_TEXT) {
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
