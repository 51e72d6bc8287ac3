#!/usr/bin/env python3
"""The tree is fit for a release: `make release-check`.

Every language of po/LINGUAS is translated as a whole, without guesses, and its head says who has read it; the
template is up to date; the metainfo tells of this very version, with a date and notes, and appstreamcli
accepts it; the catalogues use the words of their glossaries; no two items of a menu share a key. What holds on every commit is not asked again.
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


def find_access_key(label):
    key = re.search(r"_(\w)", label)
    return key[1].lower() if key else None


def check_menu(path, items, report):
    """Each of these labels, with its line, has an access key of its own."""
    seen = {}
    for label, line in items:
        key = find_access_key(label)
        if key is None:
            report.problem(path, line, f"“{label}” has no access key in its menu")
        elif key in seen:
            report.problem(path, line, f"“{label}” has the access key of “{seen[key]}” in its menu")
        else:
            seen[key] = label


def check_menus(root, report):
    """The menus of all templates, in English and in every language."""
    entries = {language: {e.id: e for e in catalogues.parse_catalogue(tree.read(root, f"po/{language}.po"))
                          if e.context is None}
               for language in catalogues.read_languages(root) if os.path.exists(f"{root}/po/{language}.po")}
    for path in tree.files(root, ["src"], (".ui",)):
        for menu in ElementTree.fromstring(tree.read(root, path).encode()).iter("menu"):
            labels = [a.text for a in menu.iter("attribute") if a.get("name") == "label"]
            check_menu(path, [(label, 1) for label in labels], report)
            for language, known in entries.items():
                items = [(known[label].translations[0], known[label].line)
                         for label in labels if label in known and known[label].is_translated]
                check_menu(f"po/{language}.po", items, report)


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
        check_menus(root, report)
    check_metainfo(root, report)
    if report.n_problems == 0:
        print("Fit for a release")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
