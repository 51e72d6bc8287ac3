/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "formats/ibid-markdown-memory.h"

#include <string.h>

/* Pieces up to this size come out of chunks, in steps of so many bytes. */
#define MAX_SMALL_BYTES 512u
#define STEP_BYTES 16u
#define N_STEPS (MAX_SMALL_BYTES / STEP_BYTES)

#define CHUNK_BYTES (64u * 1024)

/* Before every piece; it leaves the piece as well aligned as cmark's structures need it. */
typedef struct {
  gsize size; /* of the piece behind it */
} Head;

/* What a piece that is free begins with: the next one of its size. */
typedef struct Free {
  struct Free *next;
} Free;

/* Larger pieces are the C library's, in a list, so that those which are left can be freed. */
typedef struct Large {
  struct Large *previous;
  struct Large *next;
  Head head; /* the last member: the piece follows */
} Large;

struct _IbidMarkdownMemory {
  IbidMarkdownMemory *outer; /* that was there before, in this thread */
  GPtrArray *chunks;
  char *next; /* in the last chunk */
  char *end;
  Free *free[N_STEPS + 1]; /* by size in steps */
  Large large;             /* begins and ends the list of them */
};

static _Thread_local IbidMarkdownMemory *current;

IbidMarkdownMemory *
ibid_markdown_memory_new (void)
{
  IbidMarkdownMemory *self = g_new0 (IbidMarkdownMemory, 1);

  self->outer = current;
  self->chunks = g_ptr_array_new_with_free_func (g_free);
  self->large.previous = self->large.next = &self->large;
  current = self;
  return self;
}

void
ibid_markdown_memory_free (IbidMarkdownMemory *self)
{
  if (self == NULL)
    return;
  g_assert (current == self);
  current = self->outer;
  while (self->large.next != &self->large) {
    Large *large = self->large.next;

    self->large.next = large->next;
    g_free (large);
  }
  g_ptr_array_unref (self->chunks);
  g_free (self);
}

/* --- Pieces -------------------------------------------------------------------------------- */

static Head *
get_head (void *piece)
{
  return (Head *)piece - 1;
}

static void *
add_large (IbidMarkdownMemory *self, Large *large, gsize size)
{
  large->head.size = size;
  large->previous = self->large.previous;
  large->next = &self->large;
  large->previous->next = large;
  large->next->previous = large;
  return &large->head + 1;
}

static Large *
steal_large (void *piece)
{
  Large *large = (Large *)(gpointer)((char *)piece - sizeof (Large));

  large->previous->next = large->next;
  large->next->previous = large->previous;
  return large;
}

static void *
allocate_small (IbidMarkdownMemory *self, gsize n_steps)
{
  gsize size = n_steps * STEP_BYTES;
  Free *piece = self->free[n_steps];
  Head *head;

  if (piece != NULL) {
    self->free[n_steps] = piece->next;
    return piece;
  }
  if ((gsize)(self->end - self->next) < sizeof (Head) + size) {
    self->next = g_malloc (CHUNK_BYTES);
    self->end = self->next + CHUNK_BYTES;
    g_ptr_array_add (self->chunks, self->next);
  }
  head = (Head *)(gpointer)self->next;
  head->size = size;
  self->next += sizeof (Head) + size;
  return head + 1;
}

/* --- What cmark calls ----------------------------------------------------------------------- */

static void *
allocate_cleared (size_t n, size_t size)
{
  gsize n_bytes;
  void *piece;

  if (!g_size_checked_mul (&n_bytes, n, size) || n_bytes > G_MAXSIZE - sizeof (Large))
    g_error ("cmark wants %" G_GSIZE_FORMAT " times %" G_GSIZE_FORMAT " bytes", n, size);
  if (n_bytes > MAX_SMALL_BYTES)
    return add_large (current, g_malloc0 (sizeof (Large) + n_bytes), n_bytes);
  piece = allocate_small (current, MAX (1, (n_bytes + STEP_BYTES - 1) / STEP_BYTES));
  return memset (piece, 0, n_bytes);
}

static void
release (void *piece)
{
  if (piece == NULL)
    return;
  if (get_head (piece)->size > MAX_SMALL_BYTES) {
    g_free (steal_large (piece));
  } else {
    gsize n_steps = get_head (piece)->size / STEP_BYTES;
    Free *free_piece = piece;

    free_piece->next = current->free[n_steps];
    current->free[n_steps] = free_piece;
  }
}

static void *
reallocate (void *piece, size_t size)
{
  gsize old_size = piece != NULL ? get_head (piece)->size : 0;
  void *moved;

  if (old_size > MAX_SMALL_BYTES && size > MAX_SMALL_BYTES && size <= G_MAXSIZE - sizeof (Large)) {
    Large *large = g_realloc (steal_large (piece), sizeof (Large) + size);

    return add_large (current, large, size);
  }
  if (piece != NULL && size <= old_size && old_size <= MAX_SMALL_BYTES)
    return piece;
  moved = allocate_cleared (1, size);
  if (piece != NULL)
    memcpy (moved, piece, MIN (old_size, size));
  release (piece);
  return moved;
}

cmark_mem *
ibid_markdown_memory_get_functions (void)
{
  static cmark_mem functions = {allocate_cleared, reallocate, release};

  return &functions;
}
