#!/usr/bin/env bash
# `make bench`: builds for release and prints the measurements.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

tests/tools/setup.sh build bench
tests/tools/build.sh build-bench --buildtype=release
exec python3 tests/bench/run.py build-bench
