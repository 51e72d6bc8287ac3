#!/usr/bin/env bash
# Makes sure that what a command needs is installed:
#   tests/tools/setup.sh LIST…       LIST: build display check bench screenshots format flatpak root
# On Debian and its relatives the missing packages are installed, through sudo unless root. Anywhere
# else, and where that is not possible, says what is needed and goes on if Ibid can be built at all.
set -euo pipefail

# One package a word; "a|b" is the first of them that the system knows, as names differ by release.
packages_build="build-essential meson ninja-build pkgconf|pkg-config gettext
  libgtk-4-dev libadwaita-1-dev libglib2.0-dev libglib2.0-bin|libglib2.0-dev-bin
  libjson-glib-dev libsqlite3-dev libxml2-dev libarchive-dev
  libcmark-gfm-dev libcmark-gfm-extensions-dev desktop-file-utils appstream shared-mime-info
  gtk-update-icon-cache adwaita-icon-theme librsvg2-common
  fonts-dejavu-core fonts-dejavu-extra fonts-ipafont-gothic|fonts-noto-cjk"
packages_display="xvfb xdotool dbus imagemagick"
packages_check="xvfb xauth xdotool dbus imagemagick at-spi2-core gir1.2-atspi-2.0 python3-gi
  clang libclang-rt-dev|libclang-rt-14-dev clang-format cppcheck libxml2-utils
  locales"
packages_bench="xvfb xdotool dbus libx11-dev pandoc"
packages_screenshots="xvfb xdotool dbus imagemagick x11-utils fonts-cantarell"
packages_format="clang-format"
packages_flatpak="flatpak flatpak-builder elfutils patch git mmdebstrap debian-archive-keyring
  dbus-daemon xdg-desktop-portal xdg-desktop-portal-gtk fuse3 xvfb xauth xdotool imagemagick libx11-dev
  at-spi2-core gir1.2-atspi-2.0 python3-gi"
packages_root="mmdebstrap debian-archive-keyring util-linux"

# The same for people: what a system without apt has to offer.
needs_build="a C compiler, make, Meson 1.0, Ninja, pkg-config, Python 3
development files of GTK 4.8, libadwaita 1.2, GLib 2.74, json-glib 1.6, SQLite 3,
libxml2 2.9.14, libarchive 3.6 and cmark-gfm with its extensions
gettext; desktop-file-validate; appstreamcli and AppStream's metainfo.its; update-mime-database
the Adwaita icons, librsvg's image loader, a serif font and a Japanese font"
needs_display="Xvfb, xdotool, dbus-daemon, ImageMagick's import"
needs_check="Xvfb, xdotool, dbus-daemon, ImageMagick's import
at-spi2-core with its introspection data (Atspi-2.0), PyGObject
clang with its sanitizer runtime, clang-format 14, cppcheck, xmllint
localedef with glibc's sources of locales"
needs_bench="Xvfb, xdotool, dbus-daemon, development files of Xlib, pandoc"
needs_screenshots="Xvfb, xdotool, dbus-daemon, ImageMagick, the Cantarell font"
needs_format="clang-format 14"
needs_flatpak="flatpak, flatpak-builder, xdg-desktop-portal with a file chooser, FUSE 3
Xvfb with xvfb-run, dbus-run-session, xdotool, ImageMagick's import, development files of Xlib
at-spi2-core with its introspection data (Atspi-2.0), PyGObject"
needs_root="mmdebstrap with the keys of Debian's archive, unshare; apt, for the address of a mirror"

# Without these there is nothing to go on with.
modules=("gtk4 >= 4.8" "libadwaita-1 >= 1.2" "gio-unix-2.0 >= 2.74" "json-glib-1.0 >= 1.6" "sqlite3"
  "libxml-2.0 >= 2.9.14" "libarchive >= 3.6" "libcmark-gfm")
