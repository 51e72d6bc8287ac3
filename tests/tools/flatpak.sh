#!/usr/bin/env bash
# `make flatpak`: builds the Flatpak with flatpak-builder, installs it from a repository into an
# installation of its own, and tests it in its sandbox (tests/flatpak/). All of it is in _flatpak/.
#
# The runtime comes from Flathub, or, where RUNTIME_MAKER is there, is a stand-in that that makes
# from Debian's packages: for machines that do not reach Flathub. DEVEL=1 does all this with the manifest
# for development.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

app=org.ibidreader.Ibid${DEVEL:+.Devel}
manifest=flatpak/$app.json
folder=$PWD/_flatpak
maker=${RUNTIME_MAKER:-../shared/flatpak/make-test-runtime.sh}
locales="en_US de_DE ja_JP ar_EG"

tests/tools/setup.sh build flatpak
mkdir -p "$folder"
# An installation of its own: a stand-in must never be among a person's runtimes.
export FLATPAK_USER_DIR=$folder/installation

say ()
{
    printf 'flatpak: %4d s  %s\n' $SECONDS "$*"
}

prepare_runtime ()
{
    if [ -x "$maker" ]; then
        "$maker" --locales "$locales" "$folder/runtime"
        flatpak --user remote-add --no-gpg-verify --if-not-exists runtimes "$folder/runtime"
    else
        flatpak --user remote-add --if-not-exists runtimes https://dl.flathub.org/repo/flathub.flatpakrepo
    fi
    flatpak --user config --set languages 'en;de;ja;ar'
}

build ()
{
    python3 -B tests/flatpak/sources.py "$manifest" "$folder/state/downloads"
    flatpak-builder --user --install-deps-from=runtimes --disable-rofiles-fuse --force-clean \
        --state-dir="$folder/state" --repo="$folder/app" "$folder/build" "$manifest" >"$folder/build.log" 2>&1 ||
        { tail -n 40 "$folder/build.log" >&2; say "flatpak-builder failed; all it said is in $folder/build.log"; exit 1; }
}

install ()
{
    flatpak --user remote-add --no-gpg-verify --if-not-exists ibid "$folder/app"
    flatpak --user install -y --noninteractive --or-update ibid "$app" >/dev/null
    flatpak build-bundle "$folder/app" "$folder/$app.flatpak" "$app"
    say "installed: $(flatpak --user info "$app" | sed -n 's/^ *Installed[^:]*: *//p'); as one file $(du -h "$folder/$app.flatpak" | cut -f1)"
}

# The same source for this system, to compare how fast they start.
build_native ()
{
    [ -f "$folder/native/build.ninja" ] ||
        meson setup --buildtype=release -Dtests=false "$folder/native" >"$folder/native.log"
    meson compile -C "$folder/native" >>"$folder/native.log"
}

# The introspection data is the system's, other Pythons do not see it.
find_python ()
{
    local python
    for python in python3 /usr/bin/python3; do
        if "$python" -c 'import gi' 2>/dev/null; then echo "$python"; return; fi
    done
    echo "flatpak: no Python with PyGObject" >&2
    exit 1
}

prepare_runtime
say "the runtime is there"
build
say "built"
install
build_native
python=$(find_python)
exec "$python" -B tests/flatpak/run.py "$folder" "$app"
