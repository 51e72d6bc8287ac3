/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-importer.h"

/* Web pages as people save them: HTML and XHTML. */
#define IBID_TYPE_HTML_IMPORTER (ibid_html_importer_get_type ())
G_DECLARE_FINAL_TYPE (IbidHtmlImporter, ibid_html_importer, IBID, HTML_IMPORTER, GObject)

IbidImporter *ibid_html_importer_new (void);
