/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "tools/event-samples.h"
#include "widgets/ibid-event-filter.h"
#include "widgets/ibid-fold.h"

typedef struct {
  IbidDocument *document;
  IbidEventFilter *filter;
  GtkFilterListModel *model;
  int change; /* the last that was reported; -1 for none */
} Fixture;

static void
changed_cb (GtkFilter *filter, GtkFilterChange change, Fixture *fixture)
{
  fixture->change = (int)change;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  IbidList *events;

  fixture->document = event_sample_new ();
  events = ibid_document_get_events (fixture->document);
  fixture->filter = ibid_event_filter_new ();
  ibid_event_filter_set_events (fixture->filter, events);
  while (!ibid_event_filter_is_ready (fixture->filter))
    g_main_context_iteration (NULL, TRUE);
  fixture->model = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (events)),
                                              g_object_ref (GTK_FILTER (fixture->filter)));
  fixture->change = -1;
  g_signal_connect (fixture->filter, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->filter, fixture);
  g_clear_object (&fixture->model);
  g_assert_finalize_object (fixture->filter);
  g_clear_object (&fixture->document);
}

/* The ids of what passes, "e1 e8". */
static void
assert_shown (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->model)); i++) {
    g_autoptr (IbidItem) event = g_list_model_get_item (G_LIST_MODEL (fixture->model), i);

    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", ibid_item_get_id (event));
  }
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
assert_words (Fixture *fixture, const char *words, const char *expected)
{
  ibid_event_filter_set_words (fixture->filter, words);
  assert_shown (fixture, expected);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  const char *all = "e1 e2 e3 e4 e5 e6 e7 e8 e9 e10 e11 e12";

  assert_words (fixture, NULL, all);
  assert_words (fixture, "  \t ", all);
  assert_words (fixture, "olympics", "e2");
  /* Every word, in any order. */
  assert_words (fixture, "SHRINE visit", "e11");
  assert_words (fixture, "shrine olympics", "");
  /* Accents: the actor is Shinzō Abe; his other name; a curly apostrophe. */
  assert_words (fixture, "shinzo", "e11 e12");
  assert_words (fixture, "SHINZŌ", "e11 e12");
  assert_words (fixture, "members'", "e8");
  /* Another name of China, who takes part in the attacks. */
  assert_words (fixture, "beijing", "e1 e7 e8 e9 e10");
  /* The date as it is shown, the kind, the sentence. */
  assert_words (fixture, "december", "e11");
  assert_words (fixture, "agreement", "e5");
  assert_words (fixture, "tells: plan", "e12");
  /* Titles and sentences do not run into one another. */
  assert_words (fixture, "olympics2020", "");
}

static void
test_combined (Fixture *fixture, gconstpointer data)
{
  IbidList *actors = ibid_document_get_actors (fixture->document);

  ibid_event_filter_set_kind (fixture->filter, IBID_EVENT_ATTACK);
  assert_shown (fixture, "e1 e7 e8 e9 e10");
  /* "Since 2009" overlaps 2011 and 2012. */
  ibid_event_filter_set_years (fixture->filter, 2011, 2012);
  assert_shown (fixture, "e1 e8 e9 e10");
  ibid_event_filter_set_actor (fixture->filter, ibid_list_get (actors, 1));
  assert_shown (fixture, "e1 e8 e9 e10");
  ibid_event_filter_set_words (fixture->filter, "defence");
  assert_shown (fixture, "e9");
  ibid_event_filter_set_actor (fixture->filter, ibid_list_get (actors, 4));
  assert_shown (fixture, "");
  ibid_event_filter_set_kind (fixture->filter, IBID_EVENT_KIND_ANY);
  ibid_event_filter_set_words (fixture->filter, NULL);
  assert_shown (fixture, "e6");
  g_assert_true (ibid_event_filter_is_active (fixture->filter));
  ibid_event_filter_set_actor (fixture->filter, NULL);
  ibid_event_filter_set_years (fixture->filter, G_MININT, G_MAXINT);
  g_assert_false (ibid_event_filter_is_active (fixture->filter));
  assert_shown (fixture, "e1 e2 e3 e4 e5 e6 e7 e8 e9 e10 e11 e12");
}

/* What setting `words` reports. */
static int
change_of_words (Fixture *fixture, const char *words)
{
  fixture->change = -1;
  ibid_event_filter_set_words (fixture->filter, words);
  return fixture->change;
}

static int
change_of_years (Fixture *fixture, int first, int last)
{
  fixture->change = -1;
  ibid_event_filter_set_years (fixture->filter, first, last);
  return fixture->change;
}

