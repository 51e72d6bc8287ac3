#!/usr/bin/env bash
# `make install`: builds for release and installs below $PREFIX, which $DESTDIR may stand before.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

prefix=${PREFIX:-/usr/local}
tests/tools/setup.sh build
if [ -f build-install/build.ninja ]; then meson configure build-install --prefix="$prefix"; fi
tests/tools/build.sh build-install --buildtype=release -Dtests=false --prefix="$prefix"
meson install -C build-install --no-rebuild
