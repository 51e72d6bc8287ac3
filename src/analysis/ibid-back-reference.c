/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-back-reference.h"

#include "analysis/ibid-note-words.h"
#include "analysis/ibid-words.h"

#include <string.h>

typedef struct {
  const char *words; /* as IbidNoteWord has them, parted by blanks */
  IbidBackForm form;
} Form;

/* Longer ones before their beginnings. Latin, German, French, Spanish, Italian, Portuguese, Dutch,
 * Polish, Czech, Hungarian, Turkish, Russian, Ukrainian, Chinese, Japanese, Korean. */
static const Form forms[] = {
    {"ibid", IBID_BACK_IBID},
    {"ibidem", IBID_BACK_IBID},
    {"ibíd", IBID_BACK_IBID},
    {"íbid", IBID_BACK_IBID},
    {"íbidem", IBID_BACK_IBID},
    {"ibídem", IBID_BACK_IBID},
    {"ib", IBID_BACK_IBID},
    {"ebd", IBID_BACK_IBID},
    {"ebda", IBID_BACK_IBID},
    {"ebenda", IBID_BACK_IBID},
    {"ebendort", IBID_BACK_IBID},
    {"ivi", IBID_BACK_IBID},
    {"там же", IBID_BACK_IBID},
    {"там само", IBID_BACK_IBID},
    {"tamże", IBID_BACK_IBID},
    {"tamtéž", IBID_BACK_IBID},
    {"aldaar", IBID_BACK_IBID},
    {"uo", IBID_BACK_IBID},
    {"同上书", IBID_BACK_IBID},
    {"同上書", IBID_BACK_IBID},
    {"同上", IBID_BACK_IBID},
    {"同前", IBID_BACK_IBID},
    {"同书", IBID_BACK_IBID},
    {"同書", IBID_BACK_IBID},
    {"같은 책", IBID_BACK_IBID},
    {"위의 책", IBID_BACK_IBID},
    {"idem", IBID_BACK_IDEM},
    {"id", IBID_BACK_IDEM},
    {"eadem", IBID_BACK_IDEM},
    {"iidem", IBID_BACK_IDEM},
    {"ead", IBID_BACK_IDEM},
    {"iid", IBID_BACK_IDEM},
    {"same author", IBID_BACK_IDEM},
    {"the same author", IBID_BACK_IDEM},
    {"derselbe", IBID_BACK_IDEM},
    {"dieselbe", IBID_BACK_IDEM},
    {"le même auteur", IBID_BACK_IDEM},
    {"el mismo autor", IBID_BACK_IDEM},
    {"lo stesso autore", IBID_BACK_IDEM},
    {"o mesmo autor", IBID_BACK_IDEM},
    {"the same", IBID_BACK_IBID},
    {"same work", IBID_BACK_IBID},
    {"ders", IBID_BACK_IDEM},
    {"dies", IBID_BACK_IDEM},
    {"op et loc cit", IBID_BACK_LOC_CIT},
    {"op cit", IBID_BACK_OP_CIT},
    {"opcit", IBID_BACK_OP_CIT},
    {"ob cit", IBID_BACK_OP_CIT},
    {"opere citato", IBID_BACK_OP_CIT},
    {"opus citatum", IBID_BACK_OP_CIT},
    {"art cit", IBID_BACK_OP_CIT},
    {"art cité", IBID_BACK_OP_CIT},
    {"work cited", IBID_BACK_OP_CIT},
    {"ouvrage cité", IBID_BACK_OP_CIT},
    {"obra citada", IBID_BACK_OP_CIT},
    {"opera citata", IBID_BACK_OP_CIT},
    {"supra", IBID_BACK_OP_CIT},
    {"above", IBID_BACK_OP_CIT},
    {"ouvr cité", IBID_BACK_OP_CIT},
    {"o c", IBID_BACK_OP_CIT},
    {"oc", IBID_BACK_OP_CIT},
    {"a a o", IBID_BACK_OP_CIT},
    {"aao", IBID_BACK_OP_CIT},
    {"a w", IBID_BACK_OP_CIT},
    {"aw", IBID_BACK_OP_CIT},
    {"age", IBID_BACK_OP_CIT},
    {"указ соч", IBID_BACK_OP_CIT},
    {"ук соч", IBID_BACK_OP_CIT},
    {"цит соч", IBID_BACK_OP_CIT},
    {"前掲書", IBID_BACK_OP_CIT},
    {"前掲", IBID_BACK_OP_CIT},
    {"前掲論文", IBID_BACK_OP_CIT},
    {"前引书", IBID_BACK_OP_CIT},
    {"앞의 책", IBID_BACK_OP_CIT},
    {"loc cit", IBID_BACK_LOC_CIT},
    {"loco citato", IBID_BACK_LOC_CIT},
    {"loccit", IBID_BACK_LOC_CIT},
    {"l c", IBID_BACK_LOC_CIT},
    {"lc", IBID_BACK_LOC_CIT},
    {"cit", IBID_BACK_OP_CIT},
};

