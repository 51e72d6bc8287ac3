#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Reads the running program as a screen reader does: test-a11y.py IBID

Starts IBID on the bundled edition and looks at it over AT-SPI. GTK 4.8 ends a program that has a
coloured text tag as soon as an assistive tool asks for text attributes there. What the controls are
called is the audit's (test-accessibility-audit.py). Prints TAP. Needs a display, a session bus and
xdotool.
"""

import os
import random
import re
import shutil
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tools"))

from accessible import Atspi, GLib, Program, get_text, is_in, run_tests, skip  # noqa: E402

N_NOTES = 21  # markers of the edition
N_OFFSETS = 500
BLANK = "\N{NARROW NO-BREAK SPACE}"  # ahead of each marker


def find_markers(text):
    return [match.start() + 1 for match in re.finditer(BLANK + r"\d+", text)]


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
    program.focus_window()
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


def test_links(program):
    """From GTK 4.22 on each marker is a link, called as its note and where the marker stands."""
    text = get_text_view(program)
    version = program.get_root().get_toolkit_version()
    if tuple(int(part) for part in version.split(".")[:2]) < (4, 22):
        assert "Hypertext" not in text.get_interfaces(), f"links with GTK {version}: test them"
        return
    markers = find_markers(get_text(text))
    assert Atspi.Hypertext.get_n_links(text) == len(markers), "other links than markers"
    for number, offset in enumerate(markers, 1):
        link = Atspi.Hypertext.get_link(text, number - 1)
        assert link.get_role() == Atspi.Role.LINK and link.get_name() == f"Note {number}", f"{number}: {link.get_name()}"
        assert link.get_hyperlink().get_start_index() == offset, f"{number}: {offset}"
        assert Atspi.Hypertext.get_link_index(text, offset) == number - 1, f"{number}: not found at {offset}"
        assert Atspi.Hypertext.get_link_index(text, offset - 2) == -1, f"{number}: found before {offset}"


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


TESTS = [
    test_frame,
    test_text,
    test_attributes_at_markers,
    test_attributes_elsewhere,
    test_caret,
    test_selection,
    test_links,
    test_pane,
]


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: test-a11y.py IBID")
    if not shutil.which("xdotool"):
        skip("xdotool is not installed")
    Atspi.init()
    Atspi.set_timeout(3000, 15000)
    program = Program(sys.argv[1])
    try:
        return run_tests(program, "a11y", TESTS)
    finally:
        program.end()


if __name__ == "__main__":
    sys.exit(main())
