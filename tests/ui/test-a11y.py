#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Reads the running program as a screen reader does: test-a11y.py IBID

Starts IBID on the bundled edition and looks at it over AT-SPI. GTK 4.8 ends a program that has a
coloured text tag as soon as an assistive tool asks for text attributes there; and every control
that one can reach must have a name. Prints TAP. Needs a display, a session bus and xdotool.
"""

import os
import random
import re
import shutil
import subprocess
import sys
import time
import warnings

PATIENCE = 20  # seconds
N_NOTES = 21  # markers of the edition
N_OFFSETS = 500
BLANK = "\N{NARROW NO-BREAK SPACE}"  # ahead of each marker

# What GTK 4.8 says where nobody gave a name.
CLASS_NAME = re.compile(r"(Gtk|Adw|Ibid)[A-Z][A-Za-z]+")


def skip(reason):
    print(f"1..0 # SKIP {reason}")
    sys.exit(0)


# Warnings are fatal in the program, not in libatspi here, which has some when programs come and go.
PROGRAM_ENVIRONMENT = dict(os.environ)
os.environ.pop("G_DEBUG", None)
warnings.simplefilter("ignore", DeprecationWarning)

try:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as error:
    skip(f"no AT-SPI for Python: {error}")
if not shutil.which("xdotool"):
    skip("xdotool is not installed")


class Program:
    """The running program, as assistive tools see it."""

    def __init__(self, binary):
        self.process = subprocess.Popen(
            [binary], stdin=subprocess.DEVNULL, env=PROGRAM_ENVIRONMENT
        )

    def is_alive(self):
        return self.process.poll() is None

    def end(self):
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def get_root(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def walk(self):
        """Every accessible object, hidden pages among them, parents first."""
        root = self.get_root()
        if root is None:
            return
        root.clear_cache()
        waiting = [root]
        while waiting:
            accessible = waiting.pop()
            yield accessible
            for i in reversed(range(accessible.get_child_count())):
                child = accessible.get_child_at_index(i)
                if child is not None:
                    waiting.append(child)

    def find(self, role, name=None):
        for accessible in self.walk():
            if accessible.get_role() == role and name in (None, accessible.get_name()):
                return accessible
        return None

    def find_in(self, state, name):
        for accessible in self.walk():
            if accessible.get_name() == name and is_in(accessible, state):
                return accessible
        return None

    def wait_for(self, look):
        """What `look` returns as soon as that is true; its last answer after PATIENCE."""
        end = time.monotonic() + PATIENCE
        found = None
        while self.is_alive() and time.monotonic() < end:
            context = GLib.MainContext.default()
            while context.pending():
                context.iteration(False)
            try:
                found = look()
            except GLib.Error:
                found = None  # it changed while we looked
            if found:
                break
            time.sleep(0.1)
        return found

    def press(self, *keys):
        subprocess.run(["xdotool", "key", "--delay", "30", *keys], check=True)


def is_in(accessible, state):
    return accessible.get_state_set().contains(getattr(Atspi.StateType, state))


def is_in_named_button(accessible):
    """What GTK puts into the button of a drop-down can take the focus in theory: 4.24 calls it a panel."""
    buttons = (Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON)
    parent = accessible.get_parent()
    while parent is not None and parent.get_role() not in buttons:
        parent = parent.get_parent()
    return parent is not None and has_name(parent)


def is_control(accessible):
    """Can be reached or acted upon. GTK counts class-wide actions of any container, too."""
    role = accessible.get_role()
    if role == Atspi.Role.PANEL and is_in_named_button(accessible):
        return False
    # Takes the focus only to hand it on.
    if role == Atspi.Role.SCROLL_PANE:
        return False
    if is_in(accessible, "FOCUSABLE"):
        return True
    action = accessible.get_action_iface()
    return (
        action is not None
        and action.get_n_actions() > 0
        and role not in (Atspi.Role.FILLER, Atspi.Role.PANEL, Atspi.Role.LABEL)
    )


def has_name(accessible):
    name = (accessible.get_name() or "").strip()
    if name and not CLASS_NAME.fullmatch(name):
        return True
    # GTK 4.22 shows the links in a label, and leaves it to the label's text to say what they are.
    parent = accessible.get_parent()
    if accessible.get_role() == Atspi.Role.LINK and parent.get_role() == Atspi.Role.LABEL:
        return has_name(parent)
    # A row that GTK makes is read by its labels.
    rows = (Atspi.Role.LIST_ITEM, Atspi.Role.FILLER)
    return accessible.get_role() in rows and has_label(accessible)


def has_label(accessible):
    for i in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(i)
        if child is None:
            continue
        if child.get_role() == Atspi.Role.LABEL and child.get_name():
            return True
        if has_label(child):
            return True
    return False


def describe(accessible):
    path = []
    while accessible is not None and accessible.get_role() != Atspi.Role.DESKTOP_FRAME:
        path.append(f"{accessible.get_role_name()} “{accessible.get_name()}”")
        accessible = accessible.get_parent()
    return " < ".join(path)


def find_markers(text):
    return [match.start() + 1 for match in re.finditer(BLANK + r"\d+", text)]


def get_text(accessible):
    return Atspi.Text.get_text(accessible, 0, Atspi.Text.get_character_count(accessible))


def read_attributes(program, accessible, offset):
    """Asks in both ways in which tools ask."""
    for _ in range(2):
        Atspi.Text.get_attribute_run(accessible, offset, True)
        Atspi.Text.get_attribute_run(accessible, offset, False)
    Atspi.Text.get_text_attributes(accessible, offset)
    return program.is_alive()


def test_frame(program):
    frame = program.wait_for(lambda: program.find(Atspi.Role.FRAME))
    assert frame, "no frame"
    subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", ".",
                    "windowfocus", "--sync"], check=True, stdout=subprocess.DEVNULL)
    assert program.wait_for(lambda: is_in(program.find(Atspi.Role.FRAME), "ACTIVE")), "not active"


def find_text(program):
    """The text view, as soon as the whole edition is in it."""
    text = program.find(Atspi.Role.TEXT, "Text")
    return text if text and len(find_markers(get_text(text))) >= N_NOTES else None


def get_text_view(program):
    text = program.wait_for(lambda: find_text(program))
    assert text, "no text"
    return text


def test_text(program):
    text = get_text_view(program)
    assert is_in(text, "FOCUSED"), "the text has not the focus"
    assert is_in(text, "READ_ONLY"), "the text is not read-only"
    assert len(find_markers(get_text(text))) == N_NOTES, "other markers than the edition has"


def test_attributes_at_markers(program):
    text = get_text_view(program)
    for offset in find_markers(get_text(text)):
        for near in (offset - 1, offset, offset + 1):
            assert read_attributes(program, text, near), f"ended at {near}"


def test_attributes_elsewhere(program):
    text = get_text_view(program)
    length = Atspi.Text.get_character_count(text)
    chance = random.Random(2017)
    for offset in [0, length - 1, length] + [chance.randrange(length) for _ in range(N_OFFSETS)]:
        assert read_attributes(program, text, offset), f"ended at {offset}"


def test_caret(program):
    text = get_text_view(program)
    program.press("ctrl+Home")
    assert program.wait_for(lambda: Atspi.Text.get_caret_offset(text) == 0), "not at the start"
    program.press("n")
    first = find_markers(get_text(text))[0]
    assert program.wait_for(lambda: Atspi.Text.get_caret_offset(text) == first), "not at marker 1"
    # Newer GTK refuses; either is well, if the program lives.
    try:
        Atspi.Text.set_caret_offset(text, first + 40)
    except GLib.Error:
        pass
    assert program.is_alive()


def test_selection(program):
    text = get_text_view(program)
    program.press("ctrl+Home", "shift+Right", "shift+Right", "shift+Right")

    def get_range():
        if Atspi.Text.get_n_selections(text) != 1:
            return None
        found = Atspi.Text.get_selection(text, 0)
        return found.start_offset, found.end_offset

    assert program.wait_for(lambda: get_range() == (0, 3)), f"selected: {get_range()}"
    assert read_attributes(program, text, 1)
    program.press("Left")


def test_pane(program):
    text = get_text_view(program)
    sixth = find_markers(get_text(text))[5]
    program.press("ctrl+Home", "6", "Return")
    assert program.wait_for(lambda: Atspi.Text.get_caret_offset(text) == sixth), "not at marker 6"
    program.press("Return")
    pane = program.wait_for(lambda: program.find(Atspi.Role.FOOTNOTE, "Note 6"))
    assert pane, "no footnote “Note 6”"
    assert is_in(get_text_view(program), "FOCUSED"), "the focus left the text"
    program.press("Return")
    assert program.wait_for(lambda: not is_in(get_text_view(program), "FOCUSED")), "no second Enter"
    program.press("Escape")
    assert program.wait_for(lambda: is_in(get_text_view(program), "FOCUSED")), "Escape leads nowhere"


def check_names(program):
    unnamed = [describe(a) for a in program.walk() if is_control(a) and not has_name(a)]
    assert not unnamed, "without a name:\n" + "\n".join(unnamed)


def test_names(program):
    """The text alone, then each page of the side panel, with the pane and the find bar open."""
    check_names(program)
    program.press("6", "Return", "Return")
    assert program.wait_for(lambda: program.find(Atspi.Role.FOOTNOTE, "Note 6")), "no pane"
    program.press("ctrl+f")
    assert program.wait_for(lambda: program.find_in("FOCUSED", "Find in Text")), "no find bar"
    for page in ("Contents", "Events", "Claims", "Notes", "Sourcing"):
        button = program.find_in("FOCUSABLE", page)
        assert button, f"no button “{page}”"
        Atspi.Action.do_action(button, 0)
        time.sleep(0.5)  # for its rows
        check_names(program)


TESTS = [
    test_frame,
    test_text,
    test_attributes_at_markers,
    test_attributes_elsewhere,
    test_caret,
    test_selection,
    test_pane,
    test_names,
]


def run(program, test):
    if not program.is_alive():
        return f"the program ended with {program.process.returncode}"
    try:
        test(program)
    except AssertionError as error:
        return str(error) or "failed"
    except GLib.Error as error:
        # A program that crashes is a moment later gone.
        time.sleep(1)
        return error.message if program.is_alive() else "the program crashed"
    return None if program.is_alive() else f"the program ended with {program.process.returncode}"


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: test-a11y.py IBID")
    Atspi.init()
    Atspi.set_timeout(3000, 15000)
    program = Program(sys.argv[1])
    n_failed = 0
    print(f"1..{len(TESTS)}")
    try:
        for number, test in enumerate(TESTS, 1):
            reason = run(program, test)
            n_failed += reason is not None
            for line in (reason or "").splitlines():
                print(f"# {line}")
            name = test.__name__.removeprefix("test_").replace("_", "-")
            print(f"{'not ok' if reason else 'ok'} {number} /a11y/{name}", flush=True)
    finally:
        program.end()
    return 1 if n_failed else 0


if __name__ == "__main__":
    sys.exit(main())
