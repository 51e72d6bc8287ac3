/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-note-number.h"

#include <string.h>

#define MAX_NUMBER_BYTES 64u

/* A link back is an arrow, a word or two, a number. */
#define MAX_BACK_BYTES 40u

/* "↩", not "^", which may be text. */
#define FIRST_ARROW 0x2190

/* The first link of a block that ends behind `offset`, or has no text there. */
static guint
find_link (const IbidDraftBlock *block, guint offset)
{
  guint low = 0;
  guint high = block->links != NULL ? block->links->len : 0;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    const IbidDraftLink *link = &g_array_index (block->links, IbidDraftLink, middle);

    if (link->start >= offset || link->end > offset)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

/* Whether a link of the note leads back to one of its markers. */
static gboolean
leads_back (IbidNoteFindings *findings,
            guint note,
            const IbidDraftBlock *block,
            const IbidDraftLink *link)
{
  const char *text = block->text + link->start;
  gsize length = link->end - link->start;
  const IbidDraftAnchor *anchor;
  IbidNoteLabel label;

  if (link->kind == IBID_DRAFT_LINK_BACK)
    return TRUE;
  if (link->kind == IBID_DRAFT_LINK_CITATION || length > MAX_BACK_BYTES)
    return FALSE;
  anchor = ibid_draft_find_anchor (findings->draft, link->target);
  if (anchor == NULL)
    return ibid_note_label_leads_back (text, length);
  return ibid_note_findings_is_marked_in (findings, note, anchor->block) &&
         (ibid_note_label_leads_back (text, length) ||
          (link->kind == IBID_DRAFT_LINK_PLAIN && ibid_note_label_parse (text, length, &label)));
}

/* --- The number ---------------------------------------------------------------------------- */

/* Whether a style sets exactly the bytes `start` to `end` apart. */
static gboolean
is_set_apart (const IbidDraftBlock *block, guint start, guint end)
{
  guint low = 0;
  guint high = block->spans != NULL ? block->spans->len : 0;

  while (low < high) { /* the first span that begins at `start` or behind */
    guint middle = low + (high - low) / 2;

    if (g_array_index (block->spans, IbidDraftSpan, middle).start < start)
      low = middle + 1;
    else
      high = middle;
  }
  for (guint n = 0; block->spans != NULL && low < block->spans->len && n < 8; low++, n++) {
    const IbidDraftSpan *span = &g_array_index (block->spans, IbidDraftSpan, low);

    if (span->start != start)
      break;
    if (span->end <= end + 1 &&
        (span->style == IBID_SPAN_SUPERSCRIPT || span->style == IBID_SPAN_STRONG))
      return TRUE;
  }
  return FALSE;
}

static guint
count_blanks (const IbidDraftBlock *block, guint offset)
{
  guint n = 0;

  while (offset + n < block->length && strchr (" \t\n", block->text[offset + n]) != NULL)
    n++;
  return n;
}

/* The label alone, where a style parts it from the text and no blank does: "<sup>1</sup>See". */
static guint
parse_set_apart (const IbidDraftBlock *block, guint offset, IbidNoteLabel *label)
{
  guint n = 0;

  while (offset + n < block->length && n <= 3 && g_ascii_isdigit (block->text[offset + n]))
    n++;
  if (n == 0 || !is_set_apart (block, offset, offset + n) ||
      !ibid_note_label_parse (block->text + offset, n, label))
    return 0;
  return n + count_blanks (block, offset + n);
}

static gboolean
ends_in_stop (const IbidDraftBlock *block, guint offset, guint length)
{
  while (length > 0 && strchr (" \t\n", block->text[offset + length - 1]) != NULL)
    length--;
  return length > 1 && strchr (".:)", block->text[offset + length - 1]) != NULL;
}

guint
ibid_note_number_parse (const IbidDraftBlock *block, guint offset, IbidNoteLabel *label)
{
  guint start = offset + count_blanks (block, offset);
  guint length = MIN (block->length - start, MAX_NUMBER_BYTES);
  guint n = ibid_note_label_parse_start (block->text + start, length, label);
  guint core;

  if (n == 0)
    n = parse_set_apart (block, start, label);
  if (n == 0)
    return 0;
  core = (guint)strlen (label->text);
  if (label->bracket != IBID_NOTE_BRACKET_NONE || label->is_raised ||
      label->form == IBID_NOTE_LABEL_SIGN || is_set_apart (block, start, start + core) ||
      (label->form == IBID_NOTE_LABEL_NUMBER && ends_in_stop (block, start, n)))
    return start + n - offset;
  return 0;
}

/* A bare label that is not the marker's: of a list's item, or a short word that is set apart. */
static gboolean
is_other_word (const IbidDraftBlock *block, const IbidNoteLabel *label, const char *expected)
{
  if (label->bracket != IBID_NOTE_BRACKET_NONE || g_strcmp0 (label->text, expected) == 0)
    return FALSE;
  if (label->form == IBID_NOTE_LABEL_NUMBER)
    return block->number > 0;
  return label->form != IBID_NOTE_LABEL_SIGN && expected != NULL;
}

/* As ibid_note_number_parse(), with what the marker says. */
static guint
parse_number (const IbidDraftBlock *block, guint offset, const char *expected, IbidNoteLabel *label)
{
  guint n = ibid_note_number_parse (block, offset, label);
  guint length = MIN (block->length - offset, MAX_NUMBER_BYTES);

  if (n > 0 && !is_other_word (block, label, expected))
    return n;
  if (block->number > 0)
    return 0;
  n = ibid_note_label_parse_start (block->text + offset, length, label);
  return n > 0 && g_strcmp0 (label->text, expected) == 0 ? n : 0;
}

/* "Jump up to: " ahead of a note in encyclopedias, for those who listen. */
static guint
skip_spoken (const IbidDraftBlock *block, guint offset)
{
  static const char *const spoken[] = {"Jump up to:", "Jump up ^", "Jump up"};

  for (guint i = 0; i < G_N_ELEMENTS (spoken); i++)
    if (block->length - offset >= strlen (spoken[i]) &&
        memcmp (block->text + offset, spoken[i], strlen (spoken[i])) == 0)
      return (guint)strlen (spoken[i]);
  return 0;
}

/* Bytes of a link back at `offset`, with brackets around it; its label, if it has one, is taken. */
static guint
skip_link (
    IbidNoteFindings *findings, guint note, const IbidDraftBlock *block, guint offset, char **label)
{
  const char *expected = ibid_note_findings_get_note (findings, note)->label;
  guint index = find_link (block, offset);
  const char *end = block->text + block->length;
  const IbidDraftLink *link;
  IbidNoteBracket bracket;
  IbidNoteLabel parsed;
  guint opening;
  guint stop;

  if (block->links == NULL || index >= block->links->len)
    return 0;
  link = &g_array_index (block->links, IbidDraftLink, index);
  opening = ibid_note_label_get_opening (block->text + offset, end, &bracket);
  if (link->start != offset && link->start != offset + opening)
    return 0;
  if (!leads_back (findings, note, block, link))
    return 0;
  stop = link->end;
  if (link->start > offset)
    stop += ibid_note_label_get_closing (block->text + stop, end, &bracket);
  if (*label == NULL &&
      ibid_note_label_parse (block->text + link->start, link->end - link->start, &parsed) &&
      (parsed.form == IBID_NOTE_LABEL_NUMBER || parsed.form == IBID_NOTE_LABEL_SIGN ||
       expected == NULL ||
       strcmp (parsed.text, expected) == 0)) /* not "^ a b" of an encyclopedia */
    *label = g_strdup (parsed.text);
  if (stop < block->length && strchr (".:)", block->text[stop]) != NULL)
    stop++;
  return stop - offset;
}

static guint
skip_arrow (const IbidDraftBlock *block, guint offset)
{
  guint n = ibid_note_label_get_arrow (block->text + offset, block->text + block->length);

  /* "^ " and "↑", not the beginning of a word in guillemets. */
  if (n == 0 || (g_utf8_get_char (block->text + offset) < FIRST_ARROW &&
                 !(block->text[offset] == '^' && offset + 1 < block->length &&
                   block->text[offset + 1] == ' ')))
    return 0;
  return n;
}

/* Where the text begins behind number, arrows and links back from `offset` on. */
static guint
find_text (IbidNoteFindings *findings,
           guint index,
           const IbidDraftBlock *block,
           guint offset,
           guint end,
           char **own)
{
  const IbidFoundNote *note = ibid_note_findings_get_note (findings, index);
  gboolean has_number = *own != NULL;
  guint at = offset;

  for (;;) {
    IbidNoteLabel label;
    guint n;

    at += count_blanks (block, at);
    if (at >= end)
      break;
    n = skip_link (findings, index, block, at, own);
    has_number = has_number || *own != NULL;
    if (n == 0)
      n = skip_arrow (block, at);
    if (n == 0)
      n = skip_spoken (block, at);
    if (n == 0 && !has_number && (n = parse_number (block, at, note->label, &label)) > 0) {
      has_number = TRUE;
      *own = g_strdup (label.text);
    }
    if (n == 0)
      break;
    at += n;
  }
  return MIN (at, end);
}

/* --- Links back ---------------------------------------------------------------------------- */

static void
add_cut (IbidNoteFindings *findings, guint block, guint start, guint end)
{
  const IbidNotePiece cut = {block, start, end};

  if (end > start)
    g_array_append_val (findings->cuts, cut);
}

/* Brackets around a link go with it. */
static void
cut_link (IbidNoteFindings *findings, guint index, const IbidDraftLink *link, guint *last_end)
{
  const IbidDraftBlock *block = ibid_draft_get_block (findings->draft, index);
  guint start = link->start;
  guint end = link->end;

  if (start > 0 && end < block->length &&
      ((block->text[start - 1] == '[' && block->text[end] == ']') ||
       (block->text[start - 1] == '(' && block->text[end] == ')'))) {
    start--;
    end++;
  }
  if (*last_end > 0 && start >= *last_end && start - *last_end <= 3 &&
      strspn (block->text + *last_end, " ,;|") >= start - *last_end)
    start = *last_end;
  add_cut (findings, index, start, end);
  *last_end = end;
}

/* Arrows at the end, whoever set them; `cut_end`: of the last link that was cut. */
static void
cut_arrows (IbidNoteFindings *findings, const IbidNotePiece *piece, guint cut_start, guint cut_end)
{
  const IbidDraftBlock *block = ibid_draft_get_block (findings->draft, piece->block);
  guint at = piece->end;
  guint end = piece->end;

  while (at > piece->start) {
    const char *before = g_utf8_find_prev_char (block->text + piece->start, block->text + at);

    if (at == cut_end && cut_end > cut_start) {
      end = at = cut_start;
    } else if (strchr (" \n\t", block->text[at - 1]) != NULL) {
      at--;
    } else if (before != NULL && g_utf8_get_char (before) >= FIRST_ARROW &&
               ibid_note_label_get_arrow (before, block->text + at) > 0) {
      at = (guint)(before - block->text);
      add_cut (findings, piece->block, at, end);
      end = at;
    } else {
      break;
    }
  }
}

static void
cut_links (IbidNoteFindings *findings, guint note, const IbidNotePiece *piece, guint from)
{
  const IbidDraftBlock *block = ibid_draft_get_block (findings->draft, piece->block);
  guint last_start = 0;
  guint last_end = 0;

  for (guint i = find_link (block, from); block->links != NULL && i < block->links->len; i++) {
    const IbidDraftLink *link = &g_array_index (block->links, IbidDraftLink, i);

    if (link->start >= piece->end)
      break;
    if (link->start < from || !leads_back (findings, note, block, link))
      continue;
    if (last_end == 0 || link->start > last_end + 3)
      last_start = link->start;
    cut_link (findings, piece->block, link, &last_end);
  }
  cut_arrows (findings, piece, last_start, last_end);
}

/* "[Footnote 3: …]" */
static void
cut_frame (IbidNoteFindings *findings, const IbidNotePiece *first, const IbidNotePiece *last)
{
  const IbidDraftBlock *block = ibid_draft_get_block (findings->draft, first->block);
  const IbidDraftBlock *end = ibid_draft_get_block (findings->draft, last->block);
  IbidNoteLabel label;

  if (block->text[first->start] == '[' && last->end > 0 && end->text[last->end - 1] == ']' &&
      ibid_note_label_parse_start (block->text + first->start + 1,
                                   MIN (block->length - first->start - 1, MAX_NUMBER_BYTES),
                                   &label) > 0 &&
      label.bracket == IBID_NOTE_BRACKET_NONE && g_ascii_isalpha (label.text[0]))
    add_cut (findings, last->block, last->end - 1, last->end);
}

/* Its own number, else what its markers say, else what the list counts. */
static void
set_label (IbidNoteFindings *findings, guint index, const char *own)
{
  IbidFoundNote *note = ibid_note_findings_get_note (findings, index);
  const IbidDraftBlock *block = ibid_draft_get_block (findings->draft, note->target.block);

  if (own != NULL) {
    g_free (note->label);
    note->label = g_strdup (own);
  } else if (note->label == NULL && block->number > 0 && note->target.offset == 0) {
    note->label = g_strdup_printf ("%d", block->number);
  }
}

void
ibid_note_number_take (IbidNoteFindings *findings, guint index)
{
  GArray *pieces = ibid_note_findings_get_note (findings, index)->pieces;
  g_autofree char *own = NULL;

  if (pieces->len == 0)
    return;
  cut_frame (findings,
             &g_array_index (pieces, IbidNotePiece, 0),
             &g_array_index (pieces, IbidNotePiece, pieces->len - 1));
  for (guint i = 0; i < pieces->len; i++) {
    const IbidNotePiece *piece = &g_array_index (pieces, IbidNotePiece, i);
    const IbidDraftBlock *block = ibid_draft_get_block (findings->draft, piece->block);
    guint from = piece->start;

    /* The number may have a paragraph of its own, and its arrow the next. */
    if (i == 0 || own != NULL)
      from = i < 2 ? find_text (findings, index, block, from, piece->end, &own) : from;
    add_cut (findings, piece->block, piece->start, from);
    cut_links (findings, index, piece, from);
  }
  set_label (findings, index, own);
}
