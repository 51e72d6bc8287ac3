/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-docx-notes.h"

#include "formats/ibid-docx-styles.h"
#include "formats/ibid-office-numbers.h"
#include "formats/ibid-office-symbols.h"

#include <string.h>

#define MAX_LABEL_BYTES 64u

typedef enum {
  FOOTNOTES,
  ENDNOTES,
  N_KINDS,
} Kind;

/* How notes of a kind are counted in a section. */
typedef struct {
  IbidOfficeNumberFormat format;
  int start;
  gboolean restarts;
} Counting;

typedef struct {
  char *label;
  gboolean is_own_mark;
} Marked;

typedef struct {
  char *key;
  gboolean is_alone;
} Bookmark;

/* A bookmark whose end has not come yet. */
typedef struct {
  char *name;
  char *key;      /* NULL until its marker comes */
  guint n_before; /* things that stood before it */
} OpenBookmark;

struct _IbidDocxNotes {
  GHashTable *marked;    /* key to Marked */
  GHashTable *deleted;   /* keys */
  GHashTable *bookmarks; /* name to Bookmark */
  Counting defaults[N_KINDS];
};

/* The walk. */
typedef struct {
  IbidDocxNotes *notes;
  GPtrArray *sections; /* w:sectPr, in order */
  guint section;
  Counting counting[N_KINDS];
  int counts[N_KINDS]; /* of the next note */
  GHashTable *open;    /* id of a bookmark, borrowed, to OpenBookmark */
  GPtrArray *waiting;  /* ids, borrowed, of those without a marker so far */
  guint n_texts;
} Walk;

static void
free_marked (gpointer data)
{
  g_free (((Marked *)data)->label);
  g_free (data);
}

static void
free_bookmark (gpointer data)
{
  g_free (((Bookmark *)data)->key);
  g_free (data);
}

static void
free_open_bookmark (gpointer data)
{
  OpenBookmark *open = data;

  g_free (open->name);
  g_free (open->key);
  g_free (open);
}

void
ibid_docx_notes_free (IbidDocxNotes *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->marked);
  g_hash_table_unref (self->deleted);
  g_hash_table_unref (self->bookmarks);
  g_free (self);
}

/* --- Markers ------------------------------------------------------------------------------- */

static gboolean
is_marker (const xmlNode *node)
{
  return ibid_xml_is (node, "footnoteReference") || ibid_xml_is (node, "endnoteReference");
}

char *
ibid_docx_notes_dup_key (const xmlNode *node)
{
  const char *id = ibid_xml_get_attribute (node, "id");

  return g_strdup_printf ("%c%s", node->name[0] == 'f' ? 'f' : 'e', id != NULL ? id : "");
}

gboolean
ibid_docx_notes_is_own_mark (const xmlNode *marker)
{
  const char *value = ibid_xml_get_attribute (marker, "customMarkFollows");

  return value != NULL && strcmp (value, "0") != 0 && strcmp (value, "false") != 0 &&
         strcmp (value, "off") != 0;
}

/* The sign behind a marker that brings its own. */
static char *
dup_own_mark (const xmlNode *marker)
{
  GString *text = g_string_new (NULL);

  for (const xmlNode *node = marker->next; node != NULL && text->len < MAX_LABEL_BYTES;
       node = node->next) {
    if (ibid_xml_is (node, "t")) {
      g_autofree char *part = ibid_xml_dup_text (node);

      g_string_append (text, part);
    } else if (ibid_xml_is (node, "sym")) {
      ibid_office_symbols_append (
          text, ibid_xml_get_attribute (node, "font"), ibid_xml_get_attribute (node, "char"));
    }
  }
  g_strstrip (text->str);
  if (*text->str == '\0')
    g_string_assign (text, "*");
  return g_string_free (text, FALSE);
}

