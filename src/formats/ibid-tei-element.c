/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-tei-element.h"

#include "formats/ibid-xml.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  const char *name;
  IbidTeiKind kind;
} Element;

/* Sorted by name. */
static const Element elements[] = {
    {"ab", IBID_TEI_PARAGRAPH},
    {"anchor", IBID_TEI_ANCHOR},
    {"app", IBID_TEI_CHOICE},
    {"argument", IBID_TEI_GROUP},
    {"back", IBID_TEI_GROUP},
    {"bibl", IBID_TEI_ENTRY},
    {"biblFull", IBID_TEI_ENTRY},
    {"biblStruct", IBID_TEI_ENTRY},
    {"body", IBID_TEI_GROUP},
    {"byline", IBID_TEI_PARAGRAPH},
    {"castGroup", IBID_TEI_GROUP},
    {"castItem", IBID_TEI_PARAGRAPH},
    {"castList", IBID_TEI_GROUP},
    {"cb", IBID_TEI_SKIPPED},
    {"cell", IBID_TEI_CELL},
    {"choice", IBID_TEI_CHOICE},
    {"cit", IBID_TEI_QUOTE},
    {"closer", IBID_TEI_PARAGRAPH},
    {"dateline", IBID_TEI_PARAGRAPH},
    {"div", IBID_TEI_DIVISION},
    {"div0", IBID_TEI_DIVISION},
    {"div1", IBID_TEI_DIVISION},
    {"div2", IBID_TEI_DIVISION},
    {"div3", IBID_TEI_DIVISION},
    {"div4", IBID_TEI_DIVISION},
    {"div5", IBID_TEI_DIVISION},
    {"div6", IBID_TEI_DIVISION},
    {"div7", IBID_TEI_DIVISION},
    {"divGen", IBID_TEI_SKIPPED},
    {"eg", IBID_TEI_CODE},
    {"egXML", IBID_TEI_CODE},
    {"epigraph", IBID_TEI_QUOTE},
    {"facsimile", IBID_TEI_SKIPPED},
    {"figDesc", IBID_TEI_SKIPPED},
    {"figure", IBID_TEI_FIGURE},
    {"floatingText", IBID_TEI_QUOTE},
    {"front", IBID_TEI_GROUP},
    {"fw", IBID_TEI_SKIPPED},
    {"gap", IBID_TEI_GAP},
    {"gb", IBID_TEI_SKIPPED},
    {"graphic", IBID_TEI_SKIPPED},
    {"group", IBID_TEI_GROUP},
    {"head", IBID_TEI_HEAD},
    {"index", IBID_TEI_SKIPPED},
    {"interp", IBID_TEI_SKIPPED},
    {"interpGrp", IBID_TEI_SKIPPED},
    {"item", IBID_TEI_ITEM},
    {"l", IBID_TEI_LINE},
    {"label", IBID_TEI_LABEL},
    {"lb", IBID_TEI_SPACE},
    {"lg", IBID_TEI_STANZA},
    {"link", IBID_TEI_SKIPPED},
    {"linkGrp", IBID_TEI_SKIPPED},
    {"list", IBID_TEI_LIST},
    {"listBibl", IBID_TEI_BIBLIOGRAPHY},
    {"milestone", IBID_TEI_SKIPPED},
    {"note", IBID_TEI_NOTE},
    {"noteGrp", IBID_TEI_GROUP},
    {"opener", IBID_TEI_PARAGRAPH},
    {"p", IBID_TEI_PARAGRAPH},
    {"pb", IBID_TEI_SKIPPED},
    {"postscript", IBID_TEI_GROUP},
    {"ptr", IBID_TEI_LINK},
    {"q", IBID_TEI_QUOTE},
    {"quote", IBID_TEI_QUOTE},
    {"ref", IBID_TEI_LINK},
    {"row", IBID_TEI_ROW},
    {"salute", IBID_TEI_PARAGRAPH},
    {"signed", IBID_TEI_PARAGRAPH},
    {"sp", IBID_TEI_GROUP},
    {"spanGrp", IBID_TEI_SKIPPED},
    {"speaker", IBID_TEI_PARAGRAPH},
    {"stage", IBID_TEI_STAGE},
    {"table", IBID_TEI_TABLE},
    {"teiHeader", IBID_TEI_SKIPPED},
    {"text", IBID_TEI_GROUP},
    {"titlePage", IBID_TEI_TITLE_PAGE},
    {"trailer", IBID_TEI_PARAGRAPH},
};

static int
compare_names (const void *name, const void *element)
{
  return strcmp (name, ((const Element *)element)->name);
}

IbidTeiKind
ibid_tei_element_get_kind (const xmlNode *node)
{
  const Element *element = bsearch (
      node->name, elements, G_N_ELEMENTS (elements), sizeof *elements, compare_names);

  return element != NULL ? element->kind : IBID_TEI_WORDS;
}

gboolean
ibid_tei_element_has_blocks (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    if (child->type != XML_ELEMENT_NODE)
      continue;
    switch (ibid_tei_element_get_kind (child)) {
    case IBID_TEI_PARAGRAPH:
    case IBID_TEI_GROUP:
    case IBID_TEI_DIVISION:
    case IBID_TEI_LIST:
    case IBID_TEI_STANZA:
    case IBID_TEI_LINE:
    case IBID_TEI_TABLE:
      return TRUE;
    default:
      break;
    }
  }
  return FALSE;
}

