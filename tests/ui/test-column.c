/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-column.h"

#include <adwaita.h>

#define COLUMN 500
#define PANE 360

/* Where the child is when the column has `width`; its width in `*child_width`. */
static int
allocate (GtkWidget *column, int width, int *child_width)
{
  GtkWidget *child = gtk_widget_get_first_child (column);
  graphene_rect_t area;
  int minimum;

  gtk_widget_measure (column, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (column, &(GdkRectangle){0, 0, width, 400}, -1);
  g_assert_true (gtk_widget_compute_bounds (child, column, &area));
  *child_width = (int)area.size.width;
  return (int)area.origin.x;
}

static GtkWidget *
make_column (void)
{
  GtkWidget *column = g_object_ref_sink (ibid_column_new (gtk_text_view_new ()));

  ibid_column_set_width (IBID_COLUMN (column), COLUMN);
  ibid_column_set_pane (IBID_COLUMN (column), PANE, FALSE);
  return column;
}

/* The pane takes its width from the room that the column has. */
static void
assert_does_not_move (GtkWidget *column, gboolean is_rtl)
{
  for (int room = COLUMN + PANE; room < 2000; room++) {
    int closed_width;
    int open_width;
    int closed;
    int open;

    ibid_column_set_pane (IBID_COLUMN (column), PANE, FALSE);
    closed = allocate (column, room, &closed_width);
    ibid_column_set_pane (IBID_COLUMN (column), PANE, TRUE);
    open = allocate (column, room - PANE, &open_width);
    /* From right to left the pane stands on the left, and the column's own edge moves. */
    g_assert_cmpint (closed, ==, is_rtl ? open + PANE : open);
    g_assert_cmpint (closed_width, ==, COLUMN);
    g_assert_cmpint (open_width, ==, COLUMN);
  }
}

static void
test_does_not_move (void)
{
  GtkWidget *column = make_column ();

  assert_does_not_move (column, FALSE);
  gtk_widget_set_direction (column, GTK_TEXT_DIR_RTL);
  assert_does_not_move (column, TRUE);
  g_assert_finalize_object (column);
}

static void
test_places (void)
{
  GtkWidget *column = make_column ();
  int width;

  /* In the middle where the pane has room beside it. */
  g_assert_cmpint (allocate (column, 1500, &width), ==, 500);
  /* As far aside as the pane needs. */
  g_assert_cmpint (allocate (column, 1000, &width), ==, 140);
  g_assert_cmpint (allocate (column, 860, &width), ==, 0);
  /* They do not fit: in the middle again. */
  g_assert_cmpint (allocate (column, 700, &width), ==, 100);
  g_assert_cmpint (width, ==, 500);
  g_assert_cmpint (allocate (column, 400, &width), ==, 0);
  g_assert_cmpint (width, ==, 400);
  g_assert_finalize_object (column);
}

/* Scrolling goes through to the child. */
static void
test_adjustments (void)
{
  GtkWidget *column = make_column ();
  GtkAdjustment *adjustment = gtk_adjustment_new (0, 0, 10, 1, 1, 1);

  g_object_ref_sink (adjustment);
  gtk_scrollable_set_vadjustment (GTK_SCROLLABLE (column), adjustment);
  g_assert_true (gtk_scrollable_get_vadjustment (
                     GTK_SCROLLABLE (gtk_widget_get_first_child (column))) == adjustment);
  g_assert_true (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (column)) == adjustment);
  g_assert_finalize_object (column);
  g_assert_finalize_object (adjustment);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/widgets/column/does-not-move", test_does_not_move);
  g_test_add_func ("/widgets/column/places", test_places);
  g_test_add_func ("/widgets/column/adjustments", test_adjustments);
  return g_test_run ();
}
