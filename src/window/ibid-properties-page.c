/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "window/ibid-properties-page.h"

#include "widgets/ibid-compat-dialogs.h"
#include "widgets/ibid-csl-terms.h"
#include "widgets/ibid-labels.h"
#include "widgets/ibid-work-format.h"

#include <glib/gi18n.h>

/* Rows of lines left out: a hostile file has a million. */
#define MAX_LEFT_OUT 200u

struct _IbidPropertiesPage {
  AdwPreferencesPage parent_instance;
  IbidReading *reading;
  GArray *kept_lines;
};

G_DEFINE_FINAL_TYPE (IbidPropertiesPage, ibid_properties_page, ADW_TYPE_PREFERENCES_PAGE)

enum { KEEP_LINES, N_SIGNALS };
static guint signals[N_SIGNALS];

static AdwPreferencesGroup *
add_group (IbidPropertiesPage *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *value)
{
  GtkWidget *row;
  g_autofree char *escaped = NULL;

  if (value == NULL || *value == '\0')
    return;
  row = adw_action_row_new ();
  escaped = g_markup_escape_text (value, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_preferences_group_add (group, row);
}

static void
add_count (AdwPreferencesGroup *group, const char *title, guint count)
{
  /* Translators: a plain count, grouped as the language does. */
  g_autofree char *value = g_strdup_printf (_ ("%'u"), count);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (value);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
}

/* In the reader's own language where we know it, else the tag as it is. */
static const char *
get_language_label (IbidBody *body)
{
  const char *tag = ibid_body_get_language (body);
  const char *label = tag != NULL ? ibid_csl_get_language_label (tag) : NULL;

  return label != NULL ? label : tag;
}

static void
add_metadata (IbidPropertiesPage *self)
{
  AdwPreferencesGroup *group = add_group (self, _ ("Document"));
  IbidBody *body = ibid_document_get_body (ibid_reading_get_document (self->reading));
  g_autofree char *title = ibid_reading_dup_title (self->reading);
  g_autofree char *authors = ibid_work_format_names (ibid_body_get_authors (body));
  const char *issued = ibid_body_get_issued (body);
  g_autofree char *date = issued != NULL ? ibid_label_edtf (issued) : NULL;
  GFile *file = ibid_reading_get_file (self->reading);
  gboolean is_on_disk = file != NULL && !g_file_has_uri_scheme (file, "resource");
  g_autofree char *path = is_on_disk ? g_file_get_parse_name (file) : NULL;

  add_row (group, _ ("Title"), title);
  add_row (group, _ ("Subtitle"), ibid_body_get_subtitle (body));
  add_row (group, _ ("Author"), authors);
  add_row (group, _ ("Date"), date);
  add_row (group, _ ("Publisher"), ibid_body_get_publisher (body));
  add_row (group, _ ("Language"), get_language_label (body));
  add_row (group, _ ("Source"), ibid_body_get_source (body));
  add_row (group, _ ("Format"), ibid_reading_get_format_name (self->reading));
  add_row (group, _ ("File"), path);
}

static void
add_counts (IbidPropertiesPage *self)
{
  AdwPreferencesGroup *group = add_group (self, C_ ("properties", "Contents"));
  IbidDocument *document = ibid_reading_get_document (self->reading);
  IbidList *sections = ibid_document_get_sections (document);
  guint n_paragraphs = 0;

  for (guint i = 0; i < ibid_list_get_length (sections); i++)
    n_paragraphs += ibid_list_get_length (
        ibid_section_get_paragraphs (ibid_list_get (sections, i)));
  add_count (group, _ ("Sections"), ibid_list_get_length (sections));
  add_count (group, _ ("Paragraphs"), n_paragraphs);
  add_count (group, _ ("Note markers"), ibid_list_get_length (ibid_document_get_notes (document)));
  add_count (
      group, _ ("References"), ibid_list_get_length (ibid_document_get_references (document)));
  add_count (group, _ ("Works"), ibid_list_get_length (ibid_document_get_works (document)));
  add_count (group, _ ("Claims"), ibid_list_get_length (ibid_document_get_claims (document)));
  add_count (group, _ ("Events"), ibid_list_get_length (ibid_document_get_events (document)));
}

static const char *
get_found_label (IbidFound found)
{
  switch (found) {
  case IBID_FOUND_MARKUP:
    return _ ("By the file's own markup");
  case IBID_FOUND_LINKS:
    return _ ("By links that lead to each other");
  case IBID_FOUND_SHAPE:
    return _ ("By looks and place");
  case IBID_FOUND_ORDER:
    return _ ("By numbers in order");
  case IBID_FOUND_UNKNOWN:
  default:
    return _ ("Not known how");
  }
}

static void
add_found (IbidPropertiesPage *self)
{
  IbidDocument *document = ibid_reading_get_document (self->reading);
  IbidList *notes = ibid_document_get_notes (document);
  IbidList *references = ibid_document_get_references (document);
  guint counts[IBID_FOUND_ORDER + 1] = {0};
  guint n_missing = 0;
  guint n_unused = 0;
  AdwPreferencesGroup *group;

  if (ibid_list_get_length (notes) == 0 && ibid_list_get_length (references) == 0)
    return;
  group = add_group (self, _ ("How Notes Were Found"));
  for (guint i = 0; i < ibid_list_get_length (notes); i++) {
    IbidNote *note = ibid_list_get (notes, i);

    counts[ibid_note_get_found (note)]++;
    n_missing += ibid_note_get_reference (note) == NULL;
  }
  for (guint i = 0; i < ibid_list_get_length (references); i++)
    n_unused += ibid_list_get_length (ibid_document_get_notes_of_reference (
                    document, ibid_list_get (references, i))) == 0;
  for (int i = 0; i <= IBID_FOUND_ORDER; i++)
    if (counts[i] > 0)
      add_count (group, get_found_label (i), counts[i]);
  if (n_missing > 0)
    add_count (group, _ ("Markers without a note"), n_missing);
  if (n_unused > 0)
    add_count (group, _ ("Notes without a marker"), n_unused);
}

/* --- What was left out --------------------------------------------------------------------- */

static void
keep_lines (IbidPropertiesPage *self, GArray *lines)
{
  g_signal_emit (self, signals[KEEP_LINES], 0, lines);
  ibid_compat_close_page (ADW_PREFERENCES_PAGE (self));
}

static void
put_back_cb (GtkButton *button, gpointer data)
{
  IbidPropertiesPage *self = data;
  guint line = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "ibid-line"));
  g_autoptr (GArray) lines = g_array_copy (self->kept_lines);

  g_array_append_val (lines, line);
  keep_lines (self, lines);
}

