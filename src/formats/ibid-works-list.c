/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-works-list.h"

#include "formats/ibid-note-heading.h"

#include <string.h>

/* An entry is found by one of its first words and one of its first years. */
#define MAX_WORDS 6u
#define MAX_YEARS 6u
#define MAX_WORD_BYTES 60u

/* Nobody prints a longer entry; and a chapter is none. */
#define MAX_ENTRY_BYTES 2000u

#define FIRST_YEAR 1400
#define LAST_YEAR 2099

/* So many of ten blocks must be entries. */
#define MIN_TENTHS 8u

/* Between names and year: " (", ", ", " et al., ", "'s ". */
#define MAX_BETWEEN 12u

/* So many entries of one name and year are looked at: chapters have bibliographies of their own. */
#define MAX_SAME 64u

/* What stands under one heading. */
typedef struct {
  guint first_entry;
  guint end_entry;
} Section;

typedef struct {
  const IbidWorksBlock *blocks;
  guint n_blocks;
  GArray *entries;   /* IbidWorksEntry */
  GArray *sections;  /* Section */
  GHashTable *names; /* "smith 2010" to a GArray of numbers of entries */
  guint8 *is_inside; /* of each block: it is in one of the sections */
  guint8 *is_cited;  /* of each entry */
} Works;

static void
clear_works (Works *self)
{
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->sections, g_array_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_free (self->is_inside);
  g_free (self->is_cited);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Works, clear_works)

/* --- Words and years ----------------------------------------------------------------------- */

static gboolean
is_letter (char c)
{
  return (c & 0x80) != 0 || g_ascii_isalpha (c);
}

/* The four digits at `p`, with no others around; 0 when they are no year. */
static int
read_year (const char *start, const char *p, const char *end)
{
  int year = 0;

  if (end - p < 4 || (p > start && g_ascii_isdigit (p[-1])) ||
      (end - p > 4 && g_ascii_isdigit (p[4])))
    return 0;
  for (guint i = 0; i < 4; i++) {
    if (!g_ascii_isdigit (p[i]))
      return 0;
    year = year * 10 + (p[i] - '0');
  }
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
}

/* "smith 2010"; typographic apostrophes as plain ones. */
static char *
make_key (const char *word, gsize length, int year)
{
  g_autofree char *cased = g_utf8_casefold (word, (gssize)length);
  g_autoptr (GString) plain = g_string_new (cased);

  g_string_replace (plain, "’", "'", 0);
  return g_strdup_printf ("%s %d", plain->str, year);
}

/* --- Entries ------------------------------------------------------------------------------- */

static guint
find_years (const char *start, const char *end, int *years)
{
  guint n = 0;

  for (const char *p = start; p < end && n < MAX_YEARS; p++) {
    int year = g_ascii_isdigit (*p) ? read_year (start, p, end) : 0;

    if (year > 0)
      years[n++] = year;
  }
  return n;
}

