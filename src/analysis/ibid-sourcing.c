/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-sourcing.h"

#include "analysis/ibid-numbering.h"

/* As many of the works leaned on most are told. */
#define MAX_LEANED_ON 5

/* A number of more digits is no note's. */
#define MAX_DIGITS 6

typedef struct {
  IbidDocument *document;
  IbidList *report;
  GHashTable *broken; /* IbidReference whose marker's number is told already */
} Sourcing;

static void
add (Sourcing *self,
     IbidFindingKind kind,
     gpointer item,
     gpointer passage,
     guint start,
     guint end,
     guint first_number,
     guint last_number)
{
  g_autoptr (IbidFinding) finding = ibid_finding_new_numbered (
      kind, item, passage, start, end, first_number, last_number);

  ibid_list_add (self->report, finding);
}

/* --- Notes --------------------------------------------------------------------------------- */

/* A marker stands behind a character, a citation in words is some. */
static void
add_note (Sourcing *self, IbidFindingKind kind, IbidNote *note, guint first, guint last)
{
  guint at = ibid_note_get_at (note);

  add (self,
       kind,
       note,
       ibid_note_get_passage (note),
       at - MIN (ibid_note_get_length (note), at),
       at,
       first,
       last);
}

static void
find_markers_without_note (Sourcing *self)
{
  IbidList *notes = ibid_document_get_notes (self->document);

  for (guint i = 0; i < ibid_list_get_length (notes); i++) {
    IbidNote *note = ibid_list_get (notes, i);

    if (ibid_note_get_reference (note) == NULL)
      add_note (self, IBID_FINDING_MARKER_WITHOUT_NOTE, note, 0, 0);
  }
}

static gboolean
has_marker (Sourcing *self, IbidReference *reference)
{
  IbidList *notes = ibid_document_get_notes_of_reference (self->document, reference);

  return ibid_list_get_length (notes) > 0;
}

static gboolean
is_entry (IbidReference *reference)
{
  return ibid_reference_get_kind (reference) == IBID_REFERENCE_BIBLIOGRAPHY;
}

static void
find_notes_never_cited (Sourcing *self)
{
  IbidList *references = ibid_document_get_references (self->document);

  for (guint i = 0; i < ibid_list_get_length (references); i++) {
    IbidReference *reference = ibid_list_get (references, i);

    if (!is_entry (reference) && !has_marker (self, reference))
      add (self, IBID_FINDING_NOTE_NEVER_CITED, reference, reference, 0, 0, 0, 0);
  }
}

/* --- Bibliography -------------------------------------------------------------------------- */

static gboolean
cites_in_notes (Sourcing *self, IbidWork *work)
{
  IbidList *citations = ibid_document_get_citations_of_work (self->document, work);

  for (guint i = 0; i < ibid_list_get_length (citations); i++)
    if (!is_entry (ibid_citation_get_reference (ibid_list_get (citations, i))))
      return TRUE;
  return FALSE;
}

/* Works that a citation may mean: one of them is cited, nobody knows which. */
static void
collect_candidates (Sourcing *self, GHashTable *works)
{
  IbidList *references = ibid_document_get_references (self->document);

  for (guint i = 0; i < ibid_list_get_length (references); i++) {
    IbidList *citations = ibid_document_get_citations (self->document,
                                                       ibid_list_get (references, i));

    for (guint j = 0; j < ibid_list_get_length (citations); j++) {
      IbidList *candidates = ibid_citation_get_candidates (ibid_list_get (citations, j));

      for (guint k = 0; k < ibid_list_get_length (candidates); k++)
        g_hash_table_add (works, ibid_list_get (candidates, k));
    }
  }
}

/* Works that some note cites, or may. Asked once for each, since a bibliography may name one work
 * many times. */
static GHashTable *
find_cited_works (Sourcing *self)
{
  GHashTable *cited = g_hash_table_new (NULL, NULL);
  IbidList *works = ibid_document_get_works (self->document);

  collect_candidates (self, cited);
  for (guint i = 0; i < ibid_list_get_length (works); i++)
    if (cites_in_notes (self, ibid_list_get (works, i)))
      g_hash_table_add (cited, ibid_list_get (works, i));
  return cited;
}

