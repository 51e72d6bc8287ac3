#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""The sourcing report on the command line: what it ends with, and where it says what.

    test-check.py IBID
"""

import os
import subprocess
import sys
import tempfile

SECONDS = 20
CLEAN = "Nothing is said here.\n"
LOST = "# A Title\n\n## Head\n\nOne.[^1] Two.[^x]\n\n[^1]: Ann.\n"

# Arguments (CLEAN and LOST stand for files, "-" reads LOST), exit code, a part of what is printed,
# a part of what is complained about.
CASES = [
    (["--check", "CLEAN"], 0, "Nothing to report", ""),
    (["--check", "LOST"], 1, "Marker x · Head · Two.", ""),
    (["LOST", "--check"], 1, "1 finding\n", ""),
    (["--check", "-"], 1, "Marker x", ""),
    (["--check", "no-such-file.md"], 2, "", "no-such-file.md"),
    (["--check", "."], 2, "", "ibid: "),
    (["--check"], 64, "", "--check needs one file"),
    (["--check", "CLEAN", "LOST"], 64, "", "--check needs one file"),
    (["--check", ""], 64, "", "no file is named"),
    (["--check", "--convert=text", "CLEAN"], 64, "", "do not go together"),
    (["--check", "--output=x", "CLEAN"], 64, "", "--output"),
    (["--check", "--no-analysis", "CLEAN"], 64, "", "--no-analysis"),
    (["--check", "--nonsense", "CLEAN"], 64, "", "nonsense"),
]


def run(ibid, folder, arguments):
    names = {"CLEAN": os.path.join(folder, "clean.md"), "LOST": os.path.join(folder, "lost.md")}
    command = [ibid, *(names.get(argument, argument) for argument in arguments)]
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment["LC_ALL"] = "C.UTF-8"
    return subprocess.run(
        command, input=LOST.encode(), capture_output=True, timeout=SECONDS, env=environment, check=False
    )


def differences(done, code, printed, complaint):
    out = done.stdout.decode()
    err = done.stderr.decode()
    if done.returncode != code:
        yield f"exit {done.returncode}, not {code}"
    if printed not in out or (out and not printed):
        yield f"prints {out!r}"
    if complaint not in err or (err and not complaint):
        yield f"complains {err!r}"


def main(ibid):
    n_failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("clean.md", CLEAN), ("lost.md", LOST)):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        print(f"1..{len(CASES)}")
        for number, (arguments, *expected) in enumerate(CASES, 1):
            found = list(differences(run(ibid, folder, arguments), *expected))
            for line in found:
                print(f"# {line}")
            print(f"{'not ok' if found else 'ok'} {number} {' '.join(arguments)}")
            n_failed += bool(found)
    return 1 if n_failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
