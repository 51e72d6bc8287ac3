/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-archive.h"

#include "formats/ibid-import-error.h"
#include "formats/ibid-limits.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#define CHUNK_BYTES 65536u

struct _IbidArchive {
  GHashTable *files;  /* name, owned, to GBytes; NULL for those not wanted */
  GHashTable *folded; /* the name in lower case, owned, to the name, borrowed */
  GPtrArray *wanted;  /* names, borrowed, in the order of the archive */
};

typedef struct {
  struct archive *reader;
  IbidArchive *archive;
  gsize packed;     /* bytes of the whole archive */
  guint64 unpacked; /* bytes so far */
  guint64 kept;     /* of them in memory */
  guint n_entries;
  GCancellable *cancellable;
} Job;

static void
unref_bytes (gpointer bytes)
{
  if (bytes != NULL)
    g_bytes_unref (bytes);
}

void
ibid_archive_free (IbidArchive *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->wanted);
  g_hash_table_unref (self->folded);
  g_hash_table_unref (self->files);
  g_free (self);
}

/* Takes `message`. */
static gboolean
fail_too_large (char *message, GError **error)
{
  g_set_error_literal (error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_TOO_LARGE, message);
  g_free (message);
  return FALSE;
}

static gboolean
fail_invalid (const char *message, GError **error)
{
  g_set_error_literal (error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_INVALID, message);
  return FALSE;
}

/* The name of an entry, its parts parted by slashes; NULL when it is no UTF-8, so that nothing in
 * the archive can name it. */
static char *
dup_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname (entry);

  if (name == NULL || !g_utf8_validate (name, -1, NULL))
    return NULL;
  return g_strdelimit (g_strdup (name), "\\", '/');
}

/* A name that can be meant for nothing outside the archive. */
static gboolean
is_safe_name (const char *name)
{
  g_auto (GStrv) parts = NULL;

  if (*name == '\0' || *name == '/' || (g_ascii_isalpha (name[0]) && name[1] == ':'))
    return FALSE;
  parts = g_strsplit (name, "/", -1);
  return !g_strv_contains ((const char *const *)parts, "..");
}

/* What was unpacked so far is no more than an honest archive holds. */
static gboolean
check_unpacked (Job *job, GError **error)
{
  g_autofree char *limit = NULL;

  if (job->unpacked > IBID_MAX_UNPACKED_BYTES) {
    limit = g_format_size_full (IBID_MAX_UNPACKED_BYTES, G_FORMAT_SIZE_IEC_UNITS);
    /* Translators: %s is a size, "1 GiB". */
    return fail_too_large (g_strdup_printf (_ ("unpacked it has more than %s"), limit), error);
  }
  if (job->unpacked > IBID_MIN_SUSPECT_BYTES &&
      job->unpacked / IBID_MAX_ARCHIVE_RATIO > job->packed)
    return fail_too_large (
        /* Translators: %u is a number: 200 times. */
        g_strdup_printf (_ ("it unpacks to more than %u times its size"), IBID_MAX_ARCHIVE_RATIO),
        error);
  if (job->kept > IBID_MAX_ARCHIVE_TEXT_BYTES) {
    limit = g_format_size_full (IBID_MAX_ARCHIVE_TEXT_BYTES, G_FORMAT_SIZE_IEC_UNITS);
    /* Translators: %s is a size, "128 MiB". */
    return fail_too_large (g_strdup_printf (_ ("the texts in it have more than %s"), limit), error);
  }
  return !g_cancellable_set_error_if_cancelled (job->cancellable, error);
}

static gboolean
check_length (gsize length, const char *name, GError **error)
{
  g_autofree char *limit = NULL;

  if (length <= IBID_MAX_PART_BYTES)
    return TRUE;
  limit = g_format_size_full (IBID_MAX_PART_BYTES, G_FORMAT_SIZE_IEC_UNITS);
  return fail_too_large (
      /* Translators: the name of a file in an archive, and a size, "64 MiB". */
      g_strdup_printf (_ ("%1$s has more than %2$s"), name, limit),
      error);
}

