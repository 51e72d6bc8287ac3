#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Shapes of footnotes in HTML: every marker at its place, on its note, and no note left in the text.

    test-note-shapes.py IBID
"""

import json
import os
import subprocess
import sys
import tempfile

from note_shapes import CASES

SECONDS = 20


class Found:
    """What an import says: markers in order, notes without one, how many paragraphs."""

    def __init__(self, study):
        self.references = {r["id"]: r for r in study.get("references", [])}
        self.markers = []
        self.n_paragraphs = 0
        for section in study["sections"]:
            self.take(section, "heading")
            for paragraph in section["paragraphs"]:
                self.take(paragraph, "text")
                self.n_paragraphs += 1
        for reference in self.references.values():
            self.take(reference, "text")
        named = {reference for _, _, reference in self.markers}
        self.unmarked = [r["text"] for i, r in self.references.items() if i not in named]

    def take(self, passage, key):
        for note in passage.get("notes", []):
            self.markers.append((passage[key][: note["at"]], note["label"], note.get("reference")))

    def differences(self, n_paragraphs, markers, unmarked):
        if len(markers) != len(self.markers):
            yield f"{len(self.markers)} markers, not {len(markers)}"
        for (text, label, note), (before, printed, reference) in zip(markers, self.markers):
            found = self.references[reference]["text"] if reference else None
            if not before.endswith(text) or label not in (None, printed) or found != note:
                yield f"expected {(text, label, note)}, found {(before[-20:], printed, found)}"
        if self.unmarked != unmarked:
            yield f"notes without marker: {self.unmarked}, not {unmarked}"
        if self.n_paragraphs != n_paragraphs:
            yield f"{self.n_paragraphs} paragraphs, not {n_paragraphs}"


def read(ibid, folder, page):
    path = os.path.join(folder, "page.html")
    if "<meta" not in page:
        page = page.replace("<body", '<head><meta charset="utf-8"></head><body', 1)
    with open(path, "w", encoding="utf-8") as file:
        file.write(page)
    command = [ibid, "--convert=json", "--no-analysis", path]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=SECONDS).stdout
    return Found(json.loads(output))


def main():
    ibid = sys.argv[1]
    print(f"1..{len(CASES)}")
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, n_paragraphs, markers, page, unmarked) in enumerate(CASES, 1):
            found = read(ibid, folder, page)
            differences = list(found.differences(n_paragraphs, markers, unmarked))
            print(f"{'not ok' if differences else 'ok'} {number} {name}")
            for difference in differences:
                print("#", difference)


if __name__ == "__main__":
    main()
