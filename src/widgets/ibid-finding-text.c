/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "widgets/ibid-finding-text.h"

#include "model/ibid-section.h"
#include "widgets/ibid-labels.h"
#include "widgets/ibid-sentence.h"

#include <glib/gi18n.h>

/* In code points. */
#define MAX_WORDS 140
#define MAX_BEFORE 70 /* of what a marker follows, so that its end is seen */
#define MAX_PLACE 80
#define MAX_LABEL 40

/* On one line. */
static char *
clean (const char *text)
{
  GString *line = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    g_string_append_unichar (line, g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 ? ' ' : c);
  }
  return g_string_free (line, FALSE);
}

static char *
cut (const char *text, guint max_length)
{
  g_autofree char *shorter = ibid_label_cut (text, max_length);

  return clean (shorter);
}

/* --- What ---------------------------------------------------------------------------------- */

static char *
name_marker (IbidNote *note)
{
  g_autofree char *label = cut (ibid_note_get_label (note), MAX_LABEL);

  /* Translators: a sign in the text that leads to a note, as printed: "Marker 6", "Marker *". */
  return g_strdup_printf (_ ("Marker %s"), label);
}

static char *
name_reference (IbidPassage *passage)
{
  g_autofree char *name = ibid_label_reference_name (IBID_REFERENCE (passage));

  return clean (name);
}

static char *
name_missing (IbidFinding *finding)
{
  guint first = ibid_finding_get_first_number (finding);
  guint last = ibid_finding_get_last_number (finding);

  if (first == last)
    return g_strdup_printf (_ ("Number %u is missing"), first);
  /* Translators: of notes. The numbers of the first and the last one that are not there. */
  return g_strdup_printf (_ ("Numbers %1$u to %2$u are missing"), first, last);
}

static char *
name_citation (IbidFinding *finding)
{
  g_autofree char *name = name_reference (ibid_finding_get_passage (finding));
  guint n = ibid_finding_get_first_number (finding);

  if (ibid_finding_get_kind (finding) == IBID_FINDING_CITATION_UNRESOLVED)
    /* Translators: %s is the name of a note, "Note 6"; what its "Ibid." means is not known. */
    return g_strdup_printf (_ ("%s: not resolved"), name);
  /* Translators: the name of a note, "Note 6", and how many works its "Ibid." may mean. */
  return g_strdup_printf (
      ngettext ("%1$s: %2$'u work possible", "%1$s: %2$'u works possible", n), name, n);
}

char *
ibid_finding_text_dup_what (IbidFinding *finding)
{
  IbidItem *item = ibid_finding_get_item (finding);
  guint number = ibid_finding_get_first_number (finding);

  switch (ibid_finding_get_kind (finding)) {
  case IBID_FINDING_MARKER_WITHOUT_NOTE:
    return name_marker (IBID_NOTE (item));
  case IBID_FINDING_NOTE_NEVER_CITED:
  case IBID_FINDING_ENTRY_NEVER_CITED:
  case IBID_FINDING_WORK_UNDATED:
    return name_reference (ibid_finding_get_passage (finding));
  case IBID_FINDING_NUMBER_MISSING:
    return name_missing (finding);
  case IBID_FINDING_NUMBER_DOUBLED:
    /* Translators: two different notes have it. */
    return g_strdup_printf (_ ("Number %u comes twice"), number);
  case IBID_FINDING_NUMBER_OUT_OF_ORDER:
    return g_strdup_printf (_ ("Number %u is out of order"), number);
  case IBID_FINDING_CITATION_UNRESOLVED:
  case IBID_FINDING_CITATION_AMBIGUOUS:
    return name_citation (finding);
  case IBID_FINDING_CLAIM_WITHOUT_SOURCE:
    return g_strdup (ibid_label_claim_kind (ibid_claim_get_kind (IBID_CLAIM (item))));
  default:
    /* Translators: how often a text cites a work. */
    return g_strdup_printf (ngettext ("%'u use", "%'u uses", number), number);
  }
}

/* --- Where --------------------------------------------------------------------------------- */

