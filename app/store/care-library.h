/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A library: one file that holds every record. All reading and writing goes
 * through here. Records handed out are live: they change after an act has been
 * committed, never before, and only the library changes them. */

#pragma once

#include "care-act.h"
#include "care-history.h"
#include "care-record.h"
#include "care-snapshot.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define CARE_TYPE_LIBRARY (care_library_get_type ())
G_DECLARE_FINAL_TYPE (CareLibrary, care_library, CARE, LIBRARY, GObject)

/* The version of the schema that this CareBrief writes. */
#define CARE_LIBRARY_VERSION 3

/**
 * CareLibraryMode:
 * @CARE_LIBRARY_READ: only to read, as it was at that moment; the file is neither
 *   touched nor locked
 * @CARE_LIBRARY_WRITE: to read and write; nobody else can write it meanwhile
 * @CARE_LIBRARY_TAKE_OVER: as %CARE_LIBRARY_WRITE, though the lock of another host
 *   says that somebody has it open there
 */
typedef enum
{
  CARE_LIBRARY_READ,
  CARE_LIBRARY_WRITE,
  CARE_LIBRARY_TAKE_OVER,
} CareLibraryMode;

gboolean care_library_create (const char *path, GPtrArray *records, GError **error);
CareLibrary *care_library_open (const char *path, CareLibraryMode mode, GError **error);

const char *care_library_get_path (CareLibrary *self);
gboolean care_library_has_moved (CareLibrary *self);
gboolean care_library_is_writable (CareLibrary *self);
int care_library_get_version (CareLibrary *self);

GListModel *care_library_list (CareLibrary *self, const char *kind);
CareRecord *care_library_find (CareLibrary *self, const char *kind, CareId id);
CareRecord *care_library_follow (CareLibrary *self, CareRecord *record, const char *field);
GPtrArray *care_library_children (CareLibrary *self, const char *kind, const char *field, CareId id);
GPtrArray *care_library_users (CareLibrary *self, CareRecord *record);
/* A CareLookup for care-reference.h; @data is the library. */
CareRecord *care_library_lookup (const char *kind, CareId id, gpointer data);

void care_library_set_author (CareLibrary *self, const char *author);
gboolean care_library_apply (CareLibrary *self, CareAct *act, GError **error);
gboolean care_library_plan_delete (CareLibrary *self, CareAct *act, CareRecord *record, GError **error);
gboolean care_library_import (CareLibrary *self, GPtrArray *records, guint *n_new, GError **error);
char *care_library_undo (CareLibrary *self, GError **error);
char *care_library_redo (CareLibrary *self, GError **error);
char *care_library_undo_act (CareLibrary *self, CareId id, GError **error);
GPtrArray *care_library_history (CareLibrary *self, guint limit, GError **error);

CareSnapshot *care_library_snapshot (CareLibrary *self, CareId briefing, GError **error);
GPtrArray *care_library_records (CareLibrary *self);
gboolean care_library_save_copy (CareLibrary *self, const char *path, gboolean with_history, GError **error);
gboolean care_library_salvage (const char *path, const char *new_path, GPtrArray **lost, GError **error);
gboolean care_library_verify (CareLibrary *self, GError **error);

G_END_DECLS
