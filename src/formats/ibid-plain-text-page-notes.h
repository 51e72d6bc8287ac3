/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-plain-text-notes.h"

/* Notes right below the paragraph, or at the foot of a page, with nothing but their label to tell
 * them: "[3] …", "³ …", "3. …", "* …", "† …". A block is one when the text above has its marker. */

/* Takes them out of the lines and adds them to `notes`. Without `is_alone`, only where they stand
 * between the text: one list of them at its end is better read as a list. FALSE when none was
 * taken. */
gboolean ibid_text_page_notes_take (IbidTextLines *lines, IbidTextNotes *notes, gboolean is_alone);
