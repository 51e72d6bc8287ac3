/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "outline.h"

#include <string.h>

/* Markers of real texts, labelled by hand from reading them: the words right before each, and its
 * label. */
typedef struct {
  const char *before;
  const char *label;
} Marker;

typedef struct {
  const char *file;
  const char *title;
  guint n_references;
  Marker markers[16];
} Case;

static const Case cases[] = {
    {"pep-0231.txt",
     "__findattr__()",
     8,
     {{"through the special methods __getattr__() and __setattr__()", "1"},
      {"e.g. strict Java Bean-like", "2"},
      {"and Zope style acquisitions", "3"},
      {"including a C extension called ExtensionClass", "5"},
      {"or \"Don Beaudry Hack\"", "6"},
      {"the difference between built-in types and classes", "7"},
      {"PEP 213", "9"}}},
    {"pep-0249.txt",
     "Python Database API Specification v2.0",
     9,
     {{"parameters which are database dependent.", "1"},
      {"expected by the interface. Possible values are", "2"},
      {"not all databases provide transaction support.", "3"},
      {"to the extent needed by this specification.", "4"},
      {"for DML statements like 'update' or 'insert').", "9"},
      {"operation is cannot be determined by the interface.", "7"},
      {"since not all databases provide stored procedures.", "3"},
      {"the module's paramstyle attribute for details).", "5"},
      {"or None when no more data is available.", "6"},
      {"not all databases support multiple result sets.", "3"},
      {"cursors compatible to the iteration protocol", "8"}}},
    {"pep-0255.txt",
     "Simple Generators",
     9,
     {{"would be to make tokenize an iterator", "1"},
      {"A final option is to use the Stackless", "2"},
      {"A final option is to use the Stackless", "3"},
      {"notably iterators in Sather", "4"},
      {"inspired by iterators in CLU; and generators in Icon", "5"},
      {"a Python generator is a kind of Python iterator", "1"},
      {"is a new keyword, so a future statement", "8"},
      {"near the top (see PEP 236", "8"},
      {"this conforms to the iterator protocol", "6"},
      {"is part of Python's CVS development tree", "9"},
      {"an earlier patch by Neil Schemenauer", "7"}}},
    {"pep-0331.txt",
     "Locale-Independent Float/String Conversions",
     11,
     {{"used by the Python parser and related code", "2"},
      {"James Henstridge, the author of PyGTK", "3"},
      {"this PEP is related to the GtkSpinButton", "4"},
      {"reported as a problem in the GTK+ libraries", "5"},
      {"functions (for an example, see", "6"},
      {"submitted a PSF Contributor Agreement", "7"},
      {"submitted a PSF Contributor Agreement on 2003-08-20", "8"},
      {"Tim Peters has pointed out", "9"},
      {"attached to Sourceforge.net bug 774665", "10"},
      {"The final patch", "11"}}},
};

static void
check_marker (IbidNote *note, const Marker *marker)
{
  IbidReference *reference = ibid_note_get_reference (note);
  guint at = ibid_note_get_at (note);
  guint length = (guint)g_utf8_strlen (marker->before, -1);
  g_autofree char *before = NULL;

  g_assert_cmpuint (at, >=, length);
  before = ibid_passage_dup_slice (ibid_note_get_passage (note), at - length, at);
  g_assert_cmpstr (before, ==, marker->before);
  g_assert_cmpstr (ibid_note_get_label (note), ==, marker->label);
  g_assert_nonnull (reference);
  g_assert_cmpstr (ibid_reference_get_label (reference), ==, marker->label);
}

static void
test_file (const Case *item)
{
  g_autofree char *path = g_build_filename (IBID_TEST_CORPUS, "text", item->file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (IbidDocument) document = NULL;
  IbidList *notes;
  guint n_markers = 0;
  gsize size;

  if (!g_file_get_contents (path, &text, &size, NULL)) {
    g_test_skip_printf ("%s is not there", path);
    return;
  }
  document = outline_import (text, size, NULL);
  g_assert_cmpstr (ibid_document_get_title (document), ==, item->title);
  g_assert_cmpuint (
      ibid_list_get_length (ibid_document_get_references (document)), ==, item->n_references);
  notes = ibid_document_get_notes (document);
  while (n_markers < G_N_ELEMENTS (item->markers) && item->markers[n_markers].before != NULL)
    n_markers++;
  for (guint i = 0; i < MIN (n_markers, ibid_list_get_length (notes)); i++)
    check_marker (ibid_list_get (notes, i), &item->markers[i]);
  g_assert_cmpuint (ibid_list_get_length (notes), ==, n_markers);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/formats/plain-text/corpus/", cases[i].file, NULL);

    g_test_add_data_func (path, &cases[i], (GTestDataFunc)test_file);
  }
  return g_test_run ();
}
