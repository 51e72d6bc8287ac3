/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-events-csv-export.h"

#include "reading/ibid-reader.h"

#include <string.h>

#define HEADER                                                                                     \
  "event,date,first_year,last_year,title,kind,actors,section,paragraph,start,end,notes,text\r\n"

static char *
dup_table (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (IbidReading) reading = ibid_reader_read_bytes (bytes, "a.ibid", NULL, NULL, &error);
  g_autoptr (GBytes) table = NULL;
  gsize size;
  const char *data;

  g_assert_no_error (error);
  table = ibid_events_csv_export (ibid_reading_get_document (reading));
  data = g_bytes_get_data (table, &size);
  return g_strndup (data, size);
}

static void
test_table (void)
{
  static const char study[] =
      "{\"format\": \"ibid-study\", \"version\": 1, \"sections\": ["
      " {\"id\": \"s1\", \"level\": 1, \"heading\": \"War, and \\\"peace\\\"\", \"paragraphs\": ["
      "  {\"id\": \"p1\", \"style\": \"body\", \"text\": \"Überall fiel 1914–18 Regen.\"},"
      "  {\"id\": \"p2\", \"style\": \"verse\", \"text\": \"It ended\\nin 1918.\"}]}],"
      " \"references\": [{\"id\": \"r1\", \"kind\": \"footnote\", \"label\": \"1\", \"text\": "
      "\"A\"},"
      "  {\"id\": \"r2\", \"kind\": \"bibliography\", \"text\": \"B\"}],"
      " \"actors\": [{\"id\": \"a1\", \"name\": \"Japan\", \"kind\": \"state\"},"
      "  {\"id\": \"a2\", \"name\": \"Bell, Ann\", \"kind\": \"person\"}],"
      " \"events\": ["
      "  {\"id\": \"e1\", \"date\": \"1914/1918\", \"title\": \"Rain\", \"kind\": \"conflict\","
      "   \"actors\": [\"a1\", \"a2\"], \"references\": [\"r1\", \"r2\"], \"places\": ["
      "    {\"paragraph\": \"p1\", \"start\": 0, \"end\": 20},"
      "    {\"paragraph\": \"p2\", \"start\": 3, \"end\": 16}]},"
      "  {\"id\": \"e2\", \"date\": \"../1918\", \"title\": \"=1+1\", \"kind\": \"other\","
      "   \"places\": [{\"paragraph\": \"p2\", \"start\": 0, \"end\": 2}]},"
      "  {\"id\": \"e3\", \"date\": \"198X\", \"title\": \"T\", \"kind\": \"life\","
      "   \"places\": [{\"paragraph\": \"p2\", \"start\": 0, \"end\": 2}]},"
      "  {\"id\": \"e4\", \"date\": \"-0043-03\", \"title\": \"T\", \"kind\": \"life\","
      "   \"places\": [{\"paragraph\": \"p2\", \"start\": 0, \"end\": 2}]}]}";
  g_autofree char *found = dup_table (study);

  g_assert_cmpstr (
      found,
      ==,
      HEADER "e1,1914/1918,1914,1918,Rain,conflict,\"Japan; Bell, Ann\",\"War, and \"\"peace\"\"\","
             "p1,0,20,1; r2,Überall fiel 1914–18\r\n"
             "e1,1914/1918,1914,1918,Rain,conflict,\"Japan; Bell, Ann\",\"War, and \"\"peace\"\"\","
             "p2,3,16,1; r2,\"ended\nin 1918\"\r\n"
             "e2,../1918,,1918,=1+1,other,,\"War, and \"\"peace\"\"\",p2,0,2,,It\r\n"
             "e3,198X,1980,1989,T,life,,\"War, and \"\"peace\"\"\",p2,0,2,,It\r\n"
             "e4,-0043-03,-43,-43,T,life,,\"War, and \"\"peace\"\"\",p2,0,2,,It\r\n");
}

static void
test_nothing (void)
{
  g_autofree char *found = dup_table (
      "{\"format\": \"ibid-study\", \"version\": 1, \"sections\": []}");

  g_assert_cmpstr (found, ==, HEADER);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/formats/events-csv-export/table", test_table);
  g_test_add_func ("/formats/events-csv-export/nothing", test_nothing);
  return g_test_run ();
}
