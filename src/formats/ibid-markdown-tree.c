/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-markdown-tree.h"

#include "formats/ibid-markdown-memory.h"

#include <string.h>

#define CHUNK_BYTES (1024u * 1024)

struct _IbidMarkdownTree {
  IbidMarkdownMemory *memory; /* of all nodes */
  cmark_node *root;
  GArray *notes; /* IbidMarkdownNote */
};

static void
ensure_extensions (void)
{
  static gsize is_done;

  if (g_once_init_enter (&is_done)) {
    cmark_gfm_core_extensions_ensure_registered ();
    g_once_init_leave (&is_done, 1);
  }
}

/* Whether there are addresses outside of angle brackets and parentheses: to find them cmark goes
 * through its whole tree twice. */
static gboolean
has_addresses (const char *text, gsize length)
{
  if (memchr (text, '@', length) != NULL || strstr (text, "www.") != NULL)
    return TRUE;
  for (const char *p = strstr (text, "://"); p != NULL; p = strstr (p + 3, "://")) {
    const char *start = p;

    while (start > text && g_ascii_isalpha (start[-1]))
      start--;
    if (start == text || strchr ("<(", start[-1]) == NULL)
      return TRUE;
  }
  return FALSE;
}

/* Between pieces of the text somebody may have had enough. */
static cmark_node *
parse (const char *text, gsize length, GCancellable *cancellable, GError **error)
{
  static const char *const extensions[] = {"autolink", "table", "strikethrough"};
  cmark_parser *parser;
  cmark_node *root = NULL;
  gsize done = 0;

  ensure_extensions ();
  parser = cmark_parser_new_with_mem (CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE,
                                      ibid_markdown_memory_get_functions ());
  for (guint i = has_addresses (text, length) ? 0 : 1; i < G_N_ELEMENTS (extensions); i++)
    cmark_parser_attach_syntax_extension (parser, cmark_find_syntax_extension (extensions[i]));
  while (done < length && !g_cancellable_set_error_if_cancelled (cancellable, error)) {
    gsize size = MIN (length - done, CHUNK_BYTES);

    cmark_parser_feed (parser, text + done, size);
    done += size;
  }
  if (done == length)
    root = cmark_parser_finish (parser);
  cmark_parser_free (parser);
  return root;
}

/* --- Notes --------------------------------------------------------------------------------- */

/* Which notes of the first paragraph cmark took for none, since they stood in code: their names
 * stayed text there. */
static GHashTable *
find_unknown (IbidMarkdownSource *source, cmark_node *names)
{
  GHashTable *unknown = g_hash_table_new (NULL, NULL);

  for (cmark_node *node = cmark_node_first_child (names); node != NULL;
       node = cmark_node_next (node)) {
    const char *text = cmark_node_get_type (node) == CMARK_NODE_TEXT ? cmark_node_get_literal (node)
                                                                     : NULL;
    const IbidMarkdownMark *mark;
    gsize length;

    while (text != NULL &&
           (text = ibid_markdown_source_next (source, text, &mark, &length)) != NULL) {
      g_hash_table_add (unknown, (gpointer)mark);
      text += length;
    }
  }
  return unknown;
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  return cmark_node_get_start_line (((const IbidMarkdownNote *)a)->node) -
         cmark_node_get_start_line (((const IbidMarkdownNote *)b)->node);
}

/* cmark puts them at the end, in the order of the names. */
static void
find_notes (IbidMarkdownTree *self, IbidMarkdownSource *source, guint part, cmark_node *names)
{
  g_autoptr (GHashTable) unknown = find_unknown (source, names);
  cmark_node *node = cmark_node_next (names);
  guint n_names;
  const guint *marks = ibid_markdown_source_get_notes (source, part, &n_names);

  for (guint i = 0; i < n_names; i++) {
    IbidMarkdownNote note = {NULL, ibid_markdown_source_get_mark (source, marks[i])};

    if (g_hash_table_contains (unknown, note.mark))
      continue;
    while (node != NULL && cmark_node_get_type (node) != CMARK_NODE_FOOTNOTE_DEFINITION)
      node = cmark_node_next (node);
    if (node == NULL)
      break;
    note.node = node;
    g_array_append_val (self->notes, note);
    node = cmark_node_next (node);
  }
  g_array_sort (self->notes, compare_notes); /* stable */
}

IbidMarkdownTree *
ibid_markdown_tree_new (IbidMarkdownSource *source,
                        guint part,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (IbidMarkdownMemory) memory = ibid_markdown_memory_new ();
  GString *text = ibid_markdown_source_make_part (source, part);
  cmark_node *root = parse (text->str, text->len, cancellable, error);
  IbidMarkdownTree *self;

  g_string_free (text, TRUE);
  if (root == NULL)
    return NULL;
  self = g_new0 (IbidMarkdownTree, 1);
  self->memory = g_steal_pointer (&memory);
  self->root = root;
  self->notes = g_array_new (FALSE, FALSE, sizeof (IbidMarkdownNote));
  find_notes (self, source, part, cmark_node_first_child (root));
  return self;
}

void
ibid_markdown_tree_free (IbidMarkdownTree *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->notes);
  ibid_markdown_memory_free (self->memory); /* and all nodes with it */
  g_free (self);
}

cmark_node *
ibid_markdown_tree_get_first (IbidMarkdownTree *self)
{
  return cmark_node_next (cmark_node_first_child (self->root));
}

GArray *
ibid_markdown_tree_get_notes (IbidMarkdownTree *self)
{
  return self->notes;
}

/* --- Headings ------------------------------------------------------------------------------ */

char *
ibid_markdown_tree_dup_text (cmark_node *node)
{
  GString *text = g_string_new (NULL);
  cmark_iter *iter = cmark_iter_new (node);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE) {
    cmark_node *at = cmark_iter_get_node (iter);
    cmark_node_type type = cmark_node_get_type (at);

    if (event == CMARK_EVENT_ENTER && (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE))
      g_string_append (text, cmark_node_get_literal (at));
    else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
      g_string_append_c (text, ' ');
  }
  cmark_iter_free (iter);
  return g_string_free (text, FALSE);
}

char *
ibid_markdown_tree_dup_id (IbidMarkdownSource *source, cmark_node *heading)
{
  for (cmark_node *node = cmark_node_last_child (heading); node != NULL;
       node = cmark_node_previous (node)) {
    const IbidMarkdownMark *mark = NULL;
    const char *p;
    gsize length;

    if (cmark_node_get_type (node) == CMARK_NODE_HTML_INLINE)
      mark = ibid_markdown_source_at (source, cmark_node_get_literal (node), &length);
    if (mark == NULL || mark->kind != IBID_MARKDOWN_ATTRIBUTES)
      continue;
    for (p = mark->start + 1; p < mark->end; p++)
      if (*p == '#' && (p[-1] == '{' || p[-1] == ' ' || p[-1] == ':'))
        return g_strndup (p + 1, strcspn (p + 1, " }"));
  }
  return NULL;
}
