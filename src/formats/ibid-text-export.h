/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

/* The document as plain text, so that reading it in again gives the same paragraphs, markers and
 * notes: a blank line between paragraphs, markers as [n], references as "[n] …" under a line
 * "Notes". Where labels are missing, or two references share one, notes are numbered anew. */
GBytes *ibid_text_export (IbidDocument *document);
