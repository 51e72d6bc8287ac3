/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-note-signs.h"

#include "formats/ibid-note-number.h"
#include "formats/ibid-plain-text-entry.h"

#include <string.h>

#define MAX_ROW 32u
#define MAX_ROW_BYTES 120u

typedef struct {
  IbidNoteFindings *findings;
  const IbidDraftBlock *block;
  guint index;
  GArray *signs;
  guint next_link;
  guint next_marker; /* of the findings */
} Scan;

/* --- Rows of labels ------------------------------------------------------------------------ */

/* Bytes of what parts two labels at `p`; 0 when nothing does. */
static guint
get_separator (const char *p, const char *end, gboolean *is_range)
{
  guint n = 0;

  *is_range = FALSE;
  while (p + n < end) {
    if (strchr (" ,;", p[n]) != NULL) {
      n++;
    } else if (p[n] == '-') {
      *is_range = TRUE;
      n++;
    } else if (end - p - n >= 3 && memcmp (p + n, "–", 3) == 0) {
      *is_range = TRUE;
      n += 3;
    } else {
      break;
    }
  }
  return n;
}

/* Bytes of one label at `p`, up to a separator. */
static guint
get_part (const char *p, const char *end)
{
  gboolean is_range;
  guint n = 0;

  while (p + n < end && get_separator (p + n, end, &is_range) == 0)
    n++;
  return n;
}

/* "1", "1, 3", "3–5, 9", "*": all of `text`, without brackets. Returns how many labels. */
static guint
parse_row (const char *text, gsize length, IbidNoteLabel *labels)
{
  const char *end = text + length;
  const char *p = text;
  gboolean is_range = FALSE;
  guint n = 0;

  if (length == 0 || length > MAX_ROW_BYTES)
    return 0;
  if (ibid_note_label_parse (text, length, &labels[0]))
    return 1;
  while (p < end) {
    guint part = get_part (p, end);
    IbidNoteLabel label;

    if (part == 0 || !ibid_note_label_parse (p, part, &label) || n == MAX_ROW ||
        label.form == IBID_NOTE_LABEL_ROMAN)
      return 0;
    if (is_range) {
      if (label.form != IBID_NOTE_LABEL_NUMBER || labels[n - 1].form != IBID_NOTE_LABEL_NUMBER ||
          label.number <= labels[n - 1].number || label.number - labels[n - 1].number + n > MAX_ROW)
        return 0;
      for (guint number = labels[n - 1].number + 1; number < label.number; number++) {
        labels[n] = label;
        labels[n].number = number;
        g_snprintf (labels[n].text, sizeof labels[n].text, "%u", number);
        n++;
      }
    }
    if (n == MAX_ROW)
      return 0;
    labels[n++] = label;
    p += part;
    part = get_separator (p, end, &is_range);
    if (p + part >= end)
      return part == 0 ? n : 0;
    p += part;
  }
  return 0;
}

/* --- Signs --------------------------------------------------------------------------------- */

static gboolean
is_at_line_start (const IbidDraftBlock *block, guint offset)
{
  while (offset > 0 && block->text[offset - 1] == ' ')
    offset--;
  return offset == 0 || block->text[offset - 1] == '\n';
}

/* "10³", "x²", "m²", "1st": what numbers that are no notes are raised behind. */
static gboolean
is_power (const IbidDraftBlock *block, guint offset)
{
  guint start = offset;

  if (offset == 0 || !g_ascii_isalnum (block->text[offset - 1]))
    return FALSE;
  if (g_ascii_isdigit (block->text[offset - 1]))
    return TRUE;
  while (start > 0 && g_ascii_isalnum (block->text[start - 1]) && offset - start < 4)
    start--;
  return offset - start < 2 || (offset - start == 2 && block->text[offset - 1] == 'm' &&
                                strchr ("ckdm", block->text[start]) != NULL);
}

