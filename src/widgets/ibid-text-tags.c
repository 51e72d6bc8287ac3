/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-text-tags.h"

#include "widgets/ibid-text-tag.h"

#include <string.h>

#define N_HEADING_LEVELS 6
#define N_LIST_DEPTHS 4

/* Tables whose columns differ; those beyond share the last one's. */
#define MAX_TABLES 500u

struct _IbidTextTags {
  GObject parent_instance;
  GtkTextTagTable *table;
  GtkTextTag *title;
  GtkTextTag *subtitle;
  GtkTextTag *byline;
  GtkTextTag *headings[N_HEADING_LEVELS];
  GtkTextTag *list_items[N_LIST_DEPTHS];
  GtkTextTag *quote;
  GtkTextTag *verse;
  GtkTextTag *code;
  GtkTextTag *caption;
  GtkTextTag *table_row;
  GtkTextTag *last_table_row;
  GtkTextTag *reference;
  GtkTextTag *back_link;
  GtkTextTag *marker;
  GtkTextTag *spans[IBID_SPAN_LINK + 1];
  GArray *tables; /* Table */
  int char_width;
  int margin;
};

/* Where the columns of a table begin, and the tag that says so; borrowed. */
typedef struct {
  IbidTableStops stops;
  GtkTextTag *tag;
} Table;

G_DEFINE_FINAL_TYPE (IbidTextTags, ibid_text_tags, G_TYPE_OBJECT)

static GtkTextTag *
add_tag (IbidTextTags *self, const char *name)
{
  g_autoptr (GtkTextTag) owned = ibid_text_tag_new (name);
  GtkTextTag *tag = owned; /* the table holds it */

  gtk_text_tag_table_add (self->table, owned);
  return tag;
}

static void
add_block_tags (IbidTextTags *self)
{
  static const double scales[N_HEADING_LEVELS] = {1.35, 1.2, 1.1, 1.05, 1.0, 1.0};

  self->title = add_tag (self, "title");
  g_object_set (self->title, "scale", 1.8, "weight", 700, NULL);
  self->subtitle = add_tag (self, "subtitle");
  g_object_set (self->subtitle, "scale", 1.1, "style", PANGO_STYLE_ITALIC, NULL);
  self->byline = add_tag (self, "byline");
  g_object_set (self->byline, "scale", 0.9, NULL);
  for (guint i = 0; i < N_HEADING_LEVELS; i++) {
    g_autofree char *name = g_strdup_printf ("heading-%u", i + 1);

    self->headings[i] = add_tag (self, name);
    g_object_set (self->headings[i], "scale", scales[i], "weight", 700, NULL);
  }
  for (guint i = 0; i < N_LIST_DEPTHS; i++) {
    g_autofree char *name = g_strdup_printf ("list-item-%u", i);

    self->list_items[i] = add_tag (self, name);
  }
  self->quote = add_tag (self, "quote");
  self->verse = add_tag (self, "verse");
  self->code = add_tag (self, "code-block");
  g_object_set (self->code, "family", "Monospace", "scale", 0.9, "pixels-inside-wrap", 2, NULL);
  self->caption = add_tag (self, "caption");
  g_object_set (self->caption, "scale", 0.9, NULL);
  self->table_row = add_tag (self, "table-row");
  g_object_set (self->table_row, "scale", 0.95, NULL);
  self->last_table_row = add_tag (self, "last-table-row");
  g_object_set (self->last_table_row, "scale", 0.95, NULL);
  self->reference = add_tag (self, "reference");
  g_object_set (self->reference, "scale", 0.92, NULL);
  self->back_link = add_tag (self, "back-link");
}

static void
add_span_tags (IbidTextTags *self)
{
  for (int i = 0; i <= IBID_SPAN_LINK; i++)
    self->spans[i] = add_tag (self, ibid_enum_get_nick (IBID_TYPE_SPAN_STYLE, i));
  g_object_set (self->spans[IBID_SPAN_EMPHASIS], "style", PANGO_STYLE_ITALIC, NULL);
  g_object_set (self->spans[IBID_SPAN_STRONG], "weight", 700, NULL);
  g_object_set (self->spans[IBID_SPAN_CODE], "family", "Monospace", "scale", 0.9, NULL);
  g_object_set (self->spans[IBID_SPAN_SUPERSCRIPT], "scale", 0.7, NULL);
  g_object_set (self->spans[IBID_SPAN_SUBSCRIPT], "scale", 0.7, NULL);
  g_object_set (self->spans[IBID_SPAN_SMALL_CAPS], "variant", PANGO_VARIANT_SMALL_CAPS, NULL);
  g_object_set (self->spans[IBID_SPAN_STRIKE], "strikethrough", TRUE, NULL);
  self->marker = add_tag (self, "marker");
  g_object_set (self->marker, "scale", 0.72, "font-features", "tnum=1,lnum=1", NULL);
}

