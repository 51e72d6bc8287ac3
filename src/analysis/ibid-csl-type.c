/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-csl-type.h"

#include "analysis/ibid-reference-dates.h"
#include "analysis/ibid-reference-labels.h"
#include "analysis/ibid-reference-records.h"
#include "analysis/ibid-reference-trim.h"
#include "analysis/ibid-reference-words.h"

#include <string.h>

typedef struct {
  JsonObject *item;
  const IbidReferenceTokens *tokens;
  guint container; /* lists that words of the field are in */
  guint genre;
  guint others;
  gboolean has_quotes; /* the title stands in quotation marks */
  gboolean has_in;     /* "In" stands before the container */
} Evidence;

static guint
find_lists (const IbidReferenceTokens *tokens, guint at)
{
  const IbidReferenceToken *token = &g_array_index (tokens->tokens, IbidReferenceToken, at);

  if (token->kind != IBID_REFERENCE_TOKEN_WORD)
    return 0;
  return ibid_word_find_lists (
      ibid_word_hash (tokens->folded + token->start, token->end - token->start));
}

static gboolean
is_opening_quote (gunichar c)
{
  return c == '"' || c == '\'' || c == 0xab || c == 0xbb || c == 0x300c || c == 0x300e ||
         c == 0x300a;
}

static void
look_at_spans (Evidence *self, const GArray *spans)
{
  guint at = 0;

  for (guint i = 0; i < spans->len; i++) {
    const IbidReferenceSpan *span = &g_array_index (spans, IbidReferenceSpan, i);
    gboolean is_first = TRUE;

    for (; at < self->tokens->tokens->len; at++, is_first = FALSE) {
      const IbidReferenceToken *token = &g_array_index (
          self->tokens->tokens, IbidReferenceToken, at);
      guint lists;

      if (token->start >= span->end)
        break;
      lists = find_lists (self->tokens, at);
      if (span->label == IBID_REFERENCE_CONTAINER) {
        self->has_in = self->has_in || (is_first && (lists & IBID_WORD_IN));
        self->container |= lists;
      } else if (span->label == IBID_REFERENCE_GENRE) {
        self->genre |= lists;
      } else if (span->label == IBID_REFERENCE_TITLE) {
        self->has_quotes = self->has_quotes ||
                           (is_first && is_opening_quote (self->tokens->folded[token->start]));
      } else if (span->label == IBID_REFERENCE_NOTE || span->label == IBID_REFERENCE_OTHER) {
        self->others |= lists;
      }
    }
  }
}

static gboolean
has (const Evidence *self, const char *member)
{
  return json_object_has_member (self->item, member);
}

/* The date says more than the year. */
static gboolean
has_month (const Evidence *self)
{
  return ibid_reference_date_has_month (self->item);
}

/* Before there were pages to be read online. */
static gboolean
is_old (const Evidence *self)
{
  JsonArray *dates;

  if (!has (self, "issued") || has (self, "URL") || has (self, "accessed"))
    return FALSE;
  dates = json_object_get_array_member (json_object_get_object_member (self->item, "issued"),
                                        "date-parts");
  return json_array_get_int_element (json_array_get_array_element (dates, 0), 0) < 1991;
}

static gboolean
text_has (const Evidence *self, const char *member, const char *const *words)
{
  g_autofree char *text = NULL;

  if (!has (self, member))
    return FALSE;
  text = g_utf8_strdown (json_object_get_string_member (self->item, member), -1);
  for (; *words != NULL; words++)
    if (strstr (text, *words) != NULL)
      return TRUE;
  return FALSE;
}

static const char *
guess_of_genre (const Evidence *self)
{
  static const char *const theses[] = {"thes",
                                       "diss",
                                       "thès",
                                       "tese",
                                       "tesi",
                                       "laurea",
                                       "doctor",
                                       "doutor",
                                       "mestrado",
                                       "habil",
                                       "diplom",
                                       NULL};
  static const char *const reports[] = {"report",
                                        "rapport",
                                        "bericht",
                                        "relatório",
                                        "working paper",
                                        "white paper",
                                        "memo",
                                        "tech",
                                        "rep.",
                                        NULL};
  static const char *const films[] = {"film", "dvd", "motion picture", "video", "movie", NULL};

  if (text_has (self, "genre", theses))
    return "thesis";
  if (text_has (self, "genre", reports))
    return "report";
  if (text_has (self, "genre", films) || text_has (self, "medium", films))
    return "motion_picture";
  return NULL;
}

