/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-body.h"

/* What stands ahead of a text in Markdown and tells about it: YAML between lines of three hyphens,
 * TOML between lines of three plus signs, Pandoc's lines with a percent sign. Only as much of these
 * languages is understood as such files use: keys with texts, lists and lists of objects. */

/* Bytes of it at the start of `text`, the line that ends it included; 0 for none. */
gsize ibid_front_matter_measure (const char *text, gsize length);

/* Sets what it tells on `body`: title, subtitle, authors, date, language, publisher, source. A
 * title that is told to be empty is "". `*has_note_order` tells that the notes are to stay in the
 * order in which they stand, see ibid-markdown-export.h. */
void
ibid_front_matter_read (const char *text, gsize length, IbidBody *body, gboolean *has_note_order);
