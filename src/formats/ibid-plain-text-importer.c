/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-importer.h"

#include "formats/ibid-plain-text-blocks.h"
#include "formats/ibid-plain-text-emphasis.h"
#include "formats/ibid-plain-text-furniture.h"
#include "formats/ibid-plain-text-gutenberg.h"
#include "formats/ibid-plain-text-head.h"
#include "formats/ibid-plain-text-inline-notes.h"
#include "formats/ibid-plain-text-markers.h"
#include "formats/ibid-plain-text-notes.h"
#include "formats/ibid-plain-text-works.h"
#include "formats/ibid-text-decoder.h"
#include "formats/ibid-text-language.h"

#include <glib/gi18n.h>
#include <string.h>

#define BLOCKS_PER_REPORT 4096u

struct _IbidPlainTextImporter {
  GObject parent_instance;
};

/* What one import works on. */
typedef struct {
  const IbidImportOptions *options;
  GCancellable *cancellable;
  GBytes *text;
  IbidBody *body;
  IbidTextLines *lines;
  IbidTextNotes *notes;
  GArray *blocks; /* IbidTextBlock */
  IbidTextScopes *scopes;
  IbidTextMarkers *markers;
  GPtrArray
      *emphasis; /* of each block, then of each note: GArray of IbidTextRange, NULL for none */
} Job;

static void ibid_plain_text_importer_iface_init (IbidImporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IbidPlainTextImporter,
                               ibid_plain_text_importer,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (IBID_TYPE_IMPORTER,
                                                      ibid_plain_text_importer_iface_init))

static void
clear_job (Job *job)
{
  g_clear_pointer (&job->markers, ibid_text_markers_free);
  g_clear_pointer (&job->scopes, ibid_text_scopes_free);
  g_clear_pointer (&job->emphasis, g_ptr_array_unref);
  g_clear_pointer (&job->blocks, g_array_unref);
  g_clear_pointer (&job->notes, ibid_text_notes_free);
  g_clear_pointer (&job->lines, ibid_text_lines_free);
  g_clear_pointer (&job->text, g_bytes_unref);
  g_clear_object (&job->body);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

/* Says how far it is; FALSE when nobody wants the rest any more. */
static gboolean
report (Job *job, double fraction, GError **error)
{
  ibid_import_options_report (job->options, fraction);
  return !g_cancellable_set_error_if_cancelled (job->cancellable, error);
}

/* From bytes to blocks of text and notes. */
static gboolean
read_blocks (Job *job, GBytes *bytes, GError **error)
{
  job->text = ibid_text_decode (bytes, error);
  if (job->text == NULL || !report (job, 0.1, error))
    return FALSE;
  job->lines = ibid_text_lines_new (job->text, job->options->kept_lines, job->cancellable, error);
  if (job->lines == NULL || !report (job, 0.2, error))
    return FALSE;
  if (ibid_text_lines_get_n (job->lines) == 0) { /* nothing but no-break blanks */
    g_set_error_literal (
        error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_EMPTY, _ ("there is no text in it"));
    return FALSE;
  }
  job->lines->is_book = ibid_text_gutenberg_read (job->lines, job->body);
  if (!job->lines->is_book)
    ibid_text_furniture_mark (job->lines);
  if (ibid_body_get_title (job->body) == NULL)
    ibid_text_head_read (job->lines, job->body);
  job->notes = ibid_text_notes_find (job->lines, job->cancellable, error);
  if (job->notes == NULL || !report (job, 0.4, error))
    return FALSE;
  job->blocks = ibid_text_blocks_new (job->lines, job->cancellable, error);
  if (job->blocks == NULL)
    return FALSE;
  ibid_text_works_take (job->blocks, job->lines, job->notes);
  return report (job, 0.6, error);
}

static gboolean
can_have_markers (const IbidTextBlock *block)
{
  return block->level > 0 || block->style != IBID_PARAGRAPH_CODE;
}

static void
unref_ranges (gpointer ranges)
{
  if (ranges != NULL)
    g_array_unref (ranges);
}

/* The emphasis of all blocks and notes; markers are looked for without the underscores. */
static void
take_emphasis (Job *job)
{
  job->emphasis = g_ptr_array_new_with_free_func (unref_ranges);
  if (!job->lines->is_book && !ibid_text_emphasis_is_used (job->lines))
    return;
  for (guint i = 0; i < job->blocks->len; i++) {
    IbidTextBlock *block = &g_array_index (job->blocks, IbidTextBlock, i);

    g_ptr_array_add (
        job->emphasis,
        can_have_markers (block) ? ibid_text_emphasis_take (block->text, &block->length) : NULL);
  }
  for (guint i = 0; i < job->notes->entries->len; i++) {
    char *text = g_array_index (job->notes->entries, IbidTextEntry, i).text;
    gsize length = strlen (text);

    g_ptr_array_add (job->emphasis, ibid_text_emphasis_take (text, &length));
  }
}

/* Notes within paragraphs become entries like the others. Returns where they stood, by block. */
static GPtrArray *
cut_inline_notes (Job *job)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (unref_ranges);
  g_autofree guint *order = NULL;

  for (guint i = 0; i < job->blocks->len; i++) {
    IbidTextBlock *block = &g_array_index (job->blocks, IbidTextBlock, i);

    g_ptr_array_add (
        places,
        can_have_markers (block)
            ? ibid_text_inline_notes_cut (job->notes, block->line, block->text, &block->length)
            : NULL);
  }
  order = ibid_text_notes_sort (job->notes);
  for (guint i = 0; i < places->len; i++) {
    GArray *here = g_ptr_array_index (places, i);

    for (guint n = 0; here != NULL && n < here->len; n++) {
      IbidTextPlace *place = &g_array_index (here, IbidTextPlace, n);

      place->entry = order[place->entry];
    }
  }
  return places;
}

