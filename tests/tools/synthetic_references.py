"""References that nobody printed: fields of gold references, set in other styles, so that a style is not learned together
with what its set is about. The same numbers give the same references."""

import re

import gold_spans

# What stands between two braces is a field; all else is put to the fields as between those of gold references.
BOOKS = [
    "{author}. {title}. {place}: {publisher}, {year}.",
    "{author}, {title} ({place}: {publisher}, {year}).",
    "{author}, {title} ({place}: {publisher}, {year}), {pages1}.",
    "{author}, {title} ({place}, {year}), {pagesp}.",
    "{author}, {title}, {place}, {publisher}, {year}.",
    "{author}, {title}, {place}, {publisher}, {year}, {pagesp}.",
    "{author}, {title}, {place} {year}.",
    "{author}, {title}, {place} {year}, {pagesS}.",
    "{author}, {title}, {publisher}, {place} {year}.",
    "{author} ({year}). {title}. {place}: {publisher}.",
    "{author} ({year}) {title}, {place}: {publisher}.",
    "{author} ({year}). {title} ({edition}). {publisher}.",
    "{author}: {title}. {place}: {publisher} {year}.",
    "{author}: {title}. {edition}. {place} {year}.",
    "{author}: {title}, {place} {year} ({collection}, {volumeBd}).",
    "{author}. {title}. {editionpt}. {place}: {publisher}, {year}.",
    "{author}. {title}. {place}: {publisher}; {year}.",
    "{author}. {title}. {translatoren}. {place}: {publisher}, {year}.",
    "{author}, {title}, {translatoren} ({place}: {publisher}, {year}), {pages1}.",
    "{author}. {title}. Tradução de {translator}. {place}: {publisher}, {year}.",
    "{author}, {title}, trad. it. di {translator}, {place}, {publisher}, {year}.",
    "{author}, {title}, {volumevol} ({place}: {publisher}, {year}), {pages1}.",
    "{title}, a cura di {editor}, {place}, {publisher}, {year}.",
    "{title}, ed. {editor} ({place}: {publisher}, {year}).",
    "{title}. Hrsg. von {editor}. {place}: {publisher} {year}.",
    "{editor} (eds.), {title}, {place}: {publisher}, {year}.",
    "{editor}, eds. {title}. {place}: {publisher}, {year}.",
    "{title}. {place}: {publisher}, {year}.",
    "{title} ({publisher}, {date}).",
    "{author}-{title}.",
    "{author} - {title}, {place} {year}.",
    "{author} – {title}. {place}: {publisher}, {year}.",
    "{year} {author}, {title}, {place}.",
    "{title}. {publisher}, {date}. {url}",
]
CHAPTERS = [
    "{author}, “{title},” in {container}, ed. {editor} ({place}: {publisher}, {year}), {pages}.",
    "{author}. “{title}.” In {container}, edited by {editor}, {pages}. {place}: {publisher}, {year}.",
    "{author} ({year}). {title}. In {editor} (Eds.), {container} ({pagesp}). {place}: {publisher}.",
    "{author}. {title}. In: {editor} (Org.). {container}. {place}: {publisher}, {year}. {pagesp}.",
    "{author}. {title}. In: {inauthor}. {container}. {place}: {publisher}, {year}. {pagesp}.",
    "{author}. {title}. In: {editor} (orgs.). {container}. {editionpt}. {place}: {publisher}, {year}. {pagesp}.",
    "{author}. {title}. In: {editor}, editors. {container}. {place}: {publisher}; {year}. {pagesp}.",
    "{author}, {title}, in {container}, a cura di {editor}, {place}, {publisher}, {year}, {pagesp}.",
    "{author}, {title}, in {container}, {place} {year}, {pagesp}.",
    "{author}: {title}. In: {editor} (Hrsg.): {container}. {place}: {publisher} {year}, {pagesS}.",
    "{author}, « {title} », dans {editor} (dir.), {container}, {place}, {publisher}, {year}, {pagesp}.",
    "{author}. “{title}.” {container}. Ed. {editor}. {place}: {publisher}, {year}. {pages}. Print.",
    "{author}, ‘{title}’, in {editor} (ed.), {container} ({place}: {publisher}, {year}), {pagesp}.",
]
ARTICLES = [
    "{author}, “{title},” {container} {volume}, no. {issue} ({year}): {pages}.",
    "{author}, “{title},” {container} {volume}, no. {issue} ({date}): {pages}, doi:{doi}.",
    "{author}, “{title},” {container} {volume} ({year}): {pages}.",
    "{author}. “{title}.” {container} {volume}, no. {issue} ({year}): {pages}. https://doi.org/{doi}.",
    "{author} ({year}). {title}. {container}, {volume}({issue}), {pages}.",
    "{author}. {title}. {container}. {year};{volume}({issue}):{pages}.",
    "{author}. {title}. {container}, {place}, v. {volume}, n. {issue}, {pagesp}, {year}.",
    "{author}, {title}, «{container}», {roman} ({year}), {pagesp}.",
    "{author}, {title}, in «{container}», {volume}, {year}, {pagesp}.",
    "{author}, « {title} », {container}, t. {roman}, {year}, {pagesp}.",
    "{author}, « {title} », {container}, vol. {volume}, n° {issue}, {year}, {pagesp}.",
    "{author}: {title}. In: {container} {volume} ({year}), {pagesS}.",
    "{author}: {title}, in: {container} {volume} ({year}), H. {issue}, {pagesS}.",
    "{author}. “{title}.” {container}, vol. {volume}, no. {issue}, {year}, {pagesp}.",
    "{author}. “{title}.” {container} {volume}.{issue} ({year}): {pages}. Print.",
    "{author}, ‘{title}’, {container}, {volume} ({year}), {pagesp}.",
    "{author}, “{title},” {container}, vol. {volume}, pp. {pages}, {year}.",
    "{author}, {year}. {title}. {container} [online], vol. {volume}, no. {issue}, {pagesp}.",
    "{author}, {year} [{accessedv}]. {title}. {container} [online], vol. {volume}, {pagesp}. Available from: {url}",
    "{author}. {title}. {container}, {place}, v. {volume}, n. {issue}, {pagesp}, {monthpt} {year}.",
]
NEWS = [
    "{author}, “{title},” {paper}, {date}.",
    "{author}, “{title},” {paper}, {date}, {section}.",
    "{author}, “{title},” {paper}, {date}, {url}.",
    "“{title},” {paper}, {date}.",
    "“{title},” {paper} ({place}), {date}, {pagesp}.",
    "{author}. “{title}.” {paper}, {date}.",
    "{author}. “{title}.” {paper}, {date}. {url}.",
    "{author} ({date}). {title}. {paper}. Retrieved from {url}",
    "{author}, {title}, «{paper}», {date}.",
    "{author}: {title}. In: {paper}, {date}.",
    "{author}, « {title} », {paper}, {date}.",
    "{author}, ‘{title}’, {paper}, {date}, {pagesp}.",
    "“{title},” {paper}, {accessed}.",
    "{author}, “{title},” {paper}, {accessed}, {url}.",
]
WEB = [
    "{author}, “{title},” {site}, {accessed}.",
    "{author}, “{title},” {site}, {date}, {url}.",
    "{author}, “{title},” {accessed}.",
    "“{title},” {site}, {accessed}, {url}.",
    "“{title},” {site}, {accessed}.",
    "“{title},” {site}, {date}.",
    "{author}, “{title},” {site} (blog), {date}, {url}.",
    "“{title},” {org}, {accessed}.",
    "“{title},” {org}, {date}, {accessed}, {url}.",
    "“{title},” {accessed}.",
    "“{title},” {date}.",
    "{author}. “{title}.” {site}. {date}. {url}. {accessed}.",
    "{author} ({year}). {title}. {site}. {url} ({accessed}).",
    "{author}. {title}. {site}, {date}. Disponível em: {url}. {accessedpt}.",
    "{author}. {title} [Internet]. {site}; {year} [{accessedv}]. Available from: {url}",
    "{author}: {title}. {url} ({accessedde}).",
    "{orgauthor}. {title}. {place}: {orgauthor2}, {year}. Disponível em: {url}. {accessedpt}.",
    "{orgauthor} ({year}). {title}. {place}: {publisher}. {url}",
    "{orgauthor}, {title} ({place}: {publisher}, {year}), {pages1}.",
    "{orgauthor}, “{title}” ({date}).",
    "“{title}” ({org}, {date}).",
    "“{title},” press release, {org}, {date}, {url}.",
]
THESES = [
    "{author}, “{title}” ({thesis}, {university}, {year}), {pages1}.",
    "{author}. “{title}.” {thesis}, {university}, {year}.",
    "{author} ({year}). {title} ({thesis}). {university}, {place}.",
    "{author}. {title}. {year}. {thesispt} – {university}, {place}, {year}.",
    "{author}: {title}. {thesis}, {university} {year}.",
]
# As the sciences print articles, often with little or nothing between title and journal.
SCIENCE = [
    "{author} {title} {container}, {volume} ({year}), pp. {pages}",
    "{author} {title} {container}, {volume} ({issue}) ({year}), pp. {pages}",
    "{author} {year} {title} {container} {volume} {pages}",
    "{author} {year} {title} {container} {volume} {eloc}",
    "{author}, {title}, {container} {volume} ({year}) {pages}.",
    "{author}, {title}. {container} {volume}, {pages} ({year}).",
    "{author}. {title}. {container} {volume}, {pages} ({year}).",
    "{author}. {title}. {container} {volume}, {eloc} ({year}).",
    "{author} ({year}) {title}. {container} {volume}:{pages}",
    "{author} ({year}) {title}. {container} {volume}({issue}):{pages}",
    "{author}, {year}. {title}. {container} {volume}, {pages}.",
    "{author}. {year}. {title}. {container} {volume}: {pages}.",
    "{author}. {year}. {title}. {container}, {volume}: {eloc}.",
    "{author}. {year}. {title}. {container} {volume}, {issue} ({year}), {pages}.",
    "{author} {title}. {container} {year}, {volume}, {pages}.",
    "{author}: {title}. {container} {volume}({issue}), {pages} ({year})",
    "{author}. {title}. {container} {volume}({issue}):{pages}, {year}.",
    "{author}. {title}. {container} {year}; {volume}: {eloc}.",
    "{author}. {title}. {container}, v. {volume}, n. {issue}, {eloc}, {year}.",
    "{author} ({year}). {title}. {container}, {volume}, {pages}. https://doi.org/{doi}",
    "{author}. {title}. In {container}, pages {pages}, {year}.",
    "{author}. {title}. In {container}, pages {pages}. {publisher}, {year}.",
    "{author}, {title}, in {container}, {publisher}, {place}, {year}, pp. {pages}.",
]
# What offices sign.
OFFICES = [
    "{orgauthor}. {title}. {place}: {orgauthor2}; {year}.",
    "{orgauthor}. {title}. {edition} {place}: {orgauthor2}; {year}.",
    "{orgauthor}. {title}. {place}: {orgauthor2}, {year}. {url}",
    "{orgauthor}. {title}. {place}, {year}.",
    "{orgauthor}. {title}. {place}, {year}. Disponível em: {url}. {accessedpt}.",
    "{orgauthor}. {title}. Disponível em: {url}. {accessedpt}.",
    "{orgauthor}. {title}. Available from: {url}. {accessed}.",
    "{orgauthor}. {title}. {url} ({accessed}).",
    "{orgauthor}. {year}. {title}. {orgauthor2}, {place}.",
    "{orgauthor} ({year}). {title}. {place}: {orgauthor2}.",
    "{orgauthor} ({year}) {title}. {place}.",
    "{orgauthor} ({year}) {title}. {url}",
    "{orgauthor}, {year}. {title}. {orgauthor2}, {place}.",
    "{orgauthor}, {title} ({place}, {year}), {pagesp}.",
    "{orgauthor}: {title}. {place} {year}.",
]
SHORT = [
    "{family}, {short}, {pages1}.",
    "{family}, {short}, {pagesp}.",
    "{family}, “{short},” {pages1}.",
    "{family}, ‘{short}’, {pagesp}.",
    "{family} and {family}, {short}, {pages1}.",
    "{author}, {short}, cit., {pagesp}.",
    "{family}: {short}, {pagesS}.",
    "{family}, {short}, {pages1}, {pages1}.",
]
# What a note says before its work.
LEADS = """See|See also|See|Cf.|cf.|See, for example,|See, e.g.,|Compare|Quoted in|Cited in|On this see|For an overview, see|For a discussion of
this point see|Vgl.|Siehe|Vgl. auch|Voir|Voir aussi|Cfr.|Si veda|Véase|Ver|But see|As argued in|Reprinted in|Translated in""".replace("\n", " ").split("|")
KINDS = [(SHORT, 8), (BOOKS, 30), (CHAPTERS, 15), (ARTICLES, 20), (NEWS, 15), (WEB, 20), (THESES, 5), (SCIENCE, 40), (OFFICES, 12)]

