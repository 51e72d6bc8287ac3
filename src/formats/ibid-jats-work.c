/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-jats-work.h"

#include "formats/ibid-jats-date.h"
#include "formats/ibid-xml.h"

#include <string.h>

static const struct {
  const char *publication; /* publication-type, or citation-type of NLM */
  const char *csl;
} types[] = {
    {"journal", "article-journal"},
    {"book", "book"},
    {"chapter", "chapter"},
    {"book-chapter", "chapter"},
    {"confproc", "paper-conference"},
    {"conference", "paper-conference"},
    {"conf-proc", "paper-conference"},
    {"conf-proceeding", "paper-conference"},
    {"thesis", "thesis"},
    {"dissertation", "thesis"},
    {"report", "report"},
    {"gov", "report"},
    {"working-paper", "report"},
    {"web", "webpage"},
    {"webpage", "webpage"},
    {"website", "webpage"},
    {"weblink", "webpage"},
    {"blog", "post-weblog"},
    {"newspaper", "article-newspaper"},
    {"magazine", "article-magazine"},
    {"periodical", "article-journal"},
    {"patent", "patent"},
    {"software", "software"},
    {"program", "software"},
    {"data", "dataset"},
    {"dataset", "dataset"},
    {"database", "dataset"},
    {"preprint", "article"},
    {"letter", "personal_communication"},
    {"commun", "personal_communication"},
    {"personal-communication", "personal_communication"},
    {"legal-doc", "legislation"},
    {"legislation", "legislation"},
    {"standard", "standard"},
    {"video", "motion_picture"},
    {"film", "motion_picture"},
    {"audiovisual", "motion_picture"},
    {"interview", "interview"},
    {"manuscript", "manuscript"},
    {"unpublished", "manuscript"},
};

static const struct {
  const char *group; /* person-group-type */
  const char *csl;
} roles[] = {
    {"editor", "editor"},
    {"editors", "editor"},
    {"ed", "editor"},
    {"guest-editor", "editor"},
    {"translator", "translator"},
    {"transed", "translator"},
    {"compiler", "compiler"},
    {"director", "director"},
    {"curator", "curator"},
    {"illustrator", "illustrator"},
    {"series-editor", "collection-editor"},
    {"assignee", "authority"},
    {"recipient", "recipient"},
    {"interviewer", "interviewer"},
};

/* --- Text of fields ------------------------------------------------------------------------ */

/* The text of the first element of that name, wherever it is in the citation; NULL for none. */
static char *
dup_field (const xmlNode *citation, const char *name)
{
  const xmlNode *field = ibid_xml_find_child (citation, name);
  g_autofree char *text = NULL;

  if (field == NULL)
    field = ibid_xml_find_descendant (citation, name);
  text = field != NULL ? ibid_xml_dup_text (field) : NULL;
  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
set_text (JsonObject *work, const char *member, const char *text)
{
  if (text != NULL && *text != '\0' && !json_object_has_member (work, member))
    json_object_set_string_member (work, member, text);
}

static void
set_field (JsonObject *work, const char *member, const xmlNode *citation, const char *name)
{
  g_autofree char *text = dup_field (citation, name);

  set_text (work, member, text);
}

/* --- Names --------------------------------------------------------------------------------- */

/* Without what hangs on a group: its members, notes, affiliations. */
static char *
dup_group_name (const xmlNode *collab)
{
  GString *name = g_string_new (NULL);

  for (const xmlNode *child = collab->children; child != NULL; child = child->next)
    if (!ibid_xml_is (child, "contrib-group") && !ibid_xml_is (child, "xref") &&
        !ibid_xml_is (child, "aff") && !ibid_xml_is (child, "fn")) {
      g_autofree char *text = child->type == XML_ELEMENT_NODE
                                  ? ibid_xml_dup_text (child)
                                  : g_strdup ((const char *)child->content);

      g_string_append (name, text != NULL ? text : "");
    }
  return g_string_free (name, FALSE);
}

static char *
dup_collapsed (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++) {
    if (*words[i] == '\0')
      continue;
    if (joined->len > 0)
      g_string_append_c (joined, ' ');
    g_string_append (joined, words[i]);
  }
  return g_string_free (joined, FALSE);
}

static void
set_literal (JsonObject *name, const xmlNode *node)
{
  g_autofree char *raw = ibid_xml_is (node, "collab")      ? dup_group_name (node)
                         : ibid_xml_is (node, "anonymous") ? g_strdup ("Anonymous")
                                                           : ibid_xml_dup_text (node);
  g_autofree char *text = dup_collapsed (raw);

  set_text (name, "literal", text);
}

