/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-study-reader.h"

#include <string.h>

/* A study with every member that the format knows, and an unknown one, "x-…", on every object. In
 * the writer's order, with ' for ". */
static const char study_fixture[] =
    "{'format': 'ibid-study', 'version': 1,"
    " 'title': 'A Title', 'subtitle': 'A Subtitle',"
    " 'author': [{'family': 'Doe', 'given': 'Jane', 'x-author': 1}],"
    " 'issued': '2017-05-22', 'publisher': 'A Press', 'language': 'en',"
    " 'source': 'https://example.org/',"
    " 'sections': ["
    "  {'id': 's1', 'level': 2, 'heading': 'The Heading',"
    "   'spans': [{'start': 0, 'end': 3, 'style': 'small-caps'}],"
    "   'notes': [{'at': 11, 'label': '*', 'reference': 'r2'}],"
    "   'paragraphs': ["
    "    {'id': 'p1', 'style': 'body', 'text': 'Émile said so (Smith 2010, 12).',"
    "     'spans': [{'start': 0, 'end': 5, 'style': 'emphasis', 'x-span': true},"
    "               {'start': 0, 'end': 8, 'style': 'link', 'href': 'https://example.org/a'}],"
    "     'notes': [{'at': 10, 'label': '1', 'reference': 'r1', 'found': 'order'},"
    "               {'at': 30, 'label': '(Smith 2010, 12)', 'reference': 'r2', 'length': 16,"
    "                'locator': '12', 'found': 'shape', 'x-note': null}],"
    "     'x-paragraph': 'kept'},"
    "    {'id': 'p2', 'style': 'list-item', 'text': 'An item', 'depth': 1, 'number': 3}],"
    "   'x-section': {'a': [1, 2.5]}}],"
    " 'references': ["
    "  {'id': 'r1', 'kind': 'footnote', 'label': '1', 'text': 'See Smith, A Book, 12.',"
    "   'spans': [{'start': 11, 'end': 17, 'style': 'emphasis'}],"
    "   'notes': [{'at': 3, 'label': 'a', 'reference': 'r3'}],"
    "   'citations': [{'work': 'w1', 'start': 4, 'end': 21, 'locator': '12', 'via': 'full',"
    "                  'evidence': {'rule': 'author-title', 'confidence': 0.5, 'x-evidence': 1},"
    "                  'x-citation': 1}],"
    "   'x-reference': 'kept'},"
    "  {'id': 'r2', 'kind': 'endnote', 'label': '2', 'text': 'Ibid., 14.',"
    "   'citations': [{'work': 'w1', 'start': 0, 'end': 9, 'locator': '14', 'via': 'ibid',"
    "                  'antecedent': 'r1'}]},"
    "  {'id': 'r3', 'kind': 'bibliography', 'text': 'Smith again',"
    "   'citations': [{'candidates': ['w1', 'w2'], 'start': 0, 'end': 5, 'via': 'short'}]},"
    "  {'id': 'r4', 'kind': 'footnote', 'text': 'Nothing cited', 'citations': []},"
    "  {'id': 'r5', 'kind': 'footnote', 'text': 'Not analysed'}],"
    " 'works': ["
    "  {'id': 'w1', 'type': 'book', 'title': 'A Book', 'author': [{'family': 'Smith'}],"
    "   'issued': {'date-parts': [[2010]]}, 'x-work': 'kept'},"
    "  {'id': 'w2', 'type': 'article'}],"
    " 'claims': ["
    "  {'id': 'c1', 'paragraph': 'p1', 'start': 0, 'end': 31, 'kind': 'attribution',"
    "   'references': ['r1', 'r2'], 'evidence': {'rule': 'verb'}, 'x-claim': 1}],"
    " 'actors': ["
    "  {'id': 'a1', 'name': 'Émile', 'kind': 'person', 'aliases': ['E.', 'Emil'], 'x-actor': 1}],"
    " 'events': ["
    "  {'id': 'e1', 'date': '2010', 'title': 'Émile speaks', 'kind': 'dialogue',"
    "   'actors': ['a1'],"
    "   'places': [{'paragraph': 'p1', 'start': 0, 'end': 13, 'claim': 'c1', 'x-place': 1},"
    "              {'paragraph': 'p2', 'start': 0, 'end': 2}],"
    "   'references': ['r1'], 'evidence': {'rule': 'year', 'confidence': 1}, 'x-event': 1}],"
    " 'x-document': [{'deep': [{'er': 1}]}]}";

/* JSON from text with ' for ". Free with g_free(). */
static inline char *
study_json (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

/* The fixture with `old`, which must be in it once, replaced. Free with g_free(). */
static inline char *
study_json_with (const char *old, const char *new)
{
  const char *found = strstr (study_fixture, old);
  GString *text = g_string_new (study_fixture);
  char *json;

  g_assert_nonnull (found);
  g_assert_null (strstr (found + 1, old));
  g_string_erase (text, found - study_fixture, (gssize)strlen (old));
  g_string_insert (text, found - study_fixture, new);
  json = study_json (text->str);
  g_string_free (text, TRUE);
  return json;
}

/* Reads it; NULL with `error`. */
static inline IbidDocument *
study_read (const char *json, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  IbidImportOptions options = {0};

  return ibid_study_read (bytes, &options, NULL, error);
}

/* Reads what must be readable. */
static inline IbidDocument *
study_read_good (const char *json)
{
  g_autoptr (GError) error = NULL;
  IbidDocument *document = study_read (json, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  return document;
}

/* The fixture itself. */
static inline IbidDocument *
study_read_fixture (void)
{
  g_autofree char *json = study_json (study_fixture);

  return study_read_good (json);
}

/* What is in the document with this id. Borrowed. */
static inline gpointer
study_get_item (IbidDocument *document, const char *id)
{
  gpointer item = ibid_document_get_item (document, id);

  g_assert_nonnull (item);
  return item;
}
