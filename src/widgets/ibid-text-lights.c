/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-text-lights.h"

#include "widgets/ibid-compat.h"

#define FLASH_MICROSECONDS 900000
#define CLAIM_ALPHA 0.12f
#define HIT_ALPHA 0.35f
#define FLASH_ALPHA 0.40f
#define RING_ALPHA 0.75f
#define CORNER 3.0f

struct _IbidTextLights {
  GObject parent_instance;
  GtkTextView *view; /* borrowed: owns this */
  IbidLight claim;
  IbidLight hover;
  IbidLight flash;
  GArray *rings;
  GArray *hits;
  guint current_hit;
  double flash_strength; /* 1 down to 0 */
  gint64 flash_start;
  guint flash_id;
};

G_DEFINE_FINAL_TYPE (IbidTextLights, ibid_text_lights, G_TYPE_OBJECT)

typedef enum { SHAPE_FILL, SHAPE_RING, SHAPE_UNDERLINE } Shape;

static void
stop_flash (IbidTextLights *self)
{
  if (self->flash_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->flash_id);
  self->flash_id = 0;
  self->flash = (IbidLight){0, 0};
}

static void
ibid_text_lights_finalize (GObject *object)
{
  IbidTextLights *self = IBID_TEXT_LIGHTS (object);

  g_clear_pointer (&self->rings, g_array_unref);
  g_clear_pointer (&self->hits, g_array_unref);
  G_OBJECT_CLASS (ibid_text_lights_parent_class)->finalize (object);
}

static void
ibid_text_lights_class_init (IbidTextLightsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ibid_text_lights_finalize;
}

static void
ibid_text_lights_init (IbidTextLights *self)
{
  self->current_hit = G_MAXUINT;
}

IbidTextLights *
ibid_text_lights_new (GtkTextView *view)
{
  IbidTextLights *self = g_object_new (IBID_TYPE_TEXT_LIGHTS, NULL);

  self->view = view;
  return self;
}

static void
redraw (IbidTextLights *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

void
ibid_text_lights_set_claim (IbidTextLights *self, IbidLight claim)
{
  g_return_if_fail (IBID_IS_TEXT_LIGHTS (self));
  self->claim = claim;
  redraw (self);
}

void
ibid_text_lights_set_hover (IbidTextLights *self, IbidLight hover)
{
  g_return_if_fail (IBID_IS_TEXT_LIGHTS (self));
  if (self->hover.start == hover.start && self->hover.end == hover.end)
    return;
  self->hover = hover;
  redraw (self);
}

void
ibid_text_lights_take_rings (IbidTextLights *self, GArray *rings)
{
  g_return_if_fail (IBID_IS_TEXT_LIGHTS (self));
  g_clear_pointer (&self->rings, g_array_unref);
  self->rings = rings;
  redraw (self);
}

void
ibid_text_lights_take_hits (IbidTextLights *self, GArray *hits, guint current)
{
  g_return_if_fail (IBID_IS_TEXT_LIGHTS (self));
  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = hits;
  self->current_hit = current;
  redraw (self);
}

void
ibid_text_lights_set_current_hit (IbidTextLights *self, guint current)
{
  g_return_if_fail (IBID_IS_TEXT_LIGHTS (self));
  self->current_hit = current;
  redraw (self);
}

static gboolean
flash_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  IbidTextLights *self = data;
  double passed = (double)(gdk_frame_clock_get_frame_time (clock) - self->flash_start) /
                  FLASH_MICROSECONDS;

  if (passed >= 1.0) {
    self->flash_id = 0;
    self->flash = (IbidLight){0, 0};
    redraw (self);
    return G_SOURCE_REMOVE;
  }
  if (ibid_compat_wants_motion (widget)) {
    self->flash_strength = 1.0 - passed * passed;
    redraw (self);
  }
  return G_SOURCE_CONTINUE;
}

void
ibid_text_lights_flash (IbidTextLights *self, IbidLight flash)
{
  g_return_if_fail (IBID_IS_TEXT_LIGHTS (self));
  stop_flash (self);
  self->flash = flash;
  self->flash_strength = 1.0;
  self->flash_start = g_get_monotonic_time ();
  if (flash.start < flash.end)
    self->flash_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), flash_cb, self, NULL);
  redraw (self);
}

/* --- Drawing ------------------------------------------------------------------------------- */

static void
draw_shape (GtkSnapshot *snapshot, Shape shape, const graphene_rect_t *area, const GdkRGBA *colour)
{
  GskRoundedRect rounded;

  if (shape == SHAPE_UNDERLINE) {
    gtk_snapshot_append_color (
        snapshot,
        colour,
        &GRAPHENE_RECT_INIT (
            area->origin.x, area->origin.y + area->size.height - 2, area->size.width, 1));
    return;
  }
  gsk_rounded_rect_init_from_rect (&rounded, area, CORNER);
  if (shape == SHAPE_FILL) {
    gtk_snapshot_push_rounded_clip (snapshot, &rounded);
    gtk_snapshot_append_color (snapshot, colour, area);
    gtk_snapshot_pop (snapshot);
  } else {
    gtk_snapshot_append_border (snapshot,
                                &rounded,
                                (float[4]){1, 1, 1, 1},
                                (GdkRGBA[4]){*colour, *colour, *colour, *colour});
  }
}

