/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-tei-entry.h"

#include "formats/ibid-xml.h"

#include <string.h>

/* What parts it from what was written before. */
static void
begin_part (IbidDraft *draft, gboolean *has_part, const char *separator)
{
  if (*has_part)
    ibid_draft_add_text (draft, separator, -1);
  *has_part = TRUE;
}

static void
add_part (IbidDraft *draft,
          const xmlNode *node,
          gboolean is_title,
          const char *separator,
          gboolean *has_part)
{
  g_autofree char *text = node != NULL ? ibid_xml_dup_text (node) : NULL;

  if (text == NULL || *text == '\0')
    return;
  begin_part (draft, has_part, separator);
  if (is_title)
    ibid_draft_open_span (draft, IBID_SPAN_EMPHASIS, NULL);
  ibid_draft_add_text (draft, text, -1);
  if (is_title)
    ibid_draft_close_span (draft);
}

/* "Ada Writer": files set names without blanks between their parts. */
static void
append_name (GString *name, const xmlNode *author)
{
  static const char *const parts[] = {"forename", "nameLink", "surname"};
  gsize before = name->len;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (const xmlNode *node = author; node != NULL; node = ibid_xml_next (author, node, TRUE)) {
      g_autofree char *text = ibid_xml_is (node, parts[i]) ? ibid_xml_dup_text (node) : NULL;

      if (text != NULL && *text != '\0')
        g_string_append_printf (name, "%s%s", name->len > before ? " " : "", text);
    }
  if (name->len == before) {
    g_autofree char *text = ibid_xml_dup_text (author);

    g_string_append (name, text);
  }
}

static void
add_people (IbidDraft *draft, const xmlNode *level, const char *element, gboolean *has_part)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (const xmlNode *node = ibid_xml_find_child (level, element); node != NULL; node = node->next)
    if (ibid_xml_is (node, element)) {
      if (names->len > 0)
        g_string_append (names, ", ");
      append_name (names, node);
    }
  if (names->len == 0)
    return;
  begin_part (draft, has_part, ". ");
  ibid_draft_add_text (draft, names->str, (gssize)names->len);
}

/* "12 (3), 45–67": what elements say in words or in attributes. */
static void
add_scopes (IbidDraft *draft, const xmlNode *imprint, gboolean *has_part)
{
  for (const xmlNode *node = ibid_xml_find_child (imprint, "biblScope"); node != NULL;
       node = node->next) {
    g_autofree char *text = ibid_xml_is (node, "biblScope") ? ibid_xml_dup_text (node) : NULL;
    g_autofree char *from = NULL;
    g_autofree char *to = NULL;

    if (text == NULL)
      continue;
    if (*text != '\0') {
      add_part (draft, node, FALSE, ", ", has_part);
      continue;
    }
    from = ibid_xml_dup_attribute (node, "from");
    to = ibid_xml_dup_attribute (node, "to");
    if (from == NULL)
      continue;
    begin_part (draft, has_part, ", ");
    ibid_draft_add_text (draft, from, -1);
    if (to != NULL && strcmp (from, to) != 0) {
      ibid_draft_add_text (draft, "–", -1);
      ibid_draft_add_text (draft, to, -1);
    }
  }
}

static void
add_imprint (IbidDraft *draft, const xmlNode *imprint, gboolean *has_part)
{
  const xmlNode *date = ibid_xml_find_child (imprint, "date");
  g_autofree char *words = date != NULL ? ibid_xml_dup_text (date) : NULL;
  g_autofree char *when = ibid_xml_dup_attribute (date, "when");

  add_part (draft, ibid_xml_find_child (imprint, "pubPlace"), FALSE, ". ", has_part);
  add_part (draft, ibid_xml_find_child (imprint, "publisher"), FALSE, ", ", has_part);
  add_scopes (draft, imprint, has_part);
  if (words != NULL && *words != '\0') {
    add_part (draft, date, FALSE, ", ", has_part);
  } else if (when != NULL) {
    begin_part (draft, has_part, ", ");
    ibid_draft_add_text (draft, when, -1);
  }
}

/* As it was printed, where the file still has that. */
static const xmlNode *
find_printed (const xmlNode *entry)
{
  for (const xmlNode *node = ibid_xml_find_child (entry, "note"); node != NULL; node = node->next) {
    g_autofree char *type = ibid_xml_is (node, "note") ? ibid_xml_dup_attribute (node, "type")
                                                       : NULL;

    if (g_strcmp0 (type, "raw_reference") == 0)
      return node;
  }
  return NULL;
}

void
ibid_tei_entry_write (const xmlNode *entry, IbidDraft *draft)
{
  const xmlNode *printed = find_printed (entry);
  const xmlNode *analytic = ibid_xml_find_child (entry, "analytic");
  const xmlNode *monograph = ibid_xml_find_child (entry, "monogr");
  gboolean has_part = FALSE;

  if (printed != NULL) {
    add_part (draft, printed, FALSE, "", &has_part);
    return;
  }
  add_people (draft, analytic, "author", &has_part);
  add_part (draft, ibid_xml_find_child (analytic, "title"), FALSE, ". ", &has_part);
  add_people (draft, monograph, "author", &has_part);
  add_part (draft, ibid_xml_find_child (monograph, "title"), TRUE, ". ", &has_part);
  add_people (draft, monograph, "editor", &has_part);
  add_imprint (draft, ibid_xml_find_child (monograph, "imprint"), &has_part);
  if (!has_part) { /* nothing of all this: its words as they are */
    g_autofree char *text = ibid_xml_dup_text (entry);

    ibid_draft_add_text (draft, text, -1);
  }
}
