/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reference-habits.h"

#include "analysis/ibid-reference-periodicals.h"
#include "analysis/ibid-reference-records.h"
#include "analysis/ibid-reference-tail.h"
#include "analysis/ibid-reference-words.h"

#define N_LABELS IBID_REFERENCE_N_LABELS

/* A case or a letter is named within so many tokens. */
#define REACH 30

/* "Gage's", "D'Ignazio's" */
static gboolean
is_possessive (const IbidReferenceTokens *tokens, guint at)
{
  const IbidReferenceToken *token = at < tokens->tokens->len ? ibid_relabel_get_token (tokens, at)
                                                             : NULL;

  return token != NULL && ibid_relabel_is_capital (tokens, at) && token->end - token->start > 3 &&
         tokens->folded[token->end - 1] == 's' && tokens->folded[token->end - 2] == '\'';
}

/* --- Where and when --------------------------------------------------------------------------- */

static gboolean
has_month (const IbidRelabel *self, guint first, guint last)
{
  for (guint i = first; i < last; i++)
    if ((ibid_relabel_find_lists (self->tokens, i) & IBID_WORD_MONTH) != 0)
      return TRUE;
  return FALSE;
}

/* Whether the labeller can't be right about what a tail's piece is said to be. */
static gboolean
is_at_odds (const IbidRelabel *self, const IbidReferenceTailPiece *piece)
{
  guint label = ibid_relabel_get_label (self, piece->first);

  switch (label) {
  case IBID_REFERENCE_AUTHOR:
  case IBID_REFERENCE_EDITOR:
  case IBID_REFERENCE_TITLE:
  case IBID_REFERENCE_CONTAINER:
  case IBID_REFERENCE_COLLECTION:
  case IBID_REFERENCE_PUBLISHER:
  case IBID_REFERENCE_PLACE:
    return TRUE;
  case IBID_REFERENCE_PAGES:
    /* "i. 121" */
    if (piece->label == IBID_REFERENCE_VOLUME)
      return ibid_reference_tail_is_roman (self->tokens, piece->first) &&
             ibid_relabel_get_first (self->tokens, piece->first + 1) == '.';
    return piece->label == IBID_REFERENCE_OTHER &&
           ibid_relabel_is_word (self->tokens, piece->first, "passim");
  case IBID_REFERENCE_OTHER:
  case IBID_REFERENCE_NOTE:
    return piece->label != IBID_REFERENCE_OTHER;
  case IBID_REFERENCE_VOLUME:
    /* "(1903), vii": of a preface. */
    return (piece->label == IBID_REFERENCE_DATE && has_month (self, piece->first, piece->last)) ||
           (piece->label == IBID_REFERENCE_PAGES &&
            ibid_reference_tail_is_roman (self->tokens, piece->first));
  case IBID_REFERENCE_DATE:
    return piece->label == IBID_REFERENCE_VOLUME;
  default:
    return FALSE;
  }
}

/* A day or a month that is told apart from its year. */
static gboolean
is_date_split (const IbidRelabel *self, const IbidReferenceTailPiece *piece)
{
  if (piece->label != IBID_REFERENCE_DATE || !has_month (self, piece->first, piece->last))
    return FALSE;
  for (guint i = piece->first; i < piece->last; i++)
    if (ibid_relabel_get_label (self, i) != IBID_REFERENCE_DATE)
      return TRUE;
  return FALSE;
}

/* "p." alone, as in "n.p.", is no page. */
static gboolean
says_something (const IbidRelabel *self, const IbidReferenceTailPiece *piece)
{
  for (guint i = piece->first; i < piece->last; i++)
    if (ibid_relabel_get_token (self->tokens, i)->kind == IBID_REFERENCE_TOKEN_NUMBER ||
        ibid_reference_tail_is_roman (self->tokens, i) ||
        ibid_relabel_is_word (self->tokens, i, "passim"))
      return TRUE;
  return FALSE;
}

