/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "app/ibid-application.h"
#include "ibid-resources.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc, char *argv[])
{
  g_autoptr (IbidApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, IBID_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* In a static library: nobody else would pull it in. */
  g_resources_register (ibid_get_resource ());
  application = ibid_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
