/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "model/ibid-enums.h"

G_DEFINE_ENUM_TYPE (IbidParagraphStyle,
                    ibid_paragraph_style,
                    G_DEFINE_ENUM_VALUE (IBID_PARAGRAPH_BODY, "body"),
                    G_DEFINE_ENUM_VALUE (IBID_PARAGRAPH_QUOTE, "quote"),
                    G_DEFINE_ENUM_VALUE (IBID_PARAGRAPH_LIST_ITEM, "list-item"),
                    G_DEFINE_ENUM_VALUE (IBID_PARAGRAPH_VERSE, "verse"),
                    G_DEFINE_ENUM_VALUE (IBID_PARAGRAPH_CODE, "code"),
                    G_DEFINE_ENUM_VALUE (IBID_PARAGRAPH_CAPTION, "caption"),
                    G_DEFINE_ENUM_VALUE (IBID_PARAGRAPH_TABLE_ROW, "table-row"))

G_DEFINE_ENUM_TYPE (IbidSpanStyle,
                    ibid_span_style,
                    G_DEFINE_ENUM_VALUE (IBID_SPAN_EMPHASIS, "emphasis"),
                    G_DEFINE_ENUM_VALUE (IBID_SPAN_STRONG, "strong"),
                    G_DEFINE_ENUM_VALUE (IBID_SPAN_CODE, "code"),
                    G_DEFINE_ENUM_VALUE (IBID_SPAN_SUPERSCRIPT, "superscript"),
                    G_DEFINE_ENUM_VALUE (IBID_SPAN_SUBSCRIPT, "subscript"),
                    G_DEFINE_ENUM_VALUE (IBID_SPAN_SMALL_CAPS, "small-caps"),
                    G_DEFINE_ENUM_VALUE (IBID_SPAN_STRIKE, "strike"),
                    G_DEFINE_ENUM_VALUE (IBID_SPAN_LINK, "link"))

G_DEFINE_ENUM_TYPE (IbidReferenceKind,
                    ibid_reference_kind,
                    G_DEFINE_ENUM_VALUE (IBID_REFERENCE_FOOTNOTE, "footnote"),
                    G_DEFINE_ENUM_VALUE (IBID_REFERENCE_ENDNOTE, "endnote"),
                    G_DEFINE_ENUM_VALUE (IBID_REFERENCE_BIBLIOGRAPHY, "bibliography"))

G_DEFINE_ENUM_TYPE (IbidFound,
                    ibid_found,
                    G_DEFINE_ENUM_VALUE (IBID_FOUND_UNKNOWN, ""),
                    G_DEFINE_ENUM_VALUE (IBID_FOUND_MARKUP, "markup"),
                    G_DEFINE_ENUM_VALUE (IBID_FOUND_LINKS, "links"),
                    G_DEFINE_ENUM_VALUE (IBID_FOUND_SHAPE, "shape"),
                    G_DEFINE_ENUM_VALUE (IBID_FOUND_ORDER, "order"))

G_DEFINE_ENUM_TYPE (IbidVia,
                    ibid_via,
                    G_DEFINE_ENUM_VALUE (IBID_VIA_FULL, "full"),
                    G_DEFINE_ENUM_VALUE (IBID_VIA_SHORT, "short"),
                    G_DEFINE_ENUM_VALUE (IBID_VIA_IBID, "ibid"),
                    G_DEFINE_ENUM_VALUE (IBID_VIA_IDEM, "idem"),
                    G_DEFINE_ENUM_VALUE (IBID_VIA_OP_CIT, "op-cit"),
                    G_DEFINE_ENUM_VALUE (IBID_VIA_CROSS_REFERENCE, "cross-reference"))

G_DEFINE_ENUM_TYPE (IbidClaimKind,
                    ibid_claim_kind,
                    G_DEFINE_ENUM_VALUE (IBID_CLAIM_STATISTIC, "statistic"),
                    G_DEFINE_ENUM_VALUE (IBID_CLAIM_EVENT, "event"),
                    G_DEFINE_ENUM_VALUE (IBID_CLAIM_ATTRIBUTION, "attribution"),
                    G_DEFINE_ENUM_VALUE (IBID_CLAIM_QUOTATION, "quotation"),
                    G_DEFINE_ENUM_VALUE (IBID_CLAIM_INTERPRETATION, "interpretation"),
                    G_DEFINE_ENUM_VALUE (IBID_CLAIM_FORECAST, "forecast"))

G_DEFINE_ENUM_TYPE (IbidEventKind,
                    ibid_event_kind,
                    G_DEFINE_ENUM_VALUE (IBID_EVENT_ATTACK, "attack"),
                    G_DEFINE_ENUM_VALUE (IBID_EVENT_AGREEMENT, "agreement"),
                    G_DEFINE_ENUM_VALUE (IBID_EVENT_DIALOGUE, "dialogue"),
                    G_DEFINE_ENUM_VALUE (IBID_EVENT_POLICY, "policy"),
                    G_DEFINE_ENUM_VALUE (IBID_EVENT_ELECTION, "election"),
                    G_DEFINE_ENUM_VALUE (IBID_EVENT_CONFLICT, "conflict"),
                    G_DEFINE_ENUM_VALUE (IBID_EVENT_PUBLICATION, "publication"),
                    G_DEFINE_ENUM_VALUE (IBID_EVENT_DISASTER, "disaster"),
                    G_DEFINE_ENUM_VALUE (IBID_EVENT_DISCOVERY, "discovery"),
                    G_DEFINE_ENUM_VALUE (IBID_EVENT_LIFE, "life"),
                    G_DEFINE_ENUM_VALUE (IBID_EVENT_OTHER, "other"))

G_DEFINE_ENUM_TYPE (IbidActorKind,
                    ibid_actor_kind,
                    G_DEFINE_ENUM_VALUE (IBID_ACTOR_STATE, "state"),
                    G_DEFINE_ENUM_VALUE (IBID_ACTOR_ORGANISATION, "organisation"),
                    G_DEFINE_ENUM_VALUE (IBID_ACTOR_PERSON, "person"),
                    G_DEFINE_ENUM_VALUE (IBID_ACTOR_PLACE, "place"))

const char *
ibid_enum_get_nick (GType type, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value (klass, value);

  return found != NULL ? found->value_nick : "";
}

gboolean
ibid_enum_parse (GType type, const char *nick, int *value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value_by_nick (klass, nick);

  if (found == NULL || *nick == '\0')
    return FALSE;
  *value = found->value;
  return TRUE;
}

char *
ibid_enum_dup_nicks (GType type)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GString *nicks = g_string_new (NULL);

  for (guint i = 0; i < klass->n_values; i++) {
    if (*klass->values[i].value_nick != '\0')
      g_string_append_printf (
          nicks, "%s%s", nicks->len > 0 ? ", " : "", klass->values[i].value_nick);
  }
  return g_string_free (nicks, FALSE);
}
