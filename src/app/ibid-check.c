/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "app/ibid-check.h"

#include "analysis/ibid-sourcing.h"
#include "widgets/ibid-finding-group.h"
#include "widgets/ibid-finding-text.h"
#include "widgets/ibid-isolate.h"

#include <glib/gi18n.h>
#include <string.h>

#define SEPARATOR " · "

static void
append_row (GString *out, IbidDocument *document, IbidFinding *finding)
{
  g_autofree char *what = ibid_finding_text_dup_what (finding);
  g_autofree char *place = ibid_finding_text_dup_place (document, finding);
  g_autofree char *words = ibid_finding_text_dup_words (document, finding);
  const char *const parts[] = {what, place, words};

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (out, "%s%s", i > 0 ? SEPARATOR : "  ", parts[i]);
  g_string_append_c (out, '\n');
}

static void
append_group (GString *out, IbidDocument *document, IbidFindingGroup *group)
{
  IbidList *list = ibid_finding_group_get_list (group);
  guint n = ibid_list_get_length (list);

  if (ibid_finding_group_get_findings (group) == IBID_FINDINGS_LEANED_ON)
    g_string_append_printf (out, "\n%s\n", ibid_finding_group_get_title (group));
  else
    g_string_append_printf (out, "\n%s (%'u)\n", ibid_finding_group_get_title (group), n);
  for (guint i = 0; i < n; i++)
    append_row (out, document, ibid_list_get (list, i));
}

char *
ibid_check_dup_report (IbidDocument *document, guint *n_findings)
{
  g_autoptr (IbidList) report = ibid_sourcing_report (document);
  g_autoptr (IbidList) groups = ibid_finding_groups_new (report);
  g_autofree char *omissions = ibid_finding_text_dup_omissions (document);
  g_autofree char *text = NULL;
  GString *out = g_string_new (NULL);
  guint n = ibid_sourcing_count (report);

  if (n == 0)
    g_string_append (out, _ ("Nothing to report"));
  else
    g_string_append_printf (out, ngettext ("%'u finding", "%'u findings", n), n);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < ibid_list_get_length (groups); i++)
    append_group (out, document, ibid_list_get (groups, i));
  /* A report must not be taken for more than was looked for. */
  if (*omissions != '\0')
    g_string_append_printf (out, "\n%s\n", omissions);
  *n_findings = n;
  text = g_string_free (out, FALSE);
  return ibid_isolate_strip (text);
}

/* As a terminal shows it; what its charset has not becomes a question mark. */
static gboolean
print (const char *text, GError **error)
{
  const char *charset;
  g_autofree char *converted = NULL;

  if (g_get_console_charset (&charset))
    return ibid_command_write (text, strlen (text), error);
  converted = g_convert_with_fallback (text, -1, charset, "UTF-8", "?", NULL, NULL, error);
  return converted != NULL && ibid_command_write (converted, strlen (converted), error);
}

int
ibid_check_run (const char *file)
{
  g_autoptr (IbidDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;
  guint n_findings;

  if (file == NULL || *file == '\0') {
    ibid_command_complain ("%s", _ ("no file is named to check"));
    return IBID_EXIT_USAGE;
  }
  document = ibid_command_read (file, TRUE, &error);
  if (document == NULL) {
    ibid_command_complain ("%s", error->message);
    return IBID_EXIT_UNREADABLE;
  }
  report = ibid_check_dup_report (document, &n_findings);
  if (!print (report, &error)) {
    ibid_command_complain ("%s", error->message);
    return IBID_EXIT_UNREADABLE;
  }
  return n_findings > 0 ? IBID_EXIT_FINDINGS : IBID_EXIT_DONE;
}
