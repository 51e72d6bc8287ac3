#!/usr/bin/env python3
"""Prints "N passed, N failed, N skipped" for a meson test log, as the last line of `make check`, and
ahead of it what was skipped and why.

    tests/tools/summary.py BUILD/meson-logs/testlog.json

A program that writes TAP counts with each of its tests, any other program as one test. A program
that crashed, ran out of time or broke its TAP counts as a failure, whatever it printed before.
Exits 1 if anything failed or nothing passed.
"""

import collections
import json
import re
import sys

PLAN = re.compile(r"^1\.\.(\d+)\s*(#\s*skip\b.*)?$", re.IGNORECASE)
RESULT = re.compile(r"^(not )?ok\b[^#]*(?:#\s*(skip|todo)\b(.*))?", re.IGNORECASE)

# What meson says of a whole program.
GOOD = ("OK", "EXPECTEDFAIL")
BAD = ("FAIL", "TIMEOUT", "INTERRUPT", "ERROR", "UNEXPECTEDPASS")


class Counts:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0
        self.reasons = collections.Counter()

    def skip(self, reason):
        self.skipped += 1
        self.reasons[reason.strip() or "no reason given"] += 1

    def add(self, other):
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped
        self.reasons += other.reasons

    def name_reasons(self, name):
        """Puts the program's name in front of each reason."""
        self.reasons = collections.Counter({f"{name}: {reason}": n for reason, n in self.reasons.items()})

    def __str__(self):
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def count_tap(output):
    """Counts the outermost tests of a TAP stream; None if there is no plan, hence no TAP."""
    counts = Counts()
    has_plan = False
    for line in output.splitlines():
        plan = PLAN.match(line)
        if plan:
            has_plan = True
            if plan[1] == "0":
                counts.skip((plan[2] or "").partition("kip")[2])
            continue
        result = RESULT.match(line)
        if not result:
            continue
        is_bad, directive = bool(result[1]), (result[2] or "").lower()
        if directive == "skip":
            counts.skip(result[3])
        elif directive == "todo":
            # Known to fail: neither a pass nor a failure. If it passes, the mark must go.
            if is_bad:
                counts.skip(f"to do: {result[3]}")
            else:
                counts.failed += 1
        elif is_bad:
            counts.failed += 1
        else:
            counts.passed += 1
    return counts if has_plan else None


def count_program(entry):
    result = entry["result"]
    if result not in GOOD + BAD + ("SKIP",):
        raise ValueError(f"{entry['name']}: unknown result {result}")
    counts = count_tap(entry.get("stdout") or "")
    if counts is None:
        counts = Counts()
        if result == "SKIP":
            lines = (entry.get("stdout") or "").strip().splitlines()
            counts.skip(lines[-1] if lines else "")
        elif result in GOOD:
            counts.passed = 1
    if result in BAD and counts.failed == 0:
        counts.failed = 1
    counts.name_reasons(entry["name"])
    return counts


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: summary.py testlog.json")
    total = Counts()
    try:
        with open(sys.argv[1], encoding="utf-8") as log:
            for line in log:
                if line.strip():
                    total.add(count_program(json.loads(line)))
    except (OSError, ValueError, KeyError) as error:
        print(f"summary: {error}", file=sys.stderr)
        total.failed += 1
    for reason, n in sorted(total.reasons.items()):
        print(f"skipped {n} of {reason}")
    print(total)
    return 1 if total.failed or not total.passed else 0


if __name__ == "__main__":
    sys.exit(main())
