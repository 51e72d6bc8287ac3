/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-note-links.h"

#include "formats/ibid-note-label.h"

#include <string.h>

#define MAX_GAP_BYTES 8u
#define MAX_WORDS_BYTES 200u
#define MIN_LINK_LIST 3u

typedef struct {
  guint block;
  guint start;
  guint end;
  IbidDraftLinkKind kind;
  gboolean has_label; /* looks like one */
  IbidNoteLabel label;
  IbidNoteBracket bracket;
  gboolean is_raised;
  gboolean is_alone;  /* in its block */
  gboolean is_listed; /* its block is hardly more than links */
  guint cut_start;    /* with brackets */
  guint cut_end;
  gboolean has_target;
  IbidNoteTarget target;
  const IbidDraftAnchor *anchor;
  gboolean is_mutual;
  gboolean mate_is_start; /* the link back leads to the start of a line */
  gboolean mate_is_back;  /* the link back looks like one */
  gboolean is_marker;
  IbidFound found;
  guint note;
} Link;

typedef struct {
  IbidNoteFindings *findings;
  IbidDraft *draft;
  IbidNotePlaces *places;
  GArray *links;   /* Link, in order of the text */
  guint *first;    /* link of each block, and behind the last */
  guint *n_before; /* starts of notes, as it seems, before each block and the end */
  guint *box;      /* block that the note begins with that each block seems to be part of */
} Finder;

static void
clear_finder (Finder *self)
{
  g_clear_pointer (&self->links, g_array_unref);
  g_free (self->first);
  g_free (self->n_before);
  g_free (self->box);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finder, clear_finder)

static Link *
get_link (Finder *self, guint index)
{
  return &g_array_index (self->links, Link, index);
}

static const char *
get_text (Finder *self, guint block)
{
  return ibid_draft_get_block (self->draft, block)->text;
}

/* --- How links look ------------------------------------------------------------------------ */

/* Whether nothing but what parts markers in a row is between two of them. */
static gboolean
is_gap (const char *p, const char *end)
{
  while (p < end) {
    IbidNoteBracket bracket;
    guint step = ibid_note_label_get_opening (p, end, &bracket);

    if (step == 0)
      step = ibid_note_label_get_closing (p, end, &bracket);
    if (step == 0 && end - p >= 3 && (memcmp (p, "–", 3) == 0 || memcmp (p, "—", 3) == 0))
      step = 3;
    if (step == 0 && strchr (" ,;-/", *p) != NULL)
      step = 1;
    if (step == 0)
      return FALSE;
    p += step;
  }
  return TRUE;
}

/* Links `from` up to `to` stand in a row: what brackets are around all of them. */
static void
bracket_group (Finder *self, guint from, guint to)
{
  Link *first = get_link (self, from);
  Link *last = get_link (self, to - 1);
  const IbidDraftBlock *block = ibid_draft_get_block (self->draft, first->block);
  const char *end = block->text + block->length;
  const char *before = block->text + first->start;
  IbidNoteBracket bracket = IBID_NOTE_BRACKET_NONE;
  IbidNoteBracket closing;
  guint opening_length = 0;
  guint closing_length = ibid_note_label_get_closing (block->text + last->end, end, &closing);

  for (guint n = 1; n <= 3 && n <= first->start && opening_length == 0; n++)
    if (ibid_note_label_get_opening (before - n, before, &bracket) == n)
      opening_length = n;
  for (guint i = from; i < to; i++) {
    Link *link = get_link (self, i);

    link->bracket = link->label.bracket;
    link->cut_start = link->start;
    link->cut_end = link->end;
    if (opening_length > 0 && closing_length > 0 && bracket == closing)
      link->bracket = bracket;
  }
  if (opening_length > 0 && closing_length > 0 && bracket == closing) {
    first->cut_start -= opening_length;
    last->cut_end += closing_length;
  }
}

