/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "reading/ibid-reading.h"

#include <glib/gi18n.h>
#include <string.h>

struct _IbidReading {
  GObject parent_instance;
  IbidDocument *document;
  GFile *file;
  char *name;
  char *digest;
  char *format_name;
};

G_DEFINE_FINAL_TYPE (IbidReading, ibid_reading, G_TYPE_OBJECT)

static void
ibid_reading_finalize (GObject *object)
{
  IbidReading *self = IBID_READING (object);

  g_clear_object (&self->document);
  g_clear_object (&self->file);
  g_free (self->name);
  g_free (self->digest);
  g_free (self->format_name);
  G_OBJECT_CLASS (ibid_reading_parent_class)->finalize (object);
}

static void
ibid_reading_class_init (IbidReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ibid_reading_finalize;
}

static void
ibid_reading_init (IbidReading *self)
{}

IbidReading *
ibid_reading_new (IbidDocument *document,
                  GFile *file,
                  const char *name,
                  const char *digest,
                  const char *format_name)
{
  IbidReading *self = g_object_new (IBID_TYPE_READING, NULL);

  self->document = g_object_ref (document);
  self->file = file != NULL ? g_object_ref (file) : NULL;
  self->name = g_strdup (name);
  self->digest = g_strdup (digest);
  self->format_name = g_strdup (format_name);
  return self;
}

IbidDocument *
ibid_reading_get_document (IbidReading *self)
{
  g_return_val_if_fail (IBID_IS_READING (self), NULL);
  return self->document;
}

GFile *
ibid_reading_get_file (IbidReading *self)
{
  g_return_val_if_fail (IBID_IS_READING (self), NULL);
  return self->file;
}

const char *
ibid_reading_get_digest (IbidReading *self)
{
  g_return_val_if_fail (IBID_IS_READING (self), NULL);
  return self->digest;
}

const char *
ibid_reading_get_format_name (IbidReading *self)
{
  g_return_val_if_fail (IBID_IS_READING (self), NULL);
  return self->format_name;
}

char *
ibid_reading_dup_title (IbidReading *self)
{
  const char *title;
  const char *dot;

  g_return_val_if_fail (IBID_IS_READING (self), NULL);
  title = ibid_document_get_title (self->document);
  if (title != NULL && *title != '\0')
    return g_strdup (title);
  if (self->name == NULL || *self->name == '\0')
    return g_strdup (_ ("Untitled"));
  dot = strrchr (self->name, '.');
  return dot != NULL && dot > self->name ? g_strndup (self->name, dot - self->name)
                                         : g_strdup (self->name);
}
