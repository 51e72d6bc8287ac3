/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-xml.h"

#include "formats/ibid-html-entity.h"
#include "formats/ibid-import-error.h"
#include "formats/ibid-limits.h"
#include "formats/ibid-text-decoder.h"

#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* An entity that a file defines itself has at most so many bytes. */
#define MAX_ENTITY_BYTES 256

/* All entities of a file together. */
#define MAX_ENTITIES_BYTES (16u * 1024 * 1024)

/* Of what is wrong with a file: names in it may be as long as the file. */
#define MAX_MESSAGE_BYTES 300

/* What libxml2 takes for an element with a text in it, and for an attribute with its value. */
#define ELEMENT_BYTES 240u
#define ATTRIBUTE_BYTES 250u

/* An encoding is declared within so many. */
#define DECLARATION_BYTES 256

/* What was wrong with a file: the first fault is where to look, the rest follow from it. */
typedef struct {
  char *first;
  int line;
  gboolean is_too_deep;
  gboolean has_given_up; /* the parser stopped, so that it made no more than the beginning */
} Faults;

/* What belongs to one run of the parser. */
typedef struct {
  Faults faults;
  gsize n_entities;            /* bytes that entities have made */
  IbidXmlFilter is_useless;    /* NULL for nothing */
  GPtrArray *kept;             /* attributes of one element: libxml2's fields, borrowed */
  guint skipped;               /* elements open within a useless one, itself included */
  guint depth;                 /* elements open otherwise, where there is a filter */
  IbidXmlPieceFunc piece_func; /* NULL when a tree is wanted */
  gpointer piece_data;
} Parsing;

/* --- Entities ------------------------------------------------------------------------------ */

/* What a file defines may stand for text, but not for another file, nor for other entities: those
 * are how a kilobyte becomes a gigabyte. Refused where it is declared, since the parser looks
 * declarations up by itself when get_entity_cb() finds nothing. */
static void
declare_entity_cb (void *data,
                   const xmlChar *name,
                   int type,
                   const xmlChar *public_id,
                   const xmlChar *system_id,
                   xmlChar *content)
{
  const char *text = (const char *)content;

  if (type == XML_INTERNAL_GENERAL_ENTITY && text != NULL && strlen (text) <= MAX_ENTITY_BYTES &&
      strpbrk (text, "&<") == NULL)
    xmlSAX2EntityDecl (data, name, type, NULL, NULL, content);
}

/* "&nbsp;" and its like: XHTML names them in a DTD that is never read. The document keeps the
 * entity once it has been asked for. */
static xmlEntity *
add_html_entity (xmlParserCtxt *context, const xmlChar *name)
{
  IbidHtmlEntity known;

  /* Of "&AMP;" and the few like it libxml2 would take the text for markup again. */
  if (context->myDoc == NULL || !ibid_html_entity_find ((const char *)name, &known) ||
      strpbrk (known.text, "&<") != NULL)
    return NULL;
  if (context->myDoc->intSubset == NULL)
    xmlCreateIntSubset (context->myDoc, (const xmlChar *)"html", NULL, NULL);
  return xmlAddDocEntity (
      context->myDoc, name, XML_INTERNAL_GENERAL_ENTITY, NULL, NULL, (const xmlChar *)known.text);
}

static xmlEntity *
get_entity_cb (void *data, const xmlChar *name)
{
  xmlParserCtxt *context = data;
  xmlEntity *entity = xmlSAX2GetEntity (context, name);

  return entity != NULL ? entity : add_html_entity (context, name);
}

/* An entity in the text becomes text here: libxml2 would copy all that stands before it each time.
 * What nobody knows stays as it is written. */
static void
add_reference_cb (void *data, const xmlChar *name)
{
  xmlParserCtxt *context = data;
  Parsing *parsing = context->_private;
  const xmlEntity *entity = xmlSAX2GetEntity (context, name);
  g_autofree char *unknown = entity == NULL || entity->content == NULL
                                 ? g_strdup_printf ("&%s;", (const char *)name)
                                 : NULL;
  const char *text = unknown != NULL ? unknown : (const char *)entity->content;
  gsize length = strlen (text);

  context->sax->characters (data, (const xmlChar *)text, (int)length);
  parsing->n_entities += length;
  if (parsing->n_entities > MAX_ENTITIES_BYTES) {
    parsing->faults.has_given_up = TRUE;
    xmlStopParser (context);
  }
}

