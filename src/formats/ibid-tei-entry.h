/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-draft.h"

#include <libxml/tree.h>

/* Writes a `biblStruct`, which says in fields what a bibliography prints, as an entry in words to
 * the block that is open: authors, titles, place, publisher, year, pages. */
void ibid_tei_entry_write (const xmlNode *entry, IbidDraft *draft);
