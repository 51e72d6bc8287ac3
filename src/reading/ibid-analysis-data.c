/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "reading/ibid-analysis-data.h"

#include "ibid-core-resources.h"

#define FOLDER "/org/ibidreader/Ibid/analysis/"

/* Asked for by name, as the linker would leave out of a static library what registers itself. */
GBytes *
ibid_analysis_data_get_weights (void)
{
  return g_resource_lookup_data (
      ibid_core_get_resource (), FOLDER "labeller.bin", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
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
