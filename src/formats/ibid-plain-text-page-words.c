/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-page-words.h"

#include "formats/ibid-plain-text-date.h"
#include "formats/ibid-word.h"

#include <string.h>

#define MAX_FURNITURE_BYTES 160u
#define MAX_PHRASE_BYTES 60u
#define MAX_NOTICE_BYTES 400u
#define MAX_MENU_WORDS 3u
#define MAX_ADDRESS_BYTES 80u

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
                                      "ir para o conteúdo",
                                      "anzeige",
                                      "werbung",
                                      "publicité",
                                      "publicidad",
                                      "share full article",
                                      "for immediate release",
                                      "listen to article",
                                      "accept all",
                                      "reject all",
                                      "manage preferences",
                                      "manage cookies",
                                      "zum newsletter anmelden",
                                      "newsletter abonnieren",
                                      "jetzt teilen",
                                      "skip advertisement",
                                      "table of contents hide",
                                      "sign up for the newsletter"};

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
                                         "imprimir",
                                         "sections",
                                         "work with us",
                                         "work for us",
                                         "merken",
                                         "menü",
                                         "menu principal",
                                         "kommentare",
                                         "commentaires",
                                         "s’abonner",
                                         "s'abonner",
                                         "disclaimer",
                                         "disclaimers",
                                         "start writing",
                                         "get the app",
                                         "restacks",
                                         "likes",
                                         "read more",
                                         "older post",
                                         "newer post",
                                         "older posts",
                                         "newer posts",
                                         "reply",
                                         "copy",
                                         "gift article",
                                         "audio",
                                         "like this",
                                         "cookies",
                                         "cookie preferences",
                                         "accessibility",
                                         "terms & conditions",
                                         "terms and privacy",
                                         "collection notice",
                                         "newsroom",
                                         "press",
                                         "agb",
                                         "mentions légales",
                                         "plan du site",
                                         "nous contacter",
                                         "à propos",
                                         "über uns",
                                         "discussion about this post",
                                         "write a comment",
                                         "email address",
                                         "submit",
                                         "switch to mobile view",
                                         "mobile view",
                                         "cookie statement",
                                         "developers",
                                         "statistics",
                                         "print friendly version",
                                         "print version",
                                         "download",
                                         "download as pdf",
                                         "paid",
                                         "enregistrer",
                                         "guardar",
                                         "condividi",
                                         "stampa"};

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
                                            "credit: ",
                                            "this page was last edited on",
                                            "this page was last modified on",
                                            "text is available under",
                                            "retrieved from \"",
                                            "categories:",
                                            "category:",
                                            "hidden categories:",
                                            "read more:",
                                            "photographs by ",
                                            "photography by ",
                                            "photo by ",
                                            "photos by ",
                                            "photograph by ",
                                            "illustration by ",
                                            "illustrations by ",
                                            "illustrated by ",
                                            "get our ",
                                            "sign up to our ",
                                            "by signing up",
                                            "view all posts by",
                                            "schlagwörter:",
                                            "schlagworte:",
                                            "mots-clés",
                                            "étiquettes",
                                            "more in "};

/* Asking for money, or for an address. */
static const char *const appeals[] = {"enjoying this article?",
                                      "click here to subscribe",
                                      "already a subscriber?",
                                      "not a subscriber?",
                                      "sign up for our ",
                                      "subscribe to our newsletter",
                                      "thanks for reading",
                                      "support our journalism",
                                      "like what you're reading",
                                      "like what you’re reading"};

/* They lead to one other article. */
static const char *const teasers[] = {"read more: ",
                                      "read also: ",
                                      "also read: ",
                                      "read next: ",
                                      "related: ",
                                      "lesen sie auch: ",
                                      "mehr dazu: ",
                                      "à lire aussi : ",
                                      "à lire aussi: ",
                                      "lire aussi : ",
                                      "lire aussi: ",
                                      "lea también: ",
                                      "leggi anche: "};

