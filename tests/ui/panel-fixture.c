/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "panel-fixture.h"

#include "widgets/ibid-panel-page.h"

#include <string.h>

/* Made by meson of ibid.gresource.xml. */
#include "ibid-resources.h"

static IbidSection *
add_section (IbidBody *body, const char *id, guint level, const char *heading)
{
  g_autoptr (IbidSection) section = ibid_section_new (id, level);

  ibid_passage_take_text (IBID_PASSAGE (section), g_strdup (heading));
  ibid_body_add_section (body, section);
  return section;
}

static IbidParagraph *
add_paragraph (IbidSection *section, const char *id, const char *text)
{
  g_autoptr (IbidParagraph) paragraph = ibid_paragraph_new (id, IBID_PARAGRAPH_BODY);

  ibid_passage_take_text (IBID_PASSAGE (paragraph), g_strdup (text));
  ibid_section_add_paragraph (section, paragraph);
  return paragraph;
}

static IbidReference *
add_reference (IbidBody *body, const char *id, const char *label, const char *text)
{
  g_autoptr (IbidReference) reference = ibid_reference_new (id, IBID_REFERENCE_FOOTNOTE, label);

  ibid_passage_take_text (IBID_PASSAGE (reference), g_strdup (text));
  ibid_body_add_reference (body, reference);
  return reference;
}

static void
add_note (IbidParagraph *paragraph, guint at, IbidReference *reference)
{
  g_autoptr (IbidNote) note = ibid_note_new (at, ibid_reference_get_label (reference));

  ibid_note_set_reference (note, reference);
  ibid_passage_add_note (IBID_PASSAGE (paragraph), note);
}

static IbidWork *
add_work (IbidList *works)
{
  JsonObject *fields = json_object_new ();
  JsonObject *author = json_object_new ();
  JsonArray *authors = json_array_new ();
  g_autoptr (IbidWork) work = NULL;

  json_object_set_string_member (author, "family", "Miller");
  json_array_add_object_element (authors, author);
  json_object_set_string_member (fields, "type", "book");
  json_object_set_string_member (fields, "title", "Café Society");
  json_object_set_array_member (fields, "author", authors);
  work = ibid_work_new ("w1", fields);
  json_object_unref (fields);
  ibid_list_add (works, work);
  return work;
}

static void
add_citation (IbidAnnotations *annotations,
              IbidReference *reference,
              IbidWork *work,
              IbidVia via,
              IbidReference *antecedent)
{
  guint length = ibid_passage_get_length (IBID_PASSAGE (reference));
  g_autoptr (IbidCitation) citation = ibid_citation_new (reference, 0, length, via);
  g_autoptr (IbidList) citations = ibid_list_new (IBID_TYPE_CITATION);

  ibid_citation_set_work (citation, work);
  if (antecedent != NULL)
    ibid_citation_set_antecedent (citation, antecedent);
  ibid_list_add (citations, citation);
  ibid_annotations_set_citations (annotations, reference, citations);
}

static IbidClaim *
add_claim (IbidList *claims,
           const char *id,
           IbidParagraph *paragraph,
           guint start,
           guint end,
           IbidClaimKind kind)
{
  g_autoptr (IbidClaim) claim = ibid_claim_new (id, paragraph, start, end, kind);

  ibid_list_add (claims, claim);
  return claim;
}

