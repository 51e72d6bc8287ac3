#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""The rules of the accessibility audit can each fail: made-up views, with one thing wrong. Prints TAP."""

import dataclasses
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tools"))

import access_rules  # noqa: E402
from access_rules import Item  # noqa: E402


def with_keys(items):
    for i, item in enumerate(items):
        item.key = i
    return items


def make_view():
    """A window with a button, a list of two rows, a button built of parts, and a text."""
    items = [
        Item("frame", "A Window", width=800, height=600),
        Item("push button", "Open", 0, True, width=40, height=24),
        Item("list", "Events", 0, True, width=200, height=400),
        Item("list item", "", 2, True, width=200, height=30),
        Item("label", "1998: A Thing", 3, width=180, height=20),
        Item("list item", "1999: Another", 2, True, width=200, height=30),
        Item("push button", "Menu", 0, True, width=30, height=30),
        Item("filler", "GtkListItemWidget", 6, True, width=20, height=20),
        Item("scroll pane", "", 0, True, width=500, height=500),
        Item("text", "Text", 8, True, width=500, height=500),
    ]
    return with_keys(items)


def make_dialog(role="grouping", name="Page", frame="panel", frame_name=""):
    """A dialog as libadwaita 1.5 has it: a panel that can be focused, and in it a group with a list."""
    items = [
        Item("dialog", "Preferences", width=400, height=400),
        Item(frame, frame_name, 0, True, width=400, height=400),
        Item(role, name, 1, width=400, height=200),
        Item("list", "", 2, True, width=400, height=180),
        Item("list item", "A Row", 3, True, width=400, height=30),
        Item("button", "Close", 1, True, width=30, height=30),
    ]
    return with_keys(items)


TOUR = [1, 3, 5, 6, 9, 1]


def judge(items, tour):
    problems = []
    for i in access_rules.find_controls(items):
        problems += [(i, p) for p in (access_rules.judge_name(items, i), access_rules.judge_target(items, i)) if p]
    return problems + [(i, p) for p, i in access_rules.judge_tour(items, tour)]


def change(index, **values):
    items = make_view()
    items[index] = dataclasses.replace(items[index], **values)
    return items


CASES = [
    ("a good view", make_view(), TOUR, []),
    ("one that leaves", make_view(), [1, 3, 6, 9, None], []),
    ("a list that is one stop", make_view(), [1, 5, 6, 9, 1], []),
    ("no name", change(1, name=" "), TOUR, [(1, "no name")]),
    ("a class's name", change(1, name="GtkButton"), TOUR, [(1, "no name")]),
    ("a name with an underline", change(1, name="_Open Open"), TOUR, [(1, "its name has a key's underline")]),
    ("underlines within words are well", change(1, name="a_b __ c_"), TOUR, []),
    ("a role that says nothing", change(1, role="panel"), TOUR, [(1, "its role says nothing")]),
    ("an unknown role", change(9, role="unknown"), TOUR, [(9, "its role says nothing")]),
    ("a row without words", change(4, name=""), TOUR, [(3, "a row that says nothing")]),
    ("a list without a name", change(2, name="GtkListView"), TOUR, [(2, "a list without a name")]),
    ("a list in a named group", make_dialog(), [4, 5, 4], []),
    ("a list in a group without a name", make_dialog(name=""), [4, 5, 4], [(3, "a list without a name")]),
    ("a list in something else", make_dialog(role="frame"), [4, 5, 4], [(3, "a list without a name")]),
    ("a dialog's frame with a name", make_dialog(frame_name="All"), [1, 4, 5, 1], [(1, "its role says nothing")]),
    ("a small target", change(1, width=23, is_hit=False), TOUR, [(1, "23×24 pixels")]),
    ("a low target", change(1, height=8, is_hit=False), TOUR, [(1, "40×8 pixels")]),
    ("text is as high as it is", change(9, height=16, is_hit=False), TOUR, []),
    ("a link in a label's words", change(1, role="link", name="", parent=4, height=16, is_hit=False), TOUR, []),
    ("a link elsewhere", change(1, role="link", name=""), TOUR, [(1, "no name")]),
    ("a small one that is hit", change(1, width=16), TOUR, []),
    ("what does not answer need not be reached", change(6, sensitive=False), [1, 3, 9, 1], []),
    ("what is scrolled away need not be", change(6, height=0), [1, 3, 9, 1], []),
    ("a control never reached", make_view(), [1, 3, 9, 1], [(6, "never reached")]),
    ("a list never reached", make_view(), [1, 6, 9, 1], [(2, "never reached")]),
    ("a trap", make_view(), [1, 3, 6, 9, 9], [(9, "holds the focus")]),
    ("a trap at once", make_view(), [9], [(1, "never reached"), (2, "never reached"), (6, "never reached"),
                                         (9, "holds the focus")]),
    ("a focus that never comes anywhere", make_view(), [], [(1, "never reached"), (2, "never reached"),
                                                            (6, "never reached"), (9, "never reached")]),
]


def main():
    n_failed = 0
    print(f"1..{len(CASES)}")
    for number, (name, items, tour, expected) in enumerate(CASES, 1):
        found = judge(items, tour)
        is_good = sorted(found) == sorted(expected)
        n_failed += not is_good
        if not is_good:
            print(f"# found {found}, expected {expected}")
        print(f"{'ok' if is_good else 'not ok'} {number} /access-rules/{name.replace(' ', '-')}")
    return 1 if n_failed else 0


if __name__ == "__main__":
    sys.exit(main())
