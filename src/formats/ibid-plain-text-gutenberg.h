/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-plain-text-lines.h"
#include "model/ibid-body.h"

/* Books from Project Gutenberg: a header with title, author and language, "*** START OF …", who
 * typed it, the book, "*** END OF …", the licence. */

/* Leaves the frame out of the text, with repetitions of the title in front matter, and gives the
 * body what the header says. Lines that the reader keeps stay. FALSE when there is no frame. */
gboolean ibid_text_gutenberg_read (IbidTextLines *lines, IbidBody *body);
