/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-importer.h"
#include "model/ibid-document.h"

/* A document in a form that a person can write down and a test compare, a line for each thing:
 * members of the body ("title: …"), sections ("# level heading"), paragraphs with each marker as
 * {label reference} where it stands, references ("kind id [label] text"), what was left out ("out
 * line: text"). A line break within a text is ¶. Free with g_free(). */
char *outline_document (IbidDocument *document);

/* The spans of all paragraphs, one after another, "emphasis 3-8" or "link 0-4 https://…", parted by
 * "; ". Free with g_free(). */
char *outline_spans (IbidDocument *document);

/* Imports `size` bytes of `text` as plain text and expects them to succeed. */
IbidDocument *outline_import (const char *text, gsize size, GArray *kept_lines);

/* Imports `bytes` and compares the outline of what comes of it. */
void outline_assert_import (IbidImporter *importer, GBytes *bytes, const char *expected);

/* Imports `bytes`, of which something would come, after the cancellable was cancelled. */
void outline_assert_cancelled (IbidImporter *importer, GBytes *bytes);

/* Compares the outlines line by line, so that a failure names the first that differs. */
void outline_assert_equal (const char *found, const char *expected);
