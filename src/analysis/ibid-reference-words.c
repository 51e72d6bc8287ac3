/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-reference-words.h"

#include "analysis/ibid-reference-tokens.h"

#include <string.h>

typedef struct {
  guint lists;
  const char *words; /* lower case, a blank behind each */
} List;

static const List all_lists[] = {
    {IBID_WORD_MONTH,
     "january february march april may june july august september october november "
     "december jan feb mar apr jun jul aug sep sept oct nov dec januar februar märz mai "
     "juni juli oktober dezember jänner mär okt dez janvier février mars avril juin "
     "juillet août septembre octobre novembre décembre janv févr avr juil déc fevrier aout "
     "decembre enero febrero marzo abril mayo junio julio agosto septiembre setiembre "
     "octubre noviembre diciembre ene abr ago dic gennaio febbraio aprile maggio giugno "
     "luglio settembre ottobre dicembre genn febbr giu lug sett ott gen mag set janeiro "
     "fevereiro março maio junho julho setembro outubro novembro dezembro fev out marco "
     "spring summer autumn fall winter "},
    {IBID_WORD_JOURNAL,
     "journal review annals bulletin transactions proceedings quarterly letters archives "
     "archive magazine studies acta physica chemistry physics science sciences nature "
     "research advances annual notes communications zeitschrift jahrbuch jahrbücher archiv "
     "blätter vierteljahrschrift annalen beiträge mitteilungen hefte studien revue annales "
     "cahiers études mémoires gazette comptes rendus recherches rivista giornale archivio "
     "annali bollettino atti memorie quaderni studi rassegna nuova ateneo miscellanea "
     "revista anales boletín cuadernos estudios arquivos cadernos estudos anais boletim j "
     "rev lett phys chem biol med sci proc natl acad amer soc math trans ann bull arch int "
     "appl eng res clin exp neurosci psychol econ stat mech comput astrophys opt lancet "
     "cell neuron plos jama bmj "},
    {IBID_WORD_PLACE,
     "london paris berlin leipzig münchen munich wien vienna zürich zurich basel stuttgart "
     "frankfurt hamburg köln cologne göttingen tübingen heidelberg freiburg bonn bern "
     "dresden weimar halle jena mainz würzburg new york cambridge oxford boston chicago "
     "philadelphia princeton toronto berkeley washington baltimore ithaca stanford haven "
     "edinburgh dublin manchester glasgow harmondsworth bloomington minneapolis durham "
     "thousand oaks englewood cliffs reading hoboken san francisco los angeles sydney "
     "melbourne venezia venice venetiis vinegia firenze florence roma rome milano milan "
     "torino turin bologna padova padua patavii napoli naples bari verona vicenza treviso "
     "udine brescia bergamo trieste modena ferrara ravenna pisa siena genova palermo "
     "mantova parma pavia trento lucca rovigo bassano belluno perugia urbino lyon "
     "bruxelles brussels louvain leuven leiden leyden amsterdam hague haye genève geneva "
     "lausanne rouen strasbourg grenoble bordeaux marseille toulouse rennes lille "
     "dordrecht antwerp utrecht copenhagen stockholm oslo helsinki uppsala madrid "
     "barcelona sevilla valencia salamanca lisboa lisbon coimbra porto buenos aires méxico "
     "mexico bogotá santiago lima caracas são paulo rio janeiro petrópolis campinas "
     "brasília belo horizonte alegre curitiba salvador warszawa warsaw kraków praha prague "
     "budapest moscow moskva leningrad petersburg beograd belgrade zagreb ljubljana athens "
     "athènes istanbul jerusalem cairo delhi bombay tokyo kyoto beijing shanghai hong kong "
     "singapore seoul uk usa u.s.a england italy france germany india china japan ma nj ny "
     "ca "},
    {IBID_WORD_PUBLISHER,
     "press publishers publisher publishing books verlag verlags verlagsanstalt éditions "
     "editions edizioni editore editori editrice editorial editora ed edn university "
     "universitaires presses puf imprimerie tipografia tip stamperia libreria librairie "
     "libri druckerei springer elsevier wiley routledge blackwell sage mcgraw hill addison "
     "wesley prentice academic kluwer birkhäuser gruyter brill brepols reimer teubner "
     "suhrkamp fischer beck klostermann mohr siebeck niemeyer oldenbourg böhlau steiner "
     "vandenhoeck ruprecht rowohlt hanser gallimard seuil minuit plon grasset hachette "
     "flammarion fayard colin vrin larousse droz armand picard maspero laterza einaudi "
     "mondadori olschki sansoni giuffrè feltrinelli rizzoli garzanti electa skira bulzoni "
     "longanesi adelphi mulino neri pozza marsilio zanichelli utet treccani hoepli viella "
     "jouvence antenore cedam canova forni signum bompiani penguin knopf norton macmillan "
     "harper row viking vintage doubleday random scribner's holt rinehart winston pantheon "
     "houghton mifflin basic free verso ashgate palgrave longman methuen heinemann faber "
     "allen unwin paul kegan duckworth thames hudson dover crc ieee acm alianza cátedra "
     "siglo ariel taurus akal gredos tecnos trotta paidós vozes contexto cortez "
     "perspectiva zahar hucitec ática brasiliense atlas loyola penso "},
    {IBID_WORD_GIVEN,
     "john james robert michael william david richard charles joseph thomas christopher "
     "daniel paul mark donald george kenneth steven edward brian ronald anthony kevin "
     "jason matthew gary timothy jose larry jeffrey frank scott eric stephen andrew "
     "raymond gregory joshua jerry dennis walter patrick peter harold henry carl arthur "
     "ryan roger albert jonathan samuel benjamin francis philip alan simon martin mary "
     "patricia linda barbara elizabeth jennifer maria susan margaret dorothy lisa nancy "
     "karen betty helen sandra donna carol ruth sharon michelle laura sarah kimberly "
     "deborah jessica anna anne julia jane emma alice hans karl friedrich wilhelm heinrich "
     "johann franz otto ernst ludwig hermann max georg jürgen wolfgang klaus dieter "
     "günther gerhard werner walther ulrich rainer bernd jean pierre jacques michel louis "
     "françois andré claude henri philippe marcel bernard alain maurice rené émile gilles "
     "étienne roland giovanni giuseppe antonio francesco luigi mario carlo angelo pietro "
     "paolo andrea marco alessandro domenico giorgio franco bruno sergio vincenzo gaetano "
     "ugo gino roberto claudio renato silvio alberto massimo giacomo girolamo nicolò "
     "lorenzo emanuele pompeo tommaso juan carlos luis miguel jorge manuel pedro josé "
     "fernando rafael ramón joão paulo antônio "},
    {IBID_WORD_EDITOR,
     "ed eds edited editor editors edn hrsg hg herausgegeben herausgeber cura curatore dir "
     "éd éds édité éditeur org orgs organizador organizadores coord coordinador coords "
     "coordenador edit édition comp compiler compilers redaktion hgg editado editada "
     "edidit "},
    {IBID_WORD_FUNCTION,
     "the a an of and in on at for to with from by as its their der die das des dem den "
     "und im zur zum von über für mit aus bei ein eine einer le la les l un une du de et à "
     "au aux dans en sur pour par avec il lo gli i uno una del dello della dei degli delle "
     "nel nella nei sul sulla e ed per con da dal dalla al alla tra fra el los las y o "
     "sobre entre do dos no na nos nas ao um uma em para com é que che qui "},
    {IBID_WORD_PAGE,
     "p pp pg pgs page pages s seite seiten pag pagg págs pág páginas página pagine ss ff "
     "cc col coll f fol "},
    {IBID_WORD_VOLUME,
     "vol vols volume volumes v bd bde band bände t tom tome tomes tomo tomos voi voli "
     "voll volumi "},
    {IBID_WORD_ISSUE,
     "no nos nr number num numero numéro número n issue iss heft h fasc fascicolo "
     "fascicule fase nn suppl supplement pt part teil parte "},
    {IBID_WORD_IN, "in dans en em aus "},
    {IBID_WORD_GENRE,
     "thesis dissertation phd ph.d thèse tesi tese tesis dissertação doctoral master's "
     "mestrado doutorado doctorat diss habilitationsschrift habilitation laurea "
     "unpublished manuscript report tech rep technical working paper memo memorandum "
     "preprint white release releases rapport bericht relatório monograph patent "
     "diplomarbeit inaugural "},
    {IBID_WORD_CONFERENCE,
     "conference proceedings proc symposium workshop congress congresso colloquium "
     "colloque convegno tagung kongress meeting conf int'l seminar seminário encontro "
     "annual simposio congreso atti actes akten "},
    {IBID_WORD_ACCESS,
     "accessed access retrieved available consulted consulté abgerufen zugriff stand "
     "visited viewed disponível disponible acesso acessado consultato disponibile online "
     "internet consultado zuletzt cited modified updated "},
    {IBID_WORD_TRANSLATOR,
     "trans translated translator translation tr trad traduit traduzione traduction "
     "tradução traducción traductor tradutor übers übersetzt übersetzung traduzido "
     "tradotto "},
    {IBID_WORD_EDITION,
     "edition ed edn édition éd aufl auflage edizione edición edição ediz rev revised 2nd "
     "3rd 4th 5th 1st 6th reprint repr rpt ristampa 2ª 3ª 1ª 2a 3a "},
    {IBID_WORD_ARCHIVE,
     "archives archivio archivo arquivo archiv library biblioteca bibliothèque bibliothek "
     "ms mss cod codex b bb busta buste reg registro filza fz c cc carta ff folio fol "
     "manuscript box folder papers collection asv asve bnm bmc record "},
    {IBID_WORD_NEWSPAPER,
     "times post guardian tribune herald observer independent telegraph news daily zeitung "
     "tagblatt spiegel zeit welt monde figaro libération humanité corriere repubblica "
     "stampa país mundo folha estado globo gazette chronicle globe star journal bbc cnn "
     "reuters blog today weekly magazine economist yorker atlantic "},
    {IBID_WORD_ORGANISATION,
     "ministry department university université universität università universidad "
     "universidade institute institut istituto instituto center centre council committee "
     "commission organization organisation agency office association society foundation "
     "bank government national world united nations european laboratory school college "
     "group collaboration consortium corporation inc ltd service bureau board comité "
     "conseil fundação academy akademie accademia "},
};

