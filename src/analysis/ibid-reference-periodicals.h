/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "analysis/ibid-relabel.h"

/* A newspaper or journal of which no article is named, "The Philanthropist, July 21, 1840",
 * "African Repository, III, 254": the label of its name is made that of a container. */
void ibid_reference_periodicals_mend (IbidRelabel *self);
