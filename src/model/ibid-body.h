/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "model/ibid-reference.h"
#include "model/ibid-section.h"

/* What a file says, before anything is inferred from it: the title and its like, sections with
 * their paragraphs and notes, references, and what was left out as page furniture. Several
 * documents share one body: the imported one and each that analysis makes of it. */
#define IBID_TYPE_BODY (ibid_body_get_type ())
G_DECLARE_FINAL_TYPE (IbidBody, ibid_body, IBID, BODY, IbidItem)

/* Lines of the file that an importer took for no part of the text ("Share this"). */
typedef struct {
  char *text;
  guint line; /* of the file, from 1: what to ask for to have it back; 0 when it cannot be had */
} IbidLeftOut;

IbidBody *ibid_body_new (void);

/* NULL where the file does not say. */
const char *ibid_body_get_title (IbidBody *self);
const char *ibid_body_get_subtitle (IbidBody *self);
const char *ibid_body_get_issued (IbidBody *self); /* EDTF */
const char *ibid_body_get_publisher (IbidBody *self);
const char *ibid_body_get_language (IbidBody *self); /* BCP 47 */
const char *ibid_body_get_source (IbidBody *self);   /* where it came from; mostly a URL */

/* CSL-JSON names, objects with "family" and "given" or "literal"; NULL when there are none. */
JsonArray *ibid_body_get_authors (IbidBody *self);

/* IbidSection and IbidReference, in the order of the file. Borrowed. */
IbidList *ibid_body_get_sections (IbidBody *self);
IbidList *ibid_body_get_references (IbidBody *self);

guint ibid_body_get_n_left_out (IbidBody *self);
const IbidLeftOut *ibid_body_get_left_out (IbidBody *self, guint index);

/* Building. Strings are copied, objects get a reference of the body's own. Sealing the body seals
 * all and gives paragraphs and references their positions. */
void ibid_body_set_title (IbidBody *self, const char *title);
void ibid_body_set_subtitle (IbidBody *self, const char *subtitle);
void ibid_body_set_issued (IbidBody *self, const char *issued);
void ibid_body_set_publisher (IbidBody *self, const char *publisher);
void ibid_body_set_language (IbidBody *self, const char *language);
void ibid_body_set_source (IbidBody *self, const char *source);
void ibid_body_set_authors (IbidBody *self, JsonArray *authors);
void ibid_body_add_section (IbidBody *self, IbidSection *section);
void ibid_body_add_reference (IbidBody *self, IbidReference *reference);
void ibid_body_add_left_out (IbidBody *self, const char *text, guint line);
