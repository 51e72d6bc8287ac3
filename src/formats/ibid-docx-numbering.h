/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-docx-styles.h"

/* numbering.xml: the lists of a Word document, counted as they are met. */
typedef struct _IbidDocxNumbering IbidDocxNumbering;

#define IBID_DOCX_LIST_LEVELS 9u

/* `root` of the part, NULL when there is none; copies what it needs. `styles` is borrowed for the
 * call. */
IbidDocxNumbering *ibid_docx_numbering_new (const xmlNode *root, IbidDocxStyles *styles);
void ibid_docx_numbering_free (IbidDocxNumbering *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidDocxNumbering, ibid_docx_numbering_free)

/* The level that a list has for paragraphs of a style; `fallback` when it says nothing of it. */
guint ibid_docx_numbering_find_level (IbidDocxNumbering *self,
                                      const char *num_id,
                                      const char *style_id,
                                      guint fallback);

/* Counts one item. `*number` is -1 for bullets. FALSE when there is no such list, or its items have
 * neither number nor bullet. */
gboolean
ibid_docx_numbering_count (IbidDocxNumbering *self, const char *num_id, guint level, int *number);
