/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-prose.h"
#include "analysis/ibid-states.h"

/* Who and what acts in a text: IbidActor, in the order in which they are first named, one entry
 * each with what else it is called there. States by the table; organisations by what such are
 * called ("Ministry of …", "… University"), by an abbreviation that the text gives ("Ministry of
 * Defense (JMOD)"), or because everybody knows them; persons by a title, a given name or initials,
 * full name once and family name later; places by what such are called ("Lake Erie"), or because
 * the text says "in …" of them again and again. Cautious: what has none of these is left out. */
IbidList *ibid_actors_find (IbidProse *prose, IbidStates *states);
