/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-note-cutter.h"
#include "analysis/ibid-reading-order.h"
#include "analysis/ibid-work-merger.h"
#include "model/ibid-enums.h"

/* What each citation of a document's notes means, read in the order of the notes. The rules:
 *
 * - Ibid. is the work of the citation before it: within its note the last one, else that of the
 *   last note that cites anything; when that note cites several works it is ambiguous, when one
 *   of them is not known it is not resolved. Numbering that starts again in another section ends
 * the chain.
 * - Idem is the author of the citation before; with nothing but a page behind it, the work, too.
 * - Op. cit. is the work that the named author was cited with last; loc. cit. also its pages.
 * - "Note 6 above" are the works of that note, of the named author if one is named.
 * - A name alone, or with a short title, is the work of that name that was cited last. */

/* Makes CSL-JSON of one citation's text; NULL when it can't. The caller owns the result. */
typedef JsonObject *(*IbidCitationParse) (const char *text, gpointer data);

typedef struct {
  guint start; /* code points of the reference's text */
  guint end;
  IbidVia via;
  guint work;         /* IBID_NO_WORK: not resolved, or ambiguous */
  GArray *candidates; /* guint: works; NULL unless ambiguous */
  guint antecedent;   /* index of a note in the order, G_MAXUINT for none */
  char *locator;
  const char *rule; /* static; for the evidence */
  double confidence;
} IbidCited;

typedef struct _IbidCitationResolver IbidCitationResolver;

/* Borrows `order` and `merger`, which must live as long. */
IbidCitationResolver *ibid_citation_resolver_new (IbidReadingOrder *order,
                                                  IbidWorkMerger *merger,
                                                  IbidCitationParse parse,
                                                  gpointer data);
void ibid_citation_resolver_free (IbidCitationResolver *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IbidCitationResolver, ibid_citation_resolver_free)

/* An entry of the bibliography, before any note is read: one citation, the whole entry. The
 * array of one IbidCited belongs to the caller: g_array_unref(). */
GArray *ibid_citation_resolver_read_entry (IbidCitationResolver *self, IbidReference *entry);

/* Note `index` of the order; all are read once, in order. */
void ibid_citation_resolver_read (IbidCitationResolver *self, guint index);

/* The same for a note whose citations its author gave: works, in their order, IBID_NO_WORK among
 * them where one is open. */
void ibid_citation_resolver_read_given (IbidCitationResolver *self, guint index, GArray *works);

/* Resolves what points to later notes. Once, when all are read. */
void ibid_citation_resolver_finish (IbidCitationResolver *self);

/* IbidCited of note `index`, in order; borrowed; NULL for given ones. */
GArray *ibid_citation_resolver_get (IbidCitationResolver *self, guint index);
