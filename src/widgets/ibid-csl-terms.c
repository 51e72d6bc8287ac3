/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-csl-terms.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  const char *name;
  const char *label;
  IbidCslShape shape;
} Type;

static const Type types[] = {
    {"article", NC_ ("kind of work", "Article"), IBID_CSL_PAGE},
    {"article-journal", NC_ ("kind of work", "Journal article"), IBID_CSL_JOURNAL},
    {"article-magazine", NC_ ("kind of work", "Magazine article"), IBID_CSL_PERIODICAL},
    {"article-newspaper", NC_ ("kind of work", "Newspaper article"), IBID_CSL_PERIODICAL},
    {"bill", NC_ ("kind of work", "Bill"), IBID_CSL_PAGE},
    {"book", NC_ ("kind of work", "Book"), IBID_CSL_BOOK},
    {"broadcast", NC_ ("kind of work", "Broadcast"), IBID_CSL_PAGE},
    {"chapter", NC_ ("kind of work", "Chapter"), IBID_CSL_PART},
    {"classic", NC_ ("kind of work", "Classical work"), IBID_CSL_BOOK},
    {"collection", NC_ ("kind of work", "Archival collection"), IBID_CSL_BOOK},
    {"dataset", NC_ ("kind of work", "Dataset"), IBID_CSL_REPORT},
    {"document", NC_ ("kind of work", "Document"), IBID_CSL_PAGE},
    {"entry", NC_ ("kind of work", "Entry"), IBID_CSL_PART},
    {"entry-dictionary", NC_ ("kind of work", "Dictionary entry"), IBID_CSL_PART},
    {"entry-encyclopedia", NC_ ("kind of work", "Encyclopedia entry"), IBID_CSL_PART},
    {"event", NC_ ("kind of work", "Event"), IBID_CSL_PAGE},
    {"figure", NC_ ("kind of work", "Figure"), IBID_CSL_PAGE},
    {"graphic", NC_ ("kind of work", "Image"), IBID_CSL_PAGE},
    {"hearing", NC_ ("kind of work", "Hearing"), IBID_CSL_PAGE},
    {"interview", NC_ ("kind of work", "Interview"), IBID_CSL_PAGE},
    {"legal_case", NC_ ("kind of work", "Court case"), IBID_CSL_PAGE},
    {"legislation", NC_ ("kind of work", "Law"), IBID_CSL_PAGE},
    {"manuscript", NC_ ("kind of work", "Manuscript"), IBID_CSL_REPORT},
    {"map", NC_ ("kind of work", "Map"), IBID_CSL_BOOK},
    {"motion_picture", NC_ ("kind of work", "Film"), IBID_CSL_BOOK},
    {"musical_score", NC_ ("kind of work", "Musical score"), IBID_CSL_BOOK},
    {"pamphlet", NC_ ("kind of work", "Pamphlet"), IBID_CSL_BOOK},
    {"paper-conference", NC_ ("kind of work", "Conference paper"), IBID_CSL_PART},
    {"patent", NC_ ("kind of work", "Patent"), IBID_CSL_PAGE},
    {"performance", NC_ ("kind of work", "Performance"), IBID_CSL_PAGE},
    {"periodical", NC_ ("kind of work", "Periodical"), IBID_CSL_BOOK},
    {"personal_communication", NC_ ("kind of work", "Personal communication"), IBID_CSL_PAGE},
    {"post", NC_ ("kind of work", "Post"), IBID_CSL_PAGE},
    {"post-weblog", NC_ ("kind of work", "Blog post"), IBID_CSL_PAGE},
    {"regulation", NC_ ("kind of work", "Regulation"), IBID_CSL_PAGE},
    {"report", NC_ ("kind of work", "Report"), IBID_CSL_REPORT},
    {"review", NC_ ("kind of work", "Review"), IBID_CSL_JOURNAL},
    {"review-book", NC_ ("kind of work", "Book review"), IBID_CSL_JOURNAL},
    {"software", NC_ ("kind of work", "Software"), IBID_CSL_REPORT},
    {"song", NC_ ("kind of work", "Recording"), IBID_CSL_BOOK},
    {"speech", NC_ ("kind of work", "Speech"), IBID_CSL_PAGE},
    {"standard", NC_ ("kind of work", "Standard"), IBID_CSL_REPORT},
    {"thesis", NC_ ("kind of work", "Thesis"), IBID_CSL_THESIS},
    {"treaty", NC_ ("kind of work", "Treaty"), IBID_CSL_PAGE},
    {"webpage", NC_ ("kind of work", "Web page"), IBID_CSL_PAGE},
};

