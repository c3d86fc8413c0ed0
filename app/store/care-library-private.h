/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-database.h"
#include "care-library.h"
#include "care-lock.h"

G_BEGIN_DECLS

struct _CareLibrary
{
  GObject parent_instance;

  char *path;
  char *author; /* of what is done from now on */
  gboolean writable;
  int version; /* of the schema of the file */
  guint64 device; /* with inode: the file that is written, whatever its name */
  guint64 inode;
  CareLock *lock; /* of a library that is written */
  sqlite3 *db;
  GHashTable *lists; /* kind -> GListStore of CareRecord by ascending id */
  GHashTable *ids;   /* CareId -> GPtrArray of the records with that id, of any kind */
};

void care_library_add_record (CareLibrary *self, CareRecord *record);
void care_library_remove_record (CareLibrary *self, CareRecord *record);

/* care-library-file.c */
gboolean care_library_is_written_here (const char *file);
sqlite3 *care_library_read_file (const char *file, int *version, GError **error);

/* care-library-follow.c */
GPtrArray *care_library_read_changes (CareLibrary *self, GBytes *changeset, GError **error);
void care_library_show_changes (CareLibrary *self, GPtrArray *changes, GPtrArray *steps);

G_END_DECLS
