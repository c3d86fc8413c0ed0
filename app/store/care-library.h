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
#define CARE_LIBRARY_VERSION 8

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

/**
 * CareLibraryState:
 * @CARE_LIBRARY_SAVED: all that was done is in the file
 * @CARE_LIBRARY_SAVING: something is being written
 * @CARE_LIBRARY_NOT_SAVED: the disk refuses what was done; it is held to be tried
 *   again
 */
typedef enum
{
  CARE_LIBRARY_SAVED,
  CARE_LIBRARY_SAVING,
  CARE_LIBRARY_NOT_SAVED,
} CareLibraryState;

gboolean care_library_create (const char *path, GPtrArray *records, GError **error);
CareLibrary *care_library_open (const char *path, CareLibraryMode mode, GError **error);
gboolean care_library_unlock (const char *path, char **whose, GError **error);

const char *care_library_get_path (CareLibrary *self);
gboolean care_library_has_moved (CareLibrary *self);
gboolean care_library_is_writable (CareLibrary *self);
int care_library_get_version (CareLibrary *self);
CareId care_library_get_origin (CareLibrary *self);

/* Records that are not held by the caller stay valid until the main loop runs
 * again, or care_library_trim() is called. */
GListModel *care_library_list (CareLibrary *self, const char *kind);
GListModel *care_library_list_sorted (CareLibrary *self, const char *const *kinds);
CareRecord *care_library_find (CareLibrary *self, const char *kind, CareId id);
CareRecord *care_library_follow (CareLibrary *self, CareRecord *record, const char *field);
GPtrArray *care_library_children (CareLibrary *self, const char *kind, const char *field, CareId id);
GPtrArray *care_library_users (CareLibrary *self, CareRecord *record);
guint care_library_count (CareLibrary *self, const char *kind);
/* A CareLookup for care-reference.h; @data is the library. */
CareRecord *care_library_lookup (const char *kind, CareId id, gpointer data);
CareRecord *care_library_lookup_now (const char *kind, CareId id, gpointer data);
void care_library_trim (CareLibrary *self);

CareId care_library_make_id (void);
void care_library_set_author (CareLibrary *self, const char *author);
const char *care_library_get_author (CareLibrary *self);
gboolean care_library_apply (CareLibrary *self, CareAct *act, GError **error);
gboolean care_library_plan_delete (CareLibrary *self, CareAct *act, CareRecord *record, GError **error);
CareAct *care_library_plan_withdraw (CareLibrary *self, GPtrArray *records, guint *n_kept);
CareAct *care_library_plan_bring_back (CareLibrary *self, GPtrArray *records);
CareAct *care_library_plan_import (CareLibrary *self, GPtrArray *records, GError **error);
gboolean care_library_import (CareLibrary *self, GPtrArray *records, guint *n_new, GError **error);
gboolean care_library_can_turn (CareLibrary *self, CareHistoryKind turn);
char *care_library_undo (CareLibrary *self, GError **error);
char *care_library_redo (CareLibrary *self, GError **error);
char *care_library_undo_act (CareLibrary *self, CareId id, GError **error);
GPtrArray *care_library_history (CareLibrary *self, guint limit, GError **error);
GPtrArray *care_library_acts (CareLibrary *self, guint limit, GError **error);
GPtrArray *care_library_record_history (CareLibrary *self, const char *kind, CareId id, GError **error);
GPtrArray *care_library_bin (CareLibrary *self, GError **error);
CareAct *care_library_plan_restore (CareLibrary *self, CareId act, GError **error);
gboolean care_library_has_touched (CareLibrary *self, const char *kind);

/* care-library-readable.c: without waiting for a slow disk */
typedef void (*CareReader) (GObject *owner);

gboolean care_library_can_read (CareLibrary *self);
void care_library_when_readable (CareLibrary *self, CareReader read, GObject *owner);
void care_library_in_turn (CareLibrary *self, CareReader read, GObject *owner);
void care_library_when_settled (CareLibrary *self, CareReader then, GObject *owner);

/* care-library-work.c: the same without waiting for the disk */
CareLibraryState care_library_get_state (CareLibrary *self);
const GError *care_library_get_trouble (CareLibrary *self);
void care_library_apply_async (CareLibrary *self, CareAct *act, GAsyncReadyCallback callback, gpointer data);
void care_library_turn_async (CareLibrary *self, CareHistoryKind turn, CareId act, GAsyncReadyCallback callback,
                              gpointer data);
char *care_library_done_finish (CareLibrary *self, GAsyncResult *result, GError **error);
void care_library_retry (CareLibrary *self);
void care_library_settle (CareLibrary *self);

/* care-library-pending.c: what is to be done and is not in the file yet */
const char *care_library_get_latest (CareLibrary *self, CareRecord *record, const char *field);

CareSnapshot *care_library_snapshot (CareLibrary *self, CareId briefing, GError **error);
CareSnapshot *care_library_snapshot_to_check (CareLibrary *self, CareId briefing, GError **error);
GPtrArray *care_library_records (CareLibrary *self);
gboolean care_library_is_at (const char *path);
gboolean care_library_check_not_at (const char *path, GError **error);
gboolean care_library_save_copy (CareLibrary *self, const char *path, gboolean with_history, GError **error);
void care_library_save_copy_async (CareLibrary *self, const char *path, gboolean with_history,
                                   GAsyncReadyCallback callback, gpointer data);
gboolean care_library_save_copy_finish (CareLibrary *self, GAsyncResult *result, GError **error);
gboolean care_library_is_as_copied (CareLibrary *self, GAsyncResult *result);
gboolean care_library_salvage (const char *path, const char *new_path, GPtrArray **lost, GError **error);
gboolean care_library_verify (CareLibrary *self, GError **error);

G_END_DECLS
