/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-odt-styles.h"

/* The lists that are open at a place in an OpenDocument text, and the numbers of their items. */
typedef struct _IbidOdtLists IbidOdtLists;

/* `styles` is borrowed. */
IbidOdtLists *ibid_odt_lists_new (IbidOdtStyles *styles);
void ibid_odt_lists_free (IbidOdtLists *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidOdtLists, ibid_odt_lists_free)

/* A text:list, which may go on with another one. */
void ibid_odt_lists_begin (IbidOdtLists *self, const xmlNode *list);
void ibid_odt_lists_end (IbidOdtLists *self);

/* A text:list-item, or a text:list-header, which has no number. */
void ibid_odt_lists_begin_item (IbidOdtLists *self, const xmlNode *item);

/* A paragraph begins. TRUE when it is the first of its item: `*number` is -1 for bullets. */
gboolean ibid_odt_lists_count (IbidOdtLists *self, int *depth, int *number);
