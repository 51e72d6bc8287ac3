/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-phrases.h"

#include <string.h>

/* What stands between two words of a phrase is no longer. */
#define GAP_BYTES 5

#define FNV_BASE G_GUINT64_CONSTANT (14695981039346656037)
#define FNV_PRIME G_GUINT64_CONSTANT (1099511628211)

/* How a phrase begins, or a whole one when it has a value. */
typedef struct {
  guint64 hash;
  gpointer value;
} Beginning;

struct _IbidPhrases {
  GHashTable *beginnings; /* by hash */
};

IbidPhrases *
ibid_phrases_new (void)
{
  IbidPhrases *self = g_new0 (IbidPhrases, 1);

  self->beginnings = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  return self;
}

void
ibid_phrases_free (IbidPhrases *self)
{
  g_hash_table_unref (self->beginnings);
  g_free (self);
}

static guint64
hash_bytes (guint64 hash, const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8)bytes[i]) * FNV_PRIME;
  return hash;
}

/* Adds what parts two words; FALSE when no phrase can have it. */
static gboolean
hash_gap (guint64 *hash, const char *gap, gsize length)
{
  if (length > GAP_BYTES)
    return FALSE;
  for (const char *p = gap; p < gap + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isspace (c))
      c = ' ';
    else if (c >= 0x2010 && c <= 0x2015)
      c = '-';
    else if (c == 0x2019)
      c = '\'';
    *hash = (*hash ^ c) * FNV_PRIME;
  }
  return TRUE;
}

static guint64
hash_word (guint64 hash, const char *text, const IbidWord *word)
{
  return hash_bytes (hash, text + word->byte, word->byte_end - word->byte);
}

static Beginning *
add_beginning (IbidPhrases *self, guint64 hash)
{
  Beginning *beginning = g_hash_table_lookup (self->beginnings, &hash);

  if (beginning == NULL) {
    beginning = g_new0 (Beginning, 1);
    beginning->hash = hash;
    g_hash_table_insert (self->beginnings, &beginning->hash, beginning);
  }
  return beginning;
}

void
ibid_phrases_add (IbidPhrases *self, const char *phrase, gpointer value)
{
  g_autoptr (GArray) words = ibid_words_find (phrase);
  Beginning *beginning = NULL;
  guint64 hash = FNV_BASE;

  for (guint i = 0; i < words->len; i++) {
    const IbidWord *word = &g_array_index (words, IbidWord, i);

    if (i > 0 && !hash_gap (&hash, phrase + word[-1].byte_end, word->byte - word[-1].byte_end))
      return;
    hash = hash_word (hash, phrase, word);
    beginning = add_beginning (self, hash);
  }
  if (beginning != NULL && beginning->value == NULL)
    beginning->value = value;
}

gpointer
ibid_phrases_match (IbidPhrases *self, const char *text, GArray *words, guint index, guint *n_words)
{
  guint64 hash = FNV_BASE;
  gpointer value = NULL;

  for (guint i = index; i < words->len; i++) {
    const IbidWord *word = &g_array_index (words, IbidWord, i);
    const Beginning *beginning;

    if (i > index && !hash_gap (&hash, text + word[-1].byte_end, word->byte - word[-1].byte_end))
      break;
    hash = hash_word (hash, text, word);
    beginning = g_hash_table_lookup (self->beginnings, &hash);
    if (beginning == NULL)
      break;
    if (beginning->value != NULL) {
      value = beginning->value;
      *n_words = i + 1 - index;
    }
  }
  return value;
}
