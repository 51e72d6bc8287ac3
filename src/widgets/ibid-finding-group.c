/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-finding-group.h"

#include <glib/gi18n.h>

struct _IbidFindingGroup {
  GObject parent_instance;
  IbidFindings findings;
  IbidList *list;
};

G_DEFINE_FINAL_TYPE (IbidFindingGroup, ibid_finding_group, G_TYPE_OBJECT)

static const char *const titles[] = {
    /* Translators: signs in the text, such as a raised 6, that lead to no note. */
    [IBID_FINDINGS_MARKERS] = N_ ("Markers without a note"),
    /* Translators: notes that no sign in the text leads to. */
    [IBID_FINDINGS_NOTES] = N_ ("Notes that no marker names"),
    [IBID_FINDINGS_ENTRIES] = N_ ("Bibliography entries never cited"),
    /* Translators: the numbers of notes: one is missing, comes twice, or is out of order. */
    [IBID_FINDINGS_NUMBERS] = N_ ("Breaks in the numbering"),
    /* Translators: "Ibid.", "op. cit.", short titles and the like in notes. */
    [IBID_FINDINGS_CITATIONS] = N_ ("“Ibid.” and its kin left open"),
    [IBID_FINDINGS_CLAIMS] = N_ ("Claims without a source"),
    [IBID_FINDINGS_WORKS] = N_ ("Works cited once, without a date"),
    /* Translators: the books and articles that the text cites most often. */
    [IBID_FINDINGS_LEANED_ON] = N_ ("Sources leaned on most"),
};

static IbidFindings
get_findings (IbidFindingKind kind)
{
  switch (kind) {
  case IBID_FINDING_MARKER_WITHOUT_NOTE:
    return IBID_FINDINGS_MARKERS;
  case IBID_FINDING_NOTE_NEVER_CITED:
    return IBID_FINDINGS_NOTES;
  case IBID_FINDING_ENTRY_NEVER_CITED:
    return IBID_FINDINGS_ENTRIES;
  case IBID_FINDING_NUMBER_MISSING:
  case IBID_FINDING_NUMBER_DOUBLED:
  case IBID_FINDING_NUMBER_OUT_OF_ORDER:
    return IBID_FINDINGS_NUMBERS;
  case IBID_FINDING_CITATION_UNRESOLVED:
  case IBID_FINDING_CITATION_AMBIGUOUS:
    return IBID_FINDINGS_CITATIONS;
  case IBID_FINDING_CLAIM_WITHOUT_SOURCE:
    return IBID_FINDINGS_CLAIMS;
  case IBID_FINDING_WORK_UNDATED:
    return IBID_FINDINGS_WORKS;
  default:
    return IBID_FINDINGS_LEANED_ON;
  }
}

static void
ibid_finding_group_dispose (GObject *object)
{
  g_clear_object (&IBID_FINDING_GROUP (object)->list);
  G_OBJECT_CLASS (ibid_finding_group_parent_class)->dispose (object);
}

static void
ibid_finding_group_class_init (IbidFindingGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ibid_finding_group_dispose;
}

static void
ibid_finding_group_init (IbidFindingGroup *self)
{
  self->list = ibid_list_new (IBID_TYPE_FINDING);
}

IbidList *
ibid_finding_groups_new (IbidList *report)
{
  IbidList *groups;
  IbidFindingGroup *group = NULL;

  g_return_val_if_fail (IBID_IS_LIST (report), NULL);
  groups = ibid_list_new (IBID_TYPE_FINDING_GROUP);
  for (guint i = 0; i < ibid_list_get_length (report); i++) {
    IbidFinding *finding = ibid_list_get (report, i);
    IbidFindings findings = get_findings (ibid_finding_get_kind (finding));

    if (group == NULL || group->findings != findings) {
      g_autoptr (IbidFindingGroup) next = g_object_new (IBID_TYPE_FINDING_GROUP, NULL);

      next->findings = findings;
      ibid_list_add (groups, next);
      group = next;
    }
    ibid_list_add (group->list, finding);
  }
  return groups;
}

IbidFindings
ibid_finding_group_get_findings (IbidFindingGroup *self)
{
  g_return_val_if_fail (IBID_IS_FINDING_GROUP (self), IBID_FINDINGS_MARKERS);
  return self->findings;
}

const char *
ibid_finding_group_get_title (IbidFindingGroup *self)
{
  g_return_val_if_fail (IBID_IS_FINDING_GROUP (self), "");
  return _ (titles[self->findings]);
}

IbidList *
ibid_finding_group_get_list (IbidFindingGroup *self)
{
  g_return_val_if_fail (IBID_IS_FINDING_GROUP (self), NULL);
  return self->list;
}
