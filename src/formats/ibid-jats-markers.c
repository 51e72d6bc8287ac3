/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-jats-markers.h"

#include "formats/ibid-jats-locator.h"
#include "formats/ibid-limits.h"
#include "formats/ibid-xml.h"

#include <stdlib.h>
#include <string.h>

#define BLANKS " \t\r\n"
#define MAX_RANGE 500u   /* "[3–5]" */
#define MAX_BRACKETS 64u /* bytes of plain numbers beside xrefs in one pair of brackets */
#define MAX_SIGN_BYTES 12u

typedef struct {
  IbidJatsIds *ids;
  IbidJatsLine *line;
  const char *text;
  guint length;
  GArray *xrefs; /* IbidJatsXref */
  guint *n_markers;
} Search;

/* A row of xrefs that belong together, and where it stands. */
typedef struct {
  guint first;
  guint end;   /* xref behind the last */
  guint start; /* bytes that are taken out */
  guint stop;
  guint from; /* bytes that hold its numbers */
  guint to;
  char *locator;
} Group;

static const IbidJatsXref *
get_xref (Search *search, guint index)
{
  return &g_array_index (search->xrefs, IbidJatsXref, index);
}

/* --- Signs --------------------------------------------------------------------------------- */

/* Bytes of what parts numbers at `p`: ",", "–", blanks; 0 for anything else. */
static guint
get_separator (const char *p)
{
  static const char *const dashes[] = {"–", "—", "‐", "‑", "−", "‒"};

  if (*p != '\0' && strchr (" ,;-/&", *p) != NULL)
    return 1;
  for (gsize i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (p, dashes[i]))
      return (guint)strlen (dashes[i]);
  return 0;
}

static gboolean
is_dash (const char *p)
{
  return *p == '-' || get_separator (p) > 1;
}

/* Up to three digits and a letter, which no year is; `*number` is set. Returns its bytes or 0. */
static guint
get_number (const char *p, const char *end, guint *number)
{
  const char *start = p;

  *number = 0;
  while (p < end && g_ascii_isdigit (*p) && p - start < 4)
    *number = *number * 10 + (guint)(*p++ - '0');
  if (p == start || p - start > 3)
    return 0;
  if (p < end && g_ascii_islower (*p))
    p++;
  return p < end && g_ascii_isalnum (*p) ? 0 : (guint)(p - start);
}

/* "3", "[3]", "3–5", "3, 9". */
static gboolean
is_numbers (const char *p, const char *end)
{
  gboolean has_number = FALSE;

  while (p < end) {
    guint number;
    guint length = strchr ("[]()", *p) != NULL ? 1 : get_separator (p);

    if (length == 0) {
      length = get_number (p, end, &number);
      has_number = has_number || length > 0;
    }
    if (length == 0)
      return FALSE;
    p += length;
  }
  return has_number;
}

/* The ids of an xref, one by one: what the next one of `*rid` means, NULL when that is missing;
 * FALSE when there are no more. */
static gboolean
next_target (Search *search, const xmlNode *xref, const char **rid, const xmlNode **target)
{
  const char *start = *rid != NULL ? *rid + strspn (*rid, BLANKS) : "";
  gsize length = strcspn (start, BLANKS);

  *rid = start + length;
  *target = length > 0 ? ibid_jats_ids_find (search->ids, xref, start, length) : NULL;
  return length > 0;
}

static char *
dup_first_label (Search *search, const IbidJatsXref *xref)
{
  g_autofree char *rid = ibid_xml_dup_attribute (xref->node, "rid");
  const char *p = rid;
  const xmlNode *target;

  next_target (search, xref->node, &p, &target);
  return target != NULL ? ibid_jats_ids_dup_label (search->ids, target) : NULL;
}

/* Signs of notes are short and without blanks: "3", "*", "††", "iv", "¤a". */
static gboolean
is_sign (Search *search, const IbidJatsXref *xref)
{
  g_autofree char *words = g_strndup (search->text + xref->start, xref->end - xref->start);
  g_autofree char *bare = ibid_jats_dup_bare_label (words);
  g_autofree char *label = NULL;
  guint n_letters = 0;

  if (bare == NULL || is_numbers (words, words + strlen (words)))
    return TRUE;
  if (strlen (bare) > MAX_SIGN_BYTES || strpbrk (bare, BLANKS) != NULL)
    return FALSE;
  label = dup_first_label (search, xref);
  if (label != NULL && strcmp (label, bare) == 0)
    return TRUE;
  for (const char *p = bare; *p != '\0'; p = g_utf8_next_char (p))
    n_letters += g_unichar_isalnum (g_utf8_get_char (p));
  return !xref->is_citation && n_letters <= 3;
}

/* --- Rows ---------------------------------------------------------------------------------- */

