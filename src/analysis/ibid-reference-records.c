/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reference-records.h"

#include "analysis/ibid-reference-words.h"

/* A case or a letter is named within so many tokens. */
#define REACH 30

/* --- Courts ----------------------------------------------------------------------------------- */

/* Where the "v." stands; 0 for none. */
static guint
find_versus (const IbidReferenceTokens *tokens)
{
  guint reach = MIN (tokens->tokens->len, REACH);

  for (guint i = 1; i + 2 < reach; i++) {
    gunichar before = ibid_relabel_get_first (tokens, i - 1);

    if (ibid_relabel_is_opening_quote (ibid_relabel_get_first (tokens, i)))
      break;
    if ((ibid_relabel_is_word (tokens, i, "v") || ibid_relabel_is_word (tokens, i, "vs")) &&
        ibid_relabel_get_first (tokens, i) == 'v' &&
        (ibid_relabel_is_capital (tokens, i - 1) || before == '.' || before == ')') &&
        (ibid_relabel_is_capital (tokens, i + 1) ||
         (ibid_relabel_get_first (tokens, i + 1) == '.' &&
          ibid_relabel_is_capital (tokens, i + 2))))
      return i;
  }
  return 0;
}

/* "347 U.S. 483", "14 QBD 273", "5 U.S. (1 Cranch) 137": `*last` is the page's token. */
static gboolean
find_reporter (const IbidReferenceTokens *tokens, guint at, guint *last)
{
  guint reach = MIN (tokens->tokens->len, at + 12);
  guint depth = 0;

  if (at + 2 >= reach || ibid_relabel_get_token (tokens, at)->kind != IBID_REFERENCE_TOKEN_NUMBER ||
      !ibid_relabel_is_capital (tokens, at + 1))
    return FALSE;
  for (guint i = at + 1; i < reach; i++) {
    gunichar first = ibid_relabel_get_first (tokens, i);

    depth += first == '(';
    depth -= first == ')' && depth > 0;
    if (ibid_relabel_get_token (tokens, i)->kind == IBID_REFERENCE_TOKEN_NUMBER && depth == 0) {
      *last = i;
      return ibid_relabel_get_token (tokens, i)->has_blank;
    }
    /* "126 Louisiana, 300" */
    if (first == ',' && i > at + 1 && i + 1 < reach && depth == 0 &&
        ibid_relabel_get_token (tokens, i + 1)->kind == IBID_REFERENCE_TOKEN_NUMBER) {
      *last = i + 1;
      return TRUE;
    }
    if (first == ',' || first == ';')
      return FALSE;
  }
  return FALSE;
}

gboolean
ibid_reference_records_is_case (const IbidReferenceTokens *tokens)
{
  guint versus = find_versus (tokens);
  guint last;

  for (guint i = versus + 1; versus > 0 && i < MIN (tokens->tokens->len, versus + REACH); i++)
    if (find_reporter (tokens, i, &last))
      return TRUE;
  return FALSE;
}

/* The case, the volume, the reporter, the page, the year. */
static gboolean
mend_case (IbidRelabel *self)
{
  guint versus = find_versus (self->tokens);
  guint last = 0;
  guint at = versus + 1;
  guint end;

  if (versus == 0 || !ibid_reference_records_is_case (self->tokens))
    return FALSE;
  while (at < self->n && !find_reporter (self->tokens, at, &last))
    at++;
  end = at;
  while (end > versus && (ibid_relabel_get_first (self->tokens, end - 1) == ',' ||
                          ibid_relabel_get_first (self->tokens, end - 1) == ')'))
    end--;
  /* "R v Dudley (1884) 14 QBD 273" */
  for (guint i = versus; i < end; i++)
    if (ibid_relabel_get_first (self->tokens, i) == '(' &&
        ibid_relabel_get_token (self->tokens, i + 1)->kind == IBID_REFERENCE_TOKEN_NUMBER) {
      ibid_relabel_set (self, i, end, IBID_REFERENCE_DATE);
      end = i;
    }
  ibid_relabel_set (self, 0, end, IBID_REFERENCE_TITLE);
  ibid_relabel_set (self, at, at + 1, IBID_REFERENCE_VOLUME);
  ibid_relabel_set (self, at + 1, last, IBID_REFERENCE_CONTAINER);
  ibid_relabel_set (self, last, last + 1, IBID_REFERENCE_PAGES);
  for (guint i = last + 1; i < self->n; i++)
    if (ibid_relabel_get_first (self->tokens, i) == '(') {
      ibid_relabel_set (self, last + 1, i, IBID_REFERENCE_OTHER);
      ibid_relabel_set (self, i, self->n, IBID_REFERENCE_DATE);
      break;
    }
  return TRUE;
}

