/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-body.h"

/* What office documents say of themselves, as far as people said it: programs fill in file names,
 * account names and their own. Each may be NULL, and then does nothing. */

/* Not "Microsoft Word - Draft2.doc". */
void ibid_office_metadata_set_title (IbidBody *body, const char *title);

/* Names parted by semicolons: "Jane Doe; Roe, John". */
void ibid_office_metadata_set_authors (IbidBody *body, const char *names);

/* A time as in "2017-05-22T10:00:00Z", or a date as printed. */
void ibid_office_metadata_set_issued (IbidBody *body, const char *date);

/* BCP 47. */
void ibid_office_metadata_set_language (IbidBody *body, const char *language);

/* Not "Microsoft". */
void ibid_office_metadata_set_publisher (IbidBody *body, const char *publisher);
