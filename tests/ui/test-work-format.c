/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-work-format.h"

/* A work from CSL-JSON in which ' stands for ". */
static IbidWork *
parse_work (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (JsonNode) node = json_from_string (json, NULL);

  g_assert_nonnull (node);
  return ibid_work_new ("w1", json_node_get_object (node));
}

#define KALLENDER                                                                                     \
  "{'type': 'article-journal', 'title': 'Japan’s Emerging Trajectory as a ‘Cyber Power’: From " \
  "Securitization to Militarization of Cyberspace', 'author': [{'family': 'Kallender', 'given': "     \
  "'Paul'}, {'family': 'Hughes', 'given': 'Christopher W.'}], 'container-title': 'Journal of "        \
  "Strategic Studies', 'volume': 40, 'issue': '1-2', 'page': '118-45', 'issued': {'date-parts': "     \
  "[[2017, 1, 2]]}, 'DOI': '10.1080/01402390.2016.1233493', 'accessed': {'date-parts': [[2017, "      \
  "5, 6]]}}"
#define YOSHIDA                                                                                    \
  "{'type': 'article-newspaper', 'title': 'Abe Visits Yasukuni', 'author': [{'family': "           \
  "'Yoshida', 'given': 'Reiji'}], 'container-title': 'The Japan Times Online', 'section': "        \
  "'National', 'issued': {'date-parts': [[2013, 12, 26]]}}"
#define BOOK                                                                                       \
  "{'type': 'book', 'title': 'The Cyber Age', 'edition': 2, 'author': [{'family': 'Lu', 'given': " \
  "'A.'}], 'translator': [{'family': 'Roe', 'given': 'B.'}], 'publisher-place': 'London', "        \
  "'publisher': 'Penguin & Sons', 'issued': {'date-parts': [[1999, 4]]}}"
#define CHAPTER                                                                                    \
  "{'type': 'chapter', 'title': 'On Notes', 'author': [{'family': 'Lu', 'given': 'A.'}], "         \
  "'container-title': 'Texts <1>', 'editor': [{'family': 'Roe', 'given': 'B.'}], 'volume': '3', "  \
  "'publisher': 'Penguin', 'issued': {'date-parts': [[1999]]}, 'page': '12--30'}"
#define REPORT                                                                                     \
  "{'type': 'report', 'title': 'Advice', 'publisher': 'Jackson School', 'genre': 'Task Force "     \
  "Report', 'number': '12', 'issued': {'date-parts': [[2017, 2, 12]]}, 'language': 'ja'}"
#define WEBPAGE                                                                                    \
  "{'type': 'webpage', 'title': 'What Is So Controverial?', 'author': [{'family': 'Szczepanski', " \
  "'given': 'Kallie'}], 'container-title': 'ThoughtCo', 'accessed': {'date-parts': [[2017, 5, "    \
  "6]]}, 'URL': 'https://thoughtco.example/a?b=1&c'}"

