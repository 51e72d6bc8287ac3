#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""What it takes to import an essay, against pandoc on the same file; part of `make bench`.

    imports.py IBID [FORMAT…]
    imports.py write PATH FORMAT SIZE

Whole processes that take turns: `ibid --convert=json --no-analysis` and `pandoc -t json`, both with
their output thrown away. Then Ibid alone on essays of up to sixteen times the size.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tools"))

import essay_html
import essay_office
import essay_text
import essays

N_PARAGRAPHS = 3000
SIZES = (1, 2, 4, 8, 16)
N_ROUNDS = 5  # one round more goes first and is not counted
WRITERS = {
    "Markdown": essay_text.MARKDOWN[0],
    "HTML": essay_html.PAGES[0],
    "EPUB": essay_html.EPUB3[0],
    "DOCX": essay_office.DOCX[0],
}


class Plain(essays.Writer):
    """Writes what every format can say: no note has two markers or is cited in another."""

    def __init__(self):
        super().__init__(0)
        self.rng = random.Random(1)
        self.language = "en"
        self.blank = " "

    def span(self):
        style = self.rng.choice(["emphasis", "strong", "link"])
        return essays.Span(style, [self.words(1, 3)], "https://example.org/" if style == "link" else None)

    def new_note(self, nested):
        number = len(self.notes) + 1
        note = essays.Note([], "footnote", f"n{number}", str(number))
        self.notes.append(note)
        note.paragraphs = [self.note_text(False)]
        return note

    def essay(self, n_paragraphs):
        sections = []
        for i in range(n_paragraphs):
            if i % 20 == 0:
                sections.append(essays.Section(1 + i // 20 % 3, [f"Chapter {i // 20 + 1}"]))
            sections[-1].paragraphs.append(essays.Paragraph("body", self.text(5, 0.1)))
        return essays.Essay(1, "A Long Essay", [("Ada", "Miller")], "2017-05-22", "en", "The Press", sections, self.notes)


def write(path, name, size):
    with open(path, "wb") as file:
        file.write(WRITERS[name].write(Plain().essay(N_PARAGRAPHS * size))[0])


def make(folder, name, size):
    """Writes an essay in a process of its own: what this one takes would count as the memory of those
    that it starts."""
    path = os.path.join(folder, f"essay-{size}{WRITERS[name].suffix}")
    subprocess.run([sys.executable, "-B", __file__, "write", path, name, str(size)], check=True)
    return path


def run(*command):
    """Seconds and the most memory in MB of a whole process."""
    begin = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
    if status != 0:
        raise RuntimeError(f"{command} failed")
    return time.monotonic() - begin, usage.ru_maxrss / 1024


def convert(ibid, path):
    return run(ibid, "--convert=json", "--no-analysis", path)


def compare(ibid, path):
    """Lists of (seconds, MB): pandoc's and ours, taking turns."""
    rounds = [(run("pandoc", "-t", "json", path), convert(ibid, path)) for _ in range(N_ROUNDS + 1)]
    return [pair[0] for pair in rounds[1:]], [pair[1] for pair in rounds[1:]]


def grow(ibid, folder, name):
    """Lists of (seconds, MB) by size."""
    paths = {size: make(folder, name, size) for size in SIZES}
    rounds = [{size: convert(ibid, path) for size, path in paths.items()} for _ in range(N_ROUNDS + 1)]
    return {size: [one[size] for one in rounds[1:]] for size in SIZES}


def measure(ibid, add, names=()):
    """Calls add (what, floors, ours, unit, limit, aim) for each line."""
    for name in WRITERS:
        if names and name not in names:
            continue
        with tempfile.TemporaryDirectory(prefix="ibid-bench-") as folder:
            theirs, ours = compare(ibid, make(folder, name, 1))
            add(f"import, {name}", [1000 * s for s, _ in theirs], [1000 * s for s, _ in ours], "ms", 1 / 20, 1 / 30)
            add(f"import, {name}, memory", [mb for _, mb in theirs], [mb for _, mb in ours], "MB", 1 / 5)
            sizes = grow(ibid, folder, name)
            for size in SIZES[1:]:
                # So many times what the first takes is what it may take.
                add(f"import, {name}, {size} times", [1000 * size * s for s, _ in sizes[1]], [1000 * s for s, _ in sizes[size]], "ms", 1.2)


def print_line(what, floors, ours, unit, limit=None, aim=None):
    ratio = statistics.median(ours) / statistics.median(floors)
    verdict = "" if limit is None else "above its limit" if ratio > limit else "held"
    print(f"{what:30} {statistics.median(floors):8.1f} {statistics.median(ours):8.1f} {unit} {ratio:7.3f} {verdict}", flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "write":
        write(sys.argv[2], sys.argv[3], int(sys.argv[4]))
    else:
        measure(sys.argv[1], print_line, sys.argv[2:])
