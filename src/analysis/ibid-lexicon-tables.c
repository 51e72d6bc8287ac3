/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-lexicon-tables.h"

#include "analysis/ibid-lexicon.h"

const IbidLexiconEntry ibid_lexicon_entries[] = {
    {"en",
     IBID_LEXICON_REPORT,
     "said says argued argues according wrote writes declared declares announced maintained "
     "maintains "
     "asserted asserts insisted insists complained complains remarked testified contended contends "
     "replied answered warned warns claimed claims claim stated reported noted notes observed "
     "observes "
     "suggested suggests concluded concludes explained explains believed believes thought thinks "
     "holds "
     "admitted denied denies finds found showed shows estimated estimates confirmed told"},
    {"en",
     IBID_LEXICON_FORECAST,
     "will expects forecast forecasts predict predicts foresee foresees likely unlikely"},
    {"en",
     IBID_LEXICON_QUANTITY,
     "hundred hundreds thousand thousands million millions billion billions trillion percent cent "
     "percentage dozen half third thirds quarter quarters two three four five six seven eight nine "
     "ten "
     "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty "
     "forty "
     "fifty sixty seventy eighty ninety"},
    {"en",
     IBID_LEXICON_LABEL,
     "chapter chap page pages p pp no nos number vol volume section sec article articles art part "
     "parts "
     "figure fig table tab note notes appendix annex line lines verse book act scene paragraph "
     "para "
     "clause step item type class phase level version type day days psalm case eq equation theorem "
     "line "
     "room route street"},
    {"en",
     IBID_LEXICON_CALENDAR,
     "january february march april may june july august september october november december jan "
     "feb mar "
     "apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday "
     "sunday "
     "spring summer autumn winter easter christmas whitsunday michaelmas lammas candlemas century"},
    {"en",
     IBID_LEXICON_TITLE,
     "mr mrs ms miss dr prof professor president prime chancellor king queen prince princess "
     "emperor "
     "empress pope cardinal archbishop bishop saint st abbot abbess earl duke duchess count "
     "countess "
     "baron lord lady sir dame general gen colonel col captain capt major lieutenant lt admiral "
     "marshal "
     "sergeant senator sen congressman governor gov mayor judge justice secretary minister "
     "ambassador "
     "reverend rev rabbi father brother sister chairman director ceo sultan caliph tsar czar "
     "alderman "
     "premier pastor deacon"},
    {"en",
     IBID_LEXICON_BODY,
     "ministry department council company corporation university agency institute institution "
     "college "
     "commission committee bank association society union party court parliament congress senate "
     "army "
     "navy church museum library league federation organization organisation office bureau board "
     "authority foundation trust club group forces police fund service administration "
     "airlines airways cabinet assembly academy school hospital press inc ltd corp plc gmbh "
     "laboratory "
     "laboratories observatory centre center consortium alliance guild order brigade "
     "regiment conservatory orchestra synod embassy treasury times post herald gazette tribune "
     "government republic exchange railway railroad"},
    {"en",
     IBID_LEXICON_PLACE,
     "river mount mountain mountains island islands isle lake city county province strait sea bay "
     "ocean "
     "valley desert peninsula canal gulf cape fort harbor harbour hill hills street avenue road "
     "square "
     "bridge park airport port shrine temple castle palace cathedral abbey region district "
     "territory "
     "territories township village town state coast creek springs falls forest parish"},
    {"en", IBID_LEXICON_LINK, "of the for and on in de"},
    {"en", IBID_LEXICON_LOCATIVE, "in near at from to towards toward around"},
    {"en",
     IBID_LEXICON_DETERMINER,
     "the a an his her its their our my your this that these those every each no any some free "
     "good ill "
     "own last general thy"},
    {"en",
     IBID_LEXICON_VERB,
     "is are was were be been has have had does did do became become came went made took gave "
     "began "
     "begins held led left won lost rose fell grew built met sent brought put set saw ran founded "
     "established created signed published died born killed elected appointed returned moved "
     "opened "
     "closed ended started launched adopted passed introduced followed entered issued joined "
     "received "
     "called named became succeeded will would fought slew defeated attacked arrived visited "
     "marched reigned stood"},
    {"en",
     IBID_LEXICON_ACT,
     "went came took gave led won lost sent brought left met fell fought slew held built ran "
     "bought sold "
     "drove broke began chose taught spoke struck fled rode wrote drew hit"},
    {"en",
     IBID_LEXICON_STILL,
     "seemed appeared remained needed wanted believed supposed intended meant used required proved "
     "implied depended concerned regarded considered expected desired hundred involved based "
     "related "
     "showed consisted"},
    {"en",
     IBID_LEXICON_JUDGEMENT,
     "because therefore must should may might seems seem seemed perhaps probably cause caused due "
     "thus "
     "hence could would can evidently obviously apparently doubtless certainly is are chief "
     "essential "
     "important best worst most too rather account result resulted owing indeed surely naturally "
     "always "
     "never ought cannot"},
    {"en",
     IBID_LEXICON_WORK,
     "strategy act treaty declaration bill law charter constitution convention plan programme "
     "program "
     "report review journal agreement protocol war battle revolution olympics games festival day "
     "week "
     "month year age era period renaissance reformation project bible gospel testament new old "
     "great "
     "north south east west northern southern eastern western central english latin greek french "
     "german "
     "election internet web world cup prize award article chapter part figure table volume edition "
     "series"},
    {"en",
     IBID_LEXICON_GIVEN,
     "aaron abigail abraham adam adolf adrian alan albert alexander alexandra alfred alice allen "
     "amanda "
     "amelia amy andrew angela ann anna anne annie anthony antonio arnold arthur augustus barbara "
     "benjamin bernard bertha boris brian bruce carl carlos caroline catherine charles charlotte "
     "christine christopher claire clara claude clement colin daniel david deborah dennis diana "
     "donald dorothy douglas edgar edith edmund eduard edward edwin eleanor elizabeth ellen emily "
     "emma "
     "emmanuel eric ernest eugene eva evelyn ferdinand florence francis frank franklin fred "
     "frederick friedrich gary george gerald gerard gilbert giovanni giuseppe gordon gregory guy "
     "hannah hans harold harriet harry heinrich helen henri henry herbert herman hermann hillary "
     "howard "
     "hubert hugh hugo ian ida immanuel isaac isabella jack jacob jacques james jane janet jason "
     "jean "
     "jennifer jeremy jessica joan joe johann johannes john jonathan jose josef joseph josephine "
     "joshua "
     "juan judith julia julian julius karen karl kate katherine keith kenneth kevin kim larry "
     "laura "
     "laurence lawrence leo leon leonard leopold lewis lily linda lisa louis louise lucas lucy "
     "ludwig "
     "luigi luis margaret maria marie mario martha martin mary matthew maurice max maximilian "
     "michael michel miguel monica moses nancy napoleon nathan nathaniel neil nelson nicholas "
     "nicolas "
     "nigel nikolai noah olivia oliver oscar otto pablo patricia patrick paul pedro peter philip "
     "phillis "
     "pierre rachel ralph raymond rebecca richard robert roger roland ronald rosa roy rudolf rufus "
     "russell ruth samuel sandra sarah sebastian sharon sigmund simon sophia stanley stefan "
     "stephen steven stuart susan sylvia terence theodore theresa thomas timothy tom tony "
     "toussaint "
     "ursula vernon victor victoria vincent vladimir walter warren wilhelm william winston "
     "wolfgang woodrow shinzo hillary barack mohammed muhammad ahmed ali hassan hussein ibrahim "
     "fatima "
     "yuki hiroshi kenji akira takeshi junichiro yoshihide fumio jinping xi mao deng dmitri ivan "
     "sergei "
     "mikhail leonid yuri alexei boris indira jawaharlal mahatma narendra rajiv abdul ayatollah "
     "benito "
     "francesco lorenzo leonardo galileo marco paolo pietro vittorio françois andré rené émile "
     "étienne "
     "jérôme josé joão getúlio fidel ernesto hernán francisco jorge rafael ramón simón denmark "
     "frederic fryderyk ignaz wolfgang franz felix robert clara ludwig carter booker phillis nat "
     "absalom "
     "crispus toussaint bryan jerry mike bob jim sam dave ben ken ron don ted"},
    {"de",
     IBID_LEXICON_REPORT,
     "sagt sagte laut zufolge schreibt schrieb behauptet behauptete erklärt erklärte berichtet "
     "berichtete meint meinte betont betonte argumentiert argumentierte heißt"},
    {"de",
     IBID_LEXICON_FORECAST,
     "wird werden erwartet erwarten prognose prognosen voraussichtlich künftig vorhergesagt "
     "geplant"},
    {"de",
     IBID_LEXICON_QUANTITY,
     "hundert tausend million millionen milliarde milliarden prozent dutzend hälfte drittel "
     "viertel zwei "
     "drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig"},
    {"de",
     IBID_LEXICON_LABEL,
     "kapitel seite seiten nr nummer band abschnitt artikel teil abbildung abb tabelle tab "
     "anmerkung "
     "zeile vers buch absatz paragraph"},
    {"de",
     IBID_LEXICON_CALENDAR,
     "januar jänner februar märz april mai juni juli august september oktober november dezember "
     "montag "
     "dienstag mittwoch donnerstag freitag samstag sonnabend sonntag frühjahr frühling sommer "
     "herbst "
     "winter ostern weihnachten pfingsten jahrhundert"},
    {"de",
     IBID_LEXICON_TITLE,
     "herr frau dr prof professor präsident präsidentin bundeskanzler kanzler könig königin kaiser "
     "prinz "
     "papst kardinal bischof erzbischof graf herzog fürst freiherr general oberst hauptmann major "
     "admiral minister ministerin senator bürgermeister heiliger sankt"},
    {"de",
     IBID_LEXICON_BODY,
     "ministerium bundesministerium rat gesellschaft universität institut kommission bank verein "
     "verband union partei gericht bundesgericht bundesverfassungsgericht parlament armee kirche "
     "museum "
     "bibliothek bund behörde amt stiftung akademie schule verlag ag gmbh zeitung bundestag "
     "bundesrat "
     "reichstag regierung hochschule"},
    {"de",
     IBID_LEXICON_PLACE,
     "fluss berg insel inseln see stadt provinz bucht tal wüste kap platz straße"},
    {"de", IBID_LEXICON_LINK, "der des für und von zu"},
    {"de", IBID_LEXICON_LOCATIVE, "in bei nach aus nahe"},
    {"de",
     IBID_LEXICON_VERB,
     "ist sind war waren wurde wurden hat haben hatte hatten wird werden kam ging machte begann "
     "endete "
     "starb fiel"},
    {"de",
     IBID_LEXICON_GIVEN,
     "angela gerhard helmut konrad willy günter jürgen klaus hans heinz ulrich wolfgang dieter uwe "
     "johann georg gottfried immanuel otto erich walter ernst rosa clara sophie anna heinrich "
     "thomas "
     "karl friedrich wilhelm ludwig max martin franz josef joseph adolf hermann"},
    {"fr",
     IBID_LEXICON_REPORT,
     "dit disait affirme affirmait selon déclare déclarait écrit écrivait soutient rapporte estime "
     "explique note observe"},
    {"fr", IBID_LEXICON_FORECAST, "sera seront prévoit prévoient prévu prévision probablement"},
    {"fr",
     IBID_LEXICON_QUANTITY,
     "cent cents mille million millions milliard milliards pourcent douzaine moitié tiers quart "
     "deux trois "
     "quatre cinq six sept huit neuf dix"},
    {"fr",
     IBID_LEXICON_LABEL,
     "chapitre page pages p n numéro tome vol volume section article partie figure fig tableau "
     "note ligne "
     "livre"},
    {"fr",
     IBID_LEXICON_CALENDAR,
     "janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi "
     "mardi "
     "mercredi jeudi vendredi samedi dimanche printemps été automne hiver pâques noël siècle"},
    {"fr",
     IBID_LEXICON_TITLE,
     "m mme mlle mgr dr professeur président présidente roi reine prince princesse empereur pape "
     "cardinal évêque archevêque comte duc général colonel capitaine amiral maréchal ministre "
     "sénateur "
     "maire saint sainte"},
    {"fr",
     IBID_LEXICON_BODY,
     "ministère conseil compagnie société université agence institut commission comité banque "
     "association union parti cour parlement armée église musée bibliothèque ligue fédération "
     "organisation bureau académie école assemblée sénat fondation"},
    {"fr",
     IBID_LEXICON_PLACE,
     "fleuve mont île îles lac ville province mer baie vallée cap rue place"},
    {"fr", IBID_LEXICON_LINK, "de du des la le les pour et d l"},
    {"fr", IBID_LEXICON_LOCATIVE, "à en dans près"},
    {"fr",
     IBID_LEXICON_VERB,
     "est sont était étaient fut furent a ont avait avaient naquit mourut devint fit prit vint"},
    {"fr",
     IBID_LEXICON_GIVEN,
     "jean pierre paul jacques louis charles henri françois georges émile victor marie jeanne "
     "nicolas "
     "emmanuel simone albert michel claude andré rené étienne philippe antoine gustave honoré"},
    {"es",
     IBID_LEXICON_REPORT,
     "dijo dice según afirma afirmó declaró declara escribió escribe sostiene informó señala "
     "señaló "
     "explica"},
    {"es", IBID_LEXICON_FORECAST, "será serán prevé prevén previsto previsión probablemente"},
    {"es",
     IBID_LEXICON_QUANTITY,
     "cien ciento cientos mil millón millones mitad tercio cuarto docena dos tres cuatro cinco "
     "seis siete "
     "ocho nueve diez"},
    {"es",
     IBID_LEXICON_LABEL,
     "capítulo página páginas p núm número tomo vol volumen sección artículo parte figura fig "
     "tabla nota "
     "línea libro"},
    {"es",
     IBID_LEXICON_CALENDAR,
     "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre "
     "diciembre lunes martes miércoles jueves viernes sábado domingo primavera verano otoño "
     "invierno "
     "siglo"},
    {"es",
     IBID_LEXICON_TITLE,
     "sr sra señor señora don doña dr profesor presidente presidenta rey reina príncipe emperador "
     "papa "
     "cardenal obispo arzobispo conde duque general coronel capitán almirante ministro senador "
     "alcalde "
     "san santa santo"},
    {"es",
     IBID_LEXICON_BODY,
     "ministerio consejo compañía sociedad universidad agencia instituto comisión comité banco "
     "asociación unión partido tribunal corte parlamento ejército iglesia museo biblioteca liga "
     "federación organización oficina academia escuela asamblea senado fundación congreso"},
    {"es",
     IBID_LEXICON_PLACE,
     "río monte isla islas lago ciudad provincia mar bahía valle cabo calle plaza"},
    {"es", IBID_LEXICON_LINK, "de del la las los el y para"},
    {"es", IBID_LEXICON_LOCATIVE, "en cerca desde hacia"},
    {"es",
     IBID_LEXICON_VERB,
     "es son era eran fue fueron ha han había habían nació murió llegó hizo comenzó terminó"},
    {"es",
     IBID_LEXICON_GIVEN,
     "josé juan luis carlos francisco antonio manuel miguel pedro jorge pablo rafael fernando "
     "simón "
     "maría isabel ana gabriel jaime diego hernán cristóbal benito augusto salvador hugo fidel "
     "ernesto"},
    {"it",
     IBID_LEXICON_REPORT,
     "disse dice secondo afferma affermò dichiarò dichiara scrisse scrive sostiene riferisce "
     "osserva nota"},
    {"it",
     IBID_LEXICON_FORECAST,
     "sarà saranno prevede prevedono previsto previsione probabilmente"},
    {"it",
     IBID_LEXICON_QUANTITY,
     "cento mila mille milione milioni miliardo miliardi metà terzo quarto dozzina due tre quattro "
     "cinque "
     "sei sette otto nove dieci"},
    {"it",
     IBID_LEXICON_LABEL,
     "capitolo pagina pagine p n numero tomo vol volume sezione articolo parte figura fig tabella "
     "nota riga "
     "libro"},
    {"it",
     IBID_LEXICON_CALENDAR,
     "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
     "dicembre "
     "lunedì martedì mercoledì giovedì venerdì sabato domenica primavera estate autunno inverno "
     "secolo"},
    {"it",
     IBID_LEXICON_TITLE,
     "sig signor signora dott dottor professore presidente re regina principe imperatore papa "
     "cardinale "
     "vescovo arcivescovo conte duca generale colonnello capitano ammiraglio ministro senatore "
     "sindaco "
     "san santa santo don"},
    {"it",
     IBID_LEXICON_BODY,
     "ministero consiglio compagnia società università agenzia istituto commissione comitato banca "
     "associazione unione partito tribunale corte parlamento esercito chiesa museo biblioteca lega "
     "federazione organizzazione ufficio accademia scuola senato fondazione"},
    {"it",
     IBID_LEXICON_PLACE,
     "fiume monte isola isole lago città provincia mare baia valle capo via piazza"},
    {"it", IBID_LEXICON_LINK, "di del della dei delle degli e per"},
    {"it", IBID_LEXICON_LOCATIVE, "in a presso da verso"},
    {"it",
     IBID_LEXICON_VERB,
     "è sono era erano fu furono ha hanno aveva avevano nacque morì divenne fece venne iniziò "
     "finì"},
    {"it",
     IBID_LEXICON_GIVEN,
     "giovanni giuseppe antonio francesco luigi mario paolo pietro carlo marco andrea leonardo "
     "galileo "
     "dante lorenzo niccolò vittorio benito maria anna lucia giulia alessandro cesare giacomo"},
    {"pt",
     IBID_LEXICON_REPORT,
     "disse diz segundo afirma afirmou declarou declara escreveu escreve sustenta informou aponta "
     "apontou "
     "explica conforme argumenta"},
    {"pt", IBID_LEXICON_FORECAST, "será serão prevê preveem previsto previsão provavelmente"},
    {"pt",
     IBID_LEXICON_QUANTITY,
     "cem cento mil milhão milhões bilhão bilhões metade terço quarto dúzia dois duas três quatro "
     "cinco "
     "seis sete oito nove dez"},
    {"pt",
     IBID_LEXICON_LABEL,
     "capítulo página páginas p n número tomo vol volume seção artigo parte figura fig tabela nota "
     "linha "
     "livro quadro"},
    {"pt",
     IBID_LEXICON_CALENDAR,
     "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro "
     "segunda "
     "terça quarta quinta sexta sábado domingo primavera verão outono inverno século"},
    {"pt",
     IBID_LEXICON_TITLE,
     "sr sra senhor senhora dom dona dr professor presidente presidenta rei rainha príncipe "
     "imperador "
     "papa cardeal bispo arcebispo conde duque general coronel capitão almirante ministro senador "
     "prefeito são santa santo"},
    {"pt",
     IBID_LEXICON_BODY,
     "ministério conselho companhia sociedade universidade agência instituto comissão comitê "
     "comité "
     "banco associação união partido tribunal corte parlamento exército igreja museu biblioteca "
     "liga "
     "federação organização escritório academia escola assembleia senado fundação congresso"},
    {"pt",
     IBID_LEXICON_PLACE,
     "rio monte ilha ilhas lago cidade província mar baía vale cabo rua praça"},
    {"pt", IBID_LEXICON_LINK, "de do da dos das e para"},
    {"pt", IBID_LEXICON_LOCATIVE, "em no na nos nas desde"},
    {"pt",
     IBID_LEXICON_VERB,
     "é são era eram foi foram há tem têm tinha nasceu morreu chegou fez começou terminou"},
    {"pt",
     IBID_LEXICON_GIVEN,
     "josé joão luís carlos francisco antônio antónio manuel miguel pedro jorge paulo rafael "
     "fernando "
     "maria isabel ana getúlio dilma juscelino machado mikhail ferdinand roland michel"},
};

const guint ibid_lexicon_n_entries = G_N_ELEMENTS (ibid_lexicon_entries);
