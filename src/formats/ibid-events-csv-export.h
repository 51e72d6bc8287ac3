/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

/* The document's events as a table: CSV by RFC 4180, UTF-8, a line of names, then a line for each
 * place that tells of an event, in the order of the document. The columns:
 *
 * event (its id; the same in each of its places), date (EDTF), first_year and last_year
 * (astronomical: 44 BC is -43; empty where the date is open), title, kind, actors (names), section
 * (its heading), paragraph (its id), start and end (code points), notes (labels, or ids without
 * one), text (of the place). Several actors or notes are parted by "; ". Values are what the
 * document says: nothing is put in front of one that a spreadsheet might take for a formula. */
GBytes *ibid_events_csv_export (IbidDocument *document);
