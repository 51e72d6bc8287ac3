/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* What sentences, dates, claims, actors and events take, against bare pango_get_log_attrs() over
 * the same paragraphs, and how that grows:
 *
 *   bench-prose FILE
 *
 * Pairs of milliseconds, taken in turn, a pair a line: "pango P analysis A" for the text once, then
 * "once A eightfold B". */
#include "analysis/ibid-actors.h"
#include "analysis/ibid-claims.h"
#include "analysis/ibid-events.h"
#include "reading/ibid-analysis-data.h"

#include <pango/pango.h>
#include <string.h>

#define N_ROUNDS 7
#define N_COPIES 8

static IbidDocument *
make_document (char **paragraphs, guint n_copies)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidSection) section = ibid_section_new ("s1", 1);
  guint n = 0;

  ibid_body_set_language (body, "en");
  for (guint copy = 0; copy < n_copies; copy++)
    for (guint i = 0; paragraphs[i] != NULL; i++) {
      g_autofree char *id = g_strdup_printf ("p%u", ++n);
      g_autoptr (IbidParagraph) paragraph = ibid_paragraph_new (id, IBID_PARAGRAPH_BODY);

      ibid_passage_take_text (IBID_PASSAGE (paragraph), g_strdup (paragraphs[i]));
      ibid_section_add_paragraph (section, paragraph);
    }
  ibid_body_add_section (body, section);
  return ibid_document_new (body, NULL);
}

static void
run_pango (char **paragraphs)
{
  for (guint i = 0; paragraphs[i] != NULL; i++) {
    int n = (int)g_utf8_strlen (paragraphs[i], -1) + 1;
    g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, n);

    pango_get_log_attrs (paragraphs[i],
                         (int)strlen (paragraphs[i]),
                         -1,
                         pango_language_from_string ("en"),
                         attrs,
                         n);
  }
}

static void
run_analysis (IbidDocument *document)
{
  g_autoptr (IbidProse) prose = ibid_prose_new (document);
  g_autoptr (IbidStates) states = ibid_states_new (ibid_analysis_data_get ()->get_states (), "en");
  g_autoptr (IbidList) claims = ibid_claims_find (prose);
  g_autoptr (IbidList) actors = ibid_actors_find (prose, states);
  g_autoptr (IbidList) events = ibid_events_find (prose, claims, actors, states);

  g_assert_cmpuint (ibid_list_get_length (events), >, 0);
}

static double
take (IbidDocument *document)
{
  gint64 start = g_get_monotonic_time ();

  run_analysis (document);
  return (double)(g_get_monotonic_time () - start) / 1000;
}

static void
compare_with_pango (char **paragraphs)
{
  g_autoptr (IbidDocument) document = make_document (paragraphs, 1);

  for (guint i = 0; i < N_ROUNDS; i++) {
    gint64 start = g_get_monotonic_time ();
    double pango;

    run_pango (paragraphs);
    pango = (double)(g_get_monotonic_time () - start) / 1000;
    g_print ("pango %.1f analysis %.1f\n", pango, take (document));
  }
}

static void
measure_growth (char **paragraphs)
{
  g_autoptr (IbidDocument) once = make_document (paragraphs, 1);
  g_autoptr (IbidDocument) eightfold = make_document (paragraphs, N_COPIES);

  for (guint i = 0; i < N_ROUNDS; i++) {
    double one = take (once);

    g_print ("once %.1f eightfold %.1f\n", one, take (eightfold));
  }
}

int
main (int argc, char *argv[])
{
  g_autofree char *text = NULL;
  g_autofree char *valid = NULL;
  g_auto (GStrv) paragraphs = NULL;

  if (argc != 2 || !g_file_get_contents (argv[1], &text, NULL, NULL)) {
    g_printerr ("bench-prose FILE\n");
    return 64;
  }
  valid = g_utf8_make_valid (text, -1);
  paragraphs = g_strsplit (valid, "\n", -1);
  compare_with_pango (paragraphs);
  measure_growth (paragraphs);
  return 0;
}