static void
leave_out_cb (IbidPropertiesPage *self)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (guint));

  keep_lines (self, none);
}

static GtkWidget *
make_button (const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
add_left_out_row (IbidPropertiesPage *self, AdwPreferencesGroup *group, const IbidLeftOut *left_out)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (left_out->text, -1);
  /* Translators: %u is a line of a text file. */
  g_autofree char *line = g_strdup_printf (_ ("Line %u"), left_out->line);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (left_out->line > 0)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  if (left_out->line > 0 && self->kept_lines != NULL) {
    GtkWidget *button = make_button (_ ("_Put Back"));

    g_object_set_data (G_OBJECT (button), "ibid-line", GUINT_TO_POINTER (left_out->line));
    g_signal_connect (button, "clicked", G_CALLBACK (put_back_cb), self);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  }
  adw_preferences_group_add (group, row);
}

static void
add_kept_row (IbidPropertiesPage *self, AdwPreferencesGroup *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = make_button (_ ("_Leave Out Again"));
  g_autofree char *title = g_strdup_printf (
      ngettext ("%'u line was put back", "%'u lines were put back", self->kept_lines->len),
      self->kept_lines->len);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (leave_out_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
}

static void
add_more_row (AdwPreferencesGroup *group, guint n_more)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: lines left out of a text, besides those listed. */
  g_autofree char *title = g_strdup_printf (ngettext ("%'u more line", "%'u more lines", n_more),
                                            n_more);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (group, row);
}

static void
add_left_out (IbidPropertiesPage *self)
{
  IbidBody *body = ibid_document_get_body (ibid_reading_get_document (self->reading));
  guint n_left_out = ibid_body_get_n_left_out (body);
  guint n_kept = self->kept_lines != NULL ? self->kept_lines->len : 0;
  AdwPreferencesGroup *group;

  if (n_left_out == 0 && n_kept == 0)
    return;
  group = add_group (self, _ ("Left Out of the Text"));
  adw_preferences_group_set_description (group,
                                         _ ("Lines that looked like the page around the text"));
  for (guint i = 0; i < MIN (n_left_out, MAX_LEFT_OUT); i++)
    add_left_out_row (self, group, ibid_body_get_left_out (body, i));
  if (n_left_out > MAX_LEFT_OUT)
    add_more_row (group, n_left_out - MAX_LEFT_OUT);
  if (n_kept > 0)
    add_kept_row (self, group);
}

/* --- Object -------------------------------------------------------------------------------- */

static void
ibid_properties_page_dispose (GObject *object)
{
  IbidPropertiesPage *self = IBID_PROPERTIES_PAGE (object);

  g_clear_object (&self->reading);
  g_clear_pointer (&self->kept_lines, g_array_unref);
  G_OBJECT_CLASS (ibid_properties_page_parent_class)->dispose (object);
}

static void
ibid_properties_page_class_init (IbidPropertiesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ibid_properties_page_dispose;
  signals[KEEP_LINES] = g_signal_new ("keep-lines",
                                      G_TYPE_FROM_CLASS (klass),
                                      G_SIGNAL_RUN_LAST,
                                      0,
                                      NULL,
                                      NULL,
                                      NULL,
                                      G_TYPE_NONE,
                                      1,
                                      G_TYPE_ARRAY);
}

static void
ibid_properties_page_init (IbidPropertiesPage *self)
{}

GtkWidget *
ibid_properties_page_new (IbidReading *reading, GArray *kept_lines)
{
  IbidPropertiesPage *self = g_object_new (IBID_TYPE_PROPERTIES_PAGE, NULL);

  self->reading = g_object_ref (reading);
  self->kept_lines = kept_lines != NULL ? g_array_ref (kept_lines) : NULL;
  add_metadata (self);
  add_counts (self);
  add_found (self);
  add_left_out (self);
  return GTK_WIDGET (self);
}
