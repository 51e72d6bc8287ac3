/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-paragraph.h"

/* A heading (the passage's text; empty ahead of the first one) and the paragraphs under it. */
#define IBID_TYPE_SECTION (ibid_section_get_type ())
G_DECLARE_FINAL_TYPE (IbidSection, ibid_section, IBID, SECTION, IbidPassage)

/* `level`: 1 to 6. */
IbidSection *ibid_section_new (const char *id, guint level);

guint ibid_section_get_level (IbidSection *self);

/* IbidParagraph, in reading order. Borrowed. */
IbidList *ibid_section_get_paragraphs (IbidSection *self);

/* Building. Takes a reference of its own and makes this section the paragraph's. */
void ibid_section_add_paragraph (IbidSection *self, IbidParagraph *paragraph);