/* Abbreviations that would be words, or parts of names, without their stops. */
static const char *const dotted[] = {
    "ib",
    "ebd",
    "ebda",
    "id",
    "ead",
    "iid",
    "ders",
    "dies",
    "uo",
    "age",
    "aw",
    "oc",
    "lc",
    "cit",
    "a w",
    "o c",
    "l c",
    "a a o",
};

static const char *const note_words[] = {
    "note",     "notes",      "n",       "nn",       "nt",    "fn",        "fnn",
    "footnote", "footnotes",  "endnote", "endnotes", "anm",   "anmerkung", "fußnote",
    "fussnote", "nota",       "notas",   "noot",     "przyp", "pozn",      "прим",
    "примеч",   "примечание", "сноска",  "注",       "註",    "前注",
};

static const char *const above_words[] = {
    "above",
    "supra",
    "oben",
    "earlier",
    "preceding",
    "arriba",
    "acima",
    "выше",
    "sopra",
    "plus",
    "haut",
};
static const char *const below_words[] = {"below", "infra", "unten", "abajo", "abaixo", "ниже"};
static const char *const number_words[] = {"no", "nr", "num", "número", "numéro", "№"};

/* What may stand before a note's number that is alone: "see n. 12", but not "p. 3, n. 12". */
static const char *const cue_words[] = {
    "see",  "also", "cf",   "compare", "in",    "as",   "at",  "siehe", "s",    "vgl", "wie",
    "voir", "v",    "cfr",  "véase",   "ver",   "vedi", "vid", "vide",  "конф", "см",  "ср",
    "zie",  "and",  "from", "quoted",  "cited", "cit",  "à",   "la",    "en",   "a",   "zu",
};

static const IbidNoteWord *
get_word (const IbidNoteText *note, guint index)
{
  return index < note->words->len ? ibid_note_text_get_word (note, index) : NULL;
}

/* Behind the full stop of the word that ends at `end`, if it has one. */
static guint
skip_stop (const IbidNoteText *note, guint end)
{
  return ibid_note_text_get (note, end) == '.' ? end + 1 : end;
}

/* Whether two words of one abbreviation stand so close. */
static gboolean
is_joined (const IbidNoteText *note, const IbidNoteWord *left, const IbidNoteWord *right)
{
  return ibid_note_text_skip (note, left->end, right->start, ".-") == right->start &&
         right->start - left->end <= 3;
}

static gboolean
match_words (const IbidNoteText *note, guint index, const char *words, guint *end)
{
  const IbidNoteWord *before = NULL;

  while (*words != '\0') {
    const IbidNoteWord *word = get_word (note, index++);
    gsize length = strcspn (words, " ");

    if (word == NULL || strlen (word->text) != length || strncmp (word->text, words, length) != 0 ||
        (before != NULL && !is_joined (note, before, word)))
      return FALSE;
    *end = word->end;
    before = word;
    words += length;
    words += *words == ' ';
  }
  return TRUE;
}

/* Words of prose that stand for a work only between a name and a place in it: "Smith, supra, at
 * 20", "Smith, work cited, 31"; or at the very beginning: "The same, p. 5", "Derselbe, Das Salz".
 */
static const char *const parted[] = {
    "supra",
    "above",
    "work cited",
    "ouvrage cité",
    "obra citada",
    "opera citata",
    "the same",
    "same work",
    "same author",
    "the same author",
    "derselbe",
    "dieselbe",
    "le même auteur",
    "el mismo autor",
    "lo stesso autore",
    "o mesmo autor",
};

static gboolean
is_parted (const IbidNoteText *note, const Form *form, guint index, guint end)
{
  const IbidNoteWord *before = index > 0 ? get_word (note, index - 1) : NULL;
  const IbidNoteWord *next = get_word (note, ibid_note_text_find_word (note, end));
  guint at = ibid_note_text_skip_back (note, 0, get_word (note, index)->start, "");
  gunichar left = at > 0 ? note->chars[at - 1] : 0;
  gunichar right = ibid_note_text_get (note, end);
  gboolean is_first = before == NULL || left == ';';

  if (next != NULL && IBID_IS_ONE_OF (next->text, note_words))
    return FALSE;
  if (form->form == IBID_BACK_IDEM)
    return is_first && (right == ',' || right == ':');
  if (form->form == IBID_BACK_IBID)
    return is_first && (right == ',' || right == 0) &&
           (next == NULL || next->number || ibid_note_words_is_place (next->text));
  return left == ',' && before->upper &&
         (right == ',' || right == 0 || (right == '.' && next == NULL)) &&
         (next == NULL || next->number || strcmp (next->text, "at") == 0 ||
          ibid_note_words_is_place (next->text));
}

