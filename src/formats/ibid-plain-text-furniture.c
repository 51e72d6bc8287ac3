/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-furniture.h"

#include "formats/ibid-plain-text-date.h"
#include "formats/ibid-plain-text-names.h"
#include "formats/ibid-plain-text-notes.h"
#include "formats/ibid-plain-text-page-words.h"

#include <string.h>

#define MAX_FURNITURE_BYTES 160u
#define MAX_EDGE_LINES 60u
#define MIN_MENU_LINES 5u
#define MIN_KNOWN_MENU_LINES 3u
#define MAX_MENU_WORDS 3u
#define MAX_MENU_CHARS 25u
#define MAX_BOX_LINES 8u
#define MAX_BETWEEN_WORDS 6u
#define MIN_CONTENTS 3u
#define MAX_CONTENTS 100u
#define MAX_CONTACT_LINES 8u

static gboolean
stands_alone (IbidTextLines *lines, guint i)
{
  return !lines->is_wrapped ||
         (ibid_text_lines_starts_block (lines, i) && ibid_text_lines_ends_block (lines, i));
}

static void
leave_out (IbidTextLines *lines, guint start, guint end)
{
  for (guint i = start; i < end; i++) {
    IbidTextLine *line = ibid_text_lines_get (lines, i);

    if (!line->is_kept)
      line->role = IBID_LINE_LEFT_OUT;
  }
}

/* No sentence of an article: titles of others may ask or shout. */
static gboolean
is_listed (const IbidTextLine *line)
{
  return line->length <= MAX_FURNITURE_BYTES &&
         (!ibid_text_line_ends_sentence (line) || strchr ("?!", line->text[line->length - 1]));
}

/* A phrase, or a list of other articles below its heading. Returns how many lines. */
static guint
mark_phrase (IbidTextLines *lines, guint i, gboolean in_tail)
{
  const IbidTextLine *line = ibid_text_lines_get (lines, i);
  guint end = i + 1;

  /* Most lines are none, and need not be looked at closely. */
  if (line->length > MAX_FURNITURE_BYTES || line->text[0] == '[' ||
      g_ascii_isdigit (line->text[0]) || !stands_alone (lines, i))
    return 1;
  if (ibid_text_page_words_are_phrase (line)) {
    leave_out (lines, i, end);
  } else if (ibid_text_page_words_head_list (line, in_tail)) {
    while (!lines->is_wrapped && (line = ibid_text_lines_get (lines, end)) != NULL &&
           !line->blank_before && is_listed (line) && !ibid_text_notes_is_heading (line))
      end++;
    leave_out (lines, i, end);
  }
  return end - i;
}

/* A box within the page that asks for an address: lines that all speak of such things. Returns how
 * many lines. */
static guint
mark_box (IbidTextLines *lines, guint i)
{
  gboolean has_input = FALSE;
  guint end = i;

  for (; end < i + MAX_BOX_LINES; end++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, end);

    if (line == NULL || line->length > MAX_FURNITURE_BYTES || (end > i && line->blank_before) ||
        !ibid_text_page_words_are_of_box (line))
      break;
    has_input = has_input || ibid_text_page_words_are_box_input (line);
  }
  if (end < i + 2 || !has_input)
    return 1;
  leave_out (lines, i, end);
  return end - i;
}

/* "Contact:", then names and at least one address. */
static void
mark_contact (IbidTextLines *lines, guint i)
{
  gboolean has_address = FALSE;
  guint end = i + 1;
  const IbidTextLine *line = ibid_text_lines_get (lines, i);

  if (!stands_alone (lines, i) || !ibid_text_page_words_head_contact (line))
    return;
  while ((line = ibid_text_lines_get (lines, end)) != NULL && !line->blank_before &&
         end < i + MAX_CONTACT_LINES &&
         (is_listed (line) || ibid_text_page_words_are_address (line)) &&
         !ibid_text_page_words_are_menu (line)) {
    has_address = has_address || ibid_text_page_words_are_address (line);
    end++;
  }
  if (has_address)
    leave_out (lines, i, end);
}

static void
mark_edge (IbidTextLines *lines, guint start, guint end)
{
  for (guint i = start; i < end; i++) {
    if (!stands_alone (lines, i))
      continue;
    mark_contact (lines, i);
    if (ibid_text_page_words_are_edge (ibid_text_lines_get (lines, i)))
      leave_out (lines, i, i + 1);
  }
}

/* Counts of likes and comments beside furniture are furniture. */
static void
mark_counts (IbidTextLines *lines, guint end)
{
  for (guint i = 1; i < end; i++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);
    guint n = 0;

    while (n < line->length && g_ascii_isdigit (line->text[n]))
      n++;
    if (n == line->length && n < 4 && line[-1].role == IBID_LINE_LEFT_OUT)
      leave_out (lines, i, i + 1);
  }
}

static gboolean
is_byline_or_date (const IbidTextLine *line)
{
  g_autofree char *text = NULL;
  g_autofree char *date = NULL;

  if (line->length > MAX_FURNITURE_BYTES)
    return FALSE;
  text = ibid_text_line_dup (line);
  date = ibid_text_date_parse (text, NULL, NULL);
  return date != NULL || ibid_text_names_skip_by (text) != NULL;
}

