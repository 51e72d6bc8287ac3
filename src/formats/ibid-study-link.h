/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-study-fields.h"
#include "model/ibid-reference.h"

/* Where a note or a citation of a reference points to a reference, which may come later in the
 * file: noted while references are read, followed when all are there. */
typedef struct {
  gpointer item;     /* the note or citation; borrowed */
  char *id;          /* what it names */
  IbidReference *to; /* the same, once it has been followed; borrowed */
  guint reference;   /* indices in the file: of the reference that it stands in, */
  guint element;     /* and of the item there */
} IbidStudyLink;

/* A GArray of them that frees what they own. */
GArray *ibid_study_links_new (void);

/* `element` is the note or citation. */
void
ibid_study_links_add (GArray *links, const IbidStudyFields *element, gpointer item, const char *id);

/* Follows all. `list` and `member` say where the links stand: "citations", "antecedent". */
gboolean ibid_study_links_follow (GArray *links,
                                  const IbidStudyFields *root,
                                  const char *list,
                                  const char *member,
                                  GError **error);
