/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-date-east-asian.h"

#include "analysis/ibid-date-doubts.h"

#define FIRST_PLAIN_YEAR 1000
#define LAST_PLAIN_YEAR 2199

static const char *const year_signs[] = {"年", "년", NULL};
static const char *const month_signs[] = {"月", "월", NULL};
static const char *const day_signs[] = {"日", "号", "號", "일", NULL};
static const char *const century_signs[] = {"世紀", "世纪", "세기", NULL};
static const char *const decade_signs[] = {"年代", "년대", NULL};
static const char *const before_signs[] = {
    "紀元前", "公元前", "西元前", "纪元前", "기원전", "前", NULL};
static const char *const after_signs[] = {"公元", "西元", "西暦", "紀元", "서기", NULL};
static const char *const about_signs[] = {"頃", "ごろ", "ころ", "경", "前後", "前后", "左右", NULL};
/* A number of years, not a year: "1000年間", "100年前". */
static const char *const length_signs[] = {
    "間", "间", "前", "後", "后", "以上", "余", "동안", "전", "간", "もの", NULL};

static const struct {
  const char *name;
  int first; /* the year before its first */
} eras[] = {{"明治", 1867}, {"大正", 1911}, {"昭和", 1925}, {"平成", 1988}, {"令和", 2018}};

/* The token after `sign` at `i`; 0 when it is not there. */
static guint
read_sign (const IbidDateScan *scan, guint i, const char *sign)
{
  for (; *sign != '\0'; sign = g_utf8_next_char (sign), i++)
    if (!ibid_date_token_is_mark (scan, i, g_utf8_get_char (sign)))
      return 0;
  return i;
}

static guint
read_any (const IbidDateScan *scan, guint i, const char *const signs[])
{
  for (; *signs != NULL; signs++) {
    guint next = read_sign (scan, i, *signs);

    if (next != 0)
      return next;
  }
  return 0;
}

/* The value of a numeral up to nine; -1 for others. */
static int
digit_of (const IbidDateScan *scan, guint i)
{
  static const char *const digits = "〇一二三四五六七八九";
  const IbidDateToken *token = ibid_date_token_get (scan, i);
  const char *found;

  if (token->kind != IBID_DATE_TOKEN_MARK || token->value < 0x3000)
    return -1;
  if (token->value == 0x96f6) /* 零 */
    return 0;
  found = g_utf8_strchr (digits, -1, (gunichar)token->value);
  return found != NULL ? (int)g_utf8_pointer_to_offset (digits, found) : -1;
}

/* "三十一", "十一", "二〇一一": a numeral at `i`. */
static guint
read_numeral (const IbidDateScan *scan, guint i, int *value)
{
  guint at = i;
  int sum = 0;

  for (; at < i + 4 && digit_of (scan, at) >= 0; at++)
    sum = sum * 10 + digit_of (scan, at);
  if (ibid_date_token_is_mark (scan, at, 0x5341) && sum < 10) { /* 十 */
    sum = (sum == 0 ? 1 : sum) * 10;
    at++;
    if (digit_of (scan, at) > 0)
      sum += digit_of (scan, at++);
  }
  *value = sum;
  return at > i ? at : 0;
}

static guint
read_number (const IbidDateScan *scan, guint i, int *value)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);

  if (token->kind != IBID_DATE_TOKEN_NUMBER)
    return read_numeral (scan, i, value);
  *value = token->value;
  return token->n_digits <= 4 && !token->is_ordinal ? i + 1 : 0;
}

/* "3月11日" at `i`: sets month and day, 0 when not told. */
static guint
read_month_and_day (const IbidDateScan *scan, guint i, IbidDateMoment *moment)
{
  int month;
  int day;
  guint next = read_number (scan, i, &month);
  guint at = next != 0 ? read_any (scan, next, month_signs) : 0;

  if (at == 0 || month < 1 || month > 12)
    return i;
  moment->month = month;
  next = read_number (scan, at, &day);
  next = next != 0 ? read_any (scan, next, day_signs) : 0;
  if (next == 0 || day < 1 || day > 31)
    return at;
  moment->day = day;
  return next;
}

/* What may stand ahead of a year; `base` is what is added to it. */
static guint
read_prefix (const IbidDateScan *scan, guint i, int *base, gboolean *is_before)
{
  guint next;

  *base = 0;
  *is_before = FALSE;
  for (guint n = 0; n < G_N_ELEMENTS (eras); n++) {
    next = read_sign (scan, i, eras[n].name);
    if (next != 0) {
      *base = eras[n].first;
      return next;
    }
  }
  next = read_any (scan, i, before_signs);
  *is_before = next != 0;
  return next != 0 ? next : read_any (scan, i, after_signs);
}

static void
set_span (IbidDateMatch *match, int year, int width, const char *rule)
{
  match->start.has_year = TRUE;
  match->start.year = year;
  match->start.width = width;
  match->rule = rule;
}

