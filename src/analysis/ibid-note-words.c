/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-note-words.h"

#include "analysis/ibid-words.h"

#include <string.h>

static const char *const strong_prose[] = {
    "is",       "are",     "was",      "were",    "am",      "has",      "had",      "have",
    "been",     "being",   "do",       "does",    "did",     "will",     "would",    "shall",
    "should",   "could",   "may",      "might",   "must",    "cannot",   "i",        "we",
    "he",       "she",     "they",     "i'm",     "we're",   "it's",     "this",     "these",
    "those",    "who",     "whom",     "there",   "because", "although", "said",     "says",
    "show",     "shows",   "showed",   "made",    "makes",   "ist",      "sind",     "war",
    "waren",    "wird",    "werden",   "wurde",   "wurden",  "hat",      "haben",    "hatte",
    "hatten",   "kann",    "können",   "soll",    "muss",    "sich",     "dieser",   "diese",
    "dieses",   "wir",     "ich",      "daß",     "dass",    "weil",     "nicht",    "heißt",
    "sont",     "était",   "étaient",  "avait",   "ont",     "fut",      "sera",     "elle",
    "nous",     "vous",    "ils",      "elles",   "ce",      "cette",    "c'est",    "n'est",
    "j'ai",     "qu'il",   "era",      "eran",    "ha",      "han",      "fue",      "fueron",
    "esta",     "estos",   "sono",     "erano",   "hanno",   "questo",   "questa",   "são",
    "foi",      "foram",   "tem",      "têm",     "está",    "estão",    "isso",     "isto",
    "essa",     "esse",    "ele",      "ela",     "eles",    "был",      "была",     "было",
    "были",     "это",     "этот",     "он",      "она",     "они",      "является", "refers",
    "means",    "appears", "contains", "gives",   "seems",   "note",     "states",   "died",
    "wrote",    "lived",   "became",   "came",    "went",    "took",     "gave",     "received",
    "occurred", "began",   "starb",    "schrieb", "lebte",   "mourut",   "murió",    "morì",
    "morreu",   "tells",   "thinks",
};

static const char *const weak_prose[] = {
    "it",     "its",     "that",   "which", "his",   "her",    "their", "our",   "my",
    "you",    "be",      "can",    "not",   "here",  "when",   "such",  "so",    "but",
    "than",   "then",    "if",     "where", "some",  "most",   "many",  "more",  "only",
    "very",   "also",    "any",    "er",    "sie",   "es",     "als",   "auch",  "hier",
    "noch",   "nur",     "sein",   "il",    "qui",   "que",    "dont",  "ne",    "pas",
    "est",    "je",      "se",     "no",    "lo",    "su",     "sus",   "che",   "non",
    "si",     "ci",      "é",      "è",     "não",   "um",     "seu",   "sua",   "как",
    "что",    "не",      "having", "used",  "based", "called", "among", "while", "according",
    "please", "however", "thus",
};

static const char *const cues[] = {
    "see",  "cf",    "compare",   "read", "consult", "vgl",  "vergleiche", "siehe",  "voir",
    "cfr",  "véase", "véanse",    "vid",  "vide",    "ver",  "vedi",       "confer", "cfer",
    "veja", "zie",   "vergelijk", "se",   "jf",      "см",   "ср",         "див",    "patrz",
    "viz",  "zob",   "参见",      "参看", "见",      "參見", "eg",
};

/* What introduces a citation but is also said otherwise: only before a name or a title. */
static const char *const introductions[] = {
    "quoted",    "cited",     "citado",    "zitiert",  "cité",       "citato",     "from",
    "reported",  "nach",      "apud",      "zit",      "after",      "following",  "d'après",
    "source",    "fonte",     "given",     "found",    "told",       "related",    "printed",
    "published", "described", "discussed", "narrated", "reproduced", "quelle",     "fuente",
    "by",        "per",       "contra",    "adapted",  "reprinted",  "treated",    "stated",
    "mentioned", "recorded",  "noted",     "shown",    "explained",  "summarized", "summarised",
};

static const char *const fillers[] = {
    "also",        "for",     "example",  "instance",   "eg",          "e",         "g",
    "especially",  "esp",     "however",  "further",    "furthermore", "generally", "again",
    "inter",       "alia",    "too",      "but",        "and",         "now",       "auch",
    "etwa",        "zb",      "z",        "b",          "hierzu",      "dazu",      "insbesondere",
    "bes",         "ferner",  "aussi",    "par",        "exemple",     "ex",        "notamment",
    "también",     "por",     "ejemplo",  "anche",      "ad",          "esempio",   "in",
    "particolare", "também",  "exemplo",  "particular", "similarly",   "likewise",  "respectively",
    "the",         "den",     "die",      "das",        "der",         "more",      "recently",
    "most",        "notably", "context",  "this",       "regard",      "u",         "a",
    "ua",          "также",   "например", "as",         "quoted",      "cited",     "reported",
    "from",        "by",
};

static const char *const ands[] = {"and", "und", "et", "y", "e", "en", "и", "och", "og", "&"};

