/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-side-panel.h"

#include "widgets/ibid-claim-page.h"
#include "widgets/ibid-contents-page.h"
#include "widgets/ibid-event-page.h"
#include "widgets/ibid-note-page.h"
#include "widgets/ibid-sourcing-page.h"
#include "widgets/ibid-stack.h"
#include "widgets/ibid-wrap-layout.h"

struct _IbidSidePanel {
  AdwBin parent_instance;
  IbidDocument *document;
  IbidPassage *passage; /* the reader's place; NULL when nowhere */
  guint offset;
  const char *page; /* its name */
  gboolean is_analysing;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (IbidSidePanel, ibid_side_panel, ADW_TYPE_BIN)

enum { PROP_DOCUMENT = 1, PROP_PAGE, PROP_ANALYSING, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { GO_TO, SHOW_REFERENCE, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- Pages --------------------------------------------------------------------------------- */

static void
go_to_cb (GtkWidget *page, IbidPassage *passage, guint start, guint end, IbidSidePanel *self)
{
  g_signal_emit (self, signals[GO_TO], 0, passage, start, end);
}

static void
show_reference_cb (GtkWidget *page, IbidReference *reference, IbidSidePanel *self)
{
  g_signal_emit (self, signals[SHOW_REFERENCE], 0, reference);
}

/* `get_findings`: what the analysis finds for the page, NULL before; none when it shows the body.
 */
static const struct {
  const char *name;
  GType (*get_type) (void);
  IbidList *(*get_findings) (IbidAnnotations *annotations);
} pages[] = {
    {"contents", ibid_contents_page_get_type, NULL},
    {"events", ibid_event_page_get_type, ibid_annotations_get_events},
    {"claims", ibid_claim_page_get_type, ibid_annotations_get_claims},
    {"notes", ibid_note_page_get_type, NULL},
    {"sourcing", ibid_sourcing_page_get_type, ibid_annotations_get_claims},
};

/* The index in `pages`; their number when there is no such page. */
static guint
find_page (const char *name)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (pages) && !g_str_equal (pages[i].name, name))
    i++;
  return i;
}

/* The page at hand, made when it is first seen. */
static GtkWidget *
ensure_page (IbidSidePanel *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, self->page);
  guint i = find_page (self->page);

  if (page == NULL) {
    page = g_object_new (pages[i].get_type (), NULL);
    g_signal_connect (page, "go-to", G_CALLBACK (go_to_cb), self);
    g_signal_connect (page, "show-reference", G_CALLBACK (show_reference_cb), self);
    gtk_stack_add_named (self->stack, page, pages[i].name);
  }
  return page;
}

/* Those that follow the text; one without a document has nothing to mark. */
static void
update_position (IbidSidePanel *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    GtkWidget *page = gtk_stack_get_child_by_name (self->stack, pages[i].name);

    if (page != NULL)
      ibid_panel_page_set_position (IBID_PANEL_PAGE (page), self->passage, self->offset);
  }
}

/* What the page at hand is to show is still being looked for. */
static gboolean
is_waiting (IbidSidePanel *self)
{
  guint i = find_page (self->page);

  return self->is_analysing && pages[i].get_findings != NULL &&
         pages[i].get_findings (ibid_document_get_annotations (self->document)) == NULL;
}

static void
update_visible_page (IbidSidePanel *self)
{
  if (self->document == NULL)
    return;
  if (is_waiting (self)) {
    ibid_stack_show (self->stack, "analysing");
    return;
  }
  ibid_panel_page_set_document (IBID_PANEL_PAGE (ensure_page (self)), self->document);
  ibid_stack_show (self->stack, self->page);
  update_position (self);
}

/* All but the one at hand, which goes from one document to the next, and keeps what is the same. */
static void
clear_pages (IbidSidePanel *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    GtkWidget *page = gtk_stack_get_child_by_name (self->stack, pages[i].name);

    if (page != NULL &&
        (self->document == NULL || pages[i].name != self->page || is_waiting (self)))
      ibid_panel_page_set_document (IBID_PANEL_PAGE (page), NULL);
  }
}

