/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-isolate.h"

#include <gtk/gtk.h>
#include <string.h>

/* A mark of direction, U+200E or U+200F. The empty isolate tells it from a document's own. */
#define LTR_LINE "\xe2\x80\x8e" IBID_ISOLATE_START IBID_ISOLATE_END
#define RTL_LINE "\xe2\x80\x8f" IBID_ISOLATE_START IBID_ISOLATE_END

/* Pango's own answer is deprecated, and FriBidi's would be one more dependency. */
static GtkTextDirection
get_direction (gunichar c)
{
  if (!g_unichar_isalpha (c))
    return GTK_TEXT_DIR_NONE;
  switch (g_unichar_get_script (c)) {
  case G_UNICODE_SCRIPT_ADLAM:
  case G_UNICODE_SCRIPT_ARABIC:
  case G_UNICODE_SCRIPT_HEBREW:
  case G_UNICODE_SCRIPT_MANDAIC:
  case G_UNICODE_SCRIPT_NKO:
  case G_UNICODE_SCRIPT_SAMARITAN:
  case G_UNICODE_SCRIPT_SYRIAC:
  case G_UNICODE_SCRIPT_THAANA:
    return GTK_TEXT_DIR_RTL;
  default:
    return GTK_TEXT_DIR_LTR;
  }
}

gboolean
ibid_isolate_is_needed (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    GtkTextDirection direction = get_direction (g_utf8_get_char (c));

    if (direction != GTK_TEXT_DIR_NONE)
      return direction != gtk_widget_get_default_direction ();
  }
  return FALSE;
}

char *
ibid_isolate (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  if (!ibid_isolate_is_needed (text))
    return g_strdup (text);
  return g_strconcat (IBID_ISOLATE_START, text, IBID_ISOLATE_END, NULL);
}

char *
ibid_isolate_take_line (char *line)
{
  g_autofree char *taken = line;

  g_return_val_if_fail (line != NULL, NULL);
  if (strstr (line, IBID_ISOLATE_START) == NULL)
    return g_steal_pointer (&taken);
  return g_strconcat (
      gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? RTL_LINE : LTR_LINE, line, NULL);
}

char *
ibid_isolate_strip (const char *text)
{
  GString *plain;

  g_return_val_if_fail (text != NULL, NULL);
  plain = g_string_new (text);
  g_string_replace (plain, LTR_LINE, "", 0);
  g_string_replace (plain, RTL_LINE, "", 0);
  g_string_replace (plain, IBID_ISOLATE_START, "", 0);
  g_string_replace (plain, IBID_ISOLATE_END, "", 0);
  return g_string_free (plain, FALSE);
}
