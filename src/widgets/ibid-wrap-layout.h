/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <gtk/gtk.h>

/* Children side by side in "least-rows" rows (1), or in more where their natural widths need it:
 * with two, five of them stand three and two, else two, two and one, else each by itself. Each row
 * is filled. */
#define IBID_TYPE_WRAP_LAYOUT (ibid_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (IbidWrapLayout, ibid_wrap_layout, IBID, WRAP_LAYOUT, GtkLayoutManager)
