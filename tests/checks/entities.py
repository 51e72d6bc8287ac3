#!/usr/bin/env python3
"""The table of named characters is the HTML standard's, as Python has it, in our own spelling: a line
for each name with its characters in hexadecimal and, where it counts without ';', a '?'."""

import html.entities
import sys

import tree

PATH = "data/formats/entities.tsv"


def table():
    known = html.entities.html5
    lines = []
    for name in sorted(name[:-1] for name in known if name.endswith(";")):
        characters = " ".join(f"{ord(c):x}" for c in known[name + ";"])
        lines.append(f"{name}\t{characters}" + ("\t?" if name in known else ""))
    return lines


def main():
    root = tree.root_from_arguments()
    report = tree.Report()
    found = tree.read(root, PATH).splitlines()
    expected = table()
    for number, line in enumerate(expected, 1):
        if number > len(found) or found[number - 1] != line:
            report.problem(PATH, number, f"expected {line!r}")
            return report.finish()
    if len(found) > len(expected):
        report.problem(PATH, len(expected) + 1, "more than the standard has")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