JsonObject *
ibid_jats_name_new (const xmlNode *node)
{
  g_autoptr (JsonObject) name = json_object_new ();

  if (ibid_xml_is (node, "name-alternatives"))
    node = ibid_xml_next (node, node, TRUE);
  if (node == NULL)
    return NULL;
  set_field (name, "family", node, "surname");
  set_field (name, "given", node, "given-names");
  set_field (name, "suffix", node, "suffix");
  if (!json_object_has_member (name, "family")) {
    g_clear_pointer (&name, json_object_unref);
    name = json_object_new ();
    set_literal (name, node);
  }
  return json_object_get_size (name) > 0 ? g_steal_pointer (&name) : NULL;
}

static gboolean
is_name (const xmlNode *node)
{
  return ibid_xml_is (node, "name") || ibid_xml_is (node, "string-name") ||
         ibid_xml_is (node, "collab") || ibid_xml_is (node, "name-alternatives") ||
         ibid_xml_is (node, "anonymous") || ibid_xml_is (node, "etal");
}

static void
add_name (JsonObject *work, const char *role, const xmlNode *node)
{
  JsonObject *name;

  if (ibid_xml_is (node, "etal")) {
    name = json_object_new ();
    json_object_set_string_member (name, "literal", "et al.");
  } else {
    name = ibid_jats_name_new (node);
  }
  if (name == NULL)
    return;
  if (!json_object_has_member (work, role))
    json_object_set_array_member (work, role, json_array_new ());
  json_array_add_object_element (json_object_get_array_member (work, role), name);
}

static const char *
get_role (const xmlNode *group)
{
  g_autofree char *type = ibid_xml_dup_attribute (group, "person-group-type");

  for (gsize i = 0; type != NULL && i < G_N_ELEMENTS (roles); i++)
    if (strcmp (type, roles[i].group) == 0)
      return roles[i].csl;
  return "author";
}

/* ", editors." behind names */
static gboolean
says_editors (const xmlNode *text)
{
  static const char *const words[] = {
      "ed", "eds", "editor", "editors", "hg", "hrsg", "org", "orgs"};
  const char *p = (const char *)text->content;
  gsize length;

  if (text->type != XML_TEXT_NODE || p == NULL)
    return FALSE;
  p += strspn (p, " ,.(\t\r\n");
  for (length = 0; g_ascii_isalpha (p[length]); length++)
    ;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (length == strlen (words[i]) && g_ascii_strncasecmp (p, words[i], length) == 0)
      return TRUE;
  return FALSE;
}

static void
turn_into_editors (JsonObject *work)
{
  JsonNode *authors = json_object_get_member (work, "author");

  if (authors == NULL || json_object_has_member (work, "editor"))
    return;
  json_object_set_member (work, "editor", json_node_copy (authors));
  json_object_remove_member (work, "author");
}

/* Names stand in groups that say what they are, or one by one, and then by their place: those
 * behind a chapter's title edited the book. */
static void
add_names (JsonObject *work, const xmlNode *citation)
{
  gboolean has_title = FALSE;

  for (const xmlNode *child = citation->children; child != NULL; child = child->next) {
    if (ibid_xml_is (child, "person-group")) {
      for (const xmlNode *name = child->children; name != NULL; name = name->next)
        if (is_name (name))
          add_name (work, get_role (child), name);
    } else if (is_name (child)) {
      add_name (work, has_title ? "editor" : "author", child);
    } else if (!has_title && child->prev != NULL && is_name (child->prev) && says_editors (child)) {
      turn_into_editors (work);
    }
    has_title = has_title || ibid_xml_is (child, "chapter-title") ||
                ibid_xml_is (child, "article-title") || ibid_xml_is (child, "source");
  }
}

/* --- Dates --------------------------------------------------------------------------------- */

static void
add_date_part (JsonArray *parts, int year, int month, int day)
{
  JsonArray *part = json_array_new ();

  json_array_add_int_element (part, year);
  if (month >= 1 && month <= 12) {
    json_array_add_int_element (part, month);
    if (day > 0)
      json_array_add_int_element (part, day);
  }
  json_array_add_array_element (parts, part);
}

static void
set_date (JsonObject *work, const char *member, const IbidJatsDate *date)
{
  JsonObject *object = json_object_new ();
  JsonArray *parts = json_array_new ();

  add_date_part (parts, date->year, date->month, date->end_month == 0 ? date->day : 0);
  if (date->end_year > 0 || date->end_month > 0)
    add_date_part (parts, date->end_year > 0 ? date->end_year : date->year, date->end_month, 0);
  json_object_set_array_member (object, "date-parts", parts);
  if (date->month > 20)
    json_object_set_int_member (object, "season", date->month - 20);
  json_object_set_object_member (work, member, object);
}