/* --- Letters ---------------------------------------------------------------------------------- */

/* Where the names of "John Adams to Abigail Adams," end; 0 for none. A date must follow. */
static guint
find_correspondents (const IbidReferenceTokens *tokens)
{
  guint reach = MIN (tokens->tokens->len, 16);
  guint n_to = 0;

  for (guint i = 0; i < reach; i++) {
    if (ibid_relabel_get_first (tokens, i) == ',' && n_to == 1 && i > 2) {
      for (guint next = i + 1; next < MIN (tokens->tokens->len, i + 4); next++)
        if ((ibid_relabel_find_lists (tokens, next) & IBID_WORD_MONTH) != 0 &&
            ibid_relabel_is_capital (tokens, next))
          return i;
      return 0;
    }
    if (ibid_relabel_is_word (tokens, i, "to") && i > 0)
      n_to++;
    else if (!ibid_relabel_is_capital (tokens, i) && ibid_relabel_get_first (tokens, i) != '.' &&
             (ibid_relabel_find_lists (tokens, i) & IBID_WORD_FUNCTION) == 0)
      return 0;
  }
  return 0;
}

gboolean
ibid_reference_records_is_letter (const IbidReferenceTokens *tokens)
{
  static const char *const letters[] = {"letter", "telegram", NULL};
  static const char *const prepositions[] = {"of", "from", "to", NULL};
  guint first = ibid_relabel_is_word (tokens, 0, "a") || ibid_relabel_is_word (tokens, 0, "the")
                    ? 1
                    : 0;

  return (ibid_relabel_is_one_of (tokens, first, letters) &&
          ibid_relabel_is_one_of (tokens, first + 1, prepositions)) ||
         find_correspondents (tokens) > 0;
}

/* "box 4, folder 12, Jones Papers": each by itself. */
static void
part_archives (IbidRelabel *self, guint first)
{
  for (guint i = first + 1; i < self->n; i++)
    if (ibid_relabel_get_first (self->tokens, i - 1) == ',' &&
        ibid_relabel_get_label (self, i) == IBID_REFERENCE_ARCHIVE)
      self->states[i] = IBID_REFERENCE_ARCHIVE;
}

static void
mend_letter (IbidRelabel *self)
{
  static const char *const keepers[] = {
      "papers", "library", "archives", "archive", "mss", "collection", "office", "museum", NULL};
  guint end = find_correspondents (self->tokens);

  if (end == 0)
    return;
  ibid_relabel_set (self, 0, end + 1, IBID_REFERENCE_TITLE);
  for (guint i = end + 1; i < self->n; i++) {
    guint last = ibid_relabel_find_end (self, i);
    guint label = ibid_relabel_get_label (self, i);

    for (guint k = i; k < last && self->states[i] < IBID_REFERENCE_N_LABELS; k++)
      if ((label == IBID_REFERENCE_OTHER || label == IBID_REFERENCE_PUBLISHER) &&
          ibid_relabel_is_one_of (self->tokens, k, keepers)) {
        ibid_relabel_set (self, i, last, IBID_REFERENCE_ARCHIVE);
        break;
      }
    i = last - 1;
  }
  part_archives (self, end + 1);
}

