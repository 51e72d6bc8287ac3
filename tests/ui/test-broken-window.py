#!/usr/bin/env python3
"""Broken files in the real window: the page that says what is wrong, or the document, read from the
first page over note 1 to the end.

    with-display.sh test-broken-window.py BROKEN-WINDOW SCALE [NAME…]

SCALE is by how much longer things may take, above 1 with sanitizers, which also need more memory
than is worth a limit. Names choose single cases.
"""

import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tools"))

import broken_case
import broken_cases
import watched

MAX_SECONDS = 10
MAX_MB = 600


def read_steps(output):
    lines = output.decode("utf-8", "replace").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


def check_steps(steps, path, outcome):
    if isinstance(outcome, broken_case.Ends):
        outcome = broken_case.Refused("") if steps.get("page") == "error" else broken_case.Opens()
    if isinstance(outcome, broken_case.Refused):
        message = steps.get("message", "")
        if steps.get("page") != "error":
            yield f"page {steps.get('page')}, not the error's"
        elif not message.startswith(os.path.basename(path) + ": ") or outcome.words not in message:
            yield f"expected {outcome.words!r}, found {message!r}"
    elif steps.get("page") != "document":
        yield f"page {steps.get('page')}, not the document: {steps.get('message')}"
    elif steps.get("markers", "0") != "0" and steps.get("pane") != "shown":
        yield "the source pane did not open"
    if "closed" not in steps:
        yield f"ended early, behind {list(steps)}"


def check(program, case, path, scale, tap):
    arguments = [program, path] + (["remove"] if case.vanishes else [])
    result = watched.run(arguments, MAX_SECONDS * scale)
    steps = read_steps(result.output)
    shown = " ".join(f"{name}={steps[name]}" for name in steps if name.endswith("-ms"))
    figures = f"{result.seconds:.2f} s ({result.cpu_seconds:.2f} of work), {result.peak_mb:.0f} MB, {steps.get('page')} {shown}"
    problems = list(check_steps(steps, path, case.outcome))
    if result.status is None:
        problems.append(f"did not end within {MAX_SECONDS * scale} s of work")
    elif result.status != 0:
        problems.append(f"exit {result.status}")
    if result.errors:
        problems.append(f"on standard error: {result.errors[:1000]}")
    if scale == 1 and result.peak_mb > MAX_MB:
        problems.append(f"took {result.peak_mb:.0f} MB")
    if problems:
        tap.failed(case.name, problems, figures)
    else:
        tap.passed(case.name, figures)


def main():
    program, scale, *names = sys.argv[1:]
    cases = [case for case in broken_cases.CASES if not names or case.name in names]
    tap = watched.Tap(len(cases))
    for case in cases:
        with tempfile.TemporaryDirectory(prefix="ibid-broken-") as folder:
            try:
                path = case.prepare(folder)
            except broken_case.Skip as reason:
                tap.skipped(case.name, str(reason))
                continue
            check(program, case, path, float(scale), tap)
    return tap.status()


if __name__ == "__main__":
    sys.exit(main())
