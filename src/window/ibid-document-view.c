/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "window/ibid-document-view.h"

#include "widgets/ibid-column.h"
#include "widgets/ibid-compat.h"
#include "widgets/ibid-focus.h"
#include "widgets/ibid-note-preview.h"
#include "widgets/ibid-side-panel.h"
#include "widgets/ibid-source-lights.h"
#include "widgets/ibid-source-pane.h"
#include "widgets/ibid-split.h"
#include "widgets/ibid-text-view.h"
#include "widgets/ibid-trail.h"
#include "window/ibid-text-finding.h"
#include "window/ibid-text-look.h"

#include <glib/gi18n.h>

/* Where Escape leads back to while the pane is open. */
typedef struct {
  gboolean is_set;
  IbidSpot opener; /* the marker that opened the pane */
  IbidSpot latest; /* where we last put the text: when it is not there any more, the reader has
                      scrolled on */
} ReturnSpot;

struct _IbidDocumentView {
  GtkWidget parent_instance;
  IbidSplit *split;
  IbidSidePanel *panel;
  GtkScrolledWindow *scrolled;
  IbidFindBar *find_bar;
  GtkLabel *number_label;
  IbidSourcePane *pane;

  IbidTextView *text;
  IbidColumn *column;
  GtkWidget *preview;
  IbidTextLook *look;
  IbidTextFinding *finding;
  IbidTrail *trail;
  IbidDocument *document;
  IbidNote *opener; /* the note whose marker opened the pane; NULL */
  ReturnSpot back;
};

G_DEFINE_FINAL_TYPE (IbidDocumentView, ibid_document_view, GTK_TYPE_WIDGET)

enum { PLACE_CHANGED, LINK_ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- Spots and jumps ----------------------------------------------------------------------- */

static IbidSpot
get_spot (IbidDocumentView *self, guint offset)
{
  return (IbidSpot){offset, ibid_text_view_get_y (self->text, offset)};
}

static gboolean
is_at (IbidDocumentView *self, IbidSpot spot)
{
  return ABS (ibid_text_view_get_y (self->text, spot.offset) - spot.y) <= 1;
}

static void
go_to_spot (IbidDocumentView *self, IbidSpot spot)
{
  ibid_text_view_place_caret (self->text, spot.offset);
  ibid_text_view_hold (self->text, spot.offset);
  ibid_text_view_set_y (self->text, spot.offset, spot.y);
}

/* Tells the split which line a pane over the text should leave free. */
static void
tell_line (IbidDocumentView *self, guint offset)
{
  int y = ibid_text_view_get_y (self->text, offset);

  ibid_split_set_line (self->split, MAX (y, 0), 60);
}

/* At which part of the height a jump puts its line: a third, less when a pane covers the lower
 * part. */
static double
get_landing (IbidDocumentView *self)
{
  gboolean is_covered = ibid_split_get_show_pane (self->split) &&
                        ibid_split_get_pane_folded (self->split);

  return is_covered ? 1.0 / 8 : 1.0 / 3;
}

/* Goes to buffer offsets, flashes what is there, and remembers where the reader came from. */
static void
jump_to_light (IbidDocumentView *self, IbidLight light)
{
  ibid_trail_leave (self->trail, get_spot (self, ibid_text_view_get_caret (self->text)));
  ibid_split_set_sidebar_over (self->split, FALSE);
  ibid_text_view_place_caret (self->text, light.start);
  ibid_text_view_hold (self->text, light.start);
  ibid_text_view_land (self->text, light.start, get_landing (self));
  ibid_text_lights_flash (ibid_text_view_get_lights (self->text), light);
}

/* To a stretch of text; when it is empty, to the words that begin there. */
static void
jump (IbidDocumentView *self, IbidPassage *passage, guint start, guint end)
{
  IbidTextLayout *layout = ibid_text_view_get_layout (self->text);
  guint from = layout != NULL ? ibid_text_layout_to_buffer (layout, passage, start) : G_MAXUINT;

  if (from == G_MAXUINT)
    return;
  if (end > start)
    jump_to_light (self, (IbidLight){from, ibid_text_layout_to_buffer (layout, passage, end)});
  else
    jump_to_light (self, (IbidLight){from, from + MIN (ibid_passage_get_length (passage), 40)});
}

/* FALSE when its marker is not shown. */
static gboolean
jump_to_note (IbidDocumentView *self, IbidNote *note)
{
  IbidTextLayout *layout = ibid_text_view_get_layout (self->text);
  guint index = ibid_text_layout_find_marker (layout, note);
  const IbidMarker *marker;

  if (index == G_MAXUINT)
    return FALSE;
  marker = ibid_text_layout_get_marker (layout, index);
  jump_to_light (self, (IbidLight){marker->start, marker->start + marker->length});
  return TRUE;
}

static void
update_lights (IbidDocumentView *self)
{
  if (self->document != NULL && ibid_split_get_show_pane (self->split))
    ibid_source_lights_show (
        self->text, self->document, ibid_source_pane_get_reference (self->pane), self->opener);
  else
    ibid_source_lights_clear (self->text);
}

/* --- Side panel ---------------------------------------------------------------------------- */

/* However the panel over the text was put away, the reader is in the text again. */
static void
sidebar_over_cb (IbidDocumentView *self)
{
  if (!ibid_split_get_sidebar_over (self->split) && ibid_focus_is_within (GTK_WIDGET (self->panel)))
    ibid_document_view_focus_text (self);
}

/* --- Source pane --------------------------------------------------------------------------- */

static void
pane_place_cb (IbidDocumentView *self)
{
  if (ibid_split_get_pane_folded (self->split))
    gtk_widget_add_css_class (GTK_WIDGET (self->pane), "sheet");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->pane), "sheet");
  ibid_source_pane_set_short (self->pane, ibid_split_get_pane_short (self->split));
  ibid_column_set_pane (self->column,
                        ibid_split_get_pane_width (self->split),
                        ibid_split_get_show_pane (self->split) &&
                            !ibid_split_get_pane_folded (self->split));
}

