/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gtk/gtk.h>

/* Side panel, content and source pane, side by side while there is room. When there is less, the
 * side panel folds away (and lies over the content when it is asked for); when there is less yet,
 * the pane lies over the content as a sheet, above or below the line that is read. Nothing slides:
 * each change is one new layout, so that the text is wrapped once. A finger that wipes across
 * brings a folded side panel, and puts it away. */
#define IBID_TYPE_SPLIT (ibid_split_get_type ())
G_DECLARE_FINAL_TYPE (IbidSplit, ibid_split, IBID, SPLIT, GtkWidget)

/* Properties: "sidebar", "content", "pane" (GtkWidget); "show-sidebar" and "show-pane" are what the
 * reader wants, "sidebar-folded" and "pane-folded" (read-only) what there is room for;
 * "pane-short" (read-only): a folded pane has few lines; "sidebar-width", "pane-width" in pixels at
 * the default size of text, changed by dragging the edge; "content-width": what the content needs
 * to be read well. A folded side panel is seen only while "sidebar-over" is TRUE. */

gboolean ibid_split_get_show_sidebar (IbidSplit *self);
void ibid_split_set_show_sidebar (IbidSplit *self, gboolean show);

gboolean ibid_split_get_show_pane (IbidSplit *self);
void ibid_split_set_show_pane (IbidSplit *self, gboolean show);

gboolean ibid_split_get_sidebar_folded (IbidSplit *self);
gboolean ibid_split_get_pane_folded (IbidSplit *self);
gboolean ibid_split_get_pane_short (IbidSplit *self);

/* Pixels that the pane takes beside the content, at the size that text has. */
int ibid_split_get_pane_width (IbidSplit *self);

/* Puts a folded side panel over the content, or away. While it is over, it has the focus, and
 * content and pane cannot take it. */
void ibid_split_set_sidebar_over (IbidSplit *self, gboolean over);
gboolean ibid_split_get_sidebar_over (IbidSplit *self);

void ibid_split_set_content_width (IbidSplit *self, int width);

/* Pixels from the content's upper edge: a pane over the content leaves this line free if it can. */
void ibid_split_set_line (IbidSplit *self, int y, int height);
