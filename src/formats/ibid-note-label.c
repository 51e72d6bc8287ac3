/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-note-label.h"

#include "formats/ibid-plain-text-entry.h"

#include <string.h>

#define MAX_DIGITS 3u
#define MAX_ROMAN 7u
#define MAX_SIGNS 4u
#define MAX_PREFIX_BYTES 24u
#define MAX_BACK_BYTES 40u

static const char *const signs[] = {
    "*", "†", "‡", "§", "¶", "‖", "#", "⁂", "※", "∗", "＊", "⁎", "+", "°"};
static const char *const prefixes[] = {"footnote",
                                       "endnote",
                                       "note",
                                       "notes",
                                       "fn",
                                       "n",
                                       "nb",
                                       "anm",
                                       "anmerkung",
                                       "fußnote",
                                       "nota",
                                       "ref",
                                       "注",
                                       "註",
                                       "примечание",
                                       "прим"};
static const char *const arrows[] = {"↩",
                                     "↑",
                                     "↵",
                                     "⤴",
                                     "⏎",
                                     "⮌",
                                     "←",
                                     "⇑",
                                     "⬆",
                                     "▲",
                                     "△",
                                     "⇧",
                                     "↥",
                                     "⇡",
                                     "⇦",
                                     "⬅",
                                     "↲",
                                     "⤶",
                                     "🔙",
                                     "🡅",
                                     "🡑",
                                     "\xef\xb8\x8e",
                                     "\xef\xb8\x8f",
                                     "^",
                                     "«",
                                     "‹"};
static const char *const back_words[] = {
    "back",      "return",   "jump up", "jump back",    "go back", "up",      "top",
    "retour",    "zurück",   "volver",  "voltar",       "torna",   "terug",   "hoch",
    "nach oben", "remonter", "назад",   "back to text", "vissza",  "tillbaka"};

/* Bytes of the one of `words` that `p` begins with, the longest; 0 when there is none. */
static guint
match (const char *p, const char *end, const char *const *words, guint n)
{
  guint longest = 0;

  for (guint i = 0; i < n; i++) {
    guint length = (guint)strlen (words[i]);

    if (length > longest && length <= (gsize)(end - p) && memcmp (p, words[i], length) == 0)
      longest = length;
  }
  return longest;
}

static const char *
skip_blanks (const char *p, const char *end)
{
  while (p < end && (*p == ' ' || *p == '\t' || *p == '\n'))
    p++;
  return p;
}

/* --- Brackets and arrows ------------------------------------------------------------------- */

static guint
get_bracket (const char *p,
             const char *end,
             const char *const *square,
             const char *const *round,
             guint n_square,
             guint n_round,
             IbidNoteBracket *bracket)
{
  guint length = match (p, end, square, n_square);

  *bracket = length > 0 ? IBID_NOTE_BRACKET_SQUARE : IBID_NOTE_BRACKET_ROUND;
  if (length == 0)
    length = match (p, end, round, n_round);
  if (length == 0)
    *bracket = IBID_NOTE_BRACKET_NONE;
  return length;
}

guint
ibid_note_label_get_opening (const char *p, const char *end, IbidNoteBracket *bracket)
{
  static const char *const square[] = {"[", "［", "〔", "【", "⁅"};
  static const char *const round[] = {"(", "（", "⁽"};

  return get_bracket (p, end, square, round, G_N_ELEMENTS (square), G_N_ELEMENTS (round), bracket);
}

guint
ibid_note_label_get_closing (const char *p, const char *end, IbidNoteBracket *bracket)
{
  static const char *const square[] = {"]", "］", "〕", "】", "⁆"};
  static const char *const round[] = {")", "）", "⁾"};

  return get_bracket (p, end, square, round, G_N_ELEMENTS (square), G_N_ELEMENTS (round), bracket);
}

guint
ibid_note_label_get_arrow (const char *p, const char *end)
{
  return match (p, end, arrows, G_N_ELEMENTS (arrows));
}

gboolean
ibid_note_label_leads_back (const char *text, gsize length)
{
  const char *end = text + length;
  const char *p = text;
  g_autofree char *lower = NULL;

  if (length > MAX_BACK_BYTES)
    return FALSE;
  while (p < end) {
    IbidNoteBracket bracket;
    guint step = ibid_note_label_get_arrow (p, end);

    if (step == 0)
      step = ibid_note_label_get_opening (p, end, &bracket);
    if (step == 0)
      step = ibid_note_label_get_closing (p, end, &bracket);
    if (step == 0 && *p != ' ')
      break;
    p += MAX (step, 1);
  }
  if (p == end)
    return TRUE;
  lower = g_utf8_strdown (p, end - p);
  for (guint i = 0; i < G_N_ELEMENTS (back_words); i++) {
    gsize n = strlen (back_words[i]);

    if (strncmp (lower, back_words[i], n) == 0 && !g_unichar_isalpha (g_utf8_get_char (lower + n)))
      return TRUE;
  }
  return FALSE;
}

