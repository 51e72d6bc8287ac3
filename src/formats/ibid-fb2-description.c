/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-fb2-description.h"

#include "formats/ibid-book-metadata.h"
#include "formats/ibid-xml.h"

#include <string.h>

/* Text of a child; NULL when it is missing or empty. */
static char *
dup_child_text (const xmlNode *parent, const char *name)
{
  const xmlNode *child = ibid_xml_find_child (parent, name);
  g_autofree char *text = child != NULL ? ibid_xml_dup_text (child) : NULL;

  return ibid_book_metadata_dup_text (text);
}

static void
add_author (const xmlNode *author, JsonArray *authors)
{
  g_autofree char *first = dup_child_text (author, "first-name");
  g_autofree char *middle = dup_child_text (author, "middle-name");
  g_autofree char *last = dup_child_text (author, "last-name");
  g_autofree char *nickname = dup_child_text (author, "nickname");
  g_autofree char *given = first != NULL && middle != NULL ? g_strjoin (" ", first, middle, NULL)
                                                           : NULL;

  if (first != NULL || middle != NULL || last != NULL)
    ibid_book_metadata_add_person (authors,
                                   given != NULL   ? given
                                   : first != NULL ? first
                                                   : middle,
                                   last);
  else
    ibid_book_metadata_add_person (authors, NULL, nickname);
}

static void
read_authors (const xmlNode *info, IbidBody *body)
{
  g_autoptr (JsonArray) authors = json_array_new ();

  for (const xmlNode *child = info->children; child != NULL; child = child->next)
    if (ibid_xml_is (child, "author"))
      add_author (child, authors);
  if (json_array_get_length (authors) > 0)
    ibid_body_set_authors (body, authors);
}

/* The attribute is for machines and often says the first of January for want of better; the text
 * is for people. */
static char *
dup_date (const xmlNode *info)
{
  const xmlNode *date = ibid_xml_find_child (info, "date");
  g_autofree char *value = ibid_xml_dup_attribute (date, "value");
  g_autofree char *text = date != NULL ? ibid_xml_dup_text (date) : NULL;
  g_autofree char *from_value = ibid_book_metadata_dup_date (value);
  char *from_text = ibid_book_metadata_dup_date (text);

  if (from_text == NULL)
    return g_steal_pointer (&from_value);
  if (from_value != NULL && g_str_has_prefix (from_value, from_text) &&
      !g_str_has_suffix (from_value, "-01-01")) {
    g_free (from_text);
    return g_steal_pointer (&from_value);
  }
  return from_text;
}

void
ibid_fb2_description_read (const xmlNode *root, IbidBody *body)
{
  const xmlNode *description = ibid_xml_find_child (root, "description");
  const xmlNode *info = ibid_xml_find_child (description, "title-info");
  const xmlNode *printed = ibid_xml_find_child (description, "publish-info");
  g_autofree char *title = dup_child_text (info, "book-title");
  g_autofree char *printed_title = dup_child_text (printed, "book-name");
  g_autofree char *lang = dup_child_text (info, "lang");
  g_autofree char *language = ibid_book_metadata_dup_language (lang);
  g_autofree char *publisher = dup_child_text (printed, "publisher");
  g_autofree char *source = dup_child_text (ibid_xml_find_child (description, "document-info"),
                                            "src-url");
  g_autofree char *date = NULL;

  if (info != NULL) {
    read_authors (info, body);
    date = dup_date (info);
  }
  if (date == NULL) {
    g_autofree char *year = dup_child_text (printed, "year");

    date = ibid_book_metadata_dup_date (year);
  }
  ibid_body_set_title (body, title != NULL ? title : printed_title);
  ibid_body_set_issued (body, date);
  ibid_body_set_publisher (body, publisher);
  ibid_body_set_language (body, language);
  ibid_body_set_source (body, source);
}

/* --- The title over the text ----------------------------------------------------------------- */

static gboolean
is_author (const char *folded, IbidBody *body)
{
  JsonArray *authors = ibid_body_get_authors (body);

  for (guint i = 0; authors != NULL && i < json_array_get_length (authors); i++) {
    JsonObject *name = json_array_get_object_element (authors, i);
    const char *family = json_object_get_string_member_with_default (name, "family", NULL);
    const char *last = json_object_get_string_member_with_default (name, "literal", family);
    g_autofree char *folded_last = last != NULL ? g_utf8_casefold (last, -1) : NULL;

    if (folded_last != NULL && strstr (folded, folded_last) != NULL)
      return TRUE;
  }
  return FALSE;
}

gboolean
ibid_fb2_description_is_repeated (const xmlNode *title, IbidBody *body)
{
  const char *known = ibid_body_get_title (body);
  g_autofree char *folded_title = known != NULL ? g_utf8_casefold (known, -1) : NULL;
  gboolean has_title = FALSE;

  for (const xmlNode *line = ibid_xml_find_child (title, "p"); line != NULL; line = line->next) {
    g_autofree char *text = ibid_xml_dup_text (line);
    g_autofree char *folded = g_utf8_casefold (text, -1);

    if (*folded == '\0')
      continue;
    if (folded_title != NULL && strcmp (folded, folded_title) == 0)
      has_title = TRUE;
    else if (!is_author (folded, body))
      return FALSE;
  }
  return has_title;
}
