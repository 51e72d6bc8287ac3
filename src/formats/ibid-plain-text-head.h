/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-plain-text-lines.h"
#include "model/ibid-body.h"

/* Title, subtitle, authors, date and publisher at the head of a text, or in "Title: …" lines as
 * mails have them: sets the body's members and gives the lines the role IBID_LINE_HEAD. Lines that
 * say more than these members hold are left out of the text as well, but recorded: role
 * IBID_LINE_LEFT_OUT. */
void ibid_text_head_read (IbidTextLines *lines, IbidBody *body);
