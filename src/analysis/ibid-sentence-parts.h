/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-grammar.h"
#include "analysis/ibid-prose.h"

/* What stands ahead of a word. */
typedef enum {
  IBID_GAP_NONE,
  IBID_GAP_COMMA,
  IBID_GAP_STRONG, /* a semicolon, a colon, a dash */
} IbidGap;

typedef struct {
  guint word;  /* index among the paragraph's words */
  guint flags; /* IbidGrammarFlags; none for names and for parts of compounds */
  IbidGap gap;
  gboolean is_name;
  gboolean is_other_date;
  gboolean is_behind_hole; /* words were left out ahead of it: the date, or a bracket */
} IbidToken;

/* A piece of the sentence that holds one finite verb, or none. */
typedef struct {
  guint first; /* tokens `first` up to `last`, which is not in it */
  guint last;
  guint body;          /* the first token behind what opens the piece */
  guint opener;        /* IbidGrammarFlags of the words that open it */
  IbidGap gap;         /* ahead of it */
  gboolean is_oblique; /* "to which": its relative word is not its subject */
  guint verb;          /* the finite verb, with what helps it: up to `verb_end`; `last` if none */
  guint verb_end;
  guint head;              /* the word that tells what is done */
  gboolean has_participle; /* one that describes a noun: "the army formed in …" */
  gboolean is_passive;
} IbidPart;

/* An English sentence in pieces, as seen from one of its dates. Its date, with the words that lead
 * to it, and what stands in brackets are no tokens. */
typedef struct {
  const IbidProseParagraph *paragraph;
  GArray *tokens; /* IbidToken */
  GArray *parts;  /* IbidPart */
  guint at;       /* the token ahead of which the date stands */
  IbidGap left;   /* ahead of the date */
  IbidGap right;  /* behind it */
} IbidSentenceParts;

/* Of the sentence `sentence` around date `date` (an index); no farther from it than some eighty
 * words, so that the time is bounded. NULL when the date stands in brackets. */
IbidSentenceParts *
ibid_sentence_parts_new (const IbidProseParagraph *paragraph, IbidStretch sentence, guint date);
void ibid_sentence_parts_free (IbidSentenceParts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidSentenceParts, ibid_sentence_parts_free)