/* "list[3]": code. */
static gboolean
is_index (const IbidDraftBlock *block, guint start, guint end)
{
  guint word = start;

  while (word > 0 && start - word < 24 &&
         (g_ascii_isalnum (block->text[word - 1]) || block->text[word - 1] == '_'))
    word--;
  if (start > 0 && block->text[start - 1] == '_')
    return TRUE;
  if (start - word == 1 && g_ascii_islower (block->text[word]))
    return TRUE;
  for (guint i = word; i < start; i++)
    if (block->text[i] == '_')
      return TRUE;
  return end < block->length && start > word && strchr ("(=", block->text[end]) != NULL;
}

static gboolean
is_in_code (const IbidDraftBlock *block, guint start)
{
  for (guint i = 0; block->spans != NULL && i < block->spans->len; i++) {
    const IbidDraftSpan *span = &g_array_index (block->spans, IbidDraftSpan, i);

    if (span->start > start || i > 256)
      break;
    if (span->style == IBID_SPAN_CODE && span->end > start)
      return TRUE;
  }
  return FALSE;
}

/* Whether bytes of the block are a link's or a marker's already. Asked in order of the text. */
static gboolean
is_used (Scan *self, guint start, guint end)
{
  GArray *links = self->block->links;
  GArray *markers = self->findings->markers;

  for (; links != NULL && self->next_link < links->len; self->next_link++) {
    const IbidDraftLink *link = &g_array_index (links, IbidDraftLink, self->next_link);

    if (link->end > start) {
      if (link->start < end)
        return TRUE;
      break;
    }
  }
  for (; self->next_marker < markers->len; self->next_marker++) {
    const IbidFoundMarker *marker = &g_array_index (markers, IbidFoundMarker, self->next_marker);

    if (marker->block > self->index || (marker->block == self->index && marker->end > start))
      return marker->block == self->index && marker->start < end;
  }
  return FALSE;
}

static void
add_row (
    Scan *self, guint start, guint end, const IbidNoteLabel *labels, guint n, gboolean is_doubtful)
{
  if (is_at_line_start (self->block, start) || is_used (self, start, end))
    return;
  for (guint i = 0; i < n; i++) {
    IbidNoteSign sign = {
        self->index, i == 0 ? start : end, end, IBID_DRAFT_NONE, is_doubtful, labels[i]};

    g_array_append_val (self->signs, sign);
  }
}

/* "[1, 3]" at `start`; returns its end, or 0. */
static guint
scan_bracket (Scan *self, guint start)
{
  const char *text = self->block->text;
  gsize rest = self->block->length - start - 1;
  const char *close = memchr (text + start + 1, ']', MIN (rest, MAX_ROW_BYTES));
  IbidNoteLabel labels[MAX_ROW];
  guint end;
  guint n;

  if (close == NULL)
    return 0;
  end = (guint)(close - text) + 1;
  n = parse_row (text + start + 1, end - start - 2, labels);
  if (n == 0 || (n == 1 && labels[0].bracket != IBID_NOTE_BRACKET_NONE) ||
      is_in_code (self->block, start))
    return 0;
  add_row (self,
           start,
           end,
           labels,
           n,
           is_index (self->block, start, end) || labels[0].form == IBID_NOTE_LABEL_ROMAN);
  return end;
}

/* "¹²" at `start`; returns its end, or 0. */
static guint
scan_raised_digits (Scan *self, guint start)
{
  const char *text = self->block->text + start;
  const char *end = self->block->text + self->block->length;
  IbidNoteLabel label;
  guint length;
  guint n = 0;

  while (ibid_text_superscript_digit (text + n, end, &length) >= 0)
    n += length;
  if (n == 0)
    return 0;
  if (ibid_note_label_parse (text, n, &label))
    add_row (self, start, start + n, &label, 1, is_power (self->block, start));
  return start + n;
}