/* "19世紀", "1990年代", also "20世紀80年代" */
static gboolean
match_period (const IbidDateScan *scan, guint i, gboolean is_before, IbidDateMatch *match)
{
  int value;
  int decade;
  guint next = read_number (scan, i, &value);
  guint end = next != 0 ? read_any (scan, next, century_signs) : 0;

  if (end != 0 && value >= 1 && value <= 21) {
    match->next = end;
    set_span (match, is_before ? 1 - value * 100 : (value - 1) * 100, 100, "century");
    next = read_number (scan, end, &decade);
    end = next != 0 ? read_any (scan, next, decade_signs) : 0;
    if (end != 0 && decade % 10 == 0 && decade < 100 && !is_before) {
      match->next = end;
      set_span (match, (value - 1) * 100 + decade, 10, "decade");
    }
    return TRUE;
  }
  end = next != 0 ? read_any (scan, next, decade_signs) : 0;
  if (end == 0 || value % 10 != 0 || value < 20 || value > LAST_PLAIN_YEAR)
    return FALSE;
  match->next = end;
  match->is_inferred = value < 100;
  set_span (match, value < 100 ? 1900 + value : value, 10, "decade");
  return value < 100 || value >= FIRST_PLAIN_YEAR;
}

static gboolean
match_year (const IbidDateScan *scan,
            guint i,
            gboolean has_prefix,
            int base,
            gboolean is_before,
            IbidDateMatch *match)
{
  int year;
  guint number = ibid_date_token_is_mark (scan, i, 0x5143) && base != 0 /* 元, the first */
                     ? i + 1
                     : read_number (scan, i, &year);
  guint next = number != 0 ? read_any (scan, number, year_signs) : 0;

  if (next == 0)
    return FALSE;
  if (number == i + 1 && ibid_date_token_is_mark (scan, i, 0x5143))
    year = 1;
  if (year < 1 || (!has_prefix && (year < FIRST_PLAIN_YEAR || year > LAST_PLAIN_YEAR)))
    return FALSE;
  set_span (match, is_before ? 1 - year : base + year, 1, "year");
  match->next = read_month_and_day (scan, next, &match->start);
  if (match->next == next && !has_prefix && read_any (scan, next, length_signs) != 0)
    return FALSE;
  if (match->start.month != 0)
    match->rule = match->start.day != 0 ? "full date" : "month and year";
  return TRUE;
}

/* "同年", "翌年", "昨年" */
static gboolean
match_relative (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  static const struct {
    const char *sign;
    int amount;
    IbidDateRelation relation;
  } words[] = {{"同年", 0, IBID_DATE_RELATION_BEFORE},
               {"翌年", 1, IBID_DATE_RELATION_BEFORE},
               {"次年", 1, IBID_DATE_RELATION_BEFORE},
               {"昨年", -1, IBID_DATE_RELATION_DOCUMENT},
               {"去年", -1, IBID_DATE_RELATION_DOCUMENT},
               {"작년", -1, IBID_DATE_RELATION_DOCUMENT},
               {"今年", 0, IBID_DATE_RELATION_DOCUMENT},
               {"来年", 1, IBID_DATE_RELATION_DOCUMENT},
               {"明年", 1, IBID_DATE_RELATION_DOCUMENT},
               {"내년", 1, IBID_DATE_RELATION_DOCUMENT}};

  for (guint n = 0; n < G_N_ELEMENTS (words); n++) {
    guint next = read_sign (scan, i, words[n].sign);

    if (next == 0)
      continue;
    *match = ibid_date_match_new (i,
                                  next,
                                  words[n].relation == IBID_DATE_RELATION_DOCUMENT
                                      ? "relative to the document"
                                      : "relative to the date before");
    match->is_inferred = TRUE;
    match->start.relation = words[n].relation;
    match->start.unit = IBID_DATE_UNIT_YEAR;
    match->start.amount = words[n].amount;
    match->next = read_month_and_day (scan, next, &match->start);
    return TRUE;
  }
  return FALSE;
}

gboolean
ibid_date_east_asian_match (const IbidDateScan *scan, guint i, IbidDateMatch *match)
{
  /* What a date can begin with. */
  static const char *const beginnings =
      "明大昭平令紀纪公西기前서同翌次昨去작今来내〇零一二三四五六七八九十";
  const IbidDateToken *token = ibid_date_token_get (scan, i);
  int base;
  gboolean is_before;
  guint about;
  guint at;

  if (token->kind == IBID_DATE_TOKEN_MARK &&
      g_utf8_strchr (beginnings, -1, (gunichar)token->value) == NULL)
    return FALSE;
  at = read_prefix (scan, i, &base, &is_before);

  if (match_relative (scan, i, match))
    return TRUE;
  *match = ibid_date_match_new (i, i, "year");
  if (!match_period (scan, at != 0 ? at : i, is_before, match) &&
      !match_year (scan, at != 0 ? at : i, at != 0, base, is_before, match)) {
    /* "3月11日" of a year told before */
    match->next = read_month_and_day (scan, i, &match->start);
    match->rule = "full date";
    if (match->start.day == 0)
      return FALSE;
  }
  if (ibid_date_doubts_is_part_of_left (scan, i) && !ibid_date_token_is_dash (scan, i - 1))
    return FALSE;
  about = read_any (scan, match->next, about_signs);
  if (about != 0) {
    match->next = about;
    match->start.is_approximate = TRUE;
  }
  return TRUE;
}
