/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Ibid authors */
#pragma once
#include <stddef.h>
#include <stdint.h>

/* What libFuzzer and driver.c call with each input. Aborts when something is wrong. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
