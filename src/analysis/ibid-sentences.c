/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-sentences.h"

#include "analysis/ibid-abbreviations.h"

#include <string.h>

/* A bracket opened within a sentence keeps it together up to here, in code points. */
#define BRACKET_REACH 300
/* Longer words are no abbreviations and open no sentence. */
#define WORD_BYTES 40

typedef struct {
  const gunichar *text;
  guint length;
  const char *language;
  guint start;        /* of the sentence at hand */
  guint bracket_end;  /* nothing ends ahead of this */
  GArray *closes;     /* guint, pairs: where a bracket opens and where it closes */
  guint next_bracket; /* index into these */
} Scan;

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0xa0 || c == 0x202f ||
         (c > 0x7f && g_unichar_isspace (c));
}

static gboolean
is_ideographic_stop (gunichar c)
{
  return c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0xff61;
}

static gboolean
is_stop (gunichar c)
{
  switch (c) {
  case '.':
  case '!':
  case '?':
  case 0x2026: /* … */
  case 0x203c:
  case 0x2047:
  case 0x2048:
  case 0x2049:
  case 0x0964: /* danda */
  case 0x061f:
  case 0xff0e:
    return TRUE;
  default:
    return is_ideographic_stop (c);
  }
}

static gboolean
is_closing (gunichar c)
{
  switch (c) {
  case '"':
  case '\'':
  case ')':
  case ']':
  case '}':
  case 0x2019: /* ’ */
  case 0x201d: /* ” */
  case 0x00bb: /* » */
  case 0x203a:
  case 0x300d: /* 」 */
  case 0x300f:
  case 0x3011:
  case 0x3009:
  case 0x300b:
  case 0xff09:
  case 0xff3d:
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
is_opening (gunichar c)
{
  switch (c) {
  case '"':
  case '\'':
  case '(':
  case '[':
  case '{':
  case '*':
  case '_':
  case 0x2018:
  case 0x201c:
  case 0x201e:
  case 0x201a:
  case 0x00ab:
  case 0x2039:
  case 0x00bf: /* ¿ */
  case 0x00a1:
  case 0x300c:
  case 0x300e:
  case 0x3010:
  case 0xff08:
    return TRUE;
  default:
    return FALSE;
  }
}

static gunichar
get_closing (gunichar c)
{
  switch (c) {
  case '(':
    return ')';
  case '[':
    return ']';
  case 0xff08:
    return 0xff09;
  case 0x300c:
    return 0x300d;
  case 0x300e:
    return 0x300f;
  default:
    return 0;
  }
}

static gboolean
is_superior_digit (gunichar c)
{
  return c == 0xb9 || c == 0xb2 || c == 0xb3 || (c >= 0x2070 && c <= 0x2079) || c == 0x2020 ||
         c == 0x2021;
}

/* Where each bracket closes, in one pass; brackets that never close are left out. */
static GArray *
match_brackets (const gunichar *text, guint length)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < length; i++) {
    if (get_closing (text[i]) != 0) {
      guint pair[2] = {i, 0};
      guint index = pairs->len;

      g_array_append_val (open, index);
      g_array_append_vals (pairs, pair, 2);
    } else if (open->len > 0 && is_closing (text[i])) {
      guint index = g_array_index (open, guint, open->len - 1);

      if (get_closing (text[g_array_index (pairs, guint, index)]) == text[i]) {
        g_array_index (pairs, guint, index + 1) = i;
        g_array_set_size (open, open->len - 1);
      }
    }
  }
  return pairs;
}

/* Brings `bracket_end` up to date with brackets that open ahead of `at`. */
static void
pass_brackets (Scan *scan, guint at)
{
  for (; scan->next_bracket < scan->closes->len; scan->next_bracket += 2) {
    guint open = g_array_index (scan->closes, guint, scan->next_bracket);
    guint close = g_array_index (scan->closes, guint, scan->next_bracket + 1);

    if (open >= at)
      break;
    /* A sentence that is all in brackets may hold several. */
    if (open > scan->start && close > open && close - open <= BRACKET_REACH)
      scan->bracket_end = MAX (scan->bracket_end, close);
  }
}

/* The word, with full stops inside it, that ends ahead of `end`; lower case in `word`. Gives where
 * it starts, or `end` when there is none or it is too long. */
static guint
get_word_before (const Scan *scan, guint end, char word[WORD_BYTES])
{
  guint start = end;
  gsize n = 0;

  while (
      start > scan->start && end - start < WORD_BYTES / 4 &&
      (g_unichar_isalpha (scan->text[start - 1]) || scan->text[start - 1] == 0xba ||
       (scan->text[start - 1] == '.' && start < end) ||
       (scan->text[start - 1] == '-' && start < end && start >= 2 && scan->text[start - 2] == '.')))
    start--;
  while (start < end && scan->text[start] == '.')
    start++;
  word[0] = '\0';
  if (start > scan->start && g_unichar_isalnum (scan->text[start - 1]))
    return end;
  for (guint i = start; i < end; i++)
    n += (gsize)g_unichar_to_utf8 (g_unichar_tolower (scan->text[i]), word + n);
  word[n] = '\0';
  return start;
}

