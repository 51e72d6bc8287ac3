#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Draws claims and events from texts of the corpus, and lists them with their text to be judged.

sample_claims.py ANNOTATE CORPUS [--seed N] [--number N] [FILE...]

ANNOTATE is build/tests/tools/annotate. Without files, five of the
corpus. As many claims and events are drawn from all texts together as --number says, 100 of each;
the seed is printed, and gives the same list again.
"""

import argparse
import json
import os
import random
import subprocess

TEXTS = (
    "text/keynes-consequences-pg15776.latin1.txt",
    "text/woodson-migration-pg10968.latin1.txt",
    "html/journal-negro-history-1-pg13642.html",
    "epub/mill-on-liberty-se.epub",
    "markdown/startwords-4-sonorous-medieval.md",
)


def annotate(arguments, path):
    done = subprocess.run([arguments.annotate, path], stdout=subprocess.PIPE,
                          check=True)
    return json.loads(done.stdout)


def collect(arguments):
    """Claims and events with what is needed to show them."""
    claims = []
    events = []
    for name in arguments.files or TEXTS:
        study = annotate(arguments, os.path.join(arguments.corpus, name))
        texts = {paragraph["id"]: paragraph for section in study["sections"]
                 for paragraph in section["paragraphs"]}
        actors = {actor["id"]: actor["name"] for actor in study.get("actors", [])}
        claims += [(name, texts[claim["paragraph"]], claim) for claim in study.get("claims", [])]
        events += [(name, texts[event["places"][0]["paragraph"]], actors, event)
                   for event in study.get("events", [])]
    return claims, events


def show_claim(number, name, paragraph, claim):
    text = paragraph["text"]
    start, end = claim["start"], claim["end"]
    marks = [note for note in paragraph.get("notes", []) if start < note["at"] <= end]
    shown = text[start:end]
    for note in reversed(marks):
        at = note["at"] - start
        shown = f"{shown[:at]}[{note['label']}]{shown[at:]}"
    print(f"C{number} {claim['kind']} ({claim['evidence']['rule']}) {name} {paragraph['id']}")
    print(f"    …{text[max(0, start - 60):start]}<<{shown}>>{text[end:end + 60]}…\n")


def show_event(number, name, paragraph, actors, event):
    place = event["places"][0]
    names = ", ".join(actors[actor] for actor in event.get("actors", []))
    print(f"E{number} {event['date']} | {event['title']} | {event['kind']} | {names} "
          f"({event['evidence']['rule']}) {name} {paragraph['id']}")
    print(f"    {paragraph['text'][place['start']:place['end']]}\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("annotate")
    parser.add_argument("corpus")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--number", type=int, default=100)
    parser.add_argument("files", nargs="*")
    arguments = parser.parse_args()
    claims, events = collect(arguments)
    draw = random.Random(arguments.seed)
    print(f"seed {arguments.seed}: of {len(claims)} claims and {len(events)} events\n")
    for number, item in enumerate(draw.sample(claims, min(arguments.number, len(claims))), 1):
        show_claim(number, *item)
    for number, item in enumerate(draw.sample(events, min(arguments.number, len(events))), 1):
        show_event(number, *item)


if __name__ == "__main__":
    main()
