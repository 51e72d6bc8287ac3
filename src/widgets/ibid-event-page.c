/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-event-page.h"

#include "widgets/ibid-compat.h"
#include "widgets/ibid-event-filter.h"
#include "widgets/ibid-event-row.h"
#include "widgets/ibid-event-text.h"
#include "widgets/ibid-labels.h"
#include "widgets/ibid-stack.h"
#include "widgets/ibid-timeline.h"
#include "widgets/ibid-wrap-layout.h"
#include <glib/gi18n.h>

#define MANY_ACTORS 20 /* to have the drop-down searched */

struct _IbidEventPage {
  IbidPanelPage parent_instance;
  IbidDocument *document; /* borrowed from the parent class */
  IbidEventOrder order;
  IbidEventFilter *filter;
  GtkFilterListModel *filtered; /* of the document's events, in order */
  GtkSingleSelection *selection;
  GArray *kinds;     /* int, what the drop-down offers behind its first choice */
  GPtrArray *actors; /* IbidActor, likewise */
  IbidEvent *at_hand;
  IbidEvent *visited; /* the last to be gone to, and to which of its places */
  guint visited_place;
  gint64 clicked_at; /* when by pointer */

  GtkStack *stack;
  GtkStack *list_stack;
  IbidTimeline *timeline;
  GtkEditable *search_entry;
  GtkDropDown *kind_drop_down;
  GtkDropDown *actor_drop_down;
  GtkLabel *count_label;
  GtkToggleButton *order_button;
  GtkListView *list_view;
};

G_DEFINE_FINAL_TYPE (IbidEventPage, ibid_event_page, IBID_TYPE_PANEL_PAGE)

enum { PROP_ORDER = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static guint
get_n_events (IbidEventPage *self)
{
  return self->document != NULL ? ibid_list_get_length (ibid_document_get_events (self->document))
                                : 0;
}

/* Strings for a drop-down; the first stands for no choice. */
static GtkStringList *
create_choices (const char *any)
{
  const char *const first[] = {any, NULL};

  return gtk_string_list_new (first);
}

static void
fill_kinds (IbidEventPage *self, IbidList *events)
{
  g_autoptr (GtkStringList) choices = create_choices (_ ("Any Kind"));
  guint n_events = ibid_list_get_length (events);
  guint found = 0;

  for (guint i = 0; i < n_events; i++)
    found |= 1u << ibid_event_get_kind (ibid_list_get (events, i));
  g_array_set_size (self->kinds, 0);
  for (int kind = IBID_EVENT_ATTACK; kind <= IBID_EVENT_OTHER; kind++) {
    if ((found & 1u << kind) == 0)
      continue;
    g_array_append_val (self->kinds, kind);
    gtk_string_list_append (choices, ibid_label_event_kind (kind));
  }
  gtk_drop_down_set_model (self->kind_drop_down, G_LIST_MODEL (choices));
}

/* Only those who take part in something, in the order of the document. */
static void
fill_actors (IbidEventPage *self, IbidList *events)
{
  g_autoptr (GtkStringList) choices = create_choices (_ ("Anyone"));
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  guint n_events = ibid_list_get_length (events);
  IbidList *actors;

  for (guint i = 0; i < n_events; i++) {
    actors = ibid_event_get_actors (ibid_list_get (events, i));
    for (guint j = 0; j < ibid_list_get_length (actors); j++)
      g_hash_table_add (found, ibid_list_get (actors, j));
  }
  g_ptr_array_set_size (self->actors, 0);
  actors = self->document != NULL ? ibid_document_get_actors (self->document)
                                  : ibid_list_get_empty (IBID_TYPE_ACTOR);
  for (guint i = 0; i < ibid_list_get_length (actors); i++) {
    IbidActor *actor = ibid_list_get (actors, i);

    if (!g_hash_table_contains (found, actor))
      continue;
    g_ptr_array_add (self->actors, actor);
    gtk_string_list_append (choices, ibid_actor_get_name (actor));
  }
  gtk_drop_down_set_model (self->actor_drop_down, G_LIST_MODEL (choices));
  gtk_drop_down_set_enable_search (self->actor_drop_down, self->actors->len > MANY_ACTORS);
}

static IbidList *
get_events (IbidEventPage *self)
{
  return self->document != NULL ? ibid_document_get_events (self->document)
                                : ibid_list_get_empty (IBID_TYPE_EVENT);
}

static guint
find_row (IbidEventPage *self, IbidEvent *event)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));

  for (guint i = 0; i < n_rows && event != NULL; i++) {
    g_autoptr (IbidEvent) other = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

    if (other == event)
      return i;
  }
  return GTK_INVALID_LIST_POSITION;
}

