/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-citation-resolver.h"

#include "analysis/ibid-citation-signs.h"
#include "analysis/ibid-cited-text.h"
#include "analysis/ibid-note-fields.h"

#include <string.h>

/* A note that cites more works than this is ambiguous between the first of them. */
#define MAX_WORKS 40

/* What is known after a note: which works it cites, each once. */
typedef struct {
  guint note; /* G_MAXUINT: nothing was cited yet */
  GArray *works;
  gboolean is_open; /* one of its citations could not be resolved */
} Link;

typedef struct {
  guint note;
  guint index;
  guint target;
} Pending;

typedef struct {
  guint note;
  char *locator;
} Last;

struct _IbidCitationResolver {
  IbidReadingOrder *order;
  IbidWorkMerger *merger;
  IbidCitationParse parse;
  gpointer data;
  GPtrArray *cited;      /* per note: GArray of IbidCited, or NULL */
  GPtrArray *links;      /* per note that was read: its works, for cross references */
  GHashTable *chains;    /* chain -> index + 1 of the last note that cites */
  GHashTable *hereafter; /* folded short form -> work + 1 */
  GArray *last;          /* per work: Last, the note that cited it last */
  GArray *pending;       /* Pending */
  JsonNode *entry_names; /* authors of the bibliography's entry before */
  guint note;            /* the one being read */
  Link *current;
};

static void
clear_cited (gpointer data)
{
  IbidCited *cited = data;

  g_clear_pointer (&cited->candidates, g_array_unref);
  g_free (cited->locator);
}

static void
clear_last (gpointer data)
{
  g_free (((Last *)data)->locator);
}

static void
free_link (gpointer data)
{
  Link *link = data;

  if (link == NULL)
    return;
  g_array_unref (link->works);
  g_free (link);
}

