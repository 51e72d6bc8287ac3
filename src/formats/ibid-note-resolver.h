/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-draft.h"
#include "formats/ibid-importer.h"

/* In which order the notes of a document stand. */
typedef enum {
  IBID_NOTE_ORDER_PRINTED, /* as their texts do in the file */
  IBID_NOTE_ORDER_USED, /* as their first markers do, those of the text before those of notes, and
                          footnotes before endnotes; those without one come last */
} IbidNoteOrder;

/* Decides what in `draft`, finished, is a marker and what a note, by the strongest evidence that
 * there is: markup that says so, links that lead to each other, shape and place, numbers in order.
 * Adds sections, paragraphs and references to `body`, see ibid_note_assembly_run(). A marker whose
 * note is missing, and a note that no marker names, stay. Fails as that does, and with
 * IBID_IMPORT_ERROR_TOO_LARGE when there are more markers than Ibid takes. */
gboolean ibid_note_resolver_run (IbidDraft *draft,
                                 IbidNoteOrder order,
                                 IbidBody *body,
                                 const IbidImportOptions *options,
                                 GCancellable *cancellable,
                                 GError **error);

/* The reference that was made of the note that the format names `key`; NULL without one. For what
 * a format says of a note besides its text. Borrowed from the body. */
IbidReference *
ibid_note_resolver_find_reference (IbidDraft *draft, IbidBody *body, const char *key);
