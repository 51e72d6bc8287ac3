#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Goes through every view of the running program as assistive tools and the keyboard do:
test-accessibility-audit.py IBID

In each view all that one can come to must have a name and a role that says something, Tab and Shift+Tab
must come to all of it and come round, and nothing to point at may be smaller than 24 pixels; dialogs and
popovers end with Escape. Prints a table and TAP. Needs a display, a session bus and xdotool.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tools"))

import access_audit  # noqa: E402
from access_audit import Focus  # noqa: E402
from accessible import Atspi, GLib, Program, do_action, find, get_text, is_in, skip, walk  # noqa: E402

PAGES = ("Contents", "Events", "Claims", "Notes", "Sourcing")


def is_called(accessible, name):
    """Newer GTK names the button of a drop-down after what is chosen, and describes it with its name."""
    return name in (accessible.get_name(), accessible.get_description())


def make_text(number):
    return f"In 1998 the council of the town voted for bridge {number}, as was found later."


def make_study():
    """A document whose notes show each kind of source: one work, several, none, and either of two."""
    works = [
        {"id": f"w{i}", "type": "book", "title": f"Bridges, Volume {i}", "author": [{"family": "Smith", "given": "A."}],
         "issued": {"date-parts": [[1990 + i]]}, "URL": f"https://example.org/{i}"}
        for i in range(1, 4)
    ]
    citations = [
        [{"work": "w1", "start": 0, "end": 4, "via": "full"}],
        [{"work": "w1", "start": 0, "end": 4, "via": "full"}, {"work": "w2", "start": 5, "end": 9, "via": "full"}],
        [],
        [{"candidates": ["w1", "w2"], "start": 0, "end": 4, "via": "short"}],
    ]
    paragraphs = [
        {"id": f"p{i}", "style": "body", "text": make_text(i),
         "notes": [{"at": len(make_text(i)), "label": str(i), "reference": f"r{i}", "found": "markup"}]}
        for i in range(1, 5)
    ]
    references = [
        {"id": f"r{i}", "kind": "footnote", "label": str(i), "text": "Smith, Bridges, and what else there is.",
         "citations": citations[i - 1]}
        for i in range(1, 5)
    ]
    return {
        "format": "ibid-study", "version": 1, "title": "Four Sources", "language": "en",
        "sections": [{"id": "s1", "level": 1, "heading": "Bridges", "paragraphs": paragraphs}],
        "references": references, "works": works,
    }


