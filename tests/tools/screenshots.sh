#!/usr/bin/env bash
# `make screenshots`: the pictures that the metainfo names, from the real window, at twice the size in
# build/screenshots/. What a compositor adds, round corners and a shadow, is added here: there is none.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

tests/tools/setup.sh build screenshots
[ -f build/build.ninja ] || meson setup --buildtype=debugoptimized build
meson compile -C build ibid compiled-schema
folder=build/screenshots
mkdir -p "$folder"

# Pixels of the border that a window has without a compositor, at twice the size.
border=10
radius=24

# take NAME WIDTH HEIGHT: at most 1000 by 700, shadow included. KEYS and SETTINGS are picture.sh's.
take ()
{
    local picture=$folder/$1 width=$((2 * $2)) height=$((2 * $3))
    SCREEN=$((width + 2 * border))x$((height + 2 * border))x24 GDK_SCALE=2 FONT="Cantarell 11" LC_ALL=C.UTF-8 \
        tests/tools/with-display.sh tests/tools/picture.sh build "$picture.raw.png" >/dev/null
    convert "$picture.raw.png" -crop "${width}x${height}+$border+$border" +repage -alpha set \
        \( +clone -alpha transparent -fill white \
            -draw "roundrectangle 0,0 $((width - 1)),$((height - 1)) $radius,$radius" \) \
        -compose DstIn -composite "$picture.round.png"
    convert "$picture.round.png" \( +clone -background black -shadow 40x16+0+8 \) +swap \
        -background none -layers merge +repage "$picture.png"
    rm "$picture.raw.png" "$picture.round.png"
    echo "$picture.png: $(identify -format '%w by %h' "$picture.png")"
}

KEYS="F9 6 Return Return" take source 920 620
KEYS="1 7 Return" take events 920 620
KEYS="n n" SETTINGS="sidebar-page='sourcing'" take sourcing 920 620
KEYS="6 Return Return" SETTINGS="page-style='sepia'" take narrow 360 620
