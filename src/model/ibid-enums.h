/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib-object.h>

/* The closed vocabularies of the study format. The nick of each value is its spelling in the
 * file ("list-item"), so one table serves reading, writing and GTK's properties. */

typedef enum {
  IBID_PARAGRAPH_BODY,
  IBID_PARAGRAPH_QUOTE,
  IBID_PARAGRAPH_LIST_ITEM,
  IBID_PARAGRAPH_VERSE,
  IBID_PARAGRAPH_CODE,
  IBID_PARAGRAPH_CAPTION,
  IBID_PARAGRAPH_TABLE_ROW, /* cells parted by tabs */
} IbidParagraphStyle;

typedef enum {
  IBID_SPAN_EMPHASIS,
  IBID_SPAN_STRONG,
  IBID_SPAN_CODE,
  IBID_SPAN_SUPERSCRIPT,
  IBID_SPAN_SUBSCRIPT,
  IBID_SPAN_SMALL_CAPS,
  IBID_SPAN_STRIKE,
  IBID_SPAN_LINK,
} IbidSpanStyle;

typedef enum {
  IBID_REFERENCE_FOOTNOTE,
  IBID_REFERENCE_ENDNOTE,
  IBID_REFERENCE_BIBLIOGRAPHY,
} IbidReferenceKind;

/* How a marker was matched with its reference. */
typedef enum {
  IBID_FOUND_UNKNOWN, /* not said; never written */
  IBID_FOUND_MARKUP,  /* typed markup */
  IBID_FOUND_LINKS,   /* links that lead to each other */
  IBID_FOUND_SHAPE,   /* looks and place */
  IBID_FOUND_ORDER,   /* numbers matched in order */
} IbidFound;

/* How a citation names its work. */
typedef enum {
  IBID_VIA_FULL,
  IBID_VIA_SHORT,
  IBID_VIA_IBID,
  IBID_VIA_IDEM,
  IBID_VIA_OP_CIT,
  IBID_VIA_CROSS_REFERENCE,
} IbidVia;

typedef enum {
  IBID_CLAIM_STATISTIC,
  IBID_CLAIM_EVENT,
  IBID_CLAIM_ATTRIBUTION,
  IBID_CLAIM_QUOTATION,
  IBID_CLAIM_INTERPRETATION,
  IBID_CLAIM_FORECAST,
} IbidClaimKind;

typedef enum {
  IBID_EVENT_ATTACK,
  IBID_EVENT_AGREEMENT,
  IBID_EVENT_DIALOGUE,
  IBID_EVENT_POLICY,
  IBID_EVENT_ELECTION,
  IBID_EVENT_CONFLICT,
  IBID_EVENT_PUBLICATION,
  IBID_EVENT_DISASTER,
  IBID_EVENT_DISCOVERY,
  IBID_EVENT_LIFE,
  IBID_EVENT_OTHER,
} IbidEventKind;

typedef enum {
  IBID_ACTOR_STATE,
  IBID_ACTOR_ORGANISATION,
  IBID_ACTOR_PERSON,
  IBID_ACTOR_PLACE,
} IbidActorKind;

#define IBID_TYPE_PARAGRAPH_STYLE (ibid_paragraph_style_get_type ())
GType ibid_paragraph_style_get_type (void);
#define IBID_TYPE_SPAN_STYLE (ibid_span_style_get_type ())
GType ibid_span_style_get_type (void);
#define IBID_TYPE_REFERENCE_KIND (ibid_reference_kind_get_type ())
GType ibid_reference_kind_get_type (void);
#define IBID_TYPE_FOUND (ibid_found_get_type ())
GType ibid_found_get_type (void);
#define IBID_TYPE_VIA (ibid_via_get_type ())
GType ibid_via_get_type (void);
#define IBID_TYPE_CLAIM_KIND (ibid_claim_kind_get_type ())
GType ibid_claim_kind_get_type (void);
#define IBID_TYPE_EVENT_KIND (ibid_event_kind_get_type ())
GType ibid_event_kind_get_type (void);
#define IBID_TYPE_ACTOR_KIND (ibid_actor_kind_get_type ())
GType ibid_actor_kind_get_type (void);

/* The spelling of `value` in the study format; static. "" for what is never written. */
const char *ibid_enum_get_nick (GType type, int value);

/* Sets `*value` from its spelling; FALSE when `type` has no such value. */
gboolean ibid_enum_parse (GType type, const char *nick, int *value);

/* Every spelling of `type`, comma-separated, for messages. */
char *ibid_enum_dup_nicks (GType type);
