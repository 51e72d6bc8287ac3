/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-source-pane.h"

#include "widgets/ibid-focus.h"
#include "widgets/ibid-labels.h"
#include "widgets/ibid-passage-markup.h"
#include "widgets/ibid-use-row.h"
#include "widgets/ibid-use.h"
#include "widgets/ibid-work-card.h"
#include "widgets/ibid-work-format.h"
#include "widgets/ibid-wrap-layout.h"

#include <glib/gi18n.h>

/* Uses shown before "Show All". */
#define FIRST_USES 12

/* Of a note's label, which is mostly a number; code points. */
#define MAX_LABEL 40

/* Pixels a second. */
#define LEAST_SWIPE 400.0

/* Citations of a note, and works that one can mean, that get a card: hostile files have them by the
 * thousand. The note's own text has them all. */
#define MAX_CARDS 40

/* How far an Ibid. is followed back: a hostile file's chain ends somewhere. */
#define MAX_CHAIN 64

struct _IbidSourcePane {
  GtkWidget parent_instance;
  GtkLabel *title_label;
  GtkBox *box;
  GtkBox *flow_box; /* what scrolls: the content, and the buttons where the pane is short */
  GtkBox *content_box;
  GtkBox *buttons_box;
  GtkWidget *open_button;
  GtkScrolledWindow *scrolled;

  IbidDocument *document;
  GPtrArray *history; /* IbidReference; what was shown, oldest first */
  guint at;           /* index of what is shown */
  IbidReference *reference;
  char *title;
  char *uri; /* what Open opens; NULL */
};

G_DEFINE_FINAL_TYPE (IbidSourcePane, ibid_source_pane, GTK_TYPE_WIDGET)

enum { PROP_REFERENCE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { GO_TO, LINK_ACTIVATED, CLOSE, N_SIGNALS };
static guint signals[N_SIGNALS];

static void show_reference (IbidSourcePane *self, IbidReference *reference, const char *label);

/* --- Content ------------------------------------------------------------------------------- */

static void
clear_content (IbidSourcePane *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content_box))) != NULL)
    gtk_box_remove (self->content_box, child);
}

static gboolean
activate_link_cb (GtkLabel *label, const char *uri, gpointer data)
{
  g_signal_emit (data, signals[LINK_ACTIVATED], 0, uri);
  return TRUE;
}

static GtkWidget *
append_label (IbidSourcePane *self, const char *markup, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  g_signal_connect (label, "activate-link", G_CALLBACK (activate_link_cb), self);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->content_box, label);
  return label;
}

static void
append_heading (IbidSourcePane *self, const char *text)
{
  GtkWidget *label = append_label (self, text, "heading");

  gtk_widget_set_margin_top (label, 6);
}

static void
append_note_text (IbidSourcePane *self, IbidReference *reference)
{
  g_autofree char *markup = ibid_passage_dup_markup (IBID_PASSAGE (reference));
  GtkWidget *label;

  if (*markup == '\0')
    return;
  label = append_label (self, markup, "ibid-note-text");
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
}

static void
chain_clicked_cb (GtkButton *button, gpointer data)
{
  show_reference (data, g_object_get_data (G_OBJECT (button), "ibid-reference"), NULL);
}

/* What is printed for it, briefly. */
static char *
dup_label (IbidReference *reference)
{
  const char *label = ibid_reference_get_label (reference);

  return ibid_label_cut (label != NULL ? label : "•", MAX_LABEL);
}

/* "7 → 6" and further back, up to the citation that stands for itself. */
static char *
make_chain (IbidSourcePane *self, IbidCitation *citation)
{
  GString *chain = g_string_new (NULL);
  IbidReference *reference = ibid_citation_get_reference (citation);
  IbidWork *work = ibid_citation_get_work (citation);

  for (guint i = 0; reference != NULL && i < MAX_CHAIN; i++) {
    IbidList *citations = ibid_document_get_citations (self->document, reference);
    g_autofree char *label = dup_label (reference);
    IbidReference *before = NULL;

    g_string_append_printf (chain, "%s%s", i > 0 ? " → " : "", label);
    for (guint j = 0; j < ibid_list_get_length (citations) && before == NULL; j++)
      if (ibid_citation_get_work (ibid_list_get (citations, j)) == work)
        before = ibid_citation_get_antecedent (ibid_list_get (citations, j));
    reference = before;
  }
  return g_string_free (chain, FALSE);
}

