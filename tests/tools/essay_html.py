# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Essays as web pages, in the shapes in which programs leave them, and as EPUB books."""

import html
import random
import re
import zipfile
from io import BytesIO

from essay_gold import BLOCKS, SPANS, Format
from essay_text import break_lines
from essays import Mark

TAGS = {
    "emphasis": ["em", "i"],
    "strong": ["strong", "b"],
    "code": ["code", "tt"],
    "superscript": ["sup"],
    "subscript": ["sub"],
    "strike": ["s", "del"],
}
NAMED = {"“": "&ldquo;", "”": "&rdquo;", "—": "&mdash;", "é": "&eacute;", "ö": "&#246;", "ü": "&#xfc;", "…": "&hellip;"}


class Page:
    """A page as nobody in particular writes it. Subclasses say how they mark notes, and what stands
    around the text. `first` is the level of the first headings' tags."""

    first = 1
    entities = True  # those of HTML
    head = ""

    def __init__(self, essay):
        self.essay = essay
        self.rng = random.Random(essay.seed)
        self.uses = {}  # how often each note was cited so far
        self.says = {"title", "author", "issued", "language"}

    def escape(self, text):
        text = html.escape(text, quote=False)
        if self.entities:
            text = "".join(NAMED[c] if c in NAMED and self.rng.random() < 0.5 else c for c in text)
            text = re.sub(r"(?<=\w\w) (?=\w)", lambda m: "&nbsp;" if self.rng.random() < 0.01 else " ", text)
        return break_lines(text, self.rng)

    def inline(self, pieces):
        text = ""
        for piece in pieces:
            if isinstance(piece, str):
                text += self.escape(piece)
            elif isinstance(piece, Mark):
                use = self.uses[piece.note.name] = self.uses.get(piece.note.name, 0) + 1
                text += self.mark(piece.note, use)
            elif piece.style == "link":
                text += f'<a href="{html.escape(piece.href)}">{self.inline(piece.children)}</a>'
            elif piece.style == "small-caps":
                text += f'<span style="font-variant: small-caps">{self.inline(piece.children)}</span>'
            else:
                tag = self.rng.choice(TAGS[piece.style]) if self.entities else TAGS[piece.style][0]
                text += f"<{tag}>{self.inline(piece.children)}</{tag}>"
        return text

    # --- Blocks ---------------------------------------------------------------------------------

    def heading(self, section):
        level = section.level + self.first - 1
        return f"<h{level}>{self.inline(section.heading)}</h{level}>\n"

    def list(self, items):
        """Lists within lists stand in the item that they follow."""
        text = ""
        open_tags = []
        for p in items:
            tag = "ol" if p.number else "ul"
            while len(open_tags) > p.depth + 1:
                text += f"</li></{open_tags.pop()}>"
            if len(open_tags) == p.depth + 1:
                text += "</li>\n"
            else:
                text += f"<{tag}>\n"
                open_tags.append(tag)
            text += "<li>" + self.inline(p.inline)
        while open_tags:
            text += f"</li></{open_tags.pop()}>"
        return text + "\n"

    def table(self, rows):
        text = "<table><tbody>\n"
        for i, row in enumerate(rows):
            tag = "th" if i == 0 else "td"
            text += "<tr>" + "".join(f"<{tag}>{self.inline(cell)}</{tag}>" for cell in row.cells) + "</tr>\n"
        return text + "</tbody></table>\n"

    def block(self, group):
        first = group[0]
        if first.style == "list-item":
            return self.list(group)
        if first.style == "table-row":
            return self.table(group)
        if first.style == "quote":
            return "<blockquote>" + "".join(f"<p>{self.inline(p.inline)}</p>" for p in group) + "</blockquote>\n"
        if first.style == "code":
            return "<pre><code>" + html.escape(first.inline[0]) + "</code></pre>\n"
        if first.style == "verse":
            return '<div class="poem"><div class="stanza">' + "".join(f"<span>{self.inline(line)}</span><br/>" for line in first.lines) + "</div></div>\n"
        if first.style == "caption":
            return f'<figure><img src="picture.png" alt=""/><figcaption>{self.inline(first.inline)}</figcaption></figure>\n'
        return self.paragraph(self.inline(first.inline)) + "\n"

    def paragraph(self, inner):
        empty = self.rng.choice(["<p></p>", "<p> </p>", "<p>&#160;</p>", "<p><br/></p>"]) + "\n" if self.rng.random() < 0.05 else ""
        return f"{empty}<p>{inner}</p>"

    def section(self, section):
        text = self.heading(section) if section.heading else ""
        group = []
        for p in section.paragraphs:
            if group and (p.style != group[0].style or p.style not in ("list-item", "table-row", "quote")):
                text += self.block(group)
                group = []
            group.append(p)
        return text + (self.block(group) if group else "")

    # --- The page -------------------------------------------------------------------------------

    def body(self):
        return "".join(self.section(section) for section in self.essay.sections)

    def meta(self):
        text = f"<title>{html.escape(self.essay.title)}</title>\n"
        for given, family in self.essay.author:
            text += f'<meta name="author" content="{html.escape(given + " " + family)}"/>\n'
        return text + f'<meta name="dcterms.date" content="{self.essay.issued}"/>\n'

    def page(self):
        return self.around(self.body(), self.notes())

    def around(self, body, notes):
        return f"<h1>{html.escape(self.essay.title)}</h1>\n{body}{notes}"

    def write(self):
        content = self.page()
        page = f'<!DOCTYPE html>\n<html lang="{self.essay.language}">\n<head>\n<meta charset="utf-8"/>\n{self.meta()}{self.head}</head>\n<body>\n{content}</body>\n</html>\n'
        return page.encode(), self.says

    def note_paragraphs(self, note, last):
        """`last` stands at the end of the last one."""
        inner = [self.inline(p) for p in note.paragraphs]
        inner[-1] += last
        return "".join(f"<p>{text}</p>" for text in inner)


