/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reference-names.h"

#include "analysis/ibid-reference-tokens.h"
#include "analysis/ibid-reference-words.h"

#include <string.h>

/* More people than this write no book. */
#define MAX_NAMES 400

typedef enum { SEPARATOR_COMMA, SEPARATOR_AND, SEPARATOR_SEMICOLON } Separator;

/* Words between two separators. */
typedef struct {
  GPtrArray *words;
  Separator before;
} Part;

static void
clear_part (gpointer data)
{
  g_ptr_array_unref (((Part *)data)->words);
}

static gboolean
is_in (const char *word, const char *const *list)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);
  gsize length = strlen (lower);

  if (length > 0 && lower[length - 1] == '.')
    lower[length - 1] = '\0';
  return g_strv_contains (list, lower);
}

/* Of editors, translators and "et al.": no part of a name. */
static gboolean
is_noise (const char *word)
{
  static const char *const noise[] = {
      "ed",         "eds",         "edited",     "editor",        "editors",
      "hrsg",       "hg",          "hgg",        "herausgegeben", "cura",
      "curatore",   "curatori",    "dir",        "org",           "orgs",
      "coord",      "coords",      "trans",      "transl",        "translated",
      "translator", "translators", "trad",       "traduit",       "traduction",
      "traduzione", "tradução",    "tradotto",   "übers",         "übersetzt",
      "comp",       "comps",       "al",         "al.,",          "others",
      "outros",     "otros",       "altri",      "director",      "directors",
      "producer",   "producers",   "by",         "thèse",         "thesis",
      "éd",         "éds",         "edd",        "ediderunt",     "colleagues",
      "directed",   "writer",      "tr",         "compiled",      "introduction",
      "edidit",     "redazione",   "organizado", "organizador",   "coordinador",
      "coordinado", NULL,
  };

  return is_in (word, noise);
}

/* What leads to a name at the start of a note: "In Smith", "See e.g. Smith". */
static gboolean
is_introduction (const char *word)
{
  static const char *const words[] = {
      "in", "see", "e.g", "cf", "cfr", "also", "vgl", "voir", "ver", "siehe", "cp", NULL};

  return is_in (word, words);
}

/* Belongs to the noise before it: "herausgegeben von", "a cura di". */
static gboolean
is_noise_link (const char *word)
{
  static const char *const links[] = {
      "von", "di", "de", "da", "del", "it", "por", "par", "from", NULL};

  return g_strv_contains (links, word);
}

static gboolean
is_and (const char *word)
{
  static const char *const ands[] = {
      "and", "&", "et", "und", "y", "e", "u", "-", "–", "—", "/", "with", NULL};

  return g_strv_contains (ands, word) || g_ascii_strcasecmp (word, "and") == 0;
}

static gboolean
is_particle (const char *word)
{
  static const char *const particles[] = {
      "van", "von",   "der", "de", "den", "ter", "ten", "zu", "zur", "'t", "del", "della", "dello",
      "dei", "degli", "di",  "da", "dal", "dos", "das", "do", "du",  "la", "le",  "des",   NULL};

  return g_strv_contains (particles, word);
}

/* Particles that sorting and citing treat apart from the family name. */
static gboolean
is_loose_particle (const char *word)
{
  static const char *const particles[] = {"van", "von", "der", "de", "den", NULL};

  return g_strv_contains (particles, word);
}

static gboolean
is_suffix (const char *word)
{
  static const char *const suffixes[] = {
      "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "jr.", "sr.", NULL};

  return g_strv_contains (suffixes, word);
}

/* Belongs to the family name before it. */
static gboolean
is_family_suffix (const char *word)
{
  static const char *const suffixes[] = {
      "Filho", "Júnior", "Junior", "Neto", "Sobrinho", "FILHO", "JÚNIOR", "JUNIOR", "NETO", NULL};

  return g_strv_contains (suffixes, word);
}

/* The character behind that at `p`; stays at the end. */
static const char *
next_char (const char *p)
{
  return *p != '\0' ? g_utf8_next_char (p) : p;
}

/* "J.", "J.-P.", "A.B.", "JP": one to four capitals, and no other letters. */
static gboolean
is_initials (const char *word)
{
  guint n_capitals = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isupper (c))
      n_capitals++;
    else if (c != '.' && ibid_reference_fold (c) != '-')
      /* "Ch.", "Th." */
      return n_capitals == 1 && strcmp (next_char (p), ".") == 0;
  }
  return n_capitals > 0 && n_capitals <= (strchr (word, '.') != NULL ? 4u : 3u);
}