/* "The Washington Manuscripts in the Library of Congress" */
static void
mend_keeper (IbidRelabel *self)
{
  static const char *const keepers[] = {"library",
                                        "archives",
                                        "archive",
                                        "museum",
                                        "society",
                                        "office",
                                        "bibliothèque",
                                        "biblioteca",
                                        NULL};
  static const char *const kept[] = {
      "manuscripts", "mss", "papers", "manuscript", "records", "collection", "collections", NULL};
  gboolean is_kept = FALSE;

  for (guint i = 0; i + 2 < MIN (self->n, REACH); i++) {
    guint at = i + 1 + ibid_relabel_is_word (self->tokens, i + 1, "the");

    is_kept = is_kept || ibid_relabel_is_one_of (self->tokens, i, kept);
    if (!is_kept || !ibid_relabel_is_word (self->tokens, i, "in") ||
        ibid_relabel_get_first (self->tokens, i) != 'i')
      continue;
    for (guint k = at; k < MIN (self->n, at + 6); k++)
      if (ibid_relabel_is_one_of (self->tokens, k, keepers) &&
          ibid_relabel_is_capital (self->tokens, k)) {
        ibid_relabel_set (self, 0, i, IBID_REFERENCE_TITLE);
        ibid_relabel_set (self, i, at, IBID_REFERENCE_OTHER);
        ibid_relabel_set (self, at, self->n, IBID_REFERENCE_ARCHIVE);
        return;
      }
    return;
  }
}

/* --- Shelf marks ------------------------------------------------------------------------------ */

/* Who keeps it, by an abbreviation of their own or by name. */
static gboolean
is_archive (const IbidReferenceTokens *tokens, guint first, guint last)
{
  static const char *const short_names[] = {"tna",
                                            "bl",
                                            "bnf",
                                            "pro",
                                            "nara",
                                            "an",
                                            "barch",
                                            "gsta",
                                            "asv",
                                            "hhsta",
                                            "adm",
                                            "asve",
                                            "nls",
                                            "pra",
                                            "bav",
                                            NULL};
  static const char *const keepers[] = {"archives",
                                        "archive",
                                        "archivo",
                                        "archivio",
                                        "arquivo",
                                        "archiv",
                                        "bundesarchiv",
                                        "staatsarchiv",
                                        "library",
                                        "biblioteca",
                                        "bibliothek",
                                        "office",
                                        "bodleian",
                                        NULL};

  if (last == first + 1)
    return ibid_relabel_is_one_of (tokens, first, short_names) &&
           g_unichar_isupper (tokens->folded[ibid_relabel_get_token (tokens, first)->end - 1]);
  for (guint i = first; i < last; i++)
    if (ibid_relabel_is_capital (tokens, i) && ibid_relabel_is_one_of (tokens, i, keepers))
      return TRUE;
  return FALSE;
}

/* "CO 137/45", "Add. MS 32567", "box 4", "fol. 12" */
static gboolean
has_shelf_mark (const IbidReferenceTokens *tokens, guint first)
{
  static const char *const words[] = {"ms",
                                      "mss",
                                      "fol",
                                      "fols",
                                      "f",
                                      "ff",
                                      "box",
                                      "folder",
                                      "busta",
                                      "cod",
                                      "fonds",
                                      "rg",
                                      "reel",
                                      NULL};

  for (guint i = first; i < MIN (tokens->tokens->len, first + 20); i++) {
    if (ibid_relabel_is_one_of (tokens, i, words))
      return TRUE;
    if (i + 2 < tokens->tokens->len && ibid_relabel_get_first (tokens, i + 1) == '/' &&
        ibid_relabel_get_token (tokens, i)->kind == IBID_REFERENCE_TOKEN_NUMBER &&
        ibid_relabel_get_token (tokens, i + 2)->kind == IBID_REFERENCE_TOKEN_NUMBER)
      return TRUE;
  }
  return FALSE;
}

static guint
find_comma (const IbidReferenceTokens *tokens, guint at)
{
  while (at < tokens->tokens->len && ibid_relabel_get_first (tokens, at) != ',')
    at++;
  return at;
}

/* "TNA, HO 42/30, Smith to Portland, 3 May 1794": the archive, its marks, the paper, the date. */
static gboolean
mend_shelf_mark (IbidRelabel *self)
{
  guint first = find_comma (self->tokens, 0);

  if (first == 0 || first > 8 || first + 1 >= self->n || !is_archive (self->tokens, 0, first) ||
      !has_shelf_mark (self->tokens, first + 1))
    return FALSE;
  ibid_relabel_set (self, 0, first + 1, IBID_REFERENCE_ARCHIVE);
  for (guint i = first + 1; i < self->n;) {
    guint last = MIN (find_comma (self->tokens, i) + 1, self->n);
    IbidReferenceLabel label = IBID_REFERENCE_ARCHIVE;

    for (guint k = i; k < last; k++) {
      if (ibid_relabel_is_word (self->tokens, k, "to") && k > i)
        label = IBID_REFERENCE_TITLE;
      if ((ibid_relabel_find_lists (self->tokens, k) & IBID_WORD_MONTH) != 0 &&
          ibid_relabel_is_capital (self->tokens, k))
        label = IBID_REFERENCE_DATE;
    }
    ibid_relabel_set (self, i, last, label);
    i = last;
  }
  return TRUE;
}