class Pandoc(Page):
    """Has no note within a note, and none with two markers."""

    def mark(self, note, use):
        label = note.label
        return f'<a href="#fn{label}" class="footnote-ref" id="fnref{label}" role="doc-noteref"><sup>{label}</sup></a>'

    def around(self, body, notes):
        return f'<header id="title-block-header">\n<h1 class="title">{html.escape(self.essay.title)}</h1>\n</header>\n{body}{notes}'

    def notes(self):
        items = ""
        for note in self.essay.notes:
            back = f'<a href="#fnref{note.label}" class="footnote-back" role="doc-backlink">↩︎</a>'
            items += f'<li id="fn{note.label}">{self.note_paragraphs(note, back)}</li>\n'
        return f'<section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes">\n<hr />\n<ol>\n{items}</ol>\n</section>\n' if items else ""


class GitHub(Page):
    first = 2

    def mark(self, note, use):
        end = note.label + (f"-{use}" if use > 1 else "")
        return f'<sup><a href="#user-content-fn-{note.label}" id="user-content-fnref-{end}" data-footnote-ref="" aria-describedby="footnote-label">{note.label}</a></sup>'

    def around(self, body, notes):
        return f'<article class="markdown-body">\n<h1>{html.escape(self.essay.title)}</h1>\n{body}{notes}</article>\n'

    def notes(self):
        items = ""
        for note in self.essay.notes:
            back = ""
            for use in range(1, self.uses.get(note.name, 0) + 1):
                end = f"-{use}" if use > 1 else ""
                sup = f"<sup>{use}</sup>" if use > 1 else ""
                back += f' <a href="#user-content-fnref-{note.label}{end}" data-footnote-backref="" aria-label="Back to reference {note.label}{end}" class="data-footnote-backref">↩{sup}</a>'
            items += f'<li id="user-content-fn-{note.label}">\n{self.note_paragraphs(note, back)}\n</li>\n'
        head = '<h2 class="sr-only" id="footnote-label">Footnotes</h2>'
        return f'<section data-footnotes="" class="footnotes">{head}\n<ol>\n{items}</ol>\n</section>\n' if items else ""


