/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a command prints, the files that it reads and writes, and how a failure
 * becomes a line on stderr and an exit code. */

#pragma once

#include "care-cli.h"

#include <gio/gio.h>

G_BEGIN_DECLS

CareCliStatus care_cli_fail (CareCliStatus status, const char *format, ...) G_GNUC_PRINTF (2, 3);
CareCliStatus care_cli_fail_with (const GError *error, const char *path);
CareCliStatus care_cli_fail_making (const GError *error, const char *path);

CareCliStatus care_cli_print (const char *text);
CareCliStatus care_cli_print_bytes (GBytes *bytes);

GBytes *care_cli_read_file (const char *path, gsize max_bytes, GError **error);
gboolean care_cli_write_file (const char *path, GBytes *bytes, GError **error);

char *care_cli_clean (const char *text);
char *care_cli_format_count (guint64 count);

G_END_DECLS