/* Selecting does not activate. */
static void
select_at_hand (IbidEventPage *self)
{
  guint row = find_row (self, self->at_hand);

  gtk_single_selection_set_selected (self->selection, row);
  if (row != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", row);
}

static void
update_count (IbidEventPage *self)
{
  guint n_events = get_n_events (self);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  g_autofree char *count = NULL;

  if (ibid_event_filter_is_active (self->filter))
    /* Translators: how many events the filters let through, and how many there are. */
    count = g_strdup_printf (
        ngettext ("%1$'u of %2$'u", "%1$'u of %2$'u", n_events), n_shown, n_events);
  else
    count = g_strdup_printf (ngettext ("%'u event", "%'u events", n_events), n_events);
  if (g_strcmp0 (gtk_label_get_text (self->count_label), count) != 0 &&
      ibid_event_filter_is_active (self->filter))
    ibid_compat_announce (GTK_WIDGET (self), count);
  gtk_label_set_text (self->count_label, count);
  ibid_stack_show (self->list_stack, n_shown > 0 ? "list" : "no-match");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "events.copy", n_shown > 0);
}

/* The event at hand may have been filtered out, and be back now. */
static void
filter_changed (IbidEventPage *self)
{
  update_count (self);
  if (self->at_hand != NULL && gtk_single_selection_get_selected_item (self->selection) == NULL)
    gtk_single_selection_set_selected (self->selection, find_row (self, self->at_hand));
}

static void
sort_events (IbidEventPage *self)
{
  g_autoptr (IbidList) sorted = ibid_event_order_sort (get_events (self), self->order);

  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (sorted));
}

static void
go_to (IbidEventPage *self, IbidEvent *event)
{
  const IbidPlace *place;

  if (ibid_event_get_n_places (event) == 0)
    return;
  if (self->visited == event)
    self->visited_place = (self->visited_place + 1) % ibid_event_get_n_places (event);
  else
    self->visited_place = 0;
  g_set_object (&self->visited, event);
  place = ibid_event_get_place (event, self->visited_place);
  ibid_panel_page_go_to (
      IBID_PANEL_PAGE (self), IBID_PASSAGE (place->paragraph), place->start, place->end);
}

/* The first click of a double one went there already: the second must not go to the next place.
 * The gesture cannot count them, since the row's own takes over after each. */
static gboolean
is_second_click (IbidEventPage *self, IbidEvent *event)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  int double_click_time;

  g_object_get (settings, "gtk-double-click-time", &double_click_time, NULL);
  return self->visited == event &&
         g_get_monotonic_time () - self->clicked_at < double_click_time * (gint64)1000;
}

static void
row_activated_cb (IbidEventPage *self, guint row)
{
  g_autoptr (IbidEvent) event = g_list_model_get_item (G_LIST_MODEL (self->filtered), row);

  if (event != NULL && !is_second_click (self, event))
    go_to (self, event);
}

/* GTK's own single-click-activate also selects whatever the pointer passes over. */
static void
list_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, IbidEventPage *self)
{
  GtkWidget *list = GTK_WIDGET (self->list_view);
  GtkWidget *row = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);
  IbidEvent *event;

  /* Its list item has some padding around the row. */
  if (row != NULL && !IBID_IS_EVENT_ROW (row))
    row = gtk_widget_get_first_child (row);
  if (row == NULL || !IBID_IS_EVENT_ROW (row))
    return;
  event = ibid_event_row_get_event (IBID_EVENT_ROW (row));
  if (is_second_click (self, event))
    return;
  self->clicked_at = g_get_monotonic_time ();
  go_to (self, event);
}

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, ibid_event_row_new ());
}

static void
bind_row_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  ibid_event_row_set_event (IBID_EVENT_ROW (gtk_list_item_get_child (item)),
                            gtk_list_item_get_item (item));
}

static void
words_changed_cb (IbidEventPage *self)
{
  ibid_event_filter_set_words (self->filter, gtk_editable_get_text (self->search_entry));
  filter_changed (self);
}

/* Enter goes to what is listed first. */
static void
search_activated_cb (IbidEventPage *self)
{
  row_activated_cb (self, 0);
}

