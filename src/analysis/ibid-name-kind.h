/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-name-span.h"
#include "analysis/ibid-states.h"

typedef enum {
  IBID_NAME_NONE, /* no actor, as far as its words tell */
  IBID_NAME_ORGANISATION,
  IBID_NAME_PERSON,
  IBID_NAME_TITLED, /* a family name with a title: "Mr. Smith" */
  IBID_NAME_PLACE,
} IbidNameKind;

/* What a span names by the words in it. Cuts it to the name: `span` loses titles ahead of a full
 * name, and what "and" adds. */
IbidNameKind
ibid_name_kind_find (const IbidProseParagraph *paragraph, const char *language, IbidNameSpan *span);