static gboolean
has_list (const char *word, guint lists)
{
  g_autofree char *bare = g_strdup (word);
  gsize length = strlen (bare);

  if (length > 0 && bare[length - 1] == '.')
    bare[length - 1] = '\0';
  return (ibid_word_find_lists_of (bare, -1) & lists) != 0;
}

/* --- Parts -------------------------------------------------------------------------------- */

typedef struct {
  GArray *parts; /* of Part */
  Separator separator;
  gboolean is_new;
  gboolean after_noise;
  gboolean has_semicolon;
  const char *last_closing; /* behind it nothing closes a bracket */
  guint depth;
} Splitter;

static void
separate (Splitter *self, Separator separator)
{
  /* "Jones, and Smith": the weaker sign goes with the stronger. */
  self->separator = self->is_new ? MAX (self->separator, separator) : separator;
  self->is_new = TRUE;
  self->has_semicolon = self->has_semicolon || separator == SEPARATOR_SEMICOLON;
}

static void
add_word (Splitter *self, char *word)
{
  if (self->is_new) {
    Part part = {g_ptr_array_new_with_free_func (g_free), self->separator};

    g_array_append_val (self->parts, part);
    self->is_new = FALSE;
  }
  g_ptr_array_add (g_array_index (self->parts, Part, self->parts->len - 1).words, word);
}

static void
take_word (Splitter *self, GString *word)
{
  gboolean after_noise = self->after_noise;

  self->after_noise = FALSE;
  if (word->len == 0) {
    self->after_noise = after_noise;
    return;
  }
  if (is_noise (word->str) || strcmp (word->str, "a") == 0 ||
      (after_noise && is_noise_link (word->str)) ||
      (self->parts->len == 0 && is_introduction (word->str))) {
    self->after_noise = TRUE;
  } else if (is_and (word->str)) {
    separate (self, SEPARATOR_AND);
  } else if (g_utf8_strlen (word->str, -1) > 0 && strspn (word->str, ".:'-_*") < word->len) {
    add_word (self, g_strdup (word->str));
  }
  g_string_truncate (word, 0);
}

/* "J.P.Smith", "Tucci-A. Tenenti": a name behind initials, and initials behind a name. */
static gboolean
is_seam (const GString *word, gunichar c, const char *next)
{
  gunichar following = g_utf8_get_char (next);

  if (word->len < 2)
    return FALSE;
  if (c == '-' || c == 0x2013)
    return word->str[word->len - 1] != '.' && g_unichar_isupper (following) &&
           g_str_has_prefix (next_char (next), ". ");
  return FALSE;
}

static gboolean
is_name_behind_initial (const GString *word, const char *p)
{
  return word->len >= 2 && word->str[word->len - 1] == '.' && is_initials (word->str) &&
         g_unichar_isupper (g_utf8_get_char (p)) &&
         g_unichar_islower (g_utf8_get_char (next_char (p))) && *next_char (next_char (p)) != '.';
}

static gboolean
take_sign (Splitter *self, GString *word, gunichar c, const char *at)
{
  switch (c) {
  case '(':
  case '[':
    if (at < self->last_closing)
      self->depth++;
    take_word (self, word);
    return TRUE;
  case ')':
  case ']':
    self->depth = self->depth > 0 ? self->depth - 1 : 0;
    return TRUE;
  case ',':
  case 0x3001:
    take_word (self, word);
    separate (self, SEPARATOR_COMMA);
    return TRUE;
  case ';':
  case '|':
    take_word (self, word);
    separate (self, SEPARATOR_SEMICOLON);
    return TRUE;
  case ':':
  case '"':
  case '*':
  case '_':
  case 0xab:
  case 0xbb:
    take_word (self, word);
    return TRUE;
  default:
    return FALSE;
  }
}

