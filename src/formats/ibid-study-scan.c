/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-study-scan.h"

#include "formats/ibid-excerpt.h"
#include "formats/ibid-json-tokens.h"
#include "formats/ibid-limits.h"

#include <glib/gi18n.h>
#include <string.h>

#define VALUES_PER_CANCEL_CHECK 4096
#define MAX_PATH_BYTES 300
#define RUN_BYTES (64 * 1024)

/* The name of a member of an object that is still open. */
typedef struct {
  const char *text; /* with its escapes undone */
  gsize length;
  guint hash;
} Key;

/* An object or array that is still open. */
typedef struct {
  gboolean is_object;
  guint n_values;  /* members or elements so far, with the one at hand */
  guint first_key; /* of the object's, in `keys` */
} Frame;

typedef struct {
  IbidJsonTokens tokens;
  Frame frames[IBID_MAX_JSON_DEPTH];
  guint depth;
  guint n_values;
  GArray *keys;         /* Key, of all open objects */
  GPtrArray *unescaped; /* texts of keys that have escapes */
  const char *data;     /* where runs count from */
  const char *const *members;
  GArray *runs;     /* of them, so far */
  IbidStudyRun run; /* at hand; member is NULL outside of such an array */
  gboolean is_run_open;
  GCancellable *cancellable;
} Scan;

static gboolean
refuse_size (Scan *scan, const char *reason)
{
  return ibid_json_tokens_refuse_as (
      &scan->tokens, IBID_IMPORT_ERROR_TOO_LARGE, scan->tokens.cursor, reason);
}

/* What is open, down to the member or element at hand: "sections[2].paragraphs[0].text". */
static char *
dup_path (const Scan *scan)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < scan->depth && path->len < MAX_PATH_BYTES; i++) {
    const Frame *frame = &scan->frames[i];

    if (frame->is_object) {
      guint index = frame->first_key + frame->n_values - 1;
      const Key *key = &g_array_index (scan->keys, Key, index);
      g_autofree char *name = ibid_excerpt_dup (key->text, key->length);

      g_string_append_printf (path, "%s%s", i > 0 ? "." : "", name);
    } else {
      g_string_append_printf (path, "[%u]", frame->n_values - 1);
    }
  }
  return g_string_free (path, FALSE);
}

static gboolean
refuse_twice (Scan *scan, const char *at)
{
  g_autofree char *path = dup_path (scan);
  guint line;
  guint column;

  ibid_json_tokens_get_place (&scan->tokens, at, &line, &column);
  g_set_error (scan->tokens.error,
               IBID_IMPORT_ERROR,
               IBID_IMPORT_ERROR_INVALID,
               /* Translators: %1$s is the path of a member: "sections[2].heading". */
               _ ("%1$s: there twice, again in line %2$u, column %3$u"),
               path,
               line,
               column);
  return FALSE;
}

/* Where elements stand that are to be parsed piece by piece: within an array of the root. */
static void
find_listed_member (Scan *scan)
{
  const Key *key = &g_array_index (scan->keys, Key, scan->keys->len - 1);

  for (guint i = 0; scan->members[i] != NULL; i++) {
    if (strlen (scan->members[i]) == key->length &&
        memcmp (scan->members[i], key->text, key->length) == 0)
      scan->run.member = scan->members[i];
  }
}

static void
begin_run (Scan *scan, guint first)
{
  scan->run.first = first;
  scan->run.start = scan->tokens.cursor - scan->data;
  scan->is_run_open = TRUE;
}

static void
end_run (Scan *scan)
{
  scan->run.end = scan->tokens.cursor - scan->data;
  scan->is_run_open = FALSE;
  g_array_append_val (scan->runs, scan->run);
}

static gboolean
is_long_run (const Scan *scan)
{
  return (gsize)(scan->tokens.cursor - scan->data) - scan->run.start >= RUN_BYTES;
}

