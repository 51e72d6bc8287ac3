/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gio/gio.h>

/* Bytes of a text file in any usual encoding to valid UTF-8 whose lines end in \n: UTF-8 and
 * UTF-16 with or without a byte order mark, else Windows-1252, of which Latin-1 is a part. What
 * cannot be decoded becomes U+FFFD. Form feeds stay. Text that needs no change is not copied.
 * NULL with IBID_IMPORT_ERROR_EMPTY when there is nothing but blanks, _INVALID when it is no
 * text. */
GBytes *ibid_text_decode (GBytes *bytes, GError **error);
