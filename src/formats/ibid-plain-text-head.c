/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-head.h"

#include "formats/ibid-plain-text-date.h"
#include "formats/ibid-plain-text-names.h"
#include "formats/ibid-plain-text-notes.h"
#include "formats/ibid-word.h"

#include <string.h>

#define MAX_HEAD_LINES 12u
#define MAX_TITLE_CHARS 200u
#define MAX_HEAD_BYTES 500u
#define MIN_FIELDS 3u
#define MIN_LONG_TITLE 5u
#define MIN_SUBTITLE_WORDS 6u
#define MAX_SITE_WORDS 5u
#define MIN_SITE_BYTES 5u

typedef struct {
  IbidTextLines *lines;
  IbidBody *body;
  JsonArray *authors;
  char *issued;
  gboolean is_update; /* issued is but the date of a change */
} Head;

/* The first line from `i` on that is still text. */
static guint
next_line (Head *head, guint i)
{
  return ibid_text_lines_find (head->lines, i, IBID_LINE_TEXT);
}

static void
take_line (Head *head, guint i, gboolean is_exact)
{
  ibid_text_lines_get (head->lines, i)->role = is_exact ? IBID_LINE_HEAD : IBID_LINE_LEFT_OUT;
}

/* The first date counts, save that one of publication wins over one of a change. */
static gboolean
read_date (Head *head, const char *text, gboolean *is_exact)
{
  gboolean exact = TRUE;
  gboolean is_update = FALSE;
  g_autofree char *date = ibid_text_date_parse (text, &exact, &is_update);

  if (date == NULL || strlen (text) == 4) /* a bare year is more likely a heading */
    return FALSE;
  if (head->issued == NULL || (head->is_update && !is_update)) {
    *is_exact = *is_exact && exact && head->issued == NULL && !is_update;
    g_free (head->issued);
    head->issued = g_steal_pointer (&date);
    head->is_update = is_update;
  } else if (!g_str_equal (date, head->issued)) {
    *is_exact = FALSE;
  }
  return TRUE;
}

static gboolean
read_byline (Head *head, const char *text, gboolean *is_exact)
{
  const char *names = ibid_text_names_skip_by (text);

  return names != NULL && ibid_text_names_parse (names, head->authors, is_exact);
}

/* Adds the names of `text`, those without a "By" when they look like names of people. */
static gboolean
read_names (Head *head, const char *text, gboolean *is_exact)
{
  gboolean exact = *is_exact;

  if (!read_byline (head, text, &exact) &&
      !(ibid_text_names_are_likely (text) && ibid_text_names_parse (text, head->authors, &exact)))
    return FALSE;
  *is_exact = exact;
  return TRUE;
}

/* "Posted on May 22, 2017 by Jane Doe", "Posted by Jane Doe on 22 May 2017" and "Jane Doe, 22 May
 * 2017": names and a date with one of these between them. */
static gboolean
read_names_and_date (Head *head, const char *text, gboolean *is_exact)
{
  static const char *const separators[] = {" by ", " von ", " par ", " on ", " am ", ", "};

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    for (const char *p = strstr (text, separators[i]); p != NULL;
         p = strstr (p + 1, separators[i])) {
      g_autofree char *left = g_strndup (text, p - text);
      const char *right = p + strlen (separators[i]);
      g_autofree char *left_date = ibid_text_date_parse (left, NULL, NULL);
      g_autofree char *right_date = ibid_text_date_parse (right, NULL, NULL);

      if (right_date != NULL && strlen (right_date) > 4 && read_names (head, left, is_exact))
        return read_date (head, right, is_exact);
      if (right_date != NULL && separators[i][0] == ',' && ibid_text_names_are_roles (left)) {
        ibid_body_set_publisher (head->body, left); /* "Marn Institute, May 2017" */
        return read_date (head, right, is_exact);
      }
      if (left_date == NULL || strlen (left_date) <= 4 || i > 2)
        continue;
      if (!ibid_text_names_parse (right, head->authors, is_exact))
        *is_exact = FALSE; /* "by admin" */
      return read_date (head, left, is_exact);
    }
  return FALSE;
}

