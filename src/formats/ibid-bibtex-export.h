/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

/* The document's works as BibTeX, in the order of the document, each entry under its id; UTF-8.
 * Empty without works.
 *
 * Titles stand in a second pair of braces, since styles would else take their capitals away; names
 * of one piece, too, since they would be parted. What TeX takes for a command is escaped, but not
 * in `doi` and `url`, which programs read as they are; there braces and the like are
 * percent-encoded. Besides the fields of BibTeX itself these are written: day, doi, isbn, issn,
 * language, pagetotal, translator, url, urldate, abstract and keywords, which styles skip and other
 * programs read. */
GBytes *ibid_bibtex_export (IbidDocument *document);
