/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-abbreviations.h"

/* One language: words parted by blanks. */
typedef struct {
  const char *code;
  const char *always;
  const char *number;
  const char *either;
  const char *last;
  const char *openers;
  const char *after_ordinal;
  const char *before_ordinal; /* NULL: none */
} Table;

static const Table tables[] = {
    {
        .code = "en",
        .always =
            "mr mrs ms messrs mme mlle dr prof rev revd fr hon pres gov sen rep gen lt col capt "
            "cpt maj sgt cpl pvt adm cmdr supt insp st ste mt ft msgr mgr esq "
            "cf viz vs i.e e.g eg ie ca approx resp incl esp "
            "p pp vol vols fig figs ed eds trans tr repr rev repr chap chaps ch sect para paras "
            "nos nn fol fols ff app suppl ser bk bks ms mss pt pts "
            "univ dept assn bros ave blvd rd jan feb mar apr jun jul aug sept sep oct nov dec "
            "op ops loc cit quot edn hrsg nr s.v q.v",
        .number =
            "no art sec eq eqs eqn n l ll c fl b d r q qq a v vv tab ex ps matt cor rom nr lib cap",
        .either =
            "inc ltd co corp jr sr al a.d b.c c.e b.c.e u.s u.k u.n u.s.a u.s.s.r d.c e.u ph.d "
            "m.d b.a m.a ll.d bart esq ibid op.cit loc.cit calif penn conn va "
            "tenn ariz colo fla ga ky mich minn nev okla vt wis n.y n.j",
        .last = "etc a.m p.m seq sqq",
        .openers =
            "the a an this that these those there here then thus therefore hence he she it they we "
            "you i his her its their our my your in on at by for from to of with without within "
            "while when where what who why how which whether if as after before since until during "
            "under over about against between among through although though because but and or nor "
            "yet so not no however moreover furthermore nevertheless still also even only some "
            "many "
            "most all both each every other another one two three such once now today later soon "
            "finally first second third next meanwhile instead indeed perhaps according despite "
            "unlike like let see is are was were do does did has have had can could may might will "
            "would shall should must",
        .after_ordinal = "",
    },
    {
        .code = "de",
        .always = "dr prof hr fr hrn frl st dipl ing mag univ bzw ca d.h z.b u.a u.ä s.o s.u i.d.r "
                  "z.t v.a o.ä vgl sog evtl ggf insb inkl zzgl bes gem lt str hl kgl kaiserl "
                  "phil jur med theol hg hgg hrsg übers red verf bd bde bdn aufl ausg jg jgg "
                  "kap anm abb tab taf zit ebd ders dies jan feb febr aug sept okt nov dez "
                  "geb gest verh ehem nachm vorm mio mrd tsd sp u.a.m i.e cf op cit vs abs ziff "
                  "abt bl fol hs hss ms mss",
        .number = "nr nrn art s f ff v vv n z l p pp vol no §",
        .either = "a.a.o a.d v.chr n.chr chr u.s u.s.w usf m.e e.v",
        .last = "etc usw u.s.w u.v.m",
        .openers =
            "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesem "
            "diesen jener jene er sie es wir ihr ich man sein seine ihre unser in im an am auf aus "
            "bei mit nach von vom vor zu zum zur für gegen ohne über unter um durch während wegen "
            "trotz seit bis wenn als wie wo was wer warum ob dass daß weil obwohl aber und oder "
            "doch denn sondern jedoch dennoch trotzdem außerdem allerdings auch noch nur schon so "
            "dann da hier dort jetzt heute später schließlich zunächst zuerst danach dabei damit "
            "dafür daher deshalb alle viele einige manche andere beide kein keine nicht ist sind "
            "war waren hat haben hatte wird werden wurde wurden kann soll",
        .after_ordinal =
            "januar jänner februar märz april mai juni juli august september oktober november "
            "dezember jan feb febr mär apr jun jul aug sept sep okt nov dez jahrhundert "
            "jahrhunderts jahrhunderte jh jhs jhdt jahrtausend auflage aufl kapitel kap weltkrieg "
            "band klasse stock mal platz tag woche monat jahr geburtstag todestag internationale "
            "internationaler deutsche deutscher deutschen kongress parteitag sitzung ausgabe",
        .before_ordinal = "der die das dem den des am im vom zum zur beim",
    },
    {
        .code = "fr",
        .always =
            "m mm mme mmes mlle mlles mgr dr pr st ste sts av bd boul cf cie éd éds ed eds "
            "trad dir coll vol t p pp fig chap art sect env c.-à-d p.ex ex ms mss fol ibid id "
            "op cit loc janv févr avr juil sept oct nov déc réf rééd suiv sq al",
        .number = "n no nos f ff v l ch livr",
        .either = "j.-c av.j.-c apr.j.-c u.s a.d s.a",
        .last = "etc",
        .openers =
            "le la les l un une des du de d ce cet cette ces c il elle ils elles on nous vous je j "
            "son sa ses leur leurs notre dans en sur sous par pour avec sans chez vers entre "
            "depuis "
            "pendant avant après à au aux si quand lorsque où que qui quoi comme parce mais et ou "
            "donc or ni car cependant toutefois pourtant ainsi alors aussi même encore enfin puis "
            "ensuite d'abord selon malgré tout tous toute toutes plusieurs quelques certains "
            "certaines chaque aucun aucune ne est sont était étaient a ont avait",
        .after_ordinal = "",
    },
    {
        .code = "es",
        .always =
            "sr sra sres sras srta dr dra d dña prof lic ing gral cnel cap sto sta mons av avda "
            "cf vid ej p.ej pág págs p pp vol vols t ed eds trad coord comp cap caps fig núm "
            "núms art arts ms mss fol fols op cit loc ibid íd ss aprox ene feb abr jun jul ago "
            "sept oct nov dic ee uu ee.uu ref",
        .number = "n no nº l v vv",
        .either = "a.c d.c a.d s.a u.s ud uds vd vds",
        .last = "etc",
        .openers =
            "el la los las lo un una unos unas este esta estos estas ese esa esos esas aquel "
            "aquella "
            "él ella ellos ellas yo nosotros su sus mi en de del a al con sin por para sobre bajo "
            "entre hasta desde durante tras según ante contra si cuando donde que qué quien como "
            "porque aunque pero y e o u ni no sí sino sin también tampoco además así entonces "
            "luego "
            "después antes ahora hoy finalmente primero todo todos toda todas muchos muchas "
            "algunos "
            "algunas otros otras cada ningún ninguna se es son era eran fue fueron ha han había "
            "hay",
        .after_ordinal = "",
    },
    {
        .code = "it",
        .always = "sig sigg dott prof ing avv arch on sen gen col cap ten mons s ss cfr cf es p.es "
                  "pag pagg p pp vol voll t ed edd trad cur capp fig figg tav art artt nn ms mss "
                  "fol cit op loc ibid id sg sgg ss gen febb sett ott nov dic ecc",
        .number = "n no nr c cc l v vv f ff r",
        .either = "a.c d.c a.d s.p.a u.s",
        .last = "etc",
        .openers =
            "il lo la i gli le l un uno una questo questa questi queste quello quella egli ella "
            "esso "
            "essa essi lui lei loro noi io suo sua suoi sue in nel nella nei nelle di del della "
            "dei "
            "delle dello a al alla ai alle con senza per su sul sulla tra fra da dal dalla sotto "
            "dopo prima durante secondo se quando dove che chi come perché benché ma e ed o oppure "
            "né non anche ancora così allora poi infine inoltre tuttavia però quindi tutti tutte "
            "molti molte alcuni alcune altri altre ogni nessun nessuna si è sono era erano fu "
            "furono "
            "ha hanno aveva",
        .after_ordinal = "",
    },
    {
        .code = "pt",
        .always =
            "sr sra srs sras dr dra d prof profa eng gen cel cap sto sta mons av cf ex p.ex pág "
            "págs p pp vol vols t ed eds org orgs trad coord cap caps fig art arts ms mss fol "
            "fls op cit loc ibid id ss aprox jan fev abr jun jul ago set out nov dez",
        .number = "n no nº l v vv",
        .either = "a.c d.c a.d s.a u.s",
        .last = "etc",
        .openers =
            "o a os as um uma uns umas este esta estes estas esse essa esses essas isto isso "
            "aquele "
            "aquela ele ela eles elas eu nós seu sua seus suas em no na nos nas de do da dos das a "
            "ao à aos às com sem por pelo pela para sobre sob entre até desde durante após segundo "
            "se quando onde que quem como porque embora mas e ou nem não também ainda assim então "
            "depois antes agora hoje finalmente primeiro todo todos toda todas muitos muitas "
            "alguns "
            "algumas outros outras cada nenhum nenhuma é são era eram foi foram há tem têm havia",
        .after_ordinal = "",
    },
};