/* Finds the markers of all blocks and notes. */
static guint
find_markers (Job *job)
{
  g_autoptr (GPtrArray) places = cut_inline_notes (job);

  take_emphasis (job);
  job->scopes = ibid_text_scopes_new (job->lines, job->notes);
  job->markers = ibid_text_markers_new (job->scopes, job->notes);
  for (guint i = 0; i < job->blocks->len; i++) {
    const IbidTextBlock *block = &g_array_index (job->blocks, IbidTextBlock, i);
    GArray *here = g_ptr_array_index (places, i);

    if (can_have_markers (block))
      ibid_text_markers_scan (job->markers,
                              i,
                              block->line,
                              block->text,
                              block->length,
                              here != NULL ? &g_array_index (here, IbidTextPlace, 0) : NULL,
                              here != NULL ? here->len : 0);
  }
  for (guint i = 0; i < job->notes->entries->len; i++) {
    const char *text = g_array_index (job->notes->entries, IbidTextEntry, i).text;

    ibid_text_markers_scan_entry (job->markers, job->blocks->len + i, i, text, strlen (text));
  }
  return ibid_text_markers_decide (job->markers);
}

/* What stands under "References" is a note for all that, when markers name it. */
static void
add_references (Job *job, gboolean is_named)
{
  IbidReferenceKind kind = job->notes->is_bibliography && !is_named ? IBID_REFERENCE_BIBLIOGRAPHY
                                                                    : IBID_REFERENCE_ENDNOTE;

  for (guint i = 0; i < job->notes->entries->len; i++) {
    const IbidTextEntry *entry = &g_array_index (job->notes->entries, IbidTextEntry, i);
    g_autofree char *id = g_strdup_printf ("r%u", i + 1);
    g_autoptr (IbidReference)
        reference = ibid_reference_new (id,
                                        entry->is_work       ? IBID_REFERENCE_BIBLIOGRAPHY
                                        : entry->is_footnote ? IBID_REFERENCE_FOOTNOTE
                                                             : kind,
                                        entry->label);

    ibid_body_add_reference (job->body, reference);
  }
}

static IbidSection *
add_section (Job *job, guint level)
{
  guint n = ibid_list_get_length (ibid_body_get_sections (job->body));
  g_autofree char *id = g_strdup_printf ("s%u", n + 1);
  g_autoptr (IbidSection) section = ibid_section_new (id, level);

  ibid_body_add_section (job->body, section);
  return section; /* the body holds it */
}

/* Gives passage number `i` its text; takes `text`. */
static void
set_passage (Job *job, guint i, char *text, gsize length, gpointer passage)
{
  GArray *ranges = i < job->emphasis->len ? g_ptr_array_index (job->emphasis, i) : NULL;
  g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (IbidTextSegment));

  ibid_text_markers_take (
      job->markers, i, text, length, ibid_body_get_references (job->body), passage, segments);
  if (ranges != NULL)
    ibid_text_emphasis_add_spans (ranges, segments, passage);
}

static void
set_block (Job *job, guint i, gpointer passage)
{
  IbidTextBlock *block = &g_array_index (job->blocks, IbidTextBlock, i);

  set_passage (job, i, g_steal_pointer (&block->text), block->length, passage);
}

/* After all blocks: their numbers come behind those. */
static void
set_references (Job *job)
{
  IbidList *references = ibid_body_get_references (job->body);

  for (guint i = 0; i < job->notes->entries->len; i++) {
    IbidTextEntry *entry = &g_array_index (job->notes->entries, IbidTextEntry, i);
    gsize length = strlen (entry->text);

    set_passage (job,
                 job->blocks->len + i,
                 g_steal_pointer (&entry->text),
                 length,
                 ibid_list_get (references, i));
  }
}

