#!/usr/bin/env python3
"""The Flatpak manifests: one beside the other, and no permission but those that the reader needs.

The Devel manifest is the release's with another id and other options; what is downloaded is pinned; and what
`make clean` removes is not taken along.
"""

import json
import os
import re
import sys

import tree

FOLDER = "flatpak"
RELEASE = f"{FOLDER}/org.ibidreader.Ibid.json"
DEVEL = f"{FOLDER}/org.ibidreader.Ibid.Devel.json"
PERMISSIONS = {"--share=ipc", "--socket=fallback-x11", "--socket=wayland", "--device=dri"}
# In which the two may differ.
OWN = ("id", "config-opts")


def read_modules(root, manifest):
    for module in manifest["modules"]:
        yield json.loads(tree.read(root, f"{FOLDER}/{module}")) if isinstance(module, str) else module


def without_own(value):
    if isinstance(value, dict):
        return {key: without_own(inner) for key, inner in value.items() if key not in OWN}
    if isinstance(value, list):
        return [without_own(inner) for inner in value]
    return value


def check_sources(root, path, manifest, report):
    for module in read_modules(root, manifest):
        for source in module["sources"]:
            if source["type"] not in ("archive", "dir"):
                report.problem(path, 1, f"{module['name']}: a source is {source['type']}, not archive or dir")
            elif source["type"] == "archive" and not re.fullmatch(r"[0-9a-f]{64}", source.get("sha256", "")):
                report.problem(path, 1, f"{module['name']}: {source['url']} has no checksum")


def list_build_folders(root):
    """What `make clean` removes."""
    command = re.search(r"^clean:.*\n\trm -rf (.*)$", tree.read(root, "Makefile"), re.MULTILINE)
    return set(command[1].split()) if command else set()


def check_skipped(root, path, manifest, report):
    for module in read_modules(root, manifest):
        for source in module["sources"]:
            if source["type"] == "dir":
                for missing in sorted(list_build_folders(root) - set(source.get("skip", []))):
                    report.problem(path, 1, f"{missing} would be copied into the build: add it to skip")


def check_manifest(root, path, report):
    manifest = json.loads(tree.read(root, path))
    for permission in sorted(set(manifest["finish-args"]) ^ PERMISSIONS):
        report.problem(path, 1, f"{permission} is asked for or missing, against the list")
    check_sources(root, path, manifest, report)
    check_skipped(root, path, manifest, report)
    return manifest


def main():
    root = tree.root_from_arguments()
    report = tree.Report()
    if not os.path.exists(os.path.join(root, RELEASE)):
        report.problem(RELEASE, 1, "this file is missing")
        return report.finish()
    release = check_manifest(root, RELEASE, report)
    devel = check_manifest(root, DEVEL, report)
    if devel["id"] != release["id"] + ".Devel":
        report.problem(DEVEL, 1, f"its id is {devel['id']}")
    if without_own(devel) != without_own(release):
        report.problem(DEVEL, 1, f"differs from {RELEASE} in more than {', '.join(OWN)}")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
