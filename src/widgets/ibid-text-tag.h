/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gtk/gtk.h>

/* The only way in which coloured tags are made. GTK 4.8 reads the write-only string property
 * "foreground" of a tag where it means "foreground-rgba" when an assistive tool asks for text
 * attributes, and the program ends (gtk/gtktextbuffer.c). This tag has a readable "foreground"
 * of type GdkRGBA; set it in place of GtkTextTag's own. */
#define IBID_TYPE_TEXT_TAG (ibid_text_tag_get_type ())
G_DECLARE_FINAL_TYPE (IbidTextTag, ibid_text_tag, IBID, TEXT_TAG, GtkTextTag)

GtkTextTag *ibid_text_tag_new (const char *name);

void ibid_text_tag_set_colour (IbidTextTag *self, const GdkRGBA *colour);
