/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-office-pen.h"

/* Adds what a picture is said to show as a caption; nothing when that is NULL, empty or only the
 * name of a file. */
void ibid_office_captions_add (IbidOfficePen *pen, const char *words);
