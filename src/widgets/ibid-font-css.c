/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-font-css.h"

static void
append_quoted (GString *css, const char *family)
{
  g_string_append_c (css, '"');
  for (const char *c = family; *c != '\0'; c++)
    if (*c != '"' && *c != '\\' && *c != '\n')
      g_string_append_c (css, *c);
  g_string_append_c (css, '"');
}

void
ibid_font_css_load (GtkCssProvider *provider, const char *family, double size)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autoptr (GString) css = g_string_new ("textview { font-family: ");

  if (family != NULL)
    append_quoted (css, family);
  else
    g_string_append (css, "Serif");
  g_ascii_formatd (number, sizeof number, "%.2f", size);
  g_string_append_printf (css, "; font-size: %spt; }", number);
  gtk_css_provider_load_from_data (provider, css->str, (gssize)css->len);
}
