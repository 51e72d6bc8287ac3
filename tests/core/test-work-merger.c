/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-work-merger.h"

/* Pairs of citations, as CSL-JSON with ' for ", and whether they mean one work. */
typedef struct {
  const char *left;
  const char *right;
  gboolean is_same;
} Pair;

#define SMITH "'author':[{'family':'Smith','given':'J.'}]"
#define YEAR(year) "'issued':{'date-parts':[[" year "]]}"

static const Pair pairs[] = {
    {"{" SMITH ",'title':'History of Salt'," YEAR ("1998") "}",
     "{" SMITH ",'title':'History of Salt'}",
     TRUE},
    {"{" SMITH ",'title':'A History of Salt'," YEAR ("1998") "}",
     "{" SMITH ",'title':'History'}",
     TRUE},
    {"{" SMITH ",'title':'History'}",
     "{" SMITH ",'title':'A History of Salt'," YEAR ("1998") "}",
     TRUE},
    {"{" SMITH ",'title':'Anti-Slavery in Ohio'}",
     "{" SMITH ",'title':'Antislavery in Ohio'}",
     TRUE},
    {"{" SMITH ",'title':'The Condition of Salt'}",
     "{" SMITH ",'title':'Condition of the Salt'}",
     TRUE},
    {"{" SMITH ",'title':'Salt: A History'," YEAR ("1998") "}", "{" SMITH ",'title':'Salt'}", TRUE},
    {"{'author':[{'family':'Branagan'}],'title':'Serious Salt'}",
     "{'author':[{'family':'Brannagan'}],'title':'Serious Salt'}",
     TRUE},
    {"{'title':'One Title','DOI':'10.1/AB'}",
     "{'title':'Another','DOI':'https://doi.org/10.1/ab'}",
     TRUE},
    {"{'title':'Salt Now','URL':'https://www.example.org/a/'}",
     "{'title':'Salt Now','URL':'http://example.org/a'}",
     TRUE},
    {"{'author':[{'family':'de Warville'}],'title':'New Travels'}",
     "{'author':[{'family':'Warville'}],'title':'New Travels'}",
     TRUE},
    {"{'title':'Code Noir'}", "{'title':'Code noir.'}", TRUE},
    {"{'container-title':'Niles Register','volume':'V'}",
     "{'container-title':'Niles Register','volume':'V'}",
     TRUE},
    /* Not the same. */
    {"{" SMITH ",'title':'History of Salt'," YEAR ("1998") "}",
     "{" SMITH ",'title':'History of Salt'," YEAR ("1999") "}",
     FALSE},
    {"{" SMITH ",'title':'Works','volume':'1'}", "{" SMITH ",'title':'Works','volume':'2'}", FALSE},
    {"{" SMITH ",'title':'Works','edition':'1'}",
     "{" SMITH ",'title':'Works','edition':'2'}",
     FALSE},
    {"{" SMITH ",'title':'History of Salt'}",
     "{'author':[{'family':'Jones'}],'title':'History of Salt'}",
     FALSE},
    {"{" SMITH ",'title':'History of Salt'}", "{" SMITH ",'title':'History of Ice'}", FALSE},
    {"{" SMITH ",'title':'Salt, Part 1'}", "{" SMITH ",'title':'Salt, Part 2'}", FALSE},
    {"{'title':'One','DOI':'10.1/a'}", "{'title':'One','DOI':'10.1/b'}", FALSE},
    {"{'title':'Salt Found','container-title':'The Herald','issued':{'date-parts':[[1913,5,4]]}}",
     "{'title':'Salt Lost','container-title':'The Herald','issued':{'date-parts':[[1913,5,4]]}}",
     FALSE},
    {"{'container-title':'The Herald','issued':{'date-parts':[[1913,5,4]]}}",
     "{'container-title':'The Herald','issued':{'date-parts':[[1913,5,5]]}}",
     FALSE},
    {"{'container-title':'Niles Register','volume':'V'}",
     "{'container-title':'Niles Register','volume':'VI'}",
     FALSE},
    {"{'title':'Home','URL':'https://example.org/a'}",
     "{'title':'Home','URL':'https://example.org/b'}",
     FALSE},
    {"{" SMITH ",'title':'History'}", "{'title':'History'}", FALSE},
    {"{'title':'A History of Salt'}", "{'title':'History'}", FALSE},
    {"{}", "{}", FALSE},
    {"{'title':3,'author':'Smith','issued':[],'DOI':null}",
     "{'title':{},'author':[3],'issued':{'date-parts':3}}",
     FALSE},
};

