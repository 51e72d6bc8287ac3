"""Gold references to spans: what each part of a text is, told alike for every set.

An item is a dict: `set`, `document` (what must not be parted between folds), `text`, `spans`, a list of (label, start, end)
in code points that covers all words and signs of the text. The labels are those of src/analysis/ibid-reference-labels.h."""

import json
import re
import unicodedata

SETS = ("anystyle-core", "grobid-citation-dev", "linkedbooks-valid", "linkedbooks-train", "scielo-jats-pairs-dev")

ANYSTYLE = {
    "author": "author", "title": "title", "date": "date", "pages": "pages", "publisher": "publisher",
    "location": "place", "volume": "volume+", "journal": "container", "container-title": "container",
    "source": "container", "editor": "editor", "director": "editor", "producer": "editor",
    "translator": "translator", "citation-number": "number", "note": "note", "medium": "note",
    "genre": "genre", "url": "url", "doi": "doi", "edition": "edition", "collection-title": "collection",
    "isbn": "id",
}
GROBID = {
    "author": "author", "authors": "author", "date": "date", "biblScope:date": "date", "title:a": "title",
    "title": "title", "title:j": "container", "title:m": "title?", "title:s": "collection",
    "biblScope:vol": "volume", "biblScope:volume": "volume", "volumes": "volume", "biblScope:issue": "issue",
    "biblScope:pp": "pages", "biblScope:page": "pages", "biblScope:pages": "pages", "biblStruct:page": "pages",
    "page": "pages", "pubPlace": "place", "pubplace": "place", "publisher": "publisher", "publishe": "publisher",
    "editor": "editor", "note": "note", "notes": "note", "note:report": "genre", "orgName": "org",
    "orgName:collaboration": "org", "idno:DOI": "doi", "ptr:web": "url",
}
LINKEDBOOKS = {
    "title": "title?", "author": "author?", "publicationplace": "place+", "publisher": "publisher",
    "year": "date", "date": "date", "pagination": "pages", "column": "pages", "publicationnumber-year": "number-year+",
    "volume": "volume", "publicationspecifications": "specification?", "archivalreference": "archive",
    "archive_lib": "archive", "registry": "archive", "cartulation": "archive", "filza": "archive",
    "folder": "archive", "foliation": "archive", "attachment": "archive", "box": "archive",
    "numbered_ref": "other", "abbreviation": "other", "series": "other", "ref": "other", "tomo": "other",
}

YEAR = r"(?:1[4-9]\d\d|20[0-3]\d)"
EDITOR = re.compile(r"\W*(a\s*c(ura|\.)\s*d|cur[ae]|eds?\b|edited|hrsg|hg\b|herausg|par les soins|éd\b|éds|dir\b|org)", re.I)
TRANSLATOR = re.compile(r"\W*(trad|tr\.|transl|trans\b|trans\.|übers)", re.I)


def blanks(text):
    """Every run of blanks as one."""
    return " ".join(text.split())


def trim(text, start, end):
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


# --- Fields that hold several things ------------------------------------------------------------

def split_volume(text, start, end):
    """"1994;2(4):" and "vol. 33, no. 3/4": date, volume and issue."""
    spans = []
    piece = text[start:end]
    year = re.match(r"\W*%s[a-z]?\)?\s*[;,.:]\s*(?=\S)" % YEAR, piece)
    if year:
        spans.append(("date", start, start + year.end()))
        start += year.end()
        piece = text[start:end]
    issue = re.search(r"(?<=[\w.,:;\s])(\(\s*(?!(?:1[5-9]|20)\d\d)[^()]*\d[^()]*\)|\b(?:no|nos|nr|n|issue|iss|heft|h|num|número|fasc)\b[\s.:º°]*\d)",
                      piece[1:], re.I)
    if issue and re.search(r"\w", piece[:issue.start() + 1]):
        cut = start + 1 + issue.start()
        spans.append(("volume", start, cut))
        start, piece = cut, text[cut:end]
        late = re.search(r"\(?\b%s\b" % YEAR, piece)
        if late and late.start() > 0 and re.search(r"\d", piece[:late.start()]):
            spans += [("issue", start, start + late.start()), ("date", start + late.start(), end)]
        else:
            spans.append(("issue", start, end))
        return spans
    late = re.search(r"\(%s" % YEAR, piece)
    if late and re.search(r"\w", piece[:late.start()]):
        return spans + [("volume", start, start + late.start()), ("date", start + late.start(), end)]
    return spans + [("volume", start, end)]


