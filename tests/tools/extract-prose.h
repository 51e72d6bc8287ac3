/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "tools/extract.h"

/* Sentences, claims and events of a paragraph. */
void extract_claims (const char *text, const ExtractOptions *options, JsonBuilder *out);
void extract_events (const char *text, const ExtractOptions *options, JsonBuilder *out);
void extract_sentences (const char *text, const ExtractOptions *options, JsonBuilder *out);