static void
pane_reference_cb (IbidDocumentView *self)
{
  update_lights (self);
  g_signal_emit (self, signals[PLACE_CHANGED], 0);
}

static void
open_pane (IbidDocumentView *self, IbidReference *reference, const char *label)
{
  ibid_source_pane_show (self->pane, reference, label);
  ibid_split_set_sidebar_over (self->split, FALSE);
  ibid_split_set_show_pane (self->split, TRUE);
  update_lights (self);
  ibid_compat_announce (GTK_WIDGET (self->pane), ibid_source_pane_get_title (self->pane));
  g_signal_emit (self, signals[PLACE_CHANGED], 0);
}

static void
close_pane (IbidDocumentView *self)
{
  self->back.is_set = FALSE;
  g_clear_object (&self->opener);
  ibid_split_set_show_pane (self->split, FALSE);
  update_lights (self);
  g_signal_emit (self, signals[PLACE_CHANGED], 0);
}

static void
note_activated_cb (IbidDocumentView *self, IbidNote *note, gboolean by_key)
{
  IbidTextLayout *layout = ibid_text_view_get_layout (self->text);
  guint index = ibid_text_layout_find_marker (layout, note);
  guint offset = ibid_text_layout_get_marker (layout, index)->start;

  gtk_popover_popdown (GTK_POPOVER (self->preview));
  if (by_key && ibid_split_get_show_pane (self->split) && self->opener == note &&
      ibid_source_pane_get_reference (self->pane) == ibid_note_get_reference (note)) {
    ibid_source_pane_focus (self->pane);
    return;
  }
  g_set_object (&self->opener, note);
  ibid_text_view_place_caret (self->text, offset);
  self->back.is_set = TRUE;
  self->back.opener = get_spot (self, offset);
  self->back.latest = self->back.opener;
  ibid_text_view_hold (self->text, offset);
  tell_line (self, offset);
  open_pane (self, ibid_note_get_reference (note), ibid_note_get_label (note));
}

static void
show_reference_cb (IbidDocumentView *self, IbidReference *reference)
{
  IbidList *notes = ibid_document_get_notes_of_reference (self->document, reference);
  IbidNote *note = ibid_list_get (notes, 0);

  if (note == NULL || !jump_to_note (self, note))
    jump (self, IBID_PASSAGE (reference), 0, 0);
  g_set_object (&self->opener, note);
  self->back.is_set = FALSE;
  tell_line (self, ibid_text_view_get_caret (self->text));
  open_pane (self, reference, NULL);
}