/* "[1][2]" is two groups, "[1, 2]" one. */
static void
find_groups (Finder *self, guint from, guint to)
{
  const char *text = from < to ? get_text (self, get_link (self, from)->block) : NULL;

  while (from < to) {
    guint next = from + 1;

    while (next < to && get_link (self, from)->has_label && get_link (self, next)->has_label) {
      guint gap = get_link (self, next - 1)->end;
      guint length = get_link (self, next)->start - gap;
      IbidNoteBracket bracket;

      if (length > MAX_GAP_BYTES || !is_gap (text + gap, text + gap + length) ||
          ibid_note_label_get_closing (text + gap, text + gap + length, &bracket) > 0)
        break;
      next++;
    }
    bracket_group (self, from, next);
    from = next;
  }
}

static void
mark_raised (Finder *self, const IbidDraftBlock *block, guint from, guint to)
{
  guint next = 0;

  for (guint i = from; i < to && block->spans != NULL; i++) {
    Link *link = get_link (self, i);

    for (; next < block->spans->len; next++) {
      const IbidDraftSpan *span = &g_array_index (block->spans, IbidDraftSpan, next);

      if (span->style == IBID_SPAN_SUPERSCRIPT && span->end > link->start) {
        link->is_raised = link->is_raised || span->start < link->end;
        break;
      }
    }
  }
}

/* Whether the block is a list of links, or the link all that it has. */
static void
mark_listed (Finder *self, const IbidDraftBlock *block, guint from, guint to)
{
  guint n_letters = 0;
  guint at = 0;

  for (guint i = from; i <= to; i++) {
    guint stop = i < to ? get_link (self, i)->start : block->length;

    for (; at < stop; at++)
      n_letters += (guint8)block->text[at] >= 0x80 || g_ascii_isalnum (block->text[at]);
    if (i < to)
      at = MAX (at, get_link (self, i)->end);
  }
  for (guint i = from; i < to; i++) {
    get_link (self, i)->is_alone = n_letters == 0 && to - from == 1;
    get_link (self, i)->is_listed = to - from >= MIN_LINK_LIST && n_letters <= 2 * (to - from);
  }
}

static void
collect_block (Finder *self, guint index)
{
  const IbidDraftBlock *block = ibid_draft_get_block (self->draft, index);
  guint from = self->links->len;

  self->first[index] = from;
  for (guint i = 0; block->links != NULL && i < block->links->len; i++) {
    const IbidDraftLink *link = &g_array_index (block->links, IbidDraftLink, i);
    Link found = {.block = index,
                  .start = link->start,
                  .end = link->end,
                  .kind = link->kind,
                  .note = IBID_DRAFT_NONE};

    found.has_label = ibid_note_label_parse (
        block->text + link->start, link->end - link->start, &found.label);
    found.is_raised = found.has_label && found.label.is_raised;
    found.anchor = ibid_draft_find_anchor (self->draft, link->target);
    g_array_append_val (self->links, found);
  }
  find_groups (self, from, self->links->len);
  mark_raised (self, block, from, self->links->len);
  mark_listed (self, block, from, self->links->len);
}

/* --- Where links lead ---------------------------------------------------------------------- */

/* The link that stands where the id does, or hard by; G_MAXUINT without one. */
static guint
find_link_at (Finder *self, const IbidDraftAnchor *anchor)
{
  guint low;
  guint high;
  const char *text;

  if (anchor->block >= ibid_draft_get_n_blocks (self->draft))
    return G_MAXUINT;
  low = self->first[anchor->block];
  high = self->first[anchor->block + 1];
  text = get_text (self, anchor->block);
  while (low < high) { /* the first that ends behind the id */
    guint middle = low + (high - low) / 2;

    if (get_link (self, middle)->end > anchor->offset)
      high = middle;
    else
      low = middle + 1;
  }
  if (low < self->first[anchor->block + 1]) {
    const Link *link = get_link (self, low);

    if (link->start <= anchor->offset || (link->start - anchor->offset <= MAX_GAP_BYTES &&
                                          is_gap (text + anchor->offset, text + link->start)))
      return low;
  }
  if (low > self->first[anchor->block]) {
    const Link *link = get_link (self, low - 1);

    if (anchor->offset - link->end <= MAX_GAP_BYTES &&
        is_gap (text + link->end, text + anchor->offset))
      return low - 1;
  }
  return G_MAXUINT;
}

