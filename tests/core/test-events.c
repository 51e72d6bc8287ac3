/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-text-export.h"
#include "prose-fixture.h"
#include "reading/ibid-reader.h"

/* `expected`: "date kind title [actor, actor] places" for each event, parted by " | ". */
typedef struct {
  IbidParagraphStyle style;
  const char *text;
  const char *expected;
} Case;

static const Case cases[] = {
    {IBID_PARAGRAPH_BODY,
     "In 2012 Japan and the United Kingdom held a bilateral cyber dialogue.",
     "2012 dialogue Japan and the United Kingdom held a bilateral cyber dialogue "
     "[Japan, United Kingdom] 1"},
    {IBID_PARAGRAPH_BODY, "On 3 May 1920 the king died.", "1920-05-03 life King died [] 1"},
    {IBID_PARAGRAPH_BODY,
     "The games were ready for the Tokyo Olympics of 2020.",
     "2020 other Tokyo Olympics [Japan] 1"},
    {IBID_PARAGRAPH_BODY,
     "He was happy, and in 1920 the house was burned down.",
     "1920 attack House was burned down [] 1"},
    {IBID_PARAGRAPH_BODY,
     "The house was built in 1850 and was sold in 1920.",
     "1850 other House was built [] 1 | 1920 other House was sold [] 1"},
    /* Told twice. */
    {IBID_PARAGRAPH_BODY,
     "The treaty was signed in 1920.|In 1920 the treaty was signed.",
     "1920 agreement Treaty was signed [] 2"},
    /* No events. */
    {IBID_PARAGRAPH_BODY, "It is a good book (London, 1920) about the war.", ""},
    {IBID_PARAGRAPH_BODY, "Mozart (1756–1791) was a composer.", ""},
    {IBID_PARAGRAPH_BODY, "As of 2017 there were three of them.", ""},
    {IBID_PARAGRAPH_BODY, "It was larger than in 1913.", ""},
    {IBID_PARAGRAPH_BODY, "A wage earner of the eighteenth century ate bread.", ""},
    {IBID_PARAGRAPH_BODY, "22 May 2017", ""},
    {IBID_PARAGRAPH_BODY, "He drove a 1920 car to the river.", ""},
    {IBID_PARAGRAPH_BODY, "Retrieved on 3 May 2017 from the web.", ""},
    /* The words that the date belongs to, and no others. */
    {IBID_PARAGRAPH_BODY,
     "A man who came to the town by 1850 had built the mill that burned in 1860.",
     "../1850 other Man came to the town [] 1 | 1860 attack Mill burned [] 1"},
    {IBID_PARAGRAPH_BODY,
     "Smith, an agent of the crown, came to Boston in 1851 to make his appeal for settlers.",
     "1851 other Smith came to Boston to make his appeal for settlers [] 1"},
    {IBID_PARAGRAPH_BODY,
     "The first talks between the mill and the town were halted in 1913 over the price of grain.",
     "1913 dialogue First talks between the mill and the town were halted over the price of grain "
     "[] 1"},
    {IBID_PARAGRAPH_BODY,
     "During the years from 1833 to 1836 the situation in the town grew worse.",
     "1833/1836 other Situation in the town grew worse [] 1"},
    {IBID_PARAGRAPH_BODY,
     "The clash came when in May 1838 the hall of the town was burned.",
     "1838-05 attack Hall of the town was burned [] 1"},
    {IBID_PARAGRAPH_BODY,
     "The printer said, in 1830, that the farmers had left the valley.",
     "1830 other Printer said that the farmers had left the valley [] 1"},
    {IBID_PARAGRAPH_BODY,
     "The house was built in 1850 and sold in 1920.",
     "1850 other House was built [] 1 | 1920 other House was sold [] 1"},
    {IBID_PARAGRAPH_BODY,
     "The suit, filed in September 1903, is still before the judge.",
     "1903-09 other Suit filed [] 1"},
    {IBID_PARAGRAPH_BODY,
     "In 1836 another mob attacked and destroyed the press.",
     "1836 attack Another mob attacked and destroyed the press [] 1"},
    {IBID_PARAGRAPH_BODY,
     "The first flight of the machine was in 1994.",
     "1994 other First flight of the machine [] 1"},
    {IBID_PARAGRAPH_BODY,
     "The legislature was elected in 1859.",
     "1859 election Legislature was elected [] 1"},
    /* Whom a pronoun means. */
    {IBID_PARAGRAPH_BODY,
     "John Harris was a tailor. He died in 1830.",
     "1830 life John Harris died [John Harris] 1"},
    {IBID_PARAGRAPH_BODY,
     "John Harris met Mary Ford. Their friend the miller was rich, so that he died happy in 1830.",
     ""},
    {IBID_PARAGRAPH_BODY, "These men were sent away in 1830.", ""},
    /* Of something else, or of nothing that happened. */
    {IBID_PARAGRAPH_BODY, "Before her death in 1832 the queen made a will.", ""},
    {IBID_PARAGRAPH_BODY, "Only $150 of the $1,000 raised for schools in 1835 was paid.", ""},
    {IBID_PARAGRAPH_BODY, "In 1913 the exports amounted to two millions.", ""},
    {IBID_PARAGRAPH_BODY, "The empire grew from 40,000,000 in 1890 to 50,000,000.", ""},
    {IBID_PARAGRAPH_BODY, "They sent a thousand men, in 1720 five hundred.", ""},
    {IBID_PARAGRAPH_BODY, "The mill would have been sold in 1850.", ""},
    {IBID_PARAGRAPH_BODY, "The mill was large and old in 1850.", ""},
    {IBID_PARAGRAPH_BODY, "The Companies Act 2006 changed the rules.", ""},
    {IBID_PARAGRAPH_BODY, "They passed the drastic law of 1853 against it.", ""},
    {IBID_PARAGRAPH_BODY, "The book printed in 1468 uses large letters.", ""},
    {IBID_PARAGRAPH_BODY,
     "Some were killed between 1868 and 1875. A riot began on the 28th of September.",
     ""},
    /* Chronologies. */
    {IBID_PARAGRAPH_BODY,
     "1920. London: the conference opens.",
     "1920 dialogue London: the conference opens [United Kingdom] 1"},
    {IBID_PARAGRAPH_BODY,
     "A.D. 871. This year came the army to Reading.",
     "0871 conflict Army came to Reading [] 1"},
    {IBID_PARAGRAPH_BODY,
     "A.D. 987. This year was the port of Watchet plundered, and many were slain.",
     "0987 attack Port of Watchet was plundered [] 1"},
    {IBID_PARAGRAPH_BODY,
     "A.D. 776. This year died Bishop Petwin, on the tenth day of May.",
     "0776 life Bishop Petwin died [Bishop Petwin] 1"},
    {IBID_PARAGRAPH_TABLE_ROW, "1779\t1\tSonata\tA minor", ""},
    {IBID_PARAGRAPH_TABLE_ROW,
     "1920\tConference of London",
     "1920 dialogue Conference of London [United Kingdom] 1"},
    {IBID_PARAGRAPH_LIST_ITEM,
     "3 May 1920: The army surrenders.",
     "1920-05-03 conflict Army surrenders [] 1"},
};

