/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-prose.h"

/* What kind of event the words from `start` to `end` tell of: that of the first word that says so,
 * nouns of titles among them; "other" when none does. */
IbidEventKind ibid_event_kind_of (const IbidProseParagraph *paragraph,
                                  const char *language,
                                  guint start,
                                  guint end);