static const struct {
  const char *work;
  const char *locator;
  const char *citation;
} citations[] = {
    {KALLENDER,
     NULL,
     "Paul Kallender and Christopher W. Hughes, “Japan’s Emerging Trajectory as a ‘Cyber Power’: "
     "From Securitization to Militarization of Cyberspace,” Journal of Strategic Studies 40, no. "
     "1–2 (2 January 2017): 118–45, https://doi.org/10.1080/01402390.2016.1233493."},
    {YOSHIDA,
     NULL,
     "Reiji Yoshida, “Abe Visits Yasukuni,” The Japan Times Online, 26 December 2013, sec. "
     "National."},
    {BOOK,
     "12-14",
     "A. Lu, The Cyber Age, trans. B. Roe, 2nd ed. (London: Penguin & Sons, 1999), 12–14."},
    {CHAPTER, NULL, "A. Lu, “On Notes,” in Texts <1>, ed. B. Roe, vol. 3 (Penguin, 1999), 12–30."},
    {CHAPTER, "15", "A. Lu, “On Notes,” in Texts <1>, ed. B. Roe, vol. 3 (Penguin, 1999), 15."},
    {REPORT, NULL, "Advice (Task Force Report 12, Jackson School, 12 February 2017)."},
    {WEBPAGE,
     NULL,
     "Kallie Szczepanski, “What Is So Controverial?,” ThoughtCo, accessed 6 May 2017, "
     "https://thoughtco.example/a?b=1&c."},
    {"{'type': 'thesis', 'title': 'T', 'genre': 'PhD diss.', 'publisher': 'Oslo'}",
     NULL,
     "“T” (PhD diss., Oslo)."},
    {"{'type': 'book', 'title': 'T', 'editor': [{'family': 'A'}, {'family': 'B'}]}",
     NULL,
     "A and B, eds., T."},
    {"{'type': 'book', 'title': 'T', 'editor': [{'family': 'A'}], 'volume': '2-3'}",
     NULL,
     "A, ed., T, vol. 2–3."},
    {"{'type': 'book', 'title': 'T', 'edition': 'Rev. ed.', 'issued': '1914/1918'}",
     NULL,
     "T, Rev. ed. (1914–1918)."},
    {"{'type': 'book', 'title': 'T', 'issued': '1999-02/1999-05'}", NULL, "T (1999)."},
    {"{'type': 'article-journal', 'title': 'T', 'container-title': 'J', 'page': '7'}",
     NULL,
     "“T,” J, 7."},
    {"{'type': 'article-journal', 'container-title': 'J', 'issue': 4, 'page': 'S12-S15'}",
     NULL,
     "J, no. 4: S12–S15."},
    {"{'type': 'webpage', 'title': 'T', 'publisher': 'P'}", NULL, "“T,” P."},
    {"{'type': 'of-tomorrow', 'title': 'Polls'}", NULL, "“Polls.”"},
    {"{'type': 'webpage', 'author': [{'literal': 'Sputnik'}]}", NULL, "Sputnik."},
    {"{'type': 'book', 'title': 'T', 'author': [{'family': 'A'}, {'family': 'B'}, {'family': "
     "'C'}, {'family': 'D'}]}",
     NULL,
     "A et al., T."},
    {"{'type': 'book', 'title': ' A\\n\\tB  ', 'author': [{'family': 'X Inc.'}]}",
     NULL,
     "X Inc., A B."},
    {"{'type': 'book'}", NULL, ""},
    {"{}", "5", "5."},
};

static void
test_citations (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (citations); i++) {
    g_autoptr (IbidWork) work = parse_work (citations[i].work);
    g_autofree char *citation = ibid_work_format_citation (work, citations[i].locator);

    g_assert_cmpstr (citation, ==, citations[i].citation);
  }
}

static const struct {
  const char *work;
  const char *container;
  const char *details;
} cards[] = {
    {KALLENDER,
     "<i>Journal of Strategic Studies</i> 40, no. 1–2 (2 January 2017): 118–45",
     "Journal article · accessed 6 May 2017"},
    {YOSHIDA,
     "<i>The Japan Times Online</i>, 26 December 2013, sec. National",
     "Newspaper article"},
    {BOOK, "trans. B. Roe, 2nd ed., London: Penguin &amp; Sons, 1999", "Book"},
    {CHAPTER, "in <i>Texts &lt;1&gt;</i>, ed. B. Roe, vol. 3 (Penguin, 1999), 12–30", "Chapter"},
    {REPORT, "12 February 2017", "Report · Jackson School · Japanese"},
    {WEBPAGE, "<i>ThoughtCo</i>", "Web page · accessed 6 May 2017"},
    {"{'type': 'webpage', 'publisher': 'A & B', 'language': 'en-GB'}",
     NULL,
     "Web page · A &amp; B · English"},
    {"{'type': '<b>', 'language': '<x>'}", NULL, "&lt;x&gt;"},
    {"{'type': 'paper-conference'}", NULL, "Conference paper"},
    {"{'type': 'thesis'}", NULL, "Thesis"},
    {"{'type': 'article-magazine'}", NULL, "Magazine article"},
    {"{'type': ''}", NULL, NULL},
    {"{'container-title': '\\u0001<i>\\u0002', 'page': '\\u0001'}", "<i>&lt;i&gt;</i>", NULL},
};

static void
test_cards (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++) {
    g_autoptr (IbidWork) work = parse_work (cards[i].work);
    g_autofree char *container = ibid_work_format_container_markup (work);
    g_autofree char *details = ibid_work_format_details (work);

    g_assert_cmpstr (container, ==, cards[i].container);
    g_assert_cmpstr (details, ==, cards[i].details);
  }
}

