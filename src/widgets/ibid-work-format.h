/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-work.h"

/* A work as a person would cite it, in the order and with the punctuation of the notes style of
 * the Chicago manual: authors, title, container, volume and issue, date, pages, publisher. Missing
 * fields leave no trace of punctuation. All results: UTF-8, free with g_free(). */

/* The whole citation as plain text, one line. `locator`, when not NULL, stands in place of the
 * work's own pages. For the clipboard. */
char *ibid_work_format_citation (IbidWork *work, const char *locator);

/* The title on one line, without its quotation marks; "" when it has none. */
char *ibid_work_format_title (IbidWork *work);

/* "Paul Kallender and Christopher W. Hughes"; of more than ten the first seven, then "et al."; ""
 * when it has none. `names` may be NULL. */
char *ibid_work_format_names (JsonArray *names);

/* The same to be shown on a line of its own, and not to be copied: see ibid_isolate(). */
char *ibid_work_format_names_shown (JsonArray *names);

/* "Kallender and Hughes", "Yoshida et al." from four names on; "" when it has none. `names` may be
 * NULL. */
char *ibid_work_format_family_names (JsonArray *names);

/* Pango markup for a card, one line each; NULL when there is nothing to say:
 * the container line "<i>Journal of Strategic Studies</i> 40, no. 1–2 (2 January 2017): 118–45",
 * the dimmed rest, with the publisher unless the container line has it,
 * "Report · publisher · accessed 6 May 2017 · Japanese". */
char *ibid_work_format_container_markup (IbidWork *work);
char *ibid_work_format_details (IbidWork *work);

/* "https://doi.org/…" from the DOI; NULL without one. The URL itself when it is http or https,
 * else NULL: nothing else may be opened from a document. */
char *ibid_work_format_doi_uri (IbidWork *work);
char *ibid_work_format_url (IbidWork *work);
