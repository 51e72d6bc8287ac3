/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

/* The document's works as CSL-JSON: an array of items in the order of the document, each with its
 * id and type first and all other members as they came. "[]" without works. The same document gives
 * the same bytes everywhere. */
GBytes *ibid_csl_export (IbidDocument *document);
