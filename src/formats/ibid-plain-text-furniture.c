/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-furniture.h"

#include "formats/ibid-plain-text-date.h"

#include <string.h>

#define MAX_FURNITURE_BYTES 160u
#define MAX_PHRASE_BYTES 60u
#define MAX_COOKIE_BYTES 400u
#define MAX_EDGE_LINES 60u
#define MIN_MENU_LINES 5u
#define MIN_KNOWN_MENU_LINES 3u
#define MAX_MENU_WORDS 3u
#define MAX_MENU_CHARS 25u

/* Whole lines that no article has as text of its own, wherever they stand. */
static const char *const phrases[] = {"skip to main content",
                                      "from wikipedia, the free encyclopedia",
                                      "jump to search",
                                      "skip to content",
                                      "skip to navigation",
                                      "jump to navigation",
                                      "jump to content",
                                      "share this",
                                      "share this article",
                                      "share this post",
                                      "share this story",
                                      "share this page",
                                      "share on facebook",
                                      "share on twitter",
                                      "share on x",
                                      "share on linkedin",
                                      "share on whatsapp",
                                      "share on reddit",
                                      "share via email",
                                      "share by email",
                                      "tweet this",
                                      "email this",
                                      "email this article",
                                      "print this",
                                      "print this article",
                                      "print this page",
                                      "print friendly",
                                      "save this article",
                                      "listen to this article",
                                      "click to share",
                                      "copy link",
                                      "copy link to clipboard",
                                      "subscribe to our newsletter",
                                      "sign up for our newsletter",
                                      "subscribe to our mailing list",
                                      "get our newsletter",
                                      "advertisement",
                                      "advertisements",
                                      "sponsored content",
                                      "continue reading the main story",
                                      "story continues below advertisement",
                                      "article continues below",
                                      "read our privacy policy",
                                      "accept all cookies",
                                      "accept cookies",
                                      "cookie settings",
                                      "back to top",
                                      "return to top",
                                      "leave a comment",
                                      "post a comment",
                                      "leave a reply",
                                      "view comments",
                                      "show comments",
                                      "load more",
                                      "toggle navigation",
                                      "open menu",
                                      "close menu",
                                      "main menu",
                                      "view all posts",
                                      "previous article",
                                      "next article",
                                      "previous post",
                                      "next post",
                                      "follow us",
                                      "follow us on twitter",
                                      "follow us on facebook",
                                      "zum inhalt springen",
                                      "zum hauptinhalt springen",
                                      "artikel teilen",
                                      "seite drucken",
                                      "aller au contenu",
                                      "aller au contenu principal",
                                      "partager cet article",
                                      "saltar al contenido",
                                      "ir al contenido",
                                      "compartir este artículo",
                                      "vai al contenuto",
                                      "ir para o conteúdo"};

/* Whole lines that are furniture at the edges of the page only: alone they can be headings. */
static const char *const edge_words[] = {"menu",
                                         "home",
                                         "search",
                                         "log in",
                                         "login",
                                         "sign in",
                                         "sign up",
                                         "register",
                                         "subscribe",
                                         "share",
                                         "tweet",
                                         "print",
                                         "email",
                                         "e-mail",
                                         "facebook",
                                         "twitter",
                                         "linkedin",
                                         "whatsapp",
                                         "reddit",
                                         "pinterest",
                                         "instagram",
                                         "youtube",
                                         "rss",
                                         "x",
                                         "pdf",
                                         "download pdf",
                                         "comments",
                                         "save",
                                         "bookmark",
                                         "newsletter",
                                         "newsletters",
                                         "about",
                                         "about us",
                                         "contact",
                                         "contact us",
                                         "careers",
                                         "advertise",
                                         "advertise with us",
                                         "privacy",
                                         "privacy policy",
                                         "terms",
                                         "terms of use",
                                         "terms of service",
                                         "terms and conditions",
                                         "cookie policy",
                                         "sitemap",
                                         "site map",
                                         "imprint",
                                         "help",
                                         "faq",
                                         "donate",
                                         "support us",
                                         "more",
                                         "like",
                                         "like this",
                                         "suche",
                                         "anmelden",
                                         "startseite",
                                         "impressum",
                                         "datenschutz",
                                         "kontakt",
                                         "teilen",
                                         "drucken",
                                         "accueil",
                                         "recherche",
                                         "partager",
                                         "imprimer",
                                         "inicio",
                                         "buscar",
                                         "compartir",
                                         "imprimir"};

/* How lines begin that are furniture at the edges. */
static const char *const edge_prefixes[] = {"©",
                                            "(c) 19",
                                            "(c) 20",
                                            "copyright ©",
                                            "copyright (c)",
                                            "copyright 19",
                                            "copyright 20",
                                            "share this",
                                            "share on ",
                                            "follow us on ",
                                            "sign up for our ",
                                            "subscribe to our ",
                                            "subscribe now",
                                            "subscribe today",
                                            "filed under:",
                                            "posted in:",
                                            "posted in ",
                                            "tags:",
                                            "tagged:",
                                            "all rights reserved",
                                            "photo credit:",
                                            "image credit:",
                                            "credit: "};