/* "word.*" and "word†", of text that is not raised. */
static guint
scan_sign (Scan *self, guint start)
{
  const char *text = self->block->text;
  guint end = start;
  IbidNoteLabel label;

  if (text[start] == '*')
    while (end < self->block->length && text[end] == '*')
      end++;
  else if (self->block->length - start >= 3 &&
           (memcmp (text + start, "†", 3) == 0 || memcmp (text + start, "‡", 3) == 0))
    end += 3;
  if (end == start)
    return 0;
  if (start > 0 && strchr (" \n\t", text[start - 1]) == NULL &&
      (end == self->block->length || strchr (" \n\t.,;:)!?", text[end]) != NULL) &&
      ibid_note_label_parse (text + start, end - start, &label))
    add_row (self, start, end, &label, 1, TRUE);
  return end;
}

static void
scan_raised_span (Scan *self, const IbidDraftSpan *span)
{
  const char *text = self->block->text + span->start;
  guint length = span->end - span->start;
  IbidNoteLabel labels[MAX_ROW];
  IbidNoteBracket bracket;
  guint n = parse_row (text, length, labels);

  if (n == 0 && length > 2 && ibid_note_label_get_opening (text, text + length, &bracket) == 1)
    n = parse_row (text + 1, length - 2, labels);
  if (n > 0 && labels[0].form != IBID_NOTE_LABEL_ROMAN)
    add_row (self,
             span->start,
             span->end,
             labels,
             n,
             is_power (self->block, span->start) || labels[0].form == IBID_NOTE_LABEL_LETTER);
}

/* Whether a sign in the text, not one by its style, may begin with this byte. */
static inline gboolean
may_begin_sign (char c)
{
  return c == '[' || c == '*' || (guint8)c == 0xe2 || (guint8)c == 0xc2;
}

static void
scan_block (Scan *self)
{
  const IbidDraftBlock *block = self->block;
  guint next_span = 0;
  guint at = 0;

  while (at < block->length) {
    const IbidDraftSpan *span = NULL;
    guint next = 0;

    for (; block->spans != NULL && next_span < block->spans->len; next_span++) {
      span = &g_array_index (block->spans, IbidDraftSpan, next_span);
      if (span->style == IBID_SPAN_SUPERSCRIPT && span->start >= at)
        break;
      span = NULL;
    }
    if (span != NULL && span->start == at) {
      scan_raised_span (self, span);
      next = span->end;
    } else if (block->text[at] == '[') {
      next = scan_bracket (self, at);
    } else if (may_begin_sign (block->text[at])) {
      next = scan_raised_digits (self, at);
      if (next == 0)
        next = scan_sign (self, at);
    }
    at = MAX (next, at + 1);
    while (at < (span != NULL ? span->start : block->length) && !may_begin_sign (block->text[at]))
      at++;
  }
}

static int
compare_signs (gconstpointer a, gconstpointer b)
{
  const IbidNoteSign *one = a;
  const IbidNoteSign *other = b;

  if (one->block != other->block)
    return one->block < other->block ? -1 : 1;
  return one->start < other->start ? -1 : one->start > other->start;
}

/* Links that look like markers and lead nowhere. */
static void
add_lost (IbidNoteFindings *findings, GArray *signs)
{
  for (guint i = 0; i < findings->markers->len; i++) {
    const IbidFoundMarker *marker = &g_array_index (findings->markers, IbidFoundMarker, i);
    IbidNoteSign sign = {marker->block, marker->start, marker->end, i, FALSE, {0}};

    if (marker->note == IBID_DRAFT_NONE && marker->words == 0 &&
        ibid_note_label_parse (marker->label, strlen (marker->label), &sign.label))
      g_array_append_val (signs, sign);
  }
}

