/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-plain-text-blocks.h"
#include "formats/ibid-plain-text-notes.h"

/* Moves the entries of ibid_works_list_find() from `blocks`, with the heading over them when
 * nothing else stands under it, to `notes`. Entries without blank lines between them are told by
 * their hanging indents. */
void ibid_text_works_take (GArray *blocks, IbidTextLines *lines, IbidTextNotes *notes);