static void
mend_tail (IbidRelabel *self)
{
  IbidReferenceTail tail;

  if (!ibid_reference_tail_find (self->tokens, &tail))
    return;
  for (guint i = 0; i < tail.n_pieces; i++) {
    const IbidReferenceTailPiece *piece = &tail.pieces[i];
    guint last = i + 1 < tail.n_pieces ? piece[1].first : self->n;

    if (piece->label != IBID_REFERENCE_URL && says_something (self, piece) &&
        (is_at_odds (self, piece) || is_date_split (self, piece)))
      ibid_relabel_set (self, piece->first, last, piece->label);
  }
}

/* "Arts. 53 and 74." and nothing else. */
static gboolean
mend_articles (IbidRelabel *self)
{
  static const char *const words[] = {
      "art", "arts", "article", "articles", "section", "sections", "sec", NULL};

  if (self->n < 2 || !ibid_relabel_is_one_of (self->tokens, 0, words))
    return FALSE;
  for (guint i = 1; i < self->n; i++)
    if (ibid_relabel_get_token (self->tokens, i)->kind == IBID_REFERENCE_TOKEN_WORD &&
        !ibid_relabel_is_word (self->tokens, i, "and") &&
        !ibid_relabel_is_word (self->tokens, i, "to") &&
        !ibid_relabel_is_word (self->tokens, i, "und") &&
        !ibid_relabel_is_word (self->tokens, i, "et") &&
        !ibid_reference_tail_is_roman (self->tokens, i))
      return FALSE;
  ibid_relabel_set (self, 0, self->n, IBID_REFERENCE_NOTE);
  return TRUE;
}

/* --- Owners ----------------------------------------------------------------------------------- */

/* The owner's last word when the text begins "Gage's", "Ernst von Elterlein's". */
static guint
find_owner (const IbidReferenceTokens *tokens, guint first)
{
  for (guint i = first; i < first + 8; i++) {
    if (is_possessive (tokens, i))
      return i;
    if (!ibid_relabel_is_capital (tokens, i) && ibid_relabel_get_first (tokens, i) != '.' &&
        !ibid_relabel_is_word (tokens, i, "von") && !ibid_relabel_is_word (tokens, i, "de") &&
        !ibid_relabel_is_word (tokens, i, "van"))
      break;
  }
  return G_MAXUINT;
}

/* "Adam's Works", "Tomoko Fuse's book, Unit Origami". */
static gboolean
is_kind_of_work (const IbidReferenceTokens *tokens, guint at)
{
  static const char *const kinds[] = {"works",
                                      "letters",
                                      "writings",
                                      "memoirs",
                                      "speeches",
                                      "poems",
                                      "essays",
                                      "sermons",
                                      "lectures",
                                      "life",
                                      "voyages",
                                      "diary",
                                      "reports",
                                      "history",
                                      "histories",
                                      "memoir",
                                      "journals",
                                      "narrative",
                                      NULL};

  return ibid_relabel_is_one_of (tokens, at, kinds);
}

static gboolean
is_called_work (const IbidReferenceTokens *tokens, guint at)
{
  static const char *const kinds[] = {"book",
                                      "essay",
                                      "article",
                                      "study",
                                      "novel",
                                      "paper",
                                      "poem",
                                      "pamphlet",
                                      "work",
                                      "account",
                                      "history",
                                      "edition",
                                      "memoir",
                                      NULL};

  return ibid_relabel_is_one_of (tokens, at, kinds);
}

static void
set_title (IbidRelabel *self, guint owner, guint title)
{
  guint end = ibid_relabel_find_end (self, owner);

  ibid_relabel_set (self, 0, owner + 1, IBID_REFERENCE_AUTHOR);
  if (title > owner + 1)
    ibid_relabel_set (self, owner + 1, title, IBID_REFERENCE_OTHER);
  ibid_relabel_set (self, title, MAX (end, title + 1), IBID_REFERENCE_TITLE);
}

