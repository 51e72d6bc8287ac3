/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-draft.h"

/* Sorts, and joins what follows one another in the same style: files cut words into runs. Links
 * that follow one another are several. */
void ibid_draft_spans_tidy (GArray *spans);
