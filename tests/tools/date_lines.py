#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Lines with numbers that are no dates, and lines of the corpus with labels set by hand.

    date_lines.py EXTRACT [CORPUS]

Prints how many of both have a date where there is none, and which. Of the made-up lines there are
2,000, in equal parts page ranges, prices, model numbers, verses and section numbers, the same in
every run.
"""

import os
import random
import sys

import score_dates

N_LINES = 2000
SEED = 20170522
LABELS = os.path.join(os.path.dirname(__file__), "..", "core", "data", "date-lines.tsv")
WORKS = ["History", "Annals of the Court", "The Old World", "Letters", "Le Monde ancien",
         "Gesammelte Schriften", "Essays"]
NAMES = ["Smith", "Müller", "Okafor", "de la Cruz", "Tanaka", "Brown", "Lefebvre"]


def page_range(rng):
    first = rng.randint(1000, 2090)
    last = first + rng.randint(1, 60)
    short = str(last)[-2:] if first // 100 == last // 100 else str(last)
    end = rng.choice([str(last), short])
    dash = rng.choice(["-", "–", "–", "—"])
    name, work = rng.choice(NAMES), rng.choice(WORKS)
    return rng.choice([
        f"{name}, {work}, pp. {first}{dash}{end}.",
        f"See pages {first}{dash}{end} of the {work}.",
        f"{name}, {work}, vol. 3, p. {first}.",
        f"pp. {first}{dash}{end}, {first + 70} and {first + 81}",
        f"Cf. {name}, S. {first}{dash}{end}.",
        f"{work} 12(3): {first}{dash}{end}",
        f"{name}, {work}, pages {first} to {last}.",
        f"ibid., p. {first}, n. {rng.randint(1, 99)}; see also fol. {rng.randint(1000, 2020)}",
    ])


def price(rng):
    amount = rng.randint(1000, 2100)
    number = rng.choice([str(amount), f"{amount // 1000},{amount % 1000:03d}", f"{amount}.50"])
    return rng.choice([
        f"It cost ${number} at the time.",
        f"The house was sold for £{number}.",
        f"{number} dollars were paid to the widow.",
        f"a debt of {number} francs",
        f"The price is {number} euros a year.",
        f"They paid {number} marks for it.",
        f"€{number} per person",
        f"USD {number} for each of them",
        f"an income of {number} pounds sterling",
        f"Total: ¥{number}",
    ])


def model(rng):
    number = rng.randint(1000, 2090)
    letters = rng.choice(["A", "B", "KX", "TR", "GT", "XZ"])
    return rng.choice([
        f"the Boeing {number} on the runway",
        f"She bought a Nokia {number} last spring, in blue.",
        f"He drove a Peugeot {number} to work.",
        f"model {letters}-{number} is out of stock",
        f"the {letters}{number} engine",
        f"part no. {number}-{rng.randint(1, 12):02d}",
        f"Model {number}, serial {rng.randint(1000, 2020)}",
        f"The {letters} {number} was never built.",
        f"Type {number}/{letters} valves",
        f"RFC {number} and ISO {number + 1} say so.",
        f"a Canon {number} printer",
        f"version {rng.randint(1, 12)}.{rng.randint(1, 12)}.{number}",
    ])


def verse(rng):
    chapter, first = rng.randint(1, 150), rng.randint(1, 31)
    book = rng.choice(["John", "Psalm", "Gen.", "Matt.", "1 Cor.", "Isaiah", "Luke", "2 Kings", "Mark"])
    return rng.choice([
        f"{book} {chapter}:{first}",
        f"as {book} {chapter}:{first}–{first + 4} says",
        f"{book} {chapter}.{first}-{first + 2}",
        f"({book} {chapter}, {first})",
        f"Iliad {rng.randint(1, 24)}.{first}–{first + 14}",
        f"Beowulf, lines {rng.randint(1000, 2000)}–{rng.randint(2001, 2900)}",
        f"line {rng.randint(1000, 2050)} of the poem",
        f"Aeneid, v. {rng.randint(1000, 1900)}",
        f"Sura {chapter}:{first}, verse {rng.randint(1000, 2000)}",
    ])


def section(rng):
    a, b, c = rng.randint(1, 31), rng.randint(1, 12), rng.randint(1000, 2030)
    return rng.choice([
        f"§ {c} of the code",
        f"Section {a}.{b}.{c} applies.",
        f"section {b}.{a} of the Act",
        f"Article {c} of the constitution",
        f"{b}.{a}.{rng.randint(1, 9)} Scope",
        f"Chapter {b}, section {c}-{rng.randint(1, 12)}",
        f"paragraphs {c} to {c + 5} of the report",
        f"art. {c} BGB",
        f"clause {a}/{b}/{rng.randint(1, 99)}",
        f"Table {b}-{a}, equation {c}",
        f"No. {c}, as amended",
        f"Resolution {c} was adopted.",
    ])


def make_lines():
    rng = random.Random(SEED)
    kinds = (page_range, price, model, verse, section)
    return [kinds[i % len(kinds)](rng) for i in range(N_LINES)]


def read_labels(corpus):
    """Lines of the corpus with the dates in them: file and line, text, [(start, end, date)]."""
    cache, labels = {}, []
    with open(LABELS, encoding="utf-8") as file:
        for row in file:
            if row.startswith("#"):
                continue
            path, number, dates = row.rstrip("\n").split("\t")
            if path not in cache:
                with open(os.path.join(corpus, path), "rb") as source:
                    content = source.read()
                try:
                    cache[path] = content.decode("utf-8").split("\n")
                except UnicodeDecodeError:
                    cache[path] = content.decode("latin-1").split("\n")
            gold = []
            for date in dates.split():
                span, _, value = date.partition("=")
                start, end = map(int, span.split("-"))
                gold.append((start, end, value))
            text = cache[path][int(number) - 1].rstrip("\r")
            labels.append((f"{path}:{number}", text, gold))
    return labels


def false_in_made_lines(program):
    lines = make_lines()
    return [(line, line[start:end], date)
            for line, found in zip(lines, score_dates.extract(program, lines))
            for start, end, date in found]


def check_labels(program, corpus):
    """What is wrong in labelled lines: lists of false, missed and differing dates."""
    labels = read_labels(corpus)
    false, missed, wrong = [], [], []
    extracted = score_dates.extract(program, [text for _, text, _ in labels])
    for (where, text, gold), found in zip(labels, extracted):
        for start, end, date in found:
            near = [g for g in gold if score_dates.overlaps((start, end), g)]
            if not near:
                false.append((where, text[start:end], date))
            elif near[0][2] not in ("?", date):
                wrong.append((where, text[start:end], date, near[0][2]))
        for g in gold:
            if g[2] != "?" and not any(score_dates.overlaps(f, g) for f in found):
                missed.append((where, text[g[0]:g[1]], g[2]))
    return len(labels), sum(len(gold) for _, _, gold in labels), false, missed, wrong


def main():
    false = false_in_made_lines(sys.argv[1])
    print(f"made-up lines: {len({line for line, _, _ in false})} of {N_LINES} with a false date")
    for entry in false:
        print("false", *entry, sep="\t")
    if len(sys.argv) > 2:
        n_lines, n_dates, false, missed, wrong = check_labels(*sys.argv[1:3])
        print(f"labelled lines: {n_lines} with {n_dates} dates: {len(false)} false, "
              f"{len(missed)} missed, {len(wrong)} with another value")
        for name, entries in (("false", false), ("missed", missed), ("value", wrong)):
            for entry in entries:
                print(name, *entry, sep="\t")


if __name__ == "__main__":
    main()
