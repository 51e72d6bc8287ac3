/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "app/ibid-command.h"

/* The names of the formats, comma-separated, for --help and messages. Free with g_free(). */
char *ibid_convert_dup_formats (void);

/* `ibid --convert=FORMAT [--output=PATH] [--no-analysis] FILE`: reads `file` ("-" for standard
 * input) and writes it as `format` to `output` (NULL or "-" for standard output; a file is replaced
 * as a whole or not at all). Needs no display. Returns an exit code; what went wrong stands in one
 * line on standard error. */
int ibid_convert_run (const char *format, const char *output, gboolean analyse, const char *file);
