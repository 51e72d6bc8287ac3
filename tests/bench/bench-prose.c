/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* What sentences, dates, claims, actors and events take, against bare pango_get_log_attrs() over
 * the same paragraphs:
 *
 *   bench-prose STATES FILE
 *
 * A line for the text once, twice and four times: milliseconds of both, and how many times
 * Pango's the analysis takes. */
#include "analysis/ibid-actors.h"
#include "analysis/ibid-claims.h"
#include "analysis/ibid-events.h"

#include <pango/pango.h>
#include <stdio.h>
#include <string.h>

#define N_ROUNDS 5

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
run_pango (char **paragraphs, guint n_copies)
{
  for (guint copy = 0; copy < n_copies; copy++)
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
run_analysis (IbidDocument *document, GBytes *table)
{
  g_autoptr (IbidProse) prose = ibid_prose_new (document);
  g_autoptr (IbidStates) states = ibid_states_new (table, "en");
  g_autoptr (IbidList) claims = ibid_claims_find (prose);
  g_autoptr (IbidList) actors = ibid_actors_find (prose, states);
  g_autoptr (IbidList) events = ibid_events_find (prose, claims, actors, states);

  g_assert (ibid_list_get_length (events) <= G_MAXUINT);
}

static void
measure (char **paragraphs, guint n_copies, GBytes *table)
{
  g_autoptr (IbidDocument) document = make_document (paragraphs, n_copies);
  gint64 pango = G_MAXINT64;
  gint64 analysis = G_MAXINT64;

  for (guint i = 0; i < N_ROUNDS; i++) {
    gint64 start = g_get_monotonic_time ();
    gint64 middle;

    run_pango (paragraphs, n_copies);
    middle = g_get_monotonic_time ();
    run_analysis (document, table);
    pango = MIN (pango, middle - start);
    analysis = MIN (analysis, g_get_monotonic_time () - middle);
  }
  printf ("%u\t%.1f\t%.1f\t%.2f\n",
          n_copies,
          (double)pango / 1000,
          (double)analysis / 1000,
          (double)analysis / (double)pango);
}

int
main (int argc, char *argv[])
{
  g_autofree char *states = NULL;
  g_autofree char *text = NULL;
  g_autofree char *valid = NULL;
  g_auto (GStrv) paragraphs = NULL;
  g_autoptr (GBytes) table = NULL;
  gsize length = 0;

  if (argc != 3 || !g_file_get_contents (argv[1], &states, &length, NULL) ||
      !g_file_get_contents (argv[2], &text, NULL, NULL)) {
    g_printerr ("bench-prose STATES FILE\n");
    return 64;
  }
  table = g_bytes_new (states, length);
  valid = g_utf8_make_valid (text, -1);
  paragraphs = g_strsplit (valid, "\n", -1);
  for (guint n_copies = 1; n_copies <= 4; n_copies *= 2)
    measure (paragraphs, n_copies, table);
  return 0;
}
