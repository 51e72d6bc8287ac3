/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-importer.h"

#include "formats/ibid-plain-text-blocks.h"
#include "formats/ibid-plain-text-furniture.h"
#include "formats/ibid-plain-text-head.h"
#include "formats/ibid-plain-text-markers.h"
#include "formats/ibid-plain-text-notes.h"
#include "formats/ibid-text-decoder.h"
#include "formats/ibid-text-language.h"

#include <glib/gi18n.h>

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
  GArray *blocks;     /* IbidTextBlock */
  GHashTable *labels; /* of the notes, borrowed from them, to index plus one */
  IbidTextMarkers *markers;
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
  g_clear_pointer (&job->labels, g_hash_table_unref);
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
  ibid_text_furniture_mark (job->lines);
  ibid_text_head_read (job->lines, job->body);
  job->notes = ibid_text_notes_find (job->lines, job->cancellable, error);
  if (job->notes == NULL || !report (job, 0.4, error))
    return FALSE;
  job->blocks = ibid_text_blocks_new (job->lines, job->cancellable, error);
  return job->blocks != NULL && report (job, 0.6, error);
}

static gboolean
can_have_markers (const IbidTextBlock *block)
{
  return block->level > 0 || block->style != IBID_PARAGRAPH_CODE;
}

/* Finds the markers of all blocks. Where two notes have one number, the first has it. */
static guint
find_markers (Job *job)
{
  GArray *entries = job->notes->entries;

  job->labels = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < entries->len; i++) {
    char *label = g_array_index (entries, IbidTextEntry, i).label;

    if (!g_hash_table_contains (job->labels, label))
      g_hash_table_insert (job->labels, label, GUINT_TO_POINTER (i + 1));
  }
  job->markers = ibid_text_markers_new (job->labels, job->notes->is_sure);
  for (guint i = 0; i < job->blocks->len; i++) {
    const IbidTextBlock *block = &g_array_index (job->blocks, IbidTextBlock, i);

    if (can_have_markers (block))
      ibid_text_markers_scan (job->markers, i, block->text, block->length);
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
    IbidTextEntry *entry = &g_array_index (job->notes->entries, IbidTextEntry, i);
    g_autofree char *id = g_strdup_printf ("r%u", i + 1);
    g_autoptr (IbidReference) reference = ibid_reference_new (id, kind, entry->label);

    ibid_passage_take_text (IBID_PASSAGE (reference), g_steal_pointer (&entry->text));
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

static void
set_passage (Job *job, guint i, gpointer passage)
{
  IbidTextBlock *block = &g_array_index (job->blocks, IbidTextBlock, i);

  ibid_text_markers_take (job->markers,
                          i,
                          g_steal_pointer (&block->text),
                          block->length,
                          ibid_body_get_references (job->body),
                          passage);
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
  set_passage (job, i, paragraph);
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
      set_passage (job, i, section);
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
  set_language (&job);
  n_markers = find_markers (&job);
  if (!report (&job, 0.7, error))
    return NULL;
  add_references (&job, n_markers > 0);
  if (!add_sections (&job, error))
    return NULL;
  add_left_out (&job);
  ibid_import_options_report (options, 1.0);
  return ibid_document_new (job.body, NULL);
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
