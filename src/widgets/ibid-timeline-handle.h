/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gtk/gtk.h>

/* The grip of a timeline's handle: a slider for keyboard and assistive tools. It says a year and
 * asks for another one; the timeline decides.
 *
 * move (int year): the reader wants it at `year`, which may lie outside the bounds. */
#define IBID_TYPE_TIMELINE_HANDLE (ibid_timeline_handle_get_type ())
G_DECLARE_FINAL_TYPE (IbidTimelineHandle, ibid_timeline_handle, IBID, TIMELINE_HANDLE, GtkWidget)

/* `label`: what assistive tools call it. */
GtkWidget *ibid_timeline_handle_new (const char *label);

/* Where it is and can go; Page Up and Page Down move it by a part of the timeline's `span`. */
void ibid_timeline_handle_set_year (
    IbidTimelineHandle *self, int year, int lower, int upper, gint64 span);
