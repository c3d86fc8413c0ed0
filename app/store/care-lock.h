/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file beside a library that says who has it open to write: SQLite's own locks
 * name nobody, and on shared folders they do not always hold. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CareLock CareLock;

CareLock *care_lock_take (const char *path, gboolean take_over, GError **error);
void care_lock_release (CareLock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareLock, care_lock_release)

gboolean care_lock_is_held (const char *path);
char *care_lock_describe (const char *path);

G_END_DECLS
