/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-reference-labels.h"
#include "analysis/ibid-reference-tokens.h"

/* References with what each part of them is, as the trainer reads them: lines of
 *
 *   TEXT <tab> LABEL:START:END <tab> LABEL:START:END …
 *
 * with offsets in code points (see gold_spans.py), turned into features and states. */
typedef struct {
  guint n_texts;
  guint n_features;
  guint32 *text_ends;    /* for each text, the end of its tokens */
  guint32 *feature_ends; /* for each token, the end of its features */
  guint32 *features;     /* below n_features */
  guint32 *keys;         /* of each feature */
  guint32 *counts;       /* how often each is seen */
  guint8 *states;        /* of each token: see ibid-labeller.h */
  guint8 *seams;         /* of each token */
} LabelledTexts;

/* Features that are seen less often than `min_count` times are left out. Ends the program when the
 * file is not as it should be. */
LabelledTexts *labelled_texts_read (const char *path, guint min_count);
void labelled_texts_free (LabelledTexts *self);

/* The fields of one line, IbidReferenceSpans in order. */
GArray *labelled_texts_read_spans (const char *line);

/* The states of the tokens of one line, whose text they are; free with g_free(). */
guint8 *labelled_texts_read_states (const char *line, const IbidReferenceTokens *tokens);
