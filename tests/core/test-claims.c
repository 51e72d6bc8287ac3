/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "prose-fixture.h"

/* `expected`: "kind n: words" for each claim in order, n its references, parted by " | ". */
typedef struct {
  const char *text;
  const char *expected;
} Case;

static const Case cases[] = {
    /* A marker covers its sentence. */
    {"It is old. Nobody likes it.# It stays.", "interpretation 1: Nobody likes it.#"},
    {"Nobody,# it seems, likes it.", "interpretation 1: Nobody,# it seems, likes it."},
    /* Markers that share a sentence share it out. */
    {"The king built a house,# and the queen burned it down again.#",
     "event 1: The king built a house,# | event 1: and the queen burned it down again.#"},
    {"The king built a small house,#,# and the queen burned it down again.#",
     "event 2: The king built a small house,#,# | event 1: and the queen burned it down again.#"},
    {"Smith,# Jones# and Brown# thought about it.",
     "interpretation 3: Smith,# Jones# and Brown# thought about it."},
    {"It is old.## It stays.", "interpretation 2: It is old.##"},
    {"Smith {(2010, 12)} holds that it is old, but Jones {(2011)} does not.",
     "attribution 2: Smith (2010, 12)# holds that it is old, but Jones (2011)# does not."},
    {"It is old {(Smith 2010)}, and it stays where it is {(Jones 2011)}.",
     "interpretation 1: It is old (Smith 2010)# | "
     "interpretation 1: and it stays where it is (Jones 2011)#."},
    /* Within brackets, and between the parts of a list, a marker parts nothing. */
    {"It is old (as Smith held in a book;# and Jones wrote in another;# and so did others).",
     "attribution 2: It is old (as Smith held in a book;# and Jones wrote in another;# and so did "
     "others)."},
    {"There are the old mill,# the new one on the hill,# and the one that was burned.#",
     "interpretation 3: There are the old mill,# the new one on the hill,# and the one that was "
     "burned.#"},
    /* A heading that stands in the paragraph is no part of it. */
    {"The mill\nIt was sold for its price and was then burned.#",
     "event 1: It was sold for its price and was then burned.#"},
    /* Without a marker: figures, dates, quotations, forecasts. */
    {"The shrine includes 1,054 criminals of war.",
     "statistic 0: The shrine includes 1,054 criminals of war."},
    {"It rose by 12 per cent in a week.", "statistic 0: It rose by 12 per cent in a week."},
    {"The war began in May 1940 in the west.", "event 0: The war began in May 1940 in the west."},
    {"He said: “We shall never give in to them.” Then he left.",
     "quotation 0: He said: “We shall never give in to them.”"},
    {"Prices are likely to rise again in the north.",
     "forecast 0: Prices are likely to rise again in the north."},
    {"It was let for ten dollars an acre to the poor.",
     "statistic 0: It was let for ten dollars an acre to the poor."},
    {"There were also about 500 Negro mechanics in the town.",
     "statistic 0: There were also about 500 Negro mechanics in the town."},
    /* Nothing to check. */
    {"This estimate is likely to be more accurate than the rest.", ""},
    {"This task must be completed by May, 1921.", ""},
    {"A large per cent of these men are poor.", ""},
    {"Thus it is likely that none of them came.", ""},
    {"--John Davis, “Travels of four years and a half in the states of the north,” p. 86.", ""},
    {"He wrote “Six songs for the harp” and died.", ""},
    {"The number of them in 1843 was of", ""},
    {"It is a good thing to have a house.", ""},
    {"The “comfort women” are another issue.", ""},
    {"Article 9 of the law is clear about that.", ""},
    {"See chapter 3 and page 12 of the book.", ""},
    {"He did it of his own free will and was glad.", ""},
    /* Who said so. */
    {"He argued that it was old.#", "attribution 1: He argued that it was old.#"},
    {"The general urged that they be armed.#",
     "attribution 1: The general urged that they be armed.#"},
    {"Hodge says that the consuls did not contest the vote of August 1861.#",
     "attribution 1: Hodge says that the consuls did not contest the vote of August 1861.#"},
    {"Smith wrote three sonatas, and the same can be said of Jones.#",
     "interpretation 1: Smith wrote three sonatas, and the same can be said of Jones.#"},
    {"It will be remembered that the house was to be covered with snow next night.", ""},
    {"#It is old.", ""},
};

static char *
describe (const ProseFixture *fixture)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ibid_list_get_length (fixture->claims); i++) {
    IbidClaim *claim = ibid_list_get (fixture->claims, i);
    g_autofree char *words = ibid_claim_dup_text (claim);
    IbidList *notes = ibid_passage_get_notes (IBID_PASSAGE (ibid_claim_get_paragraph (claim)));
    GString *marked = g_string_new (words);

    for (guint j = ibid_list_get_length (notes); j > 0; j--) {
      guint at = ibid_note_get_at (ibid_list_get (notes, j - 1));

      if (at > ibid_claim_get_start (claim) && at <= ibid_claim_get_end (claim))
        g_string_insert (marked,
                         g_utf8_offset_to_pointer (words, at - ibid_claim_get_start (claim)) -
                             words,
                         "#");
    }
    g_string_append_printf (text,
                            "%s%s %u: %s",
                            i > 0 ? " | " : "",
                            ibid_enum_get_nick (IBID_TYPE_CLAIM_KIND, ibid_claim_get_kind (claim)),
                            ibid_list_get_length (ibid_claim_get_references (claim)),
                            marked->str);
    g_string_free (marked, TRUE);
  }
  return g_string_free (text, FALSE);
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    ProseFixture fixture;
    g_autofree char *found = NULL;

    prose_set_up (&fixture, "en", IBID_PARAGRAPH_BODY, cases[i].text);
    found = describe (&fixture);
    if (g_strcmp0 (found, cases[i].expected) != 0) {
      g_test_fail ();
      g_test_message ("%s\nexpected %s\nfound    %s", cases[i].text, cases[i].expected, found);
    }
    prose_clear (&fixture);
  }
}

/* Ids are new, in order, and the evidence says why. */
static void
test_evidence (void)
{
  ProseFixture fixture;
  IbidClaim *first;
  IbidClaim *second;

  prose_set_up (&fixture, NULL, IBID_PARAGRAPH_BODY, "It is old.# It has 300 rooms in two houses.");
  first = ibid_list_get (fixture.claims, 0);
  second = ibid_list_get (fixture.claims, 1);
  g_assert_cmpstr (ibid_item_get_id (IBID_ITEM (first)), ==, "c1");
  g_assert_cmpstr (ibid_item_get_id (IBID_ITEM (second)), ==, "c2");
  g_assert_cmpstr (ibid_claim_get_evidence (first)->rule, ==, "sentence");
  g_assert_cmpstr (ibid_claim_get_evidence (second)->rule, ==, "figure");
  prose_clear (&fixture);
}

/* What is in a code block asserts nothing, but its markers still count. */
static void
test_code (void)
{
  ProseFixture fixture;

  prose_set_up (&fixture, NULL, IBID_PARAGRAPH_CODE, "In 1990 the 300 rooms were built.|x = 5;# y");
  g_assert_cmpuint (ibid_list_get_length (fixture.claims), ==, 1);
  prose_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/claims/table", test_table);
  g_test_add_func ("/analysis/claims/evidence", test_evidence);
  g_test_add_func ("/analysis/claims/code", test_code);
  return g_test_run ();
}
