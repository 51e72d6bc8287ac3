/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-text-view.h"

#include "widgets/ibid-compat-links.h"
#include "widgets/ibid-font-css.h"
#include "widgets/ibid-text-filler.h"
#include "widgets/ibid-text-keys.h"
#include "widgets/ibid-text-links.h"
#include "widgets/ibid-text-pointer.h"
#include "widgets/ibid-text-selection.h"
#include "widgets/ibid-text-tags.h"

#include <glib/gi18n.h>

/* Pixels left and right of the text, within the view. */
#define MARGIN 24

struct _IbidTextView {
  GtkTextView parent_instance;
  IbidTextLayout *layout;
  IbidTextTags *tags;
  IbidTextFiller *filler;
  IbidTextLights *lights;
  IbidTextKeys *keys;
  IbidTextPointer *pointer;
  IbidTextSelection *selection;
  GtkCssProvider *font_provider;
  GtkAdjustment *adjustment;  /* vertical; for its signal only */
  double value;               /* that it had last */
  PangoFontDescription *font; /* NULL until one is set */
  double size;
  double line_height;
  guint held;   /* buffer offset, or G_MAXUINT */
  guint anchor; /* the offset whose line must not move; G_MAXUINT: none yet */
  int anchor_y;
  double landing; /* part of the height that anchor_y shall be, while there is no height; else 0 */
  int width;
  gboolean is_held;
  gboolean is_restoring;
  guint caret; /* buffer offset, when it was last told of */
  guint moved_id;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (IbidTextView,
                               ibid_text_view,
                               GTK_TYPE_TEXT_VIEW,
                               ibid_text_links_implement (g_define_type_id))

enum {
  NOTE_ACTIVATED,
  REFERENCE_ACTIVATED,
  LINK_ACTIVATED,
  NOTE_HOVERED,
  MOVED,
  NUMBER_TYPED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
get_iter (IbidTextView *self, guint offset, GtkTextIter *iter)
{
  if (self->filler != NULL)
    ibid_text_filler_ensure (self->filler, offset + 1);
  gtk_text_buffer_get_iter_at_offset (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), iter, (int)offset);
}

/* --- Position ------------------------------------------------------------------------------ */

static gboolean
moved_cb (gpointer data)
{
  IbidTextView *self = data;

  self->moved_id = 0;
  g_signal_emit (self, signals[MOVED], 0);
  return G_SOURCE_REMOVE;
}

static void
queue_moved (IbidTextView *self)
{
  if (self->moved_id == 0 && self->layout != NULL)
    self->moved_id = g_timeout_add (100, moved_cb, self);
}

static guint
get_offset_at_y (IbidTextView *self, int y)
{
  GdkRectangle visible;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_text_view_get_iter_at_location (
      GTK_TEXT_VIEW (self), &iter, visible.x + MARGIN, visible.y + y);
  return (guint)gtk_text_iter_get_offset (&iter);
}

int
ibid_text_view_get_y (IbidTextView *self, guint offset)
{
  GdkRectangle location;
  GdkRectangle visible;
  GtkTextIter iter;

  g_return_val_if_fail (IBID_IS_TEXT_VIEW (self), 0);
  get_iter (self, offset, &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &location);
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  return location.y - visible.y;
}

/* To GTK a line that was never laid out has no height: nothing near it is where it will be. */
static gboolean
is_measured (IbidTextView *self, guint offset)
{
  GtkTextIter iter;
  int y;
  int height;

  get_iter (self, offset, &iter);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, &y, &height);
  return height > 0;
}

