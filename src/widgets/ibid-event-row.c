/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-event-row.h"

#include "widgets/ibid-drawing.h"
#include "widgets/ibid-event-text.h"
#include "widgets/ibid-labels.h"
#include <string.h>

#define MARGIN 6       /* above and below */
#define GAP 12         /* between columns */
#define PILL_GAP 6     /* between pills, and above them */
#define PILL_PADDING 7 /* beside a pill's text */
#define MAX_TITLE_LINES 2
#define MAX_COUNTED 2048  /* bytes of a title that are laid out to count its lines */
#define MAX_SMALL_LINES 2 /* of the date and of the notes */
#define MIN_TITLE_WIDTH 80

struct _IbidEventRow {
  GtkWidget parent_instance;
  IbidEvent *event;
  int title_width; /* for which title_lines was found; -1 for none */
  int title_lines;
};

G_DEFINE_FINAL_TYPE (IbidEventRow, ibid_event_row, GTK_TYPE_WIDGET)

/* What rows of one font have in common. Found once and not by every row, and used as long as the
 * font stays the same. */
typedef struct {
  PangoFontDescription *font;
  double resolution;
  PangoLayout *title;   /* to count lines with */
  GHashTable *advances; /* character → its width in Pango units */
  int title_height;     /* of one line */
  int small_height;
  int date_width;
  int notes_width;
} Metrics;

static int
measure_small (GtkWidget *widget, const char *text, int *height)
{
  g_autoptr (PangoLayout) layout = ibid_drawing_create_small_layout (widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, height);
  return width;
}

static void
limit_lines (PangoLayout *layout, int width, int n_lines)
{
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_height (layout, -n_lines);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
}

static void
fill_metrics (Metrics *metrics, GtkWidget *widget, PangoContext *context)
{
  /* As wide as dates commonly get; wider ones are wrapped. */
  const IbidDatePoint day = {.year = 2000, .month = 12, .day = 26, .year_width = 1};
  const IbidDate date = {.start = day, .end = day};
  g_autofree char *label = ibid_label_date_short (&date);

  g_clear_pointer (&metrics->font, pango_font_description_free);
  g_clear_object (&metrics->title);
  g_clear_pointer (&metrics->advances, g_hash_table_unref);
  metrics->advances = g_hash_table_new (NULL, NULL);
  metrics->font = pango_font_description_copy (pango_context_get_font_description (context));
  metrics->resolution = pango_cairo_context_get_resolution (context);
  metrics->title = ibid_drawing_create_layout (widget, "0");
  pango_layout_set_single_paragraph_mode (metrics->title, TRUE);
  pango_layout_get_pixel_size (metrics->title, NULL, &metrics->title_height);
  metrics->date_width = measure_small (widget, label, &metrics->small_height);
  metrics->notes_width = measure_small (widget, "000", NULL);
}

static const Metrics *
get_metrics (GtkWidget *widget)
{
  static Metrics metrics;
  PangoContext *context = gtk_widget_get_pango_context (widget);

  if (metrics.font == NULL || metrics.resolution != pango_cairo_context_get_resolution (context) ||
      !pango_font_description_equal (metrics.font, pango_context_get_font_description (context)))
    fill_metrics (&metrics, widget, context);
  return &metrics;
}

static gboolean
has_actors (IbidEventRow *self)
{
  return self->event != NULL && ibid_list_get_length (ibid_event_get_actors (self->event)) > 0;
}

static int
get_title_width (const Metrics *metrics, int width)
{
  return MAX (width - metrics->date_width - metrics->notes_width - 2 * GAP, MIN_TITLE_WIDTH);
}

/* In scripts where the width of a text is about the sum of its characters'. */
static gboolean
is_simple (gunichar c)
{
  return (c >= 0x20 && c < 0x300) || (c >= 0x370 && c < 0x483) || (c >= 0x2010 && c <= 0x2026) ||
         (c >= 0x3000 && c < 0x3099) || (c >= 0x309b && c < 0xa000);
}