/* Notices as long as sentences. */
static const char *const notice_prefixes[] = {"we use cookies",
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
                                              "wir verwenden cookies",
                                              "we value your privacy",
                                              "this page was last edited on",
                                              "this page was last modified on",
                                              "text is available under",
                                              "content is available under",
                                              "diese seite wurde zuletzt",
                                              "la dernière modification de cette page"};

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
                                           "articoli correlati",
                                           "related coverage",
                                           "related reading",
                                           "related publications",
                                           "related news",
                                           "related links",
                                           "related",
                                           "related topics",
                                           "related research stories",
                                           "see more",
                                           "more stories",
                                           "more news",
                                           "more on this story",
                                           "more like this",
                                           "latest",
                                           "latest news",
                                           "latest articles",
                                           "latest posts",
                                           "recent posts",
                                           "recent articles",
                                           "also read",
                                           "top stories",
                                           "popular posts",
                                           "popular articles",
                                           "keep reading",
                                           "what to read next",
                                           "further coverage",
                                           "around the web",
                                           "from the archive",
                                           "das könnte sie auch interessieren",
                                           "weitere artikel",
                                           "lesen sie auch",
                                           "à lire aussi",
                                           "lire aussi",
                                           "articles similaires",
                                           "dans la même rubrique",
                                           "lea también",
                                           "leggi anche"};

/* What counts are of: "12 Likes". */
static const char *const counted[] = {"likes",
                                      "like",
                                      "shares",
                                      "share",
                                      "comments",
                                      "comment",
                                      "views",
                                      "restacks",
                                      "restack",
                                      "replies",
                                      "retweets",
                                      "claps",
                                      "reads",
                                      "responses",
                                      "reactions"};

/* Of "5 min read" and "Reading time: 5 minutes". */
static const char *const reading_words[] = {"min",
                                            "mins",
                                            "minute",
                                            "minutes",
                                            "read",
                                            "reading",
                                            "time",
                                            "lesezeit",
                                            "minuten",
                                            "lecture",
                                            "de",
                                            "temps",
                                            "listen",
                                            "lesedauer",
                                            "to",
                                            "this",
                                            "article"};

static const char *const comment_heads[] = {"comments",
                                            "comment",
                                            "responses",
                                            "replies",
                                            "kommentare",
                                            "kommentar",
                                            "commentaires",
                                            "commentaire",
                                            "comentarios",
                                            "discussion",
                                            "discussion about this post",
                                            "leave a comment",
                                            "leave a reply",
                                            "reader comments",
                                            "join the discussion"};
static const char *const comment_words[] = {
    "reply", "antworten", "répondre", "responder", "report", "flag", "like reply"};

static const char *const input_words[] = {"email address",
                                          "e-mail address",
                                          "your email",
                                          "your e-mail",
                                          "type your email",
                                          "enter your email",
                                          "ihre e-mail",
                                          "deine e-mail",
                                          "votre e-mail",
                                          "votre adresse"};
static const char *const box_words[] = {"newsletter",
                                        "inbox",
                                        "subscribe",
                                        "sign up",
                                        "signing up",
                                        "email",
                                        "e-mail",
                                        "privacy policy",
                                        "terms of service",
                                        "unsubscribe",
                                        "abonnieren",
                                        "anmelden",
                                        "postfach",
                                        "inscri",
                                        "abonne"};

static const char *const contact_heads[] = {"contact",
                                            "contacts",
                                            "media contact",
                                            "media contacts",
                                            "press contact",
                                            "press contacts",
                                            "media enquiries",
                                            "media inquiries",
                                            "press enquiries",
                                            "pressekontakt",
                                            "contact presse",
                                            "for more information",
                                            "for more information, please contact",
                                            "further information"};
