/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-draft.h"

/* Writes a draft the way office documents tell their text: paragraph by paragraph, each run with
 * the whole of its look, and tables whose cells hold paragraphs of their own. In a row paragraphs
 * become lines of their cell, and so do those of tables within tables. */
typedef struct _IbidOfficePen IbidOfficePen;

/* How a run looks: a bit for each IbidSpanStyle but links. */
#define IBID_OFFICE_LOOK(style) (1u << (style))
#define IBID_OFFICE_HIDDEN (1u << 31)

/* What a style or a run says of the look: bits as above. */
typedef struct {
  guint set; /* what is said at all */
  guint on;
} IbidOfficeLook;

/* What kind of paragraph is to come. */
typedef struct {
  guint level; /* of a heading, 1 to 6; 0 for others */
  IbidParagraphStyle style;
  int depth;  /* of list items, from 0 */
  int number; /* of list items; else -1 */
} IbidOfficeBlock;

/* `draft` is borrowed. */
IbidOfficePen *ibid_office_pen_new (IbidDraft *draft);
void ibid_office_pen_free (IbidOfficePen *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidOfficePen, ibid_office_pen_free)

IbidDraft *ibid_office_pen_get_draft (IbidOfficePen *self);

/* Paragraphs. Several of code in a row are one with several lines. */
void ibid_office_pen_begin_paragraph (IbidOfficePen *self, const IbidOfficeBlock *block);
void ibid_office_pen_end_paragraph (IbidOfficePen *self);

/* Pictures by their words: a caption after the paragraph. */
void ibid_office_pen_add_caption (IbidOfficePen *self, const char *text);

/* Tables. Rows within a cell make no row of their own. */
void ibid_office_pen_begin_row (IbidOfficePen *self);
void ibid_office_pen_begin_cell (IbidOfficePen *self);
void ibid_office_pen_end_row (IbidOfficePen *self);
gboolean ibid_office_pen_is_in_row (IbidOfficePen *self);

/* For the text to come. Blanks alone change no look, so that words set alike make one span.
 * `href` leads out of the document, `target` to an anchor in it; NULL both for no link. */
void ibid_office_pen_set_look (IbidOfficePen *self, guint look);
void ibid_office_pen_set_link (IbidOfficePen *self, const char *href, const char *target);
const char *ibid_office_pen_get_href (IbidOfficePen *self);
const char *ibid_office_pen_get_target (IbidOfficePen *self);

/* `length` -1 for a string. */
void ibid_office_pen_add_text (IbidOfficePen *self, const char *text, gssize length);
void ibid_office_pen_add_break (IbidOfficePen *self);
void ibid_office_pen_add_tab (IbidOfficePen *self);
void ibid_office_pen_add_marker (IbidOfficePen *self, const char *key, const char *label);

/* Paragraphs up to end_note() are the note's. Not within a paragraph of the text. FALSE when there
 * is a note with this key already. */
gboolean ibid_office_pen_begin_note (IbidOfficePen *self,
                                     const char *key,
                                     const char *label,
                                     IbidReferenceKind kind);
void ibid_office_pen_end_note (IbidOfficePen *self);

/* Whether the paragraph, in a row the cell, has text or a marker. */
gboolean ibid_office_pen_has_text (IbidOfficePen *self);
