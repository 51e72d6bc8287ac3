/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* Why a file could not be read. The message is translated, says what is wrong and where in the
 * file (a member's path, a line), has no full stop, and does not repeat the file's name: whoever
 * opened it puts that in front. */
#define IBID_IMPORT_ERROR (ibid_import_error_quark ())
GQuark ibid_import_error_quark (void);

typedef enum {
  IBID_IMPORT_ERROR_UNREADABLE,  /* no regular file, no permission, gone */
  IBID_IMPORT_ERROR_UNSUPPORTED, /* no importer knows this kind of file */
  IBID_IMPORT_ERROR_TOO_LARGE,   /* over a limit; names limit and size */
  IBID_IMPORT_ERROR_NEWER,       /* written by a newer version of the format */
  IBID_IMPORT_ERROR_INVALID,     /* breaks the rules of its format */
  IBID_IMPORT_ERROR_EMPTY,       /* nothing to read in it */
} IbidImportError;