/* A line a month: January first. */
static const char *const months[12] = {
    "january jan januar jänner janvier janv enero ene gennaio genn gen janeiro ",
    "february feb februar février fevrier févr fevr febrero febbraio febbr fevereiro fev ",
    "march mar märz mär mrz mars marzo março marco ",
    "april apr avril avr abril abr aprile ",
    "may mai mayo maggio mag maio ",
    "june jun juni juin junio giugno giu junho ",
    "july jul juli juillet juil julio luglio lug julho ",
    "august aug août aout agosto ago ag ",
    "september sep sept septembre septiembre setiembre settembre sett set setembro ",
    "october oct oktober okt octobre octubre ottobre ott outubro out ",
    "november nov novembre noviembre novembro ",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro ",
};

/* --- The table ---------------------------------------------------------------------------- */

#define N_SLOTS 4096

typedef struct {
  guint64 hash; /* 0: free */
  guint lists;
  guint month;
} Slot;

typedef struct {
  Slot slots[N_SLOTS];
} Table;

guint64
ibid_word_hash (const gunichar *chars, guint n_chars)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (guint i = 0; i < n_chars; i++) {
    gunichar c = chars[i] < 0x80 ? (gunichar)g_ascii_tolower ((char)chars[i])
                                 : g_unichar_tolower (chars[i]);

    hash = (hash ^ c) * G_GUINT64_CONSTANT (0x100000001b3);
  }
  hash ^= hash >> 32;
  hash *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  hash ^= hash >> 29;
  return hash != 0 ? hash : 1;
}