static void
resolve (Finder *self, guint index)
{
  Link *link = get_link (self, index);
  const char *label = link->has_label ? link->label.text : NULL;
  const IbidDraftAnchor *other;

  if (link->anchor == NULL)
    return;
  /* A marker that has its note's id. */
  other = ibid_draft_next_anchor (self->draft, link->anchor);
  if (other != NULL && find_link_at (self, link->anchor) == index)
    link->anchor = other;
  link->has_target = ibid_note_places_resolve (self->places, link->anchor, label, &link->target);
}

static gboolean
leads_on (const Link *link)
{
  return link->target.block > link->block ||
         (link->target.block == link->block && link->target.offset > link->start);
}

/* Whether a note may begin where the link leads. */
static gboolean
may_be_note (Finder *self, const Link *link)
{
  if (!link->has_target || !link->target.is_start || link->kind == IBID_DRAFT_LINK_BACK ||
      ibid_note_places_is_heading (self->places, link->target.block))
    return FALSE;
  if (link->target.container != IBID_DRAFT_NONE) {
    const IbidDraftContainer *container = ibid_draft_get_container (self->draft,
                                                                    link->target.container);

    if (link->block >= container->first && link->block < container->end)
      return FALSE;
  }
  return link->kind != IBID_DRAFT_LINK_PLAIN || link->has_label || leads_on (link);
}

static int
compare_places (const IbidNoteTarget *one, const IbidNoteTarget *other)
{
  if (one->block != other->block)
    return one->block < other->block ? -1 : 1;
  return one->offset < other->offset ? -1 : one->offset > other->offset;
}

static int
compare_targets (gconstpointer a, gconstpointer b)
{
  const IbidNoteTarget *one = a;
  const IbidNoteTarget *other = b;
  int place = compare_places (one, other);

  if (place != 0)
    return place;
  return one->container < other->container ? -1 : one->container > other->container;
}

/* Where notes seem to begin, each once; of several ids the outermost container. */
static GArray *
collect_targets (Finder *self, gboolean (*is_wanted) (Finder *self, const Link *link))
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (IbidNoteTarget));
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (IbidNoteTarget));

  for (guint i = 0; i < self->links->len; i++)
    if (is_wanted (self, get_link (self, i)))
      g_array_append_val (all, get_link (self, i)->target);
  g_array_sort (all, compare_targets);
  for (guint i = 0; i < all->len; i++) {
    const IbidNoteTarget *target = &g_array_index (all, IbidNoteTarget, i);
    const IbidNoteTarget *before = i > 0 ? target - 1 : NULL;

    if (before == NULL || before->block != target->block || before->offset != target->offset)
      g_array_append_val (targets, *target);
  }
  return targets;
}

/* Which blocks seem to be one note. */
static void
find_boxes (Finder *self)
{
  g_autoptr (GArray) targets = collect_targets (self, may_be_note);
  guint n_blocks = ibid_draft_get_n_blocks (self->draft);
  guint next = 0;

  for (guint i = 0; i < n_blocks; i++) {
    self->n_before[i] = next;
    while (next < targets->len && g_array_index (targets, IbidNoteTarget, next).block == i)
      next++;
    self->box[i] = i;
  }
  self->n_before[n_blocks] = next;
  for (guint i = 0; i < targets->len; i++) {
    const IbidNoteTarget *target = &g_array_index (targets, IbidNoteTarget, i);
    guint first;
    guint end;

    ibid_note_places_climb (self->places, target, self->n_before, &first, &end);
    for (guint j = first; j < end; j++)
      self->box[j] = first;
  }
}

/* --- Links that lead to each other --------------------------------------------------------- */

static void
set_mate (Link *link, const Link *mate, gboolean is_back)
{
  link->is_mutual = TRUE;
  link->mate_is_start = mate->target.is_start;
  link->mate_is_back = link->mate_is_back || is_back;
}

