/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-odt-notes.h"
#include "formats/ibid-odt-styles.h"
#include "formats/ibid-office-pen.h"

/* Reads what stands within the paragraphs of an OpenDocument text: spans, links, fields, markers,
 * frames. */
typedef struct _IbidOdtRuns IbidOdtRuns;

/* All borrowed. */
IbidOdtRuns *ibid_odt_runs_new (IbidOfficePen *pen, IbidOdtStyles *styles, IbidOdtNotes *notes);
void ibid_odt_runs_free (IbidOdtRuns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidOdtRuns, ibid_odt_runs_free)

/* Writes what is in a paragraph, which the pen has begun, of a style. In code blanks count as far
 * as the file says them. */
void ibid_odt_runs_read (IbidOdtRuns *self,
                         const xmlNode *paragraph,
                         const IbidOdtStyle *style,
                         gboolean is_code);

/* The same as a string of its own, without looks. Free with g_free(). */
char *ibid_odt_runs_dup_text (IbidOdtRuns *self, const xmlNode *paragraph);

/* A frame or shape: pictures are said by their words, text boxes kept for later. */
void ibid_odt_runs_read_frame (IbidOdtRuns *self, const xmlNode *frame);
gboolean ibid_odt_is_frame (const xmlNode *node);

/* What has paragraphs to be read behind this one, met since the last call. */
GPtrArray *ibid_odt_runs_steal_boxes (IbidOdtRuns *self);
