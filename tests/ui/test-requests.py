#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Asks the running program about its text as a screen reader does, thousands of times:
test-requests.py IBID [COUNT]

At each marker of the bundled edition and at random places (always the same ones) it asks for
attributes, for characters, words, lines, sentences and paragraphs, for places on the screen, and moves
caret and selection, until COUNT requests (10,000) were answered. GTK may refuse what it cannot do, which
does not count. Prints how many and how long, and TAP. Needs a display and a session bus.
"""

import collections
import os
import random
import re
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tools"))

from accessible import Atspi, GLib, Program, get_text, skip  # noqa: E402

N_REQUESTS = 10000
N_NOTES = 21  # markers of the edition
SEED = 2017
MARKER = re.compile("\N{NARROW NO-BREAK SPACE}(\\d+)")
# Lengths of what Orca reads by: as atspi numbers them.
GRANULARITIES = {
    "char": Atspi.TextGranularity.CHAR,
    "word": Atspi.TextGranularity.WORD,
    "sentence": Atspi.TextGranularity.SENTENCE,
    "line": Atspi.TextGranularity.LINE,
    "paragraph": Atspi.TextGranularity.PARAGRAPH,
}
BOUNDARIES = {
    "char": Atspi.TextBoundaryType.CHAR,
    "word": Atspi.TextBoundaryType.WORD_START,
    "sentence": Atspi.TextBoundaryType.SENTENCE_START,
    "line": Atspi.TextBoundaryType.LINE_START,
}
# GTK 4.8 sends no reply to these: they are tried once, and left out where nothing comes.
DOUBTFUL_PATIENCE = 1000  # milliseconds


def ask_attributes(text, offset):
    yield "attribute run", lambda: Atspi.Text.get_attribute_run(text, offset, True)
    yield "attribute run", lambda: Atspi.Text.get_attribute_run(text, offset, False)
    yield "attributes", lambda: Atspi.Text.get_text_attributes(text, offset)
    yield "default attributes", lambda: Atspi.Text.get_default_attributes(text)


def ask_words(text, offset):
    for name, granularity in GRANULARITIES.items():
        yield f"{name} at", lambda g=granularity: Atspi.Text.get_string_at_offset(text, offset, g)
    for name, boundary in BOUNDARIES.items():
        yield f"{name} by boundary", lambda b=boundary: Atspi.Text.get_text_at_offset(text, offset, b)
    yield "text", lambda: Atspi.Text.get_text(text, offset, offset + 80)
    yield "character", lambda: Atspi.Text.get_character_at_offset(text, offset)


def ask_places(text, offset):
    screen, window = Atspi.CoordType.SCREEN, Atspi.CoordType.WINDOW
    yield "extents", lambda: Atspi.Component.get_extents(text, window)
    yield "character extents", lambda: Atspi.Text.get_character_extents(text, offset, window)
    yield "range extents", lambda: Atspi.Text.get_range_extents(text, offset, offset + 5, screen)


def ask_caret(text, offset):
    yield "set caret", lambda: Atspi.Text.set_caret_offset(text, offset)
    yield "caret", lambda: Atspi.Text.get_caret_offset(text)
    yield "set selection", lambda: Atspi.Text.set_selection(text, 0, offset, offset + 3)
    yield "selections", lambda: Atspi.Text.get_n_selections(text)
    yield "selection", lambda: Atspi.Text.get_selection(text, 0)
    yield "remove selection", lambda: Atspi.Text.remove_selection(text, 0)


def ask_doubtful(text, offset):
    x, y = offset % 900, offset % 700
    yield "offset at point", lambda: Atspi.Text.get_offset_at_point(text, x, y, Atspi.CoordType.WINDOW)
    yield "add selection", lambda: Atspi.Text.add_selection(text, offset, offset + 3)


def get_requests(text, offset, unanswered):
    for ask in (ask_attributes, ask_words, ask_places, ask_caret, ask_doubtful):
        for name, request in ask(text, offset):
            if name not in unanswered:
                yield name, request


def find_unanswered(text):
    """The names of requests to which no reply comes."""
    found = set()
    Atspi.set_timeout(DOUBTFUL_PATIENCE, DOUBTFUL_PATIENCE)
    for name, request in ask_doubtful(text, 0):
        try:
            request()
        except GLib.Error as error:
            if is_silence(error):
                found.add(name)
    Atspi.set_timeout(3000, 15000)
    return found


def is_silence(error):
    return "imeout" in error.message or "reply" in error.message


def get_offsets(words):
    """Each marker and what is around it, both ends, and then by chance, without an end."""
    for match in MARKER.finditer(words):
        yield from (match.start(), match.start(1), match.end())
    yield from (0, len(words) - 1, len(words), len(words) + 1)
    chance = random.Random(SEED)
    while True:
        yield chance.randrange(len(words))


def find_text(program):
    text = program.find(Atspi.Role.TEXT, "Text")
    return text if text and len(MARKER.findall(get_text(text))) >= N_NOTES else None


def ask_all(program, text, n_requests, answers):
    """Counts into `answers` what was answered and what was refused; why it ended before its time, or
    None."""
    unanswered = find_unanswered(text)
    for name in sorted(unanswered):
        print(f"# left out, since no reply comes: {name}")
    for offset in get_offsets(get_text(text)):
        for name, request in get_requests(text, offset, unanswered):
            if answers["answered"] >= n_requests:
                return None
            try:
                request()
                answers["answered"] += 1
            except GLib.Error as error:
                if not program.is_alive():
                    return f"{name} at {offset}: {error.message}"
                if is_silence(error):
                    return f"{name} at {offset} was not answered: {error.message}"
                answers[f"refused {name}"] += 1
                if sum(answers.values()) > 2 * n_requests:
                    return "too few are answered"
    return None


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: test-requests.py IBID [COUNT]")
    n_requests = int(sys.argv[2]) if len(sys.argv) == 3 else N_REQUESTS
    Atspi.init()
    Atspi.set_timeout(3000, 15000)
    # GTK 4.8 itself warns that its reply to one of them is wrong.
    program = Program(sys.argv[1], G_DEBUG="fatal-criticals")
    try:
        text = program.wait_for(lambda: find_text(program))
        if not text:
            print("1..1\nnot ok 1 /requests/all # no text")
            return 1
        answers = collections.Counter()
        start = time.monotonic()
        reason = ask_all(program, text, n_requests, answers)
        seconds = time.monotonic() - start
        time.sleep(0.5)  # a program that crashes is a moment later gone
        if reason is None and not program.is_alive():
            reason = f"the program ended with {program.process.returncode}"
        # It must still be whole.
        if reason is None and find_text(program) is None:
            reason = "the text is not what it was"
    finally:
        program.end()
    print("1..1")
    print(f"# {answers['answered']} requests answered in {seconds:.1f} s")
    for name, count in sorted(answers.items()):
        if name != "answered":
            print(f"# {name}: {count}")
    if reason is not None:
        print(f"# {reason}")
    print(f"{'not ok' if reason else 'ok'} 1 /requests/all")
    return 1 if reason else 0


if __name__ == "__main__":
    sys.exit(main())
