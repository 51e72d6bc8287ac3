/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gio/gio.h>
#include <libxml/tree.h>

/* libxml2, kept on a short lead: no network, no external entity or DTD, no entity that a file
 * defines by others or at length, no tree deeper than IBID_MAX_XML_DEPTH (so that functions may
 * follow it by recursion). HTML's named entities are known although no DTD is read. */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/* Whether a tree of it would not take too much memory; else fails with IBID_IMPORT_ERROR_TOO_LARGE.
 * A file of many small elements grows to fifty times its size. ibid_xml_parse() asks by itself. */
gboolean ibid_xml_check_size (GBytes *bytes, GError **error);

/* A tree of well-formed XML, or, with `is_lenient`, of what can be made of it. Fails with
 * IBID_IMPORT_ERROR_INVALID, which names the line, or _TOO_LARGE when elements are nested too deep
 * or too many, or entities make too much text. Free with xmlFreeDoc(). */
xmlDoc *ibid_xml_parse (GBytes *bytes, gboolean is_lenient, GError **error);

/* Whether elements of that local name, or with `is_attribute` attributes, are of no use. */
typedef gboolean (*IbidXmlFilter) (const char *name, gboolean is_attribute);

/* The same without what `is_useless` says, which is most in the files of office programs, and
 * without namespaces. */
xmlDoc *ibid_xml_parse_without (GBytes *bytes,
                                gboolean is_lenient,
                                IbidXmlFilter is_useless,
                                GError **error);

/* A child of the root; gone when the call returns. */
typedef void (*IbidXmlPieceFunc) (const xmlNode *piece, gpointer user_data);

/* Parses, leniently, what is too much for a tree: each child element of the root is shown when it
 * is complete. Nothing when there is no XML at all. */
void ibid_xml_parse_pieces (GBytes *bytes,
                            IbidXmlFilter is_useless,
                            IbidXmlPieceFunc piece_func,
                            gpointer user_data);

/* The local name of the element that all else stands in, seen from the first bytes of a file; when
 * they do not reach it, that of its document type. NULL when it is no XML. Free with g_free(). */
char *ibid_xml_dup_root_name (GBytes *head);

/* The local name, whatever its prefix, is `name`; FALSE for what is no element. */
gboolean ibid_xml_is (const xmlNode *node, const char *name);

/* An attribute by its local name, whatever its prefix; NULL without one. Free with g_free(). */
char *ibid_xml_dup_attribute (const xmlNode *node, const char *name);

/* The same without a copy; NULL also for values that entities cut into pieces. */
const char *ibid_xml_get_attribute (const xmlNode *node, const char *name);

/* The first child, or any descendant in document order, of that local name; NULL without one. */
xmlNode *ibid_xml_find_child (const xmlNode *node, const char *name);
xmlNode *ibid_xml_find_descendant (const xmlNode *node, const char *name);

/* The next element in document order within `root`, after `node` and, with `is_inside`, the
 * elements inside it first; NULL at the end. To walk a tree without recursion. */
xmlNode *ibid_xml_next (const xmlNode *root, const xmlNode *node, gboolean is_inside);

/* All text inside, blanks collapsed and trimmed; never NULL. Free with g_free(). */
char *ibid_xml_dup_text (const xmlNode *node);
