"""Files that nobody should have to see: broken, hostile, or no files at all.

Each case makes one file and says what has to come of it, worked out by hand from the rules: Refused
with a message that holds these words, or Opens as a document with these counts. Whatever a case
says, nothing may crash, warn, hang or take much memory.
"""

import gzip
import json
import os
import random
import socket
import struct
import zlib

import hostile_cases
from broken_case import MB, Case, Opens, Refused, Skip, make_zip, repeated, write

# --- What is no file ------------------------------------------------------------------------


def make_nothing(path):
    pass


def make_socket(path):
    """The name may be too long for a socket's address, so it is bound from its folder."""
    here = os.getcwd()
    os.chdir(os.path.dirname(path))
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(os.path.basename(path))
    finally:
        os.chdir(here)


def make_loop(path):
    os.symlink(os.path.basename(path), path)


def make_dangling(path):
    os.symlink("nowhere.txt", path)


def make_forbidden(path):
    if os.geteuid() == 0:
        raise Skip("root may read everything")
    write(path, "Secret.\n")
    os.chmod(path, 0)


def make_sparse(path):
    with open(path, "wb") as file:
        file.truncate(20 * 1024 * MB)


def make_device(path):
    if not os.path.exists("/dev/zero"):
        raise Skip("there is no /dev/zero")
    return "/dev/zero"


def make_own_memory(path):
    if not os.path.exists("/proc/self/mem"):
        raise Skip("there is no /proc/self/mem")
    return "/proc/self/mem"


def make_strange_name(path):
    strange = os.path.join(os.path.dirname(path).encode(), b"two\nlines \xff.txt")
    try:
        write(strange, "Nothing is wrong with the text.\n")
    except OSError as error:
        raise Skip("the file system takes no such name") from error
    return os.fsdecode(strange)


# --- Texts ----------------------------------------------------------------------------------


def make_png():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def noted_text(n_notes, one_paragraph=True):
    """A sentence a marker, and the list of notes."""
    gap = " " if one_paragraph else "\n\n"
    yield "On Many Notes\n\n"
    for i in range(1, n_notes + 1):
        yield f"Here is one more sentence.[{i}]{gap}"
    yield "\n\nNotes\n\n"
    for i in range(1, n_notes + 1):
        yield f"[{i}] A note.\n"


def make_noted(n_notes, one_paragraph=True):
    return lambda path: write(path, "".join(noted_text(n_notes, one_paragraph)))


def make_long_note(path):
    write(path, "A Title\n\nA text with one note.[1] And with two.[2]\n\nNotes\n\n[1] " + "so many words " * 375000 + "\n[2] Short.\n")


# --- Studies --------------------------------------------------------------------------------


def study(**members):
    """One paragraph with one note, and whatever else is asked for."""
    whole = {
        "format": "ibid-study",
        "version": 1,
        "title": "A Study",
        "sections": [
            {
                "id": "s1",
                "level": 1,
                "heading": "One",
                "paragraphs": [
                    {
                        "id": "p1",
                        "style": "body",
                        "text": "One sentence.",
                        "notes": [{"at": 13, "label": "1", "reference": "r1"}],
                    }
                ],
            }
        ],
        "references": [{"id": "r1", "kind": "footnote", "label": "1", "text": "A note."}],
    }
    whole.update(members)
    return whole


def make_study(**members):
    """Members may be functions, so that the large ones are made when they are needed."""

    def make(path):
        ready = {name: value() if callable(value) else value for name, value in members.items()}
        write(path, json.dumps(study(**ready)))

    return make


def section(*paragraphs, **members):
    return {"id": "s1", "level": 1, "heading": "One", "paragraphs": list(paragraphs), **members}


def paragraph(text="One sentence.", **members):
    return {"id": "p1", "style": "body", "text": text, **members}


def one_paragraph(text="One sentence.", **members):
    return [section(paragraph(text, **members))]


def changed(old, new):
    """A study with one thing in its text replaced."""
    text = json.dumps(study())
    assert old in text, old
    return text.replace(old, new)


WORK = {"id": "w1", "type": "book", "title": "A Book", "issued": {"date-parts": [[2001]]}}


def references(citations):
    return [{"id": "r1", "kind": "footnote", "label": "1", "text": "A note.", "citations": citations}]


def cite(**members):
    return {"start": 0, "end": 5, "via": "full", **members}


def many_works(n):
    return [{**WORK, "id": f"w{i}"} for i in range(n)]


