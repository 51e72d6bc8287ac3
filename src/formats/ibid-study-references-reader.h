/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-study-fields.h"
#include "model/ibid-annotations.h"
#include "model/ibid-body.h"

/* The references of a study file with their notes and citations. Works must be registered by now.
 * Antecedents that lead in a circle are refused. Errors as in ibid-study-fields.h. */
gboolean ibid_study_references_read (IbidStudyFields *root,
                                     IbidBody *body,
                                     IbidAnnotations *annotations,
                                     GError **error);
