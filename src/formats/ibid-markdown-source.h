/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gio/gio.h>

/* Markdown made ready for cmark, which drops notes that nothing names, forgets labels, knows
 * neither notes within the text, ^[…], nor shortcodes nor line blocks, and is slow with what nobody
 * writes. All such things are exchanged for marks, which cmark carries through: tags of one form,
 * found again by ibid_markdown_source_next(). In code and addresses a mark stands for what was
 * there before, see ibid_markdown_source_restore(). */
typedef enum {
  IBID_MARKDOWN_NOTHING,     /* no text: shortcodes */
  IBID_MARKDOWN_ATTRIBUTES,  /* {#id .class} behind a heading */
  IBID_MARKDOWN_VERSE,       /* the paragraph is verse */
  IBID_MARKDOWN_MARKER,      /* [^label] */
  IBID_MARKDOWN_DEFINITION,  /* [^label]: */
  IBID_MARKDOWN_INLINE_NOTE, /* ^[…], marker and note */
} IbidMarkdownMarkKind;

typedef struct {
  IbidMarkdownMarkKind kind;
  const char *start; /* what it stands for */
  const char *end;
  char *label; /* of notes, as printed */
  char *key;   /* the same for a marker and its note */
} IbidMarkdownMark;

typedef struct _IbidMarkdownSource IbidMarkdownSource;

/* `text`: valid UTF-8 with lines that end in \n, without front matter; must outlive the source.
 * NULL with G_IO_ERROR_CANCELLED, or with IBID_IMPORT_ERROR_TOO_LARGE when there are more lines
 * or marks than Ibid takes. */
IbidMarkdownSource *ibid_markdown_source_new (const char *text,
                                              gsize length,
                                              GCancellable *cancellable,
                                              GError **error);
void ibid_markdown_source_free (IbidMarkdownSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidMarkdownSource, ibid_markdown_source_free)

/* Whether `text` stands in what cmark is to be given. */
gboolean ibid_markdown_source_contains (IbidMarkdownSource *self, const char *text);

/* From now on cmark is to be given a long text in parts, as far as that makes no difference. */
void ibid_markdown_source_divide (IbidMarkdownSource *self);

guint ibid_markdown_source_get_n_parts (IbidMarkdownSource *self);

/* What cmark is to be given: all, or one of the parts. Its first paragraph names every note in it
 * and is no part of the text; then come the notes that stood within the text. Free with
 * g_string_free(). */
GString *ibid_markdown_source_make_part (IbidMarkdownSource *self, guint part);

/* The first mark in `text`, which came from cmark: where it begins, and its bytes; NULL, `*mark`
 * too, when there is none. */
const char *ibid_markdown_source_next (IbidMarkdownSource *self,
                                       const char *text,
                                       const IbidMarkdownMark **mark,
                                       gsize *length);

/* The mark that `text` begins with, and its bytes; NULL when it begins with none. */
const IbidMarkdownMark *
ibid_markdown_source_at (IbidMarkdownSource *self, const char *text, gsize *length);

/* The marks of notes that the first paragraph of a part names, in its order; `*n_notes` of them.
 * Borrowed. */
const guint *ibid_markdown_source_get_notes (IbidMarkdownSource *self, guint part, guint *n_notes);
const IbidMarkdownMark *ibid_markdown_source_get_mark (IbidMarkdownSource *self, guint index);
guint ibid_markdown_source_get_index (IbidMarkdownSource *self, const IbidMarkdownMark *mark);

/* `text` with what its marks stand for. Free with g_free(). */
char *ibid_markdown_source_restore (IbidMarkdownSource *self, const char *text);