PAPERS = """The Guardian|The Times|Financial Times|Wall Street Journal|The Wall Street Journal|Los Angeles Times|The Washington Post|Washington
Post|Chicago Tribune|The Observer|The Independent|Daily Telegraph|The Economist|Time Magazine|Newsweek|The Atlantic|The New
Yorker|Der Spiegel|Die Zeit|Frankfurter Allgemeine Zeitung|Süddeutsche Zeitung|Neue Zürcher Zeitung|Le Monde|Le Figaro|Libération|Corriere della
Sera|La Repubblica|La Stampa|El País|La Vanguardia|Folha de S. Paulo|O Estado de S. Paulo|O Globo|Asahi Shimbun|The Hindu|South China
Morning Post|The Irish Times|Reuters|Associated Press|Foreign Policy|Boston Globe|The Sydney Morning Herald|Moscow Times|The
Scotsman|USA Today|Manchester Guardian|Al Jazeera|CNN|The Korea Herald|Daily Mail|Politico""".replace("\n", " ").split("|")
SITES = """Smithsonian.com|Medium|History Today|Live Science|Ars Technica|Wikipedia|The Conversation|Encyclopaedia Britannica|Slate|Wired|The
Diplomat|Public Domain Review|Project Syndicate|Internet Archive|Council on Foreign Relations|Brookings|Our World in
Data|Lawfare|HistoryNet|Inside Higher Ed|Bellingcat|Gizmodo|Mental Floss|About Us|Poetry Foundation|National Geographic|Quanta
Magazine|TechCrunch|Daily Kos|It’s Nice That|Breaking Defense|Global Voices|Security Affairs|ZDNet|The Register""".replace("\n", " ").split("|")
ORGS = """Ministry of Defence|United Nations|World Health Organization|European Commission|UNESCO|Ministry of Finance of Brazil|U.S. Department of
State|Government of Canada|World Bank|International Monetary Fund|OECD|National Archives|Library of Congress|Human Rights Watch|Amnesty
International|Instituto Brasileiro de Geografia e Estatística|IBGE|Ministério da Saúde|BRASIL|Bundesministerium des
Innern|Statistisches Bundesamt|Ministère de la Culture|ISTAT|Pew Research Center|RAND Corporation|The British Museum|The Royal
Society|Organização Mundial da Saúde|Food and Agriculture Organization|FAO|IPEA|CAPES|National Security Council|Cabinet Office|The White
House|House of Commons|Ministry of Foreign Affairs of Norway|Institute for Strategic Studies|Center for Security Research|European
Union|NATO|Greenpeace International|International Labour Organization|Associação Brasileira de Normas Técnicas""".replace("\n", " ").split("|")
# Offices that may well exist: kind, subject and country of one language each.
OFFICE_PARTS = [
    ("Ministry|Department|Institute|Council|Agency|Office|Commission|Committee|Centre|Board|National Institute|Federal Agency|"
     "International Association|National Council|Royal Society", "of|for",
     "Health|Education|Agriculture|Statistics|Forestry|Transport|Labour|Public Works|Environmental Protection|Energy|Water Resources|"
     "Standards and Technology|Social Affairs|Fisheries|Medical Research|Science and Culture|Defence|Human Rights|Historical Research",
     "|| of Canada| of India| of Brazil| of South Africa|, UK|, Geneva|, Republic of Korea"),
    ("Ministério|Instituto|Conselho|Agência|Secretaria|Departamento|Fundação|Comissão|Instituto Nacional|Conselho Federal|Associação Brasileira",
     "de", "Saúde|Educação|Pesquisas Espaciais|Agricultura|Estatística|Economia Aplicada|Meio Ambiente|Desenvolvimento Agrário|"
     "Ciência e Tecnologia|Letras|Direitos Humanos|Enfermagem|Recursos Hídricos", "||| (Brasil)| do Estado de São Paulo| do Brasil"),
    ("Ministerio|Instituto|Consejo|Comisión|Instituto Nacional|Fundación|Departamento", "de",
     "Salud|Educación|Estadística|Agricultura|Cultura|Antropología e Historia|Investigaciones Científicas|Economía y Finanzas",
     "||| (México)| (España)| del Perú"),
    ("Ministère|Institut|Conseil|Office|Agence|Institut National|Direction Générale|Commission", "de",
     "la Santé|la Culture|l’Éducation|la Statistique|la Recherche Agronomique|la Jeunesse|l’Environnement", "||| (France)| du Québec"),
    ("Bundesministerium|Bundesamt|Institut|Bundesanstalt|Landesamt|Zentrum", "für",
     "Gesundheit|Statistik|Bildung und Forschung|Naturschutz|Wirtschaft|Zeitgeschichte|Landwirtschaft|Denkmalpflege", "||| Baden-Württemberg"),
    ("Ministero|Istituto|Consiglio|Commissione|Istituto Nazionale|Comitato", "per|di",
     "Statistica|Beni Culturali|Studi Storici|Fisica Nucleare|Ricerca Sociale|Affari Esteri", "|||, Roma"),
]
OFFICE_PARTS = [tuple(part.split("|") for part in parts) for parts in OFFICE_PARTS]
UNIVERSITIES = """Harvard University|University of Chicago|University of Oxford|Universidade de São Paulo|Universidade Federal de Minas
Gerais|Universität Wien|Freie Universität Berlin|Université de Paris|Università di Bologna|Università degli studi di Padova|University of
California, Berkeley|Columbia University|Universidad Complutense de Madrid|McGill University|Yale University""".replace("\n", " ").split("|")
THESIS_KINDS = """PhD diss.|PhD thesis|Ph.D. thesis|master’s thesis|doctoral dissertation|Unpublished doctoral dissertation|PhD dissertation|Diss.
phil.|Dissertation|Thèse de doctorat|tesi di laurea|MA thesis""".replace("\n", " ").split("|")
THESES_PT = ["Tese (Doutorado em História)", "Dissertação (Mestrado em Letras)", "Tese (Doutorado)", "Dissertação (Mestrado)"]
EDITIONS = ["2nd ed.", "3rd ed.", "rev. ed.", "2. Aufl.", "4th edition", "3. Auflage", "1st ed.", "2ª ed.", "nouvelle édition"]
EDITIONS_PT = ["2. ed", "3. ed", "5. ed. rev", "2ª ed", "10. ed"]
SECTIONS = ["sec. Opinion", "sec. Business", "sec. A", "sec. World", "Arts section"]
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "short": "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "jan. fev. mar. abr. maio jun. jul. ago. set. out. nov. dez.",
}
MONTHS = {language: names.split() for language, names in MONTHS.items()}