static gboolean
is_cited (Sourcing *self, IbidReference *entry, GHashTable *cited)
{
  IbidList *citations = ibid_document_get_citations (self->document, entry);

  if (has_marker (self, entry))
    return TRUE;
  for (guint i = 0; i < ibid_list_get_length (citations); i++) {
    IbidWork *work = ibid_citation_get_work (ibid_list_get (citations, i));

    if (work != NULL && g_hash_table_contains (cited, work))
      return TRUE;
  }
  return FALSE;
}

/* Where no marker leads to any entry, only works can say which are cited. */
static gboolean
has_entry_with_marker (Sourcing *self)
{
  IbidList *references = ibid_document_get_references (self->document);

  for (guint i = 0; i < ibid_list_get_length (references); i++)
    if (is_entry (ibid_list_get (references, i)) &&
        has_marker (self, ibid_list_get (references, i)))
      return TRUE;
  return FALSE;
}

static void
find_entries_never_cited (Sourcing *self)
{
  IbidList *references = ibid_document_get_references (self->document);
  IbidAnnotations *annotations = ibid_document_get_annotations (self->document);
  g_autoptr (GHashTable) cited = find_cited_works (self);
  gboolean are_marked = has_entry_with_marker (self);

  for (guint i = 0; i < ibid_list_get_length (references); i++) {
    IbidReference *entry = ibid_list_get (references, i);

    if (!is_entry (entry) || is_cited (self, entry, cited))
      continue;
    if (are_marked || ibid_annotations_get_citations (annotations, entry) != NULL)
      add (self, IBID_FINDING_ENTRY_NEVER_CITED, entry, entry, 0, 0, 0, 0);
  }
}

/* --- Numbers ------------------------------------------------------------------------------- */

/* Raised digits, of which three stand apart from the others in Unicode. */
static int
get_digit (gunichar c)
{
  switch (c) {
  case 0xb9:
    return 1;
  case 0xb2:
  case 0xb3:
    return (int)(c - 0xb0);
  default:
    return c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ? (int)(c - 0x2070)
                                                       : g_unichar_digit_value (c);
  }
}

/* The number that all of `label` is; 0 when it is none. */
static guint
parse_number (const char *label)
{
  guint number = 0;
  guint n_digits = 0;

  for (const char *p = label; p != NULL && *p != '\0'; p = g_utf8_next_char (p)) {
    int digit = get_digit (g_utf8_get_char (p));

    if (digit < 0 || ++n_digits > MAX_DIGITS)
      return 0;
    number = number * 10 + (guint)digit;
  }
  return number;
}

static gpointer
get_section (IbidPassage *passage)
{
  return IBID_IS_PARAGRAPH (passage) ? ibid_paragraph_get_section (IBID_PARAGRAPH (passage))
                                     : passage;
}

/* Numbers of a bibliography are no row: [7] may come ahead of [2], and as often as it likes. Of a
 * marker that leads nowhere nobody knows what it is, where there are such. */
static gboolean
is_in_row (IbidNote *note, gboolean has_entries)
{
  IbidReference *reference = ibid_note_get_reference (note);

  if (ibid_note_get_length (note) > 0 || IBID_IS_REFERENCE (ibid_note_get_passage (note)))
    return FALSE;
  return reference != NULL ? !is_entry (reference) : !has_entries;
}

static IbidFindingKind
get_kind (IbidNumberFault fault)
{
  switch (fault) {
  case IBID_NUMBER_MISSING:
    return IBID_FINDING_NUMBER_MISSING;
  case IBID_NUMBER_DOUBLED:
    return IBID_FINDING_NUMBER_DOUBLED;
  default:
    return IBID_FINDING_NUMBER_OUT_OF_ORDER;
  }
}