static const struct {
  const char *names;
  const char *full;
  const char *family;
} name_lists[] = {
    {"[{'family': 'Kallender', 'given': 'Paul'}, {'family': 'Hughes', 'given': 'Christopher W.'}]",
     "Paul Kallender and Christopher W. Hughes",
     "Kallender and Hughes"},
    {"[{'family': 'A'}, {'family': 'B'}, {'family': 'C'}]", "A, B, and C", "A, B, and C"},
    {"[{'family': 'Yoshida', 'given': 'R.'}, {'family': 'B'}, {'family': 'C'}, {'family': 'D'}]",
     "R. Yoshida, B, C, and D",
     "Yoshida et al."},
    {"['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J']",
     "A, B, C, D, E, F, G, H, I, and J",
     "A et al."},
    {"['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K']",
     "A, B, C, D, E, F, G, et al.",
     "A et al."},
    {"[{'family': 'King', 'given': 'Martin Luther', 'suffix': 'Jr.', 'comma-suffix': true}]",
     "Martin Luther King, Jr.",
     "King"},
    {"[{'family': 'Windsor', 'given': 'Edward', 'suffix': 'VIII'}]",
     "Edward Windsor VIII",
     "Windsor"},
    {"[{'family': 'Gogh', 'given': 'Vincent', 'non-dropping-particle': 'van'}]",
     "Vincent van Gogh",
     "van Gogh"},
    {"[{'family': 'Humboldt', 'given': 'Alexander', 'dropping-particle': 'von'}]",
     "Alexander von Humboldt",
     "Humboldt"},
    {"[{'family': 'Alembert', 'given': 'Jean', 'dropping-particle': 'd’'}]",
     "Jean d’Alembert",
     "Alembert"},
    {"[{'literal': 'Ministry of Foreign Affairs of Japan'}]",
     "Ministry of Foreign Affairs of Japan",
     "Ministry of Foreign Affairs of Japan"},
    {"[{'family': '安倍', 'given': '晋三'}, {'family': '김', 'given': '민수'}]",
     "安倍晋三 and 김민수",
     "安倍 and 김"},
    {"[{'family': '安倍', 'given': 'Shinzo'}]", "Shinzo 安倍", "安倍"},
    {"[{'given': 'Madonna'}]", "Madonna", "Madonna"},
    {"[1, null, [], {}, {'family': 3, 'given': []}, true, {'literal': {}}]", "", ""},
    {"[{'family': ' ', 'given': ''}, {'family': 'B\\n'}]", "B", "B"},
    {"[{'family': 'A', 'given': 4, 'suffix': null, 'comma-suffix': 'yes'}]", "A", "A"},
    {"[]", "", ""},
};

static void
test_names (void)
{
  g_autofree char *none = ibid_work_format_names (NULL);
  g_autofree char *no_family = ibid_work_format_family_names (NULL);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (no_family, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (name_lists); i++) {
    g_autofree char *json = g_strdelimit (g_strdup (name_lists[i].names), "'", '"');
    g_autoptr (JsonNode) node = json_from_string (json, NULL);
    g_autofree char *full = ibid_work_format_names (json_node_get_array (node));
    g_autofree char *family = ibid_work_format_family_names (json_node_get_array (node));

    g_assert_cmpstr (full, ==, name_lists[i].full);
    g_assert_cmpstr (family, ==, name_lists[i].family);
  }
}

static const struct {
  const char *work;
  const char *doi;
  const char *url;
} links[] = {
    {"{'DOI': '10.1/a', 'URL': 'http://a.example/'}",
     "https://doi.org/10.1/a",
     "http://a.example/"},
    {"{'DOI': 'doi: 10.1/A', 'URL': 'HTTPS://a.example'}",
     "https://doi.org/10.1/A",
     "HTTPS://a.example"},
    {"{'DOI': 'https://doi.org/10.1/a'}", "https://doi.org/10.1/a", NULL},
    {"{'DOI': 'http://dx.doi.org/10.1/a'}", "https://doi.org/10.1/a", NULL},
    {"{'DOI': '10.1002/(SICI)1<1::AID>3.0;2-#?'}",
     "https://doi.org/10.1002/(SICI)1%3C1::AID%3E3.0;2-%23%3F",
     NULL},
    {"{'DOI': '10.1', 'URL': 'ftp://a.example/'}", NULL, NULL},
    {"{'DOI': 'a/10.1', 'URL': 'javascript:alert(1)'}", NULL, NULL},
    {"{'DOI': '', 'URL': 'file:///etc/passwd'}", NULL, NULL},
    {"{'DOI': 10.1, 'URL': 'a.example'}", NULL, NULL},
    {"{'DOI': ['10.1/a'], 'URL': {'a': 1}}", NULL, NULL},
    {"{'URL': 'http://'}", NULL, NULL},
    {"{'URL': 'http:a.example'}", NULL, NULL},
    {"{'URL': 'https://a.example/b c'}", NULL, NULL},
    {"{'URL': 'https://a.example/日本?q=%E6#x'}", NULL, "https://a.example/日本?q=%E6#x"},
    {"{'URL': ' https://a.example/ '}", NULL, "https://a.example/"},
};

