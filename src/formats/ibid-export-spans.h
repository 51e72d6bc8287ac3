/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"
#include "model/ibid-note.h"
#include "model/ibid-passage.h"

/* Tells what is in a passage in the order in which marked-up text is written: spans, which may
 * overlap in the model, come well nested, cut in pieces where they must be; links are cut by
 * dividers only. */
typedef struct {
  IbidSpanStyle style;
  const char *href; /* of links */
  guint start;      /* code points */
  guint end;
  gboolean is_leaf; /* nothing but text is in it */
  gboolean goes_on; /* a piece, and not the first */
  gboolean is_cut;  /* a piece, and not the last */
} IbidExportSpan;

typedef struct {
  void (*text) (const char *text, gsize length, gpointer user_data);
  void (*open) (const IbidExportSpan *span, gpointer user_data);
  void (*close) (const IbidExportSpan *span, gpointer user_data);
  void (*note) (IbidNote *note, gpointer user_data);
} IbidExportVisitor;

/* `divider`: a character at which all spans end, and begin again behind it; "" for none. */
void ibid_export_spans_visit (IbidPassage *passage,
                              const char *divider,
                              const IbidExportVisitor *visitor,
                              gpointer user_data);

/* The tag of HTML that opens a span, "<em>", and in `*close`, which may be NULL, the one that
 * closes it. "" opens a link: its tag has an address, and is the caller's to write. Static. */
const char *ibid_export_spans_get_tags (IbidSpanStyle style, const char **close);

/* The ids that links within the document lead to, "p12" of "#p12". Borrowed from the document. */
GHashTable *ibid_export_spans_find_targets (IbidDocument *document);