/* The word that starts at `start`, in lower case; its end. */
static guint
get_word_after (const Scan *scan, guint start, char word[WORD_BYTES])
{
  guint end = start;
  gsize n = 0;

  while (end < scan->length && g_unichar_isalpha (scan->text[end]) && n + 6 < WORD_BYTES - 1) {
    n += (gsize)g_unichar_to_utf8 (g_unichar_tolower (scan->text[end]), word + n);
    end++;
  }
  word[n] = '\0';
  return end;
}

/* German closes with “, French puts a blank ahead of »; elsewhere these open. */
static guint
skip_other_closing (const Scan *scan, guint at)
{
  guint sign = at < scan->length && is_blank (scan->text[at]) ? at + 1 : at;

  if (sign >= scan->length || (sign + 1 < scan->length && !is_blank (scan->text[sign + 1])))
    return at;
  if (scan->text[sign] == 0xbb || (sign == at && scan->text[sign] == 0x201c))
    return sign + 1;
  return at;
}

/* Behind what closes after a full stop: quotes, brackets, signs of notes. */
static guint
skip_closing (const Scan *scan, guint at)
{
  gboolean was_digit = at >= 2 && g_unichar_isdigit (scan->text[at - 2]);
  guint digits;

  for (;;) {
    guint i = at;

    while (i < scan->length && (is_closing (scan->text[i]) || is_superior_digit (scan->text[i])))
      i++;
    i = skip_other_closing (scan, i);
    if (i + 2 < scan->length && scan->text[i] == '[') {
      guint close = i + 1;

      while (close < scan->length && close < i + 6 &&
             (g_unichar_isdigit (scan->text[close]) || scan->text[close] == '^' ||
              scan->text[close] == ',' || scan->text[close] == '*' || scan->text[close] == '-'))
        close++;
      if (close > i + 1 && close < scan->length && scan->text[close] == ']')
        i = close + 1;
    }
    if (i == at)
      break;
    at = i;
  }
  /* "end.6 The": a note's number lost its place. */
  for (digits = 0; !was_digit && digits < 4 && at + digits < scan->length &&
                   g_unichar_isdigit (scan->text[at + digits]);
       digits++)
    ;
  if (digits > 0 && digits < 4 && at + digits < scan->length && is_blank (scan->text[at + digits]))
    at += digits;
  return at;
}

/* Behind blanks and what may open a sentence ahead of its first word. */
static guint
skip_opening (const Scan *scan, guint at)
{
  while (at < scan->length && (is_blank (scan->text[at]) || is_opening (scan->text[at]) ||
                               scan->text[at] == 0x2014 || scan->text[at] == 0x2013))
    at++;
  return at;
}

static gboolean
has_opener_at (const Scan *scan, guint at)
{
  char word[WORD_BYTES];

  get_word_after (scan, at, word);
  return ibid_abbreviations_is_opener (word, scan->language);
}

static gboolean
has_number_at (const Scan *scan, guint at)
{
  guint i = at;

  if (at < scan->length && g_unichar_isdigit (scan->text[at]))
    return TRUE;
  while (i < scan->length && i < at + 9 && scan->text[i] < 0x80 && scan->text[i] != 0 &&
         strchr ("ivxlcdmIVXLCDM", (int)scan->text[i]) != NULL)
    i++;
  return i > at && (i == scan->length || !g_unichar_isalpha (scan->text[i]));
}

/* "3. Mai": a day, or a number that the sentence begins with. */
static gboolean
number_goes_on (const Scan *scan, guint stop, guint next)
{
  char word[WORD_BYTES];
  guint start = stop;

  while (start > scan->start && g_unichar_isdigit (scan->text[start - 1]))
    start--;
  if (stop - start <= 3 && start == scan->start)
    return TRUE;
  get_word_before (scan, start > scan->start ? start - 1 : start, word);
  if (stop - start <= 2 && ibid_abbreviations_leads_ordinal (word, scan->language))
    return TRUE;
  get_word_after (scan, next, word);
  if (stop - start <= 2 && ibid_abbreviations_follows_ordinal (word, scan->language))
    return TRUE;
  /* "3. 5": chapter and verse, or a section's number. */
  return stop - start <= 2 && g_unichar_isdigit (scan->text[next]);
}

