/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-draft.h"

#include <libxml/tree.h>

/* The words of one paragraph, heading, cell or row on their way from the tree to the draft. They
 * are held back so that it can be seen what stands around an xref: "[", "<xref>3</xref>", "–",
 * "<xref>5</xref>", "]" are one group of markers. Offsets are bytes of the text. */
typedef struct _IbidJatsLine IbidJatsLine;

typedef enum {
  IBID_JATS_LINE_TEXT, /* blanks collapse */
  IBID_JATS_LINE_ROW,  /* of a table: line breaks are blanks, too */
  IBID_JATS_LINE_CODE, /* blanks stay as they are */
} IbidJatsLineKind;

/* An xref to a note or to an entry of the bibliography; or a note that stands in the text itself.
 */
typedef struct {
  const xmlNode *node;
  guint start;
  guint end;
  gboolean is_citation;
  gboolean is_raised;
} IbidJatsXref;

IbidJatsLine *ibid_jats_line_new (IbidJatsLineKind kind);
void ibid_jats_line_free (IbidJatsLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidJatsLine, ibid_jats_line_free)

/* --- Filling --- */
void ibid_jats_line_add_text (IbidJatsLine *self, const char *text, gssize length);

/* "\n" for a line break that is meant, "\t" between cells. */
void ibid_jats_line_add_separator (IbidJatsLine *self, char separator);

/* A style; `href` as ibid_draft_open_span(). They nest. */
void ibid_jats_line_open_span (IbidJatsLine *self, IbidSpanStyle style, const char *href);
void ibid_jats_line_close_span (IbidJatsLine *self);

/* A link to the anchor with `key`. */
void ibid_jats_line_open_link (IbidJatsLine *self, const char *key);
void ibid_jats_line_close_link (IbidJatsLine *self);

/* What is added between both is its words. One within another belongs to the outer one. */
void ibid_jats_line_open_xref (IbidJatsLine *self, const xmlNode *node, gboolean is_citation);
void ibid_jats_line_close_xref (IbidJatsLine *self);

/* A note stands here itself. */
void ibid_jats_line_add_note (IbidJatsLine *self, const xmlNode *node);

/* --- Looking --- */
const char *ibid_jats_line_get_text (IbidJatsLine *self);
guint ibid_jats_line_get_length (IbidJatsLine *self);
GArray *ibid_jats_line_get_xrefs (IbidJatsLine *self); /* IbidJatsXref, in order */
GArray *ibid_jats_line_get_notes (IbidJatsLine *self); /* IbidJatsXref of add_note(), in order */
gboolean ibid_jats_line_is_empty (IbidJatsLine *self); /* nothing to print */

/* --- Deciding --- */

/* Bytes `start` to `end` are taken out: a note's own number. */
void ibid_jats_line_cut (IbidJatsLine *self, guint start, guint end);

/* Bytes `start` to `end` are a marker of the note with `key`: taken out, or with `is_words` left in
 * the text. Several may take out the same bytes. */
void ibid_jats_line_mark (IbidJatsLine *self,
                          guint start,
                          guint end,
                          gboolean is_words,
                          const char *key,
                          const char *label,
                          const char *locator);

/* Gives all to the block that is open. */
void ibid_jats_line_write (IbidJatsLine *self, IbidDraft *draft);
