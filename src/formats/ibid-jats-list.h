/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-jats-flow.h"

/* `list`: items in their order, numbered when it is an ordered one. */
void ibid_jats_list_add (IbidJatsFlow *flow, const xmlNode *list, IbidJatsSetting *setting);

/* `def-list`: terms, and one level down what they mean. */
void
ibid_jats_list_add_definitions (IbidJatsFlow *flow, const xmlNode *list, IbidJatsSetting *setting);
