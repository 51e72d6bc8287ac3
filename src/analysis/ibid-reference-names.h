/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <json-glib/json-glib.h>

/* The printed names of authors, editors or translators as CSL names: {family, given,
 * non-dropping-particle, suffix}; {literal} for organisations and for names in CJK. Reads "Family,
 * Given", "Given Family", "Family GI", lists with semicolons, commas and "and" in several
 * languages; "et al.", "(eds.)", "a cura di" and their kin are left out. `printed` is valid UTF-8;
 * the array may be empty. Of German and Dutch particles ("van", "von der", "de") alone is said
 * that they stand by themselves; an Italian "della" is part of the family name. */
JsonArray *ibid_reference_names_parse (const char *printed);