/* "cit." is one when it closes a part: "Storia cit., p. 3", not "cit. in". */
static gboolean
is_likely (const IbidNoteText *note, const Form *form, guint index, guint end)
{
  const IbidNoteWord *word = get_word (note, index);
  gunichar next = ibid_note_text_get (note, end);

  if (IBID_IS_ONE_OF (form->words, dotted) && next != '.' &&
      word->end - word->start <= strlen (word->text))
    return FALSE;
  if (IBID_IS_ONE_OF (form->words, parted))
    return is_parted (note, form, index, end);
  if (strcmp (form->words, "cit") == 0)
    return index > 0 && (ibid_note_text_get (note, end + 1) == ',' || end + 1 >= note->length);
  /* "dies." ends a sentence in English; "Id." is no part of "id est". */
  if (strcmp (form->words, "dies") == 0 || strcmp (form->words, "ders") == 0)
    return ibid_note_text_get (note, end + 1) == ',' || ibid_note_text_get (note, end + 1) == ':';
  if (strcmp (form->words, "ivi") == 0)
    return next == ',' || next == '.' || next == 0 || next == ';' || next == ')';
  return TRUE;
}

/* Ideographs are not parted by blanks: "同上，第12页", "同上書". */
static gboolean
match_ideographs (const IbidNoteText *note, const Form *form, guint index, guint *end)
{
  const IbidNoteWord *word = get_word (note, index);
  gsize length = strlen (form->words);

  if ((guint8)form->words[0] < 0xe3 || strncmp (word->text, form->words, length) != 0)
    return FALSE;
  *end = word->start + (guint)g_utf8_strlen (form->words, -1);
  return TRUE;
}

static gboolean
match_form (const IbidNoteText *note, guint index, IbidBackReference *found)
{
  gboolean is_found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    guint end = 0;

    if (!match_words (note, index, forms[i].words, &end) &&
        !match_ideographs (note, &forms[i], index, &end))
      continue;
    if (!is_likely (note, &forms[i], index, end) || (is_found && end <= found->end))
      continue;
    found->form = forms[i].form;
    found->start = get_word (note, index)->start;
    found->end = skip_stop (note, end);
    is_found = TRUE;
  }
  return is_found;
}

/* "6" or "6a", also a roman numeral where the word before it asks for one. */
static gboolean
take_label (const IbidNoteText *note, guint index, IbidBackReference *found)
{
  const IbidNoteWord *word = get_word (note, index);

  if (word == NULL || !word->number || word->end - word->start > 5)
    return FALSE;
  found->label_start = word->start;
  found->label_end = word->end;
  found->end = word->end;
  return TRUE;
}

static gboolean
is_direction (const IbidNoteWord *word, gboolean *below)
{
  if (word == NULL)
    return FALSE;
  if (IBID_IS_ONE_OF (word->text, below_words)) {
    *below = TRUE;
    return TRUE;
  }
  return IBID_IS_ONE_OF (word->text, above_words);
}

/* "nn. 1 and 2": `*next` is the word behind the first number, and then behind the second. */
static void
take_second_label (const IbidNoteText *note, guint *next, IbidBackReference *found)
{
  static const char *const ands[] = {"and", "und", "et", "y", "e", "og", "en", "и"};
  const IbidNoteWord *word = get_word (note, *next);
  const IbidNoteWord *second = get_word (note, *next + 1);

  if (word == NULL || second == NULL || !IBID_IS_ONE_OF (word->text, ands) || !second->number ||
      second->end - second->start > 5 || word->start != found->label_end + 1 ||
      second->start != word->end + 1)
    return;
  found->second_start = second->start;
  found->second_end = second->end;
  found->end = second->end;
  *next += 2;
}

/* "note 6", "n. 6", "注6", "footnote no. 3"; `*next` is the word behind. */
static gboolean
take_note (const IbidNoteText *note, guint index, IbidBackReference *found, guint *next)
{
  const IbidNoteWord *word = get_word (note, index);

  if (word == NULL || !IBID_IS_ONE_OF (word->text, note_words))
    return FALSE;
  index++;
  word = get_word (note, index);
  if (word != NULL && IBID_IS_ONE_OF (word->text, number_words))
    index++;
  if (!take_label (note, index, found) || found->label_start - found->start > 60)
    return FALSE;
  *next = index + 1;
  take_second_label (note, next, found);
  return TRUE;
}

/* What stands before "n. 12" when no direction is given: a cue, a bracket, the beginning, or a
 * name; never a page, since "p. 3, n. 12" is a place in the work that is cited. */
