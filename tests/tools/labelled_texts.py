#!/usr/bin/env python3
"""Gold references as the trainer reads them:

  labelled_texts.py FOLDER LABELLED-TEXTS RANKED-TEXTS [--fold=K --of=N --held-out=FOLDER]

FOLDER holds the gold sets. With --fold the texts of the K-th of N folds of each set are left out, and written as they are into
the other folder, one file a set. What is left out of one set is left out wherever it stands. Of LinkedBooks' training set,
which is as large as all others together and of one kind, two thirds are learned from; the small sets count more often.

The second file is for choosing among the likeliest ways to label a text: all gold texts once, and an empty line before those
that only the labellers are to learn from, not the choice (most of LinkedBooks' training set, whose labels are the least alike)."""

import argparse
import os

import gold_spans
import synthetic_references

ONLY_LEARNED = "linkedbooks-train"
N_SYNTHETIC = 12000
WEIGHTS = {"anystyle-core": 2, "scielo-jats-pairs-dev": 3}
RANKED_SHARE = 4


def plain(text):
    return "".join(char for char in text.casefold() if char.isalnum())


def write_texts(items, path):
    with open(path, "w", encoding="utf-8") as out:
        for item in items:
            if not item:
                out.write("\n")
                continue
            fields = [f"{label}:{start}:{end}" for label, start, end in item["spans"]]
            out.write("\t".join([item["text"], *fields]) + "\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("output")
    parser.add_argument("ranked")
    parser.add_argument("--fold", type=int)
    parser.add_argument("--of", type=int, default=5)
    parser.add_argument("--held-out")
    parser.add_argument("--synthetic", type=int, default=N_SYNTHETIC)
    arguments = parser.parse_args()

    learned = []
    held_out = set()
    for name in sorted(gold_spans.SETS, key=lambda name: name == ONLY_LEARNED):
        items = gold_spans.read_set(arguments.folder, name)
        if name == ONLY_LEARNED:
            items = [item for index, item in enumerate(items) if index % 3]
        elif arguments.fold is not None:
            folds = gold_spans.find_folds(items, arguments.of)
            kept_out = [item for item, fold in zip(items, folds) if fold == arguments.fold]
            items = [item for item, fold in zip(items, folds) if fold != arguments.fold]
            held_out.update(plain(item["text"]) for item in kept_out)
            os.makedirs(arguments.held_out, exist_ok=True)
            with open(f"{arguments.held_out}/{name}.jsonl", "w", encoding="utf-8") as out:
                out.writelines(item["line"] for item in kept_out)
        learned += items
    # Two of the sets share 500 references: what one holds out must not be learned from the other.
    learned = [item for item in learned if plain(item["text"]) not in held_out]
    large = [item for item in learned if item["set"] == ONLY_LEARNED]
    small = [item for item in learned if item["set"] != ONLY_LEARNED]
    write_texts(small + large[::RANKED_SHARE] + [None] + [item for index, item in enumerate(large) if index % RANKED_SHARE],
                arguments.ranked)
    made = synthetic_references.make(learned, arguments.synthetic)
    again = [item for item in small for _ in range(WEIGHTS.get(item["set"], 1) - 1)]
    write_texts(learned + made + again, arguments.output)


if __name__ == "__main__":
    main()
