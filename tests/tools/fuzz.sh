#!/usr/bin/env bash
# `make fuzz`: each fuzz target with libFuzzer and the sanitizers for FUZZ_SECONDS (600), in turn.
# FUZZ=name runs one. What it finds is kept beside the target's corpus, as a test from then on.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

tests/tools/setup.sh build check
folder=build-fuzz
if [ ! -f "$folder/build.ninja" ]; then
    # shellcheck disable=SC2086
    CC=clang meson setup --buildtype=debugoptimized -Dlibfuzzer=true \
        -Db_sanitize=address,undefined -Db_lundef=false ${MESONFLAGS:-} "$folder"
fi
meson compile -C "$folder" fuzz-targets

export ASAN_OPTIONS=detect_leaks=1:malloc_context_size=10
export LSAN_OPTIONS="suppressions=$PWD/tests/lsan.supp:print_suppressions=0"
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
export G_DEBUG=fatal-warnings LC_ALL=C.UTF-8
unset LANGUAGE

failed=()
for corpus in tests/fuzz/corpus/*/; do
    name=$(basename "$corpus")
    [ "${FUZZ:-$name}" = "$name" ] || continue
    echo "fuzz: $name for ${FUZZ_SECONDS:-600} s"
    mkdir -p "$folder/corpus/$name"
    "$folder/tests/fuzz/fuzz-$name" -max_total_time="${FUZZ_SECONDS:-600}" -timeout=10 \
        -rss_limit_mb=2000 -max_len=32768 -print_final_stats=1 -verbosity=0 \
        -dict=tests/fuzz/markup.dict -artifact_prefix="$corpus" \
        "$folder/corpus/$name" "$corpus" || failed+=("$name")
done
[ ${#failed[@]} -eq 0 ] || { echo "fuzz: findings in ${failed[*]}"; exit 1; }
echo "fuzz: no findings"
