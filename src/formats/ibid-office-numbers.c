/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-office-numbers.h"

#include <string.h>

/* Above, letters and signs would be words of their own: digits are clearer. */
#define MAX_ROMAN 3999
#define MAX_REPEATED 8

IbidOfficeNumberFormat
ibid_office_number_format_from_word (const char *word)
{
  static const struct {
    const char *word;
    IbidOfficeNumberFormat format;
  } formats[] = {{"lowerRoman", IBID_OFFICE_NUMBER_LOWER_ROMAN},
                 {"upperRoman", IBID_OFFICE_NUMBER_UPPER_ROMAN},
                 {"lowerLetter", IBID_OFFICE_NUMBER_LOWER_LETTER},
                 {"upperLetter", IBID_OFFICE_NUMBER_UPPER_LETTER},
                 {"chicago", IBID_OFFICE_NUMBER_SIGNS}};

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (word, formats[i].word) == 0)
      return formats[i].format;
  return IBID_OFFICE_NUMBER_DECIMAL;
}

static char *
format_roman (int number)
{
  static const struct {
    int value;
    const char *digits;
  } parts[] = {{1000, "m"},
               {900, "cm"},
               {500, "d"},
               {400, "cd"},
               {100, "c"},
               {90, "xc"},
               {50, "l"},
               {40, "xl"},
               {10, "x"},
               {9, "ix"},
               {5, "v"},
               {4, "iv"},
               {1, "i"}};
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (; number >= parts[i].value; number -= parts[i].value)
      g_string_append (text, parts[i].digits);
  return g_string_free (text, FALSE);
}

/* a to z, aa, bb, …; the same with signs. */
static char *
format_repeated (const char *const *signs, int n_signs, int number)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i <= (number - 1) / n_signs; i++)
    g_string_append (text, signs[(number - 1) % n_signs]);
  return g_string_free (text, FALSE);
}

char *
ibid_office_number_format (IbidOfficeNumberFormat format, int number)
{
  static const char *const letters[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i",
                                        "j", "k", "l", "m", "n", "o", "p", "q", "r",
                                        "s", "t", "u", "v", "w", "x", "y", "z"};
  static const char *const signs[] = {"*", "†", "‡", "§"};
  gboolean is_roman = format == IBID_OFFICE_NUMBER_LOWER_ROMAN ||
                      format == IBID_OFFICE_NUMBER_UPPER_ROMAN;
  gboolean is_signs = format == IBID_OFFICE_NUMBER_SIGNS;
  int n_signs = is_signs ? (int)G_N_ELEMENTS (signs) : (int)G_N_ELEMENTS (letters);
  g_autofree char *text = NULL;

  if (format == IBID_OFFICE_NUMBER_DECIMAL || number < 1 ||
      number > (is_roman ? MAX_ROMAN : MAX_REPEATED * n_signs))
    return g_strdup_printf ("%d", number);
  text = is_roman ? format_roman (number)
                  : format_repeated (is_signs ? signs : letters, n_signs, number);
  return format == IBID_OFFICE_NUMBER_UPPER_ROMAN || format == IBID_OFFICE_NUMBER_UPPER_LETTER
             ? g_ascii_strup (text, -1)
             : g_steal_pointer (&text);
}
