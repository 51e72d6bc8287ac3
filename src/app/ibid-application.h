/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <adwaita.h>

/* The program: one process for all windows, each with one document. Owns settings and study store
 * and hands them down. */
#define IBID_TYPE_APPLICATION (ibid_application_get_type ())
G_DECLARE_FINAL_TYPE (IbidApplication, ibid_application, IBID, APPLICATION, AdwApplication)

IbidApplication *ibid_application_new (void);
