/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The library format: every record of a library as JSON, for keeping, sending
 * and reading by other programs. data/sample/FORMAT.md describes it. */

#pragma once

#include "care-record.h"

G_BEGIN_DECLS

/* The version of the format that is written. */
#define CARE_LIBRARY_JSON_VERSION 1
/* No file larger than this is read. */
#define CARE_LIBRARY_JSON_MAX_BYTES (64 * 1024 * 1024)

GPtrArray *care_library_json_read (GBytes *bytes, GPtrArray **problems, GError **error);

/* care-library-json-write.c */
GBytes *care_library_json_write (GPtrArray *records);
GBytes *care_library_json_write_list (GPtrArray *records);

G_END_DECLS