static void
test_strictness (Fixture *fixture, gconstpointer data)
{
  GtkFilter *filter = GTK_FILTER (fixture->filter);

  g_assert_cmpint (gtk_filter_get_strictness (filter), ==, GTK_FILTER_MATCH_ALL);
  g_assert_cmpint (change_of_words (fixture, "a"), ==, GTK_FILTER_CHANGE_MORE_STRICT);
  g_assert_cmpint (gtk_filter_get_strictness (filter), ==, GTK_FILTER_MATCH_SOME);
  g_assert_cmpint (change_of_words (fixture, "at"), ==, GTK_FILTER_CHANGE_MORE_STRICT);
  g_assert_cmpint (change_of_words (fixture, "at b"), ==, GTK_FILTER_CHANGE_MORE_STRICT);
  g_assert_cmpint (change_of_words (fixture, " b at"), ==, -1);
  g_assert_cmpint (change_of_words (fixture, "b"), ==, GTK_FILTER_CHANGE_LESS_STRICT);
  g_assert_cmpint (change_of_words (fixture, "c"), ==, GTK_FILTER_CHANGE_DIFFERENT);
  g_assert_cmpint (change_of_words (fixture, ""), ==, GTK_FILTER_CHANGE_LESS_STRICT);

  g_assert_cmpint (change_of_years (fixture, 1900, 2000), ==, GTK_FILTER_CHANGE_MORE_STRICT);
  g_assert_cmpint (change_of_years (fixture, 1910, 1999), ==, GTK_FILTER_CHANGE_MORE_STRICT);
  g_assert_cmpint (change_of_years (fixture, 1910, 1999), ==, -1);
  g_assert_cmpint (change_of_years (fixture, 1905, 1998), ==, GTK_FILTER_CHANGE_DIFFERENT);
  g_assert_cmpint (change_of_years (fixture, 1905, 2005), ==, GTK_FILTER_CHANGE_LESS_STRICT);

  ibid_event_filter_set_kind (fixture->filter, IBID_EVENT_ATTACK);
  g_assert_cmpint (fixture->change, ==, GTK_FILTER_CHANGE_MORE_STRICT);
  ibid_event_filter_set_kind (fixture->filter, IBID_EVENT_POLICY);
  g_assert_cmpint (fixture->change, ==, GTK_FILTER_CHANGE_DIFFERENT);
  ibid_event_filter_set_kind (fixture->filter, IBID_EVENT_KIND_ANY);
  g_assert_cmpint (fixture->change, ==, GTK_FILTER_CHANGE_LESS_STRICT);
}

/* Before the index is there, titles alone are looked at; then everything. */
static void
test_index_later (void)
{
  g_autoptr (IbidDocument) document = event_sample_new ();
  IbidEventFilter *filter = ibid_event_filter_new ();
  IbidList *events = ibid_document_get_events (document);

  ibid_event_filter_set_events (filter, events);
  g_assert_false (ibid_event_filter_is_ready (filter));
  ibid_event_filter_set_words (filter, "olympics");
  g_assert_true (gtk_filter_match (GTK_FILTER (filter), ibid_list_get (events, 1)));
  ibid_event_filter_set_words (filter, "tells");
  g_assert_false (gtk_filter_match (GTK_FILTER (filter), ibid_list_get (events, 1)));
  while (!ibid_event_filter_is_ready (filter))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_filter_match (GTK_FILTER (filter), ibid_list_get (events, 1)));

  /* Gone while an index is built. */
  ibid_event_filter_set_events (filter, NULL);
  g_assert_true (ibid_event_filter_is_ready (filter));
  ibid_event_filter_set_events (filter, events);
  g_assert_finalize_object (filter);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_fold (void)
{
  static const struct {
    const char *text;
    const char *folded;
  } cases[] = {
      {"", ""},
      {"ABC xyz 12", "abc xyz 12"},
      {"Shinzō ÉCOLE", "shinzo ecole"},
      {"Straße", "strasse"},
      {"Japan’s “cyber power” – 2017–18", "japan's \"cyber power\" - 2017-18"},
      {"soft\u00adhyphen", "softhyphen"},
      {"２０１１ ﬁle", "2011 file"},
      /* Voiced Kana are other sounds: が stays apart from か. */
      {"が", "か\u3099"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *folded = ibid_fold (cases[i].text);

    g_assert_cmpstr (folded, ==, cases[i].folded);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/widgets/event-filter/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/widgets/event-filter/combined", Fixture, NULL, set_up, test_combined, tear_down);
  g_test_add (
      "/widgets/event-filter/strictness", Fixture, NULL, set_up, test_strictness, tear_down);
  g_test_add_func ("/widgets/event-filter/index-later", test_index_later);
  g_test_add_func ("/widgets/fold", test_fold);
  return g_test_run ();
}