static void
pane_go_to_cb (IbidDocumentView *self, IbidNote *note, IbidPassage *passage, guint start, guint end)
{
  if (!self->back.is_set) {
    self->back.is_set = TRUE;
    self->back.opener = get_spot (self, ibid_text_view_get_caret (self->text));
  }
  jump (self, passage, start, end);
  if (note != NULL) {
    IbidTextLayout *layout = ibid_text_view_get_layout (self->text);
    guint index = ibid_text_layout_find_marker (layout, note);

    if (index != G_MAXUINT)
      ibid_text_view_place_caret (self->text, ibid_text_layout_get_marker (layout, index)->start);
  }
  self->back.latest = get_spot (
      self, ibid_text_layout_to_buffer (ibid_text_view_get_layout (self->text), passage, start));
  tell_line (self, self->back.latest.offset);
  gtk_widget_queue_allocate (GTK_WIDGET (self->split));
  ibid_document_view_focus_text (self);
}

/* Closes the pane; when the reader has not scrolled on, the text is again as the opener left it. */
static void
leave_pane (IbidDocumentView *self)
{
  ReturnSpot back = self->back;
  gboolean is_back = back.is_set && is_at (self, back.latest);

  if (is_back)
    go_to_spot (self, back.opener);
  close_pane (self);
  ibid_document_view_focus_text (self);
}

static void
pane_close_cb (IbidDocumentView *self)
{
  close_pane (self);
  ibid_document_view_focus_text (self);
}

/* "#p12" leads to a passage of this document. */
static void
go_to_link (IbidDocumentView *self, const char *id)
{
  IbidItem *item = ibid_document_get_item (self->document, id);

  if (IBID_IS_REFERENCE (item))
    show_reference_cb (self, IBID_REFERENCE (item));
  else if (IBID_IS_PASSAGE (item))
    jump (self, IBID_PASSAGE (item), 0, ibid_passage_get_length (IBID_PASSAGE (item)));
  else
    gtk_widget_error_bell (GTK_WIDGET (self->text));
}

static void
link_activated_cb (IbidDocumentView *self, const char *uri)
{
  if (*uri == '#')
    go_to_link (self, uri + 1);
  else
    g_signal_emit (self, signals[LINK_ACTIVATED], 0, uri);
}

/* Whatever the reader does over the text may scroll it. */
static gboolean
reader_acts_cb (IbidDocumentView *self, GdkEvent *event)
{
  switch ((int)gdk_event_get_event_type (event)) {
  case GDK_BUTTON_PRESS:
  case GDK_KEY_PRESS:
  case GDK_SCROLL:
  case GDK_TOUCH_BEGIN:
  case GDK_TOUCHPAD_SWIPE:
    ibid_text_view_let_go (self->text);
    break;
  default:
    break;
  }
  return GDK_EVENT_PROPAGATE;
}

/* --- Text ---------------------------------------------------------------------------------- */

static void
reference_activated_cb (IbidDocumentView *self, IbidReference *reference)
{
  IbidList *notes = ibid_document_get_notes_of_reference (self->document, reference);
  IbidNote *note = ibid_list_get (notes, 0);

  if (note == NULL || !jump_to_note (self, note))
    gtk_widget_error_bell (GTK_WIDGET (self->text));
}

static void
note_hovered_cb (IbidDocumentView *self, IbidNote *note)
{
  IbidTextLayout *layout = ibid_text_view_get_layout (self->text);
  GdkRectangle area;
  guint index;

  if (note == NULL) {
    gtk_popover_popdown (GTK_POPOVER (self->preview));
    return;
  }
  index = ibid_text_layout_find_marker (layout, note);
  if (index == G_MAXUINT)
    return;
  ibid_text_view_get_marker_area (self->text, index, &area);
  ibid_note_preview_show (IBID_NOTE_PREVIEW (self->preview), note, &area);
}