class Audit:
    """A run of the program, and what was found in its views."""

    def __init__(self, binary, folder):
        self.binary = binary
        self.folder = folder
        self.focus = Focus()
        self.findings = []
        self.program = None
        self.window = None

    def start(self, *arguments):
        self.end()
        self.focus.at = None
        # GTK 4.8's own window of shortcuts warns: here that is not the program's end.
        self.program = Program(self.binary, *arguments, G_DEBUG="fatal-criticals")
        assert self.program.wait_for(self.find_frame), "no window"
        self.window = self.program.focus_window()
        assert self.program.wait_for(lambda: is_in(self.find_frame(), "ACTIVE")), "not active"

    def end(self):
        if self.program is not None:
            self.program.end()
            self.program = None

    def find_frame(self):
        return self.program.find(Atspi.Role.FRAME)

    def wait_for_words(self, words):
        """Until the text, or a label, says so."""
        def look():
            for accessible in self.program.walk():
                if words in (accessible.get_name() or ""):
                    return accessible
                if accessible.get_role() == Atspi.Role.TEXT and words in get_text(accessible):
                    return accessible
            return None

        found = self.program.wait_for(look)
        assert found, f"nothing says “{words}”"
        return found

    def act(self, name):
        """Does an action of whatever has it."""
        def look():
            return any(do_action(accessible, name) for accessible in self.program.walk())

        assert self.program.wait_for(look), f"no action {name}"

    def push(self, name):
        def look():
            return self.program.find(None, name, "FOCUSABLE") or next(
                (accessible for accessible in self.program.walk()
                 if is_in(accessible, "FOCUSABLE") and is_called(accessible, name)), None)

        button = self.program.wait_for(look)
        assert button, f"no button “{name}”"
        do_action(button)

    def go_to_text(self):
        """Escape leads there, from wherever; GTK 4.8 lets no tool give the focus."""
        self.program.press("Escape", "Escape")
        assert self.program.wait_for(lambda: self.program.find(Atspi.Role.TEXT, "Text", "FOCUSED")), "no way back"

    def resize(self, width, height):
        subprocess.run(["xdotool", "windowsize", "--sync", self.window, str(width), str(height)], check=True,
                       timeout=20)

    def look_at(self, view, top=None, with_tour=True):
        self.findings.append(
            access_audit.audit(self.program, self.focus, view, top or self.find_frame(), with_tour)
        )

    def wait_for_window(self):
        """Until a window or a dialog is over the main one."""
        def look():
            if self.count_frames() > 1:
                return True
            self.focus.take_news()
            return access_audit.find_top(self.focus.at).get_role() == Atspi.Role.DIALOG

        assert self.program.wait_for(look), "nothing opens"
        if self.count_frames() > 1:
            self.focus.take_news()
            self.program.focus_window()

    def look_at_dialog(self, view, opened_by, opener=None, is_window=True):
        """Opens something over the window, looks at it, closes it with Escape; the focus must be back."""
        before = self.focus.at
        self.focus.take_news()
        opened_by()
        if is_window:
            self.wait_for_window()
        self.focus.wait()
        n_frames = self.count_frames()
        if is_window and n_frames > 1:
            top = self.program.get_root().get_child_at_index(n_frames - 1)
        else:
            assert self.program.wait_for(lambda: self.is_over_window(before)), f"{view} takes no focus"
            top = access_audit.find_top(self.focus.at)
        self.look_at(view, top)
        finding = self.findings[-1]
        for _ in range(2):  # the first may close a field's suggestions
            self.program.press("Escape")
            if access_audit.wait_until_gone(top):
                break
        else:
            finding.traps.append(f"{view}: Escape does not close it")
        subprocess.run(["xdotool", "windowfocus", self.window], check=True)
        self.focus.wait()
        back = self.program.wait_for(lambda: find(walk(self.find_frame()), None, None, "FOCUSED"), 3)
        if back is None:
            finding.traps.append(f"{view}: the focus is nowhere behind it")
        elif opener is not None and not is_called(back, opener):
            finding.traps.append(f"{view}: the focus goes to “{back.get_name()}”, not to “{opener}”")
        elif opener is None and before is not None and back != before:
            finding.traps.append(f"{view}: the focus goes to “{back.get_name()}”, not where it was")

    def is_over_window(self, before):
        """Whether the focus, that was on `before`, came to something over the window."""
        self.focus.take_news()
        at = self.focus.at
        return at is not None and at != before and access_audit.find_top(at).get_role() != Atspi.Role.FRAME

    def count_frames(self):
        root = self.program.get_root()
        return root.get_child_count() if root is not None else 0


def look_at_edition(audit):
    audit.start()
    audit.wait_for_words("19 events")
    audit.look_at("edition")
    for page in PAGES:
        audit.push(page)
        audit.wait_for_words(page)
        audit.focus.wait()
        audit.look_at(f"page {page}")
    audit.push("Events")


def look_over_edition(audit):
    """What opens over the window."""
    audit.start()
    audit.wait_for_words("19 events")
    for button in ("Main Menu", "Recent Documents", "Kind of event", "Who takes part"):
        audit.look_at_dialog(f"popover {button}", lambda name=button: audit.push(name), button, False)
    for view, action in (("properties", "win.properties"), ("shortcuts", "win.show-help-overlay")):
        audit.look_at_dialog(view, lambda name=action: audit.act(name))
    for view, item in (("preferences", "Preferences"), ("about", "About Ibid")):
        audit.look_at_dialog(view, lambda name=item: choose(audit, name), "Main Menu")


def choose(audit, name):
    """Something of the primary menu."""
    audit.push("Main Menu")
    item = audit.program.wait_for(lambda: audit.program.find(Atspi.Role.MENU_ITEM, name))
    assert item and do_action(item), f"no item “{name}”"
    audit.focus.wait()


def look_at_sources(audit):
    path = os.path.join(audit.folder, "four.ibid")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(make_study(), file)
    audit.start(path)
    audit.wait_for_words("bridge 4")
    for number, kind in enumerate(("one work", "several works", "no work", "either of two works"), 1):
        audit.go_to_text()
        audit.program.press("ctrl+Home", str(number), "Return", "Return")
        assert audit.program.wait_for(lambda n=number: audit.program.find(Atspi.Role.FOOTNOTE, f"Note {n}")), "no pane"
        audit.look_at(f"pane with {kind}")


