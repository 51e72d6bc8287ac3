/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "model/ibid-span.h"

void
ibid_span_clear (IbidSpan *span)
{
  g_clear_pointer (&span->href, g_free);
  g_clear_pointer (&span->extra, json_object_unref);
}
