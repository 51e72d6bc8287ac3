/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-roles.h"

#include <string.h>

#define MAX_TOKEN 64u

/* A marker's class stands on its link or on a raised element around it. */
#define MAX_WRAPPERS 3u

typedef struct {
  const char *token;
  int kind;
} Role;

/* --- Containers ---------------------------------------------------------------------------- */

static const Role container_types[] = {
    {"biblioentry", IBID_DRAFT_CONTAINER_NOTE},
    {"bibliography", IBID_DRAFT_CONTAINER_BIBLIOGRAPHY},
    {"doc-biblioentry", IBID_DRAFT_CONTAINER_NOTE},
    {"doc-bibliography", IBID_DRAFT_CONTAINER_BIBLIOGRAPHY},
    {"doc-endnote", IBID_DRAFT_CONTAINER_NOTE},
    {"doc-endnotes", IBID_DRAFT_CONTAINER_NOTES},
    {"doc-footnote", IBID_DRAFT_CONTAINER_NOTE},
    {"endnote", IBID_DRAFT_CONTAINER_NOTE},
    {"endnotes", IBID_DRAFT_CONTAINER_NOTES},
    {"footnote", IBID_DRAFT_CONTAINER_NOTE},
    {"footnotes", IBID_DRAFT_CONTAINER_NOTES},
    {"rearnote", IBID_DRAFT_CONTAINER_NOTE},
    {"rearnotes", IBID_DRAFT_CONTAINER_NOTES},
};

static const Role container_classes[] = {
    {"bibliography", IBID_DRAFT_CONTAINER_BIBLIOGRAPHY},
    {"csl-entry", IBID_DRAFT_CONTAINER_NOTE},
    {"easy-footnote-single", IBID_DRAFT_CONTAINER_NOTE},
    {"endnote", IBID_DRAFT_CONTAINER_NOTE},
    {"fna-content", IBID_DRAFT_CONTAINER_NOTE},
    {"footdef", IBID_DRAFT_CONTAINER_NOTE},
    {"footnote", IBID_DRAFT_CONTAINER_NOTE},
    {"footnote-definition", IBID_DRAFT_CONTAINER_NOTE},
    {"footnote-item", IBID_DRAFT_CONTAINER_NOTE},
    {"footnote-list", IBID_DRAFT_CONTAINER_NOTES},
    {"footnotes_plugin_reference_row", IBID_DRAFT_CONTAINER_NOTE},
    {"footnotes_reference_container", IBID_DRAFT_CONTAINER_NOTES},
    {"ltx_bibliography", IBID_DRAFT_CONTAINER_BIBLIOGRAPHY},
    {"ref-list", IBID_DRAFT_CONTAINER_BIBLIOGRAPHY},
    {"references", IBID_DRAFT_CONTAINER_NOTES},
    {"reflist", IBID_DRAFT_CONTAINER_NOTES},
};

static int
find_role (const Role *roles, guint n_roles, const char *token)
{
  for (guint i = 0; i < n_roles; i++)
    if (strcmp (roles[i].token, token) == 0)
      return roles[i].kind;
  return -1;
}

static int
find_in_list (const Role *roles, guint n_roles, const char *list)
{
  char token[MAX_TOKEN];

  while (list != NULL && ibid_html_next_token (&list, token, sizeof token)) {
    int kind = find_role (roles, n_roles, token);

    if (kind >= 0)
      return kind;
  }
  return -1;
}

/* Themes have names of their own for it: "post-footnotes", "PostDetail__abc123__footnotes". */
static gboolean
is_notes_class (const char *token)
{
  return (g_str_has_suffix (token, "footnotes") || g_str_has_suffix (token, "endnotes") ||
          g_str_has_prefix (token, "footnotes-") ||
          strcmp (token, "easy-footnotes-wrapper") == 0) &&
         !g_str_has_prefix (token, "has-") && !g_str_has_prefix (token, "no-") &&
         !g_str_has_prefix (token, "with-");
}