static JsonObject *
read_fields (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (JsonNode) node = json_from_string (json, NULL);

  g_assert_nonnull (node);
  return json_node_dup_object (node);
}

static void
test_pairs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autoptr (IbidWorkMerger) merger = ibid_work_merger_new ();
    g_autoptr (JsonObject) left = read_fields (pairs[i].left);
    g_autoptr (JsonObject) right = read_fields (pairs[i].right);
    guint first = ibid_work_merger_add (merger, left, NULL, NULL);
    guint second = ibid_work_merger_add (merger, right, NULL, NULL);

    if ((first == second) != pairs[i].is_same)
      g_error ("%s and %s are %s",
               pairs[i].left,
               pairs[i].right,
               pairs[i].is_same ? "one work" : "two works");
    g_assert_cmpuint (ibid_work_merger_get_length (merger), ==, pairs[i].is_same ? 1 : 2);
  }
}

static void
test_letters (void)
{
  g_autoptr (IbidWorkMerger) merger = ibid_work_merger_new ();
  g_autoptr (JsonObject) fields = read_fields ("{" SMITH ",'title':'Salt'," YEAR ("1998") "}");
  g_autoptr (JsonObject) other = read_fields ("{" SMITH ",'title':'Ice'," YEAR ("1998") "}");
  guint first = ibid_work_merger_add (merger, fields, "Smith, J. 1998a. Salt.", NULL);
  guint second = ibid_work_merger_add (merger, other, "Smith, J. 1998b. Ice.", NULL);

  g_assert_cmpuint (ibid_work_merger_find_author (merger, "Smith", "1998a"), ==, first);
  g_assert_cmpuint (ibid_work_merger_find_author (merger, "SMITH", "1998b"), ==, second);
  g_assert_cmpuint (ibid_work_merger_find_author (merger, "Smith", ""), ==, second);
  g_assert_cmpuint (ibid_work_merger_find_author (merger, "Smith", "1999"), ==, IBID_NO_WORK);
  g_assert_cmpuint (ibid_work_merger_find_author (merger, "Jones", ""), ==, IBID_NO_WORK);
}

/* The work knows what any of its citations said. */
static void
test_fields (void)
{
  g_autoptr (IbidWorkMerger) merger = ibid_work_merger_new ();
  g_autoptr (JsonObject) shorter = read_fields ("{" SMITH ",'title':'Salt','publisher':'Dent'}");
  g_autoptr (JsonObject)
      full = read_fields ("{" SMITH ",'title':'A History of Salt'," YEAR ("1998") "}");
  guint work = ibid_work_merger_add (merger, shorter, NULL, NULL);
  JsonObject *fields;

  g_assert_cmpuint (ibid_work_merger_add (merger, full, NULL, NULL), ==, work);
  fields = ibid_work_merger_get_fields (merger, work);
  g_assert_cmpstr (json_object_get_string_member (fields, "title"), ==, "A History of Salt");
  g_assert_cmpstr (json_object_get_string_member (fields, "publisher"), ==, "Dent");
  g_assert_true (json_object_has_member (fields, "issued"));
}

/* One author of very many works costs no more than one of few. */
static void
test_many (void)
{
  g_autoptr (IbidWorkMerger) merger = ibid_work_merger_new ();

  for (guint i = 0; i < 20000; i++) {
    g_autoptr (JsonObject) fields = read_fields ("{" SMITH "}");
    g_autofree char *title = g_strdup_printf ("Title %u", i);

    json_object_set_string_member (fields, "title", title);
    g_assert_cmpuint (ibid_work_merger_add (merger, fields, NULL, NULL), ==, i);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/work-merger/pairs", test_pairs);
  g_test_add_func ("/analysis/work-merger/letters", test_letters);
  g_test_add_func ("/analysis/work-merger/fields", test_fields);
  g_test_add_func ("/analysis/work-merger/many", test_many);
  return g_test_run ();
}