static void
add_paragraph (Job *job, guint i, guint number, IbidSection *section)
{
  const IbidTextBlock *block = &g_array_index (job->blocks, IbidTextBlock, i);
  g_autofree char *id = g_strdup_printf ("p%u", number);
  g_autoptr (IbidParagraph) paragraph = ibid_paragraph_new (id, block->style);

  if (block->style == IBID_PARAGRAPH_LIST_ITEM) {
    ibid_paragraph_set_depth (paragraph, block->depth);
    ibid_paragraph_set_number (paragraph, block->number);
  }
  set_block (job, i, paragraph);
  ibid_section_add_paragraph (section, paragraph);
}

static gboolean
add_sections (Job *job, GError **error)
{
  IbidSection *section = NULL;
  guint n_paragraphs = 0;

  for (guint i = 0; i < job->blocks->len; i++) {
    guint level = g_array_index (job->blocks, IbidTextBlock, i).level;

    if (level > 0) {
      section = add_section (job, level);
      set_block (job, i, section);
    } else {
      if (section == NULL)
        section = add_section (job, 1);
      add_paragraph (job, i, ++n_paragraphs, section);
    }
    if (i % BLOCKS_PER_REPORT == 0 && !report (job, 0.7 + 0.3 * i / job->blocks->len, error))
      return FALSE;
  }
  return TRUE;
}

static void
add_left_out (Job *job)
{
  for (guint i = 0; i < ibid_text_lines_get_n (job->lines); i++) {
    const IbidTextLine *line = ibid_text_lines_get (job->lines, i);

    if (line->role == IBID_LINE_LEFT_OUT) {
      g_autofree char *text = ibid_text_line_dup (line);

      ibid_body_add_left_out (job->body, text, line->number);
    }
  }
}

static void
set_language (Job *job)
{
  g_autoptr (IbidTextLanguage) language = ibid_text_language_new ();
  gboolean wants_more = TRUE;

  for (guint i = 0; wants_more && i < job->blocks->len; i++) {
    const IbidTextBlock *block = &g_array_index (job->blocks, IbidTextBlock, i);

    if (block->style != IBID_PARAGRAPH_CODE)
      wants_more = ibid_text_language_feed (language, block->text, block->length);
  }
  ibid_body_set_language (job->body, ibid_text_language_guess (language));
}

static IbidDocument *
ibid_plain_text_importer_import (IbidImporter *importer,
                                 GBytes *bytes,
                                 const IbidImportOptions *options,
                                 GCancellable *cancellable,
                                 GError **error)
{
  g_auto (Job) job = {.options = options, .cancellable = cancellable, .body = ibid_body_new ()};
  guint n_markers;

  if (!read_blocks (&job, bytes, error))
    return NULL;
  if (ibid_body_get_language (job.body) == NULL)
    set_language (&job);
  n_markers = find_markers (&job);
  if (!report (&job, 0.7, error))
    return NULL;
  add_references (&job, n_markers > 0);
  if (!add_sections (&job, error))
    return NULL;
  set_references (&job);
  add_left_out (&job);
  ibid_import_options_report (options, 1.0);
  return ibid_import_options_make_document (options, job.body, NULL);
}

static IbidSniff
ibid_plain_text_importer_sniff (IbidImporter *importer, GBytes *head)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = ibid_text_decode (head, &error);

  return text != NULL || error->code == IBID_IMPORT_ERROR_EMPTY ? IBID_SNIFF_MAYBE : IBID_SNIFF_NO;
}

static const char *
ibid_plain_text_importer_get_name (IbidImporter *importer)
{
  return _ ("Plain text");
}

static const char *const *
ibid_plain_text_importer_get_suffixes (IbidImporter *importer)
{
  static const char *const suffixes[] = {".txt", ".text", NULL};

  return suffixes;
}

static void
ibid_plain_text_importer_iface_init (IbidImporterInterface *iface)
{
  iface->get_name = ibid_plain_text_importer_get_name;
  iface->get_suffixes = ibid_plain_text_importer_get_suffixes;
  iface->sniff = ibid_plain_text_importer_sniff;
  iface->import = ibid_plain_text_importer_import;
}

static void
ibid_plain_text_importer_class_init (IbidPlainTextImporterClass *klass)
{}

static void
ibid_plain_text_importer_init (IbidPlainTextImporter *self)
{}

IbidImporter *
ibid_plain_text_importer_new (void)
{
  return g_object_new (IBID_TYPE_PLAIN_TEXT_IMPORTER, NULL);
}
