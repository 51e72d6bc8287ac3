/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-note-findings.h"

/* Without links: matches numbers and signs in the text, raised or in brackets, with lists of notes
 * that stand behind them and count the same way, at the end of the text or of a chapter, in an
 * aside, or below the paragraph. Also matches markers found before that have no note yet. Adds
 * notes and markers. */
void ibid_note_order_find (IbidNoteFindings *findings);