static void
add_marker (Walk *walk, const xmlNode *node)
{
  Kind kind = node->name[0] == 'f' ? FOOTNOTES : ENDNOTES;
  g_autofree char *key = ibid_docx_notes_dup_key (node);

  for (guint i = 0; i < walk->waiting->len; i++) {
    OpenBookmark *open = g_hash_table_lookup (walk->open, g_ptr_array_index (walk->waiting, i));

    if (open != NULL && open->key == NULL)
      open->key = g_strdup (key);
  }
  g_ptr_array_set_size (walk->waiting, 0);
  if (!g_hash_table_contains (walk->notes->marked, key)) {
    Marked *marked = g_new0 (Marked, 1);

    marked->is_own_mark = ibid_docx_notes_is_own_mark (node);
    if (marked->is_own_mark)
      marked->label = dup_own_mark (node);
    else
      marked->label = ibid_office_number_format (walk->counting[kind].format, walk->counts[kind]++);
    g_hash_table_insert (walk->notes->marked, g_steal_pointer (&key), marked);
  }
}

static void
add_deleted (Walk *walk, const xmlNode *root)
{
  for (const xmlNode *node = ibid_xml_next (root, root, TRUE); node != NULL;
       node = ibid_xml_next (root, node, TRUE))
    if (is_marker (node))
      g_hash_table_add (walk->notes->deleted, ibid_docx_notes_dup_key (node));
}

/* --- Sections ------------------------------------------------------------------------------ */

static void
read_counting (Counting *counting, const xmlNode *properties, Kind kind)
{
  const xmlNode *node = ibid_xml_find_child (properties,
                                             kind == FOOTNOTES ? "footnotePr" : "endnotePr");
  const char *format = ibid_xml_get_attribute (ibid_xml_find_child (node, "numFmt"), "val");
  const char *restart = ibid_xml_get_attribute (ibid_xml_find_child (node, "numRestart"), "val");

  if (format != NULL)
    counting->format = ibid_office_number_format_from_word (format);
  if (restart != NULL)
    counting->restarts = strcmp (restart, "eachSect") == 0;
  counting->start = MAX (
      ibid_docx_get_number (ibid_xml_find_child (node, "numStart"), counting->start), 0);
}

/* Old properties, kept for the record, are no sections. */
static gboolean
is_change_record (const xmlNode *node)
{
  return g_str_has_suffix ((const char *)node->name, "PrChange");
}

/* The properties of sections stand in their last paragraphs, and behind all. */
static void
find_sections (GPtrArray *sections, const xmlNode *parent)
{
  for (xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL; node = node->next) {
    xmlNode *properties = ibid_xml_is (node, "p") ? ibid_xml_find_child (node, "pPr") : NULL;
    xmlNode *section = ibid_xml_is (node, "sectPr") ? node
                                                    : ibid_xml_find_child (properties, "sectPr");

    if (section != NULL)
      g_ptr_array_add (sections, section);
    else if (ibid_xml_is (node, "sdt") || ibid_xml_is (node, "sdtContent"))
      find_sections (sections, node);
  }
}

static void
begin_section (Walk *walk)
{
  for (Kind kind = FOOTNOTES; kind < N_KINDS; kind++) {
    walk->counting[kind] = walk->notes->defaults[kind];
    if (walk->section < walk->sections->len)
      read_counting (
          &walk->counting[kind], g_ptr_array_index (walk->sections, walk->section), kind);
    if (walk->section == 0 || walk->counting[kind].restarts)
      walk->counts[kind] = walk->counting[kind].start;
  }
}

/* --- Bookmarks ----------------------------------------------------------------------------- */

static void
begin_bookmark (Walk *walk, const xmlNode *node)
{
  const char *id = ibid_xml_get_attribute (node, "id");
  const char *name = ibid_xml_get_attribute (node, "name");
  OpenBookmark *open;

  if (id == NULL || name == NULL || g_hash_table_contains (walk->open, id))
    return;
  open = g_new0 (OpenBookmark, 1);
  open->name = g_strdup (name);
  open->n_before = walk->n_texts;
  g_hash_table_insert (walk->open, (char *)id, open);
  g_ptr_array_add (walk->waiting, (char *)id);
}

static void
end_bookmark (Walk *walk, const xmlNode *node)
{
  const char *id = ibid_xml_get_attribute (node, "id");
  OpenBookmark *open = id != NULL ? g_hash_table_lookup (walk->open, id) : NULL;
  Bookmark *bookmark;

  if (open == NULL)
    return;
  if (open->key != NULL) {
    bookmark = g_new0 (Bookmark, 1);
    bookmark->key = g_steal_pointer (&open->key);
    bookmark->is_alone = open->n_before == walk->n_texts;
    g_hash_table_replace (walk->notes->bookmarks, g_steal_pointer (&open->name), bookmark);
  }
  g_hash_table_remove (walk->open, id);
}

