#!/usr/bin/env bash
# `make run`: builds Ibid and opens its window, on $FILE or else on the bundled edition; with no display
# a picture of that window is written to build/ibid.png.
set -euo pipefail

file=${FILE:-}
if [ -n "$file" ] && [ ! -e "$file" ]; then
    echo "run: there is no file $file" >&2
    exit 2
fi
[ -z "$file" ] || file=$(realpath -- "$file")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

lists=(build)
if [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then lists+=(display); fi
tests/tools/setup.sh "${lists[@]}"
tests/tools/build.sh build --buildtype=debugoptimized

# Settings come from the build; the rest of what Ibid keeps stays out of the user's own folders.
export GSETTINGS_SCHEMA_DIR="$PWD/build/data"
if [ ${#lists[@]} -gt 1 ]; then
    exec tests/tools/with-display.sh tests/tools/picture.sh build build/ibid.png ${file:+"$file"}
fi

home=$PWD/build/home
# No file means the edition, as at the very first start.
[ -n "$file" ] || rm -rf "$home"
mkdir -p "$home"
export XDG_DATA_DIRS="${XDG_DATA_HOME:-${HOME:-}/.local/share}:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
export XDG_DATA_HOME="$home" XDG_STATE_HOME="$home"
exec build/src/ibid ${file:+"$file"}
