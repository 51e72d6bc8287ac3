/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-panel-page.h"

#include "widgets/ibid-focus.h"

typedef struct {
  IbidDocument *document;
} IbidPanelPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (IbidPanelPage, ibid_panel_page, ADW_TYPE_BIN)

enum { PROP_DOCUMENT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { GO_TO, SHOW_REFERENCE, N_SIGNALS };
static guint signals[N_SIGNALS];

static IbidPanelPagePrivate *
get_private (IbidPanelPage *self)
{
  return ibid_panel_page_get_instance_private (self);
}

static void
ibid_panel_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_DOCUMENT:
    g_value_set_object (value, ibid_panel_page_get_document (IBID_PANEL_PAGE (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_panel_page_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_DOCUMENT:
    ibid_panel_page_set_document (IBID_PANEL_PAGE (object), g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_panel_page_dispose (GObject *object)
{
  IbidPanelPage *self = IBID_PANEL_PAGE (object);

  /* Ahead of the document, from which the rows borrow. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&get_private (self)->document);
  G_OBJECT_CLASS (ibid_panel_page_parent_class)->dispose (object);
}

/* --- Focus --------------------------------------------------------------------------------- */

/* The list view that the focus is in; NULL when it is in none of this page. Those of popovers are
 * their own. */
static GtkWidget *
get_list_with_focus (IbidPanelPage *self)
{
  GtkWidget *focus = ibid_focus_get (GTK_WIDGET (self));

  if (!ibid_focus_is_within (GTK_WIDGET (self)) ||
      gtk_widget_get_native (focus) != gtk_widget_get_native (GTK_WIDGET (self)))
    return NULL;
  return gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW);
}

static gboolean
is_seen (GtkWidget *row, GtkWidget *list)
{
  graphene_rect_t area;

  return gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, list, &area) &&
         area.origin.y >= 0 &&
         area.origin.y + area.size.height <= (float)gtk_widget_get_height (list);
}

/* The row at hand, else the first that is to be seen: GTK would take the one that had the focus
 * last, wherever that is by now. */
static void
focus_row (GtkWidget *list)
{
  GtkWidget *first = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0 &&
        gtk_widget_get_mapped (row)) {
      first = row;
      break;
    }
    if (first == NULL && is_seen (row, list))
      first = row;
  }
  if (first != NULL)
    gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD);
}

/* For Tab a list is one thing, in which the arrow keys move. */
static gboolean
ibid_panel_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  IbidPanelPage *self = IBID_PANEL_PAGE (widget);
  GtkWidgetClass *parent_class = GTK_WIDGET_CLASS (ibid_panel_page_parent_class);
  GtkWidget *left;
  GtkWidget *entered;
  gboolean is_moved;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return parent_class->focus (widget, direction);
  left = get_list_with_focus (self);
  if (left != NULL)
    gtk_widget_set_can_focus (left, FALSE);
  is_moved = parent_class->focus (widget, direction);
  if (left != NULL)
    gtk_widget_set_can_focus (left, TRUE);
  entered = get_list_with_focus (self);
  if (is_moved && entered != NULL && entered != left)
    focus_row (entered);
  return is_moved;
}

static void
ibid_panel_page_class_init (IbidPanelPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = ibid_panel_page_get_property;
  object_class->set_property = ibid_panel_page_set_property;
  object_class->dispose = ibid_panel_page_dispose;
  GTK_WIDGET_CLASS (klass)->focus = ibid_panel_page_focus;
  props[PROP_DOCUMENT] = g_param_spec_object ("document",
                                              NULL,
                                              NULL,
                                              IBID_TYPE_DOCUMENT,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                  G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[GO_TO] = g_signal_new ("go-to",
                                 type,
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 3,
                                 IBID_TYPE_PASSAGE,
                                 G_TYPE_UINT,
                                 G_TYPE_UINT);
  signals[SHOW_REFERENCE] = g_signal_new ("show-reference",
                                          type,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          IBID_TYPE_REFERENCE);
}

static void
ibid_panel_page_init (IbidPanelPage *self)
{}

IbidDocument *
ibid_panel_page_get_document (IbidPanelPage *self)
{
  g_return_val_if_fail (IBID_IS_PANEL_PAGE (self), NULL);
  return get_private (self)->document;
}

void
ibid_panel_page_set_document (IbidPanelPage *self, IbidDocument *document)
{
  IbidPanelPagePrivate *priv = get_private (self);
  g_autoptr (IbidDocument) before = NULL;

  g_return_if_fail (IBID_IS_PANEL_PAGE (self));
  if (priv->document == document)
    return;
  before = g_steal_pointer (&priv->document);
  g_set_object (&priv->document, document);
  IBID_PANEL_PAGE_GET_CLASS (self)->show_document (self, document);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

void
ibid_panel_page_set_position (IbidPanelPage *self, IbidPassage *passage, guint offset)
{
  IbidPanelPageClass *klass;

  g_return_if_fail (IBID_IS_PANEL_PAGE (self));
  klass = IBID_PANEL_PAGE_GET_CLASS (self);
  if (klass->show_position != NULL)
    klass->show_position (self, passage, offset);
}

void
ibid_panel_page_go_to (IbidPanelPage *self, IbidPassage *passage, guint start, guint end)
{
  g_return_if_fail (IBID_IS_PANEL_PAGE (self));
  g_signal_emit (self, signals[GO_TO], 0, passage, start, end);
}

void
ibid_panel_page_show_reference (IbidPanelPage *self, IbidReference *reference)
{
  g_return_if_fail (IBID_IS_PANEL_PAGE (self));
  g_signal_emit (self, signals[SHOW_REFERENCE], 0, reference);
}
