/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-plain-text-code.h"

#include <string.h>

/* Longer lines are prose, whatever they hold. */
#define MAX_CODE_BYTES 200u
#define MAX_KEPT_INDENT 200u

static const char *const starts[] = {
    "def ",    "class ", "import ", "return ", "print ",   "assert ", "raise ",  "except ",
    "try:",    "else:",  "elif ",   "for (",   "while (",  "if (",    "yield ",  "#include",
    "#define", "//",     "/*",      "# ",      "#!",       "<?",      "</",      "function ",
    "var ",    "let ",   "const ",  "public ", "private ", "static ", "SELECT ", "INSERT ",
    "-- ",     "|",      "@",       "pass"};
static const char *const insides[] = {
    "==", "!=", "->", "=>", "::", "()", "&&", "||", " = ", "+=", "   ", "\t", "');", ");", "__"};

static gboolean
has_code_mark (const IbidTextLine *line)
{
  char last = line->text[line->length - 1];

  if (strchr ("{};", last) != NULL || (last == ':' && line->length < 40))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (ibid_text_line_has_prefix (line, starts[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (insides); i++)
    if (g_strstr_len (line->text, line->length, insides[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Several plain words, with nothing between them but what prose has. */
static gboolean
is_prose (const IbidTextLine *line)
{
  guint n_plain = 0;
  gboolean is_plain = TRUE;

  if (ibid_text_line_count_words (line) < 5)
    return FALSE;
  for (guint i = 0; i <= line->length; i++) {
    if (i == line->length || line->text[i] == ' ') {
      n_plain += is_plain;
      is_plain = TRUE;
    } else if (strchr ("=_{}<>[]()/\\*&|#", line->text[i]) != NULL) {
      is_plain = FALSE;
    }
  }
  return n_plain * 5 >= ibid_text_line_count_words (line) * 3;
}

static gboolean
is_sentence (const IbidTextLine *line)
{
  return ibid_text_line_starts_capital (line) && line->text[line->length - 1] == '.';
}

static gboolean
is_bullet (const IbidTextLine *line)
{
  return line->length > 2 && strchr ("*-", line->text[0]) != NULL && line->text[1] == ' ';
}

gboolean
ibid_text_code_is_prompt (const IbidTextLine *line)
{
  return ibid_text_line_has_prefix (line, ">>>") && (line->length == 3 || line->text[3] == ' ');
}

gboolean
ibid_text_code_is_block (IbidTextLines *lines, guint start, guint end, gboolean follows_code)
{
  guint n_code = 0;
  guint n_prose = 0;

  if (ibid_text_code_is_prompt (ibid_text_lines_get (lines, start)))
    return TRUE;
  if (is_bullet (ibid_text_lines_get (lines, start)) ||
      (end == start + 1 && is_sentence (ibid_text_lines_get (lines, start))))
    return FALSE;
  for (guint i = start; i < end; i++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);

    if (line->length > MAX_CODE_BYTES)
      return FALSE;
    n_code += has_code_mark (line);
    n_prose += is_prose (line);
  }
  if (follows_code)
    return n_code > 0 || n_prose * 2 < end - start;
  return n_code * 2 >= end - start && n_prose * 2 < end - start + 1 && n_code > n_prose;
}

char *
ibid_text_code_dup (IbidTextLines *lines, guint start, guint end)
{
  GString *text = g_string_new (NULL);
  guint indent = G_MAXUINT;

  for (guint i = start; i < end; i++)
    indent = MIN (indent, ibid_text_lines_get (lines, i)->indent);
  for (guint i = start; i < end; i++) {
    const IbidTextLine *line = ibid_text_lines_get (lines, i);

    if (i > start)
      g_string_append (text, line->blank_before ? "\n\n" : "\n");
    for (guint n = MIN (line->indent, MAX_KEPT_INDENT); n > indent; n--)
      g_string_append_c (text, ' ');
    g_string_append_len (text, line->text, line->length);
  }
  return g_string_free (text, FALSE);
}
