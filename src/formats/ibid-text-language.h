/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* Tells the language of a text by counting its commonest words: the same everywhere, whatever the
 * locale. Feed it passages, then ask. */
typedef struct _IbidTextLanguage IbidTextLanguage;

IbidTextLanguage *ibid_text_language_new (void);
void ibid_text_language_free (IbidTextLanguage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidTextLanguage, ibid_text_language_free)

/* FALSE when enough has been seen, so that no more need be fed. */
gboolean ibid_text_language_feed (IbidTextLanguage *self, const char *text, gsize length);

/* "en", "de", "fr", "es", "it", "pt" or "nl"; NULL when unsure. Static. */
const char *ibid_text_language_guess (IbidTextLanguage *self);
