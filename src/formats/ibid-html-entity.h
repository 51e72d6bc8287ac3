/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* HTML's characters by name and number, by our own table: libraries know more or fewer of them,
 * each version its own. */

/* What a reference stands for. `text` is UTF-8, never empty. */
typedef struct {
  char text[16];
  gsize length;       /* bytes of the reference, from its '&' on */
  gboolean is_closed; /* it ends in ';' */
} IbidHtmlEntity;

/* The entity of that name, as in "eacute"; FALSE if there is none. Leaves the length open. */
gboolean ibid_html_entity_find (const char *name, IbidHtmlEntity *entity);

/* The reference at `p`, a '&' within a text that reaches up to `end`. As in browsers, numbers and a
 * hundred old names count without ';' as well, and numbers from 128 to 159 are Windows-1252. FALSE
 * if there is none: then the '&' stands for itself. */
gboolean ibid_html_entity_read (const char *p, const char *end, IbidHtmlEntity *entity);
