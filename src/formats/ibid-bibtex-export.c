/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-bibtex-export.h"

#include "formats/ibid-csl-name.h"

#include <string.h>

/* An entry type, and where it has what other types have elsewhere. */
typedef struct {
  const char *csl;
  const char *entry;
  const char *container; /* field of the container's title */
  const char *publisher; /* field of who published it */
} EntryType;

/* CSL 1.0.2's types; sorted. What BibTeX has no entry for is @misc. */
static const EntryType entry_types[] = {
    {"article", "article", "journal", "publisher"},
    {"article-journal", "article", "journal", "publisher"},
    {"article-magazine", "article", "journal", "publisher"},
    {"article-newspaper", "article", "journal", "publisher"},
    {"book", "book", "series", "publisher"},
    {"chapter", "incollection", "booktitle", "publisher"},
    {"classic", "book", "series", "publisher"},
    {"collection", "book", "series", "publisher"},
    {"entry", "incollection", "booktitle", "publisher"},
    {"entry-dictionary", "incollection", "booktitle", "publisher"},
    {"entry-encyclopedia", "incollection", "booktitle", "publisher"},
    {"manuscript", "unpublished", "howpublished", "publisher"},
    {"pamphlet", "booklet", "series", "howpublished"},
    {"paper-conference", "inproceedings", "booktitle", "publisher"},
    {"periodical", "book", "series", "publisher"},
    {"report", "techreport", "series", "institution"},
    {"review", "article", "journal", "publisher"},
    {"review-book", "article", "journal", "publisher"},
    {"thesis", "phdthesis", "series", "school"},
};

static const EntryType any_type = {"", "misc", "howpublished", "publisher"};

/* What TeX takes for something else than the sign itself. Braces by name: BibTeX counts those with
 * a backslash as well. */
static const struct {
  gunichar sign;
  const char *escaped;
} signs[] = {
    {'#', "\\#"},
    {'$', "\\$"},
    {'%', "\\%"},
    {'&', "\\&"},
    {'\\', "{\\textbackslash}"},
    {'^', "{\\textasciicircum}"},
    {'_', "\\_"},
    {'{', "{\\textbraceleft}"},
    {'}', "{\\textbraceright}"},
    {'~', "{\\textasciitilde}"},
    {0xa0, "~"},
};

static const char *const months[] = {
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
};

static const EntryType *
find_type (const char *csl)
{
  for (guint i = 0; i < G_N_ELEMENTS (entry_types); i++)
    if (g_str_equal (entry_types[i].csl, csl))
      return &entry_types[i];
  return &any_type;
}

static void
append_escaped (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    const char *escaped = NULL;

    for (guint i = 0; i < G_N_ELEMENTS (signs) && escaped == NULL; i++)
      if (signs[i].sign == c)
        escaped = signs[i].escaped;
    if (escaped != NULL)
      g_string_append (out, escaped);
    else
      g_string_append_unichar (out, g_unichar_iscntrl (c) ? ' ' : c);
  }
}

/* Braces must pair for BibTeX, and a blank ends an address. */
static void
append_verbatim (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '{' || *p == '}' || *p == '\\' || *p == ' ' || g_ascii_iscntrl (*p))
      g_string_append_printf (out, "%%%02X", (guint)(guchar)*p);
    else
      g_string_append_c (out, *p);
  }
}

static void
begin_field (GString *out, const char *name)
{
  g_string_append_printf (out, ",\n  %s = ", name);
}

static void
append_field (GString *out, const char *name, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  begin_field (out, name);
  g_string_append_c (out, '{');
  append_escaped (out, text);
  g_string_append_c (out, '}');
}

static void
append_member (GString *out, IbidWork *work, const char *member, const char *name)
{
  g_autofree char *text = ibid_work_dup_field (work, member);

  append_field (out, name, text);
}

/* A second pair of braces keeps the capitals. */
static void
append_title (GString *out, const char *title)
{
  if (*title == '\0')
    return;
  begin_field (out, "title");
  g_string_append (out, "{{");
  append_escaped (out, title);
  g_string_append (out, "}}");
}