static void
append_antecedent (IbidSourcePane *self, IbidCitation *citation)
{
  IbidReference *antecedent = ibid_citation_get_antecedent (citation);
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *chain = NULL;
  g_autofree char *escaped = NULL;
  GtkWidget *button;

  if (antecedent == NULL)
    return;
  label = dup_label (antecedent);
  name = ibid_reference_get_label (antecedent) != NULL
             /* Translators: "note 6" within the sentence "Same as note 6". */
             ? g_strdup_printf (_ ("note %s"), label)
             : ibid_label_reference_name (antecedent);
  /* Translators: %s is "note 6". */
  text = g_strdup_printf (_ ("Same as %s"), name);
  chain = make_chain (self, citation);
  button = gtk_button_new_with_label (text);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, chain);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "ibid-chain");
  g_object_set_data (G_OBJECT (button), "ibid-reference", antecedent);
  g_signal_connect (button, "clicked", G_CALLBACK (chain_clicked_cb), self);
  gtk_box_append (self->content_box, button);
  escaped = g_markup_escape_text (chain, -1);
  append_label (self, escaped, "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (GTK_WIDGET (self->content_box)),
                            "dim-label");
}

static void
append_card (IbidSourcePane *self, IbidWork *work, const char *locator)
{
  GtkWidget *card = ibid_work_card_new (work, locator);

  for (GtkWidget *child = gtk_widget_get_first_child (card); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    g_signal_connect (child, "activate-link", G_CALLBACK (activate_link_cb), self);
  gtk_box_append (self->content_box, card);
  if (self->uri == NULL)
    self->uri = ibid_work_format_url (work);
  if (self->uri == NULL)
    self->uri = ibid_work_format_doi_uri (work);
}

static void
append_rest (IbidSourcePane *self, guint n_all)
{
  guint n_more = n_all > MAX_CARDS ? n_all - MAX_CARDS : 0;
  /* Translators: works that a footnote cites, besides those shown. */
  g_autofree char *text = g_strdup_printf (ngettext ("%'u more work", "%'u more works", n_more),
                                           n_more);

  if (n_more > 0)
    append_label (self, text, "dim-label");
}

static void
append_candidates (IbidSourcePane *self, IbidCitation *citation)
{
  IbidList *candidates = ibid_citation_get_candidates (citation);

  if (ibid_list_get_length (candidates) == 0)
    return;
  append_label (self, _ ("This can mean more than one work:"), "dim-label");
  for (guint i = 0; i < MIN (ibid_list_get_length (candidates), MAX_CARDS); i++)
    append_card (self, ibid_list_get (candidates, i), NULL);
  append_rest (self, ibid_list_get_length (candidates));
}

static void
append_citations (IbidSourcePane *self, IbidReference *reference)
{
  IbidList *citations = ibid_document_get_citations (self->document, reference);

  for (guint i = 0; i < MIN (ibid_list_get_length (citations), MAX_CARDS); i++) {
    IbidCitation *citation = ibid_list_get (citations, i);

    append_antecedent (self, citation);
    if (ibid_citation_get_work (citation) != NULL)
      append_card (self, ibid_citation_get_work (citation), ibid_citation_get_locator (citation));
    append_candidates (self, citation);
  }
  append_rest (self, ibid_list_get_length (citations));
}

/* --- Uses ---------------------------------------------------------------------------------- */

static void
use_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  const IbidUse *use = ibid_use_row_get_use (IBID_USE_ROW (row));

  g_signal_emit (data, signals[GO_TO], 0, use->note, use->passage, use->start, use->end);
}