static const char *const cookie_prefixes[] = {"we use cookies",
                                              "this site uses cookies",
                                              "this website uses cookies",
                                              "our site uses cookies",
                                              "we and our partners",
                                              "by continuing to use this site",
                                              "by continuing to browse",
                                              "by using this site, you agree",
                                              "diese website verwendet cookies",
                                              "ce site utilise des cookies",
                                              "este sitio utiliza cookies",
                                              "wir verwenden cookies"};

/* They head lists of other articles, which go with them. */
static const char *const list_phrases[] = {"related articles",
                                           "related stories",
                                           "related posts",
                                           "related content",
                                           "more from",
                                           "you may also like",
                                           "you might also like",
                                           "recommended for you",
                                           "read next",
                                           "most read",
                                           "most popular",
                                           "trending",
                                           "trending now",
                                           "ähnliche artikel",
                                           "mehr zum thema",
                                           "articles liés",
                                           "sur le même sujet",
                                           "artículos relacionados",
                                           "articoli correlati"};

static gboolean
is_among (const char *text, const char *const *list, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (text, list[i]))
      return TRUE;
  return FALSE;
}

static gboolean
begins_among (const char *text, const char *const *list, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (text, list[i]))
      return TRUE;
  return FALSE;
}

/* Lower case, bullets at the start and punctuation at the end cut off. NULL when too long. */
static char *
fold_line (const IbidTextLine *line, guint max_bytes)
{
  g_autofree char *lower = NULL;
  char *start;
  gsize length;

  if (line->length > max_bytes)
    return NULL;
  lower = g_utf8_strdown (line->text, line->length);
  start = lower + strspn (lower, "*-+>#[ ");
  for (length = strlen (start); length > 0 && strchr (" .:!>]", start[length - 1]) != NULL;)
    length--;
  return g_strndup (start, length);
}

static gboolean
is_cookie_line (const IbidTextLine *line)
{
  g_autofree char *text = fold_line (line, MAX_COOKIE_BYTES);

  return text != NULL && begins_among (text, cookie_prefixes, G_N_ELEMENTS (cookie_prefixes));
}

static gboolean
stands_alone (IbidTextLines *lines, guint i)
{
  return !lines->is_wrapped ||
         (ibid_text_lines_starts_block (lines, i) && ibid_text_lines_ends_block (lines, i));
}

static void
leave_out (IbidTextLines *lines, guint i)
{
  IbidTextLine *line = ibid_text_lines_get (lines, i);

  if (!line->is_kept)
    line->role = IBID_LINE_LEFT_OUT;
}

/* "Home > News > Asia", "Home | News | Opinion" */
static gboolean
is_breadcrumb (const IbidTextLine *line)
{
  static const char *const separators[] = {" > ", " › ", " » ", " | ", " · ", " / "};
  g_autofree char *text = NULL;

  if (line->length > MAX_FURNITURE_BYTES || ibid_text_line_ends_sentence (line))
    return FALSE;
  text = ibid_text_line_dup (line);
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++) {
    g_auto (GStrv) parts = g_strsplit (text, separators[i], -1);
    gboolean is_short = g_strv_length (parts) >= 3;

    for (guint j = 0; is_short && parts[j] != NULL; j++) {
      IbidTextLine part = {.text = parts[j], .length = (guint)strlen (parts[j])};
      g_autofree char *date = ibid_text_date_parse (parts[j], NULL, NULL);

      is_short = date == NULL && ibid_text_line_count_words (&part) <= MAX_MENU_WORDS;
    }
    if (is_short)
      return TRUE;
  }
  return FALSE;
}

/* A phrase, and the other articles that it lists. Returns how many lines. */
static guint
mark_phrase (IbidTextLines *lines, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (lines, i);
  g_autofree char *text = NULL;
  guint n = 1;

  /* Most lines are none, and need not be looked at closely. */
  if (line->length > MAX_PHRASE_BYTES || line->text[0] == '[' || g_ascii_isdigit (line->text[0]) ||
      !stands_alone (lines, i))
    return 1;
  text = fold_line (line, MAX_PHRASE_BYTES);
  if (is_among (text, phrases, G_N_ELEMENTS (phrases))) {
    leave_out (lines, i);
  } else if (is_among (text, list_phrases, G_N_ELEMENTS (list_phrases))) {
    leave_out (lines, i);
    for (; !lines->is_wrapped && (line = ibid_text_lines_get (lines, i + n)) != NULL; n++) {
      if (line->blank_before || line->length > MAX_FURNITURE_BYTES ||
          ibid_text_line_ends_sentence (line))
        break;
      leave_out (lines, i + n);
    }
  }
  return n;
}

