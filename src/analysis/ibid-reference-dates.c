/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reference-dates.h"

#include "analysis/ibid-reference-labels.h"
#include "analysis/ibid-reference-trim.h"
#include "analysis/ibid-reference-words.h"

#define FIRST_YEAR 1400
#define LAST_YEAR 2035

/* A date stands within so many tokens behind "accessed". */
#define ACCESS_REACH 12

/* Day and month stand within so many tokens of the year. */
#define DATE_REACH 6

typedef struct {
  int year, month, day; /* 0: not said */
  int last_year;        /* of a range */
} Date;

static const IbidReferenceToken *
get_token (const IbidReferenceTokens *tokens, guint at)
{
  return &g_array_index (tokens->tokens, IbidReferenceToken, at);
}

/* The digits at the start of a token, or -1; at most nine. */
static int
get_number (const IbidReferenceTokens *tokens, guint at, guint *n_digits)
{
  const IbidReferenceToken *token = get_token (tokens, at);
  int number = 0;
  guint n = 0;

  if (token->kind != IBID_REFERENCE_TOKEN_NUMBER)
    return -1;
  for (guint i = token->start; i < token->end && n < 9; i++, n++) {
    int digit = g_unichar_digit_value (tokens->folded[i]);

    if (digit < 0)
      break;
    number = number * 10 + digit;
  }
  *n_digits = n;
  return number;
}

/* "1907.05774", of arXiv: three and more digits right behind a full stop. */
static gboolean
is_of_longer_number (const IbidReferenceTokens *tokens, guint at)
{
  guint end = get_token (tokens, at)->end;
  guint n = 0;

  if (end >= tokens->n_chars || tokens->folded[end] != '.')
    return FALSE;
  while (n < 3 && end + 1 + n < tokens->n_chars && g_unichar_isdigit (tokens->folded[end + 1 + n]))
    n++;
  return n == 3;
}

static int
get_year (const IbidReferenceTokens *tokens, guint at)
{
  guint n_digits = 0;
  int number = get_number (tokens, at, &n_digits);

  if (number < 0 || is_of_longer_number (tokens, at))
    return 0;
  return n_digits == 4 && number >= FIRST_YEAR && number <= LAST_YEAR ? number : 0;
}

static int
get_small (const IbidReferenceTokens *tokens, guint at, int most)
{
  guint n_digits = 0;
  int number = get_number (tokens, at, &n_digits);

  return n_digits <= 2 && number >= 1 && number <= most ? number : 0;
}

static gunichar
get_sign (const IbidReferenceTokens *tokens, guint at)
{
  const IbidReferenceToken *token = get_token (tokens, at);

  return token->kind == IBID_REFERENCE_TOKEN_SIGN ? tokens->folded[token->start] : 0;
}

static int
get_month (const IbidReferenceTokens *tokens, guint at)
{
  const IbidReferenceToken *token = get_token (tokens, at);
  g_autofree char *word = NULL;

  if (token->kind != IBID_REFERENCE_TOKEN_WORD || token->end - token->start > 12)
    return 0;
  word = g_ucs4_to_utf8 (
      tokens->folded + token->start, (glong)(token->end - token->start), NULL, NULL, NULL);
  return word != NULL ? (int)ibid_word_get_month (word, -1) : 0;
}

/* "22.5.2017", "22/05/2017", "2017-05-22": numbers with one sign between. Of two that can both be
 * months the order is not known, and neither is told. */
static gboolean
find_numeric (const IbidReferenceTokens *tokens, guint year_at, guint first, guint last, Date *date)
{
  int a = 0, b = 0;

  if (year_at + 4 < last && get_sign (tokens, year_at + 1) == '-' &&
      get_sign (tokens, year_at + 3) == '-') {
    date->month = get_small (tokens, year_at + 2, 12);
    date->day = date->month != 0 ? get_small (tokens, year_at + 4, 31) : 0;
    return date->month != 0;
  }
  if (year_at < first + 4 || get_sign (tokens, year_at - 1) == 0 ||
      get_sign (tokens, year_at - 1) != get_sign (tokens, year_at - 3))
    return FALSE;
  a = get_small (tokens, year_at - 4, 31);
  b = get_small (tokens, year_at - 2, 31);
  if (a == 0 || b == 0 || (a > 12 && b > 12))
    return FALSE;
  /* With full stops the day comes first everywhere. */
  if (b <= 12 && (a > 12 || get_sign (tokens, year_at - 1) == '.')) {
    date->month = b;
    date->day = a;
  } else if (b > 12) {
    date->month = a;
    date->day = b;
  }
  return date->month != 0;
}

/* The day beside a month: "22 May", "22. Mai", "1er mai", "22 de mayo", "May 22". */
static int
find_day (const IbidReferenceTokens *tokens, guint month_at, guint first, guint last)
{
  for (guint back = 1; back <= 2 && month_at >= first + back; back++) {
    int day = get_small (tokens, month_at - back, 31);

    if (day != 0)
      return day;
    if (get_sign (tokens, month_at - back) != '.' && get_sign (tokens, month_at - back) != 0xb0 &&
        !ibid_reference_has_word (tokens, get_token (tokens, month_at - back)->start, "de"))
      break;
  }
  for (guint on = 1; on <= 2 && month_at + on < last; on++) {
    int day = get_small (tokens, month_at + on, 31);

    if (day != 0)
      return day;
    if (get_sign (tokens, month_at + on) != '.')
      break;
  }
  return 0;
}

