/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-states.h"

#include "analysis/ibid-phrases.h"

#include <string.h>

typedef struct {
  int state;
  IbidStateForm form;
} Form;

struct _IbidStates {
  char language[3];
  GPtrArray *codes;     /* char * */
  GPtrArray *names;     /* char *, as they are shown */
  GPtrArray *forms;     /* Form */
  GHashTable *by_name;  /* char *: state + 1 */
  IbidPhrases *phrases; /* Form */
};

static const char *const languages[] = {"en", "de", "fr", "es", "it", "pt", "ja", "zh", "ko"};

static void
set_language (IbidStates *self, const char *language)
{
  memcpy (self->language, "en", 3);
  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strncasecmp (language, languages[i], 2) == 0 && !g_ascii_isalpha (language[2]))
      memcpy (self->language, languages[i], 3);
}

static int
get_state (IbidStates *self, const char *code)
{
  /* The lines of a state stand together. */
  if (self->codes->len > 0 &&
      g_str_equal (g_ptr_array_index (self->codes, self->codes->len - 1), code))
    return (int)self->codes->len - 1;
  g_ptr_array_add (self->codes, g_strdup (code));
  g_ptr_array_add (self->names, NULL);
  return (int)self->codes->len - 1;
}

static gboolean
is_wanted (const IbidStates *self, const char *language)
{
  return g_str_equal (language, "*") || g_str_equal (language, self->language) ||
         g_str_equal (language, "ja") || g_str_equal (language, "zh") ||
         g_str_equal (language, "ko");
}

static void
add_phrase (IbidStates *self, const char *phrase, int state, IbidStateForm form)
{
  Form *entry = g_new (Form, 1);
  gunichar first = g_utf8_get_char (phrase);

  *entry = (Form){state, form};
  g_ptr_array_add (self->forms, entry);
  ibid_phrases_add (self->phrases, phrase, entry);
  /* "japanisch" begins sentences, too. */
  if (form == IBID_STATE_PEOPLE && g_unichar_islower (first)) {
    char capital[8] = "";
    g_autofree char *capitalised = NULL;

    g_unichar_to_utf8 (g_unichar_toupper (first), capital);
    capitalised = g_strconcat (capital, g_utf8_next_char (phrase), NULL);
    ibid_phrases_add (self->phrases, capitalised, entry);
  }
}

static void
add_forms (IbidStates *self, int state, IbidStateForm form, const char *language, const char *forms)
{
  g_auto (GStrv) split = g_strsplit (forms, "|", -1);
  gboolean is_shown = g_str_equal (language, self->language) ||
                      (g_str_equal (language, "en") && self->names->pdata[state] == NULL);

  if (form == IBID_STATE_NAME && is_shown && split[0] != NULL) {
    g_free (self->names->pdata[state]);
    self->names->pdata[state] = g_strdup (split[0]);
  }
  for (guint i = 0; split[i] != NULL; i++) {
    if (*split[i] == '\0')
      continue;
    if (form == IBID_STATE_NAME && !g_hash_table_contains (self->by_name, split[i]))
      g_hash_table_insert (self->by_name, g_strdup (split[i]), GINT_TO_POINTER (state + 1));
    if (is_wanted (self, language))
      add_phrase (self, split[i], state, form);
  }
}

static void
add_line (IbidStates *self, const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", 5);
  int state;

  if (*line == '#' || g_strv_length (fields) != 4 || *fields[0] == '\0')
    return;
  state = get_state (self, fields[0]);
  if (g_str_equal (fields[1], "name"))
    add_forms (self, state, IBID_STATE_NAME, fields[2], fields[3]);
  else if (g_str_equal (fields[1], "people"))
    add_forms (self, state, IBID_STATE_PEOPLE, fields[2], fields[3]);
  else if (g_str_equal (fields[1], "capital"))
    add_forms (self, state, IBID_STATE_CAPITAL, fields[2], fields[3]);
}

static void
read_table (IbidStates *self, GBytes *table)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (table, &size);
  g_autofree char *text = g_utf8_make_valid (data != NULL ? data : "", (gssize)size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    add_line (self, lines[i]);
}

IbidStates *
ibid_states_new (GBytes *table, const char *language)
{
  IbidStates *self = g_new0 (IbidStates, 1);

  set_language (self, language);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->forms = g_ptr_array_new_with_free_func (g_free);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->phrases = ibid_phrases_new ();
  if (table != NULL)
    read_table (self, table);
  return self;
}

void
ibid_states_free (IbidStates *self)
{
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->forms);
  g_hash_table_unref (self->by_name);
  ibid_phrases_free (self->phrases);
  g_free (self);
}

int
ibid_states_match (IbidStates *self,
                   const char *text,
                   GArray *words,
                   guint index,
                   guint *n_words,
                   IbidStateForm *form)
{
  const Form *found = ibid_phrases_match (self->phrases, text, words, index, n_words);

  if (found == NULL)
    return -1;
  *form = found->form;
  return found->state;
}

int
ibid_states_find (IbidStates *self, const char *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_name, name)) - 1;
}

guint
ibid_states_get_n (IbidStates *self)
{
  return self->codes->len;
}

const char *
ibid_states_get_name (IbidStates *self, int state)
{
  const char *name = self->names->pdata[state];

  return name != NULL ? name : self->codes->pdata[state];
}
