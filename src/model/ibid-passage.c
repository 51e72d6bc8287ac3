/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "model/ibid-passage.h"

#include "model/ibid-note.h"
#include "model/ibid-utf8.h"

#include <string.h>

/* Code points between two marks. */
#define STRIDE 512

typedef struct {
  char *text;
  guint length;
  GArray *marks;   /* gsize: byte offset of every STRIDE-th code point; NULL for a short text */
  GArray *spans;   /* IbidSpan; NULL while there is none */
  IbidList *notes; /* NULL while there is none */
} IbidPassagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (IbidPassage, ibid_passage, IBID_TYPE_ITEM)

enum { PROP_TEXT = 1, PROP_NOTES, N_PROPS };
static GParamSpec *props[N_PROPS];

static IbidPassagePrivate *
get_private (IbidPassage *self)
{
  return ibid_passage_get_instance_private (self);
}

static void
ibid_passage_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  IbidPassage *self = IBID_PASSAGE (object);

  switch (prop_id) {
  case PROP_TEXT:
    g_value_set_string (value, ibid_passage_get_text (self));
    break;
  case PROP_NOTES:
    g_value_set_object (value, ibid_passage_get_notes (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_passage_seal (IbidItem *item)
{
  IbidPassagePrivate *priv = get_private (IBID_PASSAGE (item));

  IBID_ITEM_CLASS (ibid_passage_parent_class)->seal (item);
  for (guint i = 0; priv->notes != NULL && i < ibid_list_get_length (priv->notes); i++)
    ibid_item_seal (ibid_list_get (priv->notes, i));
}

static void
ibid_passage_finalize (GObject *object)
{
  IbidPassagePrivate *priv = get_private (IBID_PASSAGE (object));

  g_clear_pointer (&priv->text, g_free);
  g_clear_pointer (&priv->marks, g_array_unref);
  g_clear_pointer (&priv->spans, g_array_unref);
  g_clear_object (&priv->notes);
  G_OBJECT_CLASS (ibid_passage_parent_class)->finalize (object);
}

static void
ibid_passage_class_init (IbidPassageClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = ibid_passage_get_property;
  G_OBJECT_CLASS (klass)->finalize = ibid_passage_finalize;
  IBID_ITEM_CLASS (klass)->seal = ibid_passage_seal;
  props[PROP_TEXT] = g_param_spec_string (
      "text", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_NOTES] = g_param_spec_object (
      "notes", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
ibid_passage_init (IbidPassage *self)
{}

const char *
ibid_passage_get_text (IbidPassage *self)
{
  const char *text = get_private (self)->text;

  return text != NULL ? text : "";
}

guint
ibid_passage_get_length (IbidPassage *self)
{
  return get_private (self)->length;
}

/* A hostile text has a million places in its last words. */
const char *
ibid_passage_get_pointer (IbidPassage *self, guint offset)
{
  GArray *marks = get_private (self)->marks;
  const char *text = ibid_passage_get_text (self);

  offset = MIN (offset, ibid_passage_get_length (self));
  if (marks == NULL)
    return g_utf8_offset_to_pointer (text, offset);
  return g_utf8_offset_to_pointer (text + g_array_index (marks, gsize, offset / STRIDE),
                                   offset % STRIDE);
}

char *
ibid_passage_dup_slice (IbidPassage *self, guint start, guint end)
{
  const char *from;

  end = MIN (end, ibid_passage_get_length (self));
  start = MIN (start, end);
  from = ibid_passage_get_pointer (self, start);
  return g_strndup (from, (gsize)(ibid_passage_get_pointer (self, end) - from));
}

const IbidSpan *
ibid_passage_get_spans (IbidPassage *self, guint *n_spans)
{
  GArray *spans = get_private (self)->spans;

  *n_spans = spans != NULL ? spans->len : 0;
  return spans != NULL ? (const IbidSpan *)(gpointer)spans->data : NULL;
}

const char *
ibid_passage_get_link (IbidPassage *self, guint offset)
{
  guint n_spans;
  const IbidSpan *spans = ibid_passage_get_spans (self, &n_spans);

  for (guint i = 0; i < n_spans && spans[i].start <= offset; i++)
    if (spans[i].style == IBID_SPAN_LINK && offset < spans[i].end)
      return spans[i].href;
  return NULL;
}

IbidList *
ibid_passage_get_notes (IbidPassage *self)
{
  IbidList *notes = get_private (self)->notes;

  return notes != NULL ? notes : ibid_list_get_empty (IBID_TYPE_NOTE);
}

static GArray *
mark_text (const char *text, guint length)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (gsize));
  const char *p = text;

  for (guint i = 0; i <= length; i++, p = g_utf8_next_char (p)) {
    gsize offset = (gsize)(p - text);

    if (i % STRIDE == 0)
      g_array_append_val (marks, offset);
  }
  return marks;
}

void
ibid_passage_take_text (IbidPassage *self, char *text)
{
  IbidPassagePrivate *priv = get_private (self);

  g_return_if_fail (IBID_IS_PASSAGE (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  g_free (priv->text);
  priv->text = text;
  priv->length = ibid_utf8_count (text, strlen (text));
  g_clear_pointer (&priv->marks, g_array_unref);
  if (priv->length > STRIDE)
    priv->marks = mark_text (text, priv->length);
}

void
ibid_passage_add_span (IbidPassage *self, IbidSpan span)
{
  IbidPassagePrivate *priv = get_private (self);

  g_return_if_fail (IBID_IS_PASSAGE (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  if (priv->spans == NULL) {
    priv->spans = g_array_sized_new (FALSE, FALSE, sizeof (IbidSpan), 2);
    g_array_set_clear_func (priv->spans, (GDestroyNotify)ibid_span_clear);
  }
  g_array_append_val (priv->spans, span);
}

void
ibid_passage_add_note (IbidPassage *self, gpointer note)
{
  IbidPassagePrivate *priv = get_private (self);

  g_return_if_fail (IBID_IS_PASSAGE (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  if (priv->notes == NULL)
    priv->notes = ibid_list_new (IBID_TYPE_NOTE);
  ibid_note_set_passage (note, self);
  ibid_list_add (priv->notes, note);
}

void
ibid_passage_set_notes (IbidPassage *self, IbidList *notes)
{
  g_return_if_fail (IBID_IS_PASSAGE (self) && !ibid_item_is_sealed (IBID_ITEM (self)));
  for (guint i = 0; i < ibid_list_get_length (notes); i++)
    ibid_note_set_passage (ibid_list_get (notes, i), self);
  g_set_object (&get_private (self)->notes, notes);
}
