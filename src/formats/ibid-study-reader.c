/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-study-reader.h"

#include "formats/ibid-excerpt.h"
#include "formats/ibid-study-annotations-reader.h"
#include "formats/ibid-study-fields.h"
#include "formats/ibid-study-ids.h"
#include "formats/ibid-study-passage-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#define FORMAT "ibid-study"
#define VERSION 1

static gboolean
check_format (IbidStudyFields *root, GError **error)
{
  const char *format;
  gint64 version;

  if (!ibid_study_fields_need_string (root, "format", &format, error))
    return FALSE;
  if (strcmp (format, FORMAT) != 0)
    return ibid_study_fields_refuse (root, "format", -1, error, _ ("must be \"%s\""), FORMAT);
  if (!ibid_study_fields_need_number (root, "version", &version, error))
    return FALSE;
  if (version < 1)
    return ibid_study_fields_refuse (root, "version", -1, error, _ ("must be at least 1"));
  if (version > VERSION) {
    g_autofree char *shown = g_strdup_printf ("%" G_GINT64_FORMAT, version);

    g_set_error (error,
                 IBID_IMPORT_ERROR,
                 IBID_IMPORT_ERROR_NEWER,
                 /* Translators: %1$s and %2$d are version numbers of the file format; "version" is
                  * the name of a member of the file and stays as it is. */
                 _ ("version: the file is of version %1$s and needs a newer Ibid, this one reads "
                    "version %2$d"),
                 shown,
                 VERSION);
    return FALSE;
  }
  return TRUE;
}

/* CSL names stay as they are; what everybody reads of them is checked. */
static gboolean
read_authors (IbidStudyFields *root, IbidBody *body, GError **error)
{
  static const char *const parts[] = {"family", "given", "literal"};
  JsonArray *authors = NULL;

  if (!ibid_study_fields_get_array (root, "author", &authors, error))
    return FALSE;
  if (authors == NULL || json_array_get_length (authors) == 0)
    return TRUE;
  for (guint i = 0; i < json_array_get_length (authors); i++) {
    IbidStudyFields name;
    const char *part;

    if (!ibid_study_fields_enter_element (&name, root, "author", authors, i, error))
      return FALSE;
    for (guint j = 0; j < G_N_ELEMENTS (parts); j++) {
      if (!ibid_study_fields_get_string (&name, parts[j], &part, error))
        return FALSE;
    }
  }
  ibid_body_set_authors (body, authors);
  return TRUE;
}

static gboolean
read_head (IbidStudyFields *root, IbidBody *body, GError **error)
{
  const char *title = NULL;
  const char *subtitle = NULL;
  const char *issued = NULL;
  const char *publisher = NULL;
  const char *language = NULL;
  const char *source = NULL;

  if (!ibid_study_fields_get_string (root, "title", &title, error) ||
      !ibid_study_fields_get_string (root, "subtitle", &subtitle, error) ||
      !read_authors (root, body, error) ||
      !ibid_study_fields_get_date (root, "issued", &issued, error) ||
      !ibid_study_fields_get_string (root, "publisher", &publisher, error) ||
      !ibid_study_fields_get_string (root, "language", &language, error) ||
      !ibid_study_fields_get_string (root, "source", &source, error))
    return FALSE;
  ibid_body_set_title (body, title);
  ibid_body_set_subtitle (body, subtitle);
  ibid_body_set_issued (body, issued);
  ibid_body_set_publisher (body, publisher);
  ibid_body_set_language (body, language);
  ibid_body_set_source (body, source);
  return TRUE;
}

/* Without notes and citations: they point to references that may come later. */
static gboolean
read_reference (IbidStudyFields *fields, guint position, IbidBody *body, GError **error)
{
  g_autoptr (IbidReference) reference = NULL;
  g_autoptr (JsonObject) extra = NULL;
  const char *id;
  const char *label = NULL;
  int kind;

  if (!ibid_study_ids_read (fields, &id, error) ||
      !ibid_study_fields_need_enum (fields, "kind", IBID_TYPE_REFERENCE_KIND, &kind, error) ||
      !ibid_study_fields_get_string (fields, "label", &label, error))
    return FALSE;
  reference = ibid_reference_new (id, (IbidReferenceKind)kind, label);
  ibid_reference_set_position (reference, position);
  if (!ibid_study_passage_read (fields, "text", IBID_PASSAGE (reference), error))
    return FALSE;
  ibid_study_fields_pass (fields, "notes");
  ibid_study_fields_pass (fields, "citations");
  extra = ibid_study_fields_dup_extra (fields);
  ibid_item_set_extra (IBID_ITEM (reference), extra);
  ibid_study_ids_add (fields, reference);
  ibid_body_add_reference (body, reference);
  return TRUE;
}

