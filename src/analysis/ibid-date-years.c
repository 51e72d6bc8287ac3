/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-date-years.h"

#include "analysis/ibid-date-doubts.h"
#include "analysis/ibid-date-numbers.h"

#include <string.h>

#define MIN_YEAR 1000
#define MAX_YEAR 2999
#define LAST_DUAL_YEAR 1752   /* later no year began in March */
#define LAST_SHORT_RANGE 1970 /* later "2011-5" is a month */

static guint
skip_mark (const IbidDateScan *scan, guint i, gunichar mark)
{
  return ibid_date_token_is_mark (scan, i, mark) ? i + 1 : i;
}

/* --- Eras --------------------------------------------------------------------------------- */

/* Letters with full stops, "A. D.", put together as "AD". */
static guint
read_initials (const IbidDateScan *scan, guint i, char initials[4])
{
  guint n = 0;

  for (; n < 3; i += 2) {
    const IbidDateToken *token = ibid_date_token_get (scan, i);

    if (token->kind != IBID_DATE_TOKEN_WORD || token->n_letters != 1 ||
        !ibid_date_token_is_mark (scan, i + 1, '.') || !ibid_date_token_is_glued (scan, i + 1))
      break;
    initials[n++] = scan->text[token->at];
  }
  initials[n] = '\0';
  return i;
}

/* "J.-C.", "J. C.", "Chr.", "Cristo" */
static guint
read_christ (const IbidDateScan *scan, guint i)
{
  static const char *const names[] = {"Chr", "Christ", "Christus", "Cristo"};

  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    if (ibid_date_token_is_text (scan, i, names[n]))
      return skip_mark (scan, i + 1, '.');
  if (!ibid_date_token_is_text (scan, i, "J"))
    return 0;
  i = skip_mark (scan, skip_mark (scan, i + 1, '.'), '-');
  return ibid_date_token_is_text (scan, i, "C") ? skip_mark (scan, i + 1, '.') : 0;
}

static guint
read_long_era (const IbidDateScan *scan, guint i, gboolean *is_before)
{
  static const struct {
    const char *word;
    gboolean is_before;
  } words[] = {{"v", TRUE},
               {"vor", TRUE},
               {"n", FALSE},
               {"nach", FALSE},
               {"av", TRUE},
               {"avant", TRUE},
               {"ap", FALSE},
               {"apr", FALSE},
               {"après", FALSE},
               {"a", TRUE},
               {"antes", TRUE},
               {"avanti", TRUE},
               {"d", FALSE},
               {"depois", FALSE},
               {"después", FALSE},
               {"dopo", FALSE}};

  for (guint n = 0; n < G_N_ELEMENTS (words); n++) {
    guint at = i + 1;

    if (!ibid_date_token_is_text (scan, i, words[n].word))
      continue;
    *is_before = words[n].is_before;
    at = skip_mark (scan, at, '.');
    if (ibid_date_token_is_text (scan, at, "de"))
      at++;
    return read_christ (scan, at);
  }
  return 0;
}

guint
ibid_date_era_read (const IbidDateScan *scan, guint i, gboolean *is_before)
{
  static const struct {
    const char *word;
    gboolean is_before;
  } eras[] = {{"BC", TRUE},
              {"BCE", TRUE},
              {"bce", TRUE},
              {"AD", FALSE},
              {"CE", FALSE},
              {"bc", TRUE},
              {"aC", TRUE},
              {"dC", FALSE}};
  char initials[4];
  guint next;

  if (ibid_date_token_get (scan, i)->kind != IBID_DATE_TOKEN_WORD)
    return 0;
  next = read_initials (scan, i, initials);
  for (guint n = 0; n < G_N_ELEMENTS (eras); n++) {
    *is_before = eras[n].is_before;
    if (strcmp (initials, eras[n].word) == 0)
      return next;
    if (n < 5 && ibid_date_token_is_text (scan, i, eras[n].word))
      return i + 1;
  }
  return read_long_era (scan, i, is_before);
}