static void
unref_array (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

IbidCitationResolver *
ibid_citation_resolver_new (IbidReadingOrder *order,
                            IbidWorkMerger *merger,
                            IbidCitationParse parse,
                            gpointer data)
{
  IbidCitationResolver *self = g_new0 (IbidCitationResolver, 1);

  self->order = order;
  self->merger = merger;
  self->parse = parse;
  self->data = data;
  self->cited = g_ptr_array_new_with_free_func (unref_array);
  self->links = g_ptr_array_new_with_free_func (free_link);
  g_ptr_array_set_size (self->cited, (int)ibid_reading_order_get_length (order));
  g_ptr_array_set_size (self->links, (int)ibid_reading_order_get_length (order));
  self->chains = g_hash_table_new (NULL, NULL);
  self->hereafter = g_hash_table_new_full (ibid_item_id_hash, g_str_equal, g_free, NULL);
  self->last = g_array_new (FALSE, TRUE, sizeof (Last));
  g_array_set_clear_func (self->last, clear_last);
  self->pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  return self;
}

void
ibid_citation_resolver_free (IbidCitationResolver *self)
{
  g_ptr_array_unref (self->cited);
  g_ptr_array_unref (self->links);
  g_hash_table_unref (self->chains);
  g_hash_table_unref (self->hereafter);
  g_array_unref (self->last);
  g_array_unref (self->pending);
  g_clear_pointer (&self->entry_names, json_node_unref);
  g_free (self);
}

static Link *
new_link (guint note)
{
  Link *link = g_new0 (Link, 1);

  link->note = note;
  link->works = g_array_new (FALSE, FALSE, sizeof (guint));
  return link;
}

static gboolean
has_work (const Link *link, guint work)
{
  for (guint i = 0; i < link->works->len; i++)
    if (g_array_index (link->works, guint, i) == work)
      return TRUE;
  return FALSE;
}

static void
add_work (Link *link, guint work)
{
  if (work == IBID_NO_WORK)
    link->is_open = TRUE;
  else if (link->works->len < MAX_WORKS && !has_work (link, work))
    g_array_append_val (link->works, work);
}

/* The note before in the same run that cites anything; NULL when there is none. */
static Link *
get_link_before (IbidCitationResolver *self)
{
  guint chain = ibid_reading_order_get (self->order, self->note)->chain;
  guint note = GPOINTER_TO_UINT (g_hash_table_lookup (self->chains, GUINT_TO_POINTER (chain)));

  return note > 0 ? g_ptr_array_index (self->links, note - 1) : NULL;
}

static Last *
get_last (IbidCitationResolver *self, guint work)
{
  if (work >= self->last->len) {
    guint before = self->last->len;

    g_array_set_size (self->last, work + 1);
    for (guint i = before; i <= work; i++)
      g_array_index (self->last, Last, i).note = G_MAXUINT;
  }
  return &g_array_index (self->last, Last, work);
}

static void
take_candidates (IbidCited *cited, const GArray *works)
{
  cited->candidates = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (cited->candidates, works->data, works->len);
}

/* One work, several or none. */
static void
take_link (IbidCited *cited, const Link *link)
{
  if (link->works->len == 0 || (link->works->len == 1 && link->is_open))
    return;
  cited->antecedent = link->note;
  if (link->works->len == 1)
    cited->work = g_array_index (link->works, guint, 0);
  else
    take_candidates (cited, link->works);
}

static void
set_rule (IbidCited *cited, const char *rule, double confidence)
{
  cited->rule = rule;
  cited->confidence = confidence;
}

/* Its own note's last citation, else the note before. */
static void
resolve_ibid (IbidCitationResolver *self, IbidCited *cited, GArray *before)
{
  Link *link;

  if (before->len > 0) {
    const IbidCited *last = &g_array_index (before, IbidCited, before->len - 1);

    set_rule (cited, "ibid-same-note", 0.9);
    cited->work = last->work;
    if (last->candidates != NULL)
      take_candidates (cited, last->candidates);
    return;
  }
  set_rule (cited, "ibid", 0.95);
  link = get_link_before (self);
  if (link != NULL)
    take_link (cited, link);
  if (cited->candidates != NULL)
    set_rule (cited, "ibid-several-works", 0.5);
}

/* The authors of the citation before; NULL when not known, or not one and the same. */
static JsonNode *
get_names_before (IbidCitationResolver *self, GArray *before, guint *antecedent)
{
  Link *link = before->len > 0 ? NULL : get_link_before (self);
  guint work = IBID_NO_WORK;

  if (before->len > 0)
    work = g_array_index (before, IbidCited, before->len - 1).work;
  else if (link != NULL && !link->is_open && link->works->len > 0)
    work = g_array_index (link->works, guint, link->works->len - 1);
  if (work == IBID_NO_WORK)
    return NULL;
  if (link != NULL)
    *antecedent = link->note;
  for (guint i = 0; link != NULL && i < link->works->len; i++) {
    const IbidWorkKey *key = ibid_work_merger_get_key (self->merger,
                                                       g_array_index (link->works, guint, i));
    const IbidWorkKey *last = ibid_work_merger_get_key (self->merger, work);

    if (key->families[0] == NULL || last->families[0] == NULL ||
        strcmp (key->families[0], last->families[0]) != 0)
      return NULL;
  }
  return json_object_get_member (ibid_work_merger_get_fields (self->merger, work), "author");
}

static JsonObject *
parse_text (IbidCitationResolver *self, const char *text)
{
  JsonObject *fields = text[0] != '\0' ? self->parse (text, self->data) : NULL;

  return fields != NULL ? fields : json_object_new ();
}

/* "idem, 2004, p. 110": by author and year. */
static gboolean
resolve_idem_year (IbidCitationResolver *self,
                   IbidCited *cited,
                   GArray *before,
                   const IbidNoteText *note,
                   const IbidPiece *piece)
{
  g_autofree char *year = ibid_cited_text_dup_year (note, piece->back.end, piece->end);
  guint antecedent = G_MAXUINT;
  const IbidWorkKey *key;
  Link *link = get_link_before (self);
  guint work = IBID_NO_WORK;

  if (before->len > 0)
    work = g_array_index (before, IbidCited, before->len - 1).work;
  else if (link != NULL && link->works->len == 1) {
    work = g_array_index (link->works, guint, 0);
    antecedent = link->note;
  }
  if (year == NULL || work == IBID_NO_WORK)
    return FALSE;
  key = ibid_work_merger_get_key (self->merger, work);
  if (key->families[0] == NULL)
    return FALSE;
  work = ibid_work_merger_find_author (self->merger, key->families[0], year);
  if (work == IBID_NO_WORK)
    return FALSE;
  cited->via = IBID_VIA_IDEM;
  cited->work = work;
  cited->antecedent = antecedent;
  g_free (cited->locator);
  cited->locator = ibid_cited_text_dup_locator (note, piece->back.end, piece->end);
  set_rule (cited, "idem-year", 0.85);
  return TRUE;
}

/* "Idem, *Other Book* (1999), 3." */
static void
resolve_idem (IbidCitationResolver *self,
              IbidCited *cited,
              GArray *before,
              const IbidNoteText *note,
              const IbidPiece *piece)
{
  g_autofree char *text = ibid_cited_text_dup_behind (note, piece);
  g_autoptr (JsonObject) fields = NULL;
  JsonNode *names;

  if (text == NULL) {
    if (!resolve_idem_year (self, cited, before, note, piece))
      resolve_ibid (self, cited, before);
    return;
  }
  cited->via = IBID_VIA_IDEM;
  g_free (cited->locator);
  cited->locator = ibid_cited_text_dup_locator (note, piece->back.end, piece->end);
  names = get_names_before (self, before, &cited->antecedent);
  set_rule (cited, names != NULL ? "idem" : "idem-unknown-author", names != NULL ? 0.85 : 0.3);
  fields = parse_text (self, text);
  ibid_cited_text_clean (fields, &cited->locator);
  if (!ibid_cited_text_has_title (fields)) {
    IbidPiece behind = {IBID_PIECE_CITATION, piece->back.end, piece->end, {0}};

    behind.start = ibid_note_text_skip (note, behind.start, behind.end, ".,:");
    ibid_cited_text_take_title (fields, note, &behind);
  }
  if (names != NULL)
    json_object_set_member (fields, "author", json_node_copy (names));
  if (ibid_cited_text_has_title (fields))
    cited->work = ibid_work_merger_add (self->merger, fields, text, NULL);
}

/* The words before "op. cit." name an author, and perhaps a title. */
static guint
find_named (IbidCitationResolver *self, const IbidNoteText *note, const IbidPiece *piece)
{
  g_autofree char *family = ibid_cited_text_dup_family (note, piece->start, piece->back.start);
  g_autofree char *text = ibid_note_text_dup (note, piece->start, piece->back.start);
  IbidStretch title;

  if (ibid_citation_signs_find_title (note, piece->start, piece->back.start, &title)) {
    g_autoptr (JsonObject) fields = parse_text (self, text);
    guint n_works = ibid_work_merger_get_length (self->merger);
    guint work;

    ibid_cited_text_clean (fields, NULL);
    if (ibid_cited_text_has_title (fields)) {
      work = ibid_work_merger_add (self->merger, fields, NULL, NULL);
      if (work < n_works)
        return work;
    }
  }
  return family != NULL ? ibid_work_merger_find_author (self->merger, family, "") : IBID_NO_WORK;
}

static void
set_antecedent (IbidCitationResolver *self, IbidCited *cited)
{
  Last *last;

  if (cited->work == IBID_NO_WORK)
    return;
  last = get_last (self, cited->work);
  if (last->note != G_MAXUINT && last->note < self->note)
    cited->antecedent = last->note;
}

static void
resolve_op_cit (IbidCitationResolver *self,
                IbidCited *cited,
                GArray *before,
                const IbidNoteText *note,
                const IbidPiece *piece)
{
  gboolean is_place = piece->back.form == IBID_BACK_LOC_CIT;
  gboolean is_named = ibid_cited_text_has_letters (note, piece->start, piece->back.start);
  gboolean is_usual;

  if (!is_named) {
    /* Nobody is named: whoever was cited before is meant. */
    resolve_ibid (self, cited, before);
  } else {
    cited->work = find_named (self, note, piece);
    set_antecedent (self, cited);
  }
  is_usual = is_named || is_place || ibid_cited_text_is_german (note, piece);
  cited->via = IBID_VIA_OP_CIT;
  set_rule (cited,
            is_place ? "loc-cit" : (is_usual ? "op-cit" : "op-cit-unnamed"),
            cited->work == IBID_NO_WORK ? 0.2 : (is_usual ? 0.85 : 0.6));
  if (is_place && cited->locator == NULL && cited->work != IBID_NO_WORK)
    cited->locator = g_strdup (get_last (self, cited->work)->locator);
}

/* Of several works the one of the named author. */
static void
take_named (IbidCitationResolver *self, IbidCited *cited, const Link *link, const char *family)
{
  g_autofree char *folded = family != NULL ? ibid_fold_text (family, 100) : NULL;
  Link *named = new_link (link->note);

  for (guint i = 0; i < link->works->len && folded != NULL; i++) {
    guint work = g_array_index (link->works, guint, i);

    if (ibid_work_key_has_author (ibid_work_merger_get_key (self->merger, work), folded))
      add_work (named, work);
  }
  take_link (cited, named->works->len > 0 ? named : link);
  free_link (named);
}

/* "nn. 1 and 2": the works of both. */
static void
take_both (IbidCitationResolver *self,
           IbidCited *cited,
           const Link *link,
           const IbidNoteText *note,
           const IbidPiece *piece,
           guint run)
{
  g_autofree char *label = ibid_note_text_dup (
      note, piece->back.second_start, piece->back.second_end);
  guint target = ibid_reading_order_find (self->order, run, label);
  Link *second = target < self->note ? g_ptr_array_index (self->links, target) : NULL;
  Link *both = new_link (link->note);

  for (guint i = 0; i < link->works->len; i++)
    add_work (both, g_array_index (link->works, guint, i));
  for (guint i = 0; second != NULL && i < second->works->len; i++)
    add_work (both, g_array_index (second->works, guint, i));
  take_link (cited, both);
  free_link (both);
}

static void
resolve_note (IbidCitationResolver *self,
              IbidCited *cited,
              guint index,
              const IbidNoteText *note,
              const IbidPiece *piece)
{
  g_autofree char *label = ibid_note_text_dup (
      note, piece->back.label_start, piece->back.label_end);
  g_autofree char *family = ibid_cited_text_dup_family (note, piece->start, piece->back.start);
  guint run = ibid_reading_order_get (self->order, self->note)->run;
  guint target = ibid_reading_order_find (self->order, run, label);
  Link *link;

  cited->via = IBID_VIA_CROSS_REFERENCE;
  set_rule (cited, "cross-reference", 0.9);
  if (target == G_MAXUINT || target == self->note)
    return;
  if (target > self->note) {
    Pending pending = {self->note, index, target};

    g_array_append_val (self->pending, pending);
    return;
  }
  link = g_ptr_array_index (self->links, target);
  if (link != NULL && piece->back.second_end > piece->back.second_start)
    take_both (self, cited, link, note, piece, run);
  else if (link != NULL)
    take_named (self, cited, link, family);
}

static void
resolve_back (IbidCitationResolver *self,
              IbidCited *cited,
              GArray *before,
              const IbidNoteText *note,
              const IbidPiece *piece)
{
  cited->via = IBID_VIA_IBID;
  cited->locator = ibid_cited_text_dup_back_locator (note, piece);
  switch (piece->back.form) {
  case IBID_BACK_IDEM:
    resolve_idem (self, cited, before, note, piece);
    break;
  case IBID_BACK_OP_CIT:
  case IBID_BACK_LOC_CIT:
    resolve_op_cit (self, cited, before, note, piece);
    break;
  case IBID_BACK_NOTE:
    resolve_note (self, cited, before->len, note, piece);
    break;
  case IBID_BACK_IBID:
  case IBID_BACK_NONE:
  default:
    resolve_ibid (self, cited, before);
  }
}

/* A short form that an earlier citation announced, at the beginning of this one. */
static guint
find_hereafter (IbidCitationResolver *self, const char *text)
{
  g_autofree char *folded = NULL;

  if (g_hash_table_size (self->hereafter) == 0)
    return IBID_NO_WORK;
  folded = ibid_fold_text (text, 120);
  for (guint n = 0; n < 12 && folded[0] != '\0'; n++) {
    guint work = GPOINTER_TO_UINT (g_hash_table_lookup (self->hereafter, folded));
    char *blank = strrchr (folded, ' ');

    if (work > 0)
      return work - 1;
    if (blank == NULL)
      break;
    *blank = '\0';
  }
  return IBID_NO_WORK;
}

static void
announce (IbidCitationResolver *self, const IbidNoteText *note, const IbidPiece *piece, guint work)
{
  IbidStretch name;
  g_autofree char *text = NULL;
  char *folded;

  if (work == IBID_NO_WORK ||
      !ibid_back_reference_find_hereafter (note, piece->start, piece->end, &name))
    return;
  text = ibid_note_text_dup (note, name.start, name.end);
  folded = ibid_fold_text (text, 100);
  if (folded[0] != '\0')
    g_hash_table_insert (self->hereafter, folded, GUINT_TO_POINTER (work + 1));
  else
    g_free (folded);
}

/* A name without a title: "Smith, 14", "Smith 1998, 14". */
static void
resolve_name (IbidCitationResolver *self,
              IbidCited *cited,
              const IbidNoteText *note,
              const IbidPiece *piece)
{
  g_autofree char *family = ibid_cited_text_dup_family (note, piece->start, piece->end);
  g_autofree char *year = ibid_cited_text_dup_year (note, piece->start, piece->end);

  cited->via = IBID_VIA_SHORT;
  if (family != NULL)
    cited->work = ibid_work_merger_find_author (self->merger, family, year != NULL ? year : "");
  set_rule (
      cited, year != NULL ? "author-date" : "author", cited->work != IBID_NO_WORK ? 0.8 : 0.2);
  set_antecedent (self, cited);
}

static void
resolve_work (IbidCitationResolver *self, IbidCited *cited, JsonObject *fields, const char *text)
{
  gboolean is_short = FALSE;

  cited->work = ibid_work_merger_add (self->merger, fields, text, &is_short);
  set_rule (cited, is_short ? "short-title" : "citation", is_short ? 0.8 : 0.9);
  if (!is_short)
    return;
  cited->via = IBID_VIA_SHORT;
  set_antecedent (self, cited);
}

static void
resolve_citation (IbidCitationResolver *self,
                  IbidCited *cited,
                  const IbidNoteText *note,
                  const IbidPiece *piece)
{
  g_autofree char *text = ibid_cited_text_dup (note, piece);
  g_autoptr (JsonObject) fields = NULL;

  cited->via = IBID_VIA_FULL;
  cited->locator = ibid_cited_text_dup_locator (note, piece->start, piece->end);
  cited->work = find_hereafter (self, text);
  if (cited->work != IBID_NO_WORK) {
    cited->via = IBID_VIA_SHORT;
    set_rule (cited, "hereafter", 0.95);
    set_antecedent (self, cited);
    return;
  }
  fields = parse_text (self, text);
  ibid_note_fields_mend (fields, note, piece);
  ibid_cited_text_clean (fields, &cited->locator);
  if (!ibid_cited_text_has_title (fields))
    ibid_cited_text_take_title (fields, note, piece);
  if (ibid_cited_text_is_name (self->merger, fields, note, piece))
    resolve_name (self, cited, note, piece);
  else if (ibid_cited_text_has_title (fields))
    resolve_work (self, cited, fields, text);
  else
    set_rule (cited, "citation", 0.3);
  announce (self, note, piece, cited->work);
}

static void
remember (IbidCitationResolver *self, const IbidCited *cited)
{
  Last *last;

  for (guint i = 0; cited->candidates != NULL && i < cited->candidates->len; i++)
    add_work (self->current, g_array_index (cited->candidates, guint, i));
  if (cited->candidates == NULL)
    add_work (self->current, cited->work);
  if (cited->work == IBID_NO_WORK)
    return;
  ibid_work_merger_touch (self->merger, cited->work);
  last = get_last (self, cited->work);
  last->note = self->note;
  g_free (last->locator);
  last->locator = g_strdup (cited->locator);
}

static IbidCited
new_cited (guint start, guint end)
{
  IbidCited cited = {0};

  cited.start = start;
  cited.end = end;
  cited.work = IBID_NO_WORK;
  cited.antecedent = G_MAXUINT;
  cited.rule = "citation";
  return cited;
}

static GArray *
new_cited_array (void)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (IbidCited));

  g_array_set_clear_func (array, clear_cited);
  return array;
}

