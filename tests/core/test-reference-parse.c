/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reference-parser.h"
#include "reading/ibid-analysis-data.h"

#include <string.h>

/* What a person reads in each text; a line a field, "-" for none. Names are "Family, Given", with
 * what stands between them in brackets; dates are year-month-day. */
typedef struct {
  const char *text;
  const char *fields;
} Case;

static const Case chicago[] = {
    {"Jane Addams, Twenty Years at Hull-House (New York: Macmillan, 1910), 42.",
     "type: book\nauthor: Addams, Jane\ntitle: Twenty Years at Hull-House\n"
     "publisher-place: New York\npublisher: Macmillan\nissued: 1910\npage: 42\ncontainer-title: -"},
    {"Robert Darnton and Daniel Roche, eds., Revolution in Print: The Press in France, 1775–1800 "
     "(Berkeley: University of California Press, 1989).",
     "type: book\neditor: Darnton, Robert; Roche, Daniel\nauthor: -\n"
     "title: Revolution in Print: The Press in France, 1775–1800\npublisher-place: Berkeley\n"
     "publisher: University of California Press\nissued: 1989"},
    {"Mary Poovey, “The Limits of the Universal Knowledge Project,” Critical Inquiry 31, no. 1 "
     "(2004): 183–202.",
     "type: article-journal\nauthor: Poovey, Mary\n"
     "title: The Limits of the Universal Knowledge Project\ncontainer-title: Critical Inquiry\n"
     "volume: 31\nissue: 1\nissued: 2004\npage: 183–202"},
    {"John Kelly, “Writing under Pressure,” in The Cambridge History of Libraries, ed. Peter "
     "Hoare (Cambridge: Cambridge University Press, 2006), 33–49.",
     "type: chapter\nauthor: Kelly, John\ntitle: Writing under Pressure\n"
     "container-title: The Cambridge History of Libraries\neditor: Hoare, Peter\n"
     "publisher-place: Cambridge\npublisher: Cambridge University Press\nissued: 2006\npage: "
     "33–49"},
    {"Puente, Lucas, and Anna Weber. 2014. “Interest Groups and the Great Depression.” Journal "
     "of Economic History 74 (2): 412–40. doi:10.1017/S0022050714000301.",
     "type: article-journal\nauthor: Puente, Lucas; Weber, Anna\n"
     "title: Interest Groups and the Great Depression\n"
     "container-title: Journal of Economic History\nvolume: 74\nissue: 2\npage: 412–40\n"
     "DOI: 10.1017/S0022050714000301\nissued: 2014"},
    {"Fyodor Dostoevsky, Crime and Punishment, trans. Richard Pevear (New York: Knopf, 1992), 17.",
     "type: book\nauthor: Dostoevsky, Fyodor\ntranslator: Pevear, Richard\n"
     "title: Crime and Punishment\npublisher: Knopf\nissued: 1992"},
    {"Laura Hughes, “The Port Cities of the Baltic” (PhD diss., University of Chicago, 1998), 77.",
     "type: thesis\nauthor: Hughes, Laura\ntitle: The Port Cities of the Baltic\n"
     "publisher: University of Chicago\nissued: 1998"},
};

static const Case sciences[] = {
    {"Baum, S., Ma, J., & Payea, K. (2010). Education and the labour market. Journal of Labour "
     "Studies, 12(3), 45-67.",
     "type: article-journal\nauthor: Baum, S.; Ma, J.; Payea, K.\nissued: 2010\n"
     "title: Education and the labour market\ncontainer-title: Journal of Labour Studies\n"
     "volume: 12\nissue: 3\npage: 45-67"},
    {"Gergen, K. J. (1991). The saturated self. In P. Miller & A. van Dyk (Eds.), Dilemmas of "
     "identity (pp. 12-34). New York, NY: Basic Books.",
     "type: chapter\nauthor: Gergen, K. J.\nissued: 1991\ntitle: The saturated self\n"
     "editor: Miller, P.; Dyk [van], A.\ncontainer-title: Dilemmas of identity\npage: 12-34\n"
     "publisher: Basic Books"},
    {"Scott P, Liu F, Kildsig DO. Pulmonary delivery of insulin. Pharm Res 1993;10:228-232.",
     "type: article-journal\nauthor: Scott, P; Liu, F; Kildsig, DO\n"
     "title: Pulmonary delivery of insulin\ncontainer-title: Pharm Res\nissued: 1993\nvolume: 10\n"
     "page: 228-232"},
    {"Cousot, P. and Cousot, R. 1978. Static determination of dynamic properties of programs. In "
     "Proceedings of the Second Conference on Programming Concepts, pages 237-277.",
     "type: paper-conference\nauthor: Cousot, P.; Cousot, R.\nissued: 1978\npage: 237-277"},
    {"World Health Organization. Oral Health Surveys: Basic Methods. 4th ed. Geneva: World Health "
     "Organization; 1997.",
     "type: book\nauthor: World Health Organization\n"
     "title: Oral Health Surveys: Basic Methods\nedition: 4\npublisher-place: Geneva\n"
     "issued: 1997"},
};

