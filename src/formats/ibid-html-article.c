/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-article.h"

#include "formats/ibid-html-furniture.h"
#include "formats/ibid-html-roles.h"
#include "formats/ibid-html-shape.h"
#include "formats/ibid-xml.h"

#include <string.h>

/* Of what is left out so much is told, and no more than this often. */
#define MAX_TOLD_CHARACTERS 100
#define MAX_TOLD 100u

/* An element with more than this share of the page's text is not furniture, whatever its name. */
#define MAX_FURNITURE_SHARE 0.4

/* An element that is to be the whole text has at least this share of it. */
#define MIN_TEXT_SHARE 0.6

/* A line of names and dates is no longer. */
#define MAX_LINE_BYTES 300u

/* So much in paragraphs, not in links, is prose: part of the text, if it stands beside it. */
#define MIN_PROSE_BYTES 100u

/* What is counted in an element with all that is in it. */
typedef struct {
  const xmlNode *node;
  guint parent;
  guint end;      /* index behind the last element inside */
  guint length;   /* bytes of text without blanks */
  guint linked;   /* of them, in links */
  guint prose;    /* of them, in paragraphs and not in links */
  gboolean notes; /* it or something in it is a typed note, or where a marker leads to */
  gboolean is_note;
  guint n_parts; /* elements right inside that have notes */
  IbidHtmlPart part;
  IbidHtmlTag tag;
} Stats;

typedef struct {
  IbidHtmlLinks *links;
  GHashTable *targets; /* ids that links within the page lead to; owned */
  GArray *stats;       /* Stats, in the order of the page */
  GArray *kept_lines;
  IbidBody *body;
  guint total; /* bytes of text without furniture */
  guint main;  /* index of the element that the text is in; of the first one when none is known */
  guint text;  /* of the one inside of it that is called so; else the same */
  guint prose; /* index of the first paragraph of prose; IBID_DRAFT_NONE without one */
  guint n_told;
} Article;

static Stats *
get_stats (Article *self, guint index)
{
  return &g_array_index (self->stats, Stats, index);
}

/* --- Measuring ----------------------------------------------------------------------------- */

/* A number, a letter or two, or a sign, with or without brackets. */
static gboolean
is_marker_text (const xmlNode *link)
{
  g_autofree char *text = ibid_html_shape_has_text (link, 8) ? NULL : ibid_xml_dup_text (link);
  const char *p = text;

  if (p == NULL)
    return FALSE;
  p += strspn (p, "[( ");
  return g_ascii_isdigit (*p) || *p == '*' || g_str_has_prefix (p, "†") ||
         g_str_has_prefix (p, "‡") || (g_ascii_isalpha (*p) && strlen (p) <= 3);
}

static void
gather_targets (Article *self, const xmlNode *root)
{
  for (const xmlNode *next = root; next != NULL; next = ibid_html_next (root, next, TRUE)) {
    IbidHtmlAttributes attributes;
    g_autofree char *target = NULL;
    IbidDraftLinkKind kind;

    if (ibid_html_get_tag (next) != IBID_HTML_A)
      continue;
    ibid_html_attributes_read (&attributes, next);
    if (attributes.href == NULL ||
        ibid_html_links_follow (attributes.href, &target, self->links) != IBID_HTML_LINK_INSIDE)
      continue;
    kind = ibid_html_roles_get_link (next, &attributes, target);
    if (kind == IBID_DRAFT_LINK_NOTE || kind == IBID_DRAFT_LINK_CITATION ||
        (kind == IBID_DRAFT_LINK_PLAIN && is_marker_text (next)))
      g_hash_table_add (self->targets, g_steal_pointer (&target));
  }
}

static guint
count_text (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += (guchar)*text > ' ';
  return n;
}

static gboolean
is_note_part (const IbidHtmlAttributes *attributes, IbidHtmlTag tag)
{
  return ibid_html_roles_get_container (attributes, !ibid_html_shape_is_block (tag)) !=
         IBID_DRAFT_CONTAINER_PLAIN;
}

static guint
add_stats (Article *self, const xmlNode *node, guint parent, IbidHtmlTag tag)
{
  Stats stats = {.node = node, .parent = parent, .tag = tag};
  IbidHtmlAttributes attributes;

  ibid_html_attributes_read (&attributes, node);
  stats.part = ibid_html_furniture_judge (tag, &attributes);
  stats.is_note = is_note_part (&attributes, tag);
  stats.notes = stats.is_note ||
                (attributes.id != NULL && g_hash_table_contains (self->targets, attributes.id)) ||
                (tag == IBID_HTML_A && attributes.name != NULL &&
                 g_hash_table_contains (self->targets, attributes.name));
  g_array_append_val (self->stats, stats);
  return self->stats->len - 1;
}

