# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""What an accessible view must hold to, judged on plain records, so that the rules themselves can be
tested without a display: tests/core/test-access-rules.py."""

import dataclasses
import re

LEAST_TARGET = 24  # pixels, as WCAG 2.5.8 has it

# What GTK 4.8 says where nobody gave a name.
CLASS_NAME = re.compile(r"(Gtk|Adw|Ibid|Gdk)[A-Z]\w+")
# A key's underline that got into a name is read out.
MNEMONIC = re.compile(r"(^|\s)_[^\W_]")

# They say nothing of what can be done with something. Rows that GTK 4.8 makes of a list's own are
# "filler", and are judged as rows.
EMPTY_ROLES = {"unknown", "redundant object", "panel", "filler", "section", "grouping", "generic", "invalid", ""}
# What it takes to be read: rows by the labels in them.
ROWS = {"list item", "table row", "tree item"}
# One stop for Tab, however many things are in it: arrows lead through them.
COMPOSITES = {"list", "list box", "menu", "menu bar", "page tab list", "tree", "tree table", "table", "radio group"}
# What is read and selected: focusable, but nothing to be pressed.
TEXTS = {"label", "text", "paragraph", "static"}
# Take the focus only to hand it on, when something in them takes it.
FRAMES = {"scroll pane", "viewport", "frame", "window", "dialog", "application"}


@dataclasses.dataclass
class Item:
    """An accessible object as it stood in a view. `parent` is the index of what it is in, -1 at the
    top; `width` and `height` are pixels, 0 for what is scrolled away."""

    role: str
    name: str = ""
    parent: int = -1
    focusable: bool = False
    sensitive: bool = True
    width: int = 0
    height: int = 0
    is_hit: bool = True  # whether the pointer finds it all over LEAST_TARGET, when it is smaller
    key: object = None  # what it is known by when the focus comes to it


def get_ancestors(items, index):
    index = items[index].parent
    while index >= 0:
        yield index
        index = items[index].parent


def get_composite(items, index):
    """The list or the like that the item belongs to, itself if it is one; None."""
    for at in (index, *get_ancestors(items, index)):
        if items[at].role in COMPOSITES:
            return at
    return None


def has_words(items, index):
    """Whether a label with words is in it."""
    return any(
        item.role == "label" and item.name.strip() and index in get_ancestors(items, i) for i, item in enumerate(items)
    )


def is_part(items, index):
    """Within a control that is itself one for its user: GTK builds buttons of several widgets."""
    whole = ("push button", "button", "toggle button", "combo box", "entry", "spin button", "check box", "menu item")
    return any(items[at].focusable and items[at].role in whole for at in get_ancestors(items, index))


def is_plain(item):
    return item.role == "panel" and not item.name


def get_around(items, index):
    """The nearest that the item is in and that is more than a nameless panel; -1."""
    return next((at for at in get_ancestors(items, index) if not is_plain(items[at])), -1)


def is_dialog_frame(items, index):
    """The nameless panel that newer libadwaita puts around all of a dialog, to have the focus where nothing
    in the dialog takes it."""
    around = get_around(items, index)
    return is_plain(items[index]) and around >= 0 and items[around].role == "dialog"


def find_controls(items):
    """The indices of what a reader can come to and that answers."""
    return [
        i
        for i, item in enumerate(items)
        if item.focusable
        and item.sensitive
        and item.width > 0
        and item.height > 0
        and item.role not in FRAMES
        and not is_dialog_frame(items, i)
        and not is_part(items, i)
    ]


def judge_name(items, index):
    """What is wrong with how it is called; None."""
    item = items[index]
    name = item.name.strip()
    if CLASS_NAME.fullmatch(name):
        name = ""
    if MNEMONIC.search(name):
        return "its name has a key's underline"
    if item.role in ROWS or (item.role == "filler" and get_composite(items, index) is not None):
        return None if name or has_words(items, index) else "a row that says nothing"
    if item.role in EMPTY_ROLES:
        return "its role says nothing"
    if item.role in COMPOSITES and any(index in get_ancestors(items, i) for i in find_controls(items)):
        # The rows are what one comes to.
        return None if name or is_in_named_group(items, index) else "a list without a name"
    # GTK 4.22 shows the links in a label, and leaves it to the label's text to say what they are.
    if is_inline(items, index):
        return None
    return None if name else "no name"


def is_in_named_group(items, index):
    """Newer libadwaita names a group of rows, and not the list in it."""
    around = get_around(items, index)
    return around >= 0 and items[around].role == "grouping" and bool(items[around].name)


def is_inline(items, index):
    """A link within the words of a label: it is as large as its line, and called as what it says."""
    parent = items[index].parent
    return items[index].role == "link" and parent >= 0 and items[parent].role == "label" and bool(items[parent].name)


def judge_target(items, index):
    """How large it is, when that is too small; None. Running text has no size to be pointed at."""
    item = items[index]
    if item.role in TEXTS or is_inline(items, index):
        return None
    if item.width >= LEAST_TARGET and item.height >= LEAST_TARGET:
        return None
    return None if item.is_hit else f"{item.width}×{item.height} pixels"


def get_stop(items, index):
    """What Tab has to come to for this control: its list, else itself."""
    composite = get_composite(items, index)
    return index if composite is None else composite


def judge_tour(items, tour):
    """`tour` are the keys of what Tab came to, in order. What of the view's controls it never came to,
    and whether it stays somewhere instead of coming round or leaving (None in the tour)."""
    known = {item.key: i for i, item in enumerate(items)}
    visited = {get_stop(items, known[key]) for key in tour if key in known}
    stops = {get_stop(items, i) for i in find_controls(items)}
    problems = [
        ("never reached", i)
        for i in stops
        if i not in visited and not any(other in visited for other in get_ancestors(items, i))
    ]
    if len(stops) > 1 and tour and None not in tour and not comes_round(tour):
        problems.append(("holds the focus", known.get(tour[-1], -1)))
    return problems


def comes_round(tour):
    """Whether the last is where it had been before, and elsewhere in between."""
    if len(tour) < 2:
        return False
    return tour[-1] in tour[:-1] and tour[-1] != tour[-2]
