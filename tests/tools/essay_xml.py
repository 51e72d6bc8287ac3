# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Essays as JATS, FB2 and TEI."""

import random
from html import escape

from essay_gold import BLOCKS, SPANS, Format
from essay_text import break_lines
from essays import Mark


class Xml:
    """What the three have in common. Tables that subclasses fill: a style to its tags."""

    spans = {}

    def __init__(self, essay):
        self.essay = essay
        self.rng = random.Random(essay.seed)

    def inline(self, pieces):
        text = ""
        for piece in pieces:
            if isinstance(piece, str):
                text += break_lines(escape(piece, quote=False), self.rng)
            elif isinstance(piece, Mark):
                text += self.mark(piece.note)
            elif piece.style == "link":
                text += self.link(piece)
            else:
                tag = self.spans[piece.style]
                text += f"<{tag}>{self.inline(piece.children)}</{tag.partition(' ')[0]}>"
        return text

    def paragraph(self, p):
        return f"<p>{self.inline(p.inline)}</p>\n"

    def blocks(self, paragraphs):
        text = ""
        group = []
        for p in [*paragraphs, None]:
            if group and (p is None or p.style != group[0].style or p.style not in ("list-item", "table-row", "quote")):
                text += getattr(self, group[0].style.replace("-", "_"))(group)
                group = []
            if p is not None and p.style == "body":
                text += self.paragraph(p)
            elif p is not None:
                group.append(p)
        return text

    def list_item(self, items):
        """Lists within lists stand in the item that they follow."""
        begin, end, item, item_end = self.list_tags
        text = ""
        depth = -1
        for p in items:
            if p.depth > depth:
                text += begin["number" if p.number else "bullet"] + item
            else:
                text += (item_end + end) * (depth - p.depth) + item_end + item
            depth = p.depth
            text += self.item(p)
        return text + (item_end + end) * (depth + 1) + "\n"

    def nested(self, begin, end, heading):
        """Sections within sections; the text ahead of them all as it is."""
        text = ""
        open_levels = []
        for section in self.essay.sections:
            if not section.heading:
                text += self.blocks(section.paragraphs)
                continue
            while open_levels and open_levels[-1] >= section.level:
                open_levels.pop()
                text += end
            open_levels.append(section.level)
            text += begin + heading.format(self.inline(section.heading)) + self.blocks(section.paragraphs)
        return text + end * len(open_levels)


class Jats(Xml):
    spans = {
        "emphasis": "italic",
        "strong": "bold",
        "code": "monospace",
        "superscript": "sup",
        "subscript": "sub",
        "small-caps": "sc",
        "strike": "strike",
    }
    list_tags = ({"bullet": '<list list-type="bullet">', "number": '<list list-type="order">'}, "</list>", "<list-item>", "</list-item>")

    def mark(self, note):
        if self.essay.seed % 2:
            return f'<xref ref-type="fn" rid="{note.name}"><sup>{note.label}</sup></xref>'
        return f'<sup><xref ref-type="fn" rid="{note.name}">{note.label}</xref></sup>'

    def link(self, piece):
        return f'<ext-link ext-link-type="uri" xlink:href="{escape(piece.href)}">{self.inline(piece.children)}</ext-link>'

    def item(self, p):
        return f"<p>{self.inline(p.inline)}</p>"

    def quote(self, group):
        return "<disp-quote>" + "".join(f"<p>{self.inline(p.inline)}</p>" for p in group) + "</disp-quote>\n"

    def verse(self, group):
        return "<verse-group>" + "".join(f"<verse-line>{self.inline(line)}</verse-line>" for line in group[0].lines) + "</verse-group>\n"

    def code(self, group):
        return "<code>" + escape(group[0].inline[0], quote=False) + "</code>\n"

    def table_row(self, rows):
        cells = [["<th>", "</th>"] if i == 0 else ["<td>", "</td>"] for i in range(len(rows))]
        lines = ["<tr>" + "".join(begin + self.inline(cell) + end for cell in row.cells) + "</tr>" for row, (begin, end) in zip(rows, cells)]
        return "<table-wrap><table><thead>" + lines[0] + "</thead><tbody>" + "".join(lines[1:]) + "</tbody></table></table-wrap>\n"

    def caption(self, group):
        return f'<fig><caption><p>{self.inline(group[0].inline)}</p></caption><graphic xlink:href="picture.png"/></fig>\n'

    def write(self):
        e = self.essay
        names = "".join(f'<contrib contrib-type="author"><name><surname>{escape(family)}</surname><given-names>{escape(given)}</given-names></name></contrib>' for given, family in e.author)
        year, month, day = e.issued.split("-")
        body = self.nested("<sec>", "</sec>\n", "<title>{}</title>\n")
        notes = "".join(f'<fn id="{n.name}" fn-type="other"><label>{n.label}</label>' + "".join(f"<p>{self.inline(p)}</p>" for p in n.paragraphs) + "</fn>\n" for n in e.notes)
        back = f"<back><fn-group>{notes}</fn-group></back>" if notes else ""
        text = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.2 20190208//EN" "JATS-journalpublishing1.dtd">
