/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-furniture.h"

#include "formats/ibid-html-shape.h"

#include <string.h>

#define MAX_TOKEN 64u

/* Whole classes and ids. */
static const char *const furniture[] = {
    "addtoany_share_save_container",
    "adsbygoogle",
    "advert",
    "advertisement",
    "ambox",
    "arbo",
    "authority-control",
    "breadcrumb",
    "breadcrumbs",
    "cs1-hidden-error",
    "cs1-maint",
    "ez-toc-container",
    "hatnote",
    "jp-relatedposts",
    "masthead",
    "mbox-small",
    "mw-empty-elt",
    "mw-footer",
    "mw-indicators",
    "mw-jump-link",
    "mw-page-base",
    "nav-links",
    "nav-panel",
    "navbar",
    "navbox-styles",
    "navigation-not-searchable",
    "pagination",
    "post-navigation",
    "post-tags",
    "printfooter",
    "related",
    "related-posts",
    "shareaholic-canvas",
    "sharedaddy",
    "shortdescription",
    "sidebar",
    "side-box",
    "sistersitebox",
    "site-footer",
    "site-header",
    "sitesub",
    "contentsub",
    "skip-link",
    "social",
    "subscription-widget-wrap",
    "subscription-widget",
    "table-of-contents",
    "tag-links",
    "toc-container",
    "toctitle",
    "vector-toc",
    "widget-area",
    "wp-block-table-of-contents",
    "yarpp",
};

/* What may be longer than the text that it stands under. */
static const char *const comments[] = {
    "catlinks",
    "comment-list",
    "comment-respond",
    "comments",
    "comments-area",
    "comments-section",
    "comments-wrapper",
    "disqus_thread",
    "mw-navigation",
    "navbox",
    "respond",
};

/* Parts of classes and ids that are words of nothing else. */
static const char *const furniture_words[] = {
    "cookie",          "newsletter",       "subscribe",    "share-bar",    "sharebar",
    "share-buttons",   "sharing",          "social-links", "social-media", "social-share",
    "related-content", "related-articles", "recommended",  "gdpr",         "paywall",
    "breadcrumb",      "site-nav",         "main-nav",     "mainmenu",     "main-menu",
    "skip-to",         "signup-form",      "signup-box",   "sponsor-box",  "ad-slot",
    "ad-container",    "mw-portlet",       "read-next",    "up-next",      "reader-comments",
};

/* Lines of names and dates under the title. */
static const char *const lines[] = {
    "author",
    "byline",
    "date",
    "entry-meta",
    "post-meta",
    "posted-on",
    "article-meta",
    "info-publi",
    "reading-time",
    "read-time",
    "post-date",
    "entry-date",
    "dateline",
    "byline-wrapper",
};

static const char *const subtitles[] = {
    "subtitle",
    "dek",
    "standfirst",
    "lede",
    "lead",
    "abstract",
    "summary",
    "deck",
    "excerpt",
};

static const char *const texts[] = {
    "entry-content",     "post-content",     "article-content",
    "article-body",      "articlebody",      "article__body",
    "article__content",  "post-body",        "post__content",
    "story-body",        "storytext",        "mw-parser-output",
    "available-content", "markdown-body",    "post-entry",
    "single-content",    "td-post-content",  "texte",
    "article-text",      "js-article__body", "ltx_document",
    "blog-post-content", "entry-body",       "rich_media_content",
};

static const char *const mains[] = {
    "main",
    "content",
    "main-content",
    "maincontent",
    "mw-content-text",
    "bodycontent",
    "primary",
    "article",
    "post",
    "hentry",
    "h-entry",
    "page-content",
    "site-content",
    "content-area",
};

static gboolean
is_among (const char *token, const char *const *names, guint n_names)
{
  for (guint i = 0; i < n_names; i++)
    if (*token == *names[i] && strcmp (token, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_word (const char *token)
{
  for (guint i = 0; i < G_N_ELEMENTS (furniture_words); i++)
    if (strstr (token, furniture_words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static IbidHtmlPart
judge_names (const char *list)
{
  char token[MAX_TOKEN];
  IbidHtmlPart part = IBID_HTML_PART_NONE;

  while (list != NULL && ibid_html_next_token (&list, token, sizeof token)) {
    if (is_among (token, furniture, G_N_ELEMENTS (furniture)) || has_word (token))
      return IBID_HTML_PART_FURNITURE;
    if (is_among (token, comments, G_N_ELEMENTS (comments)))
      return IBID_HTML_PART_COMMENTS;
    if (is_among (token, texts, G_N_ELEMENTS (texts)))
      part = IBID_HTML_PART_TEXT;
    else if (part < IBID_HTML_PART_MAIN && is_among (token, mains, G_N_ELEMENTS (mains)))
      part = IBID_HTML_PART_MAIN;
    else if (part == IBID_HTML_PART_NONE && is_among (token, lines, G_N_ELEMENTS (lines)))
      part = IBID_HTML_PART_LINE;
    else if (part == IBID_HTML_PART_NONE && is_among (token, subtitles, G_N_ELEMENTS (subtitles)))
      part = IBID_HTML_PART_SUBTITLE;
  }
  return part;
}

static IbidHtmlPart
judge_role (const char *role)
{
  static const char *const roles[] = {"navigation",
                                      "search",
                                      "banner",
                                      "contentinfo",
                                      "dialog",
                                      "alertdialog",
                                      "menu",
                                      "menubar",
                                      "toolbar"};
  char token[MAX_TOKEN];

  while (role != NULL && ibid_html_next_token (&role, token, sizeof token)) {
    if (is_among (token, roles, G_N_ELEMENTS (roles)))
      return IBID_HTML_PART_FURNITURE;
    if (strcmp (token, "main") == 0)
      return IBID_HTML_PART_MAIN;
    if (strcmp (token, "article") == 0)
      return IBID_HTML_PART_MAIN;
  }
  return IBID_HTML_PART_NONE;
}

IbidHtmlPart
ibid_html_furniture_judge (IbidHtmlTag tag, const IbidHtmlAttributes *attributes)
{
  IbidHtmlPart part = judge_role (attributes->role);

  if (tag == IBID_HTML_BODY)
    return IBID_HTML_PART_NONE;
  if (tag == IBID_HTML_NAV)
    return IBID_HTML_PART_FURNITURE;
  if (tag == IBID_HTML_MAIN || tag == IBID_HTML_ARTICLE)
    return IBID_HTML_PART_MAIN;
  if (part == IBID_HTML_PART_NONE && (ibid_html_shape_is_block (tag) || tag == IBID_HTML_A))
    part = judge_names (attributes->classes);
  if (part == IBID_HTML_PART_NONE && ibid_html_shape_is_block (tag) && tag != IBID_HTML_P &&
      tag != IBID_HTML_LI)
    part = judge_names (attributes->id);
  return part;
}
