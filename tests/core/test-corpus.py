#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Every document of the corpus has the notes and markers that tests/corpus.tsv says.

test-corpus.py IBID SCALE CORPUS
"""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tools"))

import corpus_table
import watched


def main():
    ibid, scale, corpus = sys.argv[1:]
    tap = watched.Tap(len(corpus_table.expected()))
    if not os.path.isdir(corpus):
        for line in corpus_table.expected():
            tap.skipped(line.path, f"{corpus} is not there")
        return tap.status()
    for line, found in corpus_table.run(ibid, corpus, scale=float(scale)):
        if isinstance(found, str):
            tap.failed(line.path, [found])
        elif found.numbers == line.numbers:
            tap.passed(line.path, line.reason)
        else:
            wrong = [f"{name}: expected {line.numbers[name]}, found {found.numbers[name]}" for name in corpus_table.COLUMNS if found.numbers[name] != line.numbers[name]]
            tap.failed(line.path, wrong + list(found.details())[:20])
    return tap.status()


if __name__ == "__main__":
    sys.exit(main())
