/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-citations.h"

typedef struct {
  IbidDocument *document;
  IbidReadingOrder *order;
  IbidWorkMerger *merger;
  IbidCitationResolver *resolver;
  GHashTable *given;  /* IbidWork that the author gave -> index + 1 */
  GPtrArray *entries; /* IbidReference of the bibliography, with their GArray in entry_cited */
  GPtrArray *entry_cited;
  GPtrArray *works; /* index -> IbidWork, NULL until one is cited */
  IbidList *list;   /* all works */
  guint n_ids;
} Finding;

static IbidList *
get_given (Finding *self, IbidReference *reference)
{
  return ibid_annotations_get_citations (ibid_document_get_annotations (self->document), reference);
}

/* The entry that the author gave a work for says "1998a" where the work can't. */
static GHashTable *
find_entries_of_works (Finding *self)
{
  GHashTable *entries = g_hash_table_new (NULL, NULL);
  IbidList *references = ibid_document_get_references (self->document);

  for (guint i = 0; i < ibid_list_get_length (references); i++) {
    IbidReference *reference = ibid_list_get (references, i);
    IbidList *citations = get_given (self, reference);
    IbidWork *work;

    if (ibid_reference_get_kind (reference) != IBID_REFERENCE_BIBLIOGRAPHY || citations == NULL ||
        ibid_list_get_length (citations) != 1)
      continue;
    work = ibid_citation_get_work (ibid_list_get (citations, 0));
    if (work != NULL)
      g_hash_table_insert (
          entries, work, (gpointer)ibid_passage_get_text (IBID_PASSAGE (reference)));
  }
  return entries;
}

static void
add_given_works (Finding *self)
{
  IbidList *works = ibid_document_get_works (self->document);
  g_autoptr (GHashTable) entries = find_entries_of_works (self);

  for (guint i = 0; i < ibid_list_get_length (works); i++) {
    IbidWork *work = ibid_list_get (works, i);
    guint index = ibid_work_merger_add_given (
        self->merger, work, g_hash_table_lookup (entries, work));

    g_hash_table_insert (self->given, work, GUINT_TO_POINTER (index + 1));
    ibid_list_add (self->list, work);
  }
}

static void
read_entries (Finding *self)
{
  IbidList *references = ibid_document_get_references (self->document);

  for (guint i = 0; i < ibid_list_get_length (references); i++) {
    IbidReference *reference = ibid_list_get (references, i);

    if (ibid_reference_get_kind (reference) != IBID_REFERENCE_BIBLIOGRAPHY ||
        get_given (self, reference) != NULL)
      continue;
    g_ptr_array_add (self->entries, reference);
    g_ptr_array_add (self->entry_cited,
                     ibid_citation_resolver_read_entry (self->resolver, reference));
  }
}

static void
read_given (Finding *self, guint index, IbidList *citations)
{
  g_autoptr (GArray) works = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < ibid_list_get_length (citations); i++) {
    IbidCitation *citation = ibid_list_get (citations, i);
    IbidList *candidates = ibid_citation_get_candidates (citation);
    IbidWork *work = ibid_citation_get_work (citation);
    guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->given, work)) - 1;
    guint n_candidates = candidates != NULL ? ibid_list_get_length (candidates) : 0;

    for (guint c = 0; c < n_candidates; c++) {
      number = GPOINTER_TO_UINT (g_hash_table_lookup (self->given, ibid_list_get (candidates, c))) -
               1;
      g_array_append_val (works, number);
    }
    if (n_candidates == 0)
      g_array_append_val (works, number);
  }
  ibid_citation_resolver_read_given (self->resolver, index, works);
}

static gboolean
read_notes (Finding *self, GCancellable *cancellable)
{
  for (guint i = 0; i < ibid_reading_order_get_length (self->order); i++) {
    IbidList *given = get_given (self, ibid_reading_order_get (self->order, i)->reference);

    if (g_cancellable_is_cancelled (cancellable))
      return FALSE;
    if (given != NULL)
      read_given (self, i, given);
    else
      ibid_citation_resolver_read (self->resolver, i);
  }
  ibid_citation_resolver_finish (self->resolver);
  return TRUE;
}

static char *
dup_free_id (Finding *self)
{
  for (;;) {
    char *id = g_strdup_printf ("w%u", ++self->n_ids);

    if (ibid_document_get_item (self->document, id) == NULL)
      return id;
    g_free (id);
  }
}

static void
add_type (JsonObject *fields)
{
  if (!json_object_has_member (fields, "type"))
    json_object_set_string_member (fields, "type", "document");
}

