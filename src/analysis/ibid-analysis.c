/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#include "analysis/ibid-analysis.h"

#include "analysis/ibid-actors.h"
#include "analysis/ibid-citation-resolver.h"
#include "analysis/ibid-claims.h"
#include "analysis/ibid-events.h"
#include "analysis/ibid-prose.h"
#include "analysis/ibid-reference-parser.h"
