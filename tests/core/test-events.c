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
    /* Chronologies. */
    {IBID_PARAGRAPH_BODY,
     "1920. London: the conference opens.",
     "1920 dialogue London: the conference opens [United Kingdom] 1"},
    {IBID_PARAGRAPH_BODY,
     "A.D. 871. This year came the army to Reading.",
     "0871 conflict Came the army to Reading [] 1"},
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
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    ProseFixture fixture;
    g_autofree char *found = NULL;

    prose_set_up (&fixture, "en", cases[i].style, cases[i].text);
    found = describe (&fixture);
    if (g_strcmp0 (found, cases[i].expected) != 0) {
      g_test_fail ();
      g_test_message ("%s\nexpected %s\nfound    %s", cases[i].text, cases[i].expected, found);
    }
    prose_clear (&fixture);
  }
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
  g_test_add_func ("/analysis/events/ties", test_ties);
  g_test_add_func ("/analysis/events/edition", test_edition);
  g_test_add_func ("/analysis/events/edition-as-text", test_edition_as_text);
  return g_test_run ();
}