/* --- The label itself ---------------------------------------------------------------------- */

static guint
parse_digits (const char *p, const char *end, IbidNoteLabel *label)
{
  guint n = 0;

  for (label->number = 0; p + n < end && g_ascii_isdigit (p[n]); n++)
    if (n < MAX_DIGITS)
      label->number = label->number * 10 + (guint)(p[n] - '0');
  if (n == 0 || n > MAX_DIGITS || label->number == 0)
    return 0;
  label->form = IBID_NOTE_LABEL_NUMBER;
  if (p + n < end && (g_ascii_islower (p[n]) || p[n] == '*') &&
      (p + n + 1 == end || !g_ascii_isalnum (p[n + 1])))
    n++; /* "12a" */
  return n;
}

static guint
parse_raised_digits (const char *p, const char *end, IbidNoteLabel *label)
{
  guint taken = 0;
  guint n_digits = 0;
  guint length;
  int digit;

  label->number = 0;
  while ((digit = ibid_text_superscript_digit (p + taken, end, &length)) >= 0) {
    label->number = label->number * 10 + (guint)digit;
    taken += length;
    if (++n_digits > MAX_DIGITS)
      return 0;
  }
  label->form = IBID_NOTE_LABEL_NUMBER;
  label->is_raised = TRUE;
  return label->number > 0 ? taken : 0;
}

/* ① to ⑳ */
static guint
parse_circled (const char *p, const char *end, IbidNoteLabel *label)
{
  const guint8 *c = (const guint8 *)p;

  if (end - p < 3 || c[0] != 0xe2 || c[1] != 0x91 || c[2] < 0xa0 || c[2] > 0xb3)
    return 0;
  label->form = IBID_NOTE_LABEL_NUMBER;
  label->number = c[2] - 0xa0u + 1;
  label->is_raised = TRUE;
  return 3;
}

static guint
get_roman_value (char c)
{
  switch (g_ascii_tolower (c)) {
  case 'i':
    return 1;
  case 'v':
    return 5;
  case 'x':
    return 10;
  case 'l':
    return 50;
  default:
    return 0;
  }
}

static guint
parse_letters (const char *p, const char *end, IbidNoteLabel *label)
{
  guint n = 0;
  gboolean is_roman = TRUE;

  while (p + n < end && g_ascii_isalpha (p[n]) && n <= MAX_ROMAN) {
    is_roman = is_roman && get_roman_value (p[n]) > 0 &&
               g_ascii_isupper (p[n]) == g_ascii_isupper (p[0]);
    n++;
  }
  if (n == 0 || n > MAX_ROMAN || (n > 2 && !is_roman) || (p + n < end && (guint8)p[n] >= 0x80))
    return 0;
  label->form = is_roman ? IBID_NOTE_LABEL_ROMAN : IBID_NOTE_LABEL_LETTER;
  label->number = 0;
  for (guint i = 0; is_roman && i < n; i++) {
    guint value = get_roman_value (p[i]);

    if (i + 1 < n && value < get_roman_value (p[i + 1]))
      label->number -= value; /* wraps, and back with the next letter */
    else
      label->number += value;
  }
  for (guint i = 0; !is_roman && i < n; i++)
    label->number = label->number * 26 + (guint)(g_ascii_tolower (p[i]) - 'a') + 1;
  return n;
}

static guint
parse_signs (const char *p, const char *end, IbidNoteLabel *label)
{
  guint taken = 0;
  guint length;

  for (guint n = 0; (length = match (p + taken, end, signs, G_N_ELEMENTS (signs))) > 0; n++) {
    if (n == MAX_SIGNS)
      return 0;
    taken += length;
  }
  label->form = IBID_NOTE_LABEL_SIGN;
  label->number = 0;
  return taken;
}