static gboolean
open_container (Scan *scan, gboolean is_object)
{
  if (scan->depth == IBID_MAX_JSON_DEPTH) {
    g_autofree char *reason = g_strdup_printf (_ ("nested more than %u deep"), IBID_MAX_JSON_DEPTH);

    return refuse_size (scan, reason);
  }
  scan->frames[scan->depth++] = (Frame){is_object, 0, scan->keys->len};
  scan->tokens.cursor++;
  if (scan->depth == 2 && !is_object && scan->frames[0].is_object)
    find_listed_member (scan);
  return TRUE;
}

static void
close_container (Scan *scan)
{
  if (scan->depth == 2) {
    if (scan->is_run_open)
      end_run (scan);
    scan->run.member = NULL;
  }
  scan->depth--;
  g_array_set_size (scan->keys, scan->frames[scan->depth].first_key);
  scan->tokens.cursor++;
}

/* A scalar whole, a container just opened. */
static gboolean
scan_value (Scan *scan)
{
  if (++scan->n_values > IBID_MAX_JSON_VALUES) {
    g_autofree char *reason = g_strdup_printf (_ ("more than %u values"), IBID_MAX_JSON_VALUES);

    return refuse_size (scan, reason);
  }
  if (scan->n_values % VALUES_PER_CANCEL_CHECK == 0 &&
      g_cancellable_set_error_if_cancelled (scan->cancellable, scan->tokens.error))
    return FALSE;
  ibid_json_tokens_skip_blanks (&scan->tokens);
  switch (ibid_json_tokens_peek (&scan->tokens)) {
  case '{':
    return open_container (scan, TRUE);
  case '[':
    return open_container (scan, FALSE);
  case '"':
    return ibid_json_tokens_string (&scan->tokens, NULL);
  case 't':
    return ibid_json_tokens_word (&scan->tokens, "true");
  case 'f':
    return ibid_json_tokens_word (&scan->tokens, "false");
  case 'n':
    return ibid_json_tokens_word (&scan->tokens, "null");
  default:
    if (ibid_json_tokens_peek (&scan->tokens) != '-' &&
        !g_ascii_isdigit (ibid_json_tokens_peek (&scan->tokens)))
      return ibid_json_tokens_refuse (&scan->tokens, scan->tokens.cursor, _ ("no JSON value"));
    return ibid_json_tokens_number (&scan->tokens);
  }
}

static guint
hash_key (const char *text, gsize length)
{
  guint hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar)text[i]) * 16777619u;
  return hash;
}