static GArray *
split (const char *text, gboolean *has_semicolon)
{
  Splitter self = {.parts = g_array_new (FALSE, FALSE, sizeof (Part)), .is_new = TRUE};
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (*p == ')' || *p == ']')
      self.last_closing = p;
  g_array_set_clear_func (self.parts, clear_part);
  for (const char *p = text; *p != '\0' && self.parts->len < MAX_NAMES; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    gunichar folded = ibid_reference_fold (c);

    if (take_sign (&self, word, folded, p) || self.depth > 0)
      continue;
    if (g_unichar_isspace (c)) {
      take_word (&self, word);
    } else if (is_seam (word, c, g_utf8_next_char (p))) {
      take_word (&self, word);
      separate (&self, SEPARATOR_AND);
    } else {
      if (is_name_behind_initial (word, p))
        take_word (&self, word);
      g_string_append_unichar (word, c);
    }
  }
  take_word (&self, word);
  *has_semicolon = self.has_semicolon;
  return self.parts;
}

/* --- One name ----------------------------------------------------------------------------- */

static char *
join_words (GPtrArray *words, guint first, guint last)
{
  GString *text = g_string_new (NULL);

  for (guint i = first; i < last; i++) {
    if (text->len > 0)
      g_string_append_c (text, ' ');
    g_string_append (text, g_ptr_array_index (words, i));
  }
  return g_string_free (text, FALSE);
}

static void
set_words (JsonObject *name, const char *member, GPtrArray *words, guint first, guint last)
{
  g_autofree char *text = join_words (words, first, last);

  if (*text != '\0')
    json_object_set_string_member (name, member, text);
}

/* "Smith." and "Smith AB." at the end of a list; not "Smith, A.", "Smith A.B." or "Smith Jr." */
static void
drop_full_stop (GPtrArray *words)
{
  char *last = g_ptr_array_index (words, words->len - 1);
  gsize length = strlen (last);
  gboolean is_bare = length > 2 && strchr (last, '.') == last + length - 1;

  if (length > 1 && last[length - 1] == '.' && !is_suffix (last) &&
      (!is_initials (last) || (is_bare && g_ascii_isupper (last[length - 2]))))
    last[length - 1] = '\0';
}

static void
set_family (JsonObject *name, GPtrArray *words, guint first, guint last)
{
  guint loose = first;

  while (loose + 1 < last && is_loose_particle (g_ptr_array_index (words, loose)))
    loose++;
  if (loose > first && !is_particle (g_ptr_array_index (words, loose)))
    set_words (name, "non-dropping-particle", words, first, loose);
  else
    loose = first;
  set_words (name, "family", words, loose, last);
}

static guint
cut_suffix (JsonObject *name, GPtrArray *words)
{
  guint last = words->len;

  if (last > 1 && is_suffix (g_ptr_array_index (words, last - 1))) {
    set_words (name, "suffix", words, last - 1, last);
    last--;
  }
  return last;
}

/* How many words at the end are initials, or given names behind a word that is none. */
static guint
count_given_behind (GPtrArray *words, guint last)
{
  guint n = 0;

  while (n + 1 < last && is_initials (g_ptr_array_index (words, last - 1 - n)))
    n++;
  if (is_initials (g_ptr_array_index (words, 0)))
    return 0;
  if (n > 0)
    return n;
  while (n + 1 < last && has_list (g_ptr_array_index (words, last - 1 - n), IBID_WORD_GIVEN))
    n++;
  return has_list (g_ptr_array_index (words, 0), IBID_WORD_GIVEN) ? 0 : n;
}

/* "W. E. B. Du Bois", "Charles De Gaulle": with a capital they belong to the family's name. */
static gboolean
is_capital_particle (const char *word)
{
  static const char *const particles[] = {
      "Du", "De", "La", "Le", "Van", "Von", "Des", "Del", "Della", "Di", "Da", "St.", "Ter", NULL};

  return g_strv_contains (particles, word);
}

