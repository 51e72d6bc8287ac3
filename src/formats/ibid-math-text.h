/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>
#include <libxml/tree.h>

/* A formula in MathML as a line of text: "a/(b + c)", "√x", with indices and powers raised and
 * lowered where one level of that will do. */

typedef enum {
  IBID_MATH_ON_LINE,
  IBID_MATH_ABOVE, /* raised */
  IBID_MATH_BELOW, /* lowered */
} IbidMathPlace;

/* Given the formula from left to right. */
typedef void (*IbidMathFunc) (const char *text, IbidMathPlace place, gpointer user_data);

/* `math`: any element of MathML; recursion as deep as the tree. */
void ibid_math_text_add (const xmlNode *math, IbidMathFunc func, gpointer user_data);