GArray *
ibid_note_signs_find (IbidNoteFindings *findings)
{
  GArray *signs = g_array_new (FALSE, FALSE, sizeof (IbidNoteSign));
  Scan scan = {.findings = findings, .signs = signs};

  for (guint i = 0; i < ibid_draft_get_n_blocks (findings->draft); i++) {
    scan.block = ibid_draft_get_block (findings->draft, i);
    scan.index = i;
    scan.next_link = 0;
    if (scan.block->level > 0 || scan.block->style != IBID_PARAGRAPH_CODE)
      scan_block (&scan);
  }
  add_lost (findings, signs);
  g_array_sort (signs, compare_signs);
  return signs;
}

/* --- Entries ------------------------------------------------------------------------------- */

static gboolean
is_raised (const IbidDraftBlock *block, guint offset, guint length)
{
  for (guint i = 0; block->spans != NULL && i < block->spans->len && i < 64; i++) {
    const IbidDraftSpan *span = &g_array_index (block->spans, IbidDraftSpan, i);

    if (span->start == offset && span->end <= offset + length &&
        span->style == IBID_SPAN_SUPERSCRIPT)
      return TRUE;
  }
  return FALSE;
}

static IbidNoteEntryLook
get_look (const IbidDraftBlock *block, guint offset, guint length, const IbidNoteLabel *label)
{
  guint behind = offset + (guint)strlen (label->text);

  if (label->is_raised || is_raised (block, offset, length))
    return IBID_NOTE_ENTRY_RAISED;
  if (label->bracket == IBID_NOTE_BRACKET_SQUARE)
    return IBID_NOTE_ENTRY_SQUARE;
  if (label->bracket == IBID_NOTE_BRACKET_ROUND)
    return IBID_NOTE_ENTRY_ROUND;
  if (behind < block->length && (block->text[behind] == '.' || block->text[behind] == ')'))
    return IBID_NOTE_ENTRY_STOP;
  return label->form == IBID_NOTE_LABEL_SIGN ? IBID_NOTE_ENTRY_RAISED : IBID_NOTE_ENTRY_STRONG;
}

static void
add_entry (IbidNoteFindings *findings, GArray *entries, guint index, guint offset)
{
  const IbidDraftBlock *block = ibid_draft_get_block (findings->draft, index);
  IbidNoteEntry entry = {.target = {index, offset, IBID_DRAFT_NONE, TRUE}};
  guint n = ibid_note_number_parse (block, offset, &entry.label);

  if (n > 0) {
    entry.look = get_look (block, offset, n, &entry.label);
  } else if (block->number > 0 && offset == 0) {
    entry.look = IBID_NOTE_ENTRY_LISTED;
    entry.label.form = IBID_NOTE_LABEL_NUMBER;
    entry.label.number = (guint)block->number;
    g_snprintf (entry.label.text, sizeof entry.label.text, "%d", block->number);
  } else if ((ibid_note_places_get_flags (findings->places, index) &
              (IBID_PLACES_OF_NOTES | IBID_PLACE_AFTER_RULE)) &&
             ibid_note_label_parse_start (
                 block->text + offset, MIN (block->length - offset, 64u), &entry.label) > 0 &&
             entry.label.form == IBID_NOTE_LABEL_NUMBER) {
    entry.look = IBID_NOTE_ENTRY_BARE;
  } else {
    return;
  }
  g_array_append_val (entries, entry);
}

GArray *
ibid_note_signs_find_entries (IbidNoteFindings *findings)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (IbidNoteEntry));

  for (guint i = 0; i < ibid_draft_get_n_blocks (findings->draft); i++) {
    const IbidDraftBlock *block = ibid_draft_get_block (findings->draft, i);

    if (findings->is_taken[i] || block->note != IBID_DRAFT_NONE || block->length == 0 ||
        (block->level == 0 && block->style == IBID_PARAGRAPH_CODE) ||
        ibid_note_places_is_heading (findings->places, i))
      continue;
    add_entry (findings, entries, i, 0);
    for (const char *p = block->text; (p = strchr (p, '\n')) != NULL; p++)
      if (p[1] != '\0')
        add_entry (findings, entries, i, (guint)(p - block->text) + 1);
  }
  return entries;
}
