/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-inline-notes.h"

#include "formats/ibid-plain-text-entry.h"

#include <string.h>

/* More lines than any note has: a bracket that is never closed takes no more. */
#define MAX_NOTE_LINES 3000u

#define ILLUSTRATION "[Illustration"

typedef struct {
  const char *word;
  gboolean needs_label; /* "[Note: …]" is somebody's remark */
} Word;

static const Word words[] = {{"[Footnote", FALSE},
                             {"[FOOTNOTE", FALSE},
                             {"[footnote", FALSE},
                             {"[Fußnote", FALSE},
                             {"[Fussnote", FALSE},
                             {"[Note de bas de page", FALSE},
                             {"[Nota al pie", FALSE},
                             {"[Voetnoot", FALSE},
                             {"[Endnote", FALSE},
                             {"[Note", TRUE},
                             {"[Anmerkung", TRUE},
                             {"[Nota", TRUE},
                             {"[Noot", TRUE}};

/* The label from `p` on to its colon, which may be missing; returns what follows it, NULL when it
 * has not the form of a label. "" for none. */
static const char *
parse_label (const char *p, const char *end, char *label)
{
  guint n = 0;

  while (p < end && *p == ' ')
    p++;
  if (p < end && *p == '[') /* "[Footnote [3]: …]" */
    p++;
  while (p < end && n < IBID_MAX_LABEL_BYTES &&
         (g_ascii_isalnum (*p) || ibid_text_entry_get_symbol (p, end) > 0 || (guint8)*p >= 0x80))
    label[n++] = *p++;
  label[n] = '\0';
  if (!g_utf8_validate (label, n, NULL))
    return NULL;
  while (p < end && strchr (".] ", *p) != NULL)
    p++;
  return p < end && *p == ':' ? p + 1 : NULL;
}

/* Whether a note begins at `p`; returns its text. */
static const char *
parse_start (const char *p, const char *end, char *label)
{
  /* Each begins with a bracket and a letter: asked at every bracket of a text. */
  if (end - p < 2 || !g_ascii_isalpha (p[1]))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    gsize length = strlen (words[i].word);
    const char *next;

    if ((gsize)(end - p) <= length || memcmp (p, words[i].word, length) != 0)
      continue;
    next = parse_label (p + length, end, label);
    if (next != NULL && (*label != '\0' || !words[i].needs_label))
      return next;
  }
  return NULL;
}

/* Whether a note or a picture begins with the line. */
static gboolean
starts_bracket (const IbidTextLine *line)
{
  char label[IBID_MAX_LABEL_BYTES + 1];

  return line->text[0] == '[' &&
         (ibid_text_line_has_prefix (line, ILLUSTRATION) ||
          parse_start (line->text, line->text + line->length, label) != NULL);
}

/* Counts brackets from `p` on; returns what follows the one that closes, NULL when none does. */
static const char *
find_close (const char *p, const char *end, guint *depth)
{
  for (; p < end; p++) {
    if (*p == '[')
      (*depth)++;
    else if (*p == ']' && --*depth == 0)
      return p + 1;
  }
  return NULL;
}

/* The line behind the brackets that open with line `i`, which must end a line and a block. Where
 * they are never closed, the block is all. `i` when text goes on behind them. */
static guint
find_bracket_end (IbidTextLines *lines, guint i, gboolean *is_closed)
{
  guint n_lines = ibid_text_lines_get_n (lines);
  guint block_end = 0;
  guint depth = 0;
  guint stop = i;

  *is_closed = FALSE;
  for (; stop < n_lines && stop < i + MAX_NOTE_LINES; stop++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, stop);
    const IbidTextLine *next = ibid_text_lines_get (lines, stop + 1);
    const char *end = line->text + line->length;
    const char *close;

    if (stop > i && (line->role != IBID_LINE_TEXT || line->is_kept ||
                     line->blank_before >= IBID_WIDE_GAP || starts_bracket (line)))
      break;
    if (stop > i && line->blank_before && block_end == 0)
      block_end = stop;
    close = find_close (line->text, end, &depth);
    if (close == NULL)
      continue;
    *is_closed = TRUE;
    return close == end && (next == NULL || next->blank_before || !lines->is_wrapped ||
                            next->role != IBID_LINE_TEXT || starts_bracket (next))
               ? stop + 1
               : i;
  }
  return block_end > 0 ? block_end : stop;
}