/* The pages that the note of this use names of the works shown. */
static char *
find_locator (IbidSourcePane *self, const IbidUse *use, GPtrArray *works)
{
  IbidReference *reference = use->note != NULL ? ibid_note_get_reference (use->note) : NULL;
  IbidList *citations;

  if (reference == NULL)
    return NULL;
  if (ibid_note_get_locator (use->note) != NULL)
    return g_strdup (ibid_note_get_locator (use->note));
  citations = ibid_document_get_citations (self->document, reference);
  for (guint i = 0; i < ibid_list_get_length (citations); i++) {
    IbidCitation *citation = ibid_list_get (citations, i);

    if (g_ptr_array_find (works, ibid_citation_get_work (citation), NULL) &&
        ibid_citation_get_locator (citation) != NULL)
      return g_strdup (ibid_citation_get_locator (citation));
  }
  return NULL;
}

static void
append_use_rows (
    IbidSourcePane *self, GtkListBox *list, GArray *uses, GPtrArray *works, guint from, guint to)
{
  for (guint i = from; i < to; i++) {
    const IbidUse *use = &g_array_index (uses, IbidUse, i);
    g_autofree char *locator = find_locator (self, use, works);

    gtk_list_box_append (list, ibid_use_row_new (use, locator));
  }
}

static void
show_all_cb (GtkButton *button, gpointer data)
{
  IbidSourcePane *self = data;
  GtkWidget *list = gtk_widget_get_prev_sibling (GTK_WIDGET (button));
  g_autoptr (GPtrArray) works = ibid_uses_find_works (self->document, self->reference);
  g_autoptr (GArray) uses = ibid_uses_find (self->document, works, self->reference);

  append_use_rows (self, GTK_LIST_BOX (list), uses, works, FIRST_USES, uses->len);
  gtk_box_remove (self->content_box, GTK_WIDGET (button));
}

static void
append_uses (IbidSourcePane *self, IbidReference *reference)
{
  g_autoptr (GPtrArray) works = ibid_uses_find_works (self->document, reference);
  g_autoptr (GArray) uses = ibid_uses_find (self->document, works, reference);
  GtkWidget *list;

  if (uses->len == 0) {
    append_label (self, _ ("No marker in the text leads here"), "dim-label");
    return;
  }
  append_heading (self, _ ("Used in"));
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "ibid-uses");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Used in"), -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (use_activated_cb), self);
  append_use_rows (self, GTK_LIST_BOX (list), uses, works, 0, MIN (uses->len, FIRST_USES));
  gtk_box_append (self->content_box, list);
  if (uses->len > FIRST_USES) {
    /* Translators: a button that shows all %u places in which a source is used. */
    g_autofree char *text = g_strdup_printf (ngettext ("Show All %'u", "Show All %'u", uses->len),
                                             uses->len);
    GtkWidget *button = gtk_button_new_with_label (text);

    gtk_widget_add_css_class (button, "flat");
    g_signal_connect (button, "clicked", G_CALLBACK (show_all_cb), self);
    gtk_box_append (self->content_box, button);
  }
}

/* --- Showing ------------------------------------------------------------------------------- */

static void
update_actions (IbidSourcePane *self)
{
  gboolean is_missing = self->reference == NULL && self->history->len > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.back", self->at > 0 || is_missing);
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "pane.forward", self->at + 1 < self->history->len);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.copy", self->reference != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.open", self->uri != NULL);
  gtk_widget_set_visible (self->open_button, self->uri != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons_box), self->reference != NULL);
}

