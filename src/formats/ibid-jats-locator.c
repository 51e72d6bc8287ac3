/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-jats-locator.h"

#include <stdlib.h>
#include <string.h>

/* Pages are named within so many bytes. */
#define MAX_BYTES 96u

#define NUMBER "(?:[0-9]{1,5}|[ivxlcdm]{1,7})"
#define PAGES NUMBER "(?:\\s*(?:[-–—,&]|e|y|et|and|und)\\s*" NUMBER ")*(?:\\s*ff?\\b\\.?)?"
#define PAGE_WORD "(?:pp?|pgs?|p[aá]gs?|pages?|p[aá]ginas?|ss?|seiten?|стр|с)\\.?\\s*"
#define FIGURES "[0-9]{1,4}(?:[-–—][0-9]{1,4})?"

/* A locator behind a citation, one without "p." only where the brackets end or go on. */
static const char following[] = "^\\s*(?:[,:]?\\s*" PAGE_WORD "(" PAGES ")(?!\\w)"
                                "|[,:]\\s*(" FIGURES ")(?=\\s*[\\]);]))";

static const char within[] = "[\\s,(:]" PAGE_WORD "(" PAGES
                             ")(?!\\w)|[0-9]{4}[a-z]?\\s*:\\s*(" FIGURES ")(?!\\w)";

static GRegex *
get_regex (const char *pattern, GRegex **regex)
{
  if (g_once_init_enter (regex)) {
    /* It lives as long as the program. */
    GRegex *made = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);

    g_once_init_leave (regex, made);
  }
  return *regex;
}

/* The first MAX_BYTES, whole characters. */
static char *
dup_beginning (const char *text, gsize length)
{
  const char *end = text + strnlen (text, MIN (length, MAX_BYTES));

  while (end > text && ((guint8)*end & 0xc0u) == 0x80u)
    end--;
  return g_strndup (text, (gsize)(end - text));
}

/* The year that another work of the same author came out in. */
static gboolean
is_year (const char *figures)
{
  int year = atoi (figures);

  return strlen (figures) == 4 && year >= 1500 && year <= 2099;
}

static char *
fetch_pages (GMatchInfo *match)
{
  g_autofree char *pages = g_match_info_fetch (match, 1);
  char *figures;

  if (pages != NULL && *pages != '\0')
    return g_steal_pointer (&pages);
  figures = g_match_info_fetch (match, 2);
  if (figures != NULL && (*figures == '\0' || is_year (figures)))
    g_clear_pointer (&figures, g_free);
  return figures;
}

guint
ibid_jats_locator_follow (const char *text, char **locator)
{
  static GRegex *regex;
  g_autofree char *beginning = dup_beginning (text, MAX_BYTES);
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  *locator = NULL;
  if (!g_regex_match (get_regex (following, &regex), beginning, 0, &match))
    return 0;
  *locator = fetch_pages (match);
  if (*locator == NULL || !g_match_info_fetch_pos (match, 0, NULL, &end))
    return 0;
  return (guint)end;
}

char *
ibid_jats_locator_find (const char *text, gsize length)
{
  static GRegex *regex;
  g_autofree char *beginning = dup_beginning (text, length);
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_regex_match (get_regex (within, &regex), beginning, 0, &match))
    return NULL;
  return fetch_pages (match);
}
