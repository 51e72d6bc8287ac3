# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Looks at a view of the running program over AT-SPI, goes through it with Tab, and has the rules of
access_rules.py judge what it found."""

import dataclasses
import time

import access_rules
from access_rules import Item
from accessible import Atspi, GLib, describe, get_children, is_in, run_events, wait_for

BATCH = 12  # Tabs pressed at once
MOST_TABS = 600
PAUSE = 0.25  # seconds without news of the focus, after which there will be none
PATIENCE = 10  # seconds for views to come up
WINDOW_BUTTONS = {f"{verb} the window" for verb in ("Minimize", "Maximize", "Restore", "Close")}


@dataclasses.dataclass
class Finding:
    """What was found in one view; the problems in words."""

    view: str
    n_controls: int = 0
    unnamed: list = dataclasses.field(default_factory=list)
    traps: list = dataclasses.field(default_factory=list)
    small: list = dataclasses.field(default_factory=list)

    def get_problems(self):
        return self.unnamed + self.traps + self.small


class Focus:
    """Follows the focus by AT-SPI's events, as a screen reader does."""

    def __init__(self):
        self.news = []
        self.at = None  # what has it
        self.listener = Atspi.EventListener.new(self.focused_cb)
        self.listener.register("object:state-changed:focused")

    def focused_cb(self, event):
        if event.detail1 and event.source != self.at:
            self.at = event.source
            self.news.append(event.source)

    def take_news(self):
        run_events()
        news, self.news = self.news, []
        return news

    def wait(self, patience=1.0):
        """All news until there are none for a while."""
        news = []
        end = time.monotonic() + patience
        while time.monotonic() < end:
            more = self.take_news()
            if more:
                news += more
                end = time.monotonic() + PAUSE
            time.sleep(0.01)
        return news


def get_extents(accessible):
    component = accessible.get_component_iface()
    return Atspi.Component.get_extents(component, Atspi.CoordType.WINDOW) if component else None


def find_at(top, extents, dx, dy):
    """What the pointer would find so far from the middle of `extents`."""
    origin = get_extents(top)
    return Atspi.Component.get_accessible_at_point(
        top.get_component_iface(),
        round(extents.x + extents.width / 2 - origin.x + dx),
        round(extents.y + extents.height / 2 - origin.y + dy),
        Atspi.CoordType.WINDOW,
    )


def is_within(accessible, whole, top):
    while accessible is not None and accessible != whole and accessible != top:
        accessible = accessible.get_parent()
    return accessible == whole


def get_probes(extents):
    """The middle, where an icon may be of which the pointer knows nothing, and just within and without
    the content's edges, where there is padding."""
    yield 0, 0
    for extra in (-1, 3):
        x, y = extents.width / 2 + extra, extents.height / 2 + extra
        yield from ((x, 0), (-x, 0), (0, y), (0, -y))


def is_on_screen(top, accessible, extents):
    """GTK 4.8 says of nothing that it is showing, and keeps the place of what was folded away: there
    what the pointer does not find is not on the screen."""
    if is_in(accessible, "SHOWING") or top.get_role() != Atspi.Role.FRAME:
        return True
    if is_in(top, "SHOWING") and any(is_in(child, "SHOWING") for child in get_children(top)):
        return False
    whole = get_extents(top)
    x, y = extents.x + extents.width / 2 - whole.x, extents.y + extents.height / 2 - whole.y
    if not (0 <= x < whole.width and 0 <= y < whole.height):
        return False
    return any(
        is_within(found, accessible, top) or (found is not None and found != top and is_within(accessible, found, top))
        for found in (find_at(top, extents, dx, dy) for dx, dy in get_probes(extents))
    )


def is_hit_all_over(top, accessible, extents):
    """Whether the pointer finds it half a target's size around its middle. GTK 4.8 tells sizes without
    padding; asked what is at a point it does not err. It knows of no icons: they are what they are in."""
    reach = access_rules.LEAST_TARGET / 2 - 1
    for dx, dy in ((reach, 0), (-reach, 0), (0, reach), (0, -reach)):
        found = find_at(top, extents, dx, dy)
        if found is not None and not is_within(found, accessible, top):
            return False
    return True