IbidDocument *
panel_fixture_document_new (void)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidAnnotations) annotations = ibid_annotations_new ();
  g_autoptr (IbidList) works = ibid_list_new (IBID_TYPE_WORK);
  g_autoptr (IbidList) claims = ibid_list_new (IBID_TYPE_CLAIM);
  IbidReference *r1 = add_reference (body, "r1", "1", "Miller, Café Society, 1950.");
  IbidReference *r2 = add_reference (body, "r2", "2", "Ibid.");
  IbidWork *work = add_work (works);
  IbidParagraph *p1, *p2;
  IbidClaim *claim;

  add_reference (body, "r3", "3", "Unused source.");
  add_paragraph (add_section (body, "s0", 1, ""), "p0", "Words ahead.");
  p1 = add_paragraph (
      add_section (body, "s1", 1, "Beginnings"), "p1", "Alpha was born in 1900. Beta objected.");
  p2 = add_paragraph (
      add_section (body, "s2", 2, "Détails"), "p2", "Gamma rose by 5 %. Delta will fall.");
  add_paragraph (add_section (body, "s3", 1, "End"), "p3", "Nothing else is known.");
  add_note (p1, 23, r1);
  add_note (p2, 18, r1);
  add_note (p2, 18, r2);
  add_citation (annotations, r1, work, IBID_VIA_FULL, NULL);
  add_citation (annotations, r2, work, IBID_VIA_IBID, r1);
  ibid_claim_add_reference (add_claim (claims, "c1", p1, 0, 23, IBID_CLAIM_EVENT), r1);
  add_claim (claims, "c2", p1, 24, 38, IBID_CLAIM_ATTRIBUTION);
  claim = add_claim (claims, "c3", p2, 0, 18, IBID_CLAIM_STATISTIC);
  ibid_claim_add_reference (claim, r1);
  ibid_claim_add_reference (claim, r2);
  add_claim (claims, "c4", p2, 19, 35, IBID_CLAIM_FORECAST);
  ibid_annotations_set_works (annotations, works);
  ibid_annotations_set_claims (annotations, claims);
  ibid_body_set_title (body, "A Title");
  return ibid_document_new (body, annotations);
}

IbidDocument *
panel_fixture_plain_document_new (gboolean is_analysed)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidAnnotations) annotations = ibid_annotations_new ();

  add_paragraph (add_section (body, "s1", 1, ""), "p1", "Nothing to see.");
  if (is_analysed)
    ibid_annotations_set_claims (annotations, ibid_list_get_empty (IBID_TYPE_CLAIM));
  return ibid_document_new (body, annotations);
}

IbidDocument *
panel_fixture_big_document_new (guint n)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidAnnotations) annotations = ibid_annotations_new ();
  g_autoptr (IbidList) works = ibid_list_new (IBID_TYPE_WORK);
  g_autoptr (IbidList) claims = ibid_list_new (IBID_TYPE_CLAIM);
  IbidSection *section = add_section (body, "s1", 1, "Everything");
  IbidWork *work = add_work (works);

  for (guint i = 1; i <= n; i++) {
    g_autofree char *p_id = g_strdup_printf ("p%u", i);
    g_autofree char *r_id = g_strdup_printf ("r%u", i);
    g_autofree char *c_id = g_strdup_printf ("c%u", i);
    g_autofree char *text = g_strdup_printf (
        "In the year of its founding, the number of the society’s members was %u, as its own "
        "rolls have it, and it never grew again until the end of the war.",
        i);
    g_autofree char *note = g_strdup_printf ("Miller, Café Society, 1950, p. %u.", i);
    IbidParagraph *paragraph = add_paragraph (section, p_id, text);
    IbidReference *reference = add_reference (body, r_id, r_id + 1, note);
    guint length = ibid_passage_get_length (IBID_PASSAGE (paragraph));

    add_note (paragraph, length, reference);
    add_citation (annotations, reference, work, IBID_VIA_FULL, NULL);
    add_claim (claims, c_id, paragraph, 0, length, IBID_CLAIM_STATISTIC);
  }
  ibid_annotations_set_works (annotations, works);
  ibid_annotations_set_claims (annotations, claims);
  return ibid_document_new (body, annotations);
}

void
panel_fixture_init (int *argc, char ***argv)
{
  /* No isolated folders: with-display.sh gives empty ones, and GTK needs the system's. */
  g_test_init (argc, argv, NULL);
  g_resources_register (ibid_get_resource ());
  adw_init ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/org/ibidreader/Ibid/icons");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

GtkWindow *
panel_fixture_window_new (gpointer widget)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (window, 320, 700);
  gtk_window_set_child (window, widget);
  ui_driver_present (GTK_WIDGET (window));
  return window;
}

