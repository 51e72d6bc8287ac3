#!/usr/bin/env python3
"""Broken files on the command line: `ibid --convert=json` says one clear line, or opens the file.

    test-broken-input.py IBID SCALE [NAME…]

The arguments are those of broken_case.run_all().
"""

import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tools"))

import broken_case
import broken_cases
import watched


def count(document):
    """Paragraphs, their markers, references, and the first paragraph's text."""
    paragraphs = [p for section in document["sections"] for p in section["paragraphs"]]
    return {
        "paragraphs": len(paragraphs),
        "notes": sum(len(p.get("notes", [])) for p in paragraphs),
        "references": len(document.get("references", [])),
        "begins": paragraphs[0]["text"] if paragraphs else None,
    }


def check_refused(result, path, words):
    name = os.path.basename(path)
    lines = result.errors.splitlines()
    if result.status != 2:
        yield f"exit {result.status}, not 2"
    if result.output:
        yield "something was written to standard output"
    if len(lines) != 1 or len(lines[0]) > 500:
        yield f"not one short line: {result.errors[:600]!r}"
    elif not lines[0].startswith(f"ibid: {name}: ") or words not in lines[0]:
        yield f"expected {name!r} and {words!r}, found {lines[0]!r}"


def check_opened(result, outcome):
    if result.status != 0:
        yield f"exit {result.status}, not 0"
    if result.errors:
        yield f"on standard error: {result.errors[:600]!r}"
    if result.status != 0:
        return
    found = count(json.loads(result.output))
    for name, value in found.items():
        expected = getattr(outcome, name)
        if expected is not None and value != expected:
            yield f"{name}: expected {expected!r:.200}, found {value!r:.200}"


def check_ends(ibid, result, path, outcome, scale):
    """Refused or opened, and nothing told that the file has no right to."""
    if result.status == 0:
        yield from check_text(ibid, path, scale)
    else:
        yield from check_refused(result, path, "")
    if outcome.secret and outcome.secret.encode() in result.output:
        yield f"{outcome.secret!r} is in the output"


def check_text(ibid, path, scale):
    """The other format, whose output has nothing that could be counted on."""
    result = watched.run([ibid, "--convert=text", path], broken_case.MAX_SECONDS * scale)
    if result.status != 0 or result.errors:
        yield f"as text: exit {result.status}, {result.errors[:600]!r}"
    if scale == 1 and result.peak_mb > broken_case.MAX_MB:
        yield f"as text: {result.peak_mb:.0f} MB"


def check(ibid, case, path, scale):
    result = watched.run([ibid, "--convert=json", path], broken_case.MAX_SECONDS * scale)
    figures = f"{result.seconds:.2f} s ({result.cpu_seconds:.2f} of work), {result.peak_mb:.0f} MB, exit {result.status}: {result.errors.strip()[:200]}"
    problems = list(broken_case.check_limits(result, scale))
    if isinstance(case.outcome, broken_case.Refused):
        problems += check_refused(result, path, case.outcome.words)
    elif isinstance(case.outcome, broken_case.Ends):
        problems += check_ends(ibid, result, path, case.outcome, scale)
    else:
        problems += check_opened(result, case.outcome)
        problems += check_text(ibid, path, scale)
    return problems, figures


if __name__ == "__main__":
    sys.exit(broken_case.run_all(broken_cases.CASES, check))
