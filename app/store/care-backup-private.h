/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-backup.h"

G_BEGIN_DECLS

char *care_backup_resolve (const char *path);
char *care_backup_make_name (const char *path, gboolean is_replaced, GError **error);

G_END_DECLS
