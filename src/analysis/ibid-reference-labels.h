/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* What the parts of a printed reference are. The order is that of the learned weights. */
typedef enum {
  IBID_REFERENCE_OTHER,
  IBID_REFERENCE_AUTHOR,
  IBID_REFERENCE_EDITOR,
  IBID_REFERENCE_TRANSLATOR,
  IBID_REFERENCE_TITLE,
  IBID_REFERENCE_CONTAINER,
  IBID_REFERENCE_COLLECTION,
  IBID_REFERENCE_VOLUME,
  IBID_REFERENCE_ISSUE,
  IBID_REFERENCE_PAGES,
  IBID_REFERENCE_DATE,
  IBID_REFERENCE_PUBLISHER,
  IBID_REFERENCE_PLACE,
  IBID_REFERENCE_EDITION,
  IBID_REFERENCE_DOI,
  IBID_REFERENCE_URL,
  IBID_REFERENCE_NOTE,
  IBID_REFERENCE_GENRE,
  IBID_REFERENCE_NUMBER, /* the reference's own: "[12]" */
  IBID_REFERENCE_ID,     /* arXiv, ISBN, PMID … */
  IBID_REFERENCE_ARCHIVE,
  IBID_REFERENCE_ORG, /* of a thesis or report, a collaboration */
  IBID_REFERENCE_N_LABELS,
} IbidReferenceLabel;

/* A field as it stands in the text: code points `start` up to `end`, which is not in it. */
typedef struct {
  IbidReferenceLabel label;
  guint start;
  guint end;
} IbidReferenceSpan;

/* The label's name in the labelled texts: "author". */
const char *ibid_reference_label_get_name (IbidReferenceLabel label);

/* Fills `*label`; FALSE when there is none of that name. */
gboolean ibid_reference_label_from_name (const char *name, IbidReferenceLabel *label);
