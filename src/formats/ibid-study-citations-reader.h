/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-study-fields.h"
#include "model/ibid-annotations.h"

/* A second look at the references of a study file, for what points to other references: their
 * notes and their citations. Works must be registered by now; `references`
 * are those of the file, in its order, and have their positions. Antecedents that lead in a circle
 * are refused. Errors as in ibid-study-fields.h. */
gboolean ibid_study_citations_read (const IbidStudyFields *root,
                                    IbidList *references,
                                    IbidAnnotations *annotations,
                                    GError **error);
