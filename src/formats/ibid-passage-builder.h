/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-note-plan.h"

/* Makes the text of a passage out of parts of a draft's blocks: takes out what the plan cuts, turns
 * bytes into code points, keeps spans and notes at their places. */
typedef struct _IbidPassageBuilder IbidPassageBuilder;

/* Where a link within the document leads, "#p12"; NULL when it leads nowhere. Free with g_free().
 */
typedef char *(*IbidLinkFunc) (const char *target, gpointer user_data);

/* `references`: IbidReference of each note of the plan; borrowed, like the plan. */
IbidPassageBuilder *ibid_passage_builder_new (IbidNotePlan *plan,
                                              GPtrArray *references,
                                              IbidLinkFunc link_func,
                                              gpointer user_data);
void ibid_passage_builder_free (IbidPassageBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidPassageBuilder, ibid_passage_builder_free)

/* Appends bytes `start` to `end` of a block; behind what is there already on a line of its own. */
void ibid_passage_builder_add (IbidPassageBuilder *self, guint block, guint start, guint end);

/* Neither text nor markers so far. */
gboolean ibid_passage_builder_is_empty (IbidPassageBuilder *self);
guint ibid_passage_builder_get_n_notes (IbidPassageBuilder *self);
const char *ibid_passage_builder_get_text (IbidPassageBuilder *self);

/* Gives all to `passage` and is empty again. */
void ibid_passage_builder_take (IbidPassageBuilder *self, IbidPassage *passage);
void ibid_passage_builder_clear (IbidPassageBuilder *self);
