/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <cmark-gfm.h>
#include <glib.h>

/* Memory for cmark, which makes a node of every word between two signs and frees each by itself.
 * Here small pieces come out of a few large ones, are used again when they are freed, and go all at
 * once. (cmark's own arena is one for the whole process, and frees nothing before its end.)
 *
 * cmark's functions for memory are not told whose it is: it is that which was made last in this
 * thread. So all that cmark does to a tree is done in the thread that made its memory, and memories
 * are freed in the reverse order of their making. */
typedef struct _IbidMarkdownMemory IbidMarkdownMemory;

IbidMarkdownMemory *ibid_markdown_memory_new (void);

/* Whatever of it cmark has not freed is gone. */
void ibid_markdown_memory_free (IbidMarkdownMemory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidMarkdownMemory, ibid_markdown_memory_free)

cmark_mem *ibid_markdown_memory_get_functions (void);
