/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-work-format.h"

#include "widgets/ibid-csl-terms.h"
#include "widgets/ibid-isolate.h"
#include "widgets/ibid-labels.h"
#include "widgets/ibid-names.h"
#include "widgets/ibid-tidy.h"

#include <glib/gi18n.h>
#include <string.h>

/* Italics within a line that is being put together. No field holds these characters, since
 * ibid_tidy() takes them out; what becomes of them is decided once, at the end. */
#define ITALIC_START "\001"
#define ITALIC_END "\002"

/* The same around what runs against the interface. */
#define FOREIGN_START "\003"
#define FOREIGN_END "\004"

/* More names than a note gives, and more than a card has room for. */
#define MAX_NOTE_NAMES 3
#define MAX_CARD_NAMES 10
#define KEPT_CARD_NAMES 7

static IbidCslShape
get_shape (IbidWork *work)
{
  return ibid_csl_get_shape (ibid_work_get_type_name (work));
}

/* A field on one line, "" when it is missing. */
static char *
dup_field (IbidWork *work, const char *name)
{
  g_autofree char *field = ibid_work_dup_field (work, name);

  return ibid_tidy (field);
}

/* "118-45" as "118–45": numbers are parted by en dashes, however they were typed. */
static char *
set_dashes (const char *text)
{
  g_autofree char *tidy = ibid_tidy (text);
  GString *line = g_string_new (NULL);

  for (const char *c = tidy; *c != '\0';) {
    const char *dashes = c + strcspn (c, "-");
    const char *end = dashes + strspn (dashes, "-");

    g_string_append_len (line, c, dashes - c);
    if (dashes > c && end > dashes && g_ascii_isdigit (dashes[-1]) && g_ascii_isalnum (*end))
      g_string_append (line, "–");
    else
      g_string_append_len (line, dashes, end - dashes);
    c = end;
  }
  return g_string_free (line, FALSE);
}

static char *
dup_numbers (IbidWork *work, const char *name)
{
  g_autofree char *field = ibid_work_dup_field (work, name);

  return set_dashes (field);
}

/* "" when it is missing. */
static char *
dup_date_label (IbidWork *work, const char *name)
{
  g_autofree char *date = ibid_work_dup_date (work, name);
  g_autofree char *label = date != NULL ? ibid_label_edtf (date) : NULL;

  return ibid_tidy (label);
}

/* Of the day only the year, as books have it. */
static char *
dup_year_label (IbidWork *work)
{
  g_autofree char *text = ibid_work_dup_date (work, "issued");
  IbidDate date;

  if (text == NULL || !ibid_date_parse (text, &date))
    return ibid_tidy (text);
  date.start.month = date.start.day = date.end.month = date.end.day = 0;
  if (date.is_range && date.start.year == date.end.year)
    date.is_range = date.start.is_open || date.end.is_open;
  return ibid_label_date (&date);
}

static void
append (GString *line, const char *separator, const char *text)
{
  if (*text == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, separator);
  g_string_append (line, text);
}

/* The usual separator, none ahead of a parenthesis. */
static void
add (GString *line, const char *text)
{
  /* Translators: between the parts of a citation. */
  append (line, *text == '(' ? " " : C_ ("citation", ", "), text);
}

static char *
mark_foreign (const char *text)
{
  if (!ibid_isolate_is_needed (text))
    return g_strdup (text);
  return g_strconcat (FOREIGN_START, text, FOREIGN_END, NULL);
}

static char *
dup_foreign_field (IbidWork *work, const char *name)
{
  g_autofree char *field = dup_field (work, name);

  return mark_foreign (field);
}

static char *
dup_italic_field (IbidWork *work, const char *name)
{
  g_autofree char *field = dup_field (work, name);

  g_autofree char *marked = mark_foreign (field);

  if (*field == '\0')
    return g_steal_pointer (&field);
  return g_strconcat (ITALIC_START, marked, ITALIC_END, NULL);
}

