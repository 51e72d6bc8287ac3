/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-note-resolver.h"
#include "model/ibid-enums.h"
#include "model/ibid-note.h"

#include <string.h>

/* Drafts are written down a line for each block: "# heading", "- item", "3. item", "---" for a
 * rule, "<notes key" and ">" around blocks, anything else a paragraph. In it {#key} is an id,
 * {key text} a link, {!key text} one that the markup calls a marker, {=key text} a citation,
 * {~key text} a link back, ^text^ is raised, | is a line break. */
typedef struct {
  const char *name;
  const char *draft;
  const char *expected; /* "{label reference found}" where markers stand; then the references */
} Case;

/* --- Writing ------------------------------------------------------------------------------- */

static void
write_link (IbidDraft *draft, const char *text, gsize length)
{
  g_autofree char *link = g_strndup (text, length);
  char *words = strchr (link, ' ');
  IbidDraftLinkKind kind = IBID_DRAFT_LINK_PLAIN;

  if (*link == '#') {
    ibid_draft_add_anchor (draft, link + 1);
    return;
  }
  g_assert_nonnull (words);
  *words++ = '\0';
  if (*link == '!')
    kind = IBID_DRAFT_LINK_NOTE;
  else if (*link == '=')
    kind = IBID_DRAFT_LINK_CITATION;
  else if (*link == '~')
    kind = IBID_DRAFT_LINK_BACK;
  ibid_draft_open_link (draft, link + (kind != IBID_DRAFT_LINK_PLAIN ? 1 : 0), kind);
  ibid_draft_add_text (draft, words, -1);
  ibid_draft_close_link (draft);
}

static void
write_text (IbidDraft *draft, const char *text)
{
  gboolean is_raised = FALSE;

  while (*text != '\0') {
    gsize n = strcspn (text, "{^|");

    ibid_draft_add_text (draft, text, (gssize)n);
    text += n;
    if (*text == '{') {
      n = strcspn (text, "}");
      write_link (draft, text + 1, n - 1);
      text += n + 1;
    } else if (*text == '^') {
      if (is_raised)
        ibid_draft_close_span (draft);
      else
        ibid_draft_open_span (draft, IBID_SPAN_SUPERSCRIPT, NULL);
      is_raised = !is_raised;
      text++;
    } else if (*text == '|') {
      ibid_draft_add_break (draft);
      text++;
    }
  }
  ibid_draft_end_block (draft);
}

static void
open_container (IbidDraft *draft, const char *line)
{
  static const char *const kinds[] = {
      "div", "file", "item", "aside", "notes", "works", "note"}; /* as IbidDraftContainerKind */
  g_auto (GStrv) words = g_strsplit (line + 1, " ", 2);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (words[0], kinds[i])) {
      ibid_draft_open_container (draft, (IbidDraftContainerKind)i, words[1]);
      return;
    }
  g_assert_not_reached ();
}

static void
write_line (IbidDraft *draft, const char *line)
{
  gsize n_digits = strspn (line, "0123456789");
  gsize level = strspn (line, "#");

  if (*line == '<') {
    open_container (draft, line);
  } else if (g_str_equal (line, ">")) {
    ibid_draft_close_container (draft);
  } else if (g_str_equal (line, "---")) {
    ibid_draft_add_rule (draft);
  } else if (level > 0) {
    ibid_draft_begin_heading (draft, (guint)level);
    write_text (draft, line + level + 1);
  } else if (g_str_has_prefix (line, "- ")) {
    ibid_draft_begin_item (draft, 0, -1);
    write_text (draft, line + 2);
  } else if (n_digits > 0 && g_str_has_prefix (line + n_digits, ". ")) {
    ibid_draft_begin_item (draft, 0, atoi (line));
    write_text (draft, line + n_digits + 2);
  } else {
    ibid_draft_begin_paragraph (draft, IBID_PARAGRAPH_BODY);
    write_text (draft, *line == '\\' ? line + 1 : line);
  }
}

static IbidDraft *
write_draft (const char *text)
{
  IbidDraft *draft = ibid_draft_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      write_line (draft, lines[i]);
  ibid_draft_finish (draft);
  return draft;
}

/* --- Reading ------------------------------------------------------------------------------- */