static void
mend_owner (IbidRelabel *self)
{
  guint owner = find_owner (self->tokens, 0);
  guint next = owner + 1;

  if (owner == G_MAXUINT || next >= self->n ||
      ibid_relabel_get_label (self, 0) == IBID_REFERENCE_AUTHOR)
    return;
  if (ibid_relabel_is_opening_quote (ibid_relabel_get_first (self->tokens, next)) ||
      is_kind_of_work (self->tokens, next) ||
      (owner > 0 && (ibid_relabel_find_lists (self->tokens, 0) & IBID_WORD_GIVEN) != 0))
    set_title (self, owner, next);
  else if (is_called_work (self->tokens, next) &&
           (ibid_relabel_get_first (self->tokens, next + 1) == ',' ||
            ibid_relabel_is_opening_quote (ibid_relabel_get_first (self->tokens, next + 1))) &&
           next + 2 < self->n)
    set_title (self, owner, next + 1 + (ibid_relabel_get_first (self->tokens, next + 1) == ','));
}

static guint
find_closing_quote (const IbidReferenceTokens *tokens, guint at, guint last)
{
  gunichar open = ibid_relabel_get_first (tokens, at);
  gunichar close = open == 0xab ? 0xbb : open == 0xbb ? 0xab : open;

  for (guint i = at + 1; i < last; i++)
    if (ibid_relabel_get_first (tokens, i) == close)
      return i + 1;
  return last;
}

/* "Letter of Bishop Holly in Cromwell's “Negro in American History,”" */
static void
mend_owned_container (IbidRelabel *self)
{
  guint reach = MIN (self->n, REACH);

  for (guint i = 1; i + 2 < reach; i++) {
    guint owner = ibid_relabel_is_word (self->tokens, i, "in") ? find_owner (self->tokens, i + 1)
                                                               : G_MAXUINT;
    guint end;

    if (ibid_relabel_is_opening_quote (ibid_relabel_get_first (self->tokens, i)))
      return;
    if (owner == G_MAXUINT ||
        !ibid_relabel_is_opening_quote (ibid_relabel_get_first (self->tokens, owner + 1)))
      continue;
    end = find_closing_quote (self->tokens, owner + 1, self->n);
    if (ibid_relabel_get_label (self, 0) != IBID_REFERENCE_AUTHOR)
      ibid_relabel_set (self, 0, i, IBID_REFERENCE_TITLE);
    ibid_relabel_set (self, i, owner + 1, IBID_REFERENCE_EDITOR);
    ibid_relabel_set (self, owner + 1, end, IBID_REFERENCE_CONTAINER);
    /* "Flint's Letters" */
    mend_owner (self);
    return;
  }
}

/* --- Parts of works --------------------------------------------------------------------------- */

/* "…, vol. 3 of A History of Classical Chinese Scholarship" */
static void
mend_volume_of (IbidRelabel *self)
{
  for (guint i = 1; i + 4 < self->n; i++) {
    guint number = i + 1 + (ibid_relabel_get_first (self->tokens, i + 1) == '.');
    guint end;

    if ((!ibid_relabel_is_word (self->tokens, i, "vol") &&
         !ibid_relabel_is_word (self->tokens, i, "volume")) ||
        ibid_relabel_get_label (self, i) != IBID_REFERENCE_TITLE ||
        !ibid_relabel_is_word (self->tokens, number + 1, "of"))
      continue;
    if (ibid_relabel_get_token (self->tokens, number)->kind != IBID_REFERENCE_TOKEN_NUMBER &&
        !ibid_reference_tail_is_roman (self->tokens, number))
      continue;
    end = ibid_relabel_find_end (self, i);
    ibid_relabel_set (self, i, number + 1, IBID_REFERENCE_VOLUME);
    ibid_relabel_set (self, number + 1, number + 2, IBID_REFERENCE_OTHER);
    ibid_relabel_set (self, number + 2, end, IBID_REFERENCE_CONTAINER);
    return;
  }
}

