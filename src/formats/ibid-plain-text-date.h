/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* A line that tells when an article appeared: "May 22, 2017", "2017-05-22", "22 May 2017",
 * "Published Monday, May 22nd, 2017 at 10:30 AM", "22. Mai 2017", "22 de mayo de 2017".
 * Returns EDTF, free with g_free(); NULL when `text` is not a date and nothing else. `*is_exact`
 * (may be NULL) is FALSE when the line says more than the date, an hour for instance;
 * `*is_update` (may be NULL) tells that it is the date of a change. */
char *ibid_text_date_parse (const char *text, gboolean *is_exact, gboolean *is_update);