static void
number_typed_cb (IbidDocumentView *self, const char *digits)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->number_label), digits != NULL);
  if (digits == NULL)
    return;
  /* Translators: shown while a footnote's number is being typed. */
  text = g_strdup_printf (_ ("Go to note %s"), digits);
  gtk_label_set_text (self->number_label, text);
}

static void
update_panel_position (IbidDocumentView *self)
{
  guint offset = 0;
  IbidPassage *passage = ibid_text_view_get_position (self->text, &offset);

  if (passage != NULL)
    ibid_side_panel_set_position (self->panel, passage, offset);
}

static void
moved_cb (IbidDocumentView *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->preview));
  update_panel_position (self);
  g_signal_emit (self, signals[PLACE_CHANGED], 0);
}

static void
panel_go_to_cb (IbidDocumentView *self, IbidPassage *passage, guint start, guint end)
{
  jump (self, passage, start, end);
  self->back.is_set = FALSE;
  ibid_document_view_focus_text (self);
}

/* --- Finding ------------------------------------------------------------------------------- */

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IbidDocumentView *self = IBID_DOCUMENT_VIEW (widget);

  ibid_split_set_sidebar_over (self->split, FALSE);
  if (!ibid_find_bar_is_open (self->find_bar))
    ibid_trail_leave (self->trail, get_spot (self, ibid_text_view_get_caret (self->text)));
  ibid_text_finding_open (self->finding);
}

/* --- Actions ------------------------------------------------------------------------------- */

static void
find_next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IbidDocumentView *self = IBID_DOCUMENT_VIEW (widget);

  if (!ibid_find_bar_is_open (self->find_bar))
    find_action (widget, name, parameter);
  if (g_str_equal (name, "page.find-next"))
    ibid_find_bar_next (self->find_bar);
  else
    ibid_find_bar_previous (self->find_bar);
}

/* The pane has a history of its own, for who is in it. */
static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IbidDocumentView *self = IBID_DOCUMENT_VIEW (widget);
  gboolean is_back = g_str_equal (name, "page.back");
  IbidSpot here = get_spot (self, ibid_text_view_get_caret (self->text));
  IbidSpot to;

  if (ibid_focus_is_within (GTK_WIDGET (self->pane))) {
    gtk_widget_activate_action (
        GTK_WIDGET (self->pane), is_back ? "pane.back" : "pane.forward", NULL);
  } else if (is_back ? ibid_trail_back (self->trail, here, &to)
                     : ibid_trail_forward (self->trail, here, &to)) {
    go_to_spot (self, to);
    self->back.is_set = FALSE;
  }
}

static void
note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IbidDocumentView *self = IBID_DOCUMENT_VIEW (widget);
  gboolean found = g_str_equal (name, "page.next-note") ? ibid_text_view_next_note (self->text)
                                                        : ibid_text_view_previous_note (self->text);

  if (!found)
    gtk_widget_error_bell (widget);
  ibid_document_view_focus_text (self);
}

static void
focus_pane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IbidDocumentView *self = IBID_DOCUMENT_VIEW (widget);

  ibid_split_set_sidebar_over (self->split, FALSE);
  if (ibid_split_get_show_pane (self->split) && !ibid_focus_is_within (GTK_WIDGET (self->pane)))
    ibid_source_pane_focus (self->pane);
  else
    ibid_document_view_focus_text (self);
}

static void
toggle_pane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IbidDocumentView *self = IBID_DOCUMENT_VIEW (widget);
  IbidTextLayout *layout = ibid_text_view_get_layout (self->text);
  guint index;

  if (ibid_split_get_show_pane (self->split)) {
    leave_pane (self);
    return;
  }
  if (layout == NULL)
    return;
  /* With the caret at no marker: the next one's source, else the last one's. */
  index = ibid_text_layout_first_marker_from (layout, ibid_text_view_get_caret (self->text));
  index = MIN (index, ibid_text_layout_get_n_markers (layout) - 1);
  if (index < ibid_text_layout_get_n_markers (layout)) {
    ibid_text_view_show (self->text, ibid_text_layout_get_marker (layout, index)->start);
    note_activated_cb (self, ibid_text_layout_get_marker (layout, index)->note, FALSE);
  }
}

