# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Files that are made to do harm: archives that burst, markup that nests or refers without end, names
and entities that lead elsewhere. Where a format leaves it open whether such a file is refused or read
in part, the outcome is Ends."""

import io
import os
import stat
import struct
import tempfile
import warnings
import zipfile
import zlib

from broken_case import MB, Case, Ends, Opens, Refused, make_zip, repeated, write

SECRET = "a secret of the reader's"
DAMAGED = "the archive is damaged"
TOO_MANY = "its markup would take"
MANY = 200000
DEEP = 300000

# --- Least documents ------------------------------------------------------------------------------

CONTAINER = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
ODT_SPACES = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'


def xhtml(body, doctype=""):
    return f'<?xml version="1.0"?>{doctype}<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>T</title></head><body>{body}</body></html>'


def epub_parts(chapter, spine="", more=()):
    package = f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>T</dc:title></metadata><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine>{spine or "<itemref idref=" + chr(34) + "c" + chr(34) + "/>"}</spine></package>'
    return [("mimetype", "application/epub+zip"), ("META-INF/container.xml", CONTAINER), ("p.opf", package), ("c.xhtml", chapter), *more]


def docx_parts(body, more=(), doctype=""):
    rels = f'<Relationships xmlns="{RELS}"><Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    document = f'<?xml version="1.0"?>{doctype}<w:document {W}><w:body>{body}</w:body></w:document>'
    return [("[Content_Types].xml", TYPES), ("_rels/.rels", rels), ("word/document.xml", document), *more]


def odt_parts(body, doctype=""):
    content = f'<?xml version="1.0"?>{doctype}<office:document-content {ODT_SPACES} office:version="1.2"><office:body><office:text>{body}</office:text></office:body></office:document-content>'
    return [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content)]


def jats(body, back="", doctype="<!DOCTYPE article>"):
    return f'<?xml version="1.0"?>{doctype}<article><front><article-meta><title-group><article-title>T</article-title></title-group></article-meta></front><body>{body}</body><back>{back}</back></article>'


def tei(body):
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader><text><body>{body}</body></text></TEI>'


def fb2(body, notes=""):
    return f'<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink"><description><title-info><book-title>T</book-title></title-info></description><body><section>{body}</section></body><body name="notes">{notes}</body></FictionBook>'


def page(body):
    return f"<!DOCTYPE html><html><head><title>T</title></head><body>{body}</body></html>"


# --- Archives -------------------------------------------------------------------------------------


def deflated(parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that are there twice
        for name, content in parts:
            archive.writestr(name, content)
    return stream.getvalue()


def packed(parts):
    """`parts` () is called when the file is made."""
    return lambda path: write(path, deflated(parts()))


def bomb(size):
    return epub_parts(xhtml("<p>" + " " * size + "</p>"))


def make_overlapping(path):
    """A thousand entries that are all the same bytes of the file."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = b"0" * 900000
    data = packer.compress(content) + packer.flush()
    crc = zlib.crc32(content)
    sizes = struct.pack("<III", crc, len(data), len(content))
    name = b"word/document.xml"
    local = b"PK\3\4" + struct.pack("<HHHHH", 20, 0, 8, 0, 33) + sizes + struct.pack("<HH", len(name), 0) + name + data
    entries = b""
    for i in range(1000):
        name = f"word/{i:04}.xml".encode()
        entries += b"PK\1\2" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 33) + sizes + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, 0) + name
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 1000, 1000, len(entries), len(local), 0)
    write(path, local + entries + end)


def make_nested_zip(path):
    inner = deflated([("c.xhtml", "x" * MB)])
    for _ in range(20):
        inner = deflated([("inner.zip", inner)])
    write(path, deflated(epub_parts(xhtml("<p>One.</p>"), more=[("inner.zip", inner)])))


def make_linked(path):
    """A chapter that is a symbolic link to a file outside."""
    with tempfile.NamedTemporaryFile("w", dir=os.path.dirname(path), suffix=".xhtml", delete=False) as secret:
        secret.write(xhtml(f"<p>{SECRET}</p>"))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in epub_parts(secret.name):
            entry = zipfile.ZipInfo(name)
            entry.external_attr = (stat.S_IFLNK if name == "c.xhtml" else stat.S_IFREG) << 16 | 0o644 << 16
            archive.writestr(entry, content)
    write(path, stream.getvalue())


