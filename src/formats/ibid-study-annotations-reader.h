/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-study-fields.h"
#include "model/ibid-annotations.h"

/* Works, citations, claims, actors and events of a study file. Sections, paragraphs and references
 * must be registered by now. `references` are those of the file, in its order, and have their
 * positions. NULL with an error as in ibid-study-fields.h. */
IbidAnnotations *
ibid_study_annotations_read (IbidStudyFields *root, IbidList *references, GError **error);
