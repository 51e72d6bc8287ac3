/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-plain-text-blocks.h"
#include "formats/ibid-plain-text-items.h"

/* Which lines are headings, and how deep they are. */

typedef enum {
  IBID_HEADING_NONE,
  IBID_HEADING_PLAIN,
  IBID_HEADING_CAPITALS,
  IBID_HEADING_NUMBERED,
  IBID_HEADING_ROMAN,  /* "II. " */
  IBID_HEADING_LETTER, /* "B. " */
  IBID_HEADING_DOUBLE_RULE,
  IBID_HEADING_RULE,
  IBID_HEADING_WAVE, /* "~~~" below */
  IBID_HEADING_SET_IN,
} IbidHeadingKind;

/* What goes from line to line. */
typedef struct {
  IbidTextLines *lines;
  IbidTextItems *items;   /* lists that go on: items are no headings; borrowed */
  gboolean has_rules;     /* headings of this text have a rule below: no others are headings */
  gboolean short_lines;   /* the lines before are a run of short ones, which are no headings */
  gboolean after_heading; /* so is the block before */
} IbidTextHeadings;

/* At the start. `items` is borrowed. */
void ibid_text_headings_init (IbidTextHeadings *self, IbidTextLines *lines, IbidTextItems *items);

/* For lines in order; not for those within a block that is taken. */
IbidHeadingKind ibid_text_headings_get_kind (IbidTextHeadings *self, guint i);

/* The line behind a heading of several lines in capitals, in a book; `i` when none begins there. */
guint ibid_text_headings_find_long_end (IbidTextHeadings *self, guint i);

/* Sets the levels of `blocks`, IbidTextBlock, whose IbidHeadingKind are `kinds`. */
void ibid_text_headings_set_levels (IbidTextLines *lines, GArray *blocks, GArray *kinds);
