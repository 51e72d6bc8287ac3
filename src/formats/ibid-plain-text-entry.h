/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-plain-text-lines.h"

/* How the number of a note is printed where the note itself stands. */
typedef enum {
  IBID_ENTRY_NONE,
  IBID_ENTRY_BRACKET,     /* [1] */
  IBID_ENTRY_DOT,         /* 1. */
  IBID_ENTRY_PARENTHESIS, /* 1) or (1) */
  IBID_ENTRY_CARET,       /* ^1 */
  IBID_ENTRY_BARE,        /* 1 */
  IBID_ENTRY_SUPERSCRIPT, /* ¹ */
  IBID_ENTRY_HAT,         /* ^ alone: a list whose numbers were lost in copying */
} IbidEntryForm;

#define IBID_MAX_LABEL_BYTES 15u

typedef struct {
  IbidEntryForm form;
  guint number;      /* 0 when the label is none: [Knu84], [*] */
  guint start;       /* bytes to the note's text */
  gboolean is_round; /* "(1)" */
  char label[IBID_MAX_LABEL_BYTES + 1];
} IbidEntryStart;

/* Whether a note may begin with the line. */
gboolean ibid_text_entry_parse (const IbidTextLine *line, IbidEntryStart *start);

/* The digit that a superscript character at `p` stands for, -1 for others; `*length` its bytes. */
int ibid_text_superscript_digit (const char *p, const char *end, guint *length);

/* Bytes of the sign at `p` that can mark a note, "*", "†", "‡", "§"; 0 for others. */
guint ibid_text_entry_get_symbol (const char *p, const char *end);
