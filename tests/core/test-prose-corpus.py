#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Claims and events of the corpus: every marker in exactly one claim, no claim longer than its
sentence; the annals of a chronicle, each with its year.

test-prose-corpus.py ANNOTATE EXTRACT CORPUS
"""

import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tools"))

import watched

FOLDERS = ("text", "markdown", "html", "epub", "docx", "odt", "jats")
CHRONICLE = "text/anglo-saxon-chronicle-pg657.txt"
N_ANNALS = 492


def annotate(program, path):
    done = subprocess.run([program, path], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL)
    return json.loads(done.stdout) if done.returncode == 0 else None


def find_sentences(program, study, paragraphs):
    command = [program, "sentences"]
    if study.get("language"):
        command.append(f"--language={study['language']}")
    text = "".join(paragraph["text"].replace("\n", " ") + "\n" for paragraph in paragraphs)
    done = subprocess.run(command, input=text, stdout=subprocess.PIPE, check=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def check_paragraph(paragraph, claims, sentences):
    for claim in claims:
        if not any(sentence["start"] <= claim["start"] and claim["end"] <= sentence["end"]
                   for sentence in sentences):
            yield f"{paragraph['id']}: {claim['id']} is longer than its sentence"
    for note in paragraph.get("notes", []):
        count = sum(claim["start"] < note["at"] <= claim["end"] for claim in claims)
        if count != (1 if paragraph["text"][:note["at"]].strip() else 0):
            yield f"{paragraph['id']}: note {note['label']} is in {count} claims"


def check_document(program, study):
    paragraphs = [paragraph for section in study["sections"]
                  for paragraph in section["paragraphs"]]
    claims = {}
    for claim in study.get("claims", []):
        claims.setdefault(claim["paragraph"], []).append(claim)
    if paragraphs:
        for paragraph, sentences in zip(paragraphs, find_sentences(program, study, paragraphs)):
            yield from check_paragraph(paragraph, claims.get(paragraph["id"], []), sentences)


def test_claims(tap, arguments, corpus):
    problems = []
    count = 0
    for folder in FOLDERS:
        for name in sorted(os.listdir(os.path.join(corpus, folder))):
            path = os.path.join(corpus, folder, name)
            study = annotate(arguments[0], path) if os.path.isfile(path) else None
            if study is not None:
                count += 1
                problems += [f"{name} {problem}" for problem in check_document(arguments[1], study)]
    if problems or count < 40:
        tap.failed("claims", problems[:20], f"{len(problems)} in {count} documents")
    else:
        tap.passed("claims", f"{count} documents")


def test_chronicle(tap, arguments, corpus):
    study = annotate(arguments[0], os.path.join(corpus, CHRONICLE))
    years = {}
    for event in study["events"]:
        if event["evidence"]["rule"].startswith("chronology"):
            for place in event["places"]:
                years[place["paragraph"]] = event["date"]
    missed = []
    count = 0
    for section in study["sections"]:
        for paragraph in section["paragraphs"]:
            match = re.match(r"A\.D\. *(\d+)", paragraph["text"])
            if match:
                count += 1
                if years.get(paragraph["id"], "").rstrip("~?") != match.group(1).zfill(4):
                    missed.append(paragraph["text"][:60])
    if missed or count != N_ANNALS:
        tap.failed("chronicle", missed[:20], f"{count - len(missed)} of {N_ANNALS}")
    else:
        tap.passed("chronicle", f"{count} annals")


def main():
    *arguments, corpus = sys.argv[1:]
    tap = watched.Tap(2)
    if not os.path.isdir(os.path.join(corpus, "text")):
        for name in ("claims", "chronicle"):
            tap.skipped(name, f"{corpus} is not there")
        return tap.status()
    test_claims(tap, arguments, corpus)
    test_chronicle(tap, arguments, corpus)
    return tap.status()


if __name__ == "__main__":
    sys.exit(main())
