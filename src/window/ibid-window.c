/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "window/ibid-window.h"

#include "reading/ibid-analyser.h"
#include "study/ibid-place.h"
#include "widgets/ibid-compat-dialogs.h"
#include "widgets/ibid-compat.h"
#include "widgets/ibid-labels.h"
#include "widgets/ibid-stack.h"
#include "widgets/ibid-work-format.h"
#include "window/ibid-document-view.h"
#include "window/ibid-open-dialog.h"
#include "window/ibid-opening.h"
#include "window/ibid-properties-page.h"
#include "window/ibid-recent-menu.h"

#include <glib/gi18n.h>

/* The window appears with its text in it, or after this without. */
#define APPEAR_MILLISECONDS 60

/* Progress and Cancel appear after this. */
#define PATIENCE_MILLISECONDS 500

/* The place is handed to the store when the reader has stayed for so long. */
#define SAVE_MILLISECONDS 1500

/* Code points of context that a place is found again by. */
#define CONTEXT 32

#define MAX_RECENT 10
#define NARROW_WIDTH 560
#define MIN_ZOOM 0.5
#define MAX_ZOOM 4.0
#define ZOOM_STEP 1.1

struct _IbidWindow {
  AdwApplicationWindow parent_instance;
  AdwWindowTitle *window_title;
  AdwSplitButton *open_button;
  GtkWidget *pane_button;
  GtkWidget *menu_button;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkWidget *loading_box;
  GtkLabel *loading_label;
  GtkProgressBar *progress_bar;
  AdwStatusPage *error_page;
  IbidDocumentView *view;

  GSettings *settings;
  IbidStudyStore *store; /* NULL: nothing is remembered */
  GFile *file;
  IbidReading *reading;
  GArray *kept_lines; /* guint: lines put back; NULL when nothing would remember them */
  GFileMonitor *monitor;
  GCancellable *cancellable; /* of the opening under way */
  GCancellable *analysing;   /* of the analysis under way */
  AdwToast *reload_toast;    /* while it is shown */
  guint appear_id;
  guint analyse_id;
  guint patience_id;
  guint save_id;
};

G_DEFINE_FINAL_TYPE (IbidWindow, ibid_window, ADW_TYPE_APPLICATION_WINDOW)

static void start_opening (IbidWindow *self);

/* --- State --------------------------------------------------------------------------------- */

/* The year of an EDTF date, as the language writes it; NULL without one. */
static char *
dup_year (const char *issued)
{
  IbidDate date;

  if (issued == NULL || !ibid_date_parse (issued, &date))
    return NULL;
  date.start.month = 0;
  date.start.day = 0;
  date.end = date.start;
  date.is_range = FALSE;
  return ibid_label_date (&date);
}

static void
update_title (IbidWindow *self)
{
  IbidBody *body;
  g_autofree char *title = NULL;
  g_autofree char *names = NULL;
  g_autofree char *date = NULL;
  g_autofree char *subtitle = NULL;

  if (self->reading == NULL) {
    adw_window_title_set_title (self->window_title, "Ibid");
    adw_window_title_set_subtitle (self->window_title, "");
    gtk_window_set_title (GTK_WINDOW (self), "Ibid");
    return;
  }
  body = ibid_document_get_body (ibid_reading_get_document (self->reading));
  title = ibid_reading_dup_title (self->reading);
  names = ibid_work_format_family_names (ibid_body_get_authors (body));
  date = dup_year (ibid_body_get_issued (body));
  if (*names != '\0' && date != NULL)
    /* Translators: an author and a year, under the title of a text. */
    subtitle = g_strdup_printf (_ ("%1$s, %2$s"), names, date);
  else
    subtitle = g_strdup (*names != '\0' ? names : date != NULL ? date : "");
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
update_actions (IbidWindow *self)
{
  static const char *const actions[] = {"win.toggle-panel",
                                        "win.toggle-pane",
                                        "win.find",
                                        "win.find-next",
                                        "win.find-previous",
                                        "win.properties",
                                        "win.next-note",
                                        "win.previous-note",
                                        "win.back",
                                        "win.forward",
                                        "win.focus-pane"};

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], self->reading != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.reload", self->file != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel", self->cancellable != NULL);
}

