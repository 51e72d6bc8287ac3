/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-note-findings.h"

/* Adds a note of kind bibliography, without a marker, for each entry of ibid_works_list_find() that
 * is no note yet. */
void ibid_note_works_find (IbidNoteFindings *findings);
