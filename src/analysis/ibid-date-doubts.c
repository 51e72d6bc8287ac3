/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-date-doubts.h"

#include <string.h>

/* Years that need nothing around them to be taken for such. */
#define FIRST_PLAIN_YEAR 1400
#define LAST_PLAIN_YEAR 2029
#define FAR_FROM_PAGES 200

static gboolean
is_word (const IbidDateScan *scan, guint i)
{
  return ibid_date_token_get (scan, i)->kind == IBID_DATE_TOKEN_WORD;
}

static gboolean
is_number (const IbidDateScan *scan, guint i)
{
  return ibid_date_token_get (scan, i)->kind == IBID_DATE_TOKEN_NUMBER;
}

static gboolean
is_any (const IbidDateScan *scan, guint i, IbidDateWordKind kind)
{
  return ibid_date_token_means (scan, i, kind, IBID_DATE_ALL) != NULL;
}

/* The mark at `i`; 0 when it is none. */
static gunichar
get_mark (const IbidDateScan *scan, guint i)
{
  const IbidDateToken *token = ibid_date_token_get (scan, i);

  return token->kind == IBID_DATE_TOKEN_MARK ? (gunichar)token->value : 0;
}

static gboolean
is_one_of (gunichar c, const char *marks)
{
  return c != 0 && g_utf8_strchr (marks, -1, c) != NULL;
}

static gboolean
is_sum_mark (gunichar c)
{
  return is_one_of (c, "=+×÷<>%‰°′″\\^$£€¥₹¢₽₩≈±≤≥#§¶№");
}

gboolean
ibid_date_doubts_is_labelled (const IbidDateScan *scan, guint first)
{
  guint before = first - 1;
  gboolean is_dotted = get_mark (scan, before) == '.' && ibid_date_token_is_glued (scan, before);
  const IbidDateToken *label;

  if (is_one_of (get_mark (scan, before), "§#№¶°"))
    return TRUE;
  /* "equation (1914)" */
  if (get_mark (scan, before) == '(' && get_mark (scan, first + 1) == ')')
    return ibid_date_doubts_is_labelled (scan, before);
  if (is_dotted)
    before--;
  label = ibid_date_token_get (scan, before);
  /* The "s" of "1990s" is glued, and no label. */
  if (label->kind != IBID_DATE_TOKEN_WORD || label->word == 0 ||
      (!label->is_spaced && !is_one_of (get_mark (scan, before - 1), "([,;.“\"")))
    return FALSE;
  /* "No 1914" */
  if (!is_dotted && ibid_date_token_is_text (scan, before, "No"))
    return TRUE;
  return is_any (scan, before, IBID_DATE_WORD_LABEL) ||
         (is_dotted && is_any (scan, before, IBID_DATE_WORD_LABEL_DOT));
}

/* "pre-", "mid-", "May-": what may be glued to a year with a hyphen. */
static gboolean
is_prefix (const IbidDateScan *scan, guint i)
{
  return ibid_date_token_is (scan, i, IBID_DATE_WORD_PART) ||
         ibid_date_token_is (scan, i, IBID_DATE_WORD_BEFORE) ||
         ibid_date_token_is (scan, i, IBID_DATE_WORD_SINCE) ||
         ibid_date_token_is (scan, i, IBID_DATE_WORD_SEASON);
}

gboolean
ibid_date_doubts_is_part_of_left (const IbidDateScan *scan, guint first)
{
  const IbidDateToken *token = ibid_date_token_get (scan, first);
  gunichar mark = get_mark (scan, first - 1);

  if (token->is_hidden)
    return TRUE;
  if (scan->joint == first && first != 0)
    return FALSE;
  if (token->is_spaced)
    return is_one_of (mark, "=+×÷<>$£€¥₹₽₩≈±≤≥#§¶№*\\^");
  if (is_word (scan, first - 1))
    return !ibid_date_token_is (scan, first - 1, IBID_DATE_WORD_ABOUT);
  if (is_number (scan, first - 1) || is_sum_mark (mark))
    return TRUE;
  switch (mark) {
  case '-':
    return !(is_word (scan, first - 2) ? is_prefix (scan, first - 2)
                                       : !ibid_date_token_is_glued (scan, first - 1));
  case ',':
    return is_number (scan, first - 2) && !ibid_date_token_is_number (scan, first - 2, 4, 4);
  case ':':
  case '.':
    return !is_word (scan, first - 2) || ibid_date_token_get (scan, first - 2)->n_letters < 2;
  case '_': /* "_1914_" is how some texts print italics, "file_1914" a name */
    return !is_one_of (get_mark (scan, first - 2), "([“\"") &&
           ibid_date_token_is_glued (scan, first - 1) && first > 1;
  case 0x7b2c: /* 第 */
  case 0xc81c: /* 제 */
    return TRUE;
  case '/':
  case '@':
  case '&':
  case '~':
    return mark != '~' && !ibid_date_token_is_number (scan, first - 2, 4, 4);
  default:
    return ibid_date_token_is_dash (scan, first - 1) && is_number (scan, first - 2) &&
           ibid_date_token_is_glued (scan, first - 1);
  }
}