/* Lines that were never laid out have no height yet: GTK lays out those around the mark first. */
static void
scroll_when_measured (IbidTextView *self, guint offset, int y)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  GtkTextIter iter;
  GtkTextMark *mark;

  get_iter (self, offset, &iter);
  mark = gtk_text_buffer_get_mark (buffer, "ibid-scroll");
  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (buffer, "ibid-scroll", &iter, TRUE);
  gtk_text_buffer_move_mark (buffer, mark, &iter);
  gtk_text_view_scroll_to_mark (
      GTK_TEXT_VIEW (self), mark, 0.0, TRUE, 0.0, CLAMP ((double)y / MAX (height, 1), 0.0, 1.0));
  /* GTK would scroll when it draws, and scroll bars then warn that they were not allocated anew:
   * with this it does when it allocates. Lines that it measures concern all that is around the
   * text. */
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
ibid_text_view_set_y (IbidTextView *self, guint offset, int y)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  double value;

  g_return_if_fail (IBID_IS_TEXT_VIEW (self));
  if (adjustment == NULL)
    return;
  if (is_measured (self, offset)) {
    value = gtk_adjustment_get_value (adjustment) + ibid_text_view_get_y (self, offset) - y;
    self->is_restoring = TRUE;
    gtk_adjustment_set_value (adjustment, value);
    self->is_restoring = FALSE;
  }
  if (ibid_text_view_get_y (self, offset) != y)
    scroll_when_measured (self, offset, y);
  self->anchor = offset;
  self->anchor_y = y;
  self->landing = 0;
  self->is_held = TRUE;
  queue_moved (self);
}

void
ibid_text_view_land (IbidTextView *self, guint offset, double part)
{
  int height;

  g_return_if_fail (IBID_IS_TEXT_VIEW (self));
  height = gtk_widget_get_height (GTK_WIDGET (self));
  ibid_text_view_set_y (self, offset, (int)(height * part));
  if (height == 0)
    self->landing = part;
}

static gboolean
is_on_screen (IbidTextView *self, guint offset)
{
  int y = ibid_text_view_get_y (self, offset);

  return y >= 0 && y < gtk_widget_get_height (GTK_WIDGET (self)) - (int)self->size;
}

static gboolean
is_at_top (IbidTextView *self)
{
  return self->adjustment == NULL || gtk_adjustment_get_value (self->adjustment) <= 0;
}

/* The line that is held while it is to be seen, else the uppermost one. */
static void
remember_anchor (IbidTextView *self)
{
  if (self->layout == NULL)
    return;
  self->anchor = self->held;
  if (self->anchor == G_MAXUINT || !is_on_screen (self, self->anchor))
    self->anchor = is_at_top (self) ? 0 : get_offset_at_y (self, 0);
  self->anchor_y = ibid_text_view_get_y (self, self->anchor);
}

static void
restore_anchor (IbidTextView *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  int y;

  if (self->layout == NULL || adjustment == NULL || self->is_restoring)
    return;
  if (self->anchor == G_MAXUINT) {
    remember_anchor (self);
    return;
  }
  if (!is_measured (self, self->anchor)) /* a scroll that waits for it is under way */
    return;
  y = ibid_text_view_get_y (self, self->anchor);
  if (y == self->anchor_y)
    return;
  self->is_restoring = TRUE;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + y - self->anchor_y);
  self->is_restoring = FALSE;
}

void
ibid_text_view_hold (IbidTextView *self, guint offset)
{
  g_return_if_fail (IBID_IS_TEXT_VIEW (self));
  self->held = offset;
  remember_anchor (self);
  self->is_held = TRUE;
}

guint
ibid_text_view_get_caret (IbidTextView *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  g_return_val_if_fail (IBID_IS_TEXT_VIEW (self), 0);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  return (guint)gtk_text_iter_get_offset (&iter);
}

void
ibid_text_view_place_caret (IbidTextView *self, guint offset)
{
  GtkTextIter iter;

  g_return_if_fail (IBID_IS_TEXT_VIEW (self));
  get_iter (self, offset, &iter);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &iter);
}

void
ibid_text_view_show (IbidTextView *self, guint offset)
{
  g_return_if_fail (IBID_IS_TEXT_VIEW (self));
  if (!is_on_screen (self, offset))
    ibid_text_view_land (self, offset, 1.0 / 3);
}

IbidPassage *
ibid_text_view_get_position (IbidTextView *self, guint *offset)
{
  guint caret;

  g_return_val_if_fail (IBID_IS_TEXT_VIEW (self), NULL);
  if (self->layout == NULL)
    return NULL;
  caret = ibid_text_view_get_caret (self);
  if (!is_on_screen (self, caret))
    caret = get_offset_at_y (self, (int)(2 * self->size));
  return ibid_text_layout_to_model (self->layout, caret, offset);
}

