/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-marker-forms.h"

#include <string.h>

#define MAX_GROUP_BYTES 120u
#define MAX_INDICES 3u

/* "***" */
#define MAX_SYMBOLS 4u

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
add_range (IbidMarkerGroup *group, guint first, guint last)
{
  if (last < first || last - first >= IBID_MAX_MARKER_GROUP ||
      group->n + (last - first) >= IBID_MAX_MARKER_GROUP)
    return FALSE;
  for (guint number = first; number <= last; number++)
    group->numbers[group->n++] = number;
  return TRUE;
}

/* "1", "1, 3", "3–5, 9" from `p` on to the bracket that is `closing`. */
static const char *
parse_numbers (const char *p, const char *end, char closing, IbidMarkerGroup *group)
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
  gboolean has_letter = FALSE;

  for (; *label != '\0' && number < 1000; label++) {
    has_digit = has_digit || g_ascii_isdigit (*label);
    has_letter = has_letter || g_ascii_isalpha (*label);
    if (g_ascii_isdigit (*label))
      number = number * 10 + (guint)(*label - '0');
    else if (*label == 'l' || *label == 'I')
      number = number * 10 + 1;
    else if (*label == 'O' || *label == 'o')
      number *= 10;
    else
      return 0;
  }
  return has_digit && has_letter && *label == '\0' ? number : 0;
}

/* "[Knu84]", "[*]": only what the list of notes has. */
static const char *
parse_label (
    IbidTextScopes *scopes, guint scope, const char *p, const char *end, IbidMarkerGroup *group)
{
  const char *close = memchr (p, ']', MIN ((gsize)(end - p), IBID_MAX_LABEL_BYTES + 1));

  if (close == NULL)
    return NULL;
  memset (group, 0, sizeof *group);
  memcpy (group->label, p, close - p);
  group->label[close - p] = '\0';
  group->n = 1;
  if (ibid_text_scopes_lookup (scopes, scope, group->label) > 0)
    return close + 1;
  group->numbers[0] = read_misread_number (group->label);
  return group->numbers[0] > 0 &&
                 ibid_text_scopes_lookup_number (scopes, scope, group->numbers[0]) > 0
             ? close + 1
             : NULL;
}

/* "*", "††": signs as the notes have them. */
static const char *
parse_symbols (
    IbidTextScopes *scopes, guint scope, const char *p, const char *end, IbidMarkerGroup *group)
{
  guint length = ibid_text_entry_get_symbol (p, end);
  const char *start = p;

  for (guint n = 0; n < MAX_SYMBOLS && end - p >= length && memcmp (p, start, length) == 0; n++)
    p += length;
  memcpy (group->label, start, p - start);
  group->label[p - start] = '\0';
  group->n = 1;
  group->is_symbol = TRUE;
  return ibid_text_scopes_lookup (scopes, scope, group->label) > 0 ? p : NULL;
}

const char *
ibid_marker_forms_parse (IbidTextScopes *scopes,
                         gboolean has_symbols,
                         guint scope,
                         const char *p,
                         const char *end,
                         IbidMarkerGroup *group)
{
  guint length;
  int digit;
  guint number = 0;

  end = MIN (end, p + MAX_GROUP_BYTES);
  if (*p == '[' && memchr (p, ']', (gsize)(end - p)) == NULL)
    return NULL;
  memset (group, 0, sizeof *group);
  if (*p == '[') {
    const char *next = NULL;

    p++;
    if (p < end && *p == '^')
      p++;
    if (p < end && g_ascii_isdigit (*p))
      next = parse_numbers (p, end, ']', group);
    return next != NULL ? next : parse_label (scopes, scope, p, end, group);
  }
  if (*p == '(')
    return parse_numbers (p + 1, end, ')', group);
  if (has_symbols && ibid_text_entry_get_symbol (p, end) > 0)
    return parse_symbols (scopes, scope, p, end, group);
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

IbidMarkerLook
ibid_marker_forms_get_look (const char *text, const char *p, const char *next, const char *end)
{
  gboolean is_bracket = *p == '[';
  gboolean is_glued;

  if (is_bracket)
    p = skip_indices_back (text, p);
  is_glued = p > text && (g_ascii_isalnum (p[-1]) || strchr (")_`", p[-1]) != NULL);
  if (is_bracket && next < end && g_ascii_isdigit (*next)) /* "[16]54": put in by an editor */
    return IBID_MARKER_LOOK_DOUBTFUL;
  if (is_bracket)
    return is_glued && (ends_in_identifier (text, p) || goes_on_as_code (next, end))
               ? IBID_MARKER_LOOK_DOUBTFUL
               : IBID_MARKER_LOOK_CLEAR;
  return is_glued ? IBID_MARKER_LOOK_DOUBTFUL : IBID_MARKER_LOOK_CLEAR;
}

gboolean
ibid_marker_forms_is_sign (
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

IbidMarkerGap
ibid_marker_forms_get_gap (const char *p, const char *end)
{
  guint dash;

  p = skip_blanks (p, end);
  if (p < end && *p == ',')
    return skip_blanks (p + 1, end) == end ? IBID_MARKER_GAP_COMMA : IBID_MARKER_GAP_TEXT;
  dash = get_dash (p, end);
  return dash > 0 && skip_blanks (p + dash, end) == end ? IBID_MARKER_GAP_DASH
                                                        : IBID_MARKER_GAP_TEXT;
}

void
ibid_marker_forms_fill_range (IbidMarkerGroup *group, guint last)
{
  IbidMarkerGroup range = {0};

  if (group->numbers[0] > last + 1 && add_range (&range, last + 1, group->numbers[0] - 1) &&
      range.n + group->n <= IBID_MAX_MARKER_GROUP) {
    memcpy (range.numbers + range.n, group->numbers, group->n * sizeof group->numbers[0]);
    range.n += group->n;
    *group = range;
  }
}