/* Plainly a line of the article: what lies before the first and behind the last is the edge. */
static gboolean
is_article_line (const IbidTextLine *line)
{
  if (line->length < 60 || ibid_text_page_words_are_notice (line))
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
      n_known += ibid_text_page_words_are_menu (ibid_text_lines_get (lines, stop));
      stop++;
    }
    if (stop < end && stop > i && is_byline_or_date (ibid_text_lines_get (lines, stop)))
      stop--;
    if (stop - i >= (n_known > 0 ? MIN_KNOWN_MENU_LINES : MIN_MENU_LINES))
      leave_out (lines, i, stop);
    i = MAX (stop, i + 1);
  }
}

/* The last heading of comments, and what readers wrote below it. Notes may stand behind comments,
 * but then less is sure, and all stays. */
static void
mark_comments (IbidTextLines *lines, guint tail)
{
  guint n_words = 0; /* below line i */

  for (guint i = ibid_text_lines_get_n (lines); i-- > 0;) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);
    gboolean has_number;

    if (ibid_text_notes_is_heading (line))
      return;
    if (ibid_text_page_words_head_comments (line, &has_number)) {
      if (n_words > 0) {
        leave_out (lines, i, ibid_text_lines_get_n (lines));
        return;
      }
      if (has_number && i >= tail)
        leave_out (lines, i, i + 1);
    }
    n_words += ibid_text_page_words_are_of_comment (line);
  }
}

/* What a heading says, whatever its number or edit link. NULL when the line is too long for one. */
static char *
fold_heading (const IbidTextLine *line)
{
  g_autofree char *text = NULL;
  guint length = ibid_text_line_skip_edit_link (line);
  guint start = 0;

  if (line->length > MAX_FURNITURE_BYTES)
    return NULL;
  while (start < length && strchr ("0123456789. *-", line->text[start]) != NULL)
    start++;
  text = g_utf8_strdown (line->text + start, length - start);
  return g_strdup (g_strstrip (text));
}

/* A table of contents: the lines below its heading all stand again further down. */
static void
mark_contents (IbidTextLines *lines, guint heading)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_lines = ibid_text_lines_get_n (lines);
  guint stop = MIN (n_lines, heading + 1 + MAX_CONTENTS);
  guint end = heading + 1;

  for (guint i = heading + 1; i < stop; i++) {
    char *text = fold_heading (ibid_text_lines_get (lines, i));

    if (text != NULL)
      g_hash_table_replace (wanted, text, GUINT_TO_POINTER (i));
  }
  for (guint i = stop; i < n_lines; i++) {
    g_autofree char *text = fold_heading (ibid_text_lines_get (lines, i));

    if (text != NULL && g_hash_table_contains (wanted, text))
      g_hash_table_replace (wanted, g_steal_pointer (&text), GUINT_TO_POINTER (i));
  }
  for (; end < stop; end++) {
    g_autofree char *text = fold_heading (ibid_text_lines_get (lines, end));

    if (text == NULL || GPOINTER_TO_UINT (g_hash_table_lookup (wanted, text)) <= end)
      break;
  }
  if (end - heading > MIN_CONTENTS)
    leave_out (lines, heading, end);
}

/* Behind the article, what stands between furniture is furniture. */
static void
mark_between (IbidTextLines *lines, guint tail)
{
  for (guint i = MAX (tail, 1); i + 1 < ibid_text_lines_get_n (lines); i++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);

    if (line->role == IBID_LINE_TEXT && line[-1].role == IBID_LINE_LEFT_OUT &&
        line[1].role == IBID_LINE_LEFT_OUT && is_listed (line) &&
        ibid_text_line_count_words (line) <= MAX_BETWEEN_WORDS &&
        !ibid_text_notes_is_heading (line))
      leave_out (lines, i, i + 1);
  }
}

static void
mark_parts (IbidTextLines *lines, guint tail)
{
  guint n_lines = ibid_text_lines_get_n (lines);
  gboolean has_contents = FALSE;

  for (guint i = 0; i < n_lines;)
    i += mark_phrase (lines, i, i >= tail);
  if (lines->is_wrapped)
    return;
  for (guint i = 0; i < n_lines;)
    i += mark_box (lines, i);
  for (guint i = 0; i < n_lines && !has_contents; i++) {
    has_contents = ibid_text_page_words_head_contents (ibid_text_lines_get (lines, i));
    if (has_contents)
      mark_contents (lines, i);
  }
  mark_comments (lines, tail);
  mark_between (lines, tail);
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
  mark_parts (lines, tail);
  mark_counts (lines, MIN (head, MAX_EDGE_LINES));

  if (ibid_text_lines_find (lines, 0, IBID_LINE_TEXT) == n_lines)
    for (guint i = 0; i < n_lines; i++)
      ibid_text_lines_get (lines, i)->role = IBID_LINE_TEXT;
}