static guint
find_family (GPtrArray *words, guint last)
{
  guint first = last - 1;

  if (first > 1 && is_family_suffix (g_ptr_array_index (words, first)))
    first--;
  while (first > 0 && is_particle (g_ptr_array_index (words, first - 1)))
    first--;
  if (first > 1 && is_capital_particle (g_ptr_array_index (words, first - 1)))
    first--;
  return first;
}

/* "Given Family", "Family GI", "Family". */
static JsonObject *
make_direct (GPtrArray *words)
{
  JsonObject *name = json_object_new ();
  guint last = cut_suffix (name, words);
  guint n_behind = count_given_behind (words, last);
  guint family;

  if (n_behind > 0) {
    set_family (name, words, 0, last - n_behind);
    set_words (name, "given", words, last - n_behind, last);
    return name;
  }
  family = find_family (words, last);
  set_family (name, words, family, last);
  set_words (name, "given", words, 0, family);
  return name;
}

/* "Family, Given". */
static JsonObject *
make_inverted (GPtrArray *family, GPtrArray *given)
{
  JsonObject *name = json_object_new ();
  guint last = cut_suffix (name, given);

  set_family (name, family, 0, cut_suffix (name, family));
  set_words (name, "given", given, 0, last);
  return name;
}

static JsonObject *
make_literal (const char *text)
{
  JsonObject *name = json_object_new ();

  json_object_set_string_member (name, "literal", text);
  return name;
}

/* --- Lists of names ----------------------------------------------------------------------- */

static gboolean
are_initials (GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++) {
    const char *word = g_ptr_array_index (words, i);

    if (!is_initials (word) && !(i > 0 && (is_particle (word) || is_suffix (word))))
      return FALSE;
  }
  return TRUE;
}

static gboolean
have_initials (GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    if (is_initials (g_ptr_array_index (words, i)))
      return TRUE;
  return FALSE;
}

/* Words of offices and schools, "of" and "for", and "The" before others; of what has initials only
 * with the small words: "The Henry M. Jackson School of International Studies". */
static gboolean
is_organisation (GPtrArray *words)
{
  gboolean has_initial = words->len > 1 && have_initials (words);
  gboolean is_led = words->len > 1 && strcmp (g_ptr_array_index (words, 0), "The") == 0;

  for (guint i = 0; i < words->len; i++) {
    const char *word = g_ptr_array_index (words, i);
    gboolean is_small = i > 0 && (strcmp (word, "of") == 0 || strcmp (word, "for") == 0);

    if (is_small || (!has_initial && has_list (word, IBID_WORD_ORGANISATION)))
      return !is_initials (g_ptr_array_index (words, 0)) || !has_initial;
  }
  return is_led;
}

static Part *
get_part (GArray *parts, guint at)
{
  return &g_array_index (parts, Part, at);
}

/* Whether part `at` and the next are "Family" and "Given". */
static gboolean
is_inverted (GArray *parts, guint at, gboolean has_semicolon)
{
  GPtrArray *words = get_part (parts, at)->words;
  GPtrArray *next;

  if (at + 1 >= parts->len || get_part (parts, at + 1)->before != SEPARATOR_COMMA)
    return FALSE;
  next = get_part (parts, at + 1)->words;
  if (has_semicolon || are_initials (next))
    return !have_initials (words) ||
           (words->len == 1 && !strchr (g_ptr_array_index (words, 0), '.'));
  if (words->len > 1 && is_organisation (words))
    return FALSE;
  if (have_initials (words))
    return FALSE;
  return words->len == 1 || next->len == 1;
}

static gboolean
is_only_suffix (GPtrArray *words)
{
  return words->len == 1 && is_suffix (g_ptr_array_index (words, 0));
}