/* "7 vols." says how many there are. */
static void
mend_number_of_volumes (IbidRelabel *self)
{
  static const char *const words[] = {"vols", "volumes", "bde", "tomes", "voll", NULL};

  for (guint i = 0; i + 1 < self->n; i++) {
    if (ibid_relabel_get_label (self, i) != IBID_REFERENCE_VOLUME ||
        ibid_relabel_get_token (self->tokens, i)->kind != IBID_REFERENCE_TOKEN_NUMBER ||
        !ibid_relabel_is_one_of (self->tokens, i + 1, words))
      continue;
    ibid_relabel_set (self, i, ibid_relabel_find_end (self, i), IBID_REFERENCE_NOTE);
  }
}

/* Behind "ed." and "trans.": names up to a comma or bracket; `first` when there are none. */
static guint
find_names_end (const IbidReferenceTokens *tokens, guint first)
{
  guint i = first;

  for (; i < MIN (tokens->tokens->len, first + 14); i++) {
    gunichar c = ibid_relabel_get_first (tokens, i);

    if ((c == ',' || c == '(' || c == ';') && i > first)
      return c == '(' ? i : i + 1;
    if (!ibid_relabel_is_capital (tokens, i) && c != '.' && c != '-' && c != '&' &&
        (ibid_relabel_find_lists (tokens, i) & IBID_WORD_FUNCTION) == 0)
      return first;
  }
  return i == tokens->tokens->len && i > first ? i : first;
}

/* "…, ed. J. B. Bury, 7 vols. (London": within a title, or the end of one. */
static void
mend_editor (IbidRelabel *self)
{
  static const char *const editors[] = {"ed", "eds", "edited", "hrsg", "hg", NULL};
  static const char *const translators[] = {"trans", "tr", "transl", "translated", NULL};

  for (guint i = 2; i + 2 < self->n; i++) {
    gboolean is_editor = ibid_relabel_is_one_of (self->tokens, i, editors);
    guint names = i + 1;
    guint end;

    IbidReferenceLabel label = ibid_relabel_get_label (self, i);

    if ((label != IBID_REFERENCE_TITLE && label != IBID_REFERENCE_CONTAINER) ||
        ibid_relabel_get_first (self->tokens, i - 1) != ',' ||
        (!is_editor && !ibid_relabel_is_one_of (self->tokens, i, translators)))
      continue;
    names += ibid_relabel_get_first (self->tokens, names) == '.';
    names += ibid_relabel_is_word (self->tokens, names, "by") ||
             ibid_relabel_is_word (self->tokens, names, "von");
    end = find_names_end (self->tokens, names);
    if (end > names && ibid_relabel_is_capital (self->tokens, names)) {
      ibid_relabel_set (
          self, i, end, is_editor ? IBID_REFERENCE_EDITOR : IBID_REFERENCE_TRANSLATOR);
      i = end - 1;
    }
  }
}

/* "Der Nationalsozialismus, Reinbek 1991": a town and a year behind the title. */
static void
mend_place (IbidRelabel *self)
{
  for (guint i = 3; i < self->n; i++) {
    if (ibid_relabel_get_label (self, i) != IBID_REFERENCE_DATE || self->states[i] >= N_LABELS ||
        ibid_relabel_get_token (self->tokens, i)->kind != IBID_REFERENCE_TOKEN_NUMBER)
      continue;
    if (ibid_relabel_get_label (self, i - 1) == IBID_REFERENCE_TITLE &&
        self->states[i - 1] >= N_LABELS && ibid_relabel_is_capital (self->tokens, i - 1) &&
        (ibid_relabel_find_lists (self->tokens, i - 1) & IBID_WORD_MONTH) == 0 &&
        ibid_relabel_get_first (self->tokens, i - 2) == ',' &&
        ibid_relabel_has_label (self, IBID_REFERENCE_AUTHOR))
      ibid_relabel_set (self, i - 1, i, IBID_REFERENCE_PLACE);
    return;
  }
}

