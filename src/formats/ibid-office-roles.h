/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib.h>

/* What a style of a word processor is for, told by its name. */
typedef enum {
  IBID_OFFICE_ROLE_NONE, /* the name does not say */
  IBID_OFFICE_ROLE_HEADING,
  IBID_OFFICE_ROLE_TITLE,
  IBID_OFFICE_ROLE_SUBTITLE,
  IBID_OFFICE_ROLE_AUTHOR,
  IBID_OFFICE_ROLE_DATE,
  IBID_OFFICE_ROLE_QUOTE,
  IBID_OFFICE_ROLE_VERSE,
  IBID_OFFICE_ROLE_CODE,
  IBID_OFFICE_ROLE_CAPTION,
  IBID_OFFICE_ROLE_BULLET,   /* an item of a list without numbers */
  IBID_OFFICE_ROLE_CONTENTS, /* made by the program: contents, index */
} IbidOfficeRole;

/* Of a paragraph style, by its name or id: "heading 1", "Heading_20_1", "berschrift1". `*level`: of
 * headings, 1 to 9, and of bullets; else 0. */
IbidOfficeRole ibid_office_roles_find (const char *name, guint *level);

/* Whether a character style is for code: "Verbatim Char", "Source_20_Text". */
gboolean ibid_office_roles_is_code (const char *name);