#define N_TABLES G_N_ELEMENTS (tables)

enum { OPENER = 1 << 8, AFTER_ORDINAL = 1 << 9, BEFORE_ORDINAL = 1 << 10 };

static void
add_words (GHashTable *words, const char *list, guint meaning)
{
  g_auto (GStrv) split = g_strsplit (list, " ", -1);

  for (guint i = 0; split[i] != NULL; i++)
    if (*split[i] != '\0') {
      guint have = GPOINTER_TO_UINT (g_hash_table_lookup (words, split[i]));

      /* The first of the four that names a word holds. */
      if (meaning < OPENER && (have & 0xff) != 0)
        continue;
      g_hash_table_insert (words, g_strdup (split[i]), GUINT_TO_POINTER (have | meaning));
    }
}

static GHashTable *
make_words (const Table *table)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_words (words, table->number, IBID_ABBREVIATION_NUMBER);
  add_words (words, table->last, IBID_ABBREVIATION_LAST);
  add_words (words, table->either, IBID_ABBREVIATION_EITHER);
  add_words (words, table->always, IBID_ABBREVIATION_ALWAYS);
  add_words (words, table->openers, OPENER);
  add_words (words, table->after_ordinal, AFTER_ORDINAL);
  if (table->before_ordinal != NULL)
    add_words (words, table->before_ordinal, BEFORE_ORDINAL);
  return words;
}

