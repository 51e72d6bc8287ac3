/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "tools/contrast.h"

#include <math.h>
#include <string.h>

#define SCALE 3

/* Columns without ink that part two words; and what differs by less from the ground is none. */
#define WORD_GAP (3 * SCALE)
#define INK 8

/* Letters have soft edges: what has fewer pixels than this between two colours is a fill, a line or
 * a corner of one, such as that of a button that is down. */
#define LEAST_SOFT 0.05

/* What is cut off by the area's edge and narrower than this is not enough to be measured. */
#define LEAST_SIZE (4 * SCALE)

typedef struct {
  int left;
  int top;
  int right; /* not in it */
  int bottom;
} Box;

/* --- Drawing ------------------------------------------------------------------------------- */

static GdkTexture *
draw (GtkWidget *native, GdkPaintable *paintable, int width, int height)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderer *renderer = gsk_cairo_renderer_new ();
  graphene_rect_t viewport = GRAPHENE_RECT_INIT (0, 0, width * SCALE, height * SCALE);
  GskRenderNode *node;
  GdkTexture *texture;

  gtk_snapshot_scale (snapshot, SCALE, SCALE);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  g_assert_true (
      gsk_renderer_realize (renderer, gtk_native_get_surface (GTK_NATIVE (native)), NULL));
  texture = gsk_renderer_render_texture (renderer, node, &viewport);
  gsk_render_node_unref (node);
  gsk_renderer_unrealize (renderer);
  g_object_unref (renderer);
  return texture;
}

ContrastPicture *
contrast_picture_new (GtkWidget *native)
{
  ContrastPicture *self = g_new0 (ContrastPicture, 1);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (native);
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);
  g_autoptr (GdkTexture) texture = draw (native, paintable, width, height);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (native, native, &bounds));
  g_assert_cmpint ((int)bounds.size.width, ==, width);
  self->origin = bounds.origin;
  if (g_getenv ("CONTRAST_PICTURE") != NULL)
    gdk_texture_save_to_png (texture, g_getenv ("CONTRAST_PICTURE"));
  self->width = width * SCALE;
  self->height = height * SCALE;
  self->pixels = g_new (guint32, (gsize)self->width * (gsize)self->height);
  gdk_texture_download (texture, (guchar *)self->pixels, (gsize)self->width * sizeof (guint32));
  return self;
}

void
contrast_picture_free (ContrastPicture *self)
{
  g_free (self->pixels);
  g_free (self);
}

/* --- Colours ------------------------------------------------------------------------------- */

static double
get_luminance (guint32 pixel)
{
  static const double weights[] = {0.0722, 0.7152, 0.2126}; /* blue, green, red */
  double luminance = 0;

  for (int i = 0; i < 3; i++) {
    double part = (double)(pixel >> (8 * i) & 0xff) / 255.0;

    luminance += weights[i] * (part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
  }
  return luminance;
}

static double
get_contrast (guint32 a, guint32 b)
{
  double light = MAX (get_luminance (a), get_luminance (b));
  double dark = MIN (get_luminance (a), get_luminance (b));

  return (light + 0.05) / (dark + 0.05);
}

static guint32
get_pixel (ContrastPicture *self, int x, int y)
{
  return self->pixels[(gsize)y * (gsize)self->width + (gsize)x] & 0xffffff;
}

static gboolean
is_ink (guint32 pixel, guint32 ground)
{
  for (int i = 0; i < 24; i += 8)
    if (ABS ((int)(pixel >> i & 0xff) - (int)(ground >> i & 0xff)) > INK)
      return TRUE;
  return FALSE;
}

static guint32
find_ground (ContrastPicture *self, Box box)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint32 ground = 0;
  guint most = 0;

  for (int y = box.top; y < box.bottom; y++)
    for (int x = box.left; x < box.right; x++) {
      gpointer pixel = GUINT_TO_POINTER (get_pixel (self, x, y));
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pixel)) + 1;

      g_hash_table_insert (counts, pixel, GUINT_TO_POINTER (count));
      if (count > most) {
        most = count;
        ground = GPOINTER_TO_UINT (pixel);
      }
    }
  return ground;
}