static GArray *
collect_marker_numbers (Sourcing *self, GPtrArray *notes)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (IbidNumbered));
  IbidList *all = ibid_document_get_notes (self->document);
  gboolean has_entries = has_entry_with_marker (self);

  for (guint i = 0; i < ibid_list_get_length (all); i++) {
    IbidNote *note = ibid_list_get (all, i);
    IbidNumbered item = {.number = parse_number (ibid_note_get_label (note))};

    if (item.number == 0 || !is_in_row (note, has_entries))
      continue;
    item.target = ibid_note_get_reference (note);
    item.section = get_section (ibid_note_get_passage (note));
    g_array_append_val (numbers, item);
    g_ptr_array_add (notes, note);
  }
  return numbers;
}

/* Notes as they are listed, each in the section of its marker. Those without one may have lost
 * their place as well. */
static GArray *
collect_note_numbers (Sourcing *self, GPtrArray *notes)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (IbidNumbered));
  IbidList *references = ibid_document_get_references (self->document);

  for (guint i = 0; i < ibid_list_get_length (references); i++) {
    IbidReference *reference = ibid_list_get (references, i);
    IbidList *markers = ibid_document_get_notes_of_reference (self->document, reference);
    IbidNumbered item = {.number = parse_number (ibid_reference_get_label (reference)),
                         .target = reference};

    if (item.number == 0 || is_entry (reference) || ibid_list_get_length (markers) == 0)
      continue;
    item.section = get_section (ibid_note_get_passage (ibid_list_get (markers, 0)));
    g_array_append_val (numbers, item);
    g_ptr_array_add (notes, reference);
  }
  return numbers;
}

/* By kind, as all of the report is. */
static void
add_breaks (Sourcing *self, IbidFindingKind kind, GArray *breaks, GPtrArray *items)
{
  for (guint i = 0; i < breaks->len; i++) {
    const IbidNumberBreak *item = &g_array_index (breaks, IbidNumberBreak, i);
    gpointer what = g_ptr_array_index (items, item->index);

    if (get_kind (item->fault) != kind)
      continue;
    if (IBID_IS_NOTE (what)) {
      add_note (self, kind, what, item->first, item->last);
      if (kind != IBID_FINDING_NUMBER_MISSING && ibid_note_get_reference (what) != NULL)
        g_hash_table_add (self->broken, ibid_note_get_reference (what));
    } else if (kind != IBID_FINDING_NUMBER_MISSING && !g_hash_table_contains (self->broken, what)) {
      /* A number that no note has is missing in the text or has a marker without a note. */
      add (self, kind, what, what, 0, 0, item->first, item->last);
    }
  }
}

/* Notes without a marker that have the number of another one. Only where no number comes again, or
 * nobody knows to which chapter they belong. */
static void
find_doubled_notes (Sourcing *self, GArray *numbers)
{
  IbidList *references = ibid_document_get_references (self->document);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < numbers->len; i++)
    if (!g_hash_table_add (taken,
                           GUINT_TO_POINTER (g_array_index (numbers, IbidNumbered, i).number)))
      return;
  for (guint i = 0; i < ibid_list_get_length (references); i++) {
    IbidReference *reference = ibid_list_get (references, i);
    guint number = parse_number (ibid_reference_get_label (reference));

    if (number > 0 && !is_entry (reference) && !has_marker (self, reference) &&
        !g_hash_table_add (taken, GUINT_TO_POINTER (number)))
      add (self, IBID_FINDING_NUMBER_DOUBLED, reference, reference, 0, 0, number, number);
  }
}

static void
find_number_breaks (Sourcing *self)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (GPtrArray) references = g_ptr_array_new ();
  g_autoptr (GArray) of_markers = collect_marker_numbers (self, notes);
  g_autoptr (GArray) of_notes = collect_note_numbers (self, references);
  g_autoptr (GArray) marker_breaks = ibid_numbering_check (
      (const IbidNumbered *)(gpointer)of_markers->data, of_markers->len);
  g_autoptr (GArray) note_breaks = ibid_numbering_check (
      (const IbidNumbered *)(gpointer)of_notes->data, of_notes->len);

  for (int kind = IBID_FINDING_NUMBER_MISSING; kind <= IBID_FINDING_NUMBER_OUT_OF_ORDER; kind++) {
    add_breaks (self, (IbidFindingKind)kind, marker_breaks, notes);
    add_breaks (self, (IbidFindingKind)kind, note_breaks, references);
    if (kind == IBID_FINDING_NUMBER_DOUBLED)
      find_doubled_notes (self, of_notes);
  }
}