static void
set_literal_date (JsonObject *work, const char *member, const char *text)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "literal", text);
  json_object_set_object_member (work, member, object);
}

static void
add_issued (JsonObject *work, const xmlNode *citation)
{
  g_autofree char *year = dup_field (citation, "year");
  g_autofree char *month = dup_field (citation, "month");
  g_autofree char *season = dup_field (citation, "season");
  g_autofree char *day = dup_field (citation, "day");
  IbidJatsDate date = {0};

  if (year == NULL)
    year = dup_field (citation, "date");
  if (year == NULL)
    return;
  if (!ibid_jats_date_add_year (&date, year)) {
    set_literal_date (work, "issued", year);
    return;
  }
  if (month != NULL || season != NULL)
    ibid_jats_date_add_month (&date, month != NULL ? month : season);
  if (day != NULL)
    ibid_jats_date_add_day (&date, day);
  set_date (work, "issued", &date);
  if (date.suffix != '\0') {
    const char suffix[] = {date.suffix, '\0'};

    set_text (work, "year-suffix", suffix);
  }
}

static void
add_accessed (JsonObject *work, const xmlNode *citation)
{
  g_autofree char *text = dup_field (citation, "date-in-citation");
  IbidJatsDate date = {0};

  if (text == NULL)
    text = dup_field (citation, "access-date");
  if (text == NULL)
    return;
  if (ibid_jats_date_find (&date, text))
    set_date (work, "accessed", &date);
  else
    set_literal_date (work, "accessed", text);
}

/* --- Numbers of things --------------------------------------------------------------------- */

static void
add_pages (JsonObject *work, const xmlNode *citation)
{
  g_autofree char *first = dup_field (citation, "fpage");
  g_autofree char *last = dup_field (citation, "lpage");

  if (first != NULL && last != NULL && strcmp (first, last) != 0) {
    g_autofree char *pages = g_strdup_printf ("%s–%s", first, last);

    set_text (work, "page", pages);
  }
  set_text (work, "page", first);
  set_field (work, "page", citation, "page-range");
  set_field (work, "page", citation, "elocation-id");
}

/* "10.…/…" in `text`, wherever it comes from; NULL for none. */
static char *
dup_doi (const char *text)
{
  const char *start = text != NULL ? strstr (text, "10.") : NULL;
  gsize length = start != NULL ? strcspn (start, " \t\r\n<>\"") : 0;

  while (length > 0 && strchr (".,;", start[length - 1]) != NULL)
    length--;
  if (length < 7 || memchr (start, '/', length) == NULL || !g_ascii_isdigit (start[3]))
    return NULL;
  return g_strndup (start, length);
}

static void
set_digits (JsonObject *work, const char *member, const char *text)
{
  g_autofree char *trimmed = g_strdup (text);
  gsize length;

  g_strstrip (trimmed);
  for (length = strlen (trimmed); length > 0 && strchr (".;,", trimmed[length - 1]); length--)
    trimmed[length - 1] = '\0';
  set_text (work, member, trimmed);
}

static void
add_publication_id (JsonObject *work, const xmlNode *node)
{
  g_autofree char *type = ibid_xml_dup_attribute (node, "pub-id-type");
  g_autofree char *text = ibid_xml_dup_text (node);

  if (g_strcmp0 (type, "doi") == 0) {
    g_autofree char *doi = dup_doi (text);

    set_text (work, "DOI", doi);
  } else if (g_strcmp0 (type, "pmid") == 0) {
    set_digits (work, "PMID", text);
  } else if (g_strcmp0 (type, "pmcid") == 0 || g_strcmp0 (type, "pmc") == 0) {
    set_digits (work, "PMCID", text);
  } else if (g_strcmp0 (type, "isbn") == 0) {
    set_text (work, "ISBN", text);
  }
}

static void
add_address (JsonObject *work, const xmlNode *node)
{
  g_autofree char *href = ibid_xml_dup_attribute (node, "href");
  g_autofree char *text = ibid_xml_dup_text (node);
  const char *address = g_strstrip (href != NULL ? href : text);
  g_autofree char *type = ibid_xml_dup_attribute (node, "ext-link-type");
  gboolean is_doi = strstr (address, "doi.org/") != NULL || g_str_has_prefix (address, "10.") ||
                    g_ascii_strncasecmp (address, "doi:", 4) == 0 || g_strcmp0 (type, "doi") == 0;

  if (is_doi) {
    g_autofree char *doi = dup_doi (address);

    set_text (work, "DOI", doi);
  } else if (g_str_has_prefix (address, "http://") || g_str_has_prefix (address, "https://")) {
    set_text (work, "URL", address);
  }
}

