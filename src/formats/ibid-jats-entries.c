/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-jats-entries.h"

#include "formats/ibid-jats-inline.h"
#include "formats/ibid-jats-markers.h"
#include "formats/ibid-jats-work.h"
#include "formats/ibid-note-resolver.h"
#include "formats/ibid-xml.h"

#include <string.h>

/* An entry with more citations than that is no entry of a bibliography. */
#define MAX_CITATIONS 64u

/* A citation of an entry. */
typedef struct {
  char *key;        /* of the entry */
  JsonObject *work; /* NULL when nothing in it is told apart */
  guint line;       /* of the entry's text, that it is */
  gboolean is_only; /* the entry is nothing else */
} Cited;

struct _IbidJatsEntries {
  IbidDraft *draft;
  GArray *cited; /* Cited */
};

static void
clear_cited (gpointer data)
{
  Cited *cited = data;

  g_free (cited->key);
  g_clear_pointer (&cited->work, json_object_unref);
}

IbidJatsEntries *
ibid_jats_entries_new (IbidDraft *draft)
{
  IbidJatsEntries *self = g_new0 (IbidJatsEntries, 1);

  self->draft = draft;
  self->cited = g_array_new (FALSE, TRUE, sizeof (Cited));
  g_array_set_clear_func (self->cited, clear_cited);
  return self;
}

void
ibid_jats_entries_free (IbidJatsEntries *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->cited);
  g_free (self);
}

/* --- What an entry holds ------------------------------------------------------------------- */

/* One work, in words, as fields, or as both. */
typedef struct {
  const xmlNode *words;
  const xmlNode *fields;
} Citation;

static gboolean
is_printed (const xmlNode *node)
{
  return ibid_xml_is (node, "mixed-citation") || ibid_xml_is (node, "citation");
}

static gboolean
is_data (const xmlNode *node)
{
  return ibid_xml_is (node, "element-citation") || ibid_xml_is (node, "nlm-citation");
}

/* Words and fields of the same work stand behind one another, in either order. */
static void
collect_citation (GArray *citations, const xmlNode *node)
{
  Citation *last = citations->len > 0 ? &g_array_index (citations, Citation, citations->len - 1)
                                      : NULL;
  Citation citation = {is_printed (node) ? node : NULL, is_data (node) ? node : NULL};

  if (last != NULL && citation.fields != NULL && last->fields == NULL)
    last->fields = node;
  else if (last != NULL && citation.words != NULL && last->words == NULL)
    last->words = node;
  else
    g_array_append_val (citations, citation);
}

static void
collect (GArray *citations, const xmlNode *parent)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next) {
    if (ibid_xml_is (child, "citation-alternatives"))
      collect (citations, child);
    else if (is_printed (child) || is_data (child))
      collect_citation (citations, child);
  }
}

/* --- Writing ------------------------------------------------------------------------------- */

/* The number at the start that is the entry's label already: "<label>" within, or as words. */
static void
cut_label (IbidJatsLine *line, const char *label)
{
  const char *text = ibid_jats_line_get_text (line);
  gsize length = label != NULL ? strlen (label) : 0;
  gsize start = strspn (text, "[( ");
  gsize end = start + length;

  if (length == 0 || strncmp (text + start, label, length) != 0)
    return;
  /* "12 Monkeys" is no number 12 unless a bracket or full stop says so. */
  if (text[end] == '\0' || strchr ("]).", text[end]) == NULL)
    return;
  end += strspn (text + end, "]). ");
  ibid_jats_line_cut (line, 0, (guint)end);
}

static gboolean
write_line (IbidJatsEntries *self,
            IbidJatsIds *ids,
            const xmlNode *node,
            const char *label,
            guint *n_markers)
{
  g_autoptr (IbidJatsLine) line = ibid_jats_line_new (IBID_JATS_LINE_TEXT);

  ibid_jats_inline_add (ids, line, node);
  if (ibid_jats_line_is_empty (line))
    return FALSE;
  cut_label (line, label);
  ibid_jats_markers_find (ids, line, n_markers);
  ibid_draft_begin_paragraph (self->draft, IBID_PARAGRAPH_BODY);
  ibid_jats_line_write (line, self->draft);
  ibid_draft_end_block (self->draft);
  return TRUE;
}

