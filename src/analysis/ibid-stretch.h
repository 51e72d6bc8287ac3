/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* A part of a text: code points `start` up to `end`, which is not in it. Sentences, clauses and
 * what stands for a date or a citation are told as such. */
typedef struct {
  guint start;
  guint end;
} IbidStretch;