static void
test_links (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++) {
    g_autoptr (IbidWork) work = parse_work (links[i].work);
    g_autofree char *doi = ibid_work_format_doi_uri (work);
    g_autofree char *url = ibid_work_format_url (work);

    g_test_message ("%s", links[i].work);
    g_assert_cmpstr (doi, ==, links[i].doi);
    g_assert_cmpstr (url, ==, links[i].url);
  }
}

/* Every member that is looked at, with every wrong type, for every way of citing: nothing of it
 * may show, since none is a text or a number. */
static void
test_hostile_members (void)
{
  static const char *const types[] = {"'webpage'",
                                      "'article-journal'",
                                      "'article-newspaper'",
                                      "'chapter'",
                                      "'book'",
                                      "'report'",
                                      "'thesis'",
                                      "7"};
  static const char *const members[] = {"title",
                                        "author",
                                        "editor",
                                        "translator",
                                        "container-title",
                                        "volume",
                                        "issue",
                                        "page",
                                        "section",
                                        "edition",
                                        "publisher",
                                        "publisher-place",
                                        "genre",
                                        "number",
                                        "issued",
                                        "accessed",
                                        "language",
                                        "DOI",
                                        "URL"};
  static const char *const values[] = {"null",
                                       "true",
                                       "1.5",
                                       "[]",
                                       "[[]]",
                                       "{}",
                                       "{'date-parts': []}",
                                       "{'date-parts': [[]]}",
                                       "{'date-parts': 'x'}",
                                       "{'date-parts': [null]}",
                                       "{'date-parts': [[{}]]}",
                                       "{'literal': ['x']}",
                                       "''",
                                       "' '",
                                       "[{'family': {}, 'given': [], 'literal': null}]"};

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    for (guint j = 0; j < G_N_ELEMENTS (members); j++)
      for (guint k = 0; k < G_N_ELEMENTS (values); k++) {
        g_autofree char *json = g_strdup_printf (
            "{'type': %s, '%s': %s}", types[i], members[j], values[k]);
        g_autoptr (IbidWork) work = parse_work (json);
        g_autofree char *citation = ibid_work_format_citation (work, NULL);
        g_autofree char *container = ibid_work_format_container_markup (work);
        g_autofree char *details = ibid_work_format_details (work);

        g_test_message ("%s", json);
        g_assert_cmpstr (citation, ==, "");
        g_assert_cmpstr (container, ==, NULL);
      }
}

static void
test_invalid_utf8 (void)
{
  g_autoptr (JsonObject) fields = json_object_new ();
  g_autoptr (IbidWork) work = NULL;
  g_autofree char *citation = NULL;
  g_autofree char *container = NULL;

  json_object_set_string_member (fields, "type", "article-journal");
  json_object_set_string_member (fields, "title", "a\xff");
  json_object_set_string_member (fields, "container-title", "\xc3");
  json_object_set_string_member (fields, "page", "1\x80-2");
  work = ibid_work_new ("w1", fields);
  citation = ibid_work_format_citation (work, "\xe2\x80");
  container = ibid_work_format_container_markup (work);
  g_assert_true (g_utf8_validate (citation, -1, NULL));
  g_assert_true (g_utf8_validate (container, -1, NULL));
  g_assert_true (g_str_has_prefix (citation, "“a\xef\xbf\xbd,”"));
}

/* A title of megabytes and many thousand authors take no longer than they must. */
static void
test_large (void)
{
  g_autoptr (JsonObject) fields = json_object_new ();
  JsonArray *authors = json_array_new ();
  g_autofree char *title = g_strnfill (4 * 1024 * 1024, '-');
  g_autofree char *citation = NULL;
  g_autoptr (IbidWork) work = NULL;

  for (guint i = 0; i < 200000; i++)
    json_array_add_string_element (authors, "N. N.");
  json_object_set_string_member (fields, "title", title);
  json_object_set_string_member (fields, "page", title);
  json_object_set_string_member (fields, "DOI", title);
  json_object_set_array_member (fields, "author", authors);
  work = ibid_work_new ("w1", fields);
  citation = ibid_work_format_citation (work, NULL);
  g_assert_true (g_str_has_prefix (citation, "N. N. et al., “----"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/work-format/citations", test_citations);
  g_test_add_func ("/work-format/cards", test_cards);
  g_test_add_func ("/work-format/names", test_names);
  g_test_add_func ("/work-format/links", test_links);
  g_test_add_func ("/work-format/hostile-members", test_hostile_members);
  g_test_add_func ("/work-format/invalid-utf8", test_invalid_utf8);
  g_test_add_func ("/work-format/large", test_large);
  return g_test_run ();
}