static gboolean
fail_damaged (Job *job, const char *name, GError **error)
{
  g_set_error (error,
               IBID_IMPORT_ERROR,
               IBID_IMPORT_ERROR_INVALID,
               /* Translators: %s is the name of a file in an archive. */
               _ ("the archive is damaged at %s"),
               name);
  return FALSE;
}

static GBytes *
unpack (Job *job, const char *name, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guint8 chunk[CHUNK_BYTES];

  for (;;) {
    gssize n = archive_read_data (job->reader, chunk, sizeof chunk);

    if (n == 0 && data->len == 0) /* which would have no address */
      return g_bytes_new_static ("", 0);
    if (n == 0)
      return g_byte_array_free_to_bytes (g_steal_pointer (&data));
    if (n < 0) {
      fail_damaged (job, name, error);
      return NULL;
    }
    job->unpacked += (guint64)n;
    job->kept += (guint64)n;
    if (!check_unpacked (job, error) || !check_length (data->len + (gsize)n, name, error))
      return NULL;
    g_byte_array_append (data, chunk, (guint)n);
  }
}

static gboolean
read_entry (Job *job, struct archive_entry *entry, IbidArchiveFilter is_wanted, GError **error)
{
  g_autofree char *name = dup_name (entry);
  GBytes *bytes = NULL;
  char *kept;

  if (++job->n_entries > IBID_MAX_ARCHIVE_ENTRIES)
    return fail_too_large (
        g_strdup_printf (_ ("there are more than %u files in it"), IBID_MAX_ARCHIVE_ENTRIES),
        error);
  if (name == NULL)
    return TRUE;
  if (!is_safe_name (name))
    return fail_invalid (_ ("a file in it has a name that leads out of the archive"), error);
  if (archive_entry_filetype (entry) != AE_IFREG ||
      g_hash_table_contains (job->archive->files, name))
    return TRUE;
  if (is_wanted (name)) {
    if (archive_entry_is_encrypted (entry))
      return fail_invalid (_ ("it is encrypted; Ibid reads only what is not protected"), error);
    bytes = unpack (job, name, error);
    if (bytes == NULL)
      return FALSE;
  }
  kept = g_steal_pointer (&name);
  if (bytes != NULL)
    g_ptr_array_add (job->archive->wanted, kept);
  g_hash_table_insert (job->archive->files, kept, bytes);
  g_hash_table_insert (job->archive->folded, g_utf8_strdown (kept, -1), kept);
  return TRUE;
}

static gboolean
read_entries (Job *job, IbidArchiveFilter is_wanted, GError **error)
{
  struct archive_entry *entry;
  int status;

  while ((status = archive_read_next_header (job->reader, &entry)) == ARCHIVE_OK ||
         status == ARCHIVE_WARN)
    if (!read_entry (job, entry, is_wanted, error) ||
        g_cancellable_set_error_if_cancelled (job->cancellable, error))
      return FALSE;
  if (status != ARCHIVE_EOF)
    return fail_invalid (_ ("the archive is damaged or cut off"), error);
  return TRUE;
}

gboolean
ibid_archive_is_one (GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  return size >= 4 && memcmp (data, "PK\3\4", 4) == 0;
}