static int
find_container_class (const char *classes)
{
  char token[MAX_TOKEN];

  if (ibid_html_has_token (classes, "csl-bib-body")) /* a list of "references" as well */
    return IBID_DRAFT_CONTAINER_BIBLIOGRAPHY;
  while (classes != NULL && ibid_html_next_token (&classes, token, sizeof token)) {
    int kind = find_role (container_classes, G_N_ELEMENTS (container_classes), token);

    if (kind >= 0)
      return kind;
    if (is_notes_class (token))
      return IBID_DRAFT_CONTAINER_NOTES;
  }
  return -1;
}

static int
find_container_style (const char *style)
{
  if (style == NULL || strstr (style, "mso-element:") == NULL)
    return -1;
  if (strstr (style, "note-list") != NULL)
    return IBID_DRAFT_CONTAINER_NOTES;
  return strstr (style, "mso-element:footnote") != NULL ||
                 strstr (style, "mso-element:endnote") != NULL
             ? IBID_DRAFT_CONTAINER_NOTE
             : -1;
}

IbidDraftContainerKind
ibid_html_roles_get_container (const IbidHtmlAttributes *attributes, gboolean is_inline)
{
  int kind = find_in_list (container_types, G_N_ELEMENTS (container_types), attributes->type);

  if (kind < 0)
    kind = find_in_list (container_types, G_N_ELEMENTS (container_types), attributes->role);
  if (kind < 0 && attributes->id != NULL && g_str_has_prefix (attributes->id, "cite_note"))
    kind = IBID_DRAFT_CONTAINER_NOTE;
  if (kind < 0 && !is_inline)
    kind = find_container_class (attributes->classes);
  if (kind < 0)
    kind = find_container_style (attributes->style);
  return kind < 0 ? IBID_DRAFT_CONTAINER_PLAIN : (IbidDraftContainerKind)kind;
}

/* --- Links --------------------------------------------------------------------------------- */

static const Role link_types[] = {
    {"backlink", IBID_DRAFT_LINK_BACK},
    {"biblioref", IBID_DRAFT_LINK_CITATION},
    {"doc-backlink", IBID_DRAFT_LINK_BACK},
    {"doc-biblioref", IBID_DRAFT_LINK_CITATION},
    {"doc-glossref", IBID_DRAFT_LINK_NOTE},
    {"doc-noteref", IBID_DRAFT_LINK_NOTE},
    {"glossref", IBID_DRAFT_LINK_NOTE},
    {"noteref", IBID_DRAFT_LINK_NOTE},
    {"referrer", IBID_DRAFT_LINK_BACK},
};

static const Role link_classes[] = {
    {"data-footnote-backref", IBID_DRAFT_LINK_BACK},
    {"easy-footnote", IBID_DRAFT_LINK_NOTE},
    {"easy-footnote-to-top", IBID_DRAFT_LINK_BACK},
    {"fnanchor", IBID_DRAFT_LINK_NOTE},
    {"fnref", IBID_DRAFT_LINK_NOTE},
    {"footnote-anchor", IBID_DRAFT_LINK_NOTE},
    {"footnote-back", IBID_DRAFT_LINK_BACK},
    {"footnote-backlink", IBID_DRAFT_LINK_BACK},
    {"footnote-backref", IBID_DRAFT_LINK_BACK},
    {"footnote-link", IBID_DRAFT_LINK_NOTE},
    {"footnote-number", IBID_DRAFT_LINK_BACK},
    {"footnote-ref", IBID_DRAFT_LINK_NOTE},
    {"footnote-reference", IBID_DRAFT_LINK_NOTE},
    {"footnote-return", IBID_DRAFT_LINK_BACK},
    {"footnote_backlink", IBID_DRAFT_LINK_BACK},
    {"footnoteref", IBID_DRAFT_LINK_NOTE},
    {"mw-cite-backlink", IBID_DRAFT_LINK_BACK},
    {"noteref", IBID_DRAFT_LINK_NOTE},
    {"reversefootnote", IBID_DRAFT_LINK_BACK},
    {"sdendnoteanc", IBID_DRAFT_LINK_NOTE},
    {"sdendnotesym", IBID_DRAFT_LINK_BACK},
    {"sdfootnoteanc", IBID_DRAFT_LINK_NOTE},
    {"sdfootnotesym", IBID_DRAFT_LINK_BACK},
};