/* Nothing outside the file is ever loaded. */
static xmlParserInput *
resolve_entity_cb (void *data, const xmlChar *public_id, const xmlChar *system_id)
{
  return NULL;
}

static xmlEntity *
get_parameter_entity_cb (void *data, const xmlChar *name)
{
  return NULL;
}

/* --- Parsing ------------------------------------------------------------------------------- */

static void
set_depth_error (GError **error)
{
  g_set_error (error,
               IBID_IMPORT_ERROR,
               IBID_IMPORT_ERROR_TOO_LARGE,
               /* Translators: %u is a number, 256. */
               _ ("its elements are nested more than %u deep"),
               IBID_MAX_XML_DEPTH);
}

/* XML_ERR_RESOURCE_LIMIT, which is a new name: from 2.13 on, where older ones say that there is an
 * internal error. */
#define RESOURCE_LIMIT 114

/* Faults behind which the parser does not go on. Some of them are not even fatal for libxml2: a
 * text that is too long for it just ends. */
static gboolean
gives_up (int code)
{
  switch (code) {
  case XML_ERR_INTERNAL_ERROR:
  case XML_ERR_NO_MEMORY:
  case XML_ERR_ENTITY_LOOP:
  case XML_ERR_NAME_TOO_LONG:
  case RESOURCE_LIMIT:
    return TRUE;
  default:
    return FALSE;
  }
}

static void
note_fault_cb (void *data, const xmlError *fault)
{
  xmlParserCtxt *context = data;
  Faults *faults = &((Parsing *)context->_private)->faults;
  gboolean has_given_up = gives_up (fault->code);

  if (fault->level != XML_ERR_FATAL && !has_given_up)
    return;
  faults->has_given_up |= has_given_up;
  if (fault->message == NULL)
    return;
  faults->is_too_deep |= has_given_up && strstr (fault->message, "xcessive depth") != NULL;
  if (faults->first == NULL) {
    faults->first = g_utf8_make_valid (fault->message,
                                       (gssize)strnlen (fault->message, MAX_MESSAGE_BYTES));
    g_strstrip (g_strdelimit (faults->first, "\t\n\r", ' '));
    faults->line = fault->line;
  }
}

static void
set_entities_error (GError **error)
{
  g_autofree char *limit = g_format_size_full (MAX_ENTITIES_BYTES, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error,
               IBID_IMPORT_ERROR,
               IBID_IMPORT_ERROR_TOO_LARGE,
               /* Translators: entities are what "&name;" stands for in XML; %s is a size. */
               _ ("its entities make more than %s"),
               limit);
}

static void
set_parse_error (const Parsing *parsing, GError **error)
{
  const Faults *faults = &parsing->faults;

  if (faults->is_too_deep)
    set_depth_error (error);
  else if (parsing->n_entities > MAX_ENTITIES_BYTES)
    set_entities_error (error);
  else if (faults->first != NULL)
    g_set_error (error,
                 IBID_IMPORT_ERROR,
                 IBID_IMPORT_ERROR_INVALID,
                 /* Translators: a line number, and what is wrong there, in English. */
                 _ ("the XML is broken in line %1$d: %2$s"),
                 faults->line,
                 faults->first);
  else
    g_set_error_literal (
        error, IBID_IMPORT_ERROR, IBID_IMPORT_ERROR_INVALID, _ ("the XML is broken"));
}

/* How deep libxml2 goes by itself depends on its version. */
static gboolean
is_too_deep (const xmlDoc *document)
{
  const xmlNode *node = xmlDocGetRootElement (document);
  guint depth = 1;

  while (node != NULL) {
    if (node->type == XML_ELEMENT_NODE && depth > IBID_MAX_XML_DEPTH)
      return TRUE;
    if (node->type == XML_ELEMENT_NODE && node->children != NULL) {
      node = node->children;
      depth++;
      continue;
    }
    while (node->next == NULL && depth > 1) {
      node = node->parent;
      depth--;
    }
    node = depth > 1 ? node->next : NULL;
  }
  return FALSE;
}

