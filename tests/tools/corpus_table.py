#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""One table of all documents of the corpus: notes and markers that should be found, and that are.

    corpus_table.py IBID CORPUS [NAME…]

What should be found stands in tests/corpus.tsv, labelled by reading the documents, with a reason
where it is not what the corpus's own counts.tsv says, or where markers and notes do not match. NAME
chooses documents by a part of their path; then markers without a note and notes without a marker
are printed one by one.

Notes are footnotes and endnotes; entries of bibliographies and the places that cite them are counted
apart. A marker that names several entries counts as often.
"""

import os
import sys

import studies
import watched

EXPECTED = os.path.join(os.path.dirname(__file__), "..", "corpus.tsv")
SECONDS = 60
COLUMNS = ("notes", "markers", "unmatched", "uncited", "entries", "cited")


class Expected:
    """A line of the table. Numbers by the names of COLUMNS; `reason` may be empty."""

    def __init__(self, line):
        self.path, *numbers, self.reason = line.rstrip("\n").split("\t")
        self.numbers = dict(zip(COLUMNS, map(int, numbers)))


def expected():
    with open(EXPECTED, encoding="utf-8") as file:
        return [Expected(line) for line in file if not line.startswith(("#", "file\t"))]


class Found:
    """What was found in a document: numbers as in Expected, and what matched nothing."""

    def __init__(self, study):
        references = {reference["id"]: reference for reference in study.get("references", [])}
        markers = studies.markers(study)
        cited = {note.get("reference") for note in markers}
        entries = [r for r in references.values() if r["kind"] == "bibliography"]
        notes = [r for r in references.values() if r["kind"] != "bibliography"]
        to_entries = [m for m in markers if references.get(m.get("reference"), {}).get("kind") == "bibliography"]
        self.unmatched = [m for m in markers if "reference" not in m]
        self.uncited = [r for r in notes if r["id"] not in cited]
        values = (len(notes), len(markers) - len(to_entries), len(self.unmatched), len(self.uncited), len(entries), len(to_entries))
        self.numbers = dict(zip(COLUMNS, values))
        self.study = study

    def details(self):
        """What matched nothing, with the words before it."""
        for passage in studies.passages(self.study):
            for note in passage.get("notes", []):
                if "reference" not in note:
                    yield f"marker without note: {note['label']} after {passage['text'][max(0, note['at'] - 50) : note['at']]!r}"
        for reference in self.uncited:
            yield f"note without marker: {reference.get('label')} {reference['text'][:70]!r}"


def run(ibid, corpus, names=(), scale=1):
    """Yields (expected, found); found is a string when the program could not read the document."""
    for line in expected():
        path = os.path.join(corpus, line.path)
        if names and not any(name in line.path for name in names):
            continue
        try:
            yield line, Found(studies.read(watched, ibid, path, SECONDS * scale))
        except studies.Unread as error:
            yield line, str(error)


def cells(line, found):
    for name in COLUMNS:
        wanted = line.numbers[name]
        got = found.numbers[name]
        yield f"{got}" if got == wanted else f"{got}≠{wanted}"


def main():
    ibid, corpus, *names = sys.argv[1:]
    n_right = n_all = 0
    print(f"{'':46}" + "".join(f"{name:>11}" for name in COLUMNS))
    for line, found in run(ibid, corpus, names):
        n_all += 1
        if isinstance(found, str):
            print(f"{line.path[-46:]:46}  not read: {found[:100]}")
            continue
        n_right += found.numbers == line.numbers
        print(f"{line.path[-46:]:46}" + "".join(f"{cell:>11}" for cell in cells(line, found)) + (f"  {line.reason}" if line.reason else ""))
        if names:
            for detail in found.details():
                print(f"    {detail}")
    print(f"{n_right} of {n_all} documents as expected")


if __name__ == "__main__":
    main()
