#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""What `ibid-extract dates` finds of the dates in the corpus's sets.

    score_dates.py EXTRACT CORPUS [-v]

EXTRACT is the program. A date is found when its span is the gold's exactly (but for a weekday
that the gold leaves out); a second column counts spans that overlap it. Explicit dates are those of which the span holds a four-digit year. The sets
label one kind of date each: what is found of another kind, and overlaps no label, does not count.
Value is the share of the found ones whose date is right. -v lists what is missed, false or wrong.
"""

import datetime
import json
import os
import re
import subprocess
import sys

YEAR = re.compile(r"\d{4}")
ONE_DAY = datetime.timedelta(days=1)
MONTHS = ["jan|gen", "feb|fév", "mar|mär", "apr|avr", "may|mai|mag", "jun|juin|giu", "jul|juil|lug",
          "aug|août|ago", "sep|set", "oct|okt|ott|out", "nov", "dec|dez|dic|déc|gru"]
SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


def extract(program, texts, references=None):
    """The dates found in each text: lists of (start, end, date)."""
    found = [None] * len(texts)
    references = references or [None] * len(texts)
    for reference in sorted(set(references), key=str):
        mine = [i for i, r in enumerate(references) if r == reference]
        lines = "".join(" ".join(texts[i].splitlines()) + "\n" for i in mine)
        options = [f"--reference-date={reference}"] if reference else []
        done = subprocess.run([program, "dates", *options], input=lines.encode(),
                              stdout=subprocess.PIPE, check=True)
        for i, line in zip(mine, done.stdout.decode().splitlines(), strict=True):
            found[i] = [(d["start"], d["end"], d["date"]) for d in json.loads(line)]
    return found


# --- Values ---------------------------------------------------------------------------------


def days_of(point):
    """First and last day of one end of an EDTF date; None when it is open or not of our era."""
    point = point.rstrip("~?%")
    match = re.fullmatch(r"(\d{2}(?:\d\d|\dX|XX))(?:-(\d\d))?(?:-(\d\d))?", point)
    if not match:
        return None
    first, last = int(match[1].replace("X", "0")), int(match[1].replace("X", "9"))
    if first == 0:
        return None
    month, day = int(match[2] or 0), int(match[3] or 0)
    if month > 12:
        return point, point
    end = datetime.date(last + (month in (0, 12)), month % 12 + 1 if month else 1, 1) - ONE_DAY
    if day:
        return (datetime.date(first, month, day),) * 2
    return datetime.date(first, month or 1, 1), end


def is_same(edtf, timex):
    """Whether our date is that TIMEX; ranges of TIMEX end with the day after, or with the first
    day of what the text names last."""
    ends = [days_of(part) for part in edtf.split("/")]
    if None in ends:
        return False
    match = re.fullmatch(r"\((\S+?),(\S+?),P\S+\)", timex)
    if match:
        start, end = (datetime.date.fromisoformat(day) for day in match.groups())
        last = ends[-1]
        return ends[0][0] == start and end in (last[0], last[1] + ONE_DAY)
    match = re.fullmatch(r"(\d{4})-W(\d\d)", timex)
    if match:
        monday = datetime.date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return ends[0][0] == monday and ends[-1][1] == monday + 6 * ONE_DAY
    match = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", timex)
    if match:
        return edtf == f"{match[1]}-{SEASONS[match[2]]}"
    return edtf == timex


# --- The sets -------------------------------------------------------------------------------


def read_recognizers(path):
    """Texts, reference dates, and of each text the gold: (start, end, check of a value or None)."""
    with open(path, encoding="utf-8-sig") as file:
        cases = json.load(file)
    texts, references, golds = [], [], []
    for case in cases:
        texts.append(case["Input"])
        references.append((case.get("Context") or {}).get("ReferenceDateTime", "")[:10] or None)
        golds.append([])
        for result in case["Results"]:
            timex = (result.get("Value") or {}).get("Timex")
            start, length = result["Start"], result["Length"]
            golds[-1].append((start, start + length,
                              None if not timex or "XX" in timex or re.match(r"[A-Z]", timex)
                              else lambda edtf, timex=timex: is_same(edtf, timex)))
    return texts, references, golds


def month_number(text):
    text = text.strip().strip("./").lower()
    if text.isdigit():
        return int(text)
    for number, names in enumerate(MONTHS, 1):
        if re.match(names, text):
            return number
    return 0


def value_of(parts):
    """The EDTF date of labelled parts, in order; a second day or year makes a range."""
    ends = [{}, {}]
    for label, text in parts:
        digits = re.sub(r"\D", "", text) if label != "month" else text
        if label == "day" and re.search(r"\d\D+\d", text.replace(" ", "")):
            days = re.findall(r"\d+", text)
            ends[0].setdefault("day", int(days[0]))
            ends[1]["day"] = int(days[1])
            continue
        number = month_number(text) if label == "month" else int(digits[:4])
        ends[1 if label in ends[0] else 0][label] = number

    def write(end):
        date = f"{end['year']:04d}"
        for label in ("month", "day"):
            if end.get(label):
                date += f"-{end[label]:02d}"
        return date

    return write(ends[0]) + ("/" + write({**ends[0], **ends[1]}) if ends[1] else "")


def read_grobid(path):
    """A text for each date. Parts that words part are no date together: "February 2010 Available
    online 11" is one month, and a day that nothing says the month of."""
    with open(path, encoding="utf-8") as file:
        content = re.sub(r"<!--.*?-->|<lb ?/>", " ", file.read())
    texts, golds = [], []
    for body in re.findall(r"<date>(.*?)</date>", content, re.S):
        body = re.sub(r"<date>", "", body)
        text, groups, end = "", [], None
        for piece in re.findall(r"<(?:day|month|year)>[^<]*</\w+>|[^<]+", body):
            match = re.match(r"<(\w+)>([^<]*)<", piece)
            # A blank at a part's end is no part of it.
            raw = " ".join((match[2] if match else piece).split())
            raw = raw and ("" if not (match[2] if match else piece)[0].isspace() or text.endswith(" ")
                           else " ") + raw
            before = text
            text += raw + (" " if (match[2] if match else piece)[-1:].isspace()
                           and not (raw or text).endswith(" ") else "")
            if not match:
                if re.search(r"\w", re.sub(r"\b(st|nd|rd|th|the|of)\b|\d+:\d+(:\d+)?|年|月|日", "",
                                           raw.strip())) or re.search(r"[;]", raw):
                    end = None
                continue
            start = len(before) + len(raw) - len(raw.lstrip())
            stop = len(before) + len(raw)
            if end is None:
                groups.append([start, stop, []])
            groups[-1][1] = stop
            groups[-1][2].append((match[1], match[2]))
            end = stop
        gold = []
        for start, stop, parts in groups:
            if any(label == "year" and re.search(r"\d", part) for label, part in parts):
                value = value_of(parts)
                gold.append((start, stop, lambda edtf, value=value: edtf == value))
        texts.append(text)
        golds.append(gold)
    return texts, [None] * len(texts), golds