/* --- Ibid. and its kin --------------------------------------------------------------------- */

/* "See note 6" has its answer in the note, whether that names a work or not. */
static gboolean
is_unresolved (IbidCitation *citation)
{
  IbidVia via = ibid_citation_get_via (citation);

  if (via == IBID_VIA_FULL || ibid_citation_get_work (citation) != NULL)
    return FALSE;
  if (via == IBID_VIA_CROSS_REFERENCE && ibid_citation_get_antecedent (citation) != NULL)
    return FALSE;
  return ibid_list_get_length (ibid_citation_get_candidates (citation)) == 0;
}

static void
find_citations (Sourcing *self, IbidFindingKind kind)
{
  IbidList *references = ibid_document_get_references (self->document);

  for (guint i = 0; i < ibid_list_get_length (references); i++) {
    IbidReference *reference = ibid_list_get (references, i);
    IbidList *citations = ibid_document_get_citations (self->document, reference);

    for (guint j = 0; j < ibid_list_get_length (citations); j++) {
      IbidCitation *citation = ibid_list_get (citations, j);
      guint n = ibid_list_get_length (ibid_citation_get_candidates (citation));

      if (kind == IBID_FINDING_CITATION_UNRESOLVED ? is_unresolved (citation) : n > 1)
        add (self,
             kind,
             citation,
             reference,
             ibid_citation_get_start (citation),
             ibid_citation_get_end (citation),
             n,
             0);
    }
  }
}

/* --- Claims -------------------------------------------------------------------------------- */

/* A marker within the claim, which is of use even where its note is missing: that is told as such.
 * By halving, since a paragraph may have many of both. */
static gboolean
contains_marker (IbidClaim *claim)
{
  IbidList *notes = ibid_passage_get_notes (IBID_PASSAGE (ibid_claim_get_paragraph (claim)));
  guint low = 0;
  guint high = ibid_list_get_length (notes);

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (ibid_note_get_at (ibid_list_get (notes, middle)) <= ibid_claim_get_start (claim))
      low = middle + 1;
    else
      high = middle;
  }
  return low < ibid_list_get_length (notes) &&
         ibid_note_get_at (ibid_list_get (notes, low)) <= ibid_claim_get_end (claim);
}

static void
find_claims (Sourcing *self)
{
  static const IbidClaimKind order[] = {
      IBID_CLAIM_STATISTIC,
      IBID_CLAIM_QUOTATION,
      IBID_CLAIM_ATTRIBUTION,
      IBID_CLAIM_EVENT,
      IBID_CLAIM_FORECAST,
      IBID_CLAIM_INTERPRETATION,
  };
  IbidList *claims = ibid_document_get_claims (self->document);

  for (guint k = 0; k < G_N_ELEMENTS (order); k++) {
    for (guint i = 0; i < ibid_list_get_length (claims); i++) {
      IbidClaim *claim = ibid_list_get (claims, i);

      if (ibid_claim_get_kind (claim) == order[k] &&
          ibid_list_get_length (ibid_claim_get_references (claim)) == 0 && !contains_marker (claim))
        add (self,
             IBID_FINDING_CLAIM_WITHOUT_SOURCE,
             claim,
             ibid_claim_get_paragraph (claim),
             ibid_claim_get_start (claim),
             ibid_claim_get_end (claim),
             0,
             0);
    }
  }
}

/* --- Works --------------------------------------------------------------------------------- */

