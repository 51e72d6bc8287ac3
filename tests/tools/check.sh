#!/usr/bin/env bash
# `make check`: sets up, builds, runs every suite, and ends with "N passed, N failed, N skipped".
# SANITIZE=1 does so with the address and undefined-behaviour sanitizers; SUITE=name runs one suite.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

tests/tools/setup.sh build check

folder=build
options=(--buildtype=debugoptimized)
patience=2
if [ -n "${SANITIZE:-}" ] && [ "$SANITIZE" != 0 ]; then
    folder=build-sanitize
    options+=(-Db_sanitize=address,undefined -Db_lundef=false)
    patience=6
    # GLib's own frames have no frame pointers, so the fast unwinder would end in them.
    export ASAN_OPTIONS=fast_unwind_on_malloc=0:detect_leaks=1:abort_on_error=1
    export LSAN_OPTIONS="suppressions=$PWD/tests/lsan.supp:print_suppressions=0"
    export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
fi
export LC_ALL=C.UTF-8
unset LANGUAGE

tests/tools/build.sh "$folder" "${options[@]}"

log=$folder/meson-logs/testlog.json
rm -f "$log"
status=0
meson test -C "$folder" --no-rebuild --print-errorlogs --num-processes 2 \
    --timeout-multiplier "$patience" ${SUITE:+--suite "$SUITE"} </dev/null || status=$?
python3 tests/tools/summary.py "$log" || status=$?
exit "$status"
