/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-office-roles.h"

#include <string.h>

#define MAX_NAME_BYTES 256u

/* Names in lower case without blanks and signs, and without the digit at their end. Word calls its
 * own styles by their English names in every language, but not by their ids, and other programs
 * and old converters write either. Ids drop letters that are not ASCII. */
static const struct {
  const char *name;
  IbidOfficeRole role;
} roles[] = {
    {"heading", IBID_OFFICE_ROLE_HEADING},
    {"berschrift", IBID_OFFICE_ROLE_HEADING},
    {"überschrift", IBID_OFFICE_ROLE_HEADING},
    {"titre", IBID_OFFICE_ROLE_HEADING},
    {"título", IBID_OFFICE_ROLE_HEADING},
    {"ttulo", IBID_OFFICE_ROLE_HEADING},
    {"titolo", IBID_OFFICE_ROLE_HEADING},
    {"kop", IBID_OFFICE_ROLE_HEADING},
    {"rubrik", IBID_OFFICE_ROLE_HEADING},
    {"overskrift", IBID_OFFICE_ROLE_HEADING},
    {"otsikko", IBID_OFFICE_ROLE_HEADING},
    {"nagłówek", IBID_OFFICE_ROLE_HEADING},
    {"nagwek", IBID_OFFICE_ROLE_HEADING},
    {"nadpis", IBID_OFFICE_ROLE_HEADING},
    {"címsor", IBID_OFFICE_ROLE_HEADING},
    {"cmsor", IBID_OFFICE_ROLE_HEADING},
    {"заголовок", IBID_OFFICE_ROLE_HEADING},
    {"标题", IBID_OFFICE_ROLE_HEADING},
    {"標題", IBID_OFFICE_ROLE_HEADING},
    {"見出し", IBID_OFFICE_ROLE_HEADING},
    {"제목", IBID_OFFICE_ROLE_HEADING},
    {"title", IBID_OFFICE_ROLE_TITLE},
    {"titel", IBID_OFFICE_ROLE_TITLE},
    {"subtitle", IBID_OFFICE_ROLE_SUBTITLE},
    {"untertitel", IBID_OFFICE_ROLE_SUBTITLE},
    {"soustitre", IBID_OFFICE_ROLE_SUBTITLE},
    {"sottotitolo", IBID_OFFICE_ROLE_SUBTITLE},
    {"subtítulo", IBID_OFFICE_ROLE_SUBTITLE},
    {"subttulo", IBID_OFFICE_ROLE_SUBTITLE},
    {"author", IBID_OFFICE_ROLE_AUTHOR},
    {"date", IBID_OFFICE_ROLE_DATE},
    {"quote", IBID_OFFICE_ROLE_QUOTE},
    {"intensequote", IBID_OFFICE_ROLE_QUOTE},
    {"quotation", IBID_OFFICE_ROLE_QUOTE},
    {"quotations", IBID_OFFICE_ROLE_QUOTE},
    {"blocktext", IBID_OFFICE_ROLE_QUOTE},
    {"blockquote", IBID_OFFICE_ROLE_QUOTE},
    {"blockquotation", IBID_OFFICE_ROLE_QUOTE},
    {"extract", IBID_OFFICE_ROLE_QUOTE},
    {"epigraph", IBID_OFFICE_ROLE_QUOTE},
    {"zitat", IBID_OFFICE_ROLE_QUOTE},
    {"blockzitat", IBID_OFFICE_ROLE_QUOTE},
    {"citazione", IBID_OFFICE_ROLE_QUOTE},
    {"verse", IBID_OFFICE_ROLE_VERSE},
    {"poem", IBID_OFFICE_ROLE_VERSE},
    {"poetry", IBID_OFFICE_ROLE_VERSE},
    {"gedicht", IBID_OFFICE_ROLE_VERSE},
    {"code", IBID_OFFICE_ROLE_CODE},
    {"codeblock", IBID_OFFICE_ROLE_CODE},
    {"sourcecode", IBID_OFFICE_ROLE_CODE},
    {"htmlpreformatted", IBID_OFFICE_ROLE_CODE},
    {"preformatted", IBID_OFFICE_ROLE_CODE},
    {"preformattedtext", IBID_OFFICE_ROLE_CODE},
    {"programlisting", IBID_OFFICE_ROLE_CODE},
    {"caption", IBID_OFFICE_ROLE_CAPTION},
    {"imagecaption", IBID_OFFICE_ROLE_CAPTION},
    {"tablecaption", IBID_OFFICE_ROLE_CAPTION},
    {"figurecaption", IBID_OFFICE_ROLE_CAPTION},
    {"illustration", IBID_OFFICE_ROLE_CAPTION},
    {"beschriftung", IBID_OFFICE_ROLE_CAPTION},
    {"listbullet", IBID_OFFICE_ROLE_BULLET},
    {"toc", IBID_OFFICE_ROLE_CONTENTS},
    {"tocheading", IBID_OFFICE_ROLE_CONTENTS},
    {"contents", IBID_OFFICE_ROLE_CONTENTS},
    {"contentsheading", IBID_OFFICE_ROLE_CONTENTS},
    {"tableoffigures", IBID_OFFICE_ROLE_CONTENTS},
    {"index", IBID_OFFICE_ROLE_CONTENTS},
};