/* "Hansard, 3rd ser., CLXXXII (1866), 147": nobody's name. */
static void
mend_series (IbidRelabel *self)
{
  static const char *const words[] = {"debates",
                                      "hansard",
                                      "record",
                                      "proceedings",
                                      "statutes",
                                      "papers",
                                      "records",
                                      "journals",
                                      "register",
                                      "annals",
                                      NULL};
  guint end = ibid_relabel_find_end (self, 0);

  if (ibid_relabel_get_label (self, 0) != IBID_REFERENCE_AUTHOR ||
      ibid_relabel_has_label (self, IBID_REFERENCE_TITLE) ||
      ibid_relabel_has_label (self, IBID_REFERENCE_CONTAINER) ||
      !(ibid_relabel_has_label (self, IBID_REFERENCE_VOLUME) ||
        ibid_relabel_has_label (self, IBID_REFERENCE_PAGES)))
    return;
  for (guint i = 0; i < end; i++)
    if (ibid_relabel_is_one_of (self->tokens, i, words)) {
      ibid_relabel_set (self, 0, end, IBID_REFERENCE_TITLE);
      return;
    }
}

/* "Mrs. Barbauld, in Miscellaneous Pieces": a name and what it is in. */
static void
mend_name_in (IbidRelabel *self)
{
  guint i = 0;

  if (ibid_relabel_has_label (self, IBID_REFERENCE_TITLE) ||
      ibid_relabel_has_label (self, IBID_REFERENCE_AUTHOR))
    return;
  while (i < MIN (self->n, 8) && (ibid_relabel_is_capital (self->tokens, i) ||
                                  ibid_relabel_get_first (self->tokens, i) == '.'))
    i++;
  if (i == 0 || ibid_relabel_get_first (self->tokens, i) != ',' ||
      !ibid_relabel_is_word (self->tokens, i + 1, "in") ||
      !ibid_relabel_is_capital (self->tokens, i + 2))
    return;
  ibid_relabel_set (
      self, i + 1, MAX (ibid_relabel_find_end (self, i + 1), i + 3), IBID_REFERENCE_CONTAINER);
  ibid_relabel_set (self, 0, i + 1, IBID_REFERENCE_AUTHOR);
}

/* "Dictionnaire de Musique by Bossard (2nd ed. 1705)" */
static void
mend_by (IbidRelabel *self)
{
  guint end = ibid_relabel_find_end (self, 0);
  guint i = end;

  if (ibid_relabel_get_label (self, 0) != IBID_REFERENCE_TITLE ||
      ibid_relabel_has_label (self, IBID_REFERENCE_AUTHOR) ||
      ibid_relabel_is_opening_quote (ibid_relabel_get_first (self->tokens, 0)) ||
      ibid_relabel_get_first (self->tokens, end) != '(')
    return;
  while (i > 2 && i > end - 5 &&
         (ibid_relabel_is_capital (self->tokens, i - 1) ||
          ibid_relabel_get_first (self->tokens, i - 1) == '.'))
    i--;
  if (i < 3 || i == end || !ibid_relabel_is_word (self->tokens, i - 1, "by"))
    return;
  ibid_relabel_set (self, i - 1, i, IBID_REFERENCE_OTHER);
  ibid_relabel_set (self, i, end, IBID_REFERENCE_AUTHOR);
}

/* "Islands (Scotland) Bill - https://…": nobody's name. "ICE Limited, 2021, Statement": somebody's.
 */
static void
mend_sole_name (IbidRelabel *self)
{
  guint end = ibid_relabel_find_end (self, 0);
  IbidReferenceLabel label = ibid_relabel_get_label (self, 0);
  IbidReferenceLabel next = ibid_relabel_get_label (self, end);

  if (end >= self->n)
    return;
  if (label == IBID_REFERENCE_PUBLISHER && !ibid_relabel_has_label (self, IBID_REFERENCE_AUTHOR) &&
      (next == IBID_REFERENCE_DATE || next == IBID_REFERENCE_TITLE))
    ibid_relabel_set (self, 0, end, IBID_REFERENCE_AUTHOR);
  else if (label == IBID_REFERENCE_AUTHOR && next == IBID_REFERENCE_URL &&
           ibid_relabel_find_end (self, end) == self->n)
    ibid_relabel_set (self, 0, end, IBID_REFERENCE_TITLE);
}

