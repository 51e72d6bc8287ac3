/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <json-glib/json-glib.h>

/* A block of data in a note, fenced as "csl-json": the works that it cites. */
typedef struct {
  char *key; /* of the note */
  JsonArray *works;
} IbidMarkdownData;

/* For arrays of them. */
void ibid_markdown_data_clear (gpointer data);

/* Objects of CSL-JSON, at least one; NULL when `text` is anything else. Free with
 * json_array_unref(). */
JsonArray *ibid_markdown_data_parse (const char *text);

/* For a note that has no text of its own: who, what, where and when, of each work. Free with
 * g_free(). */
char *ibid_markdown_data_dup_text (JsonArray *works);