static const char *const code_names[] = {
    "verbatimchar", "htmlcode", "sourcetext", "sourcecodechar", "codechar", "code", "inlinecode"};

/* OpenDocument spells what is no letter of a name "_20_". */
static guint
get_escape (const char *p)
{
  return p[0] == '_' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]) && p[3] == '_' ? 4 : 0;
}

static char *
fold (const char *name)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *lower = NULL;

  for (const char *p = name; *p != '\0' && text->len < MAX_NAME_BYTES;) {
    guint escape = get_escape (p);

    if (escape == 0 && (g_ascii_isalnum (*p) || (*p & 0x80) != 0))
      g_string_append_c (text, *p);
    p += MAX (escape, 1);
  }
  lower = g_utf8_make_valid (text->str, -1);
  return g_utf8_strdown (lower, -1);
}

/* What needs a digit to be what its name says, "titre 1", and what has none. */
static gboolean
fits (IbidOfficeRole role, guint level, const char *stem)
{
  if (role == IBID_OFFICE_ROLE_HEADING)
    return level > 0;
  if (role == IBID_OFFICE_ROLE_CONTENTS)
    return level > 0 || g_str_has_prefix (stem, "toch") || strlen (stem) > strlen ("contents");
  return role == IBID_OFFICE_ROLE_BULLET || level == 0;
}

IbidOfficeRole
ibid_office_roles_find (const char *name, guint *level)
{
  g_autofree char *stem = name != NULL ? fold (name) : NULL;
  gsize length = stem != NULL ? strlen (stem) : 0;

  *level = 0;
  if (length > 1 && stem[length - 1] >= '1' && stem[length - 1] <= '9' &&
      !g_ascii_isdigit (stem[length - 2])) {
    *level = (guint)(stem[length - 1] - '0');
    stem[length - 1] = '\0';
  }
  for (guint i = 0; length > 0 && i < G_N_ELEMENTS (roles); i++)
    if (strcmp (stem, roles[i].name) == 0 && fits (roles[i].role, *level, stem))
      return roles[i].role;
  *level = 0;
  return IBID_OFFICE_ROLE_NONE;
}

gboolean
ibid_office_roles_is_code (const char *name)
{
  g_autofree char *folded = name != NULL ? fold (name) : g_strdup ("");

  for (guint i = 0; i < G_N_ELEMENTS (code_names); i++)
    if (strcmp (folded, code_names[i]) == 0)
      return TRUE;
  return FALSE;
}
