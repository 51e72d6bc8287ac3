/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-enums.h"

#include <glib.h>
#include <libxml/tree.h>

/* What the elements of TEI are to a reader. */
typedef enum {
  IBID_TEI_WORDS,   /* nothing special: what is inside counts */
  IBID_TEI_SKIPPED, /* nothing to read: pages' heads, index entries, pictures */
  IBID_TEI_SPACE,   /* parts words: a line's beginning */
  IBID_TEI_GROUP,   /* holds blocks: body, speech, argument */
  IBID_TEI_DIVISION,
  IBID_TEI_HEAD,
  IBID_TEI_PARAGRAPH,
  IBID_TEI_QUOTE,
  IBID_TEI_LIST,
  IBID_TEI_ITEM,
  IBID_TEI_LABEL,
  IBID_TEI_STANZA,
  IBID_TEI_LINE,
  IBID_TEI_STAGE,
  IBID_TEI_TABLE,
  IBID_TEI_ROW,
  IBID_TEI_CELL,
  IBID_TEI_FIGURE,
  IBID_TEI_CODE,
  IBID_TEI_TITLE_PAGE,
  IBID_TEI_BIBLIOGRAPHY,
  IBID_TEI_ENTRY, /* of a bibliography, or a work named in the text */
  IBID_TEI_NOTE,
  IBID_TEI_LINK,
  IBID_TEI_ANCHOR,
  IBID_TEI_CHOICE,
  IBID_TEI_GAP,
} IbidTeiKind;

IbidTeiKind ibid_tei_element_get_kind (const xmlNode *node);

/* A bit for each IbidSpanStyle that the words of an element are set in. */
guint ibid_tei_element_get_styles (const xmlNode *node);

/* Of several versions of some words, `choice` or `app`, the one to read; NULL for none. */
const xmlNode *ibid_tei_element_choose (const xmlNode *choice);

/* Holds blocks, whatever it is itself. */
gboolean ibid_tei_element_has_blocks (const xmlNode *node);
