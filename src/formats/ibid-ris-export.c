/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-ris-export.h"

#include "formats/ibid-csl-name.h"

#include <string.h>

/* CSL 1.0.2's types; sorted. All others are GEN. */
static const struct {
  const char *csl;
  const char *ris;
} types[] = {
    {"article", "JOUR"},
    {"article-journal", "JOUR"},
    {"article-magazine", "MGZN"},
    {"article-newspaper", "NEWS"},
    {"bill", "BILL"},
    {"book", "BOOK"},
    {"broadcast", "VIDEO"},
    {"chapter", "CHAP"},
    {"classic", "CLSWK"},
    {"dataset", "DATA"},
    {"entry-dictionary", "DICT"},
    {"entry-encyclopedia", "ENCYC"},
    {"figure", "FIGURE"},
    {"graphic", "ART"},
    {"hearing", "HEAR"},
    {"legal_case", "CASE"},
    {"legislation", "STAT"},
    {"manuscript", "MANSCPT"},
    {"map", "MAP"},
    {"motion_picture", "VIDEO"},
    {"musical_score", "MUSIC"},
    {"pamphlet", "PAMP"},
    {"paper-conference", "CPAPER"},
    {"patent", "PAT"},
    {"periodical", "JFULL"},
    {"personal_communication", "PCOMM"},
    {"post", "ICOMM"},
    {"post-weblog", "BLOG"},
    {"regulation", "GOVDOC"},
    {"report", "RPRT"},
    {"review", "JOUR"},
    {"review-book", "JOUR"},
    {"software", "COMP"},
    {"song", "SOUND"},
    {"standard", "STAND"},
    {"thesis", "THES"},
    {"webpage", "ELEC"},
};

static const char *
find_type (const char *csl)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].csl, csl))
      return types[i].ris;
  return "GEN";
}

static void
append_line (GString *out, const char *tag, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_string_append_printf (out, "%s  - ", tag);
  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    g_string_append_unichar (out, g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 ? ' ' : c);
  }
  g_string_append (out, "\r\n");
}

static void
append_member (GString *out, IbidWork *work, const char *member, const char *tag)
{
  g_autofree char *value = ibid_work_dup_field (work, member);

  append_line (out, tag, value);
}

/* "Family, Given, Suffix"; particles stand where they are printed, ahead of the family. */
static void
append_name (GString *out, const char *tag, const IbidCslName *name)
{
  g_autoptr (GString) value = g_string_new (name->literal);

  if (*name->literal == '\0') {
    if (*name->dropping != '\0')
      g_string_append_printf (value, "%s ", name->dropping);
    if (*name->non_dropping != '\0')
      g_string_append_printf (value, "%s ", name->non_dropping);
    g_string_append (value, name->family);
    if (*name->given != '\0' || *name->suffix != '\0')
      g_string_append_printf (value, ", %s", name->given);
    if (*name->suffix != '\0')
      g_string_append_printf (value, ", %s", name->suffix);
  }
  append_line (out, tag, value->str);
}

static void
append_names (GString *out, IbidWork *work, const char *member, const char *tag)
{
  JsonArray *names = ibid_work_get_names (work, member);

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++) {
    IbidCslName name;

    if (ibid_csl_name_read (json_array_get_element (names, i), &name))
      append_name (out, tag, &name);
  }
}

/* Four digits; before the common era with a minus in front, as in EDTF. */
static char *
dup_year (int year)
{
  return g_strdup_printf ("%s%04d", year < 0 ? "-" : "", ABS (year));
}

/* "2013/12/26/": what is not known is left empty, the slashes stay. */
static char *
dup_date (const IbidDatePoint *point)
{
  g_autofree char *year = dup_year (point->year);
  GString *text = g_string_new (year);

  g_string_append_c (text, '/');
  if (point->month >= 1 && point->month <= 12)
    g_string_append_printf (text, "%02d", point->month);
  g_string_append_c (text, '/');
  if (point->day > 0)
    g_string_append_printf (text, "%02d", point->day);
  g_string_append_c (text, '/');
  return g_string_free (text, FALSE);
}

/* A year, and the whole date where more is known; of a range its beginning. What is no date stays
 * as it is printed, in the fourth part, which is for that. */