static void
cancel (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
stop_opening (IbidWindow *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  cancel (&self->cancellable);
  gtk_widget_set_visible (self->loading_box, FALSE);
}

static void
dismiss_reload_toast (IbidWindow *self)
{
  if (self->reload_toast != NULL)
    adw_toast_dismiss (self->reload_toast);
}

static void
toast_dismissed_cb (IbidWindow *self)
{
  self->reload_toast = NULL;
}

static void
offer_reload (IbidWindow *self)
{
  if (self->reload_toast != NULL || self->reading == NULL)
    return;
  self->reload_toast = adw_toast_new (_ ("The file has changed"));
  adw_toast_set_button_label (self->reload_toast, _ ("_Reload"));
  adw_toast_set_action_name (self->reload_toast, "win.reload");
  adw_toast_set_timeout (self->reload_toast, 0);
  g_signal_connect_object (
      self->reload_toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, self->reload_toast);
}

void
ibid_window_say (IbidWindow *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast;

  g_return_if_fail (IBID_IS_WINDOW (self) && message != NULL);
  toast = adw_toast_new (escaped);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
file_changed_cb (IbidWindow *self, GFile *file, GFile *other, GFileMonitorEvent event)
{
  if (event == G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT || event == G_FILE_MONITOR_EVENT_CREATED ||
      event == G_FILE_MONITOR_EVENT_RENAMED)
    offer_reload (self);
}

static void
watch_file (IbidWindow *self)
{
  g_clear_object (&self->monitor);
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (
        self->monitor, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
}

/* --- Places -------------------------------------------------------------------------------- */

void
ibid_window_save_place (IbidWindow *self)
{
  IbidReference *pane;
  IbidPassage *passage;
  guint offset;
  guint length;
  g_autoptr (IbidPlaceMark) mark = NULL;

  g_return_if_fail (IBID_IS_WINDOW (self));
  g_clear_handle_id (&self->save_id, g_source_remove);
  if (self->store == NULL || self->reading == NULL)
    return;
  passage = ibid_document_view_get_place (self->view, &offset);
  if (passage == NULL)
    return;
  /* At the end of a paragraph, where its marker stands, no words follow to know the place by. */
  length = ibid_passage_get_length (passage);
  mark = ibid_place_mark_new (passage, MIN (offset, length > CONTEXT ? length - CONTEXT : 0));
  pane = ibid_document_view_get_pane_reference (self->view);
  if (pane != NULL)
    mark->pane_reference_id = g_strdup (ibid_item_get_id (IBID_ITEM (pane)));
  ibid_study_store_save_place_async (
      self->store, ibid_reading_get_digest (self->reading), mark, NULL, NULL);
}

static gboolean
save_cb (gpointer data)
{
  IbidWindow *self = data;

  self->save_id = 0;
  ibid_window_save_place (self);
  return G_SOURCE_REMOVE;
}

static void
place_changed_cb (IbidWindow *self)
{
  if (self->save_id == 0 && self->store != NULL)
    self->save_id = g_timeout_add (SAVE_MILLISECONDS, save_cb, self);
}

static void
restore_place (IbidWindow *self, const IbidStudyEntry *entry)
{
  IbidDocument *document = ibid_reading_get_document (self->reading);
  IbidItem *pane = NULL;
  IbidPassage *passage;
  guint offset;

  if (entry == NULL || entry->place == NULL ||
      ibid_place_mark_resolve (entry->place, document, &passage, &offset) == IBID_PLACE_LOST)
    return;
  if (entry->place->pane_reference_id != NULL)
    pane = ibid_document_get_item (document, entry->place->pane_reference_id);
  ibid_document_view_restore (
      self->view, passage, offset, IBID_IS_REFERENCE (pane) ? IBID_REFERENCE (pane) : NULL);
}

/* --- Opening ------------------------------------------------------------------------------- */

static gboolean
appear_cb (gpointer data)
{
  IbidWindow *self = data;

  self->appear_id = 0;
  gtk_window_present (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static void
record_opened (IbidWindow *self)
{
  g_autofree char *uri = g_file_get_uri (self->file);
  g_autofree char *title = ibid_reading_dup_title (self->reading);

  if (self->store != NULL)
    ibid_study_store_record_opened_async (
        self->store, ibid_reading_get_digest (self->reading), uri, title, NULL, NULL);
  if (!g_file_has_uri_scheme (self->file, "resource"))
    gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
}

static void
show_error (IbidWindow *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  g_clear_object (&self->reading);
  adw_status_page_set_description (self->error_page, escaped);
  ibid_stack_show (self->stack, "error");
}

static void
analysed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (IbidWindow) self = data;
  g_autoptr (IbidDocument) document = ibid_analyser_run_finish (result, NULL);

  if (document == NULL)
    return; /* cancelled */
  g_clear_object (&self->analysing);
  if (document != ibid_document_view_get_document (self->view))
    ibid_document_view_exchange_document (self->view, document);
  ibid_document_view_set_analysing (self->view, FALSE);
}

static gboolean
analyse_cb (gpointer data)
{
  IbidWindow *self = data;

  self->analyse_id = 0;
  self->analysing = g_cancellable_new ();
  ibid_analyser_run_async (
      ibid_reading_get_document (self->reading), self->analysing, analysed_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
stop_analysis (IbidWindow *self)
{
  g_clear_handle_id (&self->analyse_id, g_source_remove);
  cancel (&self->analysing);
}

/* Once the text is on the screen, whole: it shares the processor with nobody before. */
static void
start_analysis (IbidWindow *self)
{
  self->analyse_id = g_idle_add_full (G_PRIORITY_LOW, analyse_cb, self, NULL);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (IbidWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidOpening) opening = ibid_opening_finish (result, &error);

  /* Another file was asked for meanwhile, or Cancel was pressed: that is who goes on. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  stop_opening (self);
  stop_analysis (self);
  if (opening == NULL) {
    show_error (self, error);
  } else {
    g_set_object (&self->reading, opening->reading);
    g_clear_pointer (&self->kept_lines, g_array_unref);
    if (opening->entry != NULL)
      self->kept_lines = g_array_ref (opening->entry->kept_lines);
    ibid_document_view_set_analysing (self->view, TRUE);
    ibid_document_view_set_layout (self->view, opening->layout);
    ibid_stack_show (self->stack, "document");
    restore_place (self, opening->entry);
    ibid_document_view_focus_text (self->view);
    record_opened (self);
    watch_file (self);
    start_analysis (self);
  }
  update_title (self);
  update_actions (self);
  if (self->appear_id != 0) {
    g_source_remove (self->appear_id);
    appear_cb (self);
  }
}

static void
progress_cb (double fraction, gpointer data)
{
  gtk_progress_bar_set_fraction (IBID_WINDOW (data)->progress_bar, fraction);
}

static gboolean
patience_cb (gpointer data)
{
  IbidWindow *self = data;

  self->patience_id = 0;
  gtk_widget_set_visible (self->loading_box, TRUE);
  return G_SOURCE_REMOVE;
}

static void
start_opening (IbidWindow *self)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = g_filename_display_name (name);

  stop_opening (self);
  dismiss_reload_toast (self);
  g_clear_object (&self->monitor);
  self->cancellable = g_cancellable_new ();
  gtk_label_set_text (self->loading_label, shown);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  ibid_stack_show (self->stack, "loading");
  self->patience_id = g_timeout_add (PATIENCE_MILLISECONDS, patience_cb, self);
  update_actions (self);
  ibid_opening_start (self->file,
                      self->store,
                      progress_cb,
                      self,
                      self->cancellable,
                      opened_cb,
                      g_object_ref (self));
}

void
ibid_window_open (IbidWindow *self, GFile *file)
{
  g_return_if_fail (IBID_IS_WINDOW (self) && G_IS_FILE (file));
  ibid_window_save_place (self);
  g_set_object (&self->file, file);
  start_opening (self);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
  else if (self->appear_id == 0)
    self->appear_id = g_timeout_add (APPEAR_MILLISECONDS, appear_cb, self);
}

/* --- Actions ------------------------------------------------------------------------------- */

/* "win.find" is the document view's "page.find": the header bar is not inside the view. */
static void
forward_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IbidWindow *self = IBID_WINDOW (widget);
  g_autofree char *action = g_strconcat ("page.", name + strlen ("win."), NULL);

  /* While a file is read again its view is there, but not shown. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    gtk_widget_activate_action (GTK_WIDGET (self->view), action, NULL);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ibid_open_dialog_show (GTK_WINDOW (widget));
}

static void
open_recent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  g_application_open (
      G_APPLICATION (gtk_window_get_application (GTK_WINDOW (widget))), &file, 1, "");
}

static void
reload_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IbidWindow *self = IBID_WINDOW (widget);

  ibid_window_save_place (self);
  start_opening (self);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IbidWindow *self = IBID_WINDOW (widget);
  GFile *file = self->reading != NULL ? ibid_reading_get_file (self->reading) : NULL;

  stop_opening (self);
  g_set_object (&self->file, file);
  if (self->file != NULL)
    watch_file (self);
  ibid_stack_show (self->stack, self->reading != NULL ? "document" : "empty");
  update_actions (self);
}

static void
lines_kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (IbidWindow) self = data;

  /* The window may have been closed meanwhile. */
  if (self->file != NULL)
    start_opening (self);
}

/* The reader puts lines back that were left out: read again with them. */
static void
keep_lines_cb (IbidWindow *self, GArray *lines)
{
  if (self->store == NULL || self->reading == NULL)
    return;
  ibid_window_save_place (self);
  ibid_study_store_set_kept_lines_async (self->store,
                                         ibid_reading_get_digest (self->reading),
                                         lines,
                                         lines_kept_cb,
                                         g_object_ref (self));
}

static void
properties_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IbidWindow *self = IBID_WINDOW (widget);
  GtkWidget *page = ibid_properties_page_new (self->reading, self->kept_lines);

  g_signal_connect_object (page, "keep-lines", G_CALLBACK (keep_lines_cb), self, G_CONNECT_SWAPPED);
  ibid_compat_present_page (
      GTK_WINDOW (self), _ ("Document Properties"), ADW_PREFERENCES_PAGE (page), 520, 600);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IbidWindow *self = IBID_WINDOW (widget);
  double zoom = g_settings_get_double (self->settings, "zoom");

  if (g_str_equal (name, "win.zoom-in"))
    zoom *= ZOOM_STEP;
  else if (g_str_equal (name, "win.zoom-out"))
    zoom /= ZOOM_STEP;
  else
    zoom = 1.0;
  g_settings_set_double (self->settings, "zoom", CLAMP (zoom, MIN_ZOOM, MAX_ZOOM));
}

static void
fullscreen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

/* Made when it is wanted: GtkApplication would make one for every window that it opens. */
static void
show_help_overlay_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ibid_compat_present_shortcuts (GTK_WINDOW (widget),
                                 "/org/ibidreader/Ibid/window/help-overlay.ui");
}

static void
link_activated_cb (IbidWindow *self, const char *uri)
{
  g_autofree char *scheme = g_uri_parse_scheme (uri);

  /* Nothing but the web may be opened from a document. */
  if (g_strcmp0 (scheme, "http") != 0 && g_strcmp0 (scheme, "https") != 0)
    return;
  gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

/* --- Recent documents ---------------------------------------------------------------------- */

static void
recent_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (IbidWindow) self = data;
  g_autoptr (GPtrArray)
      recent = ibid_study_store_list_recent_finish (IBID_STUDY_STORE (source), result, NULL);

  /* The window may have been closed meanwhile. */
  if (self->open_button != NULL && recent != NULL)
    ibid_recent_menu_show (self->open_button, recent);
}

static void
update_recent (IbidWindow *self)
{
  if (self->store != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    ibid_study_store_list_recent_async (
        self->store, MAX_RECENT, NULL, recent_listed_cb, g_object_ref (self));
}

/* --- Object -------------------------------------------------------------------------------- */

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *file = files; file != NULL; file = file->next) {
    GFile *dropped = file->data;

    g_application_open (
        G_APPLICATION (gtk_window_get_application (GTK_WINDOW (data))), &dropped, 1, "");
  }
  g_slist_free (files);
  return TRUE;
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, gpointer data)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (data, dy < 0 ? "win.zoom-in" : "win.zoom-out", NULL);
  return GDK_EVENT_STOP;
}

/* In a narrow window Open is found in the menu, and a note opens the pane, which closes itself. */
static void
layout_cb (IbidWindow *self, int width)
{
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), width >= NARROW_WIDTH);
  gtk_widget_set_visible (self->pane_button, width >= NARROW_WIDTH);
}

