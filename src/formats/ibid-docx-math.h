/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-xml.h"

/* The text of an equation (m:oMath) on one line: "x=(-b±√(b^2-4ac))/(2a)". Never NULL. Free with
 * g_free(). */
char *ibid_docx_math_dup_text (const xmlNode *equation);
