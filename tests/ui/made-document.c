/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "made-document.h"

IbidSection *
made_section (IbidBody *body, const char *id, const char *heading)
{
  g_autoptr (IbidSection) section = ibid_section_new (id, 1);

  ibid_passage_take_text (IBID_PASSAGE (section), g_strdup (heading));
  ibid_body_add_section (body, section);
  return section;
}

IbidParagraph *
made_paragraph (IbidSection *section, const char *id, IbidParagraphStyle style, const char *text)
{
  g_autoptr (IbidParagraph) paragraph = ibid_paragraph_new (id, style);

  ibid_passage_take_text (IBID_PASSAGE (paragraph), g_strdup (text));
  ibid_section_add_paragraph (section, paragraph);
  return paragraph;
}

IbidReference *
made_reference (IbidBody *body, const char *id, const char *label, const char *text)
{
  IbidReferenceKind kind = label != NULL ? IBID_REFERENCE_FOOTNOTE : IBID_REFERENCE_BIBLIOGRAPHY;
  g_autoptr (IbidReference) reference = ibid_reference_new (id, kind, label);

  ibid_passage_take_text (IBID_PASSAGE (reference), g_strdup (text));
  ibid_body_add_reference (body, reference);
  return reference;
}

IbidNote *
made_note (gpointer passage, guint at, guint length, const char *label, IbidReference *reference)
{
  g_autoptr (IbidNote) note = ibid_note_new (at, label);

  ibid_note_set_length (note, length);
  if (reference != NULL)
    ibid_note_set_reference (note, reference);
  ibid_passage_add_note (passage, note);
  return note;
}

void
made_span (gpointer passage, guint start, guint end, IbidSpanStyle style, const char *href)
{
  ibid_passage_add_span (passage, (IbidSpan){start, end, style, g_strdup (href), NULL});
}

IbidWork *
made_work (IbidList *works, const char *id, const char *title)
{
  JsonObject *fields = json_object_new ();
  g_autoptr (IbidWork) work = NULL;

  json_object_set_string_member (fields, "type", "book");
  json_object_set_string_member (fields, "title", title);
  work = ibid_work_new (id, fields);
  json_object_unref (fields);
  ibid_list_add (works, work);
  return work;
}

void
made_citations (IbidAnnotations *annotations,
                IbidReference *reference,
                IbidReference *antecedent,
                ...)
{
  g_autoptr (IbidList) citations = ibid_list_new (IBID_TYPE_CITATION);
  IbidVia via = antecedent != NULL ? IBID_VIA_IBID : IBID_VIA_FULL;
  guint length = ibid_passage_get_length (IBID_PASSAGE (reference));
  IbidWork *work;
  va_list arguments;

  va_start (arguments, antecedent);
  while ((work = va_arg (arguments, IbidWork *)) != NULL) {
    g_autoptr (IbidCitation) citation = ibid_citation_new (reference, 0, length, via);
    const char *locator = va_arg (arguments, const char *);

    ibid_citation_set_work (citation, work);
    if (locator != NULL)
      ibid_citation_set_locator (citation, locator);
    if (antecedent != NULL)
      ibid_citation_set_antecedent (citation, antecedent);
    ibid_list_add (citations, citation);
  }
  va_end (arguments);
  ibid_annotations_set_citations (annotations, reference, citations);
}

IbidClaim *
made_claim (IbidList *claims,
            const char *id,
            IbidParagraph *paragraph,
            guint start,
            guint end,
            IbidReference *reference)
{
  g_autoptr (IbidClaim)
      claim = ibid_claim_new (id, paragraph, start, end, IBID_CLAIM_INTERPRETATION);

  if (reference != NULL)
    ibid_claim_add_reference (claim, reference);
  ibid_list_add (claims, claim);
  return claim;
}
