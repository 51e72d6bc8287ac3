/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-odt-runs.h"

#include "formats/ibid-office-captions.h"

#include <string.h>

#define MAX_BLANKS 80 /* of one text:s, in code */

struct _IbidOdtRuns {
  IbidOfficePen *pen;
  IbidOdtStyles *styles;
  IbidOdtNotes *notes;
  GPtrArray *boxes; /* elements with paragraphs, borrowed */
  guint look;
  gboolean is_code;
  gboolean has_blank; /* in code: the text so far ends with one */
};

static void read_inside (IbidOdtRuns *self, const xmlNode *parent);

/* --- Text ---------------------------------------------------------------------------------- */

static gboolean
is_hidden (IbidOdtRuns *self)
{
  return (self->look & IBID_OFFICE_HIDDEN) != 0;
}

/* In code the draft keeps every blank, but line ends and indents of the file are none. */
static char *
dup_collapsed (IbidOdtRuns *self, const char *text)
{
  GString *collapsed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++) {
    gboolean is_blank = strchr (" \t\r\n", *p) != NULL;

    if (!is_blank || !self->has_blank)
      g_string_append_c (collapsed, is_blank ? ' ' : *p);
    self->has_blank = is_blank;
  }
  return g_string_free (collapsed, FALSE);
}

static void
add_text (IbidOdtRuns *self, const char *text)
{
  g_autofree char *collapsed = NULL;

  if (is_hidden (self))
    return;
  if (self->is_code)
    text = collapsed = dup_collapsed (self, text);
  ibid_office_pen_set_look (self->pen, self->look);
  ibid_office_pen_add_text (self->pen, text, -1);
}

static void
read_blanks (IbidOdtRuns *self, const xmlNode *node)
{
  int n = self->is_code ? CLAMP (ibid_odt_get_number (node, "c", 1), 0, MAX_BLANKS) : 1;

  self->has_blank = FALSE;
  for (int i = 0; i < n && !is_hidden (self); i++)
    ibid_office_pen_add_text (self->pen, " ", 1);
}

static void
read_tab (IbidOdtRuns *self, const xmlNode *node)
{
  self->has_blank = FALSE;
  if (!is_hidden (self))
    ibid_office_pen_add_tab (self->pen);
}

static void
read_break (IbidOdtRuns *self, const xmlNode *node)
{
  self->has_blank = TRUE;
  if (!is_hidden (self))
    ibid_office_pen_add_break (self->pen);
}

/* --- Spans, links, notes ------------------------------------------------------------------- */

static void
read_span (IbidOdtRuns *self, const xmlNode *node)
{
  const IbidOdtStyle *style = ibid_odt_styles_get (
      self->styles, ibid_xml_get_attribute (node, "style-name"), TRUE);
  guint outer = self->look;

  self->look = (outer & ~style->look.set) | style->look.on;
  read_inside (self, node);
  self->look = outer;
}

static void
read_link (IbidOdtRuns *self, const xmlNode *node)
{
  const char *href = ibid_xml_get_attribute (node, "href");
  gboolean is_inside = href != NULL && *href == '#';
  g_autofree char *target = is_inside ? g_uri_unescape_string (href + 1, NULL) : NULL;
  g_autofree char *outer_href = g_strdup (ibid_office_pen_get_href (self->pen));
  g_autofree char *outer_target = g_strdup (ibid_office_pen_get_target (self->pen));

  if (target != NULL && !g_utf8_validate (target, -1, NULL))
    g_clear_pointer (&target, g_free);
  ibid_office_pen_set_link (
      self->pen, is_inside || href == NULL || *href == '\0' ? NULL : href, target);
  read_inside (self, node);
  ibid_office_pen_set_link (self->pen, outer_href, outer_target);
}

static void
add_marker (IbidOdtRuns *self, const char *key)
{
  if (!is_hidden (self))
    ibid_office_pen_add_marker (self->pen, key, ibid_odt_notes_get_label (self->notes, key));
}

static void
read_note (IbidOdtRuns *self, const xmlNode *node)
{
  const char *key = ibid_odt_notes_get_key (self->notes, node);

  if (key != NULL)
    add_marker (self, key);
}

/* The number of a note once more: a further marker. */
static void
read_note_reference (IbidOdtRuns *self, const xmlNode *node)
{
  const char *key = ibid_odt_notes_find (self->notes, node);

  if (key != NULL)
    add_marker (self, key);
  else
    read_inside (self, node);
}

static void
read_bookmark (IbidOdtRuns *self, const xmlNode *node)
{
  ibid_draft_add_anchor (ibid_office_pen_get_draft (self->pen),
                         ibid_xml_get_attribute (node, "name"));
}

/* --- Frames -------------------------------------------------------------------------------- */