/* Made once and kept: a few hundred words a language. */
static GHashTable *
get_words (const char *language)
{
  static GHashTable *made[N_TABLES];
  static GMutex mutex;
  guint index = 0;
  GHashTable *words;

  for (guint i = 1; language != NULL && i < N_TABLES; i++)
    if (g_ascii_tolower (language[0]) == tables[i].code[0] &&
        g_ascii_tolower (language[1]) == tables[i].code[1] && !g_ascii_isalpha (language[2]))
      index = i;
  words = g_atomic_pointer_get (&made[index]);
  if (words != NULL)
    return words;
  g_mutex_lock (&mutex);
  if (made[index] == NULL)
    g_atomic_pointer_set (&made[index], make_words (&tables[index]));
  words = made[index];
  g_mutex_unlock (&mutex);
  return words;
}

static guint
look_up (const char *word, const char *language)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (get_words (language), word));
}

IbidAbbreviation
ibid_abbreviations_find (const char *word, const char *language)
{
  return (IbidAbbreviation)(look_up (word, language) & 0xff);
}

gboolean
ibid_abbreviations_is_opener (const char *word, const char *language)
{
  return (look_up (word, language) & OPENER) != 0;
}

gboolean
ibid_abbreviations_follows_ordinal (const char *word, const char *language)
{
  return (look_up (word, language) & AFTER_ORDINAL) != 0;
}

gboolean
ibid_abbreviations_leads_ordinal (const char *word, const char *language)
{
  return (look_up (word, language) & BEFORE_ORDINAL) != 0;
}
