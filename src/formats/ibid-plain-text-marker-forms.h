/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-plain-text-entry.h"
#include "formats/ibid-plain-text-scopes.h"

/* What markers look like in a text: "[1]", "[1, 3–5]", "(1)", "¹", "[Knu84]", "*". */

#define IBID_MAX_MARKER_GROUP 32u

/* The numbers, or the one other label, of one marker. */
typedef struct {
  guint n;
  guint numbers[IBID_MAX_MARKER_GROUP]; /* all 0 for a label that is no number */
  gboolean is_symbol;                   /* "*", "†" */
  char label[IBID_MAX_LABEL_BYTES + 1]; /* as printed, when that is no number */
} IbidMarkerGroup;

typedef enum {
  IBID_MARKER_LOOK_CLEAR,    /* as markers look */
  IBID_MARKER_LOOK_DOUBTFUL, /* might be an index, "list[3]", or a power, "m²" */
} IbidMarkerLook;

/* What parts one marker from the next in a row, "[1], [2]" and "[3]–[5]". */
typedef enum {
  IBID_MARKER_GAP_TEXT,
  IBID_MARKER_GAP_COMMA,
  IBID_MARKER_GAP_DASH,
} IbidMarkerGap;

/* The marker at `p`, if it has the form of one; returns what follows it, else NULL. Labels that are
 * no numbers must be those of notes. `has_symbols`: some notes are labelled with signs. */
const char *ibid_marker_forms_parse (IbidTextScopes *scopes,
                                     gboolean has_symbols,
                                     guint scope,
                                     const char *p,
                                     const char *end,
                                     IbidMarkerGroup *group);

/* How the marker from `p` up to `next` looks in `text`, which ends at `end`. */
IbidMarkerLook
ibid_marker_forms_get_look (const char *text, const char *p, const char *next, const char *end);

/* Whether the sign from `p` up to `next` is glued to what it marks, while "*so*" is emphasis:
 * `*is_open` tells from one sign of a text to the next. */
gboolean ibid_marker_forms_is_sign (
    const char *text, const char *p, const char *next, const char *end, gboolean *is_open);

IbidMarkerGap ibid_marker_forms_get_gap (const char *p, const char *end);

/* Puts the numbers between `last` and the group's first ahead of it. */
void ibid_marker_forms_fill_range (IbidMarkerGroup *group, guint last);