def split_number_year(text, start, end):
    """"96 (1984), 1," of LinkedBooks: volume, date and issue."""
    spans = []
    kind = "volume"
    for piece in re.finditer(r"\S+", text[start:end]):
        a, b = start + piece.start(), start + piece.end()
        word = piece.group()
        if re.search(r"(?<!\d)%s" % YEAR, word):
            label = "date"
        elif re.search(r"\d|^\W*[IVXLCDM]+\W*$", word):
            label = kind
            kind = "issue"
        else:
            label = None  # "Bd.", "n.": to what follows
        spans.append([label, a, b])
    following = kind if not spans or spans[-1][0] is None else None
    for span in reversed(spans):
        if span[0] is None:
            span[0] = following or "volume"
        following = span[0]
    joined = []
    for label, a, b in spans:
        if joined and joined[-1][0] == label:
            joined[-1][2] = b
        else:
            joined.append([label, a, b])
    return [tuple(span) for span in joined]


def split_place(text, start, end):
    """"Venezia 1986-1988": place and date."""
    year = re.search(r"\s\(?%s\S*\s*$" % YEAR, text[start:end])
    if not year:
        return [("place", start, end)]
    return [("place", start, start + year.start()), ("date", start + year.start() + 1, end)]


def split_title(text, start, end):
    """Article and journal that the set's conversion made one: "..., «Studi Veneziani»," and "..., in Laguna,"."""
    piece = text[start:end]
    quoted = re.search(r"(?<=[,.:;] )(?:in:?\s+)?[«“\"][^«“”\"»]{3,}[»”\"][\s.,;:]*$", piece)
    if quoted and quoted.start() > 8 and not re.match(r"\W*[«“\"]", piece):
        return [("title", start, start + quoted.start()), ("container", start + quoted.start(), end)]
    first = re.match(r"\W*[«“\"][^«»“”\"]{4,}[»”\"][\s.,;:]*(?=(in:?\s)?[A-ZÀ-Ý«])", piece)
    if first and end - start - first.end() > 5 and re.match(r"[«“\"]", piece.strip()):
        return [("title", start, start + first.end()), ("container", start + first.end(), end)]
    inner = re.search(r"(?<=, )in:? (?=[A-Z«“\"])", piece)
    if inner and inner.start() > 8:
        return [("title", start, start + inner.start()), ("container", start + inner.start(), end)]
    return [("title", start, end)]


# --- Lists of fields ------------------------------------------------------------------------------

def locate(text, fields):
    """Where the fields stand, in printed order; what is not found, or twice claimed, is left out."""
    at = 0
    found = []
    for field in fields:
        piece = blanks(field["text"])
        if not piece:
            continue
        if piece not in text:
            piece = re.sub(r" ?- ?", "-", piece)  # the text has lost the blanks
        start = text.find(piece, at)
        if start < 0:
            start = text.find(piece)
            if start < 0 or any(start < b and a < start + len(piece) for _, a, b in found):
                continue
        else:
            at = start + len(piece)
        found.append((field["label"], start, start + len(piece)))
    found.sort(key=lambda span: (span[1], -span[2]))
    kept = []
    for span in found:
        if not kept or span[1] >= kept[-1][2]:
            kept.append(span)
    return kept


def anystyle_spans(text, fields):
    spans = []
    for label, start, end in locate(text, fields):
        label = ANYSTYLE.get(label, "other")
        spans += split_volume(text, start, end) if label == "volume+" else [(label, start, end)]
    return spans


def grobid_spans(text, fields):
    has_article = any(field["label"] in ("title:a", "title") for field in fields)
    spans = []
    for label, start, end in locate(text, fields):
        label = "id" if label.startswith("idno") and label != "idno:DOI" else GROBID.get(label, "other")
        if label == "title?":
            label = "container" if has_article else "title"
            has_article = True
        spans.append((label, start, end))
    return spans


def linkedbooks_spans(text, fields):
    n_titles = 0
    has_two = sum(field["label"] == "title" for field in fields) > 1
    spans = []
    for label, start, end in locate(text, [f for f in fields if f["label"] != "conjunction"]):
        piece = text[start:end]
        label = LINKEDBOOKS.get(label, "other")
        if label == "title?":
            n_titles += 1
            if n_titles > 1:
                spans.append(("container", start, end))
            else:
                spans += [("title", start, end)] if has_two else split_title(text, start, end)
        elif label == "author?":
            label = "editor" if EDITOR.match(piece) else "translator" if TRANSLATOR.match(piece) else "author"
            spans.append((label, start, end))
        elif label == "place+":
            spans += split_place(text, start, end)
        elif label == "number-year+":
            spans += split_number_year(text, start, end)
        elif label == "specification?":
            spans.append(("collection" if re.search(r"[«“\"]", piece) else "note", start, end))
        else:
            spans.append((label, start, end))
    return spans