def chained_references(n, target):
    """Reference i goes back to target(i), if that is not 0."""
    return [
        {
            "id": f"r{i}",
            "kind": "footnote",
            "label": str(i),
            "text": "Ibid.",
            "citations": [cite(via="ibid", work="w1", **({"antecedent": f"r{target(i)}"} if target(i) else {}))],
        }
        for i in range(1, n + 1)
    ]


def storm(n, length):
    """Spans that all overlap: each begins a little behind the one before."""
    styles = ["emphasis", "strong", "code", "superscript", "subscript", "small-caps", "strike"]
    return [{"start": i * length // (4 * n), "end": length - i % 100, "style": styles[i % 7]} for i in range(n)]


def styled_note(style):
    """Longer than what is shown of a note, all in one style."""
    return [
        {
            "id": "r1",
            "kind": "footnote",
            "label": "1",
            "text": "word " * 2000,
            "spans": [{"start": 0, "end": 10000, "style": style}],
        }
    ]


def event(i, **members):
    return {
        "id": f"e{i}",
        "date": f"{1000 + i % 1000}",
        "title": "Something happened",
        "kind": "other",
        "places": [{"paragraph": "p1", "start": 0, "end": 13}],
        **members,
    }


def claims(n, end):
    return [
        {"id": f"c{i}", "paragraph": "p1", "start": 0, "end": end, "kind": "statistic", "references": ["r1"]}
        for i in range(n)
    ]


def plain_paragraphs(n):
    return [section(*({"id": f"p{i}", "style": "body", "text": "Short."} for i in range(n)))]


def deep_items():
    depths = [2147483647, 1000000, 300, 0]
    items = ({"id": f"p{i}", "style": "list-item", "text": "An item.", "depth": d} for i, d in enumerate(depths))
    return [section(*items)]


def many_values():
    return list(range(990000))


ONE = Opens(paragraphs=1, notes=1, references=1, begins="One sentence.")
BARE = Opens(paragraphs=1, notes=0, references=1)

NO_FILES = [
    Case("missing.txt", make_nothing, Refused("there is no such file")),
    Case("dangling.txt", make_dangling, Refused("this is a link that leads nowhere")),
    Case("loop.txt", make_loop, Refused("this is a link that leads nowhere")),
    Case("folder.txt", os.mkdir, Refused("this is a folder")),
    Case("fifo.txt", os.mkfifo, Refused("this is a device or a pipe, not a file")),
    Case("socket.txt", make_socket, Refused("this is a device or a pipe, not a file")),
    Case("zero", make_device, Refused("this is a device or a pipe, not a file")),
    Case("mem", make_own_memory, Refused("Input/output error")),
    Case("forbidden.txt", make_forbidden, Refused("Permission denied")),
    Case("sparse.txt", make_sparse, Refused("it has 20.0\u00a0GiB, and Ibid reads no more than 64.0\u00a0MiB")),
    Case("strange-name.txt", make_strange_name, Opens(1, 0, 0, "Nothing is wrong with the text.")),
    Case("vanishing.txt", "It was here.\n", Opens(1, 0, 0, "It was here."), vanishes=True),
]

NO_TEXTS = [
    Case("empty.txt", b"", Refused("the file is empty")),
    Case("empty.ibid", b"", Refused("the file is empty")),
    Case("blanks.txt", b" \t\r\n\xc2\xa0\n", Refused("there is no text in it")),
    Case("mark-alone.txt", b"\xef\xbb\xbf", Refused("there is no text in it")),
    Case("utf16-mark-alone.txt", b"\xff\xfe", Refused("there is no text in it")),
    Case("newlines.txt", repeated(b"\n", 60 * MB), Refused("there is no text in it")),
    Case("nuls.txt", repeated(b"\0", 60 * MB), Refused("binary data")),
    Case("noise.txt", random.Random(1).randbytes(100000), Refused("binary data")),
    Case("one-nul.txt", b"Half a text\0and the other half.\n", Refused("binary data")),
    Case("late-nul.txt", b"Words and words. " * 1000 + b"\0\n", Refused("binary data")),
    Case("utf32.txt", b"\xff\xfe\0\0" + "Text in UTF-32".encode("utf-32-le"), Refused("binary data")),
    Case("pdf.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", Refused("this is a PDF file")),
    Case("png.ibid", make_png(), Refused("this is a picture")),
    Case("zip.txt", make_zip([("a.txt", "Text")]), Refused("this is a ZIP archive")),
    Case("epub.ibid", make_zip([("mimetype", "application/epub+zip")]), Refused("the list of the book")),
    Case("gzip.txt", gzip.compress(b"Text", mtime=0), Refused("this is a compressed file")),
    Case("page.txt", b"<!DOCTYPE html><html><p>Text</p></html>", Opens(1, 0, 0, "Text")),
]

TEXTS = [
    Case("text.ibid", "Plain words, whatever the name says.\n", Opens(1, 0, 0, "Plain words, whatever the name says.")),
    Case("list.ibid", "[1, 2, 3]\n", Opens(1, 0, 0, "[1, 2, 3]")),
    Case("study.txt", changed("A Study", "Still a Study"), ONE),
    Case("latin1.txt", "Ein Café in Köln.\n".encode("latin-1"), Opens(1, 0, 0, "Ein Café in Köln.")),
    Case("utf16-odd.txt", "\ufeffCut.\n".encode("utf-16-le") + b"x", Opens(1, 0, 0, "Cut.")),
    Case("utf16-bare.txt", "No mark at all.\n".encode("utf-16-be"), Opens(1, 0, 0, "No mark at all.")),
    Case("utf16-half-pairs.txt", b"\xff\xfea\0\x00\xd8b\0\x00\xdcc\0", Opens(1, 0, 0, "a\ufffdb\ufffdc")),
    # Many good characters beyond ASCII, and the last one cut in the middle: three bytes missing one.
    Case("utf8-cut.txt", ("Žluťoučký kůň. " * 9).encode() + b"\xe2\x82", Opens(1, 0, 0, "Žluťoučký kůň. " * 9 + "\ufffd\ufffd")),
    # Too few good ones: taken for Windows-1252, in which 0xed is í, 0xa0 a no-break blank, 0x80 the euro.
    Case("utf8-surrogate.txt", b"half \xed\xa0\x80 pair.\n", Opens(1, 0, 0, "half í\u00a0€ pair.")),
    Case("cr-only.txt", b"One line.\r\rAnother line.\r\rA third.\r", Opens(3, 0, 0, "One line.")),
    Case("escapes.txt", "Red \x1b[31mletters\x1b[0m.\n" + "Words. " * 100 + "\n", Opens(2, 0, 0)),
    Case("bidi.txt", "\u202e\u2066" * 5000 + " all turned round.\n", Opens(1, 0, 0)),
    Case("combining.txt", "a" + "\u0301" * 100000 + " is one letter.\n", Opens(1, 0, 0)),
    Case("joiners.txt", "\U0001f468\u200d" * 50000 + " is one picture.\n", Opens(1, 0, 0)),
    Case("one-line.txt", repeated("many words on one line ", 60 * MB), Opens(1, 0, 0)),
    Case("one-word.txt", repeated("x", 60 * MB), Opens(1, 0, 0)),
    Case("one-cjk-line.txt", repeated("漢字仮名", 60 * MB), Opens(1, 0, 0)),
    Case("markers-alone.txt", repeated("[1]", 60 * MB), Opens()),
    Case("open-brackets.txt", repeated("[", 60 * MB), Opens(1, 0, 0)),
    Case("tabs.txt", repeated("x\t\t\t\t\t\t\t", 60 * MB), Opens(1, 0, 0)),
    Case("4000-markers.txt", make_noted(4000), Opens(1, 4000, 4000)),
    # Numbers of markers have up to five digits; longer ones are labels like words.
    Case("100000-markers.txt", make_noted(100000), Opens(1, 100000, 100000)),
    Case("20000-noted-paragraphs.txt", make_noted(20000, False), Opens(20000, 20000, 20000)),
    Case("200000-paragraphs.txt", repeated("Tiny.\n\n", 7 * 200000), Opens(None, 0, 0)),
    Case("too-many-lines.txt", repeated("a\n", 2 * 1000001), Refused("more than 1000000 lines")),
    Case("long-note.txt", make_long_note, Opens(1, 2, 2, "A text with one note. And with two.")),
]

BROKEN_STUDIES = [
    Case("cut-off.ibid", json.dumps(study())[:200], Refused("line 1, column 201")),
    Case("deep.ibid", '{"format": "ibid-study", "version": 1, "sections": ' + "[" * 1000000, Refused("nested more than 256 deep")),
    Case("other.json", '{"name": "something else", "size": 3}', Refused("format")),
    Case("no-sections.ibid", '{"format": "ibid-study", "version": 1}', Refused("sections")),
    Case("newer.ibid", changed('"version": 1', '"version": 2'), Refused("version")),
    Case("sections-object.ibid", make_study(sections={}), Refused("sections: ")),
    Case("text-number.ibid", make_study(sections=one_paragraph(12)), Refused("sections[0].paragraphs[0].text: ")),
    Case("title-list.ibid", make_study(title=["A"]), Refused("title: ")),
    Case(
        "dangling-reference.ibid",
        changed('"reference": "r1"', '"reference": "r99"'),
        Refused('sections[0].paragraphs[0].notes[0].reference: no reference "r99"'),
    ),
    Case("dangling-work.ibid", make_study(references=references([cite(work="w9")])), Refused('references[0].citations[0].work: no work "w9"')),
    Case("wrong-kind.ibid", make_study(references=references([cite(work="p1")])), Refused("references[0].citations[0].work: ")),
    Case("note-outside.ibid", changed('"at": 13', '"at": 14'), Refused("sections[0].paragraphs[0].notes[0].at: ")),
    Case("span-backwards.ibid", make_study(sections=one_paragraph(spans=[{"start": 5, "end": 2, "style": "code"}])), Refused("sections[0].paragraphs[0].spans[0]")),
    Case("offset-fraction.ibid", changed('"at": 13', '"at": 1.5'), Refused("sections[0].paragraphs[0].notes[0].at: ")),
    Case("offset-negative.ibid", changed('"at": 13', '"at": -1'), Refused("sections[0].paragraphs[0].notes[0].at: ")),
    Case("unknown-style.ibid", changed('"style": "body"', '"style": "poem"'), Refused("sections[0].paragraphs[0].style: ")),
    Case("same-id.ibid", changed('"id": "r1"', '"id": "p1"'), Refused("id")),
    Case("huge-id.ibid", make_study(sections=one_paragraph(notes=[{"at": 0, "label": "1", "reference": "r" * 5000000}])), Refused("sections[0].paragraphs[0].notes[0].reference: longer than 16384 bytes")),
    Case("twice.ibid", changed('"title": "A Study"', '"title": "A", "title": "B"'), Refused("title: there twice")),
    Case("half-pair.ibid", changed("A Study", "A \\ud800 Study"), Refused("line 1, column ")),
    Case("nul-escape.ibid", changed("A Study", "A \\u0000 Study"), Refused("line 1, column ")),
    Case("nul-byte.ibid", changed("A Study", "A \0 Study"), Refused("line 1, column ")),
    Case("not-utf8.ibid", changed("A Study", "A Caf?").encode().replace(b"?", b"\xe9"), Refused("line 1, column ")),
    # Studies are UTF-8: in UTF-16 it is a text that looks like one.
    Case("utf16.ibid", json.dumps(study()).encode("utf-16"), Opens(1, 0, 0)),
    Case("comment.ibid", changed('{"format"', '{/* lax */"format"'), Refused("line 1, column 2")),
    Case("comma.ibid", changed('"A note."}]', '"A note."},]'), Refused("line 1, column ")),
    Case("huge-number.ibid", changed('"version": 1', '"version": 1e999'), Refused("line 1, column ")),
    Case("bad-date.ibid", make_study(events=[event(1, date="2013-99")]), Refused("events[0].date: ")),
    Case("too-many-values.ibid", make_study(extra=lambda: [0] * 1000001), Refused("more than 1000000 values")),
    Case("too-many-members.ibid", make_study(extra=lambda: {str(i): 0 for i in range(300)}), Refused("more than 256 members")),
]

HEAVY_STUDIES = [
    Case("no-text.ibid", make_study(sections=[], references=[]), Opens(0, 0, 0)),
    Case("million-values.ibid", make_study(extra=many_values), ONE),
    Case("line-ends.ibid", make_study(sections=one_paragraph("a\nb\rc\r\nd\u2028e\u2029f\u0085g\ufffc"), references=[]), Opens(1, 0, 0)),
    Case("long-title.ibid", make_study(title=lambda: "Title " * 175000), Refused("title: longer than 16384 bytes")),
    Case("long-heading.ibid", make_study(sections=lambda: [section(paragraph(), heading="Heading " * 125000)]), BARE),
    Case("long-label.ibid", make_study(sections=lambda: one_paragraph(notes=[{"at": 3, "label": "9" * 16384, "reference": "r1"}])), Opens(1, 1, 1)),
    Case("longer-label.ibid", make_study(sections=lambda: one_paragraph(notes=[{"at": 3, "label": "9" * 16385, "reference": "r1"}])), Refused("sections[0].paragraphs[0].notes[0].label: longer than 16384 bytes")),
    Case("long-reference-label.ibid", make_study(references=lambda: [{"id": "r1", "kind": "footnote", "label": "8" * 16384, "text": "A note."}]), ONE),
    Case("long-names.ibid", make_study(author=lambda: [{"family": "Name" * 250, "given": "A"}] * 2000), ONE),
    Case("long-note.ibid", make_study(references=lambda: [{"id": "r1", "kind": "footnote", "label": "1", "text": "so many words " * 375000}]), ONE),
    Case("long-work.ibid", make_study(works=lambda: [{**WORK, "title": "Title " * 175000, "URL": "https://example.org/" + "a" * MB}], references=references([cite(work="w1")])), ONE),
    Case("4000-at-one-place.ibid", make_study(sections=lambda: one_paragraph(notes=[{"at": 13, "label": str(i), "reference": "r1"} for i in range(4000)])), Opens(1, 4000, 1)),
    Case("100000-at-one-place.ibid", make_study(sections=lambda: one_paragraph(notes=[{"at": 13, "label": str(i), "reference": "r1"} for i in range(100000)])), Opens(1, 100000, 1)),
    Case("spans-storm.ibid", make_study(sections=lambda: one_paragraph("word " * 20000, spans=storm(50000, 100000))), BARE),
    Case("spans-storm-note.ibid", make_study(references=lambda: [{"id": "r1", "kind": "footnote", "label": "1", "text": "word " * 20000, "spans": storm(50000, 100000)}]), ONE),
    Case("antecedent-itself.ibid", make_study(works=[WORK], references=lambda: chained_references(1, lambda i: 1)), Refused("references[0].citations[0].antecedent: ")),
    Case("antecedent-loop.ibid", make_study(works=[WORK], references=lambda: chained_references(3, lambda i: i % 3 + 1)), Refused("].citations[0].antecedent: ")),
    Case("antecedent-chain.ibid", make_study(works=[WORK], references=lambda: chained_references(50000, lambda i: i - 1)), Opens(1, 1, 50000)),
    Case("50000-citations.ibid", make_study(works=[WORK], references=lambda: references([cite(work="w1")] * 50000)), ONE),
    Case("50000-candidates.ibid", make_study(works=lambda: many_works(50000), references=lambda: references([cite(candidates=[f"w{i}" for i in range(50000)])])), ONE),
    Case("50000-authors.ibid", make_study(works=lambda: [{**WORK, "author": [{"family": "Name", "given": "A"}] * 50000}], references=references([cite(work="w1")])), ONE),
    Case("50000-claims.ibid", make_study(claims=lambda: claims(50000, 13)), ONE),
    Case("50000-events.ibid", make_study(events=lambda: [event(i) for i in range(50000)]), ONE),
    Case("50000-places.ibid", make_study(events=lambda: [event(1, places=[{"paragraph": "p1", "start": 0, "end": 13}] * 50000)]), ONE),
    Case("50000-actors.ibid", make_study(actors=lambda: [{"id": f"a{i}", "name": "Actor", "kind": "person"} for i in range(50000)], events=lambda: [event(1, actors=[f"a{i}" for i in range(50000)])]), ONE),
    Case("wide-dates.ibid", make_study(events=[event(1, date="-9999/9999"), event(2, date="-9999"), event(3, date="9999")]), ONE),
    Case("100000-paragraphs.ibid", make_study(sections=lambda: plain_paragraphs(100000)), Opens(100000, 0, 1)),
    Case("deep-items.ibid", make_study(sections=deep_items), Opens(4, 0, 1)),
    Case("bad-links.ibid", make_study(sections=one_paragraph(spans=[{"start": 0, "end": 3, "style": "link", "href": "javascript:alert(1)\n\"'<>&"}])), BARE),
    Case("markup-chain.ibid", make_study(works=[{**WORK, "title": "<i>&"}], references=lambda: [{**r, "label": "<&"} for r in chained_references(2, lambda i: i % 2 * 2)]), Opens(1, 1, 2)),
    Case("long-event.ibid", make_study(actors=[{"id": "a1", "name": "Actor " * 2500, "kind": "person"}], events=[event(1, title="Event " * 2500, actors=["a1"])], claims=lambda: claims(1, 13)), ONE),
    Case("long-superscript.ibid", make_study(references=lambda: styled_note("superscript")), ONE),
    Case("long-small-caps.ibid", make_study(references=lambda: styled_note("small-caps")), ONE),
    Case("markup.ibid", make_study(title="<b>&amp;</i>", references=[{"id": "r1", "kind": "footnote", "label": "<1>", "text": "<b>Not & markup</i>"}]), ONE),
]

CASES = NO_FILES + NO_TEXTS + TEXTS + BROKEN_STUDIES + HEAVY_STUDIES + hostile_cases.CASES
