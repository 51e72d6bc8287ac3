/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-note-text.h"

#include <string.h>

/* A quotation longer than this is prose that is quoted, not a title. */
#define MAX_QUOTE 300
#define MAX_BRACKET 2000

typedef struct {
  gunichar open;
  gunichar close;
} Pair;

static const Pair quotes[] = {
    {'"', '"'},
    {0x201c, 0x201d},
    {0x201e, 0x201c},
    {0x201e, 0x201d},
    {0xab, 0xbb},
    {0xbb, 0xab},
    {0x300c, 0x300d},
    {0x300e, 0x300f},
    {0x300a, 0x300b},
    {0x2018, 0x2019},
    {0x201a, 0x2018},
    {0x2039, 0x203a},
    {0x203a, 0x2039},
    {0x201d, 0x201d},
    {'\'', '\''},
};

static const Pair brackets[] = {
    {'(', ')'},
    {'[', ']'},
    {0xff08, 0xff09},
    {0x3010, 0x3011},
    {0x3014, 0x3015},
};

static gboolean
is_ideograph (gunichar c)
{
  return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) ||
         (c >= 0xf900 && c <= 0xfaff);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2bc;
}

static gboolean
is_single_quote (gunichar c)
{
  return is_apostrophe (c) || c == 0x2018 || c == 0x201a;
}

static void
mark (IbidNoteText *self, guint start, guint end, IbidNoteMark bit)
{
  for (guint i = start; i < MIN (end, self->length); i++)
    self->marks[i] |= (guint8)bit;
}

/* An opening mark stands before a word and not within one. */
static gboolean
can_open (const IbidNoteText *self, guint at)
{
  if (at + 1 >= self->length || g_unichar_isspace (self->chars[at + 1]) ||
      (self->chars[at] == '\'' && g_unichar_isdigit (self->chars[at + 1])))
    return FALSE;
  return at == 0 || !g_unichar_isalnum (self->chars[at - 1]);
}

static gboolean
can_close (const IbidNoteText *self, guint at, gunichar close)
{
  gunichar next = ibid_note_text_get (self, at + 1);

  if (is_single_quote (close) || close == '"')
    return next == 0 || !g_unichar_isalnum (next) || is_ideograph (next);
  return TRUE;
}

static guint
find_close (const IbidNoteText *self, guint open, gunichar close, guint most)
{
  guint end = MIN (self->length, open + most);

  for (guint i = open + 1; i < end; i++) {
    if (self->chars[i] == '\n')
      return 0;
    if (self->chars[i] == close && can_close (self, i, close))
      return i;
  }
  return 0;
}

static void
mark_quotes (IbidNoteText *self)
{
  for (guint i = 0; i < self->length; i++) {
    for (guint q = 0; q < G_N_ELEMENTS (quotes); q++) {
      guint close;

      if (self->chars[i] != quotes[q].open || (self->marks[i] & IBID_NOTE_MARK_LINK) != 0 ||
          !can_open (self, i))
        continue;
      close = find_close (self, i, quotes[q].close, MAX_QUOTE);
      if (close == 0)
        continue;
      mark (self, i, close + 1, IBID_NOTE_MARK_QUOTE);
      i = close;
      break;
    }
  }
}

/* Brackets within brackets count as one. */
static guint
find_bracket_end (const IbidNoteText *self, guint open, const Pair *pair)
{
  guint depth = 0;

  for (guint i = open; i < MIN (self->length, open + MAX_BRACKET); i++) {
    if (self->chars[i] == pair->open)
      depth++;
    if (self->chars[i] == pair->close && --depth == 0)
      return i;
  }
  return 0;
}

static void
mark_brackets (IbidNoteText *self)
{
  guint n_failed = 0;

  for (guint i = 0; i < self->length; i++) {
    for (guint b = 0; b < G_N_ELEMENTS (brackets) && n_failed < 50; b++) {
      guint close;

      if (self->chars[i] != brackets[b].open || (self->marks[i] & IBID_NOTE_MARK_LINK) != 0)
        continue;
      close = find_bracket_end (self, i, &brackets[b]);
      if (close == 0) {
        n_failed++;
        continue;
      }
      mark (self, i, close + 1, IBID_NOTE_MARK_BRACKET);
      i = close;
      break;
    }
  }
}

static gboolean
begins_link (const IbidNoteText *self, guint at)
{
  static const char *const starts[] = {"http://", "https://", "www.", "doi:10.", "ftp://"};

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (ibid_note_text_has (self, at, starts[i]))
      return TRUE;
  return ibid_note_text_has (self, at, "10.") && at + 7 < self->length &&
         g_unichar_isdigit (self->chars[at + 3]) && g_unichar_isdigit (self->chars[at + 6]) &&
         self->chars[at + 7] == '/';
}

static guint
find_link_end (const IbidNoteText *self, guint start)
{
  guint end = start;

  while (end < self->length && !g_unichar_isspace (self->chars[end]) &&
         strchr ("<>\"", (int)MIN (self->chars[end], 126)) == NULL)
    end++;
  while (end > start && strchr (".,;:)]", (int)MIN (self->chars[end - 1], 126)) != NULL)
    end--;
  return end;
}

