#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Events against the timelines of SemEval 2015, task 4, as far as dated sentences go.

score_events.py ANNOTATE EXTRACT CORPUS [--errors]

The gold says on which date what a sentence tells happened. A sentence is dated when a date is found
in it: dates of others are taken from the news's own date or from sentences around, which is another
task. Recall: of the gold's pairs of a dated sentence and a date, how many are an event's. Precision:
of the events in sentences of which the gold says something, how many have one of its dates. A gold
date may be less exact than the one found, or more.
"""

import argparse
import glob
import json
import os
import re
import subprocess
import tempfile
import xml.etree.ElementTree as tree


def read_document(path):
    root = tree.parse(path).getroot()
    created = root.find("DCT/TIMEX3").get("value")
    sentences = {int(sentence.get("id")): " ".join("".join(sentence.itertext()).split())
                 for sentence in root.iter("s")}
    return root.findtext("DOCID"), created, {
        number: re.sub(r" ([,.;:)!?])", r"\1", text.replace("( ", "("))
        for number, text in sentences.items()}


def read_gold(folder):
    """(document, sentence): dates, "2005-04" where the day is unknown."""
    gold = {}
    for path in glob.glob(os.path.join(folder, "**", "*"), recursive=True):
        if "imeLines" not in path or not path.endswith(".txt"):
            continue
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                fields = line.split()
                if len(fields) < 3 or not re.match(r"\d{4}", fields[1]):
                    continue
                date = re.sub(r"(-XX)+$", "", fields[1])
                for event in fields[2:]:
                    document, sentence = event.split("-")[:2]
                    gold.setdefault((document, int(sentence)), set()).add(date)
    return gold


def study_of(created, sentences):
    return {"format": "ibid-study", "version": 1, "language": "en", "issued": created,
            "sections": [{"id": "s1", "level": 1, "heading": "", "paragraphs": [
                {"id": f"p{number}", "style": "body", "text": text}
                for number, text in sorted(sentences.items())]}]}


def find_events(arguments, created, sentences):
    with tempfile.NamedTemporaryFile("w", suffix=".ibid", encoding="utf-8") as file:
        json.dump(study_of(created, sentences), file)
        file.flush()
        done = subprocess.run([arguments.annotate, file.name],
                              stdout=subprocess.PIPE, check=True)
    found = {}
    for event in json.loads(done.stdout)["events"]:
        for place in event["places"]:
            found.setdefault(int(place["paragraph"][1:]), []).append(event)
    return found


def find_dates(arguments, created, sentences):
    done = subprocess.run([arguments.extract, "dates", f"--reference-date={created}"],
                          input="\n".join(text for _, text in sorted(sentences.items())) + "\n",
                          stdout=subprocess.PIPE, check=True, text=True)
    return dict(zip(sorted(sentences), map(json.loads, done.stdout.splitlines())))


def agree(date, gold):
    plain = date.rstrip("~?")
    ends = plain.split("/")
    return any(end and (end.startswith(gold) or gold.startswith(end)) for end in ends)


def main():
    parser = argparse.ArgumentParser()
    for name in ("annotate", "extract", "corpus"):
        parser.add_argument(name)
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    folder = os.path.join(arguments.corpus, "events", "semeval2015-task4")
    gold = read_gold(folder)
    n_gold = n_found = n_events = n_right = 0
    for path in sorted(glob.glob(os.path.join(folder, "**", "*.tml"), recursive=True)):
        name, created, sentences = read_document(path)
        events = find_events(arguments, created, sentences)
        dates = find_dates(arguments, created, sentences)
        for number, text in sentences.items():
            right = gold.get((name, number), set())
            if not right or not dates[number] or number <= 1:
                continue
            found = events.get(number, [])
            hits = {date for date in right if any(agree(e["date"], date) for e in found)}
            wrong = [e for e in found if not any(agree(e["date"], date) for date in right)]
            n_gold += len(right)
            n_found += len(hits)
            n_events += len(found)
            n_right += len(found) - len(wrong)
            if arguments.errors and (hits != right or wrong):
                print(f"{name}-{number} gold {sorted(right)} found "
                      f"{[(e['date'], e['title']) for e in found]} "
                      f"dates {[d['date'] for d in dates[number]]}\n    {text}")
    print(f"recall {n_found} of {n_gold} ({n_found / n_gold:.3f}), "
          f"precision {n_right} of {n_events} ({n_right / max(1, n_events):.3f})")


if __name__ == "__main__":
    main()
