# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""What an import of an essay must give: the essay as far as a format can say it, as a study file.

Rules, in the words of FEATURES below. What is missing from a format's set is left out of its file:

- a style of paragraphs (`quote`, `list-item`, `verse`, `code`, `table-row`, `caption`): such paragraphs
  are not written;
- a style of spans (`code-span` for code): the words are written without it;
- `heading-notes`: headings have no markers;
- `levels` skip and nest as they like; with `nesting` only as sections within sections can say it (no
  level is skipped); without both all headings are of one level;
- `repeats`: one note may have several markers; else each marker has a note of its own, with the same text;
- `nested`: notes may cite notes; else those markers are left out, and notes that only they cite;
- `note-paragraphs`: notes have several paragraphs, parted by a line end; else only their first is written;
- `endnotes`: besides footnotes there are endnotes, counted apart; else all are footnotes;
- `restart`: notes are counted from 1 in each section; else through the essay;
- `names`: labels may be words;
- `ahead`: there may be text ahead of the first heading; else the first section gets a heading;
- `starts`: a paragraph may begin with a marker, or a word that is a list's sign elsewhere.
- `short`: there are paragraphs of less than 80 characters, which may be headings elsewhere;
- `rows`: markers may follow one another, else only the first of a row is written: raised figures would be
  one number.

