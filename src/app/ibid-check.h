/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include "app/ibid-command.h"

/* `ibid --check FILE`: reads `file` ("-" for standard input) and prints the sourcing report to
 * standard output, translated: the findings under headings, each in a line of its own with its
 * place, then the sources that the text leans on most, then what it was not analysed for. Needs no
 * display. Returns an exit code: IBID_EXIT_FINDINGS when there are any. What went wrong stands in
 * one line on standard error. */
int ibid_check_run (const char *file);

/* The report as it is printed, UTF-8; `*n_findings`: how many. Free with g_free(). */
char *ibid_check_dup_report (IbidDocument *document, guint *n_findings);
