/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* Characters of fonts that have signs in the place of letters: Symbol and Wingdings. */

/* Appends the character that `code`, hexadecimal, stands for in `font`; either may be NULL. What
 * is unknown becomes U+FFFD, so that it can be seen that something stood there. */
void ibid_office_symbols_append (GString *text, const char *font, const char *code);
