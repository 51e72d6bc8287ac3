/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-enums.h"

/* What kind of event the words of a title tell of: that of the first word that says so; "other"
 * when none does. */
IbidEventKind ibid_event_kind_of_title (const char *title, const char *language);
