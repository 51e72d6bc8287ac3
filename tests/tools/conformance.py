#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Footnote fixtures of other programs: markers, where they stand, and the texts of their notes.

    conformance.py IBID CORPUS [NAME…]

NAME chooses cases by a part of their name; then what differs is shown at length. Compared are the
letters and digits, in order: the last ones before each marker in its paragraph, and those of its note.
Not compared: how a note is numbered, notes that no marker names (the fixtures drop them, Ibid keeps
them), the page around the text, markers without a note (the fixtures leave them as text).
"""

import collections
import html.parser
import itertools
import os
import re
import sys
import tempfile

import studies
import watched

CONTEXT = 16
SECONDS = 10

# Where a fixture asks for what Ibid does otherwise on purpose.
OTHER_RULES = {
    "micromark/inline-notes": "has no inline notes; Ibid reads those of Pandoc",
    "micromark/inline-notes-pandoc": "as inline-notes",
}


def letters(text):
    return "".join(c for c in text.casefold() if c.isalnum())


class Marked:
    """Markers of a text, (letters before, letters of the note), and of the notes themselves."""

    def __init__(self):
        self.markers = []
        self.in_notes = []

    def differences(self, found):
        for a, b in itertools.zip_longest(self.markers, found.markers):
            if a != b:
                yield f"expected {a}, found {b}"
        missing = collections.Counter(self.in_notes) - collections.Counter(found.in_notes)
        if missing:
            yield f"in notes: expected {sorted(self.in_notes)}, found {sorted(found.in_notes)}"


def tail(text):
    return letters(text)[-CONTEXT:]


# --- What Ibid found --------------------------------------------------------------------------------


def found_in(study):
    texts = {reference["id"]: reference["text"] for reference in study.get("references", [])}
    marked = Marked()
    notes = study.get("references", [])
    for passage in studies.passages(study):
        cell = 0
        for note in passage.get("notes", []):
            if "reference" not in note:
                continue
            cell = passage["text"].rfind("\t", 0, note["at"]) + 1
            entry = (tail(passage["text"][cell : note["at"]]), letters(texts[note["reference"]]))
            (marked.in_notes if passage in notes else marked.markers).append(entry)
    return marked


# --- Expected: HTML -----------------------------------------------------------------------------------

BLOCKS = {"p", "div", "li", "ul", "ol", "blockquote", "section", "table", "tr", "td", "th", "pre", "dl", "dt", "dd", "hr"}
BLOCKS |= {f"h{i}" for i in range(1, 7)}
VOID = {"br", "hr", "img", "input"}


class Node:
    def __init__(self, tag, attributes, parent):
        self.tag = tag
        self.attributes = dict(attributes)
        self.parent = parent
        self.children = []

    def classes(self):
        return (self.attributes.get("class") or "").split()

    def text(self):
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


class Tree(html.parser.HTMLParser):
    def __init__(self, source):
        super().__init__()
        self.root = self.node = Node("", [], None)
        self.ids = {}
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attributes):
        node = Node(tag, attributes, self.node)
        self.node.children.append(node)
        if "id" in node.attributes:
            self.ids[node.attributes["id"]] = node
        if tag not in VOID:
            self.node = node

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.node = self.node.parent

    def handle_endtag(self, tag):
        node = self.node
        while node is not None and node.tag != tag:
            node = node.parent
        if node is not None and node.parent is not None:
            self.node = node.parent

    def handle_data(self, data):
        self.node.children.append(data)


MARKER_CLASSES = {"footnote-ref", "footnote-reference", "footnote"}
BACK_CLASSES = {"footnote-backref", "reversefootnote", "data-footnote-backref", "footnote-back"}
NOTE_CLASSES = {"footnote-item", "footnote-definition", "footnote"}
NUMBER_CLASSES = {"footnote-definition-label", "footnote-number", "sr-only"}


class ExpectedHtml:
    def __init__(self, source):
        self.tree = Tree(re.sub(r"\[\^[^\]\s]+\]", "", source))
        self.marked = Marked()
        self.line = ""
        self.walk(self.tree.root, False)

    def target(self, node):
        """The note that a marker leads to; None for other nodes."""
        if node.tag != "a" or not node.attributes.get("href", "").startswith("#"):
            return None
        parent = node.parent.classes() if node.parent else []
        if "data-footnote-ref" in node.attributes or MARKER_CLASSES & set(node.classes() + parent):
            return self.tree.ids.get(node.attributes["href"][1:])
        return None

    def note_text(self, node):
        if isinstance(node, str):
            return node
        if BACK_CLASSES & set(node.classes()) or NUMBER_CLASSES & set(node.classes()):
            return ""
        if self.target(node) is not None or (node.tag == "sup" and any(self.target(c) for c in node.children if isinstance(c, Node))):
            return ""
        return "".join(self.note_text(child) for child in node.children)

    def is_note(self, node):
        kinds = set(node.classes()) & NOTE_CLASSES
        is_list = any(c in ("footnotes", "footnotes-list") for c in (node.parent.classes() + node.parent.parent.classes() if node.parent and node.parent.parent else []))
        return "id" in node.attributes and node.tag in ("li", "div") and bool(kinds or is_list)

    def walk(self, node, in_note):
        if BACK_CLASSES & set(node.classes()) or NUMBER_CLASSES & set(node.classes()):
            return
        if node.tag in BLOCKS:
            self.line = ""
        in_note = in_note or self.is_note(node)
        for child in node.children:
            if isinstance(child, str):
                self.line += child
                continue
            note = self.target(child)
            if note is None:
                self.walk(child, in_note)
            else:
                (self.marked.in_notes if in_note else self.marked.markers).append((tail(self.line), letters(self.note_text(note))))
        if node.tag in BLOCKS:
            self.line = ""


# --- Expected: Markdown of the HTML fixtures ------------------------------------------------------------


def plain(markdown):
    """The words of simple Markdown; markers stay."""
    markdown = re.sub(r"^\s*(?:[-*+>]|\d+\.|#+)\s+", "", markdown, flags=re.MULTILINE)
    markdown = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", markdown)
    markdown = re.sub(r"(?<!!)\[([^\]^][^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)", r"\1", markdown)
    return re.sub(r"</?\w+[^>]*>", "", markdown)


def expected_markdown(source):
    body = re.sub(r"\A```json\n.*?\n```\n", "", source, flags=re.DOTALL)
    parts = re.split(r"^\[\^([^\]]+)\]:", body, flags=re.MULTILINE)
    texts = {label: text for label, text in zip(parts[1::2], parts[2::2])}
    clean = {label: letters(re.sub(r"\[\^[^\]]+\]", "", plain(text))) for label, text in texts.items()}
    marked = Marked()
    for source_text, markers in [(parts[0], marked.markers)] + [(text, marked.in_notes) for text in texts.values()]:
        for line in source_text.split("\n"):
            line = plain(line)
            pieces = re.split(r"\[\^([^\]]+)\]", line)
            before = ""
            for piece, label in zip(pieces[::2], pieces[1::2]):
                before += piece
                if label in clean:
                    markers.append((tail(before), clean[label]))
    return marked


# --- The cases --------------------------------------------------------------------------------------------


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def html_cases(folder):
    for name in sorted(os.listdir(folder)):
        if name.endswith(".html"):
            base = name[: -len(".html")]
            yield f"html/{base}", ".html", read(os.path.join(folder, name)), expected_markdown(read(os.path.join(folder, base + ".expected.md")))


def pair_cases(folder, suffix):
    for name in sorted(os.listdir(folder)):
        if name.endswith(suffix):
            base = name[: -len(suffix)]
            expected = os.path.join(folder, base + ".html")
            if os.path.exists(expected):
                yield f"{os.path.basename(folder)}/{base}", ".md", read(os.path.join(folder, name)), ExpectedHtml(read(expected)).marked


def fenced_cases(path, name):
    pattern = r"^(`{3,}) ?(?:\w+ )?example\w*\n(.*?)^\.\n(.*?)^\1$"
    for i, match in enumerate(re.finditer(pattern, read(path), re.MULTILINE | re.DOTALL), 1):
        yield f"{name}/{i}", ".md", match[2].replace("→", "\t"), ExpectedHtml(match[3].replace("→", "\t")).marked


def dotted_cases(path, name):
    pattern = r"^\.\n(.*?)^\.\n(.*?)^\.$"
    for i, match in enumerate(re.finditer(pattern, read(path), re.MULTILINE | re.DOTALL), 1):
        yield f"{name}/{i}", ".md", match[1], ExpectedHtml(match[2]).marked


def cases(corpus):
    """(name, suffix, input, expected)."""
    folder = os.path.join(corpus, "conformance")
    markdown = os.path.join(folder, "markdown")
    yield from html_cases(os.path.join(folder, "html"))
    yield from pair_cases(os.path.join(markdown, "micromark"), ".md")
    yield from pair_cases(os.path.join(markdown, "kramdown"), ".text")
    yield from fenced_cases(os.path.join(markdown, "pulldown-cmark-footnotes.txt"), "pulldown-cmark")
    yield from fenced_cases(os.path.join(markdown, "commonmark-hs-footnotes.md"), "commonmark-hs")
    yield from dotted_cases(os.path.join(markdown, "markdown-it-footnote.txt"), "markdown-it")
    yield from dotted_cases(os.path.join(markdown, "markdown-it-footnote-prefixed.txt"), "markdown-it-prefixed")


def run(ibid, corpus, names=(), scale=1):
    """Yields (name, list of differences), an empty list for a case that passes."""
    with tempfile.TemporaryDirectory(prefix="ibid-conformance-") as folder:
        for name, suffix, source, expected in cases(corpus):
            if name in OTHER_RULES or (names and not any(part in name for part in names)):
                continue
            path = os.path.join(folder, name.replace("/", "-") + suffix)
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(source)
            try:
                found = found_in(studies.read(watched, ibid, path, SECONDS * scale))
            except studies.Unread as error:
                yield name, [str(error)] if expected.markers else []
                continue
            yield name, list(expected.differences(found))


def main():
    ibid, corpus, *names = sys.argv[1:]
    counts = {}
    for name, problems in run(ibid, corpus, names):
        group = name.partition("/")[0]
        n_passed, n_all = counts.get(group, (0, 0))
        counts[group] = (n_passed + (not problems), n_all + 1)
        if problems:
            print(f"missed: {name}")
            for problem in problems if names else problems[:1]:
                print(f"    {problem if names else problem[:300]}")
    for group, (n_passed, n_all) in counts.items():
        print(f"{group}: {n_passed} of {n_all}")
    n_passed, n_all = (sum(values) for values in zip(*counts.values()))
    print(f"all: {n_passed} of {n_all}, {100 * n_passed / n_all:.1f} %")


if __name__ == "__main__":
    main()
