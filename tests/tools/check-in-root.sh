#!/usr/bin/env bash
# `make check-debian13` and `make check-newest`: builds Ibid on another release of Debian and runs
# `make check` there; before that, what it makes of some documents is compared with what it makes of
# them here, byte by byte:
#   tests/tools/check-in-root.sh RELEASE [--force] [COMMAND…]
# The release is a root of its own in _roots/RELEASE/, made with mmdebstrap from the mirror that apt
# uses, with what setup.sh installs. It is kept until it would be made in another way; --force makes it
# anew, with newer packages. COMMAND runs there instead, from the source folder, as in `… forky bash`.
# DOCUMENTS are compared in place of the edition and of a document of each format of the corpus;
# SANITIZE and SUITE are those of `make check`, MESONFLAGS may name the corpus.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

[ $# -gt 0 ] || { echo "usage: check-in-root.sh RELEASE [--force] [COMMAND…]" >&2; exit 64; }
release=$1
shift
force=
if [ "${1:-}" = --force ]; then force=1; shift; fi
folder=$PWD/_roots/$release

say ()
{
    printf '%s: %4d s  %s\n' "$release" $SECONDS "$*"
}

# Sets `as_root` to the words in front of a command of the administrator's: no other may mount.
find_root ()
{
    as_root=()
    [ "$(id -u)" -ne 0 ] || return 0
    command -v sudo >/dev/null || { echo "check-in-root: run this as root, or install sudo" >&2; exit 1; }
    as_root=(sudo)
}

find_mirror ()
{
    # The main archive: that of security fixes has the packages of its own suites only.
    local format='$(REPO_URI)'
    mirror=$(apt-get indextargets --format "$format" 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' | head -n 1)
    [ -n "$mirror" ] || { echo "check-in-root: apt knows no mirror of Debian; try apt-get update" >&2; exit 1; }
}

# What apt needs for that mirror: a proxy, or that the mirror is a copy past its date.
find_apt_options ()
{
    local key value
    apt_options=()
    for key in Acquire::http::Proxy Acquire::https::Proxy Acquire::Retries Acquire::Check-Valid-Until \
        Acquire::Check-Date; do
        value=
        eval "$(apt-config shell value "$key")"
        [ -z "$value" ] || apt_options+=("--aptopt=$key \"$value\"")
    done
}

# Everything that the root depends on, but for what the mirror holds at the time.
print_stamp ()
{
    tests/tools/setup.sh --list build check
    sha256sum tests/tools/fill-root.sh
    echo "$mirror ${apt_options[*]}"
}

make_root ()
{
    local stamp
    find_mirror
    find_apt_options
    stamp=$(print_stamp)
    if [ -z "$force" ] && [ "$stamp" = "$(cat "$folder/stamp" 2>/dev/null)" ]; then return 0; fi

    say "making the root: apt's output goes to _roots/$release/root.log"
    "${as_root[@]}" rm -rf --one-file-system "$folder/root"
    # Objects of other headers and another compiler.
    "${as_root[@]}" rm -rf "$folder/stamp" "$folder/build" "$folder/build-sanitize"
    mkdir -p "$folder"
    "${as_root[@]}" mmdebstrap --quiet --mode=root --variant=apt --format=directory "${apt_options[@]}" \
        --dpkgopt=force-unsafe-io --dpkgopt='path-exclude=/usr/share/doc/*' \
        --dpkgopt='path-exclude=/usr/share/man/*' \
        --customize-hook="'$PWD/tests/tools/fill-root.sh' \"\$1\"" \
        "$release" "$folder/root" "$mirror" >"$folder/root.log" 2>&1 ||
        { tail -n 40 "$folder/root.log" >&2; say "the root could not be made"; exit 1; }
    echo "$stamp" >"$folder/stamp"
    say "made the root"
}

# Sets `corpus`: the option's folder, from the source folder.
find_corpus ()
{
    local flag
    corpus=../shared/corpus
    for flag in ${MESONFLAGS:-}; do
        case $flag in -Dcorpus=*) corpus=${flag#-Dcorpus=} ;; esac
    done
}

# Runs a command in the root. Whatever ends this script ends all that runs there, and with the
# processes go their mounts.
run_in_root ()
{
    mkdir -p build build-sanitize "$folder"/{build,build-sanitize,documents,there}
    "${as_root[@]}" setpriv --pdeathsig KILL \
        unshare --mount --pid --net --ipc --uts --fork --kill-child \
        tests/tools/in-root.sh "$folder" "$corpus" \
        env SANITIZE="${SANITIZE:-}" SUITE="${SUITE:-}" TERM="${TERM:-dumb}" "$@"
}

# Sets `documents`: the edition, and what there is of the corpus.
find_documents ()
{
    local path
    documents=(data/edition/japan-cyber-strategy.ibid)
    while read -r path _; do
        if [ -f "$corpus/$path" ]; then documents+=("$corpus/$path"); fi
    done < <(grep -v '^#' tests/corpus.tsv)
    [ ${#documents[@]} -gt 1 ] || say "no corpus here: only the edition is compared"
}

# Each in a folder of its own, where the root sees it under the same name.
copy_documents ()
{
    local document target n=0
    rm -rf "$folder/documents"
    for document in "${documents[@]}"; do
        n=$((n + 1))
        target=$folder/documents/$(printf '%03d' $n)
        mkdir -p "$target"
        cp -- "$document" "$target/"
    done
}

# Fails if any differs, or if none is there.
compare_results ()
{
    local here name digest same=0 different=0
    for here in "$folder"/here/*.json; do
        name=$(basename "$here")
        digest=$(sha256sum <"$here")
        if cmp -s "$here" "$folder/there/$name"; then
            same=$((same + 1))
            printf '  %s  same       %s\n' "${digest:0:16}" "$(basename "$folder/documents/${name%.json}"/*)"
        else
            different=$((different + 1))
            printf '  %s  DIFFERENT  %s\n' "${digest:0:16}" "$(basename "$folder/documents/${name%.json}"/*)"
        fi
    done
    say "$same documents become the same here and there, $different do not"
    [ "$same" -gt 0 ] && [ "$different" -eq 0 ]
}

compare ()
{
    # Words on purpose: DOCUMENTS is a list.
    # shellcheck disable=SC2206
    documents=(${DOCUMENTS:-})
    [ ${#documents[@]} -gt 0 ] || find_documents
    copy_documents
    "${as_root[@]}" rm -rf "$folder/here" "$folder/there"
    mkdir -p "$folder/here" "$folder/there"
    say "building Ibid here and there, to compare what it makes of ${#documents[@]} documents"
    TARGETS=src/ibid:executable tests/tools/build.sh build --buildtype=debugoptimized >"$folder/build.log" ||
        { tail -n 40 "$folder/build.log"; say "Ibid could not be built here"; exit 1; }
    tests/tools/convert.sh build "$folder/documents" "$folder/here"
    run_in_root env TARGETS=src/ibid:executable tests/tools/build.sh build --buildtype=debugoptimized \
        >"$folder/build.log" || { tail -n 40 "$folder/build.log"; say "Ibid could not be built there"; exit 1; }
    run_in_root tests/tools/convert.sh build /ibid/documents /ibid/there
    compare_results
}

find_root
tests/tools/setup.sh build root
make_root
find_corpus
if [ $# -gt 0 ]; then
    run_in_root "$@"
    exit
fi
run_in_root tests/tools/versions.sh
status=0
compare || status=1
say "running make check there"
run_in_root tests/tools/check.sh || status=1
if [ $status -eq 0 ]; then say "all is well"; else say "not all is well"; fi
exit $status