static void
append_address (GString *out, IbidWork *work, const char *member, const char *name)
{
  g_autofree char *text = ibid_work_dup_field (work, member);

  if (text == NULL)
    return;
  begin_field (out, name);
  g_string_append_c (out, '{');
  append_verbatim (out, text);
  g_string_append_c (out, '}');
}

/* --- Names --------------------------------------------------------------------------------- */

/* BibTeX parts names at "and" and at commas, whatever the case, unless they are in braces. */
static gboolean
needs_braces (const char *part)
{
  g_auto (GStrv) words = g_strsplit_set (part, " \t\n~", -1);

  if (strchr (part, ',') != NULL)
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[i], "and") == 0)
      return TRUE;
  return FALSE;
}

static void
append_name_part (GString *out, const char *part, gboolean is_whole)
{
  gboolean has_braces = is_whole || needs_braces (part);

  if (has_braces)
    g_string_append_c (out, '{');
  append_escaped (out, part);
  if (has_braces)
    g_string_append_c (out, '}');
}

/* "van der Family, Suffix, Given". Of several words the family is kept together, or BibTeX would
 * take small ones for a particle, as it should those that are one. */
static void
append_name (GString *out, const IbidCslName *name)
{
  if (*name->literal != '\0') {
    append_name_part (out, name->literal, TRUE);
    return;
  }
  if (*name->dropping != '\0') {
    append_name_part (out, name->dropping, FALSE);
    g_string_append_c (out, ' ');
  }
  if (*name->non_dropping != '\0') {
    append_name_part (out, name->non_dropping, FALSE);
    g_string_append_c (out, ' ');
  }
  append_name_part (out, name->family, strchr (name->family, ' ') != NULL);
  if (*name->suffix != '\0') {
    g_string_append (out, ", ");
    append_name_part (out, name->suffix, FALSE);
  }
  if (*name->given != '\0') {
    g_string_append (out, ", ");
    append_name_part (out, name->given, FALSE);
  } else if (*name->suffix != '\0') {
    /* Else the suffix would be the given name. */
    g_string_append (out, ", {}");
  }
}

static void
append_names (GString *out, IbidWork *work, const char *member)
{
  JsonArray *names = ibid_work_get_names (work, member);
  gboolean is_first = TRUE;

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++) {
    IbidCslName name;

    if (!ibid_csl_name_read (json_array_get_element (names, i), &name))
      continue;
    if (is_first) {
      begin_field (out, member);
      g_string_append_c (out, '{');
    } else {
      g_string_append (out, " and ");
    }
    is_first = FALSE;
    if (ibid_csl_name_is_others (&name))
      g_string_append (out, "others");
    else
      append_name (out, &name);
  }
  if (!is_first)
    g_string_append_c (out, '}');
}

/* --- Fields -------------------------------------------------------------------------------- */

/* As printed, with the dash of TeX. */
static void
append_pages (GString *out, IbidWork *work)
{
  g_autofree char *pages = ibid_work_dup_field (work, "page");
  g_autoptr (GString) text = g_string_new (NULL);

  if (pages == NULL)
    return;
  for (const char *p = pages; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == '-') {
      if (text->len == 0 || text->str[text->len - 1] != '-')
        g_string_append (text, "--");
    } else {
      g_string_append_unichar (text, c);
    }
  }
  append_field (out, "pages", text->str);
}

/* "2013", "1914--1918", "2009--"; before the common era with a minus in front, as in EDTF. */
static char *
dup_years (const IbidDate *date)
{
  int first = ibid_date_get_first_year (date);
  int last = ibid_date_get_last_year (date);

  if (first == last)
    return g_strdup_printf ("%d", first);
  if (first == G_MININT)
    return g_strdup_printf ("--%d", last);
  if (last == G_MAXINT)
    return g_strdup_printf ("%d--", first);
  return g_strdup_printf ("%d--%d", first, last);
}