/* "(2nd ed. 1705)", ", 2nd ed." */
static void
mend_edition (IbidRelabel *self)
{
  static const char *const words[] = {"ed", "edn", "edition", NULL};

  if (ibid_relabel_has_label (self, IBID_REFERENCE_EDITION))
    return;
  for (guint i = 1; i + 1 < self->n; i++) {
    const IbidReferenceToken *token = ibid_relabel_get_token (self->tokens, i);

    if (token->kind != IBID_REFERENCE_TOKEN_NUMBER || token->end - token->start > 4 ||
        !g_unichar_isalpha (self->tokens->folded[token->end - 1]) ||
        !ibid_relabel_is_one_of (self->tokens, i + 1, words) ||
        ibid_relabel_get_label (self, i) == IBID_REFERENCE_TITLE)
      continue;
    ibid_relabel_set (self, i, i + 2, IBID_REFERENCE_EDITION);
    return;
  }
}

/* "(Aberdeen, 1762)" */
static void
mend_imprint (IbidRelabel *self)
{
  for (guint i = 1; i + 3 < self->n; i++) {
    guint at = i + 1;

    if (ibid_relabel_get_first (self->tokens, i) != '(' ||
        ibid_relabel_get_label (self, i) != IBID_REFERENCE_DATE)
      continue;
    while (at < MIN (self->n, i + 5) && ibid_relabel_is_capital (self->tokens, at) &&
           (ibid_relabel_find_lists (self->tokens, at) & IBID_WORD_MONTH) == 0)
      at++;
    if (at == i + 1 || ibid_relabel_get_first (self->tokens, at) != ',' || at + 2 >= self->n ||
        ibid_relabel_get_token (self->tokens, at + 1)->kind != IBID_REFERENCE_TOKEN_NUMBER ||
        ibid_relabel_get_first (self->tokens, at + 2) != ')')
      continue;
    ibid_relabel_set (self, i, at + 1, IBID_REFERENCE_PLACE);
    ibid_relabel_set (self, at + 1, ibid_relabel_find_end (self, at + 1), IBID_REFERENCE_DATE);
    return;
  }
}

/* "The ‘Better Regulation Framework Manual’ 2013 - https://…" */
static void
mend_year_behind_quote (IbidRelabel *self)
{
  guint first = ibid_relabel_is_word (self->tokens, 0, "the") ? 1 : 0;
  guint end;

  if (ibid_relabel_get_label (self, 0) != IBID_REFERENCE_TITLE || first + 3 >= self->n ||
      !ibid_relabel_is_opening_quote (ibid_relabel_get_first (self->tokens, first)))
    return;
  end = find_closing_quote (self->tokens, first, self->n);
  if (end + 1 >= self->n || ibid_relabel_get_label (self, end) != IBID_REFERENCE_TITLE ||
      ibid_relabel_get_token (self->tokens, end)->kind != IBID_REFERENCE_TOKEN_NUMBER ||
      ibid_relabel_get_token (self->tokens, end)->end -
              ibid_relabel_get_token (self->tokens, end)->start !=
          4 ||
      ibid_relabel_get_token (self->tokens, end + 1)->kind == IBID_REFERENCE_TOKEN_WORD)
    return;
  ibid_relabel_set (self, 0, end, IBID_REFERENCE_TITLE);
  ibid_relabel_set (self, end, ibid_relabel_find_end (self, end), IBID_REFERENCE_DATE);
}

static gboolean
is_in_capitals (const IbidReferenceTokens *tokens, guint at)
{
  const IbidReferenceToken *token = ibid_relabel_get_token (tokens, at);

  for (guint i = token->start; i < token->end; i++)
    if (!g_unichar_isupper (tokens->chars[i]))
      return FALSE;
  return token->kind == IBID_REFERENCE_TOKEN_WORD;
}