class Random:
    """xorshift*: the same numbers with every Python."""

    def __init__(self, seed):
        self.state = 0x9E3779B97F4A7C15 ^ seed

    def below(self, limit):
        state = self.state
        state ^= state >> 12
        state ^= (state << 25) & 0xFFFFFFFFFFFFFFFF
        state ^= state >> 27
        self.state = state
        return ((state * 2685821657736338717 & 0xFFFFFFFFFFFFFFFF) >> 32) % limit

    def choose(self, options):
        return options[self.below(len(options))]

    def chance(self, percent):
        return self.below(100) < percent


class Fields:
    """The fields of gold items, to be set anew."""

    WANTED = ("author", "editor", "translator", "title", "container", "publisher", "place", "collection")

    def __init__(self, items, random):
        self.random = random
        self.pools = {label: [] for label in self.WANTED}
        self.items = []
        self.articles = []
        self.names = []
        for item in items:
            is_science = item["set"].startswith("grobid")
            fields = {}
            for label, start, end in item["spans"]:
                value = self.clean(label, item["text"][start:end])
                if label in self.pools and 2 < len(value) < (60 if label in ("author", "editor", "translator", "place", "publisher") else 160) and "\t" not in value:
                    fields.setdefault(label, value)
            if "title" in fields and "author" in fields and "container" in fields:
                self.articles.append(fields)
            # Their fields would crowd out those of the humanities.
            if is_science:
                continue
            for label, value in fields.items():
                self.pools[label].append(value)
                if label == "author":
                    self.add_names(value)
            # SciELO is small, and of the style that is seen least.
            if "title" in fields and "author" in fields:
                self.items += [fields] * (3 if item["set"].startswith("scielo") else 1)

    @staticmethod
    def clean(label, value):
        value = re.sub(r"^(in:?|dans|en:?|em:?)\s+(?=\S)", "", value, flags=re.I) if label == "container" else value
        if label in ("editor", "translator"):
            value = re.sub(r"^[\s,(]*((in:?|ed(ited)?\.?|trans(lated)?\.?|trad(uzione)?\.?|a cura|hrsg\.?|by|di|de|von|it\.)\s+)+", "", value, flags=re.I)
            value = re.sub(r"[\s,(\[]*\b(eds?|editors?|hrsg|orgs?|trans|tr|dir)\b[\s.,;:)\]]*$", "", value, flags=re.I)
        value = value.strip(" ,;:“”\"«»‘’([")
        if value.count("(") < value.count(")"):
            value = value.rstrip(")")
        return value if re.search(r"\b[A-Z]\.$", value) else value.rstrip(".")

    def add_names(self, value):
        match = re.fullmatch(r"([A-Z][a-zà-ÿ’'-]+), ([A-Z][a-zà-ÿ]+(?: [A-Z]\.)?)", value)
        if match:
            self.names.append((match.group(2), match.group(1)))

    def make_authors(self):
        """Full names as notes have them."""
        names = [self.random.choose(self.names) for _ in range(1 + (self.random.below(10) > 5) + (self.random.below(20) > 17))]
        printed = [f"{given} {family}" for given, family in names]
        return " and ".join(printed) if len(printed) < 3 else f"{printed[0]}, {printed[1]}, and {printed[2]}"

    def make_office(self):
        """Its abbreviation, its name, or both."""
        random = self.random
        if random.chance(30):
            name = random.choose(ORGS)
        else:
            kinds, links, subjects, ends = random.choose(OFFICE_PARTS + OFFICE_PARTS[:1])
            name = f"{random.choose(kinds)} {random.choose(links)} {random.choose(subjects)}{random.choose(ends)}"
        short = "".join(word[0] for word in re.findall(r"\w+", name) if word[0].isupper())
        if len(short) < 3 or random.chance(65):
            return name
        return random.choose([short, short, f"{short} - {name}", f"{short} – {name}", f"{name} ({short})", f"{name} - {short}", f"{short} ({name})"])

    def capitals(self, value):
        """Family names in capitals, where they can be told."""
        return re.sub(r"\b[A-ZÀ-Ý][a-zà-ÿ’'-]+(?: [A-ZÀ-Ý][a-zà-ÿ’'-]+)?(?=, [A-ZÀ-Ý])", lambda match: match.group().upper(), value)

    def make_date(self, language=None):
        random = self.random
        language = language or random.choose(["en", "en", "en", "en", "us", "us", "us", "us", "short", "shortus", "month", "de", "fr", "it", "pt", "year"])
        day, year = random.below(28) + 1, 1850 + random.below(172)
        if random.chance(60):
            year = 1990 + random.below(34)
        if language in ("us", "shortus"):
            return f"{random.choose(MONTHS['en' if language == 'us' else 'short'])} {day}, {year}"
        if language == "month":
            return f"{random.choose(MONTHS['en'])} {year}"
        if language == "year":
            return f"{year}"
        return f"{day}{'.' if language == 'de' else ''} {random.choose(MONTHS[language])} {year}"

    def make_pages(self):
        first = self.random.below(480) + 1
        last = first + self.random.below(40) + 1
        if first > 100 and self.random.chance(30) and last // 100 == first // 100:
            last = f"{last % 100:02d}"
        return f"{first}{self.random.choose('––-')}{last}"

    def make_url(self):
        random = self.random
        host = random.choose(["www.", ""]) + random.choose(["example", "archive", "history", "nation", "docs", "library", "texts"])
        return random.choose(["http://", "https://", "https://"]) + host + random.choose([".org", ".com", ".gov", ".net", ".br"]) + \
            random.choose(["", "/", "/a/b.html", "/2017/03/12/item", "/docs/report.pdf", "/index.php?id=12"])

    def make(self, name, fields):
        """What stands for {name}: its label and its text."""
        random = self.random
        if name == "author":
            made = self.make_authors() if self.names and random.chance(45) else fields["author"]
            made = self.capitals(made) if random.chance(20) else made
            return "author", made + " et al." if random.chance(4) and "et al" not in made else made
        if name in ("title", "container", "publisher", "place", "editor", "translator", "collection"):
            value = fields.get(name) or random.choose(self.pools[name])
            if name in ("editor", "translator") and self.names and random.chance(50):
                value = self.make_authors()
            return name, value
        simple = {
            "year": ("date", lambda: str(1880 + random.below(144))), "date": ("date", self.make_date),
            "doi": ("doi", lambda: f"10.{1000 + random.below(8999)}/{random.choose('abcxyz')}{random.below(99999)}.{random.below(999)}"),
            "url": ("url", self.make_url), "pages": ("pages", self.make_pages),
            "pages1": ("pages", lambda: str(random.below(400) + 1) if random.chance(60) else self.make_pages()),
            "pagesp": ("pages", lambda: "pp. " + self.make_pages() if random.chance(70) else f"p. {random.below(400) + 1}"),
            "pagesS": ("pages", lambda: "S. " + self.make_pages()),
            "volume": ("volume", lambda: str(random.below(120) + 1)), "volumeBd": ("volume", lambda: f"Bd. {random.below(30) + 1}"),
            "volumevol": ("volume", lambda: f"vol. {random.below(9) + 1}"),
            "roman": ("volume", lambda: random.choose("I II III IV V VI VII VIII IX X XI XII XIV XV XVI XIX XXI XXIV XXXII XL LIX".split())),
            "issue": ("issue", lambda: str(random.below(12) + 1) if random.chance(80) else f"{random.below(4) + 1}–{random.below(4) + 2}"),
            "edition": ("edition", lambda: random.choose(EDITIONS)), "editionpt": ("edition", lambda: random.choose(EDITIONS_PT)),
            "translatoren": ("translator", lambda: random.choose(["trans. ", "translated by ", "Translated by "]) + self.make("translator", fields)[1]),
            "family": ("author", lambda: random.choose(self.names)[1]), "monthpt": ("date", lambda: random.choose(MONTHS["pt"])),
            "short": ("title", lambda: " ".join(self.make("title", fields)[1].split()[:2 + random.below(4)]).rstrip(",:;.")),
            "inauthor": ("editor", lambda: fields["author"]),
            "paper": ("container", lambda: random.choose(PAPERS)), "site": ("container", lambda: random.choose(SITES)),
            "org": ("publisher", self.make_office), "orgauthor": ("author", lambda: fields["office"]),
            "orgauthor2": ("publisher", lambda: fields["office"] if random.chance(40) else self.make_office()),
            "eloc": ("pages", lambda: f"e{random.below(999999)}" if random.chance(40) else f"{100000 + random.below(899999)}"),
            "university": ("publisher", lambda: random.choose(UNIVERSITIES)), "thesis": ("genre", lambda: random.choose(THESIS_KINDS)),
            "thesispt": ("genre", lambda: random.choose(THESES_PT)), "section": ("note", lambda: random.choose(SECTIONS)),
            "accessed": ("note", lambda: random.choose(["accessed ", "accessed ", "Accessed ", "last accessed ", "retrieved "]) + self.make_date(random.choose(["en", "us"]))),
            "accessedpt": ("note", lambda: "Acesso em: " + self.make_date("pt")),
            "accessedv": ("note", lambda: random.choose(["cited ", "accessed ", "viewed "]) + self.make_date("en")),
            "accessedde": ("note", lambda: random.choose(["abgerufen am ", "Zugriff am ", "letzter Zugriff: "]) + self.make_date("de")),
        }
        label, make = simple[name]
        return label, make()


