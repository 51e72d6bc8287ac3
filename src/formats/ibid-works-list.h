/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* Bibliographies that no markup speaks of: what stands under a heading such as References, Works
 * cited or Literatur when the text cites it by author and date, "(Smith 2010, 12)", "Jones and Lee
 * (2011)". */
typedef struct {
  const char *text;
  guint length;       /* bytes */
  guint level;        /* of a heading, from 1; 0 for a paragraph */
  guint file;         /* blocks of one file of a book have the same number */
  gboolean is_closed; /* a note, or taken for one: a list that has it is none of ours */
} IbidWorksBlock;

typedef struct {
  guint block;
  guint start; /* bytes */
  guint end;
} IbidWorksEntry;

/* The entries, IbidWorksEntry, in order: each a block, or a line of one. A list is taken as a whole
 * or not at all: eight of ten blocks under the heading must be entries, which begin with a capital
 * and say a year, and at least two of them, or all, must be named by author and date in the text
 * outside of such lists. Free with g_array_unref(). Linear in the text. */
GArray *ibid_works_list_find (const IbidWorksBlock *blocks, guint n_blocks);