/* --- Object -------------------------------------------------------------------------------- */

static void
ibid_side_panel_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  IbidSidePanel *self = IBID_SIDE_PANEL (object);

  switch (prop_id) {
  case PROP_DOCUMENT:
    g_value_set_object (value, ibid_side_panel_get_document (self));
    break;
  case PROP_PAGE:
    g_value_set_string (value, ibid_side_panel_get_page (self));
    break;
  case PROP_ANALYSING:
    g_value_set_boolean (value, self->is_analysing);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_side_panel_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  IbidSidePanel *self = IBID_SIDE_PANEL (object);

  switch (prop_id) {
  case PROP_DOCUMENT:
    ibid_side_panel_set_document (self, g_value_get_object (value));
    break;
  case PROP_PAGE:
    ibid_side_panel_set_page (self, g_value_get_string (value));
    break;
  case PROP_ANALYSING:
    ibid_side_panel_set_analysing (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_side_panel_dispose (GObject *object)
{
  IbidSidePanel *self = IBID_SIDE_PANEL (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->passage);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (ibid_side_panel_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  signals[GO_TO] = g_signal_new ("go-to",
                                 IBID_TYPE_SIDE_PANEL,
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
                                          IBID_TYPE_SIDE_PANEL,
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
ibid_side_panel_class_init (IbidSidePanelClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ibid_side_panel_get_property;
  object_class->set_property = ibid_side_panel_set_property;
  object_class->dispose = ibid_side_panel_dispose;
  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, IBID_TYPE_DOCUMENT, flags);
  props[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, "contents", flags);
  props[PROP_ANALYSING] = g_param_spec_boolean ("analysing", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  install_signals ();

  g_type_ensure (IBID_TYPE_WRAP_LAYOUT);
  gtk_widget_class_install_property_action (widget_class, "panel.page", "page");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/ibidreader/Ibid/widgets/ibid-side-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, IbidSidePanel, stack);
}

static void
ibid_side_panel_init (IbidSidePanel *self)
{
  self->page = pages[0].name;
  gtk_widget_init_template (GTK_WIDGET (self));
}

IbidSidePanel *
ibid_side_panel_new (void)
{
  return g_object_new (IBID_TYPE_SIDE_PANEL, NULL);
}

IbidDocument *
ibid_side_panel_get_document (IbidSidePanel *self)
{
  g_return_val_if_fail (IBID_IS_SIDE_PANEL (self), NULL);
  return self->document;
}

void
ibid_side_panel_set_document (IbidSidePanel *self, IbidDocument *document)
{
  g_return_if_fail (IBID_IS_SIDE_PANEL (self));
  if (!g_set_object (&self->document, document))
    return;
  g_clear_object (&self->passage);
  clear_pages (self);
  update_visible_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

const char *
ibid_side_panel_get_page (IbidSidePanel *self)
{
  g_return_val_if_fail (IBID_IS_SIDE_PANEL (self), NULL);
  return self->page;
}

void
ibid_side_panel_set_page (IbidSidePanel *self, const char *page)
{
  guint i;

  g_return_if_fail (IBID_IS_SIDE_PANEL (self) && page != NULL);
  i = find_page (page);
  if (i == G_N_ELEMENTS (pages) || pages[i].name == self->page)
    return;
  self->page = pages[i].name;
  update_visible_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

gboolean
ibid_side_panel_get_analysing (IbidSidePanel *self)
{
  g_return_val_if_fail (IBID_IS_SIDE_PANEL (self), FALSE);
  return self->is_analysing;
}

void
ibid_side_panel_set_analysing (IbidSidePanel *self, gboolean is_analysing)
{
  g_return_if_fail (IBID_IS_SIDE_PANEL (self));
  if (self->is_analysing == is_analysing)
    return;
  self->is_analysing = is_analysing;
  update_visible_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ANALYSING]);
}

void
ibid_side_panel_set_position (IbidSidePanel *self, IbidPassage *passage, guint offset)
{
  g_return_if_fail (IBID_IS_SIDE_PANEL (self));
  g_set_object (&self->passage, passage);
  self->offset = offset;
  update_position (self);
}
