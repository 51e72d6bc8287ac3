/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* What a page says of itself in JSON-LD, in a script element. */
typedef struct {
  char *title; /* NULL, like the others, where it does not say */
  char *issued;
  char *publisher;
  GPtrArray *authors; /* names */
} IbidHtmlLinkedData;

/* NULL when `json` describes no article, is broken, or too large or deep to be one. */
IbidHtmlLinkedData *ibid_html_linked_data_new (const char *json);
void ibid_html_linked_data_free (IbidHtmlLinkedData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidHtmlLinkedData, ibid_html_linked_data_free)
