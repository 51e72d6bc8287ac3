/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"
#include "model/ibid-note.h"

/* What the notes of a document are called in Markdown: as they are labelled where that can be
 * written and no other note has it, else with a number behind it. */
typedef struct _IbidMarkdownLabels IbidMarkdownLabels;

IbidMarkdownLabels *ibid_markdown_labels_new (IbidDocument *document);
void ibid_markdown_labels_free (IbidMarkdownLabels *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidMarkdownLabels, ibid_markdown_labels_free)

const char *ibid_markdown_labels_get (IbidMarkdownLabels *self, IbidReference *reference);

/* For the marker; one without a reference gets a name that no note has. */
const char *ibid_markdown_labels_get_of_note (IbidMarkdownLabels *self, IbidNote *note);