static guint64
hash_utf8 (const char *word, gsize length)
{
  gunichar chars[32];
  guint n_chars = 0;

  for (const char *p = word; p < word + length && n_chars < G_N_ELEMENTS (chars);
       p = g_utf8_next_char (p))
    chars[n_chars++] = ibid_reference_fold (g_utf8_get_char (p));
  return ibid_word_hash (chars, n_chars);
}

static Slot *
find_slot (Table *table, guint64 hash)
{
  guint at = (guint)(hash % N_SLOTS);

  while (table->slots[at].hash != 0 && table->slots[at].hash != hash)
    at = (at + 1) % N_SLOTS;
  return &table->slots[at];
}

static void
add_words (Table *table, const char *words, guint lists, guint month)
{
  for (const char *word = words, *blank; (blank = strchr (word, ' ')) != NULL; word = blank + 1) {
    Slot *slot = find_slot (table, hash_utf8 (word, (gsize)(blank - word)));

    slot->hash = hash_utf8 (word, (gsize)(blank - word));
    slot->lists |= lists;
    if (month != 0)
      slot->month = month;
  }
}

static Table *
get_table (void)
{
  static Table table;
  static gsize is_filled;

  if (g_once_init_enter (&is_filled)) {
    for (guint i = 0; i < G_N_ELEMENTS (all_lists); i++)
      add_words (&table, all_lists[i].words, all_lists[i].lists, 0);
    for (guint i = 0; i < G_N_ELEMENTS (months); i++)
      add_words (&table, months[i], IBID_WORD_MONTH, i + 1);
    g_once_init_leave (&is_filled, 1);
  }
  return &table;
}

guint
ibid_word_find_lists (guint64 hash)
{
  return find_slot (get_table (), hash)->lists;
}

static gsize
get_length (const char *word, gssize length)
{
  return length < 0 ? strlen (word) : (gsize)length;
}

guint
ibid_word_find_lists_of (const char *word, gssize length)
{
  return ibid_word_find_lists (hash_utf8 (word, get_length (word, length)));
}

guint
ibid_word_get_month (const char *word, gssize length)
{
  return find_slot (get_table (), hash_utf8 (word, get_length (word, length)))->month;
}
