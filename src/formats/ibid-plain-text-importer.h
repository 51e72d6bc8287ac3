/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-importer.h"

/* Plain text as people have it: an article pasted from a web page, or text wrapped by hand. Reads
 * whatever is text, so it never claims more than IBID_SNIFF_MAYBE. */
#define IBID_TYPE_PLAIN_TEXT_IMPORTER (ibid_plain_text_importer_get_type ())
G_DECLARE_FINAL_TYPE (
    IbidPlainTextImporter, ibid_plain_text_importer, IBID, PLAIN_TEXT_IMPORTER, GObject)

IbidImporter *ibid_plain_text_importer_new (void);