/* libarchive turns names into the locale's encoding, and loses those that do not fit there. */
IbidArchive *
ibid_archive_read (GBytes *bytes,
                   IbidArchiveFilter is_wanted,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (IbidArchive) self = g_new0 (IbidArchive, 1);
  Job job = {.archive = self, .cancellable = cancellable};
  locale_t utf8 = newlocale (LC_CTYPE_MASK, "C.UTF-8", NULL);
  locale_t before = uselocale (utf8);
  const void *data = g_bytes_get_data (bytes, &job.packed);
  gboolean is_read;

  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_bytes);
  self->wanted = g_ptr_array_new ();
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  job.reader = archive_read_new ();
  archive_read_support_format_zip_seekable (job.reader);
  is_read = archive_read_open_memory (job.reader, data, job.packed) == ARCHIVE_OK
                ? read_entries (&job, is_wanted, error)
                : fail_invalid (_ ("the archive is damaged or cut off"), error);
  archive_read_free (job.reader);
  uselocale (before);
  if (utf8 != NULL)
    freelocale (utf8);
  return is_read ? g_steal_pointer (&self) : NULL;
}

GBytes *
ibid_archive_get (IbidArchive *self, const char *name)
{
  GBytes *bytes = g_hash_table_lookup (self->files, name);
  g_autofree char *folded = NULL;
  const char *other;

  if (bytes != NULL)
    return bytes;
  folded = g_utf8_strdown (name, -1);
  other = g_hash_table_lookup (self->folded, folded);
  return other != NULL ? g_hash_table_lookup (self->files, other) : NULL;
}

const char *
ibid_archive_find (IbidArchive *self, const char *suffix)
{
  for (guint i = 0; i < self->wanted->len; i++) {
    const char *name = g_ptr_array_index (self->wanted, i);
    gsize length = strlen (name);

    if (length >= strlen (suffix) &&
        g_ascii_strcasecmp (name + length - strlen (suffix), suffix) == 0)
      return name;
  }
  return NULL;
}

gboolean
ibid_archive_has (IbidArchive *self, const char *name)
{
  return g_hash_table_contains (self->files, name);
}

/* Takes the last part off a path. */
static void
go_up (GString *path)
{
  const char *slash = strrchr (path->str, '/');

  g_string_truncate (path, slash != NULL ? (gsize)(slash - path->str) : 0);
}

/* Appends the parts of `tail` to `path`; FALSE when that leads out of the archive. */
static gboolean
append_parts (GString *path, const char *tail)
{
  g_auto (GStrv) parts = g_strsplit (tail, "/", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    if (g_str_equal (parts[i], "..")) {
      if (path->len == 0)
        return FALSE;
      go_up (path);
    } else if (*parts[i] != '\0' && !g_str_equal (parts[i], ".")) {
      if (path->len > 0)
        g_string_append_c (path, '/');
      g_string_append (path, parts[i]);
    }
  }
  return TRUE;
}

/* Percent signs decoded; what is no such sign stays as it is. NULL when that is no UTF-8. */
static char *
dup_decoded (const char *text)
{
  g_autofree char *decoded = g_uri_unescape_string (text, NULL);

  if (decoded != NULL && g_utf8_validate (decoded, -1, NULL))
    return g_steal_pointer (&decoded);
  return g_utf8_validate (text, -1, NULL) ? g_strdup (text) : NULL;
}

char *
ibid_archive_resolve (const char *base, const char *href, char **fragment)
{
  g_autofree char *scheme = g_uri_parse_scheme (href);
  const char *hash = strchr (href, '#');
  g_autofree char *escaped = hash != NULL ? g_strndup (href, (gsize)(hash - href))
                                          : g_strdup (href);
  g_autofree char *decoded = dup_decoded (escaped);
  g_autoptr (GString) path = g_string_new (NULL);

  *fragment = NULL;
  if (scheme != NULL || decoded == NULL || g_str_has_prefix (decoded, "//"))
    return NULL;
  g_strdelimit (decoded, "\\", '/');
  if (*decoded == '\0') {
    g_string_assign (path, base);
  } else {
    if (*decoded != '/') {
      g_string_assign (path, base);
      go_up (path);
    }
    if (!append_parts (path, decoded))
      return NULL;
  }
  if (hash != NULL && hash[1] != '\0')
    *fragment = dup_decoded (hash + 1);
  return g_strndup (path->str, path->len);
}
