#!/usr/bin/env bash
# `make train`: learns to label references from the gold sets of the corpus, and writes
# data/analysis/labeller.bin: the same bytes every time. CORPUS=path names the corpus.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

corpus=${CORPUS:-../shared/corpus}
texts=build-train/labelled-texts.tsv
ranked=build-train/ranked-texts.tsv

[ -d "$corpus/references" ] || { echo "train: no gold in $corpus/references; CORPUS=path names the corpus" >&2; exit 1; }
tests/tools/setup.sh build
[ -f build-train/build.ninja ] || meson setup --buildtype=release build-train
meson compile -C build-train train-labeller
python3 -B tests/tools/labelled_texts.py "$corpus/references" "$texts" "$ranked"
build-train/tests/tools/train-labeller --ranked="$ranked" "$texts" data/analysis/labeller.bin
sha256sum data/analysis/labeller.bin