<article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="research-article" dtd-version="1.2" xml:lang="{e.language}">
<front><journal-meta><journal-title-group><journal-title>Journal of Essays</journal-title></journal-title-group><publisher><publisher-name>{e.publisher}</publisher-name></publisher></journal-meta>
<article-meta><title-group><article-title>{escape(e.title)}</article-title></title-group><contrib-group>{names}</contrib-group>
<pub-date pub-type="epub"><day>{day}</day><month>{month}</month><year>{year}</year></pub-date></article-meta></front>
<body>{body}</body>{back}</article>
"""
        return text.encode(), {"title", "author", "issued", "language"}


class Fb2(Xml):
    spans = {"emphasis": "emphasis", "strong": "strong", "code": "code", "superscript": "sup", "subscript": "sub", "strike": "strikethrough"}

    def mark(self, note):
        return f'<a l:href="#{note.name}" type="note">[{note.label}]</a>'

    def link(self, piece):
        return f'<a l:href="{escape(piece.href)}">{self.inline(piece.children)}</a>'

    def quote(self, group):
        return "<cite>" + "".join(f"<p>{self.inline(p.inline)}</p>" for p in group) + "</cite>\n"

    def verse(self, group):
        return "<poem><stanza>" + "".join(f"<v>{self.inline(line)}</v>" for line in group[0].lines) + "</stanza></poem>\n"

    def table_row(self, rows):
        return "<table>" + "".join("<tr>" + "".join(f"<td>{self.inline(cell)}</td>" for cell in row.cells) + "</tr>" for row in rows) + "</table>\n"

    def write(self):
        e = self.essay
        names = "".join(f"<author><first-name>{escape(given)}</first-name><last-name>{escape(family)}</last-name></author>" for given, family in e.author)
        body = ""
        for section in e.sections:
            title = f"<title><p>{self.inline(section.heading)}</p></title>\n" if section.heading else ""
            empty = "<empty-line/>" if self.rng.random() < 0.3 else ""
            body += f"<section>{title}{self.blocks(section.paragraphs)}{empty}</section>\n"
        notes = "".join(f'<section id="{n.name}"><title><p>{n.label}</p></title>' + "".join(f"<p>{self.inline(p)}</p>" for p in n.paragraphs) + "</section>\n" for n in e.notes)
        notes = f'<body name="notes"><title><p>Notes</p></title>\n{notes}</body>\n' if notes else ""
        text = f"""<?xml version="1.0" encoding="utf-8"?>