static int
get_advance (const Metrics *metrics, gunichar c)
{
  int width = GPOINTER_TO_INT (g_hash_table_lookup (metrics->advances, GUINT_TO_POINTER (c)));
  char utf8[6];

  if (width == 0) {
    pango_layout_set_width (metrics->title, -1);
    pango_layout_set_text (metrics->title, utf8, g_unichar_to_utf8 (c, utf8));
    pango_layout_get_size (metrics->title, &width, NULL);
    g_hash_table_insert (metrics->advances, GUINT_TO_POINTER (c), GINT_TO_POINTER (MAX (width, 1)));
  }
  return width;
}

/* About how wide `text` is in one line, or just more than `limit`; -1 when only Pango can tell. */
static int
estimate_width (const Metrics *metrics, const char *text, int limit)
{
  int width = 0;

  for (const char *p = text; *p != '\0' && width <= limit; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!is_simple (c))
      return -1;
    width += get_advance (metrics, c);
  }
  return width;
}

/* In a column of a few words, as in a narrow window with large text, a title takes more lines. */
static int
get_most_lines (const Metrics *metrics, int title_width)
{
  return title_width < 8 * metrics->title_height ? 2 * MAX_TITLE_LINES : MAX_TITLE_LINES;
}

/* A title that clearly fits into a line, or clearly does not, needs no layout: this is asked for
 * 200 rows at every key. */
static int
count_title_lines (const Metrics *metrics, const char *title, int title_width)
{
  int tolerance = title_width * PANGO_SCALE / 32;
  int limit = title_width * PANGO_SCALE + tolerance;
  int estimate = estimate_width (metrics, title, limit);
  int most = get_most_lines (metrics, title_width);

  if (estimate > limit && most == MAX_TITLE_LINES)
    return MAX_TITLE_LINES;
  if (estimate >= 0 && estimate < limit - 2 * tolerance)
    return 1;
  if (strlen (title) > MAX_COUNTED)
    return most;
  pango_layout_set_text (metrics->title, title, -1);
  limit_lines (metrics->title, title_width, most);
  return pango_layout_get_line_count (metrics->title);
}

static int
get_title_lines (IbidEventRow *self, const Metrics *metrics, int title_width)
{
  if (self->title_width != title_width) {
    self->title_lines = count_title_lines (
        metrics, ibid_event_get_title (self->event), title_width);
    self->title_width = title_width;
  }
  return self->title_lines;
}

static int
get_pill_height (const Metrics *metrics)
{
  return metrics->small_height + 2;
}

static int
get_height (IbidEventRow *self, const Metrics *metrics, int width)
{
  int height = metrics->title_height;

  if (self->event != NULL)
    height *= get_title_lines (self, metrics, get_title_width (metrics, width));
  if (has_actors (self))
    height += PILL_GAP + get_pill_height (metrics);
  return height + 2 * MARGIN;
}

static void
ibid_event_row_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  const Metrics *metrics = get_metrics (widget);
  int min_width = metrics->date_width + metrics->notes_width + 2 * GAP + MIN_TITLE_WIDTH;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = min_width;
  else
    *minimum = *natural = get_height (IBID_EVENT_ROW (widget), metrics, MAX (for_size, min_width));
}

static GtkSizeRequestMode
ibid_event_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Everything below draws. `x` counts from the start of the row, left or right. */
typedef struct {
  GtkWidget *widget;
  GtkSnapshot *snapshot;
  const Metrics *metrics;
  GdkRGBA color;
  GdkRGBA dim_color;
  GdkRGBA accent_color;
  GdkRGBA pill_color;
  GdkRGBA pill_border; /* transparent but in high contrast */
  int width;
} Drawing;

static void
draw_layout (
    Drawing *drawing, PangoLayout *layout, const GdkRGBA *color, double x, double y, double width)
{
  if (gtk_widget_get_direction (drawing->widget) == GTK_TEXT_DIR_RTL)
    x = drawing->width - x - width;
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)y));
  gtk_snapshot_append_layout (drawing->snapshot, layout, color);
  gtk_snapshot_restore (drawing->snapshot);
}

/* Pango turns the alignment round where the text's direction is not the widget's; so do we, to
 * have columns begin and end at the same edge in every row. */
