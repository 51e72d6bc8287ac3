/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

#include <gio/gio.h>

/* What came out of reading a file. Never changes. */
#define IBID_TYPE_READING (ibid_reading_get_type ())
G_DECLARE_FINAL_TYPE (IbidReading, ibid_reading, IBID, READING, GObject)

IbidDocument *ibid_reading_get_document (IbidReading *self);

/* NULL when it came from standard input. */
GFile *ibid_reading_get_file (IbidReading *self);

/* SHA-256 of the bytes, in hexadecimal: the key of everything that is kept about a document.
 * NULL when the reader was asked to skip it. */
const char *ibid_reading_get_digest (IbidReading *self);

/* For people: "Plain text". */
const char *ibid_reading_get_format_name (IbidReading *self);

/* The title, or else the file's name without its suffix; never empty. Free with g_free(). */
char *ibid_reading_dup_title (IbidReading *self);

/* For the reader that makes it. References are its own, strings are copied; `file` may be
 * NULL, `name` is the file's, for people. */
IbidReading *ibid_reading_new (IbidDocument *document,
                               GFile *file,
                               const char *name,
                               const char *digest,
                               const char *format_name);
