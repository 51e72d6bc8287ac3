/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-office-pen.h"
#include "formats/ibid-office-roles.h"
#include "formats/ibid-xml.h"

/* The styles of an OpenDocument text: named ones, and automatic ones that are what people set by
 * hand. */
typedef struct _IbidOdtStyles IbidOdtStyles;

#define IBID_ODT_LIST_LEVELS 10u

typedef struct {
  char *name;
  IbidOfficeRole role;
  guint level;         /* of headings */
  IbidOfficeLook look; /* with what it takes from its parents */
  IbidOfficeLook own;  /* set by hand: of automatic styles without their parents; else nothing */
} IbidOdtStyle;

typedef enum {
  IBID_ODT_LIST_BULLET,
  IBID_ODT_LIST_NUMBER,
  IBID_ODT_LIST_NOTHING,
} IbidOdtListForm;

typedef struct {
  IbidOdtListForm form;
  int start;
} IbidOdtListLevel;

IbidOdtStyles *ibid_odt_styles_new (void);
void ibid_odt_styles_free (IbidOdtStyles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidOdtStyles, ibid_odt_styles_free)

/* Adds the styles in office:styles or office:automatic-styles (NULL for none); of two with one name
 * the first counts. finish() when all are added. */
void ibid_odt_styles_add (IbidOdtStyles *self, const xmlNode *styles, gboolean is_automatic);
void ibid_odt_styles_finish (IbidOdtStyles *self);

/* Of paragraphs, or with `is_text` of runs. Never NULL. */
const IbidOdtStyle *ibid_odt_styles_get (IbidOdtStyles *self, const char *name, gboolean is_text);

/* A level, from 0, of a list style; bullets when there is none such. */
IbidOdtListLevel
ibid_odt_styles_get_list_level (IbidOdtStyles *self, const char *name, guint level);

/* BCP 47; NULL when unknown. */
const char *ibid_odt_styles_get_language (IbidOdtStyles *self);

/* A number in an attribute, by its local name; `fallback` without one. */
int ibid_odt_get_number (const xmlNode *node, const char *name, int fallback);
