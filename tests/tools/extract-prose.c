/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "tools/extract-prose.h"

#include "analysis/ibid-actors.h"
#include "analysis/ibid-claims.h"
#include "analysis/ibid-events.h"
#include "reading/ibid-analysis-data.h"

/* A document that has the text for its one paragraph. */
static IbidDocument *
make_document (const char *text, const ExtractOptions *options)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidSection) section = ibid_section_new ("s1", 1);
  g_autoptr (IbidParagraph) paragraph = ibid_paragraph_new ("p1", IBID_PARAGRAPH_BODY);

  ibid_body_set_language (body, options->language);
  ibid_body_set_issued (body, options->reference_date);
  ibid_passage_take_text (IBID_PASSAGE (paragraph), g_strdup (text));
  ibid_section_add_paragraph (section, paragraph);
  ibid_body_add_section (body, section);
  return ibid_document_new (body, NULL);
}

static IbidStates *
get_states (const char *language)
{
  static IbidStates *states;

  if (states == NULL)
    states = ibid_states_new (ibid_analysis_data_get ()->get_states (), language);
  return states;
}

static void
add_stretch (JsonBuilder *out, guint start, guint end)
{
  json_builder_set_member_name (out, "start");
  json_builder_add_int_value (out, start);
  json_builder_set_member_name (out, "end");
  json_builder_add_int_value (out, end);
}

static void
add_text (JsonBuilder *out, const char *name, const char *value)
{
  json_builder_set_member_name (out, name);
  json_builder_add_string_value (out, value);
}

void
extract_claims (const char *text, const ExtractOptions *options, JsonBuilder *out)
{
  g_autoptr (IbidDocument) document = make_document (text, options);
  g_autoptr (IbidProse) prose = ibid_prose_new (document);
  g_autoptr (IbidList) claims = ibid_claims_find (prose);

  json_builder_begin_array (out);
  for (guint i = 0; i < ibid_list_get_length (claims); i++) {
    IbidClaim *claim = ibid_list_get (claims, i);

    json_builder_begin_object (out);
    add_stretch (out, ibid_claim_get_start (claim), ibid_claim_get_end (claim));
    add_text (out, "kind", ibid_enum_get_nick (IBID_TYPE_CLAIM_KIND, ibid_claim_get_kind (claim)));
    json_builder_end_object (out);
  }
  json_builder_end_array (out);
}

static void
add_event (JsonBuilder *out, IbidEvent *event, const IbidPlace *place)
{
  IbidList *actors = ibid_event_get_actors (event);

  json_builder_begin_object (out);
  add_text (out, "date", ibid_event_get_edtf (event));
  add_text (out, "title", ibid_event_get_title (event));
  add_text (out, "kind", ibid_enum_get_nick (IBID_TYPE_EVENT_KIND, ibid_event_get_kind (event)));
  json_builder_set_member_name (out, "actors");
  json_builder_begin_array (out);
  for (guint i = 0; i < ibid_list_get_length (actors); i++)
    json_builder_add_string_value (out, ibid_actor_get_name (ibid_list_get (actors, i)));
  json_builder_end_array (out);
  add_stretch (out, place->start, place->end);
  json_builder_end_object (out);
}

void
extract_events (const char *text, const ExtractOptions *options, JsonBuilder *out)
{
  g_autoptr (IbidDocument) document = make_document (text, options);
  g_autoptr (IbidProse) prose = ibid_prose_new (document);
  g_autoptr (IbidList) claims = ibid_claims_find (prose);
  g_autoptr (IbidList) actors = ibid_actors_find (prose, get_states (options->language));
  g_autoptr (IbidList)
      events = ibid_events_find (prose, claims, actors, get_states (options->language));

  json_builder_begin_array (out);
  for (guint i = 0; i < ibid_list_get_length (events); i++) {
    IbidEvent *event = ibid_list_get (events, i);

    for (guint j = 0; j < ibid_event_get_n_places (event); j++)
      add_event (out, event, ibid_event_get_place (event, j));
  }
  json_builder_end_array (out);
}
