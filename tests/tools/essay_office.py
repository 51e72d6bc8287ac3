# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Essays as DOCX and ODT."""

import random
from html import escape

from essay_gold import SPANS, Format
from essay_html import pack
from essays import Mark

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
PROPERTIES = {
    "emphasis": "<w:i/>",
    "strong": "<w:b/>",
    "strike": "<w:strike/>",
    "small-caps": "<w:smallCaps/>",
    "superscript": '<w:vertAlign w:val="superscript"/>',
    "subscript": '<w:vertAlign w:val="subscript"/>',
}
HEADINGS = ["Heading1", "berschrift2", "Heading3", "Heading4", "Heading5", "Heading6"]


def roman(n):
    text = ""
    for value, sign in ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while n >= value:
            text += sign
            n -= value
    return text


class Docx:
    """Runs are cut as Word cuts them; there are insertions and deletions, fields, bookmarks, empty
    paragraphs and proofing marks. Endnotes are counted i, ii, iii, Word's habit."""

    def __init__(self, essay):
        self.essay = essay
        self.rng = random.Random(essay.seed)
        self.links = []  # of the part that is written
        for note in essay.notes:
            if note.kind == "endnote":
                note.label = roman(int(note.label))
        self.ids = {}
        counts = {"footnote": 0, "endnote": 0}
        for note in essay.notes:
            counts[note.kind] += 1
            self.ids[note.name] = counts[note.kind] + 1

    def run(self, text, properties):
        rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        return f'<w:r w:rsidR="00A7">{rpr}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'

    def text(self, text, properties):
        """One run or several; some of it inserted, with something else deleted."""
        runs = ""
        while text:
            cut = self.rng.randint(1, len(text)) if self.rng.random() < 0.2 else len(text)
            run = self.run(text[:cut], properties)
            kind = self.rng.random()
            if kind < 0.03:
                run = f'<w:ins w:id="9" w:author="A" w:date="2020-01-01T00:00:00Z">{run}</w:ins>'
            elif kind < 0.06:
                run += '<w:del w:id="9" w:author="A" w:date="2020-01-01T00:00:00Z"><w:r><w:delText>deleted words</w:delText></w:r></w:del>'
            elif kind < 0.09:
                run = f'<w:proofErr w:type="spellStart"/>{run}<w:proofErr w:type="spellEnd"/>'
            elif kind < 0.12:
                run = f'<w:bookmarkStart w:id="3" w:name="b"/>{run}<w:bookmarkEnd w:id="3"/>'
            runs += run
            text = text[cut:]
        return runs

    def link(self, piece, properties):
        inner = self.inline(piece.children, properties)
        if self.rng.random() < 0.3:
            begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            code = f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "{escape(piece.href)}" </w:instrText></w:r>'
            return begin + code + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + inner + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        self.links.append(piece.href)
        return f'<w:hyperlink r:id="link{len(self.links)}" w:history="1">{inner}</w:hyperlink>'

    def inline(self, pieces, properties=""):
        runs = ""
        for piece in pieces:
            if isinstance(piece, str):
                runs += self.text(piece, properties)
            elif isinstance(piece, Mark):
                kind = piece.note.kind
                style = f'<w:rPr><w:rStyle w:val="{kind.title()}Reference"/></w:rPr>'
                runs += f'<w:r>{style}<w:{kind}Reference w:id="{self.ids[piece.note.name]}"/></w:r>'
            elif piece.style == "link":
                runs += self.link(piece, properties)
            else:
                runs += self.inline(piece.children, properties + PROPERTIES[piece.style])
        return runs

    def paragraph(self, inner, style=None, more=""):
        properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + more
        ppr = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        empty = "<w:p/>" if self.rng.random() < 0.04 and not more else ""
        return f"{empty}<w:p>{ppr}{inner}</w:p>\n"

    def block(self, p):
        if p.style == "quote":
            return self.paragraph(self.inline(p.inline), "Quote")
        if p.style == "caption":
            return self.paragraph(self.inline(p.inline), "Caption")
        if p.style == "list-item":
            number = f'<w:numPr><w:ilvl w:val="{p.depth}"/><w:numId w:val="{self.list_id(p)}"/></w:numPr>'
            return self.paragraph(self.inline(p.inline), "ListParagraph", number)
        return self.paragraph(self.inline(p.inline))

    def list_id(self, p):
        """Each numbered list is one of its own; bullets are all of list 1."""
        if p.number is None:
            return 1
        if p.number == 1:
            self.n_lists += 1
            del self.lists[p.depth :]
            self.lists += [self.n_lists] * (p.depth + 1 - len(self.lists))
        return self.lists[p.depth]

    def table(self, rows):
        text = '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>' + '<w:gridCol w:w="2000"/>' * len(rows[0].cells) + "</w:tblGrid>"
        for row in rows:
            text += "<w:tr>" + "".join(f"<w:tc><w:tcPr/><w:p>{self.inline(cell)}</w:p></w:tc>" for cell in row.cells) + "</w:tr>"
        return text + "</w:tbl>\n"

    def body(self):
        text = self.paragraph(self.run(self.essay.title, ""), "Title") if self.essay.seed % 2 else ""
        self.n_lists = 1
        self.lists = []
        for section in self.essay.sections:
            if section.heading:
                text += self.paragraph(self.inline(section.heading), HEADINGS[section.level - 1])
            rows = []
            for p in section.paragraphs:
                if p.style == "table-row":
                    rows.append(p)
                    continue
                text += (self.table(rows) if rows else "") + self.block(p)
                rows = []
            text += self.table(rows) + "<w:p/>" if rows else ""
        return text

    def note_part(self, kind):
        notes = ""
        for note in self.essay.notes:
            if note.kind == kind:
                paragraphs = [self.inline(p) for p in note.paragraphs]
                paragraphs[0] = f'<w:r><w:rPr><w:rStyle w:val="{kind.title()}Reference"/></w:rPr><w:{kind}Ref/></w:r>' + self.run(" ", "") + paragraphs[0]
                inner = "".join(f'<w:p><w:pPr><w:pStyle w:val="{kind.title()}Text"/></w:pPr>{text}</w:p>' for text in paragraphs)
                notes += f'<w:{kind} w:id="{self.ids[note.name]}">{inner}</w:{kind}>\n'
        separators = f'<w:{kind} w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>\n<w:{kind} w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{kind}>\n'
        return f"{XML}<w:{kind}s {W}>{separators}{notes}</w:{kind}s>"

    def rels(self, own=()):
        entries = "".join(f'<Relationship Id="rId{i}" Type="{RELATIONS}{name}" Target="{name}.xml"/>' for i, name in enumerate(own, 1))
        entries += "".join(f'<Relationship Id="link{i}" Type="{RELATIONS}hyperlink" Target="{escape(href)}" TargetMode="External"/>' for i, href in enumerate(self.links, 1))
        self.links = []
        return f'{XML}<Relationships xmlns="{RELS}">{entries}</Relationships>'

    def styles(self):
        text = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\n'
        for level, style in enumerate(HEADINGS):
            text += f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="heading {level + 1}"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="{level}"/></w:pPr></w:style>\n'
        for style, name in (("Title", "Title"), ("Quote", "Quote"), ("Caption", "caption"), ("ListParagraph", "List Paragraph"), ("FootnoteText", "footnote text"), ("EndnoteText", "endnote text")):
            text += f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/></w:style>\n'
        for kind in ("footnote", "endnote"):
            text += f'<w:style w:type="character" w:styleId="{kind.title()}Reference"><w:name w:val="{kind} reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>\n'
        return f"{XML}<w:styles {W}>{text}</w:styles>"

    def numbering(self):
        def abstract(number, form, sign):
            levels = "".join(f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{sign.format(i + 1)}"/></w:lvl>' for i in range(9))
            return f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>\n'

        nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>\n'
        for number in range(2, self.n_lists + 1):
            restarts = "".join(f'<w:lvlOverride w:ilvl="{i}"><w:startOverride w:val="1"/></w:lvlOverride>' for i in range(9))
            nums += f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/>{restarts}</w:num>\n'
        return f"{XML}<w:numbering {W}>" + abstract(0, "bullet", "•") + abstract(1, "decimal", "%{}.") + nums + "</w:numbering>"

    def core(self):
        names = "; ".join(f"{given} {family}" for given, family in self.essay.author[:1])
        self.essay.author = self.essay.author[:1]
        spaces = 'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        return f"{XML}<cp:coreProperties {spaces}><dc:title>{escape(self.essay.title)}</dc:title><dc:creator>{escape(names)}</dc:creator><dc:language>{self.essay.language}</dc:language></cp:coreProperties>"

    def write(self):
        own = ["styles", "numbering", "footnotes", "endnotes"]
        document = f'{XML}<w:document {W}><w:body>{self.body()}<w:sectPr/></w:body></w:document>'
        parts = [("word/document.xml", document), ("word/_rels/document.xml.rels", self.rels(own))]
        for kind in ("footnote", "endnote"):
            parts += [(f"word/{kind}s.xml", self.note_part(kind)), (f"word/_rels/{kind}s.xml.rels", self.rels())]
        parts += [("word/styles.xml", self.styles()), ("word/numbering.xml", self.numbering()), ("docProps/core.xml", self.core())]
        types = f'<Override PartName="/word/document.xml" ContentType="{WORD}document.main+xml"/>'
        types += "".join(f'<Override PartName="/word/{name}.xml" ContentType="{WORD}{name}+xml"/>' for name in own)
        types += '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        content = f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{defaults}{types}</Types>'
        root = f'<Relationship Id="rId1" Type="{RELATIONS}officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        head = [("[Content_Types].xml", content), ("_rels/.rels", f'{XML}<Relationships xmlns="{RELS}">{root}</Relationships>')]
        return pack(head + parts), {"title", "author", "language"}


# --- ODT ------------------------------------------------------------------------------------------

SPACES = " ".join(
    f'xmlns:{name}="{uri}"'
    for name, uri in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
        "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
    }.items()
    if name != "manifest"
)
TEXT_STYLES = {
    "emphasis": ("T1", 'fo:font-style="italic"'),
    "strong": ("T2", 'fo:font-weight="bold"'),
    "strike": ("T3", 'style:text-line-through-style="solid"'),
    "small-caps": ("T4", 'fo:font-variant="small-caps"'),
    "superscript": ("T5", 'style:text-position="super 58%"'),
    "subscript": ("T6", 'style:text-position="sub 58%"'),
}


