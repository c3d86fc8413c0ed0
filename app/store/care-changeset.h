/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changesets of SQLite's session extension: what an act changed, kept so that it
 * can be undone, redone and told. Only app/store/ includes this. */

#pragma once

#include "care-compare.h"
#include "care-database.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_session, sqlite3session_delete)

/* One record that a changeset touches. */
typedef struct
{
  const CareKind *kind;
  CareId id;
} CareChange;

/* What stands in the way of applying a changeset. */
typedef struct
{
  CareChange change;     /* the first record to do so; its kind is NULL if it is not known */
  gboolean is_reference; /* it would name a record that is not there */
} CareConflict;

int care_change_compare (gconstpointer a, gconstpointer b);
guint care_change_hash (gconstpointer change);
gboolean care_change_equal (gconstpointer a, gconstpointer b);

sqlite3_session *care_changeset_begin (sqlite3 *db, GError **error);
GBytes *care_changeset_take (sqlite3_session *session, GError **error);
GBytes *care_changeset_join (GBytes *first, GBytes *second, GError **error);
gboolean care_changeset_apply (sqlite3 *db, GBytes *changeset, gboolean inverse, CareConflict *conflict,
                               GError **error);

/* care-changeset-read.c */
GPtrArray *care_changeset_read (GBytes *changeset, const CareChange *only);

/* care-changeset-check.c */
gboolean care_changeset_is_sound (GBytes *changeset);
gboolean care_changeset_is_whole (GBytes *changeset);
GBytes *care_changeset_invert (GBytes *changeset);
GArray *care_changeset_list (GBytes *changeset, guint *n_deleted);

/* care-changeset-write.c */
GBytes *care_changeset_new_inserted (GPtrArray *records);

G_END_DECLS