static void
set_title (IbidSourcePane *self, char *title)
{
  g_free (self->title);
  self->title = title;
  gtk_label_set_text (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/* Ahead of new content: the focus must not go with the old one. TRUE when it was in the pane. */
static gboolean
release_focus (IbidSourcePane *self)
{
  gboolean had_focus = ibid_focus_is_within (GTK_WIDGET (self));

  if (ibid_focus_is_within (GTK_WIDGET (self->content_box)))
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  return had_focus;
}

/* What had it is gone, or answers no more, as Back does at the beginning. */
static void
restore_focus (IbidSourcePane *self)
{
  if (!ibid_focus_is_within (GTK_WIDGET (self)) &&
      !gtk_widget_child_focus (GTK_WIDGET (self->scrolled), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
fill (IbidSourcePane *self, IbidReference *reference, const char *label)
{
  gboolean is_other = reference != self->reference;
  gboolean had_focus = release_focus (self);

  g_set_object (&self->reference, reference);
  g_clear_pointer (&self->uri, g_free);
  clear_content (self);
  if (reference != NULL && (ibid_reference_get_label (reference) != NULL || label == NULL))
    set_title (self, ibid_label_reference_name (reference));
  else
    set_title (self, ibid_label_marker (label));
  if (reference != NULL) {
    append_note_text (self, reference);
    append_citations (self, reference);
    append_uses (self, reference);
  } else {
    append_label (self, _ ("The text has this marker, but no note for it."), "dim-label");
  }
  update_actions (self);
  if (had_focus)
    restore_focus (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  if (is_other)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REFERENCE]);
}

static void
show_reference (IbidSourcePane *self, IbidReference *reference, const char *label)
{
  gboolean is_at = self->history->len > 0 &&
                   g_ptr_array_index (self->history, self->at) == reference;

  if (reference != NULL && !is_at) {
    if (self->history->len > 0)
      g_ptr_array_set_size (self->history, (int)self->at + 1);
    g_ptr_array_add (self->history, g_object_ref (reference));
    self->at = self->history->len - 1;
  }
  fill (self, reference, label);
}

/* --- Actions ------------------------------------------------------------------------------- */

static void
step (IbidSourcePane *self, int by)
{
  /* A missing note is not in the history: back from it is what was shown before. */
  gboolean is_missing = self->reference == NULL && by < 0;
  guint at = is_missing ? self->at : self->at + (guint)by;

  if (at >= self->history->len)
    return;
  self->at = at;
  fill (self, g_ptr_array_index (self->history, at), NULL);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (IBID_SOURCE_PANE (widget), -1);
}

static void
forward_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (IBID_SOURCE_PANE (widget), 1);
}

/* The heading of a pane that lies over the text is the handle that a finger pulls. */
static void
swipe_cb (IbidSourcePane *self, double x, double y)
{
  if (gtk_widget_has_css_class (GTK_WIDGET (self), "sheet") && ABS (y) >= LEAST_SWIPE &&
      ABS (y) > 2 * ABS (x))
    g_signal_emit (self, signals[CLOSE], 0);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[CLOSE], 0);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[LINK_ACTIVATED], 0, IBID_SOURCE_PANE (widget)->uri);
}

/* The works as citations, one a line; the note as printed when it cites none. */
static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  IbidSourcePane *self = IBID_SOURCE_PANE (widget);
  IbidList *citations = ibid_document_get_citations (self->document, self->reference);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ibid_list_get_length (citations); i++) {
    IbidCitation *citation = ibid_list_get (citations, i);
    g_autofree char *line = NULL;

    if (ibid_citation_get_work (citation) == NULL)
      continue;
    line = ibid_work_format_citation (ibid_citation_get_work (citation),
                                      ibid_citation_get_locator (citation));
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  }
  if (text->len == 0)
    g_string_append (text, ibid_passage_get_text (IBID_PASSAGE (self->reference)));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
}

/* --- Object -------------------------------------------------------------------------------- */

static void
ibid_source_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_REFERENCE:
    g_value_set_object (value, IBID_SOURCE_PANE (object)->reference);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ibid_source_pane_dispose (GObject *object)
{
  IbidSourcePane *self = IBID_SOURCE_PANE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->reference);
  g_clear_object (&self->document);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  G_OBJECT_CLASS (ibid_source_pane_parent_class)->dispose (object);
}

static void
ibid_source_pane_finalize (GObject *object)
{
  IbidSourcePane *self = IBID_SOURCE_PANE (object);

  g_free (self->title);
  g_free (self->uri);
  G_OBJECT_CLASS (ibid_source_pane_parent_class)->finalize (object);
}

