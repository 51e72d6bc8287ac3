/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "widgets/ibid-text-view.h"

/* Lights what belongs to `reference` of `document`, whose text `text` shows: the sentence or claim
 * of its marker, and a ring around each marker of the same works. The marker is that of `opener`,
 * which led the reader there, or else the reference's first; `opener` may be NULL, and stands for
 * itself when its note is missing and `reference` is NULL. */
void ibid_source_lights_show (IbidTextView *text,
                              IbidDocument *document,
                              IbidReference *reference,
                              IbidNote *opener);

/* Puts them out. */
void ibid_source_lights_clear (IbidTextView *text);