/* Scrolled, or lines have other heights: GTK tells both in the same way, and when lines above are
 * measured anew it keeps the uppermost paragraph, not the line, where it was. So from a new layout
 * on until the reader acts every move is undone before anything is drawn. */
static void
adjusted_cb (IbidTextView *self)
{
  gboolean is_moved = gtk_adjustment_get_value (self->adjustment) != self->value;

  /* GTK configures the adjustment anew whenever it allocates, changed or not. */
  self->value = gtk_adjustment_get_value (self->adjustment);
  if (self->is_restoring)
    return;
  /* Before a text's first allocation no line has a height: any may seem to be the first. */
  if (self->anchor != G_MAXUINT && self->is_held)
    restore_anchor (self);
  else if (self->anchor != G_MAXUINT)
    remember_anchor (self);
  if (is_moved)
    queue_moved (self);
}

void
ibid_text_view_let_go (IbidTextView *self)
{
  g_return_if_fail (IBID_IS_TEXT_VIEW (self));
  self->is_held = FALSE;
}

static void
cursor_moved_cb (IbidTextView *self)
{
  guint caret = ibid_text_view_get_caret (self);

  /* GTK tells of it whenever text comes into the buffer. */
  if (caret == self->caret)
    return;
  self->caret = caret;
  queue_moved (self);
}

/* --- Notes --------------------------------------------------------------------------------- */

static gboolean
go_to_marker (IbidTextView *self, guint index)
{
  const IbidMarker *marker;

  if (self->layout == NULL || index >= ibid_text_layout_get_n_markers (self->layout))
    return FALSE;
  marker = ibid_text_layout_get_marker (self->layout, index);
  ibid_text_view_place_caret (self, marker->start);
  ibid_text_view_show (self, marker->start);
  return TRUE;
}

gboolean
ibid_text_view_next_note (IbidTextView *self)
{
  g_return_val_if_fail (IBID_IS_TEXT_VIEW (self), FALSE);
  if (self->layout == NULL)
    return FALSE;
  return go_to_marker (
      self, ibid_text_layout_first_marker_from (self->layout, ibid_text_view_get_caret (self) + 1));
}

gboolean
ibid_text_view_previous_note (IbidTextView *self)
{
  g_return_val_if_fail (IBID_IS_TEXT_VIEW (self), FALSE);
  if (self->layout == NULL)
    return FALSE;
  return go_to_marker (
      self,
      ibid_text_layout_first_marker_from (self->layout, ibid_text_view_get_caret (self)) - 1u);
}

gboolean
ibid_text_view_go_to_label (IbidTextView *self, const char *label)
{
  guint first;
  guint n_markers;

  g_return_val_if_fail (IBID_IS_TEXT_VIEW (self), FALSE);
  if (self->layout == NULL)
    return FALSE;
  first = ibid_text_layout_first_marker_from (self->layout, ibid_text_view_get_caret (self) + 1);
  n_markers = ibid_text_layout_get_n_markers (self->layout);
  for (guint i = 0; i < n_markers; i++) {
    guint index = (first + i) % n_markers;
    const IbidMarker *marker = ibid_text_layout_get_marker (self->layout, index);

    if (g_strcmp0 (ibid_note_get_label (marker->note), label) == 0)
      return go_to_marker (self, index);
  }
  return FALSE;
}

gboolean
ibid_text_view_activate (IbidTextView *self, guint offset, gboolean by_key)
{
  guint index;
  guint in_passage;
  const IbidBlock *block;
  IbidPassage *passage;
  const char *uri;

  g_return_val_if_fail (IBID_IS_TEXT_VIEW (self), FALSE);
  if (self->layout == NULL || ibid_text_layout_get_n_blocks (self->layout) == 0)
    return FALSE;
  index = ibid_text_layout_marker_at (self->layout, offset);
  if (index != G_MAXUINT) {
    g_signal_emit (self,
                   signals[NOTE_ACTIVATED],
                   0,
                   ibid_text_layout_get_marker (self->layout, index)->note,
                   by_key);
    return TRUE;
  }
  block = ibid_text_layout_get_block (self->layout,
                                      ibid_text_layout_block_at (self->layout, offset));
  if (block->kind == IBID_BLOCK_REFERENCE && offset < block->start + block->prefix_length) {
    g_signal_emit (self, signals[REFERENCE_ACTIVATED], 0, block->passage);
    return TRUE;
  }
  passage = ibid_text_layout_to_model (self->layout, offset, &in_passage);
  uri = passage != NULL ? ibid_passage_get_link (passage, in_passage) : NULL;
  if (uri != NULL)
    g_signal_emit (self, signals[LINK_ACTIVATED], 0, uri);
  return uri != NULL;
}

