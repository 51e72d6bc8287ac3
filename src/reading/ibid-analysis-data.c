/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "reading/ibid-analysis-data.h"

#include "ibid-core-resources.h"

#define FOLDER "/org/ibidreader/Ibid/analysis/"

/* Asked for by name, as the linker would leave out of a static library what registers itself. */
static GBytes *
load (const char *path)
{
  return g_resource_lookup_data (
      ibid_core_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

GBytes *
ibid_analysis_data_get_weights (void)
{
  return load (FOLDER "labeller.bin");
}

static GBytes *
get_states (void)
{
  static GBytes *states;

  if (g_once_init_enter (&states))
    g_once_init_leave (&states, load (FOLDER "states.tsv"));
  return states;
}

IbidLabeller *
ibid_analysis_data_get_labeller (void)
{
  static IbidLabeller *labeller;

  if (g_once_init_enter (&labeller)) {
    g_autoptr (GBytes) weights = ibid_analysis_data_get_weights ();
    g_autoptr (GError) error = NULL;
    IbidLabeller *made = ibid_labeller_new (weights, &error);

    /* Our own file; a test reads it. */
    if (made == NULL)
      g_error ("%s", error->message);
    g_once_init_leave (&labeller, made);
  }
  return labeller;
}

const IbidAnalysisData *
ibid_analysis_data_get (void)
{
  static const IbidAnalysisData data = {ibid_analysis_data_get_labeller, get_states};

  return &data;
}