gboolean
ibid_odt_is_frame (const xmlNode *node)
{
  static const char *const names[] = {
      "frame", "g", "custom-shape", "rect", "ellipse", "polygon", "path", "a"};

  /* text:a is a link, draw:a goes around a frame. */
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (ibid_xml_is (node, names[i]))
      return strcmp (names[i], "a") != 0 || ibid_xml_find_child (node, "frame") != NULL;
  return FALSE;
}

static void
add_words (IbidOdtRuns *self, const xmlNode *words)
{
  g_autofree char *text = words != NULL ? ibid_xml_dup_text (words) : NULL;

  if (!is_hidden (self))
    ibid_office_captions_add (self->pen, text);
}

void
ibid_odt_runs_read_frame (IbidOdtRuns *self, const xmlNode *frame)
{
  const xmlNode *box = ibid_xml_find_child (frame, "text-box");
  const xmlNode *title = ibid_xml_find_child (frame, "title");
  const xmlNode *description = ibid_xml_find_child (frame, "desc");

  if (box == NULL && ibid_xml_find_child (frame, "p") != NULL)
    box = frame; /* a shape */
  if (box == NULL && (title != NULL || description != NULL))
    add_words (self, description != NULL ? description : title);
  if (box != NULL && !is_hidden (self))
    g_ptr_array_add (self->boxes, (gpointer)box);
  for (const xmlNode *node = frame->children; node != NULL && box == NULL; node = node->next)
    if (ibid_odt_is_frame (node))
      ibid_odt_runs_read_frame (self, node);
}

/* --- All that is inside -------------------------------------------------------------------- */

static void
read_element (IbidOdtRuns *self, const xmlNode *node)
{
  static const struct {
    const char *name;
    void (*read) (IbidOdtRuns *self, const xmlNode *node);
  } elements[] = {{"span", read_span},
                  {"s", read_blanks},
                  {"tab", read_tab},
                  {"line-break", read_break},
                  {"note", read_note},
                  {"note-ref", read_note_reference},
                  {"bookmark", read_bookmark},
                  {"bookmark-start", read_bookmark}};

  if (ibid_odt_is_left_out (node))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (ibid_xml_is (node, elements[i].name)) {
      elements[i].read (self, node);
      return;
    }
  if (ibid_odt_is_frame (node))
    ibid_odt_runs_read_frame (self, node);
  else if (ibid_xml_is (node, "a"))
    read_link (self, node);
  else /* a field, or what only goes around text */
    read_inside (self, node);
}

static void
read_inside (IbidOdtRuns *self, const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next) {
    if (node->type == XML_ELEMENT_NODE)
      read_element (self, node);
    else if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
             node->content != NULL)
      add_text (self, (const char *)node->content);
  }
}

/* --- Public -------------------------------------------------------------------------------- */

IbidOdtRuns *
ibid_odt_runs_new (IbidOfficePen *pen, IbidOdtStyles *styles, IbidOdtNotes *notes)
{
  IbidOdtRuns *self = g_new0 (IbidOdtRuns, 1);

  self->pen = pen;
  self->styles = styles;
  self->notes = notes;
  self->boxes = g_ptr_array_new ();
  return self;
}

void
ibid_odt_runs_free (IbidOdtRuns *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->boxes);
  g_free (self);
}

/* The look of a named style is that of its paragraphs; what was set by hand is emphasis. */
void
ibid_odt_runs_read (IbidOdtRuns *self,
                    const xmlNode *paragraph,
                    const IbidOdtStyle *style,
                    gboolean is_code)
{
  self->look = style->own.on | (style->look.on & IBID_OFFICE_HIDDEN);
  self->is_code = is_code;
  self->has_blank = TRUE;
  read_inside (self, paragraph);
  self->look = 0;
}

char *
ibid_odt_runs_dup_text (IbidOdtRuns *self, const xmlNode *paragraph)
{
  static const IbidOfficeBlock block = {0, IBID_PARAGRAPH_BODY, -1, -1};
  static const IbidOdtStyle style;
  g_autoptr (IbidDraft) draft = ibid_draft_new ();
  g_autoptr (IbidOfficePen) pen = ibid_office_pen_new (draft);
  IbidOfficePen *kept = self->pen;

  self->pen = pen;
  ibid_office_pen_begin_paragraph (pen, &block);
  ibid_odt_runs_read (self, paragraph, &style, FALSE);
  ibid_office_pen_end_paragraph (pen);
  ibid_draft_finish (draft);
  self->pen = kept;
  return g_strdup (ibid_draft_get_n_blocks (draft) > 0 ? ibid_draft_get_block (draft, 0)->text
                                                       : "");
}

GPtrArray *
ibid_odt_runs_steal_boxes (IbidOdtRuns *self)
{
  GPtrArray *boxes = g_steal_pointer (&self->boxes);

  self->boxes = g_ptr_array_new ();
  return boxes;
}
