/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gtk/gtk.h>

/* What shines under the words of a text view: the claim at hand, rings around the other markers of
 * its work, hits of a search, a fading flash, the line under a hovered marker. Drawn, not tagged:
 * a tag would have its line laid out again, and the text must not move. Offsets are the buffer's.
 */
#define IBID_TYPE_TEXT_LIGHTS (ibid_text_lights_get_type ())
G_DECLARE_FINAL_TYPE (IbidTextLights, ibid_text_lights, IBID, TEXT_LIGHTS, GObject)

typedef struct {
  guint start;
  guint end;
} IbidLight;

/* Redraws `view` (borrowed) when something changes. */
IbidTextLights *ibid_text_lights_new (GtkTextView *view);

/* An empty range (start == end) puts the light out. */
void ibid_text_lights_set_claim (IbidTextLights *self, IbidLight claim);
void ibid_text_lights_set_hover (IbidTextLights *self, IbidLight hover);

/* IbidLight, ascending; taken. NULL for none. */
void ibid_text_lights_take_rings (IbidTextLights *self, GArray *rings);

/* IbidLight, ascending; taken. `current` is the index of the hit at hand, G_MAXUINT for none. */
void ibid_text_lights_take_hits (IbidTextLights *self, GArray *hits, guint current);
void ibid_text_lights_set_current_hit (IbidTextLights *self, guint current);

/* Shines and fades within a second; with reduced motion it stands still for a moment instead. */
void ibid_text_lights_flash (IbidTextLights *self, IbidLight flash);

/* Draws what lies within buffer offsets `first` to `last`, in buffer coordinates. */
void
ibid_text_lights_snapshot (IbidTextLights *self, GtkSnapshot *snapshot, guint first, guint last);
