/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-phrases.h"

/* Organisations that texts name without saying what they are: "NATO", "the United Nations". A table
 * of our own. */
typedef struct {
  const char *name;  /* as it is shown */
  const char *forms; /* what else it is called, in every language, parted by | */
} IbidKnownBody;

/* Adds all of them to `phrases`; the values are const IbidKnownBody *. */
void ibid_known_bodies_add (IbidPhrases *phrases);
