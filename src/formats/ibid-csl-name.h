/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <json-glib/json-glib.h>

/* The parts of a CSL-JSON name. A name of one piece (an institution, a person whose name is not
 * parted) has `literal` alone, and then the others are ""; none is NULL. Borrowed from the node. */
typedef struct {
  const char *literal;
  const char *family;
  const char *given;
  const char *dropping;     /* "de" in "Alfred de Musset", which sorts under M */
  const char *non_dropping; /* "van" in "Vincent van Gogh" */
  const char *suffix;       /* "Jr." */
} IbidCslName;

/* Reads `node`: an object, or a string, which is a literal; of members of a wrong type nothing.
 * FALSE when no name is in it. A given name alone is a literal. */
gboolean ibid_csl_name_read (JsonNode *node, IbidCslName *name);

/* Whether the name stands for those that were left out: "et al.", "others", "u. a.". */
gboolean ibid_csl_name_is_others (const IbidCslName *name);
