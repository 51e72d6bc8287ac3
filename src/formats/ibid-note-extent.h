/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-note-findings.h"

/* Finds where the notes from index `from` on end, whose beginnings are known: a note is its block,
 * or the container that it begins and that holds no other note; it ends where the next note starts,
 * at a heading, a rule, the end of its list item or file. Paragraphs between one note and the next
 * belong to the first when the notes stand in a list. Adds notes whose numbers were left out
 * between two others. Sets kinds, labels, pieces and cuts, and
 * what is taken. */
void ibid_note_extent_find (IbidNoteFindings *findings, guint from);

/* Adds the entries of typed lists, and typed notes, that are no notes yet: no marker names them. */
void ibid_note_extent_find_unmarked (IbidNoteFindings *findings);