static void
ibid_text_tags_finalize (GObject *object)
{
  IbidTextTags *self = IBID_TEXT_TAGS (object);

  g_clear_object (&self->table);
  g_clear_pointer (&self->tables, g_array_unref);
  G_OBJECT_CLASS (ibid_text_tags_parent_class)->finalize (object);
}

static void
ibid_text_tags_class_init (IbidTextTagsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ibid_text_tags_finalize;
}

static void
ibid_text_tags_init (IbidTextTags *self)
{
  self->char_width = 8;
  self->table = gtk_text_tag_table_new ();
  self->tables = g_array_new (FALSE, TRUE, sizeof (Table));
  add_block_tags (self);
  add_span_tags (self);
}

IbidTextTags *
ibid_text_tags_new (void)
{
  return g_object_new (IBID_TYPE_TEXT_TAGS, NULL);
}

GtkTextTagTable *
ibid_text_tags_get_table (IbidTextTags *self)
{
  g_return_val_if_fail (IBID_IS_TEXT_TAGS (self), NULL);
  return self->table;
}

/* First line at `margin`, what hangs under it `hang` further in, where the tab leads, too. */
static void
set_hanging (GtkTextTag *tag, int margin, int hang)
{
  g_autoptr (PangoTabArray)
      tabs = pango_tab_array_new_with_positions (1, TRUE, PANGO_TAB_LEFT, hang);

  g_object_set (tag, "left-margin", margin, "indent", -hang, "tabs", tabs, NULL);
}

/* What does not fit in the line goes on under the last column. */
static void
set_stops (IbidTextTags *self, const Table *table)
{
  guint n = table->stops.n;
  PangoTabArray *tabs = pango_tab_array_new ((int)MAX (n, 1), TRUE);
  int hang = 0;

  for (guint i = 0; i < n; i++) {
    hang = (int)table->stops.stops[i] * self->char_width;
    pango_tab_array_set_tab (tabs, (int)i, PANGO_TAB_LEFT, hang);
  }
  if (n != 1) /* in the first column it would be lost */
    hang = 0;
  g_object_set (table->tag, "tabs", tabs, "left-margin", self->margin, "indent", -hang, NULL);
  pango_tab_array_free (tabs);
}

static void
update_colours (IbidTextTags *self, const IbidTextMetrics *metrics)
{
  ibid_text_tag_set_colour (IBID_TEXT_TAG (self->marker), &metrics->accent);
  ibid_text_tag_set_colour (IBID_TEXT_TAG (self->back_link), &metrics->accent);
  ibid_text_tag_set_colour (IBID_TEXT_TAG (self->spans[IBID_SPAN_LINK]), &metrics->accent);
  ibid_text_tag_set_colour (IBID_TEXT_TAG (self->byline), &metrics->dim);
  ibid_text_tag_set_colour (IBID_TEXT_TAG (self->caption), &metrics->dim);
}

