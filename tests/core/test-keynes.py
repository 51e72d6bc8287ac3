#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""One book in three formats: plain text, web page, and the e-book of a modernised edition.

    test-keynes.py IBID SCALE CORPUS

Text and page agree note by note and in 99.9 % of the words; the e-book has the same notes in the same
order, 95 % of them alike, and 99 % of the body's words. Words are their letters and digits.
"""

import collections
import difflib
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tools"))

import studies
import watched

FILES = {
    "text": "text/keynes-consequences-pg15776.latin1.txt",
    "page": "html/keynes-consequences-pg15776.html",
    "book": "epub/keynes-consequences-se.epub",
}
TESTS = ("text-page-notes", "text-page-words", "text-book-notes", "text-book-words")
N_NOTES = 171
FIRST_WORDS = "the power to become habituated to his surroundings".split()
LAST_WORDS = "of the future i dedicate this book".split()
ALIKE = 0.8


def words(text):
    """An apostrophe or a hyphen is no end of a word: to-day, and today in the modernised edition."""
    text = re.sub(r"--+", " ", text.casefold().replace("_", " "))  # a dash, as typed
    return re.findall(r"\w+", re.sub(r"['’‐‑-]", "", text))


def body(study):
    """The words of each paragraph and heading from the first chapter on to the last words."""
    lines = []
    for passage in studies.passages({**study, "references": []}):
        line = words(passage["text"])
        if line[: len(FIRST_WORDS)] == FIRST_WORDS:
            lines = []
        if line:
            lines.append(line)
        if line[-len(LAST_WORDS) :] == LAST_WORDS:
            return lines
    return lines


def notes(study):
    """Their texts in the order of the markers, each once."""
    texts = {reference["id"]: reference["text"] for reference in study.get("references", [])}
    cited = dict.fromkeys(note["reference"] for note in studies.markers(study) if "reference" in note)
    return [texts[name] for name in cited]


def agreement(a, b):
    """Which share of the words of two lists of paragraphs is in both, at the same place."""
    shared = 0
    lines_a, lines_b = [" ".join(line) for line in a], [" ".join(line) for line in b]
    for _, a1, a2, b1, b2 in difflib.SequenceMatcher(None, lines_a, lines_b, False).get_opcodes():
        bag_a = collections.Counter(word for line in a[a1:a2] for word in line)
        bag_b = collections.Counter(word for line in b[b1:b2] for word in line)
        shared += sum((bag_a & bag_b).values())
        missing = bag_a - bag_b, bag_b - bag_a
        if any(missing):
            yield f"only in the first: {' '.join(missing[0])[:300]}; only in the second: {' '.join(missing[1])[:300]}"
    yield 2 * shared / sum(len(line) for line in a + b)


def likeness(a, b):
    """1 for the same words: heads of tables that are set on several lines have another order."""
    if sorted(words(a)) == sorted(words(b)):
        return 1
    return difflib.SequenceMatcher(None, "".join(words(a)), "".join(words(b)), False).ratio()


def check_words(name, first, second, least, tap):
    *differences, share = agreement(body(first), body(second))
    figures = f"{100 * share:.3f} % of {sum(map(len, body(first)))} and {sum(map(len, body(second)))} words"
    if share >= least:
        tap.passed(name, figures)
    else:
        tap.failed(name, differences[:20], figures)


def check_notes(name, first, second, least, share, tap):
    """`share` of the pairs are at least so much alike."""
    a, b = notes(first), notes(second)
    ratios = [likeness(x, y) for x, y in zip(a, b)]
    problems = [f"note {i + 1}, {ratio:.2f} alike: {a[i][:100]!r} against {b[i][:100]!r}" for i, ratio in enumerate(ratios) if ratio < least]
    figures = f"{len(a)} and {len(b)} notes; all but {len(problems)} at least {least} alike"
    if len(a) == len(b) == N_NOTES and len(problems) <= (1 - share) * N_NOTES:
        tap.passed(name, figures)
    else:
        tap.failed(name, problems[:20], figures)


def main():
    ibid, scale, corpus = sys.argv[1:]
    tap = watched.Tap(len(TESTS))
    if not os.path.isdir(corpus):
        for name in TESTS:
            tap.skipped(name, f"{corpus} is not there")
        return tap.status()
    try:
        text, page, book = (studies.read(watched, ibid, os.path.join(corpus, path), 60 * float(scale)) for path in FILES.values())
    except studies.Unread as error:
        for name in TESTS:
            tap.failed(name, [str(error)])
        return tap.status()
    check_notes("text-page-notes", text, page, 1, 1, tap)
    check_words("text-page-words", text, page, 0.999, tap)
    check_notes("text-book-notes", text, book, ALIKE, 0.95, tap)
    check_words("text-book-words", text, book, 0.99, tap)
    return tap.status()


if __name__ == "__main__":
    sys.exit(main())
