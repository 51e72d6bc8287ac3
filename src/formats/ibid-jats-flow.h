/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-jats-entries.h"
#include "formats/ibid-jats-ids.h"
#include "formats/ibid-jats-line.h"

#include <gio/gio.h>

/* The text of a JATS article on its way into a draft: paragraphs, headings and notes. What blocks
 * there are and what becomes of each is ibid-jats-blocks.c's to say. */
typedef struct {
  IbidJatsIds *ids;
  IbidDraft *draft;
  IbidJatsEntries *entries;
  GCancellable *cancellable;
  guint n_markers;
  guint level;               /* of the section that is open; 0 at the top */
  guint n_boxes;             /* open: headings in them are none of the text */
  gboolean is_after_section; /* that has ended, and no other has begun */
  gboolean is_in_note;
  char *item_label;    /* "(a)", of the list item that begins; else NULL */
  char *own_label;     /* of the note that begins, when its text may begin with it; else NULL */
  GHashTable *numbers; /* xmlNode to the number given to a note without one */
  guint n_blocks;
  gboolean is_cancelled; /* nothing more is written */
  GPtrArray *waiting;    /* xmlNode: notes that stood in what is being written */
  guint n_done;          /* of those */
} IbidJatsFlow;

/* How a paragraph is set. */
typedef struct {
  IbidParagraphStyle style;
  int depth;  /* of a list item */
  int number; /* of the list item that begins; -1 then, or for none */
} IbidJatsSetting;

/* Borrows all. */
void ibid_jats_flow_init (IbidJatsFlow *self,
                          IbidJatsIds *ids,
                          IbidDraft *draft,
                          IbidJatsEntries *entries,
                          GCancellable *cancellable);
void ibid_jats_flow_clear (IbidJatsFlow *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IbidJatsFlow, ibid_jats_flow_clear)

/* What an xref may lead to begins here. */
void ibid_jats_flow_anchor (IbidJatsFlow *self, const xmlNode *node);

/* Write a line, if there is anything in it, and free it. FALSE when there was nothing. A heading in
 * a box or a note is a paragraph. */
gboolean
ibid_jats_flow_take_paragraph (IbidJatsFlow *self, IbidJatsLine *line, IbidJatsSetting *setting);
gboolean ibid_jats_flow_take_heading (IbidJatsFlow *self, IbidJatsLine *line);

/* A note: `fn`, `corresp`, whatever holds its text; once. */
void ibid_jats_flow_add_note (IbidJatsFlow *self, const xmlNode *note);