static void
set_year (IbidDateMoment *moment, int year, gboolean is_before)
{
  moment->has_year = TRUE;
  moment->width = 1;
  moment->year = is_before ? 1 - year : year;
}

/* --- After days and months ---------------------------------------------------------------- */

/* What scanning makes of a year: "1 994", "20 10". Only where nothing but a year can be meant. */
static guint
read_split_year (const IbidDateScan *scan, guint i, int *value)
{
  guint n_digits = 0;
  guint at = i;

  *value = 0;
  for (; n_digits < 4 && ibid_date_token_is_number (scan, at, 1, 3); at++) {
    const IbidDateToken *token = ibid_date_token_get (scan, at);

    *value = *value * (token->n_digits == 1 ? 10 : token->n_digits == 2 ? 100 : 1000);
    *value += token->value;
    n_digits += token->n_digits;
  }
  if (n_digits != 4 || *value < 1600 || *value > 2099 ||
      ibid_date_token_get (scan, at)->kind != IBID_DATE_TOKEN_MARK)
    return 0;
  return at;
}

/* "1648/9": the year that we would say. */
static guint
read_dual (const IbidDateScan *scan, guint i, int *year)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i + 1);
  int unit = token->n_digits == 1 ? 10 : 100;

  if (*year > LAST_DUAL_YEAR || !ibid_date_token_is_mark (scan, i, '/') ||
      !ibid_date_token_is_number (scan, i + 1, 1, 2) || !ibid_date_token_is_glued (scan, i) ||
      !ibid_date_token_is_glued (scan, i + 1) || (*year + 1) % unit != token->value ||
      ibid_date_token_is_mark (scan, i + 2, '/'))
    return i;
  (*year)++;
  return i + 2;
}

static guint
read_plain_year (const IbidDateScan *scan, guint i, gboolean has_day, IbidDateMoment *year)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);
  gboolean is_before;
  guint next;
  int value;

  if (token->kind != IBID_DATE_TOKEN_NUMBER || token->value < 1 || token->is_ordinal)
    return 0;
  next = token->n_digits <= 4 ? ibid_date_era_read (scan, i + 1, &is_before) : 0;
  if (next != 0) {
    set_year (year, token->value, is_before);
    return next;
  }
  next = token->n_digits < 4 && has_day ? read_split_year (scan, i, &value) : 0;
  if (next != 0) {
    set_year (year, value, FALSE);
    return next;
  }
  if (token->n_digits != 4 &&
      !(token->n_digits == 3 && has_day && !ibid_date_token_is_number (scan, i + 1, 1, 4)))
    return 0;
  if (token->value > MAX_YEAR || ibid_date_doubts_is_counted (scan, i + 1) ||
      (ibid_date_token_is_mark (scan, i + 1, ',') && ibid_date_token_is_glued (scan, i + 2) &&
       ibid_date_token_is_number (scan, i + 2, 3, 3)))
    return 0;
  set_year (year, token->value, FALSE);
  return read_dual (scan, i + 1, &year->year);
}

/* "'48", of whatever century */
static guint
read_short (const IbidDateScan *scan, guint i, IbidDateMoment *year)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);

  if ((token->value != '\'' && token->value != 0x2019 && token->value != 0x2018) ||
      !ibid_date_token_is_number (scan, i + 1, 2, 2) || !ibid_date_token_is_glued (scan, i + 1))
    return 0;
  set_year (year, 1900 + ibid_date_token_get (scan, i + 1)->value, FALSE);
  year->is_short = TRUE;
  return i + 2;
}

guint
ibid_date_year_read (const IbidDateScan *scan, guint i, gboolean has_day, IbidDateMoment *year)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);
  gboolean is_before;
  int value;
  guint next;

  if (token->kind == IBID_DATE_TOKEN_NUMBER)
    return read_plain_year (scan, i, has_day, year);
  if (token->kind == IBID_DATE_TOKEN_WORD) {
    next = ibid_date_era_read (scan, i, &is_before);
    if (next != 0 && !is_before && ibid_date_token_is_number (scan, next, 1, 4)) {
      set_year (year, ibid_date_token_get (scan, next)->value, FALSE);
      return next + 1;
    }
    next = ibid_date_number_read_year (scan, i, &value);
    if (next != 0)
      set_year (year, value, FALSE);
    return next;
  }
  return read_short (scan, i, year);
}