void
panel_fixture_set_up (PanelFixture *fixture, gconstpointer get_type)
{
  GType type = ((GType (*) (void))get_type) ();

  fixture->document = panel_fixture_document_new ();
  fixture->page = g_object_ref_sink (g_object_new (type, NULL));
  fixture->window = panel_fixture_window_new (fixture->page);
  ibid_panel_page_set_document (fixture->page, fixture->document);
}

void
panel_fixture_tear_down (PanelFixture *fixture, gconstpointer get_type)
{
  GObject *page = fixture->page;

  gtk_window_destroy (fixture->window);
  g_assert_finalize_object (page);
  g_assert_finalize_object (fixture->document);
}

gpointer
panel_fixture_find_labelled (gpointer widget, GType type, const char *label)
{
  g_autofree char *text = NULL;

  /* Those of drop-downs are in the tree, too. */
  if (GTK_IS_POPOVER (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type)) {
    if (label != NULL)
      g_object_get (widget, "label", &text, NULL);
    if (label == NULL || g_strcmp0 (text, label) == 0)
      return widget;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    gpointer found = panel_fixture_find_labelled (child, type, label);

    if (found != NULL)
      return found;
  }
  return NULL;
}

gpointer
panel_fixture_find (gpointer widget, GType type)
{
  return panel_fixture_find_labelled (widget, type, NULL);
}

gboolean
panel_fixture_shows (gpointer widget, const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (widget), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (panel_fixture_shows (child, text))
      return TRUE;
  }
  return FALSE;
}

static void
append_labels (GString *text, GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "|%s", gtk_label_get_label (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_labels (text, child);
}

char *
panel_fixture_dup_rows (gpointer widget)
{
  GtkWidget *list_view = panel_fixture_find (widget, GTK_TYPE_LIST_VIEW);
  GString *text = g_string_new (NULL);

  ui_driver_settle (widget);
  for (GtkWidget *row = gtk_widget_get_first_child (list_view); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    g_autoptr (GString) labels = g_string_new (NULL);

    append_labels (labels, row);
    if (labels->len > 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", labels->str + 1);
  }
  return g_string_free (text, FALSE);
}

void
panel_fixture_activate_row (gpointer widget, guint position)
{
  GtkWidget *list_view = panel_fixture_find (widget, GTK_TYPE_LIST_VIEW);

  g_assert_true (gtk_widget_activate_action (list_view, "list.activate-item", "u", position));
}

guint
panel_fixture_get_marked (gpointer widget)
{
  GtkWidget *list_view = panel_fixture_find (widget, GTK_TYPE_LIST_VIEW);
  guint position = 0;

  ui_driver_settle (widget);
  for (GtkWidget *row = gtk_widget_get_first_child (list_view); row != NULL;
       row = gtk_widget_get_next_sibling (row), position++) {
    if (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED)
      return position;
  }
  return G_MAXUINT;
}

void
panel_fixture_type (gpointer widget, const char *text)
{
  gpointer entry = panel_fixture_find (widget, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (entry, text);
  /* It would come in a moment. */
  g_signal_emit_by_name (entry, "search-changed");
}

static void
go_to_cb (gpointer widget, IbidPassage *passage, guint start, guint end, GString *log)
{
  g_string_append_printf (log, "%s %u %u\n", ibid_item_get_id (IBID_ITEM (passage)), start, end);
}

static void
show_reference_cb (gpointer widget, IbidReference *reference, GString *log)
{
  g_string_append_printf (log, "%s\n", ibid_item_get_id (IBID_ITEM (reference)));
}

GString *
panel_fixture_log_signals (gpointer widget)
{
  GString *log = g_string_new (NULL);

  if (g_signal_lookup ("go-to", G_OBJECT_TYPE (widget)) != 0)
    g_signal_connect (widget, "go-to", G_CALLBACK (go_to_cb), log);
  if (g_signal_lookup ("show-reference", G_OBJECT_TYPE (widget)) != 0)
    g_signal_connect (widget, "show-reference", G_CALLBACK (show_reference_cb), log);
  return log;
}
