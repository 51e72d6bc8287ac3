/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* `text` as filters compare it: without case and accents, compatibility forms made plain, curly
 * quotes and dashes made straight. For containment tests only, never shown: offsets differ from
 * those of `text`. Free with g_free(). */
char *ibid_fold (const char *text);
