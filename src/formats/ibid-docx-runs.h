/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-docx-notes.h"
#include "formats/ibid-docx-package.h"
#include "formats/ibid-docx-styles.h"
#include "formats/ibid-office-pen.h"

/* Reads what stands within the paragraphs of a Word document: runs with their looks, links, fields,
 * markers, signs. Changes that were tracked count as accepted. */
typedef struct _IbidDocxRuns IbidDocxRuns;

/* All borrowed. */
IbidDocxRuns *ibid_docx_runs_new (IbidOfficePen *pen, IbidDocxStyles *styles, IbidDocxNotes *notes);
void ibid_docx_runs_free (IbidDocxRuns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidDocxRuns, ibid_docx_runs_free)

/* The part that the paragraphs to come are in: its relations say where links lead. */
void ibid_docx_runs_set_part (IbidDocxRuns *self, IbidDocxPart *part);

/* The paragraphs to come are those of a note with this key, until NULL: what stands at its start as
 * its own number is no text. */
void ibid_docx_runs_set_note (IbidDocxRuns *self, const char *key);

/* Writes what is in a paragraph, which the pen has begun. `is_hidden`: its style hides its text. */
void ibid_docx_runs_read (IbidDocxRuns *self, const xmlNode *paragraph, gboolean is_hidden);

/* The same as a string of its own, without looks. Free with g_free(). */
char *ibid_docx_runs_dup_text (IbidDocxRuns *self, const xmlNode *paragraph);

/* The text boxes met since the last call (w:txbxContent): they come behind the paragraph. */
GPtrArray *ibid_docx_runs_steal_boxes (IbidDocxRuns *self);

/* A heading ends contents made by Word. */
void ibid_docx_runs_end_contents (IbidDocxRuns *self);

/* What of w:AlternateContent is to be read: one of its forms. NULL for none. */
const xmlNode *ibid_docx_choose (const xmlNode *alternate);
