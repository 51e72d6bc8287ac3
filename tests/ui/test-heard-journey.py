#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""The whole journey by AT-SPI alone: test-heard-journey.py IBID EDITION

Opens EDITION, a study file, and goes from note to note, into the source pane, to another use of the
source and back, filters the events and chooses one. No key and no pointer: actions, editable text and
selection of AT-SPI. After each step it is asserted what the events of AT-SPI would have a screen reader
say. Prints TAP. Needs a display and a session bus.
"""

import json
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tools"))

from accessible import (  # noqa: E402
    Atspi,
    GLib,
    Program,
    do_action,
    get_children,
    get_text,
    is_in,
    run_events,
    run_tests,
    walk,
)

MARKER = re.compile("\N{NARROW NO-BREAK SPACE}(\\d+)")
WORDS = "2013"
EVENTS = (
    "object:state-changed:focused",
    "object:announcement",
    "object:text-caret-moved",
    "object:property-change:accessible-name",
)


class Ear:
    """What the events of AT-SPI say, in order: (kind, words, detail)."""

    def __init__(self):
        self.heard = []
        self.listener = Atspi.EventListener.new(self.event_cb)
        for event in EVENTS:
            self.listener.register(event)

    def event_cb(self, event):
        try:
            if event.type == "object:announcement":
                self.heard.append(("said", str(event.any_data), 0))
            elif event.type == "object:state-changed:focused":
                if event.detail1:
                    self.heard.append(("focus", event.source.get_name() or "", 0))
            elif event.type == "object:text-caret-moved":
                self.heard.append(("caret", "", event.detail1))
            else:
                self.heard.append(("name", event.source.get_name() or "", 0))
        except GLib.Error:
            pass  # gone meanwhile

    def forget(self):
        run_events()
        self.heard.clear()

    def hears(self, kind, what):
        """Whether it was heard: words, or the place of the caret."""
        run_events()
        return any(k == kind and (what == words or what == detail or what is None) for k, words, detail in self.heard)

    def hears_words(self, pattern):
        """What was said, or is called so now."""
        run_events()
        for kind, words, _ in self.heard:
            if kind in ("said", "name") and re.fullmatch(pattern, words):
                return words
        return None


class Journey(Program):
    def __init__(self, binary, edition):
        # Before the program starts: it tells only those who listen.
        self.ear = Ear()
        super().__init__(binary, edition)
        with open(edition, encoding="utf-8") as file:
            self.study = json.load(file)

    def get_frame(self):
        return self.find(Atspi.Role.FRAME)

    def act(self, name):
        """Does an action, of the window or of whatever has it; what comes after is listened to."""
        self.get_acquainted()
        self.ear.forget()
        assert self.wait_for(lambda: any(do_action(a, name) for a in self.walk())), f"no action {name}"

    def get_acquainted(self):
        """As a screen reader knows the tree: GTK tells changes only of what was asked for before."""
        for accessible in self.walk():
            try:
                accessible.get_name()
                accessible.get_state_set()
            except GLib.Error:
                pass

    def get_text_view(self):
        def look():
            text = self.find(Atspi.Role.TEXT, "Text")
            return text if text and len(MARKER.findall(get_text(text))) >= self.count_notes() else None

        text = self.wait_for(look)
        assert text, "the text is not there"
        return text

    def count_notes(self):
        return sum(len(p.get("notes", [])) for s in self.study["sections"] for p in s["paragraphs"])

    def get_marker(self, number):
        """Where the marker of a note begins."""
        match = next(m for m in MARKER.finditer(get_text(self.get_text_view())) if m.group(1) == str(number))
        return match.start(1)

    def get_pane(self, name):
        pane = self.wait_for(lambda: self.find(Atspi.Role.FOOTNOTE, name))
        assert pane, f"no pane “{name}”"
        return pane

    def expect_caret(self, offset):
        assert self.wait_for(lambda: self.ear.hears("caret", offset)), f"caret not heard at {offset}: {self.ear.heard}"
        assert Atspi.Text.get_caret_offset(self.get_text_view()) == offset


def test_open(journey):
    text = journey.get_text_view()
    assert journey.wait_for(lambda: journey.get_frame().get_name() == journey.study["title"]), "not its title"
    assert get_text(text).startswith(journey.study["title"])


def test_next_note(journey):
    """The caret is heard to be at the marker, and the marker is what is read there."""
    for number in (1, 2):
        offset = journey.get_marker(number)
        journey.act("win.next-note")
        journey.expect_caret(offset)
        word = Atspi.Text.get_text(journey.get_text_view(), offset, offset + 1)
        assert word == str(number), word


def test_open_pane(journey):
    """The first time its name is new to everybody; then the change of it is heard, or is announced."""
    journey.act("win.toggle-pane")
    journey.get_pane("Note 2")
    offset = journey.get_marker(3)
    journey.act("win.next-note")
    journey.expect_caret(offset)
    journey.act("win.toggle-pane")  # closes it, and leads back
    journey.act("win.next-note")
    journey.act("win.toggle-pane")
    assert journey.wait_for(lambda: journey.ear.hears_words("Note 3")), f"not heard: {journey.ear.heard}"
    journey.get_pane("Note 3")


def test_read_pane(journey):
    journey.act("win.focus-pane")
    pane = journey.get_pane("Note 3")
    assert journey.wait_for(lambda: any(is_in(a, "FOCUSED") for a in walk(pane))), "the focus is not in it"
    assert journey.ear.hears("focus", None), "the focus is not heard"
    names = [a.get_name() for a in walk(pane)]
    reference = next(r for r in journey.study["references"] if r["label"] == "3")
    assert reference["text"] in names, f"the note is not read: {names}"
    assert "Used in" in names


def get_uses(journey):
    """The rows of the pane, and the descriptions that tell them apart."""
    return [a for a in journey.walk() if any(True for name in get_action_names(a) if name == "use.go-to")]


def get_action_names(accessible):
    action = accessible.get_action_iface()
    if action is None:
        return
    for i in range(Atspi.Action.get_n_actions(action)):
        yield Atspi.Action.get_action_name(action, i)


def test_go_to_use(journey):
    """A row says its sentence; the text has the focus then, and the caret is in that sentence."""
    rows = get_uses(journey)
    assert rows, "no use"
    row = rows[-1]
    sentence = row.get_name()
    assert len(sentence) > 10, sentence
    journey.get_acquainted()
    journey.ear.forget()
    do_action(row, "use.go-to")
    assert journey.wait_for(lambda: journey.ear.hears("focus", "Text")), f"the text is not heard: {journey.ear.heard}"
    text = journey.get_text_view()
    offset = Atspi.Text.get_caret_offset(text)
    around = MARKER.sub("", Atspi.Text.get_text(text, max(0, offset - 600), offset))
    assert sentence[:40] in around, f"“{sentence}” is not ahead of {offset}"
    assert journey.ear.hears("caret", offset), "the caret is not heard"


def test_back(journey):
    """The place before the jump: the marker whose pane was opened."""
    offset = journey.get_marker(3)
    here = Atspi.Text.get_caret_offset(journey.get_text_view())
    journey.act("win.back")
    if here != offset:  # the use may have been the marker's own
        journey.expect_caret(offset)


def test_show_events(journey):
    for page in ("Contents", "Events"):
        button = journey.find(None, page, "FOCUSABLE")
        assert button, page
        do_action(button)
        assert journey.wait_for(lambda name=page: journey.find(Atspi.Role.LIST, name)), f"no list {page}"


def get_rows(journey):
    events = journey.find(Atspi.Role.LIST, "Events")
    return [row for row in get_children(events) if row.get_role() == Atspi.Role.LIST_ITEM]


def test_filter_events(journey):
    """What is left is counted aloud; GTK 4.8 cannot announce, and lets the count be read."""
    entry = journey.find(None, "Filter events by words", "FOCUSABLE")
    assert entry, "no entry"
    n_all = len(journey.study["events"])
    journey.get_acquainted()
    journey.ear.forget()
    assert Atspi.EditableText.set_text_contents(entry, WORDS)
    pattern = rf"(\d+) of {n_all}"
    said = journey.wait_for(lambda: journey.ear.hears_words(pattern), 3)
    if not said:
        labels = [a.get_name() for a in journey.walk() if a.get_role() == Atspi.Role.LABEL]
        said = next((name for name in labels if re.fullmatch(pattern, name)), None)
        print(f"# the count is not said but read: {said}")
        assert not can_announce(), "the count is not announced"
    assert said, "no count"
    count = int(re.fullmatch(pattern, said).group(1))
    assert 0 < count < n_all, said
    assert journey.wait_for(lambda: len(get_rows(journey)) == count), f"{said}, but {len(get_rows(journey))} rows"
    assert all(WORDS in row.get_name() for row in get_rows(journey)), "other rows"


def can_announce():
    """Whether this system's GTK has announcements (4.14): its AT-SPI knows them from 2.52 on."""
    try:
        version = GLib.spawn_command_line_sync("pkg-config --modversion gtk4")[1].decode().strip()
        return tuple(map(int, version.split(".")[:2])) >= (4, 14)
    except (GLib.Error, ValueError):
        return False