static const struct {
  const char *tag;
  const char *label;
} languages[] = {
    {"ar", NC_ ("language", "Arabic")},     {"bg", NC_ ("language", "Bulgarian")},
    {"ca", NC_ ("language", "Catalan")},    {"cs", NC_ ("language", "Czech")},
    {"da", NC_ ("language", "Danish")},     {"de", NC_ ("language", "German")},
    {"el", NC_ ("language", "Greek")},      {"en", NC_ ("language", "English")},
    {"es", NC_ ("language", "Spanish")},    {"et", NC_ ("language", "Estonian")},
    {"fa", NC_ ("language", "Persian")},    {"fi", NC_ ("language", "Finnish")},
    {"fr", NC_ ("language", "French")},     {"grc", NC_ ("language", "Ancient Greek")},
    {"he", NC_ ("language", "Hebrew")},     {"hi", NC_ ("language", "Hindi")},
    {"hr", NC_ ("language", "Croatian")},   {"hu", NC_ ("language", "Hungarian")},
    {"id", NC_ ("language", "Indonesian")}, {"it", NC_ ("language", "Italian")},
    {"ja", NC_ ("language", "Japanese")},   {"ko", NC_ ("language", "Korean")},
    {"la", NC_ ("language", "Latin")},      {"lt", NC_ ("language", "Lithuanian")},
    {"lv", NC_ ("language", "Latvian")},    {"nb", NC_ ("language", "Norwegian")},
    {"nl", NC_ ("language", "Dutch")},      {"nn", NC_ ("language", "Norwegian")},
    {"no", NC_ ("language", "Norwegian")},  {"pl", NC_ ("language", "Polish")},
    {"pt", NC_ ("language", "Portuguese")}, {"ro", NC_ ("language", "Romanian")},
    {"ru", NC_ ("language", "Russian")},    {"sk", NC_ ("language", "Slovak")},
    {"sl", NC_ ("language", "Slovenian")},  {"sr", NC_ ("language", "Serbian")},
    {"sv", NC_ ("language", "Swedish")},    {"th", NC_ ("language", "Thai")},
    {"tr", NC_ ("language", "Turkish")},    {"uk", NC_ ("language", "Ukrainian")},
    {"vi", NC_ ("language", "Vietnamese")}, {"zh", NC_ ("language", "Chinese")},
};

static const Type *
find_type (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i].name, name) == 0)
      return &types[i];
  return NULL;
}

IbidCslShape
ibid_csl_get_shape (const char *type)
{
  const Type *found = find_type (type);

  return found != NULL ? found->shape : IBID_CSL_PAGE;
}

const char *
ibid_csl_get_type_label (const char *type)
{
  const Type *found = find_type (type);

  return found != NULL ? g_dpgettext2 (NULL, "kind of work", found->label) : NULL;
}

const char *
ibid_csl_get_language_label (const char *tag)
{
  gsize length = strcspn (tag, "-_");

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strlen (languages[i].tag) == length &&
        g_ascii_strncasecmp (languages[i].tag, tag, length) == 0)
      return g_dpgettext2 (NULL, "language", languages[i].label);
  return NULL;
}