static void
add_names (JsonArray *names, GArray *parts, gboolean has_semicolon)
{
  for (guint i = 0; i < parts->len && json_array_get_length (names) < MAX_NAMES; i++) {
    GPtrArray *words = get_part (parts, i)->words;
    JsonObject *name;

    drop_full_stop (words);
    if (is_inverted (parts, i, has_semicolon)) {
      drop_full_stop (get_part (parts, i + 1)->words);
      name = make_inverted (words, get_part (parts, i + 1)->words);
      i++;
    } else if (is_organisation (words)) {
      g_autofree char *text = join_words (words, 0, words->len);

      name = make_literal (text);
    } else {
      name = make_direct (words);
    }
    if (i + 1 < parts->len && is_only_suffix (get_part (parts, i + 1)->words)) {
      set_words (name, "suffix", get_part (parts, i + 1)->words, 0, 1);
      i++;
    }
    json_array_add_object_element (names, name);
  }
}

static gboolean
has_cjk (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (ibid_reference_is_cjk (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static void
add_cjk (JsonArray *names, const char *text)
{
  g_auto (GStrv) pieces = NULL;
  g_autoptr (GString) folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    gunichar sign = ibid_reference_fold (c);

    g_string_append_unichar (folded,
                             sign == ',' || sign == ';'   ? ','
                             : sign == '.' || sign == ':' ? ' '
                                                          : c);
  }
  pieces = g_strsplit (folded->str, ",", MAX_NAMES);
  for (char **piece = pieces; *piece != NULL; piece++)
    if (*g_strstrip (*piece) != '\0')
      json_array_add_object_element (names, make_literal (*piece));
}

/* "United Nations Educational, Scientific and Cultural Organization": one, whatever parts it. */
static gboolean
is_one_organisation (GArray *parts, gboolean has_semicolon)
{
  gboolean is_organised = FALSE;

  for (guint i = 0; i < parts->len; i++) {
    GPtrArray *words = get_part (parts, i)->words;

    if (have_initials (words))
      return FALSE;
    is_organised = is_organised || is_organisation (words);
  }
  return is_organised && !has_semicolon && parts->len > 1;
}

/* "AA. VV.", "Aa.Vv.", as scanned: "AA. w." (autori vari): nobody's name. */
static gboolean
is_several_authors (const char *text)
{
  g_autofree char *lower = g_ascii_strdown (text, MIN ((gssize)strlen (text), 12));
  g_autoptr (GString) letters = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p++)
    if (strchr ("., ()", *p) == NULL)
      g_string_append_c (letters, *p);
  return strcmp (letters->str, "aavv") == 0 || strcmp (letters->str, "aaw") == 0;
}

static char *
strip_signs (const char *text, const char *signs)
{
  char *copy = g_strdup (text);

  g_strstrip (copy);
  for (gsize length = strlen (copy); length > 0 && strchr (signs, copy[length - 1]) != NULL;
       length--)
    copy[length - 1] = '\0';
  return copy;
}

/* Behind "et al." comes no name, unless more of them are told with "and". */
static char *
cut_others (const char *text)
{
  const char *others = strstr (text, " et al");
  const char *rest = others != NULL ? others + strlen (" et al") : NULL;

  if (rest == NULL || g_ascii_isalpha (*rest))
    return g_strdup (text);
  return g_strndup (text, (gsize)(others - text));
}

JsonArray *
ibid_reference_names_parse (const char *printed)
{
  JsonArray *names = json_array_new ();
  g_autofree char *text = cut_others (printed);
  g_autoptr (GArray) parts = NULL;
  gboolean has_semicolon;

  if (has_cjk (text)) {
    add_cjk (names, text);
    return names;
  }
  if (is_several_authors (text)) {
    g_autofree char *whole = strip_signs (text, ",:; ");

    json_array_add_object_element (names, make_literal (whole));
    return names;
  }
  parts = split (text, &has_semicolon);
  if (is_one_organisation (parts, has_semicolon) && strpbrk (text, "([") == NULL) {
    g_autofree char *whole = strip_signs (text, ".,:; ");

    json_array_add_object_element (names, make_literal (whole));
  } else {
    add_names (names, parts, has_semicolon);
  }
  return names;
}
