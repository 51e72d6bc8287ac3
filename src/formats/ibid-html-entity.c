/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-html-entity.h"

#include "ibid-core-resources.h"

#include <gio/gio.h>
#include <string.h>

#define TABLE "/org/ibidreader/Ibid/formats/entities.tsv"

/* The longest, CounterClockwiseContourIntegral, has 31. */
#define MAX_NAME 32u

/* Lines of a name, its characters in hexadecimal, and '?' where it counts without ';'; sorted. */
static const char *
get_table (gsize *size)
{
  static gsize table = 0;
  static gsize table_size = 0;

  if (g_once_init_enter (&table)) {
    GBytes *bytes = g_resource_lookup_data (
        ibid_core_get_resource (), TABLE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

    g_assert (bytes != NULL);
    table_size = g_bytes_get_size (bytes);
    /* Bytes of the program itself: they stay when this reference is gone. */
    g_once_init_leave (&table, (gsize)g_bytes_get_data (bytes, NULL));
    g_bytes_unref (bytes);
  }
  *size = table_size;
  return (const char *)table;
}

/* Compares with the first word of a line. */
static int
compare_name (const char *name, gsize length, const char *line)
{
  gsize other = strcspn (line, "\t");
  int order = memcmp (name, line, MIN (length, other));

  return order != 0 ? order : (length > other) - (length < other);
}

/* The rest of the line of a name, or NULL. */
static const char *
find_line (const char *name, gsize length)
{
  gsize high;
  const char *table = get_table (&high);
  gsize low = 0;

  while (low < high) {
    gsize start = low + (high - low) / 2;
    int order;

    while (start > low && table[start - 1] != '\n')
      start--;
    order = compare_name (name, length, table + start);
    if (order == 0)
      return table + start + length;
    if (order < 0)
      high = start;
    else
      low = start + strcspn (table + start, "\n") + 1;
  }
  return NULL;
}

/* `line` is behind the name. Returns whether the name counts without ';'. */
static gboolean
read_line (const char *line, IbidHtmlEntity *entity)
{
  gsize length = 0;

  do {
    char *end;
    guint64 c = g_ascii_strtoull (line + 1, &end, 16);

    length += (gsize)g_unichar_to_utf8 ((gunichar)c, entity->text + length);
    line = end;
  } while (*line == ' ');
  entity->text[length] = '\0';
  return *line == '\t';
}

gboolean
ibid_html_entity_find (const char *name, IbidHtmlEntity *entity)
{
  const char *line = find_line (name, strlen (name));

  if (line == NULL)
    return FALSE;
  read_line (line, entity);
  return TRUE;
}

/* What Windows-1252 has at 128 to 159, as numbers were once written; 0 for nothing. */
static const guint16 windows[] = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                  0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                  0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                  0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

static gunichar
mend_number (guint64 number)
{
  if (number >= 128 && number < 128 + G_N_ELEMENTS (windows) && windows[number - 128] != 0)
    return windows[number - 128];
  return number > 0 && number <= 0x10ffff && g_unichar_validate ((gunichar)number)
             ? (gunichar)number
             : 0xfffd;
}

static gboolean
read_number (const char *p, const char *end, IbidHtmlEntity *entity)
{
  gboolean is_hex = end - p > 2 && (p[2] == 'x' || p[2] == 'X');
  const char *digits = p + (is_hex ? 3 : 2);
  const char *q = digits;
  guint64 number = 0;

  for (; q < end && (is_hex ? g_ascii_isxdigit (*q) : g_ascii_isdigit (*q)); q++)
    if (number <= 0x10ffff)
      number = number * (is_hex ? 16 : 10) + (guint)g_ascii_xdigit_value (*q);
  if (q == digits)
    return FALSE;
  entity->text[g_unichar_to_utf8 (mend_number (number), entity->text)] = '\0';
  entity->is_closed = q < end && *q == ';';
  entity->length = (gsize)(q - p) + (entity->is_closed ? 1 : 0);
  return TRUE;
}

static gboolean
read_name (const char *p, const char *end, IbidHtmlEntity *entity)
{
  const char *name = p + 1;
  gsize length = 0;
  const char *line;

  while (name + length < end && length < MAX_NAME && g_ascii_isalnum (name[length]))
    length++;
  if (name + length < end && name[length] == ';' && length > 0 &&
      (line = find_line (name, length)) != NULL) {
    read_line (line, entity);
    entity->is_closed = TRUE;
    entity->length = length + 2;
    return TRUE;
  }
  for (; length > 1; length--)
    if ((line = find_line (name, length)) != NULL && read_line (line, entity)) {
      entity->is_closed = FALSE;
      entity->length = length + 1;
      return TRUE;
    }
  return FALSE;
}

gboolean
ibid_html_entity_read (const char *p, const char *end, IbidHtmlEntity *entity)
{
  if (end - p < 3)
    return FALSE;
  return p[1] == '#' ? read_number (p, end, entity) : read_name (p, end, entity);
}
