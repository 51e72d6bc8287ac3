/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gtk/gtk.h>

/* Measures contrast, as WCAG 2 has it, in what is really drawn. */

/* What a widget looks like, drawn larger, so that the strokes of letters have pixels of nothing but
 * their own colour. */
typedef struct {
  guint32 *pixels;
  int width;
  int height;
  graphene_point_t origin; /* of the picture, in the native's pixels: a window has edges */
} ContrastPicture;

/* Of a window or popover that is on the screen. Free with contrast_picture_free(). */
ContrastPicture *contrast_picture_new (GtkWidget *native);
void contrast_picture_free (ContrastPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ContrastPicture, contrast_picture_free)

/* The least contrast of a word in `area`, in pixels of the native: of the word's strongest colour
 * against the colour that most of its surroundings have. Sets `n_words`; without any that stands
 * out at all it is 1. */
double
contrast_picture_measure_words (ContrastPicture *self, const graphene_rect_t *area, guint *n_words);

/* Of the strongest colour in `area` against the commonest; for graphics. */
double contrast_picture_measure_shape (ContrastPicture *self, const graphene_rect_t *area);

/* The contrast of what is in `area` now to what was there `before`, where it changed most: for
 * outlines that come with the focus. 1 when nothing changed. */
double contrast_picture_measure_change (ContrastPicture *self,
                                        ContrastPicture *before,
                                        const graphene_rect_t *area);
