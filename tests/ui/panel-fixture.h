/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"
#include "tools/ui-driver.h"
#include <adwaita.h>

/* What the tests of the side panel's pages share: a document made by hand, a window around a page,
 * ways to look into it.
 *
 * The document is called "A Title". Its text, with the notes in brackets:
 *   s0       ""            p0 "Words ahead."
 *   s1       "Beginnings"  p1 "Alpha was born in 1900.[1] Beta objected."
 *   s2  (2)  "Détails"     p2 "Gamma rose by 5 %.[1][2] Delta will fall."
 *   s3       "End"         p3 "Nothing else is known."
 * References: r1 "Miller, Café Society, 1950.", r2 "Ibid." (w1, too), r3 "Unused source."
 * Claims: c1 an event, r1; c2 an attribution; c3 a statistic, r1 and r2; c4 a forecast. */
IbidDocument *panel_fixture_document_new (void);

/* That document on a page of its own, in a window. */
typedef struct {
  IbidDocument *document;
  gpointer page; /* IbidPanelPage */
  GtkWindow *window;
} PanelFixture;

/* `get_type` is the page's; at the end page and document must be nobody else's. */
void panel_fixture_set_up (PanelFixture *fixture, gconstpointer get_type);
void panel_fixture_tear_down (PanelFixture *fixture, gconstpointer get_type);

/* One section without heading, nothing else; analysed and nothing found when `is_analysed`. */
IbidDocument *panel_fixture_plain_document_new (gboolean is_analysed);

/* `n` claims and references, all on one work, used once each. */
IbidDocument *panel_fixture_big_document_new (guint n);

/* Registers the resources, starts GTK. */
void panel_fixture_init (int *argc, char ***argv);

/* Shows `widget`, 320 by 700, and waits until it is drawn. */
GtkWindow *panel_fixture_window_new (gpointer widget);

/* The first descendant of `type`, or the one of all such whose "label" is `label`; none of a
 * popover.
 */
gpointer panel_fixture_find (gpointer widget, GType type);
gpointer panel_fixture_find_labelled (gpointer widget, GType type, const char *label);

/* TRUE when a mapped label within says exactly `text`. */
gboolean panel_fixture_shows (gpointer widget, const char *text);

/* The label texts of each row of the list view within: "Event|1|Alpha was born…", rows parted by
 * line ends. Free with g_free(). */
char *panel_fixture_dup_rows (gpointer widget);

/* As a click on the row does. */
void panel_fixture_activate_row (gpointer widget, guint position);

/* The position of the row that looks selected; G_MAXUINT when none does. */
guint panel_fixture_get_marked (gpointer widget);

/* Types `text` into the entry within, in place of what is there. */
void panel_fixture_type (gpointer widget, const char *text);

/* Collects what the signals go-to and show-reference say, as "id start end" and "id", in the
 * order of emission, parted by line ends. */
GString *panel_fixture_log_signals (gpointer widget);