static void
stop_search_cb (IbidEventPage *self)
{
  if (*gtk_editable_get_text (self->search_entry) == '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), "page.leave", NULL);
  gtk_editable_set_text (self->search_entry, "");
}

static gboolean
search_key_pressed_cb (GtkEventControllerKey *controller,
                       guint keyval,
                       guint keycode,
                       GdkModifierType state,
                       IbidEventPage *self)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

static void
kind_selected_cb (IbidEventPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->kind_drop_down);
  gboolean is_any = selected == 0 || selected > self->kinds->len;

  ibid_event_filter_set_kind (
      self->filter, is_any ? IBID_EVENT_KIND_ANY : g_array_index (self->kinds, int, selected - 1));
  filter_changed (self);
}

static void
actor_selected_cb (IbidEventPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->actor_drop_down);
  gboolean is_any = selected == 0 || selected > self->actors->len;

  ibid_event_filter_set_actor (self->filter,
                               is_any ? NULL : g_ptr_array_index (self->actors, selected - 1));
  filter_changed (self);
}

static void
years_changed_cb (IbidEventPage *self)
{
  int first;
  int last;

  if (!ibid_timeline_get_range (self->timeline, &first, &last)) {
    first = G_MININT;
    last = G_MAXINT;
  }
  ibid_event_filter_set_years (self->filter, first, last);
  filter_changed (self);
}

static void
order_toggled_cb (IbidEventPage *self)
{
  ibid_event_page_set_order (self,
                             gtk_toggle_button_get_active (self->order_button)
                                 ? IBID_EVENT_ORDER_TEXT
                                 : IBID_EVENT_ORDER_DATE);
}

/* To the event that is selected: for assistive tools, which can select a row but not activate it.
 */
