/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-study-file.h"
#include "model/ibid-evidence.h"

/* Reading the members of a study file's objects, each of the type that the format asks for.
 *
 * Every function that returns a gboolean, and has an error, returns FALSE after setting it to
 * IBID_IMPORT_ERROR_INVALID with the member's path and the reason:
 * `sections[2].paragraphs[0].notes[1].reference: no reference "r99"`.
 * "need" functions refuse an object without the member; "get" functions leave `*value` as it was.
 * Each member is asked for once; those that nobody asked for are what is kept as unknown.
 * Strings, arrays and objects are borrowed from the JSON tree. */

#define IBID_STUDY_MAX_FIELDS 24

/* An object at hand. Lives on the stack of the function that reads it; owns nothing. */
typedef struct _IbidStudyFields IbidStudyFields;
struct _IbidStudyFields {
  IbidStudyFile *file;
  JsonObject *object;
  guint n_members;                          /* of the object */
  const IbidStudyFields *parent;            /* whose member it is; NULL: the whole file */
  const char *member;                       /* of the parent */
  int index;                                /* in that member's array, -1 when it is none */
  const char *known[IBID_STUDY_MAX_FIELDS]; /* members asked for, as far as they are there */
  guint n_known;
};

/* `root` is the whole file's value. */
gboolean ibid_study_fields_enter_root (IbidStudyFields *self,
                                       IbidStudyFile *file,
                                       JsonNode *root,
                                       GError **error);

/* Reads an element of an array. */
typedef gboolean (*IbidStudyReadFunc) (IbidStudyFields *element,
                                       gpointer user_data,
                                       GError **error);

/* Calls `read` for every element of the array `member`, which must be objects; fails when it does,
 * and may fail with G_IO_ERROR_CANCELLED. Long arrays of the root are parsed for it. */
gboolean ibid_study_fields_need_each (IbidStudyFields *self,
                                      const char *member,
                                      IbidStudyReadFunc read,
                                      gpointer user_data,
                                      GError **error);
gboolean ibid_study_fields_get_each (IbidStudyFields *self,
                                     const char *member,
                                     IbidStudyReadFunc read,
                                     gpointer user_data,
                                     GError **error);

/* `member` itself; `*is_there` is FALSE, and nothing entered, when there is none. */
gboolean ibid_study_fields_enter_member (IbidStudyFields *self,
                                         IbidStudyFields *parent,
                                         const char *member,
                                         gboolean *is_there,
                                         GError **error);

gboolean ibid_study_fields_has (const IbidStudyFields *self, const char *member);

/* A passage's text, of any length. */
gboolean ibid_study_fields_need_text (IbidStudyFields *self,
                                      const char *member,
                                      const char **value,
                                      GError **error);

/* At most IBID_MAX_JSON_LINE_BYTES. */
gboolean ibid_study_fields_need_string (IbidStudyFields *self,
                                        const char *member,
                                        const char **value,
                                        GError **error);
gboolean ibid_study_fields_get_string (IbidStudyFields *self,
                                       const char *member,
                                       const char **value,
                                       GError **error);

/* A valid EDTF date. */
gboolean ibid_study_fields_need_date (IbidStudyFields *self,
                                      const char *member,
                                      const char **value,
                                      GError **error);
gboolean ibid_study_fields_get_date (IbidStudyFields *self,
                                     const char *member,
                                     const char **value,
                                     GError **error);

/* One of the spellings of `type`, see ibid-enums.h. */
gboolean ibid_study_fields_need_enum (
    IbidStudyFields *self, const char *member, GType type, int *value, GError **error);
gboolean ibid_study_fields_get_enum (
    IbidStudyFields *self, const char *member, GType type, int *value, GError **error);

/* Whole numbers only, written without fraction and exponent. */
gboolean ibid_study_fields_need_number (IbidStudyFields *self,
                                        const char *member,
                                        gint64 *value,
                                        GError **error);
gboolean ibid_study_fields_need_int (
    IbidStudyFields *self, const char *member, int min, int max, int *value, GError **error);
gboolean ibid_study_fields_get_int (
    IbidStudyFields *self, const char *member, int min, int max, int *value, GError **error);

/* 0 to 1. */
gboolean ibid_study_fields_get_fraction (IbidStudyFields *self,
                                         const char *member,
                                         double *value,
                                         GError **error);

/* An offset of code points, 0 to `length`. */
gboolean ibid_study_fields_need_offset (
    IbidStudyFields *self, const char *member, guint length, guint *value, GError **error);

/* Members "start" and "end" with start < end <= length. */
gboolean ibid_study_fields_need_range (
    IbidStudyFields *self, guint length, guint *start, guint *end, GError **error);

/* An array, for the functions that read its elements one by one. */
gboolean ibid_study_fields_get_array (IbidStudyFields *self,
                                      const char *member,
                                      JsonArray **value,
                                      GError **error);

/* Element `index` of `member`, which must be a string. */
gboolean ibid_study_fields_element_string (const IbidStudyFields *self,
                                           const char *member,
                                           JsonArray *array,
                                           guint index,
                                           const char **value,
                                           GError **error);

/* Member "evidence"; free `*value` with ibid_evidence_free(). */
gboolean
ibid_study_fields_get_evidence (IbidStudyFields *self, IbidEvidence **value, GError **error);

/* The members that nobody asked for, in their order; NULL when there are none. Values are shared
 * with the tree. Free with json_object_unref(). */
JsonObject *ibid_study_fields_dup_extra (const IbidStudyFields *self);

/* Sets `error` for element `index` (-1 for none) of `member` (NULL: the object itself). Returns
 * FALSE. */
gboolean ibid_study_fields_refuse (const IbidStudyFields *self,
                                   const char *member,
                                   int index,
                                   GError **error,
                                   const char *format,
                                   ...) G_GNUC_PRINTF (5, 6);
