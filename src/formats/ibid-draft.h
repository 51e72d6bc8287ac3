/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-body.h"

/* A text as an importer finds it, before it is decided what in it is a marker and what a note:
 * blocks in the order of the file, and in them styles, links, ids and markers that the format
 * itself names. Written like a stream by one importer; ibid_note_resolver_run() then makes the body
 * of it. All offsets are bytes of the block's text. Blanks are collapsed as the study format asks
 * while the text is written, except in code. Bounded by the size of what is written to it. */
typedef struct _IbidDraft IbidDraft;

#define IBID_DRAFT_NONE G_MAXUINT

/* What a link of the file is said to be. */
typedef enum {
  IBID_DRAFT_LINK_PLAIN,    /* just a link: may turn out to be a marker */
  IBID_DRAFT_LINK_NOTE,     /* the markup says that it is a marker */
  IBID_DRAFT_LINK_CITATION, /* the same, of a bibliography's entry */
  IBID_DRAFT_LINK_BACK,     /* the markup says that it leads back: never a marker */
} IbidDraftLinkKind;

/* What a container is said to be, or looks like by its element. */
typedef enum {
  IBID_DRAFT_CONTAINER_PLAIN, /* a division */
  IBID_DRAFT_CONTAINER_FILE,  /* one of the files of a book */
  IBID_DRAFT_CONTAINER_ITEM,  /* of a list, a definition, a table's row or cell */
  IBID_DRAFT_CONTAINER_ASIDE,
  IBID_DRAFT_CONTAINER_NOTES,        /* typed: a list of notes */
  IBID_DRAFT_CONTAINER_BIBLIOGRAPHY, /* typed: a list of works */
  IBID_DRAFT_CONTAINER_NOTE,         /* typed: one note */
} IbidDraftContainerKind;

typedef struct {
  guint start;
  guint end;
  IbidSpanStyle style;
  char *href; /* links only */
} IbidDraftSpan;

typedef struct {
  guint start;
  guint end;
  char *target; /* key of an anchor of this document */
  IbidDraftLinkKind kind;
} IbidDraftLink;

/* A marker that the format names as such; it takes no room in the text. */
typedef struct {
  guint at;
  guint length; /* bytes before `at` that are the marker in words; else 0 */
  char *label;
  char *key; /* of a note */
  char *locator;
  IbidFound found;
} IbidDraftMarker;

typedef struct {
  char *text;
  guint length;
  guint level; /* of a heading, 1 to 6; 0 for a paragraph */
  IbidParagraphStyle style;
  int depth;  /* of a list item, from 0; else -1 */
  int number; /* of a list item; else -1 */
  guint container;
  guint note;            /* index of the note that it is part of; else IBID_DRAFT_NONE */
  gboolean follows_rule; /* a line across the page stands before it */
  GArray *spans;         /* IbidDraftSpan; NULL for none */
  GArray *links;   /* IbidDraftLink, inside the document only, in order; NULL for none. Some have
                      no text: pictures and arrows that the style sheet draws */
  GArray *markers; /* IbidDraftMarker, in order; NULL for none */
} IbidDraftBlock;

/* An element of the file that holds blocks, or parts of one. */
typedef struct {
  guint parent; /* the first has none: IBID_DRAFT_NONE */
  guint first;  /* block */
  guint end;    /* block behind the last */
  IbidDraftContainerKind kind;
} IbidDraftContainer;

/* An id of the file. */
typedef struct {
  guint block;     /* that it stands in, or before: may be one behind the last */
  guint offset;    /* in the block */
  guint container; /* whose id it is; IBID_DRAFT_NONE for an inline element */
  guint next; /* another one with the same key: files break the rules; IBID_DRAFT_NONE mostly */
} IbidDraftAnchor;

/* A note that the format names as such. */
typedef struct {
  char *key;
  char *label; /* NULL when the format gives none */
  IbidReferenceKind kind;
  guint reference; /* index in the body, once ibid_note_resolver_run() has made it */
} IbidDraftNote;

IbidDraft *ibid_draft_new (void);
void ibid_draft_free (IbidDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidDraft, ibid_draft_free)

/* --- Writing ---
 * Blocks. Beginning one ends the one before. A block without text vanishes when it ends; ids in it
 * belong to the next one then. Text outside of any block begins one of body style. */
