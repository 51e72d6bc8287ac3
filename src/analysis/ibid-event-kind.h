/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-enums.h"

/* What kind of event the words of a title tell of: that of the first verb that says so, else of the
 * first other word; "other" when none does. */
IbidEventKind ibid_event_kind_of_title (const char *title, const char *language);