def make_encrypted(path):
    """The flag of the first entry, in both places, says so."""
    data = bytearray(deflated(docx_parts("<w:p><w:r><w:t>One.</w:t></w:r></w:p>")))
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    write(path, bytes(data))


def cut(parts, share):
    data = deflated(parts)
    return data[: int(len(data) * share)]


def broken_crc(parts):
    """Another checksum of the last entry."""
    data = bytearray(make_zip(parts))
    at = data.rindex(b"PK\1\2") + 16
    data[at] ^= 0xFF
    local = data.rindex(b"PK\3\4") + 14
    data[local] ^= 0xFF
    return bytes(data)


def encryption(uri, algorithm):
    return f'<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData><e:EncryptionMethod Algorithm="{algorithm}"/><e:CipherData><e:CipherReference URI="{uri}"/></e:CipherData></e:EncryptedData></encryption>'


ONE_CHAPTER = xhtml("<p>One.</p>")
DRM = [("META-INF/encryption.xml", encryption("c.xhtml", "http://www.w3.org/2001/04/xmlenc#aes128-cbc")), ("META-INF/rights.xml", "<rights/>")]
FONTS = [("META-INF/encryption.xml", encryption("font.otf", "http://www.idpf.org/2008/embedding")), ("font.otf", b"\0" * 100)]
ONE_WORD = docx_parts("<w:p><w:r><w:t>One.</w:t></w:r></w:p>")
ONE = Opens(1, 0, 0, "One.")