void
ibid_text_tags_update (IbidTextTags *self, const IbidTextMetrics *metrics)
{
  int size = metrics->font_size;
  int half = metrics->line_height / 2;
  int margin = metrics->margin;

  g_return_if_fail (IBID_IS_TEXT_TAGS (self));
  g_object_set (self->title,
                "pixels-above-lines",
                metrics->line_height,
                "pixels-below-lines",
                half / 2,
                "pixels-inside-wrap",
                0,
                NULL);
  g_object_set (self->subtitle, "pixels-below-lines", half / 2, "pixels-inside-wrap", 2, NULL);
  g_object_set (self->byline, "pixels-below-lines", metrics->line_height, NULL);
  for (guint i = 0; i < N_HEADING_LEVELS; i++)
    g_object_set (self->headings[i],
                  "pixels-above-lines",
                  i == 0 ? metrics->line_height : half,
                  "pixels-below-lines",
                  half,
                  "pixels-inside-wrap",
                  2,
                  NULL);
  for (guint i = 0; i < N_LIST_DEPTHS; i++)
    set_hanging (self->list_items[i], margin + (int)i * 2 * size, 2 * size);
  g_object_set (self->quote, "left-margin", margin + 2 * size, "right-margin", margin + size, NULL);
  g_object_set (self->verse, "left-margin", margin + 2 * size, NULL);
  g_object_set (self->code, "left-margin", margin + size, NULL);
  g_object_set (self->table_row, "pixels-below-lines", half / 2, NULL);
  self->char_width = metrics->char_width;
  self->margin = margin;
  for (guint i = 0; i < self->tables->len; i++)
    set_stops (self, &g_array_index (self->tables, Table, i));
  set_hanging (self->reference, margin, 2 * size);
  g_object_set (self->reference, "pixels-below-lines", half, NULL);
  g_object_set (self->marker, "rise", size * PANGO_SCALE * 3 / 10, NULL);
  g_object_set (self->spans[IBID_SPAN_SUPERSCRIPT], "rise", size * PANGO_SCALE * 3 / 10, NULL);
  g_object_set (self->spans[IBID_SPAN_SUBSCRIPT], "rise", -size * PANGO_SCALE / 6, NULL);
  update_colours (self, metrics);
}

static GtkTextTag *
for_paragraph (IbidTextTags *self, IbidParagraph *paragraph, const IbidBlock *next)
{
  switch (ibid_paragraph_get_style (paragraph)) {
  case IBID_PARAGRAPH_QUOTE:
    return self->quote;
  case IBID_PARAGRAPH_LIST_ITEM:
    return self->list_items[CLAMP (ibid_paragraph_get_depth (paragraph), 0, N_LIST_DEPTHS - 1)];
  case IBID_PARAGRAPH_VERSE:
    return self->verse;
  case IBID_PARAGRAPH_CODE:
    return self->code;
  case IBID_PARAGRAPH_CAPTION:
    return self->caption;
  case IBID_PARAGRAPH_TABLE_ROW:
    return ibid_table_stops_is_row (next) ? self->table_row : self->last_table_row;
  case IBID_PARAGRAPH_BODY:
  default:
    return NULL;
  }
}

GtkTextTag *
ibid_text_tags_for_block (IbidTextTags *self, const IbidBlock *block, const IbidBlock *next)
{
  g_return_val_if_fail (IBID_IS_TEXT_TAGS (self), NULL);
  switch (block->kind) {
  case IBID_BLOCK_TITLE:
    return self->title;
  case IBID_BLOCK_SUBTITLE:
    return self->subtitle;
  case IBID_BLOCK_BYLINE:
    return self->byline;
  case IBID_BLOCK_HEADING:
    return self->headings[ibid_section_get_level (IBID_SECTION (block->passage)) - 1];
  case IBID_BLOCK_NOTES_HEADING:
    return self->headings[0];
  case IBID_BLOCK_REFERENCE:
    return self->reference;
  case IBID_BLOCK_PARAGRAPH:
  default:
    return for_paragraph (self, IBID_PARAGRAPH (block->passage), next);
  }
}

GtkTextTag *
ibid_text_tags_for_table (IbidTextTags *self, const IbidTableStops *stops)
{
  Table table = {*stops, NULL};

  g_return_val_if_fail (IBID_IS_TEXT_TAGS (self), NULL);
  for (guint i = 0; i < self->tables->len; i++) {
    const Table *known = &g_array_index (self->tables, Table, i);

    if (i + 1 == MAX_TABLES || memcmp (&known->stops, stops, sizeof *stops) == 0)
      return known->tag;
  }
  table.tag = add_tag (self, NULL);
  g_array_append_val (self->tables, table);
  set_stops (self, &table);
  return table.tag;
}

GtkTextTag *
ibid_text_tags_for_span (IbidTextTags *self, IbidSpanStyle style)
{
  g_return_val_if_fail (IBID_IS_TEXT_TAGS (self), NULL);
  return self->spans[style];
}

GtkTextTag *
ibid_text_tags_for_marker (IbidTextTags *self)
{
  g_return_val_if_fail (IBID_IS_TEXT_TAGS (self), NULL);
  return self->marker;
}

GtkTextTag *
ibid_text_tags_for_back_link (IbidTextTags *self)
{
  g_return_val_if_fail (IBID_IS_TEXT_TAGS (self), NULL);
  return self->back_link;
}
