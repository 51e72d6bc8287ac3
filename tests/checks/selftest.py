#!/usr/bin/env python3
"""Every check can fail: each is run on a small good tree, and on that tree with one thing wrong.

Writes TAP: one test for each wrong thing, which the check must refuse and whose file it must name.
"""

import os
import shutil
import subprocess
import sys
import tempfile

import entities

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))

FUNCTION = "void\nibid_{0} (void)\n{{\n{1}}}\n"
MAIN = """#include "app/ibid-app.h"

int
main (int argc, char *argv[])
{
  return ibid_app_run (argc, argv);
}
"""
APP = """#include "app/ibid-app.h"
#include "window/ibid-window.h"
#include <glib/gi18n.h>

int
ibid_app_run (int argc, char *argv[])
{
  ibid_window_open (_ ("Ibid"));
  return 0;
}
"""
DOCUMENT = """#include "model/ibid-document.h"

struct _IbidDocument {
  GObject parent_instance;
};

G_DEFINE_FINAL_TYPE (IbidDocument, ibid_document, G_TYPE_OBJECT)

static void
ibid_document_class_init (IbidDocumentClass *klass)
{}

static void
ibid_document_init (IbidDocument *self)
{}
"""
SCHEMA = """<schemalist gettext-domain="ibid">
  <schema id="x" path="/x/">
    <key name="zoom" type="i"><default>100</default><summary>Zoom</summary></key>
  </schema>
</schemalist>
"""
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {0}\\n"\n' \
         '"MIME-Version: 1.0\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n"Project-Id-Version: ibid\\n"\n' \
         '"Last-Translator: N\\n"\n"Language-Team: N\\n"\n"PO-Revision-Date: 2024-01-01 00:00+0000\\n"\n'
ENTRIES = '\nmsgid "Ibid"\nmsgstr "{0}"\n\nmsgid "Zoom"\nmsgstr "{1}"\n'

METAINFO = """<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>@APP_ID@</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>GPL-3.0-or-later</project_license>
  <name>Ibid</name>
  <summary>See sources as you read</summary>
  <description><p>Read essays, articles and books together with their footnotes, each beside its sentence.</p></description>
  <launchable type="desktop-id">@APP_ID@.desktop</launchable>
  <url type="homepage">https://example.org/</url>
  <content_rating type="oars-1.1"/>
  <releases>
    <release version="1.2" date="2024-01-01"><description><p>The first one.</p></description></release>
  </releases>
</component>
"""
TERMS = ("footnote", "endnote", "note", "marker", "reference", "citation", "bibliography", "quotation", "work",
         "claim", "source", "event", "ibid.", "sourcing", "study")
GLOSSARY = "# Words\n\n" + "".join(f"| {t} | {t}o | |\n" for t in (*TERMS, "locator")) \
           + "\n## Forms\n\n" + "".join(f"- {t}: {t}o\n" for t in TERMS)
REVIEW = "# Made by the developers, and not yet reviewed by a native reader.\n"
NOTE = '\nmsgid "No note here"\nmsgstr "{0}"\n'
MANIFEST = """{{"id": "org.ibidreader.Ibid{0}", "finish-args": ["--share=ipc", "--socket=fallback-x11",
 "--socket=wayland", "--device=dri"{1}], "modules": ["lib.json",
 {{"name": "ibid", "sources": [{{"type": "dir", "path": "..", "skip": ["build"]}}]}}]}}
"""
MODULE = '{{"name": "lib", "sources": [{{"type": "archive", "url": "https://a.org/a.zip", "sha256": "{0}"}}]}}\n'

