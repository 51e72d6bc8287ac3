/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-dates.h"
#include "analysis/ibid-stretch.h"
#include "analysis/ibid-words.h"
#include "model/ibid-document.h"

/* A paragraph taken apart. Offsets are code points of the paragraph. */
typedef struct {
  IbidParagraph *paragraph; /* borrowed from the document */
  const char *text;         /* the paragraph's */
  GArray *words;            /* IbidWord */
  GArray *sentences;        /* IbidStretch */
  GArray *quotes;           /* IbidStretch: what stands within quotation marks */
  GArray *dates;            /* IbidFoundDate */
  gboolean is_matter;       /* no text of the author's: contents, index, bibliography, code */
} IbidProseParagraph;

/* A document's paragraphs taken apart once, for all that looks for claims, actors and events. Keeps
 * a reference to the document. */
typedef struct _IbidProse IbidProse;

IbidProse *ibid_prose_new (IbidDocument *document);
void ibid_prose_free (IbidProse *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidProse, ibid_prose_free)

IbidDocument *ibid_prose_get_document (IbidProse *self);
const char *ibid_prose_get_language (IbidProse *self); /* NULL when the document does not say */

/* In reading order. Borrowed. */
guint ibid_prose_get_n_paragraphs (IbidProse *self);
const IbidProseParagraph *ibid_prose_get_paragraph (IbidProse *self, guint index);

/* A new id: `letter` and a number, from `*counter` on, that nothing in the document has. */
char *ibid_prose_dup_id (IbidProse *self, char letter, guint *counter);
