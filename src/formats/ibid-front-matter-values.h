/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* Keys and values of a front matter; see ibid-front-matter.h for its forms. Keys in lower case, the
 * several ways to name authors are "author", which is always a list. Strings are borrowed. */
typedef struct _IbidFrontMatterValues IbidFrontMatterValues;

IbidFrontMatterValues *ibid_front_matter_values_new (const char *text, gsize length);
void ibid_front_matter_values_free (IbidFrontMatterValues *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidFrontMatterValues, ibid_front_matter_values_free)

/* NULL when there is no such key, or it has no text. */
const char *ibid_front_matter_values_get (IbidFrontMatterValues *self, const char *key);

guint ibid_front_matter_values_get_n (IbidFrontMatterValues *self, const char *key);

/* NULL when it is an object. */
const char *
ibid_front_matter_values_get_element (IbidFrontMatterValues *self, const char *key, guint index);
const char *ibid_front_matter_values_get_member (IbidFrontMatterValues *self,
                                                 const char *key,
                                                 guint index,
                                                 const char *member);