def snapshot(top):
    """All of the view, parents first."""
    items = []
    waiting = [(top, -1)]
    while waiting:
        accessible, parent = waiting.pop()
        try:
            item = read(top, accessible, parent)
            children = list(get_children(accessible)) if is_in(accessible, "VISIBLE") else []
        except GLib.Error:
            continue  # gone meanwhile
        items.append(item)
        waiting.extend((child, len(items) - 1) for child in reversed(children))
    return items


def is_window_button(accessible):
    """GTK keeps them out of Tab's way: whoever has no pointer has the desktop's keys for windows."""
    return (accessible.get_description() or "") in WINDOW_BUTTONS


def read(top, accessible, parent):
    item = Item(accessible.get_role_name(), accessible.get_name() or "", parent, key=accessible)
    if not is_in(accessible, "FOCUSABLE") or not is_in(accessible, "VISIBLE"):
        return item
    extents = get_extents(accessible)
    item.focusable = not is_window_button(accessible)
    item.sensitive = is_in(accessible, "SENSITIVE")
    if extents and is_on_screen(top, accessible, extents):
        item.width, item.height = extents.width, extents.height
    least = access_rules.LEAST_TARGET
    if 0 < item.width < least or 0 < item.height < least:
        item.is_hit = is_hit_all_over(top, accessible, extents)
    return item


def go_round(program, focus, key):
    """Presses a key until the focus comes round or stays; where it went, in order."""
    focus.wait(PAUSE)
    tour = [focus.at] if focus.at is not None else []
    for _ in range(MOST_TABS // BATCH):
        program.press_quickly(key, BATCH)
        news = focus.wait(PAUSE * 2)
        if not news:
            return tour + tour[-1:]
        for accessible in news:
            tour.append(accessible)
            if access_rules.comes_round(tour):
                return tour
    return tour


def describe_item(item):
    try:
        return describe(item.key)
    except GLib.Error:
        return f"{item.role} “{item.name}”"


def audit(program, focus, view, top, with_tour=True):
    """A Finding on the view that is in `top`."""
    items = snapshot(top)
    controls = access_rules.find_controls(items)
    finding = Finding(view, len(controls))
    if not controls and with_tour:
        finding.traps.append(f"{view}: nothing to come to")
    for i in controls:
        problem = access_rules.judge_name(items, i)
        if problem:
            finding.unnamed.append(f"{view}: {problem}: {describe_item(items[i])}")
        problem = access_rules.judge_target(items, i)
        if problem:
            finding.small.append(f"{view}: {problem}: {describe_item(items[i])}")
    for key in ("Tab", "shift+Tab") if with_tour else ():
        tour = go_round(program, focus, key)
        # Lists make rows as one comes to them, and lay others out.
        for problem, i in access_rules.judge_tour(items, tour):
            where = describe_item(items[i]) if i >= 0 else "something new"
            finding.traps.append(f"{view}: {problem} by {key}: {where}")
    return finding


def find_top(accessible):
    """The dialog, popover or window that something is in."""
    last = accessible
    while accessible is not None:
        role = accessible.get_role()
        if role in (Atspi.Role.APPLICATION, Atspi.Role.DESKTOP_FRAME):
            break
        last = accessible
        if role in (Atspi.Role.DIALOG, Atspi.Role.ALERT, Atspi.Role.MENU, Atspi.Role.POPUP_MENU):
            break
        if (accessible.get_name() or "").startswith("GtkPopover") and accessible.get_name() != "GtkPopoverContent":
            break
        accessible = accessible.get_parent()
        if role == Atspi.Role.LIST_BOX and accessible is not None and accessible.get_role() == Atspi.Role.COMBO_BOX:
            break
    return last


def wait_until_gone(accessible):
    """Whether it has left the screen. Newer GTK takes it out of the tree, and answers for it as before."""
    def look():
        try:
            extents = get_extents(accessible)
            if not is_in(accessible, "VISIBLE") or extents is None or extents.width == 0:
                return True
            return accessible not in list(get_children(accessible.get_parent()))
        except GLib.Error:
            return True
    return wait_for(look, PATIENCE)


def print_table(findings):
    """As comments of TAP."""
    width = max([len(finding.view) for finding in findings] + [4])
    print(f"# {'view':{width}}  controls  unnamed  traps  small targets")
    for finding in findings:
        print(
            f"# {finding.view:{width}}  {finding.n_controls:8}  {len(finding.unnamed):7}  {len(finding.traps):5}"
            f"  {len(finding.small):13}"
        )
