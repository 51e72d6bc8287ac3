# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Essays as Markdown and as plain text."""

import datetime
import random
import re
import textwrap

from essay_gold import Format
from essays import Mark

# --- Markdown -----------------------------------------------------------------------------------

SPECIAL = re.compile(r"([\\`*_\[\]<>&#|~^!{}$=+])")
SPAN_SIGNS = {"emphasis": ("*", "*"), "strong": ("**", "**"), "strike": ("~~", "~~")}


def break_lines(text, rng, p=0.1):
    """Some blanks between words become line ends, which mean the same."""
    return re.sub(r"(?<=\w\w) (?=[^\W\d_]\w)", lambda m: "\n" if rng.random() < p else " ", text)


class Markdown:
    def __init__(self, essay):
        self.essay = essay
        self.rng = random.Random(essay.seed)
        self.out = []

    def inline(self, pieces, breaks=True):
        text = ""
        for piece in pieces:
            if isinstance(piece, str):
                piece = SPECIAL.sub(r"\\\1", piece)
                text += break_lines(piece, self.rng) if breaks else piece
            elif isinstance(piece, Mark):
                text += f"[^{piece.note.label}]"
            else:
                text += self.span(piece, breaks)
        # What would be a list item or a rule at the beginning of a line.
        return re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^( ?)(-)", r"\1\\\2", text))

    def span(self, piece, breaks):
        if piece.style == "code":
            return f"`{piece.children[0]}`"
        inner = self.inline(piece.children, breaks)
        core = inner.strip(" ")
        lead = inner[: len(inner) - len(inner.lstrip(" "))]
        trail = inner[len(inner.rstrip(" ")) :]
        if piece.style == "link":
            return f"{lead}[{core}](<{piece.href}>){trail}"
        begin, end = SPAN_SIGNS[piece.style]
        return lead + begin + core + end + trail

    def add(self, text, indent="", first=None):
        lines = text.split("\n")
        self.out.append("\n".join(((first if i == 0 and first is not None else indent) + line).rstrip() for i, line in enumerate(lines)))

    def heading(self, section):
        text = self.inline(section.heading, False).strip()
        if section.level <= 2 and self.rng.random() < 0.2:
            self.add(text + "\n" + "=-"[section.level - 1] * 5)
        else:
            self.add("#" * section.level + " " + text + (" ##" if self.rng.random() < 0.1 else ""))

    def list_item(self, p, widths):
        """Items stand under the text of the item that they belong to."""
        sign = f"{p.number}. " if p.number else "- "
        del widths[p.depth :]
        indent = " " * sum(widths)
        widths.append(len(sign))
        self.add(self.inline(p.inline).strip(), indent + " " * len(sign), indent + sign)

    def table(self, rows):
        lines = ["| " + " | ".join(self.inline(cell, False).strip() for cell in row.cells) + " |" for row in rows]
        lines.insert(1, "|" + "|".join([" --- "] * len(rows[0].cells)) + "|")
        self.add("\n".join(lines))

    def code(self, p):
        if self.rng.random() < 0.5:
            self.add("```c\n" + p.inline[0] + "\n```")
        else:
            self.add(p.inline[0], "    ")

    def paragraphs(self, section):
        widths = []
        rows = []
        for i, p in enumerate(section.paragraphs):
            follower = section.paragraphs[i + 1].style if i + 1 < len(section.paragraphs) else ""
            if p.style == "table-row":
                rows.append(p)
                if follower != "table-row":
                    self.table(rows)
                    rows = []
            elif p.style == "list-item":
                self.list_item(p, widths)
                if follower == "code":
                    self.add("<!-- -->")
            elif p.style == "quote":
                self.add(self.inline(p.inline).strip(), "> ")
                if follower == "quote":
                    self.out.append(">")
            elif p.style == "code":
                self.code(p)
            elif p.style == "caption":
                self.add(f"![{self.inline(p.inline, False)}](picture.png)")
            else:
                self.add(self.inline(p.inline).strip())
            if p.style != "list-item":
                widths.clear()

    def definitions(self, notes):
        for note in notes:
            self.add("\n\n".join(self.inline(p).strip() for p in note.paragraphs), "    ", f"[^{note.label}]: ")

    def write(self):
        front_matter = self.rng.random() < 0.6
        says = {"title"}
        if front_matter:
            names = [f'"{given} {family}"' for given, family in self.essay.author]
            author = names[0] if len(names) == 1 else "[" + ", ".join(names) + "]"
            self.add(f'---\ntitle: "{self.essay.title.replace(chr(34), chr(92) + chr(34))}"\nauthor: {author}\ndate: {self.essay.issued}\nlang: {self.essay.language}\n---')
            says |= {"author", "issued", "language"}
        else:
            self.add("# " + SPECIAL.sub(r"\\\1", self.essay.title))
            for section in self.essay.sections:
                section.level += 1
        by_section = self.rng.random() < 0.3
        for i, section in enumerate(self.essay.sections):
            if section.heading:
                self.heading(section)
            self.paragraphs(section)
            if by_section:
                self.definitions(note for note in self.essay.notes if note.chapter == i)
        if not by_section:
            self.definitions(self.essay.notes)
        return self.finish().encode(), says

    def finish(self):
        """Blocks with an empty line between, but for quotes, where it has its sign."""
        text = "\n\n".join(self.out) + "\n"
        return text.replace("\n\n>\n\n", "\n>\n")


