/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

/* The document as Markdown for GitHub, Pandoc and their like, so that reading it in again gives the
 * same sections, paragraphs, spans, notes and references: front matter, headings with #, footnotes
 * [^1] with their texts at the end. What Markdown cannot say is in attributes of empty elements,
 * which nobody sees: <span data-ibid-label="3*" data-ibid-words="12" data-ibid-locator="p. 4">
 * before a marker (words: bytes of the text before it that are the citation itself), the same with
 * data-ibid-kind="endnote" at the start of a note, data-ibid-depth and data-ibid-number in a list's
 * item, data-ibid-tab for a tab, data-ibid-untitled in
 * place of a heading, data-ibid-on where a style that had to be cut goes on before a blank; and
 * "note-order: printed" in the front matter when the notes do not come in the order in which they
 * are used. Works, claims and events are not exported. */
GBytes *ibid_markdown_export (IbidDocument *document);