static void
append_dates (GString *out, IbidWork *work, const char *member, const char *year, const char *whole)
{
  g_autofree char *text = ibid_work_dup_date (work, member);
  g_autofree char *value = NULL;
  const IbidDatePoint *point;
  IbidDate date;

  if (text == NULL)
    return;
  if (!ibid_date_parse (text, &date)) {
    value = g_strconcat ("///", text, NULL);
    append_line (out, whole, value);
    return;
  }
  point = date.start.is_open ? &date.end : &date.start;
  if (year != NULL) {
    g_autofree char *number = dup_year (point->year);

    append_line (out, year, number);
    if (point->month == 0)
      return;
  }
  value = dup_date (point);
  append_line (out, whole, value);
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

/* "45" after "118" is 145; what has other signs in it is left as it is. */
static char *
dup_last_page (const char *first, const char *last)
{
  gsize n_first = strlen (first);
  gsize n_last = strlen (last);

  if (!is_number (first) || !is_number (last) || n_last >= n_first)
    return g_strdup (last);
  return g_strdup_printf ("%.*s%s", (int)(n_first - n_last), first, last);
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2014) || c == 0x2212;
}

/* Several ranges, or "12, 15", are no first and last page: then SP has all of it. */
static void
append_pages (GString *out, IbidWork *work)
{
  g_autofree char *pages = ibid_work_dup_field (work, "page");
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  const char *dash = pages;
  const char *rest;

  while (dash != NULL && *dash != '\0' && !is_dash (g_utf8_get_char (dash)))
    dash = g_utf8_next_char (dash);
  if (dash == NULL || *dash == '\0' || dash == pages || strpbrk (pages, ",;") != NULL) {
    append_line (out, "SP", pages);
    return;
  }
  rest = dash;
  while (is_dash (g_utf8_get_char (rest)))
    rest = g_utf8_next_char (rest);
  first = g_strstrip (g_strndup (pages, dash - pages));
  last = g_strstrip (g_strdup (rest));
  append_line (out, "SP", first);
  if (*last != '\0') {
    g_autofree char *whole = dup_last_page (first, last);

    append_line (out, "EP", whole);
  }
}

/* A part names its whole in T2 and the whole's series in T3; a whole its series in T2. */
static void
append_titles (GString *out, IbidWork *work)
{
  g_autofree char *container = ibid_work_dup_field (work, "container-title");
  g_autofree char *series = ibid_work_dup_field (work, "collection-title");

  append_line (out, "TI", ibid_work_get_title (work));
  append_line (out, "T2", container != NULL ? container : series);
  if (container != NULL)
    append_line (out, "T3", series);
}

/* In a part of a book A2 is its editor; else ED, for A2 would be that of the series. */
static void
append_people (GString *out, IbidWork *work, const char *type)
{
  static const char *const parts[] = {"CHAP", "CPAPER", "DICT", "ENCYC", NULL};

  append_names (out, work, "author", "AU");
  append_names (out, work, "editor", g_strv_contains (parts, type) ? "A2" : "ED");
  append_names (out, work, "translator", "A4");
}

static void
append_work (GString *out, IbidWork *work)
{
  const char *type = find_type (ibid_work_get_type_name (work));
  g_autofree char *isbn = ibid_work_dup_field (work, "ISBN");
  g_autofree char *issn = ibid_work_dup_field (work, "ISSN");
  g_autofree char *issue = ibid_work_dup_field (work, "issue");
  g_autofree char *number = ibid_work_dup_field (work, "number");

  append_line (out, "TY", type);
  append_line (out, "ID", ibid_item_get_id (IBID_ITEM (work)));
  append_people (out, work, type);
  append_titles (out, work);
  append_dates (out, work, "issued", "PY", "DA");
  append_member (out, work, "publisher", "PB");
  append_member (out, work, "publisher-place", "CY");
  append_member (out, work, "edition", "ET");
  append_member (out, work, "volume", "VL");
  append_line (out, "IS", issue != NULL ? issue : number);
  append_pages (out, work);
  append_member (out, work, "section", "SE");
  append_member (out, work, "genre", "M3");
  append_line (out, "SN", isbn != NULL ? isbn : issn);
  append_member (out, work, "DOI", "DO");
  append_member (out, work, "URL", "UR");
  append_dates (out, work, "accessed", NULL, "Y2");
  append_member (out, work, "archive", "DB");
  append_member (out, work, "archive_location", "AN");
  append_member (out, work, "language", "LA");
  append_member (out, work, "note", "N1");
  append_member (out, work, "abstract", "AB");
  append_member (out, work, "keyword", "KW");
  g_string_append (out, "ER  - \r\n");
}

GBytes *
ibid_ris_export (IbidDocument *document)
{
  IbidList *works;
  GString *out;

  g_return_val_if_fail (IBID_IS_DOCUMENT (document), NULL);
  works = ibid_document_get_works (document);
  out = g_string_new (NULL);
  for (guint i = 0; i < ibid_list_get_length (works); i++) {
    if (i > 0)
      g_string_append (out, "\r\n");
    append_work (out, ibid_list_get (works, i));
  }
  return g_string_free_to_bytes (out);
}
