#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Works and events of the bundled edition, exported and read by others: pandoc without a warning
(skipped where it is not installed), Python's csv, and a reader of RIS that takes nothing amiss.

    test-exports.py IBID EDITION
"""

import csv
import io
import json
import re
import shutil
import subprocess
import sys

SECONDS = 60
PEOPLE = ("author", "editor")
FIELDS = ("title", "volume", "issue", "page", "DOI")


def export(ibid, edition, name):
    command = [ibid, f"--convert={name}", edition]
    return subprocess.run(command, capture_output=True, check=True, timeout=SECONDS).stdout


def run_pandoc(name, data):
    """The works that pandoc reads; it must have nothing to say."""
    command = ["pandoc", f"--from={name}", "--to=csljson"]
    done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
    if done.returncode != 0 or done.stderr:
        raise ValueError(f"{done.returncode}: {done.stderr.decode()}")
    return json.loads(done.stdout)


def plain(value):
    """Without marks of case, with one kind of dash and of quotation marks (pandoc sets its own)."""
    return re.sub("[‘’“”\"]", "'", re.sub("--|–", "-", re.sub("<[^>]*>", "", str(value))))


def get_names(work):
    return [
        {key: plain(value) for key, value in name.items()}
        for role in PEOPLE
        for name in work.get(role, [])
    ]


def get_dates(work):
    dates = [work[name]["date-parts"] if name in work else [] for name in ("issued", "accessed")]
    return [[[int(part) for part in point] for point in date] for date in dates]


def differences(works, found):
    if [work["id"] for work in works] != [work["id"] for work in found]:
        yield f"works {[work['id'] for work in found]}"
        return
    for work, other in zip(works, found):
        for field in FIELDS:
            if plain(work.get(field, "")) != plain(other.get(field, "")):
                yield f"{work['id']}: {field} {work.get(field)!r} became {other.get(field)!r}"
        if get_names(work) != get_names(other):
            yield f"{work['id']}: names {get_names(other)}, not {get_names(work)}"
        if get_dates(work) != get_dates(other):
            yield f"{work['id']}: dates {get_dates(other)}, not {get_dates(work)}"


def read_ris(data):
    """Entries as lists of (tag, value); refuses whatever is no line of RIS."""
    if not data.endswith(b"\r\n") or b"\n" in data.replace(b"\r\n", b""):
        raise ValueError("lines must end with CR LF")
    entries = []
    is_open = False
    for line in data.decode("utf-8").split("\r\n"):
        if not line:
            continue
        match = re.fullmatch("([A-Z][A-Z0-9])  - (.*)", line)
        if match is None:
            raise ValueError(f"no line of RIS: {line!r}")
        tag, value = match.groups()
        if (tag == "TY") == is_open:
            raise ValueError(f"out of place: {line!r}")
        if tag == "TY":
            entries.append([])
        elif tag != "ER" and not value:
            raise ValueError(f"empty: {line!r}")
        is_open = tag != "ER"
        entries[-1].append((tag, value))
    if is_open:
        raise ValueError("the last entry has no end")
    return entries


def ris_name(name):
    return name.get("literal") or ", ".join([name["family"], name["given"]])


def ris_differences(works, entries):
    if len(works) != len(entries):
        yield f"{len(entries)} entries"
    for work, entry in zip(works, entries):
        tags = dict(entry)
        issued = work.get("issued", {}).get("date-parts", [[None]])[0][0]
        authors = [value for tag, value in entry if tag == "AU"]
        if [tags.get("ID"), tags.get("TI")] != [work["id"], work["title"]]:
            yield f"{work['id']}: {entry}"
        if authors != [ris_name(name) for name in work.get("author", [])]:
            yield f"{work['id']}: authors {authors}"
        if tags.get("PY") != (None if issued is None else str(issued)):
            yield f"{work['id']}: year {tags.get('PY')}"
        if tags.get("DO") != work.get("DOI"):
            yield f"{work['id']}: DOI {tags.get('DO')}"


def csv_differences(study, data):
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))
    texts = {p["id"]: p["text"] for s in study["sections"] for p in s["paragraphs"]}
    labels = {r["id"]: r["label"] for r in study["references"]}
    names = {a["id"]: a["name"] for a in study["actors"]}
    places = [(event, place) for event in study["events"] for place in event["places"]]
    if len(rows) != len(places):
        yield f"{len(rows)} rows, not {len(places)}"
    for row, (event, place) in zip(rows, places):
        expected = {
            "event": event["id"],
            "date": event["date"],
            "title": event["title"],
            "kind": event["kind"],
            "actors": "; ".join(names[a] for a in event.get("actors", [])),
            "notes": "; ".join(labels[r] for r in event.get("references", [])),
            "paragraph": place["paragraph"],
            "text": texts[place["paragraph"]][place["start"] : place["end"]],
        }
        for column, value in expected.items():
            if row[column] != value:
                yield f"{event['id']}: {column} {row[column]!r}, not {value!r}"


def make_tests(ibid, edition):
    with open(edition, encoding="utf-8") as file:
        study = json.load(file)
    works = study["works"]

    def test_csl():
        if json.loads(export(ibid, edition, "csl-json")) != works:
            yield "other works"

    def test_ris():
        return ris_differences(works, read_ris(export(ibid, edition, "ris")))

    def test_csv():
        return csv_differences(study, export(ibid, edition, "events-csv"))

    def test_pandoc_csl():
        return differences(works, run_pandoc("csljson", export(ibid, edition, "csl-json")))

    def test_pandoc_bibtex():
        return differences(works, run_pandoc("bibtex", export(ibid, edition, "bibtex")))

    return [
        ("csl-json", test_csl),
        ("ris", test_ris),
        ("events-csv", test_csv),
        ("pandoc-csl-json", test_pandoc_csl),
        ("pandoc-bibtex", test_pandoc_bibtex),
    ]


def main(ibid, edition):
    tests = make_tests(ibid, edition)
    print(f"1..{len(tests)}")
    n_failed = 0
    for number, (name, test) in enumerate(tests, 1):
        if name.startswith("pandoc") and shutil.which("pandoc") is None:
            print(f"ok {number} {name} # SKIP pandoc is not installed")
            continue
        try:
            found = list(test())
        except ValueError as error:
            found = [str(error)]
        for line in found:
            print(f"# {line}")
        print(f"{'not ok' if found else 'ok'} {number} {name}")
        n_failed += bool(found)
    return 1 if n_failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
