/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-text-links.h"

#include "widgets/ibid-compat-links.h"
#include "widgets/ibid-labels.h"
#include "widgets/ibid-text-view.h"

static guint
get_n_links (GtkWidget *text)
{
  IbidTextLayout *layout = ibid_text_view_get_layout (IBID_TEXT_VIEW (text));

  return layout != NULL ? ibid_text_layout_get_n_markers (layout) : 0;
}

static char *
describe_link (GtkWidget *text, guint index, guint *start, guint *length)
{
  IbidTextLayout *layout = ibid_text_view_get_layout (IBID_TEXT_VIEW (text));
  const IbidMarker *marker;

  if (index >= get_n_links (text))
    return g_strdup ("");
  marker = ibid_text_layout_get_marker (layout, index);
  *start = marker->start;
  *length = marker->length;
  return ibid_label_marker (ibid_note_get_label (marker->note));
}

static guint
get_link_at (GtkWidget *text, guint offset)
{
  IbidTextLayout *layout = ibid_text_view_get_layout (IBID_TEXT_VIEW (text));
  guint index;

  if (layout == NULL)
    return G_MAXUINT;
  index = ibid_text_layout_marker_at (layout, offset);
  if (index == G_MAXUINT)
    return G_MAXUINT;
  /* The layout counts the place behind the label, too. */
  return offset < ibid_text_layout_get_marker (layout, index)->start +
                      ibid_text_layout_get_marker (layout, index)->length
             ? index
             : G_MAXUINT;
}

void
ibid_text_links_implement (GType type)
{
  static const IbidCompatLinks links = {get_n_links, describe_link, get_link_at};

  ibid_compat_implement_links (type, &links);
}
