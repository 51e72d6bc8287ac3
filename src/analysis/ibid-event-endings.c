/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-event-endings.h"

#include "analysis/ibid-words.h"

#include <string.h>

#define WORD_BYTES 64
/* A subject has no more words. */
#define SUBJECT_WORDS 10
/* Verbs with a regular ending are no shorter, in code points. */
#define VERB_LENGTH 4

typedef struct {
  const char *language;
  const char *endings; /* of verbs in the past */
  const char *verbs;   /* irregular ones */
  const char *nouns;   /* that end like verbs */
  const char *small;   /* words that no title begins or ends with */
} Table;

static const Table tables[] = {
    {"de",
     "te ten",
     "wurde wurden starb starben kam kamen ging begann begannen erschien erschienen schrieb "
     "schrieben fiel fielen gewann verlor schloss fand fanden traf trafen trat traten nahm gab "
     "brach ließ erhielt unterschrieb entstand beschloss verbot zog zogen",
     "heute erste ersten letzte letzten zweite zweiten dritte dritten beste besten rechte rechten "
     "alte alten weite gute guten späte späten hätte hätten könnte könnten sollte sollten müsste "
     "dürfte wollte wollten bekannte bekannten gesamte gesamten sogenannte sogenannten hatte "
     "hatten "
     "konnte konnten zählte zählten lebte lebten",
     "in im am an auf aus bei mit nach von vom vor zu zum zur für gegen ohne über unter um durch "
     "während wegen seit bis wenn als wie wo was wer warum ob dass weil obwohl aber und oder doch "
     "denn jedoch auch noch nur schon so dann da hier dort jetzt später schließlich er sie es wir "
     "ihr ich man sein seine seinen seiner ihre ihren dieser diese dieses der die das den dem des "
     "ein eine einen einem einer eines sich nicht wurde wurden war waren ist sind hat haben"},
    {"fr",
     "èrent irent urent",
     "fut furent naquit mourut devint fit firent prit prirent vint vinrent parut parurent écrivit "
     "publia fonda signa commença reçut quitta épousa entra créa adopta proclama envahit obtint "
     "remporta ouvrit ferma arriva partit succéda annonça",
     "",
     "en à au aux de du des dans par pour sur sous avec sans vers chez entre après avant depuis "
     "pendant contre et ou mais donc or ni car que qui dont où quand comme si il elle on ils elles "
     "je nous vous ce cet cette ces son sa ses leur leurs le la les l un une d ne pas plus y se s "
     "ainsi aussi alors puis enfin ici là déjà encore est sont a ont était étaient selon"},
    {"es",
     "ó aron ieron",
     "fue fueron tuvo hizo vino dio dijo hubo puso",
     "",
     "en a al de del por para con sin sobre bajo entre hasta desde hacia contra según y e o u pero "
     "sino que quien cuyo donde cuando como si él ella ellos ellas yo nosotros esto eso este esta "
     "estos estas ese esa su sus el la los las un una unos unas lo se no ya también así entonces "
     "aquí allí aún es son era eran ha han fue"},
    {"it",
     "ò arono erono irono",
     "fu furono nacque morì scrisse venne vennero fece fecero ebbe divenne prese vinse nacquero "
     "morirono",
     "però ciò può",
     "in a al alla ai alle allo di del della dei delle dello degli da dal dalla dai dalle per con "
     "su "
     "sul sulla tra fra e ed o ma che chi cui dove quando come se egli ella essi io noi questo "
     "questa questi queste quello quella suo sua suoi sue il lo la i gli le l un una uno si non "
     "già "
     "anche così allora poi qui lì è sono era erano ha hanno"},
    {"pt",
     "ou eu iu aram eram iram",
     "foi foram teve fez veio deu disse houve pôs nasceu morreu",
     "ou meu seu teu eu europeu museu liceu judeu ateu deu",
     "em no na nos nas num numa de do da dos das para por pelo pela pelos pelas com sem sobre até "
     "desde ao aos à às entre contra e ou mas que quem cujo cuja onde quando como se ele ela eles "
     "elas eu nós isso isto este esta estes estas esse essa aquele aquela seu sua seus suas o a os "
     "as um uma uns umas não já também assim então aqui ali ainda só é são era eram há foi segundo "
     "primeiro terceiro temos vemos outro outra"},
};

static const Table *
find_table (const char *language)
{
  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (tables); i++)
    if (g_ascii_strncasecmp (language, tables[i].language, 2) == 0)
      return &tables[i];
  return NULL;
}

/* Whether `list`, words parted by blanks, has `word`. */
static gboolean
has_word (const char *list, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = list; (p = strstr (p, word)) != NULL; p++)
    if ((p == list || p[-1] == ' ') && (p[length] == ' ' || p[length] == '\0'))
      return TRUE;
  return FALSE;
}

static gboolean
has_ending (const char *list, const char *word)
{
  g_auto (GStrv) endings = g_strsplit (list, " ", -1);

  for (guint i = 0; endings[i] != NULL; i++)
    if (*endings[i] != '\0' && g_str_has_suffix (word, endings[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_past (const Table *table, const IbidWord *word, const char *folded)
{
  if ((word->flags & IBID_WORD_CAPITAL) != 0)
    return FALSE;
  if (has_word (table->verbs, folded))
    return TRUE;
  return word->end - word->start >= VERB_LENGTH && !has_word (table->nouns, folded) &&
         has_ending (table->endings, folded);
}

/* Adverbs, gerunds and participles lead in to something else. */
static gboolean
leads_in (const char *folded)
{
  return has_ending ("mente ment ndo ado ada ados adas ido ida idos idas ato ata ati ate", folded);
}

gboolean
ibid_event_endings_tell (const char *title, const char *language)
{
  const Table *table = find_table (language);
  g_autoptr (GArray) words = ibid_words_find (title);
  char folded[WORD_BYTES];

  if (words->len == 0 || (g_array_index (words, IbidWord, 0).flags & IBID_WORD_SIGN) != 0)
    return words->len > 0;
  if (table == NULL || words->len < 2)
    return FALSE;
  for (guint i = 0; i < words->len; i++) {
    const IbidWord *word = &g_array_index (words, IbidWord, i);

    if (!ibid_word_fold (title, word, folded, sizeof folded))
      return FALSE;
    if (i == 0 && (has_word (table->small, folded) || leads_in (folded)))
      return FALSE;
    if (i == 0)
      continue;
    if (i > SUBJECT_WORDS || strchr (",;:", title[word[-1].byte_end]) != NULL)
      return FALSE;
    if (is_past (table, word, folded)) {
      char last[WORD_BYTES];
      gboolean is_end = i + 1 == words->len;

      ibid_word_fold (title, &g_array_index (words, IbidWord, words->len - 1), last, sizeof last);
      return is_end || !has_word (table->small, last);
    }
    /* What "who" did is another's clause. */
    if (has_word ("que qui che cui dont quem cujo cuja donde onde où", folded))
      return FALSE;
  }
  return FALSE;
}