static void
align (Drawing *drawing, PangoLayout *layout, gboolean at_end)
{
  gboolean is_rtl = gtk_widget_get_direction (drawing->widget) == GTK_TEXT_DIR_RTL;
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  gboolean is_text_rtl = pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;
  gboolean is_right = (is_rtl != at_end) != (is_rtl != is_text_rtl);

  pango_layout_set_alignment (layout, is_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

static int
get_baseline (PangoLayout *layout)
{
  return PANGO_PIXELS (pango_layout_get_baseline (layout));
}

/* Small text on the first line of the title. */
static void
draw_column (Drawing *drawing,
             const char *text,
             const GdkRGBA *color,
             double x,
             int width,
             int baseline,
             gboolean is_at_end)
{
  g_autoptr (PangoLayout) layout = ibid_drawing_create_small_layout (drawing->widget, text);

  limit_lines (layout, width, MAX_SMALL_LINES);
  align (drawing, layout, is_at_end);
  draw_layout (drawing, layout, color, x, MARGIN + baseline - get_baseline (layout), width);
}

static void
draw_pill (Drawing *drawing, PangoLayout *layout, double x, double y, double width)
{
  const float border[] = {1, 1, 1, 1};
  int height = get_pill_height (drawing->metrics);
  GdkRGBA colors[] = {
      drawing->pill_border, drawing->pill_border, drawing->pill_border, drawing->pill_border};
  gboolean is_rtl = gtk_widget_get_direction (drawing->widget) == GTK_TEXT_DIR_RTL;
  graphene_rect_t area;
  GskRoundedRect shape;

  graphene_rect_init (
      &area, is_rtl ? drawing->width - x - width : x, y, (float)width, (float)height);
  gsk_rounded_rect_init_from_rect (&shape, &area, height / 2.0F);
  gtk_snapshot_push_rounded_clip (drawing->snapshot, &shape);
  gtk_snapshot_append_color (drawing->snapshot, &drawing->pill_color, &area);
  gtk_snapshot_pop (drawing->snapshot);
  if (drawing->pill_border.alpha > 0)
    gtk_snapshot_append_border (drawing->snapshot, &shape, border, colors);
  draw_layout (
      drawing, layout, &drawing->dim_color, x + PILL_PADDING, y + 1, width - 2 * PILL_PADDING);
}

/* As many as fit in one line; for the others "+2". */
static void
draw_pills (Drawing *drawing, IbidList *actors, double x, double y, double limit)
{
  guint n_actors = ibid_list_get_length (actors);

  for (guint i = 0; i < n_actors; i++) {
    const char *name = ibid_actor_get_name (ibid_list_get (actors, i));
    g_autofree char *others = g_strdup_printf ("+%'u", n_actors - i);
    g_autoptr (PangoLayout) layout = ibid_drawing_create_small_layout (drawing->widget, name);
    int reserve = i + 1 < n_actors ? measure_small (drawing->widget, others, NULL) + PILL_GAP : 0;
    int available = (int)(limit - x) - reserve - 2 * PILL_PADDING;
    int width;

    pango_layout_set_single_paragraph_mode (layout, TRUE);
    pango_layout_get_pixel_size (layout, &width, NULL);
    if (width > available && i > 0) {
      pango_layout_set_text (layout, others, -1);
      draw_layout (drawing, layout, &drawing->dim_color, x, y + 1, limit - x);
      return;
    }
    if (width > available) {
      width = MAX (available, 1);
      limit_lines (layout, width, 1);
    }
    draw_pill (drawing, layout, x, y, width + 2 * PILL_PADDING);
    x += width + 2 * PILL_PADDING + PILL_GAP;
  }
}

static void
start_drawing (Drawing *drawing, GtkWidget *widget, GtkSnapshot *snapshot)
{
  drawing->widget = widget;
  drawing->snapshot = snapshot;
  drawing->metrics = get_metrics (widget);
  drawing->width = gtk_widget_get_width (widget);
  drawing->color = ibid_drawing_get_color (widget, NULL, 1, 1);
  drawing->dim_color = ibid_drawing_get_color (widget, NULL, 0.65, 1);
  drawing->accent_color = ibid_drawing_get_color (widget, "accent_color", 1, 1);
  drawing->pill_color = ibid_drawing_get_color (widget, NULL, 0.08, 0);
  drawing->pill_border = ibid_drawing_get_color (widget, NULL, 0, 0.8);
}

static void
ibid_event_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IbidEventRow *self = IBID_EVENT_ROW (widget);
  Drawing drawing;
  int title_x;
  int title_width;
  int baseline;
  g_autoptr (PangoLayout) title = NULL;
  g_autofree char *date = NULL;
  g_autofree char *notes = NULL;

  if (self->event == NULL)
    return;
  start_drawing (&drawing, widget, snapshot);
  date = ibid_label_date_short (ibid_event_get_date (self->event));
  notes = ibid_event_text_dup_notes (self->event, "\n", MAX_SMALL_LINES);
  title_x = drawing.metrics->date_width + GAP;
  title_width = get_title_width (drawing.metrics, drawing.width);
  title = ibid_drawing_create_layout (widget, ibid_event_get_title (self->event));
  pango_layout_set_single_paragraph_mode (title, TRUE);
  limit_lines (title, title_width, get_most_lines (drawing.metrics, title_width));
  align (&drawing, title, FALSE);
  baseline = get_baseline (title);

  draw_column (&drawing, date, &drawing.dim_color, 0, drawing.metrics->date_width, baseline, FALSE);
  draw_layout (&drawing, title, &drawing.color, title_x, MARGIN, title_width);
  draw_column (&drawing,
               notes,
               &drawing.accent_color,
               title_x + title_width + GAP,
               drawing.metrics->notes_width,
               baseline,
               TRUE);
  draw_pills (&drawing,
              ibid_event_get_actors (self->event),
              title_x,
              MARGIN +
                  get_title_lines (self, drawing.metrics, title_width) *
                      drawing.metrics->title_height +
                  PILL_GAP,
              drawing.width);
}

static void
ibid_event_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ibid_event_row_parent_class)->css_changed (widget, change);
  IBID_EVENT_ROW (widget)->title_width = -1;
}