class Odt:
    """Blanks in a row as text:s; bookmarks and soft page breaks between; automatic paragraph styles
    that come from named ones."""

    def __init__(self, essay):
        self.essay = essay
        self.rng = random.Random(essay.seed)
        for note in essay.notes:
            if note.kind == "endnote":
                note.label = roman(int(note.label))

    def inline(self, pieces):
        text = ""
        for piece in pieces:
            if isinstance(piece, str):
                piece = escape(piece, quote=False)
                kind = self.rng.random()
                text += piece.replace(" ", ' <text:s/>', 1) if kind < 0.03 else piece + ('<text:soft-page-break/>' if kind < 0.05 else '<text:bookmark text:name="b"/>' if kind < 0.08 else "")
            elif isinstance(piece, Mark):
                text += self.note(piece.note)
            elif piece.style == "link":
                text += f'<text:a xlink:type="simple" xlink:href="{escape(piece.href)}">{self.inline(piece.children)}</text:a>'
            else:
                text += f'<text:span text:style-name="{TEXT_STYLES[piece.style][0]}">{self.inline(piece.children)}</text:span>'
        return text

    def note(self, note):
        body = "".join(f'<text:p text:style-name="{note.kind.title()}">{self.inline(p)}</text:p>' for p in note.paragraphs)
        return f'<text:note text:id="{note.name}" text:note-class="{note.kind}"><text:note-citation>{note.label}</text:note-citation><text:note-body>{body}</text:note-body></text:note>'

    def paragraph(self, inner, style):
        empty = '<text:p text:style-name="P1"/>\n' if self.rng.random() < 0.04 else ""
        return f'{empty}<text:p text:style-name="{style}">{inner}</text:p>\n'

    def list(self, items):
        text = ""
        depth = -1
        for p in items:
            style = "L2" if p.number else "L1"
            if p.depth > depth:
                text += f'<text:list text:style-name="{style}"><text:list-item>'
            else:
                text += "</text:list-item></text:list>" * (depth - p.depth) + "</text:list-item><text:list-item>"
            depth = p.depth
            text += f'<text:p text:style-name="P1">{self.inline(p.inline)}</text:p>'
        return text + "</text:list-item></text:list>" * (depth + 1) + "\n"

    def table(self, rows):
        text = f'<table:table table:name="T"><table:table-column table:number-columns-repeated="{len(rows[0].cells)}"/>'
        for row in rows:
            text += "<table:table-row>" + "".join(f"<table:table-cell><text:p>{self.inline(cell)}</text:p></table:table-cell>" for cell in row.cells) + "</table:table-row>"
        return text + "</table:table>\n"

    def body(self):
        text = self.paragraph(escape(self.essay.title), "Title") if self.essay.seed % 2 else ""
        for section in self.essay.sections:
            if section.heading:
                text += f'<text:h text:style-name="Heading_20_{section.level}" text:outline-level="{section.level}">{self.inline(section.heading)}</text:h>\n'
            group = []
            for p in section.paragraphs:
                if group and p.style != group[0].style:
                    text += self.flush(group)
                    group = []
                if p.style in ("list-item", "table-row"):
                    group.append(p)
                else:
                    text += self.paragraph(self.inline(p.inline), {"quote": "P2", "caption": "Illustration"}.get(p.style, "P1"))
            text += self.flush(group)
        return text

    def flush(self, group):
        if not group:
            return ""
        return self.list(group) if group[0].style == "list-item" else self.table(group)

    def styles(self):
        text = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Text_20_body"/>'
        text += '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Quotations"/>'
        for name, properties in TEXT_STYLES.values():
            text += f'<style:style style:name="{name}" style:family="text"><style:text-properties {properties}/></style:style>'
        for name, level in (("L1", 'bullet text:level="{}" text:bullet-char="•"'), ("L2", 'number text:level="{}" style:num-format="1" style:num-suffix="."')):
            levels = "".join(f"<text:list-level-style-{level.format(i)}/>" for i in range(1, 5))
            text += f'<text:list-style style:name="{name}">{levels}</text:list-style>'
        return text

    def write(self):
        given, family = self.essay.author[0]
        self.essay.author = self.essay.author[:1]
        content = f'{XML}<office:document-content {SPACES} office:version="1.2"><office:automatic-styles>{self.styles()}</office:automatic-styles><office:body><office:text>{self.body()}</office:text></office:body></office:document-content>'
        named = "".join(f'<style:style style:name="{name}" style:family="paragraph"/>' for name in ("Text_20_body", "Quotations", "Title", "Footnote", "Endnote"))
        styles = f'{XML}<office:document-styles {SPACES} office:version="1.2"><office:styles>{named}</office:styles></office:document-styles>'
        meta = f'{XML}<office:document-meta {SPACES} office:version="1.2"><office:meta><dc:title>{escape(self.essay.title)}</dc:title><dc:creator>{escape(given + " " + family)}</dc:creator><dc:date>{self.essay.issued}T00:00:00</dc:date><dc:language>{self.essay.language}</dc:language></office:meta></office:document-meta>'
        kind = "application/vnd.oasis.opendocument.text"
        entries = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>' + "".join(f'<manifest:file-entry manifest:full-path="{name}.xml" manifest:media-type="text/xml"/>' for name in ("content", "styles", "meta"))
        manifest = f'{XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">{entries}</manifest:manifest>'
        parts = [("mimetype", kind), ("content.xml", content), ("styles.xml", styles), ("meta.xml", meta), ("META-INF/manifest.xml", manifest)]
        return pack(parts), {"title", "author", "issued", "language"}


OFFICE = (SPANS - {"code-span"}) | {"quote", "list-item", "table-row", "levels", "ahead", "starts", "short", "rows", "heading-notes", "note-paragraphs", "endnotes"}
DOCX = [Format("docx", ".docx", lambda essay: Docx(essay).write(), OFFICE | {"caption"})]
ODT = [Format("odt", ".odt", lambda essay: Odt(essay).write(), OFFICE)]
