/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gio/gio.h>

/* Writes ZIP archives byte by byte, so that tests can have good ones and such as no program
 * writes. */
typedef struct _ZipMaker ZipMaker;

typedef enum {
  ZIP_STORED = 0,
  ZIP_DEFLATED = 1 << 0,
  ZIP_ENCRYPTED = 1 << 1, /* says so; the bytes are as they are */
  ZIP_UTF8_NAME = 1 << 2,
} ZipFlags;

ZipMaker *zip_maker_new (void);

/* `size` -1 for a string. */
void
zip_maker_add (ZipMaker *self, const char *name, gconstpointer data, gssize size, ZipFlags flags);

/* The archive; frees the maker. */
GBytes *zip_maker_finish (ZipMaker *self);

/* An archive of texts: name, text, name, text, …, NULL. */
GBytes *zip_make (const char *name, ...) G_GNUC_NULL_TERMINATED;
