/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-office-pen.h"
#include "formats/ibid-office-roles.h"
#include "formats/ibid-xml.h"

/* styles.xml: what the styles of a Word document mean, with what they take from those that they are
 * based on. */
typedef struct _IbidDocxStyles IbidDocxStyles;

typedef struct {
  char *id;
  IbidOfficeRole role;
  guint level;         /* of headings and bullets */
  char *num_id;        /* of a list; NULL for none */
  guint list_level;    /* from 0 */
  IbidOfficeLook look; /* of its text */
} IbidDocxStyle;

/* `root` of the part; NULL when there is none. Copies what it needs. */
IbidDocxStyles *ibid_docx_styles_new (const xmlNode *root);
void ibid_docx_styles_free (IbidDocxStyles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidDocxStyles, ibid_docx_styles_free)

/* Never NULL: the default style of paragraphs, or of characters one that says nothing, where `id`
 * is NULL or unknown (then its id may still tell its role). */
const IbidDocxStyle *ibid_docx_styles_get (IbidDocxStyles *self, const char *id);
const IbidDocxStyle *ibid_docx_styles_get_characters (IbidDocxStyles *self, const char *id);

/* BCP 47, of the text that does not say; NULL when unknown. */
const char *ibid_docx_styles_get_language (IbidDocxStyles *self);

/* What the properties of a run (w:rPr, or NULL) say. */
IbidOfficeLook ibid_docx_look_read (const xmlNode *properties);

/* "w:b": on unless its value says otherwise. */
gboolean ibid_docx_is_on (const xmlNode *toggle);

/* A number in attribute w:val of `node`; `fallback` when there is none. */
int ibid_docx_get_number (const xmlNode *node, int fallback);