# --- SciELO: fields apart from the text ------------------------------------------------------------

class Search:
    """Finds strings whatever their case, accents and signs; each place only once."""

    def __init__(self, text):
        self.text = text
        self.folded = []
        self.places = []
        for place, char in enumerate(text):
            for letter in self.fold(char):
                self.folded.append(letter)
                self.places.append(place)
        self.folded = "".join(self.folded)
        self.taken = []

    @staticmethod
    def fold(text):
        decomposed = unicodedata.normalize("NFKD", text).casefold()
        return "".join(char for char in decomposed if char.isalnum())

    def is_free(self, start, end):
        return not any(start < b and a < end for a, b in self.taken)

    def find(self, needle, after=0, before=None, whole=False):
        needle = self.fold(needle)
        before = len(self.text) if before is None else before
        at = -1
        while needle:
            at = self.folded.find(needle, at + 1)
            if at < 0:
                return None
            start, end = self.places[at], self.places[at + len(needle) - 1] + 1
            if start < after or not self.is_free(start, end):
                continue
            if end > before:
                return None
            if whole and (self.is_word(start - 1, start) or self.is_word(end, end - 1)):
                continue
            return start, end
        return None

    def is_word(self, outer, inner):
        return 0 <= outer < len(self.text) and self.text[outer].isalnum() and \
            self.text[outer].isdigit() == self.text[inner].isdigit()

    def take(self, span):
        self.taken.append(span)


def find_names(search, names, after, before):
    """Joins the names that stand within a few characters of each other."""
    groups = []
    for name in names:
        family, _, given = name.partition(",")
        span = search.find(family, after, before, whole=True)
        if not span:
            continue
        rest = search.find(given, max(0, span[0] - len(given) - 4), span[1] + len(given) + 6) if given.strip() else None
        if rest and (0 <= rest[0] - span[1] < 5 or 0 <= span[0] - rest[1] < 5):
            span = min(span[0], rest[0]), max(span[1], rest[1])
        if groups and span[0] - groups[-1][1] < 12 and span[0] >= groups[-1][0]:
            groups[-1] = (groups[-1][0], max(span[1], groups[-1][1]))
        else:
            groups.append(span)
    return groups


def scielo_spans(text, fields):
    search = Search(text)
    spans = []

    def add(label, span):
        if span and search.is_free(*span):
            search.take(span)
            spans.append((label, *span))
            return span
        return None

    title = fields.get("article-title") or fields.get("chapter-title")
    for label, keys in (("doi", ["pub-id:doi"]), ("url", ["uri"])):
        for key in keys:
            if fields.get(key):
                add(label, search.find(fields[key]))
    for match in re.finditer(r"https?://\S+|10\.\d{4,}/\S+", text):
        if search.is_free(*match.span()):
            add("doi" if match.group().startswith("10") else "url", (match.start(), match.end() - len(re.search(r"[.,;)\]]*$", match.group()).group())))
    first = add("title", search.find(title)) if title else None
    second = None
    if fields.get("source"):
        second = search.find(fields["source"], first[1] if first else 0) or search.find(fields["source"])
        second = add("container" if title else "title", second)
    head = first or second or (0, 0)
    tail = (second or first or (0, 0))[1]
    for start, end in find_names(search, fields.get("author", []), 0, head[0] if head[0] > 3 else None):
        add("author", (start, end))
    for key, label in (("editor", "editor"), ("compiler", "editor"), ("translator", "translator")):
        for start, end in find_names(search, fields.get(key, []), head[1], None):
            add(label, (start, end))
    for key, label in (("publisher-loc", "place"), ("publisher-name", "publisher")):
        if fields.get(key):
            add(label, search.find(fields[key], tail, whole=True))
    for key, label in (("volume", "volume"), ("issue", "issue")):
        if fields.get(key):
            span = add(label, search.find(fields[key], tail, whole=True))
            tail = span[1] if span else tail
    if fields.get("fpage"):
        pages = fields["fpage"] + "-" + fields.get("lpage", "")
        add("pages", search.find(pages, tail, whole=True) or search.find(fields["fpage"], tail, whole=True))
    if fields.get("elocation-id"):
        add("pages", search.find(fields["elocation-id"], tail, whole=True))
    if fields.get("year"):
        add("date", search.find(fields["year"], 0, head[0], whole=True) or search.find(fields["year"], head[1], whole=True))
    if fields.get("edition"):
        add("edition", search.find(fields["edition"], head[1], whole=True))
    for key, label in (("date-in-citation:access-date", "note"), ("comment", "note"), ("month", "date"),
                       ("pub-id:pmid", "id"), ("pub-id:other", "genre")):
        value = fields.get(key)
        if value:
            add(label, search.find(re.sub(r"https?://\S+", "", value), head[1]))
    spans.sort(key=lambda span: span[1])
    return spans


