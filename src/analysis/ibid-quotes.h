/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-stretch.h"

/* What stands within quotation marks of any kind, the marks left out: IbidStretch, in order of
 * their start, the outer one only where they nest. A mark that is not closed reaches to the end of
 * the paragraph. Single quotation marks are not looked at: they are apostrophes as well. Free with
 * g_array_unref(). */
GArray *ibid_quotes_find (const char *text);
