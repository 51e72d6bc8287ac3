#!/usr/bin/env bash
# Converts documents to Ibid's own format: convert.sh BUILD FOLDER RESULTS
# FOLDER holds a folder for each document, with nothing else in it; what becomes of it gets that
# folder's name. A document that cannot be converted leaves the message instead.
set -euo pipefail
build=$1
results=$3

export LC_ALL=C.UTF-8 LANGUAGE=
for folder in "$2"/*/; do
    result=$results/$(basename "$folder").json
    status=0
    "$build/src/ibid" --convert=json "$folder"* >"$result" 2>"$results/message" || status=$?
    if [ $status -ne 0 ]; then
        sed "s|$folder||" "$results/message" >"$result"
        echo "exit status $status" >>"$result"
    fi
done
rm -f "$results/message"