/* --- By themselves ------------------------------------------------------------------------ */

/* "AD 871", "A.D. 871", "anno 871", "B.C. 60" */
static gboolean
match_after_era (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  gboolean is_before = FALSE;
  guint at = ibid_date_era_read (scan, i, &is_before);

  if (at == 0 &&
      (ibid_date_token_is_text (scan, i, "anno") || ibid_date_token_is_text (scan, i, "Anno"))) {
    at = i + 1;
    if (ibid_date_token_is_text (scan, at, "Domini") ||
        ibid_date_token_is_text (scan, at, "domini"))
      at++;
  }
  if (at == 0 || !ibid_date_token_is_number (scan, at, 1, 4) ||
      ibid_date_token_get (scan, at)->value < 1)
    return FALSE;
  *match = ibid_date_match_new (i, at + 1, "year");
  set_year (&match->start, ibid_date_token_get (scan, at)->value, is_before);
  if (ibid_date_token_is_dash (scan, at + 1) && ibid_date_token_is_glued (scan, at + 2) &&
      ibid_date_token_is_number (scan, at + 2, 1, 4)) {
    int end = ibid_date_token_get (scan, at + 2)->value;

    set_year (&match->end, end, is_before);
    match->is_range = match->end.year > match->start.year;
    match->next = match->is_range ? at + 3 : at + 1;
  }
  return TRUE;
}

static guint
skip_connection (const IbidDateScan *scan, guint i)
{
  if (ibid_date_token_is_dash (scan, i) ||
      ibid_date_token_means (scan, i, IBID_DATE_WORD_TO, IBID_DATE_ALL) != NULL)
    return i + 1;
  return 0;
}

/* "44 BC", "44–31 BC", "100 BC": any number before an era. */
static gboolean
match_before_era (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);
  gboolean is_before;
  guint next = ibid_date_era_read (scan, i + 1, &is_before);
  guint end;

  if (token->n_digits > 4 || token->value < 1)
    return FALSE;
  if (next != 0) {
    *match = ibid_date_match_new (i, next, "year");
    set_year (&match->start, token->value, is_before);
    return TRUE;
  }
  end = skip_connection (scan, i + 1);
  if (end == 0 || !ibid_date_token_is_number (scan, end, 1, 4) ||
      ibid_date_token_get (scan, end)->value < 1)
    return FALSE;
  next = ibid_date_era_read (scan, end + 1, &is_before);
  if (next == 0)
    return FALSE;
  *match = ibid_date_match_new (i, next, "range");
  match->is_range = TRUE;
  set_year (&match->start, token->value, is_before);
  set_year (&match->end, ibid_date_token_get (scan, end)->value, is_before);
  return match->start.year < match->end.year;
}

/* "–18", "/15", "-1918" glued to `year`: the range's last year; 0 when none follows. */
static int
read_range_end (const IbidDateScan *scan, guint i, int year)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i + 1);
  gboolean is_slash = ibid_date_token_is_mark (scan, i, '/');
  int unit = token->n_digits == 1 ? 10 : token->n_digits == 2 ? 100 : 10000;
  int end;

  if (!(is_slash || ibid_date_token_is_dash (scan, i)) || token->kind != IBID_DATE_TOKEN_NUMBER ||
      token->n_digits > 4 || token->n_digits == 3 || token->is_ordinal)
    return 0;
  if (token->n_digits < 4 &&
      (!ibid_date_token_is_glued (scan, i) || !ibid_date_token_is_glued (scan, i + 1)))
    return 0;
  end = year / unit * unit + token->value;
  if (end <= year || end - year > 500 || end > MAX_YEAR)
    return 0;
  if (token->n_digits == 4 || end == year + 1)
    return end;
  if (is_slash)
    return 0;
  if (token->n_digits == 1 && ibid_date_token_is_mark (scan, i, '-') && year > LAST_SHORT_RANGE)
    return 0;
  return end;
}

