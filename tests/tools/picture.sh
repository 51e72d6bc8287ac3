#!/usr/bin/env bash
# Opens Ibid's window, types some keys, and saves a picture of the screen once it stands still:
#   tests/tools/with-display.sh tests/tools/picture.sh BUILD PICTURE.png [FILE]
# KEYS are the keys to press, "6 Return Return" if not given: go to note 6, open its source. Other
# sizes and looks come from the environment, as in
#   SCREEN=360x640x24 LANGUAGE=ja ADW_DEBUG_COLOR_SCHEME=prefer-dark
# TEXT_SIZE is the desktop's text size in per cent (100), FONT its font ("Cantarell 11"), SETTINGS are words
# as the keyfile has them (page-style='sepia').
set -euo pipefail

[ $# -ge 2 ] || { echo "usage: with-display.sh picture.sh BUILD PICTURE.png [FILE]" >&2; exit 64; }
build=$(realpath -- "$1")
picture=$2
shift 2
keys=${KEYS-6 Return Return}

work=$(mktemp -d -t ibid-picture.XXXXXX)
ibid=

end_ibid ()
{
    if [ -n "$ibid" ]; then
        kill "$ibid" 2>/dev/null || true
        wait "$ibid" 2>/dev/null || true
    fi
    rm -rf "$work"
}
trap end_ibid EXIT
trap 'exit 143' TERM INT HUP

fail ()
{
    echo "picture: $*" >&2
    sed 's/^/  /' "$work/log" >&2
    exit 1
}

# Prints the id of the largest visible window of Ibid's, if there is one.
find_window ()
{
    local id
    for id in $(xdotool search --onlyvisible --class ibid 2>/dev/null); do
        (
            eval "$(xdotool getwindowgeometry --shell "$id" 2>/dev/null)"
            echo "$((${WIDTH:-0} * ${HEIGHT:-0})) $id $(xdotool getwindowname "$id" 2>/dev/null)"
        )
    done | sort -n | awk 'NF > 2 { id = $2 } END { if (id) print id }'
}

# wait_still TIMES SECONDS: until TIMES captures in a row, a quarter of a second apart, are the same.
wait_still ()
{
    local times=$1 end=$((SECONDS + $2)) same=1 last='' now
    while [ "$same" -lt "$times" ]; do
        kill -0 "$ibid" 2>/dev/null || fail "Ibid ended before its picture was taken"
        [ $SECONDS -lt "$end" ] || { echo "picture: the window did not come to rest; taking it as it is" >&2; return; }
        sleep 0.25
        now=$(import -window root ppm:- | sha256sum)
        if [ "$now" = "$last" ]; then same=$((same + 1)); else same=1; fi
        last=$now
    done
}

# A caret that blinks and panes that slide never stand still.
mkdir -p "$XDG_CONFIG_HOME/gtk-4.0"
printf '[Settings]\ngtk-enable-animations=false\ngtk-cursor-blink=false\n%s\n' \
    "${FONT:+gtk-font-name=$FONT}" >"$XDG_CONFIG_HOME/gtk-4.0/settings.ini"
if [ -n "${TEXT_SIZE-}" ]; then
    xprop -root -format RESOURCE_MANAGER 8s -set RESOURCE_MANAGER "Xft.dpi: $((TEXT_SIZE * 96 / 100))"
fi
if [ -n "${SETTINGS-}" ]; then
    export GSETTINGS_BACKEND=keyfile
    mkdir -p "$XDG_CONFIG_HOME/glib-2.0/settings"
    # Words on purpose.
    # shellcheck disable=SC2086
    printf '%s\n' '[org/ibidreader/Ibid]' $SETTINGS >"$XDG_CONFIG_HOME/glib-2.0/settings/keyfile"
fi

export GSETTINGS_SCHEMA_DIR="$build/data" GTK_A11Y="${GTK_A11Y-none}"
"$build/src/ibid" "$@" >"$work/log" 2>&1 </dev/null &
ibid=$!

window=
end=$((SECONDS + 60))
until [ -n "$window" ]; do
    kill -0 "$ibid" 2>/dev/null || fail "Ibid ended before it opened a window"
    [ $SECONDS -lt "$end" ] || fail "no window after a minute"
    sleep 0.1
    window=$(find_window)
done

# There is no window manager: what one would do is done here.
read -r width height < <(xdotool getdisplaygeometry)
xdotool windowmove "$window" 0 0 windowsize "$window" "$width" "$height"
xdotool windowraise "$window" windowfocus "$window"
wait_still 4 60

for key in $keys; do
    xdotool key --clearmodifiers "$key"
    sleep 0.2
done
wait_still 3 30

mkdir -p "$(dirname "$picture")"
import -window root "png:$picture"
sed 's/^/  /' "$work/log" >&2
echo "A picture of the window is in $picture"