/* Ids that programs make; the longer ones first where one begins another. */
static const Role fragments[] = {
    {"_ednref", IBID_DRAFT_LINK_BACK},
    {"_edn", IBID_DRAFT_LINK_NOTE},
    {"_ftnref", IBID_DRAFT_LINK_BACK},
    {"_ftn", IBID_DRAFT_LINK_NOTE},
    {"cite_note", IBID_DRAFT_LINK_NOTE},
    {"cite_ref", IBID_DRAFT_LINK_BACK},
    {"footnote-anchor-", IBID_DRAFT_LINK_BACK},
    {"fnref:", IBID_DRAFT_LINK_BACK},
    {"ftnt_ref", IBID_DRAFT_LINK_BACK},
    {"ftnt", IBID_DRAFT_LINK_NOTE},
};

static int
find_fragment (const char *fragment)
{
  for (guint i = 0; fragment != NULL && i < G_N_ELEMENTS (fragments); i++)
    if (g_str_has_prefix (fragment, fragments[i].token))
      return fragments[i].kind;
  return -1;
}

static int
find_link_kind (const IbidHtmlAttributes *attributes)
{
  int kind = find_in_list (link_types, G_N_ELEMENTS (link_types), attributes->type);

  if (attributes->is_back_mark)
    return IBID_DRAFT_LINK_BACK;
  if (attributes->is_note_mark)
    return IBID_DRAFT_LINK_NOTE;
  if (kind < 0)
    kind = find_in_list (link_types, G_N_ELEMENTS (link_types), attributes->role);
  if (kind < 0)
    kind = find_in_list (link_classes, G_N_ELEMENTS (link_classes), attributes->classes);
  return kind;
}

/* An element around the link, as long as it is a phrase and not a block. */
static gboolean
is_wrapper (const xmlNode *node)
{
  switch (ibid_html_get_tag (node)) {
  case IBID_HTML_SUP:
  case IBID_HTML_SPAN:
  case IBID_HTML_B:
  case IBID_HTML_STRONG:
    return TRUE;
  default:
    return FALSE;
  }
}

/* To the very block that the link is in: a note's way back that went wrong, or a paragraph's
 * address.
 */
static gboolean
leads_around (const xmlNode *node, const char *fragment)
{
  for (guint i = 0; i < MAX_WRAPPERS + 1 && node->parent != NULL; i++) {
    const char *id;

    node = node->parent;
    id = ibid_html_get_attribute (node, "id");
    if (id != NULL && strcmp (id, fragment) == 0)
      return ibid_html_get_tag (node) == IBID_HTML_P || ibid_html_get_tag (node) == IBID_HTML_LI;
  }
  return FALSE;
}

IbidDraftLinkKind
ibid_html_roles_get_link (const xmlNode *node,
                          const IbidHtmlAttributes *attributes,
                          const char *fragment)
{
  int kind = find_link_kind (attributes);

  if (kind < 0)
    kind = find_fragment (fragment);
  if (kind < 0 && fragment != NULL && leads_around (node, fragment))
    return IBID_DRAFT_LINK_BACK;
  for (guint i = 0; kind < 0 && i < MAX_WRAPPERS; i++) {
    IbidHtmlAttributes outer;

    node = node->parent;
    if (node == NULL || !is_wrapper (node))
      break;
    ibid_html_attributes_read (&outer, node);
    kind = find_link_kind (&outer);
  }
  return kind < 0 ? IBID_DRAFT_LINK_PLAIN : (IbidDraftLinkKind)kind;
}

/* --- Pages --------------------------------------------------------------------------------- */

gboolean
ibid_html_roles_is_page_break (const IbidHtmlAttributes *attributes)
{
  static const char *const classes[] = {"pagenum",
                                        "pageno",
                                        "page-number",
                                        "pagebreak",
                                        "page-break",
                                        "pb",
                                        "newpage",
                                        "linenum",
                                        "x-ebookmaker-pageno"};

  if (ibid_html_has_token (attributes->type, "pagebreak") ||
      ibid_html_has_token (attributes->role, "doc-pagebreak"))
    return TRUE;
  for (guint i = 0; attributes->classes != NULL && i < G_N_ELEMENTS (classes); i++)
    if (ibid_html_has_token (attributes->classes, classes[i]))
      return TRUE;
  return FALSE;
}
