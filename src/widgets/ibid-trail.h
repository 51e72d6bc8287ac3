/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib-object.h>

/* Where the reader was before each jump, and after it: Back and Forward. */
typedef struct {
  guint offset; /* of the text buffer */
  int y;        /* its line's height in the view */
} IbidSpot;

#define IBID_TYPE_TRAIL (ibid_trail_get_type ())
G_DECLARE_FINAL_TYPE (IbidTrail, ibid_trail, IBID, TRAIL, GObject)

/* Properties "can-go-back" and "can-go-forward" notify. */
IbidTrail *ibid_trail_new (void);

/* The reader jumps away from `here`; what lay ahead is forgotten. */
void ibid_trail_leave (IbidTrail *self, IbidSpot here);

/* The spot to go to from `here`; FALSE when there is none. */
gboolean ibid_trail_back (IbidTrail *self, IbidSpot here, IbidSpot *to);
gboolean ibid_trail_forward (IbidTrail *self, IbidSpot here, IbidSpot *to);

void ibid_trail_clear (IbidTrail *self);
