/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups of a library: made without being asked, in a folder of the user's, where
 * they are safe from what happens to the library's own folder. A library is known
 * by its path; its backups are named by the time at which they were made. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SQLite's connection, which only app/store/ has. */
struct sqlite3;

/**
 * CareBackup:
 * @file: its path
 * @when: when it was made, UTC
 * @size: how many bytes
 * @n_briefings: how many briefings are in it; -1 if that cannot be read
 * @was_replaced: whether it is what a restored backup took the place of
 */
typedef struct
{
  char *file;
  GDateTime *when;
  guint64 size;
  int n_briefings;
  gboolean was_replaced;
} CareBackup;

void care_backup_free (CareBackup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareBackup, care_backup_free)

gboolean care_backup_make (struct sqlite3 *db, const char *path, GError **error);
gboolean care_backup_is_due (const char *path, GDateTime *now);
GPtrArray *care_backup_list (const char *path, GError **error);
gboolean care_backup_restore (const char *path, const char *backup_file, GError **error);

/* care-backup-plan.c: which of the backups made at @times, newest first, are to be
 * kept. (transfer full) */
gboolean *care_backup_plan (GPtrArray *times);

G_END_DECLS
