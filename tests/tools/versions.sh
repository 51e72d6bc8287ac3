#!/usr/bin/env bash
# Prints the versions of what Ibid is built of and with, on one line each.
set -euo pipefail

for module in gtk4 libadwaita-1 glib-2.0 json-glib-1.0 pango libxml-2.0 libarchive sqlite3 libcmark-gfm; do
    printf '  %-14s %s\n' "$module" "$(pkg-config --modversion "$module")"
done
# Only its bus is used, so that there need be no file of pkg-config's.
printf '  %-14s %s\n' at-spi2-core "$(dpkg-query --show --showformat='${Version}' at-spi2-core 2>/dev/null || echo unknown)"
printf '  %-14s %s\n' gcc "$(cc -dumpfullversion)" meson "$(meson --version)"