/* The next node of any type. */
static xmlNode *
get_next (const xmlNode *root, const xmlNode *node, gboolean is_inside)
{
  if (node == NULL)
    return NULL;
  if (is_inside && node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  while (node != root && node->next == NULL)
    node = node->parent;
  return node == root ? NULL : node->next;
}

/* Entities in the value of an attribute become text as well, as long as there are not too many. */
static void
flatten_attribute (xmlAttr *attribute, Parsing *parsing)
{
  g_autoptr (GString) value = NULL;

  if (attribute->children == NULL ||
      (attribute->children->next == NULL && attribute->children->type == XML_TEXT_NODE))
    return;
  value = g_string_new (NULL);
  for (const xmlNode *part = attribute->children; part != NULL; part = part->next) {
    const xmlEntity *entity = part->type == XML_ENTITY_REF_NODE
                                  ? xmlGetDocEntity (attribute->doc, part->name)
                                  : NULL;

    if (part->type == XML_TEXT_NODE && part->content != NULL) {
      g_string_append (value, (const char *)part->content);
    } else if (entity != NULL && entity->content != NULL &&
               parsing->n_entities <= MAX_ENTITIES_BYTES) {
      g_string_append (value, (const char *)entity->content);
      parsing->n_entities += strlen ((const char *)entity->content);
    }
  }
  xmlFreeNodeList (attribute->children);
  attribute->children = attribute->last = xmlNewDocText (attribute->doc,
                                                         (const xmlChar *)value->str);
  attribute->children->parent = (xmlNode *)attribute;
}

/* Nothing to do where no entity is known. */
static void
flatten_attributes (xmlNode *root, Parsing *parsing)
{
  if (root == NULL || root->doc->intSubset == NULL)
    return;
  for (xmlNode *node = root; node != NULL; node = get_next (root, node, TRUE))
    if (node->type == XML_ELEMENT_NODE)
      for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
        flatten_attribute (attribute, parsing);
}

static void
repair_text (xmlNode *node)
{
  const char *text = (const char *)node->content;
  g_autofree char *valid = NULL;

  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return;
  valid = g_utf8_make_valid (text, -1);
  xmlNodeSetContent (node, NULL);
  xmlNodeAddContent (node, (const xmlChar *)valid); /* takes it as it is, without entities */
}

/* A lenient parser lets bytes through that are no text in any encoding. */
static void
repair_texts (xmlNode *root)
{
  for (xmlNode *node = root; node != NULL; node = get_next (root, node, TRUE)) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
      repair_text (node);
    if (node->type != XML_ELEMENT_NODE)
      continue;
    for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
      for (xmlNode *part = attribute->children; part != NULL; part = part->next)
        if (part->type == XML_TEXT_NODE)
          repair_text (part);
  }
}

/* Whether a file says that it is of another encoding than UTF-8, with a byte order mark or in its
 * declaration. */
static gboolean
has_other_encoding (const char *data, gsize size)
{
  g_autofree char *head = g_strndup (data, MIN (size, DECLARATION_BYTES));
  char *end = strstr (head, "?>");
  const char *name;

  if (size >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0 ||
                    data[0] == '\0' || data[1] == '\0'))
    return TRUE;
  if (end == NULL)
    return FALSE;
  *end = '\0';
  name = strstr (head, "encoding");
  if (name == NULL)
    return FALSE;
  name += strcspn (name, "\"'");
  return *name != '\0' && g_ascii_strncasecmp (name + 1, "utf-8", 5) != 0 &&
         g_ascii_strncasecmp (name + 1, "utf8", 4) != 0;
}

/* A lenient parser leaves bytes in the text that are no UTF-8. */
static GBytes *
make_valid (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *valid;

  if (size == 0 || has_other_encoding (data, size) || g_utf8_validate_len (data, size, NULL))
    return g_bytes_ref (bytes);
  valid = g_utf8_make_valid (data, (gssize)size);
  return g_bytes_new_take (valid, strlen (valid));
}

