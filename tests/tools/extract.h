/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <json-glib/json-glib.h>

/* What ibid-extract knows to extract: a file extract-*.c each. */
typedef struct {
  const char *language;       /* BCP 47; NULL when not said */
  const char *reference_date; /* EDTF; NULL when not said */
} ExtractOptions;

/* Adds one value to `out`: what was found in `text`, a line of input. */
typedef void (*ExtractFunc) (const char *text, const ExtractOptions *options, JsonBuilder *out);

void extract_dates (const char *text, const ExtractOptions *options, JsonBuilder *out);
void extract_references (const char *text, const ExtractOptions *options, JsonBuilder *out);
