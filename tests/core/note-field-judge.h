/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <json-glib/json-glib.h>

/* Compares a CSL item with fields labelled by hand (data/note-fields.table says how), as
 * the gold sets of references are scored: letters and digits alone count, of titles six characters
 * more or less are nothing, of pages the first number, of names four words in five; dates must be
 * equal. */

typedef enum {
  NOTE_FIELD_TYPE,
  NOTE_FIELD_AUTHOR,
  NOTE_FIELD_EDITOR,
  NOTE_FIELD_TRANSLATOR,
  NOTE_FIELD_TITLE,
  NOTE_FIELD_CONTAINER,
  NOTE_FIELD_COLLECTION,
  NOTE_FIELD_VOLUME,
  NOTE_FIELD_ISSUE,
  NOTE_FIELD_PAGE,
  NOTE_FIELD_PUBLISHER,
  NOTE_FIELD_PLACE,
  NOTE_FIELD_EDITION,
  NOTE_FIELD_DATE,
  NOTE_FIELD_ACCESSED,
  NOTE_FIELD_SECTION,
  NOTE_FIELD_NUMBER,
  NOTE_FIELD_ARCHIVE,
  NOTE_FIELD_URL,
  NOTE_FIELD_DOI,
  NOTE_FIELD_N,
} NoteField;

typedef struct {
  guint right[NOTE_FIELD_N];
  guint wrong[NOTE_FIELD_N];  /* found, and not so labelled */
  guint missed[NOTE_FIELD_N]; /* labelled, and not so found */
} NoteFieldScores;

/* `labels`: "name=value", NULL at the end. Misses are told with g_test_message(), with `text`. */
void note_field_judge (NoteFieldScores *self, const char *text, char **labels, JsonObject *item);

void note_field_scores_add (NoteFieldScores *self, const NoteFieldScores *other);
double note_field_scores_get_f1 (const NoteFieldScores *self);

/* A line for each field and one for all. */
void note_field_scores_print (const NoteFieldScores *self);