static guint
write_citations (IbidJatsEntries *self,
                 IbidJatsIds *ids,
                 GArray *citations,
                 const char *key,
                 const char *label,
                 guint *n_markers)
{
  guint n_lines = 0;

  for (guint i = 0; i < citations->len; i++) {
    const Citation *citation = &g_array_index (citations, Citation, i);
    const xmlNode *words = citation->words != NULL ? citation->words : citation->fields;
    const xmlNode *fields = citation->fields != NULL ? citation->fields : citation->words;

    if (i < MAX_CITATIONS) {
      const Cited cited = {g_strdup (key), ibid_jats_work_new (fields), n_lines, FALSE};

      g_array_append_val (self->cited, cited);
    }
    n_lines += write_line (self, ids, words, i == 0 ? label : NULL, n_markers);
  }
  return n_lines;
}

/* Notes of the entry, and whatever else is in it. */
static guint
write_others (IbidJatsEntries *self, IbidJatsIds *ids, const xmlNode *ref, guint *n_markers)
{
  guint n_lines = 0;

  for (const xmlNode *child = ref->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && !is_printed (child) && !is_data (child) &&
        !ibid_xml_is (child, "citation-alternatives") && !ibid_xml_is (child, "label"))
      n_lines += write_line (self, ids, child, NULL, n_markers);
  return n_lines;
}

void
ibid_jats_entries_add (IbidJatsEntries *self,
                       IbidJatsIds *ids,
                       const xmlNode *ref,
                       guint *n_markers)
{
  g_autoptr (GArray) citations = g_array_new (FALSE, FALSE, sizeof (Citation));
  g_autofree char *key = ibid_jats_dup_key (ref);
  g_autofree char *label = ibid_jats_ids_dup_label (ids, ref);
  guint first = self->cited->len;
  guint n_lines;

  if (ibid_draft_find_note (self->draft, key) != IBID_DRAFT_NONE ||
      !ibid_draft_begin_note (self->draft, key, label, IBID_REFERENCE_BIBLIOGRAPHY))
    return;
  collect (citations, ref);
  n_lines = write_citations (self, ids, citations, key, label, n_markers);
  n_lines += write_others (self, ids, ref, n_markers);
  for (guint i = first; i < self->cited->len; i++)
    g_array_index (self->cited, Cited, i).is_only = n_lines == 1;
  ibid_draft_end_note (self->draft);
}

/* --- Works --------------------------------------------------------------------------------- */

/* Code points `*start` to `*end` of line `index`. FALSE when there is no such line. */
static gboolean
find_line (const char *text, guint index, guint *start, guint *end)
{
  const char *line = text;
  const char *stop;

  for (; index > 0 && line != NULL; index--) {
    line = strchr (line, '\n');
    line = line != NULL ? line + 1 : NULL;
  }
  if (line == NULL)
    return FALSE;
  stop = line + strcspn (line, "\n");
  *start = (guint)g_utf8_strlen (text, line - text);
  *end = *start + (guint)g_utf8_strlen (line, stop - line);
  return TRUE;
}

IbidAnnotations *
ibid_jats_entries_make_annotations (IbidJatsEntries *self, IbidBody *body)
{
  g_autoptr (IbidCitedWorks) works = ibid_cited_works_new ();

  for (guint i = 0; i < self->cited->len; i++) {
    Cited *cited = &g_array_index (self->cited, Cited, i);
    IbidReference *reference = ibid_note_resolver_find_reference (self->draft, body, cited->key);
    guint start = 0;
    guint end = G_MAXUINT;

    if (reference == NULL || cited->work == NULL ||
        (!cited->is_only &&
         !find_line (ibid_passage_get_text (IBID_PASSAGE (reference)), cited->line, &start, &end)))
      continue;
    ibid_cited_works_add (works, reference, start, end, g_steal_pointer (&cited->work));
  }
  return ibid_cited_works_make_annotations (works);
}
