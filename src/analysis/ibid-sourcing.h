/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-finding.h"
#include "model/ibid-document.h"

/* What can be said about the sourcing of a document from its notes, citations, works and claims:
 * IbidFinding, by kind, those of a kind in the order of the text (notes in the order of the list),
 * but claims by what they assert: figures, quotations, what somebody said, events, forecasts,
 * judgements; and works by how often they are used. What the document was not analysed for is not
 * told. Takes time in proportion to the document. Free with g_object_unref(). */
IbidList *ibid_sourcing_report (IbidDocument *document);

/* The findings of a report that want to be looked at; the sources leaned on most are only told. */
guint ibid_sourcing_count (IbidList *report);

/* How often the text leans on `work`: by every marker of a note that cites it, by the note itself
 * when it has none, and by every marker of its entry in a bibliography. */
guint ibid_sourcing_count_uses (IbidDocument *document, IbidWork *work);