static void
find_mates (Finder *self)
{
  g_autoptr (GHashTable)
      pairs = g_hash_table_new_full (ibid_note_pair_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < self->links->len; i++) {
    Link *back = get_link (self, i);
    guint index = back->anchor != NULL ? find_link_at (self, back->anchor) : G_MAXUINT;
    Link *link = index != G_MAXUINT ? get_link (self, index) : NULL;
    gboolean is_back = back->kind == IBID_DRAFT_LINK_BACK || back->has_label ||
                       ibid_note_label_leads_back (get_text (self, back->block) + back->start,
                                                   back->end - back->start);

    if (!back->has_target)
      continue;
    if (link != NULL && link != back && link->has_target &&
        self->box[back->block] == self->box[link->target.block] &&
        (back->block != link->block || back->start + MAX_GAP_BYTES >= link->target.offset))
      set_mate (link, back, is_back);
    if (is_back && back->target.block != back->block)
      g_hash_table_replace (pairs,
                            ibid_note_pair_new (back->target.block, self->box[back->block]),
                            GUINT_TO_POINTER (i + 1));
  }
  for (guint i = 0; i < self->links->len; i++) {
    Link *link = get_link (self, i);
    gint64 pair = ((gint64)link->block << 32) |
                  (link->has_target ? self->box[link->target.block] : 0);
    guint mate = GPOINTER_TO_UINT (g_hash_table_lookup (pairs, &pair));

    if (!link->is_mutual && link->has_target && mate > 0)
      set_mate (link, get_link (self, mate - 1), TRUE);
  }
}

/* --- What is a marker ---------------------------------------------------------------------- */

/* Of two links that lead to each other the marker is the one whose target is where a note would
 * begin; when in doubt the first. */
static gboolean
leads_to_note (Finder *self, const Link *link)
{
  if (!may_be_note (self, link) || link->is_alone || link->is_listed)
    return FALSE;
  if (!link->mate_is_start)
    return link->has_label || link->mate_is_back;
  return leads_on (link) && (link->has_label || (link->mate_is_back && link->end > link->start &&
                                                 link->end - link->start <= MAX_WORDS_BYTES));
}

static gboolean
has_own_label (Finder *self, const Link *link)
{
  const IbidDraftBlock *block = ibid_draft_get_block (self->draft, link->target.block);
  IbidNoteLabel label;

  if (block->number > 0 && link->target.offset == 0 && link->label.form == IBID_NOTE_LABEL_NUMBER &&
      (guint)block->number == link->label.number)
    return TRUE;
  return ibid_note_label_parse_start (block->text + link->target.offset,
                                      MIN (block->length - link->target.offset, 64u),
                                      &label) > 0 &&
         strcmp (label.text, link->label.text) == 0;
}

/* Raised or in square brackets; letters and roman numerals are words else. */
static gboolean
looks_sure (const Link *link)
{
  return link->has_label && (link->is_raised || link->bracket == IBID_NOTE_BRACKET_SQUARE ||
                             link->label.form == IBID_NOTE_LABEL_SIGN);
}

/* "See note 3", "n. 3" and what stands in a note: words about a note, and no marker of it, unless
 * it is set like one. */
static gboolean
is_cross_reference (Finder *self, const Link *link)
{
  IbidPlaceFlags flags = ibid_note_places_get_flags (self->places, link->block);

  return !looks_sure (link) &&
         (link->label.is_named || (flags & IBID_PLACES_OF_NOTES) ||
          ibid_note_label_ends_in_name (get_text (self, link->block), link->start));
}

static gboolean
has_shape_and_place (Finder *self, const Link *link)
{
  IbidPlaceFlags flags;

  if (!link->has_label || !may_be_note (self, link) || !leads_on (link) || link->is_alone ||
      link->is_listed || is_cross_reference (self, link))
    return FALSE;
  flags = ibid_note_places_get_flags (self->places, link->target.block);
  if (flags & (IBID_PLACES_TYPED | IBID_PLACE_ASIDE))
    return TRUE;
  return looks_sure (link) || ((flags & IBID_PLACES_OF_NOTES) && has_own_label (self, link));
}