/* "BRANDIST, C. Vološinov’s Dilemma: On the Roots": surnames in capitals end where a word in small
 * letters follows an initial. */
static void
mend_capitals (IbidRelabel *self)
{
  guint end = ibid_relabel_find_end (self, 0);
  guint title = 0;

  if (ibid_relabel_get_label (self, 0) != IBID_REFERENCE_AUTHOR ||
      ibid_relabel_get_label (self, end) != IBID_REFERENCE_TITLE ||
      !is_in_capitals (self->tokens, 0) || ibid_relabel_get_token (self->tokens, 0)->end < 3)
    return;
  for (guint i = 2; i < end; i++) {
    if (ibid_relabel_get_first (self->tokens, i) == ';')
      title = 0;
    else if (title == 0 && ibid_relabel_get_first (self->tokens, i - 1) == '.' &&
             ibid_relabel_is_capital (self->tokens, i) && is_in_capitals (self->tokens, i - 2) &&
             !is_in_capitals (self->tokens, i) &&
             ibid_relabel_get_first (self->tokens, i + 1) != '.')
      title = i;
  }
  if (title > 0)
    ibid_relabel_set (self, title, ibid_relabel_find_end (self, end), IBID_REFERENCE_TITLE);
}

/* "“Speculations on the Automaton” (CHOLODENKO, 2007b)" */
static void
mend_cited (IbidRelabel *self)
{
  guint end = ibid_relabel_find_end (self, 0);

  if (ibid_relabel_get_label (self, 0) != IBID_REFERENCE_TITLE || end + 4 >= self->n ||
      ibid_relabel_has_label (self, IBID_REFERENCE_AUTHOR) ||
      ibid_relabel_get_first (self->tokens, end) != '(' ||
      !is_in_capitals (self->tokens, end + 1) ||
      ibid_relabel_get_first (self->tokens, end + 2) != ',' ||
      ibid_relabel_get_token (self->tokens, end + 3)->kind != IBID_REFERENCE_TOKEN_NUMBER)
    return;
  ibid_relabel_set (self, end, end + 3, IBID_REFERENCE_AUTHOR);
  ibid_relabel_set (self, end + 3, end + 5, IBID_REFERENCE_DATE);
}

/* "… of Vienna on June 4, 1919" */
static void
mend_before_date (IbidRelabel *self)
{
  for (guint i = 2; i < self->n; i++)
    if (ibid_relabel_get_label (self, i) == IBID_REFERENCE_DATE && self->states[i] < N_LABELS &&
        ibid_relabel_get_label (self, i - 1) == IBID_REFERENCE_TITLE &&
        (ibid_relabel_is_word (self->tokens, i - 1, "on") ||
         ibid_relabel_is_word (self->tokens, i - 1, "of")))
      ibid_relabel_set (self, i - 1, i, IBID_REFERENCE_OTHER);
}

/* "“Beijing daxue tushuguan”北京大學圖書館, Tang yanjiu": the title once more. */
static void
mend_second_script (IbidRelabel *self)
{
  for (guint i = 1; i + 1 < self->n; i++) {
    guint last = i;

    if (ibid_relabel_get_first (self->tokens, i - 1) != '"' ||
        ibid_relabel_get_label (self, i - 1) != IBID_REFERENCE_TITLE)
      continue;
    while (last < self->n &&
           (ibid_relabel_get_token (self->tokens, last)->kind == IBID_REFERENCE_TOKEN_CJK ||
            ibid_relabel_get_first (self->tokens, last) >= 0x3000))
      last++;
    if (last == i || ibid_relabel_get_label (self, last) != IBID_REFERENCE_CONTAINER)
      continue;
    ibid_relabel_set (self, i, last, IBID_REFERENCE_OTHER);
    return;
  }
}

