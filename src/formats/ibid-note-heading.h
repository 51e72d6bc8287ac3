/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* Whether a heading announces notes or a list of works: "Notes", "7. References:", "Notes et
 * références", "注釈"… "Notes and References" is both, and no bibliography. */
gboolean ibid_note_heading_parse (const char *heading, gsize length, gboolean *is_bibliography);
