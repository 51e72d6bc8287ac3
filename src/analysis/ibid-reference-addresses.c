/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reference-addresses.h"

#include "analysis/ibid-reference-labels.h"
#include "analysis/ibid-reference-trim.h"

#include <string.h>

#define MAX_ISBN 17

static void
set_text (JsonObject *item, const char *member, const char *text)
{
  if (text != NULL && *text != '\0' && !json_object_has_member (item, member))
    json_object_set_string_member (item, member, text);
}

/* "https://doi.org/10.1000/182": the DOI in it, or NULL. */
static const char *
find_doi (const char *url)
{
  const char *doi = strstr (url, "doi");

  return doi != NULL ? strstr (doi, "10.") : NULL;
}

/* Printed without a blank behind the address, and no part of it: "….2244.PMID:1", "….pdf(accessed".
 */
static void
cut_followers (char *address)
{
  static const char *const followers[] = {
      ".PMID",
      ".URL",
      ",URL",
      ",arXiv",
      ".arXiv",
      "(accessed",
      "(Accessed",
      "(retrieved",
      "[accessed",
      ".(",
      "[doi",
      ",doi",
      ",in",
      ";http",
      ",http",
      NULL,
  };

  for (guint i = 0; followers[i] != NULL; i++) {
    char *found = strstr (address, followers[i]);

    if (found != NULL && found > address)
      *found = '\0';
  }
  for (gsize length = strlen (address); length > 0 && strchr (".,;", address[length - 1]) != NULL;
       length--)
    address[length - 1] = '\0';
}

static gboolean
is_blank (const IbidReferenceTokens *tokens, guint at)
{
  return g_unichar_isspace (tokens->chars[at]);
}

static gboolean
is_one_of (gunichar c, const char *signs)
{
  return c < 0x80 && c != 0 && strchr (signs, (int)c) != NULL;
}

static gboolean
has_path (const IbidReferenceTokens *tokens, guint start, guint end)
{
  guint n_slashes = 0;

  for (guint i = start; i < end; i++)
    n_slashes += tokens->chars[i] == '/';
  return n_slashes > 2;
}

/* Whether the address before the blank at `blank` goes on with the piece behind it: a sign stands
 * beside the blank that no sentence has there, or the piece is itself a path. */
static gboolean
goes_on (const IbidReferenceTokens *tokens, guint start, guint blank, guint piece, guint end)
{
  const gunichar left = tokens->chars[blank - 1], right = tokens->chars[piece];

  if (is_one_of (right, "([<\"") || is_one_of (left, ")]>,;\""))
    return FALSE;
  if (is_one_of (left, "/-_=&?%~") || is_one_of (right, "./-_=&?%~"))
    return TRUE;
  if (left == '.' && !has_path (tokens, start, blank))
    return TRUE;
  for (guint i = piece; i < end && !is_blank (tokens, i); i++)
    if (is_one_of (tokens->chars[i], "/_"))
      return TRUE;
  return FALSE;
}

static guint
find_limit (const GArray *spans, guint start, guint end)
{
  for (guint i = 0; i < spans->len; i++) {
    const IbidReferenceSpan *span = &g_array_index (spans, IbidReferenceSpan, i);

    if (span->label == IBID_REFERENCE_URL && span->start <= start && start < span->end)
      return MAX (end, span->end);
  }
  return end;
}

/* "http://www. example.org/a- b.html": where an address that was labelled as one ends, with the
 * blanks that a line's end or a PDF file left in it. */
static guint
find_broken_end (const IbidReferenceTokens *tokens, const GArray *spans, guint start, guint end)
{
  const guint limit = find_limit (spans, start, end);
  guint found = end;

  while (found < limit) {
    guint blank = found;
    guint piece;

    while (blank < limit && !is_blank (tokens, blank))
      blank++;
    for (piece = blank; piece < limit && is_blank (tokens, piece);)
      piece++;
    if (piece == limit || !goes_on (tokens, start, blank, piece, limit))
      break;
    for (found = piece; found < limit && !is_blank (tokens, found);)
      found++;
  }
  return found;
}

static void
add_url (JsonObject *item,
         const IbidReferenceTokens *tokens,
         const GArray *spans,
         guint start,
         guint token_end)
{
  guint end = find_broken_end (tokens, spans, start, token_end);
  g_autofree char *url = ibid_reference_join (tokens, start, end);

  if (url == NULL)
    return;
  cut_followers (url);
  set_text (item, "URL", url);
  set_text (item, "DOI", find_doi (url));
}

static void
add_doi (JsonObject *item, const IbidReferenceTokens *tokens, const IbidReferenceToken *token)
{
  g_autofree char *doi = ibid_reference_join (tokens, token->start, token->end);

  if (doi == NULL)
    return;
  cut_followers (doi);
  set_text (item, "DOI", doi);
}

/* "ISBN 978-3-16-148410-0", "ISBN: 0 13 908385 5". */
static void
add_isbn (JsonObject *item, const IbidReferenceTokens *tokens, guint at)
{
  g_autoptr (GString) isbn = g_string_new (NULL);
  guint n_digits = 0;

  while (at < tokens->n_chars && isbn->len < MAX_ISBN && n_digits < 13) {
    gunichar c = tokens->folded[at++];

    if (c < 0x80 && g_ascii_isdigit ((char)c)) {
      n_digits++;
      g_string_append_c (isbn, (char)c);
    } else if (isbn->len > 0 && (c == '-' || (c == 'X' && n_digits == 9))) {
      g_string_append_c (isbn, (char)c);
      n_digits += c == 'X';
    } else if (isbn->len > 0 ? c != ' ' : g_unichar_isalpha (c)) {
      break;
    } else if (isbn->len > 0 && n_digits == 10) {
      break;
    }
  }
  if (n_digits == 10 || n_digits == 13)
    set_text (item, "ISBN", isbn->str);
}

/* An address without "http://" that was labelled as one: "example.org/a". */
static void
add_labelled (JsonObject *item, const IbidReferenceTokens *tokens, const GArray *spans)
{
  for (guint i = 0; i < spans->len; i++) {
    const IbidReferenceSpan *span = &g_array_index (spans, IbidReferenceSpan, i);
    g_autofree char *text = NULL;
    const char *dot;

    if (span->label != IBID_REFERENCE_URL)
      continue;
    text = ibid_reference_trim (tokens, span->start, span->end);
    dot = text != NULL ? strchr (text, '.') : NULL;
    if (dot != NULL && g_ascii_isalnum (dot[1]) && strchr (text, ' ') == NULL)
      set_text (item, "URL", text);
  }
}

void
ibid_reference_addresses_add (JsonObject *item,
                              const IbidReferenceTokens *tokens,
                              const GArray *spans)
{
  for (guint i = 0; i < tokens->tokens->len; i++) {
    const IbidReferenceToken *token = &g_array_index (tokens->tokens, IbidReferenceToken, i);

    if (token->kind == IBID_REFERENCE_TOKEN_URL)
      add_url (item, tokens, spans, token->start, token->end);
    else if (token->kind == IBID_REFERENCE_TOKEN_DOI)
      add_doi (item, tokens, token);
    else if (token->kind == IBID_REFERENCE_TOKEN_WORD &&
             ibid_reference_has_word (tokens, token->start, "isbn"))
      add_isbn (item, tokens, token->end);
  }
  if (!json_object_has_member (item, "URL"))
    add_labelled (item, tokens, spans);
}