static void
ibid_event_row_dispose (GObject *object)
{
  g_clear_object (&IBID_EVENT_ROW (object)->event);
  G_OBJECT_CLASS (ibid_event_row_parent_class)->dispose (object);
}

static void
ibid_event_row_class_init (IbidEventRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ibid_event_row_dispose;
  widget_class->measure = ibid_event_row_measure;
  widget_class->get_request_mode = ibid_event_row_get_request_mode;
  widget_class->snapshot = ibid_event_row_snapshot;
  widget_class->css_changed = ibid_event_row_css_changed;
  gtk_widget_class_set_css_name (widget_class, "eventrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ibid_event_row_init (IbidEventRow *self)
{
  self->title_width = -1;
}

GtkWidget *
ibid_event_row_new (void)
{
  return g_object_new (IBID_TYPE_EVENT_ROW, NULL);
}

IbidEvent *
ibid_event_row_get_event (IbidEventRow *self)
{
  g_return_val_if_fail (IBID_IS_EVENT_ROW (self), NULL);
  return self->event;
}

static void
name_parent (IbidEventRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *label = NULL;

  if (parent == NULL)
    return;
  label = ibid_event_text_dup_label (self->event);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
ibid_event_row_set_event (IbidEventRow *self, IbidEvent *event)
{
  int old_height = 0;
  int width;

  g_return_if_fail (IBID_IS_EVENT_ROW (self));
  if (self->event == event)
    return;
  width = gtk_widget_get_width (GTK_WIDGET (self));
  if (width > 0)
    old_height = get_height (self, get_metrics (GTK_WIDGET (self)), width);
  g_set_object (&self->event, event);
  self->title_width = -1;
  if (event == NULL)
    return;
  name_parent (self);
  /* Another event of the same height, which most are, needs no new layout of the list. */
  if (width > 0 && get_height (self, get_metrics (GTK_WIDGET (self)), width) == old_height)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  else
    gtk_widget_queue_resize (GTK_WIDGET (self));
}
