/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <json-glib/json-glib.h>

/* Names, dates and languages as books give them, in the forms of the study format. Texts may hold
 * blanks around them, and be NULL or empty: then there is nothing. */

/* A person in parts: either may be missing. */
void ibid_book_metadata_add_person (JsonArray *authors, const char *given, const char *family);

/* A person or body by one name, "Ada Writer" or "Writer, Ada"; `sorted`, "Writer, Ada", may be
 * NULL. */
void ibid_book_metadata_add_name (JsonArray *authors, const char *name, const char *sorted);

/* EDTF; NULL when no date is in it, or one that stands for none ("0101-01-01"). Free with
 * g_free(). */
char *ibid_book_metadata_dup_date (const char *text);

/* BCP 47; NULL when it is no language. Free with g_free(). */
char *ibid_book_metadata_dup_language (const char *text);

/* NULL for nothing but blanks, else without them around it. Free with g_free(). */
char *ibid_book_metadata_dup_text (const char *text);