gboolean
ibid_xml_check_size (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  guint64 needed = 0;
  g_autofree char *needed_text = NULL;
  g_autofree char *limit_text = NULL;

  for (gsize i = 0; i + 1 < size; i++)
    if (data[i] == '<' && data[i + 1] != '/')
      needed += ELEMENT_BYTES;
    else if (data[i] == '=' && (data[i + 1] == '"' || data[i + 1] == '\''))
      needed += ATTRIBUTE_BYTES;
  if (needed <= IBID_MAX_TREE_BYTES)
    return TRUE;
  needed_text = g_format_size_full (needed, G_FORMAT_SIZE_IEC_UNITS);
  limit_text = g_format_size_full (IBID_MAX_TREE_BYTES, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error,
               IBID_IMPORT_ERROR,
               IBID_IMPORT_ERROR_TOO_LARGE,
               /* Translators: two sizes, "400 MiB". */
               _ ("its markup would take %1$s of memory, and Ibid gives it no more than %2$s"),
               needed_text,
               limit_text);
  return FALSE;
}

/* --- Leaving out --------------------------------------------------------------------------- */

#define ATTRIBUTE_FIELDS 5 /* libxml2's: name, prefix, namespace, value, its end */

/* The attributes that are of use, without their prefixes, as a copy: the parser frees values by
 * their places in what it hands out. Returns how many there are. */
static int
keep_useful (Parsing *parsing, const xmlChar **attributes, int n_attributes)
{
  int n_kept = 0;

  if (parsing->kept == NULL)
    parsing->kept = g_ptr_array_new ();
  g_ptr_array_set_size (parsing->kept, 0);
  for (int i = 0; i < n_attributes; i++) {
    const xmlChar **attribute = attributes + i * ATTRIBUTE_FIELDS;

    if (parsing->is_useless ((const char *)*attribute, TRUE))
      continue;
    g_ptr_array_add (parsing->kept, (gpointer)attribute[0]);
    g_ptr_array_add (parsing->kept, NULL);
    g_ptr_array_add (parsing->kept, NULL);
    g_ptr_array_add (parsing->kept, (gpointer)attribute[3]);
    g_ptr_array_add (parsing->kept, (gpointer)attribute[4]);
    n_kept++;
  }
  return n_kept;
}

static void
start_element_cb (void *data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *uri,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  xmlParserCtxt *context = data;
  Parsing *parsing = context->_private;

  if (parsing->skipped > 0 ||
      (parsing->piece_func != NULL && parsing->depth >= IBID_MAX_XML_DEPTH) ||
      (context->node != NULL && parsing->is_useless ((const char *)name, FALSE))) {
    parsing->skipped++;
    return;
  }
  /* Defaults come last, and need a DTD, which these files have not. */
  if (n_defaulted == 0) {
    n_attributes = keep_useful (parsing, attributes, n_attributes);
    attributes = (const xmlChar **)parsing->kept->pdata;
  }
  parsing->depth++;
  xmlSAX2StartElementNs (data, name, NULL, NULL, 0, NULL, n_attributes, n_defaulted, attributes);
}

static void
end_element_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  xmlParserCtxt *context = data;
  Parsing *parsing = context->_private;
  xmlNode *piece;

  if (parsing->skipped > 0) {
    parsing->skipped--;
    return;
  }
  parsing->depth--;
  xmlSAX2EndElementNs (data, name, prefix, uri);
  if (parsing->piece_func == NULL || parsing->depth != 1 || context->node == NULL)
    return;
  piece = context->node->last;
  if (piece == NULL || piece->type != XML_ELEMENT_NODE)
    return;
  flatten_attributes (piece, parsing);
  repair_texts (piece);
  parsing->piece_func (piece, parsing->piece_data);
  xmlUnlinkNode (piece);
  xmlFreeNode (piece);
}

/* Text between pieces would be joined to a node that libxml2 does not expect there. */
static void
characters_cb (void *data, const xmlChar *text, int length)
{
  xmlParserCtxt *context = data;
  Parsing *parsing = context->_private;

  if (parsing->skipped == 0 && (parsing->piece_func == NULL || parsing->depth > 1))
    xmlSAX2Characters (data, text, length);
}