Levels are compared by their distance from the least one of the file, since formats differ in whether
the title takes the first. Spans are compared without their ends' blanks.
"""

import copy
import json
import os
import re
from dataclasses import dataclass

from essays import Mark, Section, Span, merge

SPANS = {"emphasis", "strong", "code-span", "superscript", "subscript", "small-caps", "strike", "link"}
BLOCKS = {"quote", "list-item", "verse", "code", "table-row", "caption"}


@dataclass
class Format:
    """A way to write an essay: `write (essay)` returns bytes and the metadata that they state."""

    name: str
    suffix: str
    write: object
    features: set


@dataclass
class Written:
    name: str
    suffix: str
    data: bytes
    gold: dict

    def save(self, folder):
        path = os.path.join(folder, self.name)
        with open(path + self.suffix, "wb") as file:
            file.write(self.data)
        with open(path + ".ibid", "w", encoding="utf-8") as file:
            json.dump(self.gold, file, ensure_ascii=False, indent=1)


# --- What a format can say ----------------------------------------------------------------------


def in_row(pieces):
    """Whether what comes next follows a marker, with nothing but blanks between."""
    rest = [piece for piece in pieces if not (isinstance(piece, str) and piece.strip() == "")]
    return bool(rest) and isinstance(rest[-1], Mark)


class Adapter:
    def __init__(self, essay, features):
        self.essay = copy.deepcopy(essay)
        self.features = features
        self.notes = []  # as they are first cited
        self.chapter = 0

    def inline(self, pieces, marks=True):
        result = []
        for piece in pieces:
            if isinstance(piece, Span):
                children = self.inline(piece.children, marks)
                kept = ("code-span" if piece.style == "code" else piece.style) in self.features
                result += [Span(piece.style, children, piece.href)] if kept else children
            elif isinstance(piece, Mark):
                if marks and ("rows" in self.features or not in_row(result)):
                    result.append(self.mark(piece))
            else:
                result.append(piece)
        return merge(result)

    def mark(self, mark):
        if "endnotes" not in self.features:
            mark.note.kind = "footnote"
        if "repeats" not in self.features:
            mark = Mark(copy.deepcopy(mark.note))
        if not any(note is mark.note for note in self.notes):
            mark.note.chapter = self.chapter
            self.notes.append(mark.note)
        return mark

    def paragraph(self, old):
        new = copy.copy(old)
        if "starts" not in self.features and old.inline and isinstance(old.inline[0], Mark):
            old.inline = old.inline[1:]
        if "starts" not in self.features and old.inline and isinstance(old.inline[0], str):
            old.inline[0] = re.sub(r"^\s*[^\w\s]+ ", "", old.inline[0])
        new.inline = self.inline(old.inline) if old.style != "code" else old.inline
        new.cells = old.cells and [self.inline(cell) for cell in old.cells]
        new.lines = old.lines and [self.inline(line) for line in old.lines]
        return new

    def section(self, old):
        new = Section(old.level, self.inline(old.heading, "heading-notes" in self.features))
        kept = [p for p in old.paragraphs if p.style == "body" or p.style in self.features]
        if "short" not in self.features:
            kept = [p for p in kept if len(Flat([p.inline]).text) >= 80]
        new.paragraphs = [self.paragraph(p) for p in kept]
        return new

    def set_levels(self):
        open_levels = []
        for section in self.essay.sections:
            if "nesting" in self.features:
                while open_levels and open_levels[-1] >= section.level:
                    open_levels.pop()
                open_levels.append(section.level)
                section.level = len(open_levels) if section.heading else 1
                if not section.heading:
                    open_levels.clear()
            elif "levels" not in self.features:
                section.level = 1

    def set_notes(self):
        """Notes that are cited in notes come behind those of the text."""
        nested = "nested" in self.features
        done = 0
        while done < len(self.notes):
            note = self.notes[done]
            self.chapter = note.chapter
            kept = note.paragraphs if "note-paragraphs" in self.features else note.paragraphs[:1]
            note.paragraphs = [self.inline(paragraph, nested) for paragraph in kept]
            done += 1

    def number(self):
        counts = {}
        notes = self.notes
        if "restart" in self.features:
            notes.sort(key=lambda note: note.chapter)
        elif "endnotes" in self.features:
            notes.sort(key=lambda note: note.kind == "endnote")
        for i, note in enumerate(notes, 1):
            key = (note.kind if "endnotes" in self.features else "", note.chapter if "restart" in self.features else 0)
            counts[key] = counts.get(key, 0) + 1
            note.label = str(counts[key])
            note.name = f"n{i}"
            if "names" in self.features and i % 5 == 0:
                note.label = f"smith-{i}"

    def adapt(self):
        if "ahead" not in self.features and not self.essay.sections[0].heading:
            self.essay.sections[0].heading = ["Ahead"]
        sections = self.essay.sections
        self.essay.sections = []
        for section in sections:
            self.chapter = len(self.essay.sections)
            section = self.section(section)
            if section.paragraphs or "short" in self.features:
                self.essay.sections.append(section)
        self.set_levels()
        self.set_notes()
        self.number()
        self.essay.notes = self.notes
        return self.essay


def adapt(essay, features):
    return Adapter(essay, features).adapt()


# --- The study file -------------------------------------------------------------------------------


class Flat:
    """An inline as text, spans and markers, by the rules of the study format."""

    def __init__(self, lines):
        self.text = ""
        self.spans = []
        self.notes = []
        self.pending = False  # a blank that is written when something follows it
        for i, line in enumerate(lines):
            if i > 0:
                self.pending = False
                self.text += "\n"
            self.add(line)
        self.spans = sorted((s for s in self.spans if s["start"] < s["end"]), key=lambda s: (s["start"], s["end"], s["style"]))

    def add(self, pieces):
        for piece in pieces:
            if isinstance(piece, str):
                self.add_text(piece)
            elif isinstance(piece, Mark):
                self.pending = False
                self.notes.append((len(self.text), piece.note))
            else:
                self.add_span(piece)

    def add_text(self, text):
        for c in text:
            if c == " ":
                self.pending = True
                continue
            if self.pending and self.text and self.text[-1] != "\n":
                self.text += " "
            self.pending = False
            self.text += c

    def add_span(self, piece):
        span = {"start": len(self.text), "end": 0, "style": piece.style}
        if piece.href:
            span["href"] = piece.href
        self.spans.append(span)
        self.add(piece.children)
        span["end"] = len(self.text)
        # Blanks ahead of its first word are not in it.
        while span["start"] < span["end"] and self.text[span["start"]] in " \n":
            span["start"] += 1


def passage(lines, ids):
    flat = Flat(lines)
    members = {"text": flat.text}
    if flat.spans:
        members["spans"] = flat.spans
    if flat.notes:
        members["notes"] = [{"at": at, "label": note.label, "reference": ids[id(note)]} for at, note in flat.notes]
    return members


def cells_inline(cells):
    """Cells of a row, parted by tabs, which are no blanks here."""
    inline = []
    for i, cell in enumerate(cells):
        inline += (["\t"] if i > 0 else []) + strip(cell)
    return merge(inline)


def strip(inline):
    inline = list(inline)
    if inline and isinstance(inline[0], str):
        inline[0] = inline[0].lstrip(" ")
    if inline and isinstance(inline[-1], str):
        inline[-1] = inline[-1].rstrip(" ")
    return inline


def gold_paragraph(p, number, ids):
    if p.style == "code":
        members = {"text": p.inline[0]}
    elif p.cells:
        members = passage([cells_inline(p.cells)], ids)
    else:
        members = passage(p.lines or [p.inline], ids)
    members = {"id": f"p{number}", "style": p.style, **members}
    if p.depth is not None:
        members["depth"] = p.depth
    if p.number is not None:
        members["number"] = p.number
    return members


def gold(essay, metadata):
    """The study of an adapted essay whose file states these of its metadata."""
    ids = {id(note): f"r{i}" for i, note in enumerate(essay.notes, 1)}
    study = {"format": "ibid-study", "version": 1}
    says = {
        "title": essay.title,
        "author": [{"family": family, "given": given} for given, family in essay.author],
        "issued": essay.issued,
        "publisher": essay.publisher,
        "language": essay.language,
    }
    study.update((name, value) for name, value in says.items() if name in metadata)
    study["sections"] = []
    n_paragraphs = 0
    for i, section in enumerate(essay.sections, 1):
        members = passage([section.heading], ids)
        members["heading"] = members.pop("text")
        members = {"id": f"s{i}", "level": section.level, **members, "paragraphs": []}
        for p in section.paragraphs:
            n_paragraphs += 1
            members["paragraphs"].append(gold_paragraph(p, n_paragraphs, ids))
        study["sections"].append(members)
    study["references"] = [
        {"id": ids[id(note)], "kind": note.kind, "label": note.label, **passage(note.paragraphs, ids)} for note in essay.notes
    ]
    return study


# --- All formats ----------------------------------------------------------------------------------


def formats(seed):
    """One way of each format; formats with several take turns."""
    import essay_html
    import essay_office
    import essay_text
    import essay_xml

    groups = [essay_text.MARKDOWN, essay_html.PAGES, essay_html.XHTML, essay_html.EPUB2, essay_html.EPUB3, essay_office.DOCX, essay_office.ODT]
    groups += [essay_xml.JATS, essay_xml.FB2, essay_xml.TEI, essay_text.PLAIN]
    return [group[seed % len(group)] for group in groups]


def write_all(essay, names=()):
    """The essay in each format; `names` choose some of them, or groups: "html" is "html-pandoc" too."""
    for form in formats(essay.seed):
        if names and form.name not in names and form.name.partition("-")[0] not in names:
            continue
        adapted = adapt(essay, form.features)
        data, metadata = form.write(adapted)
        yield Written(f"{essay.seed:04}-{form.name}", form.suffix, data, gold(adapted, metadata))
