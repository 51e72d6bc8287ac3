/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reference-numbers.h"

#include "analysis/ibid-reference-tail.h"
#include "analysis/ibid-reference-trim.h"
#include "analysis/ibid-reference-words.h"

#include <string.h>

static const IbidReferenceToken *
get_token (const IbidReferenceTokens *tokens, guint at)
{
  return &g_array_index (tokens->tokens, IbidReferenceToken, at);
}

/* The first token that starts at `start` or behind it. */
static guint
find_first (const IbidReferenceTokens *tokens, guint start)
{
  guint low = 0, high = tokens->tokens->len;

  while (low < high) {
    guint middle = (low + high) / 2;

    if (get_token (tokens, middle)->start < start)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static gboolean
is_roman (const IbidReferenceTokens *tokens, const IbidReferenceToken *token)
{
  if (token->kind != IBID_REFERENCE_TOKEN_WORD || token->end - token->start > 10)
    return FALSE;
  for (guint i = token->start; i < token->end; i++)
    if (tokens->folded[i] >= 0x80 || strchr ("IVXLCDM", (int)tokens->folded[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_glued_capital (const IbidReferenceTokens *tokens, guint at, guint start)
{
  const IbidReferenceToken *token = get_token (tokens, at);

  return token->start >= start && token->kind == IBID_REFERENCE_TOKEN_WORD &&
         token->end - token->start == 1 && g_unichar_isupper (tokens->chars[token->start]) &&
         !get_token (tokens, at + 1)->has_blank;
}

/* "vol. ii"; the whole without one. */
static char *
make_small_roman (const IbidReferenceTokens *tokens, guint start, guint end)
{
  for (guint i = find_first (tokens, start); i < tokens->tokens->len; i++) {
    const IbidReferenceToken *token = get_token (tokens, i);

    if (token->start >= end)
      break;
    if (token->start > start && ibid_reference_tail_is_roman (tokens, i))
      return ibid_reference_join (tokens, token->start, token->end);
  }
  return ibid_reference_trim (tokens, start, end);
}

char *
ibid_reference_make_volume (const IbidReferenceTokens *tokens, guint start, guint end)
{
  for (guint i = find_first (tokens, start); i < tokens->tokens->len; i++) {
    const IbidReferenceToken *token = get_token (tokens, i);

    if (token->start >= end)
      break;
    if (token->kind == IBID_REFERENCE_TOKEN_NUMBER)
      return ibid_reference_join (tokens,
                                  i > 0 && is_glued_capital (tokens, i - 1, start)
                                      ? get_token (tokens, i - 1)->start
                                      : token->start,
                                  token->end);
    if (is_roman (tokens, token) &&
        (i + 1 >= tokens->tokens->len || !is_glued_capital (tokens, i, start) ||
         get_token (tokens, i + 1)->kind != IBID_REFERENCE_TOKEN_NUMBER))
      return ibid_reference_join (tokens, token->start, token->end);
  }
  return make_small_roman (tokens, start, end);
}

char *
ibid_reference_make_issue (const IbidReferenceTokens *tokens, guint start, guint end)
{
  guint first = G_MAXUINT;
  guint last = 0;

  for (guint i = find_first (tokens, start); i < tokens->tokens->len; i++) {
    const IbidReferenceToken *token = get_token (tokens, i);

    if (token->start >= end)
      break;
    if (token->kind == IBID_REFERENCE_TOKEN_NUMBER) {
      first = MIN (first, token->start);
      last = token->end;
    } else if (first != G_MAXUINT && tokens->folded[token->start] != '-' &&
               tokens->folded[token->start] != '/' && tokens->folded[token->start] != '.') {
      break;
    }
  }
  return first != G_MAXUINT ? ibid_reference_join (tokens, first, last)
                            : make_small_roman (tokens, start, end);
}

static gboolean
is_page_word (const IbidReferenceTokens *tokens, const IbidReferenceToken *token)
{
  return token->kind == IBID_REFERENCE_TOKEN_WORD &&
         (ibid_word_find_lists (
              ibid_word_hash (tokens->folded + token->start, token->end - token->start)) &
          (IBID_WORD_PAGE | IBID_WORD_IN | IBID_WORD_FUNCTION)) != 0;
}

/* "--" as one dash; blanks around dashes are left out. */
static char *
tidy (char *pages)
{
  GString *out = g_string_new (NULL);

  for (const char *p = pages; *p != '\0'; p++) {
    if (p[0] == '-' && p[1] == '-') {
      while (p[1] == '-')
        p++;
      g_string_append (out, "–");
    } else if (*p != ' ' || (p[1] != '-' && out->len > 0 && out->str[out->len - 1] != '-')) {
      g_string_append_c (out, *p);
    }
  }
  g_free (pages);
  return g_string_free (out, FALSE);
}

char *
ibid_reference_make_pages (const IbidReferenceTokens *tokens, guint start, guint end)
{
  guint i = find_first (tokens, start);
  char *pages;

  while (i < tokens->tokens->len && get_token (tokens, i)->start < end &&
         (get_token (tokens, i)->kind == IBID_REFERENCE_TOKEN_SIGN ||
          (is_page_word (tokens, get_token (tokens, i)) &&
           /* "S12" is a page of a supplement. */
           (i + 1 >= tokens->tokens->len || get_token (tokens, i + 1)->has_blank ||
            get_token (tokens, i + 1)->kind != IBID_REFERENCE_TOKEN_NUMBER ||
            tokens->chars[get_token (tokens, i)->start] == 'p'))))
    i++;
  if (i >= tokens->tokens->len || get_token (tokens, i)->start >= end)
    return NULL;
  pages = ibid_reference_trim (tokens, get_token (tokens, i)->start, end);
  return pages != NULL ? tidy (pages) : NULL;
}