guint
ibid_sourcing_count_uses (IbidDocument *document, IbidWork *work)
{
  IbidList *citations;
  IbidReference *before = NULL;
  guint n_uses = 0;

  g_return_val_if_fail (IBID_IS_DOCUMENT (document) && IBID_IS_WORK (work), 0);
  citations = ibid_document_get_citations_of_work (document, work);
  for (guint i = 0; i < ibid_list_get_length (citations); i++) {
    IbidReference *reference = ibid_citation_get_reference (ibid_list_get (citations, i));
    guint n_notes = ibid_list_get_length (
        ibid_document_get_notes_of_reference (document, reference));

    /* A note that names it twice leans on it once; they come by references. */
    if (reference != before)
      n_uses += is_entry (reference) ? n_notes : MAX (n_notes, 1);
    before = reference;
  }
  return n_uses;
}

/* The place is where it is cited first, if possible in a note. */
static void
add_work (Sourcing *self, IbidFindingKind kind, IbidWork *work, guint n_uses)
{
  IbidList *citations = ibid_document_get_citations_of_work (self->document, work);
  IbidCitation *citation = ibid_list_get (citations, 0);

  for (guint i = 0; i < ibid_list_get_length (citations); i++) {
    if (!is_entry (ibid_citation_get_reference (ibid_list_get (citations, i)))) {
      citation = ibid_list_get (citations, i);
      break;
    }
  }
  add (self,
       kind,
       work,
       ibid_citation_get_reference (citation),
       ibid_citation_get_start (citation),
       ibid_citation_get_end (citation),
       n_uses,
       0);
}

static gboolean
is_dated (IbidWork *work)
{
  g_autofree char *issued = ibid_work_dup_date (work, "issued");

  return issued != NULL;
}

typedef struct {
  IbidWork *work;
  guint n_uses;
  guint index;
} Leaned;

static int
compare_leaned (gconstpointer a, gconstpointer b)
{
  const Leaned *leaned_a = a;
  const Leaned *leaned_b = b;

  if (leaned_a->n_uses != leaned_b->n_uses)
    return leaned_a->n_uses > leaned_b->n_uses ? -1 : 1;
  return leaned_a->index < leaned_b->index ? -1 : 1;
}

static void
find_works (Sourcing *self)
{
  IbidList *works = ibid_document_get_works (self->document);
  g_autoptr (GArray) leaned = g_array_new (FALSE, FALSE, sizeof (Leaned));

  for (guint i = 0; i < ibid_list_get_length (works); i++) {
    IbidWork *work = ibid_list_get (works, i);
    const Leaned item = {work, ibid_sourcing_count_uses (self->document, work), i};

    if (item.n_uses == 1 && !is_dated (work))
      add_work (self, IBID_FINDING_WORK_UNDATED, work, 1);
    else if (item.n_uses > 1)
      g_array_append_val (leaned, item);
  }
  g_array_sort (leaned, compare_leaned);
  for (guint i = 0; i < leaned->len && i < MAX_LEANED_ON; i++) {
    const Leaned *item = &g_array_index (leaned, Leaned, i);

    add_work (self, IBID_FINDING_WORK_LEANED_ON, item->work, item->n_uses);
  }
}

IbidList *
ibid_sourcing_report (IbidDocument *document)
{
  Sourcing self = {.document = document};

  g_return_val_if_fail (IBID_IS_DOCUMENT (document), NULL);
  self.report = ibid_list_new (IBID_TYPE_FINDING);
  self.broken = g_hash_table_new (NULL, NULL);
  find_markers_without_note (&self);
  find_notes_never_cited (&self);
  find_entries_never_cited (&self);
  find_number_breaks (&self);
  find_citations (&self, IBID_FINDING_CITATION_UNRESOLVED);
  find_citations (&self, IBID_FINDING_CITATION_AMBIGUOUS);
  find_claims (&self);
  find_works (&self);
  g_hash_table_unref (self.broken);
  return self.report;
}

guint
ibid_sourcing_count (IbidList *report)
{
  guint n = 0;

  g_return_val_if_fail (IBID_IS_LIST (report), 0);
  for (guint i = 0; i < ibid_list_get_length (report); i++)
    n += ibid_finding_get_kind (ibid_list_get (report, i)) != IBID_FINDING_WORK_LEANED_ON;
  return n;
}
