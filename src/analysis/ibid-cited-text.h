/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-note-cutter.h"
#include "analysis/ibid-work-merger.h"

/* What the resolver reads off the text of a citation, besides what makes a work of it. Offsets are
 * code points of the note; strings are the caller's. */

/* The pages at its end, as printed but for "p."; NULL for none. */
char *ibid_cited_text_dup_locator (const IbidNoteText *note, guint start, guint end);

/* What stands behind "Ibid.," when it says where. */
char *ibid_cited_text_dup_back_locator (const IbidNoteText *note, const IbidPiece *piece);

/* Behind "Idem": another title; NULL when nothing but a place follows. */
char *ibid_cited_text_dup_behind (const IbidNoteText *note, const IbidPiece *piece);

/* The family name of the first author that is named in the stretch; NULL for none. */
char *ibid_cited_text_dup_family (const IbidNoteText *note, guint start, guint end);

/* The first year, with its letter; NULL for none. */
char *ibid_cited_text_dup_year (const IbidNoteText *note, guint start, guint end);

gboolean ibid_cited_text_has_letters (const IbidNoteText *note, guint start, guint end);

/* "a. a. O.", which without a name means what "ibid." does. */
gboolean ibid_cited_text_is_german (const IbidNoteText *note, const IbidPiece *piece);

/* Whether the citation is a name with a year or a page and nothing else: "Smith, 14". */
gboolean ibid_cited_text_is_name (IbidWorkMerger *merger,
                                  JsonObject *fields,
                                  const IbidNoteText *note,
                                  const IbidPiece *piece);

/* Takes out of `fields` what is no matter of the work: "locator", and a page that is none of an
 * article's own. `*locator`, which may be NULL, becomes it, or NULL when it is the article's. */
void ibid_cited_text_clean (JsonObject *fields, char **locator);

gboolean ibid_cited_text_has_title (JsonObject *fields);

/* The citation's text for parsing: "Woodson's *Education*" as "Woodson, Education". */
char *ibid_cited_text_dup (const IbidNoteText *note, const IbidPiece *piece);

/* Where nothing else is known, what is printed is the title: "Laws of Ohio". */
void
ibid_cited_text_take_title (JsonObject *fields, const IbidNoteText *note, const IbidPiece *piece);

/* Behind the "———." of a bibliography that stands for the author before; `text` without one. */
const char *ibid_cited_text_skip_dashes (const char *text);