# --- Counting -------------------------------------------------------------------------------


# What the labels of GROBID leave out of a span.
BARE = re.compile(r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,? )?(.*?)日?",
                  re.IGNORECASE)


def is_span(text, found, gold):
    """Whether it is the same span, but for a weekday before it and a sign behind it."""
    if found[:2] == gold[:2]:
        return True
    start, end = BARE.fullmatch(text[found[0]:found[1]]).span(1)
    return (found[0] + start, found[0] + end) == gold[:2]


def overlaps(a, b):
    return a[0] < b[1] and b[0] < a[1]


class Score:
    def __init__(self, name):
        self.name = name
        self.n_gold = self.n_found = self.n_exact = self.n_overlap = 0
        self.n_valued = self.n_right = 0
        self.misses = []

    def add(self, text, gold, found, kind):
        self.n_gold += len(gold)
        found = [f for f in found if kind is None or (is_single_day(f[2]) == (kind == "day"))
                 or any(overlaps(f, g) for g in gold)]
        self.n_found += len(found)
        for g in gold:
            exact = next((f for f in found if is_span(text, f, g)), None)
            near = exact or next((f for f in found if overlaps(f, g)), None)
            self.n_exact += exact is not None
            self.n_overlap += near is not None
            if exact is None:
                self.misses.append(("missed", text, text[g[0]:g[1]], near and text[near[0]:near[1]]))
            if near is not None and g[2] is not None:
                self.n_valued += 1
                self.n_right += g[2](near[2])
                if not g[2](near[2]):
                    self.misses.append(("value", text, text[g[0]:g[1]], near[2]))
        for f in found:
            if not any(overlaps(f, g) for g in gold):
                self.misses.append(("false", text, text[f[0]:f[1]], f[2]))

    def figures(self, n_hit):
        precision = n_hit / self.n_found if self.n_found else 1.0
        recall = n_hit / self.n_gold if self.n_gold else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return precision, recall, f1

    def value(self):
        return self.n_right / self.n_valued if self.n_valued else 1.0

    def f1(self):
        return self.figures(self.n_exact)[2]


def is_single_day(edtf):
    return re.fullmatch(r"\d{4}-\d\d-\d\d[~?%]?", edtf) is not None


def score(program, corpus):
    """Scores of explicit dates and of the others: name → (explicit, other)."""
    scores = {}
    folder = os.path.join(corpus, "dates")
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if name.endswith(".json"):
            texts, references, golds = read_recognizers(path)
            kind = "period" if "Period" in name else "day"
        else:
            texts, references, golds = read_grobid(path)
            kind = None
        explicit, other = Score(name), Score(name)
        for text, gold, found in zip(texts, golds, extract(program, texts, references)):
            text = " ".join(text.splitlines())
            for part, is_explicit in ((explicit, True), (other, False)):
                part.add(text,
                         [g for g in gold if bool(YEAR.search(text[g[0]:g[1]])) == is_explicit],
                         [f for f in found if bool(YEAR.search(text[f[0]:f[1]])) == is_explicit],
                         kind)
        scores[name] = (explicit, other)
    return scores


def total(scores):
    all_scores = Score("all")
    for part in scores:
        for member in ("n_gold", "n_found", "n_exact", "n_overlap", "n_valued", "n_right"):
            setattr(all_scores, member, getattr(all_scores, member) + getattr(part, member))
    return all_scores


def print_table(title, scores):
    print(f"{title}\n{'':36}gold found  P     R     F1    F1 overlap  value")
    for part in [*scores, total(scores)]:
        p, r, f1 = part.figures(part.n_exact)
        print(f"{part.name:36}{part.n_gold:4} {part.n_found:5}  {p:.3f} {r:.3f} {f1:.3f} "
              f"{part.figures(part.n_overlap)[2]:.3f}       {part.value():.3f}")


def main():
    program, corpus = sys.argv[1:3]
    scores = score(program, corpus)
    print_table("Explicit (a four-digit year is printed)", [s[0] for s in scores.values()])
    print_table("Others (no such year: mostly relative)", [s[1] for s in scores.values()])
    if "-v" in sys.argv[3:]:
        for explicit, other in scores.values():
            for name, part in (("explicit", explicit), ("other", other)):
                for miss in part.misses:
                    print(f"{part.name} {name}", *miss, sep="\t")


if __name__ == "__main__":
    main()
