#!/usr/bin/env bash
# Configures a build folder the first time, and compiles it: tests/tools/build.sh FOLDER [MESON OPTION…]
# MESONFLAGS holds more options, as in MESONFLAGS=-Dcorpus=path; TARGETS compiles these alone.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

folder=$1
shift
# Words on purpose: MESONFLAGS is a list.
# shellcheck disable=SC2206
flags=(${MESONFLAGS:-})
if [ ! -f "$folder/build.ninja" ]; then
    meson setup "$@" "${flags[@]}" "$folder"
elif [ ${#flags[@]} -gt 0 ]; then
    meson configure "${flags[@]}" "$folder"
fi
# shellcheck disable=SC2086
meson compile -C "$folder" ${TARGETS:-}