static const Case languages[] = {
    {"Keller, Harald: Der Markusplatz in Venedig. Dortmund: Reimer 1978, S. 24.",
     "type: book\nauthor: Keller, Harald\ntitle: Der Markusplatz in Venedig\n"
     "publisher-place: Dortmund\npublisher: Reimer\nissued: 1978\npage: 24"},
    {"Wehler, Hans-Ulrich: Geschichte als Wissenschaft. In: Historische Zeitschrift 220 (1975), "
     "S. 1-30.",
     "type: article-journal\nauthor: Wehler, Hans-Ulrich\ntitle: Geschichte als Wissenschaft\n"
     "container-title: Historische Zeitschrift\nvolume: 220\nissued: 1975\npage: 1-30"},
    {"Fernand Braudel, La Méditerranée et le monde méditerranéen, Paris, Armand Colin, 1949, "
     "p. 112.",
     "type: book\nauthor: Braudel, Fernand\n"
     "title: La Méditerranée et le monde méditerranéen\npublisher-place: Paris\n"
     "publisher: Armand Colin\nissued: 1949\npage: 112"},
    {"Marc Bloch, « Les paysans et la terre », Annales, t. XII, 1935, p. 45-61.",
     "type: article-journal\nauthor: Bloch, Marc\ntitle: Les paysans et la terre\n"
     "container-title: Annales\nvolume: XII\nissued: 1935\npage: 45-61"},
    {"G. Cozzi, Repubblica di Venezia e Stati italiani, Torino, Einaudi, 1982.",
     "type: book\nauthor: Cozzi, G.\ntitle: Repubblica di Venezia e Stati italiani\n"
     "publisher-place: Torino\npublisher: Einaudi\nissued: 1982"},
    {"P. L. Rose, The Accademia Venetiana, «Studi Veneziani», XI (1969), pp. 191-242.",
     "type: article-journal\nauthor: Rose, P. L.\ntitle: The Accademia Venetiana\n"
     "container-title: Studi Veneziani\nvolume: XI\nissued: 1969\npage: 191-242"},
    {"Venezia e il melodramma nel Settecento, a cura di M. T. Muraro, Firenze, Olschki, 1978.",
     "type: book\neditor: Muraro, M. T.\nauthor: -\n"
     "title: Venezia e il melodramma nel Settecento\npublisher-place: Firenze\npublisher: Olschki\n"
     "issued: 1978"},
    {"BEZERRA, P. No limiar de várias ciências. In: BAKHTIN, M. Os gêneros do discurso. São "
     "Paulo: Editora 34, 2016. p. 151-172.",
     "type: chapter\nauthor: BEZERRA, P.\ntitle: No limiar de várias ciências\n"
     "editor: BAKHTIN, M.\ncontainer-title: Os gêneros do discurso\npublisher-place: São Paulo\n"
     "publisher: Editora 34\nissued: 2016\npage: 151-172"},
};

