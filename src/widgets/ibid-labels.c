/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-labels.h"

#include "widgets/ibid-isolate.h"
#include "widgets/ibid-tidy.h"
#include "widgets/ibid-work-format.h"

#include <glib/gi18n.h>
#include <string.h>

/* As much of a title or of a text as one line of a list can use; code points. */
#define MAX_SHORT 120

/* Of a note's label, which is mostly a number; code points. */
#define MAX_LABEL 40

static const char *const event_kinds[] = {
    [IBID_EVENT_ATTACK] = NC_ ("event kind", "Attack"),
    [IBID_EVENT_AGREEMENT] = NC_ ("event kind", "Agreement"),
    [IBID_EVENT_DIALOGUE] = NC_ ("event kind", "Dialogue"),
    [IBID_EVENT_POLICY] = NC_ ("event kind", "Policy"),
    [IBID_EVENT_ELECTION] = NC_ ("event kind", "Election"),
    [IBID_EVENT_CONFLICT] = NC_ ("event kind", "Conflict"),
    [IBID_EVENT_PUBLICATION] = NC_ ("event kind", "Publication"),
    [IBID_EVENT_DISASTER] = NC_ ("event kind", "Disaster"),
    [IBID_EVENT_DISCOVERY] = NC_ ("event kind", "Discovery"),
    /* Translators: a birth, a marriage, a death, a post taken up. */
    [IBID_EVENT_LIFE] = NC_ ("event kind", "Life"),
    [IBID_EVENT_OTHER] = NC_ ("event kind", "Other"),
};

static const char *const claim_kinds[] = {
    [IBID_CLAIM_STATISTIC] = NC_ ("claim kind", "Statistic"),
    [IBID_CLAIM_EVENT] = NC_ ("claim kind", "Event"),
    /* Translators: a sentence that reports what somebody said. */
    [IBID_CLAIM_ATTRIBUTION] = NC_ ("claim kind", "Attribution"),
    [IBID_CLAIM_QUOTATION] = NC_ ("claim kind", "Quotation"),
    [IBID_CLAIM_INTERPRETATION] = NC_ ("claim kind", "Interpretation"),
    [IBID_CLAIM_FORECAST] = NC_ ("claim kind", "Forecast"),
};

static const char *const actor_kinds[] = {
    /* Translators: a country that acts. */
    [IBID_ACTOR_STATE] = NC_ ("actor kind", "State"),
    [IBID_ACTOR_ORGANISATION] = NC_ ("actor kind", "Organisation"),
    [IBID_ACTOR_PERSON] = NC_ ("actor kind", "Person"),
    [IBID_ACTOR_PLACE] = NC_ ("actor kind", "Place"),
};

const char *
ibid_label_event_kind (IbidEventKind kind)
{
  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (event_kinds), "");
  return g_dpgettext2 (NULL, "event kind", event_kinds[kind]);
}

const char *
ibid_label_claim_kind (IbidClaimKind kind)
{
  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (claim_kinds), "");
  return g_dpgettext2 (NULL, "claim kind", claim_kinds[kind]);
}

const char *
ibid_label_actor_kind (IbidActorKind kind)
{
  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (actor_kinds), "");
  return g_dpgettext2 (NULL, "actor kind", actor_kinds[kind]);
}

const char *
ibid_label_get_number_separator (void)
{
  /* Translators: between the numbers of several notes: "6, 7". */
  return C_ ("between numbers", ", ");
}

char *
ibid_label_cut (const char *text, guint max_length)
{
  const char *end = text;

  g_return_val_if_fail (text != NULL && max_length > 0, NULL);
  for (guint i = 0; i < max_length && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  if (*end == '\0')
    return g_strdup (text);
  return g_strdup_printf ("%.*s…", (int)(g_utf8_prev_char (end) - text), text);
}

static char *
dup_isolated (const char *text, guint max_length)
{
  g_autofree char *beginning = ibid_label_cut (text, max_length);

  return ibid_isolate (beginning);
}

char *
ibid_label_marker (const char *label)
{
  g_autofree char *cut = ibid_label_cut (label != NULL ? label : "", MAX_LABEL);

  return g_strdup_printf (_ ("Note %s"), cut);
}

char *
ibid_label_reference_name (IbidReference *reference)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (IBID_IS_REFERENCE (reference), NULL);
  if (ibid_reference_get_label (reference) != NULL)
    label = dup_isolated (ibid_reference_get_label (reference), MAX_LABEL);
  if (ibid_reference_get_kind (reference) == IBID_REFERENCE_BIBLIOGRAPHY)
    /* Translators: an entry of a bibliography, with its label as printed: "Reference [Smith]". */
    return label != NULL ? g_strdup_printf (_ ("Reference [%s]"), label)
                         : g_strdup (_ ("Reference"));
  /* Translators: a footnote or endnote, with its number as printed: "Note 6", "Note *". */
  return label != NULL ? g_strdup_printf (_ ("Note %s"), label) : g_strdup (_ ("Note"));
}

