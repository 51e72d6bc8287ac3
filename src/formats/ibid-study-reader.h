/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-importer.h"

/* From the tree of a study file, which ibid-study-scan.h has passed, to the document. Takes
 * `root` and frees it as soon as it can.
 *
 * Fails with IBID_IMPORT_ERROR_INVALID and the path of the member that breaks the format, with
 * IBID_IMPORT_ERROR_NEWER for a version that this one does not know, or with
 * G_IO_ERROR_CANCELLED.
 *
 * Where the format is silent: spans, citations, claims and places are never empty; a note's
 * `length` is at most its `at`; an empty array means the same as none, except for `works`,
 * `claims`, `actors`, `events` and `citations`; citations are put in the order of their start; an
 * `antecedent` that is the citation's own reference is a loop, and so is one that comes back to it
 * over other references; what a member is for is not asked (`href` of a span that is no link,
 * `depth` of body text). */
IbidDocument *ibid_study_reader_read (JsonNode *root, GCancellable *cancellable, GError **error);
