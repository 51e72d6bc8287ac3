/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-importer.h"

/* Reads Ibid's own format, study-format version 1. */
#define IBID_TYPE_STUDY_IMPORTER (ibid_study_importer_get_type ())
G_DECLARE_FINAL_TYPE (IbidStudyImporter, ibid_study_importer, IBID, STUDY_IMPORTER, GObject)

IbidImporter *ibid_study_importer_new (void);
