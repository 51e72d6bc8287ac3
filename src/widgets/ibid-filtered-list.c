/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-filtered-list.h"

#include "widgets/ibid-compat.h"
#include "widgets/ibid-marked-list.h"
#include "widgets/ibid-stack.h"
#include <glib/gi18n.h>

struct _IbidFilteredList {
  AdwBin parent_instance;
  IbidList *items;
  char *total; /* never NULL */
  GtkEditable *entry;
  AdwBin *controls_bin;
  AdwBin *toggle_bin;
  GtkLabel *count_label;
  GtkStack *results;
  GtkListView *list_view;
  IbidMarkedList *marked;
  GtkFilterListModel *filtered;
  GtkMultiFilter *filters;
  IbidWordFilter *word_filter;
};

G_DEFINE_FINAL_TYPE (IbidFilteredList, ibid_filtered_list, ADW_TYPE_BIN)

enum {
  PROP_FACTORY = 1,
  PROP_FILTER,
  PROP_CONTROLS,
  PROP_TOGGLE,
  PROP_PLACEHOLDER,
  PROP_LIST_NAME,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

enum { ACTIVATE, CLEAR, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
update_results (IbidFilteredList *self)
{
  guint n_items = self->items != NULL ? ibid_list_get_length (self->items) : 0;
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  gboolean is_filtered = gtk_filter_get_strictness (GTK_FILTER (self->filters)) !=
                         GTK_FILTER_MATCH_ALL;
  g_autofree char *count = NULL;

  /* Translators: how many entries of a list pass its filter, and how many there are. */
  count = g_strdup_printf (C_ ("filter", "%1$'u of %2$'u"), n_shown, n_items);
  gtk_label_set_label (self->count_label, is_filtered ? count : self->total);
  ibid_stack_show (self->results, n_shown == 0 && is_filtered ? "nothing" : "list");
}

static void
search_changed_cb (GtkSearchEntry *entry, IbidFilteredList *self)
{
  ibid_word_filter_set_words (self->word_filter, gtk_editable_get_text (self->entry));
}

static void
activate_position (IbidFilteredList *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  if (item == NULL)
    return;
  ibid_marked_list_set_marked (self->marked, item);
  g_signal_emit (self, signals[ACTIVATE], 0, item);
}

static void
list_activate_cb (GtkListView *list_view, guint position, IbidFilteredList *self)
{
  activate_position (self, position);
}

static void
entry_activate_cb (GtkSearchEntry *entry, IbidFilteredList *self)
{
  /* Enter can be quicker than the entry. */
  search_changed_cb (entry, self);
  activate_position (self, 0);
}

static void
stop_search_cb (GtkSearchEntry *entry, IbidFilteredList *self)
{
  if (*gtk_editable_get_text (self->entry) == '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), "page.leave", NULL);
  gtk_editable_set_text (self->entry, "");
}

static gboolean
entry_key_pressed_cb (GtkEventControllerKey *controller,
                      guint key,
                      guint code,
                      GdkModifierType state,
                      IbidFilteredList *self)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_child_focus (GTK_WIDGET (self->results), GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

/* The list view itself stays where it is when there is no row above. */
static gboolean
list_key_pressed_cb (GtkEventControllerKey *controller,
                     guint key,
                     guint code,
                     GdkModifierType state,
                     IbidFilteredList *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->list_view));
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list_view));
  double top = gtk_adjustment_get_value (
      gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view)));

  if ((key != GDK_KEY_Up && key != GDK_KEY_KP_Up) || focus != first || top > 0)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
