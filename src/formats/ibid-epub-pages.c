/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-epub-pages.h"

#include "formats/ibid-excerpt.h"
#include "formats/ibid-html-flow.h"
#include "formats/ibid-html-roles.h"
#include "formats/ibid-html-shape.h"
#include "formats/ibid-xml.h"

#include <string.h>

/* A page of its kind has no more text than this; with more it holds something else as well. */
#define MAX_COVER_BYTES 500u
#define MAX_TITLE_BYTES 1500u
#define MAX_IMPRINT_BYTES 8000u
#define MAX_BARE_TITLE_BYTES 400u

/* Lists of contents that do not say so: so many links, and so much of the text in them. */
#define MIN_CONTENTS_LINKS 4u
#define MIN_CONTENTS_PERCENT 60u

/* How deep the type of a page may stand in it: body, section, section. */
#define MAX_WRAPPERS 3u

typedef enum {
  PAGE_TEXT,
  PAGE_COVER,
  PAGE_TITLE,
  PAGE_CONTENTS,
  PAGE_IMPRINT,
} Page;

static const struct {
  const char *type;
  Page page;
} types[] = {
    {"cover", PAGE_COVER},
    {"cover-page", PAGE_COVER},
    {"doc-cover", PAGE_COVER},
    {"titlepage", PAGE_TITLE},
    {"title-page", PAGE_TITLE},
    {"halftitlepage", PAGE_TITLE},
    {"halftitle", PAGE_TITLE},
    {"toc", PAGE_CONTENTS},
    {"doc-toc", PAGE_CONTENTS},
    {"landmarks", PAGE_CONTENTS},
    {"page-list", PAGE_CONTENTS},
    {"imprint", PAGE_IMPRINT},
    {"colophon", PAGE_IMPRINT},
    {"doc-colophon", PAGE_IMPRINT},
    {"copyright-page", PAGE_IMPRINT},
};

static Page
find_type (const char *list)
{
  char token[64];

  while (list != NULL && ibid_html_next_token (&list, token, sizeof token))
    for (guint i = 0; i < G_N_ELEMENTS (types); i++)
      if (g_str_equal (token, types[i].type))
        return types[i].page;
  return PAGE_TEXT;
}

/* The only element in `node`; NULL when there are more, or text. */
static const xmlNode *
get_only_child (const xmlNode *node)
{
  const xmlNode *only = NULL;

  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    if (child->type == XML_TEXT_NODE && !xmlIsBlankNode (child))
      return NULL;
    if (child->type != XML_ELEMENT_NODE)
      continue;
    if (only != NULL)
      return NULL;
    only = child;
  }
  return only;
}

/* What a page says that it is: itself, or the guide. */
static Page
get_said (const xmlNode *root, const IbidEpubFile *file)
{
  Page page = find_type (file->role);

  for (guint i = 0; i < MAX_WRAPPERS && root != NULL && page == PAGE_TEXT; i++) {
    IbidHtmlAttributes attributes;

    ibid_html_attributes_read (&attributes, root);
    page = find_type (attributes.type);
    if (page == PAGE_TEXT)
      page = find_type (attributes.role);
    root = get_only_child (root);
  }
  return page;
}

/* --- By what is in it ---------------------------------------------------------------------- */

/* Blocks are parted by blanks, also where the file has none between them. */
static char *
dup_page_text (const xmlNode *root)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean has_blank = FALSE;

  for (const xmlNode *node = root; node != NULL; node = ibid_html_next (root, node, TRUE)) {
    const char *p = node->type == XML_TEXT_NODE ? (const char *)node->content : NULL;

    has_blank |= ibid_html_shape_is_block (ibid_html_get_tag (node));
    for (; p != NULL && *p != '\0'; p++) {
      if (g_ascii_isspace (*p)) {
        has_blank = TRUE;
        continue;
      }
      if (has_blank && text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_c (text, *p);
      has_blank = FALSE;
    }
  }
  return g_strndup (text->str, text->len);
}

static gboolean
is_note (const xmlNode *node)
{
  IbidHtmlAttributes attributes;
  IbidDraftContainerKind kind;

  ibid_html_attributes_read (&attributes, node);
  if (ibid_html_has_token (attributes.type, "noteref") ||
      ibid_html_has_token (attributes.role, "doc-noteref"))
    return TRUE;
  kind = ibid_html_roles_get_container (&attributes, FALSE);
  return kind == IBID_DRAFT_CONTAINER_NOTE || kind == IBID_DRAFT_CONTAINER_NOTES;
}

static gboolean
has_typed_notes (const xmlNode *root)
{
  for (const xmlNode *node = root; node != NULL; node = ibid_xml_next (root, node, TRUE))
    if (is_note (node))
      return TRUE;
  return FALSE;
}