static gboolean
is_edge_word (const IbidTextLine *line)
{
  g_autofree char *text = fold_line (line, MAX_FURNITURE_BYTES);

  return text != NULL && is_among (text, edge_words, G_N_ELEMENTS (edge_words));
}

/* "Facebook Twitter Email", "Share | Print | Save": nothing but such words in a row. */
static gboolean
is_edge_row (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " |,·/", -1);
  guint n_words = 0;

  for (guint i = 0; words[i] != NULL; i++) {
    if (*words[i] == '\0')
      continue;
    if (!is_among (words[i], edge_words, G_N_ELEMENTS (edge_words)))
      return FALSE;
    n_words++;
  }
  return n_words > 1;
}

static void
mark_edge (IbidTextLines *lines, guint start, guint end)
{
  for (guint i = start; i < end; i++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);
    g_autofree char *text = fold_line (line, MAX_FURNITURE_BYTES);

    if (!stands_alone (lines, i))
      continue;
    if (is_cookie_line (line) || is_breadcrumb (line) ||
        (text != NULL &&
         (is_edge_row (text) || is_among (text, edge_words, G_N_ELEMENTS (edge_words)) ||
          begins_among (text, edge_prefixes, G_N_ELEMENTS (edge_prefixes)))))
      leave_out (lines, i);
  }
}

static gboolean
is_byline_or_date (const IbidTextLine *line)
{
  g_autofree char *text = fold_line (line, MAX_FURNITURE_BYTES);
  g_autofree char *date = text != NULL ? ibid_text_date_parse (text, NULL, NULL) : NULL;

  return date != NULL || (text != NULL && g_str_has_prefix (text, "by "));
}

/* Plainly a line of the article: what lies before the first and behind the last is the edge. */
static gboolean
is_article_line (const IbidTextLine *line)
{
  if (is_cookie_line (line) || line->length < 60)
    return FALSE;
  return line->length >= 140 ||
         (ibid_text_line_ends_sentence (line) && ibid_text_line_count_words (line) >= 9);
}

/* The first line of the article. A sentence may also stand above the byline. */
static guint
find_article (IbidTextLines *lines)
{
  guint n_lines = ibid_text_lines_get_n (lines);
  guint i = 0;

  while (i < n_lines && !is_article_line (ibid_text_lines_get (lines, i)))
    i++;
  for (guint next = i + 1; next < n_lines && next <= i + 2; next++)
    if (is_byline_or_date (ibid_text_lines_get (lines, next))) {
      while (next < n_lines && !is_article_line (ibid_text_lines_get (lines, next)))
        next++;
      return next;
    }
  return i;
}

static gboolean
is_menu_line (const IbidTextLine *line)
{
  return line->length <= MAX_MENU_CHARS * 4 && !is_byline_or_date (line) &&
         ibid_text_line_count_words (line) <= MAX_MENU_WORDS &&
         ibid_text_line_count_chars (line) <= MAX_MENU_CHARS &&
         !ibid_text_line_ends_sentence (line);
}

/* A run of very short lines ahead of the title: a menu, when it has a word that menus have, or is
 * long. The line ahead of byline or date is the title. */
static void
mark_menus (IbidTextLines *lines, guint end)
{
  for (guint i = 0; i < end;) {
    guint n_known = 0;
    guint stop = i;

    while (stop < end && is_menu_line (ibid_text_lines_get (lines, stop)) &&
           (stop == i || !ibid_text_lines_get (lines, stop)->blank_before)) {
      n_known += is_edge_word (ibid_text_lines_get (lines, stop));
      stop++;
    }
    if (stop < end && stop > i && is_byline_or_date (ibid_text_lines_get (lines, stop)))
      stop--;
    if (stop - i >= (n_known > 0 ? MIN_KNOWN_MENU_LINES : MIN_MENU_LINES))
      for (guint j = i; j < stop; j++)
        leave_out (lines, j);
    i = MAX (stop, i + 1);
  }
}

void
ibid_text_furniture_mark (IbidTextLines *lines)
{
  guint n_lines = ibid_text_lines_get_n (lines);
  guint head = find_article (lines);
  guint tail = n_lines;

  if (head == n_lines) /* nothing long: a note, a poem, a list */
    head = 0;
  else
    while (tail > head && !is_article_line (ibid_text_lines_get (lines, tail - 1)))
      tail--;

  if (!lines->is_wrapped)
    mark_menus (lines, MIN (head, MAX_EDGE_LINES));
  mark_edge (lines, 0, MIN (head, MAX_EDGE_LINES));
  mark_edge (lines, MAX (tail, n_lines - MIN (n_lines, MAX_EDGE_LINES)), n_lines);
  for (guint i = 0; i < n_lines;)
    i += mark_phrase (lines, i);

  if (ibid_text_lines_find (lines, 0, IBID_LINE_TEXT) == n_lines)
    for (guint i = 0; i < n_lines; i++)
      ibid_text_lines_get (lines, i)->role = IBID_LINE_TEXT;
}