/* Splits "By Jane Doe | May 22, 2017 | The Diplomat". Every part must be understood, names without
 * a "By" and publishers only when `is_sure` that this is the head. */
static gboolean
read_parts (Head *head, const char *text, gboolean is_sure, gboolean *is_exact)
{
  static const char *const separators[] = {" | ", " · ", " • ", " — ", " – ", " - ", NULL};
  g_auto (GStrv) parts = NULL;
  gboolean has_date = FALSE;

  if (read_date (head, text, is_exact) || read_byline (head, text, is_exact))
    return TRUE;
  if (is_sure && ibid_text_names_are_likely (text) &&
      ibid_text_names_parse (text, head->authors, is_exact))
    return TRUE;
  if (read_names_and_date (head, text, is_exact))
    return TRUE;
  for (guint i = 0; parts == NULL && separators[i] != NULL; i++)
    if (strstr (text, separators[i]) != NULL)
      parts = g_strsplit (text, separators[i], -1);
  if (parts == NULL || g_strv_length (parts) > 4)
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++) {
    g_autofree char *date = ibid_text_date_parse (parts[i], NULL, NULL);

    has_date = has_date || date != NULL;
  }
  for (guint i = 0; has_date && parts[i] != NULL; i++) {
    gboolean has_authors = json_array_get_length (head->authors) > 0;

    if (read_date (head, parts[i], is_exact) || read_byline (head, parts[i], is_exact) ||
        (!has_authors && ibid_text_names_parse (parts[i], head->authors, is_exact)))
      continue;
    if (ibid_body_get_publisher (head->body) == NULL && strlen (parts[i]) <= 60)
      ibid_body_set_publisher (head->body, parts[i]);
    else
      *is_exact = FALSE;
  }
  return has_date;
}

static gboolean
read_source (Head *head, const char *text)
{
  const char *url = g_ascii_strncasecmp (text, "Source: ", 8) == 0 ? text + 8 : text;

  if (strpbrk (url, " \t") != NULL ||
      (!g_str_has_prefix (url, "https://") && !g_str_has_prefix (url, "http://")))
    return FALSE;
  ibid_body_set_source (head->body, url);
  return TRUE;
}

static gboolean
read_publisher (Head *head, const char *text)
{
  if (g_ascii_strncasecmp (text, "Publisher: ", 11) != 0)
    return FALSE;
  ibid_body_set_publisher (head->body, text + 11);
  return TRUE;
}

/* One line below the title: byline, date and their like. */
static gboolean
read_meta_line (Head *head, guint i, gboolean is_sure)
{
  const IbidTextLine *line = ibid_text_lines_get (head->lines, i);
  g_autofree char *text = NULL;
  gboolean is_exact = TRUE;

  if (line->is_kept || line->length > MAX_HEAD_BYTES)
    return FALSE;
  text = ibid_text_line_dup (line);
  if (!read_source (head, text) && !read_publisher (head, text) &&
      !read_parts (head, text, is_sure, &is_exact))
    return FALSE;
  take_line (head, i, is_exact);
  return TRUE;
}

static gboolean
is_meta_line (Head *head, guint i, gboolean is_sure)
{
  Head probe = {.lines = head->lines, .body = ibid_body_new (), .authors = json_array_new ()};
  IbidTextLine *line = ibid_text_lines_get (head->lines, i);
  gboolean is_meta = line != NULL && read_meta_line (&probe, i, is_sure);

  if (is_meta)
    line->role = IBID_LINE_TEXT;
  g_object_unref (probe.body);
  json_array_unref (probe.authors);
  g_free (probe.issued);
  return is_meta;
}

