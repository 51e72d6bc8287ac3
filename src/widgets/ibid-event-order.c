/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-event-order.h"

G_DEFINE_ENUM_TYPE (IbidEventOrder,
                    ibid_event_order,
                    G_DEFINE_ENUM_VALUE (IBID_EVENT_ORDER_DATE, "date"),
                    G_DEFINE_ENUM_VALUE (IBID_EVENT_ORDER_TEXT, "text"))

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  return ibid_date_compare (ibid_event_get_date (*(IbidEvent *const *)a),
                            ibid_event_get_date (*(IbidEvent *const *)b));
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const IbidPlace *place_a = ibid_event_get_place (*(IbidEvent *const *)a, 0);
  const IbidPlace *place_b = ibid_event_get_place (*(IbidEvent *const *)b, 0);
  guint position_a = ibid_paragraph_get_position (place_a->paragraph);
  guint position_b = ibid_paragraph_get_position (place_b->paragraph);

  if (position_a != position_b)
    return position_a < position_b ? -1 : 1;
  return place_a->start == place_b->start ? 0 : place_a->start < place_b->start ? -1 : 1;
}

IbidList *
ibid_event_order_sort (IbidList *events, IbidEventOrder order)
{
  IbidList *sorted = ibid_list_new (IBID_TYPE_EVENT);
  g_autoptr (GPtrArray) array = g_ptr_array_new ();
  guint n_events;

  g_return_val_if_fail (IBID_IS_LIST (events), sorted);
  n_events = ibid_list_get_length (events);
  for (guint i = 0; i < n_events; i++)
    g_ptr_array_add (array, ibid_list_get (events, i));
  g_ptr_array_sort (array, order == IBID_EVENT_ORDER_DATE ? compare_dates : compare_places);
  for (guint i = 0; i < array->len; i++)
    ibid_list_add (sorted, g_ptr_array_index (array, i));
  return sorted;
}
