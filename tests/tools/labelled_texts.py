#!/usr/bin/env python3
"""Gold references as the trainer reads them:

  labelled_texts.py FOLDER LABELLED-TEXTS [--fold=K --of=N --held-out=FOLDER]

FOLDER holds the gold sets. With --fold the texts of the K-th of N folds of each set are left out, and written as they are into
the other folder, one file a set. LinkedBooks' training set is only learned from, less what is in the fold left out."""

import argparse
import os

import gold_spans
import synthetic_references

ONLY_LEARNED = "linkedbooks-train"
N_SYNTHETIC = 6000


def plain(text):
    return "".join(char for char in text.casefold() if char.isalnum())


def write_texts(items, path):
    with open(path, "w", encoding="utf-8") as out:
        for item in items:
            fields = [f"{label}:{start}:{end}" for label, start, end in item["spans"]]
            out.write("\t".join([item["text"], *fields]) + "\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("output")
    parser.add_argument("--fold", type=int)
    parser.add_argument("--of", type=int, default=5)
    parser.add_argument("--held-out")
    parser.add_argument("--synthetic", type=int, default=N_SYNTHETIC)
    arguments = parser.parse_args()

    learned = []
    held_out = set()
    for name in sorted(gold_spans.SETS, key=lambda name: name == ONLY_LEARNED):
        items = gold_spans.read_set(arguments.folder, name)
        if arguments.fold is not None and name != ONLY_LEARNED:
            folds = gold_spans.find_folds(items, arguments.of)
            kept_out = [item for item, fold in zip(items, folds) if fold == arguments.fold]
            items = [item for item, fold in zip(items, folds) if fold != arguments.fold]
            held_out.update(plain(item["text"]) for item in kept_out)
            os.makedirs(arguments.held_out, exist_ok=True)
            with open(f"{arguments.held_out}/{name}.jsonl", "w", encoding="utf-8") as out:
                out.writelines(item["line"] for item in kept_out)
        elif name == ONLY_LEARNED:
            items = [item for item in items if plain(item["text"]) not in held_out]
        learned += items
    learned += synthetic_references.make(learned, arguments.synthetic)
    write_texts(learned, arguments.output)


if __name__ == "__main__":
    main()
