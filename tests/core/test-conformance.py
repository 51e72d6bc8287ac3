#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Footnote fixtures of other programs, see conformance.py: 95 % of them pass, the others are named.

test-conformance.py IBID SCALE CORPUS
"""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tools"))

import conformance
import watched

LEAST = 0.95


def check(name, results, tap):
    missed = [case for case, problems in results if problems]
    figures = f"{len(results) - len(missed)} of {len(results)}"
    if len(results) - len(missed) >= LEAST * len(results):
        tap.passed(name, "\n# ".join([figures] + [f"missed: {case}" for case in missed]))
    else:
        tap.failed(name, [f"missed: {case}" for case in missed], figures)


def main():
    ibid, scale, corpus = sys.argv[1:]
    tap = watched.Tap(2)
    if not os.path.isdir(os.path.join(corpus, "conformance")):
        for name in ("html", "markdown"):
            tap.skipped(name, f"{corpus} is not there")
        return tap.status()
    results = list(conformance.run(ibid, corpus, scale=float(scale)))
    for name in ("html", "markdown"):
        check(name, [r for r in results if r[0].startswith("html/") == (name == "html")], tap)
    return tap.status()


if __name__ == "__main__":
    sys.exit(main())
