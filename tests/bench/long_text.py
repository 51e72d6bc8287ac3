# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Ibid authors
"""A plain text of 10 MB with 20,000 notes: the same bytes on every machine."""

N_BYTES = 10_000_000
N_NOTES = 20_000
PARAGRAPH = 500
PARAGRAPHS_PER_HEADING = 150

WORDS = ("agency agreement archive author border cable council country department edition engine "
         "evidence committee harbour history house letter library ministry network office paper "
         "parliament policy press reader record report river signal source statement treaty "
         "winter witness year").split()


def make_sentence(seed, n_words):
    words = [WORDS[(seed * 31 + i * i * 7 + i * 13) % len(WORDS)] for i in range(n_words)]
    return "The " + " ".join(words) + "."


def make_paragraph(seed):
    """About PARAGRAPH characters: a list of sentences."""
    sentences = []
    while sum(map(len, sentences)) < PARAGRAPH - 40:
        sentences.append(make_sentence(seed * 17 + len(sentences), 9 + (seed + len(sentences)) % 7))
    return sentences


def make_notes():
    return [f"[{n}] A. Writer, The {WORDS[n % len(WORDS)].title()} of the "
            f"{WORDS[n * 7 % len(WORDS)].title()} (London: The Press, {1900 + n % 120}), {n % 400 + 1}."
            for n in range(1, N_NOTES + 1)]


def make():
    """Bytes: title block, headings, paragraphs of one line with their markers, list of notes."""
    notes = "\n\n".join(["Notes"] + make_notes()) + "\n"
    head = "The Long Record\n\nby Ada Writer\n\n22 May 2017\n\n"
    body = []
    size = len(head) + len(notes)
    marker = 0
    left = (N_BYTES - size) // (PARAGRAPH + 20)
    seed = 0
    while size < N_BYTES or marker < N_NOTES:
        blocks = []
        if seed % PARAGRAPHS_PER_HEADING == 0:
            blocks.append(f"Chapter {seed // PARAGRAPHS_PER_HEADING + 1}")
        sentences = make_paragraph(seed)
        # What is left of the markers, spread over what is left of the paragraphs.
        due = max(1, round((N_NOTES - marker) / max(1, left - seed))) if marker < N_NOTES else 0
        for i in range(min(due, N_NOTES - marker)):
            marker += 1
            at = (i * 2 + 1) % len(sentences)
            sentences[at] += f"[{marker}]"
        blocks.append(" ".join(sentences))
        for block in blocks:
            body.append(block)
            size += len(block) + 2
        seed += 1
    return (head + "\n\n".join(body) + "\n\n" + notes).encode()
