#!/usr/bin/env python3
"""What stays small: files, functions, types per file, our own CSS."""

import re
import sys

import tree

MAX_FILE = 800
MAX_FUNCTION = 80
MAX_CSS = 149

DEFINE_TYPE = re.compile(r"^\s*(G|ADW|GTK)_DEFINE_(\w+_)?(TYPE|INTERFACE)(_\w+)?\s*\(")
NO_CLASS = re.compile(r"_DEFINE_(ENUM|FLAGS)_TYPE|_DEFINE_POINTER_TYPE")


def check_functions(path, lines, report):
    """A function runs from a { in the first column to the next } there, as the formatter sets them."""
    start = None
    for number, line in enumerate(lines, 1):
        if line.startswith("{"):
            start = number
        if line.startswith("}") or line.startswith("{}"):
            if start is not None and number - start + 1 > MAX_FUNCTION:
                name = lines[start - 2].partition("(")[0].strip()
                length = number - start + 1
                report.problem(path, start, f"{name} has {length} lines, at most {MAX_FUNCTION}")
            start = None


def check_types(path, lines, report):
    defined = [n for n, line in enumerate(lines, 1) if DEFINE_TYPE.match(line) and not NO_CLASS.search(line)]
    for number in defined[1:]:
        report.problem(path, number, f"a second type in this file, after line {defined[0]}; one each")


def main():
    root = tree.root_from_arguments()
    report = tree.Report()
    for path in tree.files(root, ["src", "tests"], (".c", ".h")):
        lines = tree.read(root, path).splitlines()
        if len(lines) > MAX_FILE:
            report.problem(path, MAX_FILE + 1, f"{len(lines)} lines, at most {MAX_FILE}; split it")
        check_functions(path, lines, report)
        if path.startswith("src/"):
            check_types(path, lines, report)

    css = 0
    for path in tree.files(root, ["src", "data"], (".css",)):
        length = len(tree.read(root, path).splitlines())
        css += length
        if css > MAX_CSS >= css - length:
            report.problem(path, length, f"with this file our own CSS passes {MAX_CSS} lines; use libadwaita's classes")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
