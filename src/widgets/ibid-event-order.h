/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-event.h"

/* In which order events are listed; the nicks "date" and "text" are those of the setting. */
typedef enum {
  IBID_EVENT_ORDER_DATE,
  IBID_EVENT_ORDER_TEXT, /* by the first place that tells it */
} IbidEventOrder;

#define IBID_TYPE_EVENT_ORDER (ibid_event_order_get_type ())
GType ibid_event_order_get_type (void);

/* A new list of the same IbidEvent; those that are equal keep the order of `events`. */
IbidList *ibid_event_order_sort (IbidList *events, IbidEventOrder order);
