/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

/* The document's works as RIS (the format of Reference Manager, as specified in 2011), in the order
 * of the document, each with its id; UTF-8, lines end with CR LF. Empty without works.
 *
 * RIS has no escapes: a line end within a value becomes a blank. Of a range of pages the last one
 * is written in full ("118–45" ends at 145), as programs expect that read SP and EP. */
GBytes *ibid_ris_export (IbidDocument *document);
