/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A target: what a stranger can send, tried with any bytes. Built by tools/fuzz
 * with libFuzzer, which looks for bytes that harm; by tests/meson.build with
 * replay.c, which tries those of the corpus. */

#pragma once

#include <glib.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* A file for a target that needs one, in memory where there is such a place. */
const char *fuzz_file_path (void);
const char *fuzz_write_file (const guint8 *data, gsize size);