static void
set_filter (xmlSAXHandler *handler)
{
  handler->startElementNs = start_element_cb;
  handler->endElementNs = end_element_cb;
  handler->characters = characters_cb;
  handler->ignorableWhitespace = characters_cb;
  handler->cdataBlock = characters_cb;
}

/* NULL when nothing can be made of it. */
static xmlDoc *
parse (Parsing *parsing, GBytes *bytes, gboolean is_lenient)
{
  g_autoptr (GBytes) source = is_lenient ? make_valid (bytes) : g_bytes_ref (bytes);
  gsize size;
  const char *data = g_bytes_get_data (source, &size);
  /* Not XML_PARSE_NOERROR: from 2.13 on note_fault_cb() would hear nothing either. Who has such a
   * function gets no messages on the terminal. */
  int options = XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT;
  xmlParserCtxt *context;
  xmlDoc *document;

  if (size == 0 || size > G_MAXINT)
    return NULL;
  context = xmlNewParserCtxt ();
  context->_private = parsing;
  context->sax->serror = (xmlStructuredErrorFunc)(void (*) (void))note_fault_cb;
  context->sax->entityDecl = declare_entity_cb;
  context->sax->getEntity = get_entity_cb;
  context->sax->reference = add_reference_cb;
  context->sax->getParameterEntity = get_parameter_entity_cb;
  context->sax->resolveEntity = resolve_entity_cb;
  if (parsing->is_useless != NULL)
    set_filter (context->sax);
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  context->loadsubset |= XML_SKIP_IDS; /* libxml2's own table of ids is slow when it is large */
  G_GNUC_END_IGNORE_DEPRECATIONS
  document = xmlCtxtReadMemory (
      context, data, (int)size, NULL, NULL, options | (is_lenient ? XML_PARSE_RECOVER : 0));
  xmlFreeParserCtxt (context);
  return document;
}

xmlDoc *
ibid_xml_parse_without (GBytes *bytes,
                        gboolean is_lenient,
                        IbidXmlFilter is_useless,
                        GError **error)
{
  Parsing parsing = {.is_useless = is_useless};
  xmlDoc *document;

  /* What is left out would count, too. */
  if (is_useless == NULL && !ibid_xml_check_size (bytes, error))
    return NULL;
  document = parse (&parsing, bytes, is_lenient);
  if (document != NULL && is_too_deep (document)) {
    set_depth_error (error);
    g_clear_pointer (&document, xmlFreeDoc);
  } else if (document == NULL || xmlDocGetRootElement (document) == NULL ||
             parsing.faults.has_given_up) {
    set_parse_error (&parsing, error);
    g_clear_pointer (&document, xmlFreeDoc);
  } else {
    flatten_attributes (xmlDocGetRootElement (document), &parsing);
  }
  if (document != NULL && is_lenient)
    repair_texts (xmlDocGetRootElement (document));
  g_free (parsing.faults.first);
  g_clear_pointer (&parsing.kept, g_ptr_array_unref);
  return document;
}

void
ibid_xml_parse_pieces (GBytes *bytes,
                       IbidXmlFilter is_useless,
                       IbidXmlPieceFunc piece_func,
                       gpointer user_data)
{
  Parsing parsing = {.is_useless = is_useless, .piece_func = piece_func, .piece_data = user_data};
  xmlDoc *rest = parse (&parsing, bytes, TRUE);

  g_clear_pointer (&rest, xmlFreeDoc);
  g_free (parsing.faults.first);
  g_clear_pointer (&parsing.kept, g_ptr_array_unref);
}

xmlDoc *
ibid_xml_parse (GBytes *bytes, gboolean is_lenient, GError **error)
{
  return ibid_xml_parse_without (bytes, is_lenient, NULL, error);
}

/* --- Telling what it is -------------------------------------------------------------------- */

/* Behind `end`, or at the end of the text. */
static const char *
skip_past (const char *p, const char *end)
{
  const char *found = strstr (p, end);

  return found != NULL ? found + strlen (end) : p + strlen (p);
}

static const char *
skip_document_type (const char *p)
{
  const char *end = p + strcspn (p, "[>");

  if (*end == '[')
    end = skip_past (end, "]");
  return skip_past (end, ">");
}