static IbidWork *
get_work (Finding *self, guint index)
{
  IbidWork *work = ibid_work_merger_get_given (self->merger, index);
  g_autofree char *id = NULL;

  if (work != NULL)
    return work;
  if (index >= self->works->len)
    g_ptr_array_set_size (self->works, (int)ibid_work_merger_get_length (self->merger));
  work = g_ptr_array_index (self->works, index);
  if (work == NULL) {
    JsonObject *fields = ibid_work_merger_get_fields (self->merger, index);

    id = dup_free_id (self);
    add_type (fields);
    work = ibid_work_new (id, fields);
    g_ptr_array_index (self->works, index) = work;
    ibid_list_add (self->list, work);
  }
  return work;
}

static IbidCitation *
make_citation (Finding *self, IbidReference *reference, const IbidCited *cited)
{
  IbidCitation *citation = ibid_citation_new (reference, cited->start, cited->end, cited->via);

  if (cited->work != IBID_NO_WORK)
    ibid_citation_set_work (citation, get_work (self, cited->work));
  for (guint i = 0; cited->candidates != NULL && i < cited->candidates->len; i++)
    ibid_citation_add_candidate (citation,
                                 get_work (self, g_array_index (cited->candidates, guint, i)));
  if (cited->locator != NULL)
    ibid_citation_set_locator (citation, cited->locator);
  if (cited->antecedent != G_MAXUINT)
    ibid_citation_set_antecedent (
        citation, ibid_reading_order_get (self->order, cited->antecedent)->reference);
  ibid_citation_take_evidence (citation, ibid_evidence_new (cited->rule, cited->confidence));
  return citation;
}

static void
set_citations (Finding *self, IbidAnnotations *out, IbidReference *reference, const GArray *cited)
{
  g_autoptr (IbidList) list = ibid_list_new (IBID_TYPE_CITATION);

  for (guint i = 0; i < cited->len; i++) {
    g_autoptr (IbidCitation)
        citation = make_citation (self, reference, &g_array_index (cited, IbidCited, i));

    ibid_list_add (list, citation);
  }
  ibid_annotations_set_citations (out, reference, list);
}

static void
write_all (Finding *self, IbidAnnotations *out)
{
  IbidList *references = ibid_document_get_references (self->document);

  for (guint i = 0; i < ibid_list_get_length (references); i++) {
    IbidReference *reference = ibid_list_get (references, i);

    if (get_given (self, reference) != NULL)
      ibid_annotations_set_citations (out, reference, get_given (self, reference));
  }
  for (guint i = 0; i < ibid_reading_order_get_length (self->order); i++) {
    GArray *cited = ibid_citation_resolver_get (self->resolver, i);

    if (cited != NULL)
      set_citations (self, out, ibid_reading_order_get (self->order, i)->reference, cited);
  }
  for (guint i = 0; i < self->entries->len; i++)
    set_citations (
        self, out, g_ptr_array_index (self->entries, i), g_ptr_array_index (self->entry_cited, i));
  ibid_annotations_set_works (out, self->list);
}

static void
unref_object (gpointer data)
{
  if (data != NULL)
    g_object_unref (data);
}

static void
clear (Finding *self)
{
  ibid_citation_resolver_free (self->resolver);
  ibid_work_merger_free (self->merger);
  ibid_reading_order_free (self->order);
  g_hash_table_unref (self->given);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->entry_cited);
  g_ptr_array_unref (self->works);
  g_object_unref (self->list);
}

gboolean
ibid_citations_find (IbidDocument *document,
                     IbidCitationParse parse,
                     gpointer data,
                     GCancellable *cancellable,
                     IbidAnnotations *out)
{
  Finding finding = {0};
  gboolean is_done;

  g_return_val_if_fail (IBID_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (parse != NULL && IBID_IS_ANNOTATIONS (out), FALSE);
  finding.document = document;
  finding.order = ibid_reading_order_new (document);
  finding.merger = ibid_work_merger_new ();
  finding.resolver = ibid_citation_resolver_new (finding.order, finding.merger, parse, data);
  finding.given = g_hash_table_new (NULL, NULL);
  finding.entries = g_ptr_array_new ();
  finding.entry_cited = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  finding.works = g_ptr_array_new_with_free_func (unref_object);
  finding.list = ibid_list_new (IBID_TYPE_WORK);
  add_given_works (&finding);
  read_entries (&finding);
  is_done = read_notes (&finding, cancellable);
  if (is_done)
    write_all (&finding, out);
  clear (&finding);
  return is_done;
}
