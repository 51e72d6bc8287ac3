/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-citation-resolver.h"

/* Finds the citations of all references of `document` that were not analysed yet, and the works
 * that they mean: sets both in `out`, which is not sealed. Works and citations that the author
 * gave are in it, too, as they are; new works follow them. `parse` makes CSL-JSON of one
 * citation's text. Time linear in the references. FALSE when cancelled; `out` is then as before. */
gboolean ibid_citations_find (IbidDocument *document,
                              IbidCitationParse parse,
                              gpointer data,
                              GCancellable *cancellable,
                              IbidAnnotations *out);
