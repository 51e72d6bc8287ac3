/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-plain-text-lines.h"

/* Gives the lines of a pasted web page that are no part of its text ("Skip to main content",
 * menus, "Share this") the role IBID_LINE_LEFT_OUT. In doubt a line stays; a sentence always does,
 * and so do lines that are kept. A page of nothing but furniture keeps all of it. */
void ibid_text_furniture_mark (IbidTextLines *lines);