static gboolean
is_and (const char *p, const char *end)
{
  static const char *const words[] = {"and", "e", "et", "to", "und", "y", "a"};

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if ((gsize)(end - p) == strlen (words[i]) && strncmp (p, words[i], (gsize)(end - p)) == 0)
      return TRUE;
  return FALSE;
}

/* Nothing but what parts numbers; only then `*has_word` is set, when one of them is "and". */
static gboolean
is_separators (const char *p, const char *end, gboolean *has_word)
{
  gboolean found_word = FALSE;

  while (p < end) {
    const char *word = p;
    guint length = get_separator (p);

    while (length == 0 && word < end && g_ascii_isalpha (*word))
      word++;
    if (length == 0 && (word == p || !is_and (p, word)))
      return FALSE;
    found_word = found_word || word > p;
    p = length > 0 ? p + length : word;
  }
  *has_word = *has_word || found_word;
  return TRUE;
}

/* The xref behind the last one of the row that begins at `first`. */
static guint
find_row_end (Search *search, guint first, gboolean *has_word)
{
  guint end = first + 1;

  *has_word = FALSE;
  while (end < search->xrefs->len) {
    const IbidJatsXref *before = get_xref (search, end - 1);
    const IbidJatsXref *xref = get_xref (search, end);

    if (xref->is_citation != before->is_citation || xref->start < before->end ||
        !is_separators (search->text + before->end, search->text + xref->start, has_word) ||
        !is_sign (search, xref))
      break;
    end++;
  }
  return end;
}

/* --- Brackets ------------------------------------------------------------------------------ */

static guint
skip_back (Search *search, guint at, gboolean has_numbers)
{
  guint limit = at > MAX_BRACKETS ? at - MAX_BRACKETS : 0;

  while (at > limit) {
    const char *before = g_utf8_prev_char (search->text + at);

    if (*before != ' ' &&
        (!has_numbers || (!g_ascii_isdigit (*before) && get_separator (before) == 0)))
      break;
    at = (guint)(before - search->text);
  }
  return at;
}

static guint
skip_ahead (Search *search, guint at, gboolean has_numbers)
{
  guint limit = MIN (search->length, at + MAX_BRACKETS);

  while (at < limit) {
    const char *p = search->text + at;
    guint length = *p == ' ' ? 1 : has_numbers ? get_separator (p) : 0;

    if (length == 0 && has_numbers && g_ascii_isdigit (*p))
      length = 1;
    if (length == 0)
      break;
    at += length;
  }
  return at;
}

/* "[3, <xref>5</xref>]", "(<xref>5</xref>)", "[<xref>5</xref>, p. 12]". */
static gboolean
find_brackets (Search *search, Group *group, char open, char close)
{
  gboolean has_numbers = open == '[' && get_xref (search, group->first)->is_citation;
  guint start = skip_back (search, group->start, has_numbers);
  guint stop = skip_ahead (search, group->stop, has_numbers);
  guint pages;

  if (start == 0 || search->text[start - 1] != open)
    return FALSE;
  if (search->text[stop] != close && get_xref (search, group->first)->is_citation) {
    pages = ibid_jats_locator_follow (search->text + group->stop, &group->locator);
    if (pages > 0)
      stop = skip_ahead (search, group->stop + pages, FALSE);
  }
  if (search->text[stop] != close) {
    g_clear_pointer (&group->locator, g_free);
    return FALSE;
  }
  group->from = start;
  group->to = group->locator != NULL ? group->stop : stop;
  group->start = start - 1;
  group->stop = stop + 1;
  return TRUE;
}

/* --- Marking ------------------------------------------------------------------------------- */

static void
mark (Search *search, const Group *group, const xmlNode *target, const char *label)
{
  g_autofree char *key = target != NULL ? ibid_jats_dup_key (target) : g_strdup ("");
  g_autofree char *own = label == NULL && target != NULL
                             ? ibid_jats_ids_dup_label (search->ids, target)
                             : NULL;

  ibid_jats_line_mark (search->line,
                       group->start,
                       group->stop,
                       FALSE,
                       key,
                       label != NULL ? label : own,
                       group->locator);
  (*search->n_markers)++;
}

static void
mark_number (Search *search, const Group *group, const xmlNode *from, guint number)
{
  g_autofree char *label = g_strdup_printf ("%u", number);

  mark (search, group, ibid_jats_ids_find_entry (search->ids, from, number), label);
}

/* The numbers between `low` and `high`, both excluded. */
static void
mark_between (Search *search, const Group *group, const xmlNode *from, guint low, guint high)
{
  if (low == 0 || high <= low || high - low > MAX_RANGE)
    return;
  for (guint number = low + 1; number < high; number++)
    if (*search->n_markers <= IBID_MAX_TEXT_MARKERS)
      mark_number (search, group, from, number);
}