static IbidPassage *
get_section (IbidDocument *document, IbidPassage *passage)
{
  if (IBID_IS_REFERENCE (passage)) {
    IbidList *notes = ibid_document_get_notes_of_reference (document, IBID_REFERENCE (passage));

    passage = ibid_list_get_length (notes) > 0 ? ibid_note_get_passage (ibid_list_get (notes, 0))
                                               : NULL;
  }
  return IBID_IS_PARAGRAPH (passage) ? ibid_paragraph_get_section (IBID_PARAGRAPH (passage))
                                     : passage;
}

char *
ibid_finding_text_dup_place (IbidDocument *document, IbidFinding *finding)
{
  IbidPassage *section = get_section (document, ibid_finding_get_passage (finding));
  g_autofree char *heading = NULL;

  if (!IBID_IS_SECTION (section))
    return g_strdup ("");
  heading = ibid_passage_dup_slice (section, 0, MAX_PLACE + 1);
  return cut (heading, MAX_PLACE);
}

/* --- Words --------------------------------------------------------------------------------- */

static char *
dup_beginning (IbidPassage *passage, guint start, guint end)
{
  g_autofree char *text = ibid_passage_dup_slice (passage, start, MIN (end, start + MAX_WORDS + 1));

  return cut (text, MAX_WORDS);
}

/* What the marker follows, from the start of the sentence where that is not too far. */
static char *
dup_before_marker (IbidNote *note)
{
  IbidPassage *passage = ibid_note_get_passage (note);
  guint at = ibid_note_get_at (note);
  guint from = at > MAX_BEFORE ? at - MAX_BEFORE : 0;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  const char *words;
  guint start;

  if (passage == NULL)
    return g_strdup ("");
  start = ibid_sentence_start_before (note, MAX_BEFORE);
  text = ibid_passage_dup_slice (passage, start, at);
  line = clean (text);
  /* Where the look back ended, or right behind a blank there, no sentence need begin. */
  if (start > from + 1 || from == 0)
    return g_steal_pointer (&line);
  words = strchr (line, ' ');
  return g_strconcat ("… ", words != NULL && words[1] != '\0' ? words + 1 : line, NULL);
}

static char *
dup_work (IbidDocument *document, IbidFinding *finding)
{
  g_autofree char *label = ibid_label_work (IBID_WORK (ibid_finding_get_item (finding)));

  if (label != NULL)
    return clean (label);
  return dup_beginning (ibid_finding_get_passage (finding),
                        ibid_finding_get_start (finding),
                        ibid_finding_get_end (finding));
}

char *
ibid_finding_text_dup_words (IbidDocument *document, IbidFinding *finding)
{
  IbidItem *item = ibid_finding_get_item (finding);
  IbidPassage *passage = ibid_finding_get_passage (finding);

  if (IBID_IS_NOTE (item))
    return dup_before_marker (IBID_NOTE (item));
  if (IBID_IS_WORK (item))
    return dup_work (document, finding);
  if (IBID_IS_REFERENCE (item))
    return dup_beginning (passage, 0, ibid_passage_get_length (passage));
  return dup_beginning (passage, ibid_finding_get_start (finding), ibid_finding_get_end (finding));
}

/* --- What is not known --------------------------------------------------------------------- */

static gboolean
has_citations (IbidDocument *document)
{
  IbidAnnotations *annotations = ibid_document_get_annotations (document);
  IbidList *references = ibid_document_get_references (document);
  guint n = ibid_list_get_length (references);

  for (guint i = 0; i < n; i++)
    if (ibid_annotations_get_citations (annotations, ibid_list_get (references, i)) != NULL)
      return TRUE;
  return n == 0;
}

char *
ibid_finding_text_dup_omissions (IbidDocument *document)
{
  IbidAnnotations *annotations = ibid_document_get_annotations (document);
  gboolean is_without_works = !has_citations (document);
  gboolean is_without_claims = ibid_annotations_get_claims (annotations) == NULL;

  return g_strconcat (is_without_works ? _ ("The notes have not been searched for works.") : "",
                      is_without_works && is_without_claims ? "\n" : "",
                      is_without_claims ? _ ("This text has not been searched for claims.") : "",
                      NULL);
}