class WordPress(Page):
    """A theme's page around the article."""

    first = 2

    def mark(self, note, use):
        key = f"0f8d9c2e-{self.essay.seed:04x}-4a{note.label.zfill(2)}-{note.name}"
        note.key = key
        return f'<sup data-fn="{key}" class="fn"><a href="#{key}" id="{key}-link">{note.label}</a></sup>'

    def notes(self):
        items = ""
        for note in self.essay.notes:
            back = f' <a href="#{note.key}-link" aria-label="Jump to footnote reference {note.label}">↩︎</a>'
            items += f'<li id="{note.key}">{self.inline(note.paragraphs[0])}{back}</li>\n'
        return f'<ol class="wp-block-footnotes">{items}</ol>\n' if items else ""

    def around(self, body, notes):
        given, family = self.essay.author[0]
        title = html.escape(self.essay.title)
        return f"""<a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header class="site-header"><nav class="main-navigation"><ul><li><a href="/">Home</a></li><li><a href="/about">About us</a></li></ul></nav>
<form role="search" class="search-form"><label>Search for: <input type="search" name="s"/></label><button>Search</button></form></header>
<main id="content"><article class="post hentry">
<header class="entry-header"><h1 class="entry-title">{title}</h1>
<div class="entry-meta"><time datetime="{self.essay.issued}">Posted</time> <span class="author vcard">{html.escape(given + " " + family)}</span></div></header>
<div class="entry-content">
{body}{notes}</div>
<footer class="entry-footer"><div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="https://example.org/share">Mastodon</a></li></ul></div></footer>
</article>
<aside class="related-posts"><h2>Related posts</h2><ul><li><a href="/other">Another essay</a></li><li><a href="/third">A third one</a></li></ul></aside>
<div id="comments" class="comments-area"><h2>Leave a Reply</h2><form><textarea></textarea></form></div></main>
<div id="cookie-notice" role="dialog"><p>We use cookies to make the site better. <button>Accept</button></p></div>
<footer class="site-footer"><p>Subscribe to our newsletter</p><p>© 2024 The Site. All rights reserved.</p></footer>
"""


class Word(Page):
    """Saved by Word as a web page: its paragraphs, its wrapped lines, its conditional comments."""

    head = '<meta name=Generator content="Microsoft Word 15">\n<style>\n<!--\n p.MsoNormal {margin:0cm}\n-->\n</style>\n'

    def sign(self, label):
        return (
            "<span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>"
            f"<span class=MsoFootnoteReference><span style='font-size:12.0pt;line-height:107%'>[{label}]</span></span><![endif]></span></span>"
        )

    def mark(self, note, use):
        n = note.label
        return f"<a style='mso-footnote-id:ftn{n}'\nhref=\"#_ftn{n}\" name=\"_ftnref{n}\" title=\"\">{self.sign(n)}</a>"

    def paragraph(self, inner):
        empty = "<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n" if self.rng.random() < 0.1 else ""
        return f"{empty}<p class=MsoNormal><span lang=EN-GB>{inner}<o:p></o:p></span></p>"

    def around(self, body, notes):
        return f"<div class=WordSection1>\n<p class=MsoTitle>{html.escape(self.essay.title)}</p>\n{body}</div>\n{notes}"

    def notes(self):
        items = ""
        for note in self.essay.notes:
            n = note.label
            link = f"<a style='mso-footnote-id:ftn{n}' href=\"#_ftnref{n}\"\nname=\"_ftn{n}\" title=\"\">{self.sign(n)}</a> "
            paragraphs = [self.inline(p) for p in note.paragraphs]
            paragraphs[0] = link + paragraphs[0]
            inner = "".join(f"<p class=MsoFootnoteText>{text}</p>\n" for text in paragraphs)
            items += f"<div style='mso-element:footnote' id=ftn{n}>\n{inner}</div>\n"
        rule = '<br clear=all>\n<hr align=left size=1 width="33%">\n'
        return f"<div style='mso-element:footnote-list'><![if !supportFootnotes]>{rule}<![endif]>\n{items}</div>\n" if items else ""


