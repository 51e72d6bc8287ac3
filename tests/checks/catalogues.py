#!/usr/bin/env python3
"""The template is up to date, and every catalogue is sound.

xgettext reads the files of po/POTFILES.in without a warning; po/ibid.pot holds the same strings (line
numbers and dates aside); msgfmt accepts each language of po/LINGUAS. Prints how complete each is; that all are complete is asked of
releases only, by release.py.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

import tree

DOMAIN = "ibid"

# As meson's i18n.gettext (preset: 'glib') calls it.
XGETTEXT = """
    --from-code=UTF-8 --add-comments
    --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2
    --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3
    --flag=N_:1:pass-c-format --flag=C_:2:pass-c-format --flag=NC_:2:pass-c-format
    --flag=g_dngettext:2:pass-c-format
    --flag=g_strdup_printf:1:c-format --flag=g_string_printf:2:c-format
    --flag=g_string_append_printf:2:c-format --flag=g_error_new:3:c-format
    --flag=g_set_error:4:c-format --flag=g_markup_printf_escaped:1:c-format
    --flag=g_log:3:c-format --flag=g_print:1:c-format --flag=g_printerr:1:c-format
    --flag=g_printf:1:c-format --flag=g_fprintf:2:c-format --flag=g_sprintf:2:c-format
    --flag=g_snprintf:3:c-format
""".split()

# A path and a line at the head of a tool's message.
PLACE = re.compile(r"^(?P<path>[^:\s]+):(?P<line>\d+):(?:\d+:)?\s*(?P<reason>.*)$")
KEYWORD = re.compile(r'^(msgctxt|msgid|msgid_plural|msgstr)(?:\[\d+\])?\s+"(.*)"$')


class Entry:
    def __init__(self, line):
        self.line = line
        self.is_fuzzy = False
        self.context = None
        self.id = ""
        self.plural = None
        self.translations = []

    @property
    def key(self):
        return (self.context, self.id, self.plural)

    @property
    def is_translated(self):
        return not self.is_fuzzy and all(self.translations)

    def add(self, keyword, text):
        if keyword == "msgctxt":
            self.context = (self.context or "") + text
        elif keyword == "msgid":
            self.id += text
        elif keyword == "msgid_plural":
            self.plural = (self.plural or "") + text


def parse_catalogue(text):
    """The entries of a .po or .pot file without its header. Strings stay escaped, as they stand."""
    entries = []
    entry = None
    keyword = None
    is_fuzzy = False
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        start = KEYWORD.match(line)
        if line.startswith("#,") and "fuzzy" in line:
            is_fuzzy = True
        elif start:
            if start[1] == "msgctxt" or (start[1] == "msgid" and keyword != "msgctxt"):
                entry = Entry(number)
                entry.is_fuzzy, is_fuzzy = is_fuzzy, False
                entries.append(entry)
            keyword = start[1]
            if keyword == "msgstr":
                entry.translations.append(start[2])
            else:
                entry.add(keyword, start[2])
        elif line.startswith('"') and entry:
            if keyword == "msgstr":
                entry.translations[-1] += line[1:-1]
            else:
                entry.add(keyword, line[1:-1])
    return [e for e in entries if e.id]


def shorten(entry):
    name = entry.id if len(entry.id) <= 60 else entry.id[:57] + "…"
    return f'"{name}"' if entry.context is None else f'"{name}" ({entry.context})'


def run(arguments, root):
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    environment.pop("LANGUAGE", None)
    return subprocess.run(arguments, cwd=root, env=environment, capture_output=True, text=True, check=False)


def report_messages(messages, fallback, report):
    """Each line of a tool's complaint as a problem of the file that it names."""
    for line in messages.splitlines():
        place = PLACE.match(line)
        if place:
            report.problem(place["path"], place["line"], place["reason"])
        elif line.strip():
            report.problem(fallback, 1, line.strip())


def check_template(root, folder, report):
    """Makes a template from the sources and compares; returns its entries."""
    made = os.path.join(folder, "made.pot")
    result = run(["xgettext", *XGETTEXT, f"--default-domain={DOMAIN}", f"--package-name={DOMAIN}",
                  "--files-from=po/POTFILES.in", "--directory=.", f"--output={made}"], root)
    report_messages(result.stderr, "po/POTFILES.in", report)
    if result.returncode or not os.path.exists(made):
        report.problem("po/POTFILES.in", 1, "xgettext could not read these files")
        return []
    with open(made, encoding="utf-8") as file:
        entries = parse_catalogue(file.read())

    template = f"po/{DOMAIN}.pot"
    if not os.path.exists(os.path.join(root, template)):
        report.problem(template, 1, "this file is missing; make it: meson compile -C build ibid-pot")
        return entries
    committed = {e.key: e for e in parse_catalogue(tree.read(root, template))}
    now = {e.key: e for e in entries}
    hint = "update it: meson compile -C build ibid-pot ibid-update-po"
    for key in committed.keys() - now.keys():
        report.problem(template, committed[key].line, f"{shorten(committed[key])} is gone; {hint}")
    for key in now.keys() - committed.keys():
        report.problem(template, 1, f"{shorten(now[key])} is new; {hint}")
    return entries


def read_languages(root):
    """The languages of po/LINGUAS, in order."""
    languages = tree.read(root, "po/LINGUAS") if os.path.exists(os.path.join(root, "po/LINGUAS")) else ""
    return re.sub(r"#.*", "", languages).split()


def check_language(root, language, wanted, report):
    """Returns the strings that are not translated, with the line of each."""
    path = f"po/{language}.po"
    if not os.path.exists(os.path.join(root, path)):
        report.problem("po/LINGUAS", 1, f"there is no {path}")
        return []
    result = run(["msgfmt", "--check", f"--output-file={os.devnull}", path], root)
    if result.returncode:
        report_messages(result.stderr, path, report)

    entries = {e.key: e for e in parse_catalogue(tree.read(root, path))}
    missing = [e for e in wanted if e.key not in entries or not entries[e.key].is_translated]
    share = 100 * (len(wanted) - len(missing)) // len(wanted) if wanted else 100
    print(f"{language}: {len(wanted) - len(missing)} of {len(wanted)} strings, {share} %")
    return [(entry, entries[entry.key].line if entry.key in entries else 1) for entry in missing]


def main():
    root = tree.root_from_arguments()
    for tool in ("xgettext", "msgfmt"):
        if not shutil.which(tool):
            print(f"no {tool} here")
            return 77
    report = tree.Report()
    with tempfile.TemporaryDirectory() as folder:
        wanted = check_template(root, folder, report)
    languages = read_languages(root)
    for number, language in enumerate(languages):
        if language in languages[:number]:
            report.problem("po/LINGUAS", number + 1, f"{language} is named twice")
        else:
            check_language(root, language, wanted, report)
    for path in tree.files(root, ["po"], (".po",)):
        if os.path.basename(path)[:-3] not in languages:
            report.problem(path, 1, "its language is not in po/LINGUAS")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
