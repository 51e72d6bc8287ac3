/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "model/ibid-body.h"

#include "model/ibid-note.h"

struct _IbidBody {
  IbidItem parent_instance;
  char *title;
  char *subtitle;
  char *issued;
  char *publisher;
  char *language;
  char *source;
  JsonArray *authors;
  IbidList *sections;
  IbidList *references;
  GArray *left_out; /* IbidLeftOut */
};

G_DEFINE_FINAL_TYPE (IbidBody, ibid_body, IBID_TYPE_ITEM)

static void
clear_left_out (IbidLeftOut *left_out)
{
  g_free (left_out->text);
}

static void
unlink_notes (IbidPassage *passage)
{
  IbidList *notes = ibid_passage_get_notes (passage);

  for (guint i = 0; i < ibid_list_get_length (notes); i++)
    ibid_note_unlink (ibid_list_get (notes, i));
}

/* Whoever still holds a paragraph or a note finds no way into what is freed. */
static void
unlink_all (IbidBody *self)
{
  for (guint i = 0; i < ibid_list_get_length (self->sections); i++) {
    IbidSection *section = ibid_list_get (self->sections, i);
    IbidList *paragraphs = ibid_section_get_paragraphs (section);

    unlink_notes (IBID_PASSAGE (section));
    for (guint j = 0; j < ibid_list_get_length (paragraphs); j++) {
      unlink_notes (ibid_list_get (paragraphs, j));
      ibid_paragraph_unlink (ibid_list_get (paragraphs, j));
    }
  }
  for (guint i = 0; i < ibid_list_get_length (self->references); i++)
    unlink_notes (ibid_list_get (self->references, i));
}

static void
ibid_body_seal (IbidItem *item)
{
  IbidBody *self = IBID_BODY (item);
  guint position = 0;

  if (ibid_item_is_sealed (item))
    return;
  for (guint i = 0; i < ibid_list_get_length (self->sections); i++) {
    IbidList *paragraphs = ibid_section_get_paragraphs (ibid_list_get (self->sections, i));

    for (guint j = 0; j < ibid_list_get_length (paragraphs); j++)
      ibid_paragraph_set_position (ibid_list_get (paragraphs, j), position++);
    ibid_item_seal (ibid_list_get (self->sections, i));
  }
  for (guint i = 0; i < ibid_list_get_length (self->references); i++) {
    ibid_reference_set_position (ibid_list_get (self->references, i), i);
    ibid_item_seal (ibid_list_get (self->references, i));
  }
  IBID_ITEM_CLASS (ibid_body_parent_class)->seal (item);
}

static void
ibid_body_finalize (GObject *object)
{
  IbidBody *self = IBID_BODY (object);

  unlink_all (self);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->issued);
  g_free (self->publisher);
  g_free (self->language);
  g_free (self->source);
  g_clear_pointer (&self->authors, json_array_unref);
  g_clear_object (&self->sections);
  g_clear_object (&self->references);
  g_clear_pointer (&self->left_out, g_array_unref);
  G_OBJECT_CLASS (ibid_body_parent_class)->finalize (object);
}

static void
ibid_body_class_init (IbidBodyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ibid_body_finalize;
  IBID_ITEM_CLASS (klass)->seal = ibid_body_seal;
}

static void
ibid_body_init (IbidBody *self)
{
  self->sections = ibid_list_new (IBID_TYPE_SECTION);
  self->references = ibid_list_new (IBID_TYPE_REFERENCE);
  self->left_out = g_array_new (FALSE, FALSE, sizeof (IbidLeftOut));
  g_array_set_clear_func (self->left_out, (GDestroyNotify)clear_left_out);
}

IbidBody *
ibid_body_new (void)
{
  return g_object_new (IBID_TYPE_BODY, NULL);
}

const char *
ibid_body_get_title (IbidBody *self)
{
  g_return_val_if_fail (IBID_IS_BODY (self), NULL);
  return self->title;
}

const char *
ibid_body_get_subtitle (IbidBody *self)
{
  g_return_val_if_fail (IBID_IS_BODY (self), NULL);
  return self->subtitle;
}

const char *
ibid_body_get_issued (IbidBody *self)
{
  g_return_val_if_fail (IBID_IS_BODY (self), NULL);
  return self->issued;
}

const char *
ibid_body_get_publisher (IbidBody *self)
{
  g_return_val_if_fail (IBID_IS_BODY (self), NULL);
  return self->publisher;
}

const char *
ibid_body_get_language (IbidBody *self)
{
  g_return_val_if_fail (IBID_IS_BODY (self), NULL);
  return self->language;
}

const char *
ibid_body_get_source (IbidBody *self)
{
  g_return_val_if_fail (IBID_IS_BODY (self), NULL);
  return self->source;
}

JsonArray *
ibid_body_get_authors (IbidBody *self)
{
  g_return_val_if_fail (IBID_IS_BODY (self), NULL);
  return self->authors;
}

IbidList *
ibid_body_get_sections (IbidBody *self)
{
  g_return_val_if_fail (IBID_IS_BODY (self), NULL);
  return self->sections;
}

IbidList *
ibid_body_get_references (IbidBody *self)
{
  g_return_val_if_fail (IBID_IS_BODY (self), NULL);
  return self->references;
}

guint
ibid_body_get_n_left_out (IbidBody *self)
{
  g_return_val_if_fail (IBID_IS_BODY (self), 0);
  return self->left_out->len;
}

const IbidLeftOut *
ibid_body_get_left_out (IbidBody *self, guint index)
{
  g_return_val_if_fail (IBID_IS_BODY (self) && index < self->left_out->len, NULL);
  return &g_array_index (self->left_out, IbidLeftOut, index);
}

static void
replace_string (IbidBody *self, char **field, const char *value)
{
  g_return_if_fail (IBID_IS_BODY (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  g_free (*field);
  *field = g_strdup (value);
}

void
ibid_body_set_title (IbidBody *self, const char *title)
{
  replace_string (self, &self->title, title);
}

void
ibid_body_set_subtitle (IbidBody *self, const char *subtitle)
{
  replace_string (self, &self->subtitle, subtitle);
}

void
ibid_body_set_issued (IbidBody *self, const char *issued)
{
  replace_string (self, &self->issued, issued);
}

void
ibid_body_set_publisher (IbidBody *self, const char *publisher)
{
  replace_string (self, &self->publisher, publisher);
}

void
ibid_body_set_language (IbidBody *self, const char *language)
{
  replace_string (self, &self->language, language);
}

void
ibid_body_set_source (IbidBody *self, const char *source)
{
  replace_string (self, &self->source, source);
}

void
ibid_body_set_authors (IbidBody *self, JsonArray *authors)
{
  g_return_if_fail (IBID_IS_BODY (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  if (authors != NULL)
    json_array_ref (authors);
  g_clear_pointer (&self->authors, json_array_unref);
  self->authors = authors;
}

void
ibid_body_add_section (IbidBody *self, IbidSection *section)
{
  g_return_if_fail (IBID_IS_BODY (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  ibid_list_add (self->sections, section);
}

void
ibid_body_add_reference (IbidBody *self, IbidReference *reference)
{
  g_return_if_fail (IBID_IS_BODY (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  ibid_list_add (self->references, reference);
}

void
ibid_body_add_left_out (IbidBody *self, const char *text, guint line)
{
  IbidLeftOut left_out = {g_strdup (text), line};

  g_return_if_fail (IBID_IS_BODY (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  g_array_append_val (self->left_out, left_out);
}
