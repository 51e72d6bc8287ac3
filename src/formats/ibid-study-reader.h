/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-importer.h"

/* Reads the study format, version 1. Reports progress while it goes on. Fails with
 * IBID_IMPORT_ERROR_INVALID and the path of the member that breaks the format, with
 * IBID_IMPORT_ERROR_NEWER for a version that this one does not know, with G_IO_ERROR_CANCELLED, or
 * as ibid_study_scan() does.
 *
 * Where the format is silent: spans, citations, claims and places are never empty; a note's
 * `length` is at most its `at`; an empty array means the same as none, except for `works`,
 * `claims`, `actors`, `events` and `citations`; citations are put in the order of their start; an
 * `antecedent` that is the citation's own reference is a loop, and so is one that comes back to it
 * over other references; what a member is for is not asked (`href` of a span that is no link,
 * `depth` of body text). */
IbidDocument *ibid_study_read (GBytes *bytes,
                               const IbidImportOptions *options,
                               GCancellable *cancellable,
                               GError **error);
