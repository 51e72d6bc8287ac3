/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-note-text.h"

/* Words that stand for a work named before: "Ibid., 14", "ebd.", "a.a.O.", "там же", "同上", "op.
 * cit.", "see above, n. 12", in whatever case, with or without full stops. Offsets are code points
 * of the note's text. */

typedef enum {
  IBID_BACK_NONE,
  IBID_BACK_IBID,    /* the same work */
  IBID_BACK_IDEM,    /* the same author */
  IBID_BACK_OP_CIT,  /* the work that the named author was cited with */
  IBID_BACK_LOC_CIT, /* and the same place in it */
  IBID_BACK_NOTE,    /* the works of another note */
} IbidBackForm;

typedef struct {
  IbidBackForm form;
  guint start; /* of the words, "Ibid." or "above n. 12" */
  guint end;
  guint label_start; /* IBID_BACK_NOTE: the other note's number */
  guint label_end;
  guint second_start; /* of another: "nn. 1 and 2"; empty mostly */
  guint second_end;
  gboolean below; /* it is said to come later: infra, below, unten */
} IbidBackReference;

/* Whether words of this kind begin at word `index`. */
gboolean
ibid_back_reference_match (const IbidNoteText *note, guint index, IbidBackReference *found);

/* The first in `start` to `end`, quotations and addresses left out. */
gboolean ibid_back_reference_find (const IbidNoteText *note,
                                   guint start,
                                   guint end,
                                   IbidBackReference *found);

/* The name by which a citation says that it will be cited: "(hereafter *CW*)", "im Folgenden: X",
 * "ci-après X". FALSE when it says none. */
gboolean ibid_back_reference_find_hereafter (const IbidNoteText *note,
                                             guint start,
                                             guint end,
                                             IbidStretch *name);