static gboolean
stands_free (const IbidNoteText *note, guint index)
{
  const IbidNoteWord *word = get_word (note, index);
  const IbidNoteWord *before = index > 0 ? get_word (note, index - 1) : NULL;
  guint at = ibid_note_text_skip_back (note, 0, word->start, "");
  gunichar sign = at > 0 ? note->chars[at - 1] : 0;

  if (before == NULL || IBID_IS_ONE_OF (before->text, cue_words))
    return TRUE;
  return sign == '(' || sign == ';';
}

static gboolean
is_between (const IbidNoteText *note, guint index, guint next)
{
  const IbidNoteWord *left = get_word (note, index);
  const IbidNoteWord *right = get_word (note, next);

  return right != NULL &&
         ibid_note_text_skip (note, left->end, right->start, ",.(:") == right->start;
}

static gboolean
match_note (const IbidNoteText *note, guint index, IbidBackReference *found)
{
  guint next = index;
  gboolean is_directed = FALSE;

  found->start = get_word (note, index)->start;
  while (next < index + 3 && is_direction (get_word (note, next), &found->below)) {
    is_directed = TRUE;
    if (!is_between (note, next, next + 1))
      return FALSE;
    next++;
  }
  if (!take_note (note, next, found, &next))
    return FALSE;
  if (get_word (note, next) != NULL && is_between (note, next - 1, next) &&
      is_direction (get_word (note, next), &found->below)) {
    is_directed = TRUE;
    found->end = get_word (note, next)->end;
  }
  if (!is_directed && !stands_free (note, index))
    return FALSE;
  found->form = IBID_BACK_NOTE;
  return TRUE;
}

gboolean
ibid_back_reference_match (const IbidNoteText *note, guint index, IbidBackReference *found)
{
  g_return_val_if_fail (note != NULL && found != NULL, FALSE);
  memset (found, 0, sizeof *found);
  if (index >= note->words->len)
    return FALSE;
  return match_form (note, index, found) || match_note (note, index, found);
}

gboolean
ibid_back_reference_find (const IbidNoteText *note,
                          guint start,
                          guint end,
                          IbidBackReference *found)
{
  const guint8 veto = IBID_NOTE_MARK_QUOTE | IBID_NOTE_MARK_LINK;

  g_return_val_if_fail (note != NULL && found != NULL, FALSE);
  for (guint i = ibid_note_text_find_word (note, start); i < note->words->len; i++) {
    const IbidNoteWord *word = ibid_note_text_get_word (note, i);

    if (word->start >= end)
      break;
    if ((word->marks & veto) == 0 && ibid_back_reference_match (note, i, found) &&
        found->end <= end)
      return TRUE;
  }
  return FALSE;
}

static const char *const hereafter[] = {
    "hereafter cited as",
    "hereafter referred to as",
    "hereafter as",
    "hereafter",
    "hereinafter cited as",
    "hereinafter",
    "henceforth cited as",
    "henceforth",
    "cited as",
    "abbreviated as",
    "im folgenden zitiert als",
    "im folgenden",
    "fortan zitiert als",
    "fortan",
    "zitiert als",
    "zit als",
    "ci après",
    "désormais",
    "d'ora in poi",
    "d'ora innanzi",
    "en adelante",
    "citado como",
    "doravante",
    "daqui em diante",
    "далее",
    "以下简称",
    "以下",
};

static gboolean
take_name (const IbidNoteText *note, guint from, guint end, IbidStretch *name)
{
  guint at = ibid_note_text_skip (note, from, end, ":,");
  guint stop = at;

  while (stop < end && strchr (");.\n", (int)MIN (note->chars[stop], 126)) == NULL &&
         note->chars[stop] != 0xff09)
    stop++;
  at = ibid_note_text_skip (note, at, stop, "\"'");
  while (at < stop && (note->marks[at] & IBID_NOTE_MARK_QUOTE) != 0 &&
         !g_unichar_isalnum (note->chars[at]))
    at++;
  while (stop > at && !g_unichar_isalnum (note->chars[stop - 1]))
    stop--;
  name->start = at;
  name->end = stop;
  return stop > at && stop - at <= 80;
}

gboolean
ibid_back_reference_find_hereafter (const IbidNoteText *note,
                                    guint start,
                                    guint end,
                                    IbidStretch *name)
{
  g_return_val_if_fail (note != NULL && name != NULL, FALSE);
  for (guint i = ibid_note_text_find_word (note, start); i < note->words->len; i++) {
    if (ibid_note_text_get_word (note, i)->start >= end)
      break;
    for (guint h = 0; h < G_N_ELEMENTS (hereafter); h++) {
      guint behind = 0;

      if (match_words (note, i, hereafter[h], &behind) && behind < end)
        return take_name (note, behind, end, name);
    }
  }
  return FALSE;
}