/* Adds what each element holds itself, then all that is inside to what is around it. */
static void
measure (Article *self, const xmlNode *root)
{
  guint parent = IBID_DRAFT_NONE;
  const xmlNode *node = root;

  while (node != NULL) {
    gboolean is_inside = TRUE;

    while (parent != IBID_DRAFT_NONE && get_stats (self, parent)->node != node->parent)
      parent = get_stats (self, parent)->parent;
    if (node->type == XML_ELEMENT_NODE) {
      IbidHtmlTag tag = ibid_html_get_tag (node);

      is_inside = tag != IBID_HTML_SKIPPED;
      if (is_inside)
        parent = add_stats (self, node, parent, tag);
    } else if (node->type == XML_TEXT_NODE && node->content != NULL && parent != IBID_DRAFT_NONE) {
      get_stats (self, parent)->length += count_text ((const char *)node->content);
    }
    node = ibid_html_next (root, node, is_inside);
  }
  for (guint i = self->stats->len; i-- > 1;) {
    Stats *inner = get_stats (self, i);
    Stats *outer = get_stats (self, inner->parent);

    inner->end = MAX (inner->end, i + 1);
    outer->end = MAX (outer->end, inner->end);
    if (inner->tag == IBID_HTML_A)
      inner->linked = inner->length;
    if (inner->tag == IBID_HTML_P)
      inner->prose = inner->length - inner->linked;
    outer->length += inner->length;
    outer->linked += inner->linked;
    outer->prose += inner->prose;
    outer->notes = outer->notes || inner->notes;
    outer->n_parts += inner->notes;
  }
}

/* --- Leaving out --------------------------------------------------------------------------- */

static gboolean
is_kept_line (Article *self, guint line)
{
  for (guint i = 0; self->kept_lines != NULL && i < self->kept_lines->len; i++)
    if (g_array_index (self->kept_lines, guint, i) == line)
      return TRUE;
  return FALSE;
}

static gboolean
is_told_already (Article *self, const char *text)
{
  return g_strcmp0 (text, ibid_body_get_title (self->body)) == 0 ||
         g_strcmp0 (text, ibid_body_get_subtitle (self->body)) == 0;
}

static void
tell (Article *self, const xmlNode *node, guint line)
{
  g_autofree char *text = NULL;

  if (self->n_told >= MAX_TOLD)
    return;
  text = ibid_xml_dup_text (node);
  if (*text == '\0' || is_told_already (self, text))
    return;
  if (g_utf8_strlen (text, -1) > MAX_TOLD_CHARACTERS) {
    g_autofree char *start = g_utf8_substring (text, 0, MAX_TOLD_CHARACTERS - 1);
    g_autofree char *shortened = g_strconcat (g_strchomp (start), "…", NULL);

    ibid_body_add_left_out (self->body, shortened, line);
  } else {
    ibid_body_add_left_out (self->body, text, line);
  }
  self->n_told++;
}

static void
leave_out (Article *self, const xmlNode *node)
{
  guint line = (guint)MAX (xmlGetLineNo (node), 1);

  if (is_kept_line (self, line))
    return;
  ibid_html_flow_leave_out ((xmlNode *)node);
  tell (self, node, line);
}

/* A line of names stands in a header, or ahead of the text's first paragraph. */
static gboolean
is_line (Article *self, guint index)
{
  const Stats *stats = get_stats (self, index);
  guint outer = stats->parent;

  if (stats->part != IBID_HTML_PART_LINE || stats->length > MAX_LINE_BYTES ||
      !ibid_html_shape_is_block (stats->tag))
    return FALSE;
  if (self->main > 0 && index < self->prose)
    return TRUE;
  while (outer != IBID_DRAFT_NONE && get_stats (self, outer)->tag != IBID_HTML_HEADER)
    outer = get_stats (self, outer)->parent;
  return outer != IBID_DRAFT_NONE && index < self->prose;
}

/* The subtitle is no paragraph as well. */
static gboolean
is_subtitle (Article *self, guint index)
{
  const Stats *stats = get_stats (self, index);
  const char *subtitle = ibid_body_get_subtitle (self->body);
  g_autofree char *text = NULL;

  if (stats->part != IBID_HTML_PART_SUBTITLE || subtitle == NULL ||
      stats->length > strlen (subtitle))
    return FALSE;
  text = ibid_xml_dup_text (stats->node);
  return strcmp (text, subtitle) == 0;
}

