/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-annotations.h"
#include "model/ibid-body.h"
#include "model/ibid-note.h"

/* A text with its notes and all that was understood of it. Immutable: built in one thread, handed
 * over, read by any. All lists and objects are borrowed and live as long as the document. */
#define IBID_TYPE_DOCUMENT (ibid_document_get_type ())
G_DECLARE_FINAL_TYPE (IbidDocument, ibid_document, IBID, DOCUMENT, GObject)

/* Seals both. `annotations` may be NULL: nothing analysed. */
IbidDocument *ibid_document_new (IbidBody *body, IbidAnnotations *annotations);

/* A second document over the same body, sharing sections, paragraphs, notes and references. */
IbidDocument *ibid_document_annotate (IbidDocument *self, IbidAnnotations *annotations);

IbidBody *ibid_document_get_body (IbidDocument *self);
IbidAnnotations *ibid_document_get_annotations (IbidDocument *self); /* never NULL */

const char *ibid_document_get_title (IbidDocument *self); /* NULL when the file names none */

/* Everything of a kind, in the order of the file; notes in reading order, those of headings and
 * paragraphs first, then those within references. Never NULL. */
IbidList *ibid_document_get_sections (IbidDocument *self);
IbidList *ibid_document_get_notes (IbidDocument *self);
IbidList *ibid_document_get_references (IbidDocument *self);
IbidList *ibid_document_get_works (IbidDocument *self);
IbidList *ibid_document_get_claims (IbidDocument *self);
IbidList *ibid_document_get_actors (IbidDocument *self);
IbidList *ibid_document_get_events (IbidDocument *self);

/* The item with `id`, of whatever kind; NULL when there is none. */
IbidItem *ibid_document_get_item (IbidDocument *self, const char *id);

/* Citations within `reference`. */
IbidList *ibid_document_get_citations (IbidDocument *self, IbidReference *reference);

/* Who uses it. */
IbidList *ibid_document_get_notes_of_reference (IbidDocument *self, IbidReference *reference);
IbidList *ibid_document_get_claims_of_reference (IbidDocument *self, IbidReference *reference);
IbidList *ibid_document_get_events_of_reference (IbidDocument *self, IbidReference *reference);

/* Every citation of `work`, with its own locator, in the order of the references. Citations with
 * several candidates count for none of them. */
IbidList *ibid_document_get_citations_of_work (IbidDocument *self, IbidWork *work);

/* In `paragraph`, in the order of the file. */
IbidList *ibid_document_get_claims_of_paragraph (IbidDocument *self, IbidParagraph *paragraph);
IbidList *ibid_document_get_events_of_paragraph (IbidDocument *self, IbidParagraph *paragraph);

/* The shortest claim that contains the marker; NULL when none does. */
IbidClaim *ibid_document_get_claim_of_note (IbidDocument *self, IbidNote *note);
