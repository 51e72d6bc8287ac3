#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Tests the installed Flatpak in its sandbox: run.py FOLDER APP

FOLDER is that of tests/tools/flatpak.sh. Everything runs on an X display and a session bus of its own,
in a home folder of its own, FOLDER/home. Prints TAP; pictures are in FOLDER/pictures.
"""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "tests", "tools"))

import watched  # noqa: E402

EDITION = "Japan’s Cyber Strategy"
# Whoever adds one explains it in the metainfo.
PERMISSIONS = {"shared": {"ipc"}, "sockets": {"x11", "wayland", "fallback-x11"}, "devices": {"dri"}}
LANGUAGES = {"C.UTF-8": "Events", "de_DE.UTF-8": "Ereignisse", "ja_JP.UTF-8": "出来事"}
ADDRESS = "https://example.org/opened"
N_STARTS = 7  # one more goes first and is not counted
MOST_START = 1.5
STUDY_TYPE = "application/vnd.ibid.study+json"
LONG = "The Long Way\n\n" + "\n\n".join(f"This is paragraph {i} of a text that is long." for i in range(1, 400)) + "\n"
BROWSER = """[Desktop Entry]
Type=Application
Name=Browser
Exec={script} %u
MimeType=x-scheme-handler/https;
"""


class Failure(Exception):
    pass


def expect(is_so, problem):
    if not is_so:
        raise Failure(problem)


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Failure(f"{' '.join(command)}: {done.stdout}{done.stderr}")
    return done.stdout


def count_lines(text, offset):
    return text.get_text(0, offset).count("\n")


class Checks:
    def __init__(self, folder, app):
        import sandbox

        self.sandbox = sandbox
        self.app = app
        self.folder = folder
        self.home = os.path.join(folder, "home")
        self.documents = os.path.join(self.home, "Documents")
        self.pictures = os.path.join(folder, "pictures")
        self.exports = os.path.join(os.environ["FLATPAK_USER_DIR"], "exports", "share")

    def start(self, *arguments, language="C.UTF-8"):
        return self.sandbox.App(self.app, ["flatpak", "run", "--user", *arguments], language)

    def picture(self, app, name):
        app.picture(os.path.join(self.pictures, f"{name}.png"))

    def write(self, name, text):
        path = os.path.join(self.documents, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def expect_text(self, app, words):
        text = app.wait_for_text(words)
        expect(text, f"no text says “{words}”")
        return text

    # --- What is checked ----------------------------------------------------------------------

    def permissions(self):
        """It may do what is in the list, and nothing else."""
        said = run("flatpak", "info", "--user", "-m", self.app)
        context = re.search(r"\[Context\]\n(.*?)(?:\n\n|\Z)", said, re.DOTALL).group(1)
        found = {}
        for line in context.splitlines():
            key, values = line.split("=", 1)
            found[key] = set(values.strip(";").split(";"))
        expect(found == PERMISSIONS, f"permissions: {context}")
        expect("Bus Policy" not in said, "a name on the bus is asked for")
        return context.replace("\n", " ")

    def starts(self):
        """In three languages, seen by assistive tools from outside."""
        for language, label in LANGUAGES.items():
            with self.start(self.app, language=language) as app:
                expect(app.wait_for_title(EDITION), f"{language}: no window called {EDITION}")
                self.expect_text(app, "cyberspace")
                expect(self.sandbox.wait_for(lambda: self.has_label(app, label)), f"{language}: nothing says {label}")
                app.focus()
                self.picture(app, f"start-{language.split('.')[0]}")
        return ", ".join(LANGUAGES)

    def has_label(self, app, label):
        return any(accessible.get_name() == label for accessible in app.walk())

    def opens_path(self):
        path = self.write("path.txt", "Opened by Path\n\nIt came through the portal.\n")
        with self.start("--file-forwarding", self.app, "@@", path, "@@") as app:
            self.expect_text(app, "It came through the portal.")

    def opens_uri(self):
        path = self.write("by uri.md", "# Opened by URI\n\nA blank is in its name.\n")
        uri = "file://" + path.replace(" ", "%20")
        with self.start("--file-forwarding", self.app, "@@u", uri, "@@") as app:
            self.expect_text(app, "A blank is in its name.")

    def opens_by_type(self):
        """As a file manager does: the exported type says what the file is, the exported desktop file what to start."""
        study = {"format": "ibid-study", "version": 1, "title": "Opened by Type", "sections": [
            {"id": "s1", "level": 1, "heading": "One", "paragraphs": [
                {"id": "p1", "style": "body", "text": "The type was exported."}]}]}
        path = self.write("study.ibid", json.dumps(study))
        found = run("gio", "info", "-a", "standard::content-type", path)
        expect(STUDY_TYPE in found, f"the file is taken for {found}")
        expect(self.app in run("gio", "mime", STUDY_TYPE), f"{STUDY_TYPE} is not opened with {self.app}")
        with self.sandbox.App(self.app, ["gio", "open", path]) as app:
            self.expect_text(app, "The type was exported.")

    def opens_with_chooser(self):
        path = self.write("chosen.txt", "Chosen\n\nIt was found in the portal's window.\n")
        with self.start(self.app) as app:
            app.focus()
            app.press("ctrl+o")
            app.focus_window("--class", "xdg-desktop-portal")
            app.type("/")  # brings an entry, which takes a while
            app.wait_still()
            app.type(path[1:])
            app.wait_still()
            app.press("Return")
            self.expect_text(app, "It was found in the portal's window.")
            app.focus()
            self.picture(app, "chosen")

    def opens_link(self):
        """The portal hands an address to the browser, which here writes it down."""
        written = os.path.join(self.home, "opened")
        path = self.write("link.md", f"[This link]({ADDRESS}) leads outside.\n")
        with self.start("--file-forwarding", self.app, "@@", path, "@@") as app:
            self.expect_text(app, "leads outside.")
            app.focus()
            app.press("ctrl+Home", "Down", "Right", "Return")  # below the title
            expect(self.sandbox.wait_for(lambda: os.path.exists(written)), "no browser was asked")
            with open(written, encoding="utf-8") as file:
                found = file.read().strip()
        expect(found == ADDRESS, f"the browser was asked for {found}")

    def keeps_place(self):
        """The portal gives the same file another path each time."""
        places = []
        for name in ("one/long.txt", "two/long.txt"):
            path = self.write(name, LONG)
            with self.start("--file-forwarding", self.app, "@@", path, "@@") as app:
                text = self.expect_text(app, "This is paragraph 399")
                app.focus()
                if not places:
                    app.press("ctrl+Home", *["Next"] * 6)
                    places.append(count_lines(text, self.wait_for_caret(text)))
                    app.press("ctrl+q")
                    expect(self.sandbox.wait_for(lambda: not app.is_running()), "it does not quit")
                else:
                    expect(self.sandbox.wait_for(lambda: count_lines(text, text.get_caret_offset()) == places[0]),
                           f"was in paragraph {places[0]}, is in {count_lines(text, text.get_caret_offset())}")
        return f"paragraph {places[0]}"

    def wait_for_caret(self, text):
        """Until it has moved and stands still; where."""
        last = 0

        def look():
            nonlocal last
            now = text.get_caret_offset()
            is_still, last = now == last > 0, now
            return is_still
        expect(self.sandbox.wait_for(look), "the caret does not move")
        return last

    def cannot_look_around(self):
        """Neither the home folder nor what lies beside a document."""
        path = self.write("secret.txt", "Nobody else reads this.")
        said = subprocess.run(["flatpak", "run", "--user", "--command=cat", self.app, path], capture_output=True,
                              text=True, check=False)
        expect(said.returncode != 0 and "Nobody" not in said.stdout, "a file at home can be read")
        document = self.write("beside.txt", "Beside\n\nA text.\n")
        said = subprocess.run(["flatpak", "run", "--user", "--file-forwarding", "--command=sh", self.app, "-c",
                               'ls "$(dirname "$1")"', "sh", "@@", document, "@@"], capture_output=True, text=True,
                              check=False)
        expect(said.stdout.split() == ["beside.txt"], f"beside the document is {said.stdout}{said.stderr}")
        network = subprocess.run(["flatpak", "run", "--user", "--command=cat", self.app, "/proc/net/route"],
                                 capture_output=True, text=True, check=False).stdout
        expect(len(network.splitlines()) <= 1, "the network is there")


    def start_time(self):
        """To the first picture with something in it, against the same program on this system, in turn."""
        source = os.path.join(ROOT, os.environ.get("TOOLS", "../shared/tools"), "firstpaint.c")
        if not os.path.exists(source):
            return f"not measured: no {source}"
        clock = os.path.join(self.home, "firstpaint")
        run("cc", "-O2", source, "-o", clock, "-lX11")
        native, sandboxed = [], []
        for _ in range(N_STARTS + 1):
            native.append(self.time_start(clock, os.path.join(self.folder, "native", "src", "ibid")))
            sandboxed.append(self.time_start(clock, "flatpak", "run", "--user", self.app))
            self.sandbox.end(self.app)
        ratio = statistics.median(sandboxed[1:]) / statistics.median(native[1:])
        figures = f"{statistics.median(sandboxed[1:]):.0f} ms, {ratio:.2f} times the {statistics.median(native[1:]):.0f} ms"
        expect(ratio <= MOST_START, figures)
        return figures

    def time_start(self, clock, *command):
        schemas = os.path.join(self.folder, "native", "data")
        environment = dict(os.environ, GSK_RENDERER="cairo", GSETTINGS_SCHEMA_DIR=schemas, LC_ALL="C.UTF-8")
        said = subprocess.run([clock, "--", *command], capture_output=True, text=True, check=False, env=environment)
        return float(dict(zip(*[iter(said.stdout.split())] * 2))["content"])

    def exported_files(self):
        """What the desktop gets, by the validators of the SDK."""
        names = [os.path.relpath(os.path.join(folder, name), self.exports)
                 for folder, _, files in os.walk(self.exports) for name in files
                 if name.startswith(self.app)]
        for name in (f"applications/{self.app}.desktop", f"metainfo/{self.app}.metainfo.xml",
                     f"dbus-1/services/{self.app}.service", f"mime/packages/{self.app}.xml",
                     f"icons/hicolor/scalable/apps/{self.app}.svg", f"icons/hicolor/symbolic/apps/{self.app}-symbolic.svg"):
            expect(name in names, f"{name} is not exported")
        run("desktop-file-validate", f"{self.exports}/applications/{self.app}.desktop")
        copy = os.path.join(self.home, "check")
        os.makedirs(copy, exist_ok=True)
        shutil.copy(f"{self.exports}/metainfo/{self.app}.metainfo.xml", copy)
        runtime = run("flatpak", "info", "--user", "--show-sdk", self.app).strip()
        run("flatpak", "run", "--user", f"--filesystem={copy}", "--command=appstreamcli", runtime, "validate",
            "--no-net", f"{copy}/{self.app}.metainfo.xml")
        return f"{len(names)} files"


def prepare(folder):
    """A home of nobody's, with a browser that writes down what it is asked for."""
    home = os.path.join(folder, "home")
    shutil.rmtree(home, ignore_errors=True)
    shutil.rmtree(os.path.join(folder, "pictures"), ignore_errors=True)
    applications = os.path.join(home, "share", "applications")
    os.makedirs(applications)
    os.makedirs(os.path.join(folder, "pictures"))
    script = os.path.join(home, "browser")
    with open(script, "w", encoding="utf-8") as file:
        file.write(f'#!/bin/sh\necho "$1" >"{home}/opened"\n')
    os.chmod(script, 0o755)
    with open(f"{applications}/browser.desktop", "w", encoding="utf-8") as file:
        file.write(BROWSER.format(script=script))
    with open(f"{applications}/mimeapps.list", "w", encoding="utf-8") as file:
        file.write("[Default Applications]\nx-scheme-handler/https=browser.desktop\n")