static const char *
guess_of_container (const Evidence *self)
{
  static const char *const papers[] = {"proc.",
                                       "proceedings",
                                       "conference",
                                       "symposium",
                                       "workshop",
                                       "congress",
                                       "colloqu",
                                       "convegno",
                                       NULL};
  gboolean is_numbered = has (self, "volume") || has (self, "issue");
  gboolean has_book = has (self, "publisher") || has (self, "publisher-place") ||
                      has (self, "editor");

  if (text_has (self, "container-title", papers) && !(is_numbered && !has_book))
    return "paper-conference";
  if (has (self, "volume") && has (self, "publisher") && has (self, "publisher-place") &&
      !self->has_quotes && !has (self, "editor") && !(self->container & IBID_WORD_JOURNAL))
    return "book";
  if (is_numbered && !has (self, "editor") && !self->has_in)
    return "article-journal";
  if (is_old (self) && has_month (self) && self->has_quotes && !self->has_in &&
      !has (self, "publisher") && !has (self, "editor"))
    return "article-newspaper";
  if (has_book && !(is_numbered && (self->container & IBID_WORD_JOURNAL)))
    return "chapter";
  if (is_numbered)
    return "article-journal";
  if ((self->container & IBID_WORD_NEWSPAPER) && has_month (self)) {
    static const char *const magazines[] = {
        "magazine", "weekly", "economist", "yorker", "atlantic", "spiegel", NULL};
    static const char *const newspapers[] = {"herald", "news", "gazette", "times", NULL};

    return text_has (self, "container-title", magazines) &&
                   !text_has (self, "container-title", newspapers)
               ? "article-magazine"
               : "article-newspaper";
  }
  if (has_month (self) && !self->has_in && (!has (self, "title") || is_old (self)) &&
      !has (self, "URL"))
    return "article-newspaper";
  if (has (self, "page") && !has_month (self))
    return self->has_in && !(self->container & IBID_WORD_JOURNAL) ? "chapter" : "article-journal";
  if (has (self, "accessed") || has (self, "URL") || (has_month (self) && self->has_quotes))
    return has_month (self) && has (self, "page") ? "article-newspaper" : "webpage";
  if (self->has_in && !(self->container & IBID_WORD_JOURNAL))
    return "chapter";
  return has_month (self) ? "article-magazine" : "article-journal";
}

