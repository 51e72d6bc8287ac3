#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Random footnoted essays in every format that Ibid reads, with what they say beside them.

    essays.py FOLDER FIRST-SEED [COUNT [FORMAT…]]

writes COUNT essays as `seed-format.suffix`, each with the gold `seed-format.ibid`, a study file: what
an import of it must give. The same seed gives the same bytes everywhere.

An essay is made once, richer than most formats can say. What a format cannot say is left out of its
file and of its gold alike: `essay_gold.adapt()` does that by the rules that stand there.
"""

import os
import random
import sys
from dataclasses import dataclass, field


@dataclass
class Mark:
    """A marker in a text; several may name one note."""

    note: "Note"


@dataclass
class Span:
    style: str
    children: list
    href: str = None


@dataclass(eq=False)
class Note:
    paragraphs: list  # of inlines: lists of str, Span and Mark
    kind: str = "footnote"
    name: str = ""  # the same in every format
    label: str = ""  # as printed
    chapter: int = 0  # the section of its first marker


@dataclass
class Paragraph:
    style: str
    inline: list = field(default_factory=list)  # of code: one str
    cells: list = None  # table rows: inlines
    lines: list = None  # verse: inlines
    depth: int = None
    number: int = None


@dataclass
class Section:
    level: int
    heading: list
    paragraphs: list = field(default_factory=list)


@dataclass
class Essay:
    seed: int
    title: str
    author: list  # (given, family)
    issued: str
    language: str
    publisher: str
    sections: list
    notes: list = field(default_factory=list)  # by their first marker


WORDS = {
    "en": "the treaty of and harbour was letter which ministry had archive in from river evidence by house report "
    "naïve coöperation while against between nobody parliament witness because newspaper to under village "
    "Tom’s mother-in-law rock’n’roll café A B.C. Mr. vol. no. pp. Versailles Danube AT&T &c. 50% 3.5".split(),
    "de": "der die das Vertrag und Hafen wurde Brief welcher Ministerium hatte Archiv aus Fluß Beweis durch Haus Bericht "
    "während gegen zwischen niemand Parlament Zeuge weil Zeitung Dörfer Mädchen z.B. S. Bd. Köln Größe".split(),
    "el": "η συνθήκη του και λιμάνι ήταν γράμμα που υπουργείο είχε αρχείο από ποτάμι απόδειξη σπίτι έκθεση".split(),
    "ru": "договор и гавань был письмо который министерство имел архив из река свидетель дом отчёт газета".split(),
    "ja": "条約 港 手紙 省庁 記録 川 証拠 家 報告 議会 新聞 村 について は が の を 政府 戦争 平和".split(),
}
WEIGHTS = {"en": 10, "de": 4, "el": 1, "ru": 1, "ja": 4}
STOPS = {"ja": "。"}
COMMAS = {"ja": "、"}

# Words that trip readers: characters beyond the BMP, combining marks, what is markup elsewhere, and
# brackets that are no markers.
ODDITIES = [
    "𝔘𝔫𝔦", "👩\u200d🚀", "e\u0301toile", "a\u0308\u0323", "𠮷野", "[1915]", "[sic]", "(1848)", "snake_case_word", "5 * 3 * 2", "1914–18",
    "x<y", "3>2", "—", "“quoted”", "‘single’", "\"straight\"", "«guillemets»", "C:\\temp", "#5", "$9", "~about", "a|b", "{brace}", "back`tick", "<tag>",
    "&amp;", "&nbsp", "x^2", "!", "…", "§ 5", "½", "א\u05b8ב", "\u2066ab\u2069", "*", "1999", "=", "+", "50,000", "Nº",
]  # fmt: skip
CODE_LINES = ["int x = a[1];", "    return b[2] + c;", "", "if (a < b && c > d)", "# no heading", "* no item", "> no quote", "\ttab", "[^1]: no note"]
HEADINGS = {
    "en": ["On the Treaty", "What Nobody Saw", "A House & its River", "The Letter", "After 1915", "Evidence", "Chapter IV", "Of Harbours <and> Rivers"],
    "de": ["Der Vertrag", "Was niemand sah", "Größe und Fluß", "Über Briefe", "Nach 1915", "Beweise"],
    "el": ["Η συνθήκη", "Το γράμμα", "Το ποτάμι"],
    "ru": ["Договор", "Письмо", "Река"],
    "ja": ["条約について", "手紙", "川と港", "記録"],
}
TITLES = {
    "en": ["On Notes", "Of Rivers & Harbours", "A <Tagged> Title", "“Quoted” 𝔘"],
    "de": ["Über die Größe", "Von Flüssen"],
    "el": ["Περὶ ποταμῶν"],
    "ru": ["О реках"],
    "ja": ["条約の研究", "川について"],
}
AUTHORS = [("Ada", "Miller"), ("Jean-Paul", "Öttinger"), ("花子", "山田"), ("W. E. B.", "Du Bois"), ("Ludwig", "van Beethoven")]
INLINE_STYLES = ["emphasis"] * 5 + ["strong"] * 3 + ["link"] * 3 + ["code", "superscript", "subscript", "small-caps", "strike"]
WORDS_IN_SPANS = {"superscript": ["th", "e", "er"], "subscript": ["max", "eff"], "code": ["ibid --help", "a_b", "x*y", "<p>", "foo()"]}


class Writer:
    """Writes one essay's sentences."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.language = self.rng.choices(list(WEIGHTS), WEIGHTS.values())[0]
        self.blank = "" if self.language == "ja" else " "
        self.notes = []

    def chance(self, p):
        return self.rng.random() < p

    def word(self):
        return self.rng.choice(WORDS[self.language])

    def plain_word(self):
        """One that begins and ends with a letter."""
        while True:
            word = self.word()
            if word[0].isalpha() and word[-1].isalpha():
                return word

    def words(self, least, most):
        return self.blank.join(self.plain_word() for _ in range(self.rng.randint(least, most)))

    def span(self):
        style = self.rng.choice(INLINE_STYLES)
        if style in WORDS_IN_SPANS:
            return Span(style, [self.rng.choice(WORDS_IN_SPANS[style])])
        href = self.rng.choice(["https://example.org/a_b?x=1&y=(2)", "https://example.org/~x/", "mailto:ada@example.org"]) if style == "link" else None
        if self.blank and style != "link" and self.chance(0.2):
            inner = {"emphasis": "strong", "strong": "emphasis"}.get(style, "emphasis")
            return Span(style, [self.words(1, 2) + " ", Span(inner, [self.words(1, 2)]), " " + self.words(1, 2)])
        text = self.words(1, 3)
        if self.blank and style in ("emphasis", "strong") and self.chance(0.15):
            text = self.rng.choice([text + " ", " " + text, " " + text + " "])
        return Span(style, [text], href)

    def new_note(self, nested):
        written = [note for note in self.notes if note.paragraphs]  # no note cites itself
        if written and self.chance(0.08):
            return self.rng.choice(written)
        note = Note([], "endnote" if self.chance(0.2) else "footnote", f"n{len(self.notes) + 1}")
        self.notes.append(note)
        note.paragraphs = [self.note_text(nested) for _ in range(2 if self.chance(0.12) else 1)]
        return note

    def note_text(self, nested):
        title = Span("emphasis", [self.words(2, 4)])
        given, family = self.rng.choice(AUTHORS)
        kind = self.rng.randrange(8)
        if kind == 0:
            inline = ["Ibid., " + str(self.rng.randint(1, 400)) + "."]
        elif kind == 1:
            inline = ["12 May 1915: " + self.words(3, 8) + "."]
        elif kind == 2:
            inline = [Span("link", ["https://example.org/" + str(self.rng.randint(1, 99))], "https://example.org/x")]
        elif kind == 3:
            inline = ["See ", title, ", p. 5; ", *self.sentence(0)]
        elif kind == 4:
            inline = self.sentence(0)
        else:
            inline = [f"{given} {family}, ", title, f" (London: The Press, {self.rng.randint(1850, 2020)}), {self.rng.randint(1, 400)}."]
        if nested and self.chance(0.08):
            inline += [Mark(self.new_note(False))]
        return inline

    def marks(self, nested=True):
        """One marker or a row of them, with or without blanks between."""
        row = []
        gap = [" "] if self.chance(0.3) else []
        for _ in range(self.rng.choice([1] * 8 + [2, 3])):
            mark = Mark(self.new_note(nested))
            if not any(mark.note is other.note for other in row if isinstance(other, Mark)):
                row += gap + [mark] if row else [mark]
        return row

    def sentence(self, p_mark):
        pieces = []
        n = self.rng.randint(4, 13)
        for i in range(n):
            gap = self.blank if i > 0 else ""
            if self.chance(0.05) and (i > 0 or p_mark > 0):
                # Blanks of their own around what could run into its neighbours. Notes, whose sentences
                # have no markers, do not begin so: a sign there is the note's own.
                pieces += [" " if pieces else "", self.rng.choice(ODDITIES), " "]
                gap = ""
                pieces += [self.plain_word()]
                continue
            pieces.append(gap)
            if self.chance(0.08):
                span = self.span()
                # Figures stand behind a word, and two spans that touch are one in Markdown.
                if span.style in ("superscript", "subscript") or (pieces[-1:] == [""] and isinstance(pieces[-2:][0], Span)):
                    pieces += [self.plain_word()]
                pieces += [span]
            else:
                word = self.plain_word() if i in (0, n - 1) else self.word()
                pieces.append(word[0].upper() + word[1:] if i == 0 else word)
            if i < n - 1 and self.chance(p_mark * 0.2):
                pieces += self.middle_marks()
        stop = STOPS.get(self.language, self.rng.choice(".....?!"))
        if self.chance(p_mark * 0.5):
            row = self.marks()
            before = [" "] if self.chance(0.1) else []
            pieces += [*row, stop] if self.chance(0.3) else [stop, *before, *row]
        else:
            pieces.append(stop)
        return pieces

    def middle_marks(self):
        comma = COMMAS.get(self.language, ",")
        kind = self.rng.randrange(4)
        if kind == 0:
            return [comma, *self.marks()]
        if kind == 1:
            return [*self.marks(), comma]
        if kind == 2 and self.blank:
            return [" ", *self.marks()]
        return self.marks()

    def text(self, n_sentences, p_mark):
        pieces = []
        if self.chance(p_mark * 0.05):
            pieces += [Mark(self.new_note(False)), self.blank]
        for i in range(n_sentences):
            pieces += ([" "] if i > 0 and self.blank else []) + self.sentence(p_mark)
        return merge(pieces)

    def heading(self):
        inline = [self.rng.choice(HEADINGS[self.language])]
        if self.chance(0.1):
            inline += [" " if self.blank else "", Span("emphasis", [self.words(1, 2)])]
        if self.chance(0.08):
            inline += [Mark(self.new_note(False))]
        return merge(inline)

    # --- Blocks ---------------------------------------------------------------------------------

    def list_items(self):
        def add(depth):
            numbered = self.chance(0.5)
            for number in range(1, self.rng.randint(2, 3) + 1):
                items.append(Paragraph("list-item", self.text(1, 0.3), depth=depth, number=number if numbered else None))
                if depth < 2 and self.chance(0.25):
                    add(depth + 1)

        items = []
        add(0)
        return items

    def table(self):
        width = self.rng.randint(2, 3)
        rows = [[[self.words(1, 2)] for _ in range(width)]]
        for _ in range(self.rng.randint(1, 3)):
            rows.append([merge([self.words(1, 3), *(self.marks(False) if self.chance(0.15) else [])]) for _ in range(width)])
        return [Paragraph("table-row", cells=cells) for cells in rows]

    def verse(self):
        lines = [merge([self.words(3, 6), ",", *(self.marks(False) if self.chance(0.2) else [])]) for _ in range(self.rng.randint(2, 4))]
        return [Paragraph("verse", lines=lines)]

    def code(self):
        lines = self.rng.sample(CODE_LINES, 4)
        return [Paragraph("code", ["\n".join(["begin", *lines, "end"])])]

    def blocks(self):
        kind = self.rng.random()
        if kind < 0.70:
            return [Paragraph("body", self.text(self.rng.randint(1, 6), 0.6))]
        if kind < 0.78:
            return [Paragraph("quote", self.text(self.rng.randint(1, 3), 0.3)) for _ in range(self.rng.choice([1, 1, 2]))]
        if kind < 0.86:
            return self.list_items()
        if kind < 0.90:
            return self.table()
        if kind < 0.94:
            return self.verse()
        if kind < 0.97:
            return self.code()
        return [Paragraph("caption", [self.words(3, 6) + "."])]

    def section(self, level, heading):
        section = Section(level, heading)
        last = None
        for _ in range(self.rng.randint(1, 5)):
            blocks = self.blocks()
            # Two lists or tables one after the other would be one in some formats.
            if blocks[0].style == last and last != "body":
                blocks = [Paragraph("body", self.text(2, 0.6))]
            section.paragraphs += blocks
            last = blocks[0].style
        return section

    def essay(self, seed):
        sections = []
        if self.chance(0.4):
            sections.append(self.section(1, []))
        level = 1
        for i in range(self.rng.randint(1, 6)):
            if i > 0:
                level = self.rng.choice([1, 1, level, min(level + 1, 4), min(level + 2, 4)])
            sections.append(self.section(level, self.heading()))
        # An essay has something to read at its end, behind whatever else.
        sections[-1].paragraphs.append(Paragraph("body", self.text(3, 1)))
        sections[0].paragraphs.insert(0, Paragraph("body", self.text(4, 0.6)))
        return Essay(
            seed,
            self.rng.choice(TITLES[self.language]) + f" {seed}",
            self.rng.sample(AUTHORS, self.rng.choice([1, 1, 1, 2])),
            f"{self.rng.randint(1990, 2024)}-{self.rng.randint(1, 12):02}-{self.rng.randint(1, 28):02}",
            self.language,
            "The Harbour Press",
            sections,
        )


def merge(pieces):
    """Texts one after the other become one."""
    merged = []
    for piece in pieces:
        if isinstance(piece, str) and merged and isinstance(merged[-1], str):
            merged[-1] += piece
        elif piece != "":
            merged.append(piece)
    return merged


def make(seed):
    return Writer(seed).essay(seed)


def main():
    # This module by its name: its classes are others when it is the program.
    import essay_gold
    import essays

    folder, first, *rest = sys.argv[1:]
    count = int(rest[0]) if rest else 1
    os.makedirs(folder, exist_ok=True)
    for seed in range(int(first), int(first) + count):
        for written in essay_gold.write_all(essays.make(seed), rest[1:]):
            written.save(folder)


if __name__ == "__main__":
    main()
