# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""What a case of a broken or hostile file is, helpers to make one, and how all are run."""

import io
import os
import sys
import tempfile
import zipfile

import watched

MB = 1024 * 1024
MAX_SECONDS = 10
MAX_MB = 600


class Skip(Exception):
    """This machine cannot make the case; says why."""


class Refused:
    """Exit 2 and one line: the file's name, and then a message with `words` in it."""

    def __init__(self, words):
        self.words = words


class Opens:
    """Exit 0 and a document: None is for what is not compared."""

    def __init__(self, paragraphs=None, notes=None, references=None, begins=None):
        self.paragraphs = paragraphs
        self.notes = notes  # markers in paragraphs
        self.references = references
        self.begins = begins  # the first paragraph's text


class Ends:
    """Either of the two: only how it ends counts, and that `secret` is in nothing that it says."""

    def __init__(self, secret=None):
        self.secret = secret


class Case:
    """`make` writes what belongs at the path it is given, or returns a path of its own."""

    def __init__(self, name, make, outcome, vanishes=False):
        self.name = name
        self.make = make if callable(make) else lambda path: write(path, make)
        self.outcome = outcome
        self.vanishes = vanishes  # removed as soon as it is shown

    def prepare(self, folder):
        path = os.path.join(folder, self.name)
        return self.make(path) or path


def write(path, content):
    data = content if isinstance(content, bytes) else content.encode("utf-8")
    with open(path, "wb") as file:
        file.write(data)


def make_zip(names):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in names:
            archive.writestr(name, content)
    return stream.getvalue()


def repeated(unit, size):
    data = unit if isinstance(unit, bytes) else unit.encode("utf-8")
    return lambda path: write(path, data * (size // len(data)))


def check_limits(result, scale):
    """What is wrong with the time and the memory that a case took."""
    if result.status is None:
        yield f"was ended after {result.cpu_seconds:.1f} s of work in {result.seconds:.1f} s"
    if scale == 1 and result.peak_mb > MAX_MB:
        yield f"took {result.peak_mb:.0f} MB"


def run_all(cases, check):
    """The whole of a test whose arguments are PROGRAM SCALE [NAME…]; returns its exit status.

    SCALE is by how much longer things may take, above 1 with sanitizers, which also need more
    memory than is worth a limit. Names choose single cases. `check` takes the program, a case, the
    file's path and the scale, and returns what is wrong, a list, and the figures to print.
    """
    program, scale, *names = sys.argv[1:]
    chosen = [case for case in cases if not names or case.name in names]
    tap = watched.Tap(len(chosen))
    for case in chosen:
        with tempfile.TemporaryDirectory(prefix="ibid-broken-") as folder:
            try:
                path = case.prepare(folder)
            except Skip as reason:
                tap.skipped(case.name, str(reason))
                continue
            problems, figures = check(program, case, path, float(scale))
        if problems:
            tap.failed(case.name, problems, figures)
        else:
            tap.passed(case.name, figures)
    return tap.status()