static void
end_note (IbidCitationResolver *self, guint n_cited)
{
  guint chain = ibid_reading_order_get (self->order, self->note)->chain;

  if (n_cited > 0)
    g_hash_table_insert (self->chains, GUINT_TO_POINTER (chain), GUINT_TO_POINTER (self->note + 1));
}

static void
begin_note (IbidCitationResolver *self, guint index)
{
  self->note = index;
  self->current = new_link (index);
  g_ptr_array_index (self->links, index) = self->current;
}

void
ibid_citation_resolver_read (IbidCitationResolver *self, guint index)
{
  IbidPassage *passage;
  g_autoptr (IbidNoteText) note = NULL;
  g_autoptr (GArray) pieces = NULL;
  const IbidSpan *spans;
  guint n_spans = 0;
  GArray *array;

  g_return_if_fail (self != NULL && index < self->cited->len);
  passage = IBID_PASSAGE (ibid_reading_order_get (self->order, index)->reference);
  begin_note (self, index);
  spans = ibid_passage_get_spans (passage, &n_spans);
  note = ibid_note_text_new (ibid_passage_get_text (passage), spans, n_spans);
  pieces = ibid_note_cut (note);
  array = new_cited_array ();
  for (guint i = 0; i < pieces->len; i++) {
    const IbidPiece *piece = &g_array_index (pieces, IbidPiece, i);
    IbidCited cited = new_cited (piece->start, piece->end);

    if (piece->kind == IBID_PIECE_COMMENTARY)
      continue;
    if (piece->kind == IBID_PIECE_BACK_REFERENCE)
      resolve_back (self, &cited, array, note, piece);
    else
      resolve_citation (self, &cited, note, piece);
    remember (self, &cited);
    g_array_append_val (array, cited);
  }
  g_ptr_array_index (self->cited, index) = array;
  end_note (self, array->len);
}