void
ibid_text_view_get_marker_area (IbidTextView *self, guint index, GdkRectangle *area)
{
  const IbidMarker *marker;
  GdkRectangle end_area;
  GtkTextIter iter;

  g_return_if_fail (IBID_IS_TEXT_VIEW (self) && self->layout != NULL);
  marker = ibid_text_layout_get_marker (self->layout, index);
  get_iter (self, marker->start, &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, area);
  gtk_text_iter_forward_chars (&iter, (int)marker->length);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &end_area);
  if (end_area.y == area->y)
    area->width = MAX (end_area.x - area->x, 1);
  gtk_text_view_buffer_to_window_coords (
      GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, area->x, area->y, &area->x, &area->y);
}

/* --- Look ---------------------------------------------------------------------------------- */

/* Of the font that was set: the widget's own context follows only with the next frame. */
static PangoFontMetrics *
load_metrics (IbidTextView *self)
{
  return pango_context_get_metrics (
      gtk_widget_get_pango_context (GTK_WIDGET (self)), self->font, NULL);
}

static void
update_look (IbidTextView *self)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = load_metrics (self);
  int natural = PANGO_PIXELS (pango_font_metrics_get_ascent (metrics) +
                              pango_font_metrics_get_descent (metrics));
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  int size = PANGO_PIXELS (
      pango_font_description_get_size (pango_context_get_font_description (context)));
  IbidTextMetrics look = {.margin = MARGIN};
  GdkRGBA text;

  if (!pango_font_description_get_size_is_absolute (pango_context_get_font_description (context)))
    size = size * 96 / 72;
  look.char_width = PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics));
  pango_font_metrics_unref (metrics);
  look.font_size = MAX (size, 1);
  look.line_height = MAX ((int)(look.font_size * self->line_height), natural);
  gtk_style_context_get_color (style, &text);
  if (!gtk_style_context_lookup_color (style, "accent_color", &look.accent))
    look.accent = text;
  look.dim = text;
  look.dim.alpha *= 0.65f;
  ibid_text_tags_update (self->tags, &look);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self), look.line_height - natural);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (self),
                                        look.line_height - natural + look.line_height / 2);
}

static void
ibid_text_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  IbidTextView *self = IBID_TEXT_VIEW (widget);

  GTK_WIDGET_CLASS (ibid_text_view_parent_class)->css_changed (widget, change);
  if (self->tags != NULL)
    update_look (self);
}

void
ibid_text_view_set_font (
    IbidTextView *self, const char *family, double size, double zoom, double line_height)
{
  g_return_if_fail (IBID_IS_TEXT_VIEW (self));
  if (!self->is_held)
    remember_anchor (self);
  self->is_held = TRUE;
  self->size = size * zoom;
  self->line_height = line_height;
  g_clear_pointer (&self->font, pango_font_description_free);
  self->font = pango_font_description_new ();
  pango_font_description_set_family (self->font, family != NULL ? family : "Serif");
  pango_font_description_set_size (self->font, (int)(self->size * PANGO_SCALE));
  ibid_font_css_load (self->font_provider, family, self->size);
  update_look (self);
}

int
ibid_text_view_measure_column (IbidTextView *self, int n_characters)
{
  PangoFontMetrics *metrics;
  int width;

  g_return_val_if_fail (IBID_IS_TEXT_VIEW (self), 0);
  metrics = load_metrics (self);
  width = pango_font_metrics_get_approximate_char_width (metrics) * n_characters;
  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS (width) + 2 * MARGIN;
}

/* --- Widget -------------------------------------------------------------------------------- */