/* Whether there is more in the box than two plain colours. */
static gboolean
is_word (ContrastPicture *self, Box box)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  int n_pixels = (box.right - box.left) * (box.bottom - box.top);
  guint first = 0;
  guint second = 0;
  GHashTableIter iter;
  gpointer value;

  for (int y = box.top; y < box.bottom; y++)
    for (int x = box.left; x < box.right; x++) {
      gpointer pixel = GUINT_TO_POINTER (get_pixel (self, x, y));
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pixel)) + 1;

      g_hash_table_insert (counts, pixel, GUINT_TO_POINTER (count));
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    guint count = GPOINTER_TO_UINT (value);

    if (count > first) {
      second = first;
      first = count;
    } else {
      second = MAX (second, count);
    }
  }
  return n_pixels - (int)(first + second) > LEAST_SOFT * n_pixels;
}

static double
find_strongest (ContrastPicture *self, Box box)
{
  guint32 ground = find_ground (self, box);
  guint32 last = ground;
  double strongest = 1;

  for (int y = box.top; y < box.bottom; y++)
    for (int x = box.left; x < box.right; x++) {
      guint32 pixel = get_pixel (self, x, y);

      if (pixel != last)
        strongest = MAX (strongest, get_contrast (pixel, ground));
      last = pixel;
    }
  return strongest;
}

/* --- Words --------------------------------------------------------------------------------- */

static Box
get_box (ContrastPicture *self, const graphene_rect_t *area)
{
  float x = area->origin.x - self->origin.x;
  float y = area->origin.y - self->origin.y;

  return (Box){
      CLAMP ((int)floorf (x * SCALE), 0, self->width),
      CLAMP ((int)floorf (y * SCALE), 0, self->height),
      CLAMP ((int)ceilf ((x + area->size.width) * SCALE), 0, self->width),
      CLAMP ((int)ceilf ((y + area->size.height) * SCALE), 0, self->height),
  };
}

static gboolean
has_ink (ContrastPicture *self, Box box, guint32 ground)
{
  for (int y = box.top; y < box.bottom; y++)
    for (int x = box.left; x < box.right; x++)
      if (is_ink (get_pixel (self, x, y), ground))
        return TRUE;
  return FALSE;
}

static gboolean
is_cut_off (Box word, Box area)
{
  return ((word.left == area.left || word.right == area.right) &&
          word.right - word.left < LEAST_SIZE) ||
         ((word.top == area.top || word.bottom == area.bottom) &&
          word.bottom - word.top < LEAST_SIZE);
}

/* The words of one line of text, which `line` is as high as, within `area`. */
static double
measure_line (ContrastPicture *self, Box line, Box area, guint32 ground, guint *n_words)
{
  double least = G_MAXDOUBLE;
  int start = -1;
  int end = -1;

  for (int x = line.left; x <= line.right + WORD_GAP; x++) {
    Box column = {x, line.top, x + 1, line.bottom};

    if (x < line.right && has_ink (self, column, ground)) {
      if (start < 0)
        start = x;
      end = x + 1;
    } else if (start >= 0 && x - end >= WORD_GAP) {
      Box word = {start, line.top, end, line.bottom};

      start = -1;
      if (is_cut_off (word, area) || !is_word (self, word))
        continue;
      least = MIN (least, find_strongest (self, word));
      (*n_words)++;
    }
  }
  return least;
}

double
contrast_picture_measure_words (ContrastPicture *self, const graphene_rect_t *area, guint *n_words)
{
  Box box = get_box (self, area);
  guint32 ground = find_ground (self, box);
  double least = G_MAXDOUBLE;
  int start = -1;

  *n_words = 0;
  for (int y = box.top; y <= box.bottom; y++) {
    Box row = {box.left, y, box.right, y + 1};

    if (y < box.bottom && has_ink (self, row, ground)) {
      if (start < 0)
        start = y;
    } else if (start >= 0) {
      Box line = {box.left, start, box.right, y};

      least = MIN (least, measure_line (self, line, box, ground, n_words));
      start = -1;
    }
  }
  return *n_words > 0 ? least : 1;
}

double
contrast_picture_measure_shape (ContrastPicture *self, const graphene_rect_t *area)
{
  return find_strongest (self, get_box (self, area));
}

double
contrast_picture_measure_change (ContrastPicture *self,
                                 ContrastPicture *before,
                                 const graphene_rect_t *area)
{
  Box box = get_box (self, area);
  double most = 1;

  g_return_val_if_fail (self->width == before->width && self->height == before->height, 1);
  for (int y = box.top; y < box.bottom; y++)
    for (int x = box.left; x < box.right; x++)
      most = MAX (most, get_contrast (get_pixel (self, x, y), get_pixel (before, x, y)));
  return most;
}
