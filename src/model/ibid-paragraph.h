/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-enums.h"
#include "model/ibid-passage.h"

/* A paragraph of a section: body text, a quotation, a list item, … */
#define IBID_TYPE_PARAGRAPH (ibid_paragraph_get_type ())
G_DECLARE_FINAL_TYPE (IbidParagraph, ibid_paragraph, IBID, PARAGRAPH, IbidPassage)

IbidParagraph *ibid_paragraph_new (const char *id, IbidParagraphStyle style);

IbidParagraphStyle ibid_paragraph_get_style (IbidParagraph *self);

/* List items: how deep, from 0, and their number as printed; -1 when the file does not say. */
int ibid_paragraph_get_depth (IbidParagraph *self);
int ibid_paragraph_get_number (IbidParagraph *self);

/* The IbidSection it stands in; borrowed, NULL when the document is gone. */
gpointer ibid_paragraph_get_section (IbidParagraph *self);

/* Place among all paragraphs of the document, from 0. */
guint ibid_paragraph_get_position (IbidParagraph *self);

/* Building. */
void ibid_paragraph_set_depth (IbidParagraph *self, int depth);
void ibid_paragraph_set_number (IbidParagraph *self, int number);
void ibid_paragraph_set_section (IbidParagraph *self, gpointer section);
void ibid_paragraph_set_position (IbidParagraph *self, guint position);

/* For the body that owns all, when it goes: forgets the section. */
void ibid_paragraph_unlink (IbidParagraph *self);
