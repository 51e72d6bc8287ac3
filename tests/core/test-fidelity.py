#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Random essays in every format: the import is equal to gold, paragraph by paragraph, marker by marker.

    test-fidelity.py IBID SCALE [ESSAYS [FORMAT…]]

A test for each format. `make fidelity` runs it with 200
essays, `make check` with 20. Formats are
those of essay_gold.py, or their first words: `html` for all kinds of pages.
"""

import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tools"))

import essay_gold
import essays
import studies
import watched

MAX_SECONDS = 10
MAX_SHOWN = 5  # differences of one format


def check(ibid, written, folder, seconds):
    """What is wrong with the import of one essay; None when it is equal."""
    path = os.path.join(folder, written.name + written.suffix)
    with open(path, "wb") as file:
        file.write(written.data)
    found = studies.read(watched, ibid, path, seconds)
    os.unlink(path)
    return studies.difference(written.gold, found)


def check_format(ibid, group, seeds, folder, seconds, tap):
    problems = []
    n_wrong = 0
    for seed in seeds:
        for written in essay_gold.write_all(essays.make(seed), [group]):
            try:
                problem = check(ibid, written, folder, seconds)
            except studies.Unread as error:
                problem = str(error)
            if problem:
                n_wrong += 1
                problems.append(f"{written.name}: {problem}")
    if problems:
        again = f"tests/tools/essays.py FOLDER {int(problems[0][:4])} 1 {group}"
        tap.failed(group, problems[:MAX_SHOWN], f"{n_wrong} of {len(seeds)} differ; to look at one: {again}")
    else:
        tap.passed(group, f"{len(seeds)} essays equal")


def main():
    ibid, scale, *rest = sys.argv[1:]
    seeds = range(1, int(rest[0] if rest else 20) + 1)
    groups = rest[1:] or list(dict.fromkeys(form.name.partition("-")[0] for form in essay_gold.formats(0)))
    tap = watched.Tap(len(groups))
    with tempfile.TemporaryDirectory(prefix="ibid-fidelity-") as folder:
        for group in groups:
            check_format(ibid, group, seeds, folder, MAX_SECONDS * float(scale), tap)
    return tap.status()


if __name__ == "__main__":
    sys.exit(main())
