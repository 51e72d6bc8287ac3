/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-lexicon-tables.h"

#include "model/ibid-enums.h"

const IbidLexiconEntry ibid_lexicon_event_entries[] = {
    {"en",
     IBID_EVENT_ATTACK,
     "attack* stoned stabbed poisoned mob mobs bomb* raid* assassinat* hack* breach* cyberattack* "
     "hijack* terror* sabotag* ambush* "
     "massacre* assault* threats intrusion* murder* lynch* plunder* ravag* burned"},
    {"en",
     IBID_EVENT_AGREEMENT,
     "agree agreed agreement* treaty treaties pact* accord accords memorandum sign signed signing "
     "alliance* ratif* armistice* truce contract* ceded peace cession merger merged"},
    {"en",
     IBID_EVENT_DIALOGUE,
     "dialogue* talks summit* convention* conference* meeting* met negotiat* visit* forum* "
     "consult* discuss* "
     "delegation* symposium* workshop* cooperation cooperated convened"},
    {"en",
     IBID_EVENT_POLICY,
     "law laws policy policies strateg* decree* legislat* reform* abolish* constitution* "
     "regulation* "
     "bill bills adopt* sanction* edict* proclamation* program* enact* statute* ordinance* repeal* "
     "amend* prohibit* emancipat* directive* budget* plan plans planned tax taxes tariff* charter* "
     "legaliz* legalis* nationaliz* measure measures act acts revision"},
    {"en",
     IBID_EVENT_ELECTION,
     "elect elects elected election* electing electoral vote votes voted voting ballot* "
     "referendum* suffrage inaugurat* plebiscite*"},
    {"en",
     IBID_EVENT_CONFLICT,
     "war wars battle* invade* invad* invasion* fought fight fights fighting siege* besieg* "
     "conquer* conquest* "
     "army "
     "armies troops defeat* rebel* revolt* uprising* slew slain killed riot* mutin* occupied "
     "revolution "
     "insurrection* captured campaign surrender* overthr* coup blockade* expelled"},
    {"en",
     IBID_EVENT_PUBLICATION,
     "publish* publication* wrote written newspaper* edition* printed book issued "
     "composed "
     "translated novel pamphlet* editor edited journal premier* recorded"},
    {"en",
     IBID_EVENT_DISASTER,
     "earthquake* flood* fire famine* eruption* tsunami* hurricane* crash* accident* epidemic* "
     "plague* "
     "pestilence* drought* sank shipwreck* explosion* storm* pandemic* mortality "
     "tempest* "
     "eclipse* meltdown collapse*"},
    {"en",
     IBID_EVENT_DISCOVERY,
     "discover* invent* patent* experiment* detected isolated breakthrough sequenced prototype*"},
    {"en",
     IBID_EVENT_LIFE,
     "born died death* dead birth* marri* buried baptized baptised crowned succeeded retire* "
     "graduated "
     "die dies wed consecrated hallowed ordained reigned career"},
    {"de",
     IBID_EVENT_ATTACK,
     "angriff* anschlag* angegriff* attentat* überfall* hack* terror* bombe*"},
    {"de",
     IBID_EVENT_AGREEMENT,
     "vertrag* verträge abkommen* vereinbar* pakt* bündnis* unterzeichn* ratifi* waffenstillstand* "
     "friede*"},
    {"de",
     IBID_EVENT_DIALOGUE,
     "gespräch* konferenz* treffen traf gipfel* verhandl* besuch* dialog* tagung*"},
    {"de",
     IBID_EVENT_POLICY,
     "gesetz* reform* strategie* verordnung* verfassung* beschloss* beschluss* programm* "
     "abgeschafft "
     "erlass*"},
    {"de",
     IBID_EVENT_ELECTION,
     "wahl wahlen gewählt wahlkampf abstimmung* volksentscheid* referendum*"},
    {"de",
     IBID_EVENT_CONFLICT,
     "krieg* schlacht* besetz* erober* aufstand* revolution* kämpf* belager* niederlage* "
     "einmarsch* "
     "besieg*"},
    {"de",
     IBID_EVENT_PUBLICATION,
     "veröffentlich* erschien* schrieb publizier* herausgegeben verfass* uraufgeführt"},
    {"de",
     IBID_EVENT_DISASTER,
     "erdbeben* überschwemm* hochwasser* brand hungersnot* unglück* unfall* seuche* pest epidemie* "
     "pandemie* explosion*"},
    {"de", IBID_EVENT_DISCOVERY, "entdeck* erfind* erfand erfunden patent*"},
    {"de",
     IBID_EVENT_LIFE,
     "geboren starb gestorben tod geburt* heirat* begraben gekrönt verstarb"},
    {"fr", IBID_EVENT_ATTACK, "attaqu* attentat* bombard* assassin* pirat* terror* massacre*"},
    {"fr",
     IBID_EVENT_AGREEMENT,
     "accord* traité* pacte* alliance* convention* sign* ratifi* armistice* paix"},
    {"fr",
     IBID_EVENT_DIALOGUE,
     "dialogue* conférence* sommet* réunion* rencontr* négociation* visite* colloque*"},
    {"fr",
     IBID_EVENT_POLICY,
     "loi lois décret* réforme* stratégie* constitution* politique* aboli* programme* édit"},
    {"fr", IBID_EVENT_ELECTION, "élection* élu élue vote* référendum* scrutin*"},
    {"fr",
     IBID_EVENT_CONFLICT,
     "guerre* bataille* invasion* envah* révolt* révolution* siège* conquête* conquit défaite* "
     "combat*"},
    {"fr", IBID_EVENT_PUBLICATION, "publi* parut écrivit écrit édition* imprim* paraît"},
    {"fr",
     IBID_EVENT_DISASTER,
     "séisme* inondation* incendie* famine* tremblement* éruption* accident* peste épidémie* "
     "explosion*"},
    {"fr", IBID_EVENT_DISCOVERY, "découv* invent* brevet*"},
    {"fr",
     IBID_EVENT_LIFE,
     "né née naquit mort meurt mourut naissance* mariage* épous* couronn* enterr*"},
    {"es", IBID_EVENT_ATTACK, "ataque* atac* atentado* bombard* asesin* terror* masacre*"},
    {"es",
     IBID_EVENT_AGREEMENT,
     "acuerdo* tratado* pacto* alianza* convenio* firm* ratific* armisticio* paz"},
    {"es",
     IBID_EVENT_DIALOGUE,
     "diálogo* conferencia* cumbre* reunión* reunió negociacion* visita* visitó congreso*"},
    {"es",
     IBID_EVENT_POLICY,
     "ley leyes decreto* reforma* estrategia* constitución* política* abol* programa*"},
    {"es", IBID_EVENT_ELECTION, "eleccion* elegid* elección votación votó referéndum*"},
    {"es",
     IBID_EVENT_CONFLICT,
     "guerra* batalla* invasión* invad* rebelión* revolución* sitio conquist* derrot*"},
    {"es", IBID_EVENT_PUBLICATION, "public* escribió edición* libro impres*"},
    {"es",
     IBID_EVENT_DISASTER,
     "terremoto* inundacion* incendio* hambruna* erupción* accidente* peste epidemia* explosión*"},
    {"es", IBID_EVENT_DISCOVERY, "descubr* invent* patent*"},
    {"es", IBID_EVENT_LIFE, "nació nacido murió muerte nacimiento* casó boda coronad* enterrad*"},
    {"it", IBID_EVENT_ATTACK, "attacc* attentat* bombard* assassin* terror* strage*"},
    {"it",
     IBID_EVENT_AGREEMENT,
     "accord* trattat* patto* alleanza* convenzione* firm* ratific* armistizio* pace"},
    {"it",
     IBID_EVENT_DIALOGUE,
     "dialogo* conferenza* vertice* riunione* incontr* negoziat* visita* visitò congresso*"},
    {"it",
     IBID_EVENT_POLICY,
     "legge leggi decreto* riforma* strategia* costituzione* politica* abol* programma*"},
    {"it", IBID_EVENT_ELECTION, "elezion* eletto eletta votazion* referendum*"},
    {"it",
     IBID_EVENT_CONFLICT,
     "guerra* battaglia* invasione* invas* rivolta* rivoluzione* assedi* conquist* sconf*"},
    {"it", IBID_EVENT_PUBLICATION, "pubblic* scrisse edizione* libro stampa*"},
    {"it",
     IBID_EVENT_DISASTER,
     "terremot* alluvion* incendi* carest* eruzion* incident* peste epidemi* esplosion*"},
    {"it", IBID_EVENT_DISCOVERY, "scopr* scopert* invent* brevett*"},
    {"it",
     IBID_EVENT_LIFE,
     "nacque nato nata morì morte nascita* sposò matrimoni* incoronat* sepolt*"},
    {"pt", IBID_EVENT_ATTACK, "ataque* atac* atentado* bombard* assassin* terror* massacre*"},
    {"pt",
     IBID_EVENT_AGREEMENT,
     "acordo* tratado* pacto* aliança* convênio* convenção* assin* ratific* armistício* paz"},
    {"pt",
     IBID_EVENT_DIALOGUE,
     "diálogo* conferência* cúpula* reunião* reuniu negociaç* visita* visitou congresso*"},
    {"pt",
     IBID_EVENT_POLICY,
     "lei leis decreto* reforma* estratégia* constituição* política* aboli* programa*"},
    {"pt", IBID_EVENT_ELECTION, "eleiç* eleit* votação votou referendo*"},
    {"pt",
     IBID_EVENT_CONFLICT,
     "guerra* batalha* invasão* invad* rebelião* revolução* cerco conquist* derrot*"},
    {"pt", IBID_EVENT_PUBLICATION, "public* escreveu edição* livro impress*"},
    {"pt",
     IBID_EVENT_DISASTER,
     "terremoto* enchente* incêndio* fome erupç* acidente* peste epidemia* explos*"},
    {"pt", IBID_EVENT_DISCOVERY, "descobr* descobert* invent* patente*"},
    {"pt",
     IBID_EVENT_LIFE,
     "nasceu nascido morreu morte nascimento* casou casamento* coroad* sepultad*"},
};

const guint ibid_lexicon_n_event_entries = G_N_ELEMENTS (ibid_lexicon_event_entries);