/* The numbers that "3–5, 9" names, in order; no more are read when there are more than `limit`. */
static GArray *
read_numbers (const char *p, guint limit)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *end = p + strlen (p);
  gboolean is_range = FALSE;
  guint last = 0;

  while (p < end && numbers->len <= limit) {
    guint number = 0;
    guint length = get_number (p, end, &number);

    if (length == 0) {
      is_range = is_range || is_dash (p);
      p = g_utf8_next_char (p);
      continue;
    }
    for (guint i = last + 1; is_range && i < number && number - last <= MAX_RANGE; i++)
      g_array_append_val (numbers, i);
    g_array_append_val (numbers, number);
    is_range = FALSE;
    last = number;
    p += length;
  }
  return numbers;
}

/* One xref with several ids, "3–5": each has a number of it, or its own label. */
static void
mark_ids (
    Search *search, const Group *group, const xmlNode *xref, const char *rid, const char *words)
{
  g_autoptr (GArray) numbers = NULL;
  const char *ids = rid;
  const xmlNode *target;
  guint n_ids = 0;

  while (next_target (search, xref, &ids, &target))
    n_ids++;
  numbers = read_numbers (words, n_ids);
  for (guint i = 0; i < n_ids && *search->n_markers <= IBID_MAX_TEXT_MARKERS; i++) {
    g_autofree char *label = n_ids == numbers->len
                                 ? g_strdup_printf ("%u", g_array_index (numbers, guint, i))
                                 : NULL;

    next_target (search, xref, &rid, &target);
    mark (search, group, target, label);
  }
}

/* "–5, 9": what follows the first number in an xref that has the id of that one alone. */
static guint
mark_more (Search *search, const Group *group, const xmlNode *xref, const char *p, guint last)
{
  const char *end = p + strlen (p);

  while (p < end && *search->n_markers <= IBID_MAX_TEXT_MARKERS) {
    gboolean is_range = FALSE;
    guint length;
    guint number;

    for (; (length = get_separator (p)) > 0; p += length)
      is_range = is_range || is_dash (p);
    length = get_number (p, end, &number);
    if (length == 0)
      break;
    if (is_range)
      mark_between (search, group, xref, last, number);
    mark_number (search, group, xref, number);
    last = number;
    p += length;
  }
  return last;
}

/* Marks what an xref says itself, and what lies between `before`, the number that a dash joins it
 * to, and its own. Returns its last number, 0 for none. */
static guint
mark_xref (Search *search, const Group *group, const IbidJatsXref *xref, guint before)
{
  g_autofree char *rid = ibid_xml_dup_attribute (xref->node, "rid");
  g_autofree char *words = g_strndup (search->text + xref->start, xref->end - xref->start);
  g_autofree char *bare = ibid_jats_dup_bare_label (words);
  g_autofree char *label = NULL;
  const char *more = bare != NULL ? bare : "";
  const char *more_ids = rid;
  const xmlNode *target;
  const xmlNode *second;
  guint first = 0;

  more += get_number (more, more + strlen (more), &first);
  if (first > 0 && xref->is_citation)
    mark_between (search, group, xref->node, before, first);
  next_target (search, xref->node, &more_ids, &target);
  if (next_target (search, xref->node, &more_ids, &second)) {
    mark_ids (search, group, xref->node, rid, words);
    return 0;
  }
  if (first > 0 && xref->is_citation)
    label = g_strndup (bare, (gsize)(more - bare));
  mark (search, group, target, label != NULL ? label : bare);
  return label != NULL ? mark_more (search, group, xref->node, more, first) : 0;
}

/* Goes through the numbers of a group in their order, those of xrefs and those without. */
static void
mark_group (Search *search, const Group *group)
{
  const xmlNode *node = get_xref (search, group->first)->node;
  guint next = group->first;
  guint at = group->from;
  guint last = 0;
  gboolean is_range = FALSE;

  while (at < group->to || next < group->end) {
    const IbidJatsXref *xref = next < group->end ? get_xref (search, next) : NULL;
    guint stop = xref != NULL ? xref->start : group->to;
    guint number;
    guint length;

    if (xref != NULL && at >= xref->start) {
      last = mark_xref (search, group, xref, is_range ? last : 0);
      is_range = FALSE;
      at = MAX (at, xref->end);
      next++;
    } else if ((length = get_number (search->text + at, search->text + stop, &number)) > 0) {
      if (is_range)
        mark_between (search, group, node, last, number);
      mark_number (search, group, node, number);
      last = number;
      is_range = FALSE;
      at += length;
    } else {
      length = get_separator (search->text + at);
      is_range = is_range || is_dash (search->text + at);
      at += MAX (length, 1);
    }
  }
}