/* Months by their macros, so that a style can spell them; of a range only the years are said. */
static void
append_issued (GString *out, IbidWork *work)
{
  g_autofree char *text = ibid_work_dup_date (work, "issued");
  g_autofree char *years = NULL;
  IbidDate date;

  if (text == NULL)
    return;
  if (!ibid_date_parse (text, &date)) {
    append_field (out, "year", text);
    return;
  }
  years = dup_years (&date);
  append_field (out, "year", years);
  if (date.is_range || date.start.month < 1 || date.start.month > 12)
    return;
  begin_field (out, "month");
  g_string_append (out, months[date.start.month - 1]);
  if (date.start.day > 0) {
    begin_field (out, "day");
    g_string_append_printf (out, "{%d}", date.start.day);
  }
}

static void
append_where (GString *out, IbidWork *work, const EntryType *type)
{
  g_autofree char *container = ibid_work_dup_field (work, "container-title");
  g_autofree char *series = ibid_work_dup_field (work, "collection-title");
  g_autofree char *publisher = ibid_work_dup_field (work, "publisher");

  append_field (out, type->container, container);
  if (container == NULL || !g_str_equal (type->container, "series"))
    append_field (out, "series", series);
  /* The one field for it that styles show. */
  if (container == NULL && type == &any_type)
    append_field (out, "howpublished", publisher);
  else
    append_field (out, type->publisher, publisher);
  append_member (out, work, "publisher-place", "address");
}

/* Where a copy is kept is said in no field of its own. */
static void
append_note (GString *out, IbidWork *work)
{
  static const char *const members[] = {"note", "archive", "archive_location"};
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++) {
    g_autofree char *part = ibid_work_dup_field (work, members[i]);

    if (part != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", part);
  }
  append_field (out, "note", text->str);
}

static const char *
get_entry (const EntryType *type, const char *genre)
{
  g_autofree char *lower = genre != NULL ? g_utf8_strdown (genre, -1) : NULL;

  if (g_str_equal (type->entry, "phdthesis") && lower != NULL && strstr (lower, "master") != NULL)
    return "mastersthesis";
  return type->entry;
}

static void
append_entry (GString *out, IbidWork *work)
{
  const EntryType *type = find_type (ibid_work_get_type_name (work));
  g_autofree char *genre = ibid_work_dup_field (work, "genre");
  g_autofree char *number = ibid_work_dup_field (work, "number");
  g_autofree char *issue = ibid_work_dup_field (work, "issue");
  g_autofree char *accessed = ibid_work_dup_date (work, "accessed");

  g_string_append_printf (
      out, "@%s{%s", get_entry (type, genre), ibid_item_get_id (IBID_ITEM (work)));
  append_names (out, work, "author");
  append_names (out, work, "editor");
  append_names (out, work, "translator");
  append_title (out, ibid_work_get_title (work));
  append_where (out, work, type);
  append_member (out, work, "edition", "edition");
  append_member (out, work, "volume", "volume");
  append_field (out, "number", issue != NULL ? issue : number);
  append_pages (out, work);
  append_field (out, "type", genre);
  append_issued (out, work);
  append_member (out, work, "number-of-pages", "pagetotal");
  append_note (out, work);
  append_address (out, work, "DOI", "doi");
  append_member (out, work, "ISBN", "isbn");
  append_member (out, work, "ISSN", "issn");
  append_address (out, work, "URL", "url");
  append_field (out, "urldate", accessed);
  append_member (out, work, "language", "language");
  append_member (out, work, "abstract", "abstract");
  append_member (out, work, "keyword", "keywords");
  g_string_append (out, "\n}\n");
}

GBytes *
ibid_bibtex_export (IbidDocument *document)
{
  IbidList *works;
  GString *out;

  g_return_val_if_fail (IBID_IS_DOCUMENT (document), NULL);
  works = ibid_document_get_works (document);
  out = g_string_new (NULL);
  for (guint i = 0; i < ibid_list_get_length (works); i++) {
    if (i > 0)
      g_string_append_c (out, '\n');
    append_entry (out, ibid_list_get (works, i));
  }
  return g_string_free_to_bytes (out);
}
