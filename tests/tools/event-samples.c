/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "tools/event-samples.h"

#define EVENTS_A_PARAGRAPH 20

static const struct {
  const char *name;
  IbidActorKind kind;
  const char *aliases[3];
} sample_actors[] = {
    {"Japan", IBID_ACTOR_STATE, {"Tokyo", "Japanese government"}},
    {"China", IBID_ACTOR_STATE, {"Beijing", "PRC"}},
    {"United States", IBID_ACTOR_STATE, {"US", "Washington"}},
    {"Shinzō Abe", IBID_ACTOR_PERSON, {"Abe"}},
    {"ASEAN", IBID_ACTOR_ORGANISATION, {NULL}},
};

/* In the order of the text: paragraph, date, title, kind, actors as letters, note; 0 for none. */
static const struct {
  guint paragraph;
  const char *date;
  const char *title;
  IbidEventKind kind;
  const char *actors;
  guint note;
} sample_events[] = {
    {0, "2009/..", "Rise in advanced persistent threats", IBID_EVENT_ATTACK, "ab", 6},
    {0, "2020", "Tokyo Olympics", IBID_EVENT_OTHER, "a", 7},
    {1, "2006-02-02", "First National Strategy on Security", IBID_EVENT_POLICY, "a", 8},
    {1,
     "2000/2003~",
     "First steps of cooperation between Japan and the United States in cyberspace",
     IBID_EVENT_DIALOGUE,
     "ac",
     0},
    {1,
     "2006",
     "Memorandum on information assurance and computer network defence signed by both",
     IBID_EVENT_AGREEMENT,
     "ac",
     10},
    {1, "2009/..", "Yearly cybersecurity conference", IBID_EVENT_DIALOGUE, "ae", 13},
    {2, "2014", "25 billion cyberattacks counted", IBID_EVENT_ATTACK, "ab", 15},
    {2, "2011", "Diet members’ e-mail accounts breached", IBID_EVENT_ATTACK, "ab", 16},
    {2, "2011", "Defence industry attacked", IBID_EVENT_ATTACK, "ab", 17},
    {2, "2012", "Government agencies attacked over the islands", IBID_EVENT_ATTACK, "ab", 18},
    {3, "2013-12-26", "Visit to the Yasukuni Shrine reported", IBID_EVENT_OTHER, "ad", 2},
    {3, "2017-05-03", "Plan to revise the constitution", IBID_EVENT_POLICY, "ad", 20},
};

#define N_PARAGRAPHS 4

static IbidActor *
create_actor (guint index)
{
  g_autofree char *id = g_strdup_printf ("a%u", index + 1);

  return ibid_actor_new (id,
                         sample_actors[index].name,
                         sample_actors[index].kind,
                         (const char *const *)sample_actors[index].aliases);
}

static IbidReference *
create_reference (guint note)
{
  g_autofree char *id = g_strdup_printf ("r%u", note);
  g_autofree char *label = g_strdup_printf ("%u", note);
  IbidReference *reference = ibid_reference_new (id, IBID_REFERENCE_FOOTNOTE, label);

  ibid_passage_take_text (IBID_PASSAGE (reference), g_strdup_printf ("The source of %u.", note));
  return reference;
}

/* Its sentence is its title between "It tells: " and ". "; it is put behind `text`. */
static void
add_place (IbidEvent *event, IbidParagraph *paragraph, GString *text, const char *title)
{
  IbidPlace place = {.paragraph = paragraph, .start = (guint)g_utf8_strlen (text->str, -1)};

  g_string_append_printf (text, "It tells: %s.", title);
  place.end = (guint)g_utf8_strlen (text->str, -1);
  g_string_append_c (text, ' ');
  ibid_event_add_place (event, &place);
}

static IbidDocument *
create_document (IbidBody *body, IbidList *actors, IbidList *events)
{
  g_autoptr (IbidAnnotations) annotations = ibid_annotations_new ();

  ibid_annotations_set_actors (annotations, actors);
  ibid_annotations_set_events (annotations, events);
  return ibid_document_new (body, annotations);
}