/* Objects are small, see IBID_MAX_JSON_MEMBERS: looking through all their keys is fast. */
static gboolean
has_key (const Scan *scan, const Frame *frame, const Key *key)
{
  for (guint i = frame->first_key; i < scan->keys->len; i++) {
    const Key *other = &g_array_index (scan->keys, Key, i);

    if (other->hash == key->hash && other->length == key->length &&
        memcmp (other->text, key->text, key->length) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
scan_key (Scan *scan, Frame *frame)
{
  const char *start = scan->tokens.cursor;
  gboolean has_escapes = FALSE;
  gboolean is_known;
  Key key;

  if (ibid_json_tokens_peek (&scan->tokens) != '"')
    return ibid_json_tokens_refuse (
        &scan->tokens, start, _ ("a member's name in quotation marks is missing"));
  if (frame->n_values > IBID_MAX_JSON_MEMBERS) {
    g_autofree char *reason = g_strdup_printf (_ ("more than %u members in an object"),
                                               IBID_MAX_JSON_MEMBERS);

    return refuse_size (scan, reason);
  }
  if (!ibid_json_tokens_string (&scan->tokens, &has_escapes))
    return FALSE;
  key.text = start + 1;
  key.length = scan->tokens.cursor - start - 2;
  if (has_escapes) {
    key.text = ibid_json_unescape (key.text, key.length, &key.length);
    g_ptr_array_add (scan->unescaped, (gpointer)key.text);
  }
  key.hash = hash_key (key.text, key.length);
  is_known = has_key (scan, frame, &key);
  g_array_append_val (scan->keys, key);
  if (is_known)
    return refuse_twice (scan, start);
  ibid_json_tokens_skip_blanks (&scan->tokens);
  if (ibid_json_tokens_peek (&scan->tokens) != ':')
    return ibid_json_tokens_refuse (&scan->tokens, scan->tokens.cursor, _ ("a colon is missing"));
  scan->tokens.cursor++;
  return TRUE;
}

static gboolean
scan_comma (Scan *scan, char closing)
{
  IbidJsonTokens *tokens = &scan->tokens;

  if (ibid_json_tokens_peek (tokens) != ',')
    return ibid_json_tokens_refuse (
        tokens, tokens->cursor, _ ("a comma or the end of an object or array is missing"));
  if (scan->depth == 2 && scan->is_run_open && is_long_run (scan))
    end_run (scan);
  tokens->cursor++;
  ibid_json_tokens_skip_blanks (tokens);
  if (ibid_json_tokens_peek (tokens) == closing)
    return ibid_json_tokens_refuse (tokens, tokens->cursor, _ ("nothing follows the comma"));
  return TRUE;
}

/* The next member or element of the innermost container, or its end. */
static gboolean
scan_next (Scan *scan)
{
  Frame *frame = &scan->frames[scan->depth - 1];
  char closing = frame->is_object ? '}' : ']';

  ibid_json_tokens_skip_blanks (&scan->tokens);
  if (ibid_json_tokens_peek (&scan->tokens) == closing) {
    close_container (scan);
    return TRUE;
  }
  if (frame->n_values > 0 && !scan_comma (scan, closing))
    return FALSE;
  if (scan->depth == 2 && scan->run.member != NULL && !scan->is_run_open)
    begin_run (scan, frame->n_values);
  frame->n_values++;
  return (!frame->is_object || scan_key (scan, frame)) && scan_value (scan);
}

static gboolean
scan_all (Scan *scan)
{
  ibid_json_tokens_skip_blanks (&scan->tokens);
  if (scan->tokens.cursor == scan->tokens.end) {
    g_set_error_literal (
        scan->tokens.error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_EMPTY, _ ("the file is empty"));
    return FALSE;
  }
  if (!scan_value (scan))
    return FALSE;
  while (scan->depth > 0) {
    if (!scan_next (scan))
      return FALSE;
  }
  ibid_json_tokens_skip_blanks (&scan->tokens);
  if (scan->tokens.cursor < scan->tokens.end)
    return ibid_json_tokens_refuse (
        &scan->tokens, scan->tokens.cursor, _ ("something follows the end of the value"));
  return TRUE;
}

static gboolean
check_size (gsize length, GError **error)
{
  g_autofree char *limit = NULL;
  g_autofree char *size = NULL;

  if (length <= IBID_MAX_TEXT_BYTES)
    return TRUE;
  limit = g_format_size_full (IBID_MAX_TEXT_BYTES, G_FORMAT_SIZE_IEC_UNITS);
  size = g_format_size_full (length, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error,
               IBID_IMPORT_ERROR,
               IBID_IMPORT_ERROR_TOO_LARGE,
               /* Translators: two sizes, "70.0 MiB" and "64.0 MiB". */
               _ ("the file has %1$s, more than %2$s"),
               size,
               limit);
  return FALSE;
}

gsize
ibid_study_scan_get_mark (const char *data, gsize length)
{
  return length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

GArray *
ibid_study_scan (const char *data,
                 gsize length,
                 const char *const *members,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autofree Scan *scan = NULL;
  gboolean is_good;

  if (!check_size (length, error))
    return NULL;
  scan = g_new0 (Scan, 1);
  scan->data = data != NULL ? data : "";
  scan->tokens.start = scan->data + ibid_study_scan_get_mark (scan->data, length);
  scan->tokens.end = scan->data + length;
  scan->tokens.cursor = scan->tokens.start;
  scan->tokens.error = error;
  scan->keys = g_array_new (FALSE, FALSE, sizeof (Key));
  scan->unescaped = g_ptr_array_new_with_free_func (g_free);
  scan->members = members;
  scan->runs = g_array_new (FALSE, FALSE, sizeof (IbidStudyRun));
  scan->cancellable = cancellable;
  is_good = scan_all (scan);
  g_array_unref (scan->keys);
  g_ptr_array_unref (scan->unescaped);
  if (!is_good)
    g_clear_pointer (&scan->runs, g_array_unref);
  return scan->runs;
}