static void
ibid_window_realize (GtkWidget *widget)
{
  GdkSurface *surface;
  int width;

  GTK_WIDGET_CLASS (ibid_window_parent_class)->realize (widget);
  g_object_get (widget, "default-width", &width, NULL);
  layout_cb (IBID_WINDOW (widget), width); /* no window becomes narrower than it began */
  surface = gtk_native_get_surface (GTK_NATIVE (widget));
  g_signal_connect_object (surface, "layout", G_CALLBACK (layout_cb), widget, G_CONNECT_SWAPPED);
}

static gboolean
ibid_window_close_request (GtkWindow *window)
{
  IbidWindow *self = IBID_WINDOW (window);
  int width;
  int height;

  ibid_window_save_place (self);
  stop_opening (self);
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self->settings, "window-width", MAX (width, 360));
  g_settings_set_int (self->settings, "window-height", MAX (height, 294));
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  return GTK_WINDOW_CLASS (ibid_window_parent_class)->close_request (window);
}

static void
ibid_window_dispose (GObject *object)
{
  IbidWindow *self = IBID_WINDOW (object);

  g_clear_handle_id (&self->save_id, g_source_remove);
  g_clear_handle_id (&self->appear_id, g_source_remove);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  cancel (&self->cancellable);
  stop_analysis (self);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->kept_lines, g_array_unref);
  g_clear_object (&self->reading);
  g_clear_object (&self->file);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (ibid_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char *const forwarded[] = {"win.find",
                                          "win.find-next",
                                          "win.find-previous",
                                          "win.back",
                                          "win.forward",
                                          "win.next-note",
                                          "win.previous-note",
                                          "win.focus-pane",
                                          "win.leave",
                                          "win.toggle-pane",
                                          "win.toggle-panel"};
  static const struct {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
      {"win.open", open_action},
      {"win.reload", reload_action},
      {"win.cancel", cancel_action},
      {"win.properties", properties_action},
      {"win.zoom-in", zoom_action},
      {"win.zoom-out", zoom_action},
      {"win.zoom-normal", zoom_action},
      {"win.fullscreen", fullscreen_action},
      {"win.show-help-overlay", show_help_overlay_action},
  };

  for (guint i = 0; i < G_N_ELEMENTS (forwarded); i++)
    gtk_widget_class_install_action (widget_class, forwarded[i], NULL, forward_action);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", open_recent_action);
}