gboolean
ibid_date_doubts_is_part_of_right (const IbidDateScan *scan, guint next)
{
  const IbidDateToken *token = ibid_date_token_get (scan, next);
  const IbidDateToken *after = ibid_date_token_get (scan, next + 1);
  gunichar mark = get_mark (scan, next);
  gboolean is_followed = !after->is_spaced && after->kind != IBID_DATE_TOKEN_MARK;

  if (token->is_spaced)
    return is_one_of (mark, "=+×÷<>%‰°≈±≤≥€$£");
  if (token->kind == IBID_DATE_TOKEN_WORD)
    /* "1994a" is the first work of that year. */
    return token->n_letters > 1 || !g_ascii_islower (scan->text[token->at]) ||
           scan->text[token->at] > 'h' || is_followed;
  if (token->kind == IBID_DATE_TOKEN_NUMBER || is_sum_mark (mark) || mark == '@' || mark == '&')
    return TRUE;
  /* A counter of things: "1914人", "1914号" */
  if (mark >= 0x3041)
    return mark > 0x309f && mark != 0x5e74 && mark != 0xb144 && mark < 0xff00; /* 年, 년 */
  switch (mark) {
  case '.':
    return is_followed && (after->kind == IBID_DATE_TOKEN_NUMBER || !after->is_capital);
  case ',':
    return is_followed && after->kind == IBID_DATE_TOKEN_NUMBER && after->n_digits <= 3;
  case ':':
    return is_followed && !token->is_enclosed;
  case '/':
  case '_':
    return is_followed;
  default:
    return ibid_date_token_is_dash (scan, next) && is_followed &&
           (after->kind == IBID_DATE_TOKEN_NUMBER || (mark == '-' && after->is_upper) ||
            is_any (scan, next + 1, IBID_DATE_WORD_COMPOUND));
  }
}

gboolean
ibid_date_doubts_is_part (const IbidDateScan *scan, guint first, guint next)
{
  return ibid_date_doubts_is_part_of_left (scan, first) ||
         ibid_date_doubts_is_part_of_right (scan, next);
}

static gboolean
is_street (const IbidDateScan *scan, guint next)
{
  for (guint i = next; i < next + 4; i++) {
    const IbidDateToken *token = ibid_date_token_get (scan, i);

    if (token->kind != IBID_DATE_TOKEN_WORD || !token->is_capital)
      return FALSE;
    if (i > next && is_any (scan, i, IBID_DATE_WORD_STREET))
      return TRUE;
  }
  return FALSE;
}

gboolean
ibid_date_doubts_is_counted (const IbidDateScan *scan, guint next)
{
  if (!is_word (scan, next) || ibid_date_token_is_glued (scan, next))
    return FALSE;
  /* "1850 J", "1920 x 1080"; "1850 J. Smith" is none */
  if (ibid_date_token_get (scan, next)->n_letters == 1 &&
      strchr ("JWKVNx", scan->text[ibid_date_token_get (scan, next)->at]) != NULL &&
      get_mark (scan, next + 1) != '.')
    return TRUE;
  if (is_any (scan, next, IBID_DATE_WORD_CURRENCY))
    /* "1914 marks the end" */
    return !ibid_date_token_is (scan, next + 1, IBID_DATE_WORD_THE);
  return is_any (scan, next, IBID_DATE_WORD_COUNTED) || is_street (scan, next);
}

/* Whether what follows looks like a plural: "horses". */
static gboolean
is_plural (const IbidDateScan *scan, guint next)
{
  const IbidDateToken *token = ibid_date_token_get (scan, next);
  const char *end;

  if (token->kind != IBID_DATE_TOKEN_WORD || !token->is_spaced || token->is_capital ||
      token->n_letters < 4 || is_any (scan, next, IBID_DATE_WORD_VERB) ||
      is_any (scan, next, IBID_DATE_WORD_CURRENCY) || (scan->languages & IBID_DATE_EN) == 0)
    return FALSE;
  end = scan->text + token->at + token->n_letters;
  return end[-1] == 's' && strchr ("siua", end[-2]) == NULL;
}

