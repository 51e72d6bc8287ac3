/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reference-periodicals.h"

#include "analysis/ibid-reference-tail.h"
#include "analysis/ibid-reference-words.h"

/* What has more is a periodical. */
#define MAX_VOLUMES 24

static gboolean
has_month_in_date (const IbidRelabel *self)
{
  for (guint i = 0; i < self->n; i++)
    if (ibid_relabel_get_label (self, i) == IBID_REFERENCE_DATE &&
        (ibid_relabel_find_lists (self->tokens, i) & IBID_WORD_MONTH) != 0)
      return TRUE;
  return FALSE;
}

/* Dated papers that are no newspapers. */
static gboolean
is_record (const IbidReferenceTokens *tokens, guint first, guint last)
{
  static const char *const words[] = {
      "letter",    "letters",      "report",  "minutes",    "diary",    "act",       "treaty",
      "speech",    "interview",    "address", "order",      "paper",    "papers",    "convention",
      "bill",      "hearing",      "census",  "memorandum", "meeting",  "testimony", "message",
      "brief",     "journal",      "laws",    "statutes",   "decree",   "will",      "deed",
      "petition",  "resolution",   "book",    "note",       "lecture",  "sermon",    "proclamation",
      "statement", "release",      "notice",  "records",    "record",   "archives",  "mss",
      "to",        "constitution", "charter", "circular",   "despatch", "dispatch",  "telegram",
      NULL};
  static const char *const periodicals[] = {"journal", "record", NULL};

  for (guint i = first; i < last; i++)
    if (ibid_relabel_is_one_of (tokens, i, words) &&
        !(ibid_relabel_is_one_of (tokens, i, periodicals) && last - first > 2))
      return TRUE;
  return FALSE;
}

static gboolean
names_periodical (const IbidReferenceTokens *tokens, guint first, guint last)
{
  static const char *const words[] = {
      "journal",  "review", "repository",  "magazine",   "quarterly",    "gazette",  "register",
      "bulletin", "revue",  "zeitschrift", "rivista",    "revista",      "archiv",   "giornale",
      "monthly",  "weekly", "spectator",   "advertiser", "transactions", "jahrbuch", NULL};

  for (guint i = first; i < last; i++)
    if (ibid_relabel_is_capital (tokens, i) && ibid_relabel_is_one_of (tokens, i, words))
      return TRUE;
  return FALSE;
}

static gboolean
has_small_of (const IbidReferenceTokens *tokens, guint first, guint last)
{
  for (guint i = first; i < last; i++)
    if (ibid_relabel_is_word (tokens, i, "of"))
      return TRUE;
  return FALSE;
}

/* "Southern Workman, xxxvii, p. 158": few books have so many volumes. */
static gboolean
has_many_volumes (const IbidRelabel *self)
{
  for (guint i = 0; i < self->n; i++)
    if (ibid_relabel_get_label (self, i) == IBID_REFERENCE_VOLUME &&
        ibid_reference_tail_read_volume (self->tokens, i) > MAX_VOLUMES)
      return TRUE;
  return FALSE;
}

/* "The Philanthropist, July 21, 1840", "African Repository, III, 254": no article is named. */
void
ibid_reference_periodicals_mend (IbidRelabel *self)
{
  guint end = ibid_relabel_find_end (self, 0);
  guint label = ibid_relabel_get_label (self, 0);
  gboolean is_numbered = ibid_relabel_has_label (self, IBID_REFERENCE_VOLUME) &&
                         ibid_relabel_has_label (self, IBID_REFERENCE_PAGES);

  if ((label != IBID_REFERENCE_TITLE && label != IBID_REFERENCE_AUTHOR) || end >= self->n ||
      end > 10 || ibid_relabel_is_opening_quote (ibid_relabel_get_first (self->tokens, 0)) ||
      !ibid_relabel_is_capital (self->tokens, 0))
    return;
  for (guint i = end; i < self->n; i++)
    if (ibid_relabel_get_label (self, i) != IBID_REFERENCE_DATE &&
        ibid_relabel_get_label (self, i) != IBID_REFERENCE_PAGES &&
        ibid_relabel_get_label (self, i) != IBID_REFERENCE_VOLUME &&
        ibid_relabel_get_label (self, i) != IBID_REFERENCE_ISSUE)
      return;
  if (label == IBID_REFERENCE_AUTHOR &&
      (!has_month_in_date (self) || (end != 2 && !names_periodical (self->tokens, 0, end))))
    return;
  if (has_month_in_date (self)
          ? !is_record (self->tokens, 0, end) &&
                (names_periodical (self->tokens, 0, end) || !has_small_of (self->tokens, 0, end))
          : is_numbered && (names_periodical (self->tokens, 0, end) ||
                            (has_many_volumes (self) && label == IBID_REFERENCE_TITLE &&
                             !is_record (self->tokens, 0, end))))
    ibid_relabel_set (self, 0, end, IBID_REFERENCE_CONTAINER);
}