static void
mark_uncertain (const IbidDateScan *scan, IbidDateMatch *match)
{
  guint at = match->next;

  if (ibid_date_token_is_mark (scan, at, '(') && ibid_date_token_is_mark (scan, at + 1, '?') &&
      ibid_date_token_is_mark (scan, at + 2, ')')) {
    match->next = at + 3;
  } else if (ibid_date_token_is_mark (scan, at, '?') && ibid_date_token_is_glued (scan, at) &&
             (ibid_date_token_is_mark (scan, at + 1, ')') ||
              ibid_date_token_is_mark (scan, at + 1, ']') ||
              ibid_date_token_is_mark (scan, at + 1, ',') ||
              ibid_date_token_is_dash (scan, at + 1))) {
    match->next = at + 1;
  } else {
    return;
  }
  ibid_date_match_get_last (match)->is_uncertain = TRUE;
}

static gboolean
match_number (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);
  int end;

  if (match_before_era (scan, i, match))
    return !ibid_date_doubts_is_part (scan, i, match->next);
  if (token->n_digits < 3 || token->n_digits > 4 || token->value > MAX_YEAR || token->value < 100 ||
      (token->n_digits == 4 && token->value < MIN_YEAR))
    return FALSE;
  *match = ibid_date_match_new (i, i + 1, "year");
  set_year (&match->start, token->value, FALSE);
  end = read_range_end (scan, i + 1, token->value);
  if (end != 0) {
    match->is_range = TRUE;
    match->rule = "range";
    match->next = i + 3;
    set_year (&match->end, end, FALSE);
  }
  if (!ibid_date_doubts_allow_year (scan, i, match->next, token->value))
    return FALSE;
  mark_uncertain (scan, match);
  if (ibid_date_token_is_mark (scan, match->next, 0x5e74) || /* 年 */
      ibid_date_token_is_mark (scan, match->next, 0xb144))   /* 년 */
    match->next++;
  return TRUE;
}

/* "in '48,": where nothing follows that it could count, or that it could begin to quote. */
static gboolean
match_short (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  IbidDateMoment year = {0};
  guint next = read_short (scan, i, &year);
  const IbidDateToken *after = ibid_date_token_get (scan, next);

  if (next == 0 || ibid_date_token_is_glued (scan, i) ||
      !(ibid_date_token_is (scan, i - 1, IBID_DATE_WORD_IN) ||
        ibid_date_token_is (scan, i - 1, IBID_DATE_WORD_SINCE)) ||
      !(next == scan->tokens->len || after->value == ',' || after->value == ';' ||
        after->value == '.' || ibid_date_token_is (scan, next, IBID_DATE_WORD_AND)) ||
      ibid_date_doubts_is_part_of_right (scan, next))
    return FALSE;
  *match = ibid_date_match_new (i, next, "year");
  match->start = year;
  match->is_inferred = TRUE;
  return TRUE;
}

gboolean
ibid_date_year_match (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  int value;
  guint next;

  if (ibid_date_token_get (scan, i)->kind == IBID_DATE_TOKEN_NUMBER)
    return match_number (scan, i, match);
  if (match_after_era (scan, i, match) || match_short (scan, i, match))
    return TRUE;
  if (!ibid_date_token_is (scan, i - 1, IBID_DATE_WORD_IN))
    return FALSE;
  next = ibid_date_number_read_year (scan, i, &value);
  if (next == 0 || value < MIN_YEAR || value > 2099 || ibid_date_doubts_is_counted (scan, next) ||
      (value % 100 == 0 && ibid_date_token_get (scan, next)->kind == IBID_DATE_TOKEN_WORD))
    return FALSE;
  *match = ibid_date_match_new (i, next, "year");
  set_year (&match->start, value, FALSE);
  return TRUE;
}