/* --- The walk ------------------------------------------------------------------------------ */

/* Returns whether what is inside counts, too. */
static gboolean
visit (Walk *walk, const xmlNode *node)
{
  if (is_change_record (node))
    return FALSE;
  if (ibid_xml_is (node, "del") || ibid_xml_is (node, "moveFrom")) {
    add_deleted (walk, node);
    return FALSE;
  }
  if (ibid_xml_is (node, "Fallback"))
    return ibid_xml_find_child (node->parent, "Choice") == NULL;
  if (is_marker (node))
    add_marker (walk, node);
  else if (ibid_xml_is (node, "bookmarkStart"))
    begin_bookmark (walk, node);
  else if (ibid_xml_is (node, "bookmarkEnd"))
    end_bookmark (walk, node);
  else if (ibid_xml_is (node, "t"))
    walk->n_texts++;
  return TRUE;
}

/* The format of a section is said at its end: in its last paragraph, whose markers are still its
 * own, so it ends with that paragraph. */
static void
walk_document (Walk *walk, const xmlNode *root)
{
  const xmlNode *node = ibid_xml_next (root, root, TRUE);
  const xmlNode *behind = NULL; /* a section that ends */
  gboolean is_ending = FALSE;

  begin_section (walk);
  while (node != NULL) {
    gboolean is_inside = visit (walk, node);

    if (walk->section < walk->sections->len &&
        node == g_ptr_array_index (walk->sections, walk->section)) {
      gboolean is_in_paragraph = ibid_xml_is (node->parent, "pPr");

      behind = ibid_xml_next (root, is_in_paragraph ? node->parent->parent : node, FALSE);
      is_ending = TRUE;
    }
    node = ibid_xml_next (root, node, is_inside);
    if (is_ending && node == behind) {
      walk->section++;
      begin_section (walk);
      is_ending = FALSE;
    }
  }
}

IbidDocxNotes *
ibid_docx_notes_new (const xmlNode *document, const xmlNode *settings)
{
  IbidDocxNotes *self = g_new0 (IbidDocxNotes, 1);
  Walk walk = {.notes = self};

  self->marked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_marked);
  self->deleted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->bookmarks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_bookmark);
  for (Kind kind = FOOTNOTES; kind < N_KINDS; kind++) {
    self->defaults[kind] = (Counting){IBID_OFFICE_NUMBER_DECIMAL, 1, FALSE};
    if (kind == ENDNOTES)
      self->defaults[kind].format = IBID_OFFICE_NUMBER_LOWER_ROMAN;
    read_counting (&self->defaults[kind], settings, kind);
  }
  walk.sections = g_ptr_array_new ();
  find_sections (walk.sections, ibid_xml_find_child (document, "body"));
  walk.open = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_open_bookmark);
  walk.waiting = g_ptr_array_new ();
  walk_document (&walk, document);
  g_ptr_array_unref (walk.waiting);
  g_hash_table_unref (walk.open);
  g_ptr_array_unref (walk.sections);
  return self;
}

const char *
ibid_docx_notes_get_label (IbidDocxNotes *self, const char *key)
{
  const Marked *marked = g_hash_table_lookup (self->marked, key);

  return marked != NULL ? marked->label : NULL;
}

gboolean
ibid_docx_notes_has_own_mark (IbidDocxNotes *self, const char *key)
{
  const Marked *marked = g_hash_table_lookup (self->marked, key);

  return marked != NULL && marked->is_own_mark;
}

gboolean
ibid_docx_notes_is_deleted (IbidDocxNotes *self, const char *key)
{
  return !g_hash_table_contains (self->marked, key) && g_hash_table_contains (self->deleted, key);
}

const char *
ibid_docx_notes_find (IbidDocxNotes *self, const char *bookmark, gboolean is_alone)
{
  const Bookmark *found = bookmark != NULL ? g_hash_table_lookup (self->bookmarks, bookmark) : NULL;

  return found != NULL && (found->is_alone || !is_alone) ? found->key : NULL;
}