static const char *const places[] = {
    "p",        "pp",       "page",      "pages",
    "pg",       "pgs",      "s",         "ss",
    "seite",    "seiten",   "pág",       "págs",
    "pag",      "página",   "páginas",   "pagina",
    "fol",      "fols",     "f",         "ff",
    "folio",    "fo",       "vol",       "vols",
    "volume",   "volumes",  "bd",        "bde",
    "band",     "t",        "tome",      "tomo",
    "tom",      "chap",     "chaps",     "chapter",
    "chapters", "ch",       "chs",       "cap",
    "caps",     "kap",      "kapitel",   "chapitre",
    "capítulo", "capitolo", "sec",       "secs",
    "sect",     "section",  "sections",  "par",
    "para",     "paras",    "paragraph", "art",
    "arts",     "article",  "articles",  "artikel",
    "no",       "nos",      "nr",        "núm",
    "num",      "número",   "numéro",    "n",
    "nn",       "note",     "notes",     "line",
    "lines",    "l",        "ll",        "v",
    "vv",       "verse",    "col",       "cols",
    "column",   "bk",       "bks",       "book",
    "part",     "parts",    "pt",        "pts",
    "teil",     "partie",   "parte",     "dec",
    "libro",    "lib",      "passim",    "seq",
    "et",       "sq",       "sqq",       "sv",
    "esp",      "fig",      "figs",      "figure",
    "plate",    "pl",       "table",     "tab",
    "appendix", "app",      "serial",    "series",
    "cmd",      "ser",      "стр",       "с",
    "гл",       "т",        "ч",         "rn",
    "randnr",   "bl",       "anm",       "sp",
    "spalte",   "lin",      "введение",  "introduction",
    "preface",  "sess",     "cong",      "c",
    "頁",       "页",
};

static const char *const pages[] = {
    "p",      "pp",   "page", "pages", "pg",     "pgs",     "s",      "ss",  "seite",
    "seiten", "pág",  "págs", "pag",   "página", "páginas", "pagina", "стр", "с",
    "at",     "pagg", "blz",  "str",   "side",   "页",      "頁",     "第",  "쪽",
};

static const char *const abbreviations[] = {
    "ed",    "eds",   "edn",    "tr",    "trans", "transl", "comp",     "rev",    "mr",   "mrs",
    "ms",    "mss",   "dr",     "prof",  "st",    "ste",    "gen",      "hon",    "gov",  "col",
    "capt",  "lieut", "lt",     "sgt",   "sr",    "jr",     "univ",     "dept",   "co",   "inc",
    "ltd",   "bros",  "cf",     "cfr",   "vgl",   "viz",    "ie",       "eg",     "ca",   "circa",
    "c",     "jan",   "feb",    "mar",   "apr",   "jun",    "jul",      "aug",    "sept", "sep",
    "oct",   "okt",   "nov",    "dez",   "hg",    "hgg",    "hrsg",     "übers",  "aufl", "bes",
    "bzw",   "ebd",   "usw",    "dir",   "coord", "org",    "orgs",     "coords", "cur",  "éd",
    "trad",  "impr",  "hist",   "soc",   "coll",  "amer",   "am",       "assoc",  "bull", "proc",
    "j",     "jour",  "rec",    "mass",  "penn",  "va",     "conn",     "ch",     "cin",  "daily",
    "gaz",   "mt",    "messrs", "vs",    "al",    "op",     "loc",      "cit",    "ibid", "id",
    "ders",  "dies",  "см",     "ср",    "им",    "изд",    "ред",      "esq",    "ft",   "acad",
    "nat",   "int",   "intl",   "congr", "conf",  "off",    "pub",      "publ",   "repr", "rpt",
    "suppl", "ser",   "sci",    "res",   "mag",   "quart",  "archaeol", "theol",  "phil", "zit",
    "see",   "ob",    "ouvr",   "указ",  "ук",    "соч",    "цит",      "a",      "phd",  "diss",
    "u",     "z",     "d",      "o",     "e",     "v",
};

static const char *const sources[] = {
    "letter",       "letters",        "report",     "reports",      "act",         "acts",
    "census",       "censuses",       "memoir",     "memoirs",      "journal",     "journals",
    "minutes",      "proceedings",    "records",    "record",       "law",         "laws",
    "statute",      "statutes",       "speech",     "speeches",     "debates",     "statement",
    "manuscript",   "manuscripts",    "papers",     "paper",        "diary",       "works",
    "writings",     "deposition",     "directive",  "regulation",   "regulations", "guidance",
    "response",     "consultation",   "bill",       "order",        "charter",     "treaty",
    "constitution", "manual",         "bulletin",   "gazette",      "directory",   "directories",
    "catalogue",    "catalog",        "dictionary", "encyclopedia", "edition",     "interview",
    "testimony",    "correspondence", "messages",   "message",      "resolution",  "archives",
    "collection",   "collections",    "history",    "article",      "essay",       "review",
    "thesis",       "dissertation",   "documents",  "brief",        "bericht",     "gesetz",
    "akten",        "rapport",        "lettre",     "loi",          "carta",       "informe",
    "ley",          "lettera",        "legge",      "relatório",    "lei",         "relazione",
    "annals",
};

