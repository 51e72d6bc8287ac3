/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-wrap-layout.h"

#define SPACING 6

struct _IbidWrapLayout {
  GtkLayoutManager parent_instance;
  guint least_rows;
};

/* What there is to lay out. */
typedef struct {
  GPtrArray *children; /* GtkWidget, visible; borrowed */
  GArray *widths;      /* int, natural */
  guint least_rows;
  int least;  /* the widest minimum */
  int height; /* the greatest natural height */
} Children;

G_DEFINE_FINAL_TYPE (IbidWrapLayout, ibid_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum { PROP_LEAST_ROWS = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
children_init (Children *self, GtkLayoutManager *manager, GtkWidget *widget)
{
  *self = (Children){.children = g_ptr_array_new (),
                     .widths = g_array_new (FALSE, FALSE, sizeof (int)),
                     .least_rows = IBID_WRAP_LAYOUT (manager)->least_rows};
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int least;
    int width;
    int height;

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &width, NULL, NULL);
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
    g_ptr_array_add (self->children, child);
    g_array_append_val (self->widths, width);
    self->least = MAX (self->least, least);
    self->height = MAX (self->height, height);
  }
}

static void
children_clear (Children *self)
{
  g_ptr_array_unref (self->children);
  g_array_unref (self->widths);
}

static guint
get_most_columns (const Children *self)
{
  return MAX ((self->children->len + self->least_rows - 1) / self->least_rows, 1);
}

/* Of the row that begins with child `first`, with the spaces in it. */
static int
get_row_width (const Children *self, guint first, guint n_columns)
{
  guint n = MIN (n_columns, self->children->len - first);
  int width = (int)(n - 1) * SPACING;

  for (guint i = first; i < first + n; i++)
    width += g_array_index (self->widths, int, i);
  return width;
}

static int
get_width (const Children *self, guint n_columns)
{
  int width = 0;

  for (guint first = 0; first < self->children->len; first += n_columns)
    width = MAX (width, get_row_width (self, first, n_columns));
  return width;
}

static guint
choose_columns (const Children *self, int width)
{
  guint n_columns = get_most_columns (self);

  while (width >= 0 && n_columns > 1 && get_width (self, n_columns) > width)
    n_columns--;
  return n_columns;
}

static GtkSizeRequestMode
ibid_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ibid_wrap_layout_measure (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  Children children;

  children_init (&children, manager, widget);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = children.least;
    *natural = MAX (children.least, get_width (&children, get_most_columns (&children)));
  } else {
    guint n_columns = choose_columns (&children, for_size);
    int n_rows = (int)((children.children->len + n_columns - 1) / n_columns);

    *minimum = *natural = MAX (n_rows * (children.height + SPACING) - SPACING, 0);
  }
  children_clear (&children);
}

/* What is left over in a row is shared; what is missing in a row of one is missing. */
static void
allocate_row (const Children *self, guint first, guint n_columns, int y, int width, gboolean is_rtl)
{
  guint n = MIN (n_columns, self->children->len - first);
  int rest = width - get_row_width (self, first, n_columns);
  int x = 0;

  for (guint i = 0; i < n; i++) {
    int share = rest * (int)(i + 1) / (int)n - rest * (int)i / (int)n;
    int own = g_array_index (self->widths, int, first + i) + share;
    const GtkAllocation place = {is_rtl ? width - x - own : x, y, own, self->height};

    gtk_widget_size_allocate (g_ptr_array_index (self->children, first + i), &place, -1);
    x += own + SPACING;
  }
}

static void
ibid_wrap_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Children children;
  guint n_columns;
  int y = 0;

  children_init (&children, manager, widget);
  n_columns = choose_columns (&children, width);
  for (guint first = 0; first < children.children->len; first += n_columns) {
    allocate_row (&children, first, n_columns, y, width, is_rtl);
    y += children.height + SPACING;
  }
  children_clear (&children);
}

static void
ibid_wrap_layout_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_LEAST_ROWS:
    g_value_set_uint (value, IBID_WRAP_LAYOUT (object)->least_rows);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_wrap_layout_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_LEAST_ROWS:
    IBID_WRAP_LAYOUT (object)->least_rows = g_value_get_uint (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_wrap_layout_class_init (IbidWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ibid_wrap_layout_get_property;
  object_class->set_property = ibid_wrap_layout_set_property;
  props[PROP_LEAST_ROWS] = g_param_spec_uint ("least-rows",
                                              NULL,
                                              NULL,
                                              1,
                                              2,
                                              1,
                                              G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                  G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  layout_class->get_request_mode = ibid_wrap_layout_get_request_mode;
  layout_class->measure = ibid_wrap_layout_measure;
  layout_class->allocate = ibid_wrap_layout_allocate;
}

static void
ibid_wrap_layout_init (IbidWrapLayout *self)
{}