/* The block that begins with line `i`, if it is a note; returns the line behind it. */
static guint
take_block (IbidTextLines *lines, IbidTextNotes *notes, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (lines, i);
  char label[IBID_MAX_LABEL_BYTES + 1];
  const char *start = parse_start (line->text, line->text + line->length, label);
  g_autoptr (GString) text = NULL;
  gboolean is_closed;
  guint end;

  if (start == NULL)
    return i + 1;
  end = find_bracket_end (lines, i, &is_closed);
  if (end == i)
    return i + 1;
  if (is_closed)
    ibid_text_lines_get (lines, end - 1)->length--;
  text = g_string_new (NULL);
  ibid_text_notes_append_lines (lines, i, end, (guint)(start - line->text), text);
  for (guint j = i; j < end; j++)
    ibid_text_lines_get (lines, j)->role = IBID_LINE_NOTES;
  ibid_text_notes_add (notes, *label != '\0' ? label : NULL, text->str, i)->is_footnote = TRUE;
  notes->is_sure = TRUE;
  return end;
}

void
ibid_text_inline_notes_take (IbidTextLines *lines, IbidTextNotes *notes)
{
  for (guint i = 0; i < ibid_text_lines_get_n (lines);) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);

    if (line->role == IBID_LINE_TEXT && !line->is_kept && line->text[0] == '[')
      i = take_block (lines, notes, i);
    else
      i++;
  }
}

/* Where the marker begins that stands right before `end`, "[3]" for the label; blanks before either
 * go, too. */
static char *
skip_marker_back (char *start, char *end, const char *label)
{
  gsize length = strlen (label) + 2;

  while (end > start && end[-1] == ' ')
    end--;
  if (*label != '\0' && (gsize)(end - start) >= length && end[-1] == ']' &&
      end[-(gssize)length] == '[' && memcmp (end - length + 1, label, length - 2) == 0)
    end -= length;
  while (end > start && end[-1] == ' ')
    end--;
  return end;
}

/* What follows the bracket that closes the one at `p`; NULL when another note begins before. */
static const char *
find_note_end (const char *p, const char *end)
{
  char label[IBID_MAX_LABEL_BYTES + 1];
  guint depth = 0;

  for (const char *c = p; c < end; c++) {
    if (*c == '[') {
      if (c > p && parse_start (c, end, label) != NULL)
        return NULL;
      depth++;
    } else if (*c == ']' && --depth == 0) {
      return c + 1;
    }
  }
  return NULL;
}

/* The text only shrinks, so it is moved together in place: `in` is read, `out` is written. */
GArray *
ibid_text_inline_notes_cut (IbidTextNotes *notes, guint line, char *text, gsize *length)
{
  GArray *places = NULL;
  const char *end = text + *length;
  const char *in = text;
  char *out = text;

  for (const char *p = text; (p = memchr (p, '[', end - p)) != NULL;) {
    char label[IBID_MAX_LABEL_BYTES + 1];
    const char *start = parse_start (p, end, label);
    const char *close = start != NULL ? find_note_end (p, end) : NULL;
    g_autofree char *note = NULL;
    IbidTextPlace place;

    if (close == NULL) {
      p++;
      continue;
    }
    note = g_strstrip (g_strndup (start, close - 1 - start));
    memmove (out, in, p - in);
    out = skip_marker_back (text, out + (p - in), label);
    place.at = (guint)(out - text);
    place.entry = notes->entries->len;
    ibid_text_notes_add (notes, *label != '\0' ? label : NULL, note, line)->is_footnote = TRUE;
    notes->is_sure = TRUE;
    if (places == NULL)
      places = g_array_new (FALSE, FALSE, sizeof (IbidTextPlace));
    g_array_append_val (places, place);
    in = p = close;
  }
  if (places != NULL) {
    memmove (out, in, end - in);
    *length = out + (end - in) - text;
    text[*length] = '\0';
  }
  return places;
}

guint
ibid_text_inline_notes_find_caption_end (IbidTextLines *lines, guint i)
{
  gboolean is_closed;
  const IbidTextLine *line = ibid_text_lines_get (lines, i);
  guint end;

  if (!ibid_text_line_has_prefix (line, ILLUSTRATION) || line->is_kept)
    return i;
  end = find_bracket_end (lines, i, &is_closed);
  return is_closed ? end : i;
}

char *
ibid_text_inline_notes_dup_caption (IbidTextLines *lines, guint start, guint end)
{
  const IbidTextLine *line = ibid_text_lines_get (lines, start);
  GString *text = g_string_new (NULL);
  guint offset = (guint)strlen (ILLUSTRATION);

  ibid_text_lines_get (lines, end - 1)->length--; /* the bracket; the line is left out with it */
  while (offset < line->length && strchr (":. ", line->text[offset]) != NULL)
    offset++;
  ibid_text_notes_append_lines (lines, start, end, offset, text);
  ibid_text_lines_get (lines, end - 1)->length++;
  return g_string_free (text, FALSE);
}
