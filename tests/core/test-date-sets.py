#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Dates found in the corpus's sets and in lines labelled by hand, and none in lines without.

test-date-sets.py EXTRACT CORPUS
"""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tools"))

import date_lines
import score_dates
import watched

LEAST_F1 = 0.97
LEAST_VALUE = 0.95
MOST_FALSE = 0.01


def check_made_lines(program, tap):
    false = date_lines.false_in_made_lines(program)
    n_false = len({line for line, _, _ in false})
    figures = f"{n_false} of {date_lines.N_LINES} lines"
    if n_false <= MOST_FALSE * date_lines.N_LINES:
        tap.passed("made-up lines", figures)
    else:
        tap.failed("made-up lines", ["\t".join(entry) for entry in false], figures)


def check_labels(program, corpus, tap):
    n_lines, n_dates, false, missed, wrong = date_lines.check_labels(program, corpus)
    figures = (f"{n_lines} lines, {n_dates} dates: {len(false)} false, {len(missed)} missed, "
               f"{len(wrong)} wrong")
    if (len(false) <= MOST_FALSE * n_lines and len(missed) <= (1 - LEAST_F1) * n_dates
            and len(wrong) <= (1 - LEAST_VALUE) * n_dates):
        tap.passed("labelled lines", figures)
    else:
        tap.failed("labelled lines", ["\t".join(e) for e in [*false, *missed, *wrong]], figures)


def check_sets(program, corpus, tap):
    explicit = score_dates.total([s[0] for s in score_dates.score(program, corpus).values()])
    figures = f"{explicit.n_gold} dates: F1 {explicit.f1():.3f}, value {explicit.value():.3f}"
    if explicit.f1() >= LEAST_F1 and explicit.value() >= LEAST_VALUE:
        tap.passed("explicit dates", figures)
    else:
        tap.failed("explicit dates", [], figures)


def main():
    program, corpus = sys.argv[1:]
    tap = watched.Tap(3)
    check_made_lines(program, tap)
    if os.path.isdir(os.path.join(corpus, "dates")):
        check_labels(program, corpus, tap)
        check_sets(program, corpus, tap)
    else:
        tap.skipped("labelled lines", f"{corpus} is not there")
        tap.skipped("explicit dates", f"{corpus} is not there")
    return tap.status()


if __name__ == "__main__":
    sys.exit(main())
