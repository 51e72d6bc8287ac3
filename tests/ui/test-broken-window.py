#!/usr/bin/env python3
"""Broken files in the real window: the page that says what is wrong, or the document, read from the
first page over note 1 to the end.

    with-display.sh test-broken-window.py BROKEN-WINDOW SCALE [NAME…]

The arguments are those of broken_case.run_all().
"""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tools"))

import broken_case
import broken_cases
import watched


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


def check(program, case, path, scale):
    arguments = [program, path] + (["remove"] if case.vanishes else [])
    result = watched.run(arguments, broken_case.MAX_SECONDS * scale)
    steps = read_steps(result.output)
    shown = " ".join(f"{name}={steps[name]}" for name in steps if name.endswith("-ms"))
    figures = f"{result.seconds:.2f} s ({result.cpu_seconds:.2f} of work), {result.peak_mb:.0f} MB, {steps.get('page')} {shown}"
    problems = [*check_steps(steps, path, case.outcome), *broken_case.check_limits(result, scale)]
    if result.status not in (None, 0):
        problems.append(f"exit {result.status}")
    if result.errors:
        problems.append(f"on standard error: {result.errors[:1000]}")
    return problems, figures


if __name__ == "__main__":
    sys.exit(broken_case.run_all(broken_cases.CASES, check))