static void
find_month (const IbidReferenceTokens *tokens, guint year_at, guint first, guint last, Date *date)
{
  guint from = year_at > first + DATE_REACH ? year_at - DATE_REACH : first;
  guint to = MIN (last, year_at + DATE_REACH + 1);

  if (find_numeric (tokens, year_at, first, last, date))
    return;
  for (guint i = from; i < to; i++) {
    date->month = i != year_at ? get_month (tokens, i) : 0;
    if (date->month != 0) {
      date->day = find_day (tokens, i, first, last);
      return;
    }
  }
}

/* "1914–1918", "1914–18". */
static int
find_last_year (const IbidReferenceTokens *tokens, guint year_at, guint last)
{
  int year = get_year (tokens, year_at);
  guint n_digits = 0;
  int end;

  if (year_at + 2 >= last || get_sign (tokens, year_at + 1) != '-')
    return 0;
  end = get_number (tokens, year_at + 2, &n_digits);
  if (n_digits == 2)
    end += year / 100 * 100;
  return (n_digits == 4 || n_digits == 2) && end > year && end <= LAST_YEAR ? end : 0;
}

/* "last modified August 17, 2023", "Aug. 2, 3, 4, 8, 1842": right before the year, whatever the
 * labeller says of day and month. */
static void
find_adjacent_month (const IbidReferenceTokens *tokens, guint year_at, Date *date)
{
  guint at = year_at;

  while (at > 0 && year_at - at < 2 * DATE_REACH) {
    guint n_digits = 0;

    at--;
    if (get_month (tokens, at) != 0) {
      date->month = get_month (tokens, at);
      date->day = find_day (tokens, at, at > 2 ? at - 2 : 0, year_at);
      /* "Paris: Du May, 1992" */
      if (date->day == 0 && at > 0 &&
          get_token (tokens, at - 1)->kind == IBID_REFERENCE_TOKEN_WORD &&
          g_unichar_isupper (tokens->folded[get_token (tokens, at - 1)->start]))
        date->month = 0;
      return;
    }
    if (get_sign (tokens, at) != ',' && get_sign (tokens, at) != '.' &&
        (get_number (tokens, at, &n_digits) < 0 || n_digits > 2))
      return;
  }
}

/* The first date with a year among tokens `first` up to `last`. */
static gboolean
find_date (const IbidReferenceTokens *tokens, guint first, guint last, Date *date)
{
  for (guint i = first; i < last; i++) {
    date->year = get_year (tokens, i);
    if (date->year == 0)
      continue;
    date->last_year = find_last_year (tokens, i, last);
    if (date->last_year == 0)
      find_month (tokens, i, first, last, date);
    if (date->last_year == 0 && date->month == 0)
      find_adjacent_month (tokens, i, date);
    return TRUE;
  }
  return FALSE;
}

static void
add_date (JsonObject *item, const char *member, const Date *date)
{
  JsonObject *object = json_object_new ();
  JsonArray *all = json_array_new ();
  JsonArray *parts = json_array_new ();

  json_array_add_int_element (parts, date->year);
  if (date->month != 0)
    json_array_add_int_element (parts, date->month);
  if (date->month != 0 && date->day != 0)
    json_array_add_int_element (parts, date->day);
  json_array_add_array_element (all, parts);
  if (date->last_year != 0) {
    parts = json_array_new ();
    json_array_add_int_element (parts, date->last_year);
    json_array_add_array_element (all, parts);
  }
  json_object_set_array_member (object, "date-parts", all);
  json_object_set_object_member (item, member, object);
}

/* --- Accessed ----------------------------------------------------------------------------- */

/* Words that say that somebody looked at it then; "last modified" does not. */
static gboolean
says_accessed (const IbidReferenceTokens *tokens, guint at)
{
  static const char *const words[] = {
      "accessed",   "retrieved",  "consulted", "viewed",   "visited",  "abgerufen",  "aufgerufen",
      "zugriff",    "eingesehen", "acesso",    "acessado", "acessada", "consultado", "consultato",
      "consultata", "access",     "cited",     "acceso",   NULL,
  };
  const IbidReferenceToken *token = get_token (tokens, at);

  if (token->kind != IBID_REFERENCE_TOKEN_WORD)
    return FALSE;
  if (ibid_reference_has_word (tokens, token->start, "consult"))
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (ibid_reference_has_word (tokens, token->start, words[i]))
      return TRUE;
  /* "consulté le": the accent is no ASCII. */
  return token->end - token->start == 8 && tokens->folded[token->end - 1] == 0xe9 &&
         g_unichar_tolower (tokens->folded[token->start]) == 'c' &&
         g_unichar_tolower (tokens->folded[token->end - 2]) == 't';
}

