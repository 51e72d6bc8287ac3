/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <json-glib/json-glib.h>

/* Writes JSON that people can read and compare, and of which every byte is determined: two blanks
 * a level, UTF-8 as it is, numbers the same in every locale.
 *
 * An object or array that is begun as a line stays in one, with all that is in it:
 *   {"start": 4, "end": 9, "style": "emphasis"} */
typedef struct {
  GString *out;
  guint depth;
  guint line_depth;  /* from where on all is in one line; 0: nothing is */
  gboolean is_first; /* nothing yet in the object or array at hand */
  gboolean has_name; /* a member's name waits for its value */
} IbidJsonEmitter;

void ibid_json_emitter_init (IbidJsonEmitter *self);

/* What was written, with a line end behind it; transfer full. Ends the emitter's use. */
GBytes *ibid_json_emitter_finish (IbidJsonEmitter *self);

void ibid_json_emitter_begin_object (IbidJsonEmitter *self);
void ibid_json_emitter_begin_object_line (IbidJsonEmitter *self);
void ibid_json_emitter_end_object (IbidJsonEmitter *self);
void ibid_json_emitter_begin_array (IbidJsonEmitter *self);
void ibid_json_emitter_begin_array_line (IbidJsonEmitter *self);
void ibid_json_emitter_end_array (IbidJsonEmitter *self);

/* The member that the next value, object or array belongs to. */
void ibid_json_emitter_name (IbidJsonEmitter *self, const char *name);

void ibid_json_emitter_string (IbidJsonEmitter *self, const char *value);
void ibid_json_emitter_int (IbidJsonEmitter *self, gint64 value);

/* With 15 digits, or as many more as it takes to be read as the same number; never without a point
 * or exponent, so that it stays what it is; null for what is no number. */
void ibid_json_emitter_double (IbidJsonEmitter *self, double value);

/* A value from json-glib, in a line when it is small. At most as deep as a file may be. */
void ibid_json_emitter_node (IbidJsonEmitter *self, JsonNode *node);