/* A link to somewhere in the book. */
static gboolean
is_inner_link (const xmlNode *node)
{
  const char *href = ibid_xml_is (node, "a") ? ibid_html_get_attribute (node, "href") : NULL;

  return href != NULL && strstr (href, "://") == NULL && !g_str_has_prefix (href, "mailto:");
}

static gboolean
is_list_of_links (const xmlNode *root, gsize length)
{
  gsize linked = 0;
  guint n_links = 0;

  for (const xmlNode *node = root; node != NULL;) {
    gboolean is_link = is_inner_link (node);

    if (is_link) {
      g_autofree char *text = ibid_xml_dup_text (node);

      linked += strlen (text);
      n_links++;
    }
    node = ibid_xml_next (root, node, !is_link);
  }
  return n_links >= MIN_CONTENTS_LINKS && linked >= n_links * 4 &&
         linked * 100 >= length * MIN_CONTENTS_PERCENT;
}

static void
add_words (GHashTable *words, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text != NULL ? text : "", -1);
  GString *word = g_string_new (NULL);

  for (const char *p = folded;; p = g_utf8_next_char (p)) {
    if (*p != '\0' && g_unichar_isalnum (g_utf8_get_char (p))) {
      g_string_append_unichar (word, g_utf8_get_char (p));
    } else if (word->len > 0) {
      g_hash_table_add (words, g_strdup (word->str));
      g_string_truncate (word, 0);
    }
    if (*p == '\0')
      break;
  }
  g_string_free (word, TRUE);
}

/* Nothing but words of the title, the authors and the publisher. */
static gboolean
is_bare_title (const char *text, IbidBody *body)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonArray *authors = ibid_body_get_authors (body);
  GHashTableIter iter;
  gpointer word;

  if (ibid_body_get_title (body) == NULL)
    return FALSE;
  add_words (known, ibid_body_get_title (body));
  add_words (known, ibid_body_get_subtitle (body));
  add_words (known, ibid_body_get_publisher (body));
  add_words (known, "by von par de di");
  for (guint i = 0; authors != NULL && i < json_array_get_length (authors); i++) {
    static const char *const members[] = {"given", "family", "literal"};
    JsonObject *name = json_array_get_object_element (authors, i);

    for (guint j = 0; j < G_N_ELEMENTS (members); j++)
      add_words (known, json_object_get_string_member_with_default (name, members[j], NULL));
  }
  add_words (found, text);
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (!g_hash_table_contains (known, word))
      return FALSE;
  return g_hash_table_size (found) > 0;
}

gboolean
ibid_epub_pages_is_text (const xmlNode *root,
                         const IbidEpubFile *file,
                         const IbidEpubPackage *package,
                         IbidBody *body)
{
  g_autofree char *text = NULL;
  gsize length;

  if (g_strcmp0 (package->nav, file->name) == 0)
    return FALSE;
  text = dup_page_text (root);
  length = strlen (text);
  switch (get_said (root, file)) {
  case PAGE_COVER:
    return length > MAX_COVER_BYTES || has_typed_notes (root);
  case PAGE_TITLE:
    return length > MAX_TITLE_BYTES || has_typed_notes (root);
  case PAGE_IMPRINT:
    return length > MAX_IMPRINT_BYTES || has_typed_notes (root);
  case PAGE_CONTENTS:
    return FALSE;
  default:
    if (length > 0 && length <= MAX_BARE_TITLE_BYTES && is_bare_title (text, body))
      return has_typed_notes (root);
    return !is_list_of_links (root, length) || has_typed_notes (root);
  }
}

gboolean
ibid_epub_pages_has_notes (const xmlNode *root)
{
  if (has_typed_notes (root))
    return TRUE;
  /* Notes lead back to their markers: to a place in another file. */
  for (const xmlNode *node = root; node != NULL; node = ibid_xml_next (root, node, TRUE)) {
    const char *href = is_inner_link (node) ? ibid_html_get_attribute (node, "href") : NULL;
    const char *hash = href != NULL ? strchr (href, '#') : NULL;

    if (hash != NULL && hash > href && hash[1] != '\0')
      return TRUE;
  }
  return FALSE;
}

/* --- Leaving out --------------------------------------------------------------------------- */

void
ibid_epub_pages_add_left_out (const xmlNode *root, IbidBody *body)
{
  g_autofree char *text = dup_page_text (root);

  if (*text != '\0') {
    g_autofree char *excerpt = ibid_excerpt_dup (text, strlen (text));

    ibid_body_add_left_out (body, excerpt, 0);
  }
}

void
ibid_epub_pages_drop_frames (xmlNode *root, IbidBody *body)
{
  xmlNode *node = root;

  while (node != NULL) {
    gboolean is_frame = ibid_html_has_token (ibid_html_get_attribute (node, "class"),
                                             "pg-boilerplate");

    if (is_frame) {
      ibid_epub_pages_add_left_out (node, body);
      ibid_html_flow_leave_out (node);
    }
    node = ibid_xml_next (root, node, !is_frame);
  }
}
