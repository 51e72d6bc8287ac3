/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-importer.h"

#include <json-glib/json-glib.h>

/* A study file that is being read: scanned as a whole, then parsed piece by piece, since the tree
 * of a whole file takes many times its size. The pieces are the runs of elements of the root's long
 * arrays (sections, references, works, claims, actors, events), and the root without them.
 *
 * Lives on the stack of the function that reads; borrows what it is given. */
typedef struct {
  const char *data;
  gsize length;
  const IbidImportOptions *options;
  GCancellable *cancellable;
  GArray *runs;      /* IbidStudyRun, in the order of the file */
  guint n_parsed;    /* of them */
  guint n_entered;   /* objects that were looked into, see ibid-study-fields.h */
  GHashTable *items; /* id to IbidItem, both borrowed; see ibid-study-ids.h */
} IbidStudyFile;

/* Fails as ibid_study_scan() does; must be cleared all the same. */
gboolean ibid_study_file_init (IbidStudyFile *self,
                               GBytes *bytes,
                               const IbidImportOptions *options,
                               GCancellable *cancellable,
                               GError **error);
void ibid_study_file_clear (IbidStudyFile *self);

/* The root, its long arrays empty. Free with json_node_unref(). */
JsonNode *ibid_study_file_parse_root (IbidStudyFile *self, GError **error);

/* The elements of a run, as an array. Reports progress, and may fail with G_IO_ERROR_CANCELLED.
 * Free with json_node_unref(). */
JsonNode *ibid_study_file_parse_run (IbidStudyFile *self, guint run, GError **error);