/* "Smith (2010)", linked to the entry of a bibliography. */
static gboolean
is_citation_in_words (Finder *self, const Link *link)
{
  const IbidDraftBlock *block = ibid_draft_get_block (self->draft, link->block);
  guint end = MIN (link->end + 8, block->length);
  IbidPlaceFlags flags;

  if (link->has_label || !may_be_note (self, link) || !leads_on (link) || link->is_alone ||
      link->is_listed || link->end - link->start > MAX_WORDS_BYTES)
    return FALSE;
  flags = ibid_note_places_get_flags (self->places, link->target.block);
  if (!(flags & (IBID_PLACE_BIBLIOGRAPHY | IBID_PLACE_UNDER_BIBLIOGRAPHY)))
    return FALSE;
  for (guint i = link->start; i + 4 <= end; i++)
    if ((block->text[i] == '1' || block->text[i] == '2') && g_ascii_isdigit (block->text[i + 1]) &&
        g_ascii_isdigit (block->text[i + 2]) && g_ascii_isdigit (block->text[i + 3]))
      return TRUE;
  return (flags & IBID_PLACE_BIBLIOGRAPHY) != 0;
}

static void
decide (Finder *self, Link *link)
{
  gboolean is_typed = link->kind == IBID_DRAFT_LINK_NOTE || link->kind == IBID_DRAFT_LINK_CITATION;

  link->is_marker = TRUE;
  link->found = IBID_FOUND_MARKUP;
  if (is_typed && (!link->has_target || may_be_note (self, link)))
    return;
  link->found = IBID_FOUND_LINKS;
  if (link->kind == IBID_DRAFT_LINK_PLAIN && link->is_mutual && leads_to_note (self, link))
    return;
  link->found = IBID_FOUND_SHAPE;
  if (link->kind == IBID_DRAFT_LINK_PLAIN && !link->is_mutual &&
      (has_shape_and_place (self, link) || is_citation_in_words (self, link)))
    return;
  /* Leads nowhere: what looks like a marker beyond doubt is one without a note. */
  link->is_marker = link->kind == IBID_DRAFT_LINK_PLAIN && link->anchor == NULL &&
                    looks_sure (link) && !link->is_alone && !link->is_listed;
}

static gboolean
is_marker_with_note (Finder *self, const Link *link)
{
  return link->is_marker && link->has_target && may_be_note (self, link);
}