static IbidList *
create_actors (void)
{
  IbidList *actors = ibid_list_new (IBID_TYPE_ACTOR);

  for (guint i = 0; i < G_N_ELEMENTS (sample_actors); i++) {
    g_autoptr (IbidActor) actor = create_actor (i);

    ibid_list_add (actors, actor);
  }
  return actors;
}

static IbidEvent *
create_sample_event (guint index, IbidBody *body, IbidList *actors)
{
  g_autofree char *id = g_strdup_printf ("e%u", index + 1);
  IbidEvent *event = ibid_event_new (
      id, sample_events[index].date, sample_events[index].title, sample_events[index].kind);

  for (const char *letter = sample_events[index].actors; *letter != '\0'; letter++)
    ibid_event_add_actor (event, ibid_list_get (actors, (guint)(*letter - 'a')));
  if (sample_events[index].note > 0) {
    g_autoptr (IbidReference) reference = create_reference (sample_events[index].note);

    ibid_body_add_reference (body, reference);
    ibid_event_add_reference (event, reference);
  }
  return event;
}

IbidDocument *
event_sample_new (void)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidSection) section = ibid_section_new ("s1", 1);
  g_autoptr (IbidList) actors = create_actors ();
  g_autoptr (IbidList) events = ibid_list_new (IBID_TYPE_EVENT);

  for (guint i = 0; i < N_PARAGRAPHS; i++) {
    g_autofree char *id = g_strdup_printf ("p%u", i + 1);
    g_autoptr (IbidParagraph) paragraph = ibid_paragraph_new (id, IBID_PARAGRAPH_BODY);
    GString *text = g_string_new ("Begins. ");

    for (guint j = 0; j < G_N_ELEMENTS (sample_events); j++) {
      g_autoptr (IbidEvent) event = NULL;

      if (sample_events[j].paragraph != i)
        continue;
      event = create_sample_event (j, body, actors);
      add_place (event, paragraph, text, sample_events[j].title);
      ibid_list_add (events, event);
    }
    ibid_passage_take_text (IBID_PASSAGE (paragraph), g_string_free (text, FALSE));
    ibid_section_add_paragraph (section, paragraph);
  }
  ibid_body_add_section (body, section);
  return create_document (body, actors, events);
}

IbidDocument *
event_sample_new_large (guint n_events)
{
  g_autoptr (IbidBody) body = ibid_body_new ();
  g_autoptr (IbidSection) section = ibid_section_new ("s1", 1);
  g_autoptr (IbidList) actors = create_actors ();
  g_autoptr (IbidList) events = ibid_list_new (IBID_TYPE_EVENT);
  g_autoptr (GPtrArray) references = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 200; i++) {
    g_ptr_array_add (references, create_reference (i + 1));
    ibid_body_add_reference (body, g_ptr_array_index (references, i));
  }
  for (guint first = 0; first < n_events; first += EVENTS_A_PARAGRAPH) {
    g_autofree char *paragraph_id = g_strdup_printf ("p%u", first + 1);
    g_autoptr (IbidParagraph) paragraph = ibid_paragraph_new (paragraph_id, IBID_PARAGRAPH_BODY);
    GString *text = g_string_new (NULL);

    for (guint i = first; i < MIN (first + EVENTS_A_PARAGRAPH, n_events); i++) {
      g_autofree char *id = g_strdup_printf ("e%u", i + 1);
      g_autofree char *date = g_strdup_printf ("%u", 1500 + i % 500);
      g_autofree char *title = g_strdup_printf (
          "%u something happened somewhere, number %u", 1500 + i % 500, i);
      g_autoptr (IbidEvent)
          event = ibid_event_new (id, date, title, (IbidEventKind)(i % (IBID_EVENT_OTHER + 1)));

      ibid_event_add_actor (event, ibid_list_get (actors, i % 3));
      ibid_event_add_actor (event, ibid_list_get (actors, 3 + i % 2));
      ibid_event_add_reference (event, g_ptr_array_index (references, i % 200));
      add_place (event, paragraph, text, title);
      ibid_list_add (events, event);
    }
    ibid_passage_take_text (IBID_PASSAGE (paragraph), g_string_free (text, FALSE));
    ibid_section_add_paragraph (section, paragraph);
  }
  ibid_body_add_section (body, section);
  return create_document (body, actors, events);
}