def look_at_find_bar(audit):
    audit.act("win.find")
    assert audit.program.wait_for(lambda: audit.program.find(None, "Find in Text", "FOCUSED")), "no find bar"
    audit.look_at("find bar")
    audit.program.press("Escape")


def look_at_narrow(audit):
    audit.program.press("Escape")
    for width, height in ((360, 640), (360, 294)):
        audit.resize(width, height)
        size = f"{width}×{height}"
        audit.go_to_text()
        audit.look_at(f"{size}")
        audit.act("win.toggle-panel")
        audit.focus.wait()
        audit.look_at(f"{size}, side panel")
        audit.program.press("Escape")
        audit.program.press("ctrl+Home", "1", "Return", "Return")
        assert audit.program.wait_for(lambda: audit.program.find(Atspi.Role.FOOTNOTE, "Note 1")), "no pane"
        audit.look_at(f"{size}, pane")
        audit.program.press("Escape")


def look_at_no_notes(audit):
    path = os.path.join(audit.folder, "plain.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("A text without any notes, or claims, or dates.\n")
    audit.start(path)
    audit.wait_for_words("without any notes")
    for page in PAGES:
        audit.push(page)
        audit.focus.wait()
        audit.look_at(f"no notes, {page}")


def look_at_failure(audit):
    path = os.path.join(audit.folder, "broken.docx")
    with open(path, "wb") as file:
        file.write(b"PK\x03\x04 and nothing more")
    audit.start(path)
    audit.wait_for_words("Could Not Open")
    audit.look_at("could not be read")


def look_at_nothing(audit):
    """A file that takes a while: the reader cancels."""
    path = os.path.join(audit.folder, "long.txt")
    with open(path, "w", encoding="utf-8") as file:
        for number in range(400000):
            file.write(make_text(number) + "\n\n")
    audit.start(path)
    assert audit.program.wait_for(lambda: audit.program.find(Atspi.Role.PUSH_BUTTON, "Cancel")), "no Cancel"
    audit.focus.wait()
    audit.look_at("opening")
    audit.act("win.cancel")
    audit.wait_for_words("No Document Open")
    audit.focus.wait()
    audit.look_at("nothing open")


STEPS = [
    look_at_edition,
    look_over_edition,
    look_at_sources,
    look_at_find_bar,
    look_at_narrow,
    look_at_no_notes,
    look_at_failure,
    look_at_nothing,
]


def run_step(audit, step):
    """The problems of the views of one step."""
    n_before = len(audit.findings)
    problems = []
    try:
        step(audit)
    except (AssertionError, subprocess.SubprocessError) as error:
        problems.append(str(error) or "failed")
    except GLib.Error as error:
        how = "answers with" if audit.program.is_alive() else "ended:"
        problems.append(f"the program {how} “{error.message}”")
        traceback.print_exc()
    for finding in audit.findings[n_before:]:
        problems += finding.get_problems()
    if not audit.findings[n_before:]:
        problems.append("no view was looked at")
    return problems


def main():
    if len(sys.argv) < 2:
        sys.exit("usage: test-accessibility-audit.py IBID [STEP…]")
    if not shutil.which("xdotool"):
        skip("xdotool is not installed")
    steps = [step for step in STEPS if len(sys.argv) == 2 or step.__name__ in sys.argv[2:]]
    Atspi.init()
    Atspi.set_timeout(3000, 15000)
    n_failed = 0
    print(f"1..{len(steps)}")
    with tempfile.TemporaryDirectory() as folder:
        audit = Audit(sys.argv[1], folder)
        try:
            for number, step in enumerate(steps, 1):
                problems = run_step(audit, step)
                n_failed += bool(problems)
                for problem in problems:
                    print(f"# {problem}")
                name = step.__name__.removeprefix("look_").replace("_", "-")
                print(f"{'not ok' if problems else 'ok'} {number} /accessibility-audit/{name}", flush=True)
        finally:
            audit.end()
    access_audit.print_table(audit.findings)
    return 1 if n_failed else 0


if __name__ == "__main__":
    sys.exit(main())