typedef struct {
  guint first, last; /* tokens of the date looked at; none when equal */
} Accessed;

static Accessed
find_accessed (const IbidReferenceTokens *tokens, Date *date)
{
  Accessed accessed = {0, 0};

  for (guint i = 0; i < tokens->tokens->len; i++) {
    guint last = MIN (tokens->tokens->len, i + 1 + ACCESS_REACH);

    if (!says_accessed (tokens, i))
      continue;
    for (guint j = i + 1; j < last; j++) {
      if (get_token (tokens, j)->kind == IBID_REFERENCE_TOKEN_URL)
        break;
      if (get_year (tokens, j) != 0 && find_date (tokens, i + 1, MIN (last, j + 5), date)) {
        accessed.first = i;
        accessed.last = j + 1;
        return accessed;
      }
    }
  }
  return accessed;
}

/* --- Issued ------------------------------------------------------------------------------- */

static guint
find_token (const IbidReferenceTokens *tokens, guint at_char)
{
  guint low = 0, high = tokens->tokens->len;

  while (low < high) {
    guint middle = (low + high) / 2;

    if (get_token (tokens, middle)->start < at_char)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static gboolean
overlaps (const Accessed *accessed, guint first, guint last)
{
  return first < accessed->last && accessed->first < last;
}

static gboolean
find_labelled (const IbidReferenceTokens *tokens,
               const GArray *spans,
               const Accessed *accessed,
               Date *date)
{
  for (guint i = 0; i < spans->len; i++) {
    const IbidReferenceSpan *span = &g_array_index (spans, IbidReferenceSpan, i);
    guint first = find_token (tokens, span->start);
    guint last = find_token (tokens, span->end);

    if (span->label != IBID_REFERENCE_DATE)
      continue;
    if (overlaps (accessed, first, last)) {
      if (accessed->first <= first)
        continue;
      last = accessed->first;
    }
    if (find_date (tokens, first, last, date))
      return TRUE;
  }
  return FALSE;
}

/* Where years mean something else. */
static gboolean
is_without_dates (IbidReferenceLabel label)
{
  switch (label) {
  case IBID_REFERENCE_TITLE:
  case IBID_REFERENCE_PAGES:
  case IBID_REFERENCE_URL:
  case IBID_REFERENCE_DOI:
  case IBID_REFERENCE_ID:
  case IBID_REFERENCE_NUMBER:
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
find_unlabelled (const IbidReferenceTokens *tokens,
                 const GArray *spans,
                 const Accessed *accessed,
                 Date *date)
{
  for (guint i = spans->len; i-- > 0;) {
    const IbidReferenceSpan *span = &g_array_index (spans, IbidReferenceSpan, i);
    guint first = find_token (tokens, span->start);

    if (is_without_dates (span->label))
      continue;
    for (guint at = find_token (tokens, span->end); at-- > first;)
      if (get_year (tokens, at) != 0 && !overlaps (accessed, at, at + 1)) {
        date->year = get_year (tokens, at);
        find_adjacent_month (tokens, at, date);
        return TRUE;
      }
  }
  return FALSE;
}

/* "Civil Rights Act of 1964" */
static gboolean
is_act_of (const IbidReferenceTokens *tokens, guint at)
{
  return at >= 2 && ibid_reference_has_word (tokens, get_token (tokens, at - 1)->start, "of") &&
         ibid_reference_has_word (tokens, get_token (tokens, at - 2)->start, "act");
}

/* Within a title, too, when it stands by itself: "(1769)", ". 1990." */
static gboolean
find_standing (const IbidReferenceTokens *tokens, const Accessed *accessed, Date *date)
{
  for (guint at = 1; at + 1 < tokens->tokens->len; at++) {
    gunichar before = get_sign (tokens, at - 1);
    gunichar after = get_sign (tokens, at + 1);

    if (get_year (tokens, at) != 0 && !overlaps (accessed, at, at + 1) &&
        (is_act_of (tokens, at) || (before == '(' && after == ')') ||
         (before == '.' && after == '.'))) {
      date->year = get_year (tokens, at);
      return TRUE;
    }
  }
  return FALSE;
}

void
ibid_reference_dates_add (JsonObject *item, const IbidReferenceTokens *tokens, const GArray *spans)
{
  Date looked_at = {0};
  Date issued = {0};
  Accessed accessed = find_accessed (tokens, &looked_at);

  if (find_labelled (tokens, spans, &accessed, &issued) ||
      find_unlabelled (tokens, spans, &accessed, &issued) ||
      find_standing (tokens, &accessed, &issued))
    add_date (item, "issued", &issued);
  if (accessed.last > accessed.first)
    add_date (item, "accessed", &looked_at);
}

gboolean
ibid_reference_date_has_month (JsonObject *item)
{
  JsonArray *dates;

  if (!json_object_has_member (item, "issued"))
    return FALSE;
  dates = json_object_get_array_member (json_object_get_object_member (item, "issued"),
                                        "date-parts");
  return json_array_get_length (json_array_get_array_element (dates, 0)) > 1;
}
