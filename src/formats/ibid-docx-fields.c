/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-docx-fields.h"

#include <string.h>

#define MAX_OPEN_FIELDS 64u
#define MAX_CODE_BYTES 8192u

typedef struct {
  GString *code;
  IbidDocxField *field; /* once the code is complete */
  gboolean is_silent;
} Open;

struct _IbidDocxFields {
  GPtrArray *open; /* Open, innermost last */
  guint n_more;    /* begun beyond MAX_OPEN_FIELDS */
};

/* --- Codes --------------------------------------------------------------------------------- */

/* The next word or quoted text of a code; NULL at the end. Free with g_free(). */
static char *
dup_word (const char **code)
{
  const char *p = *code + strspn (*code, " \t\r\n");
  g_autoptr (GString) word = g_string_new (NULL);
  gboolean is_quoted = *p == '"';

  if (*p == '\0')
    return NULL;
  for (p += is_quoted ? 1 : 0; *p != '\0'; p++) {
    if (is_quoted ? *p == '"' : strchr (" \t\r\n", *p) != NULL)
      break;
    if (is_quoted && *p == '\\' && (p[1] == '\\' || p[1] == '"'))
      p++;
    g_string_append_c (word, *p);
  }
  *code = is_quoted && *p == '"' ? p + 1 : p;
  return g_strdup (word->str);
}

/* What stands behind the field's name: an address, and with \l a place in it. */
static void
read_link (IbidDocxField *field, const char *code)
{
  char *word;

  while ((word = dup_word (&code)) != NULL) {
    gboolean is_place = g_ascii_strcasecmp (word, "\\l") == 0;
    gboolean has_argument = is_place || g_ascii_strcasecmp (word, "\\o") == 0 ||
                            g_ascii_strcasecmp (word, "\\t") == 0;
    g_autofree char *argument = has_argument ? dup_word (&code) : NULL;

    if (is_place && argument != NULL && field->bookmark == NULL)
      field->bookmark = g_steal_pointer (&argument);
    else if (word[0] != '\\' && *word != '\0' && field->href == NULL)
      field->href = g_strdup (word);
    g_free (word);
  }
  if (field->href != NULL && field->bookmark != NULL) {
    g_autofree char *address = g_steal_pointer (&field->href);
    g_autofree char *place = g_steal_pointer (&field->bookmark);

    field->href = g_strconcat (address, "#", place, NULL);
  }
}

IbidDocxField *
ibid_docx_field_parse (const char *code)
{
  static const struct {
    const char *name;
    IbidDocxFieldKind kind;
  } kinds[] = {{"HYPERLINK", IBID_DOCX_FIELD_LINK},
               {"TOC", IBID_DOCX_FIELD_CONTENTS},
               {"INDEX", IBID_DOCX_FIELD_CONTENTS},
               {"NOTEREF", IBID_DOCX_FIELD_NOTE},
               {"FTNREF", IBID_DOCX_FIELD_NOTE},
               {"REF", IBID_DOCX_FIELD_REFERENCE}};
  IbidDocxField *field = g_new0 (IbidDocxField, 1);
  g_autofree char *name = dup_word (&code);

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (name, kinds[i].name) == 0)
      field->kind = kinds[i].kind;
  if (field->kind == IBID_DOCX_FIELD_LINK)
    read_link (field, code);
  else if (field->kind == IBID_DOCX_FIELD_NOTE || field->kind == IBID_DOCX_FIELD_REFERENCE)
    field->bookmark = dup_word (&code);
  return field;
}

void
ibid_docx_field_free (IbidDocxField *field)
{
  if (field == NULL)
    return;
  g_free (field->href);
  g_free (field->bookmark);
  g_free (field);
}

/* --- Open fields --------------------------------------------------------------------------- */

static void
free_open (gpointer data)
{
  Open *open = data;

  g_string_free (open->code, TRUE);
  ibid_docx_field_free (open->field);
  g_free (open);
}

IbidDocxFields *
ibid_docx_fields_new (void)
{
  IbidDocxFields *self = g_new0 (IbidDocxFields, 1);

  self->open = g_ptr_array_new_with_free_func (free_open);
  return self;
}

void
ibid_docx_fields_free (IbidDocxFields *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->open);
  g_free (self);
}

static Open *
get_last (IbidDocxFields *self)
{
  return self->open->len > 0 ? g_ptr_array_index (self->open, self->open->len - 1) : NULL;
}

void
ibid_docx_fields_begin (IbidDocxFields *self)
{
  Open *open;

  if (self->open->len >= MAX_OPEN_FIELDS) {
    self->n_more++;
    return;
  }
  open = g_new0 (Open, 1);
  open->code = g_string_new (NULL);
  g_ptr_array_add (self->open, open);
}

void
ibid_docx_fields_add_code (IbidDocxFields *self, const char *code)
{
  Open *open = get_last (self);

  if (open != NULL && self->n_more == 0 && open->code->len + strlen (code) < MAX_CODE_BYTES)
    g_string_append (open->code, code);
}

void
ibid_docx_fields_separate (IbidDocxFields *self)
{
  Open *open = get_last (self);

  if (open == NULL || self->n_more > 0 || open->field != NULL)
    return;
  open->field = ibid_docx_field_parse (open->code->str);
  open->is_silent = open->field->kind == IBID_DOCX_FIELD_CONTENTS;
}

void
ibid_docx_fields_end (IbidDocxFields *self)
{
  if (self->n_more > 0)
    self->n_more--;
  else if (self->open->len > 0)
    g_ptr_array_set_size (self->open, (int)self->open->len - 1);
}

IbidDocxField *
ibid_docx_fields_peek (IbidDocxFields *self)
{
  Open *open = get_last (self);

  return open != NULL && self->n_more == 0 ? open->field : NULL;
}

void
ibid_docx_fields_silence (IbidDocxFields *self)
{
  Open *open = get_last (self);

  if (open != NULL)
    open->is_silent = TRUE;
}

gboolean
ibid_docx_fields_is_text (IbidDocxFields *self)
{
  for (guint i = 0; i < self->open->len; i++) {
    const Open *open = g_ptr_array_index (self->open, i);

    if (open->field == NULL || open->is_silent)
      return FALSE;
  }
  return TRUE;
}

const IbidDocxField *
ibid_docx_fields_get_link (IbidDocxFields *self)
{
  for (guint i = self->open->len; i > 0; i--) {
    const Open *open = g_ptr_array_index (self->open, i - 1);

    if (open->field != NULL && open->field->kind == IBID_DOCX_FIELD_LINK)
      return open->field;
  }
  return NULL;
}

void
ibid_docx_fields_end_codes (IbidDocxFields *self)
{
  for (guint i = self->open->len; i > 0; i--)
    if (((Open *)g_ptr_array_index (self->open, i - 1))->field == NULL)
      g_ptr_array_remove_index (self->open, i - 1);
  self->n_more = 0;
}

void
ibid_docx_fields_end_contents (IbidDocxFields *self)
{
  for (guint i = self->open->len; i > 0; i--) {
    const Open *open = g_ptr_array_index (self->open, i - 1);

    if (open->field != NULL && open->field->kind == IBID_DOCX_FIELD_CONTENTS)
      g_ptr_array_remove_index (self->open, i - 1);
  }
}
