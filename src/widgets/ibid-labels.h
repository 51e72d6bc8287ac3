/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

/* How things of the model are said to people, in their language. Every returned char * is to be
 * freed with g_free(), every const char * is static. Dates are in ibid-date-labels.c. */

/* "22 May 2017", "April 2013", "2013", "since 2009", "by 2020", "1914–1918", "the 1980s",
 * "about 1850", "early 2000s" (2000/2003~), "summer 1914", "44 BC". */
char *ibid_label_date (const IbidDate *date);

/* The same for a narrow column: "26 Dec 2013", "since 2009", "c. 1850". */
char *ibid_label_date_short (const IbidDate *date);

/* An EDTF string as ibid_label_date() has it; text that is no date comes back as it is. */
char *ibid_label_edtf (const char *edtf);

/* "19th", for "the 19th century" and "2nd ed.". */
char *ibid_label_ordinal (guint number);

/* "Attack", "Statistic", "Organisation"; in singular, header capitals. */
const char *ibid_label_event_kind (IbidEventKind kind);
const char *ibid_label_claim_kind (IbidClaimKind kind);
const char *ibid_label_actor_kind (IbidActorKind kind);

/* What parts the numbers of several notes: "6, 7". */
const char *ibid_label_get_number_separator (void);

/* `text` if it has at most `max_length` code points, else its beginning and "…", as long. */
char *ibid_label_cut (const char *text, guint max_length);

/* What a citation points to in its work: "p. 12", "pp. 12–14", "p. xii"; "IX, 239" and "Chapter 2",
 * which are no pages alone, stay as they are. */
char *ibid_label_locator (const char *locator);

/* "Note 6", "Reference [Smith]", for headings and assistive tools. */
char *ibid_label_reference_name (IbidReference *reference);

/* The same for a marker: "Note 6". A long label is cut; NULL is none. */
char *ibid_label_marker (const char *label);

/* "Kallender and Hughes, “Japan’s Emerging…”", each at most 120 code points; NULL when the work has
 * neither names nor title. */
char *ibid_label_work (IbidWork *work);

/* One line for lists: of its first work the family names and the title, "Kallender and Hughes,
 * “Japan’s Emerging Trajectory…”", for Ibid. "Ibid. (Kallender and Hughes, …)"; without works the
 * beginning of the text, at most 120 code points. */
char *ibid_label_reference_short (IbidDocument *document, IbidReference *reference);
