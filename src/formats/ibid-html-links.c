/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-links.h"

#include <string.h>

/* Longer ones are pictures and programs put into a link. */
#define MAX_ADDRESS_BYTES 4096u

struct _IbidHtmlLinks {
  GHashTable *ids; /* borrowed */
  char *address;   /* NULL when not known */
  char *base;      /* of relative links; NULL when not known */
};

static void
add_id (IbidHtmlLinks *self, const char *id)
{
  if (id != NULL && *id != '\0')
    g_hash_table_add (self->ids, (gpointer)id);
}

/* Also finds the address that relative links start from. */
static void
read_tree (IbidHtmlLinks *self, const xmlNode *root)
{
  const char *base = NULL;

  for (const xmlNode *next = root; next != NULL; next = ibid_html_next (root, next, TRUE)) {
    if (next->type != XML_ELEMENT_NODE || ibid_html_get_tag (next) == IBID_HTML_INPUT)
      continue;
    add_id (self, ibid_html_get_attribute (next, "id"));
    if (ibid_html_get_tag (next) == IBID_HTML_A)
      add_id (self, ibid_html_get_attribute (next, "name"));
    else if (base == NULL && ibid_html_get_tag (next) == IBID_HTML_OTHER &&
             strcmp ((const char *)next->name, "base") == 0)
      base = ibid_html_get_attribute (next, "href");
  }
  self->base = base != NULL ? ibid_html_links_dup_address (base, self->address) : NULL;
  if (self->base == NULL || g_uri_peek_scheme (self->base) == NULL) {
    g_free (self->base);
    self->base = g_strdup (self->address);
  }
}

IbidHtmlLinks *
ibid_html_links_new (const xmlNode *root, const char *address)
{
  IbidHtmlLinks *self = g_new0 (IbidHtmlLinks, 1);

  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->address = g_strdup (address);
  read_tree (self, root);
  return self;
}

void
ibid_html_links_free (IbidHtmlLinks *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->ids);
  g_free (self->address);
  g_free (self->base);
  g_free (self);
}

gboolean
ibid_html_links_has_id (const char *id, gpointer data)
{
  IbidHtmlLinks *self = data;

  return g_hash_table_contains (self->ids, id);
}

/* Google Docs sends every reader to Google first. */
static char *
dup_redirected (const char *address)
{
  static const char start[] = "https://www.google.com/url?q=";

  if (g_str_has_prefix (address, start)) {
    const char *query = address + strlen (start);
    char *plain = g_uri_unescape_segment (query, query + strcspn (query, "&"), NULL);

    if (plain != NULL && g_utf8_validate (plain, -1, NULL))
      return plain;
    g_free (plain);
  }
  return g_strdup (address);
}

static char *
dup_whole (const char *href, const char *base)
{
  static const char *const schemes[] = {"http", "https", "mailto", "ftp"};
  g_autofree char *clean = g_strstrip (g_strdup (href));
  g_autofree char *whole = base != NULL ? g_uri_resolve_relative (
                                              base, clean, G_URI_FLAGS_PARSE_RELAXED, NULL)
                                        : NULL;
  const char *address = whole != NULL ? whole : clean;
  g_autofree char *scheme = g_uri_parse_scheme (address);

  if (*address == '\0')
    return NULL;
  for (guint i = 0; scheme != NULL && i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strcasecmp (scheme, schemes[i]) == 0)
      return dup_redirected (address);
  return scheme == NULL && strchr (address, ':') == NULL ? g_strdup (address) : NULL;
}

char *
ibid_html_links_dup_address (const char *href, const char *base)
{
  return strlen (href) <= MAX_ADDRESS_BYTES ? dup_whole (href, base) : NULL;
}

/* --- Links within the page ----------------------------------------------------------------- */

/* Without what differs between two ways to write one address. */
static const char *
skip_scheme (const char *address)
{
  const char *host = strstr (address, "//");

  address = host != NULL ? host + 2 : address;
  return g_str_has_prefix (address, "www.") ? address + 4 : address;
}

static gsize
get_path_length (const char *address)
{
  gsize length = strcspn (address, "?#");

  return length > 0 && address[length - 1] == '/' ? length - 1 : length;
}

static gboolean
is_same_page (const char *one, const char *other)
{
  gsize length;

  one = skip_scheme (one);
  other = skip_scheme (other);
  length = get_path_length (one);
  return length == get_path_length (other) && strncmp (one, other, length) == 0;
}

/* Whether what stands before the '#' may mean this page: nothing, its address, the name of a file
 * with an id that is here, or what Word makes of links when it saves to a place without a name. */
static gboolean
is_this_page (IbidHtmlLinks *self, const char *href, gsize length, const char *id)
{
  g_autofree char *page = g_strndup (href, length);

  if (length == 0)
    return TRUE;
  if (g_str_has_prefix (page, "//") && strchr (page, '.') == NULL)
    return TRUE;
  if (!ibid_html_links_has_id (id, self))
    return FALSE;
  if (g_uri_peek_scheme (page) == NULL && !g_str_has_prefix (page, "//"))
    return self->address == NULL || strstr (self->address, page) != NULL;
  return self->address == NULL || is_same_page (page, self->address);
}

/* The id as it stands in the page; links may have it escaped. */
static char *
dup_id (IbidHtmlLinks *self, const char *fragment)
{
  g_autofree char *plain = NULL;

  if (!ibid_html_links_has_id (fragment, self))
    plain = g_uri_unescape_string (fragment, NULL);
  return g_strdup (plain != NULL && g_utf8_validate (plain, -1, NULL) ? plain : fragment);
}

IbidHtmlLink
ibid_html_links_follow (const char *href, char **target, gpointer data)
{
  IbidHtmlLinks *self = data;
  const char *fragment = strchr (href, '#');

  if (fragment != NULL) {
    g_autofree char *id = dup_id (self, fragment + 1);

    if (is_this_page (self, href, (gsize)(fragment - href), id)) {
      *target = g_steal_pointer (&id);
      return **target != '\0' ? IBID_HTML_LINK_INSIDE : IBID_HTML_LINK_NOWHERE;
    }
  }
  *target = ibid_html_links_dup_address (href, self->base);
  return *target != NULL ? IBID_HTML_LINK_OUTSIDE : IBID_HTML_LINK_NOWHERE;
}
