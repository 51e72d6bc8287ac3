/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <adwaita.h>

/* Has the button's menu offer documents (IbidStudyRecent), in this order, by "win.open-recent". */
void ibid_recent_menu_show (AdwSplitButton *button, GPtrArray *recent);