static void
ibid_text_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  IbidTextView *self = IBID_TEXT_VIEW (widget);

  GTK_WIDGET_CLASS (ibid_text_view_parent_class)->size_allocate (widget, width, height, baseline);
  if (width != self->width)
    self->is_held = TRUE;
  self->width = width;
  if (self->landing > 0 && height > 0) {
    self->anchor_y = (int)(height * self->landing);
    self->landing = 0;
  }
  if (self->is_held || self->anchor == G_MAXUINT)
    restore_anchor (self);
}

static void
ibid_text_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  IbidTextView *self = IBID_TEXT_VIEW (view);
  GdkRectangle visible;
  GtkTextIter first;
  GtkTextIter last;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT || self->layout == NULL)
    return;
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_at_location (view, &first, visible.x, visible.y);
  gtk_text_view_backward_display_line_start (view, &first);
  gtk_text_view_get_iter_at_location (view, &last, visible.x, visible.y + visible.height);
  gtk_text_view_forward_display_line_end (view, &last);
  ibid_text_lights_snapshot (self->lights,
                             snapshot,
                             (guint)gtk_text_iter_get_offset (&first),
                             (guint)gtk_text_iter_get_offset (&last));
}

char *
ibid_text_view_dup_selection (IbidTextView *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (IBID_IS_TEXT_VIEW (self), NULL);
  if (self->layout == NULL || !gtk_text_buffer_get_selection_bounds (
                                  gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start, &end))
    return NULL;
  return ibid_text_layout_dup_text (self->layout,
                                    (guint)gtk_text_iter_get_offset (&start),
                                    (guint)gtk_text_iter_get_offset (&end));
}

static void
ibid_text_view_copy_clipboard (GtkTextView *view)
{
  g_autofree char *text = ibid_text_view_dup_selection (IBID_TEXT_VIEW (view));

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), text);
}

static void
ibid_text_view_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ibid_text_view_parent_class)->realize (widget);
  ibid_text_selection_take_over (IBID_TEXT_VIEW (widget)->selection,
                                 gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)));
}

static void
ibid_text_view_unrealize (GtkWidget *widget)
{
  ibid_text_selection_hand_back (IBID_TEXT_VIEW (widget)->selection);
  GTK_WIDGET_CLASS (ibid_text_view_parent_class)->unrealize (widget);
}

static void
exchange_buffer (IbidTextView *self, GtkTextBuffer *buffer)
{
  gboolean is_realized = gtk_widget_get_realized (GTK_WIDGET (self));

  if (is_realized)
    ibid_text_selection_hand_back (self->selection);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self), buffer);
  if (is_realized)
    ibid_text_selection_take_over (self->selection, buffer);
}