clear_clicked_cb (GtkButton *button, IbidFilteredList *self)
{
  gtk_editable_set_text (self->entry, "");
  g_signal_emit (self, signals[CLEAR], 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* An empty one would still have the distance to the next widget. */
static void
fill_bin (AdwBin *bin, GtkWidget *child)
{
  adw_bin_set_child (bin, child);
  gtk_widget_set_visible (GTK_WIDGET (bin), child != NULL);
}

static void
ibid_filtered_list_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  IbidFilteredList *self = IBID_FILTERED_LIST (object);

  switch (prop_id) {
  case PROP_FACTORY:
    gtk_list_view_set_factory (self->list_view, g_value_get_object (value));
    break;
  case PROP_FILTER:
    gtk_multi_filter_append (self->filters, g_value_dup_object (value));
    break;
  case PROP_CONTROLS:
    fill_bin (self->controls_bin, g_value_get_object (value));
    break;
  case PROP_TOGGLE:
    fill_bin (self->toggle_bin, g_value_get_object (value));
    gtk_label_set_xalign (self->count_label, 1);
    break;
  case PROP_PLACEHOLDER:
    g_object_set (self->entry, "placeholder-text", g_value_get_string (value), NULL);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    g_value_get_string (value),
                                    -1);
    break;
  case PROP_LIST_NAME:
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    g_value_get_string (value),
                                    -1);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_filtered_list_dispose (GObject *object)
{
  IbidFilteredList *self = IBID_FILTERED_LIST (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (ibid_filtered_list_parent_class)->dispose (object);
}

static void
ibid_filtered_list_finalize (GObject *object)
{
  g_clear_pointer (&IBID_FILTERED_LIST (object)->total, g_free);
  G_OBJECT_CLASS (ibid_filtered_list_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/ibidreader/Ibid/widgets/ibid-filtered-list.ui");
  gtk_widget_class_bind_template_child (widget_class, IbidFilteredList, entry);
  gtk_widget_class_bind_template_child (widget_class, IbidFilteredList, controls_bin);
  gtk_widget_class_bind_template_child (widget_class, IbidFilteredList, toggle_bin);
  gtk_widget_class_bind_template_child (widget_class, IbidFilteredList, count_label);
  gtk_widget_class_bind_template_child (widget_class, IbidFilteredList, results);
  gtk_widget_class_bind_template_child (widget_class, IbidFilteredList, list_view);
  gtk_widget_class_bind_template_child (widget_class, IbidFilteredList, marked);
  gtk_widget_class_bind_template_child (widget_class, IbidFilteredList, filtered);
  gtk_widget_class_bind_template_child (widget_class, IbidFilteredList, filters);
  gtk_widget_class_bind_template_child (widget_class, IbidFilteredList, word_filter);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
ibid_filtered_list_class_init (IbidFilteredListClass *klass)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = ibid_filtered_list_set_property;
  object_class->dispose = ibid_filtered_list_dispose;
  object_class->finalize = ibid_filtered_list_finalize;
  props[PROP_FACTORY] = g_param_spec_object (
      "factory", NULL, NULL, GTK_TYPE_LIST_ITEM_FACTORY, flags);
  props[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, GTK_TYPE_FILTER, flags);
  props[PROP_CONTROLS] = g_param_spec_object ("controls", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_TOGGLE] = g_param_spec_object ("toggle", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  props[PROP_LIST_NAME] = g_param_spec_string ("list-name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[ACTIVATE] = g_signal_new ("activate",
                                    IBID_TYPE_FILTERED_LIST,
                                    G_SIGNAL_RUN_LAST,
                                    0,
                                    NULL,
                                    NULL,
                                    NULL,
                                    G_TYPE_NONE,
                                    1,
                                    G_TYPE_OBJECT);
  signals[CLEAR] = g_signal_new (
      "clear", IBID_TYPE_FILTERED_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (IBID_TYPE_MARKED_LIST);
  g_type_ensure (IBID_TYPE_WORD_FILTER);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ibid_filtered_list_init (IbidFilteredList *self)
{
  self->total = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  ibid_compat_mend_buttons (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry),
                                           GTK_WIDGET (self->results));
  /* Connected later than the list model, so that the count is right. */
  g_signal_connect_object (
      self->filters, "changed", G_CALLBACK (update_results), self, G_CONNECT_SWAPPED);
}

void
ibid_filtered_list_set_items (IbidFilteredList *self,
                              IbidDocument *document,
                              IbidList *items,
                              IbidWordFilterFunc func,
                              const char *total)
{
  g_return_if_fail (IBID_IS_FILTERED_LIST (self));
  /* The same items of another document are shown anew, and the one at hand stays it. */
  gtk_filter_list_model_set_model (self->filtered, NULL);
  if (g_set_object (&self->items, items))
    ibid_marked_list_set_marked (self->marked, NULL);
  g_free (self->total);
  self->total = g_strdup (total != NULL ? total : "");
  ibid_word_filter_set_items (self->word_filter, document, items, func);
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (items));
  update_results (self);
}
