/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

/* Where the text leans on a work or a reference: by a marker, or by a claim that names the
 * reference without containing its marker. One row of "Used in". */
typedef struct {
  IbidPassage *passage; /* borrowed, like the others */
  guint start;          /* its sentence or claim, code points */
  guint end;
  IbidNote *note;   /* NULL for a claim without a marker in it */
  IbidClaim *claim; /* NULL when nobody marked one */
} IbidUse;

/* Every use of `works` (IbidWork, each once), or of `reference` alone where it cites none, in the
 * order of the text. Free with g_array_unref(). */
GArray *ibid_uses_find (IbidDocument *document, GPtrArray *works, IbidReference *reference);

/* The works that `reference` cites, each once; free with g_ptr_array_unref(). Borrowed items. */
GPtrArray *ibid_uses_find_works (IbidDocument *document, IbidReference *reference);

/* Every reference that cites one of `works`, or `reference` alone; IbidReference, in the order of
 * the document, each once. Free with g_ptr_array_unref(). Borrowed items. */
GPtrArray *
ibid_uses_find_references (IbidDocument *document, GPtrArray *works, IbidReference *reference);
