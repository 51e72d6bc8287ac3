#!/usr/bin/env python3
"""The order of the folders in src/: each includes only what stands before it.

    model <- formats, analysis, study, sources <- reading <- widgets <- window <- app <- main.c

The four in the middle do not include one another. Nothing up to reading knows GTK. Versions of
libraries are tested in widgets/ibid-compat* alone.
"""

import os
import re
import sys

import tree

CORE_MIDDLE = ("formats", "analysis", "study", "sources")
MAY_INCLUDE = {"model": ()}
for folder in CORE_MIDDLE:
    MAY_INCLUDE[folder] = ("model",)
MAY_INCLUDE["reading"] = ("model", *CORE_MIDDLE)
MAY_INCLUDE["widgets"] = (*MAY_INCLUDE["reading"], "reading")
MAY_INCLUDE["window"] = (*MAY_INCLUDE["widgets"], "widgets")
MAY_INCLUDE["app"] = (*MAY_INCLUDE["window"], "window")
WITHOUT_GTK = ("model", *CORE_MIDDLE, "reading")

# Made by meson, so without a folder.
GENERATED = ("config.h", "ibid-config.h", "ibid-core-resources.h", "ibid-resources.h")

INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')
GTK_HEADER = re.compile(r"^(gtk|gdk|gsk|adwaita|libadwaita)\b")
VERSION_TEST = re.compile(
    r"\b(GTK|GDK|ADW|GLIB|PANGO|JSON)_(CHECK_VERSION|(MAJOR|MINOR|MICRO)_VERSION)\b"
    r"|\b(LIBXML_VERSION|(ARCHIVE|SQLITE)_VERSION_NUMBER|CMARK(_GFM)?_VERSION)\b"
)


def reason_against(root, folder, name):
    """Why a file of `folder` must not include "name"; None if it may."""
    if name in GENERATED:
        return None
    target, slash, _ = name.partition("/")
    if not slash or target not in MAY_INCLUDE:
        return f'"{name}": includes start from src/, as in "model/ibid-document.h"'
    if not os.path.exists(os.path.join(root, "src", name)):
        return f'"{name}": there is no such file in src/'
    allowed = ("app",) if folder == "main.c" else (*MAY_INCLUDE[folder], folder)
    if target not in allowed:
        return f'{folder} must not include {target}, only {", ".join(allowed)}'
    return None


def check_file(root, path, report):
    folder = path.split("/")[1]
    if folder not in MAY_INCLUDE and folder != "main.c":
        report.problem(path, 1, "src/ holds main.c and the folders of src/DESIGN.md, nothing else")
        return
    is_compat = path.startswith("src/widgets/ibid-compat")
    for number, line in enumerate(tree.read(root, path).splitlines(), 1):
        if not is_compat and VERSION_TEST.search(line):
            report.problem(path, number, "library versions are tested in widgets/ibid-compat* only")
        include = INCLUDE.match(line)
        if not include:
            continue
        sign, name = include.groups()
        if sign == "<":
            if folder in WITHOUT_GTK and GTK_HEADER.match(name):
                report.problem(path, number, f"<{name}>: {folder} is built without GTK")
            continue
        reason = reason_against(root, folder, name)
        if reason:
            report.problem(path, number, reason)


def main():
    root = tree.root_from_arguments()
    report = tree.Report()
    for path in tree.files(root, ["src"], (".c", ".h")):
        check_file(root, path, report)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