static void add_printf (GString *line, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add_printf (GString *line, const char *format, ...)
{
  g_autofree char *part = NULL;
  va_list arguments;

  va_start (arguments, format);
  part = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  add (line, part);
}

static char *
dup_note_names (IbidWork *work, const char *role)
{
  return ibid_names_format (ibid_work_get_names (work, role), MAX_NOTE_NAMES, 1);
}

/* "London: Penguin, 1999", led by what kind of report or thesis it is. */
static char *
dup_imprint (IbidWork *work, const char *date)
{
  IbidCslShape shape = get_shape (work);
  g_autofree char *place = dup_foreign_field (work, "publisher-place");
  g_autofree char *publisher = dup_foreign_field (work, "publisher");
  GString *line = g_string_new (NULL);

  if (shape == IBID_CSL_REPORT || shape == IBID_CSL_THESIS) {
    g_autofree char *genre = dup_foreign_field (work, "genre");
    g_autofree char *number = dup_numbers (work, "number");

    add (line, genre);
    if (*number != '\0' && *genre != '\0')
      append (line, " ", number);
    else if (*number != '\0')
      add_printf (line, _ ("no. %s"), number);
  }
  if (*place != '\0' && *publisher != '\0')
    /* Translators: the place and the name of a publisher. */
    add_printf (line, _ ("%1$s: %2$s"), place, publisher);
  else
    add (line, *place != '\0' ? place : publisher);
  add (line, date);
  return g_string_free (line, FALSE);
}

static void
add_in_parentheses (GString *line, const char *text)
{
  if (*text != '\0')
    /* Translators: publisher and date of a book, date of a journal. */
    add_printf (line, C_ ("citation", "(%s)"), text);
}

static void
add_role (GString *line, IbidWork *work, const char *role)
{
  g_autofree char *plain = dup_note_names (work, role);
  g_autofree char *names = mark_foreign (plain);

  if (*names == '\0')
    return;
  if (strcmp (role, "editor") == 0)
    /* Translators: edited by. */
    add_printf (line, _ ("ed. %s"), names);
  else
    /* Translators: translated by. */
    add_printf (line, _ ("trans. %s"), names);
}

static gboolean
has_names (IbidWork *work, const char *role)
{
  g_autofree char *names = dup_note_names (work, role);

  return *names != '\0';
}

/* "2nd ed., vol. 3", with editors and translators when they do not stand in the author's place. */
static void
add_book_parts (GString *line, IbidWork *work)
{
  g_autofree char *edition = dup_field (work, "edition");
  g_autofree char *volume = dup_numbers (work, "volume");
  guint64 number;

  if (get_shape (work) == IBID_CSL_PART || has_names (work, "author"))
    add_role (line, work, "editor");
  add_role (line, work, "translator");
  if (g_ascii_string_to_unsigned (edition, 10, 1, 999, &number, NULL)) {
    g_autofree char *ordinal = ibid_label_ordinal ((guint)number);

    /* Translators: the edition of a book: "2nd ed.". */
    add_printf (line, _ ("%s ed."), ordinal);
  } else {
    add (line, edition);
  }
  if (*volume != '\0')
    /* Translators: the volume of a book. */
    add_printf (line, _ ("vol. %s"), volume);
}

/* "Journal of Strategic Studies 40, no. 1–2 (2 January 2017): 118–45". */
static void
add_journal (GString *line, IbidWork *work, const char *pages)
{
  g_autofree char *container = dup_italic_field (work, "container-title");
  g_autofree char *volume = dup_numbers (work, "volume");
  g_autofree char *issue = dup_numbers (work, "issue");
  g_autofree char *date = dup_date_label (work, "issued");
  gboolean has_numbers = *volume != '\0' || *issue != '\0' || *date != '\0';

  add (line, container);
  append (line, " ", volume);
  if (*issue != '\0')
    /* Translators: the issue of a journal. */
    add_printf (line, _ ("no. %s"), issue);
  add_in_parentheses (line, date);
  /* Translators: between the numbers of a journal and the pages. */
  append (line, has_numbers ? C_ ("citation", ": ") : C_ ("citation", ", "), pages);
}

/* "in The Book, ed. A. Editor (London: Penguin, 1999), 12–30". */
static void
add_part (GString *line, IbidWork *work, const char *pages)
{
  g_autofree char *container = dup_italic_field (work, "container-title");
  g_autofree char *year = dup_year_label (work);
  g_autofree char *imprint = dup_imprint (work, year);

  if (*container != '\0')
    /* Translators: the book that a chapter is in. */
    add_printf (line, _ ("in %s"), container);
  add_book_parts (line, work);
  add_in_parentheses (line, imprint);
  add (line, pages);
}

/* "The New York Times, 3 May 2017, sec. World, 4". */
static void
add_page (GString *line, IbidWork *work, const char *site, const char *pages)
{
  g_autofree char *date = dup_date_label (work, "issued");
  g_autofree char *section = dup_foreign_field (work, "section");

  add (line, site);
  add (line, date);
  if (*section != '\0')
    /* Translators: the section of a newspaper. */
    add_printf (line, _ ("sec. %s"), section);
  add (line, pages);
}

/* Of the marks around what is foreign, isolates: of plain text nothing is left. */
static char *
set_isolates (GString *line, gboolean is_shown)
{
  g_string_replace (line, FOREIGN_START, is_shown ? IBID_ISOLATE_START : "", 0);
  g_string_replace (line, FOREIGN_END, is_shown ? IBID_ISOLATE_END : "", 0);
  return g_string_free (line, FALSE);
}

/* The line as plain text or as markup. */
static char *
finish (GString *line, gboolean is_markup)
{
  g_autofree char *text = set_isolates (line, is_markup);
  g_auto (GStrv) parts = NULL;
  GString *result = g_string_new (NULL);

  parts = g_strsplit_set (text, ITALIC_START ITALIC_END, -1);
  for (guint i = 0; parts[i] != NULL; i++) {
    g_autofree char *escaped = is_markup ? g_markup_escape_text (parts[i], -1) : NULL;

    /* Every second part is italic. */
    if (is_markup && i % 2 == 1)
      g_string_append_printf (result, "<i>%s</i>", escaped);
    else
      g_string_append (result, is_markup ? escaped : parts[i]);
  }
  return g_string_free (result, FALSE);
}

/* What stands behind the title. */
static char *
dup_rest (IbidWork *work, const char *pages)
{
  GString *line = g_string_new (NULL);
  IbidCslShape shape = get_shape (work);

  if (shape == IBID_CSL_JOURNAL) {
    add_journal (line, work, pages);
  } else if (shape == IBID_CSL_PART) {
    add_part (line, work, pages);
  } else if (shape == IBID_CSL_PAGE || shape == IBID_CSL_PERIODICAL) {
    g_autofree char *container = dup_field (work, "container-title");
    g_autofree char *publisher = dup_field (work, "publisher");

    add_page (line, work, *container != '\0' ? container : publisher, pages);
  } else {
    g_autofree char *date = shape == IBID_CSL_BOOK ? dup_year_label (work)
                                                   : dup_date_label (work, "issued");
    g_autofree char *imprint = dup_imprint (work, date);

    if (shape == IBID_CSL_BOOK)
      add_book_parts (line, work);
    add_in_parentheses (line, imprint);
    add (line, pages);
  }
  return finish (line, FALSE);
}

/* When it was looked at, unless a DOI makes that needless, and where it is. */
static void
add_link (GString *line, IbidWork *work)
{
  g_autofree char *doi = ibid_work_format_doi_uri (work);
  g_autofree char *url = ibid_work_format_url (work);
  g_autofree char *accessed = dup_date_label (work, "accessed");

  if (doi == NULL && *accessed != '\0')
    /* Translators: when a web page was looked at. */
    add_printf (line, _ ("accessed %s"), accessed);
  if (doi != NULL || url != NULL)
    add (line, doi != NULL ? doi : url);
}

/* Authors, or else the editors of what is not a part of their book. */
static char *
dup_creators (IbidWork *work)
{
  g_autofree char *authors = dup_note_names (work, "author");
  g_autofree char *editors = dup_note_names (work, "editor");
  JsonArray *names = ibid_work_get_names (work, "editor");

  if (*authors != '\0' || *editors == '\0' || get_shape (work) == IBID_CSL_PART)
    return g_steal_pointer (&authors);
  /* Translators: editors in the place of authors; one, or several. */
  return json_array_get_length (names) == 1 ? g_strdup_printf (_ ("%s, ed."), editors)
                                            : g_strdup_printf (_ ("%s, eds."), editors);
}

static void
add_title_and_rest (GString *line, IbidWork *work, const char *rest)
{
  g_autofree char *title = ibid_work_format_title (work);
  IbidCslShape shape = get_shape (work);

  if (*title == '\0' || shape == IBID_CSL_BOOK || shape == IBID_CSL_REPORT) {
    add (line, title);
    add (line, rest);
  } else if (*rest == '\0') {
    /* Translators: the title of an article at the end of a citation. */
    add_printf (line, _ ("“%s.”"), title);
  } else if (*rest == '(') {
    /* Translators: the title of a thesis, and what follows it in parentheses. */
    add_printf (line, _ ("“%1$s” %2$s"), title, rest);
  } else {
    /* Translators: the title of an article, and the rest of the citation. */
    add_printf (line, _ ("“%1$s,” %2$s"), title, rest);
  }
}

static gboolean
is_closed (const char *text)
{
  return *text == '\0' || g_str_has_suffix (text, ".") || g_str_has_suffix (text, ".”");
}

char *
ibid_work_format_citation (IbidWork *work, const char *locator)
{
  g_autofree char *creators = NULL;
  g_autofree char *pages = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *text = NULL;
  GString *line;
  GString *tail;

  g_return_val_if_fail (IBID_IS_WORK (work), NULL);
  pages = locator != NULL ? set_dashes (locator) : dup_numbers (work, "page");
  text = dup_rest (work, pages);
  tail = g_string_new (text);
  add_link (tail, work);
  rest = g_string_free (tail, FALSE);
  creators = dup_creators (work);
  line = g_string_new (creators);
  add_title_and_rest (line, work, rest);
  if (is_closed (line->str))
    return g_string_free (line, FALSE);
  g_free (text);
  text = g_string_free (line, FALSE);
  /* Translators: the end of a citation. */
  return g_strdup_printf (C_ ("citation", "%s."), text);
}

char *
ibid_work_format_title (IbidWork *work)
{
  g_return_val_if_fail (IBID_IS_WORK (work), NULL);
  return ibid_tidy (ibid_work_get_title (work));
}

char *
ibid_work_format_names (JsonArray *names)
{
  return ibid_names_format (names, MAX_CARD_NAMES, KEPT_CARD_NAMES);
}

char *
ibid_work_format_names_shown (JsonArray *names)
{
  return ibid_names_format_shown (names, MAX_CARD_NAMES, KEPT_CARD_NAMES);
}

char *
ibid_work_format_family_names (JsonArray *names)
{
  return ibid_names_format_family (names, MAX_NOTE_NAMES, 1);
}

/* Books and their parts say who published them beside the year. */
static gboolean
has_publisher_in_container (IbidWork *work)
{
  IbidCslShape shape = get_shape (work);

  return shape == IBID_CSL_BOOK || shape == IBID_CSL_PART;
}

char *
ibid_work_format_container_markup (IbidWork *work)
{
  GString *line;
  g_autofree char *pages = NULL;
  g_autofree char *markup = NULL;

  g_return_val_if_fail (IBID_IS_WORK (work), NULL);
  line = g_string_new (NULL);
  pages = dup_numbers (work, "page");
  if (get_shape (work) == IBID_CSL_JOURNAL) {
    add_journal (line, work, pages);
  } else if (get_shape (work) == IBID_CSL_PART) {
    add_part (line, work, pages);
  } else if (get_shape (work) == IBID_CSL_BOOK) {
    g_autofree char *year = dup_year_label (work);
    g_autofree char *imprint = dup_imprint (work, year);

    add_book_parts (line, work);
    add (line, imprint);
  } else {
    g_autofree char *container = dup_italic_field (work, "container-title");

    add_page (line, work, container, pages);
  }
  markup = finish (line, TRUE);
  return *markup != '\0' ? ibid_isolate_take_line (g_steal_pointer (&markup)) : NULL;
}

static void
add_detail (GString *line, const char *text)
{
  append (line, " · ", text);
}

char *
ibid_work_format_details (IbidWork *work)
{
  const char *type;
  g_autofree char *publisher = NULL;
  g_autofree char *accessed = NULL;
  g_autofree char *language = NULL;
  g_autofree char *details = NULL;
  GString *line;

  g_return_val_if_fail (IBID_IS_WORK (work), NULL);
  type = ibid_csl_get_type_label (ibid_work_get_type_name (work));
  publisher = dup_foreign_field (work, "publisher");
  accessed = dup_date_label (work, "accessed");
  language = dup_field (work, "language");
  line = g_string_new (type);
  if (!has_publisher_in_container (work))
    add_detail (line, publisher);
  if (*accessed != '\0') {
    g_autofree char *label = g_strdup_printf (_ ("accessed %s"), accessed);

    add_detail (line, label);
  }
  if (ibid_csl_get_language_label (language) != NULL)
    add_detail (line, ibid_csl_get_language_label (language));
  else
    add_detail (line, language);
  details = finish (line, TRUE);
  return *details != '\0' ? ibid_isolate_take_line (g_steal_pointer (&details)) : NULL;
}

/* What may stand before a DOI in the field. */
static const char *
skip_doi_prefix (const char *text)
{
  static const char *const prefixes[] = {
      "https://", "http://", "dx.", "doi.org/", "www.doi.org/", "doi:", " "};

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_ascii_strncasecmp (text, prefixes[i], strlen (prefixes[i])) == 0)
      text += strlen (prefixes[i]);
  return text;
}

char *
ibid_work_format_doi_uri (IbidWork *work)
{
  g_autofree char *field = NULL;
  g_autofree char *escaped = NULL;
  const char *doi;

  g_return_val_if_fail (IBID_IS_WORK (work), NULL);
  field = dup_field (work, "DOI");
  doi = skip_doi_prefix (field);
  if (!g_str_has_prefix (doi, "10.") || strchr (doi, '/') == NULL)
    return NULL;
  escaped = g_uri_escape_string (doi, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH, FALSE);
  return g_strconcat ("https://doi.org/", escaped, NULL);
}

char *
ibid_work_format_url (IbidWork *work)
{
  g_autofree char *url = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (IBID_IS_WORK (work), NULL);
  url = dup_field (work, "URL");
  if (strchr (url, ' ') != NULL)
    return NULL;
  uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' ||
      (strcmp (g_uri_get_scheme (uri), "http") != 0 &&
       strcmp (g_uri_get_scheme (uri), "https") != 0))
    return NULL;
  return g_steal_pointer (&url);
}