static void
adjustment_set_cb (IbidTextView *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, adjusted_cb, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_object (
      adjustment, "value-changed", G_CALLBACK (adjusted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      adjustment, "changed", G_CALLBACK (adjusted_cb), self, G_CONNECT_SWAPPED);
}

static void
ibid_text_view_dispose (GObject *object)
{
  IbidTextView *self = IBID_TEXT_VIEW (object);

  g_clear_handle_id (&self->moved_id, g_source_remove);
  if (self->lights != NULL)
    ibid_text_lights_flash (self->lights, (IbidLight){0, 0});
  g_clear_object (&self->keys);
  g_clear_object (&self->pointer);
  g_clear_object (&self->filler);
  g_clear_object (&self->lights);
  g_clear_object (&self->layout);
  g_clear_object (&self->tags);
  g_clear_object (&self->font_provider);
  g_clear_object (&self->adjustment);
  G_OBJECT_CLASS (ibid_text_view_parent_class)->dispose (object);
}

/* Unrealizing, a part of disposing, still needs the selection. */
static void
ibid_text_view_finalize (GObject *object)
{
  IbidTextView *self = IBID_TEXT_VIEW (object);

  g_clear_object (&self->selection);
  g_clear_pointer (&self->font, pango_font_description_free);
  G_OBJECT_CLASS (ibid_text_view_parent_class)->finalize (object);
}

static void
ibid_text_view_class_init (IbidTextViewClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ibid_text_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = ibid_text_view_finalize;
  GTK_WIDGET_CLASS (klass)->css_changed = ibid_text_view_css_changed;
  GTK_WIDGET_CLASS (klass)->realize = ibid_text_view_realize;
  GTK_WIDGET_CLASS (klass)->unrealize = ibid_text_view_unrealize;
  GTK_WIDGET_CLASS (klass)->size_allocate = ibid_text_view_size_allocate;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = ibid_text_view_snapshot_layer;
  GTK_TEXT_VIEW_CLASS (klass)->copy_clipboard = ibid_text_view_copy_clipboard;

  signals[NOTE_ACTIVATED] = g_signal_new ("note-activated",
                                          type,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          2,
                                          IBID_TYPE_NOTE,
                                          G_TYPE_BOOLEAN);
  signals[REFERENCE_ACTIVATED] = g_signal_new ("reference-activated",
                                               type,
                                               G_SIGNAL_RUN_LAST,
                                               0,
                                               NULL,
                                               NULL,
                                               NULL,
                                               G_TYPE_NONE,
                                               1,
                                               IBID_TYPE_REFERENCE);
  signals[LINK_ACTIVATED] = g_signal_new ("link-activated",
                                          type,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          G_TYPE_STRING);
  signals[NOTE_HOVERED] = g_signal_new (
      "note-hovered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, IBID_TYPE_NOTE);
  signals[MOVED] = g_signal_new (
      "moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NUMBER_TYPED] = g_signal_new (
      "number-typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ibid_text_view_init (IbidTextView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->held = G_MAXUINT;
  self->anchor = G_MAXUINT;
  self->size = 12;
  self->line_height = 1.5;
  self->tags = ibid_text_tags_new ();
  self->lights = ibid_text_lights_new (view);
  self->font_provider = gtk_css_provider_new ();
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                  GTK_STYLE_PROVIDER (self->font_provider),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, MARGIN);
  gtk_text_view_set_right_margin (view, MARGIN);
  gtk_text_view_set_top_margin (view, 24);
  gtk_text_view_set_bottom_margin (view, 96);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Text"), -1);
  self->selection = ibid_text_selection_new (self);
  self->keys = ibid_text_keys_new (self);
  self->pointer = ibid_text_pointer_new (self);
  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (adjustment_set_cb), NULL);
}

GtkWidget *
ibid_text_view_new (void)
{
  return g_object_new (IBID_TYPE_TEXT_VIEW, NULL);
}

void
ibid_text_view_set_layout (IbidTextView *self, IbidTextLayout *layout)
{
  g_autoptr (GtkTextBuffer) buffer = NULL;
  GtkTextIter start;

  g_return_if_fail (IBID_IS_TEXT_VIEW (self));
  ibid_text_pointer_forget (self->pointer);
  ibid_compat_forget_links (GTK_WIDGET (self));
  g_clear_object (&self->filler);
  g_set_object (&self->layout, layout);
  ibid_text_lights_flash (self->lights, (IbidLight){0, 0});
  ibid_text_lights_set_claim (self->lights, (IbidLight){0, 0});
  ibid_text_lights_take_rings (self->lights, NULL);
  ibid_text_lights_take_hits (self->lights, NULL, G_MAXUINT);
  self->held = G_MAXUINT;
  self->anchor = G_MAXUINT;
  buffer = gtk_text_buffer_new (ibid_text_tags_get_table (self->tags));
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  exchange_buffer (self, buffer);
  g_signal_connect_object (
      buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
  if (layout == NULL)
    return;
  self->filler = ibid_text_filler_new (buffer, self->tags, self->layout);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

void
ibid_text_view_fill (IbidTextView *self)
{
  g_return_if_fail (IBID_IS_TEXT_VIEW (self));
  if (self->filler != NULL)
    ibid_text_filler_ensure (self->filler, ibid_text_layout_get_length (self->layout));
}

IbidTextLayout *
ibid_text_view_get_layout (IbidTextView *self)
{
  g_return_val_if_fail (IBID_IS_TEXT_VIEW (self), NULL);
  return self->layout;
}

IbidTextLights *
ibid_text_view_get_lights (IbidTextView *self)
{
  g_return_val_if_fail (IBID_IS_TEXT_VIEW (self), NULL);
  return self->lights;
}
