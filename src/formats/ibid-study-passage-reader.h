/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-study-fields.h"
#include "model/ibid-passage.h"

/* What section, paragraph and reference of a study file have in common: text, spans, notes, and
 * members that nobody asked for. Errors as in ibid-study-fields.h. */

/* Sets text and spans; `text_member` is "text" or "heading". */
gboolean ibid_study_passage_read (IbidStudyFields *fields,
                                  const char *text_member,
                                  IbidPassage *passage,
                                  GError **error);

/* Adds the notes. `later` gets their links to references, see ibid-study-link.h; NULL when every
 * reference is registered by now. */
gboolean ibid_study_passage_read_notes (IbidStudyFields *fields,
                                        IbidPassage *passage,
                                        GArray *later,
                                        GError **error);