static const char *const contents_heads[] = {"contents",
                                             "table of contents",
                                             "in this article",
                                             "on this page",
                                             "in this post",
                                             "inhalt",
                                             "inhaltsverzeichnis",
                                             "sommaire",
                                             "table des matières",
                                             "jump to section",
                                             "índice",
                                             "contents [hide",
                                             "contents hide"};

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
  if (g_str_has_prefix (start, "←"))
    start += strlen ("←") + strspn (start + strlen ("←"), " ");
  for (length = strlen (start); length > 0 && strchr (" .:!>]", start[length - 1]) != NULL;)
    length--;
  if (length > strlen (" →") && g_str_has_suffix (start, " →"))
    length -= strlen (" →");
  return g_strndup (start, length);
}

gboolean
ibid_text_page_words_are_notice (const IbidTextLine *line)
{
  g_autofree char *text = fold_line (line, MAX_NOTICE_BYTES);

  return text != NULL && begins_among (text, notice_prefixes, G_N_ELEMENTS (notice_prefixes));
}

/* "Home > News > Asia", "Home | News | Opinion" */
static gboolean
is_breadcrumb (const IbidTextLine *line)
{
  static const char *const separators[] = {" > ", " › ", " » ", " | ", " · ", " / ", " ∙ ", " • "};
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

      is_short = (date == NULL || part.length == 4) &&
                 ibid_text_line_count_words (&part) <= MAX_MENU_WORDS;
    }
    if (is_short)
      return TRUE;
  }
  return FALSE;
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
    if (!ibid_word_is_among (words[i], edge_words, G_N_ELEMENTS (edge_words)))
      return FALSE;
    n_words++;
  }
  return n_words > 1;
}

/* The number at the start of `text`, and what follows it; NULL without one. */
static const char *
skip_number (const char *text)
{
  gsize n = strspn (text, "0123456789.,");

  return n > 0 && n <= 7 && text[n] == ' ' ? text + n + 1 : NULL;
}

/* "5 min read", "Reading time: 5 minutes", "Listen to this article · 6 min" */
static gboolean
is_reading_time (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " :·-", -1);
  gboolean has_number = FALSE;
  gboolean has_unit = FALSE;

  for (guint i = 0; words[i] != NULL; i++) {
    if (*words[i] == '\0')
      continue;
    if (strspn (words[i], "0123456789") == strlen (words[i]))
      has_number = TRUE;
    else if (!ibid_word_is_among (words[i], reading_words, G_N_ELEMENTS (reading_words)))
      return FALSE;
    has_unit = has_unit || g_str_has_prefix (words[i], "min");
  }
  return has_number && has_unit;
}

/* "Updated 9:14 p.m.": a change, but not on which day. */
static gboolean
is_dateless_update (const char *text)
{
  g_autofree char *date = NULL;

  if (!g_str_has_prefix (text, "updated ") || strpbrk (text, "0123456789") == NULL)
    return FALSE;
  date = ibid_text_date_parse (text, NULL, NULL);
  return date == NULL && strchr (text, ':') != NULL;
}

/* "∙": nothing that could be read. */
static gboolean
is_sign (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return FALSE;
  return *text != '\0' && g_utf8_strlen (text, -1) <= 2;
}

gboolean
ibid_text_page_words_are_phrase (const IbidTextLine *line)
{
  g_autofree char *text = fold_line (line, MAX_FURNITURE_BYTES);

  if (text == NULL)
    return FALSE;
  if (begins_among (text, appeals, G_N_ELEMENTS (appeals)))
    return TRUE;
  return line->length <= MAX_PHRASE_BYTES &&
         (ibid_word_is_among (text, phrases, G_N_ELEMENTS (phrases)) ||
          begins_among (text, teasers, G_N_ELEMENTS (teasers)) ||
          g_str_has_suffix (text, ", the free encyclopedia"));
}

gboolean
ibid_text_page_words_are_menu (const IbidTextLine *line)
{
  g_autofree char *text = fold_line (line, MAX_FURNITURE_BYTES);

  return text != NULL && ibid_word_is_among (text, edge_words, G_N_ELEMENTS (edge_words));
}