/* Where one field ends and the next begins, for the rules that mend what the labeller says. */
static const Case seams[] = {
    {"COSTA, A. B. Memory, Law and Empire. Lisboa: Colibri, 2003.",
     "author: COSTA, A. B.\ntitle: Memory, Law and Empire\npublisher-place: Lisboa\n"
     "publisher: Colibri\nissued: 2003"},
    {"LOPES, C. D. Redes e cidades no litoral. Em Debate, v. 4, n. 2, p. 15-30, 2011.",
     "author: LOPES, C. D.\ntitle: Redes e cidades no litoral\ncontainer-title: Em Debate\n"
     "volume: 4\nissue: 2\npage: 15-30\nissued: 2011"},
    {"Pereira, L. Archives of the harbour. In: Open Doors in Theory and Practice. London: "
     "Routledge, 2020. p. 13-30.",
     "author: Pereira, L.\ntitle: Archives of the harbour\n"
     "container-title: Open Doors in Theory and Practice\npublisher: Routledge\nissued: 2020\n"
     "page: 13-30"},
    {"A. Garvey and V. Lesser, \"Scheduling on Small Boats\", Transactions on Systems, Special "
     "Issue on Scheduling, 23(6), 1993.",
     "author: Garvey, A.; Lesser, V.\ntitle: Scheduling on Small Boats\n"
     "container-title: Transactions on Systems\nvolume: 23\nissue: 6\nissued: 1993"},
    {"H. Gibson, “Optical Switching: Light with Light,” Handbook of Optics for Sailors "
     "(Academic Press, 1985), pp. 195–239.",
     "author: Gibson, H.\ntitle: Optical Switching: Light with Light\n"
     "container-title: Handbook of Optics for Sailors\npublisher: Academic Press\n"
     "issued: 1985\npage: 195–239"},
    {"Miller, A. (2009). Water in the north. Retrieved from http://www. "
     "example.org/reports/water_ north.pdf",
     "author: Miller, A.\ntitle: Water in the north\nissued: 2009\n"
     "URL: http://www.example.org/reports/water_north.pdf"},
    {"J. Kim, Waves on a lattice, Phys. Rev. D 11 (1975) 395-408. "
     "URLhttp:/ /example.org/waves.",
     "author: Kim, J.\ntitle: Waves on a lattice\nvolume: 11\npage: 395-408\nissued: 1975\n"
     "URL: http://example.org/waves"},
};

static const Case news[] = {
    {"Clara Novak, “The Last Lighthouse Keepers,” The Guardian, 14 March 2013.",
     "type: article-newspaper\nauthor: Novak, Clara\ntitle: The Last Lighthouse Keepers\n"
     "container-title: The Guardian\nissued: 2013-3-14"},
    {"“Floods Cut Off Three Villages,” The Times, June 2, 1953.",
     "type: article-newspaper\nauthor: -\ntitle: Floods Cut Off Three Villages\n"
     "container-title: The Times\nissued: 1953-6-2"},
    {"Peter Lang, “How Bridges Are Tested,” Smithsonian.com, accessed 6 May 2017, "
     "https://www.smithsonian.com/bridges/.",
     "type: webpage\nauthor: Lang, Peter\ntitle: How Bridges Are Tested\n"
     "accessed: 2017-5-6\nissued: -\nURL: https://www.smithsonian.com/bridges/"},
    {"“A Short History of the Harbour,” accessed March 3, 2015.",
     "type: webpage\nauthor: -\ntitle: A Short History of the Harbour\naccessed: 2015-3-3\n"
     "issued: -\ncontainer-title: -"},
    {"“Minister Opens New Dialogue on Fisheries,” press release, Ministry of Foreign Affairs of "
     "Norway, 12 October 2009.",
     "type: webpage\ntitle: Minister Opens New Dialogue on Fisheries\n"
     "publisher: Ministry of Foreign Affairs of Norway\nissued: 2009-10-12"},
};

