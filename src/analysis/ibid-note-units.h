/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-citation-signs.h"

/* The stretches of a note within which one citation lies as a rule: parted by semicolons, ends of
 * sentences and lines, dashes behind a quotation, and "and" before another work; never within
 * quotes, brackets, emphasis or an address. */
typedef struct {
  guint start;
  guint end;          /* with the full stop, without the semicolon */
  gunichar separator; /* what parts it from the one before: 0, ';', '.', ',', ':', '\n', '-' */
} IbidNoteUnit;

/* Free with g_array_unref(). */
GArray *ibid_note_units_find (const IbidNoteText *note);

/* Where the names begin that stand right before `at` ("A. Doe and B. Roe, ", "Doe's ", "Doe on "),
 * at `start` or behind it; `at` when there are none. */
guint ibid_note_units_find_names (const IbidNoteText *note, guint start, guint at);

/* How far what is printed behind a title goes: "(Oxford: Blackwell, 1998), 12-14". */
guint ibid_note_units_find_details (const IbidNoteText *note, guint at, guint end);
