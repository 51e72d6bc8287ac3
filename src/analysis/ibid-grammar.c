/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-grammar.h"

#include <string.h>

typedef struct {
  guint flags;
  const char *words;
} Entry;

static const Entry entries[] = {
    {IBID_GRAMMAR_PREPOSITION,
     "about above across against along amid amidst among amongst around as at before "
     "behind below beneath beside besides between beyond by concerning despite down during "
     "for from in inside into like near of off on onto opposite out outside over past per "
     "regarding respecting through throughout till to toward towards under underneath "
     "until unto up upon versus via with within without after since than except "
     "notwithstanding including following according owing due prior next amounting unlike "
     "because"},
    {IBID_GRAMMAR_SUBORDINATOR,
     "after although as because before if lest once since so that though "
     "till unless until when whenever where whereas whereby wherein whereupon whether "
     "while whilst how why what"},
    {IBID_GRAMMAR_RELATIVE, "who which whose whom"},
    {IBID_GRAMMAR_COORDINATOR, "and but or nor yet"},
    {IBID_GRAMMAR_PERSON, "he she"},
    {IBID_GRAMMAR_PRONOUN,
     "it they we i you one this that these those there here him her them us me himself "
     "herself itself themselves myself ourselves such others another other both same "
     "latter former some many few several most all none nothing something everything "
     "anything everyone someone anyone nobody everybody somebody each either neither much "
     "more less thou ye what who which whoever whatever any enough half another's"},
    {IBID_GRAMMAR_DETERMINER,
     "the a an his her its their our my your this that these those every each no any some "
     "another such both all many few several most two three four five six seven eight nine "
     "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
     "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million "
     "billion more other certain thy very so newly recently too rather now then much "
     "highly well how s various numerous great large small old young new first second "
     "third last"},
    {IBID_GRAMMAR_BE, "is are was were be been being am"},
    {IBID_GRAMMAR_HAVE, "has have had"},
    {IBID_GRAMMAR_AUXILIARY, "is are was were am has have had did does do will shall"},
    {IBID_GRAMMAR_MODAL, "would could should may might must can cannot ought"},
    {IBID_GRAMMAR_PAST,
     "went came took gave wrote began saw fell rose grew became broke chose drove drew "
     "knew spoke threw flew slew bore swore ran sank rang sang ate shook stole tore wore "
     "arose forbade overthrew underwent withdrew undertook overtook forgave fled overcame "
     "strove overran smote forsook befell spake bade rode hid froze wove trod shrank "
     "sprang stank swam drank"},
    {IBID_GRAMMAR_PARTICIPLE,
     "held made sent built found brought sold bought led left lost met set cut paid told "
     "read won struck put laid kept felt heard caught taught sought fought thought dealt "
     "bound bent bred clung crept fed hung hurt hit let lit shot shut slept sped spent "
     "split spread stood stuck swept upheld understood withheld withstood wound wrought "
     "rebuilt slid shed said had meant lent rent burnt learnt spoilt overheard besought "
     "strung slung sat"},
    {IBID_GRAMMAR_ONLY_PARTICIPLE,
     "written taken given seen done gone known shown born borne begun broken chosen driven "
     "drawn thrown flown slain sworn stolen torn worn arisen forbidden overthrown "
     "undergone withdrawn undertaken overtaken forgiven beaten fallen hidden eaten frozen "
     "spoken sunk sung rung grown proven stricken ridden woven forsaken laden become come"},
    {IBID_GRAMMAR_PRESENT,
     "announces opens begins becomes says argues writes takes gives makes holds comes goes "
     "dies signs meets wins loses adopts passes declares publishes launches releases "
     "returns arrives kills attacks invades surrenders resigns elects founds establishes "
     "creates introduces receives joins leaves sees finds shows marks falls orders visits "
     "accepts rejects approves agrees starts ends closes moves gets puts calls sends"},
    {IBID_GRAMMAR_ADVERB,
     "further also then too still again soon later already never not ever even only now once often "
     "always almost thus therefore however moreover hence instead together away back forth "
     "twice just first finally perhaps nevertheless meanwhile afterward afterwards "
     "thereafter thereupon formerly else yet likewise there here thence hither thither "
     "forthwith indeed quite rather very both alike altogether anew abroad somewhat"},
    {IBID_GRAMMAR_STATE,
     "retained contemplated estimated computed calculated is are was were am seemed remained "
     "needed wanted believed supposed intended "
     "meant considered regarded expected desired knew thought felt understood contained "
     "consisted amounted exceeded averaged numbered stood owned belonged existed resembled "
     "required constituted represented included comprised equalled equaled totalled "
     "totaled possessed lacked depended concerned hoped feared wished liked loved hated "
     "differed lay lived seems seem consists contains means deserved sufficed cost weighed "
     "measured continued kept used tended preferred enjoyed ranged "
     "varied had has have implied proved showed indicated illustrated "
     "suggested demonstrated demonstrates reflected corresponded compared accounted "
     "derived dominated looked sounded held-out relied owed doubted trusted imagined "
     "remembered yielded consumed employed"},
    {IBID_GRAMMAR_WHOLE,
     "flew reopened died opened closed ended began started arrived collapsed fell resigned retired "
     "surrendered failed succeeded escaped fled emerged "
     "vanished disappeared happened occurred rose sank crashed exploded erupted "
     "burned burnt perished married graduated rebelled revolted withdrew abdicated "
     "deserted landed sailed disbanded dissolved voted prevailed recovered ceased "
     "commenced converged changed reappeared appeared intervened agreed declined "
     "increased decreased doubled tripled broke grew expired emigrated migrated "
     "fought capitulated disembarked dispersed opens begins dies surrenders resigns starts "
     "ends closes"},
    {IBID_GRAMMAR_REPORT,
     "urged demanded said says argued argues wrote writes declared declares announced announces "
     "maintained maintains asserted asserts insisted insists complained complains remarked "
     "testified contended contends replied answered warned warns claimed claims stated "
     "reported noted observed concluded explained believed thought admitted denied "
     "estimated confirmed told suggested showed found predicted agreed promised revealed "
     "urged decided proposed recommended acknowledged alleged added expressed informed "
     "demanded required ruled resolved ordered learned hoped felt saw heard knew feared "
     "wished declaring saying stating voted determined provided provides assured indicated "
     "recorded records pointed protested hinted pledged vowed requested requests asked "
     "swore held holds shows finds"},
    {IBID_GRAMMAR_NEGATION, "not never no neither nor none cannot hardly scarcely nobody nothing"},
};