void ibid_draft_begin_heading (IbidDraft *self, guint level);
void ibid_draft_begin_paragraph (IbidDraft *self, IbidParagraphStyle style);
void ibid_draft_begin_item (IbidDraft *self, int depth, int number);
void ibid_draft_end_block (IbidDraft *self);
gboolean ibid_draft_is_in_block (IbidDraft *self);

/* A section without a heading begins: what follows does not belong to the one before. */
void ibid_draft_add_untitled_section (IbidDraft *self, guint level);

/* A line across the page: ends the block. */
void ibid_draft_add_rule (IbidDraft *self);

/* Valid UTF-8; `length` -1 for all. Runs of blanks and line ends become one blank, but stay as they
 * are in code; add_verbatim() collapses nothing, for verse. add_break() is a line break that is
 * meant, add_tab() parts the cells of a row. */
void ibid_draft_add_text (IbidDraft *self, const char *text, gssize length);
void ibid_draft_add_break (IbidDraft *self);
void ibid_draft_add_verbatim (IbidDraft *self, const char *text, gssize length);
void ibid_draft_add_tab (IbidDraft *self);

/* Styles nest. One that is open when its block ends goes on in the next block. `href`: links that
 * lead out of the document, else NULL. */
void ibid_draft_open_span (IbidDraft *self, IbidSpanStyle style, const char *href);
void ibid_draft_close_span (IbidDraft *self);

/* Closes the innermost open span of a style, whatever was opened since: for formats that say of
 * each run how it looks. */
void ibid_draft_close_style (IbidDraft *self, IbidSpanStyle style);

/* A link within the document, to the anchor that is added with `target` as its key; it need not
 * exist yet. Links do not nest: opening closes. */
void ibid_draft_open_link (IbidDraft *self, const char *target, IbidDraftLinkKind kind);
void ibid_draft_close_link (IbidDraft *self);

/* An id, where the text stands now. Of several with one key two are kept.
 */
void ibid_draft_add_anchor (IbidDraft *self, const char *key);

/* Elements around blocks; `key` as add_anchor(), or NULL. */
void ibid_draft_open_container (IbidDraft *self, IbidDraftContainerKind kind, const char *key);
void ibid_draft_close_container (IbidDraft *self);

/* A marker here, of the note with `key`; `length`: bytes of the text just written that are the
 * citation in words, mostly 0; `locator` may be NULL. */
void ibid_draft_add_marker (IbidDraft *self,
                            const char *key,
                            const char *label,
                            guint length,
                            const char *locator,
                            IbidFound found);

/* A note that the format names as such: blocks up to end_note() are its text. May begin in the
 * midst of a block, which goes on behind it, and within another note. FALSE, and the note is part
 * of the text, when there is one with this key already or notes are nested too deep. */
gboolean
ibid_draft_begin_note (IbidDraft *self, const char *key, const char *label, IbidReferenceKind kind);
void ibid_draft_end_note (IbidDraft *self);

/* The format names all of its notes and markers: nothing else that looks like one, a raised 1 in
 * front of "H NMR", is to be taken for one. */
void ibid_draft_set_names_notes (IbidDraft *self, gboolean names_notes);

/* Ends whatever is still open. Nothing may be written after it. */
void ibid_draft_finish (IbidDraft *self);

/* --- Reading, when it is finished --- */
gboolean ibid_draft_get_names_notes (IbidDraft *self);
guint ibid_draft_get_n_blocks (IbidDraft *self);
IbidDraftBlock *ibid_draft_get_block (IbidDraft *self, guint index);
guint ibid_draft_get_n_containers (IbidDraft *self);
IbidDraftContainer *ibid_draft_get_container (IbidDraft *self, guint index);
guint ibid_draft_get_n_notes (IbidDraft *self);
IbidDraftNote *ibid_draft_get_note (IbidDraft *self, guint index);

/* NULL when no such key was added. */
const IbidDraftAnchor *ibid_draft_find_anchor (IbidDraft *self, const char *key);

/* The next one with the same key; NULL when there is none. */
const IbidDraftAnchor *ibid_draft_next_anchor (IbidDraft *self, const IbidDraftAnchor *anchor);

/* Index of a note that the format names; IBID_DRAFT_NONE without one. */
guint ibid_draft_find_note (IbidDraft *self, const char *key);
