/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-office-front.h"

#include "formats/ibid-office-metadata.h"

void
ibid_office_front_clear (IbidOfficeFront *front)
{
  g_clear_pointer (&front->title, g_free);
  g_clear_pointer (&front->subtitle, g_free);
  g_clear_pointer (&front->authors, g_free);
  g_clear_pointer (&front->date, g_free);
}

gboolean
ibid_office_front_wants (IbidOfficeFront *front, IbidOfficeRole role)
{
  gboolean goes_on = front->is_title;

  front->is_title = FALSE;
  switch (role) {
  case IBID_OFFICE_ROLE_TITLE:
    return !front->has_heading && (front->title == NULL || goes_on);
  case IBID_OFFICE_ROLE_SUBTITLE:
  case IBID_OFFICE_ROLE_AUTHOR:
  case IBID_OFFICE_ROLE_DATE:
    return !front->is_over;
  default:
    return FALSE;
  }
}

static char **
get_member (IbidOfficeFront *front, IbidOfficeRole role)
{
  switch (role) {
  case IBID_OFFICE_ROLE_TITLE:
    return &front->title;
  case IBID_OFFICE_ROLE_SUBTITLE:
    return &front->subtitle;
  case IBID_OFFICE_ROLE_AUTHOR:
    return &front->authors;
  default:
    return &front->date;
  }
}

void
ibid_office_front_add (IbidOfficeFront *front, IbidOfficeRole role, const char *text)
{
  char **member = get_member (front, role);
  const char *separator = role == IBID_OFFICE_ROLE_AUTHOR ? "; " : " ";
  char *joined;

  if (*text == '\0')
    return;
  front->is_title = role == IBID_OFFICE_ROLE_TITLE;
  joined = *member != NULL ? g_strconcat (*member, separator, text, NULL) : g_strdup (text);
  g_strdelimit (joined, "\n\t", ' ');
  g_free (*member);
  *member = joined;
}

void
ibid_office_front_end (IbidOfficeFront *front)
{
  front->is_over = TRUE;
}

void
ibid_office_front_end_titles (IbidOfficeFront *front)
{
  front->has_heading = TRUE;
}

void
ibid_office_front_set (const IbidOfficeFront *front, IbidBody *body)
{
  if (front->title != NULL)
    ibid_body_set_title (body, front->title);
  if (front->subtitle != NULL)
    ibid_body_set_subtitle (body, front->subtitle);
  ibid_office_metadata_set_authors (body, front->authors);
  ibid_office_metadata_set_issued (body, front->date);
}
