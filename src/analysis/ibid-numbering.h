/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* A number in a row of them: of markers in the order of the text, or of notes as they are listed.
 */
typedef struct {
  guint number;
  gconstpointer target;  /* what it leads to: a number may come again for the same; NULL: nothing */
  gconstpointer section; /* what it stands in; numbers may begin again in another one */
} IbidNumbered;

typedef enum {
  IBID_NUMBER_MISSING,
  IBID_NUMBER_DOUBLED,
  IBID_NUMBER_OUT_OF_ORDER,
} IbidNumberFault;

typedef struct {
  guint index; /* of the item; for missing numbers the one behind them */
  IbidNumberFault fault;
  guint first; /* the number; the first and the last one that are missing */
  guint last;
} IbidNumberBreak;

/* Where the numbering breaks; IbidNumberBreak, by index. Numbers may begin anywhere, and begin
 * again with 1 in another section, on another page, or wherever they go on from there. Of numbers
 * that have changed places as few as possible are out of order. Where most of them are, they follow
 * an order of their own (a list by names), and nothing is said. Free with g_array_unref(). */
GArray *ibid_numbering_check (const IbidNumbered *items, guint n_items);