def go_inside(folder):
    """Onto a display, a bus and into a home of their own. Flatpak asks for this runtime folder, wherever
    XDG_RUNTIME_DIR points."""
    runtime = f"/run/user/{os.getuid()}"
    os.makedirs(runtime, mode=0o700, exist_ok=True)
    home = os.path.join(folder, "home")
    installation = os.environ["FLATPAK_USER_DIR"]
    environment = dict(os.environ, HOME=home, XDG_RUNTIME_DIR=runtime, XDG_DATA_HOME=f"{home}/share",
                       XDG_CONFIG_HOME=f"{home}/config", XDG_CACHE_HOME=f"{home}/cache",
                       XDG_DATA_DIRS=f"{installation}/exports/share:/usr/local/share:/usr/share")
    for name in ("WAYLAND_DISPLAY", "GTK_A11Y", "GSETTINGS_BACKEND", "DBUS_SESSION_BUS_ADDRESS"):
        environment.pop(name, None)
    os.execvpe("xvfb-run", ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24", "dbus-run-session", "--",
                            sys.executable, "-B", *sys.argv, "inside"], environment)


def main():
    if len(sys.argv) == 3:
        prepare(sys.argv[1])
        go_inside(sys.argv[1])
    if sys.argv[3:] != ["inside"]:
        sys.exit("usage: run.py FOLDER APP")
    checks = Checks(sys.argv[1], sys.argv[2])
    all_checks = (checks.permissions, checks.exported_files, checks.starts, checks.opens_path, checks.opens_uri,
                  checks.opens_by_type, checks.opens_with_chooser, checks.opens_link, checks.keeps_place,
                  checks.cannot_look_around, checks.start_time)
    tap = watched.Tap(len(all_checks))
    for check in all_checks:
        name = check.__name__.replace("_", " ")
        try:
            tap.passed(name, check() or "")
        except (Failure, AssertionError) as failure:
            tap.failed(name, [str(failure)])
    sys.exit(tap.status())


if __name__ == "__main__":
    main()
