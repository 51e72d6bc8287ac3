/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-note-cutter.h"

#include <json-glib/json-glib.h>

/* Puts a citation's fields right by how its note is set: what stands in italics is a book's or a
 * periodical's name from its first letter to its last, and what stands in quotation marks before it
 * is in it. `fields` is what ibid_reference_parse() read from the citation's letters alone; where
 * these agree with the print, they stay as they are. */
void ibid_note_fields_mend (JsonObject *fields, const IbidNoteText *note, const IbidPiece *piece);