class MediaWiki(Page):
    first = 2

    def __init__(self, essay):
        super().__init__(essay)
        self.says = {"title", "language"}

    def count(self, pieces, note):
        total = 0
        for piece in pieces or []:
            if isinstance(piece, list):
                total += self.count(piece, note)
            elif isinstance(piece, Mark):
                total += piece.note is note
            elif not isinstance(piece, str):
                total += self.count(piece.children, note)
        return total

    def total(self, note):
        lists = [n.paragraphs for n in self.essay.notes]
        for section in self.essay.sections:
            lists.append(section.heading)
            for p in section.paragraphs:
                lists += [p.inline, p.cells, p.lines]
        return sum(self.count(pieces, note) for pieces in lists)

    def back_id(self, note, use):
        return f"cite_ref-{note.name}_{note.label}-{use - 1}" if self.total(note) > 1 else f"cite_ref-{note.label}"

    def note_id(self, note):
        return f"cite_note-{note.name}-{note.label}" if self.total(note) > 1 else f"cite_note-{note.label}"

    def mark(self, note, use):
        brackets = '<span class="cite-bracket">&#91;</span>{}<span class="cite-bracket">&#93;</span>' if self.essay.seed % 2 else "[{}]"
        return f'<sup id="{self.back_id(note, use)}" class="reference"><a href="#{self.note_id(note)}">{brackets.format(note.label)}</a></sup>'

    def heading(self, section):
        level = section.level + 1
        edit = '<span class="mw-editsection"><span class="mw-editsection-bracket">[</span><a href="/edit" title="Edit section">edit</a><span class="mw-editsection-bracket">]</span></span>'
        return f'<div class="mw-heading mw-heading{level}"><h{level}>{self.inline(section.heading)}</h{level}>{edit}</div>\n'

    def notes(self):
        items = ""
        for note in self.essay.notes:
            total = self.total(note)
            if total > 1:
                letters = " ".join(f'<a href="#{self.back_id(note, i + 1)}"><sup><i><b>{"abcdefghijklmnopq"[i % 17]}</b></i></sup></a>' for i in range(total))
                back = f'<span class="mw-cite-backlink">^ {letters}</span>'
            else:
                back = f'<span class="mw-cite-backlink"><b><a href="#{self.back_id(note, 1)}" aria-label="Jump up">^</a></b></span>'
            items += f'<li id="{self.note_id(note)}">{back} <span class="reference-text">{self.inline(note.paragraphs[0])}</span>\n</li>\n'
        heading = '<div class="mw-heading mw-heading2"><h2 id="References">References</h2></div>\n'
        return f'{heading}<div class="reflist"><div class="mw-references-wrap"><ol class="references">\n{items}</ol></div></div>\n' if items else ""

    def around(self, body, notes):
        title = html.escape(self.essay.title)
        return f"""<div id="mw-page-base" class="noprint"></div>
<div id="content" class="mw-body" role="main"><a id="top"></a>
<h1 id="firstHeading" class="firstHeading mw-first-heading"><span class="mw-page-title-main">{title}</span></h1>
<div id="bodyContent" class="vector-body"><div id="siteSub" class="noprint">From the free encyclopedia</div>
<div id="mw-content-text"><div class="mw-content-ltr mw-parser-output" lang="{self.essay.language}" dir="ltr">
{body}{notes}<div class="navbox" role="navigation"><table><tbody><tr><th>Rivers</th><td><a href="/wiki/A">A</a> · <a href="/wiki/B">B</a></td></tr></tbody></table></div>
</div></div>
<div id="catlinks" class="catlinks"><a href="/wiki/Help:Category">Categories</a>: <ul><li><a href="/wiki/C">Essays</a></li></ul></div></div></div>
<div id="mw-navigation"><h2>Navigation menu</h2><nav><ul><li><a href="/wiki/Main_Page">Main page</a></li></ul></nav></div>
<footer id="footer" class="mw-footer"><ul><li>This page was last edited on 1 May 2024.</li></ul></footer>
"""


class Anchors(Page):
    """Old pairs of anchors; notes counted from 1 in each chapter and standing at its end."""

    first = 2

    def ids(self, note):
        return f"{note.label}_{note.name[1:]}"

    def mark(self, note, use):
        key = self.ids(note)
        return f'<a name="FNanchor_{key}" id="FNanchor_{key}"></a><a href="#Footnote_{key}" class="fnanchor">[{note.label}]</a>'

    def section(self, section):
        text = super().section(section)
        chapter = self.essay.sections.index(section)
        items = ""
        for note in self.essay.notes:
            if note.chapter == chapter:
                key = self.ids(note)
                sign = f'<a name="Footnote_{key}" id="Footnote_{key}"></a><a href="#FNanchor_{key}"><span class="label">[{note.label}]</span></a> '
                paragraphs = [self.inline(p) for p in note.paragraphs]
                paragraphs[0] = sign + paragraphs[0]
                items += '<div class="footnote">' + "".join(f"<p>{text}</p>" for text in paragraphs) + "</div>\n"
        return text + (f'<div class="footnotes"><h3>FOOTNOTES:</h3>\n{items}</div>\n' if items else "")

    def notes(self):
        return ""