static guint
find_note (GArray *targets, const IbidNoteTarget *target)
{
  guint low = 0;
  guint high = targets->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (compare_places (&g_array_index (targets, IbidNoteTarget, middle), target) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* A note cited once more, maybe from far behind it: looks like a marker, and has its label. */
static void
decide_again (Finder *self)
{
  g_autoptr (GArray) targets = collect_targets (self, is_marker_with_note);
  g_autofree const Link **markers = g_new0 (const Link *, targets->len + 1);

  for (guint i = 0; i < self->links->len; i++) {
    const Link *link = get_link (self, i);

    if (is_marker_with_note (self, link) && link->has_label)
      markers[find_note (targets, &link->target)] = link;
  }
  for (guint i = 0; i < self->links->len; i++) {
    Link *link = get_link (self, i);
    const Link *marker;

    if (link->is_marker || link->kind != IBID_DRAFT_LINK_PLAIN || !looks_sure (link) ||
        !may_be_note (self, link) || link->is_alone || link->is_listed ||
        self->box[link->block] == self->box[link->target.block])
      continue;
    marker = markers[find_note (targets, &link->target)];
    link->is_marker = marker != NULL && marker->target.block == link->target.block &&
                      marker->target.offset == link->target.offset &&
                      strcmp (marker->label.text, link->label.text) == 0;
    link->found = IBID_FOUND_SHAPE;
  }
}

/* --- What was found ------------------------------------------------------------------------ */

/* The page of "Smith 2010, 12" or "Smith 2010, p. 12". */
static char *
dup_locator (const char *words)
{
  const char *p = strrchr (words, ',');
  gboolean has_sign;
  gsize n;

  if (p == NULL)
    return NULL;
  p += 1 + strspn (p + 1, " ");
  has_sign = *p == 'p';
  p += strspn (p, "p. ");
  n = strspn (p, "0123456789");
  if (n == 0 || (n == 4 && !has_sign && (*p == '1' || *p == '2')))
    return NULL;
  return g_strdup (p);
}

static void
add_marker (Finder *self, const Link *link, gboolean is_range_end)
{
  IbidFoundMarker marker = {.block = link->block,
                            .start = link->cut_start,
                            .end = link->cut_end,
                            .note = link->note,
                            .found = link->found,
                            .ends_range = is_range_end};
  const char *text = get_text (self, link->block);

  if (link->has_label) {
    marker.label = g_strdup (link->label.text);
  } else {
    marker.label = g_strndup (text + link->start, link->end - link->start);
    marker.start = marker.end = link->end;
    marker.words = link->end - link->start;
    marker.locator = dup_locator (marker.label);
  }
  ibid_note_findings_add_marker (self->findings, &marker);
}

/* Whether a dash is between two markers in a row. */
static gboolean
ends_range (Finder *self, const Link *before, const Link *link)
{
  const char *gap = get_text (self, link->block) + before->end;
  gsize length = link->start - before->end;

  return memchr (gap, '-', length) != NULL || g_strstr_len (gap, (gssize)length, "–") != NULL;
}

/* Markers in a row lose what parts them. */
static void
join_neighbours (Finder *self)
{
  Link *before = NULL;

  for (guint i = 0; i < self->links->len; i++) {
    Link *link = get_link (self, i);
    const char *text;

    if (!link->is_marker || !link->has_label) {
      before = NULL;
      continue;
    }
    text = get_text (self, link->block);
    if (before != NULL && before->block == link->block && link->cut_start >= before->cut_end &&
        link->cut_start - before->cut_end <= MAX_GAP_BYTES &&
        is_gap (text + before->cut_end, text + link->cut_start))
      before->cut_end = link->cut_start;
    before = link;
  }
}

static void
take (Finder *self)
{
  g_autoptr (GArray) targets = collect_targets (self, is_marker_with_note);
  const Link *before = NULL;

  for (guint i = 0; i < targets->len; i++)
    ibid_note_findings_add_note (self->findings, &g_array_index (targets, IbidNoteTarget, i));
  for (guint i = 0; i < self->links->len; i++) {
    Link *link = get_link (self, i);

    if (is_marker_with_note (self, link))
      link->note = find_note (targets, &link->target);
    if (link->note != IBID_DRAFT_NONE && link->kind == IBID_DRAFT_LINK_CITATION)
      ibid_note_findings_get_note (self->findings, link->note)->is_bibliography = TRUE;
  }
  join_neighbours (self);
  for (guint i = 0; i < self->links->len; i++) {
    const Link *link = get_link (self, i);

    if (!link->is_marker)
      continue;
    add_marker (self,
                link,
                before != NULL && before->block == link->block &&
                    before->cut_end == link->cut_start && ends_range (self, before, link));
    before = link;
  }
}

void
ibid_note_links_find (IbidNoteFindings *findings)
{
  g_auto (Finder)
      self = {.findings = findings, .draft = findings->draft, .places = findings->places};
  guint n_blocks = ibid_draft_get_n_blocks (self.draft);

  self.links = g_array_new (FALSE, FALSE, sizeof (Link));
  self.first = g_new (guint, n_blocks + 1);
  self.n_before = g_new (guint, n_blocks + 1);
  self.box = g_new (guint, n_blocks + 1);
  for (guint i = 0; i < n_blocks; i++)
    collect_block (&self, i);
  self.first[n_blocks] = self.links->len;
  for (guint i = 0; i < self.links->len; i++)
    resolve (&self, i);
  find_boxes (&self);
  find_mates (&self);
  for (guint i = 0; i < self.links->len; i++)
    decide (&self, get_link (&self, i));
  decide_again (&self);
  take (&self);
}
