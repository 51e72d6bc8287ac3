/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-document.h"

/* Documents made by hand, piece by piece. What is returned belongs to the body or list it was added
 * to. */

IbidSection *made_section (IbidBody *body, const char *id, const char *heading);
IbidParagraph *
made_paragraph (IbidSection *section, const char *id, IbidParagraphStyle style, const char *text);

/* `label` may be NULL: a bibliography entry without one. */
IbidReference *made_reference (IbidBody *body, const char *id, const char *label, const char *text);

/* `length` 0: a raised marker; `reference` NULL: the note is missing. */
IbidNote *
made_note (gpointer passage, guint at, guint length, const char *label, IbidReference *reference);

/* `href` for links only. */
void made_span (gpointer passage, guint start, guint end, IbidSpanStyle style, const char *href);

IbidWork *made_work (IbidList *works, const char *id, const char *title);

/* All citations of `reference` come in one call: pairs of IbidWork and locator (may be NULL),
 * ending with NULL. Each names `antecedent` unless that is NULL. */
void made_citations (IbidAnnotations *annotations,
                     IbidReference *reference,
                     IbidReference *antecedent,
                     ...) G_GNUC_NULL_TERMINATED;

IbidClaim *made_claim (IbidList *claims,
                       const char *id,
                       IbidParagraph *paragraph,
                       guint start,
                       guint end,
                       IbidReference *reference);
