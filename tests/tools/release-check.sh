#!/usr/bin/env bash
# `make release-check`: what a release has to be beyond what every commit has to be.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

tests/tools/setup.sh build
exec python3 -B tests/checks/release.py .
