/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "window/ibid-text-finding.h"

struct _IbidTextFinding {
  GObject parent_instance;
  IbidTextView *text;
  IbidFindBar *bar;
};

G_DEFINE_FINAL_TYPE (IbidTextFinding, ibid_text_finding, G_TYPE_OBJECT)

static IbidLight
get_hit_light (IbidTextFinding *self, const IbidHit *hit)
{
  IbidTextLayout *layout = ibid_text_view_get_layout (self->text);

  return (IbidLight){
      ibid_text_layout_to_buffer (layout, hit->passage, hit->start),
      ibid_text_layout_to_buffer (layout, hit->passage, hit->end),
  };
}

static void
hits_changed_cb (IbidTextFinding *self)
{
  GArray *hits = ibid_find_bar_get_hits (self->bar);
  GArray *lights = NULL;

  if (ibid_text_view_get_layout (self->text) == NULL)
    return;
  for (guint i = 0; hits != NULL && i < hits->len; i++) {
    IbidLight light = get_hit_light (self, &g_array_index (hits, IbidHit, i));

    if (lights == NULL)
      lights = g_array_sized_new (FALSE, FALSE, sizeof (IbidLight), hits->len);
    g_array_append_val (lights, light);
  }
  ibid_text_lights_take_hits (
      ibid_text_view_get_lights (self->text), lights, ibid_find_bar_get_current (self->bar));
}

static void
hit_cb (IbidTextFinding *self, guint index)
{
  GArray *hits = ibid_find_bar_get_hits (self->bar);
  IbidLight light = get_hit_light (self, &g_array_index (hits, IbidHit, index));

  ibid_text_lights_set_current_hit (ibid_text_view_get_lights (self->text), index);
  ibid_text_view_hold (self->text, light.start);
  ibid_text_view_place_caret (self->text, light.start);
  ibid_text_view_show (self->text, light.start);
}

/* What is selected, when it is of one passage; without the markers in it. */
static char *
dup_selected_words (IbidTextFinding *self)
{
  IbidTextLayout *layout = ibid_text_view_get_layout (self->text);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start;
  GtkTextIter end;
  guint from;
  guint to;
  IbidPassage *passage;

  if (layout == NULL || !gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return NULL;
  passage = ibid_text_layout_to_model (layout, (guint)gtk_text_iter_get_offset (&start), &from);
  if (passage == NULL ||
      ibid_text_layout_to_model (layout, (guint)gtk_text_iter_get_offset (&end), &to) != passage)
    return NULL;
  return ibid_passage_dup_slice (passage, from, to);
}

/* The buffer offset where the selection begins, else of the place at hand; 0 in the title block. */
static guint
get_origin (IbidTextFinding *self)
{
  GtkTextIter start;
  GtkTextIter end;
  guint offset;
  IbidPassage *passage;

  if (gtk_text_buffer_get_selection_bounds (
          gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), &start, &end))
    return (guint)gtk_text_iter_get_offset (&start);
  passage = ibid_text_view_get_position (self->text, &offset);
  if (passage == NULL)
    return 0;
  return ibid_text_layout_to_buffer (ibid_text_view_get_layout (self->text), passage, offset);
}

static void
ibid_text_finding_class_init (IbidTextFindingClass *klass)
{}

static void
ibid_text_finding_init (IbidTextFinding *self)
{}

IbidTextFinding *
ibid_text_finding_new (IbidTextView *text, IbidFindBar *bar)
{
  IbidTextFinding *self = g_object_new (IBID_TYPE_TEXT_FINDING, NULL);

  self->text = text;
  self->bar = bar;
  g_signal_connect_object (
      bar, "hits-changed", G_CALLBACK (hits_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bar, "hit", G_CALLBACK (hit_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
ibid_text_finding_open (IbidTextFinding *self)
{
  g_autofree char *words = NULL;

  g_return_if_fail (IBID_IS_TEXT_FINDING (self));
  words = dup_selected_words (self);
  ibid_find_bar_set_origin (self->bar, get_origin (self));
  ibid_find_bar_open (self->bar, words);
}