static void
append_text (GString *out, const char *start, const char *end)
{
  for (; start < end; start++)
    g_string_append_c (out, *start == '\n' ? '|' : *start);
}

static void
append_passage (GString *out, IbidPassage *passage)
{
  const char *text = ibid_passage_get_text (passage);
  const char *p = text;
  IbidList *notes = ibid_passage_get_notes (passage);

  for (guint i = 0; i < ibid_list_get_length (notes); i++) {
    IbidNote *note = ibid_list_get (notes, i);
    const char *stop = g_utf8_offset_to_pointer (text, ibid_note_get_at (note));
    IbidReference *reference = ibid_note_get_reference (note);

    append_text (out, p, stop);
    g_string_append_printf (out,
                            "{%s %s %s}",
                            ibid_note_get_label (note),
                            reference != NULL ? ibid_item_get_id (IBID_ITEM (reference)) : "-",
                            ibid_enum_get_nick (IBID_TYPE_FOUND, (int)ibid_note_get_found (note)));
    p = stop;
  }
  append_text (out, p, p + strlen (p));
  g_string_append_c (out, '\n');
}

static char *
outline (IbidBody *body)
{
  GString *out = g_string_new (NULL);
  IbidList *sections = ibid_body_get_sections (body);
  IbidList *references = ibid_body_get_references (body);

  for (guint i = 0; i < ibid_list_get_length (sections); i++) {
    IbidSection *section = ibid_list_get (sections, i);
    IbidList *paragraphs = ibid_section_get_paragraphs (section);

    if (ibid_passage_get_length (IBID_PASSAGE (section)) > 0) {
      g_string_append (out, "# ");
      append_passage (out, IBID_PASSAGE (section));
    }
    for (guint j = 0; j < ibid_list_get_length (paragraphs); j++)
      append_passage (out, ibid_list_get (paragraphs, j));
  }
  for (guint i = 0; i < ibid_list_get_length (references); i++) {
    IbidReference *reference = ibid_list_get (references, i);
    const char *label = ibid_reference_get_label (reference);

    g_string_append_printf (
        out,
        "%s %s: ",
        ibid_enum_get_nick (IBID_TYPE_REFERENCE_KIND, (int)ibid_reference_get_kind (reference)),
        label != NULL ? label : "-");
    append_passage (out, IBID_PASSAGE (reference));
  }
  return g_string_free (out, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (IbidDraft) draft = write_draft (test->draft);
  g_autoptr (IbidBody) body = ibid_body_new ();
  const IbidImportOptions options = {NULL};
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  ibid_body_set_language (body, "en");
  ibid_note_resolver_run (draft, IBID_NOTE_ORDER_PRINTED, body, &options, NULL, &error);
  g_assert_no_error (error);
  found = outline (body);
  g_assert_cmpstr (found, ==, test->expected);
}

/* --- Cases --------------------------------------------------------------------------------- */

static const Case cases[] = {
    /* Typed links */
    {"typed",
     "One{!n1 1} two{!n2 *}.\nMore.\n<notes\n1. {#n1}First. {~m1 ↩}\n2. {#n2}Second.\n>\n",
     "One{1 r1 markup} two{* r2 markup}.\nMore.\nendnote 1: First.\nendnote *: Second.\n"},
    {"typed-without-note", "One{!n1 1} two.\n", "One{1 - markup} two.\n"},
    {"typed-back-is-no-marker",
     "Text {#m}here.\nMore text{~m [1]} there.\n",
     "Text here.\nMore text[1] there.\n"},
    {"typed-entry-without-marker",
     "One{!n1 1} two.\n<notes\n<item\n1. {#n1}First.\n>\n<item\n2. Second.\n>\n>\n",
     "One{1 r1 markup} two.\nendnote 1: First.\nendnote 2: Second.\n"},
    {"citation-in-words",
     "As (^x^ {=b Smith 2010, 12}) says.\n# References\n<works\n<item b\nSmith. 2010. A "
     "Book.\n>\n>\n",
     "As (x Smith 2010, 12{Smith 2010, 12 r1 markup}) says.\n"
     "bibliography -: Smith. 2010. A Book.\n"},

    /* Links that lead to each other */
    {"mutual",
     "One{#m1}{n1 1} two.\nText.\n---\n{#n1}{m1 1} First note.\n",
     "One{1 r1 links} two.\nText.\nendnote 1: First note.\n"},
    {"mutual-at-the-end",
     "One{#m1}{n1 1} two.\nText.\n---\n{#n1}First note. {m1 ↩}\n",
     "One{1 r1 links} two.\nText.\nendnote 1: First note.\n"},
    {"mutual-with-the-paragraph",
     "{#p}One {n1 1} two.\nText.\n---\n{#n1}First note. {p back}\n",
     "One{1 r1 links} two.\nText.\nendnote 1: First note.\n"},
    {"mutual-words",
     "They broke {#m}{n the old treaty} at once.\nText.\n---\n{#n}Of 1648. {m ↩}\n",
     "They broke the old treaty{the old treaty r1 links} at once.\nText.\nendnote -: Of "
     "1648.\n"},
    {"contents-and-headings-lead-to-each-other",
     "{#c1}{h1 1}\n{#c2}{h2 2}\n# {#h1}{c1 One}\nText.\n# {#h2}{c2 Two}\nText.\n",
     "1\n2\n# One\nText.\n# Two\nText.\n"},
    {"note-within-note",
     "One{#m1}{n1 1} two.\n---\n{#n1}{m1 1} See{#m2}{n2 2} there.\n{#n2}{m2 2} Second.\n",
     "One{1 r1 links} two.\nendnote 1: See{2 r2 links} there.\nendnote 2: Second.\n"},

    /* Shape and place */
    {"raised",
     "One^{n1 1}^ two^{n2 a}^.\nText.\n---\n{#n1}1. First.\n{#n2}a. Second.\n",
     "One{1 r1 shape} two{a r2 shape}.\nText.\nendnote 1: First.\nendnote a: Second.\n"},
    {"brackets-outside-the-link",
     "One [{n1 1}] two.\n# Notes\n{#n1}First.\n",
     "One{1 r1 shape} two.\nendnote 1: First.\n"},
    {"bare-under-a-heading",
     "One {n1 1} two.\n# Notes\n{#n1}1. First.\n",
     "One{1 r1 shape} two.\nendnote 1: First.\n"},
    {"bare-without-place",
     "See equation {n1 1} there.\nText.\n{#n1}Exercise 1. Prove it.\n",
     "See equation 1 there.\nText.\nExercise 1. Prove it.\n"},
    {"heading-is-no-note",
     "See [{h 1}] there.\n# {#h}One\nText.\n",
     "See [1] there.\n# One\nText.\n"},
    {"list-of-links-is-no-marker",
     "[{a 1}] [{b 2}] [{c 3}]\n{#a}1. One.\n{#b}2. Two.\n{#c}3. Three.\n",
     "[1] [2] [3]\n1. One.\n2. Two.\n3. Three.\n"},
    {"year-is-no-marker",
     "In [{n 1914}] war.\n# Notes\n{#n}1914 was a year.\n",
     "In [1914] war.\n# Notes\n1914 was a year.\n"},
    {"ahead-of-the-link-is-no-note",
     "{#v}1 In the beginning.\nSee [{v 1}] there.\n",
     "1 In the beginning.\nSee [1] there.\n"},
    {"row-of-markers",
     "One ^{n1 1}, {n2 2}^ two.\n# Notes\n{#n1}1. First.\n{#n2}2. Second.\n",
     "One{1 r1 shape}{2 r2 shape} two.\nendnote 1: First.\nendnote 2: Second.\n"},
    {"range-of-markers",
     "One [{n1 1}–{n3 3}] two.\n# Notes\n{#n1}[1] First.\n[2] Second.\n{#n3}[3] Third.\n",
     "One{1 r1 shape}{2 r2 shape}{3 r3 shape} two.\n"
     "endnote 1: First.\nendnote 2: Second.\nendnote 3: Third.\n"},
    {"cited-twice",
     "One [{n 1}] two [{n 1}].\n# Notes\n{#n}[1] First.\n",
     "One{1 r1 shape} two{1 r1 shape}.\nendnote 1: First.\n"},
    {"cited-again-behind-the-note",
     "One^{n 1}^ two.\n{#n}1. First.\nText.\nThree^{n 1}^ four, see {n 1} above.\n",
     "One{1 r1 shape} two.\nText.\nThree{1 r1 shape} four, see 1 above.\nfootnote 1: First.\n"},
    {"letters-of-links-back-are-no-number",
     "One{#a}{!n [1]} two{#b}{!n [1]}.\n# Notes\n<item n\n1. ↑ {~a a} {~b b} First.\n>\n",
     "One{1 r1 markup} two{1 r1 markup}.\nendnote 1: First.\n"},
    {"leads-nowhere", "One^{n 7}^ two.\n", "One{7 - shape} two.\n"},

    /* Where the id stands */
    {"id-behind-the-number",
     "One^{n 1}^ two.\n# Notes\n1. {#n}First.\n>\n",
     "One{1 r1 shape} two.\nendnote 1: First.\n"},
    {"id-within-the-bracket",
     "One [{n 1}] two.\n# Notes\n[{#n}1] First.\n",
     "One{1 r1 shape} two.\nendnote 1: First.\n"},
    {"id-behind-the-text",
     "One{#m}{n [1]} two.\n# Notes\n[1] First. {#n}{m ↩}\n",
     "One{1 r1 links} two.\nendnote 1: First.\n"},
    {"id-of-two-elements",
     "One{#n}{n [1]} two.\nText.\n# Notes\n{#n}[1] First.\n",
     "One{1 r1 shape} two.\nText.\nendnote 1: First.\n"},
    {"id-of-the-block",
     "One{n [1]} two.\n# Notes\n<item n\nFirst.\nMore of it.\n>\n",
     "One{1 r1 shape} two.\nendnote 1: First.|More of it.\n"},
    {"ids-parted-by-breaks",
     "One{a [1]} two{b [2]}.\n---\n{#a}^1^ First.|{#b}^2^ Second.\n",
     "One{1 r1 shape} two{2 r2 shape}.\nendnote 1: First.\nendnote 2: Second.\n"},
    {"ids-on-one-line",
     "One{a [1]} two{b [2]}.\n---\n{#a}[1] First. {#b}[2] Second.\n",
     "One{1 r1 shape} two{2 r2 shape}.\nendnote 1: First.\nendnote 2: Second.\n"},

    /* Extent */
    {"several-paragraphs",
     "One{a [1]} two{b [2]}.\n# Notes\n{#a}[1] First.\nMore.\n{#b}[2] Second.\nMore.\n# "
     "End\nText.\n",
     "One{1 r1 shape} two{2 r2 shape}.\n# End\nText.\nendnote 1: First.|More.\n"
     "endnote 2: Second.|More.\n"},
    {"what-follows-the-list-is-text",
     "One{a [1]} two{b [2]}.\n---\n{#a}[1] First.\n{#b}[2] Second.\nWritten in May.\n",
     "One{1 r1 shape} two{2 r2 shape}.\nWritten in May.\nendnote 1: First.\nendnote 2: Second.\n"},
    {"number-on-its-own",
     "One{a [1]} two.\n# Notes\n<div\n<item a\n[1]\n>\n<item\nFirst.\n>\n>\n",
     "One{1 r1 shape} two.\nendnote 1: First.\n"},
    {"heading-that-is-a-number",
     "One{a [1]} two{b [2]}.\n# Footnotes\n## {#a}(1)\nFirst.\n## {#b}(2)\nSecond.\n",
     "One{1 r1 shape} two{2 r2 shape}.\nendnote 1: First.\nendnote 2: Second.\n"},
    {"below-the-paragraph",
     "One{a [1]} two.\n<div\n{#a}[1] First.\n>\nText.\nThree{b [2]} four.\n<div\n{#b}[2] "
     "Second.\n>\n"
     "Text.\n",
     "One{1 r1 shape} two.\nText.\nThree{2 r2 shape} four.\nText.\nfootnote 1: First.\n"
     "footnote 2: Second.\n"},
    {"in-another-file",
     "<file one\nOne{a [1]} two.\nText.\n>\n<file two\n# Notes\n{#a}[1] First.\n>\n<file three\n"
     "# End\nAfterword.\n>\n",
     "One{1 r1 shape} two.\nText.\n# End\nAfterword.\nendnote 1: First.\n"},
    {"numbers-left-out",
     "One{a [1]} two{b [3]}.\n# Notes\n{#a}[1] First.\n[2] Second.\n{#b}[3] Third.\n",
     "One{1 r1 shape} two{3 r3 shape}.\nendnote 1: First.\nendnote 2: Second.\nendnote 3: "
     "Third.\n"},

    /* Numbers in order */
    {"order-raised",
     "One^1^ two^2^.\nText.\n---\n^1^ First.\n^2^ Second.\n",
     "One{1 r1 order} two{2 r2 order}.\nText.\nendnote 1: First.\nendnote 2: Second.\n"},
    {"order-brackets",
     "One [1, 2] two.\nText.\n[1] First.\n[2] Second.\n",
     "One{1 r1 order}{2 r2 order} two.\nText.\nendnote 1: First.\nendnote 2: Second.\n"},
    {"order-characters",
     "One¹ two².\nText.\n# Notes\n1. First.\n2. Second.\n",
     "One{1 r1 order} two{2 r2 order}.\nText.\nendnote 1: First.\nendnote 2: Second.\n"},
    {"order-by-chapters",
     "# A\nOne^1^ two^2^.\n# Notes\n1. First.\n2. Second.\n# B\nThree^1^.\n# Notes\n1. Third.\n",
     "# A\nOne{1 r1 order} two{2 r2 order}.\n# B\nThree{1 r3 order}.\nendnote 1: First.\n"
     "endnote 2: Second.\nendnote 1: Third.\n"},
    {"order-all-chapters-at-the-end",
     "# A\nOne^1^ two^2^.\n# B\nThree^1^.\n# Notes\n## A\n1. First.\n2. Second.\n## B\n1. Third.\n",
     "# A\nOne{1 r1 order} two{2 r2 order}.\n# B\nThree{1 r3 order}.\nendnote 1: First.\n"
     "endnote 2: Second.\nendnote 1: Third.\n"},
    {"order-asides",
     "One^1^ two.\n<aside\n1. First.\n>\nThree^2^ four.\n<aside\n2. Second.\n>\n",
     "One{1 r1 order} two.\nThree{2 r2 order} four.\nfootnote 1: First.\nfootnote 2: Second.\n"},
    {"order-asterisk",
     "One* two.\n* First.\nThree* four.\n* Second.\nText.\n",
     "One{* r1 order} two.\nThree{* r2 order} four.\nText.\nfootnote *: First.\n"
     "footnote *: Second.\n"},
    {"order-lost-link",
     "One^{gone 1}^ two.\nText.\n# Notes\n1. First.\n",
     "One{1 r1 order} two.\nText.\nendnote 1: First.\n"},
    {"order-missing-note",
     "One [1, 9] two [2].\nText.\n[1] First.\n[2] Second.\n",
     "One{1 r1 order}{9 - order} two{2 r2 order}.\nText.\nendnote 1: First.\nendnote 2: Second.\n"},
    {"powers-and-indexes",
     "An area of 5 m^2^ and list_a[1], x[2].\nText.\n1. First.\n2. Second.\n",
     "An area of 5 m2 and list_a[1], x[2].\nText.\nFirst.\nSecond.\n"},
    {"list-of-steps",
     "Do so^1^ now:\n1. First.\n2. Second.\nThat is all.\n",
     "Do so1 now:\nFirst.\nSecond.\nThat is all.\n"},
};

/* Nothing is looked at again for every marker. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (IbidDraft) draft = NULL;
  g_autoptr (IbidBody) body = ibid_body_new ();
  const IbidImportOptions options = {NULL};
  g_autoptr (GError) error = NULL;
  double seconds;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "a{#m%u}{n%u 1} ^1^ [2] b* ", i, i);
  g_string_append (text, "\n# Notes\n");
  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "{#n%u}{m%u 1} note|", i, i);
  draft = write_draft (text->str);
  ibid_body_set_language (body, "en");
  g_test_timer_start ();
  ibid_note_resolver_run (draft, IBID_NOTE_ORDER_USED, body, &options, NULL, &error);
  seconds = g_test_timer_elapsed ();
  g_assert_no_error (error);
  g_assert_cmpuint (ibid_list_get_length (ibid_body_get_references (body)), ==, 50000);
  g_test_message ("%.2f s", seconds);
  g_assert_cmpfloat (seconds, <, 20.0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/formats/note-resolver/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/formats/note-resolver/many", test_many);
  return g_test_run ();
}
