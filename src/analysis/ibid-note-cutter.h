/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-back-reference.h"
#include "model/ibid-reference.h"

/* Cuts a note into citations and words about them: "See also Smith, *History*, 12; but cf. Jones,
 * *Annals*, 3." is two citations and some commentary. What introduces a citation is commentary;
 * the full stop at its end belongs to it. Nothing is cut within quotes, emphasis or an address. */

typedef enum {
  IBID_PIECE_COMMENTARY,
  IBID_PIECE_CITATION,
  IBID_PIECE_BACK_REFERENCE, /* "Ibid., 14", "Smith, op. cit., 3", "note 6 above" */
} IbidPieceKind;

typedef struct {
  IbidPieceKind kind;
  guint start; /* code points of the text; `end` not included */
  guint end;
  IbidBackReference back; /* back references only */
} IbidPiece;

/* In order, without overlap; every character but blanks and signs lies in one. Time linear in the
 * text. Free with g_array_unref(). */
GArray *ibid_note_cut (const IbidNoteText *note);

/* The same for text that nothing is known of but its spans (NULL: none). */
GArray *ibid_note_cut_text (const char *text, const IbidSpan *spans, guint n_spans);
