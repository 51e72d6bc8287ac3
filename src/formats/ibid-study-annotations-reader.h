/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-study-fields.h"
#include "model/ibid-annotations.h"

/* The lists of works, and of claims, actors and events, of a study file. Errors as in
 * ibid-study-fields.h. */
gboolean ibid_study_annotations_read_works (IbidStudyFields *root,
                                            IbidAnnotations *annotations,
                                            GError **error);

/* All but the works. Paragraphs and references must be registered by now. */
gboolean ibid_study_annotations_read_others (IbidStudyFields *root,
                                             IbidAnnotations *annotations,
                                             GError **error);
