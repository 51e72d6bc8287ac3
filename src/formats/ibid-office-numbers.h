/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* How word processors write the numbers of notes. */
typedef enum {
  IBID_OFFICE_NUMBER_DECIMAL,
  IBID_OFFICE_NUMBER_LOWER_ROMAN,
  IBID_OFFICE_NUMBER_UPPER_ROMAN,
  IBID_OFFICE_NUMBER_LOWER_LETTER,
  IBID_OFFICE_NUMBER_UPPER_LETTER,
  IBID_OFFICE_NUMBER_SIGNS, /* *, †, ‡, §, **, … */
} IbidOfficeNumberFormat;

/* Word's word for it; decimal for those that Ibid does not know. */
IbidOfficeNumberFormat ibid_office_number_format_from_word (const char *word);

/* Free with g_free(). */
char *ibid_office_number_format (IbidOfficeNumberFormat format, int number);
