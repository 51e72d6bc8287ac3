/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-styles.h"

#include "formats/ibid-html-shape.h"

#include <string.h>

#define MAX_CLASS 64u
#define MAX_DECLARATION_BYTES 4096u

struct _IbidHtmlStyles {
  GHashTable *classes; /* name, owned, to bits */
};

IbidHtmlStyles *
ibid_html_styles_new (void)
{
  IbidHtmlStyles *self = g_new0 (IbidHtmlStyles, 1);

  self->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
ibid_html_styles_free (IbidHtmlStyles *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->classes);
  g_free (self);
}

/* The class of a selector "span.c3" or ".c3"; NULL when it asks for more. Free with g_free(). */
static char *
dup_class (const char *selector, gsize length)
{
  g_autofree char *text = g_strstrip (g_strndup (selector, length));
  char *dot = strchr (text, '.');

  if (dot == NULL || strpbrk (dot + 1, " .:#>+~[*\t\r\n") != NULL ||
      strpbrk (text, " :#>+~[*") != NULL)
    return NULL;
  return g_strdup (dot + 1);
}

static void
add_rule (IbidHtmlStyles *self, const char *selectors, gsize length, guint styles)
{
  const char *end = selectors + length;

  while (selectors < end) {
    const char *comma = memchr (selectors, ',', (gsize)(end - selectors));
    const char *stop = comma != NULL ? comma : end;
    char *name = dup_class (selectors, (gsize)(stop - selectors));

    if (name != NULL) {
      guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->classes, name));

      g_hash_table_insert (self->classes, name, GUINT_TO_POINTER (known | styles));
    }
    selectors = stop + 1;
  }
}

/* Behind the bracket that closes the one at `p`. */
static const char *
skip_block (const char *p)
{
  guint depth = 0;

  for (; *p != '\0'; p++) {
    if (*p == '{')
      depth++;
    else if (*p == '}' && --depth == 0)
      return p + 1;
  }
  return p;
}

static char *
dup_without_comments (const char *css)
{
  GString *text = g_string_new (NULL);

  for (const char *comment; (comment = strstr (css, "/*")) != NULL;) {
    const char *end = strstr (comment + 2, "*/");

    g_string_append_len (text, css, comment - css);
    css = end != NULL ? end + 2 : comment + strlen (comment);
  }
  g_string_append (text, css);
  return g_string_free (text, FALSE);
}

void
ibid_html_styles_add (IbidHtmlStyles *self, const char *css)
{
  g_autofree char *text = dup_without_comments (css);
  const char *p = text;

  while (*p != '\0') {
    const char *open;
    const char *close;

    p += strspn (p, " \t\r\n;}");
    if (g_str_has_prefix (p, "<!--") || g_str_has_prefix (p, "-->")) {
      p += *p == '<' ? 4 : 3;
      continue;
    }
    open = p + strcspn (p, "{;");
    if (*open != '{' || *p == '@') {
      p = *open == '{' ? skip_block (open) : open + (*open == ';');
      continue;
    }
    close = skip_block (open);
    if (close - open < MAX_DECLARATION_BYTES) {
      g_autofree char *declarations = g_strndup (open + 1, (gsize)(close - open - 1));
      guint styles = ibid_html_shape_read_style (declarations, 0);

      if (styles != 0)
        add_rule (self, p, (gsize)(open - p), styles);
    }
    p = close;
  }
}

void
ibid_html_styles_add_page (IbidHtmlStyles *self, const xmlNode *root)
{
  for (const xmlNode *next = root; next != NULL; next = ibid_html_next (root, next, TRUE))
    if (ibid_html_get_tag (next) == IBID_HTML_SKIPPED &&
        strcmp ((const char *)next->name, "style") == 0 && next->children != NULL &&
        next->children->content != NULL)
      ibid_html_styles_add (self, (const char *)next->children->content);
}

guint
ibid_html_styles_get (IbidHtmlStyles *self, const char *classes)
{
  guint styles = 0;

  while (classes != NULL && *classes != '\0') {
    gsize length = strcspn (classes, " \t\r\n\f");
    char name[MAX_CLASS];

    if (length > 0 && length < sizeof name) {
      memcpy (name, classes, length);
      name[length] = '\0';
      styles |= GPOINTER_TO_UINT (g_hash_table_lookup (self->classes, name));
    }
    classes += length;
    classes += strspn (classes, " \t\r\n\f");
  }
  return styles;
}
