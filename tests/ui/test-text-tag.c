/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-text-tag.h"

/* What GTK 4.8 does for assistive tools, and what ends it with a plain tag: test-a11y.py does it
 * over the bus. */
static void
test_colour_is_read (void)
{
  GtkTextTag *tag = ibid_text_tag_new ("marker");
  const GdkRGBA blue = {0.1f, 0.2f, 0.9f, 1.0f};
  g_autoptr (GdkRGBA) read = NULL;
  g_autoptr (GdkRGBA) rgba = NULL;
  gboolean is_set;

  g_object_get (tag, "foreground", &read, NULL);
  g_assert_null (read);
  ibid_text_tag_set_colour (IBID_TEXT_TAG (tag), &blue);
  g_object_get (
      tag, "foreground", &read, "foreground-rgba", &rgba, "foreground-set", &is_set, NULL);
  g_assert_true (gdk_rgba_equal (read, &blue));
  g_assert_true (gdk_rgba_equal (rgba, &blue));
  g_assert_true (is_set);
  g_assert_finalize_object (tag);
}

static void
test_colour_is_set (void)
{
  GtkTextTag *tag = ibid_text_tag_new ("marker");
  const GdkRGBA green = {0.0f, 1.0f, 0.0f, 0.5f};
  g_autoptr (GdkRGBA) rgba = NULL;

  g_object_set (tag, "foreground", &green, NULL);
  g_object_get (tag, "foreground-rgba", &rgba, NULL);
  g_assert_true (gdk_rgba_equal (rgba, &green));
  g_assert_finalize_object (tag);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/widgets/text-tag/colour-is-read", test_colour_is_read);
  g_test_add_func ("/widgets/text-tag/colour-is-set", test_colour_is_set);
  return g_test_run ();
}