static GHashTable *
make_table (void)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    g_auto (GStrv) words = g_strsplit (entries[i].words, " ", -1);

    for (guint j = 0; words[j] != NULL; j++) {
      guint have = GPOINTER_TO_UINT (g_hash_table_lookup (table, words[j]));

      g_hash_table_insert (table, g_strdup (words[j]), GUINT_TO_POINTER (have | entries[i].flags));
    }
  }
  return table;
}

/* Made once and kept. */
static GHashTable *
get_table (void)
{
  static GHashTable *table;

  if (g_once_init_enter (&table)) {
    GHashTable *made = make_table ();

    g_once_init_leave (&table, made);
  }
  return table;
}

/* "founded", "quickly", "taking". */
static guint
get_by_ending (const char *word)
{
  static const char *const no_verbs[] = {
      "hundred", "need",    "seed",      "speed",   "breed",    "deed",  "feed",      "indeed",
      "sacred",  "naked",   "wicked",    "kindred", "red",      "embed", "colored",   "coloured",
      "aged",    "beloved", "aforesaid", "hatred",  "infrared", "weed",  "reed",      "steed",
      "exceed",  "proceed", "succeed",   "united",  "greed",    "creed", "so-called", "shed"};
  static const char *const no_adverbs[] = {"family", "reply",    "supply",   "assembly", "ally",
                                           "rally",  "monopoly", "anomaly",  "rely",     "apply",
                                           "comply", "imply",    "multiply", "early",    "daily",
                                           "weekly", "monthly",  "yearly",   "elderly",  "friendly",
                                           "only",   "likely",   "holy",     "lovely",   "deadly"};
  static const char *const no_participles[] = {
      "nothing", "something", "everything", "anything", "evening", "morning",  "building",
      "meeting", "during",    "king",       "being",    "spring",  "string",   "thing",
      "wing",    "ring",      "uprising",   "beijing",  "hearing", "offering", "wedding"};
  /* Most others that begin so are adjectives: "unexpected". */
  static const char *const un_verbs[] = {"unveiled",
                                         "unleashed",
                                         "unearthed",
                                         "uncovered",
                                         "unloaded",
                                         "unfolded",
                                         "unlocked",
                                         "unseated",
                                         "undermined",
                                         "underlined",
                                         "unmasked",
                                         "unfurled",
                                         "unloosed"};
  gsize length = strlen (word);

  if (length >= 4 && g_str_has_suffix (word, "ed"))
    return IBID_IS_ONE_OF (word, no_verbs) ||
                   (g_str_has_prefix (word, "un") && length > 7 && !IBID_IS_ONE_OF (word, un_verbs))
               ? 0
               : IBID_GRAMMAR_PARTICIPLE;
  if (length > 4 && g_str_has_suffix (word, "ly"))
    return IBID_IS_ONE_OF (word, no_adverbs) ? 0 : IBID_GRAMMAR_ADVERB;
  if (length > 4 && g_str_has_suffix (word, "ing"))
    return IBID_IS_ONE_OF (word, no_participles) ? 0 : IBID_GRAMMAR_ING;
  return 0;
}

guint
ibid_grammar_get (const char *word)
{
  guint flags = GPOINTER_TO_UINT (g_hash_table_lookup (get_table (), word));
  const guint verbs = IBID_GRAMMAR_VERB | IBID_GRAMMAR_ONLY_PARTICIPLE;

  return (flags & verbs) == 0 ? flags | get_by_ending (word) : flags;
}