class Raised(Page):
    """Nothing but links there and back, under a rule."""

    first = 2

    def mark(self, note, use):
        return f'<sup><a href="#n{note.label}" name="r{note.label}">{note.label}</a></sup>'

    def notes(self):
        items = ""
        for note in self.essay.notes:
            items += f'<p><a href="#r{note.label}" name="n{note.label}">{note.label}</a>. {self.inline(note.paragraphs[0])}</p>\n'
        return f"<hr/>\n{items}" if items else ""


class Substack(Page):
    first = 2

    def key(self, note):
        return f"{note.label}-1{self.essay.seed:05}"

    def mark(self, note, use):
        key = self.key(note)
        return f'<a class="footnote-anchor" data-component-name="FootnoteAnchorToDOM" id="footnote-anchor-{key}" href="#footnote-{key}" target="_self">{note.label}</a>'

    def notes(self):
        items = ""
        for note in self.essay.notes:
            key = self.key(note)
            sign = f'<a id="footnote-{key}" href="#footnote-anchor-{key}" class="footnote-number" contenteditable="false" target="_self">{note.label}</a>'
            items += f'<div class="footnote" data-component-name="FootnoteToDOM">{sign}<div class="footnote-content">{self.note_paragraphs(note, "")}</div></div>\n'
        return items

    def around(self, body, notes):
        title = html.escape(self.essay.title)
        box = '<div class="subscription-widget-wrap"><p class="cta-caption">Thanks for reading! Subscribe for free to receive new posts.</p><form class="subscription-widget"><input type="email"/></form></div>'
        return f"""<div class="main-menu"><nav><a href="/">The Letter</a> <a href="/subscribe">Subscribe</a></nav></div>
<article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title">{title}</h1></div>
<div class="available-content"><div dir="auto" class="body markup">
{body}{box}{notes}</div></div></article>
<div class="comments-section"><h4>Discussion about this post</h4></div>
"""


class GoogleDocs(Page):
    """Emphasis by style alone would need the style sheet; this one writes tags."""

    def mark(self, note, use):
        return f'<sup><a href="#ftnt{note.label}" id="ftnt_ref{note.label}">[{note.label}]</a></sup>'

    def paragraph(self, inner):
        return f'<p class="c1"><span class="c0">{inner}</span></p>'

    def around(self, body, notes):
        return f'<p class="c2 title" id="h.title"><span>{html.escape(self.essay.title)}</span></p>\n{body}{notes}'

    def notes(self):
        items = ""
        for note in self.essay.notes:
            paragraphs = [f"<span>&nbsp;{self.inline(p)}</span>" for p in note.paragraphs]
            paragraphs[0] = f'<a href="#ftnt_ref{note.label}" id="ftnt{note.label}">[{note.label}]</a>' + paragraphs[0]
            items += "<div>" + "".join(f'<p class="c3">{text}</p>' for text in paragraphs) + "</div>\n"
        return f'<hr class="c4">\n{items}' if items else ""


# --- XHTML and books ------------------------------------------------------------------------------


class Xhtml(Page):
    """Notes typed with epub:type, in asides at the end."""

    entities = False
    first = 2
    rearnotes = "footnotes"
    note_tag = "aside"
    target = ""  # the file that the notes are in
    source = ""  # the file that a marker is in

    def mark(self, note, use):
        note.uses = getattr(note, "uses", []) + [f"{self.source}#ref-{note.name}-{use}"]
        return f'<a epub:type="noteref" id="ref-{note.name}-{use}" href="{self.target}#{note.name}">{note.label}</a>'

    def paragraph(self, inner):
        return f"<p>{inner}</p>"

    def note(self, note):
        back = note.uses[0]
        paragraphs = [self.inline(p) for p in note.paragraphs]
        paragraphs[0] = f'<a href="{back}" role="doc-backlink">{note.label}</a>. ' + paragraphs[0]
        return f'<aside epub:type="footnote" id="{note.name}">' + "".join(f"<p>{text}</p>" for text in paragraphs) + "</aside>\n"

    def notes(self):
        return "".join(self.note(note) for note in self.essay.notes)

    def document(self, title, content, meta=""):
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
            f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{self.essay.language}" xml:lang="{self.essay.language}">\n'
            f"<head>\n<title>{html.escape(title)}</title>\n{meta}</head>\n<body>\n{content}</body>\n</html>\n"
        )

    def write(self):
        meta = self.meta().partition("\n")[2]
        return self.document(self.essay.title, self.page(), meta).encode(), self.says


CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


def pack(files):
    """An archive: (name, content), the first of them not compressed."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for i, (name, content) in enumerate(files):
            entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if i == 0 else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return stream.getvalue()


class Epub(Xhtml):
    """A file for each section; `together`: all notes in a file of their own, else at the end of the
    file of their first marker."""

    version = "3.0"
    together = True
    first = 1

    def __init__(self, essay):
        super().__init__(essay)
        self.target = "endnotes.xhtml" if self.together else ""
        self.says = {"title", "author", "issued", "language", "publisher"}

    def chapter_name(self, i):
        return f"chapter-{i + 1}.xhtml"

    def mark(self, note, use):
        if not self.together:
            name = self.chapter_name(note.chapter)
            self.target = "" if name == self.source else name
        return super().mark(note, use)

    def texts(self):
        """The spine: (name, title, content)."""
        files = []
        for i, section in enumerate(self.essay.sections):
            self.source = self.chapter_name(i)
            body = self.section(section)
            title = "".join(piece for piece in section.heading if isinstance(piece, str))
            files.append([self.source, title, body])
        pending = list(self.essay.notes)
        if self.together:
            self.source = "endnotes.xhtml"
            content = self.list_of_notes(pending)
            if content:
                files.append([self.source, "Endnotes", content])
        else:
            for i, file in enumerate(files):
                self.source = file[0]
                file[2] += "".join(self.note(note) for note in pending if note.chapter == i)
        return files

    def list_of_notes(self, notes):
        items = ""
        for note in notes:
            back = f' <a href="{note.uses[0]}" role="doc-backlink">↩︎</a>' if hasattr(note, "uses") else ""
            items += f'<li id="{note.name}">{self.note_paragraphs(note, back)}</li>\n'
        return f'<section epub:type="endnotes" role="doc-endnotes"><h2>Endnotes</h2>\n<ol>\n{items}</ol></section>\n' if items else ""

    def package(self, files):
        author = "".join(f"<dc:creator>{html.escape(given + ' ' + family)}</dc:creator>\n" for given, family in self.essay.author)
        modified = '<meta property="dcterms:modified">2024-01-01T00:00:00Z</meta>\n' if self.version == "3.0" else ""
        nav = '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>' if self.version == "3.0" else '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
        items = "".join(f'<item id="f{i}" href="{name}" media-type="application/xhtml+xml"/>\n' for i, (name, _, _) in enumerate(files))
        spine = "".join(f'<itemref idref="f{i}"/>' for i in range(len(files)))
        toc = "" if self.version == "3.0" else ' toc="ncx"'
        return f"""<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="{self.version}" unique-identifier="uid">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
