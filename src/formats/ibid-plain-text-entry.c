/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-entry.h"

#include <stdlib.h>
#include <string.h>

#define MAX_DIGITS 5u

int
ibid_text_superscript_digit (const char *p, const char *end, guint *length)
{
  const guint8 *c = (const guint8 *)p;

  *length = 2;
  if (end - p >= 2 && c[0] == 0xc2 && (c[1] == 0xb9 || c[1] == 0xb2 || c[1] == 0xb3))
    return c[1] == 0xb9 ? 1 : c[1] - 0xb0;
  *length = 3;
  if (end - p >= 3 && c[0] == 0xe2 && c[1] == 0x81 &&
      (c[2] == 0xb0 || (c[2] >= 0xb4 && c[2] <= 0xb9)))
    return c[2] - 0xb0;
  return -1;
}

guint
ibid_text_entry_get_symbol (const char *p, const char *end)
{
  static const char *const symbols[] = {"*", "†", "‡", "§", "‖", "¶"};

  /* With none of their first bytes it is none: asked at every byte of a text. */
  if (p == end || (*p != '*' && (guint8)*p != 0xe2 && (guint8)*p != 0xc2))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if ((gsize)(end - p) >= strlen (symbols[i]) && memcmp (p, symbols[i], strlen (symbols[i])) == 0)
      return (guint)strlen (symbols[i]);
  return 0;
}

static guint
count_digits (const char *p, const char *end)
{
  guint n = 0;

  while (p + n < end && g_ascii_isdigit (p[n]))
    n++;
  return n;
}

static void
set_label (IbidEntryStart *start, const char *label, guint length)
{
  memcpy (start->label, label, length);
  start->label[length] = '\0';
  start->number = strspn (start->label, "0123456789") == length
                      ? (guint)strtoul (start->label, NULL, 10)
                      : 0;
}

/* "[12]", "[^12]:", "[Knu84]", "[*]" */
static const char *
parse_bracket (const char *p, const char *end, IbidEntryStart *start)
{
  const char *label = p + 1;
  const char *close;

  if (label < end && *label == '^')
    label++;
  close = memchr (label, ']', MIN ((gsize)(end - label), IBID_MAX_LABEL_BYTES + 1));
  if (close == NULL || close == label)
    return NULL;
  for (const char *c = label; c < close; c++)
    if (!g_ascii_isalnum (*c) && (guint8)*c < 0x80 && strchr ("*+-", *c) == NULL)
      return NULL;
  set_label (start, label, (guint)(close - label));
  start->form = IBID_ENTRY_BRACKET;
  p = close + 1;
  if (p < end && (*p == ':' || *p == '.'))
    p++;
  return p;
}

static const char *
parse_superscript (const char *p, const char *end, IbidEntryStart *start)
{
  char digits[MAX_DIGITS + 1];
  guint n = 0;
  guint length;
  int digit;

  while (n < MAX_DIGITS && (digit = ibid_text_superscript_digit (p, end, &length)) >= 0) {
    digits[n++] = (char)('0' + digit);
    p += length;
  }
  if (n == 0)
    return NULL;
  set_label (start, digits, n);
  start->form = IBID_ENTRY_SUPERSCRIPT;
  return p;
}

/* "12.", "12)", "12", each with a blank or nothing behind it */
static const char *
parse_number (const char *p, const char *end, IbidEntryStart *start)
{
  guint n_digits = count_digits (p, end);

  if (n_digits == 0 || n_digits > MAX_DIGITS)
    return NULL;
  set_label (start, p, n_digits);
  p += n_digits;
  start->form = IBID_ENTRY_BARE;
  if (p < end && (*p == '.' || *p == ')')) {
    start->form = *p == '.' ? IBID_ENTRY_DOT : IBID_ENTRY_PARENTHESIS;
    p++;
  }
  if (start->is_round && end - p >= 2 && memcmp (p, "--", 2) == 0)
    return p;
  return p == end || *p == ' ' || *p == '\t' ? p : NULL;
}

static gboolean
is_back_link (const char *p, const char *end)
{
  return (*p == '^' && p + 1 < end && p[1] == ' ') ||
         (end - p >= 3 && memcmp (p, "\xe2\x86\x91", 3) == 0);
}

/* "^1", "^[1]" and "^" or "↑" alone, which once was a link back */
static const char *
parse_caret (const char *p, const char *end, IbidEntryStart *start)
{
  guint n_digits = count_digits (p + 1, end);

  if (p + 1 < end && p[1] == '[')
    return parse_bracket (p + 1, end, start);
  if (n_digits > MAX_DIGITS)
    return NULL;
  if (n_digits > 0) {
    set_label (start, p + 1, n_digits);
    start->form = IBID_ENTRY_CARET;
    return p + 1 + n_digits;
  }
  start->form = IBID_ENTRY_HAT;
  return is_back_link (p, end) ? p : NULL;
}

/* Blanks, and the "^ a b" that encyclopedias have between number and note. */
static const char *
skip_back_links (const char *p, const char *end)
{
  while (p < end && (*p == ' ' || *p == '\t'))
    p++;
  if (p >= end || !is_back_link (p, end))
    return p;
  p += *p == '^' ? 1 : 3;
  if (end - p > 13 && memcmp (p, " Jump up to: ", 13) == 0)
    p += 12;
  while (p < end && *p == ' ') {
    p++;
    if (p + 1 < end && g_ascii_islower (*p) && p[1] == ' ')
      p++;
    else if (p < end && *p != ' ')
      break;
  }
  return p;
}

/* Number, brackets and all, from `p` on; what follows it, NULL when there is none. */
static const char *
parse_label (const char *p, const char *end, IbidEntryStart *start)
{
  switch (*p) {
  case '[':
    return parse_bracket (p, end, start);
  case '^':
    return parse_caret (p, end, start);
  case '(':
    start->is_round = TRUE;
    p = parse_number (p + 1, end, start);
    return p != NULL && start->form == IBID_ENTRY_PARENTHESIS ? p : NULL;
  default:
    return g_ascii_isdigit (*p) ? parse_number (p, end, start) : parse_superscript (p, end, start);
  }
}

gboolean
ibid_text_entry_parse (const IbidTextLine *line, IbidEntryStart *start)
{
  const char *end = line->text + line->length;
  const char *p;

  start->number = 0;
  start->is_round = FALSE;
  start->label[0] = '\0';
  p = parse_label (line->text, end, start);
  if (p == NULL) {
    start->form = IBID_ENTRY_NONE;
    return FALSE;
  }
  start->start = (guint)(skip_back_links (p, end) - line->text);
  return TRUE;
}
