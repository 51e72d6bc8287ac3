#!/usr/bin/env bash
# A new root gets what `make check` needs: fill-root.sh ROOT, for check-in-root.sh. The same lists as
# everywhere, but what a release lacks is an error here: no test is to be left out for want of a tool.
set -euo pipefail
root=$1

mkdir "$root/ibid"
cp "$(dirname "${BASH_SOURCE[0]}")/setup.sh" "$root/ibid/"
chroot "$root" /ibid/setup.sh build check
chroot "$root" /ibid/setup.sh --missing build check || { echo "the release has no such packages" >&2; exit 1; }
rm "$root/ibid/setup.sh"
rm -f "$root"/var/cache/apt/archives/*.deb
