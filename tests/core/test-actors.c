/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-mentions.h"
#include "prose-fixture.h"

/* `expected`: "kind name=alias=alias" for each actor in order, parted by "; ". */
typedef struct {
  const char *language;
  const char *text;
  const char *expected;
} Case;

static const Case cases[] = {
    {"en",
     "Japan and China met. Tokyo and Beijing agreed.",
     "state Japan=Tokyo; state China=Beijing"},
    {"en", "The Japanese left. Nobody else did.", "state Japan"},
    {"en",
     "The U.S. and the United Kingdom signed; the UK paid.",
     "state United States=U.S.; state United Kingdom=UK"},
    {"en", "North Korea is not Korea.", "state North Korea; state Korea"},
    {"en", "In May the weather was good. However, March was bad. The End.", ""},
    {"en",
     "Responsibility moved to the Ministry of Defense (JMOD).",
     "organisation JMOD=Ministry of Defense"},
    {"en", "They joined the Self-Defense Forces (JSDF).", "organisation JSDF=Self-Defense Forces"},
    {"en",
     "He studied at Yale University and worked for the World Bank.",
     "organisation Yale University; organisation World Bank"},
    {"en",
     "NATO and the European Union talked; the EU paid.",
     "organisation NATO; organisation EU=European Union"},
    {"en", "Shinzo Abe spoke. Abe left.", "person Shinzo Abe"},
    {"en", "President Woodrow Wilson came. Mr. Wilson left.", "person Woodrow Wilson=Mr. Wilson"},
    {"en",
     "J. M. Keynes wrote. John Maynard Keynes read.",
     "person John Maynard Keynes=J. M. Keynes"},
    {"en", "They crossed the Ohio River near Lake Erie.", "place Ohio River; place Lake Erie"},
    {"en", "They were in Bethel. It was cold in Bethel. Life in Bethel was hard.", "place Bethel"},
    {"en", "They were in Bethel once.", ""},
    {"de",
     "Die japanische Regierung traf Angela Merkel in Paris.",
     "state Japan; person Angela Merkel; state Frankreich=Paris"},
    {"fr",
     "L’Allemagne et la Chine ont signé. Les Allemands ont payé.",
     "state Allemagne; state Chine"},
    {"es", "Alemania y los Estados Unidos firmaron.", "state Alemania; state Estados Unidos"},
    {"it", "La Germania e il Giappone hanno firmato.", "state Germania; state Giappone"},
    {"pt", "O Brasil e a Alemanha assinaram.", "state Brasil; state Alemanha"},
    {"ja", "日本と中国が合意した。タイトルは違う。", "state 日本; state 中国"},
    {"zh", "中国和美国签署了协议。", "state 中国; state 美国"},
    {"ko", "일본과 미국이 합의했다.", "state 일본; state 미국"},
};

static char *
describe (IbidList *actors)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ibid_list_get_length (actors); i++) {
    IbidActor *actor = ibid_list_get (actors, i);
    const char *const *aliases = ibid_actor_get_aliases (actor);

    g_string_append_printf (text,
                            "%s%s %s",
                            i > 0 ? "; " : "",
                            ibid_enum_get_nick (IBID_TYPE_ACTOR_KIND, ibid_actor_get_kind (actor)),
                            ibid_actor_get_name (actor));
    for (guint j = 0; aliases[j] != NULL; j++)
      g_string_append_printf (text, "=%s", aliases[j]);
  }
  return g_string_free (text, FALSE);
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    ProseFixture fixture;
    g_autofree char *found = NULL;

    prose_set_up (&fixture, cases[i].language, IBID_PARAGRAPH_BODY, cases[i].text);
    found = describe (fixture.actors);
    if (g_strcmp0 (found, cases[i].expected) != 0) {
      g_test_fail ();
      g_test_message ("%s\nexpected %s\nfound    %s", cases[i].text, cases[i].expected, found);
    }
    prose_clear (&fixture);
  }
}

/* Where they are named, family names and peoples among them. */
static void
test_mentions (void)
{
  static const char text[] = "Shinzo Abe came. Japanese hackers left. Abe stayed in Tokyo.";
  ProseFixture fixture;
  g_autoptr (GArray) mentions = NULL;
  GString *found = g_string_new (NULL);

  prose_set_up (&fixture, "en", IBID_PARAGRAPH_BODY, text);
  mentions = ibid_mentions_find (fixture.prose, fixture.actors, fixture.states);
  for (guint i = 0; i < mentions->len; i++) {
    const IbidMention *mention = &g_array_index (mentions, IbidMention, i);
    g_autofree char *words = g_utf8_substring (text, mention->start, mention->end);

    g_string_append_printf (found, "%s: %s; ", words, ibid_actor_get_name (mention->actor));
  }
  g_assert_cmpstr (
      found->str, ==, "Shinzo Abe: Shinzo Abe; Japanese: Japan; Abe: Shinzo Abe; Tokyo: Japan; ");
  g_string_free (found, TRUE);
  prose_clear (&fixture);
}

/* Whatever the table's bytes: no crash, and the good lines count. */
static void
test_broken_table (void)
{
  static const char table[] = "xx\tname\ten\tUtopia\nxx\tname\n\t\t\t\nyy\tname\ten\t|||\n\xff\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (table, sizeof table - 1);
  g_autoptr (IbidStates) states = ibid_states_new (bytes, "en");

  g_assert_cmpint (ibid_states_find (states, "Utopia"), ==, 0);
  g_assert_cmpint (ibid_states_find (states, "Japan"), ==, -1);
  g_assert_cmpstr (ibid_states_get_name (states, 0), ==, "Utopia");
}

/* Every state has its English name, and names of two states differ in every language. */
static void
test_states_table (void)
{
  g_autoptr (GBytes) bytes = prose_load_states ();
  g_auto (GStrv) lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint n_states = 0;

  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);
    g_auto (GStrv) forms = NULL;

    if (*lines[i] == '#' || *lines[i] == '\0')
      continue;
    g_assert_cmpuint (g_strv_length (fields), ==, 4);
    n_states += g_str_equal (fields[1], "name") && g_str_equal (fields[2], "en");
    forms = g_strsplit (fields[3], "|", -1);
    for (guint j = 0; forms[j] != NULL && g_str_equal (fields[1], "name"); j++) {
      g_autofree char *key = g_strconcat (fields[2], " ", forms[j], NULL);
      const char *owner = g_hash_table_lookup (owners, key);

      if (owner != NULL)
        g_assert_cmpstr (owner, ==, fields[0]);
      else
        g_hash_table_insert (owners, g_steal_pointer (&key), g_strdup (fields[0]));
    }
  }
  g_assert_cmpuint (n_states, >=, 195);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/actors/table", test_table);
  g_test_add_func ("/analysis/actors/mentions", test_mentions);
  g_test_add_func ("/analysis/actors/broken-table", test_broken_table);
  g_test_add_func ("/analysis/actors/states-table", test_states_table);
  return g_test_run ();
}
