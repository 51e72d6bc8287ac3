/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-date-words.h"

#define EN IBID_DATE_EN
#define DE IBID_DATE_DE
#define ALL IBID_DATE_ALL
#define LABEL IBID_DATE_WORD_LABEL
#define DOT IBID_DATE_WORD_LABEL_DOT
#define COUNTED IBID_DATE_WORD_COUNTED
#define COUNTING IBID_DATE_WORD_COUNTING
#define CURRENCY IBID_DATE_WORD_CURRENCY
#define STREET IBID_DATE_WORD_STREET
#define MAKER IBID_DATE_WORD_MAKER
#define COMPOUND IBID_DATE_WORD_COMPOUND
#define MEASURE IBID_DATE_WORD_MEASURE
#define VERB IBID_DATE_WORD_VERB

/* What says that a number is no year. */
const IbidDateWords ibid_date_doubt_words[] = {
    {ALL,
     LABEL,
     0,
     "part parts subsection subsections page pages p pp pag pgs vol vols volume volumes nos nr "
     "chapter chapters"},
    {ALL, LABEL, 0, "chap chaps section sections sect article articles verse verses vv line lines"},
    {ALL, LABEL, 0, "psalm psalms canto stanza strophe figure figures fig figs table tables plate"},
    {ALL,
     LABEL,
     0,
     "plates equation equations eq eqs eqn eqns theorem lemma proposition corollary"},
    {ALL,
     LABEL,
     0,
     "paragraph paragraphs para paras clause appendix exhibit folio folios fol fols"},
    {ALL, LABEL, 0, "footnote footnotes note notes item items number numbers column columns room"},
    {ALL, LABEL, 0, "flight route highway interstate bus channel model models version ver build"},
    {ALL, LABEL, 0, "serial code id isbn issn doi oclc lccn pmid pmc asin ean upc tel phone"},
    {ALL, LABEL, 0, "telephone fax extension ext box folder reel shelfmark catalogue lot"},
    {ALL, LABEL, 0, "rfc pep eip iso din ieee resolution directive ordinance bill step"},
    {ALL, LABEL, 0, "question exercise problem rule canon docket case patent series type mk"},
    {ALL, LABEL, 0, "engine locomotive platform gate suite apartment apt locs loc"},
    {ALL, LABEL, 0, "pin zip postcode password invoice account ticket hymn opus op"},
    {ALL, LABEL, 0, "seite seiten artikel absatz abs kapitel kap band bd bde ziffer rz rn zeile"},
    {ALL,
     LABEL,
     0,
     "pagina pagine página páginas págs pág num núm str º class seiten artículo artigo articolo "
     "capítulo"},
    {ALL, LABEL, 0, "capitolo chapitre tome tomo numéro número numero verset versículo versetto"},
    {ALL, DOT, 0, "no p s n nn l ll v ch art sec bk pt pl col cols f ff t tab q hs ms mss lat gr"},
    {ALL, DOT, 0, "sp oxy cod inv cat kat suppl"},
    {EN,
     COUNTED,
     0,
     "pp men women people persons soldiers troops copies pages books volumes votes"},
    {EN, COUNTED, 0, "voters ships guns horses head tons tonnes ton miles mile km kilometres"},
    {EN,
     COUNTED,
     0,
     "kilometers metres meters metre meter m cm mm feet foot ft inches yards acres"},
    {EN, COUNTED, 0, "hectares ha percent per cent years months weeks days hours hrs minutes"},
    {EN, COUNTED, 0, "seconds calories kcal volts watts kw mw kwh hertz hz khz mhz ghz rpm units"},
    {EN, COUNTED, 0, "cases members students pupils teachers workers employees houses homes"},
    {EN, COUNTED, 0, "families households inhabitants residents prisoners casualties deaths jobs"},
    {EN, COUNTED, 0, "cars vehicles aircraft planes words lines characters bytes kb mb gb tb"},
    {EN, COUNTED, 0, "kg g mg lb lbs oz ounces grams kilograms litres liters barrels bushels"},
    {EN, COUNTED, 0, "gallons children boys girls delegates slaves negroes refugees immigrants"},
    {EN, COUNTED, 0, "cattle sheep cavalry infantry million billion thousand dead"},
    {EN, COUNTED, 0, "wounded participants patients respondents items pieces points degrees times"},
    {EN,
     COUNTED,
     0,
     "square cubic rounds shells rifles tanks warships vessels bottles boxes seats"},
    {EN, COUNTED, 0, "rooms schools churches settlers colonists warriors knights archers monks"},
    {EN, COUNTED, 0, "priests citizens samples genes cells species proteins pixels dpi psi"},
    {EN, COUNTED, 0, "crew passengers visitors guests fans spectators examples entries articles"},
    {ALL, COUNTED, 0, "hommes personnes soldats habitants femmes chevaux ans jours mètres hombres"},
    {ALL,
     COUNTED,
     0,
     "personas soldados habitantes mujeres años días metros uomini persone soldati"},
    {ALL, COUNTED, 0, "abitanti donne anni giorni metri homens pessoas mulheres anos jahre tage"},
    {DE, COUNTED, 0, "mann menschen personen soldaten einwohner stück meter kilometer euro tonnen"},
    {EN, COUNTING, 0, "than nearly almost some least most these those all only costs cost paid"},
    {EN, COUNTING, 0, "price priced pay sold numbering numbered totalling totaling another every"},
    {EN, COUNTING, 0, "over under exceeding worth additional extra further are were"},
    {EN, COUNTING, 0, "several how x times equals plus minus has have had scored got get"},
    {EN, COUNTING, 0, "weighing weighs measuring measures containing contains earning earns"},
    {EN, COUNTING, 0, "salary balance total sum deposit bought fined charged"},
    {ALL,
     CURRENCY,
     0,
     "usd eur gbp chf jpy cny inr rs dm kr dkk nok sek cad aud nzd dollars dollar pounds pound "
     "sterling euros"},
    {ALL, CURRENCY, 0, "euro francs franc marks mark rubles roubles rupees yen yuan cents pence"},
    {ALL, CURRENCY, 0, "shillings shilling ducats florins guilders crowns pesos lire lira livres"},
    {ALL, CURRENCY, 0, "krone kroner kronor thalers taler guineas talents denarii sesterces"},
    {ALL, STREET, 0, "street avenue ave road rd boulevard blvd lane drive square court terrace"},
    {ALL, MAKER, 0, "boeing airbus nokia peugeot bmw fiat ford mazda toyota honda nissan renault"},
    {ALL, MAKER, 0, "citroën volvo saab audi mercedes volkswagen porsche ferrari skoda škoda"},
    {ALL, MAKER, 0, "canon nikon sony samsung motorola ericsson siemens philips panasonic casio"},
    {ALL, MAKER, 0, "commodore atari amiga intel amd nvidia geforce radeon pentium xeon ryzen"},
    {ALL, MAKER, 0, "dell lenovo thinkpad asus acer epson xerox brother lexmark laserjet deskjet"},
    {ALL, MAKER, 0, "cisco garmin bosch makita stihl caterpillar deere yamaha kawasaki suzuki"},
    {ALL, MAKER, 0, "ducati harley rolex omega seiko tudor roland korg fender gibson"},
    {ALL, MAKER, 0, "marshall windows office photoshop autocad unreal playstation xbox nintendo"},
    {ALL, MAKER, 0, "tupolev ilyushin antonov lockheed cessna embraer bombardier sikorsky kodak"},
    {ALL,
     MAKER,
     0,
     "leica minolta olympus pentax zeiss tesla lada opel iphone galaxy walkman ibm hp vauxhall "
     "lancia "
     "maserati"},
    {ALL, MAKER, 0, "beowulf iliad odyssey aeneid inferno purgatorio paradiso metamorphoses trek"},
    {ALL,
     MAKER,
     0,
     "olivetti yashica python marantz technics grundig telefunken braun apple macintosh pixel "
     "thinkcentre"},
    {ALL, COMPOUND, 0, "word page strong man woman volume mile acre foot pound dollar ton tonne"},
    {ALL, COMPOUND, 0, "bed seat horse meter metre kilometre km piece line member person copy"},
    {ALL, COMPOUND, 0, "year day hour minute room unit horsepower hp calorie watt volt yard mark"},
    {ALL, MEASURE, 0, "population number total sum force army crew garrison fleet length height"},
    {ALL, MEASURE, 0, "width weight depth distance speed maximum minimum average mean capacity"},
    {ALL, MEASURE, 0, "price cost fee fine salary wage rent income debt circulation"},
    {ALL, MEASURE, 0, "membership majority altitude"},
    {ALL, VERB, 0, "was is has as this his its thus always perhaps towards afterwards across"},
    {ALL, VERB, 0, "besides does us yes sees shows brings begins ends remains seems"},
    {ALL, VERB, 0, "became sanskrit process congress series news politics crisis census address"},
    {ALL, VERB, 0, "witness business access progress press success less unless whereas previous"},
    {ALL, VERB, 0, "various numerous famous religious hopes refers appears means runs lies stands"},
    /* What one speaks of by years more than by numbers. */
    {ALL, VERB, 0, "prices rates levels values exports imports elections games statutes acts"},
    {ALL, VERB, 0, "protests riots editions negotiations revolutions budgets olympics floods"},
    {0, IBID_DATE_WORD_NONE, 0, NULL},
};