/* No sentence, unless it asks or shouts. */
static gboolean
is_title (const IbidTextLine *line)
{
  gunichar last;

  if (line->is_kept || line->length > MAX_HEAD_BYTES ||
      ibid_text_line_count_chars (line) > MAX_TITLE_CHARS)
    return FALSE;
  last = ibid_text_line_get_last_char (line);
  return (last == '?' || last == '!' || last == 0xff1f || last == 0xff01 ||
          !ibid_text_line_ends_sentence (line)) &&
         last != ',' && strchr ("*-[(", line->text[0]) == NULL &&
         g_strstr_len (line->text, line->length, "://") == NULL;
}

/* Titles repeat on web pages: once of the page, once of the article. */
static void
drop_repeated_title (Head *head, const IbidTextLine *title)
{
  guint i = next_line (head, 0);

  for (guint n = 0; n < 4 && i < ibid_text_lines_get_n (head->lines); n++) {
    IbidTextLine *line = ibid_text_lines_get (head->lines, i);

    if (!line->is_kept && line->length == title->length &&
        memcmp (line->text, title->text, line->length) == 0)
      line->role = IBID_LINE_LEFT_OUT;
    i = next_line (head, i + 1);
  }
}

/* Whether a title of two lines goes on in the line below line `i`: "The Road to". */
static gboolean
breaks_off (Head *head, guint i)
{
  static const char *const words[] = {
      " to", " of",  " in", " on",   " for", " and", " with", " from", " at",  " by", " the",
      " a",  " an",  " or", " into", " der", " die", " das",  " und",  " von", " im", " de",
      " du", " des", " la", " le",   " les", " et",  " y",    " del",  " el",  " &"};
  const IbidTextLine *line = ibid_text_lines_get (head->lines, i);
  const IbidTextLine *below = ibid_text_lines_get (head->lines, i + 1);
  g_autofree char *lower = NULL;

  if (line->is_kept || below == NULL || below->is_kept || below->blank_before ||
      line->length > MAX_HEAD_BYTES)
    return FALSE;
  lower = g_utf8_strdown (line->text, line->length);
  for (guint n = 0; n < G_N_ELEMENTS (words); n++)
    if (g_str_has_suffix (lower, words[n]))
      return TRUE;
  return FALSE;
}

/* The lines `first` up to `end`, and a rule below them. */
static void
set_title (Head *head, guint first, guint end)
{
  const IbidTextLine *line = ibid_text_lines_get (head->lines, first);
  g_autoptr (GString) title = g_string_new (NULL);
  const IbidTextLine *rule = ibid_text_lines_get (head->lines, end);

  for (guint i = first; i < end; i++) {
    ibid_text_line_append (ibid_text_lines_get (head->lines, i), 0, title);
    take_line (head, i, TRUE);
  }
  ibid_body_set_title (head->body, title->str);
  if (end == first + 1)
    drop_repeated_title (head, line);
  if (rule != NULL && !rule->blank_before && ibid_text_line_is_rule (rule, "=-~*"))
    take_line (head, end, TRUE);
}

static void
set_subtitle (Head *head, guint i)
{
  g_autofree char *subtitle = ibid_text_line_dup (ibid_text_lines_get (head->lines, i));

  ibid_body_set_subtitle (head->body, subtitle);
  take_line (head, i, TRUE);
}

static gboolean
is_last_of_block (Head *head, guint i)
{
  const IbidTextLine *next = ibid_text_lines_get (head->lines, i + 1);

  return next == NULL || next->blank_before;
}

/* Whether line `i` is nothing but names as people have them. */
static gboolean
is_names_line (Head *head, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (head->lines, i);
  g_autoptr (JsonArray) names = json_array_new ();
  g_autofree char *text = NULL;
  gboolean is_exact = TRUE;

  if (line == NULL || line->is_kept || line->length > MAX_HEAD_BYTES)
    return FALSE;
  text = ibid_text_line_dup (line);
  return ibid_text_names_are_likely (text) && ibid_text_names_parse (text, names, &is_exact);
}

