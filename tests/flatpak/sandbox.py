# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""The installed Flatpak, started as a desktop starts it, and looked at from outside: over AT-SPI, the
way of assistive tools, and with keys and pictures of the X display."""

import functools
import os
import subprocess

import accessible
from accessible import Atspi, get_text

PATIENCE = 40  # seconds

wait_for = functools.partial(accessible.wait_for, patience=PATIENCE)


def end(app):
    """Ends the app, wherever it was started, and waits until it is gone."""
    subprocess.run(["flatpak", "kill", app], check=False, stderr=subprocess.DEVNULL)
    assert wait_for(lambda: not is_running(app)), "the app does not end"


def is_running(app):
    rows = subprocess.run(["flatpak", "ps", "--columns=application"], capture_output=True, text=True, check=True)
    return app in rows.stdout.split()


class App:
    """`command` starts it, and may return at once: the app is what the desktop then shows."""

    def __init__(self, app, command, language="C.UTF-8"):
        self.app = app
        environment = dict(os.environ, LANG=language, LC_ALL=language, GSK_RENDERER="cairo")
        environment.pop("LANGUAGE", None)
        self.process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        end(self.app)
        self.process.wait(PATIENCE)

    def is_running(self):
        return is_running(self.app)

    def walk(self):
        """Every accessible object of every program on this session's bus, parents first."""
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        return accessible.walk(desktop)

    def find(self, role, name=None):
        return accessible.find(self.walk(), role, name)

    def wait_for_title(self, title):
        """Until a window is called so; its frame."""
        return wait_for(lambda: self.find(Atspi.Role.FRAME, title))

    def wait_for_text(self, words):
        """Until the document's text has `words`; the text."""
        def look():
            for found in self.walk():
                if found.get_role() == Atspi.Role.TEXT and found.get_text_iface() is not None:
                    if words in get_text(found):
                        return found
            return None
        return wait_for(look)

    def focus(self):
        """There is no window manager, which would do this."""
        self.focus_window("--class", "ibid")

    def focus_window(self, *criteria):
        def look():
            found = subprocess.run(["xdotool", "search", "--onlyvisible", *criteria], capture_output=True, text=True,
                                   check=False).stdout.split()
            return found[-1] if found else None
        window = wait_for(look)
        assert window, f"no window: {criteria}"
        subprocess.run(["xdotool", "windowmove", window, "0", "0", "windowraise", window, "windowfocus", "--sync",
                        window], check=True)
        return window

    def press(self, *keys):
        subprocess.run(["xdotool", "key", "--delay", "40", *keys], check=True)

    def type(self, words):
        subprocess.run(["xdotool", "type", "--delay", "20", words], check=True)

    def wait_still(self):
        """Until the display does not change any more; a picture of it."""
        last = None

        def look():
            nonlocal last
            now = subprocess.run(["import", "-window", "root", "png:-"], capture_output=True, check=True).stdout
            is_still, last = now == last, now
            return is_still
        wait_for(look)
        return last

    def picture(self, path):
        with open(path, "wb") as file:
            file.write(self.wait_still())