/* The beginning of `text` on one line. Takes no longer for a long one. */
static char *
shorten (const char *text)
{
  GString *line = g_string_new (NULL);
  const char *rest = text;

  for (guint i = 0; i < MAX_SHORT && *rest != '\0'; i++, rest = g_utf8_next_char (rest))
    g_string_append_unichar (line, *rest == '\n' || *rest == '\t' ? ' ' : g_utf8_get_char (rest));
  if (*rest != '\0') {
    g_string_truncate (line, g_utf8_prev_char (line->str + line->len) - line->str);
    g_string_append (line, "…");
  }
  return g_string_free (line, FALSE);
}

/* Digits, or the small Roman numerals of a book's front matter, come first. */
static gboolean
begins_with_page (const char *locator)
{
  size_t n_numerals = strspn (locator, "ivxlc");

  return g_ascii_isdigit (*locator) || (n_numerals > 0 && !g_ascii_isalnum (locator[n_numerals]));
}

char *
ibid_label_locator (const char *locator)
{
  gboolean is_many;

  g_return_val_if_fail (locator != NULL, NULL);
  if (!begins_with_page (locator))
    return g_strdup (locator);
  is_many = strpbrk (locator, "- &;f") != NULL || strstr (locator, "–") != NULL;
  /* Translators: %s is a page, or pages. */
  return g_strdup_printf (is_many ? _ ("pp. %s") : _ ("p. %s"), locator);
}

static char *
dup_container (IbidWork *work)
{
  g_autofree char *container = ibid_work_dup_field (work, "container-title");

  return container != NULL ? ibid_tidy (container) : g_strdup ("");
}

char *
ibid_label_work (IbidWork *work)
{
  JsonArray *authors;
  JsonArray *creators;
  g_autofree char *names = NULL;
  g_autofree char *title = NULL;
  g_autofree char *short_title = NULL;
  g_autofree char *short_names = NULL;
  g_autofree char *shown_title = NULL;
  g_autofree char *shown_names = NULL;

  g_return_val_if_fail (IBID_IS_WORK (work), NULL);
  authors = ibid_work_get_names (work, "author");
  creators = authors != NULL ? authors : ibid_work_get_names (work, "editor");
  names = ibid_work_format_family_names (creators);
  title = ibid_work_format_title (work);
  if (*title == '\0') { /* an issue of a newspaper */
    g_free (title);
    title = dup_container (work);
  }
  short_title = shorten (title);
  short_names = shorten (names);
  shown_title = ibid_isolate (short_title);
  shown_names = ibid_isolate (short_names);
  if (*title == '\0')
    return *names != '\0' ? g_steal_pointer (&short_names) : NULL;
  if (*names == '\0')
    /* Translators: the quotation marks for the title of a work. */
    return ibid_isolate_take_line (g_strdup_printf (_ ("“%s”"), shown_title));
  /* Translators: family names, and the title of a work in quotation marks. */
  return ibid_isolate_take_line (g_strdup_printf (_ ("%1$s, “%2$s”"), shown_names, shown_title));
}

char *
ibid_label_reference_short (IbidDocument *document, IbidReference *reference)
{
  IbidList *citations;

  g_return_val_if_fail (IBID_IS_DOCUMENT (document) && IBID_IS_REFERENCE (reference), NULL);
  citations = ibid_document_get_citations (document, reference);
  for (guint i = 0; i < ibid_list_get_length (citations); i++) {
    IbidCitation *citation = ibid_list_get (citations, i);
    IbidWork *work = ibid_citation_get_work (citation);
    g_autofree char *label = work != NULL ? ibid_label_work (work) : NULL;

    if (label != NULL && ibid_citation_get_via (citation) == IBID_VIA_IBID)
      /* Translators: a note that says "Ibid." (the same as the note before), and what it means. */
      return g_strdup_printf (_ ("Ibid. (%s)"), label);
    if (label != NULL)
      return g_steal_pointer (&label);
  }
  return shorten (ibid_passage_get_text (IBID_PASSAGE (reference)));
}
