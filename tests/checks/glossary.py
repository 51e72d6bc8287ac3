#!/usr/bin/env python3
"""The catalogues use the words of their glossaries.

po/glossary/LANGUAGE.md has a table with all the terms, and under "Forms" the beginnings that each term has in
messages. Where the English of a message has a term as a word, its translation must have one of them. A term
means something else in kinds of works ("Event"), in quotation marks and in lists of words for programs.
"""

import os
import re
import sys

import catalogues
import tree

TERMS = ("footnote", "endnote", "note", "marker", "reference", "citation", "bibliography", "quotation", "work",
         "claim", "source", "event", "ibid.", "sourcing", "locator", "study")
# In the interface it is called by its unit, "pages".
WITHOUT_FORMS = ("locator",)
OTHER_CONTEXTS = ("kind of work",)
LIST_FOR_PROGRAMS = re.compile(r"^(?:[^;]+;)+$")
NOT_MEANT = re.compile(r'\\"[^"]*\\"|quotation marks')

ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \|", re.MULTILINE)
FORMS = re.compile(r"^- ([^:]+): (.+)$", re.MULTILINE)


def has_term(text, term):
    text = NOT_MEANT.sub("", text.replace("_", ""))
    return re.search(rf"(?<![\w-]){re.escape(term)}s?(?![\w-])", text, re.IGNORECASE) is not None


def read_forms(text):
    """The beginnings of each term, in small letters."""
    section = text.partition("\n## Forms\n")[2]
    return {term: [form.strip().lower() for form in forms.split(",")] for term, forms in FORMS.findall(section)}


def check_glossary(root, path, report):
    """Whether all terms are there; returns their forms."""
    if not os.path.exists(os.path.join(root, path)):
        report.problem(path, 1, "there is no glossary for this language")
        return {}
    text = tree.read(root, path)
    terms = {row[0].strip().lower() for row in ROW.findall(text)}
    forms = read_forms(text)
    for term in TERMS:
        if term not in terms:
            report.problem(path, 1, f"“{term}” is not in its table")
        if term not in forms and term not in WITHOUT_FORMS:
            report.problem(path, 1, f"“{term}” has no forms")
    return forms


def check_entry(path, entry, forms, report):
    english = f"{entry.id} {entry.plural or ''}"
    if entry.context in OTHER_CONTEXTS or LIST_FOR_PROGRAMS.match(entry.id):
        return
    for term in TERMS:
        if term not in forms or not has_term(english, term):
            continue
        for translation in entry.translations:
            if not any(form in translation.replace("_", "").lower() for form in forms[term]):
                report.problem(path, entry.line, f"{catalogues.shorten(entry)} is translated without the "
                                                 f"glossary's word for “{term}”")
                break


def check_language(root, language, report):
    path = f"po/{language}.po"
    forms = check_glossary(root, f"po/glossary/{language}.md", report)
    if not os.path.exists(os.path.join(root, path)):
        return
    for entry in catalogues.parse_catalogue(tree.read(root, path)):
        if entry.is_translated:
            check_entry(path, entry, forms, report)


def main():
    root = tree.root_from_arguments()
    report = tree.Report()
    for language in catalogues.read_languages(root):
        check_language(root, language, report)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