static gboolean
is_undated (const char *start, const char *end)
{
  static const char *const words[] = {
      "n.d.", "s.d.", "forthcoming", "in press", "o. J.", "o.J.", "s.a.", "im Druck", "à paraître"};

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strstr_len (start, end - start, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Begins as an entry does: with a capital, a script that has none, or a dash for a name. */
static gboolean
opens_entry (const char *start, const char *end)
{
  gunichar c;

  /* The bullet is no list's when it was typed. */
  while (start < end && ((*start != '\0' && strchr ("\"'([*-_ ", *start) != NULL) ||
                         g_utf8_get_char (start) == 0x2022))
    start = g_utf8_next_char (start);
  if (start >= end)
    return FALSE;
  c = g_utf8_get_char (start);
  return (g_unichar_isalpha (c) && !g_unichar_islower (c)) || (c >= 0x2010 && c <= 0x201f) ||
         /* "de la Cruz", "van Dyk" */
         g_str_has_prefix (start, "de ") || g_str_has_prefix (start, "van ") ||
         g_str_has_prefix (start, "von ") || g_str_has_prefix (start, "d'");
}

static gboolean
is_entry (const char *start, const char *end)
{
  int years[MAX_YEARS];

  return end - start >= 12 && end - start <= (gssize)MAX_ENTRY_BYTES && opens_entry (start, end) &&
         (find_years (start, end, years) > 0 || is_undated (start, end));
}

/* Entries that are lines of one block; FALSE when not all are. */
static gboolean
add_lines (Works *self, guint index)
{
  const IbidWorksBlock *block = &self->blocks[index];
  const char *end = block->text + block->length;
  guint n_before = self->entries->len;

  for (const char *line = block->text; line < end;) {
    const char *newline = memchr (line, '\n', (gsize)(end - line));
    const char *stop = newline != NULL ? newline : end;
    IbidWorksEntry entry = {index, (guint)(line - block->text), (guint)(stop - block->text)};

    if (!is_entry (line, stop)) {
      g_array_set_size (self->entries, n_before);
      return FALSE;
    }
    g_array_append_val (self->entries, entry);
    line = newline != NULL ? newline + 1 : end;
  }
  return TRUE;
}

static gboolean
add_block (Works *self, guint index)
{
  const IbidWorksBlock *block = &self->blocks[index];
  IbidWorksEntry entry = {index, 0, block->length};

  if (add_lines (self, index))
    return TRUE;
  if (!is_entry (block->text, block->text + block->length))
    return FALSE;
  g_array_append_val (self->entries, entry);
  return TRUE;
}

static void
add_name (Works *self, char *key, guint number)
{
  GArray *numbers = g_hash_table_lookup (self->names, key);

  if (numbers == NULL) {
    numbers = g_array_new (FALSE, FALSE, sizeof (guint));
    g_hash_table_insert (self->names, key, numbers);
  } else {
    g_free (key);
  }
  if (numbers->len < MAX_SAME)
    g_array_append_val (numbers, number);
}

/* The words by which others name it: those of its beginning, up to the year or title. */
static void
index_entry (Works *self, guint number, char **words_before)
{
  const IbidWorksEntry *entry = &g_array_index (self->entries, IbidWorksEntry, number);
  const char *text = self->blocks[entry->block].text;
  const char *start = text + entry->start;
  const char *end = text + entry->end;
  g_auto (GStrv) words = g_new0 (char *, MAX_WORDS + 1);
  int years[MAX_YEARS];
  guint n_years = find_years (start, end, years);
  guint n_words = 0;

  for (const char *p = start; p < end && n_words < MAX_WORDS && !g_ascii_isdigit (*p);) {
    const char *word = p;

    while (p < end && (is_letter (*p) || *p == '\'' || *p == '-'))
      p++;
    /* A dash is of letters as UTF-8 has them, and no word. */
    if (p - word > 1 && p - word <= (gssize)MAX_WORD_BYTES &&
        g_unichar_isalpha (g_utf8_get_char (word)))
      words[n_words++] = g_strndup (word, (gsize)(p - word));
    p += p == word;
  }
  if (n_words == 0 || !g_unichar_isalpha (g_utf8_get_char (start)))
    for (guint i = 0; words_before[i] != NULL && n_words < MAX_WORDS; i++)
      words[n_words++] = g_strdup (words_before[i]);
  for (guint i = 0; i < n_words; i++)
    for (guint k = 0; k < n_years; k++)
      add_name (self, make_key (words[i], strlen (words[i]), years[k]), number);
  for (guint i = 0; i <= MAX_WORDS; i++) {
    g_free (words_before[i]);
    words_before[i] = g_strdup (words[i]);
  }
}

static void
index_entries (Works *self)
{
  g_auto (GStrv) words = g_new0 (char *, MAX_WORDS + 1);

  for (guint i = 0; i < self->entries->len; i++)
    index_entry (self, i, words);
}

/* --- Citations ----------------------------------------------------------------------------- */

/* The word that names the author of the year at `p`: back over " (", ", ", "et al.". */
static const char *
find_name (const char *start, const char *p, gsize *length)
{
  const char *end;

  for (guint step = 0; step < 3; step++) {
    const char *from = p;

    while (p > start && from - p < (gssize)MAX_BETWEEN && p[-1] != '\0' &&
           strchr (" ,.([;:", p[-1]) != NULL)
      p--;
    end = p;
    while (p > start && end - p < (gssize)MAX_WORD_BYTES &&
           (is_letter (p[-1]) || p[-1] == '\'' || p[-1] == '-'))
      p--;
    *length = (gsize)(end - p);
    if (*length == 0)
      return NULL;
    if (!(*length == 2 && (memcmp (p, "al", 2) == 0 || memcmp (p, "et", 2) == 0)))
      break;
  }
  if (g_ascii_islower (*p))
    return NULL;
  if (*length > 2 && memcmp (p + *length - 2, "'s", 2) == 0)
    *length -= 2;
  else if (*length > 4 && memcmp (p + *length - 4, "’s", 4) == 0)
    *length -= 4;
  return p;
}

static void
mark_entries (Works *self, const char *name, gsize length, int year)
{
  g_autofree char *key = make_key (name, length, year);
  GArray *numbers = g_hash_table_lookup (self->names, key);

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    self->is_cited[g_array_index (numbers, guint, i)] = TRUE;
}

/* Marks the entries that a block cites: the year stands in brackets. */
static void
mark_cited (Works *self, const IbidWorksBlock *block)
{
  const char *end = block->text + block->length;
  const char *name = NULL; /* of the year before: "(Smith 2010, 2012)" */
  gsize length = 0;
  guint depth = 0;

  for (const char *p = block->text; p < end; p++) {
    int year = g_ascii_isdigit (*p) ? read_year (block->text, p, end) : 0;
    const char *found;
    gsize n = 0;

    depth += *p == '(' || *p == '[';
    if ((*p == ')' || *p == ']') && depth > 0)
      depth--;
    if (year == 0 || depth == 0)
      continue;
    found = find_name (block->text, p, &n);
    if (found != NULL) {
      name = found;
      length = n;
    }
    if (name != NULL)
      mark_entries (self, name, length, year);
  }
}

/* --- Sections ------------------------------------------------------------------------------ */

static gboolean
is_works_heading (Works *self, guint index)
{
  const IbidWorksBlock *block = &self->blocks[index];
  gboolean is_bibliography = FALSE;

  return block->length > 0 && !block->is_closed &&
         ibid_note_heading_parse (block->text, block->length, &is_bibliography) && is_bibliography;
}

/* The block behind the section: a heading that is no part of it. */
static guint
find_end (Works *self, guint heading)
{
  guint level = self->blocks[heading].level;
  guint end = heading + 1;

  for (; end < self->n_blocks; end++) {
    guint next = self->blocks[end].level;

    if ((next > 0 && (level == 0 || next <= level)) || is_works_heading (self, end) ||
        self->blocks[end].file != self->blocks[heading].file)
      break;
  }
  return end;
}

/* FALSE when a marker leads there, or too much of it is no entry. */
static gboolean
collect (Works *self, guint first, guint end)
{
  guint n_before = self->entries->len;
  guint n_blocks = 0;
  guint n_entries = 0;

  for (guint i = first; i < end; i++) {
    const IbidWorksBlock *block = &self->blocks[i];

    if (block->is_closed) {
      g_array_set_size (self->entries, n_before);
      return FALSE;
    }
    if (block->level > 0 || block->length == 0)
      continue;
    n_blocks++;
    n_entries += add_block (self, i);
  }
  if (n_entries > 0 && n_entries * 10 >= n_blocks * MIN_TENTHS)
    return TRUE;
  g_array_set_size (self->entries, n_before);
  return FALSE;
}

static void
find_sections (Works *self)
{
  for (guint i = 0, end; i + 1 < self->n_blocks; i = end) {
    Section section = {self->entries->len, 0};

    end = i + 1;
    if (!is_works_heading (self, i))
      continue;
    end = find_end (self, i);
    if (!collect (self, i + 1, end))
      continue;
    section.end_entry = self->entries->len;
    g_array_append_val (self->sections, section);
    memset (self->is_inside + i, TRUE, end - i);
  }
}

/* Whether the text cites enough of it. */
static gboolean
is_cited (const Works *self, const Section *section)
{
  guint n = 0;

  for (guint i = section->first_entry; i < section->end_entry; i++)
    n += self->is_cited[i];
  return n >= 2 || n == section->end_entry - section->first_entry;
}

static void
unref_array (gpointer array)
{
  g_array_unref (array);
}

GArray *
ibid_works_list_find (const IbidWorksBlock *blocks, guint n_blocks)
{
  g_auto (Works) self = {.blocks = blocks, .n_blocks = n_blocks};
  GArray *found = g_array_new (FALSE, FALSE, sizeof (IbidWorksEntry));

  self.entries = g_array_new (FALSE, FALSE, sizeof (IbidWorksEntry));
  self.sections = g_array_new (FALSE, FALSE, sizeof (Section));
  self.is_inside = g_new0 (guint8, n_blocks + 1);
  find_sections (&self);
  if (self.sections->len == 0)
    return found;
  self.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_array);
  self.is_cited = g_new0 (guint8, self.entries->len);
  index_entries (&self);
  for (guint i = 0; i < n_blocks; i++)
    if (!self.is_inside[i])
      mark_cited (&self, &blocks[i]);
  for (guint i = 0; i < self.sections->len; i++) {
    const Section *section = &g_array_index (self.sections, Section, i);

    if (is_cited (&self, section))
      g_array_append_vals (found,
                           &g_array_index (self.entries, IbidWorksEntry, section->first_entry),
                           section->end_entry - section->first_entry);
  }
  return found;
}
