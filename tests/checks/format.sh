#!/usr/bin/env bash
# The C sources are formatted as .clang-format says: format.sh SOURCE-FOLDER [--fix]
# Version 14 decides. A newer one may see single lines differently: then its view is shown, not enforced.
set -euo pipefail
cd "$1"

formatter=
for name in clang-format-14 clang-format; do
    if command -v "$name" >/dev/null; then formatter=$name; break; fi
done
[ -n "$formatter" ] || { echo "no clang-format here"; exit 77; }
version=$("$formatter" --version | sed -E 's/.*version ([0-9]+).*/\1/')
[ "$version" -ge 14 ] || { echo "clang-format $version is too old, 14 is needed"; exit 77; }

mapfile -d '' sources < <(find src tests -name '*.[ch]' -print0 | sort -z)
[ ${#sources[@]} -gt 0 ] || { echo "no C sources"; exit 0; }

if [ "${2:-}" = --fix ]; then
    exec "$formatter" -i "${sources[@]}"
fi

status=0
"$formatter" --dry-run --Werror "${sources[@]}" 2>&1 || status=1
if [ $status -ne 0 ]; then
    echo "run: make format"
    [ "$version" -eq 14 ] || { echo "this is clang-format $version, so the check is not binding"; exit 77; }
fi
exit $status
