/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-find-bar.h"

#include <glib/gi18n.h>

/* What to do once there are hits. */
typedef enum {
  STAY,
  GO_TO_FIRST,  /* from the origin on */
  GO_BEFORE_IT, /* to the one before it */
} Wanted;

struct _IbidFindBar {
  GtkWidget parent_instance;
  GtkWidget *entry; /* a whole entry: a bare GtkText is not there for assistive tools */
  GtkLabel *count_label;

  IbidTextLayout *layout;
  IbidFinder *finder;
  GCancellable *cancellable; /* of the search under way; NULL when there is none */
  GArray *hits;
  guint current;
  guint origin; /* buffer offset from which to search */
  Wanted wanted;
  gboolean is_at_current; /* the reader was taken there */
};

G_DEFINE_FINAL_TYPE (IbidFindBar, ibid_find_bar, GTK_TYPE_WIDGET)

enum { HITS_CHANGED, HIT, CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
update_count (IbidFindBar *self)
{
  g_autofree char *text = NULL;

  if (self->hits == NULL)
    text = g_strdup ("");
  else if (self->hits->len == 0)
    text = g_strdup (_ ("Not found"));
  else
    /* Translators: "3 of 17": the third of 17 matches of a search. */
    text = g_strdup_printf (C_ ("match", "%1$'u of %2$'u"), self->current + 1, self->hits->len);
  gtk_label_set_text (self->count_label, text);
}

static void
show_hit (IbidFindBar *self, guint index)
{
  self->current = index;
  self->is_at_current = TRUE;
  update_count (self);
  g_signal_emit (self, signals[HIT], 0, index);
}

static guint
get_offset (IbidFindBar *self, const IbidHit *hit)
{
  return ibid_text_layout_to_buffer (self->layout, hit->passage, hit->start);
}

/* The first hit at or behind `origin`; G_MAXUINT for none. Notes may stand in another order in the
 * text than among the hits. */
static guint
find_from (IbidFindBar *self, guint origin)
{
  guint first = G_MAXUINT;
  guint least = G_MAXUINT;

  for (guint i = 0; i < self->hits->len; i++) {
    guint offset = get_offset (self, &g_array_index (self->hits, IbidHit, i));

    if (offset >= origin && offset < least) {
      first = i;
      least = offset;
    }
  }
  return first;
}

static guint
find_first (IbidFindBar *self)
{
  guint first = find_from (self, self->origin);

  return first != G_MAXUINT ? first : MIN (find_from (self, 0), self->hits->len - 1);
}

static guint
get_previous (IbidFindBar *self)
{
  return (self->current + self->hits->len - 1) % self->hits->len;
}

static void
take_hits (IbidFindBar *self, GArray *hits)
{
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = hits;
  self->is_at_current = FALSE;
  self->current = hits != NULL && hits->len > 0 ? find_first (self) : G_MAXUINT;
  update_count (self);
  g_signal_emit (self, signals[HITS_CHANGED], 0);
  if (self->current != G_MAXUINT && self->wanted != STAY)
    show_hit (self, self->wanted == GO_TO_FIRST ? self->current : get_previous (self));
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (IbidFindBar) self = data;
  g_autoptr (GError) error = NULL;
  GArray *hits = ibid_finder_find_finish (IBID_FINDER (source), result, &error);

  /* Cancelled: another search is under way, or the bar is gone. */
  if (hits != NULL)
    take_hits (self, hits);
}

static void
search (IbidFindBar *self, Wanted wanted)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  self->wanted = wanted;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (*words == '\0' || self->finder == NULL) {
    take_hits (self, NULL);
    return;
  }
  self->cancellable = g_cancellable_new ();
  ibid_finder_find_async (self->finder, words, self->cancellable, found_cb, g_object_ref (self));
}

static void
changed_cb (IbidFindBar *self)
{
  search (self, GO_TO_FIRST);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  ibid_find_bar_close (IBID_FIND_BAR (widget));
  return TRUE;
}

static void
ibid_find_bar_dispose (GObject *object)
{
  IbidFindBar *self = IBID_FIND_BAR (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_object (&self->finder);
  g_clear_object (&self->layout);
  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (ibid_find_bar_parent_class)->dispose (object);
}

static void
ibid_find_bar_class_init (IbidFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ibid_find_bar_dispose;
  signals[HITS_CHANGED] = g_signal_new (
      "hits-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[HIT] = g_signal_new (
      "hit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CLOSED] = g_signal_new (
      "closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/ibidreader/Ibid/widgets/ibid-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, IbidFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, IbidFindBar, count_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, ibid_find_bar_next);
  gtk_widget_class_bind_template_callback (widget_class, ibid_find_bar_previous);
  gtk_widget_class_bind_template_callback (widget_class, ibid_find_bar_close);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
ibid_find_bar_init (IbidFindBar *self)
{
  self->current = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ibid_find_bar_new (void)
{
  return g_object_new (IBID_TYPE_FIND_BAR, NULL);
}

void
ibid_find_bar_set_layout (IbidFindBar *self, IbidTextLayout *layout)
{
  g_return_if_fail (IBID_IS_FIND_BAR (self));
  g_clear_object (&self->finder);
  g_set_object (&self->layout, layout);
  if (layout != NULL)
    self->finder = ibid_finder_new (ibid_text_layout_get_document (layout));
  ibid_find_bar_close (self);
}

void
ibid_find_bar_open (IbidFindBar *self, const char *words)
{
  g_return_if_fail (IBID_IS_FIND_BAR (self));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (words != NULL && *words != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  else
    search (self, STAY);
  gtk_widget_grab_focus (self->entry);
}

void
ibid_find_bar_close (IbidFindBar *self)
{
  g_return_if_fail (IBID_IS_FIND_BAR (self));
  if (!ibid_find_bar_is_open (self))
    return;
  g_cancellable_cancel (self->cancellable);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  take_hits (self, NULL);
  g_signal_emit (self, signals[CLOSED], 0);
}

gboolean
ibid_find_bar_is_open (IbidFindBar *self)
{
  g_return_val_if_fail (IBID_IS_FIND_BAR (self), FALSE);
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

void
ibid_find_bar_next (IbidFindBar *self)
{
  g_return_if_fail (IBID_IS_FIND_BAR (self));
  if (self->cancellable != NULL)
    self->wanted = GO_TO_FIRST;
  else if (self->hits != NULL && self->hits->len > 0)
    show_hit (self, self->is_at_current ? (self->current + 1) % self->hits->len : self->current);
}

void
ibid_find_bar_previous (IbidFindBar *self)
{
  g_return_if_fail (IBID_IS_FIND_BAR (self));
  if (self->cancellable != NULL)
    self->wanted = GO_BEFORE_IT;
  else if (self->hits != NULL && self->hits->len > 0)
    show_hit (self, get_previous (self));
}

GArray *
ibid_find_bar_get_hits (IbidFindBar *self)
{
  g_return_val_if_fail (IBID_IS_FIND_BAR (self), NULL);
  return self->hits;
}

guint
ibid_find_bar_get_current (IbidFindBar *self)
{
  g_return_val_if_fail (IBID_IS_FIND_BAR (self), G_MAXUINT);
  return self->current;
}

void
ibid_find_bar_set_origin (IbidFindBar *self, guint offset)
{
  g_return_if_fail (IBID_IS_FIND_BAR (self));
  self->origin = offset;
}