static char *
describe (const ProseFixture *fixture)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ibid_list_get_length (fixture->events); i++) {
    IbidEvent *event = ibid_list_get (fixture->events, i);
    IbidList *actors = ibid_event_get_actors (event);

    g_string_append_printf (text,
                            "%s%s %s %s [",
                            i > 0 ? " | " : "",
                            ibid_event_get_edtf (event),
                            ibid_enum_get_nick (IBID_TYPE_EVENT_KIND, ibid_event_get_kind (event)),
                            ibid_event_get_title (event));
    for (guint j = 0; j < ibid_list_get_length (actors); j++)
      g_string_append_printf (
          text, "%s%s", j > 0 ? ", " : "", ibid_actor_get_name (ibid_list_get (actors, j)));
    g_string_append_printf (text, "] %u", ibid_event_get_n_places (event));
  }
  return g_string_free (text, FALSE);
}

static void
check (const char *language, IbidParagraphStyle style, const char *text, const char *expected)
{
  ProseFixture fixture;
  g_autofree char *found = NULL;

  prose_set_up (&fixture, language, style, text);
  found = describe (&fixture);
  if (g_strcmp0 (found, expected) != 0) {
    g_test_fail ();
    g_test_message ("%s\nexpected %s\nfound    %s", text, expected, found);
  }
  prose_clear (&fixture);
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check ("en", cases[i].style, cases[i].text, cases[i].expected);
}

