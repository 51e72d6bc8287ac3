/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-passage.h"

/* A stretch of a passage that is set in one style. Code points. */
typedef struct {
  guint start;
  guint end;
  IbidSpanStyle style;
} IbidTextRun;

/* What the spans of `passage` look like: those of one style that overlap or touch are one run. So
 * no more than one run a style is at any place, however many spans a file has there. Of
 * superscript, subscript and small caps that overlap, the first counts. In order of their start;
 * free with g_array_unref(). */
GArray *ibid_text_runs_new (IbidPassage *passage);
