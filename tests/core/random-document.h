/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

/* A document of all that the model can hold and a text can say, the same for the same seed, full of
 * what formats take for markup. Spans are in the form that importers give them: none of a style
 * touches another, none begins or ends with a blank. */
IbidDocument *random_document_new (guint32 seed);
