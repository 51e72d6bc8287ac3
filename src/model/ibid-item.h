/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib-object.h>
#include <json-glib/json-glib.h>

/* What every object of a document has in common: an id (notes and citations have none) and the
 * members of its JSON object that this version does not know, kept for writing.
 *
 * Life of an item: it is filled in by one thread through the functions that its header lists
 * under "Building", then sealed when the document takes it, and from then on never changes, so
 * that any thread may read it. Building functions on a sealed item are programming errors. */
#define IBID_TYPE_ITEM (ibid_item_get_type ())
G_DECLARE_DERIVABLE_TYPE (IbidItem, ibid_item, IBID, ITEM, GObject)

struct _IbidItemClass {
  GObjectClass parent_class;

  /* Marks what the item owns as sealed, too. */
  void (*seal) (IbidItem *self);
};

/* NULL for notes and citations. */
const char *ibid_item_get_id (IbidItem *self);

/* Unknown members in the order of the file; NULL when there are none. Borrowed. */
JsonObject *ibid_item_get_extra (IbidItem *self);

/* Building. */
void ibid_item_set_id (IbidItem *self, const char *id);
void ibid_item_set_extra (IbidItem *self, JsonObject *extra);
void ibid_item_seal (IbidItem *self);
gboolean ibid_item_is_sealed (IbidItem *self);

/* For tables whose keys are ids: like g_str_hash(), but started with a number of this process's
 * own, so that nobody can make a file whose ids all fall together. */
guint ibid_item_id_hash (gconstpointer id);