/* The title begins with such a word, within so many. */
static gboolean
begins_with (const Evidence *self, const char *const *words, guint reach)
{
  const char *title = json_object_get_string_member_with_default (self->item, "title", "");
  g_auto (GStrv) first = NULL;
  g_autofree char *lower = g_ascii_strdown (title, MIN ((gssize)strlen (title), 120));

  first = g_strsplit (lower, " ", (int)reach + 1);
  for (guint i = 0; i < reach && first[i] != NULL; i++)
    if (g_strv_contains (words, first[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_legislation (const Evidence *self)
{
  static const char *const words[] = {"laws", "statutes", "acts", "statute", "ordinances", NULL};
  const char *title = json_object_get_string_member_with_default (self->item, "title", "");
  const char *act = strstr (title, " Act ");

  if (has (self, "author") || self->has_quotes || has (self, "publisher"))
    return FALSE;
  return begins_with (self, words, 3) || g_str_has_prefix (title, "Act of ") ||
         g_str_has_suffix (title, " Act") ||
         (act != NULL && (g_ascii_isdigit (act[5]) || g_str_has_prefix (act, " Act of ")));
}

static gboolean
is_report (const Evidence *self)
{
  static const char *const words[] = {"report", "reports", "rapport", "bericht", "census", NULL};
  const char *title = json_object_get_string_member_with_default (self->item, "title", "");

  return !has (self, "author") && !self->has_quotes && !has (self, "publisher") &&
         (begins_with (self, words, 3) || g_str_has_prefix (title, "White Paper") ||
          g_str_has_prefix (title, "The White Paper"));
}

/* A chapter of it is named, or a page of it that is no page of the net. */
static gboolean
has_chapter (const Evidence *self)
{
  static const char *const words[] = {"chap", "chaps", "chapter", "chapters", "ch", NULL};

  for (guint i = 0; i < self->tokens->tokens->len; i++) {
    const IbidReferenceToken *token = &g_array_index (self->tokens->tokens, IbidReferenceToken, i);

    for (guint k = 0; words[k] != NULL && token->kind == IBID_REFERENCE_TOKEN_WORD; k++)
      if (ibid_reference_has_word (self->tokens, token->start, words[k]))
        return TRUE;
  }
  return FALSE;
}

/* "Hickok, “The Negro in Ohio,” 89", "(Aberdeen, 1762)": older print sets books in quotation marks,
 * and what is of a journal or a page says so. */
static gboolean
is_quoted_book (const Evidence *self)
{
  return has (self, "volume") || has (self, "page") || has (self, "publisher-place") ||
         is_old (self) || (has (self, "author") && !has (self, "issued"));
}

static const char *
guess_without_container (const Evidence *self)
{
  gboolean is_online = has (self, "URL") || has (self, "accessed");
  gboolean has_publisher = has (self, "publisher") || has (self, "publisher-place");

  if (has (self, "archive"))
    return "manuscript";
  if (has (self, "publisher") && self->has_quotes)
    return is_online ? "webpage" : "report";
  if (has_publisher || has (self, "ISBN") || has (self, "edition"))
    return is_online &&
                   (has_month (self) || !(has (self, "publisher-place") || has (self, "ISBN") ||
                                          has (self, "edition") || has (self, "page")))
               ? "webpage"
               : "book";
  if (is_online && !self->has_quotes && has (self, "author") && has_chapter (self))
    return "book";
  if (!is_online && self->has_quotes && is_quoted_book (self))
    return "book";
  if (is_online || (self->has_quotes && has (self, "issued")))
    return "webpage";
  if (!has (self, "title") || self->has_quotes)
    return "document";
  if (is_report (self))
    return "report";
  return has (self, "issued") || has (self, "author") || has (self, "volume") || has (self, "page")
             ? "book"
             : "document";
}

/* What is known by its form, whatever else it says. */
static const char *
guess_of_form (const Evidence *self)
{
  static const char *const interviews[] = {"interview", NULL};
  const char *title = json_object_get_string_member_with_default (self->item, "title", "");

  if (ibid_reference_records_is_case (self->tokens))
    return "legal_case";
  if (ibid_reference_records_is_code (self->tokens) ||
      (strcmp (json_object_get_string_member_with_default (self->item, "container-title", ""),
               "Stat") == 0))
    return "legislation";
  if (has (self, "container-title"))
    return NULL;
  if (ibid_reference_records_is_letter (self->tokens))
    return "personal_communication";
  if (begins_with (self, interviews, 1) && strstr (title, " with ") != NULL)
    return "interview";
  return is_legislation (self) ? "legislation" : NULL;
}

/* "press release": a page of the office's, for CSL. */
static gboolean
is_press_release (const IbidReferenceTokens *tokens)
{
  for (guint i = 0; i + 1 < tokens->tokens->len; i++) {
    const IbidReferenceToken *token = &g_array_index (tokens->tokens, IbidReferenceToken, i);

    if (ibid_reference_has_word (tokens, token->start, "press") &&
        (ibid_reference_has_word (tokens, token[1].start, "release") ||
         ibid_reference_has_word (tokens, token[1].start, "releases")))
      return TRUE;
  }
  return FALSE;
}

const char *
ibid_csl_type_guess (JsonObject *item, const IbidReferenceTokens *tokens, const GArray *spans)
{
  Evidence self = {.item = item, .tokens = tokens};
  const char *type;

  look_at_spans (&self, spans);
  if (is_press_release (tokens) && !has (&self, "container-title"))
    return "webpage";
  type = guess_of_form (&self);
  if (type == NULL)
    type = guess_of_genre (&self);
  if (type != NULL)
    return type;
  if (has (&self, "director"))
    return "motion_picture";
  return has (&self, "container-title") ? guess_of_container (&self)
                                        : guess_without_container (&self);
}
