#!/usr/bin/env python3
"""The tree is fit for a release: `make release-check`.

Every language of po/LINGUAS is translated as a whole, without guesses, and its head says who has read it; the
template is up to date; the metainfo tells of this very version, with a date and notes, and appstreamcli
accepts it; the catalogues use the words of their glossaries. What holds on every commit is not asked again.
"""

import datetime
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import catalogues
import glossary
import tree

REVIEW = re.compile(r"^# .*\b(not yet )?reviewed by a native reader", re.IGNORECASE | re.MULTILINE)
VERSION = re.compile(r"^\s*version: '([^']+)'", re.MULTILINE)
APP_ID = re.compile(r"^app_id = '([^']+)'", re.MULTILINE)
# A complaint of appstreamcli's: "E: id:line: tag".
ERROR = re.compile(r"^\s*E: (.*)$", re.MULTILINE)


def check_catalogues(root, report):
    with tempfile.TemporaryDirectory() as folder:
        wanted = catalogues.check_template(root, folder, report)
    for language in catalogues.read_languages(root):
        path = f"po/{language}.po"
        for entry, line in catalogues.check_language(root, language, wanted, report):
            report.problem(path, line, f"{catalogues.shorten(entry)} is not translated")
        if os.path.exists(os.path.join(root, path)) and not REVIEW.search(read_head(root, path)):
            report.problem(path, 1, "its head does not say whether a native reader has reviewed it")
        glossary.check_language(root, language, report)


def read_head(root, path):
    return tree.read(root, path).partition("msgid")[0]


def find_metainfo(root, report):
    """The path of the one file, from the root; None when there is none."""
    found = sorted(glob.glob(os.path.join(root, "data", "*.metainfo.xml.in.in")))
    if not found:
        report.problem("data", 1, "there is no metainfo")
        return None
    return os.path.relpath(found[0], root)


def check_release(path, metainfo, version, report):
    releases = metainfo.findall("./releases/release")
    if not releases or releases[0].get("version") != version:
        report.problem(path, 1, f"the first release that it tells of is not {version}, the version in meson.build")
        return
    try:
        date = datetime.date.fromisoformat(releases[0].get("date", ""))
        if date > datetime.date.today():
            report.problem(path, 1, f"version {version} is dated {date}, which is to come")
    except ValueError:
        report.problem(path, 1, f"version {version} has no date")
    notes = releases[0].find("description")
    if notes is None or not "".join(notes.itertext()).strip():
        report.problem(path, 1, f"version {version} has no release notes")


def validate(path, text, app_id, report):
    if not shutil.which("appstreamcli"):
        report.problem(path, 1, "it cannot be validated: there is no appstreamcli here")
        return
    with tempfile.TemporaryDirectory() as folder:
        made = os.path.join(folder, f"{app_id}.metainfo.xml")
        with open(made, "w", encoding="utf-8") as file:
            file.write(text)
        result = subprocess.run(["appstreamcli", "validate", "--no-net", "--no-color", made],
                                capture_output=True, text=True, check=False,
                                env=dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE=""))
    errors = ERROR.findall(result.stdout + result.stderr)
    for error in errors:
        report.problem(path, 1, f"appstreamcli: {error}")
    if result.returncode and not errors:
        print((result.stdout + result.stderr).strip())
        report.problem(path, 1, "appstreamcli does not accept it")


def check_metainfo(root, report):
    build = tree.read(root, "meson.build")
    version = VERSION.search(build)
    app_id = APP_ID.search(build)
    path = find_metainfo(root, report)
    if not version or not app_id:
        report.problem("meson.build", 1, "it has no version or no app_id")
    if path is None or not version or not app_id:
        return
    text = tree.read(root, path).replace("@APP_ID@", app_id[1]).replace("@GETTEXT_PACKAGE@", catalogues.DOMAIN)
    try:
        check_release(path, ElementTree.fromstring(text.encode()), version[1], report)
    except ElementTree.ParseError as error:
        report.problem(path, error.position[0], f"this is no XML: {error}")
        return
    validate(path, text, app_id[1], report)


def main():
    root = tree.root_from_arguments()
    report = tree.Report()
    for tool in ("xgettext", "msgfmt"):
        if not shutil.which(tool):
            report.problem("po", 1, f"the catalogues cannot be checked: there is no {tool} here")
    if report.n_problems == 0:
        check_catalogues(root, report)
    check_metainfo(root, report)
    if report.n_problems == 0:
        print("Fit for a release")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
