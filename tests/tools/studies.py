# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Study files as tests look at them: what is in them, and where two of them differ first."""

import json

METADATA = ("title", "author", "issued", "publisher", "language")


class Unread(Exception):
    """The program did not open the file; says what it said."""


def read(watched, ibid, path, seconds):
    """The imported document, not analysed."""
    result = watched.run([ibid, "--convert=json", "--no-analysis", path], seconds)
    if result.status != 0:
        raise Unread(result.errors.strip()[:500] or f"exit {result.status}")
    return json.loads(result.output)


def passages(study):
    """All that has text: headings, paragraphs, references."""
    for section in study["sections"]:
        yield {"text": section["heading"], "notes": section.get("notes", [])}
        yield from section["paragraphs"]
    yield from study.get("references", [])


def markers(study):
    return [note for passage in passages(study) for note in passage.get("notes", [])]


def count(study):
    """References, markers, markers without reference, references without marker."""
    all_markers = markers(study)
    cited = {note.get("reference") for note in all_markers}
    references = study.get("references", [])
    missing = [note for note in all_markers if "reference" not in note]
    uncited = [reference for reference in references if reference["id"] not in cited]
    return len(references), len(all_markers), missing, uncited


# --- Differences ------------------------------------------------------------------------------------


def outline(study, with_kinds):
    """A study as a list of (where, value): equal lists mean equal documents, whatever the ids."""
    texts = {reference["id"]: reference["text"] for reference in study.get("references", [])}
    levels = [section["level"] for section in study["sections"] if section["heading"]]
    lines = []
    for i, section in enumerate(study["sections"]):
        if section["heading"] or section["paragraphs"]:
            where = f"section {i + 1}"
            level = section["level"] - min(levels) if section["heading"] else 0
            lines += [(f"{where}: heading", section["heading"]), (f"{where}: level", level)]
            lines += inner(section, where, section["heading"], texts)
        for j, paragraph in enumerate(section["paragraphs"]):
            where = f"section {i + 1}, paragraph {j + 1}"
            lines.append((f"{where}: text", paragraph["text"]))
            lines += [(f"{where}: {name}", paragraph.get(name)) for name in ("style", "depth", "number")]
            lines += inner(paragraph, where, paragraph["text"], texts)
    for i, reference in enumerate(study.get("references", [])):
        where = f"note {i + 1}"
        lines.append((f"{where}: text", reference["text"]))
        lines += [(f"{where}: {name}", reference.get(name)) for name in (("label", "kind") if with_kinds else ("label",))]
        lines += inner(reference, where, reference["text"], texts)
    return lines


def inner(passage, where, text, texts):
    notes = [(note["at"], note["label"], texts.get(note.get("reference"))) for note in passage.get("notes", [])]
    return [(f"{where}: markers", notes), (f"{where}: spans", normal_spans(passage.get("spans", []), text))]


def normal_spans(spans, text):
    """Without blanks at their ends; those of one style that touch are one; where the order of two
    does not matter it is always the same."""
    joined = []
    for span in sorted(spans, key=lambda s: (s["style"], s.get("href", ""), s["start"])):
        start, end = span["start"], span["end"]
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        last = joined[-1] if joined else None
        if last and last[2:] == (span["style"], span.get("href")) and text[last[1] : start].strip() == "":
            joined[-1] = (last[0], max(last[1], end), *last[2:])
        elif start < end:
            joined.append((start, end, span["style"], span.get("href")))
    return sorted(joined, key=lambda s: (s[0], s[1], s[2]))


def show(value, other):
    """A value, and of a long text only where it begins to differ."""
    if isinstance(value, str) and isinstance(other, str):
        at = next((i for i, (a, b) in enumerate(zip(value, other)) if a != b), min(len(value), len(other)))
        start = max(0, at - 40)
        return f"{'…' if start else ''}{value[start : at + 60]!r} (differs at {at})"
    if isinstance(value, list) and isinstance(other, list):
        at = next((i for i, (a, b) in enumerate(zip(value, other)) if a != b), min(len(value), len(other)))
        return f"[{at}] {value[at] if at < len(value) else 'nothing'!r:.200} ({len(value)} in all)"
    return f"{value!r:.200}"


def difference(gold, found):
    """The first difference in words; None when there is none. Not compared: metadata that gold has
    not, and whether notes are footnotes where gold does not know two kinds."""
    with_kinds = any(reference["kind"] == "endnote" for reference in gold["references"])
    expected, got = outline(gold, with_kinds), outline(found, with_kinds)
    for a, b in zip(expected, got):
        if a != b:
            what = f"{a[0]}: " if a[0] == b[0] else f"{a[0]} against {b[0]}: "
            return f"{what}expected {show(a[1], b[1])}, found {show(b[1], a[1])}"
    if len(expected) != len(got):
        more = "missing" if len(expected) > len(got) else "too much"
        rest = (expected if len(expected) > len(got) else got)[min(len(expected), len(got))]
        return f"{more}: {rest[0]} {rest[1]!r:.200}"
    for name in METADATA:
        if name in gold and gold[name] != found.get(name):
            return f"{name}: expected {gold[name]!r}, found {found.get(name)!r}"
    return None
