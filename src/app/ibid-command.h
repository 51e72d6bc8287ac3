/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

/* What the parts of the command line that need no display have in common. */

/* Exit codes. */
#define IBID_EXIT_DONE 0
#define IBID_EXIT_FINDINGS 1   /* --check alone */
#define IBID_EXIT_UNREADABLE 2 /* input or output */
#define IBID_EXIT_USAGE 64     /* as in sysexits.h */

/* Says what went wrong, in one line on standard error. */
void ibid_command_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Reads `file`, "-" for standard input, and has it analysed if wanted. NULL with an error that
 * names the file. */
IbidDocument *ibid_command_read (const char *file, gboolean analyse, GError **error);

/* Writes to standard output, to the end. */
gboolean ibid_command_write (const char *data, gsize size, GError **error);