static void
ibid_window_class_init (IbidWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ibid_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ibid_window_close_request;
  widget_class->realize = ibid_window_realize;
  g_type_ensure (IBID_TYPE_DOCUMENT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/ibidreader/Ibid/window/ibid-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IbidWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, IbidWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, IbidWindow, pane_button);
  gtk_widget_class_bind_template_child (widget_class, IbidWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, IbidWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, IbidWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, IbidWindow, loading_box);
  gtk_widget_class_bind_template_child (widget_class, IbidWindow, loading_label);
  gtk_widget_class_bind_template_child (widget_class, IbidWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, IbidWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, IbidWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, place_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
  install_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.leave", NULL);
}

static void
ibid_window_init (IbidWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  gtk_widget_init_template (GTK_WIDGET (self));
  if (IBID_IS_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  ibid_stack_show (self->stack, "empty");
  ibid_compat_name_menu_button (self->menu_button, _ ("Main Menu"));
  ibid_compat_name_menu_button (GTK_WIDGET (self->open_button), _ ("Recent Documents"));
  ibid_compat_mend_buttons (GTK_WIDGET (self));
  g_signal_connect (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), scroll);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (update_recent), NULL);
  update_actions (self);
}

IbidWindow *
ibid_window_new (GtkApplication *application, GSettings *settings, IbidStudyStore *store)
{
  IbidWindow *self = g_object_new (IBID_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  g_set_object (&self->store, store);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  ibid_document_view_bind_settings (self->view, settings);
  return self;
}

GFile *
ibid_window_get_file (IbidWindow *self)
{
  g_return_val_if_fail (IBID_IS_WINDOW (self), NULL);
  return self->file;
}

IbidReading *
ibid_window_get_reading (IbidWindow *self)
{
  g_return_val_if_fail (IBID_IS_WINDOW (self), NULL);
  return self->reading;
}

gboolean
ibid_window_is_free (IbidWindow *self)
{
  g_return_val_if_fail (IBID_IS_WINDOW (self), FALSE);
  return self->cancellable == NULL && self->reading == NULL;
}
