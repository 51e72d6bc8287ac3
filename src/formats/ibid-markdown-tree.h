/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-markdown-source.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

/* What cmark makes of a source, or of a part of it: a tree, of which the first paragraph and the
 * notes have been told apart from the text. */
typedef struct _IbidMarkdownTree IbidMarkdownTree;

typedef struct {
  cmark_node *node;
  const IbidMarkdownMark *mark;
} IbidMarkdownNote;

/* NULL with G_IO_ERROR_CANCELLED. */
IbidMarkdownTree *ibid_markdown_tree_new (IbidMarkdownSource *source,
                                          guint part,
                                          GCancellable *cancellable,
                                          GError **error);
void ibid_markdown_tree_free (IbidMarkdownTree *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidMarkdownTree, ibid_markdown_tree_free)

/* The first block of the text; NULL for none. The notes follow the last one. */
cmark_node *ibid_markdown_tree_get_first (IbidMarkdownTree *self);

/* IbidMarkdownNote, in the order of the file. */
GArray *ibid_markdown_tree_get_notes (IbidMarkdownTree *self);

/* The whole text of a heading, for links to it. Free with g_free(). */
char *ibid_markdown_tree_dup_text (cmark_node *node);

/* The id that the attributes of a heading give; NULL for none. Free with g_free(). */
char *ibid_markdown_tree_dup_id (IbidMarkdownSource *source, cmark_node *heading);