static void
ibid_source_pane_class_init (IbidSourcePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = ibid_source_pane_get_property;
  G_OBJECT_CLASS (klass)->dispose = ibid_source_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = ibid_source_pane_finalize;
  props[PROP_REFERENCE] = g_param_spec_object (
      "reference", NULL, NULL, IBID_TYPE_REFERENCE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  signals[GO_TO] = g_signal_new ("go-to",
                                 type,
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 4,
                                 IBID_TYPE_NOTE,
                                 IBID_TYPE_PASSAGE,
                                 G_TYPE_UINT,
                                 G_TYPE_UINT);
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
  signals[CLOSE] = g_signal_new (
      "close", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (IBID_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/ibidreader/Ibid/widgets/ibid-source-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, IbidSourcePane, title_label);
  gtk_widget_class_bind_template_child (widget_class, IbidSourcePane, box);
  gtk_widget_class_bind_template_child (widget_class, IbidSourcePane, flow_box);
  gtk_widget_class_bind_template_child (widget_class, IbidSourcePane, content_box);
  gtk_widget_class_bind_template_child (widget_class, IbidSourcePane, buttons_box);
  gtk_widget_class_bind_template_child (widget_class, IbidSourcePane, open_button);
  gtk_widget_class_bind_template_child (widget_class, IbidSourcePane, scrolled);
  gtk_widget_class_install_action (widget_class, "pane.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "pane.forward", NULL, forward_action);
  gtk_widget_class_bind_template_callback (widget_class, swipe_cb);
  gtk_widget_class_install_action (widget_class, "pane.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "pane.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "pane.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "pane.back", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_Right, GDK_ALT_MASK, "pane.forward", NULL);
  gtk_widget_class_set_css_name (widget_class, "sourcepane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NOTE);
}

static void
ibid_source_pane_init (IbidSourcePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->history = g_ptr_array_new_with_free_func (g_object_unref);
  update_actions (self);
}

GtkWidget *
ibid_source_pane_new (void)
{
  return g_object_new (IBID_TYPE_SOURCE_PANE, NULL);
}

void
ibid_source_pane_set_document (IbidSourcePane *self, IbidDocument *document)
{
  g_return_if_fail (IBID_IS_SOURCE_PANE (self));
  clear_content (self);
  g_ptr_array_set_size (self->history, 0);
  self->at = 0;
  g_clear_object (&self->reference);
  g_clear_pointer (&self->uri, g_free);
  g_set_object (&self->document, document);
  update_actions (self);
}

void
ibid_source_pane_exchange_document (IbidSourcePane *self, IbidDocument *document)
{
  GtkAdjustment *adjustment;
  double value;

  g_return_if_fail (IBID_IS_SOURCE_PANE (self) && document != NULL);
  g_set_object (&self->document, document);
  if (self->reference == NULL)
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  value = gtk_adjustment_get_value (adjustment);
  fill (self, self->reference, NULL);
  gtk_adjustment_set_value (adjustment, value);
}

void
ibid_source_pane_show (IbidSourcePane *self, IbidReference *reference, const char *label)
{
  g_return_if_fail (IBID_IS_SOURCE_PANE (self) && self->document != NULL);
  show_reference (self, reference, label);
}

IbidReference *
ibid_source_pane_get_reference (IbidSourcePane *self)
{
  g_return_val_if_fail (IBID_IS_SOURCE_PANE (self), NULL);
  return self->reference;
}

const char *
ibid_source_pane_get_title (IbidSourcePane *self)
{
  g_return_val_if_fail (IBID_IS_SOURCE_PANE (self), NULL);
  return self->title;
}

void
ibid_source_pane_set_short (IbidSourcePane *self, gboolean is_short)
{
  GtkBox *home;

  g_return_if_fail (IBID_IS_SOURCE_PANE (self));
  home = is_short ? self->flow_box : self->box;
  if (gtk_widget_get_parent (GTK_WIDGET (self->buttons_box)) == GTK_WIDGET (home))
    return;
  g_object_ref (self->buttons_box);
  gtk_box_remove (is_short ? self->box : self->flow_box, GTK_WIDGET (self->buttons_box));
  gtk_box_append (home, GTK_WIDGET (self->buttons_box));
  g_object_unref (self->buttons_box);
}

void
ibid_source_pane_focus (IbidSourcePane *self)
{
  g_return_if_fail (IBID_IS_SOURCE_PANE (self));
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
