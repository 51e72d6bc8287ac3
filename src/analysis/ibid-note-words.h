/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-note-text.h"

/* What single words of a note say about it, in the languages that we read: lists and nothing
 * more. `word` is as IbidNoteWord has it: lower case, without full stops. */

/* Words that only sentences have: finite verbs and pronouns (2), or words that titles in some
 * language have, too (1); 0 for others. */
guint ibid_note_words_get_prose (const char *word);

/* "see", "cf", "vgl", "voir": a citation follows. */
gboolean ibid_note_words_is_cue (const char *word);

/* "quoted in", "from", "by": a citation may follow, when a name or a title does. */
gboolean ibid_note_words_is_introduction (const char *word);

/* "also", "for example", "however", between a cue and its citation. */
gboolean ibid_note_words_is_filler (const char *word);

/* "and", "und", "et". */
gboolean ibid_note_words_is_and (const char *word);

/* "p", "vol", "chap", "S", "Bd", "passim", "seq", "ff": where in a work. */
gboolean ibid_note_words_is_place (const char *word);

/* Of a page only: what a locator need not repeat. */
gboolean ibid_note_words_is_page (const char *word);

/* "p" and "vol", but also "ed", "Mr", "Univ", "Jan": a full stop behind it ends no sentence. */
gboolean ibid_note_words_is_abbreviation (const char *word);

/* "letter", "report", "act", "census": what a source without a title is called. */
gboolean ibid_note_words_is_source (const char *word);

/* "available at", "accessed", "doi", "in": a citation goes on. */
gboolean ibid_note_words_is_continuation (const char *word);

gboolean ibid_note_words_is_month (const char *word);

/* "von", "de", "al-": within names, in small letters. */
gboolean ibid_note_words_is_particle (const char *word);

/* "XIV", "xiv", but not "Li" or the "I" that speaks; of one letter only i, v and x. */
gboolean ibid_note_words_is_roman (const IbidNoteText *note, const IbidNoteWord *word);
