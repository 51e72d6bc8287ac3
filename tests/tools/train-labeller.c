/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */

/* Learns to label references:
 *
 *   train-labeller [OPTIONS] LABELLED-TEXTS WEIGHTS
 *
 * Reads what labelled_texts.py writes, writes what ibid-labeller.h describes; the same bytes every
 * time. `make train` calls it. */
#include "tools/labeller-file.h"
#include "tools/ranker.h"

#include <stdio.h>
#include <stdlib.h>

#define MAX_SIZE 3000000

int
main (int argc, char *argv[])
{
  CrfOptions options = {.n_epochs = 9, .step = 0.05f, .dropout = 0.6f, .decay = 0.002f, .seed = 1};
  double step = options.step, dropout = options.dropout, decay = options.decay, least = 0.012;
  int min_count = 4, max_size = MAX_SIZE;
  g_autofree char *ranked = NULL;
  int n_ranks = 30000, half_epochs = 6;
  const GOptionEntry entries[] = {
      {"epochs", 0, 0, G_OPTION_ARG_INT, &options.n_epochs, "how often all is learned", "N"},
      {"step", 0, 0, G_OPTION_ARG_DOUBLE, &step, "of AdaGrad", "X"},
      {"dropout", 0, 0, G_OPTION_ARG_DOUBLE, &dropout, "share of features not seen", "X"},
      {"decay", 0, 0, G_OPTION_ARG_DOUBLE, &decay, "L2", "X"},
      {"min-count", 0, 0, G_OPTION_ARG_INT, &min_count, "of a feature", "N"},
      {"least", 0, 0, G_OPTION_ARG_DOUBLE, &least, "weight that is kept", "X"},
      {"size", 0, 0, G_OPTION_ARG_INT, &max_size, "of the file, at most", "BYTES"},
      {"ranked", 0, 0, G_OPTION_ARG_FILENAME, &ranked, "learn whole ways of these", "FILE"},
      {"ranks", 0, 0, G_OPTION_ARG_INT, &n_ranks, "of whole ways, at most", "N"},
      {"half-epochs", 0, 0, G_OPTION_ARG_INT, &half_epochs, "for whole ways", "N"},
      {"seed", 0, 0, G_OPTION_ARG_INT, &options.seed, "of the random numbers", "N"},
      {NULL, 0, 0, 0, NULL, NULL, NULL},
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("LABELLED-TEXTS WEIGHTS");
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) file = NULL;
  LabelledTexts *texts;
  g_autoptr (GArray) ranks = NULL;
  Crf *crf;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 3)
    g_error ("%s", error != NULL ? error->message : "see --help");
  options.step = (float)step;
  options.dropout = (float)dropout;
  options.decay = (float)decay;
  texts = labelled_texts_read (argv[1], (guint)min_count);
  fprintf (stderr,
           "%u texts, %u tokens, %u features\n",
           texts->n_texts,
           texts->text_ends[texts->n_texts - 1],
           texts->n_features);
  crf = crf_train (texts, &options);
  if (ranked != NULL) {
    CrfOptions half = options;

    half.n_epochs = (guint)half_epochs;
    ranks = ranker_train (ranked, (guint)min_count, &half, (guint)n_ranks);
  }
  file = labeller_file_make (texts, crf, ranks, (float)least, (guint)max_size);
  if (!g_file_set_contents (argv[2], (const char *)file->data, file->len, &error))
    g_error ("%s", error->message);
  crf_free (crf);
  labelled_texts_free (texts);
  return EXIT_SUCCESS;
}
