/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gtk/gtk.h>

/* Places of a text that assistive tools take for links, where GTK has such (4.22); before, nothing
 * happens here. All functions are asked while a document is shown, and must answer fast. */
typedef struct {
  guint (*get_n_links) (GtkWidget *text);
  /* What the link is called, free with g_free(); `start` and `length` in code points. */
  char *(*describe_link) (GtkWidget *text, guint index, guint *start, guint *length);
  /* The index of the link at a code point; G_MAXUINT for none. */
  guint (*get_link_at) (GtkWidget *text, guint offset);
} IbidCompatLinks;

/* For the definition of `type`, a widget that shows text. `links` must live on. */
void ibid_compat_implement_links (GType type, const IbidCompatLinks *links);

/* Forgets all links that were handed out: the widget shows another text. */
void ibid_compat_forget_links (GtkWidget *text);
