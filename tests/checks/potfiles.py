#!/usr/bin/env python3
"""po/POTFILES.in names every file with something to translate, in order, and nothing else.

A file whose strings must not be translated stands in po/POTFILES.skip instead.
"""

import os
import re
import sys

import tree

CALL = r"\b(_|N_|C_|NC_|Q_|gettext|dgettext|ngettext|g_dgettext|g_dngettext|g_dpgettext2?|pgettext)\s*\(\s*\""
CODE = re.compile(CALL)
# Strings as well, so that a /* in one of them does not look like a comment.
C_COMMENT = re.compile(r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])+'|/\*.*?\*/|//[^\n]*", re.DOTALL)
XML_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
TEMPLATE = re.compile(r"\btranslatable\s*=\s*[\"'](yes|true|1)[\"']")
GSCHEMA = re.compile(r"<(summary|description)\b")

LISTS = ("POTFILES.in", "POTFILES.skip")


def blank(match):
    """What replaces a comment: as many line ends, so that line numbers hold. Strings stay."""
    return match[0] if match[0][0] in "\"'" else "\n" * match[0].count("\n")


def first_match(pattern, text):
    match = pattern.search(text)
    return text.count("\n", 0, match.start()) + 1 if match else None


def line_to_translate(path, text):
    """The line of the first translatable string of a file; None if there is none."""
    name = re.sub(r"(\.in)+$", "", os.path.basename(path))
    if name.endswith((".c", ".h")):
        return first_match(CODE, C_COMMENT.sub(blank, text))
    text = XML_COMMENT.sub(blank, text)
    if name.endswith(".desktop"):
        return 1
    if name.endswith((".metainfo.xml", ".appdata.xml")):
        return 1
    if name.endswith(".gschema.xml"):
        return first_match(GSCHEMA, text)
    if name.endswith((".ui", ".xml")):
        if "<mime-info" in text:
            return first_match(re.compile(r"<comment\b"), text)
        return first_match(TEMPLATE, text)
    return None


def read_list(root, name, report):
    """Maps each path of a list to its line, and reports what is wrong with the list itself."""
    path = f"po/{name}"
    if not os.path.exists(os.path.join(root, path)):
        if name == "POTFILES.in":
            report.problem(path, 1, "this file is missing")
        return {}
    entries = {}
    previous = ""
    for number, line in enumerate(tree.read(root, path).splitlines(), 1):
        entry = line.partition("#")[0].strip()
        if not entry:
            continue
        if entry in entries:
            report.problem(path, number, f"{entry} is named twice")
        elif entry < previous:
            report.problem(path, number, f"{entry} must stand before {previous}: the list is sorted")
        if not os.path.exists(os.path.join(root, entry)):
            report.problem(path, number, f"there is no file {entry}")
        entries[entry] = number
        previous = entry
    return entries


def main():
    root = tree.root_from_arguments()
    report = tree.Report()
    wanted, skipped = (read_list(root, name, report) for name in LISTS)
    for entry in sorted(set(wanted) & set(skipped)):
        report.problem("po/POTFILES.skip", skipped[entry], f"{entry} is in POTFILES.in as well")

    found = set()
    for path in tree.files(root, ["data", "src"], (".c", ".h", ".ui", ".xml", ".desktop", ".in")):
        line = line_to_translate(path, tree.read(root, path))
        if line is None:
            continue
        found.add(path)
        if path not in wanted and path not in skipped:
            report.problem(path, line, "has something to translate but is not in po/POTFILES.in")
    for name, entries in zip(LISTS, (wanted, skipped)):
        for entry, number in entries.items():
            if entry not in found and os.path.exists(os.path.join(root, entry)):
                report.problem(f"po/{name}", number, f"{entry} has nothing to translate any more")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
