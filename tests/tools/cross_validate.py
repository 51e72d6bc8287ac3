#!/usr/bin/env python3
"""How well references are parsed that the labeller has not seen: cross-validation over the gold sets.

  cross_validate.py BUILD CORPUS SCORER [--folds=0,1,2,3,4] [--of=5] [-- OPTION OF THE TRAINER…]

One model over all sets is trained on all but one fold of each (whole documents where they are known, else blocks in the file's
order), and parses that fold; SCORER (score_references.py) judges what comes together, a set a line. BUILD is a folder built for
release."""

import argparse
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SETS = ("anystyle-core", "grobid-citation-dev", "linkedbooks-valid", "scielo-jats-pairs-dev")


def run_fold(arguments, fold, folder):
    """Trains without the fold and parses it."""
    texts, ranked = f"{folder}/texts-{fold}.tsv", f"{folder}/ranked-{fold}.tsv"
    weights, held_out = f"{folder}/weights-{fold}.bin", f"{folder}/held-out-{fold}"
    subprocess.run([sys.executable, "-B", f"{HERE}/labelled_texts.py", f"{arguments.corpus}/references", texts, ranked,
                    f"--fold={fold}", f"--of={arguments.of}", f"--held-out={held_out}"], check=True)
    with open(f"{folder}/train-{fold}.log", "w", encoding="utf-8") as log:
        subprocess.run([f"{arguments.build}/tests/tools/train-labeller", f"--ranked={ranked}", *arguments.options, texts, weights],
                       check=True, stderr=log)
    parse_fold(arguments, fold, folder)


def parse_fold(arguments, fold, folder):
    for name in SETS:
        with open(f"{folder}/held-out-{fold}/{name}.jsonl", encoding="utf-8") as lines:
            texts = [" ".join(json.loads(line)["input"].split()) for line in lines]
        parsed = subprocess.run([f"{arguments.build}/tests/tools/parse-references", f"{folder}/weights-{fold}.bin"],
                                input="\n".join(texts) + "\n", capture_output=True, text=True, check=True).stdout
        with open(f"{folder}/parsed-{fold}-{name}.jsonl", "w", encoding="utf-8") as out:
            out.write(parsed)


def join(paths, target):
    with open(target, "w", encoding="utf-8") as out:
        for path in paths:
            with open(path, encoding="utf-8") as lines:
                out.write(lines.read())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("corpus")
    parser.add_argument("scorer")
    parser.add_argument("--folds", default="0,1,2,3,4")
    parser.add_argument("--of", type=int, default=5)
    parser.add_argument("--parse-only", action="store_true", help="with the weights of the last time")
    parser.add_argument("options", nargs="*", help="of the trainer, behind --")
    arguments = parser.parse_args()
    folder = f"{arguments.build}/cross-validation"
    os.makedirs(folder, exist_ok=True)
    folds = [int(fold) for fold in arguments.folds.split(",")]
    for fold in folds:
        (parse_fold if arguments.parse_only else run_fold)(arguments, fold, folder)
    for name in SETS:
        gold, parsed = f"{folder}/gold-{name}.jsonl", f"{folder}/parsed-{name}.jsonl"
        join([f"{folder}/held-out-{fold}/{name}.jsonl" for fold in folds], gold)
        join([f"{folder}/parsed-{fold}-{name}.jsonl" for fold in folds], parsed)
        score = subprocess.run([sys.executable, arguments.scorer, gold, parsed], capture_output=True, text=True, check=True)
        print(f"{name:24}{score.stdout.strip()}", flush=True)


if __name__ == "__main__":
    main()