/* As footnotes of the humanities have it. */
static const Case notes[] = {
    {"Salter, \"Annals of the Coast,\" VIII, 371.",
     "type: book\nauthor: Salter\ntitle: Annals of the Coast\nvolume: VIII\npage: 371"},
    {"Harding, Voyages in the North, chaps. i and ii.",
     "type: book\nauthor: Harding\ntitle: Voyages in the North\npage: -"},
    {"Records of the Northern Fleet, VIII, p. 370",
     "type: book\ntitle: Records of the Northern Fleet\nvolume: VIII\npage: 370"},
    {"Gill's \"Travels,\" Part 3, Chapter II.", "type: book\nauthor: Gill\ntitle: Travels"},
    {"The Islander, Aug. 2, 3, 4, 8, 1842.",
     "type: article-newspaper\ncontainer-title: The Islander\ntitle: -\nissued: 1842-8-2\n"
     "volume: -\npage: -"},
    {"Coastal Review, III, 254.",
     "type: article-journal\ncontainer-title: Coastal Review\ntitle: -\nvolume: III\npage: 254"},
    {"Marrow v. Board of Harbours, 341 U.S. 482 (1951).",
     "type: legal_case\ntitle: Marrow v. Board of Harbours\nvolume: 341\ncontainer-title: U.S.\n"
     "page: 482\nissued: 1951"},
    {"R v Hart and Sons (1884) 14 QBD 271.",
     "type: legal_case\ntitle: R v Hart and Sons\nvolume: 14\ncontainer-title: QBD\n"
     "page: 271\nissued: 1884"},
    {"Harbours Act of 1964, Pub. L. No. 88-351, 78 Stat. 243.",
     "type: legislation\ntitle: Harbours Act of 1964\nvolume: 78\npage: 243\nissued: 1964"},
    {"John Hart to Mary Gill, 20 June 1787, Hart Papers, Library of Congress.",
     "type: personal_communication\nauthor: Hart, John\ntitle: John Hart to Mary Gill\n"
     "issued: 1787-6-20\narchive: Hart Papers"},
    {"TNA, HO 42/30, Smith to Portland, 3 May 1794.",
     "type: manuscript\narchive: TNA\ntitle: Smith to Portland\nissued: 1794-5-3"},
    {"Edward Hart, A History of the Harbours of the Western Coast, ed. J. B. Gill, 7 vols. "
     "(London: "
     "Methuen, 1896), iii, p. 214.",
     "type: book\nauthor: Hart, Edward\ntitle: A History of the Harbours of the Western Coast\n"
     "editor: Gill, J. B.\nvolume: iii\npage: 214\npublisher: Methuen"},
    {"Hans Albers, Der Hafen und das Meer, Reinbek 1991, S. 39-66.",
     "type: book\nauthor: Albers, Hans\ntitle: Der Hafen und das Meer\n"
     "publisher-place: Reinbek\nissued: 1991\npage: 39-66"},
    {"Jones to Smith, Mar. 3, 1862, box 4, folder 12, Jones Family Papers, Virginia Historical "
     "Society.",
     "type: personal_communication\nauthor: Jones\nissued: 1862-3-3\n"
     "archive: Jones Family Papers"},
    {"“Fugitives Escape,” Liberator (Boston), May 3, 1850.",
     "type: article-newspaper\ntitle: Fugitives Escape\ncontainer-title: Liberator\n"
     "issued: 1850-5-3"},
    {"Walter Benjamin, “The Work of Art in the Age of Mechanical Reproduction,” in Illuminations, "
     "trans. Harry Zohn, ed. Hannah Arendt (New York: Schocken, 1969), 217–51.",
     "type: chapter\ncontainer-title: Illuminations\ntranslator: Zohn, Harry\n"
     "editor: Arendt, Hannah\npage: 217–51"},
    {"Arts. 135-137.", "section: 135-137\ntitle: -\npage: -"},
    {"White Paper of October 23, 1919 (Cmd. 371).",
     "type: report\ntitle: White Paper\nissued: 1919-10-23\nnumber: Cmd. 371"},
    {"a letter from Hart to Gill, August 6, 1605.",
     "type: personal_communication\nauthor: Hart\nissued: 1605-8-6"},
};

/* --- As text ------------------------------------------------------------------------------ */

static const char *
get_text (JsonObject *name, const char *member)
{
  return json_object_has_member (name, member) ? json_object_get_string_member (name, member) : "";
}

static char *
print_names (JsonArray *names)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (names); i++) {
    JsonObject *name = json_array_get_object_element (names, i);

    g_string_append_printf (
        out, "%s%s%s", i > 0 ? "; " : "", get_text (name, "literal"), get_text (name, "family"));
    if (json_object_has_member (name, "non-dropping-particle"))
      g_string_append_printf (out, " [%s]", get_text (name, "non-dropping-particle"));
    if (json_object_has_member (name, "given"))
      g_string_append_printf (out, ", %s", get_text (name, "given"));
    if (json_object_has_member (name, "suffix"))
      g_string_append_printf (out, ", %s", get_text (name, "suffix"));
  }
  return g_string_free (out, FALSE);
}

