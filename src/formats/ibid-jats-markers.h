/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-jats-ids.h"
#include "formats/ibid-jats-line.h"

/* Decides what of a line's xrefs are markers: "[3–5, 9]" is four, raised numbers are, and the signs
 * of notes. Citations in words, "(Smith 2010, p. 12)", stay in the text. Marks the line. Numbers
 * left out in a range are filled in while `*n_markers`, counted up, is below what a text may have.
 */
void ibid_jats_markers_find (IbidJatsIds *ids, IbidJatsLine *line, guint *n_markers);
