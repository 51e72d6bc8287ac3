/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* The words of CSL-JSON works: their types and languages. */

/* How works of a type are cited. */
typedef enum {
  IBID_CSL_PAGE,       /* a title in quotation marks, on its own or on a site */
  IBID_CSL_JOURNAL,    /* in a volume and issue */
  IBID_CSL_PERIODICAL, /* under a date */
  IBID_CSL_PART,       /* in a book */
  IBID_CSL_BOOK,       /* a title in italics; place, publisher and year */
  IBID_CSL_REPORT,     /* a title in italics; what it is, who issued it and when */
  IBID_CSL_THESIS,     /* the same with a title in quotation marks */
} IbidCslShape;

/* Of an unknown type: IBID_CSL_PAGE. */
IbidCslShape ibid_csl_get_shape (const char *type);

/* "Journal article" for "article-journal", translated; NULL for an unknown type. Static. */
const char *ibid_csl_get_type_label (const char *type);

/* "Japanese" for "ja" and "ja-JP", translated; NULL for an unknown tag. Static. */
const char *ibid_csl_get_language_label (const char *tag);
