#!/usr/bin/env bash
# Runs a command on an X display and a session bus of its own, with empty user folders:
#   tests/tools/with-display.sh COMMAND [ARGUMENT…]
# Standard input and output and the exit status are the command's, so TAP passes through.
# SCREEN sets the size of the display (1280x800x24). No window manager runs.
set -u

[ $# -gt 0 ] || { echo "usage: with-display.sh COMMAND [ARGUMENT…]" >&2; exit 64; }

work=$(mktemp -d -t ibid-display.XXXXXX) || exit 1
servers=()

end_servers ()
{
    trap '' TERM INT HUP
    local pid
    for pid in "${servers[@]}"; do kill "$pid" 2>/dev/null; done
    for pid in "${servers[@]}"; do wait "$pid" 2>/dev/null; done
    rm -rf "$work"
}
trap end_servers EXIT
trap 'exit 143' TERM INT HUP

# A server must not outlive this script, not even when it is killed.
leash=()
if command -v setpriv >/dev/null && setpriv --pdeathsig TERM true 2>/dev/null; then
    leash=(setpriv --pdeathsig TERM)
fi

# start_server NAME COMMAND…: starts a server that writes its address to descriptor 3; sets `address`.
start_server ()
{
    local name=$1
    shift
    mkfifo "$work/$name.address"
    "${leash[@]}" "$@" 3>"$work/$name.address" >"$work/$name.log" 2>&1 </dev/null &
    servers+=($!)
    address=
    read -r -t 20 address <"$work/$name.address"
    if [ -z "$address" ]; then
        echo "with-display.sh: $1 did not start:" >&2
        cat "$work/$name.log" >&2
        exit 1
    fi
}

mkdir -m 700 "$work/runtime"
mkdir "$work/data" "$work/config" "$work/cache" "$work/state"
export XDG_RUNTIME_DIR="$work/runtime" XDG_DATA_HOME="$work/data" XDG_CONFIG_HOME="$work/config"
export XDG_CACHE_HOME="$work/cache" XDG_STATE_HOME="$work/state"
unset WAYLAND_DISPLAY XAUTHORITY XDG_CURRENT_DESKTOP XDG_SESSION_TYPE DBUS_SESSION_BUS_ADDRESS

start_server xvfb Xvfb -displayfd 3 -screen 0 "${SCREEN:-1280x800x24}" -nolisten tcp -noreset
export DISPLAY=":$address"

# The same picture and the same settings on every machine: software drawing, no portal, nothing saved.
# GTK 4.16 has another name for the first, and complains about the old one.
no_gl=gl-disable
if pkg-config --atleast-version=4.16 gtk4 2>/dev/null; then no_gl=; fi
export GDK_BACKEND=x11 GSK_RENDERER=cairo GDK_DEBUG="${GDK_DEBUG-$no_gl}" GDK_DISABLE="${GDK_DISABLE-gl,vulkan}"
export GSETTINGS_BACKEND="${GSETTINGS_BACKEND-memory}" ADW_DISABLE_PORTAL="${ADW_DISABLE_PORTAL-1}"

start_server dbus dbus-daemon --session --nofork --nopidfile --print-address=3
export DBUS_SESSION_BUS_ADDRESS="$address"

"$@" <&0 &
command=$!
trap 'kill -TERM "$command" 2>/dev/null' TERM INT HUP
wait "$command"
status=$?
# A signal ends `wait` before the command ends.
while kill -0 "$command" 2>/dev/null; do
    wait "$command"
    status=$?
done
exit "$status"