/* "see note 3" names it as part of the sentence. */
static gboolean
is_named (Search *search, const IbidJatsXref *xref)
{
  static const char *const words[] = {"note",
                                      "notes",
                                      "footnote",
                                      "footnotes",
                                      "nota",
                                      "notas",
                                      "anm.",
                                      "anmerkung",
                                      "fußnote",
                                      "n.",
                                      "nn.",
                                      "fn.",
                                      "noot",
                                      "not"};
  guint end = xref->start;
  guint start;

  if (end == 0 || search->text[end - 1] != ' ' || xref->is_raised)
    return FALSE;
  start = --end;
  while (start > 0 && end - start < 16 && strchr (" ([", search->text[start - 1]) == NULL)
    start--;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (end - start == strlen (words[i]) &&
        g_ascii_strncasecmp (search->text + start, words[i], end - start) == 0)
      return TRUE;
  return FALSE;
}

/* Up to the closing bracket that belongs to one within: "Anscombe (1958</xref>)". */
static guint
close_bracket (Search *search, guint start, guint end)
{
  int depth = 0;

  for (guint i = start; i < end; i++)
    depth += search->text[i] == '(' ? 1 : search->text[i] == ')' ? -1 : 0;
  return depth > 0 && search->text[end] == ')' ? end + 1 : end;
}

/* A citation in words, with the pages that follow it and the brackets that hold nothing else. */
static void
mark_words (Search *search, const IbidJatsXref *xref)
{
  g_autofree char *rid = ibid_xml_dup_attribute (xref->node, "rid");
  g_autofree char *locator = NULL;
  g_autofree char *label = NULL;
  guint start = xref->start;
  guint end = xref->end;
  const char *ids = rid;
  const xmlNode *target;
  gboolean is_first = TRUE;

  while (end > start && search->text[end - 1] == ' ')
    end--;
  locator = ibid_jats_locator_find (search->text + start, end - start);
  if (locator == NULL && xref->is_citation)
    end += ibid_jats_locator_follow (search->text + end, &locator);
  end = close_bracket (search, start, end);
  if (start > 0 && ((search->text[start - 1] == '(' && search->text[end] == ')') ||
                    (search->text[start - 1] == '[' && search->text[end] == ']'))) {
    start--;
    end++;
  }
  label = g_strndup (search->text + start, end - start);
  g_strdelimit (label, "\n\t", ' ');
  while (next_target (search, xref->node, &ids, &target) || is_first) {
    g_autofree char *key = target != NULL ? ibid_jats_dup_key (target) : g_strdup ("");

    ibid_jats_line_mark (search->line, start, end, TRUE, key, label, locator);
    is_first = FALSE;
    if (++*search->n_markers > IBID_MAX_TEXT_MARKERS)
      break;
  }
}

/* TRUE when the row is of markers; else its numbers are words of the sentence. */
static gboolean
mark_row (Search *search, guint first, guint end, gboolean has_word)
{
  const IbidJatsXref *xref = get_xref (search, first);
  const IbidJatsXref *last = get_xref (search, end - 1);
  Group group = {.first = first,
                 .end = end,
                 .start = xref->start,
                 .stop = last->end,
                 .from = xref->start,
                 .to = last->end};
  gboolean is_raised = TRUE;

  for (guint i = first; i < end; i++)
    is_raised = is_raised && get_xref (search, i)->is_raised;
  if (!find_brackets (search, &group, '[', ']') && !find_brackets (search, &group, '(', ')') &&
      (has_word || (xref->is_citation && !is_raised && xref->end > xref->start) ||
       is_named (search, xref)))
    return FALSE;
  mark_group (search, &group);
  g_free (group.locator);
  return TRUE;
}

void
ibid_jats_markers_find (IbidJatsIds *ids, IbidJatsLine *line, guint *n_markers)
{
  Search search = {ids,
                   line,
                   ibid_jats_line_get_text (line),
                   ibid_jats_line_get_length (line),
                   ibid_jats_line_get_xrefs (line),
                   n_markers};

  for (guint i = 0; i < search.xrefs->len;) {
    gboolean has_word = FALSE;
    gboolean is_marker = is_sign (&search, get_xref (&search, i));
    guint end = is_marker ? find_row_end (&search, i, &has_word) : i + 1;

    if (is_marker && !mark_row (&search, i, end, has_word)) {
      /* Not all together: each for itself. */
      for (guint j = i; j < end; j++)
        if (end - i == 1 || !mark_row (&search, j, j + 1, FALSE))
          mark_words (&search, get_xref (&search, j));
    } else if (!is_marker) {
      mark_words (&search, get_xref (&search, i));
    }
    i = end;
  }
}