/* "the Government response … published alongside this assessment" */
static void
mend_clause (IbidRelabel *self)
{
  static const char *const words[] = {
      "alongside", "with", "together", "separately", "in", "by", "on", NULL};

  if (ibid_relabel_is_opening_quote (ibid_relabel_get_first (self->tokens, 0)))
    return;
  for (guint i = 3; i + 2 < self->n; i++)
    if (ibid_relabel_get_label (self, i) == IBID_REFERENCE_TITLE && self->states[i] >= N_LABELS &&
        ibid_relabel_get_first (self->tokens, i) == 'p' &&
        ibid_relabel_is_word (self->tokens, i, "published") &&
        ibid_relabel_is_one_of (self->tokens, i + 1, words)) {
      ibid_relabel_set (self, i, ibid_relabel_find_end (self, i), IBID_REFERENCE_OTHER);
      return;
    }
}

/* "White Paper of October 23, 1919 (Cmd. 377)" */
static void
mend_paper (IbidRelabel *self)
{
  static const char *const numbers[] = {"cmd", "cmnd", "cm", "cd", "c", NULL};

  for (guint i = 1; i + 3 < self->n; i++) {
    guint number = i + 2 + (ibid_relabel_get_first (self->tokens, i + 2) == '.');

    if (ibid_relabel_get_first (self->tokens, i) != '(' ||
        !ibid_relabel_is_one_of (self->tokens, i + 1, numbers) || number >= self->n ||
        ibid_relabel_get_token (self->tokens, number)->kind != IBID_REFERENCE_TOKEN_NUMBER)
      continue;
    ibid_relabel_set (self, i + 1, number + 1, IBID_REFERENCE_ID);
    return;
  }
}

/* "The White Paper of October 23, 1919": the date is no part of its name. */
static void
mend_date_of (IbidRelabel *self)
{
  if (ibid_relabel_has_label (self, IBID_REFERENCE_TITLE) ||
      ibid_relabel_has_label (self, IBID_REFERENCE_CONTAINER) ||
      ibid_relabel_has_label (self, IBID_REFERENCE_AUTHOR))
    return;
  for (guint i = 1; i + 1 < MIN (self->n, REACH); i++)
    if ((ibid_relabel_is_word (self->tokens, i, "of") ||
         ibid_relabel_is_word (self->tokens, i, "on") ||
         ibid_relabel_get_first (self->tokens, i) == ',') &&
        (ibid_relabel_find_lists (self->tokens, i + 1) & IBID_WORD_MONTH) != 0 &&
        ibid_relabel_is_capital (self->tokens, i + 1)) {
      guint last = i + 2;

      while (last < self->n &&
             (ibid_relabel_get_first (self->tokens, last) == ',' ||
              ibid_relabel_get_first (self->tokens, last) == '.' ||
              ibid_relabel_get_token (self->tokens, last)->kind == IBID_REFERENCE_TOKEN_NUMBER))
        last++;
      ibid_relabel_set (self, 0, i, IBID_REFERENCE_TITLE);
      ibid_relabel_set (self, i, last, IBID_REFERENCE_DATE);
      return;
    }
}

void
ibid_reference_habits_apply (const IbidReferenceTokens *tokens, guint8 *states)
{
  IbidRelabel self = {tokens, states, tokens->tokens->len};

  if (self.n == 0 || mend_articles (&self))
    return;
  mend_tail (&self);
  if (ibid_reference_records_mend (&self))
    return;
  mend_owned_container (&self);
  mend_owner (&self);
  mend_name_in (&self);
  mend_volume_of (&self);
  mend_number_of_volumes (&self);
  mend_editor (&self);
  mend_place (&self);
  mend_series (&self);
  mend_by (&self);
  mend_sole_name (&self);
  mend_edition (&self);
  mend_imprint (&self);
  mend_year_behind_quote (&self);
  mend_capitals (&self);
  mend_cited (&self);
  mend_second_script (&self);
  mend_clause (&self);
  mend_paper (&self);
  mend_date_of (&self);
  mend_before_date (&self);
  ibid_reference_periodicals_mend (&self);
}