commands_build="cc meson ninja pkg-config msgfmt xgettext glib-compile-resources"
commands_display="Xvfb xdotool dbus-daemon import"
commands_check="Xvfb dbus-daemon"
commands_bench="Xvfb dbus-daemon"
commands_screenshots="Xvfb xdotool dbus-daemon import convert xprop"
commands_format="clang-format"
commands_flatpak="flatpak flatpak-builder xvfb-run dbus-run-session xdotool import"
commands_root="mmdebstrap apt-get unshare setpriv"

say ()
{
    echo "setup: $*" >&2
}

is_installed ()
{
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Prints the words of the lists of which no alternative is installed.
print_missing ()
{
    local list word name found
    for list in "$@"; do
        local -n words="packages_$list"
        for word in $words; do
            found=
            for name in ${word//|/ }; do
                if is_installed "$name"; then found=1; break; fi
            done
            [ -n "$found" ] || echo "$word"
        done
    done | sort -u
}

# Prints for each word the first alternative that apt can install, else the word's first.
print_choices ()
{
    local word name choice
    for word in "$@"; do
        choice=${word%%|*}
        for name in ${word//|/ }; do
            if apt-cache show --no-all-versions "$name" >/dev/null 2>&1; then choice=$name; break; fi
        done
        echo "$choice"
    done
}

# Sets `as_root` to the words in front of a command of the administrator's; fails if there is no way.
find_root ()
{
    as_root=(env)
    [ "$(id -u)" -ne 0 ] || return 0
    command -v sudo >/dev/null || return 1
    as_root=(sudo)
    # Without a terminal nobody could type a password.
    if [ ! -t 0 ]; then as_root+=(-n); fi
    "${as_root[@]}" true 2>/dev/null || return 1
    as_root+=(env)
}

install_packages ()
{
    local choices
    local apt=(DEBIAN_FRONTEND=noninteractive apt-get -q -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300)
    say "$# packages are missing; apt installs them"
    "${as_root[@]}" "${apt[@]}" update >&2 || say "could not refresh the package lists, going on with those at hand"
    mapfile -t choices < <(print_choices "$@")
    say "installing: ${choices[*]}"
    "${as_root[@]}" "${apt[@]}" install -y --no-install-recommends "${choices[@]}" >&2
}

say_needs ()
{
    local list
    say "$1 These are needed:"
    shift
    for list in "$@"; do
        local -n needs="needs_$list"
        echo "$needs" | sed 's/^/  - /' >&2
    done
}

# Fails, and says what is missing, if Ibid could not be built or the command could not do its work.
check_tools ()
{
    local list name module failed=0
    for list in "$@"; do
        local -n commands="commands_$list"
        for name in $commands; do
            command -v "$name" >/dev/null || { say "missing: the program $name"; failed=1; }
        done
        [ "$list" = build ] || continue
        for module in "${modules[@]}"; do
            pkg-config --exists "$module" 2>/dev/null || { say "missing: $module (pkg-config)"; failed=1; }
        done
    done
    return $failed
}

main ()
{
    local missing=()
    if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
        mapfile -t missing < <(print_missing "$@")
        [ ${#missing[@]} -gt 0 ] || return 0
        if find_root; then
            install_packages "${missing[@]}" && return 0
            say_needs "apt could not install the packages." "$@"
        else
            say "missing packages: $(print_choices "${missing[@]}" | tr '\n' ' ')"
            say "install them as root, or run this again as root or with sudo at hand"
        fi
    else
        say_needs "this system has no apt, so nothing is installed." "$@"
    fi

    check_tools "$@" || { say "cannot go on without these"; return 1; }
    say "what is essential is there; going on"
}

[ $# -gt 0 ] || { echo "usage: setup.sh [--missing|--list] LIST…" >&2; exit 64; }
if [ "$1" = --missing ]; then
    shift
    mapfile -t missing < <(print_missing "$@")
    [ ${#missing[@]} -gt 0 ] || exit 0
    printf '%s\n' "${missing[@]}"
    exit 1
elif [ "$1" = --list ]; then
    shift
    for list in "$@"; do
        declare -n words="packages_$list"
        echo "$words"
    done
    exit
fi
main "$@"
