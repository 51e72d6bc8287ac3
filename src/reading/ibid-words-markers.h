/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-body.h"

/* Citations that are words of the sentence, "(Smith 2010, 12)", become markers of the entries that
 * they mean, where a text has a bibliography that no marker of the file leads to. For a body that
 * is complete otherwise and not sealed yet. */
void ibid_words_markers_add (IbidBody *body);