static char *
dup_local_name (const char *p)
{
  gsize length = strcspn (p, " \t\r\n/>[");
  g_autofree char *name = g_strndup (p, length);
  const char *colon = strrchr (name, ':');

  return *name != '\0' ? g_strdup (colon != NULL ? colon + 1 : name) : NULL;
}

char *
ibid_xml_dup_root_name (GBytes *head)
{
  g_autoptr (GBytes) text = ibid_text_decode (head, NULL);
  g_autofree char *copy = NULL;
  g_autofree char *type = NULL;
  const char *p;

  if (text == NULL)
    return NULL;
  p = copy = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  for (;;) {
    p += strspn (p, " \t\r\n");
    if (g_str_has_prefix (p, "<?")) {
      p = skip_past (p, "?>");
    } else if (g_str_has_prefix (p, "<!--")) {
      p = skip_past (p, "-->");
    } else if (g_ascii_strncasecmp (p, "<!DOCTYPE", 9) == 0 && type == NULL) {
      type = dup_local_name (p + 9 + strspn (p + 9, " \t\r\n"));
      p = skip_document_type (p);
    } else {
      break;
    }
  }
  return *p == '<' && p[1] != '!' ? dup_local_name (p + 1) : g_steal_pointer (&type);
}

/* --- Reading a tree ------------------------------------------------------------------------ */

gboolean
ibid_xml_is (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE && (char)node->name[0] == name[0] &&
         strcmp ((const char *)node->name, name) == 0;
}

char *
ibid_xml_dup_attribute (const xmlNode *node, const char *name)
{
  if (node == NULL || node->type != XML_ELEMENT_NODE)
    return NULL;
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (strcmp ((const char *)attribute->name, name) == 0) {
      xmlChar *value = xmlNodeListGetString (node->doc, attribute->children, 1);
      char *copy = g_strdup (value != NULL ? (const char *)value : "");

      xmlFree (value);
      return copy;
    }
  return NULL;
}

const char *
ibid_xml_get_attribute (const xmlNode *node, const char *name)
{
  if (node == NULL || node->type != XML_ELEMENT_NODE)
    return NULL;
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (strcmp ((const char *)attribute->name, name) == 0) {
      const xmlNode *value = attribute->children;

      if (value == NULL)
        return "";
      return value->type == XML_TEXT_NODE && value->next == NULL ? (const char *)value->content
                                                                 : NULL;
    }
  return NULL;
}

xmlNode *
ibid_xml_find_child (const xmlNode *node, const char *name)
{
  for (xmlNode *child = node != NULL ? node->children : NULL; child != NULL; child = child->next)
    if (ibid_xml_is (child, name))
      return child;
  return NULL;
}

xmlNode *
ibid_xml_find_descendant (const xmlNode *node, const char *name)
{
  for (xmlNode *next = ibid_xml_next (node, node, TRUE); next != NULL;
       next = ibid_xml_next (node, next, TRUE))
    if (ibid_xml_is (next, name))
      return next;
  return NULL;
}

xmlNode *
ibid_xml_next (const xmlNode *root, const xmlNode *node, gboolean is_inside)
{
  xmlNode *next = get_next (root, node, is_inside);

  while (next != NULL && next->type != XML_ELEMENT_NODE)
    next = get_next (root, next, TRUE);
  return next;
}

static gboolean
is_blank (const char *p)
{
  return *p == ' ' || (*p >= '\t' && *p <= '\r');
}

static void
append_collapsed (GString *text, const char *p)
{
  for (; *p != '\0'; p++) {
    if (!is_blank (p))
      g_string_append_c (text, *p);
    else if (text->len > 0 && text->str[text->len - 1] != ' ')
      g_string_append_c (text, ' ');
  }
}

char *
ibid_xml_dup_text (const xmlNode *node)
{
  GString *text = g_string_new (NULL);

  for (const xmlNode *next = node; next != NULL; next = get_next (node, next, TRUE))
    if ((next->type == XML_TEXT_NODE || next->type == XML_CDATA_SECTION_NODE) &&
        next->content != NULL)
      append_collapsed (text, (const char *)next->content);
  if (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}
