#!/usr/bin/env bash
# `make fidelity`: 200 random essays in every format, compared with what they say.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

tests/tools/setup.sh build
tests/tools/build.sh build --buildtype=debugoptimized
exec python3 -B tests/core/test-fidelity.py build/src/ibid 1 "${ESSAYS:-200}" ${FORMAT:+"$FORMAT"}
