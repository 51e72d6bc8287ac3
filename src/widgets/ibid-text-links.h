/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <glib-object.h>

/* Makes the markers of IbidTextView links for assistive tools: for the definition of that type. */
void ibid_text_links_implement (GType type);
