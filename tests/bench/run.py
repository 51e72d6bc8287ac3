#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""`make bench`: one table of what Ibid takes, against floors measured in the same minutes.

    run.py BUILD

Everything runs on one X display, drawn by cairo, without animations and without the bridge for
assistive tools; programs that are compared take turns. The clocks and floors are found through the
build's option `tools`; lines that need them are left out when they are not there.
"""

import os
import re
import shlex
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

import imports
import long_text

ROOT = Path(__file__).resolve().parents[2]
N_STARTS = 15  # of each program; one round more goes first and is not counted
N_ROUNDS = 5  # of programs that take medians of 21 themselves
WINDOW = (1200, 800)
TEXT_COLUMN = "325,60,560,720"  # within that window, beside the panel
PROSE = "text/keynes-consequences-pg15776.latin1.txt"
REFERENCES = "references/anystyle-core.jsonl"

KEYFILE = """[org/ibidreader/Ibid]
edition-shown={shown}
window-width={width}
window-height={height}
"""


class Missing(Exception):
    pass


class Bench:
    def __init__(self, build):
        self.build = Path(build).resolve()
        self.work = self.build / "bench"
        self.rows = []
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir()
        self.environment = dict(os.environ, GTK_A11Y="none", LC_ALL="C.UTF-8", LANGUAGE="",
                                GSETTINGS_BACKEND="keyfile",
                                GSETTINGS_SCHEMA_DIR=str(self.build / "data"))

    def get_folder(self, name):
        """What an option of the build says, such as where the corpus is."""
        options = subprocess.run(["meson", "introspect", "--buildoptions", self.build],
                                 capture_output=True, text=True, check=True).stdout
        return ROOT / re.search(rf'"name": "{name}", "value": "([^"]*)"', options).group(1)

    # --- Tools ------------------------------------------------------------------------------

    def find_tools(self):
        """Compiles the clock and the floors."""
        folder = self.get_folder("tools")
        for name, package in (("firstpaint", "x11"), ("empty-window", "libadwaita-1"),
                              ("floors", "gtk4")):
            source = folder / f"{name}.c"
            if not source.exists():
                raise Missing(f"{source} is not there")
            flags = subprocess.run(["pkg-config", "--cflags", "--libs", package],
                                   capture_output=True, text=True, check=True).stdout
            subprocess.run(["cc", "-O2", source, "-o", self.work / name, *shlex.split(flags)],
                           check=True)

    def use_home(self, name, edition_shown):
        """User folders of their own, kept between runs, with animations off."""
        home = self.work / name
        settings = home / "config/glib-2.0/settings"
        (home / "config/gtk-4.0").mkdir(parents=True, exist_ok=True)
        settings.mkdir(parents=True, exist_ok=True)
        (home / "config/gtk-4.0/settings.ini").write_text(
            "[Settings]\ngtk-enable-animations=false\n")
        (settings / "keyfile").write_text(KEYFILE.format(
            shown=str(edition_shown).lower(), width=WINDOW[0], height=WINDOW[1]))
        self.environment["XDG_CONFIG_HOME"] = str(home / "config")
        self.environment["XDG_DATA_HOME"] = str(home / "data")

    def run(self, *command):
        done = subprocess.run([str(part) for part in command], env=self.environment,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            sys.exit(f"bench: {command[0]} failed:\n{done.stdout}{done.stderr}")
        return done.stdout

    def start(self, home, *program):
        """What firstpaint says of one start: a name to each number. Later starts have a home of
        their own for each document: without a file the last one is opened again."""
        if home == "first":
            shutil.rmtree(self.work / home, ignore_errors=True)
        self.use_home(home, edition_shown=home != "first")
        said = self.run(self.work / "firstpaint", "--expect", TEXT_COLUMN, "--", *program).split()
        return dict(zip(said[::2], map(float, said[1::2])))

    # --- Lines of the table -----------------------------------------------------------------

    def add(self, what, floors, ours, unit, limit=None, aim=None):
        """A line of two series that took turns."""
        ratios = [mine / floor for floor, mine in zip(floors, ours)]
        self.rows.append((what, statistics.median(floors), statistics.median(ours), unit,
                          statistics.median(ours) / statistics.median(floors),
                          min(ratios), max(ratios), limit, aim))

    def measure_starts(self):
        program = self.build / "src/ibid"
        text = self.work / "long.txt"
        text.write_bytes(long_text.make())
        runs = {name: [] for name in ("floor", "later", "first", "long")}
        for _ in range(N_STARTS + 1):
            runs["floor"].append(self.start("floor", self.work / "empty-window"))
            runs["later"].append(self.start("later", program))
            runs["first"].append(self.start("first", program))
            runs["long"].append(self.start("long", program, text))
        values = {name: {key: [run[key] for run in series[1:]] for key in series[0]}
                  for name, series in runs.items()}
        floor = values["floor"]
        self.add("edition settled, later start", floor["settled"], values["later"]["settled"],
                 "ms", 1.6, 1.3)
        self.add("edition settled, first start", floor["settled"], values["first"]["settled"], "ms")
        self.add("resident memory, edition", floor["rss_mb"], values["later"]["rss_mb"], "MB", 1.3)
        self.add("text column of 10 MB final", floor["settled"], values["long"]["expected"],
                 "ms", 4.0)
        self.add("resident memory, 10 MB", floor["rss_mb"], values["long"]["rss_mb"], "MB")

    def check_marker(self):
        """That marker 1 can be clicked as soon as the text of 10 MB is seen."""
        if shutil.which("xdotool") is None:
            print("marker 1 of the 10 MB: not tried, xdotool is missing")
            return
        with subprocess.Popen([self.build / "tests/bench/bench-marker", self.work / "long.txt"],
                              env=self.environment, stdout=subprocess.PIPE, text=True) as program:
            said = program.stdout.readline().split()
            if len(said) == 5:
                subprocess.run(["xdotool", "mousemove", said[3], said[4], "click", "1"],
                               env=self.environment, check=True)
            rest = program.stdout.read().strip()
        if program.returncode != 0 or said[1] != str(long_text.N_NOTES):
            sys.exit("bench: marker 1 of the text of 10 MB cannot be clicked")
        print(f"marker 1 of {said[1]} in the 10 MB, as soon as it is seen: {rest}")

    def measure_click(self):
        self.use_home("click", edition_shown=True)
        floors, opening, other = [], [], []
        for _ in range(N_ROUNDS + 1):
            floors.append(float(self.run(self.work / "floors", "text").split()[1]))
            said = self.run(self.build / "tests/bench/bench-click").split()
            opening.append(float(said[1]))
            other.append(float(said[4]))
        self.add("click opens the pane", floors[1:], opening[1:], "ms", 2.0)
        self.add("click, pane open", floors[1:], other[1:], "ms", 2.0)

    def measure_filter(self):
        floors, ours = [], []
        for _ in range(N_ROUNDS + 1):
            floors.append(float(self.run(self.work / "floors", "list").split()[1]))
            ours.append(float(self.run(self.build / "tests/bench/bench-filter").split()[1]))
        self.add("keystroke, 20,000 events", floors[1:], ours[1:], "ms", 2.0, 0.5)

    def measure_reading(self):
        said = self.run(self.build / "tests/bench/bench-study-read").split()
        self.add("study of 20 MB read", [float(word) for word in said[1::4]],
                 [float(word) for word in said[3::4]], "ms", 2.0)

    def measure_opening(self):
        """A text of 10 MB whose analysis goes on behind it, and one that is only shown."""
        program, text = self.build / "tests/bench/bench-opening", self.work / "long.txt"
        plain, analysed = [], []
        for _ in range(N_ROUNDS + 1):
            plain.append(self.start("later", program, "plain", text)["expected"])
            analysed.append(self.start("later", program, "analysed", text)["expected"])
        self.add("10 MB shown, analysed behind", plain[1:], analysed[1:], "ms", 1.1)

    def add_pairs(self, rows, said):
        """Lines "name VALUE name VALUE" of a program, a row for each pair of names: what it is
        called, times that the first is taken, and the limit."""
        lines = [line.split() for line in said.splitlines()]
        for (first, second), (what, factor, limit) in rows.items():
            pairs = [(float(line[1]) * factor, float(line[3])) for line in lines
                     if (line[0], line[2]) == (first, second)]
            self.add(what, [pair[0] for pair in pairs], [pair[1] for pair in pairs], "ms", limit)

    def measure_analysis(self):
        corpus = self.get_folder("corpus")
        text, gold = corpus / PROSE, corpus / REFERENCES
        if not text.exists() or not gold.exists():
            print("analysis: not measured, the corpus is missing")
            return
        self.add_pairs({("pango", "analysis"): ("prose, and Pango's breaks", 1, 4.0),
                        ("once", "eightfold"): ("prose, eight times as much", 8, 1.2)},
                       self.run(self.build / "tests/bench/bench-prose", text))
        self.add_pairs({("json", "references"): ("references, and their JSON", 1, 100.0),
                        ("quarter", "whole"): ("references, four times as many", 4, 1.2),
                        ("parts", "joined"): ("references, 40 in one", 1, 1.2)},
                       self.run(self.build / "tests/bench/bench-references", gold))

    def measure_imports(self):
        if shutil.which("pandoc") is None:
            print("imports: not measured, pandoc is missing")
            return
        imports.measure(self.build / "src/ibid", self.add)

    def print_table(self):
        print(f"\n{'':30} {'floor':>8} {'Ibid':>8}     {'ratio':>6} {'least–most':>12} "
              f"{'limit':>6} {'aim':>5}")
        for what, floor, mine, unit, ratio, least, most, limit, aim in self.rows:
            verdict = "" if limit is None else "above its limit" if ratio > limit else "held"
            print(f"{what:30} {floor:8.1f} {mine:8.1f} {unit:3} {ratio:7.3f} "
                  f"{f'{least:.2f}–{most:.2f}':>12} {show(limit):>6} {show(aim):>5}  {verdict}")


def show(limit):
    return "" if limit is None else f"{limit:.3g}"


def measure(build):
    bench = Bench(build)
    try:
        bench.find_tools()
    except Missing as missing:
        print(f"{missing}: only what needs no floor is measured")
    else:
        bench.measure_starts()
        bench.check_marker()
        bench.measure_click()
        bench.measure_filter()
        bench.measure_opening()
    bench.measure_reading()
    bench.measure_analysis()
    bench.measure_imports()
    bench.print_table()


def main():
    if len(sys.argv) == 2:
        # GL is set up, as on people's desktops and for the floors, and not drawn with.
        environment = dict(os.environ)
        for name in ("GDK_DEBUG", "GDK_DISABLE"):
            environment.setdefault(name, "")
        environment.setdefault("SCREEN", "1400x900x24")
        os.execvpe(ROOT / "tests/tools/with-display.sh",
                   ["with-display.sh", sys.executable, __file__, sys.argv[1], "inside"],
                   environment)
    if sys.argv[2:] != ["inside"]:
        sys.exit("usage: run.py BUILD")
    measure(sys.argv[1])


if __name__ == "__main__":
    main()