/* "1500 armed men" */
static gboolean
is_counted_later (const IbidDateScan *scan, guint next)
{
  return is_word (scan, next) && is_word (scan, next + 1) &&
         !ibid_date_token_is (scan, next, IBID_DATE_WORD_OF) &&
         !ibid_date_token_is (scan, next, IBID_DATE_WORD_THE) &&
         !ibid_date_token_is (scan, next, IBID_DATE_WORD_AND) &&
         !is_any (scan, next, IBID_DATE_WORD_VERB) &&
         !ibid_date_token_is_text (scan, next, "that") &&
         is_any (scan, next + 1, IBID_DATE_WORD_COUNTED);
}

/* "nearly 1914"; "at 1914" only where no noun follows, as in "at 1917 rates". */
static gboolean
is_counting (const IbidDateScan *scan, guint first, guint next)
{
  if (ibid_date_token_is_text (scan, first - 1, "at"))
    return !is_word (scan, next);
  return is_any (scan, first - 1, IBID_DATE_WORD_COUNTING);
}

/* What stands before a year, from none to a word that leaves hardly a doubt. */
typedef enum { FRAME_NONE, FRAME_ARTICLE, FRAME_LOOSE, FRAME_FIRM } Frame;

static Frame
find_frame (const IbidDateScan *scan, guint first)
{
  static const char *const firm[] = {"in", "since", "during", "year", "before", "until"};
  guint before = first - 1;

  if (get_mark (scan, before) == '-' || get_mark (scan, before) == '.')
    before--;
  for (guint i = 0; i < G_N_ELEMENTS (firm); i++)
    if (ibid_date_token_is_text_in_any_case (scan, before, firm[i]))
      return FRAME_FIRM;
  if (ibid_date_token_is (scan, before, IBID_DATE_WORD_IN))
    return FRAME_LOOSE;
  return ibid_date_token_is (scan, before, IBID_DATE_WORD_THE) ? FRAME_ARTICLE : FRAME_NONE;
}

static gboolean
is_quantity (const IbidDateScan *scan, guint next, int year, Frame frame)
{
  gboolean is_plain = year >= FIRST_PLAIN_YEAR && year <= LAST_PLAIN_YEAR;
  gboolean is_round = year % 50 == 0 || !is_plain;
  gboolean is_counted = ibid_date_doubts_is_counted (scan, next);
  gboolean is_later = is_counted_later (scan, next);

  switch (frame) {
  case FRAME_FIRM:
    return is_counted && is_round;
  case FRAME_LOOSE:
    return is_counted || (is_round && (is_later || is_plural (scan, next)));
  case FRAME_ARTICLE:
    return is_counted && is_round;
  case FRAME_NONE:
  default:
    return is_counted || is_later || is_plural (scan, next);
  }
}

/* Whether it is the number of a product, as in "the Boeing 1914" or "a Nokia 2110". */
static gboolean
is_model (const IbidDateScan *scan, guint first, guint next)
{
  const IbidDateToken *before = ibid_date_token_get (scan, first - 1);
  guint i = first - 1;

  if (before->kind == IBID_DATE_TOKEN_WORD && before->is_mixed)
    return TRUE;
  if (before->kind != IBID_DATE_TOKEN_WORD || !before->is_capital)
    return FALSE;
  if (is_any (scan, i, IBID_DATE_WORD_MAKER) || is_any (scan, i - 1, IBID_DATE_WORD_MAKER))
    return TRUE;
  if (before->is_upper && before->n_letters > 1 && before->n_letters < 5 && !before->is_enclosed)
    return TRUE;
  if (before->n_letters == 1 && before->is_spaced && !before->is_enclosed)
    return TRUE;
  if (before->is_enclosed || before->word != 0)
    return FALSE;
  /* "the Peugeot 2008 was", but "the Berlin 1936 games" and "the Olympics 1936" */
  if (ibid_date_token_is (scan, i - 1, IBID_DATE_WORD_THE) &&
      scan->text[before->at + before->n_letters - 1] != 's' &&
      (!is_word (scan, next) || is_any (scan, next, IBID_DATE_WORD_VERB)))
    return TRUE;
  while (is_word (scan, i) && ibid_date_token_get (scan, i)->is_capital && first - i < 4)
    i--;
  return ibid_date_token_is (scan, i, IBID_DATE_WORD_CARDINAL) &&
         ibid_date_token_get (scan, i)->n_letters <= 2; /* "a", "an" */
}

