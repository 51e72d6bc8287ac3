/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-author-date.h"

#include <string.h>

static const char *const entries[] = {
    "Smith, John. History of Salt. London: Dent, 2010.",
    "Smith, J., & Jones, M. (2010a). Annals of ice. Oxford: Blackwell.",
    "Smith, J., & Jones, M. (2010b). Annals of snow. Oxford: Blackwell.",
    "LEE, A. Tides. Leeds: Arnold, 2012.",
    "———. Winds. Leeds: Arnold, 2014.",
    "D’Ignazio, Catherine, and Lauren F. Klein. Data Feminism. Cambridge: MIT Press, 2020.",
    "de la Cruz, M. (1999). Sal. Madrid: Alianza.",
    "World Health Organization. Salt Report. Geneva: WHO, 2015.",
    "Müller, K. Geschichte des Salzes. München: Beck, 1965.",
    "Adams, Ann. First Book. London: Dent, 2001.",
    "Adams, Bea. Second Book. London: Dent, 2001.",
};

typedef struct {
  const char *text;
  const char *expected; /* "text -> entry from 1 @locator", parted by "; " */
} Case;

static const Case cases[] = {
    {"As has been shown (Smith 2010, 12).", "(Smith 2010, 12) -> 1 @12"},
    {"As has been shown (Smith 2010).", "(Smith 2010) -> 1"},
    {"Smith (2010) has shown it.", "Smith (2010) -> 1"},
    {"Smith (2010, p. 12) has shown it.", "Smith (2010, p. 12) -> 1 @12"},
    {"Smith (2010: 12–14) has shown it.", "Smith (2010: 12–14) -> 1 @12–14"},
    {"It is so (Smith & Jones, 2010a; Lee 2012).", "Smith & Jones, 2010a -> 2; Lee 2012 -> 4"},
    {"It is so (Smith and Jones 2010b, 7).", "(Smith and Jones 2010b, 7) -> 3 @7"},
    {"It is so (see Lee 2014, 3).", "Lee 2014, 3 -> 5 @3"},
    {"It is so (LEE, 2012, p. 24).", "(LEE, 2012, p. 24) -> 4 @24"},
    {"It is so (D’Ignazio and Klein 2020, 76).", "(D’Ignazio and Klein 2020, 76) -> 6 @76"},
    {"It is so (D'Ignazio et al. 2020).", "(D'Ignazio et al. 2020) -> 6"},
    {"Es ist so (Müller 1965, S. 3).", "(Müller 1965, S. 3) -> 9 @3"},
    {"Es así (de la Cruz, 1999).", "(de la Cruz, 1999) -> 7"},
    {"It is so [Lee 2012].", "Lee 2012 -> 4"},
    {"Two years (Lee 2012, 2014).", "Lee 2012 -> 4; 2014 -> 5"},
    /* None. */
    {"It was so (2010).", ""},
    {"It was so in May (2010).", ""},
    {"It was so (Brown 2010).", ""},
    {"It was so (Smith 2011).", ""},
    {"Smith died in 2010.", ""},
    {"Lee (1841–2012) was a painter.", ""},
    {"It was so (May 2012).", ""},
    {"One of two (Adams 2001).", ""},
    {"", ""},
};

static void
add_paragraphs (IbidBody *body)
{
  g_autoptr (IbidSection) section = ibid_section_new ("s1", 1);

  ibid_passage_take_text (IBID_PASSAGE (section), g_strdup (""));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *id = g_strdup_printf ("p%u", i + 1);
    g_autoptr (IbidParagraph) paragraph = ibid_paragraph_new (id, IBID_PARAGRAPH_BODY);

    ibid_passage_take_text (IBID_PASSAGE (paragraph), g_strdup (cases[i].text));
    ibid_section_add_paragraph (section, paragraph);
  }
  ibid_body_add_section (body, section);
}

static void
add_entries (IbidBody *body, IbidReferenceKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    g_autofree char *id = g_strdup_printf ("r%u", i + 1);
    g_autoptr (IbidReference) reference = ibid_reference_new (id, kind, NULL);

    ibid_passage_take_text (IBID_PASSAGE (reference), g_strdup (entries[i]));
    ibid_body_add_reference (body, reference);
  }
}

static void
show_match (GString *shown, const IbidAuthorDateMatch *match)
{
  g_autofree char *slice = ibid_passage_dup_slice (match->passage, match->start, match->end);

  if (shown->len > 0)
    g_string_append (shown, "; ");
  g_string_append_printf (
      shown, "%s -> %s", slice, ibid_item_get_id (IBID_ITEM (match->reference)) + 1);
  if (match->locator != NULL)
    g_string_append_printf (shown, " @%s", match->locator);
}

static void
test_cases (void)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (GArray) matches = NULL;
  IbidList *paragraphs;

  add_paragraphs (body);
  add_entries (body, IBID_REFERENCE_BIBLIOGRAPHY);
  ibid_item_seal (IBID_ITEM (body));
  matches = ibid_author_dates_find (body);
  paragraphs = ibid_section_get_paragraphs (ibid_list_get (ibid_body_get_sections (body), 0));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) shown = g_string_new (NULL);

    for (guint m = 0; m < matches->len; m++) {
      const IbidAuthorDateMatch *match = &g_array_index (matches, IbidAuthorDateMatch, m);

      if (match->passage == ibid_list_get (paragraphs, i))
        show_match (shown, match);
    }
    g_assert_cmpstr (shown->str, ==, cases[i].expected);
  }
}

static void
test_no_bibliography (void)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (GArray) matches = NULL;

  add_paragraphs (body);
  add_entries (body, IBID_REFERENCE_FOOTNOTE);
  ibid_item_seal (IBID_ITEM (body));
  matches = ibid_author_dates_find (body);
  g_assert_cmpuint (matches->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/author-date/cases", test_cases);
  g_test_add_func ("/analysis/author-date/no-bibliography", test_no_bibliography);
  return g_test_run ();
}
