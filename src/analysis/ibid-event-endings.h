/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* TRUE when `title`, in German, French, Spanish, Italian or Portuguese, tells what happened: a verb
 * that is past by its ending, or one of the common irregular ones, follows a subject that begins
 * with a name or a noun. Other languages that part words by blanks are not known, and are FALSE;
 * of those that do not, every title is TRUE. */
gboolean ibid_event_endings_tell (const char *title, const char *language);