/* --- Styles -------------------------------------------------------------------------------- */

#define BIT(style) (1u << (style))

static const struct {
  const char *word;
  guint styles;
} looks[] = {
    {"b", BIT (IBID_SPAN_STRONG)},
    {"bold", BIT (IBID_SPAN_STRONG)},
    {"bolditalic", BIT (IBID_SPAN_STRONG) | BIT (IBID_SPAN_EMPHASIS)},
    {"strong", BIT (IBID_SPAN_STRONG)},
    {"i", BIT (IBID_SPAN_EMPHASIS)},
    {"it", BIT (IBID_SPAN_EMPHASIS)},
    {"ital", BIT (IBID_SPAN_EMPHASIS)},
    {"italic", BIT (IBID_SPAN_EMPHASIS)},
    {"italics", BIT (IBID_SPAN_EMPHASIS)},
    {"emph", BIT (IBID_SPAN_EMPHASIS)},
    {"oblique", BIT (IBID_SPAN_EMPHASIS)},
    {"spaced", BIT (IBID_SPAN_EMPHASIS)},
    {"gesperrt", BIT (IBID_SPAN_EMPHASIS)},
    {"sup", BIT (IBID_SPAN_SUPERSCRIPT)},
    {"super", BIT (IBID_SPAN_SUPERSCRIPT)},
    {"superscript", BIT (IBID_SPAN_SUPERSCRIPT)},
    {"sub", BIT (IBID_SPAN_SUBSCRIPT)},
    {"subscript", BIT (IBID_SPAN_SUBSCRIPT)},
    {"sc", BIT (IBID_SPAN_SMALL_CAPS)},
    {"smcap", BIT (IBID_SPAN_SMALL_CAPS)},
    {"smallcap", BIT (IBID_SPAN_SMALL_CAPS)},
    {"smallcaps", BIT (IBID_SPAN_SMALL_CAPS)},
    {"small-caps", BIT (IBID_SPAN_SMALL_CAPS)},
    {"strike", BIT (IBID_SPAN_STRIKE)},
    {"strikethrough", BIT (IBID_SPAN_STRIKE)},
    {"line-through", BIT (IBID_SPAN_STRIKE)},
    {"code", BIT (IBID_SPAN_CODE)},
    {"tt", BIT (IBID_SPAN_CODE)},
    {"mono", BIT (IBID_SPAN_CODE)},
    {"monospace", BIT (IBID_SPAN_CODE)},
    {"typewriter", BIT (IBID_SPAN_CODE)},
};

/* The words of "italic bold", "#i" and "font-style: italic; color: red". */
static guint
read_looks (const char *value)
{
  g_auto (GStrv) words = g_strsplit_set (value != NULL ? value : "", " \t\n#:;,()", -1);
  guint styles = 0;

  for (guint i = 0; words[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (looks); j++)
      if (g_ascii_strcasecmp (words[i], looks[j].word) == 0)
        styles |= looks[j].styles;
  return styles;
}

static guint
get_look (const xmlNode *node)
{
  static const char *const attributes[] = {"rend", "rendition", "style"};
  guint styles = 0;

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++) {
    g_autofree char *value = ibid_xml_dup_attribute (node, attributes[i]);

    styles |= read_looks (value);
  }
  return styles;
}

static gboolean
is_any (const xmlNode *node, const char *const *names)
{
  return g_strv_contains (names, (const char *)node->name);
}

guint
ibid_tei_element_get_styles (const xmlNode *node)
{
  static const char *const emphasized[] = {"emph", "foreign", "mentioned", NULL};
  static const char *const code[] = {"code", "gi", "att", "val", "tag", NULL};
  static const char *const bare[] = {"seg", "term", "persName", "placeName", "name", "q", NULL};
  guint look;

  if (is_any (node, code))
    return BIT (IBID_SPAN_CODE);
  if (ibid_xml_is (node, "del"))
    return BIT (IBID_SPAN_STRIKE);
  if (is_any (node, bare))
    return get_look (node);
  if (ibid_xml_is (node, "hi") || is_any (node, emphasized)) {
    look = get_look (node);
    return look != 0 ? look : BIT (IBID_SPAN_EMPHASIS);
  }
  if (ibid_xml_is (node, "title")) {
    g_autofree char *level = ibid_xml_dup_attribute (node, "level");

    look = get_look (node);
    return look != 0 || g_strcmp0 (level, "a") == 0 ? look : BIT (IBID_SPAN_EMPHASIS);
  }
  return 0;
}

/* --- Choices ------------------------------------------------------------------------------- */

const xmlNode *
ibid_tei_element_choose (const xmlNode *choice)
{
  static const char *const better[] = {"corr", "reg", "expan", "lem", NULL};
  static const char *const worse[] = {"sic", "orig", "abbr", "rdg", NULL};
  const xmlNode *first = NULL;
  const xmlNode *fair = NULL;

  for (const xmlNode *child = choice->children; child != NULL; child = child->next) {
    if (child->type != XML_ELEMENT_NODE)
      continue;
    if (is_any (child, better))
      return child;
    if (first == NULL)
      first = child;
    if (fair == NULL && !is_any (child, worse))
      fair = child;
  }
  return fair != NULL && !ibid_xml_is (fair, "note") && !ibid_xml_is (fair, "wit") ? fair : first;
}
