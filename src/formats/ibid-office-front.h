/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-office-roles.h"
#include "model/ibid-body.h"

/* The title page of an office document: paragraphs in styles for title, subtitle, authors and date
 * ahead of the text. They are the document's metadata and not repeated in the text. All zero at
 * first. */
typedef struct {
  char *title;
  char *subtitle;
  char *authors; /* parted by semicolons */
  char *date;    /* as printed */
  gboolean is_over;
  gboolean has_heading;
  gboolean is_title; /* the paragraph before was the title, which may go on */
} IbidOfficeFront;

void ibid_office_front_clear (IbidOfficeFront *front);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IbidOfficeFront, ibid_office_front_clear)

/* Whether a paragraph in such a style is part of the title page here; then add() what it says. To
 * be asked of each paragraph. */
gboolean ibid_office_front_wants (IbidOfficeFront *front, IbidOfficeRole role);
void ibid_office_front_add (IbidOfficeFront *front, IbidOfficeRole role, const char *text);

/* Text came: what is not said yet, but for the title, is not said any more. With a heading that
 * is over, too. */
void ibid_office_front_end (IbidOfficeFront *front);
void ibid_office_front_end_titles (IbidOfficeFront *front);

/* Sets what it says. */
void ibid_office_front_set (const IbidOfficeFront *front, IbidBody *body);