/* "Staff writer", below a name. */
static gboolean
is_role_line (Head *head, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (head->lines, i);
  g_autofree char *text = NULL;

  if (line == NULL || line->is_kept || line->length > MAX_HEAD_BYTES ||
      ibid_text_line_ends_sentence (line))
    return FALSE;
  text = ibid_text_line_dup (line);
  return ibid_text_names_are_roles (text);
}

/* Names in a block of their own below the title. Two capitalised words could be a heading as well:
 * an initial or a heading right below tells. */
static gboolean
is_lone_byline (Head *head, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (head->lines, i);
  const IbidTextLine *below = ibid_text_lines_get (head->lines, i + 1);

  return is_names_line (head, i) && line->blank_before && below != NULL && below->blank_before &&
         (g_strstr_len (line->text, line->length, ". ") != NULL ||
          ibid_text_line_looks_like_heading (below));
}

/* Byline and date, from line `i` on; names without a "By" count beside a date or right below the
 * title. */
static void
read_meta_lines (Head *head, guint i)
{
  gboolean after_meta = FALSE;

  for (guint n = 0; n < MAX_HEAD_LINES; n++) {
    const IbidTextLine *line;
    guint next;
    gboolean is_sure;

    i = next_line (head, i);
    next = next_line (head, i + 1);
    line = ibid_text_lines_get (head->lines, i);
    if (line == NULL)
      return;
    if (after_meta && !line->blank_before && json_array_get_length (head->authors) > 0 &&
        is_role_line (head, i) && !is_meta_line (head, i, FALSE)) {
      take_line (head, i++, FALSE);
      continue;
    }
    is_sure = json_array_get_length (head->authors) == 0 &&
              (is_meta_line (head, next, FALSE) || is_role_line (head, next) ||
               (i > 0 && !line->blank_before && (after_meta || is_last_of_block (head, i))) ||
               (!after_meta && is_lone_byline (head, i)));
    if (!read_meta_line (head, i, is_sure))
      return;
    after_meta = TRUE;
    i++;
  }
}

/* A standfirst, or the text itself; titles may ask and shout. */
static gboolean
is_long_sentence (const IbidTextLine *line)
{
  gunichar last = ibid_text_line_get_last_char (line);

  return ibid_text_line_ends_sentence (line) && last != '?' && last != '!' && last != 0xff1f &&
         last != 0xff01 && ibid_text_line_count_words (line) >= 9;
}

/* How many lines stand ahead of the first byline or date, one sentence among them at most, right
 * before it; G_MAXUINT when there is none in the head. */
static guint
count_before_meta (Head *head, guint i)
{
  gboolean after_sentence = FALSE;

  for (guint n = 0; n < MAX_HEAD_LINES; n++) {
    const IbidTextLine *line = ibid_text_lines_get (head->lines, i);

    if (line == NULL || line->length > MAX_HEAD_BYTES)
      return G_MAXUINT;
    if (is_meta_line (head, i, FALSE))
      return n;
    if (after_sentence)
      return G_MAXUINT;
    after_sentence = is_long_sentence (line);
    i = next_line (head, i + 1);
  }
  return G_MAXUINT;
}

/* Without byline or date: the first line, when it stands alone and text follows. */
static gboolean
is_bare_title (Head *head, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (head->lines, i);
  const IbidTextLine *next = ibid_text_lines_get (head->lines, i + 1);
  gboolean is_underlined = next != NULL && ibid_text_line_is_rule (next, "=");

  if (is_underlined)
    return is_title (line) && ibid_text_lines_get (head->lines, i + 2) != NULL;
  if (next_line (head, i + 1) >= ibid_text_lines_get_n (head->lines) || !is_title (line) ||
      ibid_text_line_ends_in_marker (line) || /* a title could not keep it */
      ibid_text_notes_is_heading (line) || !ibid_text_line_starts_capital (line))
    return FALSE;
  if (next->blank_before || (is_names_line (head, i + 1) && is_last_of_block (head, i + 1)))
    return TRUE;
  if (head->lines->is_wrapped || line->length > 120)
    return FALSE;
  return next->length > line->length * 2;
}