# --- What stands between the fields -------------------------------------------------------------------

CLOSING = set(".,;:)]}»”!?…>")
OPENING = set("([{«“„<")
KEYS = set("""in pp p vol vols no nos n nr doi ed eds by edited trans translated tr trad a cura di hrsg hg von bd band bde issue
iss num number pages page pag pgs art t tome tomo heft fasc url available from at retrieved v s ss ff isbn issn arxiv pmid pmcid
dans en em de org orgs tradução trans and und et und y e & the volume hrsg. herausgegeben sous la direction dir coord""".split())
BEFORE_TITLE = set("in dans en em".split())
EDITORS = re.compile(r"[\s,(\[]*\b(eds?|editors?|hrsg|hg|orgs?|coords?|dirs?|a cura di|comps?|éds?|ed\. by)\b\.?\s*[)\]]?[\s.,:;]*", re.I)


def fill_gap(text, start, end, before, after):
    """Closing signs go to the field before, opening signs and key words to the field after, other words to nobody."""
    left, right = trim(text, start, end)
    if before in ("editor", "author") and left < right:
        editors = EDITORS.match(text[left:right])
        if editors:
            left += editors.end()
    while before and left < right:
        char = text[left]
        is_quote = char in "\"'’" and (left == start or text[left - 1] != " ")
        if char not in CLOSING and not is_quote and char not in "-–—/" and char != " ":
            break
        left += 1
    right_edge = right
    while after and right_edge > left:
        char = text[right_edge - 1]
        if char == " " or char in OPENING or char in "\"'‘":
            right_edge -= 1
            continue
        word = re.search(r"(\w+|&)[.:º°]*$", text[left:right_edge])
        if not word or word.group(1).casefold() not in KEYS:
            break
        if after in ("title", "author") and word.group(1).casefold() not in ("by", "de"):
            break
        right_edge = left + word.start()
    while after and right_edge < right and text[right_edge] == " ":
        right_edge += 1
    return left, max(left, right_edge)


def cover(text, spans):
    """The spans with all that stands between them."""
    spans = [span for span in spans if span[2] > span[1]]
    if not spans:
        return [("other", 0, len(text))]
    result = []
    head = text[:spans[0][1]]
    _, edge = fill_gap(text, 0, spans[0][1], None, spans[0][0])
    if head[:edge].strip():
        label = "number" if re.match(r"[\W_]*\w{0,3}\d{0,4}[\W_]*$", head[:edge]) and re.search(r"\w", head[:edge]) else "other"
        result.append((label, 0, edge))
    start = edge
    for index, (label, _, end) in enumerate(spans):
        following = spans[index + 1] if index + 1 < len(spans) else None
        limit = following[1] if following else len(text)
        left, right = fill_gap(text, end, limit, label, following[0] if following else None)
        result.append((label, start, left))
        if text[left:right].strip():
            result.append(("other", left, right))
        start = right
        if not following and text[right:limit].strip():
            result.append(("other", right, limit))
    return [(label, *trim(text, a, b)) for label, a, b in result if text[a:b].strip()]


# --- Files ---------------------------------------------------------------------------------------------

def find_document(name, index, data):
    if name.startswith("grobid"):
        return data["file"]
    if name.startswith("scielo"):
        return data["id"].split("#")[0]
    return None


def read_set(folder, name):
    """All items of a set."""
    makers = {"anystyle": anystyle_spans, "grobid": grobid_spans, "linkedbooks": linkedbooks_spans, "scielo": scielo_spans}
    items = []
    with open(f"{folder}/{name}.jsonl", encoding="utf-8") as lines:
        for index, line in enumerate(lines):
            data = json.loads(line)
            text = blanks(data["input"])
            spans = cover(text, makers[name.split("-")[0]](text, data["fields"]))
            items.append({"set": name, "document": find_document(name, index, data), "text": text, "spans": spans,
                          "line": line})
    return items


def find_folds(items, n_folds=5):
    """The fold of each item of a set: whole documents where they are known and small, else blocks in the file's order."""
    sizes = {}
    for item in items:
        sizes[item["document"]] = sizes.get(item["document"], 0) + 1
    small = sorted(document for document in sizes if document and sizes[document] * n_folds < len(items))
    of_document = {document: index % n_folds for index, document in enumerate(small)}
    rest = [item for item in items if item["document"] not in of_document]
    block = {id(item): index * n_folds // len(rest) for index, item in enumerate(rest)}
    return [of_document[item["document"]] if item["document"] in of_document else block[id(item)] for item in items]