static void
mark_links (IbidNoteText *self)
{
  for (guint i = 0; i < self->length; i++) {
    if ((i == 0 || !g_unichar_isalnum (self->chars[i - 1])) && begins_link (self, i)) {
      guint end = find_link_end (self, i);

      mark (self, i, end, IBID_NOTE_MARK_LINK);
      i = MAX (i, end);
    }
  }
}

static void
fill_word (const IbidNoteText *self, IbidNoteWord *word)
{
  guint n = 0;

  for (guint i = word->start; i < word->end; i++) {
    char bytes[6];
    gunichar c = g_unichar_tolower (self->chars[i]);
    int length = g_unichar_to_utf8 (is_apostrophe (c) ? '\'' : c, bytes);

    if (c == '.')
      continue;
    if (n + (guint)length >= sizeof word->text)
      break;
    memcpy (word->text + n, bytes, (gsize)length);
    n += (guint)length;
  }
  word->text[n] = '\0';
}

/* Letters and digits, with apostrophes and full stops within ("U.S.") when letters go on. */
static guint
find_word_end (const IbidNoteText *self, guint start)
{
  guint i = start;

  if (is_ideograph (self->chars[start])) {
    while (i < self->length && is_ideograph (self->chars[i]))
      i++;
    return i;
  }
  while (i < self->length) {
    gunichar c = self->chars[i];
    gunichar next = ibid_note_text_get (self, i + 1);

    if (is_ideograph (c))
      break;
    if (g_unichar_isalnum (c) || g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
      i++;
    else if ((is_apostrophe (c) || c == '.') && i > start && g_unichar_isalpha (next) &&
             (c != '.' || i < start + 2 || self->chars[i - 2] == '.'))
      i++;
    else
      break;
  }
  return i;
}

static void
find_words (IbidNoteText *self)
{
  guint i = 0;

  while (i < self->length) {
    IbidNoteWord word = {0};

    if (!g_unichar_isalnum (self->chars[i])) {
      i++;
      continue;
    }
    word.start = i;
    word.end = find_word_end (self, i);
    word.marks = self->marks[i];
    word.number = g_unichar_isdigit (self->chars[i]);
    word.upper = g_unichar_isupper (self->chars[i]) || g_unichar_istitle (self->chars[i]) ||
                 is_ideograph (self->chars[i]);
    fill_word (self, &word);
    g_array_append_val (self->words, word);
    i = MAX (word.end, i + 1);
  }
}

/* Each character once, however many spans lie on it. */
static void
mark_emphasis (IbidNoteText *self, const IbidSpan *spans, guint n_spans)
{
  guint done = 0;

  for (guint i = 0; i < n_spans; i++) {
    if (spans[i].style != IBID_SPAN_EMPHASIS)
      continue;
    mark (self, MAX (spans[i].start, done), spans[i].end, IBID_NOTE_MARK_EMPHASIS);
    done = MAX (done, spans[i].end);
  }
}

IbidNoteText *
ibid_note_text_new (const char *text, const IbidSpan *spans, guint n_spans)
{
  IbidNoteText *self = g_new0 (IbidNoteText, 1);
  glong length = 0;

  self->chars = g_utf8_to_ucs4_fast (text, -1, &length);
  self->length = (guint)length;
  self->marks = g_new0 (guint8, self->length + 1);
  self->words = g_array_new (FALSE, TRUE, sizeof (IbidNoteWord));
  mark_links (self);
  mark_emphasis (self, spans, n_spans);
  mark_quotes (self);
  mark_brackets (self);
  find_words (self);
  return self;
}

void
ibid_note_text_free (IbidNoteText *self)
{
  g_free (self->chars);
  g_free (self->marks);
  g_array_unref (self->words);
  g_free (self);
}

gunichar
ibid_note_text_get (const IbidNoteText *self, guint offset)
{
  return offset < self->length ? self->chars[offset] : 0;
}

const IbidNoteWord *
ibid_note_text_get_word (const IbidNoteText *self, guint index)
{
  return &g_array_index (self->words, IbidNoteWord, index);
}

guint
ibid_note_text_find_word (const IbidNoteText *self, guint offset)
{
  guint low = 0;
  guint high = self->words->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (ibid_note_text_get_word (self, middle)->start < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static gboolean
can_skip (gunichar c, const char *signs)
{
  return g_unichar_isspace (c) || (c > 0 && c < 128 && strchr (signs, (int)c) != NULL);
}

guint
ibid_note_text_skip (const IbidNoteText *self, guint offset, guint end, const char *signs)
{
  while (offset < end && can_skip (self->chars[offset], signs))
    offset++;
  return offset;
}

guint
ibid_note_text_skip_back (const IbidNoteText *self, guint start, guint offset, const char *signs)
{
  while (offset > start && can_skip (self->chars[offset - 1], signs))
    offset--;
  return offset;
}

gboolean
ibid_note_text_has (const IbidNoteText *self, guint offset, const char *ascii)
{
  for (guint i = 0; ascii[i] != '\0'; i++)
    if (offset + i >= self->length ||
        g_unichar_tolower (self->chars[offset + i]) != (gunichar)g_ascii_tolower (ascii[i]))
      return FALSE;
  return TRUE;
}

char *
ibid_note_text_dup (const IbidNoteText *self, guint start, guint end)
{
  end = MIN (end, self->length);
  return g_ucs4_to_utf8 (
      self->chars + MIN (start, end), (glong)(end - MIN (start, end)), NULL, NULL, NULL);
}