/* Whether numbers before it say that it is a page: "12 (2003): 1914", "12, 1914 (2003)". */
static gboolean
is_page_of_source (const IbidDateScan *scan, guint first, guint next)
{
  gunichar mark = get_mark (scan, first - 1);

  if (mark == ')' || (is_number (scan, first - 1) && scan->taken_end != first))
    return is_number (scan, mark == ')' ? first - 2 : first - 1);
  if (mark == ':')
    return is_number (scan, first - 2) || get_mark (scan, first - 2) == ')';
  if (mark != ',')
    return FALSE;
  /* "12(3), 1914–1926" */
  if (next - first > 1 && ibid_date_token_is_number (scan, next - 1, 4, 4))
    return is_number (scan, first - 2) ||
           (get_mark (scan, first - 2) == ')' && is_number (scan, first - 3));
  return is_number (scan, first - 2) && get_mark (scan, next) == '(' &&
         ibid_date_token_is_number (scan, next + 1, 4, 4);
}

/* "pp. 1914, 1920 and 1931": what follows a number that was refused. */
static gboolean
is_in_refused_list (const IbidDateScan *scan, guint first)
{
  /* "pp. 1144-1146, 2009": far from the pages it is the year. */
  return scan->refused_end != 0 && scan->refused_end + 1 == first &&
         ABS (ibid_date_token_get (scan, first)->value - scan->refused_value) < FAR_FROM_PAGES &&
         (is_one_of (get_mark (scan, first - 1), ",;&/") ||
          ibid_date_token_is_dash (scan, first - 1) ||
          is_any (scan, first - 1, IBID_DATE_WORD_AND) ||
          is_any (scan, first - 1, IBID_DATE_WORD_TO));
}

/* "Rs. 1914", "1914 kr" */
static gboolean
is_priced (const IbidDateScan *scan, guint first, guint next)
{
  guint before = get_mark (scan, first - 1) == '.' ? first - 2 : first - 1;

  return is_any (scan, before, IBID_DATE_WORD_CURRENCY) ||
         (is_any (scan, next, IBID_DATE_WORD_CURRENCY) && ibid_date_doubts_is_counted (scan, next));
}

/* Whether a clause seems to begin with the word: "In 794 he", "in 871 Alfred". */
static gboolean
is_subject (const IbidDateScan *scan, guint next)
{
  static const char *const pronouns[] = {"he", "she", "it", "they", "we", "there", "his", "her"};
  const IbidDateToken *token = ibid_date_token_get (scan, next);

  for (guint i = 0; i < G_N_ELEMENTS (pronouns); i++)
    if (ibid_date_token_is_text (scan, next, pronouns[i]))
      return TRUE;
  return token->is_capital || ibid_date_token_is (scan, next, IBID_DATE_WORD_THE);
}

gboolean
ibid_date_doubts_allow_year (const IbidDateScan *scan, guint first, guint next, int year)
{
  Frame frame = find_frame (scan, first);
  gboolean is_alone = is_one_of (get_mark (scan, first - 1), "([") &&
                      is_one_of (get_mark (scan, next), ")],;:");

  if (ibid_date_doubts_is_part (scan, first, next) || ibid_date_doubts_is_labelled (scan, first) ||
      is_in_refused_list (scan, first))
    return FALSE;
  if (year < 1000)
    /* Three digits count a lot else. */
    return (is_alone && next - first > 1) || (frame == FRAME_FIRM && year >= 100 &&
                                              (!is_word (scan, next) || is_subject (scan, next)));
  if (ibid_date_token_is (scan, first - 1, IBID_DATE_WORD_OF) &&
      is_any (scan, first - 2, IBID_DATE_WORD_MEASURE))
    return FALSE;
  if (is_priced (scan, first, next) || is_quantity (scan, next, year, frame))
    return FALSE;
  if (frame == FRAME_NONE && (is_counting (scan, first, next) || is_model (scan, first, next) ||
                              is_page_of_source (scan, first, next)))
    return FALSE;
  if (year < FIRST_PLAIN_YEAR || year > LAST_PLAIN_YEAR)
    return frame >= FRAME_LOOSE || is_alone;
  return TRUE;
}