static void
toggle_panel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IbidDocumentView *self = IBID_DOCUMENT_VIEW (widget);

  if (ibid_split_get_sidebar_folded (self->split)) {
    ibid_split_set_sidebar_over (self->split, !ibid_split_get_sidebar_over (self->split));
  } else {
    if (ibid_focus_is_within (GTK_WIDGET (self->panel)))
      ibid_document_view_focus_text (self);
    ibid_split_set_show_sidebar (self->split, !ibid_split_get_show_sidebar (self->split));
  }
}

/* Escape, one thing after the other, from wherever the focus is. */
static void
leave_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IbidDocumentView *self = IBID_DOCUMENT_VIEW (widget);

  if (ibid_split_get_sidebar_over (self->split))
    ibid_split_set_sidebar_over (self->split, FALSE);
  else if (ibid_find_bar_is_open (self->find_bar))
    ibid_find_bar_close (self->find_bar);
  else if (ibid_split_get_show_pane (self->split))
    leave_pane (self);
  ibid_document_view_focus_text (self);
}

/* --- Object -------------------------------------------------------------------------------- */

static void
ibid_document_view_dispose (GObject *object)
{
  IbidDocumentView *self = IBID_DOCUMENT_VIEW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_object (&self->look);
  g_clear_object (&self->finding);
  g_clear_pointer (&self->preview, gtk_widget_unparent);
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->opener);
  g_clear_object (&self->trail);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (ibid_document_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
      {"page.find", find_action},
      {"page.find-next", find_next_action},
      {"page.find-previous", find_next_action},
      {"page.back", step_action},
      {"page.forward", step_action},
      {"page.next-note", note_action},
      {"page.previous-note", note_action},
      {"page.focus-pane", focus_pane_action},
      {"page.toggle-pane", toggle_pane_action},
      {"page.toggle-panel", toggle_panel_action},
      {"page.leave", leave_action},
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IBID_TYPE_SPLIT);
  g_type_ensure (IBID_TYPE_SIDE_PANEL);
  g_type_ensure (IBID_TYPE_SOURCE_PANE);
  g_type_ensure (IBID_TYPE_FIND_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/ibidreader/Ibid/window/ibid-document-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IbidDocumentView, split);
  gtk_widget_class_bind_template_child (widget_class, IbidDocumentView, panel);
  gtk_widget_class_bind_template_child (widget_class, IbidDocumentView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, IbidDocumentView, find_bar);
  gtk_widget_class_bind_template_child (widget_class, IbidDocumentView, number_label);
  gtk_widget_class_bind_template_child (widget_class, IbidDocumentView, pane);
  gtk_widget_class_bind_template_callback (widget_class, panel_go_to_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_reference_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_go_to_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_close_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_reference_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_place_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, ibid_document_view_focus_text);
}

static void
ibid_document_view_class_init (IbidDocumentViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ibid_document_view_dispose;
  signals[PLACE_CHANGED] = g_signal_new (
      "place-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LINK_ACTIVATED] = g_signal_new ("link-activated",
                                          type,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          G_TYPE_STRING);
  bind_template (widget_class);
  install_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.leave", NULL);
}

static void
ibid_document_view_init (IbidDocumentView *self)
{
  GtkEventController *acts = gtk_event_controller_legacy_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->text = IBID_TEXT_VIEW (ibid_text_view_new ());
  self->column = IBID_COLUMN (ibid_column_new (GTK_WIDGET (self->text)));
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->column));
  gtk_event_controller_set_propagation_phase (acts, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (acts, "event", G_CALLBACK (reader_acts_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scrolled), acts);
  self->preview = ibid_note_preview_new (GTK_WIDGET (self->text));
  self->trail = ibid_trail_new ();
  self->look = ibid_text_look_new (self->text, self->column, self->split);
  self->finding = ibid_text_finding_new (self->text, self->find_bar);
  g_signal_connect_swapped (
      self->split, "notify::sidebar-over", G_CALLBACK (sidebar_over_cb), self);
  g_signal_connect_swapped (self->text, "note-activated", G_CALLBACK (note_activated_cb), self);
  g_signal_connect_swapped (
      self->text, "reference-activated", G_CALLBACK (reference_activated_cb), self);
  g_signal_connect_swapped (self->text, "link-activated", G_CALLBACK (link_activated_cb), self);
  g_signal_connect_swapped (self->text, "note-hovered", G_CALLBACK (note_hovered_cb), self);
  g_signal_connect_swapped (self->text, "number-typed", G_CALLBACK (number_typed_cb), self);
  g_signal_connect_swapped (self->text, "moved", G_CALLBACK (moved_cb), self);
  pane_place_cb (self);
}