/* Whether line `i` is the site's name: lines left out further down have it again ("© 2017 The
 * Review"). */
static gboolean
is_site_name (Head *head, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (head->lines, i);
  g_autofree char *name = ibid_text_line_dup (line);

  if (ibid_text_line_count_words (line) > MAX_SITE_WORDS || line->length < MIN_SITE_BYTES)
    return FALSE;
  for (i = ibid_text_lines_find (head->lines, i + 1, IBID_LINE_LEFT_OUT);
       i < ibid_text_lines_get_n (head->lines);
       i = ibid_text_lines_find (head->lines, i + 1, IBID_LINE_LEFT_OUT)) {
    const IbidTextLine *other = ibid_text_lines_get (head->lines, i);

    if (other->length > line->length && g_strstr_len (other->text, other->length, name) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* Whether the first of two lines above the byline is the title and the second its subtitle, rather
 * than a kicker ("Opinion") and the title. */
static gboolean
is_title_with_subtitle (Head *head, guint first, guint second, guint n_before)
{
  const IbidTextLine *line = ibid_text_lines_get (head->lines, first);
  const IbidTextLine *below = ibid_text_lines_get (head->lines, second);

  if (!is_title (line) || is_site_name (head, first))
    return FALSE;
  if (!is_title (below) || is_long_sentence (below))
    return TRUE;
  /* Among many lines the upper ones are the site's, and their names are short. */
  if (n_before > 2)
    return ibid_text_line_starts_capital (line) &&
           ibid_text_line_count_words (line) >= MIN_LONG_TITLE;
  return ibid_text_line_count_words (line) > 2 || ibid_text_line_count_words (below) < 3;
}

/* `n_before` lines stand ahead of byline or date, from `first` on: the title is the last of them,
 * or the last but one with a subtitle below it; what stands above is the site's. */
static void
read_titles_above_meta (Head *head, guint first, guint n_before)
{
  guint lines[MAX_HEAD_LINES];
  guint n = 0;
  guint title;
  guint end; /* of the title's lines */

  for (guint i = first; n < n_before; i = next_line (head, i + 1))
    lines[n++] = i;
  if (n > 2 && is_meta_line (head, lines[n - 2], TRUE) && is_role_line (head, lines[n - 1]))
    n -= 2;
  else if (n > 1 && is_meta_line (head, lines[n - 1], TRUE)) /* a name without "By" */
    n--;
  title = n - 1;
  if (n > 1 && is_title_with_subtitle (head, lines[n - 2], lines[n - 1], n))
    title = n - 2;
  if (!is_title (ibid_text_lines_get (head->lines, lines[title])))
    return;
  end = title + 1;
  if (title > 0 && lines[title - 1] + 1 == lines[title] && breaks_off (head, lines[title - 1]))
    title--;
  else if (end < n && lines[title] + 1 == lines[end] && breaks_off (head, lines[title]))
    end++;
  for (guint i = 0; i < title; i++)
    if (!ibid_text_lines_get (head->lines, lines[i])->is_kept)
      take_line (head, lines[i], FALSE);
  set_title (head, lines[title], lines[end - 1] + 1);
  if (end < n && ibid_text_lines_get (head->lines, lines[end])->role == IBID_LINE_TEXT &&
      !ibid_text_lines_get (head->lines, lines[end])->is_kept)
    set_subtitle (head, lines[end]);
  read_meta_lines (head, lines[end - 1] + 1);
}

/* Whether the line below a title that has no byline goes on with it: many words, most of them
 * small, where the first heading would come too soon. */
static gboolean
is_bare_subtitle (Head *head, guint i)
{
  const IbidTextLine *line = ibid_text_lines_get (head->lines, i);
  const IbidTextLine *below = ibid_text_lines_get (head->lines, i + 1);
  guint n_small = 0;

  if (line == NULL || below == NULL || !below->blank_before || !is_title (line) ||
      ibid_text_line_count_words (line) < MIN_SUBTITLE_WORDS ||
      !ibid_text_line_starts_capital (line) || below->length < line->length)
    return FALSE;
  for (guint n = 1; n < line->length; n++)
    n_small += line->text[n - 1] == ' ' && g_ascii_islower (line->text[n]);
  return n_small * 3 >= ibid_text_line_count_words (line) * 2;
}

/* "The Title | The Site", as browsers have it, above the title itself: the site is taken from it.
 * Returns the title's line, G_MAXUINT without. */
static guint
find_title_of_page (Head *head, guint first)
{
  static const char *const separators[] = {" | ", " - ", " – ", " — ", " · ", " :: "};
  const IbidTextLine *line = ibid_text_lines_get (head->lines, first);
  g_autofree char *text = NULL;

  if (line == NULL || line->is_kept || line->length > MAX_HEAD_BYTES)
    return G_MAXUINT;
  text = ibid_text_line_dup (line);
  for (guint s = 0; s < G_N_ELEMENTS (separators); s++) {
    const char *site = strstr (text, separators[s]);
    guint i = next_line (head, first + 1);

    for (guint n = 0; site != NULL && n < MAX_HEAD_LINES; n++) {
      const IbidTextLine *title = ibid_text_lines_get (head->lines, i);

      if (title == NULL)
        break;
      if (!title->is_kept && title->length == (gsize)(site - text) &&
          memcmp (title->text, text, title->length) == 0) {
        ibid_body_set_publisher (head->body, site + strlen (separators[s]));
        take_line (head, first, FALSE);
        return i;
      }
      i = next_line (head, i + 1);
    }
  }
  return G_MAXUINT;
}

/* The title is known; byline and date may stand above it, too, and the site's lines. */
static void
read_around_title (Head *head, guint title)
{
  guint i = next_line (head, 0);

  set_title (head, title, title + 1);
  while (i < title) {
    guint next = next_line (head, i + 1);

    if (!ibid_text_lines_get (head->lines, i)->is_kept &&
        !read_meta_line (head, i, next < title && is_meta_line (head, next, FALSE)))
      take_line (head, i, FALSE);
    i = next;
  }
  read_meta_lines (head, title + 1);
}

static void
read_titles (Head *head)
{
  guint first = next_line (head, 0);
  guint title = find_title_of_page (head, first);
  guint n_before;

  if (title != G_MAXUINT) {
    read_around_title (head, title);
    return;
  }

  /* A date may stand above the title, too. */
  for (guint n = 0; n < MAX_HEAD_LINES && is_meta_line (head, first, FALSE); n++) {
    read_meta_line (head, first, FALSE);
    first = next_line (head, first + 1);
  }
  n_before = count_before_meta (head, first);
  if (n_before != G_MAXUINT) {
    read_titles_above_meta (head, first, n_before);
  } else if (first < ibid_text_lines_get_n (head->lines) && is_bare_title (head, first)) {
    guint second = next_line (head, first + 1);

    set_title (head, first, first + 1);
    if (is_bare_subtitle (head, second))
      set_subtitle (head, second);
    read_meta_lines (head, first + 1);
  }
}

/* "Created: 2003-07-19": fills in name and value; FALSE when the line is no field. */
static gboolean
split_field (const IbidTextLine *line, char **name, char **value)
{
  const char *colon = memchr (line->text, ':', MIN (line->length, 40));

  if (colon == NULL || colon == line->text || !g_ascii_isupper (line->text[0]) || line->indent > 0)
    return FALSE;
  for (const char *p = line->text; p < colon; p++)
    if (!g_ascii_isalnum (*p) && *p != '-')
      return FALSE;
  if (colon + 1 < line->text + line->length && colon[1] != ' ')
    return FALSE;
  *name = g_ascii_strdown (line->text, colon - line->text);
  *value = g_strstrip (g_strndup (colon + 1, line->text + line->length - colon - 1));
  return TRUE;
}

/* Anybody can speak in lines of "Name: words"; only a head says one of these. */
static gboolean
is_known_field (const char *name)
{
  static const char *const names[] = {"title",
                                      "subject",
                                      "author",
                                      "authors",
                                      "from",
                                      "date",
                                      "created",
                                      "message-id",
                                      "to",
                                      "status"};

  return ibid_word_is_among (name, names, G_N_ELEMENTS (names));
}

/* The number of lines of fields at the start, continuation lines included; 0 when there are too
 * few to be sure. */
static guint
count_field_lines (IbidTextLines *lines)
{
  guint n_fields = 0;
  guint n_known = 0;
  guint i = 0;

  for (; i < ibid_text_lines_get_n (lines); i++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);
    g_autofree char *name = NULL;
    g_autofree char *value = NULL;

    if (i > 0 && line->blank_before)
      break;
    if (split_field (line, &name, &value)) {
      n_fields++;
      n_known += is_known_field (name);
    } else if (n_fields == 0 || line->indent == 0) {
      return 0;
    }
  }
  return n_fields >= MIN_FIELDS && n_known >= 2 ? i : 0;
}

static gboolean
read_field (Head *head, const char *name, const char *value, gboolean *is_exact)
{
  gboolean is_new_title = ibid_body_get_title (head->body) == NULL;

  *is_exact = TRUE;
  if (*value == '\0')
    return FALSE;
  if ((g_str_equal (name, "title") || g_str_equal (name, "subject")) && is_new_title) {
    ibid_body_set_title (head->body, value);
    return TRUE;
  }
  if (g_str_equal (name, "author") || g_str_equal (name, "authors") ||
      (g_str_equal (name, "from") && json_array_get_length (head->authors) == 0))
    return ibid_text_names_parse (value, head->authors, is_exact);
  if (g_str_equal (name, "created") || g_str_equal (name, "date") ||
      g_str_equal (name, "published"))
    return read_date (head, value, is_exact);
  return FALSE;
}

/* "Title: …" and the like, as mails and proposals begin. What the body cannot say is recorded. */
static void
read_fields (Head *head, guint n_lines)
{
  for (guint i = 0; i < n_lines;) {
    guint stop = i + 1;
    g_autofree char *name = NULL;
    g_autofree char *value = NULL;
    gboolean is_exact = FALSE;
    g_autoptr (GString) whole = NULL;

    split_field (ibid_text_lines_get (head->lines, i), &name, &value);
    whole = g_string_new (value);
    for (; stop < n_lines && ibid_text_lines_get (head->lines, stop)->indent > 0; stop++) {
      const IbidTextLine *line = ibid_text_lines_get (head->lines, stop);

      g_string_append_c (whole, ' ');
      g_string_append_len (whole, line->text, line->length);
    }
    if (!read_field (head, name, whole->str, &is_exact))
      is_exact = FALSE;
    for (; i < stop; i++)
      if (!ibid_text_lines_get (head->lines, i)->is_kept)
        take_line (head, i, is_exact);
  }
}

void
ibid_text_head_read (IbidTextLines *lines, IbidBody *body)
{
  Head head = {.lines = lines, .body = body, .authors = json_array_new ()};
  guint n_fields = count_field_lines (lines);

  if (n_fields > 0)
    read_fields (&head, n_fields);
  else
    read_titles (&head);
  if (json_array_get_length (head.authors) > 0)
    ibid_body_set_authors (body, head.authors);
  ibid_body_set_issued (body, head.issued);
  json_array_unref (head.authors);
  g_free (head.issued);
}
