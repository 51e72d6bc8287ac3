/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-import-error.h"

/* The smallest parts of strict JSON: strings, numbers, words and the blanks between them. Those
 * that return a gboolean read one from the cursor on and leave the cursor behind it, or set
 * `*error` to IBID_IMPORT_ERROR_INVALID with line and column and return FALSE. */
typedef struct {
  const char *start;
  const char *end;
  const char *cursor;
  GError **error;
} IbidJsonTokens;

/* The character at the cursor; NUL behind the end, since there is no other place where it can
 * stand. */
char ibid_json_tokens_peek (const IbidJsonTokens *self);
void ibid_json_tokens_skip_blanks (IbidJsonTokens *self);

/* The cursor is on the opening quotation mark. `*has_escapes` is set only when there are some; it
 * may be NULL. */
gboolean ibid_json_tokens_string (IbidJsonTokens *self, gboolean *has_escapes);
gboolean ibid_json_tokens_number (IbidJsonTokens *self);
gboolean ibid_json_tokens_word (IbidJsonTokens *self, const char *word);

/* Line and column of `at`, both from 1, in characters. Reads all from the start: for messages. */
void
ibid_json_tokens_get_place (const IbidJsonTokens *self, const char *at, guint *line, guint *column);

/* Set the error for what stands at `at`, and return FALSE. */
gboolean ibid_json_tokens_refuse (IbidJsonTokens *self, const char *at, const char *reason);
gboolean ibid_json_tokens_refuse_as (IbidJsonTokens *self,
                                     IbidImportError code,
                                     const char *at,
                                     const char *reason);

/* What is within a string's quotation marks, with its escapes undone. It must have been read
 * without error. Free with g_free(). */
char *ibid_json_unescape (const char *raw, gsize raw_length, gsize *length);
