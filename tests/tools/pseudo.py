#!/usr/bin/env python3
"""Makes a catalogue of a language that nobody speaks, to see what is not translated and what is cut off.

Every letter is accented, texts are some 40 % longer and stand in ⟦…⟧. Placeholders, markup, escapes,
access keys, options of the command line, shortcuts and lists of words for programs stay as they are.
With an output folder, compiles it there as the language xx, for bindtextdomain():

    tests/tools/pseudo.py po/ibid.pot                      prints the catalogue
    tests/tools/pseudo.py po/ibid.pot --folder=PATH        makes PATH/xx/LC_MESSAGES/ibid.mo
"""

import argparse
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "checks"))
import catalogues

ACCENTED = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
                         "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž")
VOWELS = "aeiouyAEIOUY"
GROWTH = 0.4

# What a text must keep: printf's directives, escapes, tags, entities, options, shortcuts, paths.
KEPT = re.compile(r"%(?:\d+\$)?[-'0-9.]*(?:l|z)?[a-zA-Z%]|\\.|<[^<>]*>|&\w+;|--[a-z-]+|\([A-Z]\w*(?:\+\w+)*\)"
                  r"|https?://\S+|\bIbid\b|\.[a-z]{2,4}\b")
# Whole texts that programs read, by what they look like or by their context.
WORDS_FOR_PROGRAMS = re.compile(r"^(?:[^;]+;)+$")
CONTEXTS_FOR_PROGRAMS = ("figures of centuries",)
TEXTS_FOR_PROGRAMS = ("translator-credits",)

HEADER = """msgid ""
msgstr ""
"Language: xx\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""


def stretch(text, wanted):
    """The text accented, with `wanted` more letters: its vowels are doubled, from the start on."""
    result = ""
    for letter in text:
        result += letter.translate(ACCENTED)
        if letter in VOWELS and wanted > 0:
            result += letter.lower().translate(ACCENTED)
            wanted -= 1
    return result, wanted


def make_pseudo(text):
    """A translation of an escaped string."""
    wanted = round(GROWTH * len(KEPT.sub("", text)))
    result = ""
    end = 0
    for kept in [*KEPT.finditer(text), None]:
        part, wanted = stretch(text[end:kept.start() if kept else len(text)], wanted)
        result += part + (kept[0] if kept else "")
        end = kept.end() if kept else end
    # What has few vowels grows at its end. A line end at either end of a message stays there.
    start = re.match(r"(?:\\n)*", result)[0]
    finish = re.search(r"(?:\\n)*$", result[len(start):])[0]
    middle = result[len(start):len(result) - len(finish)]
    return f"{start}⟦{middle}{'~' * wanted}⟧{finish}"


def translate(entry, text):
    if (entry.context in CONTEXTS_FOR_PROGRAMS or text in TEXTS_FOR_PROGRAMS or WORDS_FOR_PROGRAMS.match(text)
            or not re.search(r"[^\W\d_]", KEPT.sub("", text))):
        return text
    return make_pseudo(text)


def make_catalogue(template):
    result = [HEADER]
    for entry in catalogues.parse_catalogue(template):
        lines = []
        if "%" in entry.id + (entry.plural or ""):
            lines.append("#, c-format")
        if entry.context is not None:
            lines.append(f'msgctxt "{entry.context}"')
        lines.append(f'msgid "{entry.id}"')
        if entry.plural is None:
            lines.append(f'msgstr "{translate(entry, entry.id)}"')
        else:
            lines.append(f'msgid_plural "{entry.plural}"')
            lines.append(f'msgstr[0] "{translate(entry, entry.id)}"')
            lines.append(f'msgstr[1] "{translate(entry, entry.plural)}"')
        result.append("\n".join(lines) + "\n")
    return "\n".join(result)


def compile_catalogue(catalogue, folder):
    """Writes the .mo file. msgfmt's own check says whether all placeholders are there."""
    folder = os.path.join(folder, "xx", "LC_MESSAGES")
    os.makedirs(folder, exist_ok=True)
    subprocess.run(["msgfmt", "--check-format", f"--output-file={os.path.join(folder, 'ibid.mo')}", "-"],
                   input=catalogue, text=True, check=True)


def main():
    parser = argparse.ArgumentParser(description="Makes a catalogue of a pseudo-language.")
    parser.add_argument("template")
    parser.add_argument("--folder")
    parser.add_argument("--stamp", help="a file to touch when it is done")
    arguments = parser.parse_args()
    with open(arguments.template, encoding="utf-8") as file:
        catalogue = make_catalogue(file.read())
    if arguments.folder is None:
        print(catalogue, end="")
        return
    compile_catalogue(catalogue, arguments.folder)
    if arguments.stamp:
        with open(arguments.stamp, "w", encoding="utf-8"):
            pass


if __name__ == "__main__":
    main()