static const char *const continuations[] = {
    "available", "accessed",  "retrieved", "doi",        "in",         "pp",         "p",
    "vol",       "no",        "isbn",      "issn",       "disponible", "disponível", "acesso",
    "acessado",  "abgerufen", "consulté",  "consultado", "url",        "reprinted",  "translated",
    "edited",    "last",      "online",    "verfügbar",  "ed",         "eds",        "pages",
    "s",         "seite",     "chap",      "updated",    "archived",   "repr",
};

static const char *const months[] = {
    "jan",      "january", "feb",        "february",  "mar",       "march",     "apr",
    "april",    "may",     "jun",        "june",      "jul",       "july",      "aug",
    "august",   "sep",     "sept",       "september", "oct",       "october",   "nov",
    "november", "dec",     "december",   "januar",    "februar",   "märz",      "mai",
    "juni",     "juli",    "oktober",    "dezember",  "janvier",   "février",   "mars",
    "avril",    "juin",    "juillet",    "août",      "septembre", "octobre",   "novembre",
    "décembre", "enero",   "febrero",    "marzo",     "abril",     "mayo",      "junio",
    "julio",    "agosto",  "septiembre", "octubre",   "noviembre", "diciembre", "gennaio",
    "febbraio", "aprile",  "maggio",     "giugno",    "luglio",    "settembre", "ottobre",
    "dicembre", "janeiro", "fevereiro",  "março",     "maio",      "junho",     "julho",
    "setembro", "outubro", "novembro",   "dezembro",  "spring",    "summer",    "autumn",
    "fall",     "winter",
};

static const char *const particles[] = {
    "von", "van", "de", "der", "den", "du", "da", "di",  "del", "della", "dos", "das", "la", "le",
    "ter", "ten", "zu", "zum", "af",  "av", "al", "ibn", "bin", "el",    "y",   "d'",  "et", "do",
};

guint
ibid_note_words_get_prose (const char *word)
{
  if (IBID_IS_ONE_OF (word, strong_prose))
    return 2;
  return IBID_IS_ONE_OF (word, weak_prose) ? 1 : 0;
}

gboolean
ibid_note_words_is_cue (const char *word)
{
  return IBID_IS_ONE_OF (word, cues);
}

gboolean
ibid_note_words_is_introduction (const char *word)
{
  return IBID_IS_ONE_OF (word, introductions);
}

gboolean
ibid_note_words_is_filler (const char *word)
{
  return IBID_IS_ONE_OF (word, fillers);
}

gboolean
ibid_note_words_is_and (const char *word)
{
  return IBID_IS_ONE_OF (word, ands);
}

gboolean
ibid_note_words_is_place (const char *word)
{
  return IBID_IS_ONE_OF (word, places);
}

gboolean
ibid_note_words_is_page (const char *word)
{
  return IBID_IS_ONE_OF (word, pages);
}

gboolean
ibid_note_words_is_abbreviation (const char *word)
{
  return IBID_IS_ONE_OF (word, abbreviations) ||
         (IBID_IS_ONE_OF (word, places) && strcmp (word, "passim") != 0 &&
          strcmp (word, "seq") != 0 && strcmp (word, "ff") != 0);
}

gboolean
ibid_note_words_is_source (const char *word)
{
  return IBID_IS_ONE_OF (word, sources);
}

gboolean
ibid_note_words_is_continuation (const char *word)
{
  return IBID_IS_ONE_OF (word, continuations);
}

gboolean
ibid_note_words_is_month (const char *word)
{
  return IBID_IS_ONE_OF (word, months);
}

gboolean
ibid_note_words_is_particle (const char *word)
{
  return IBID_IS_ONE_OF (word, particles);
}

/* "I combine": a sentence goes on behind it. */
static gboolean
is_speaker (const IbidNoteText *note, const IbidNoteWord *word)
{
  return strcmp (word->text, "i") == 0 && ibid_note_text_get (note, word->end) == ' ' &&
         g_unichar_islower (ibid_note_text_get (note, word->end + 1)) &&
         !ibid_note_text_has (note, word->end, " and ") &&
         !ibid_note_text_has (note, word->end, " p") &&
         !ibid_note_text_has (note, word->end, " et ");
}

gboolean
ibid_note_words_is_roman (const IbidNoteText *note, const IbidNoteWord *word)
{
  gsize length = strspn (word->text, "ivxlc");

  if (word->text[length] != '\0' || length == 0 || length > 9 || length != word->end - word->start)
    return FALSE;
  for (guint i = word->start + 1; i < word->end; i++)
    if (g_unichar_isupper (note->chars[i]) != g_unichar_isupper (note->chars[word->start]))
      return FALSE;
  if (is_speaker (note, word))
    return FALSE;
  return length > 1 || word->text[0] == 'i' || word->text[0] == 'v' || word->text[0] == 'x';
}