gboolean
ibid_text_page_words_are_edge (const IbidTextLine *line)
{
  g_autofree char *text = fold_line (line, MAX_FURNITURE_BYTES);
  const char *rest;

  if (ibid_text_page_words_are_notice (line) || is_breadcrumb (line))
    return TRUE;
  if (text == NULL)
    return FALSE;
  rest = skip_number (text);
  return is_edge_row (text) || ibid_word_is_among (text, edge_words, G_N_ELEMENTS (edge_words)) ||
         begins_among (text, edge_prefixes, G_N_ELEMENTS (edge_prefixes)) ||
         (rest != NULL && ibid_word_is_among (rest, counted, G_N_ELEMENTS (counted))) ||
         is_reading_time (text) || is_dateless_update (text) || is_sign (text);
}

gboolean
ibid_text_page_words_head_list (const IbidTextLine *line, gboolean in_tail)
{
  static const char *const tail_words[] = {"tags", "topics", "keywords", "filed under", "share"};
  g_autofree char *text = fold_line (line, MAX_PHRASE_BYTES);

  return text != NULL &&
         (ibid_word_is_among (text, list_phrases, G_N_ELEMENTS (list_phrases)) ||
          g_str_has_prefix (text, "more from ") ||
          (in_tail && ibid_word_is_among (text, tail_words, G_N_ELEMENTS (tail_words))));
}

gboolean
ibid_text_page_words_head_comments (const IbidTextLine *line, gboolean *has_number)
{
  g_autofree char *text = fold_line (line, MAX_PHRASE_BYTES);
  const char *words = text;
  char *open;

  *has_number = FALSE;
  if (text == NULL)
    return FALSE;
  open = strstr (text, " (");
  if (skip_number (text) != NULL) {
    words = skip_number (text);
    *has_number = TRUE;
  } else if (open != NULL && g_ascii_isdigit (open[2])) {
    *open = '\0';
    *has_number = TRUE;
  }
  return ibid_word_is_among (words, comment_heads, G_N_ELEMENTS (comment_heads));
}

gboolean
ibid_text_page_words_are_of_comment (const IbidTextLine *line)
{
  g_autofree char *text = fold_line (line, MAX_PHRASE_BYTES);

  return text != NULL && (ibid_word_is_among (text, comment_words, G_N_ELEMENTS (comment_words)) ||
                          g_str_has_suffix (text, " says") || g_str_has_suffix (text, " said on"));
}

static gboolean
has_word (const IbidTextLine *line, const char *const *words, guint n_words)
{
  g_autofree char *text = fold_line (line, MAX_FURNITURE_BYTES);

  for (guint i = 0; text != NULL && i < n_words; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
ibid_text_page_words_are_box_input (const IbidTextLine *line)
{
  return line->length <= MAX_PHRASE_BYTES &&
         has_word (line, input_words, G_N_ELEMENTS (input_words));
}

gboolean
ibid_text_page_words_are_of_box (const IbidTextLine *line)
{
  return has_word (line, box_words, G_N_ELEMENTS (box_words));
}

gboolean
ibid_text_page_words_head_contact (const IbidTextLine *line)
{
  g_autofree char *text = fold_line (line, MAX_PHRASE_BYTES);

  return text != NULL && ibid_word_is_among (text, contact_heads, G_N_ELEMENTS (contact_heads));
}

gboolean
ibid_text_page_words_are_address (const IbidTextLine *line)
{
  guint n_digits = 0;
  gboolean is_number = TRUE;

  if (line->length > MAX_ADDRESS_BYTES)
    return FALSE;
  for (guint i = 0; i < line->length; i++) {
    n_digits += g_ascii_isdigit (line->text[i]);
    is_number = is_number &&
                (g_ascii_isdigit (line->text[i]) || strchr ("+-()./ ", line->text[i]) != NULL);
  }
  return (is_number && n_digits >= 6) || memchr (line->text, '@', line->length) != NULL;
}

gboolean
ibid_text_page_words_head_contents (const IbidTextLine *line)
{
  g_autofree char *text = fold_line (line, MAX_PHRASE_BYTES);

  return text != NULL && ibid_word_is_among (text, contents_heads, G_N_ELEMENTS (contents_heads));
}
