/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "zip-maker.h"

#include <string.h>

struct _ZipMaker {
  GByteArray *data;
  GByteArray *directory;
  guint n_entries;
};

ZipMaker *
zip_maker_new (void)
{
  ZipMaker *self = g_new0 (ZipMaker, 1);

  self->data = g_byte_array_new ();
  self->directory = g_byte_array_new ();
  return self;
}

/* Little-endian. */
static void
put (GByteArray *array, guint n_bytes, guint32 value)
{
  for (guint i = 0; i < n_bytes; i++) {
    guint8 byte = (guint8)(value >> (8 * i));

    g_byte_array_append (array, &byte, 1);
  }
}

static guint32
get_crc (const guint8 *data, gsize size)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < size; i++) {
    crc ^= data[i];
    for (guint bit = 0; bit < 8; bit++)
      crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
}

static GBytes *
deflate (gconstpointer data, gsize size)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 9);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream)
      stream = g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  g_autoptr (GError) error = NULL;

  g_output_stream_write_all (stream, data, size, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* What the header of a file and its line in the directory have in common. */
static void
put_header (
    GByteArray *array, const char *name, guint32 crc, gsize packed, gsize size, ZipFlags flags)
{
  put (array, 2, 20);
  put (array, 2, (flags & ZIP_ENCRYPTED ? 1 : 0) | (flags & ZIP_UTF8_NAME ? 1 << 11 : 0));
  put (array, 2, flags & ZIP_DEFLATED ? 8 : 0);
  put (array, 4, 0x21 << 16); /* 1 January 1980 */
  put (array, 4, crc);
  put (array, 4, (guint32)packed);
  put (array, 4, (guint32)size);
  put (array, 2, (guint32)strlen (name));
  put (array, 2, 0);
}

void
zip_maker_add (ZipMaker *self, const char *name, gconstpointer data, gssize size, ZipFlags flags)
{
  gsize length = size < 0 ? strlen (data) : (gsize)size;
  g_autoptr (GBytes) packed = flags & ZIP_DEFLATED ? deflate (data, length)
                                                   : g_bytes_new (data, length);
  guint32 crc = get_crc (data, length);
  guint offset = self->data->len;

  put (self->data, 4, 0x04034b50);
  put_header (self->data, name, crc, g_bytes_get_size (packed), length, flags);
  g_byte_array_append (self->data, (const guint8 *)name, (guint)strlen (name));
  g_byte_array_append (
      self->data, g_bytes_get_data (packed, NULL), (guint)g_bytes_get_size (packed));
  put (self->directory, 4, 0x02014b50);
  put (self->directory, 2, 20);
  put_header (self->directory, name, crc, g_bytes_get_size (packed), length, flags);
  put (self->directory, 2, 0);
  put (self->directory, 4, 0);
  put (self->directory, 4, 0);
  put (self->directory, 4, offset);
  g_byte_array_append (self->directory, (const guint8 *)name, (guint)strlen (name));
  self->n_entries++;
}

GBytes *
zip_maker_finish (ZipMaker *self)
{
  GByteArray *data = self->data;
  guint offset = data->len;

  g_byte_array_append (data, self->directory->data, self->directory->len);
  put (data, 4, 0x06054b50);
  put (data, 4, 0);
  put (data, 2, self->n_entries);
  put (data, 2, self->n_entries);
  put (data, 4, self->directory->len);
  put (data, 4, offset);
  put (data, 2, 0);
  g_byte_array_unref (self->directory);
  g_free (self);
  return g_byte_array_free_to_bytes (data);
}

GBytes *
zip_make (const char *name, ...)
{
  ZipMaker *maker = zip_maker_new ();
  va_list args;

  va_start (args, name);
  for (; name != NULL; name = va_arg (args, const char *))
    zip_maker_add (maker, name, va_arg (args, const char *), -1, ZIP_STORED);
  va_end (args);
  return zip_maker_finish (maker);
}