static gboolean
read_references (IbidStudyFields *root, IbidBody *body, JsonArray **array, GError **error)
{
  if (!ibid_study_fields_get_array (root, "references", array, error))
    return FALSE;
  for (guint i = 0; *array != NULL && i < json_array_get_length (*array); i++) {
    IbidStudyFields fields;

    if (!ibid_study_fields_enter_element (&fields, root, "references", *array, i, error) ||
        !read_reference (&fields, i, body, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_notes_of_references (IbidStudyFields *root, IbidBody *body, JsonArray *array, GError **error)
{
  IbidList *references = ibid_body_get_references (body);

  for (guint i = 0; i < ibid_list_get_length (references); i++) {
    IbidStudyFields fields;

    if (!ibid_study_fields_enter_element (&fields, root, "references", array, i, error) ||
        !ibid_study_passage_read_notes (&fields, ibid_list_get (references, i), error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_paragraph (IbidStudyFields *fields, IbidSection *section, GError **error)
{
  g_autoptr (IbidParagraph) paragraph = NULL;
  g_autoptr (JsonObject) extra = NULL;
  const char *id;
  int style;
  int depth = -1;
  int number = -1;

  if (!ibid_study_ids_read (fields, &id, error) ||
      !ibid_study_fields_need_enum (fields, "style", IBID_TYPE_PARAGRAPH_STYLE, &style, error))
    return FALSE;
  paragraph = ibid_paragraph_new (id, (IbidParagraphStyle)style);
  if (!ibid_study_passage_read (fields, "text", IBID_PASSAGE (paragraph), error) ||
      !ibid_study_passage_read_notes (fields, IBID_PASSAGE (paragraph), error) ||
      !ibid_study_fields_get_int (fields, "depth", 0, G_MAXINT, &depth, error) ||
      !ibid_study_fields_get_int (fields, "number", 0, G_MAXINT, &number, error))
    return FALSE;
  ibid_paragraph_set_depth (paragraph, depth);
  ibid_paragraph_set_number (paragraph, number);
  extra = ibid_study_fields_dup_extra (fields);
  ibid_item_set_extra (IBID_ITEM (paragraph), extra);
  ibid_study_ids_add (fields, paragraph);
  ibid_section_add_paragraph (section, paragraph);
  return TRUE;
}

static gboolean
read_section (IbidStudyFields *fields, IbidBody *body, GError **error)
{
  g_autoptr (IbidSection) section = NULL;
  g_autoptr (JsonObject) extra = NULL;
  JsonArray *paragraphs;
  const char *id;
  int level;

  if (!ibid_study_ids_read (fields, &id, error) ||
      !ibid_study_fields_need_int (fields, "level", 1, 6, &level, error))
    return FALSE;
  section = ibid_section_new (id, (guint)level);
  ibid_study_ids_add (fields, section);
  if (!ibid_study_passage_read (fields, "heading", IBID_PASSAGE (section), error) ||
      !ibid_study_passage_read_notes (fields, IBID_PASSAGE (section), error) ||
      !ibid_study_fields_need_array (fields, "paragraphs", &paragraphs, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (paragraphs); i++) {
    IbidStudyFields paragraph;

    if (!ibid_study_fields_enter_element (&paragraph, fields, "paragraphs", paragraphs, i, error) ||
        !read_paragraph (&paragraph, section, error))
      return FALSE;
  }
  extra = ibid_study_fields_dup_extra (fields);
  ibid_item_set_extra (IBID_ITEM (section), extra);
  ibid_body_add_section (body, section);
  return TRUE;
}

static gboolean
read_sections (IbidStudyFields *root, IbidBody *body, GError **error)
{
  JsonArray *sections;

  if (!ibid_study_fields_need_array (root, "sections", &sections, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (sections); i++) {
    IbidStudyFields fields;

    if (!ibid_study_fields_enter_element (&fields, root, "sections", sections, i, error) ||
        !read_section (&fields, body, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_body (IbidStudyFields *root, IbidBody *body, GError **error)
{
  JsonArray *references = NULL;

  return check_format (root, error) && read_head (root, body, error) &&
         read_references (root, body, &references, error) && read_sections (root, body, error) &&
         read_notes_of_references (root, body, references, error);
}

IbidDocument *
ibid_study_reader_read (JsonNode *root, GCancellable *cancellable, GError **error)
{
  g_autoptr (JsonNode) tree = root;
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidAnnotations) annotations = NULL;
  IbidStudyFile file;
  IbidStudyFields fields;

  ibid_study_file_init (&file, cancellable);
  if (ibid_study_fields_enter_root (&fields, &file, root, error) &&
      read_body (&fields, body, error))
    annotations = ibid_study_annotations_read (&fields, ibid_body_get_references (body), error);
  if (annotations != NULL) {
    g_autoptr (JsonObject) extra = ibid_study_fields_dup_extra (&fields);

    ibid_item_set_extra (IBID_ITEM (body), extra);
  }
  ibid_study_file_clear (&file);
  g_clear_pointer (&tree, json_node_unref);
  return annotations != NULL ? ibid_document_new (body, annotations) : NULL;
}