/* The right edge (left in right-to-left text) of what ends before `end` on the line of `from`. */
static int
get_edge (IbidTextLights *self, const GdkRectangle *from, GtkTextIter end)
{
  GdkRectangle to;

  gtk_text_view_get_iter_location (self->view, &end, &to);
  if (to.y == from->y)
    return to.x;
  /* It is the start of the next line already: measure the character before. */
  gtk_text_iter_backward_char (&end);
  gtk_text_view_get_iter_location (self->view, &end, &to);
  return to.x + to.width;
}

/* One area for each line on the screen that the range touches. */
static void
draw_range (IbidTextLights *self,
            GtkSnapshot *snapshot,
            Shape shape,
            IbidLight light,
            const GdkRGBA *colour)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  int outset = shape == SHAPE_RING ? 2 : 1;
  GtkTextIter iter;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int)light.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int)light.end);
  while (gtk_text_iter_compare (&iter, &end) < 0) {
    GtkTextIter line_end = iter;
    GdkRectangle from;
    graphene_rect_t area;
    int edge;

    /* Ends at the line's last character, which is the blank where the line is wrapped. */
    gtk_text_view_forward_display_line_end (self->view, &line_end);
    if (gtk_text_iter_compare (&line_end, &end) > 0)
      line_end = end;
    gtk_text_view_get_iter_location (self->view, &iter, &from);
    edge = get_edge (self, &from, line_end);
    graphene_rect_init (&area,
                        (float)MIN (from.x, edge) - outset,
                        (float)from.y,
                        (float)ABS (edge - from.x) + 2 * outset,
                        (float)from.height);
    draw_shape (snapshot, shape, &area, colour);
    iter = line_end;
    if (!gtk_text_iter_forward_char (&iter))
      break;
  }
}

static gboolean
is_visible (IbidLight light, guint first, guint last)
{
  return light.start < light.end && light.start <= last && light.end >= first;
}

static void
draw_visible (IbidTextLights *self,
              GtkSnapshot *snapshot,
              Shape shape,
              IbidLight light,
              guint first,
              guint last,
              GdkRGBA colour,
              float alpha)
{
  if (!is_visible (light, first, last))
    return;
  light.start = MAX (light.start, first);
  light.end = MIN (light.end, last);
  colour.alpha *= alpha;
  draw_range (self, snapshot, shape, light, &colour);
}

/* Lights are ascending: finds the first one that ends behind `first`. */
static guint
find_first (GArray *lights, guint first)
{
  guint low = 0;
  guint high = lights->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (lights, IbidLight, middle).end < first)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void
look_up_colour (IbidTextLights *self, const char *name, const char *fallback, GdkRGBA *colour)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self->view));

  if (!gtk_style_context_lookup_color (style, name, colour))
    gdk_rgba_parse (colour, fallback);
}

static void
draw_hits (
    IbidTextLights *self, GtkSnapshot *snapshot, guint first, guint last, const GdkRGBA *colour)
{
  for (guint i = find_first (self->hits, first); i < self->hits->len; i++) {
    IbidLight hit = g_array_index (self->hits, IbidLight, i);

    if (hit.start > last)
      break;
    draw_visible (self,
                  snapshot,
                  SHAPE_FILL,
                  hit,
                  first,
                  last,
                  *colour,
                  i == self->current_hit ? 2 * HIT_ALPHA : HIT_ALPHA);
  }
}

void
ibid_text_lights_snapshot (IbidTextLights *self, GtkSnapshot *snapshot, guint first, guint last)
{
  GdkRGBA accent;
  GdkRGBA warning;

  g_return_if_fail (IBID_IS_TEXT_LIGHTS (self));
  look_up_colour (self, "accent_color", "#1c71d8", &accent);
  look_up_colour (self, "warning_bg_color", "#e5a50a", &warning);
  draw_visible (self, snapshot, SHAPE_FILL, self->claim, first, last, accent, CLAIM_ALPHA);
  draw_visible (self,
                snapshot,
                SHAPE_FILL,
                self->flash,
                first,
                last,
                accent,
                FLASH_ALPHA * (float)self->flash_strength);
  if (self->hits != NULL)
    draw_hits (self, snapshot, first, last, &warning);
  for (guint i = self->rings != NULL ? find_first (self->rings, first) : 0;
       self->rings != NULL && i < self->rings->len;
       i++) {
    IbidLight ring = g_array_index (self->rings, IbidLight, i);

    if (ring.start > last)
      break;
    draw_visible (self, snapshot, SHAPE_RING, ring, first, last, accent, RING_ALPHA);
  }
  draw_visible (self, snapshot, SHAPE_UNDERLINE, self->hover, first, last, accent, 1.0f);
}