static void
go_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IbidEventPage *self = IBID_EVENT_PAGE (widget);

  row_activated_cb (self, gtk_single_selection_get_selected (self->selection));
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *text = ibid_event_page_dup_text (IBID_EVENT_PAGE (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
clear_filters_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ibid_event_page_clear_filters (IBID_EVENT_PAGE (widget));
  ibid_event_page_focus_filter (IBID_EVENT_PAGE (widget));
}

static void
ibid_event_page_show_document (IbidPanelPage *page, IbidDocument *document)
{
  IbidEventPage *self = IBID_EVENT_PAGE (page);
  IbidList *events;

  ibid_event_page_clear_filters (self);
  g_clear_object (&self->at_hand);
  g_clear_object (&self->visited);
  gtk_filter_list_model_set_model (self->filtered, NULL);
  self->document = document;
  events = get_events (self);
  ibid_event_filter_set_events (self->filter, events);
  sort_events (self);
  fill_kinds (self, events);
  fill_actors (self, events);
  ibid_timeline_set_model (self->timeline, G_LIST_MODEL (events));
  update_count (self);
  ibid_stack_show (self->stack, get_n_events (self) > 0 ? "events" : "none");
}

/* The shortest place of `paragraph` that holds `offset`, else the last that begins before it. */
static IbidEvent *
find_event_at (IbidDocument *document, IbidParagraph *paragraph, guint offset)
{
  IbidList *events = ibid_document_get_events_of_paragraph (document, paragraph);
  guint n_events = ibid_list_get_length (events);
  IbidEvent *holding = NULL;
  IbidEvent *before = NULL;
  guint shortest = G_MAXUINT;
  guint latest = 0;

  for (guint i = 0; i < n_events; i++) {
    IbidEvent *event = ibid_list_get (events, i);

    for (guint j = 0; j < ibid_event_get_n_places (event); j++) {
      const IbidPlace *place = ibid_event_get_place (event, j);

      if (place->paragraph != paragraph || place->start > offset)
        continue;
      if (offset < place->end && place->end - place->start < shortest) {
        shortest = place->end - place->start;
        holding = event;
      }
      if (before == NULL || place->start >= latest) {
        latest = place->start;
        before = event;
      }
    }
  }
  return holding != NULL ? holding : before;
}

static void
ibid_event_page_show_position (IbidPanelPage *page, IbidPassage *passage, guint offset)
{
  IbidEventPage *self = IBID_EVENT_PAGE (page);
  IbidEvent *event = NULL;

  if (self->document != NULL && passage != NULL && IBID_IS_PARAGRAPH (passage))
    event = find_event_at (self->document, IBID_PARAGRAPH (passage), offset);
  if (g_set_object (&self->at_hand, event))
    select_at_hand (self);
}

static void
ibid_event_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  IbidEventPage *self = IBID_EVENT_PAGE (object);

  switch (prop_id) {
  case PROP_ORDER:
    g_value_set_enum (value, self->order);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_event_page_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  IbidEventPage *self = IBID_EVENT_PAGE (object);

  switch (prop_id) {
  case PROP_ORDER:
    ibid_event_page_set_order (self, g_value_get_enum (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_event_page_dispose (GObject *object)
{
  IbidEventPage *self = IBID_EVENT_PAGE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->at_hand);
  g_clear_object (&self->visited);
  G_OBJECT_CLASS (ibid_event_page_parent_class)->dispose (object);
}

static void
ibid_event_page_finalize (GObject *object)
{
  IbidEventPage *self = IBID_EVENT_PAGE (object);

  g_clear_pointer (&self->kinds, g_array_unref);
  g_clear_pointer (&self->actors, g_ptr_array_unref);
  G_OBJECT_CLASS (ibid_event_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IBID_TYPE_TIMELINE);
  g_type_ensure (IBID_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/ibidreader/Ibid/widgets/ibid-event-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IbidEventPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IbidEventPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, IbidEventPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, IbidEventPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, IbidEventPage, kind_drop_down);
  gtk_widget_class_bind_template_child (widget_class, IbidEventPage, actor_drop_down);
  gtk_widget_class_bind_template_child (widget_class, IbidEventPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, IbidEventPage, order_button);
  gtk_widget_class_bind_template_child (widget_class, IbidEventPage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, actor_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_released_cb);
}

static void
ibid_event_page_class_init (IbidEventPageClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ibid_event_page_get_property;
  object_class->set_property = ibid_event_page_set_property;
  object_class->dispose = ibid_event_page_dispose;
  IBID_PANEL_PAGE_CLASS (klass)->show_document = ibid_event_page_show_document;
  IBID_PANEL_PAGE_CLASS (klass)->show_position = ibid_event_page_show_position;
  object_class->finalize = ibid_event_page_finalize;

  props[PROP_ORDER] = g_param_spec_enum (
      "order", NULL, NULL, IBID_TYPE_EVENT_ORDER, IBID_EVENT_ORDER_DATE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_install_action (widget_class, "events.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "events.go-to", NULL, go_to_action);
  gtk_widget_class_install_action (
      widget_class, "events.clear-filters", NULL, clear_filters_action);
  bind_template (widget_class);
}

static void
ibid_event_page_init (IbidEventPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->kinds = g_array_new (FALSE, FALSE, sizeof (int));
  self->actors = g_ptr_array_new ();
  self->filter = ibid_event_filter_new ();
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (GTK_FILTER (self->filter)));
  self->selection = g_object_new (GTK_TYPE_SINGLE_SELECTION,
                                  "autoselect",
                                  FALSE,
                                  "can-unselect",
                                  TRUE,
                                  "model",
                                  self->filtered,
                                  NULL);
  g_signal_connect_object (
      self->filter, "notify::is-ready", G_CALLBACK (filter_changed), self, G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  ibid_compat_mend_buttons (GTK_WIDGET (self));

  ibid_compat_name_button (GTK_WIDGET (self->kind_drop_down), _ ("Kind of event"));
  ibid_compat_name_button (GTK_WIDGET (self->actor_drop_down), _ ("Who takes part"));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (
      self->timeline, "notify::first-year", G_CALLBACK (years_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->timeline, "notify::last-year", G_CALLBACK (years_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ibid_event_page_new (void)
{
  return g_object_new (IBID_TYPE_EVENT_PAGE, NULL);
}

IbidEventOrder
ibid_event_page_get_order (IbidEventPage *self)
{
  g_return_val_if_fail (IBID_IS_EVENT_PAGE (self), IBID_EVENT_ORDER_DATE);
  return self->order;
}

void
ibid_event_page_set_order (IbidEventPage *self, IbidEventOrder order)
{
  g_return_if_fail (IBID_IS_EVENT_PAGE (self));
  if (self->order == order)
    return;
  self->order = order;
  gtk_toggle_button_set_active (self->order_button, order == IBID_EVENT_ORDER_TEXT);
  sort_events (self);
  select_at_hand (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ORDER]);
}

void
ibid_event_page_focus_filter (IbidEventPage *self)
{
  g_return_if_fail (IBID_IS_EVENT_PAGE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
ibid_event_page_clear_filters (IbidEventPage *self)
{
  g_return_if_fail (IBID_IS_EVENT_PAGE (self));
  gtk_editable_set_text (self->search_entry, "");
  gtk_drop_down_set_selected (self->kind_drop_down, 0);
  gtk_drop_down_set_selected (self->actor_drop_down, 0);
  ibid_timeline_clear_range (self->timeline);
}

char *
ibid_event_page_dup_text (IbidEventPage *self)
{
  g_return_val_if_fail (IBID_IS_EVENT_PAGE (self), NULL);
  return ibid_event_text_dup_lines (G_LIST_MODEL (self->filtered));
}
