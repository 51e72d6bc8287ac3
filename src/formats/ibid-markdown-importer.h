/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-importer.h"

/* Markdown as GitHub, Pandoc, kramdown and site generators have it: footnotes with and without
 * labels, tables, front matter, the HTML in it. */
#define IBID_TYPE_MARKDOWN_IMPORTER (ibid_markdown_importer_get_type ())
G_DECLARE_FINAL_TYPE (
    IbidMarkdownImporter, ibid_markdown_importer, IBID, MARKDOWN_IMPORTER, GObject)

IbidImporter *ibid_markdown_importer_new (void);