/* --- Statutes --------------------------------------------------------------------------------- */

/* "78 Stat. 241", "42 U.S.C. § 1983": volume, collection, page or section. */
static gboolean
mend_code (IbidRelabel *self)
{
  static const char *const codes[] = {"u", "c", "stat", NULL};
  gboolean is_found = FALSE;

  for (guint i = 0; i + 2 < self->n; i++) {
    guint end = i + 1;

    if (ibid_relabel_get_token (self->tokens, i)->kind != IBID_REFERENCE_TOKEN_NUMBER ||
        !ibid_relabel_is_capital (self->tokens, end) ||
        !ibid_relabel_is_one_of (self->tokens, end, codes))
      continue;
    while (end < self->n && (ibid_relabel_is_capital (self->tokens, end) ||
                             ibid_relabel_get_first (self->tokens, end) == '.'))
      end++;
    if (end >= self->n)
      break;
    if (ibid_relabel_get_first (self->tokens, end) == 0xa7) {
      ibid_relabel_set (self, end, end + 2, IBID_REFERENCE_NOTE);
    } else if (ibid_relabel_is_word (self->tokens, i + 1, "stat") &&
               ibid_relabel_get_token (self->tokens, end)->kind == IBID_REFERENCE_TOKEN_NUMBER) {
      ibid_relabel_set (self, end, end + 1, IBID_REFERENCE_PAGES);
    } else {
      continue;
    }
    ibid_relabel_set (self, i, i + 1, IBID_REFERENCE_VOLUME);
    ibid_relabel_set (self, i + 1, end, IBID_REFERENCE_CONTAINER);
    is_found = TRUE;
    if (end + 2 < self->n && ibid_relabel_get_first (self->tokens, end + 2) == '(')
      ibid_relabel_set (self, end + 2, self->n, IBID_REFERENCE_DATE);
  }
  return is_found;
}

/* "Civil Rights Act of 1964, Pub. L. No. 88-352, 78 Stat. 241", "Poor Law Amendment Act 1834, 4 & 5
 * Will. IV c. 76" */
static gboolean
mend_act (IbidRelabel *self)
{
  guint comma = find_comma (self->tokens, 0);
  guint act = 0;

  for (guint i = 1; i < MIN (comma, REACH); i++)
    if (ibid_relabel_is_word (self->tokens, i, "act") && ibid_relabel_is_capital (self->tokens, i))
      act = i;
  if (act == 0 || act + 3 < comma || comma + 1 >= self->n ||
      ibid_relabel_get_token (self->tokens, comma - 1)->kind != IBID_REFERENCE_TOKEN_NUMBER)
    return FALSE;
  ibid_relabel_set (self, comma, self->n, IBID_REFERENCE_OTHER);
  ibid_relabel_set (self, 0, comma - 1, IBID_REFERENCE_TITLE);
  ibid_relabel_set (self, comma - 1, comma, IBID_REFERENCE_DATE);
  if (ibid_relabel_is_word (self->tokens, comma - 2, "of"))
    ibid_relabel_set (self, 0, comma, IBID_REFERENCE_TITLE);
  mend_code (self);
  return TRUE;
}

gboolean
ibid_reference_records_is_code (const IbidReferenceTokens *tokens)
{
  gboolean has_section = FALSE;

  for (guint i = 0; i < MIN (tokens->tokens->len, REACH); i++)
    has_section = has_section || ibid_relabel_get_first (tokens, i) == 0xa7;
  return has_section && ibid_relabel_get_token (tokens, 0)->kind == IBID_REFERENCE_TOKEN_NUMBER;
}

gboolean
ibid_reference_records_mend (IbidRelabel *labels)
{
  if (mend_case (labels) || mend_shelf_mark (labels) || mend_act (labels) ||
      (ibid_reference_records_is_code (labels->tokens) && mend_code (labels)))
    return TRUE;
  mend_letter (labels);
  mend_keeper (labels);
  return FALSE;
}
