#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""Puts the archives that a manifest names where flatpak-builder looks for them: sources.py MANIFEST DOWNLOADS

Each from its address; where that is not reached, from Debian, whose source packages hold the same
archive. Only one with the manifest's checksum is taken.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request

SUITE = "sid"
PATIENCE = 20  # seconds

APT_SOURCES = """Types: deb-src
URIs: {mirror}
Suites: {suite}
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
"""


def is_right(data, source):
    return hashlib.sha256(data).hexdigest() == source["sha256"]


def fetch(source):
    try:
        with urllib.request.urlopen(source["url"], timeout=PATIENCE) as answer:
            return answer.read()
    except (urllib.error.URLError, OSError):
        return b""


def find_mirror():
    """Where this machine has Debian's packages from."""
    policy = subprocess.run(["apt-cache", "policy"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"(https?://\S+/debian)/? ", policy)
    return found.group(1) if found else None


def fetch_from_debian(name, source):
    """The upstream archive of the source package `name`."""
    mirror = find_mirror()
    if mirror is None:
        return b""
    with tempfile.TemporaryDirectory(prefix="ibid-sources.") as folder:
        with open(f"{folder}/debian.sources", "w", encoding="utf-8") as file:
            file.write(APT_SOURCES.format(mirror=mirror, suite=SUITE))
        os.mkdir(f"{folder}/lists")
        options = ["-o", f"Dir::Etc::sourcelist={folder}/debian.sources", "-o", "Dir::Etc::sourceparts=/dev/null",
                   "-o", f"Dir::State::lists={folder}/lists", "-o", "APT::Sandbox::User=root", "-q"]
        subprocess.run(["apt-get", *options, "update"], capture_output=True, check=False)
        # Other files of the package may be missing on a mirror that lags behind.
        subprocess.run(["apt-get", *options, "source", "--download-only", name], cwd=folder,
                       capture_output=True, check=False)
        for entry in os.scandir(folder):
            if ".orig.tar" in entry.name:
                with open(entry.path, "rb") as file:
                    data = file.read()
                if is_right(data, source):
                    return data
    return b""


def provide(module, source, downloads):
    path = os.path.join(downloads, source["sha256"], os.path.basename(source["url"]))
    if os.path.exists(path):
        return
    data = fetch(source)
    if not is_right(data, source):
        data = fetch_from_debian(module["name"], source)
    if not is_right(data, source):
        sys.exit(f"{source['url']} could not be had with the right checksum; put it at {path}")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def read_modules(manifest):
    """Those in files of their own, beside the manifest, are read from there."""
    folder = os.path.dirname(manifest)
    with open(manifest, encoding="utf-8") as file:
        modules = json.load(file)["modules"]
    for module in modules:
        if isinstance(module, str):
            with open(os.path.join(folder, module), encoding="utf-8") as file:
                module = json.load(file)
        yield module


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: sources.py MANIFEST DOWNLOADS")
    for module in read_modules(sys.argv[1]):
        for source in module["sources"]:
            if source["type"] == "archive":
                provide(module, source, sys.argv[2])


if __name__ == "__main__":
    main()