<dc:identifier id="uid">urn:essay:{self.essay.seed}</dc:identifier>
<dc:title>{html.escape(self.essay.title)}</dc:title>
{author}<dc:date>{self.essay.issued}</dc:date>
<dc:language>{self.essay.language}</dc:language>
<dc:publisher>{self.essay.publisher}</dc:publisher>
{modified}</metadata>
<manifest>
{nav}
{items}</manifest>
<spine{toc}>{spine}</spine>
</package>
"""

    def contents(self, files):
        """Of those with a heading: what the contents call a text without one becomes its heading."""
        files = [file for file in files if file[1]]
        if self.version == "3.0":
            items = "".join(f'<li><a href="{name}">{html.escape(title)}</a></li>' for name, title, _ in files)
            return "nav.xhtml", self.document("Contents", f'<nav epub:type="toc"><h1>Contents</h1><ol>{items}</ol></nav>\n')
        points = "".join(
            f'<navPoint id="p{i}" playOrder="{i}"><navLabel><text>{html.escape(title)}</text></navLabel><content src="{name}"/></navPoint>' for i, (name, title, _) in enumerate(files, 1)
        )
        head = f'<head><meta name="dtb:uid" content="urn:essay:{self.essay.seed}"/></head><docTitle><text>{html.escape(self.essay.title)}</text></docTitle>'
        return "toc.ncx", f'<?xml version="1.0" encoding="utf-8"?>\n<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">{head}<navMap>{points}</navMap></ncx>\n'

    def write(self):
        files = self.texts()
        name, contents = self.contents(files)
        parts = [("mimetype", "application/epub+zip"), ("META-INF/container.xml", CONTAINER)]
        parts += [("EPUB/package.opf", self.package(files)), ("EPUB/" + name, contents)]
        parts += [("EPUB/" + name, self.document(title, content)) for name, title, content in files]
        return pack(parts), self.says


class EpubChapters(Epub):
    together = False


class Epub2(Epub):
    """Without types: links there and back only."""

    version = "2.0"

    def document(self, title, content, meta=""):
        doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'
        return (
            f'<?xml version="1.0" encoding="utf-8"?>\n{doctype}\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{self.essay.language}">\n'
            f"<head>\n<title>{html.escape(title)}</title>\n</head>\n<body>\n{content}</body>\n</html>\n"
        )

    def mark(self, note, use):
        super().mark(note, use)
        return f'<a id="ref-{note.name}-{use}" href="{self.target}#{note.name}"><sup>{note.label}</sup></a>'

    def block(self, group):
        if group[0].style == "caption":
            return f'<div class="figure"><img src="picture.png" alt=""/><p class="caption">{self.inline(group[0].inline)}</p></div>\n'
        return super().block(group)

    def note(self, note):
        paragraphs = [self.inline(p) for p in note.paragraphs]
        paragraphs[0] = f'<a href="{note.uses[0]}">{note.label}</a>. ' + paragraphs[0]
        return f'<div class="footnote" id="{note.name}">' + "".join(f"<p>{text}</p>" for text in paragraphs) + "</div>\n"

    def list_of_notes(self, notes):
        return ("<h2>Notes</h2>\n" if notes else "") + "".join(self.note(note) for note in notes)


class Epub2Chapters(Epub2):
    together = False


ALL = BLOCKS | SPANS | {"levels", "ahead", "starts", "short", "rows", "heading-notes", "repeats", "nested", "note-paragraphs"}
NO_VERSE = ALL - {"verse"}


def pages(name, shape, features, suffix=".html"):
    return Format(name, suffix, lambda essay: shape(essay).write(), features)


PAGES = [
    pages("html-pandoc", Pandoc, NO_VERSE - {"repeats", "nested"}),
    pages("html-wordpress", WordPress, NO_VERSE - {"repeats", "nested", "note-paragraphs", "heading-notes"}),
    pages("html-word", Word, NO_VERSE - {"repeats", "nested", "caption", "code", "code-span"}),
    pages("html-mediawiki", MediaWiki, NO_VERSE - {"note-paragraphs"}),
    pages("html-anchors", Anchors, (ALL | {"restart"}) - {"repeats", "nested"}),
    pages("html-github", GitHub, NO_VERSE),
    pages("html-raised", Raised, NO_VERSE - {"repeats", "nested", "note-paragraphs"}),
    pages("html-substack", Substack, NO_VERSE - {"repeats", "nested"}),
    pages("html-googledocs", GoogleDocs, NO_VERSE - {"repeats", "nested", "caption", "code", "code-span"}),
]
XHTML = [pages("xhtml", Xhtml, ALL - {"nested"}, ".xhtml")]
EPUB2 = [
    pages("epub2-endnotes", Epub2, ALL - {"nested"}, ".epub"),
    pages("epub2-chapters", Epub2Chapters, (ALL | {"restart"}) - {"nested"}, ".epub"),
]
EPUB3 = [
    pages("epub3-endnotes", Epub, ALL - {"nested"}, ".epub"),
    pages("epub3-chapters", EpubChapters, ALL - {"nested"}, ".epub"),
]
