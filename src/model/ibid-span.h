/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-enums.h"

#include <json-glib/json-glib.h>

/* A run of a passage that is set in a style. Offsets are code points, `end` not included. A plain
 * struct, owned by its passage: a book has tens of thousands and nobody watches one. */
typedef struct {
  guint start;
  guint end;
  IbidSpanStyle style;
  char *href;        /* links only */
  JsonObject *extra; /* unknown members, or NULL */
} IbidSpan;

/* Frees what `span` owns, not the struct itself. */
void ibid_span_clear (IbidSpan *span);