def make_one(fields, template):
    """One reference in a style, now and then with a number before it."""
    random = fields.random
    chosen = random.choose(fields.articles if template in SCIENCE else fields.items)
    chosen = {**chosen, "office": fields.make_office()}
    text = random.choose(["[%d] ", "%d. ", "%d ", "%d ", "(%d) ", "%d) "]) % (random.below(140) + 1) if random.chance(10) else ""
    spans = [("number", 0, len(text) - 1)] if text else []
    if not text and random.chance(8):
        text = random.choose(LEADS) + " "
        spans = [("other", 0, len(text) - 1)]
    for piece in re.split(r"(\{\w+\})", template):
        if not piece.startswith("{"):
            # After a full stop of the field itself the style's own is not printed.
            text += piece[1:] if piece.startswith(".") and text.endswith(".") else piece
            continue
        label, value = fields.make(piece[1:-1], chosen)
        spans.append((label, len(text), len(text) + len(value)))
        text += value
    return text, spans


def american(text, spans):
    """Straight quotes now and then."""
    return text.translate({ord("“"): '"', ord("”"): '"', ord("‘"): "'", ord("’"): "'"}), spans


def make(items, count, seed=1):
    """`count` items like those of gold_spans.read_set()."""
    random = Random(seed)
    fields = Fields(items, random)
    styles = [style for style, share in KINDS for _ in range(share)]
    made = []
    while len(made) < count:
        text, spans = make_one(fields, random.choose(random.choose(styles)))
        if random.chance(15):
            text, spans = american(text, spans)
        if gold_spans.blanks(text) != text:
            continue
        made.append({"set": "synthetic", "document": None, "text": text, "spans": gold_spans.cover(text, spans)})
    return made
