/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

/* The document as one HTML page that stands for itself: its title and the like, the text, and the
 * notes below it with links both ways. What the links are is said by roles of DPUB-ARIA
 * (doc-noteref, doc-endnotes, doc-backlink). The same document gives the same bytes. Works, claims
 * and events are not exported. */
GBytes *ibid_html_export (IbidDocument *document);