static gboolean
is_furniture (Article *self, guint index, guint total)
{
  const Stats *stats = get_stats (self, index);

  if (stats->notes)
    return FALSE;
  if (stats->part == IBID_HTML_PART_COMMENTS)
    return TRUE;
  if (stats->tag == IBID_HTML_FORM && stats->prose < MIN_PROSE_BYTES)
    return TRUE;
  if (stats->tag == IBID_HTML_FOOTER && stats->parent != IBID_DRAFT_NONE &&
      get_stats (self, stats->parent)->tag == IBID_HTML_BODY && stats->length < total / 4)
    return TRUE;
  return stats->part == IBID_HTML_PART_FURNITURE && stats->length <= total * MAX_FURNITURE_SHARE;
}

/* --- Finding the text ---------------------------------------------------------------------- */

static void
count_total (Article *self)
{
  guint all = get_stats (self, 0)->length;

  self->total = all;
  for (guint i = 0; i < self->stats->len; i++)
    if (is_furniture (self, i, all)) {
      self->total -= get_stats (self, i)->length;
      i = get_stats (self, i)->end - 1;
    }
}

/* The smallest elements that can be what is looked for and have nearly all of the text. */
static void
find_text (Article *self)
{
  for (guint i = 0; i < self->stats->len; i++) {
    const Stats *stats = get_stats (self, i);
    gboolean is_large = stats->length >= self->total * MIN_TEXT_SHARE;

    if (is_furniture (self, i, self->total)) {
      i = get_stats (self, i)->end - 1;
      continue;
    }
    if (stats->part == IBID_HTML_PART_MAIN && is_large)
      self->main = self->text = i;
    else if (stats->part == IBID_HTML_PART_TEXT && is_large)
      self->text = i;
    if (self->prose == IBID_DRAFT_NONE && stats->tag == IBID_HTML_P &&
        stats->prose >= MIN_PROSE_BYTES)
      self->prose = i;
  }
  if (self->text > 0 && self->main == 0)
    self->main = self->text;
}

/* What stands beside the text is part of it if it is prose, or says that it is. */
static gboolean
belongs_to_text (const Stats *stats)
{
  return stats->notes || stats->prose >= MIN_PROSE_BYTES ||
         stats->part == IBID_HTML_PART_SUBTITLE || stats->tag == IBID_HTML_H1 ||
         stats->tag == IBID_HTML_FIGURE;
}

/* The smallest element that has all of some notes; its heading stays with them. */
static gboolean
is_all_notes (const Stats *stats)
{
  return stats->notes && (stats->is_note || stats->n_parts != 1);
}

static gboolean
is_heading_of_notes (Article *self, const Stats *stats)
{
  return stats->tag >= IBID_HTML_H1 && stats->tag <= IBID_HTML_H6 &&
         get_stats (self, stats->parent)->notes;
}

/* Around the text: whether the element goes. `*end` becomes the index up to which this is decided.
 */
static gboolean
is_outside (Article *self, guint index, guint *end)
{
  const Stats *stats = get_stats (self, index);
  gboolean is_kept = is_all_notes (stats) || is_heading_of_notes (self, stats);

  *end = stats->notes && !is_all_notes (stats) ? index + 1 : stats->end;
  return is_furniture (self, index, self->total) || (!stats->notes && !is_kept);
}

static void
mark (Article *self)
{
  const Stats *main = get_stats (self, self->main);
  const Stats *text = get_stats (self, self->text);
  guint next;

  for (guint i = 1; i < self->stats->len; i = next) {
    const Stats *stats = get_stats (self, i);
    gboolean is_out = FALSE;

    next = i + 1;
    if (i <= self->text && stats->end > self->text)
      continue; /* the text, or around it */
    if (i < self->main || i >= main->end)
      is_out = is_outside (self, i, &next);
    else if (is_furniture (self, i, self->total) || is_line (self, i) || is_subtitle (self, i))
      is_out = TRUE;
    else if (i < self->text || i >= text->end)
      is_out = !belongs_to_text (stats) && ibid_html_shape_is_block (stats->tag);
    if (is_out) {
      leave_out (self, stats->node);
      next = stats->end;
    }
  }
}

void
ibid_html_article_find (xmlNode *root, IbidHtmlLinks *links, GArray *kept_lines, IbidBody *body)
{
  Article self = {.links = links, .kept_lines = kept_lines, .body = body, .prose = IBID_DRAFT_NONE};

  self.targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.stats = g_array_new (FALSE, FALSE, sizeof (Stats));
  gather_targets (&self, root);
  measure (&self, root);
  if (self.stats->len > 0) {
    count_total (&self);
    find_text (&self);
    mark (&self);
  }
  g_array_unref (self.stats);
  g_hash_table_unref (self.targets);
}
