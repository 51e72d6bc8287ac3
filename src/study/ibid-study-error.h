/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* Why the reader's own data could not be read or written. The message is translated, begins with
 * the file's path and has no full stop. */
#define IBID_STUDY_ERROR (ibid_study_error_quark ())
GQuark ibid_study_error_quark (void);

typedef enum {
  IBID_STUDY_ERROR_UNAVAILABLE, /* no permission, no room, locked for too long */
  IBID_STUDY_ERROR_DAMAGED,     /* the file is no database, or a broken one */
  IBID_STUDY_ERROR_NEWER,       /* written by a newer version */
} IbidStudyError;
