/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-note-findings.h"

/* Finds markers among the links within a document, and where their notes begin: links that the
 * markup calls markers; links whose target leads back to them; links that look like markers and
 * lead to where notes stand. What the markup calls a link back is never one. Links that look like
 * markers beyond doubt and lead nowhere are markers without a note. */
void ibid_note_links_find (IbidNoteFindings *findings);