static char *
print_date (JsonObject *date)
{
  JsonArray *dates = json_object_get_array_member (date, "date-parts");
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (dates); i++) {
    JsonArray *parts = json_array_get_array_element (dates, i);

    for (guint j = 0; j < json_array_get_length (parts); j++)
      g_string_append_printf (out,
                              "%s%d",
                              j > 0   ? "-"
                              : i > 0 ? "/"
                                      : "",
                              (int)json_array_get_int_element (parts, j));
  }
  return g_string_free (out, FALSE);
}

static char *
print_field (JsonObject *item, const char *member)
{
  JsonNode *node = json_object_get_member (item, member);

  if (node == NULL)
    return g_strdup ("-");
  if (JSON_NODE_HOLDS_ARRAY (node))
    return print_names (json_node_get_array (node));
  if (JSON_NODE_HOLDS_OBJECT (node))
    return print_date (json_node_get_object (node));
  return json_node_dup_string (node);
}

static void
check_case (const Case *tried)
{
  g_autoptr (JsonObject)
      item = ibid_reference_parse (ibid_analysis_data_get_labeller (), tried->text, NULL);
  g_auto (GStrv) lines = g_strsplit (tried->fields, "\n", -1);

  g_test_message ("%s", tried->text);
  for (char **line = lines; *line != NULL; line++) {
    g_auto (GStrv) expected = g_strsplit (*line, ": ", 2);
    g_autofree char *found = print_field (item, expected[0]);
    g_autofree char *printed = g_strdup_printf ("%s: %s", expected[0], found);

    g_assert_cmpstr (printed, ==, *line);
  }
}

static void
test_chicago (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (chicago); i++)
    check_case (&chicago[i]);
}

static void
test_sciences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sciences); i++)
    check_case (&sciences[i]);
}

static void
test_languages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    check_case (&languages[i]);
}

static void
test_seams (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (seams); i++)
    check_case (&seams[i]);
}

static void
test_notes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    check_case (&notes[i]);
}

static void
test_news (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (news); i++)
    check_case (&news[i]);
}

/* --- Others ------------------------------------------------------------------------------- */

static void
test_spans (void)
{
  const char *text = "¿Marc Bloch, Les rois thaumaturges, Paris, Gallimard, 1924.";
  g_autoptr (GArray) spans = NULL;
  g_autoptr (JsonObject)
      item = ibid_reference_parse (ibid_analysis_data_get_labeller (), text, &spans);
  gboolean has_title = FALSE;

  g_assert_nonnull (spans);
  for (guint i = 0; i < spans->len; i++) {
    const IbidReferenceSpan *span = &g_array_index (spans, IbidReferenceSpan, i);
    g_autofree char *piece = g_utf8_substring (text, span->start, span->end);

    if (span->label == IBID_REFERENCE_TITLE) {
      g_assert_cmpstr (piece, ==, "Les rois thaumaturges,");
      has_title = TRUE;
    }
  }
  g_assert_true (has_title);
}

static void
test_nothing (void)
{
  const char *const texts[] = {"", " ", "\xc2\xa0", ".", "“”", "\n\t"};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (JsonObject)
        item = ibid_reference_parse (ibid_analysis_data_get_labeller (), texts[i], NULL);

    g_assert_cmpstr (json_object_get_string_member (item, "type"), ==, "document");
    g_assert_false (json_object_has_member (item, "title"));
  }
}

/* Long and of the sort that makes a careless scanner look at it again and again. */
static void
test_long (void)
{
  const char *const pieces[] = {"(",
                                "http://(",
                                "10.1000/",
                                "\"",
                                "accessed ",
                                "1999 ",
                                "Smith, ",
                                "and ",
                                "1a",
                                "a'",
                                "In: ",
                                "《"};

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (JsonObject) item = NULL;
    gint64 begun = g_get_monotonic_time ();

    while (text->len < 1000000)
      g_string_append (text, pieces[i]);
    item = ibid_reference_parse (ibid_analysis_data_get_labeller (), text->str, NULL);
    g_assert_true (json_object_has_member (item, "type"));
    g_assert_cmpint (g_get_monotonic_time () - begun, <, 20 * G_USEC_PER_SEC);
  }
}