MARKDOWN_FEATURES = {"quote", "list-item", "code", "table-row", "caption", "emphasis", "strong", "code-span", "link", "strike"}
MARKDOWN_FEATURES |= {"levels", "ahead", "starts", "short", "rows", "heading-notes", "repeats", "nested", "note-paragraphs"}
MARKDOWN = [
    Format("markdown-numbers", ".md", lambda essay: Markdown(essay).write(), MARKDOWN_FEATURES),
    Format("markdown-names", ".md", lambda essay: Markdown(essay).write(), MARKDOWN_FEATURES | {"names"}),
]

# --- Plain text -----------------------------------------------------------------------------------

MONTHS = "January February March April May June July August September October November December".split()
in_brackets = "[{}]".format
in_parentheses = "({})".format
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Plain:
    """`signs`: how a marker looks; `place`: where notes stand: "end", "chapter" or "paragraph"."""

    def __init__(self, essay, signs, place, width):
        self.essay = essay
        self.signs = signs
        self.place = place
        self.width = width
        self.out = []

    def inline(self, pieces):
        text = ""
        for piece in pieces:
            if isinstance(piece, Mark):
                # "f(1)" is read as code.
                piece = (" " if self.signs is in_parentheses else "") + self.signs(piece.note.label)
            text += piece
        return self.wrap(text.strip())

    def wrap(self, text):
        """Japanese has no blanks to wrap it at. A line does not begin with what would be a list's or a
        note's sign there."""
        if not self.width or self.essay.language == "ja":
            return text
        text = re.sub(r" (?=[^\w“‘«])", "\0", text)
        return textwrap.fill(text, self.width, break_long_words=False, break_on_hyphens=False).replace("\0", " ")

    def below(self, p, told):
        """Notes of the paragraph that were not printed before."""
        for piece in p.inline:
            if isinstance(piece, Mark) and piece.note.label not in told:
                told.add(piece.note.label)
                self.out.append(self.wrap(f"[Footnote {piece.note.label}: " + "".join(piece.note.paragraphs[0]) + "]"))

    def list(self, notes, heading):
        notes = list(notes)
        if notes:
            self.out.append(heading)
            for note in notes:
                self.out.append(self.wrap(self.signs(note.label) + " " + "".join(note.paragraphs[0])))

    def write(self):
        given, family = self.essay.author[0]
        self.essay.author = self.essay.author[:1]
        day = datetime.date.fromisoformat(self.essay.issued)
        self.out += [self.essay.title, f"by {given} {family}", f"{day.day} {MONTHS[day.month - 1]} {day.year}"]
        told = set()
        for i, section in enumerate(self.essay.sections):
            if section.heading:
                self.out.append("\n" + "".join(section.heading))
            for p in section.paragraphs:
                self.out.append(self.inline(p.inline))
                if self.place == "paragraph":
                    self.below(p, told)
            if self.place == "chapter":
                self.list((note for note in self.essay.notes if note.chapter == i), "FOOTNOTES:")
        if self.place == "end":
            self.list(self.essay.notes, "Notes")
        return ("\n\n".join(self.out) + "\n").encode(), {"title", "author", "issued"}


def plain(name, signs, place, width, *features):
    return Format(name, ".txt", lambda essay: Plain(essay, signs, place, width).write(), set(features))


PLAIN = [
    plain("plain-brackets", in_brackets, "end", 0, "rows", "repeats"),
    plain("plain-wrapped", in_brackets, "end", 72, "rows", "repeats"),
    plain("plain-raised", lambda label: label.translate(RAISED), "end", 0),
    plain("plain-chapters", in_brackets, "chapter", 72, "rows", "restart"),
    plain("plain-below", in_brackets, "paragraph", 72, "rows"),
    plain("plain-parentheses", in_parentheses, "end", 0, "rows"),
]
