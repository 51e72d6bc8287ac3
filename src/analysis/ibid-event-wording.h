/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* Makes a title of the words of a clause: drops what leads in ("In spite of …, he left"), what
 * describes the subject between commas, and what is added behind the verb until it is short. The
 * verb stays, if there is one in `language` (BCP 47, or NULL). NULL when nothing is left that says
 * anything. Free with g_free(). */
char *ibid_event_wording_shorten (const char *words, const char *language);

/* The words, which it takes, as a title: no marks and small words at its end, no half quotation or
 * bracket, a capital ahead. NULL when nothing is left. Free with g_free(). */
char *ibid_event_wording_tidy (char *words);

/* TRUE when `title` tells what happened: it does not begin with a verb, a participle or "and", has
 * more than one word, and its verb, where it has one, is no mere "is", "was" or "had" of what was
 * so rather than happened ("there were", "had 16 churches"). */
gboolean ibid_event_wording_tells (const char *title, const char *language);

/* TRUE for words that add something to what is told, "which", "after", "in"; for words that lead
 * over from a sentence before, "however", "and", "the". In lower case. */
gboolean ibid_event_wording_is_adder (const char *word);
gboolean ibid_event_wording_is_leader (const char *word);