/* Elsewhere a title needs a verb in the past, and a subject ahead of it. */
static void
test_languages (void)
{
  static const char *const rows[][3] = {
      {"de",
       "Der Kaiser starb am 3. Mai 1850 in Wien.",
       "1850-05-03 life Kaiser starb in Wien [Österreich] 1"},
      {"de", "Hier ein Bild der Stadt aus dem Jahr 1850.", ""},
      {"fr", "La loi fut adoptée le 3 mai 1905.", "1905-05-03 policy Loi fut adoptée [] 1"},
      {"fr", "Selon le texte de 1905, on ne sait rien de plus à ce sujet.", ""},
      {"es",
       "El escritor nació en Madrid en 1902.",
       "1902 life Escritor nació en Madrid [España] 1"},
      {"pt", "Primeiro, um cartaz de 1899 para o teatro.", ""},
      {"pt", "Em seu anúncio de 1879, ele fala do teatro.", ""},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check (rows[i][0], IBID_PARAGRAPH_BODY, rows[i][1], rows[i][2]);
}

/* Lists of years cost no more than their length. */
static void
test_many_dates (void)
{
  GString *text = g_string_new ("In ");
  ProseFixture fixture;
  g_autofree char *whole = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " and " : "", 1000 + i % 1000);
  g_string_append (text, " he came.");
  whole = g_string_free (text, FALSE);
  prose_set_up (&fixture, "en", IBID_PARAGRAPH_BODY, whole);
  g_assert_cmpuint (ibid_list_get_length (fixture.events), <, 20000);
  prose_clear (&fixture);
}

/* An event has the claim that its date stands in, and that claim's references. */
static void
test_ties (void)
{
  ProseFixture fixture;
  IbidEvent *event;
  const IbidPlace *place;

  prose_set_up (&fixture,
                "en",
                IBID_PARAGRAPH_BODY,
                "It is old. In 1920 the old house was sold,# and in 1930 it was burned down.#");
  g_assert_cmpuint (ibid_list_get_length (fixture.events), ==, 2);
  event = ibid_list_get (fixture.events, 1);
  place = ibid_event_get_place (event, 0);
  g_assert_true (place->claim == ibid_list_get (fixture.claims, 1));
  g_assert_cmpuint (place->start, ==, 11);
  g_assert_cmpuint (ibid_list_get_length (ibid_event_get_references (event)), ==, 1);
  g_assert_true (ibid_list_get (ibid_event_get_references (event), 0) ==
                 ibid_list_get (ibid_claim_get_references (place->claim), 0));
  g_assert_cmpstr (ibid_item_get_id (IBID_ITEM (event)), ==, "e2");
  g_assert_nonnull (ibid_event_get_evidence (event));
  prose_clear (&fixture);
}

static IbidDocument *
read_bytes (GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidReading) reading = ibid_reader_read_bytes (bytes, name, NULL, NULL, &error);

  g_assert_no_error (error);
  return g_object_ref (ibid_reading_get_document (reading));
}

