/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "formats/ibid-jats-flow.h"

/* `table`: a paragraph per row, cells parted by tabs. */
void ibid_jats_table_add (IbidJatsFlow *flow, const xmlNode *table, IbidJatsSetting *setting);