<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">
<description><title-info><genre>nonfiction</genre>{names}<book-title>{escape(e.title)}</book-title><date value="{e.issued}">{e.issued[:4]}</date><lang>{e.language}</lang></title-info>
<document-info><author><nickname>maker</nickname></author><date>2024</date><id>{e.seed}</id><version>1.0</version></document-info>
<publish-info><publisher>{e.publisher}</publisher></publish-info></description>
<body><title><p>{escape(e.title)}</p></title>
{body}</body>
{notes}</FictionBook>
"""
        return text.encode(), {"title", "author", "issued", "language", "publisher"}


class Tei(Xml):
    """`inline_notes`: a note stands where its marker is; else markers refer to notes at the end."""

    inline_notes = True
    spans = {
        "emphasis": 'hi rend="italic"',
        "strong": 'hi rend="bold"',
        "code": "code",
        "superscript": 'hi rend="superscript"',
        "subscript": 'hi rend="subscript"',
        "small-caps": 'hi rend="smallcaps"',
        "strike": 'hi rend="strikethrough"',
    }
    list_tags = ({"bullet": '<list rend="bulleted">', "number": '<list rend="numbered">'}, "</list>", "<item>", "</item>")

    def mark(self, note):
        if self.inline_notes:
            return f'<note place="bottom" n="{note.label}" xml:id="{note.name}">{self.note_text(note)}</note>'
        return f'<ref type="noteAnchor" target="#{note.name}">{note.label}</ref>'

    def note_text(self, note):
        if len(note.paragraphs) == 1 and self.essay.seed % 2:
            return self.inline(note.paragraphs[0])
        return "".join(f"<p>{self.inline(p)}</p>" for p in note.paragraphs)

    def link(self, piece):
        return f'<ref target="{escape(piece.href)}">{self.inline(piece.children)}</ref>'

    def item(self, p):
        return self.inline(p.inline)

    def quote(self, group):
        return "<quote>" + "".join(f"<p>{self.inline(p.inline)}</p>" for p in group) + "</quote>\n"

    def verse(self, group):
        return "<lg>" + "".join(f"<l>{self.inline(line)}</l>" for line in group[0].lines) + "</lg>\n"

    def table_row(self, rows):
        return f'<table rows="{len(rows)}">' + "".join("<row>" + "".join(f"<cell>{self.inline(cell)}</cell>" for cell in row.cells) + "</row>" for row in rows) + "</table>\n"

    def caption(self, group):
        return f'<figure><graphic url="picture.png"/><head>{self.inline(group[0].inline)}</head></figure>\n'

    def write(self):
        e = self.essay
        names = "".join(f"<author><persName><forename>{escape(given)}</forename> <surname>{escape(family)}</surname></persName></author>" for given, family in e.author)
        body = self.nested("<div>", "</div>\n", "<head>{}</head>\n")
        # Beside text of its own only what is a division may follow.
        if not e.sections[0].heading:
            body = body.replace("<div><head>", "</div><div><head>", 1) if len(e.sections) > 1 else body + "</div>"
            body = "<div>" + body
        notes = ""
        if not self.inline_notes and e.notes:
            notes = '<back><div type="notes"><head>Notes</head>\n' + "".join(f'<note xml:id="{n.name}" n="{n.label}">{self.note_text(n)}</note>\n' for n in e.notes) + "</div></back>"
        text = f"""<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{e.language}">
<teiHeader><fileDesc><titleStmt><title>{escape(e.title)}</title>{names}</titleStmt>
<publicationStmt><publisher>{e.publisher}</publisher><date when="{e.issued}">{e.issued}</date></publicationStmt>
<sourceDesc><p>Born digital.</p></sourceDesc></fileDesc></teiHeader>
<text><body>{body}</body>{notes}</text></TEI>
"""
        return text.encode(), {"title", "author", "issued", "language", "publisher"}


class TeiRefs(Tei):
    inline_notes = False


ALL = (BLOCKS | SPANS | {"nesting", "ahead", "starts", "short", "rows", "heading-notes", "repeats", "nested", "note-paragraphs"})
JATS = [Format("jats", ".xml", lambda essay: Jats(essay).write(), ALL)]
FB2 = [Format("fb2", ".fb2", lambda essay: Fb2(essay).write(), ALL - {"nesting", "list-item", "code", "caption", "small-caps", "nested"})]
TEI = [
    Format("tei-inline", ".xml", lambda essay: Tei(essay).write(), ALL - {"repeats", "nested", "code"}),
    Format("tei-refs", ".xml", lambda essay: TeiRefs(essay).write(), ALL - {"code"}),
]
