/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* The fields of a Word document that are open at a place in its text: of each the code, which is no
 * text, and then the result, which mostly is. */
typedef struct _IbidDocxFields IbidDocxFields;

typedef enum {
  IBID_DOCX_FIELD_PLAIN,     /* its result is text */
  IBID_DOCX_FIELD_LINK,      /* and a link */
  IBID_DOCX_FIELD_CONTENTS,  /* its result is made by Word: contents, index */
  IBID_DOCX_FIELD_NOTE,      /* the number of a note */
  IBID_DOCX_FIELD_REFERENCE, /* what stands at a bookmark */
} IbidDocxFieldKind;

typedef struct {
  IbidDocxFieldKind kind;
  char *href;     /* of a link that leads out of the document; else NULL */
  char *bookmark; /* what it is about; NULL for none */
} IbidDocxField;

/* What a code says: " HYPERLINK \"https://…\" \\l \"part\" ". */
IbidDocxField *ibid_docx_field_parse (const char *code);
void ibid_docx_field_free (IbidDocxField *field);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidDocxField, ibid_docx_field_free)

IbidDocxFields *ibid_docx_fields_new (void);
void ibid_docx_fields_free (IbidDocxFields *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidDocxFields, ibid_docx_fields_free)

/* The three characters of a field, and text of its code. */
void ibid_docx_fields_begin (IbidDocxFields *self);
void ibid_docx_fields_add_code (IbidDocxFields *self, const char *code);
void ibid_docx_fields_separate (IbidDocxFields *self);
void ibid_docx_fields_end (IbidDocxFields *self);

/* The innermost field whose code is complete; NULL when none is open, or its code is not. */
IbidDocxField *ibid_docx_fields_peek (IbidDocxFields *self);

/* From now on the result of that field is no text. */
void ibid_docx_fields_silence (IbidDocxFields *self);

/* Whether what comes now is text of the document. */
gboolean ibid_docx_fields_is_text (IbidDocxFields *self);

/* The link that what comes now is; NULL for none. */
const IbidDocxField *ibid_docx_fields_get_link (IbidDocxFields *self);

/* A paragraph ends: codes do with it, as a broken one must not swallow the rest. */
void ibid_docx_fields_end_codes (IbidDocxFields *self);

/* A heading begins: contents are over. */
void ibid_docx_fields_end_contents (IbidDocxFields *self);