static gboolean
is_name (const char *word, gsize length)
{
  g_autofree char *lower = g_utf8_strdown (word, (gssize)length);

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (strcmp (lower, prefixes[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
ibid_note_label_ends_in_name (const char *text, gsize length)
{
  const char *end = text + length;
  const char *start;

  while (end > text && (end[-1] == ' ' || end[-1] == '.'))
    end--;
  start = end;
  while (start > text && end - start <= (int)MAX_PREFIX_BYTES &&
         ((guint8)start[-1] >= 0x80 || g_ascii_isalpha (start[-1])))
    start--;
  return end > start && end < text + length && end - start <= (int)MAX_PREFIX_BYTES &&
         is_name (start, (gsize)(end - start));
}

/* "Note " of "Note 3", "注" of "注1", "nb " of "[nb 2]": bytes up to the number. */
static guint
skip_prefix (const char *p, const char *end, gboolean is_bracketed)
{
  guint n = 0;

  while (p + n < end && n <= MAX_PREFIX_BYTES && ((guint8)p[n] >= 0x80 || g_ascii_isalpha (p[n])))
    n++;
  if (n == 0 || n > MAX_PREFIX_BYTES || p + n == end)
    return 0;
  if (!is_name (p, n) && !(is_bracketed && p + n < end && p[n] == ' '))
    return 0;
  if (p + n < end && p[n] == '.')
    n++;
  if (p + n < end && p[n] == ' ')
    n++;
  return p + n < end && g_ascii_isdigit (p[n]) ? n : 0;
}

/* Bytes of the label at `p`, brackets aside. */
static guint
parse_core (const char *p, const char *end, IbidNoteLabel *label, guint *prefix)
{
  static guint (*const parsers[]) (const char *, const char *, IbidNoteLabel *) = {
      parse_digits, parse_raised_digits, parse_circled, parse_signs, parse_letters};
  guint n = 0;

  *prefix = skip_prefix (p, end, label->bracket == IBID_NOTE_BRACKET_SQUARE);
  if (*prefix > 0)
    n = parse_digits (p + *prefix, end, label);
  for (guint i = 0; i < G_N_ELEMENTS (parsers) && *prefix == 0 && n == 0; i++) {
    label->is_raised = FALSE;
    n = parsers[i](p, end, label);
  }
  if (n == 0 || *prefix + n > IBID_MAX_NOTE_LABEL_BYTES)
    return 0;
  label->is_named = *prefix > 0;
  if (label->is_raised) {
    g_snprintf (label->text, sizeof label->text, "%u", label->number);
  } else {
    memcpy (label->text, p, *prefix + n);
    label->text[*prefix + n] = '\0';
  }
  return *prefix + n;
}

/* Brackets and label from `p` on; NULL when there is none. */
static const char *
parse_bracketed (const char *p, const char *end, IbidNoteLabel *label, guint *prefix)
{
  IbidNoteBracket closing;
  guint n;

  memset (label, 0, sizeof *label);
  p += ibid_note_label_get_opening (p, end, &label->bracket);
  if (p < end && *p == '^' && label->bracket == IBID_NOTE_BRACKET_SQUARE)
    p++;
  p = skip_blanks (p, end);
  n = parse_core (p, end, label, prefix);
  if (n == 0)
    return NULL;
  p = skip_blanks (p + n, end);
  if (label->bracket == IBID_NOTE_BRACKET_NONE)
    return p;
  n = ibid_note_label_get_closing (p, end, &closing);
  return n > 0 && closing == label->bracket ? p + n : NULL;
}

gboolean
ibid_note_label_parse (const char *text, gsize length, IbidNoteLabel *label)
{
  const char *end = text + length;
  const char *p = skip_blanks (text, end);
  guint prefix;

  if (p < end && *p == '^' && p + 1 < end)
    p++;
  p = parse_bracketed (p, end, label, &prefix);
  if (p == NULL)
    return FALSE;
  if (p < end && (*p == '.' || *p == ':' || *p == ')'))
    p++;
  return skip_blanks (p, end) == end;
}

guint
ibid_note_label_parse_start (const char *text, gsize length, IbidNoteLabel *label)
{
  const char *end = text + length;
  const char *start = skip_blanks (text, end);
  guint prefix;
  const char *p = parse_bracketed (start, end, label, &prefix);

  /* "[Footnote 3: …]": the caller sees to the last bracket. */
  if (p == NULL && start < end && *start == '[') {
    p = parse_bracketed (start + 1, end, label, &prefix);
    if (p == NULL || prefix == 0 || p == end || *p != ':')
      return 0;
  }
  if (p == NULL)
    return 0;
  if (label->bracket == IBID_NOTE_BRACKET_NONE && p < end && p[-1] != ' ' && p[-1] != '\t' &&
      strchr (".:)]", *p) == NULL && !label->is_raised && label->form != IBID_NOTE_LABEL_SIGN)
    return 0;
  while (p < end && strchr (".:)", *p) != NULL)
    p++;
  return (guint)(skip_blanks (p, end) - text);
}