def test_choose_event(journey):
    events = journey.find(Atspi.Role.LIST, "Events")
    journey.get_acquainted()
    journey.ear.forget()
    before = Atspi.Text.get_caret_offset(journey.get_text_view())
    assert Atspi.Selection.select_child(events, len(get_rows(journey)) - 1), "not selected"
    assert journey.wait_for(lambda: any(is_in(row, "SELECTED") for row in get_rows(journey))), "nothing selected"
    name = next(row.get_name() for row in get_rows(journey) if is_in(row, "SELECTED"))
    assert WORDS in name, name
    journey.act("events.go-to")
    text = journey.get_text_view()
    assert journey.wait_for(lambda: Atspi.Text.get_caret_offset(text) != before), "the caret stays"
    assert journey.ear.hears("caret", Atspi.Text.get_caret_offset(text)), "the caret is not heard"


TESTS = [
    test_open,
    test_next_note,
    test_open_pane,
    test_read_pane,
    test_go_to_use,
    test_back,
    test_show_events,
    test_filter_events,
    test_choose_event,
]


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: test-heard-journey.py IBID EDITION")
    Atspi.init()
    Atspi.set_timeout(3000, 15000)
    journey = Journey(*sys.argv[1:])
    try:
        return run_tests(journey, "heard-journey", TESTS)
    finally:
        journey.end()


if __name__ == "__main__":
    sys.exit(main())
