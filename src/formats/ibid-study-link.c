/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-study-link.h"

#include "formats/ibid-study-ids.h"

static void
clear_link (IbidStudyLink *link)
{
  g_free (link->id);
}

GArray *
ibid_study_links_new (void)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (IbidStudyLink));

  g_array_set_clear_func (links, (GDestroyNotify)clear_link);
  return links;
}

void
ibid_study_links_add (GArray *links, const IbidStudyFields *element, gpointer item, const char *id)
{
  IbidStudyLink link = {
      item, g_strdup (id), NULL, (guint)element->parent->index, (guint)element->index};

  g_array_append_val (links, link);
}

gboolean
ibid_study_links_follow (GArray *links,
                         const IbidStudyFields *root,
                         const char *list,
                         const char *member,
                         GError **error)
{
  for (guint i = 0; i < links->len; i++) {
    IbidStudyLink *link = &g_array_index (links, IbidStudyLink, i);
    IbidStudyFields reference = {
        .file = root->file, .parent = root, .member = "references", .index = (int)link->reference};
    IbidStudyFields element = {
        .file = root->file, .parent = &reference, .member = list, .index = (int)link->element};

    if (!ibid_study_ids_find (
            &element, member, -1, link->id, IBID_TYPE_REFERENCE, &link->to, error))
      return FALSE;
  }
  return TRUE;
}
