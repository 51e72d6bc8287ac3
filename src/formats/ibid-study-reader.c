/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-study-reader.h"

#include "formats/ibid-excerpt.h"
#include "formats/ibid-study-annotations-reader.h"
#include "formats/ibid-study-fields.h"
#include "formats/ibid-study-ids.h"
#include "formats/ibid-study-passage-reader.h"
#include "formats/ibid-study-references-reader.h"

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

/* CSL names stay as they are, but what everybody reads of them must be text. */
static gboolean
read_author (IbidStudyFields *name, gpointer authors, GError **error)
{
  const char *part;

  if (!ibid_study_fields_get_string (name, "family", &part, error) ||
      !ibid_study_fields_get_string (name, "given", &part, error) ||
      !ibid_study_fields_get_string (name, "literal", &part, error))
    return FALSE;
  json_array_add_object_element (authors, json_object_ref (name->object));
  return TRUE;
}

static gboolean
read_authors (IbidStudyFields *root, IbidBody *body, GError **error)
{
  g_autoptr (JsonArray) authors = json_array_new ();

  if (!ibid_study_fields_get_each (root, "author", read_author, authors, error))
    return FALSE;
  if (json_array_get_length (authors) > 0)
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

static gboolean
read_paragraph (IbidStudyFields *fields, gpointer section, GError **error)
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
      !ibid_study_passage_read_notes (fields, IBID_PASSAGE (paragraph), NULL, error) ||
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
read_section (IbidStudyFields *fields, gpointer body, GError **error)
{
  g_autoptr (IbidSection) section = NULL;
  g_autoptr (JsonObject) extra = NULL;
  const char *id;
  int level;

  if (!ibid_study_ids_read (fields, &id, error) ||
      !ibid_study_fields_need_int (fields, "level", 1, 6, &level, error))
    return FALSE;
  section = ibid_section_new (id, (guint)level);
  ibid_study_ids_add (fields, section);
  if (!ibid_study_passage_read (fields, "heading", IBID_PASSAGE (section), error) ||
      !ibid_study_passage_read_notes (fields, IBID_PASSAGE (section), NULL, error) ||
      !ibid_study_fields_need_each (fields, "paragraphs", read_paragraph, section, error))
    return FALSE;
  extra = ibid_study_fields_dup_extra (fields);
  ibid_item_set_extra (IBID_ITEM (section), extra);
  ibid_body_add_section (body, section);
  return TRUE;
}

/* What is pointed to comes ahead of what points to it. */
static IbidDocument *
read_document (IbidStudyFields *root, GError **error)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidAnnotations) annotations = ibid_annotations_new ();
  g_autoptr (JsonObject) extra = NULL;

  if (!check_format (root, error) || !read_head (root, body, error) ||
      !ibid_study_annotations_read_works (root, annotations, error) ||
      !ibid_study_references_read (root, body, annotations, error) ||
      !ibid_study_fields_need_each (root, "sections", read_section, body, error) ||
      !ibid_study_annotations_read_others (root, annotations, error))
    return NULL;
  extra = ibid_study_fields_dup_extra (root);
  ibid_item_set_extra (IBID_ITEM (body), extra);
  return ibid_document_new (body, annotations);
}

IbidDocument *
ibid_study_read (GBytes *bytes,
                 const IbidImportOptions *options,
                 GCancellable *cancellable,
                 GError **error)
{
  IbidStudyFile file;
  IbidStudyFields fields;
  g_autoptr (JsonNode) root = NULL;
  IbidDocument *document = NULL;

  g_return_val_if_fail (bytes != NULL && options != NULL, NULL);
  if (ibid_study_file_init (&file, bytes, options, cancellable, error))
    root = ibid_study_file_parse_root (&file, error);
  if (root != NULL && ibid_study_fields_enter_root (&fields, &file, root, error))
    document = read_document (&fields, error);
  ibid_study_file_clear (&file);
  if (document != NULL)
    ibid_import_options_report (options, 1.0);
  return document;
}