void
ibid_citation_resolver_read_given (IbidCitationResolver *self, guint index, GArray *works)
{
  g_return_if_fail (self != NULL && index < self->cited->len && works != NULL);
  begin_note (self, index);
  for (guint i = 0; i < works->len; i++) {
    IbidCited cited = new_cited (0, 0);

    cited.work = g_array_index (works, guint, i);
    remember (self, &cited);
  }
  end_note (self, works->len);
}

GArray *
ibid_citation_resolver_read_entry (IbidCitationResolver *self, IbidReference *entry)
{
  IbidPassage *passage = IBID_PASSAGE (entry);
  const char *text = ibid_passage_get_text (passage);
  const char *rest = ibid_cited_text_skip_dashes (text);
  IbidCited cited = new_cited (0, ibid_passage_get_length (passage));
  g_autoptr (JsonObject) fields = NULL;
  GArray *array = new_cited_array ();
  JsonNode *names;

  fields = parse_text (self, rest);
  ibid_cited_text_clean (fields, NULL);
  if (rest > text && self->entry_names != NULL)
    json_object_set_member (fields, "author", json_node_copy (self->entry_names));
  names = json_object_get_member (fields, "author");
  if (names != NULL) {
    g_clear_pointer (&self->entry_names, json_node_unref);
    self->entry_names = json_node_copy (names);
  }
  if (ibid_cited_text_has_title (fields))
    cited.work = ibid_work_merger_add (self->merger, fields, text, NULL);
  set_rule (&cited, "citation", 0.95);
  if (cited.end > 0)
    g_array_append_val (array, cited);
  return array;
}

/* A step ahead may only lead to a note from which no step leads back: so there is no circle. */
static gboolean
leads_back (IbidCitationResolver *self, guint note)
{
  GArray *array = g_ptr_array_index (self->cited, note);

  for (guint i = 0; array != NULL && i < array->len; i++)
    if (g_array_index (array, IbidCited, i).antecedent < note)
      return TRUE;
  return FALSE;
}

void
ibid_citation_resolver_finish (IbidCitationResolver *self)
{
  g_return_if_fail (self != NULL);
  for (guint i = 0; i < self->pending->len; i++) {
    const Pending *pending = &g_array_index (self->pending, Pending, i);
    GArray *array = g_ptr_array_index (self->cited, pending->note);
    Link *link = g_ptr_array_index (self->links, pending->target);
    IbidCited *cited = &g_array_index (array, IbidCited, pending->index);

    if (link == NULL)
      continue;
    take_link (cited, link);
    if (leads_back (self, pending->target))
      cited->antecedent = G_MAXUINT;
  }
}

GArray *
ibid_citation_resolver_get (IbidCitationResolver *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->cited->len, NULL);
  return g_ptr_array_index (self->cited, index);
}
