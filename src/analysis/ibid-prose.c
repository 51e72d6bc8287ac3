/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-prose.h"

#include "analysis/ibid-quotes.h"
#include "analysis/ibid-sentences.h"

#include <string.h>

struct _IbidProse {
  IbidDocument *document;
  GArray *paragraphs; /* IbidProseParagraph */
};

/* Headings over what is not the author's text. */
static const char *const matter_headings[] = {
    "contents",
    "table of contents",
    "index",
    "bibliography",
    "references",
    "works cited",
    "literature",
    "notes",
    "footnotes",
    "endnotes",
    "inhalt",
    "inhaltsverzeichnis",
    "literatur",
    "literaturverzeichnis",
    "register",
    "anmerkungen",
    "table des matières",
    "bibliographie",
    "bibliografía",
    "referencias",
    "índice",
    "notas",
    "bibliografia",
    "indice",
    "note",
    "referências",
    "sumário",
    "参考文献",
    "目次",
    "目录",
    "list of figures",
    "list of tables",
    "illustrations",
    "list of illustrations",
    "further reading",
    "transcriber's notes",
    "transcriber's note",
    "license",
    "copyright",
};

static void
clear_paragraph (IbidProseParagraph *paragraph)
{
  g_array_unref (paragraph->words);
  g_array_unref (paragraph->sentences);
  g_array_unref (paragraph->quotes);
  g_array_unref (paragraph->dates);
}

static gboolean
is_matter_heading (const char *heading)
{
  g_autofree char *folded = g_utf8_strdown (heading, -1);
  char *name = g_strstrip (folded);

  while (*name != '\0' && strchr (".:", name[strlen (name) - 1]) != NULL)
    name[strlen (name) - 1] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (matter_headings); i++)
    if (g_str_equal (name, matter_headings[i]))
      return TRUE;
  return g_str_has_prefix (name, "full license") || strstr (name, "project gutenberg") != NULL;
}

static void
add_paragraph (IbidProse *self,
               IbidParagraph *paragraph,
               IbidDateContext *context,
               gboolean is_matter)
{
  const char *language = ibid_prose_get_language (self);
  const char *text = ibid_passage_get_text (IBID_PASSAGE (paragraph));
  IbidProseParagraph parts = {
      .paragraph = paragraph,
      .text = text,
      .words = ibid_words_find (text),
      .sentences = ibid_sentences_find (text, language),
      .quotes = ibid_quotes_find (text),
      .dates = ibid_dates_find (text, context),
      .is_matter = is_matter || ibid_paragraph_get_style (paragraph) == IBID_PARAGRAPH_CODE,
  };

  g_array_append_val (self->paragraphs, parts);
}

static void
take_apart (IbidProse *self)
{
  IbidBody *body = ibid_document_get_body (self->document);
  g_autoptr (IbidDateContext)
      context = ibid_date_context_new (ibid_body_get_language (body), ibid_body_get_issued (body));
  IbidList *sections = ibid_document_get_sections (self->document);

  for (guint i = 0; i < ibid_list_get_length (sections); i++) {
    IbidSection *section = ibid_list_get (sections, i);
    IbidList *paragraphs = ibid_section_get_paragraphs (section);
    gboolean is_matter = is_matter_heading (ibid_passage_get_text (IBID_PASSAGE (section)));

    for (guint j = 0; j < ibid_list_get_length (paragraphs); j++)
      add_paragraph (self, ibid_list_get (paragraphs, j), context, is_matter);
  }
}

IbidProse *
ibid_prose_new (IbidDocument *document)
{
  IbidProse *self = g_new0 (IbidProse, 1);

  self->document = g_object_ref (document);
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (IbidProseParagraph));
  g_array_set_clear_func (self->paragraphs, (GDestroyNotify)clear_paragraph);
  take_apart (self);
  return self;
}

void
ibid_prose_free (IbidProse *self)
{
  g_array_unref (self->paragraphs);
  g_object_unref (self->document);
  g_free (self);
}

IbidDocument *
ibid_prose_get_document (IbidProse *self)
{
  return self->document;
}

const char *
ibid_prose_get_language (IbidProse *self)
{
  return ibid_body_get_language (ibid_document_get_body (self->document));
}

guint
ibid_prose_get_n_paragraphs (IbidProse *self)
{
  return self->paragraphs->len;
}

const IbidProseParagraph *
ibid_prose_get_paragraph (IbidProse *self, guint index)
{
  return &g_array_index (self->paragraphs, IbidProseParagraph, index);
}

char *
ibid_prose_dup_id (IbidProse *self, char letter, guint *counter)
{
  for (;;) {
    g_autofree char *id = g_strdup_printf ("%c%u", letter, ++*counter);

    if (ibid_document_get_item (self->document, id) == NULL)
      return g_steal_pointer (&id);
  }
}