static IbidDocument *
read_edition (void)
{
  const char *path = IBID_TEST_DATA "/../../../data/edition/japan-cyber-strategy.ibid";
  char *text = NULL;
  gsize length = 0;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new_take (text, length);
  return read_bytes (bytes, "edition.ibid");
}

static char *
dup_place (const IbidPlace *place)
{
  return ibid_passage_dup_slice (IBID_PASSAGE (place->paragraph), place->start, place->end);
}

/* Whether `place` tells what `words` do: one within the other. */
static gboolean
is_told_in (const IbidPlace *place, const char *words)
{
  g_autofree char *own = dup_place (place);

  return strstr (own, words) != NULL || strstr (words, own) != NULL;
}

/* The edition's events were written by hand; each is found again by its date and sentence. */
static void
assert_all_found (IbidList *gold, IbidList *found)
{
  for (guint i = 0; i < ibid_list_get_length (gold); i++) {
    IbidEvent *event = ibid_list_get (gold, i);
    g_autofree char *words = dup_place (ibid_event_get_place (event, 0));
    gboolean is_found = FALSE;

    for (guint j = 0; j < ibid_list_get_length (found) && !is_found; j++) {
      IbidEvent *other = ibid_list_get (found, j);

      is_found = g_str_equal (ibid_event_get_edtf (event), ibid_event_get_edtf (other)) &&
                 is_told_in (ibid_event_get_place (other, 0), words);
    }
    if (!is_found) {
      g_test_fail ();
      g_test_message (
          "not found: %s %s", ibid_event_get_edtf (event), ibid_event_get_title (event));
    }
  }
}

/* What is found beyond them stands in a sentence that the edition has as a dated claim. */
static void
assert_none_invented (IbidDocument *gold, IbidList *found)
{
  IbidList *claims = ibid_document_get_claims (gold);

  for (guint i = 0; i < ibid_list_get_length (found); i++) {
    IbidEvent *event = ibid_list_get (found, i);
    gboolean is_told = FALSE;

    for (guint j = 0; j < ibid_list_get_length (claims) && !is_told; j++) {
      g_autofree char *words = ibid_claim_dup_text (ibid_list_get (claims, j));
      IbidClaimKind kind = ibid_claim_get_kind (ibid_list_get (claims, j));

      is_told = kind != IBID_CLAIM_INTERPRETATION && kind != IBID_CLAIM_ATTRIBUTION &&
                is_told_in (ibid_event_get_place (event, 0), words);
    }
    if (!is_told) {
      g_test_fail ();
      g_test_message ("invented: %s %s", ibid_event_get_edtf (event), ibid_event_get_title (event));
    }
  }
}

static void
check_edition (IbidDocument *gold, IbidDocument *document)
{
  ProseFixture fixture;

  prose_fill (&fixture, document);
  assert_all_found (ibid_document_get_events (gold), fixture.events);
  assert_none_invented (gold, fixture.events);
  g_assert_cmpuint (ibid_list_get_length (fixture.events),
                    <=,
                    ibid_list_get_length (ibid_document_get_events (gold)) + 1);
  prose_clear (&fixture);
}

static void
test_edition (void)
{
  g_autoptr (IbidDocument) gold = read_edition ();
  g_autoptr (IbidDocument) bare = ibid_document_annotate (gold, NULL);

  check_edition (gold, bare);
}

/* The same as plain text. */
static void
test_edition_as_text (void)
{
  g_autoptr (IbidDocument) gold = read_edition ();
  g_autoptr (GBytes) text = ibid_text_export (gold);
  g_autoptr (IbidDocument) document = read_bytes (text, "edition.txt");

  check_edition (gold, document);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/events/table", test_table);
  g_test_add_func ("/analysis/events/languages", test_languages);
  g_test_add_func ("/analysis/events/many-dates", test_many_dates);
  g_test_add_func ("/analysis/events/ties", test_ties);
  g_test_add_func ("/analysis/events/edition", test_edition);
  g_test_add_func ("/analysis/events/edition-as-text", test_edition_as_text);
  return g_test_run ();
}