void
ibid_document_view_bind_settings (IbidDocumentView *self, GSettings *settings)
{
  g_return_if_fail (IBID_IS_DOCUMENT_VIEW (self));
  ibid_text_look_bind_settings (self->look, settings);
  g_settings_bind (settings, "show-sidebar", self->split, "show-sidebar", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (
      settings, "sidebar-width", self->split, "sidebar-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "pane-width", self->split, "pane-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "sidebar-page", self->panel, "page", G_SETTINGS_BIND_DEFAULT);
}

void
ibid_document_view_set_layout (IbidDocumentView *self, IbidTextLayout *layout)
{
  IbidDocument *document = layout != NULL ? ibid_text_layout_get_document (layout) : NULL;

  g_return_if_fail (IBID_IS_DOCUMENT_VIEW (self));
  close_pane (self);
  ibid_trail_clear (self->trail);
  g_set_object (&self->document, document);
  ibid_text_view_set_layout (self->text, layout);
  ibid_find_bar_set_layout (self->find_bar, layout);
  ibid_source_pane_set_document (self->pane, document);
  ibid_side_panel_set_document (self->panel, document);
}

void
ibid_document_view_exchange_document (IbidDocumentView *self, IbidDocument *document)
{
  g_return_if_fail (IBID_IS_DOCUMENT_VIEW (self) && self->document != NULL);
  g_return_if_fail (ibid_document_get_body (document) == ibid_document_get_body (self->document));
  g_set_object (&self->document, document);
  ibid_source_pane_exchange_document (self->pane, document);
  ibid_side_panel_set_document (self->panel, document);
  update_panel_position (self);
  update_lights (self);
}

void
ibid_document_view_set_analysing (IbidDocumentView *self, gboolean is_analysing)
{
  g_return_if_fail (IBID_IS_DOCUMENT_VIEW (self));
  ibid_side_panel_set_analysing (self->panel, is_analysing);
}

IbidDocument *
ibid_document_view_get_document (IbidDocumentView *self)
{
  g_return_val_if_fail (IBID_IS_DOCUMENT_VIEW (self), NULL);
  return self->document;
}

IbidPassage *
ibid_document_view_get_place (IbidDocumentView *self, guint *offset)
{
  g_return_val_if_fail (IBID_IS_DOCUMENT_VIEW (self), NULL);
  return ibid_text_view_get_position (self->text, offset);
}

IbidReference *
ibid_document_view_get_pane_reference (IbidDocumentView *self)
{
  g_return_val_if_fail (IBID_IS_DOCUMENT_VIEW (self), NULL);
  return ibid_split_get_show_pane (self->split) ? ibid_source_pane_get_reference (self->pane)
                                                : NULL;
}

void
ibid_document_view_restore (IbidDocumentView *self,
                            IbidPassage *passage,
                            guint offset,
                            IbidReference *pane_reference)
{
  guint in_buffer;

  g_return_if_fail (IBID_IS_DOCUMENT_VIEW (self));
  in_buffer = ibid_text_layout_to_buffer (ibid_text_view_get_layout (self->text), passage, offset);
  if (in_buffer == G_MAXUINT)
    return;
  ibid_text_view_place_caret (self->text, in_buffer);
  ibid_text_view_hold (self->text, in_buffer);
  ibid_text_view_land (self->text, in_buffer, get_landing (self));
  if (pane_reference != NULL)
    open_pane (self, pane_reference, NULL);
}

void
ibid_document_view_focus_text (IbidDocumentView *self)
{
  g_return_if_fail (IBID_IS_DOCUMENT_VIEW (self));
  ibid_split_set_sidebar_over (self->split, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
