/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

/* The document in the study format, version 1; transfer full. The same document gives the same
 * bytes on every system. Members come in the order of the format's description, unknown ones after
 * them; what is absent or empty is left out, but for annotations that were made and found nothing
 * ("claims": []). What was left out as page furniture is no part of the format. */
GBytes *ibid_study_write (IbidDocument *document);