/* "Available from: https://…" that nobody made a link of */
static void
add_plain_address (JsonObject *work, const xmlNode *comment)
{
  g_autofree char *text = ibid_xml_dup_text (comment);
  const char *start = strstr (text, "http");
  gsize length = start != NULL ? strcspn (start, " <>\"") : 0;
  g_autofree char *address = g_strndup (start != NULL ? start : "", length);

  if (g_ascii_strncasecmp (text, "doi", 3) == 0 || strstr (address, "doi.org/") != NULL) {
    g_autofree char *doi = dup_doi (text);

    set_text (work, "DOI", doi);
    return;
  }
  if (!g_str_has_prefix (address, "http://") && !g_str_has_prefix (address, "https://"))
    return;
  for (gsize i = strlen (address); i > 0 && strchr (".,;)", address[i - 1]) != NULL; i--)
    address[i - 1] = '\0';
  set_text (work, "URL", address);
}

static void
add_ids (JsonObject *work, const xmlNode *citation)
{
  for (const xmlNode *node = citation; node != NULL; node = ibid_xml_next (citation, node, TRUE)) {
    if (ibid_xml_is (node, "pub-id") || ibid_xml_is (node, "object-id"))
      add_publication_id (work, node);
    else if (ibid_xml_is (node, "ext-link") || ibid_xml_is (node, "uri"))
      add_address (work, node);
    else if (ibid_xml_is (node, "comment") && ibid_xml_find_descendant (node, "ext-link") == NULL)
      add_plain_address (work, node);
  }
  set_field (work, "ISBN", citation, "isbn");
  set_field (work, "ISSN", citation, "issn");
}

/* --- The item ------------------------------------------------------------------------------ */

static const char *
guess_type (const xmlNode *citation)
{
  if (ibid_xml_find_child (citation, "chapter-title") != NULL)
    return "chapter";
  if (ibid_xml_find_child (citation, "conf-name") != NULL)
    return "paper-conference";
  if (ibid_xml_find_child (citation, "article-title") != NULL &&
      ibid_xml_find_child (citation, "source") != NULL)
    return ibid_xml_find_child (citation, "publisher-name") != NULL ? "chapter" : "article-journal";
  if (ibid_xml_find_child (citation, "publisher-name") != NULL &&
      ibid_xml_find_child (citation, "source") != NULL)
    return "book";
  return "document";
}

static const char *
get_type (const xmlNode *citation)
{
  g_autofree char *type = ibid_xml_dup_attribute (citation, "publication-type");

  if (type == NULL)
    type = ibid_xml_dup_attribute (citation, "citation-type");
  for (gsize i = 0; type != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strcasecmp (type, types[i].publication) == 0) {
      gboolean is_part = strcmp (types[i].csl, "book") == 0 &&
                         (ibid_xml_find_child (citation, "chapter-title") != NULL ||
                          ibid_xml_find_child (citation, "article-title") != NULL);

      return is_part ? "chapter" : types[i].csl;
    }
  return guess_type (citation);
}

static void
add_titles (JsonObject *work, const xmlNode *citation)
{
  set_field (work, "title", citation, "article-title");
  set_field (work, "title", citation, "chapter-title");
  set_field (work, "title", citation, "data-title");
  set_field (work, "title", citation, "part-title");
  if (json_object_has_member (work, "title")) {
    set_field (work, "container-title", citation, "source");
    set_field (work, "container-title", citation, "conf-name");
  }
  set_field (work, "title", citation, "source");
  set_field (work, "title", citation, "trans-title");
}

JsonObject *
ibid_jats_work_new (const xmlNode *citation)
{
  g_autoptr (JsonObject) work = json_object_new ();

  json_object_set_string_member (work, "type", get_type (citation));
  add_titles (work, citation);
  add_names (work, citation);
  set_field (work, "collection-title", citation, "series");
  set_field (work, "edition", citation, "edition");
  set_field (work, "volume", citation, "volume");
  set_field (work, "issue", citation, "issue");
  add_pages (work, citation);
  set_field (work, "publisher", citation, "publisher-name");
  set_field (work, "publisher-place", citation, "publisher-loc");
  set_field (work, "event-title", citation, "conf-name");
  set_field (work, "event-place", citation, "conf-loc");
  set_field (work, "version", citation, "version");
  set_field (work, "number", citation, "patent");
  add_issued (work, citation);
  add_accessed (work, citation);
  add_ids (work, citation);
  return json_object_get_size (work) > 1 ? g_steal_pointer (&work) : NULL;
}