/* Whether the full stop at `stop`, with a word that begins at `next`, belongs to a word. */
static gboolean
is_abbreviated (const Scan *scan, guint stop, guint next)
{
  char word[WORD_BYTES];
  guint start = get_word_before (scan, stop, word);

  if (start == stop)
    return stop > scan->start && g_unichar_isdigit (scan->text[stop - 1]) &&
           number_goes_on (scan, stop, next);
  switch (ibid_abbreviations_find (word, scan->language)) {
  case IBID_ABBREVIATION_ALWAYS:
    return TRUE;
  case IBID_ABBREVIATION_NUMBER:
    if (has_number_at (scan, next))
      return TRUE;
    break;
  case IBID_ABBREVIATION_EITHER:
    return !has_opener_at (scan, next);
  case IBID_ABBREVIATION_LAST:
    return FALSE;
  case IBID_ABBREVIATION_NONE:
  default:
    break;
  }
  /* Initials, and abbreviations with full stops inside: "J.", "Ph.D.". */
  if (stop - start == 1 || memchr (word, '.', strlen (word)) != NULL)
    return g_unichar_isalpha (scan->text[next]) ? !has_opener_at (scan, next)
                                                : g_unichar_isdigit (scan->text[next]);
  return FALSE;
}

/* Japanese goes on behind 」 with a particle: 「…。」と述べた. */
static gboolean
goes_on_ideographic (const Scan *scan, guint stop_end, guint end)
{
  gunichar c = end < scan->length ? scan->text[end] : 0;

  if (c == 0x3001 || c == 0xff0c || c == ',')
    return TRUE;
  return end > stop_end && c != 0 && c < 0x30a0 &&
         (c == 0x3068 || c == 0x306e || c == 0x304c || c == 0x306f || c == 0x3092 || c == 0x306b);
}

/* Whether a sentence ends with the marks at `stop` to `stop_end` and what closes up to `end`. */
static gboolean
ends_sentence (const Scan *scan, guint stop, guint stop_end, guint end)
{
  gunichar mark = scan->text[stop_end - 1];
  guint next;

  if (end >= scan->length)
    return TRUE;
  if (end <= scan->bracket_end && scan->bracket_end < scan->length)
    return FALSE;
  if (is_ideographic_stop (mark))
    return !goes_on_ideographic (scan, stop_end, end);
  if (!is_blank (scan->text[end]))
    return FALSE;
  next = skip_opening (scan, end);
  if (next >= scan->length)
    return TRUE;
  if (g_unichar_islower (scan->text[next]))
    return FALSE;
  if (scan->text[next] < 0x80 && strchr (",;:)]!?.%/=", (int)scan->text[next]) != NULL)
    return FALSE;
  if (mark == '.' && stop_end - stop == 1)
    return !is_abbreviated (scan, stop, next);
  return TRUE;
}

static void
add_sentence (Scan *scan, guint end, GArray *sentences)
{
  IbidStretch sentence = {scan->start, end};

  while (sentence.end > sentence.start && is_blank (scan->text[sentence.end - 1]))
    sentence.end--;
  if (sentence.end > sentence.start)
    g_array_append_val (sentences, sentence);
  while (end < scan->length && is_blank (scan->text[end]) && scan->text[end] != '\t')
    end++;
  scan->start = end;
}

/* A cell with the tabs behind it, so that a marker in an empty cell is in a sentence, too. Gives
 * where the next begins. */
static guint
add_cell (Scan *scan, guint end, GArray *sentences)
{
  guint start = scan->start;

  while (end < scan->length && scan->text[end] == '\t')
    end++;
  if (start < end) {
    IbidStretch cell = {start, end};

    g_array_append_val (sentences, cell);
  }
  scan->start = end;
  while (scan->start < scan->length && is_blank (scan->text[scan->start]) &&
         scan->text[scan->start] != '\t')
    scan->start++;
  return MAX (end, scan->start);
}

static void
scan_sentences (Scan *scan, GArray *sentences)
{
  guint i = scan->start;

  while (i < scan->length) {
    guint stop = i;
    guint end;

    if (scan->text[i] == '\t') {
      i = add_cell (scan, i, sentences);
      continue;
    }
    if (!is_stop (scan->text[i])) {
      i++;
      continue;
    }
    while (i < scan->length && is_stop (scan->text[i]))
      i++;
    pass_brackets (scan, stop);
    end = skip_closing (scan, i);
    if (ends_sentence (scan, stop, i, end)) {
      add_sentence (scan, end, sentences);
      i = MAX (end, scan->start);
    }
  }
  add_sentence (scan, scan->length, sentences);
}

GArray *
ibid_sentences_find (const char *text, const char *language)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (IbidStretch));
  glong length = 0;
  g_autofree gunichar *chars = g_utf8_to_ucs4_fast (text, -1, &length);
  g_autoptr (GArray) closes = match_brackets (chars, (guint)length);
  Scan scan = {chars, (guint)length, language, 0, 0, closes, 0};

  while (scan.start < scan.length && is_blank (chars[scan.start]))
    scan.start++;
  scan_sentences (&scan, sentences);
  return sentences;
}

guint
ibid_sentences_index_at (GArray *sentences, guint at)
{
  guint low = 0;
  guint high = sentences->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (sentences, IbidStretch, middle).start < at)
      low = middle + 1;
    else
      high = middle;
  }
  return low > 0 ? low - 1 : G_MAXUINT;
}