ARCHIVES = [
    Case("bomb.epub", packed(lambda: bomb(100 * MB)), Refused("it unpacks to more than 200 times its size")),
    Case("overlapping.docx", make_overlapping, Ends()),
    Case("nested.epub", make_nested_zip, ONE),
    Case("20001-files.epub", packed(lambda: epub_parts(ONE_CHAPTER, more=[(f"f{i}", "") for i in range(20001)])), Refused("there are more than 20000 files in it")),
    Case("traversal.epub", deflated(epub_parts(ONE_CHAPTER, more=[("../../../../tmp/x.xhtml", "x")])), Refused("leads out of the archive")),
    Case("absolute.docx", deflated([*ONE_WORD, ("/etc/x.xml", "x")]), Refused("leads out of the archive")),
    Case("href-out.epub", deflated([(n, c.replace("c.xhtml", "../../../../../../etc/passwd") if n == "p.opf" else c) for n, c in epub_parts(ONE_CHAPTER)]), Ends("root:")),
    Case("href-file.epub", deflated([(n, c.replace("c.xhtml", "file:///etc/passwd") if n == "p.opf" else c) for n, c in epub_parts(ONE_CHAPTER)]), Ends("root:")),
    Case("linked.epub", make_linked, Ends(SECRET)),
    Case("encrypted.docx", make_encrypted, Refused("it is encrypted")),
    Case("drm.epub", deflated(epub_parts(b"\x93\x1f\x88" * 1000, more=DRM)), Refused("protect")),
    Case("fonts.epub", deflated(epub_parts(ONE_CHAPTER, more=FONTS)), ONE),
    Case("cut-off.epub", cut(epub_parts(ONE_CHAPTER), 0.6), Refused(DAMAGED)),
    Case("cut-off.docx", cut(ONE_WORD, 0.5), Refused("")),
    Case("cut-off.odt", cut(odt_parts("<text:p>One.</text:p>"), 0.5), Refused("")),
    Case("crc.docx", broken_crc(ONE_WORD), Refused(DAMAGED)),
    Case("no-entries.epub", make_zip([]), Refused("")),
    Case("no-package.epub", deflated(epub_parts(ONE_CHAPTER)[:2]), Refused("")),
    Case("no-chapter.epub", deflated(epub_parts(ONE_CHAPTER)[:3]), Refused("")),
    Case("no-document.docx", deflated(ONE_WORD[:2]), Refused("")),
    Case("no-content.odt", deflated(odt_parts("")[:1] + [("other.xml", "<a/>")]), Refused("")),
    Case("wrong-mimetype.epub", deflated([("mimetype", "text/plain"), *epub_parts(ONE_CHAPTER)[1:]]), Ends()),
    Case("sheet.xlsx", deflated([("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>")]), Refused("this is an Office document")),
    Case("twice.docx", deflated(ONE_WORD[:2] + [("word/document.xml", f"<w:document {W}/>"), ONE_WORD[2]]), Ends()),
    Case("spine-again.epub", packed(lambda: epub_parts(ONE_CHAPTER, spine='<itemref idref="c"/>' * 100000)), Ends()),
    Case("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, Refused("this is an old or encrypted Office document")),
    Case("old.rtf", b"{\\rtf1\\ansi One.}", Refused("this is an RTF document")),
    Case("paper.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", Refused("this is a PDF file")),
]

# --- Entities and what lies outside -------------------------------------------------------------------


def laughs(levels=10):
    """Each entity is ten of the one before."""
    entities = '<!ENTITY e0 "ha">' + "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, levels))
    return f"<!DOCTYPE article [{entities}]>", f"&e{levels - 1};"


LAUGHS, LAUGH = laughs()
LONG_ENTITY = f'<!DOCTYPE article [<!ENTITY a "{"a" * 100000}">]>'
FILE_ENTITY = '<!DOCTYPE article [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
PARAMETERS = '<!DOCTYPE article [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>'
FAR_DTD = '<!DOCTYPE article SYSTEM "http://192.0.2.1/a.dtd">'

ENTITIES = [
    Case("laughs.xml", jats(f"<p>{LAUGH}</p>", doctype=LAUGHS), Ends()),
    Case("laughs.xhtml", xhtml(f"<p>{LAUGH}</p>", LAUGHS.replace("article", "html")), Ends()),
    Case("laughs.epub", deflated(epub_parts(xhtml(f"<p>{LAUGH}</p>", LAUGHS.replace("article", "html")))), Ends()),
    Case("laughs.docx", deflated(docx_parts(f"<w:p><w:r><w:t>{LAUGH}</w:t></w:r></w:p>", doctype=LAUGHS.replace("article", "w:document"))), Ends()),
    Case("laughs.odt", deflated(odt_parts(f"<text:p>{LAUGH}</text:p>", LAUGHS.replace("article", "office:document-content"))), Ends()),
    Case("long-entity.xml", jats("<p>" + "&a;" * 100000 + "</p>", doctype=LONG_ENTITY), Ends()),
    Case("entity-of-itself.xml", jats("<p>&a;</p>", doctype='<!DOCTYPE article [<!ENTITY a "&b;"><!ENTITY b "&a;">]>'), Ends()),
    Case("file-entity.xml", jats("<p>One.&a;</p>", doctype=FILE_ENTITY), Ends("root:")),
    Case("file-entity.epub", deflated(epub_parts(xhtml("<p>One.&a;</p>", FILE_ENTITY.replace("article", "html")))), Ends("root:")),
    Case("file-entity.docx", deflated(docx_parts("<w:p><w:r><w:t>One.&a;</w:t></w:r></w:p>", doctype=FILE_ENTITY.replace("article", "w:document"))), Ends("root:")),
    Case("parameters.xml", jats("<p>One.</p>", doctype=PARAMETERS), Ends("root:")),
    Case("far-dtd.xml", jats("<p>One.</p>", doctype=FAR_DTD), ONE),
    Case("include.xml", jats('<p>One.<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/></p>'), Ends("root:")),
]

# --- Nesting ------------------------------------------------------------------------------------------


def nested(begin, end, around, inner="One.", n=DEEP):
    return lambda path: write(path, around(begin * n + inner + end * n))


NESTED = "nested more than 256 deep"

NESTING = [
    Case("deep-divs.html", nested("<div>", "</div>", page), Ends()),
    Case("deep-open-divs.html", nested("<div>", "", page), Ends()),
    Case("deep-bold.html", nested("<b>", "", page), Ends()),
    Case("deep-lists.html", nested("<ul><li>", "", page), Ends()),
    Case("deep-tables.html", nested("<table><tr><td>", "", page, n=100000), Ends()),
    Case("deep-quotes.html", nested("<blockquote>", "", page), Ends()),
    Case("deep-links.html", nested('<a href="#a">', "", page), Ends()),
    Case("deep.xhtml", nested("<div>", "</div>", xhtml), Ends()),
    Case("deep.epub", packed(lambda: epub_parts(xhtml("<div>" * DEEP + "x" * 200000 + "</div>" * DEEP))), Ends()),
    Case("deep.xml", nested("<sec>", "</sec>", jats), Refused(NESTED)),
    Case("deep-tei.xml", nested("<div>", "</div>", tei), Refused(NESTED)),
    Case("deep-notes-tei.xml", nested("<note>", "</note>", lambda s: tei(f"<p>One.{s}</p>"), n=100), Opens()),
    Case("deep.fb2", nested("<section>", "</section>", fb2), Refused(NESTED)),
    Case("deep.docx", packed(lambda: docx_parts("<w:tbl><w:tr><w:tc>" * DEEP + "</w:tc></w:tr></w:tbl>" * DEEP)), Refused("")),
    Case("deep.odt", packed(lambda: odt_parts("<text:list><text:list-item>" * DEEP + "</text:list-item></text:list>" * DEEP)), Refused("")),
    Case("deep-quotes.md", repeated("> ", 2 * DEEP), Ends()),
    Case("deep-quotes-tight.md", lambda path: write(path, ">" * DEEP + "One.\n"), Ends()),
    Case("deep-emphasis.md", lambda path: write(path, "*a " * DEEP + "*" * DEEP + "\n"), Ends()),
    Case("deep-strong.md", lambda path: write(path, "**a" * DEEP + "\n"), Ends()),
    Case("deep-brackets.md", lambda path: write(path, "[" * DEEP + "a" + "]" * DEEP + "\n"), Ends()),
    Case("deep-inline-notes.md", lambda path: write(path, "a^[" * DEEP + "]" * DEEP + "\n"), Ends()),
    Case("deep-lists.md", lambda path: write(path, "".join("  " * i + "- a\n" for i in range(3000))), Ends()),
    Case("deep-list-line.md", lambda path: write(path, "- " * DEEP + "a\n"), Ends()),
]

# --- Many ---------------------------------------------------------------------------------------------

NOTES_LIST = '<section class="footnotes" role="doc-endnotes"><ol><li id="fn1"><p>A note. <a href="#fnref1" role="doc-backlink">↩</a></p></li></ol></section>'


def many(unit, n=MANY, around=lambda s: s):
    """`unit` may have {} for the number."""
    return lambda path: write(path, around("".join(unit.replace("{}", str(i)) for i in range(1, n + 1))))


def many_notes(path):
    refs = "".join(f'a<a href="#fn{i}" id="fnref{i}" role="doc-noteref">{i}</a>' for i in range(1, 100001))
    notes = "".join(f'<li id="fn{i}"><p>n</p></li>' for i in range(1, 100001))
    write(path, page(f'<p>{refs}</p><section role="doc-endnotes"><ol>{notes}</ol></section>'))


def many_chapters(n, n_paragraphs):
    """The same chapter under several names."""
    chapter = xhtml("".join(f"<p>Paragraph {i}.</p>" for i in range(n_paragraphs)))
    items = "".join(f'<item id="c{i}" href="c{i}.xhtml" media-type="application/xhtml+xml"/>' for i in range(n))
    spine = "".join(f'<itemref idref="c{i}"/>' for i in range(n))
    parts = epub_parts(chapter, spine, [(f"c{i}.xhtml", chapter) for i in range(n)])
    return [(name, content.replace("</manifest>", items + "</manifest>") if name == "p.opf" else content) for name, content in parts]


def many_definitions(path):
    write(path, "".join(f"a[^{i}]" for i in range(MANY)) + "\n\n" + "".join(f"[^{i}]: n\n\n" for i in range(MANY)))


FN = '<fn-group><fn id="n1"><p>A note.</p></fn></fn-group>'

MULTITUDES = [
    Case("markers.md", many("a[^1]", around=lambda s: s + "\n\n[^1]: A note.\n"), Opens(1, MANY, 1)),
    Case("markers-unknown.md", many("a[^x{}]"), Ends()),
    Case("definitions.md", many_definitions, Opens(1, MANY, MANY)),
    Case("same-definition.md", many("[^1]: n\n\n", around=lambda s: "a[^1]\n\n" + s), Ends()),
    Case("inline-notes.md", many("a^[n]"), Opens(1, MANY, MANY)),
    Case("doctypes.html", many("<!doctype [>", 800000, page), Ends()),
    Case("open-comments.html", many("<!-- -", 800000, page), Ends()),
    Case("titles.html", many("<title>", 500000, page), Ends()),
    Case("markers.html", many('a<a href="#fn1" role="doc-noteref">1</a>', around=lambda s: page(f"<p>{s}</p>{NOTES_LIST}")), Opens(1, MANY, 1)),
    Case("notes.html", many_notes, Opens(1, 100000, 100000)),
    Case("untyped-links.html", many('a<a href="#x{}">{}</a>', around=lambda s: page(f"<p>{s}</p>")), Ends()),
    Case("links-to-one.html", many('a<sup><a href="#x">1</a></sup>', around=lambda s: page(f'<p>{s}</p><p id="x">1. A note.</p>')), Ends()),
    Case("ids.html", many('<p id="i{}">a</p>', 1000000, page), Refused(TOO_MANY)),
    Case("ids.xml", many('<p id="i{}">a</p>', 1000000, jats), Refused(TOO_MANY)),
    Case("ids.epub", packed(lambda: epub_parts(xhtml("".join(f'<p id="i{i}">a</p>' for i in range(1000000))))), Refused(TOO_MANY)),
    Case("many-chapters.epub", packed(lambda: many_chapters(8, 200000)), Refused("it has more than 1000000 lines of text")),
    Case("paragraphs.fb2", many("<p>a</p>", 500000, fb2), Opens(500000, 0, 0)),
    Case("same-id.html", many('<p id="i">a</p>', 1000000, page), Refused(TOO_MANY)),
    Case("raised-numbers.html", many("a<sup>{}</sup>", around=lambda s: page(f"<p>{s}</p>")), Ends()),
    Case("brackets.html", many("a[{}]", around=lambda s: page(f"<p>{s}</p>")), Ends()),
    Case("attributes.html", many(" a{}=b", around=lambda s: page(f"<p{s}>One.</p>")), Ends()),
    Case("columns.html", many("<td>a</td>", around=lambda s: page(f"<table><tr>{s}</tr></table>")), Ends()),
    Case("markers.xml", many('a<xref ref-type="fn" rid="n1">1</xref>', around=lambda s: jats(f"<p>{s}</p>", FN)), Opens(1, MANY, 1)),
    Case("rids.xml", many("n{} ", around=lambda s: jats(f'<p>a<xref ref-type="fn" rid="{s}">1</xref></p>', FN)), Ends()),
    Case("range.xml", jats('<p>a<xref ref-type="bibr" rid="b1">1</xref>–<xref ref-type="bibr" rid="b2">999999999</xref></p>', '<ref-list><ref id="b1"><mixed-citation>A.</mixed-citation></ref><ref id="b2"><mixed-citation>B.</mixed-citation></ref></ref-list>'), Ends()),
    Case("markers.fb2", many('a<a l:href="#n1" type="note">1</a>', around=lambda s: fb2(f"<p>{s}</p>", '<section id="n1"><p>n</p></section>')), Opens(1, MANY, 1)),
    Case("notes-tei.xml", many('a<note n="{}">n</note>', around=lambda s: tei(f"<p>{s}</p>")), Opens(1, MANY, MANY)),
    Case("columns.md", many("| a ", 60000, lambda s: s + "|\n" + "| - " * 60000 + "|\n" + "| b |\n" * 1000), Ends()),
    Case("link-definitions.md", many("[x{}]: y\n", 500000), Ends()),
    Case("ticks.md", lambda path: write(path, " ".join("`" * (i % 1000 + 1) for i in range(20000)) + "\n"), Ends()),
    Case("half-markers.md", repeated("[^", 8 * MB), Ends()),
    Case("half-images.md", repeated("![[]()", 3 * MB), Ends()),
    Case("half-inline-notes.md", repeated("^[a", 3 * MB), Ends()),
    Case("half-tags.md", repeated("<a", 3 * MB), Ends()),
    Case("half-comments.md", repeated("<!-- a ", 3 * MB), Ends()),
    Case("half-shortcodes.md", repeated("{{< a ", 3 * MB), Ends()),
    Case("front-matter.md", lambda path: write(path, "---\n" + "a: b\n" * 1000000), Ends()),
    Case("half-tags.html", repeated("<", 30 * MB), Ends()),
    Case("half-entities.html", repeated("&", 30 * MB), Ends()),
    Case("half-comment.html", lambda path: write(path, page("<p>One.</p><!--" + "-" * (30 * MB))), Ends()),
    Case("huge-attribute.html", lambda path: write(path, page(f'<p class="{"a" * (30 * MB)}">One.</p>')), Ends()),
    Case("huge-name.html", lambda path: write(path, page(f'<{"a" * (10 * MB)}>One.')), Ends()),
    Case("huge-href.html", lambda path: write(path, page(f'<p>One.<a href="#{"a" * (10 * MB)}">1</a></p>')), Ends()),
    Case("huge-title.html", lambda path: write(path, f'<!DOCTYPE html><title>{"a" * (10 * MB)}</title><p>One.</p>'), Ends()),
    Case("huge-attribute.xml", lambda path: write(path, jats(f'<p id="{"a" * (30 * MB)}">One.</p>')), Ends()),
    Case("nul.html", page("<p>One.\0 Two.</p>"), Ends()),
    Case("too-large.html", lambda path: write(path, page("a" * (64 * MB))), Refused("Ibid reads no more than 64.0\u00a0MiB")),
]

# --- Circles ------------------------------------------------------------------------------------------


def footnotes(inner):
    return ("word/footnotes.xml", f'<w:footnotes {W}><w:footnote w:id="1"><w:p><w:r><w:t>One.</w:t></w:r>{inner}</w:p></w:footnote></w:footnotes>')


def part_rels(*targets):
    entries = "".join(f'<Relationship Id="r{i}" Type="{OFFICE}/{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(targets))
    return f'<Relationships xmlns="{RELS}">{entries}</Relationships>'


CITED = '<w:p><w:r><w:t>One.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
STYLES = f'<w:styles {W}><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'

CIRCLES = [
    Case("itself.md", "One.[^1]\n\n[^1]: A note.[^1]\n", Opens(1, 1, 1, "One.")),
    Case("each-other.md", "One.[^1]\n\n[^1]: A.[^2]\n\n[^2]: B.[^1]\n", Opens(1, 1, 2, "One.")),
    Case("itself.html", page('<p>One.<a href="#fn1" role="doc-noteref">1</a></p><section role="doc-endnotes"><ol><li id="fn1"><p>A note.<a href="#fn1" role="doc-noteref">1</a></p></li></ol></section>'), Opens(1, 1, 1, "One.")),
    Case("itself.xml", jats('<p>One.<xref ref-type="fn" rid="n1">1</xref></p>', '<fn-group><fn id="n1"><p>A note.<xref ref-type="fn" rid="n1">1</xref></p></fn></fn-group>'), Opens(1, 1, 1, "One.")),
    Case("itself-tei.xml", tei('<p>One.<note xml:id="n1">A note.<ref target="#n1">1</ref></note></p>'), Opens(1, 1, 1, "One.")),
    Case("itself.fb2", fb2('<p>One.<a l:href="#n1" type="note">1</a></p>', '<section id="n1"><p>A note.<a l:href="#n1" type="note">1</a></p></section>'), Opens(1, 1, 1, "One.")),
    Case("itself.docx", deflated([*docx_parts(CITED), footnotes('<w:r><w:footnoteReference w:id="1"/></w:r>'), ("word/_rels/document.xml.rels", part_rels(("footnotes", "footnotes.xml")))]), Opens(1, 1, 1, "One.")),
    Case("styles.docx", deflated([*docx_parts('<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>One.</w:t></w:r></w:p>'), ("word/styles.xml", STYLES), ("word/_rels/document.xml.rels", part_rels(("styles", "styles.xml")))]), ONE),
    Case("relations.docx", deflated([*docx_parts(CITED), ("word/_rels/document.xml.rels", part_rels(("footnotes", "document.xml"), ("styles", "document.xml"), ("endnotes", "../../x.xml")))]), Ends()),
]

CASES = ARCHIVES + ENTITIES + NESTING + MULTITUDES + CIRCLES
