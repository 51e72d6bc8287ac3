/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "widgets/ibid-text-layout.h"
#include "widgets/ibid-text-lights.h"

#include <gtk/gtk.h>

/* A whole document as one read-only text: markers are clicked, or found with n, p, a number and
 * Enter. Whatever happens around it, the line that the reader looks at keeps its height in the
 * window: see ibid_text_view_hold().
 *
 * Signals:
 *   "note-activated" (IbidNote *note, gboolean by_key)  a click or Enter on a marker
 *   "reference-activated" (IbidReference *reference)  on a number in the list after the text
 *   "link-activated" (const char *uri)
 *   "note-hovered" (IbidNote *note)                   after 300 ms; NULL when it is over
 *   "number-typed" (const char *digits)               while one is typed, then NULL
 *   "moved"                                           scrolled, or the caret went elsewhere */
#define IBID_TYPE_TEXT_VIEW (ibid_text_view_get_type ())
G_DECLARE_FINAL_TYPE (IbidTextView, ibid_text_view, IBID, TEXT_VIEW, GtkTextView)

GtkWidget *ibid_text_view_new (void);

/* Shows the document that is laid out, from its beginning; NULL empties the view. */
void ibid_text_view_set_layout (IbidTextView *self, IbidTextLayout *layout);

/* The rest of a long text comes into the buffer by and by; with this, at once. */
void ibid_text_view_fill (IbidTextView *self);

/* NULL while nothing is shown. Borrowed. */
IbidTextLayout *ibid_text_view_get_layout (IbidTextView *self);
IbidTextLights *ibid_text_view_get_lights (IbidTextView *self);

/* `family` NULL: Serif. `size` in points at zoom 1; `line_height` as a factor. */
void ibid_text_view_set_font (
    IbidTextView *self, const char *family, double size, double zoom, double line_height);

/* Pixels that `n` characters of the font are wide, margins included: for the column's clamp. */
int ibid_text_view_measure_column (IbidTextView *self, int n_characters);

/* Whenever the text is laid out anew, for another width or zoom, the line of `offset` (buffer)
 * keeps its height in the window while it is to be seen. G_MAXUINT: the uppermost line, as by
 * default. */
void ibid_text_view_hold (IbidTextView *self, guint offset);

/* The reader acts: what moves the text from now on is meant to. To be told for every key, press and
 * turn of the wheel. */
void ibid_text_view_let_go (IbidTextView *self);

/* Where a buffer offset's line is, in pixels under the view's upper edge; may be outside. */
int ibid_text_view_get_y (IbidTextView *self, guint offset);

/* Scrolls so that it is at `y`; at once when heights are known, else as soon as they are. */
void ibid_text_view_set_y (IbidTextView *self, guint offset, int y);

/* The same with a part of the view's height for `y`, also before the view has one. */
void ibid_text_view_land (IbidTextView *self, guint offset, double part);

/* Puts the caret there without scrolling, or scrolls when it is not to be seen: a third from above.
 */
void ibid_text_view_place_caret (IbidTextView *self, guint offset);
void ibid_text_view_show (IbidTextView *self, guint offset);
guint ibid_text_view_get_caret (IbidTextView *self);

/* The place in the text that is at hand: the caret's while it is to be seen, else the uppermost
 * line's. NULL in the title block. */
IbidPassage *ibid_text_view_get_position (IbidTextView *self, guint *offset);

/* What is selected, as it is copied: see ibid_text_layout_dup_text(). NULL when nothing is. */
char *ibid_text_view_dup_selection (IbidTextView *self);

/* Caret to the next marker or the previous one; FALSE at the end. */
gboolean ibid_text_view_next_note (IbidTextView *self);
gboolean ibid_text_view_previous_note (IbidTextView *self);

/* Caret to the next marker labelled `label` behind it, else to the first; FALSE without one. */
gboolean ibid_text_view_go_to_label (IbidTextView *self, const char *label);

/* Does what a click or Enter at buffer offset `offset` does: emits note-activated,
 * reference-activated or link-activated. FALSE when nothing is there. */
gboolean ibid_text_view_activate (IbidTextView *self, guint offset, gboolean by_key);

/* Area of a marker in the view's coordinates. */
void ibid_text_view_get_marker_area (IbidTextView *self, guint marker, GdkRectangle *area);