GOOD = {
    "meson.build": "project('ibid', 'c',\n  version: '1.2',\n)\n\napp_id = 'org.example.Ibid'\n",
    "data/org.example.Ibid.metainfo.xml.in.in": METAINFO,
    "po/POTFILES.skip": "data/org.example.Ibid.metainfo.xml.in.in\n",
    "po/glossary/de.md": GLOSSARY,
    "src/main.c": MAIN,
    "src/app/ibid-app.h": "#pragma once\n\nint ibid_app_run (int argc, char *argv[]);\n",
    "src/app/ibid-app.c": APP,
    "src/window/ibid-window.h": "#pragma once\n\nvoid ibid_window_open (const char *title);\n",
    "src/model/ibid-document.h": "#pragma once\n#include <glib-object.h>\n",
    "src/model/ibid-document.c": DOCUMENT,
    "src/formats/ibid-text.h": '#pragma once\n#include "model/ibid-document.h"\n',
    "src/study/ibid-places.h": "#pragma once\n",
    "src/reading/ibid-reader.h": '#pragma once\n#include "formats/ibid-text.h"\n',
    "src/widgets/ibid-compat.h": "#pragma once\n#include <gtk/gtk.h>\n#if GTK_CHECK_VERSION(4, 14, 0)\n#endif\n",
    "data/style.css": ".marker {\n}\n",
    "data/formats/entities.tsv": "\n".join(entities.table()) + "\n",
    "data/x.gschema.xml": SCHEMA,
    "tests/core/test-document.c": '#include "model/ibid-document.h"\n',
    "Makefile": "clean: ## Remove\n\trm -rf build\n",
    "flatpak/lib.json": MODULE.format("0" * 64),
    "flatpak/org.ibidreader.Ibid.json": MANIFEST.format("", ""),
    "flatpak/org.ibidreader.Ibid.Devel.json": MANIFEST.format(".Devel", ""),
    "po/LINGUAS": "de\n",
    "po/POTFILES.in": "data/x.gschema.xml\nsrc/app/ibid-app.c\n",
    "po/ibid.pot": HEADER.format("") + ENTRIES.format("", ""),
    "po/de.po": REVIEW + HEADER.format("de") + ENTRIES.format("Ibid", "Größe"),
}

