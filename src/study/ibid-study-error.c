/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "study/ibid-study-error.h"

G_DEFINE_QUARK (ibid_study_error, ibid_study_error)
