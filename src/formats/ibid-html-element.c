/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-element.h"

#include <stdlib.h>
#include <string.h>

/* Ranks: a tag of an inline element ends no block, a block no cell, and so on outwards. */
enum {
  INLINE = 1,
  BLOCK,
  CELL,
  ROW,
  SECTION,
  TABLE,
  PAGE,
};

#define B IBID_HTML_IS_BLOCK
#define VOID IBID_HTML_IS_VOID
#define HEAD IBID_HTML_IS_HEAD
#define SCOPE IBID_HTML_IS_SCOPE
#define HEADING (B | IBID_HTML_IS_HEADING | IBID_HTML_ENDS_HEADING)
#define HOST IBID_HTML_IS_HOST
#define PLAIN IBID_HTML_TEXT_PLAIN
#define RAW IBID_HTML_TEXT_RAW

/* Sorted by name. */
static const IbidHtmlElement elements[] = {
    {"address", B | IBID_HTML_IS_PASSED, BLOCK, 0, 0},
    {"annotation-xml", SCOPE | HOST, BLOCK, 0, 0},
    {"applet", SCOPE, BLOCK, 0, 0},
    {"area", VOID, INLINE, 0, 0},
    {"article", B, BLOCK, 0, 0},
    {"aside", B, BLOCK, 0, 0},
    {"base", VOID | HEAD, INLINE, 0, 0},
    {"basefont", VOID, INLINE, 0, 0},
    {"bgsound", VOID | HEAD, INLINE, 0, 0},
    {"blockquote", B, BLOCK, 0, 0},
    {"body", SCOPE, PAGE, 0, 0},
    {"br", VOID, INLINE, 0, 0},
    {"button", SCOPE, BLOCK, 0, 0},
    {"caption", SCOPE, SECTION, IBID_HTML_SECTION, 0},
    {"center", B, BLOCK, 0, 0},
    {"col", VOID, INLINE, 0, 0},
    {"colgroup", 0, SECTION, IBID_HTML_SECTION, 0},
    {"dd", B, BLOCK, 0, 0},
    {"details", B, BLOCK, 0, 0},
    {"dialog", B, BLOCK, 0, 0},
    {"dir", B, BLOCK, 0, 0},
    {"div", B | IBID_HTML_IS_PASSED, BLOCK, 0, 0},
    {"dl", B, BLOCK, 0, 0},
    {"dt", B, BLOCK, 0, 0},
    {"embed", VOID, INLINE, 0, 0},
    {"fieldset", B | IBID_HTML_ENDS_HEADING, BLOCK, 0, 0},
    {"figcaption", B, BLOCK, 0, 0},
    {"figure", B, BLOCK, 0, 0},
    {"footer", B, BLOCK, 0, 0},
    {"foreignobject", SCOPE | HOST, BLOCK, 0, 0},
    {"form", B | IBID_HTML_ENDS_HEADING, BLOCK, 0, 0},
    {"frame", VOID, INLINE, 0, 0},
    {"h1", HEADING, BLOCK, 0, 0},
    {"h2", HEADING, BLOCK, 0, 0},
    {"h3", HEADING, BLOCK, 0, 0},
    {"h4", HEADING, BLOCK, 0, 0},
    {"h5", HEADING, BLOCK, 0, 0},
    {"h6", HEADING, BLOCK, 0, 0},
    {"head", 0, PAGE, 0, 0},
    {"header", B, BLOCK, 0, 0},
    {"hgroup", B, BLOCK, 0, 0},
    {"hr", B | VOID, BLOCK, 0, 0},
    {"html", SCOPE, PAGE, 0, 0},
    {"iframe", 0, INLINE, 0, RAW},
    {"img", VOID, INLINE, 0, 0},
    {"input", VOID, INLINE, 0, 0},
    {"isindex", VOID, INLINE, 0, 0},
    {"keygen", VOID, INLINE, 0, 0},
    {"li", B | IBID_HTML_ENDS_HEADING, BLOCK, 0, 0},
    {"link", VOID | HEAD, INLINE, 0, 0},
    {"listing", B, BLOCK, 0, 0},
    {"main", B, BLOCK, 0, 0},
    {"marquee", SCOPE, BLOCK, 0, 0},
    {"math", SCOPE | IBID_HTML_IS_FOREIGN, BLOCK, 0, 0},
    {"menu", B, BLOCK, 0, 0},
    {"meta", VOID | HEAD, INLINE, 0, 0},
    {"nav", B, BLOCK, 0, 0},
    {"noscript", HEAD, INLINE, 0, 0},
    {"object", SCOPE, BLOCK, 0, 0},
    {"ol", B, BLOCK, 0, 0},
    {"p", B | IBID_HTML_IS_PASSED | IBID_HTML_ENDS_HEADING, INLINE, 0, 0},
    {"param", VOID, INLINE, 0, 0},
    {"plaintext", B, BLOCK, 0, RAW},
    {"pre", B, BLOCK, 0, 0},
    {"script", HEAD, INLINE, 0, RAW},
    {"section", B, BLOCK, 0, 0},
    {"source", VOID, INLINE, 0, 0},
    {"style", HEAD, INLINE, 0, RAW},
    {"summary", B, BLOCK, 0, 0},
    {"svg", SCOPE | IBID_HTML_IS_FOREIGN, BLOCK, 0, 0},
    {"table", B | SCOPE | IBID_HTML_ENDS_HEADING, TABLE, 0, 0},
    {"tbody", 0, SECTION, IBID_HTML_SECTION, 0},
    {"td", SCOPE, CELL, IBID_HTML_CELL, 0},
    {"template", HEAD | SCOPE, TABLE, 0, 0},
    {"textarea", 0, INLINE, 0, PLAIN},
    {"tfoot", 0, SECTION, IBID_HTML_SECTION, 0},
    {"th", SCOPE, CELL, IBID_HTML_CELL, 0},
    {"thead", 0, SECTION, IBID_HTML_SECTION, 0},
    {"title", HEAD, INLINE, 0, PLAIN},
    {"tr", 0, ROW, IBID_HTML_ROW, 0},
    {"track", VOID, INLINE, 0, 0},
    {"ul", B, BLOCK, 0, 0},
    {"wbr", VOID, INLINE, 0, 0},
    {"xmp", B, BLOCK, 0, RAW},
};

static const IbidHtmlElement other = {"", 0, INLINE, 0, 0};

static int
compare_names (const void *key, const void *element)
{
  return strcmp (key, ((const IbidHtmlElement *)element)->name);
}

const IbidHtmlElement *
ibid_html_element_find (const char *name)
{
  const IbidHtmlElement *found = bsearch (
      name, elements, G_N_ELEMENTS (elements), sizeof (IbidHtmlElement), compare_names);

  return found != NULL ? found : &other;
}