# Check, what is wrong, the file that it names, the tree's other contents.
BAD = [
    ("layers.py", "a folder to the right", "src/model/ibid-document.h",
     {"src/model/ibid-document.h": '#include "reading/ibid-reader.h"\n'}),
    ("layers.py", "a neighbour among the four", "src/formats/ibid-text.h",
     {"src/formats/ibid-text.h": '#include "study/ibid-places.h"\n'}),
    ("layers.py", "main.c knows more than app", "src/main.c",
     {"src/main.c": '#include "window/ibid-window.h"\n'}),
    ("layers.py", "an include that does not start from src", "src/app/ibid-app.c",
     {"src/app/ibid-app.c": '#include "ibid-app.h"\n'}),
    ("layers.py", "an include of a file that is not there", "src/app/ibid-app.c",
     {"src/app/ibid-app.c": '#include "model/ibid-nothing.h"\n'}),
    ("layers.py", "GTK in the core", "src/reading/ibid-reader.h",
     {"src/reading/ibid-reader.h": "#include <gtk/gtk.h>\n"}),
    ("layers.py", "libadwaita in the core", "src/formats/ibid-text.h",
     {"src/formats/ibid-text.h": "#include <adwaita.h>\n"}),
    ("layers.py", "a folder that is not in the order", "src/utils/ibid-misc.h",
     {"src/utils/ibid-misc.h": "#pragma once\n"}),
    ("layers.py", "a version test outside compat", "src/window/ibid-window.h",
     {"src/window/ibid-window.h": "#if ADW_CHECK_VERSION (1, 4, 0)\n#endif\n"}),
    ("layers.py", "a version test of libxml2", "src/formats/ibid-xml.c",
     {"src/formats/ibid-xml.c": "#if LIBXML_VERSION >= 21300\n#endif\n"}),
    ("sizes.py", "a long file", "src/app/ibid-app.c", {"src/app/ibid-app.c": "\n" * 801}),
    ("sizes.py", "a long file among the tests", "tests/core/test-document.c",
     {"tests/core/test-document.c": "\n" * 801}),
    ("sizes.py", "a long function", "src/app/ibid-app.c",
     {"src/app/ibid-app.c": FUNCTION.format("go", "  go ();\n" * 79)}),
    ("sizes.py", "two types in a file", "src/model/ibid-document.c",
     {"src/model/ibid-document.c":
      DOCUMENT + "G_DEFINE_BOXED_TYPE (IbidRange,\n                     ibid_range,\n  a, b)\n"}),
    ("sizes.py", "much CSS", "data/style.css", {"data/style.css": ".a {}\n" * 150}),
    ("potfiles.py", "a C file that is not listed", "src/app/ibid-app.c",
     {"po/POTFILES.in": "data/x.gschema.xml\n"}),
    ("potfiles.py", "a template that is not listed", "src/window/ibid-window.ui",
     {"src/window/ibid-window.ui": '<property name="label" translatable="yes">A</property>\n'}),
    ("potfiles.py", "a plural that is not listed", "src/window/ibid-window.c",
     {"src/window/ibid-window.c": 'char *s = ngettext ("%d note", "%d notes", n);\n'}),
    ("potfiles.py", "a call behind a string that looks like a comment", "src/window/ibid-window.c",
     {"src/window/ibid-window.c": 'char *s = "text/*"; char *t = C_ ("menu", "Open");\n'}),
    ("potfiles.py", "a desktop entry that is not listed", "data/x.desktop.in",
     {"data/x.desktop.in": "[Desktop Entry]\nName=Ibid\n"}),
    ("potfiles.py", "an entry without a file", "po/POTFILES.in",
     {"po/POTFILES.in": "data/x.gschema.xml\nsrc/app/ibid-app.c\nsrc/gone.c\n"}),
    ("potfiles.py", "an entry with nothing to translate", "po/POTFILES.in",
     {"po/POTFILES.in": "data/x.gschema.xml\nsrc/app/ibid-app.c\nsrc/main.c\n"}),
    ("potfiles.py", "entries out of order", "po/POTFILES.in",
     {"po/POTFILES.in": "src/app/ibid-app.c\ndata/x.gschema.xml\n"}),
    ("catalogues.py", "a string that the template lacks", "po/ibid.pot",
     {"src/app/ibid-app.c": APP.replace('_ ("Ibid")', '_ ("Other")')}),
    ("catalogues.py", "something xgettext warns of", "src/app/ibid-app.c",
     {"src/app/ibid-app.c": APP.replace('"Ibid"', '"Ibid \\a"')}),
    ("catalogues.py", "a catalogue that msgfmt refuses", "po/de.po",
     {"po/de.po": HEADER.format("de") + ENTRIES.format("Ibid\\n", "Größe")}),
    ("catalogues.py", "a language without a catalogue", "po/LINGUAS", {"po/LINGUAS": "de\nja\n"}),
    ("catalogues.py", "a catalogue without a language", "po/ja.po",
     {"po/ja.po": HEADER.format("ja") + ENTRIES.format("Ibid", "Z")}),
    ("release.py", "a catalogue with a gap", "po/de.po",
     {"po/de.po": REVIEW + HEADER.format("de") + ENTRIES.format("Ibid", "")}),
    ("release.py", "a catalogue with a guess", "po/de.po",
     {"po/de.po": REVIEW + HEADER.format("de")
                  + ENTRIES.format("Ibid", "Größe").replace('msgid "Zoom"', '#, fuzzy\nmsgid "Zoom"')}),
    ("release.py", "a template that is out of date", "po/ibid.pot",
     {"src/app/ibid-app.c": APP.replace('_ ("Ibid")', '_ ("Other")')}),
    ("release.py", "a head that does not say who has read it", "po/de.po",
     {"po/de.po": HEADER.format("de") + ENTRIES.format("Ibid", "Größe")}),
    ("release.py", "another version in the metainfo", "data/org.example.Ibid.metainfo.xml.in.in",
     {"data/org.example.Ibid.metainfo.xml.in.in": METAINFO.replace('version="1.2"', 'version="1.1"')}),
    ("release.py", "a release without a date", "data/org.example.Ibid.metainfo.xml.in.in",
     {"data/org.example.Ibid.metainfo.xml.in.in": METAINFO.replace(' date="2024-01-01"', "")}),
    ("release.py", "a release without notes", "data/org.example.Ibid.metainfo.xml.in.in",
     {"data/org.example.Ibid.metainfo.xml.in.in":
      METAINFO.replace("<description><p>The first one.</p></description>", "")}),
    ("release.py", "metainfo that appstreamcli refuses", "data/org.example.Ibid.metainfo.xml.in.in",
     {"data/org.example.Ibid.metainfo.xml.in.in": METAINFO.replace("  <metadata_license>CC0-1.0</metadata_license>\n",
                                                                   "")}),
    ("release.py", "two items of a menu with one access key", "src/window/ibid-window.ui",
     {"src/window/ibid-window.ui": '<interface><menu><item><attribute name="label">_Open</attribute></item>'
                                   '<item><attribute name="label">Zoom _Out</attribute></item></menu></interface>\n'}),
    ("glossary.py", "another word for a term", "po/de.po",
     {"po/de.po": HEADER.format("de") + ENTRIES.format("Ibid", "Größe") + NOTE.format("Keine Zensur")}),
    ("glossary.py", "a glossary that lacks a term", "po/glossary/de.md",
     {"po/glossary/de.md": GLOSSARY.replace("| marker ", "| signs ")}),
    ("glossary.py", "a language without a glossary", "po/glossary/ja.md", {"po/LINGUAS": "de\nja\n"}),
    ("manifests.py", "a permission too many", "flatpak/org.ibidreader.Ibid.json",
     {"flatpak/org.ibidreader.Ibid.json": MANIFEST.format("", ', "--filesystem=home"')}),
    ("manifests.py", "a source without a checksum", "flatpak/org.ibidreader.Ibid.json",
     {"flatpak/lib.json": MODULE.format("")}),
    ("manifests.py", "a build folder that is taken along", "flatpak/org.ibidreader.Ibid.json",
     {"Makefile": "clean: ## Remove\n\trm -rf build build-check\n"}),
    ("manifests.py", "a Devel manifest of another kind", "flatpak/org.ibidreader.Ibid.Devel.json",
     {"flatpak/org.ibidreader.Ibid.Devel.json": MANIFEST.format(".Devel", "").replace('".."', '"."')}),
    ("manifests.py", "a Devel manifest with the release's id", "flatpak/org.ibidreader.Ibid.Devel.json",
     {"flatpak/org.ibidreader.Ibid.Devel.json": MANIFEST.format("", "")}),
    ("entities.py", "a name that is missing", "data/formats/entities.tsv",
     {"data/formats/entities.tsv": "\n".join(entities.table()[:-1]) + "\n"}),
    ("entities.py", "a name that is no such thing", "data/formats/entities.tsv",
     {"data/formats/entities.tsv": "\n".join([*entities.table(), "zzz\t7a"]) + "\n"}),
    ("format.sh", "a line that is not formatted", "src/main.c",
     {"src/main.c": MAIN.replace("ibid_app_run (", "ibid_app_run(")}),
    ("cppcheck.sh", "an index out of bounds", "src/app/ibid-app.c",
     {"src/app/ibid-app.c": FUNCTION.format("go", "  int a[2];\n\n  a[2] = 1;\n")}),
]


