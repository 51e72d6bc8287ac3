# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""A program as assistive tools see it: what walks its tree over AT-SPI, finds things there, waits for
them, and says what they are called. Importing it ends a test as skipped where there is no AT-SPI."""

import os
import re
import subprocess
import sys
import time
import warnings

PATIENCE = 20  # seconds
POLL_SECONDS = 0.1

# Warnings are fatal in the program, not in libatspi here, which has some when programs come and go.
PROGRAM_ENVIRONMENT = dict(os.environ)
os.environ.pop("G_DEBUG", None)
warnings.simplefilter("ignore", DeprecationWarning)


def skip(reason):
    """Ends a TAP program that cannot be run here."""
    print(f"1..0 # SKIP {reason}")
    sys.exit(0)


try:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as error:
    skip(f"no AT-SPI for Python: {error}")

# What GTK 4.8 says where nobody gave a name.
CLASS_NAME = re.compile(r"(Gtk|Adw|Ibid)[A-Z][A-Za-z]+")


def run_events():
    context = GLib.MainContext.default()
    while context.pending():
        context.iteration(False)


def wait_for(look, patience=PATIENCE, is_alive=lambda: True):
    """What `look` returns as soon as that is true; its last answer after `patience` seconds, or when
    the program has ended."""
    end = time.monotonic() + patience
    found = None
    while is_alive() and time.monotonic() < end:
        run_events()
        try:
            found = look()
        except GLib.Error:
            found = None  # it changed while we looked
        if found:
            break
        time.sleep(POLL_SECONDS)
    return found


def get_children(accessible):
    for i in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(i)
        if child is not None:
            yield child


def walk(root, wants_children=lambda accessible: True):
    """`root` and every accessible object in it, hidden pages among them, parents first; nothing below
    those of which `wants_children` says no."""
    waiting = [root] if root is not None else []
    while waiting:
        accessible = waiting.pop()
        yield accessible
        if wants_children(accessible):
            waiting.extend(reversed(list(get_children(accessible))))


def find(accessibles, role, name=None, state=None):
    """The first of `accessibles` that has the role, and the name and the state if they are given."""
    for accessible in accessibles:
        if (
            role in (None, accessible.get_role())
            and name in (None, accessible.get_name())
            and (state is None or is_in(accessible, state))
        ):
            return accessible
    return None


def is_in(accessible, state):
    return accessible.get_state_set().contains(getattr(Atspi.StateType, state))


def get_text(accessible):
    return Atspi.Text.get_text(accessible, 0, Atspi.Text.get_character_count(accessible))


def has_label(accessible):
    """Whether a label with words is in it: that is what a row that GTK makes is read by."""
    for child in get_children(accessible):
        if child.get_role() == Atspi.Role.LABEL and child.get_name():
            return True
        if has_label(child):
            return True
    return False


def describe(accessible):
    """The object and all that it is in: for messages."""
    path = []
    while accessible is not None and accessible.get_role() != Atspi.Role.DESKTOP_FRAME:
        path.append(f"{accessible.get_role_name()} “{accessible.get_name()}”")
        accessible = accessible.get_parent()
    return " < ".join(path)


def get_actions(accessible):
    """The names of what can be done with it."""
    action = accessible.get_action_iface()
    if action is None:
        return []
    return [Atspi.Action.get_action_name(action, i) for i in range(Atspi.Action.get_n_actions(action))]


def do_action(accessible, name=None):
    """Does what is called so, or the first of all; whether there is such an action."""
    names = get_actions(accessible)
    if not names or (name is not None and name not in names):
        return False
    return Atspi.Action.do_action(accessible, names.index(name) if name else 0)


class Program:
    """The running program."""

    def __init__(self, binary, *arguments, **environment):
        self.process = subprocess.Popen(
            [binary, *arguments], stdin=subprocess.DEVNULL, env=dict(PROGRAM_ENVIRONMENT, **environment)
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
        for child in get_children(desktop):
            if child.get_process_id() == self.process.pid:
                return child
        return None

    def walk(self):
        root = self.get_root()
        if root is not None:
            root.clear_cache()
        return walk(root)

    def find(self, role, name=None, state=None):
        return find(self.walk(), role, name, state)

    def wait_for(self, look, patience=PATIENCE):
        return wait_for(look, patience, self.is_alive)

    def press(self, *keys):
        subprocess.run(["xdotool", "key", "--delay", "30", *keys], check=True)

    def press_quickly(self, key, times):
        subprocess.run(["xdotool", "key", "--delay", "8", *[key] * times], check=True)

    def focus_window(self, title="."):
        """Has the newest window of that title active: there is no window manager, which would do it."""
        def look():
            found = subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--name", title], capture_output=True, text=True, check=False
            ).stdout.split()
            return found[-1] if found else None

        window = self.wait_for(look)
        assert window, f"no window “{title}”"
        subprocess.run(["xdotool", "windowfocus", window], check=True)
        return window


def run_test(program, test):
    """Why `test` fails; None when it does not."""
    if not program.is_alive():
        return f"the program ended with {program.process.returncode}"
    try:
        test(program)
    except AssertionError as problem:
        return str(problem) or "failed"
    except GLib.Error as problem:
        # A program that crashes is a moment later gone.
        time.sleep(1)
        return problem.message if program.is_alive() else "the program crashed"
    return None if program.is_alive() else f"the program ended with {program.process.returncode}"


def run_tests(program, group, tests):
    """Runs all of `tests` with the program and prints TAP; the exit status."""
    n_failed = 0
    print(f"1..{len(tests)}")
    for number, test in enumerate(tests, 1):
        reason = run_test(program, test)
        n_failed += reason is not None
        for line in (reason or "").splitlines():
            print(f"# {line}")
        name = test.__name__.removeprefix("test_").replace("_", "-")
        print(f"{'not ok' if reason else 'ok'} {number} /{group}/{name}", flush=True)
    return 1 if n_failed else 0