static void
refuse (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (ibid_labeller_new (bytes, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == IBID_LABELLER_ERROR);
}

static void
test_damaged_weights (void)
{
  g_autoptr (GBytes) weights = ibid_analysis_data_get_weights ();
  gsize size;
  const guint8 *data = g_bytes_get_data (weights, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);

  for (gsize length = 0; length < 64; length++)
    refuse (data, length);
  refuse (data, size / 2);
  refuse (data, size - 1);
  for (gsize i = 0; i < 40; i++) {
    gsize at = i < 28 ? i : i * (size / 40);

    copy[at] ^= 0x41;
    refuse (copy, size);
    copy[at] ^= 0x41;
  }
}

/* With a checksum that is right, so that the other checks are asked. */
static void
refuse_forged (guint8 *data, gsize size, gsize at, guint8 value)
{
  guint8 kept = data[at];
  guint64 checksum;

  data[at] = value;
  checksum = GUINT64_TO_LE (ibid_labeller_checksum (data, size - 8));
  memcpy (data + size - 8, &checksum, sizeof checksum);
  refuse (data, size);
  data[at] = kept;
}

static void
test_forged_weights (void)
{
  g_autoptr (GBytes) weights = ibid_analysis_data_get_weights ();
  gsize size;
  const guint8 *data = g_bytes_get_data (weights, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);
  const gsize buckets = IBID_LABELLER_HEADER_SIZE + 2 * IBID_LABELLER_N_LEVELS +
                        IBID_REFERENCE_N_SEAMS * IBID_LABELLER_N_TRANSITIONS * 2;
  const gsize keys = buckets + IBID_LABELLER_N_BUCKETS;
  gsize ranks, packed;
  guint32 n_features, n_ranks;

  memcpy (&n_features, data + 20, sizeof n_features);
  memcpy (&n_ranks, data + 28, sizeof n_ranks);
  ranks = keys + 2 * (gsize)GUINT32_FROM_LE (n_features);
  packed = ranks + 6 * (gsize)GUINT32_FROM_LE (n_ranks);
  refuse_forged (copy, size, 8, 99);                      /* the version */
  refuse_forged (copy, size, 12, 3);                      /* the labels */
  refuse_forged (copy, size, 24, (guint8)(data[24] + 1)); /* the number of weights */
  refuse_forged (copy, size, buckets, 255);               /* of keys in the first bucket */
  refuse_forged (copy, size, buckets + 9000, (guint8)(data[buckets + 9000] + 1));
  refuse_forged (copy, size, 28, (guint8)(data[28] + 1)); /* of those of whole ways */
  refuse_forged (copy, size, ranks + 3, 0xff);            /* their first key */
  refuse_forged (copy, size, packed, 0);                  /* of a feature's weights */
  refuse_forged (copy, size, packed, 0xff);               /* of a feature's weights */
}

static void
test_good_weights (void)
{
  g_autoptr (GBytes) weights = ibid_analysis_data_get_weights ();
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidLabeller) labeller = ibid_labeller_new (weights, &error);

  g_assert_no_error (error);
  g_assert_nonnull (labeller);
  g_assert_cmpuint (g_bytes_get_size (weights), <=, 3000000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/reference-parse/chicago", test_chicago);
  g_test_add_func ("/analysis/reference-parse/sciences", test_sciences);
  g_test_add_func ("/analysis/reference-parse/languages", test_languages);
  g_test_add_func ("/analysis/reference-parse/seams", test_seams);
  g_test_add_func ("/analysis/reference-parse/news", test_news);
  g_test_add_func ("/analysis/reference-parse/notes", test_notes);
  g_test_add_func ("/analysis/reference-parse/spans", test_spans);
  g_test_add_func ("/analysis/reference-parse/nothing", test_nothing);
  g_test_add_func ("/analysis/reference-parse/long", test_long);
  g_test_add_func ("/analysis/labeller/good-weights", test_good_weights);
  g_test_add_func ("/analysis/labeller/damaged-weights", test_damaged_weights);
  g_test_add_func ("/analysis/labeller/forged-weights", test_forged_weights);
  return g_test_run ();
}