def run(check, files):
    """Runs a check on a tree of these files; returns its exit status and what it printed."""
    with tempfile.TemporaryDirectory() as root:
        shutil.copy(os.path.join(TOP, ".clang-format"), root)
        for path, text in files.items():
            os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
            with open(os.path.join(root, path), "w", encoding="utf-8") as file:
                file.write(text)
        command = [os.path.join(HERE, check), root]
        if check.endswith(".py"):
            command[:0] = [sys.executable, "-B"]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        return result.returncode, result.stdout + result.stderr


# What is no fault to a check, although it is to another.
FINE = [
    ("catalogues.py", "a catalogue with a gap",
     {"po/de.po": HEADER.format("de") + ENTRIES.format("Ibid", "")}),
    ("glossary.py", "a term that is translated by its word",
     {"po/de.po": HEADER.format("de") + ENTRIES.format("Ibid", "Größe") + NOTE.format("Keine Noteo hier")}),
]


def tests():
    for check in dict.fromkeys(check for check, *_ in BAD):
        yield check, "accepts a good tree", None, {}
    for check, what, files in FINE:
        yield check, f"accepts {what}", None, files
    for check, what, path, files in BAD:
        yield check, f"refuses {what}", path, files


def main():
    all_tests = list(tests())
    n_failed = 0
    print(f"1..{len(all_tests)}")
    for number, (check, what, path, files) in enumerate(all_tests, 1):
        status, output = run(check, {**GOOD, **files})
        if path is None:
            is_right = status == 0
        else:
            is_right = status == 1 and f"{path}:" in output
        if status == 77:
            print(f"ok {number} {check} {what} # SKIP {output.strip().splitlines()[-1]}")
            continue
        print(f"{'ok' if is_right else 'not ok'} {number} {check} {what}")
        if not is_right:
            n_failed += 1
            for line in f"status {status}\n{output}".splitlines():
                print(f"# {line}")
    return 1 if n_failed else 0


if __name__ == "__main__":
    sys.exit(main())
